/** Forms as they are printed can be entered, and nothing is said of them that is not justified. */
import { describe, expect, test } from 'vitest';
import { audit, readForm } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { editions, loadPlan } from '../support/repository.ts';

type Values = Record<string, unknown>;

interface Shape {
  name: string;
  /** By path; `~` is written as null, and takes out a row. */
  change?: Values;
  /** Every row without its weight and score. */
  unweighted?: true;
  total?: string;
  /** Where no grade is given: what the reason begins with. */
  grade?: string;
  /** `severity code place`, those above a note. */
  findings?: string[];
  refused?: string;
}

const { form, forms } = readData<{ form: Values; forms: Shape[] }>(
  new URL('./shapes/forms.yaml', import.meta.url).pathname,
);
const plan = loadPlan(editions.find(({ name }) => name === 'national/2020')!);

function changed({ change = {}, unweighted }: Shape): Values {
  const copy = structuredClone(form) as Values & { declared: Values[] };
  for (const [path, value] of Object.entries(change)) {
    const [part, key, cell] = path.split('.');
    if (part !== 'declared' || key === undefined) {
      const owner = key === undefined ? copy : (copy[part!] as Values);
      owner[key ?? part!] = value;
      continue;
    }
    const at = copy.declared.findIndex(({ id }) => id === key);
    if (cell !== undefined) copy.declared[at]![cell] = value;
    else
      copy.declared.splice(
        at < 0 ? copy.declared.length : at,
        at < 0 ? 0 : 1,
        ...(value ? [value as Values] : []),
      );
  }
  if (unweighted) {
    copy.declared = copy.declared.map(({ weight, claimed, ...row }) => row);
    copy.claimed = {};
  }
  return copy;
}

describe('a form as it is printed', () => {
  test.each(forms)('$name', async (shape) => {
    const { value, diagnostics: mistakes } = readForm(JSON.stringify(changed(shape)), 'form.json');
    expect(mistakes).toEqual([]);
    const { evaluation, diagnostics } = await audit(await plan, value!);
    expect(diagnostics.map(({ code }) => code)).toEqual(shape.refused ? [shape.refused] : []);
    if (!evaluation) return;
    const { total, findings, gradeWithheld } = evaluation;
    const told = findings.flatMap(({ severity, code, place, message }) =>
      severity === 'info'
        ? []
        : [{ at: `${severity} ${code} ${place?.indicator ?? place?.cell}`, zh: message.zh }],
    );
    expect(told.map(({ at }) => at).sort(), told.map(({ zh }) => zh).join('\n')).toEqual(
      [...(shape.findings ?? [])].sort(),
    );
    expect(total).toBe(shape.total);
    expect(gradeWithheld?.zh ?? '').toContain(shape.grade ?? '');
    expect(gradeWithheld === undefined).toBe(shape.grade === undefined);
  });
});
