/** What the words of a cell say of what was achieved, as far as that is plain: not done, late, gone wrong. */

/** What turns what follows into its opposite: 未发生, 无, 没有, 不存在, 有效遏制, 整改. */
const negation =
  /(?:未曾?|无|没有?|不|零|[0０]|杜绝|避免|防止|消除|减少|降低|遏制|化解|扭转|查处|处置|处理|解决|整改|弥补|补齐|克服|纠正|治理|排除|清理|压降|杜绝了|防范)[^，。；,;]{0,6}$/u;
const reach = 14;

/** Things of which fewer are better. */
const evils =
  '事故|投诉|违规|违法|违纪|问题|案件|纠纷|感染|死亡|伤亡|火灾|舆情|上访|信访|差错|故障|泄露|泄漏|隐患|事件|缺陷|污染|污损|失误|疫情|诉讼|处罚|通报';

/** Of these a fall is what nobody wanted; of most other things it may be good. */
const goods =
  /(?:满意度|合格率|达标率|优良率|入学率|完成率|就业率|覆盖率|及时率|成活率|质量|收入|效益|水平|成绩|产量|能力)[^，。；,;]{0,5}$/u;

/** What stands behind a failure that is none: 违规率为0, 违规整治. */
const undone =
  /^(?:率|次数|数|事件|情况|行为|问题|现象|费用|发生率)?(?:为|是|：|:)?\s*(?:[0０](?![.．\d])|零|无|没有|下降|减少|降低|大幅|明显减少|得到|整治|查处|治理|整改|清理|处置|清零|归零)/u;

/** What follows these was not done. */
const owed = /^(?:尚需|仍需|有待|尚待|无法|无力|难以)$/u;

/** What was dealt with may be what was asked for; what came to harm stays so. */
const settled = /办结|处理|处置|解决|化解|调处|整改|妥善|侦破|破获|查处|消除/u;
const harm = /事故|死亡|伤亡|火灾/u;

const failures: readonly RegExp[] = [
  /(?:未|没有?|尚未|暂未)(?:能|有效|按|及时|及|全部|完全|如期|开展|完成|完工|开工|竣工|做|办|提升|提高|达|实现|落实|执行|实施|启动|改善|改进|建立|建成|形成|到位|增长|增加|通过|合格|满足|支付|验收|使用|组织|进行|明显|显著|结算|拨付|交付|采购|签订|取得)/gu,
  /(?:部分|仅|只)(?:完成|达成|达标|达到|实现|落实|开展|实施|到位|支付|验收|做)/gu,
  /(?:无法(?!律)|无力|难以|未果|尚需|仍需|有待|尚待|欠佳|欠缺)/gu,
  /(?:正在(?:办理|推进|建设|实施|招标|进行|开展|施工|筹备|整改)|尚在(?:办理|推进|建设|实施|招标|施工|筹备|整改)|(?:进行|建设|施工|办理|推进|筹备|整改|审批|招标)中(?![心央小学级长期介外国西东部共等])|整改中)/gu,
  /(?:进度|进展|推进)(?:较|比较|偏|过于)?(?:慢|缓慢)/gu,
  /不(?:达标|合格|足|理想|到位|及时|及预期|完善|完整|符合|明显|满意|充分|规范|健全|显著|能|够|好|佳|到一半)/gu,
  /(?:低于|未及|逊于)(?:预期|目标|计划)/gu,
  /(?:延期|延迟|延误|滞后|逾期|超期(?!服役)|拖延|中止|停工|停滞|落空|失败|恶化|超标|违规|亏损|超预算|超概算)/gu,
  /(?:推迟|终止|取消|搁置|暂停|撤销|作废)(?=$|[到至，。；,;了（(])/gu,
  /(?:被|受到?)(?:[^，。；,;]{0,6})?(?:处罚|通报批评|问责|投诉)(?!(?:次数|件数)?为?\s*[0０零])/gu,
];

/** Things that happened, with how many. */
const events: readonly RegExp[] = [
  new RegExp(
    `(?:发生|出现|造成|引发|收到|存在)[^，。；,;]{0,12}?(?:${evils})[^，。；,;]{0,8}?(?:[1-9１-９]\\d*|[一二三四五六七八九两几数多])\\s*(?:余|多)?(?:起|例|次|件|宗|人|处|个)`,
    'gu',
  ),
  new RegExp(
    `(?:发生|出现|造成|引发|收到|存在|有(?![效力序关]))[^，。；,;]{0,3}?(?:[1-9１-９]\\d*|[一二三四五六七八九两几数多])\\s*(?:余|多)?(?:起|例|次|件|宗|人|处|个)[^，。；,;]{0,6}?(?:${evils})`,
    'gu',
  ),
  /^\s*(?:发生|出现|造成|引发)\s*(?:[1-9１-９]\d*|[一二三四五六七八九两几数多])\s*(?:余|多)?(?:起|例|次|件|宗|处)/gu,
];

/** What a whole cell says where it says no more. */
const poor =
  /^(?:效果|成效|情况|质量|完成情况|实施效果|评价)?(?:为)?(?:一般|较?差|很差|不好|较低|较弱|不高|较小|不大|没有|未|否|不是|暂无|一半|完成一半)[。.]?$/u;

/** True where the words speak against full marks; words of the target that are repeated do not. */
export function speakAgainst(actual: string, target: string): boolean {
  const text = actual.trim();
  if (text === '' || text === target.trim()) return false;
  if (poor.test(text)) return true;
  const counts = (match: RegExpExecArray): boolean => {
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + reach);
    const isUndone = !owed.test(match[0]) && undone.test(after);
    return !negation.test(before) && !isUndone && !target.includes(match[0]);
  };
  return (
    failures.some((failure) => [...text.matchAll(failure)].some(counts)) ||
    events.some((event) =>
      [...text.matchAll(event)].some((match) => counts(match) && isOpen(match[0], text)),
    ) ||
    [...text.matchAll(/下降/gu)].some(
      (match) => goods.test(text.slice(Math.max(0, match.index - reach), match.index)) && counts(match),
    )
  );
}

const isOpen = (event: string, text: string): boolean => harm.test(event) || !settled.test(text);
