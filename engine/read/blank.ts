/** How a cell is left empty, and how nothing is said in words. Data only. */
const onlyDashes = /^(?:[-—–―_/\\－／ ]+|[.…]+|空白?|\(空\))$/u;
/** 无 in a cell for a number: nothing is filled in. */
const none = new Set(['无', '暂无', '没有', 'N/A', 'n/a']);
/** Words for none of what is counted: accidents, complaints. */
const nothing = new Set([
  ...none,
  '零',
  '未发生',
  '未出现',
  '无发生',
  '没有发生',
  '未发现',
  '零发生',
  '无此类情况',
]);

/** Words for a thing that was not begun: of what was to be reached, it is 0. */
const undone =
  /^(?:尚未|未|没有|暂未|还未)(?:开展|启动|实施|开工|采购|建设|开始|组织|举办|执行|安排|发放|使用|支出)$/u;

/** True of words that say that nothing was done: 未开展, 尚未启动. */
export const saysUndone = (text: string): boolean => text.length <= 8 && undone.test(text);

/** Only dashes or strokes; with `withNone` also 无. */
export const isBlank = (text: string, withNone = false): boolean =>
  text.length <= 8 && (onlyDashes.test(text) || (withNone && none.has(text)));

/** True of words that say that there was none: 无, 未发生. Against a target of zero they are a number. */
export const saysNothing = (text: string): boolean => text.length <= 8 && nothing.has(text);
