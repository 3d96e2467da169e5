/** Two editions held against each other, and what the one means for the forms filed under the other. */
import type { MessagePort } from 'node:worker_threads';
import {
  type Assessed,
  assessor,
  type Diagnostic,
  hasErrors,
  prepareStudy,
  readForm,
  reportImpact,
  toldForms,
} from '../../engine/index.ts';
import { formsBeside } from '../cases/beside.ts';
import { filesInMemory } from '../cases/memory.ts';
import { differenceOf } from '../documents/diff/difference.ts';
import { type RulebookFiles, rulebookFile } from './examine.ts';
import { planOfText } from './plans.ts';

/** An edition or a draft as it stood when it was asked about. */
export interface Snapshot extends RulebookFiles {
  /** As `id@2000`. */
  name: string;
}

/** A document as JSON, or what is wrong with one of the rulebooks. */
export type Measured =
  | { document: string /** Of an impact: what becomes of each form. */; forms?: string }
  | { document?: undefined; diagnostics: Diagnostic[] };

const fileOf = ({ name }: Snapshot): string => `${name}/${rulebookFile}`;

/** What differs, shown by the forms in the cases of the earlier edition. */
export async function difference({ before, after }: Record<'before' | 'after', Snapshot>): Promise<Measured> {
  const [old, now] = [
    await planOfText(before.text, fileOf(before)),
    await planOfText(after.text, fileOf(after)),
  ];
  if (!old.value || !now.value) return { diagnostics: [...old.diagnostics, ...now.diagnostics] };
  const compared = await differenceOf(
    { plan: old.value, text: before.text, file: fileOf(before) },
    { plan: now.value, text: after.text, file: fileOf(after) },
    formsBeside(rulebookFile, new Map(), filesInMemory(before.cases)),
  );
  return { document: JSON.stringify(compared) };
}

/** A form as it was filed. */
export interface StoredForm {
  id: string;
  text: string;
}

/** What the thread asks for, and is given: the next forms; none is the end. */
export type FormsAsked = 'more';
export type FormsGiven = readonly StoredForm[];

/** What becomes of every form that comes through the port. */
export async function impact({
  before,
  after,
  forms,
}: Record<'before' | 'after', Snapshot> & { forms: MessagePort }): Promise<Measured> {
  try {
    const texts = [before, after].map((one) => ({ content: one.text, file: fileOf(one) }));
    const { study, diagnostics } = await prepareStudy(texts[0]!, texts[1]!);
    if (!study) return { diagnostics };
    const assess = assessor(study);
    const assessed: Assessed[] = [];
    for await (const { id, text } of formsFrom(forms)) {
      const { value: form, diagnostics: mistakes } = readForm(text, id);
      if (form && !hasErrors(mistakes)) assessed.push(await assess(form, id));
      else assessed.push({ label: { name: '', place: { file: id } }, is: 'broken', diagnostics: mistakes });
    }
    const result = reportImpact(study, assessed);
    return { document: JSON.stringify(result.impact), forms: JSON.stringify(toldForms(result)) };
  } finally {
    forms.close();
  }
}

async function* formsFrom(port: MessagePort): AsyncGenerator<StoredForm> {
  for (;;) {
    const given = await new Promise<FormsGiven>((resolve) => {
      port.once('message', resolve);
      port.postMessage('more' satisfies FormsAsked);
    });
    if (given.length === 0) return;
    yield* given;
  }
}
