/** The same form given twice: by its id, else by what it says of itself or by all that it holds. */
import type { Bilingual, Diagnostic, Submission } from '../../schemas/generated/types.ts';
import { diagnose } from '../diagnostics/index.ts';
import type { Form } from '../evaluate/index.ts';

/** A diagnostic for each form that was given before. */
export function repetitions(forms: readonly Form[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const [second, form] of forms.entries())
    for (const [first, earlier] of forms.slice(0, second).entries()) {
      const same = sameness(earlier.submission, form.submission);
      if (!same) continue;
      const which = { first: String(first + 1), second: String(second + 1), form: form.submission.name };
      const place = form.place(form.submission.id === undefined ? '/name' : '/id');
      diagnostics.push(diagnose('rollup-repeated', { ...which, same }, place));
      break;
    }
  return diagnostics;
}

/** What shows that two forms are one; undefined where nothing does. */
function sameness(one: Submission, other: Submission): Bilingual | undefined {
  const { id, unit, year } = other;
  if (one.id !== undefined && id !== undefined) {
    // Ids are unique within the forms of one unit and year.
    const differs = contradict(one.unit, unit) || contradict(one.year, year);
    return one.id === id && !differs
      ? { zh: `表号同为「${id}」`, en: `both have the id "${id}"` }
      : undefined;
  }
  if (unit !== undefined && year !== undefined)
    if (one.name.trim() === other.name.trim() && one.unit === unit && one.year === year)
      return {
        zh: '名称、填报单位、年度都相同',
        en: 'both have the same name, unit and year',
      };
  return contentOf(one) === contentOf(other)
    ? { zh: '内容完全相同', en: 'hold the same throughout' }
    : undefined;
}

const contradict = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** The form as text, whatever the order of its keys. */
function contentOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(contentOf).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value));
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${contentOf(one)}`).join(',')}}`;
}
