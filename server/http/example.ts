/** A form that was really filed, from the cases beside the rulebooks, to show what the server does. */
import { audit, type Evaluation, type Form, formOfValue, readCase } from '../../engine/index.ts';
import type { Edition, Rulebooks } from '../library.ts';
import type { Example } from './services.ts';

/** The shortest case that shows the most: filed by a unit that claimed what is right, and lost some points. */
export async function findExample(library: Rulebooks): Promise<Example | undefined> {
  const forms: { edition: Edition; form: Form; length: number }[] = [];
  for (const edition of await library.all())
    for (const form of await filedForms(library, edition))
      forms.push({ edition, form, length: JSON.stringify(form.submission).length });
  forms.sort((a, b) => a.length - b.length);
  for (const { edition, form } of forms) {
    if (!edition.plan) continue;
    const { evaluation } = await audit(edition.plan, form);
    if (evaluation && isTelling(evaluation)) return { submission: form.submission, evaluation };
  }
  return undefined;
}

/** The forms in the cases of an edition that name the unit that filed them, without the reports filed along. */
async function filedForms(library: Rulebooks, edition: Edition): Promise<Form[]> {
  return (await library.cases(edition))
    .filter(({ path }) => path.startsWith('cases/'))
    .flatMap(({ path, text }) => readCase(text, path).value?.form ?? [])
    .filter(({ submission }) => submission.unit !== undefined)
    .map(({ submission: { report, statements, ...submission } }) => formOfValue(submission));
}

const isTelling = ({ status, total, claimed, outOf, findings }: Evaluation): boolean =>
  status === 'complete' &&
  claimed === total &&
  total !== outOf &&
  findings.every(({ severity }) => severity !== 'error');
