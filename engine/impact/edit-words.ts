/** What the parts of a rulebook are called, and how their values are told on one line. */
import type { Bilingual } from '../../schemas/generated/types.ts';

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

export const propertyNames: { [property: string]: Bilingual } = {
  weight: both('分值', 'weight'),
  outOf: both('下级满分', 'full marks of the lower level'),
  line: both('加减项', 'bonus or penalty'),
  combine: both('汇合方式', 'combination'),
  optional: both('可不评', 'optional'),
  role: both('性质', 'role'),
  notApplicable: both('不适用', 'not applicable'),
  metric: both('指标值', 'metric'),
  zeroDivision: both('除数为零', 'division by zero'),
  missing: both('数据缺失', 'missing data'),
  method: both('计分方法', 'scoring method'),
  weights: both('各行分值', 'weights of the rows'),
  total: both('总分', 'total'),
  rounding: both('舍入', 'rounding'),
  frame: both('自设指标的框架', 'frame of declared indicators'),
  met: both('视为达到的文字', 'words that mean a target was met'),
};

export const kindNames: { [kind: string]: Bilingual } = {
  atLeast: both('目标写作“不低于”', 'targets "at least"'),
  atMost: both('目标写作“不高于”', 'targets "at most"'),
  plain: both('目标只写数', 'targets that are a plain number'),
  equal: both('目标写作“等于”', 'targets "equal to"'),
  date: both('目标是日期', 'targets that are dates'),
  words: both('目标是文字', 'targets in words'),
};

/** A few names as one. */
export const joined = (titles: readonly Bilingual[]): Bilingual => {
  const some = titles.slice(0, 3);
  const rest = titles.length - some.length;
  return both(
    some.map(({ zh }) => zh).join('、') + (rest > 0 ? `等 ${titles.length} 处` : ''),
    some.map(({ en }) => en).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  );
};

const longest = 160;

/** A value of the rulebook on one line, as it would be written in YAML, without the name of the thing itself. */
export function told(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = flow(
    typeof value === 'object' && !Array.isArray(value) ? { ...value, id: undefined, name: undefined } : value,
  );
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : text;
}

/** What is written for people beside what scores. */
const provenance = new Set(['text', 'source', 'reading', 'inferred', 'accepted', 'renamedFrom', 'note']);

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (value === null || typeof value !== 'object') return String(value);
  const entries = Object.entries(value).filter(([key, one]) => one !== undefined && !provenance.has(key));
  return `{ ${entries.map(([key, one]) => `${key}: ${flow(one)}`).join(', ')} }`.replace('{  }', '{}');
}
