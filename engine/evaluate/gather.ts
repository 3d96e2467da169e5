/** Equal findings about many lines, told once. */
import type { Finding } from '../../schemas/generated/types.ts';
import { find } from '../findings/index.ts';

/** More rows than this without a unit are one finding: the form keeps units in a place of their own. */
const few = 3;

/** The findings, those about missing units gathered where there are many. */
export function gathered(findings: readonly Finding[]): Finding[] {
  const unitless = findings.filter(({ code }) => code === 'unit-missing');
  if (unitless.length <= few) return [...findings];
  const first = findings.indexOf(unitless[0]!);
  const names = [...new Set(unitless.flatMap(({ place }) => place?.name ?? []))];
  const shown = names.slice(0, few);
  const all = find('units-missing', {
    count: new Set(unitless.map(({ place }) => place?.indicator)).size,
    names: {
      zh: shown.map((name) => `「${name}」`).join('、'),
      en: shown.map((name) => `"${name}"`).join(', '),
    },
  });
  return findings.flatMap((one, index) =>
    index === first ? [all] : one.code === 'unit-missing' ? [] : [one],
  );
}
