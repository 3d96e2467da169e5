/** What the words of a cell say of what was achieved, as far as that is plain: not done, late, gone wrong, not filled in. */

/** What turns what follows into its opposite: 未发生, 无, 没有, 不存在. */
const negation = /(?:未曾?|无|没有?|不|零|杜绝|避免|防止|消除)[^，。；,;]{0,6}$/u;

const failures: readonly RegExp[] = [
  /(?:未|没有?|尚未)(?:能|有效|按|及时|全部|完全|如期|开展|完成|提升|提高|达|实现|落实|执行|实施|启动|改善|改进|建立|建成|到位|增长|增加|通过|合格|满足|支付|验收|使用|组织|进行|明显|显著)/gu,
  /(?:部分|仅|只)(?:完成|达成|达标|达到|实现|落实|开展|实施|到位|支付|验收)/gu,
  /(?:无法|无力|难以|未果|尚需|仍需|有待)/gu,
  /(?:正在(?:办理|推进|建设|实施|招标|进行|开展|施工|筹备|整改)|(?:进行|建设|施工|办理|推进|筹备|整改|审批|招标)中)/gu,
  /(?:进度|进展|推进)(?:较|比较|偏|过于)?(?:慢|缓慢)/gu,
  /不(?:达标|合格|足|理想|到位|及时|完善|完整|符合|明显|满意|充分|规范|健全|显著|能|够|好|佳)/gu,
  /(?:延期|延迟|延误|滞后|推迟|逾期|超期|拖延|中止|终止|取消|搁置|暂停|停工|停滞|落空|失败|撤销|作废|下降|恶化|超标|违规)/gu,
  /(?:发生|出现|造成|引发)[^，。；,;]{0,3}?(?:[1-9１-９]\d*|[一二三四五六七八九十两几数多])\s*(?:余|多)?(?:起|例|次|件|宗|人|处)/gu,
];

/** The printed prompt of a form, or signs in the place of a word. */
const prompts: readonly RegExp[] = [
  /^[（(【[]?\s*(?:请)?\s*(?:说明|填写|简述|描述|概述|注明|列明|填报)[^，。]{0,20}[）)】\]]?$/u,
  /^[（(【[].{0,4}(?:完成情况|填写|填报|说明).{0,4}[）)】\]]$/u,
  /^[xXＸｘ×＊*?？○〇_＿]{2,}$/u,
  /[xXＸ×]{2,}/u,
];

/** True where the words speak against full marks; words of the target that are repeated do not. */
export function speakAgainst(actual: string, target: string): boolean {
  const text = actual.trim();
  if (text === '') return false;
  if (prompts.some((prompt) => prompt.test(text))) return true;
  return failures.some((failure) =>
    [...text.matchAll(failure)].some(
      (match) => !negation.test(text.slice(0, match.index)) && !target.includes(match[0]),
    ),
  );
}

/** Rates that are no share of a whole, so that they can pass 100%. */
const open =
  /增长|增幅|增加|增速|提高|提升|上升|下降|完成率|达成率|实现率|完成比|执行率|倍|收益|回报|利润|利用率|使用率|负荷|周转|产销|同比|环比|超额|比值|比例系数|投入产出/u;
const share = /率|比例|比重|占比|满意度|覆盖|程度/u;

/** True where what is named is a share of a whole, which 100% is the most of. */
export const isShareOfWhole = (name: string): boolean => share.test(name) && !open.test(name);
