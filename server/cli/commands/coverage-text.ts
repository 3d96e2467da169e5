/** The coverage of a rulebook as a person reads it: counts by kind, and what is missed with how to reach it. */
import { type Coverage, type CoverageItem, isMissed, type RulebookCoverage } from '../../../engine/index.ts';
import { fold, pageWidth, table } from '../../documents/layout.ts';
import type { Session } from '../session.ts';

const kinds: Record<CoverageItem['kind'], { zh: string; en: string }> = {
  band: { zh: '档', en: 'bands' },
  tier: { zh: '定性档次', en: 'tiers' },
  criterion: { zh: '逐条事项', en: 'checklist items' },
  edge: { zh: '界限', en: 'edges' },
  cap: { zh: '封顶', en: 'caps' },
  floor: { zh: '扣完为止', en: 'floors' },
  missing: { zh: '缺数据', en: 'missing data' },
  'zero-division': { zh: '除数为零', en: 'division by zero' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  optional: { zh: '可不评', en: 'optional' },
  grade: { zh: '等次', en: 'grades' },
  limit: { zh: '总分限制', en: 'limits' },
  check: { zh: '校验', en: 'checks' },
  'dossier-check': { zh: '各表之间的校验', en: 'dossier checks' },
};

const indent = '    ';

export function coverageLines({ language }: Session, coverage: RulebookCoverage): string[] {
  const zh = language === 'zh';
  const say = (a: string, b: string) => (zh ? a : b);
  const rows = [
    ...coverage.kinds
      .filter(({ count }) => count.total > 0)
      .map(({ kind, count }) => [kinds[kind][language], count]),
    [say('合计', 'total'), coverage.count],
  ] as [string, Coverage['count']][];
  const counts = table(
    [
      { title: say('覆盖', 'coverage') },
      { title: say('已到', 'reached'), align: 'right' },
      { title: say('应到', 'of'), align: 'right' },
      { title: '%', align: 'point' },
    ],
    rows.map(([kind, { reached, total, percent }]) => [kind, String(reached), String(total), percent]),
  );
  return [...counts, ...coverage.items.filter(isMissed).flatMap((item) => missLines(item, language))].map(
    (line) => indent + line,
  );
}

function missLines(item: CoverageItem, language: Session['language']): string[] {
  const { place, kind, name, label, hint } = item;
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const mark = item.reachable === true ? '✗' : '?';
  const width = pageWidth - indent.length;
  return [
    ...fold(`${mark} ${where}  ${name}  ${kinds[kind][language]}  ${label[language]}`, width, '    '),
    ...(hint ? fold(`  → ${hint.message[language]}`, width, '    ') : []),
  ];
}

export const totalLine = ({ language }: Session, { reached, total, percent }: Coverage['count']): string =>
  language === 'zh' ? `覆盖 ${reached}/${total}，${percent}%` : `covered ${reached} of ${total}, ${percent}%`;
