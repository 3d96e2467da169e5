/** What came of the forms of a node: how many stand where, how they scored, and what was found most often. */
import type { Statistics } from '../../schemas/generated/types.ts';
import type { Rulebooks } from '../library.ts';
import type { FindingCount } from '../submissions/counts.ts';
import { rateOf } from '../submissions/rate.ts';
import { type CountedForm, type FiledForm, type Selection, wasFiled } from './forms.ts';
import { linesOf } from './lines.ts';
import { distributionOf, meanRate, medianRate, shownRate } from './rates.ts';
import { FindingEditions } from './titles.ts';

export async function overviewOf(
  library: Rulebooks,
  forms: readonly CountedForm[],
  unit: Statistics['unit'],
  { year, rulebook, edition }: Selection,
): Promise<Statistics> {
  const filed = forms.filter(wasFiled);
  const scored = filed.filter((form) => rateOf(form) !== undefined);
  const rates = scored.map((form) => rateOf(form)!).sort((a, b) => a.compare(b));
  const shown = (key: string, rate: ReturnType<typeof rateOf>) => (rate ? { [key]: shownRate(rate) } : {});
  const query = {
    unit: unit.id,
    ...(year === undefined ? {} : { year }),
    ...(rulebook === undefined ? {} : { rulebook }),
    ...(edition === undefined ? {} : { edition }),
  };
  const counted = (state: CountedForm['state']) => forms.filter((form) => form.state === state).length;
  return {
    unit,
    ...(year === undefined ? {} : { year }),
    ...(rulebook === undefined ? {} : { rulebook }),
    ...(edition === undefined ? {} : { edition }),
    states: {
      draft: counted('draft'),
      filed: counted('filed'),
      returned: counted('returned'),
      accepted: counted('accepted'),
    },
    scored: scored.length,
    ...shown('mean', meanRate(scored)),
    ...shown('median', medianRate(rates)),
    ...shown('highest', rates.at(-1)),
    ...shown('lowest', rates[0]),
    distribution: bandsOf(rates, query),
    grades: gradesOf(scored).map((one) => ({ ...one, query: { ...query, grade: one.grade || 'none' } })),
    findings: (await findingsOf(library, filed)).map((one) => ({
      ...one,
      query: { ...query, finding: `${one.code}:${one.severity}` },
    })),
    lines: linesOf(filed, query),
  };
}

/** The bands, each with what leads to its forms: the lowest takes what is below, the highest what is above. */
function bandsOf(
  rates: Parameters<typeof distributionOf>[0],
  query: Statistics['grades'][number]['query'],
): Statistics['distribution'] {
  const bands = distributionOf(rates);
  return bands.map((band, index) => ({
    ...band,
    query: {
      ...query,
      ...(index === 0 ? {} : { rateFrom: band.from }),
      ...(index === bands.length - 1 ? {} : { rateTo: band.to }),
    },
  }));
}

/** The most frequent first; an empty grade is that none was given. */
function gradesOf(forms: readonly FiledForm[]): Omit<Statistics['grades'][number], 'query'>[] {
  const counts = new Map<string, number>();
  for (const { grade } of forms) counts.set(grade ?? '', (counts.get(grade ?? '') ?? 0) + 1);
  return [...counts]
    .map(([grade, count]) => ({ grade, count }))
    .sort((a, b) => b.count - a.count || compareText(a.grade, b.grade));
}

/** The findings on most forms first. */
async function findingsOf(
  library: Rulebooks,
  forms: readonly FiledForm[],
): Promise<Omit<Statistics['findings'][number], 'query'>[]> {
  const found = new Map<string, FindingCount & { forms: number }>();
  const editions = new FindingEditions();
  for (const form of forms)
    for (const { code, severity, count } of JSON.parse(form.findings) as FindingCount[]) {
      const key = `${code} ${severity}`;
      const known = found.get(key) ?? { code, severity, forms: 0, count: 0 };
      found.set(key, { ...known, forms: known.forms + 1, count: known.count + count });
      editions.add(code, form);
    }
  const titles = await editions.titles(library);
  return [...found.values()]
    .sort((a, b) => b.forms - a.forms || b.count - a.count || compareText(a.code, b.code))
    .map((one) => {
      const title = titles.get(one.code);
      return { ...one, ...(title ? { title } : {}) };
    });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
