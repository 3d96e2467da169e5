/** Which rates are a share of a whole, by the names people give them. */

/** Rates that are no share of a whole, so that they can pass 100%. */
const open =
  /增长|增幅|增加|增速|提高|提升|上升|下降|降低|减少|完成率|达成率|实现率|完成比|执行率|控制率|变动率|倍|收益|回报|利润|利用率|使用率|负荷|周转|产销|同比|环比|超额|比值|比例系数|投入产出|杠杆|带动|节约|成活率提|入住率|饱和|负债|溢价|毛利|费用率|程度$/u;
const share = /率|比例|比重|占比|满意度|覆盖|安全感|获得感|认可度|支持度|知晓度|公信力|覆盖度/u;

/** True where what is named is a share of a whole, which 100% is the most of. */
export const isShareOfWhole = (name: string): boolean => share.test(name) && !open.test(name);
