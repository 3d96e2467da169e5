/** What filters and orders of the queue are called. */
import type { Bilingual } from '../../data/language.ts';
import { word } from '../../data/words.ts';

export const orders: readonly { id: string; name: Bilingual }[] = [
  { id: '-difference', name: { zh: '差额从大到小', en: 'largest difference first' } },
  { id: '-severity', name: { zh: '疑点多的在前', en: 'most findings first' } },
  { id: 'filed', name: { zh: '先报的在前', en: 'filed first' } },
  { id: '-filed', name: { zh: '最近报的在前', en: 'filed last' } },
  { id: 'rate', name: { zh: '得分率从低到高', en: 'lowest rate first' } },
  { id: '-rate', name: { zh: '得分率从高到低', en: 'highest rate first' } },
  { id: 'total', name: { zh: '复算总分从低到高', en: 'lowest total first' } },
  { id: '-total', name: { zh: '复算总分从高到低', en: 'highest total first' } },
  { id: 'unit', name: { zh: '按单位', en: 'by unit' } },
  { id: '-updated', name: { zh: '最近改动的在前', en: 'changed last' } },
];

/** How it is ordered where the address says nothing. */
export const usualOrder = '-difference';

const severities: { readonly [name: string]: Bilingual } = {
  error: { zh: '有错误', en: 'with errors' },
  warning: { zh: '有提醒', en: 'with warnings' },
  info: { zh: '有说明', en: 'with notes' },
  clean: { zh: '没有错误和提醒', en: 'neither errors nor warnings' },
};

/** The word for a value of a filter. */
export function valueName(filter: string, value: string): Bilingual {
  if (filter === 'state') return word('submissionState', value);
  if (filter === 'difference') return word('claimStanding', value);
  if (filter === 'severity') return severities[value] ?? { zh: value, en: value };
  if (filter === 'grade' && value === 'none') return { zh: '没有等次', en: 'no grade' };
  if (filter === 'assignee' && value === 'none') return { zh: '还没有分', en: 'nobody yet' };
  return { zh: value, en: value };
}

/** What a filter that is no list of choices says. */
export const told: { readonly [filter: string]: (value: string) => Bilingual } = {
  year: (value) => ({ zh: `${value} 年度`, en: `year ${value}` }),
  rulebook: (value) => ({ zh: `规则：${value}`, en: `rulebook: ${value}` }),
  edition: (value) => ({ zh: `${value} 版`, en: `edition ${value}` }),
  differenceFrom: (value) => ({ zh: `至少差 ${value} 分`, en: `at least ${value} points apart` }),
  rateFrom: (value) => ({ zh: `得分率不低于 ${value}%`, en: `rate from ${value}%` }),
  rateTo: (value) => ({ zh: `得分率低于 ${value}%`, en: `rate below ${value}%` }),
  lostOn: (value) => ({ zh: `在“${value}”失分`, en: `lost points on “${value}”` }),
};
