/** A form that was really filed, from the cases beside the rulebooks, to show what the server does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { audit, type Evaluation, type Form, formOfValue, readCase } from '../../engine/index.ts';
import type { Edition, Library } from '../library.ts';
import type { Example } from './route.ts';

/** The shortest case that shows the most: filed by a unit that claimed what is right, and lost some points. */
export async function findExample(library: Library): Promise<Example | undefined> {
  const forms = (await library.all()).flatMap((edition) =>
    filedForms(edition).map((form) => ({ edition, form, length: JSON.stringify(form.submission).length })),
  );
  forms.sort((a, b) => a.length - b.length);
  for (const { edition, form } of forms) {
    if (!edition.plan) continue;
    const { evaluation } = await audit(edition.plan, form);
    if (evaluation && isTelling(evaluation)) return { submission: form.submission, evaluation };
  }
  return undefined;
}

/** The forms in the cases of an edition that name the unit that filed them, without the reports filed along. */
function filedForms({ file }: Edition): Form[] {
  const folder = join(dirname(file), 'cases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => readCase(readFileSync(join(folder, name)), name).value?.form ?? [])
    .filter(({ submission }) => submission.unit !== undefined)
    .map(({ submission: { report, statements, ...submission } }) => formOfValue(submission));
}

const isTelling = ({ status, total, claimed, outOf, findings }: Evaluation): boolean =>
  status === 'complete' &&
  claimed === total &&
  total !== outOf &&
  findings.every(({ severity }) => severity !== 'error');
