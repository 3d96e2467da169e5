/** Equal findings about many lines, told once. */
import type { Finding } from '../../schemas/generated/types.ts';
import { find } from '../findings/index.ts';

/** More rows than this without a unit are one finding: the form keeps units in a place of their own. */
const few = 3;
/** So many are named with what stands in the cell. */
const mostShown = 12;

/** The findings, those about missing units gathered where there are many. */
export function gathered(findings: readonly Finding[]): Finding[] {
  const unitless = findings.filter(({ code }) => code === 'unit-missing');
  if (unitless.length <= few) return [...findings];
  const first = findings.indexOf(unitless[0]!);
  const shown = unitless.slice(0, mostShown);
  const all = find('units-missing', {
    count: new Set(unitless.map(({ place }) => place?.indicator)).size,
    names: {
      zh: shown.map(({ place, figures }) => `「${place?.name}」（${figures?.written}）`).join('、'),
      en: shown.map(({ place, figures }) => `"${place?.name}" (${figures?.written})`).join(', '),
    },
  });
  return findings.flatMap((one, index) =>
    index === first ? [all] : one.code === 'unit-missing' ? [] : [one],
  );
}
