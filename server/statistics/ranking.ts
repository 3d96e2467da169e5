/** Filed forms by their rate, the highest first; equal rates have one rank, and the next counts those before it. */
import type { RankedForm } from '../../schemas/generated/types.ts';
import { rateOf } from '../submissions/rate.ts';
import { type CountedForm, wasFiled } from './forms.ts';
import { shownRate } from './rates.ts';

export function rankingOf(forms: readonly CountedForm[]): RankedForm[] {
  const ordered = forms
    .filter(wasFiled)
    .flatMap((form) => {
      const rate = rateOf(form);
      return rate ? [{ form, rate }] : [];
    })
    .sort((a, b) => b.rate.compare(a.rate));
  let rank = 0;
  return ordered.map(({ form, rate }, index) => {
    const before = ordered[index - 1];
    if (!before?.rate.equals(rate)) rank = index + 1;
    return {
      rank,
      submissionId: form.id,
      unit: { id: form.unitId, name: form.unitName },
      name: form.name,
      rulebook: form.rulebook,
      edition: form.edition,
      year: form.year,
      state: form.state,
      total: form.total,
      outOf: form.outOf,
      rate: shownRate(rate),
      ...(form.grade === null ? {} : { grade: form.grade }),
    };
  });
}
