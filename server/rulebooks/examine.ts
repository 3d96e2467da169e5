/** What is said of a rulebook as it is being written: its mistakes, its proofs, its cases, a form scored by it. */
import {
  audit,
  type Diagnostic,
  type Evaluation,
  formOfValue,
  hasErrors,
  isOpen,
  loadRulebook,
  type Proof,
  type Results,
  readForm,
  type Submission,
  type Verification,
  verifyRulebook,
} from '../../engine/index.ts';
import type { Checked } from '../../schemas/generated/types.ts';
import { filesInMemory } from '../cases/memory.ts';
import { countResults, runCases } from '../cases/run.ts';
import type { CaseFile } from '../library.ts';
import { planOfText } from './plans.ts';

/** The name a draft's text has in messages, and among the files of the draft. */
export const rulebookFile = 'rulebook.yaml';

/** Everything wrong with a text; `file` is what it is called in messages. */
export async function check({
  text,
  file = rulebookFile,
}: {
  text: string | Uint8Array;
  file?: string;
}): Promise<Checked> {
  const { value: plan, diagnostics } =
    typeof text === 'string' ? await planOfText(text, file) : await loadRulebook(text, file);
  return { usable: plan !== undefined, ...(plan ? { identity: plan.identity } : {}), diagnostics };
}

/** What is proved of a text, and what is not so. */
export async function verification({ text }: { text: string }): Promise<Verification> {
  const { verified, diagnostics } = await verifyRulebook(text, rulebookFile);
  return { rulebooks: [verified], diagnostics: verified.usable ? [] : diagnostics };
}

export interface RulebookFiles {
  text: string;
  cases: readonly CaseFile[];
}

/** The cases beside a text, run; `unusable` says why they cannot be. */
export async function caseResults({
  text,
  cases,
}: RulebookFiles): Promise<{ results?: Results; unusable: Diagnostic[] }> {
  const { value: plan, diagnostics } = await planOfText(text, rulebookFile);
  if (!plan) return { unusable: diagnostics };
  const { rulebook, edition } = plan.identity;
  const one = { name: `${rulebook}@${edition}`, file: rulebookFile, plan };
  const results = await runCases(one, new Map(), { files: filesInMemory(cases) });
  return { results: countResults(results), unusable: [] };
}

export type Previewed =
  | { evaluation: Evaluation; diagnostics: Diagnostic[] }
  | { evaluation?: undefined; unusable: 'rulebook' | 'form'; diagnostics: Diagnostic[] };

/** A form scored by a text as if it named it. */
export async function preview({
  text,
  submission,
}: {
  text: string;
  submission: Readonly<Record<string, unknown>>;
}): Promise<Previewed> {
  const { value: plan, diagnostics: mistakes } = await planOfText(text, rulebookFile);
  if (!plan) return { unusable: 'rulebook', diagnostics: mistakes };
  const { rulebook, edition } = plan.identity;
  const whole = { ...submission, rulebook, edition };
  const { value: form, diagnostics } = readForm(JSON.stringify(whole), 'body');
  if (!form) return { unusable: 'form', diagnostics: diagnostics.map(inBody) };
  const { evaluation, diagnostics: others } = await audit(plan, formOfValue(whole as unknown as Submission));
  const all = [...diagnostics, ...others].map(inBody);
  return evaluation ? { evaluation, diagnostics: all } : { unusable: 'form', diagnostics: all };
}

/** The form stands inside what was sent: its lines are not those of the body, its pointers begin further in. */
const inBody = (one: Diagnostic): Diagnostic =>
  one.place ? { ...one, place: { file: 'body', pointer: `/submission${one.place.pointer ?? ''}` } } : one;

/** Proofs that stand in the way of publishing, each with its place. */
export const openErrors = (proofs: readonly Proof[]): Diagnostic[] =>
  proofs
    .filter((one) => isOpen(one) && hasErrors([one]))
    .map(({ code, severity, message, help, place }) => ({
      code,
      severity,
      message,
      ...(help ? { help } : {}),
      ...(place ? { place } : {}),
    }));
