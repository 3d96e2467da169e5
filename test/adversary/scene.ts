/** Two rulebooks and forms for both, loaded and scored once, for everything that is held against them. */

import { compileRulebook } from '../../engine/compile/index.ts';
import type { Exact } from '../../engine/decimal.ts';
import { evaluationOf } from '../../engine/evaluate/evaluate.ts';
import { nodesOf, type ScoredForm, scoreForm } from '../../engine/evaluate/index.ts';
import {
  type ComparableEdition,
  type Evaluation,
  type Form,
  formOfValue,
  hasErrors,
  readDocument,
  type ScoringPlan,
  type SourceDocument,
  type Submission,
} from '../../engine/index.ts';
import { validateAgainst } from '../../engine/validate/schema.ts';
import { carriers } from './carry.ts';
import type { JsonObject } from './generate/json.ts';

/** What was claimed, and what came out. */
export interface Contradiction {
  /** A short name: the same for all contradictions of one kind. */
  claim: string;
  told: string;
  form?: JsonObject;
}

export interface Side {
  written: JsonObject;
  text: string;
  plan: ScoringPlan;
  document: SourceDocument;
  edition: ComparableEdition;
}

export type Node = ScoredForm['whole'];

/** A form as one rulebook scores it. */
export interface Trial {
  value: JsonObject;
  form: Form;
  /** Undefined where the form is refused. */
  scored: ScoredForm | undefined;
  evaluation: Evaluation | undefined;
  codes: string[];
  nodes: Node[];
}

/** One form under both rulebooks. */
export interface Both {
  before: Trial;
  after: Trial;
}

export interface Scene {
  before: Side;
  after: Side;
  forms: Both[];
}

export async function sideOf(written: JsonObject, file: string): Promise<Side | undefined> {
  const text = JSON.stringify(written);
  const document = readDocument(text, { file }).document!;
  if (hasErrors(validateAgainst(document, 'rulebook'))) return undefined;
  const { plan } = await compileRulebook(document);
  if (!plan) return undefined;
  return { written, text, plan, document, edition: { plan, document } };
}

export async function trialOf(plan: ScoringPlan, value: JsonObject): Promise<Trial> {
  const form = formOfValue(value as unknown as Submission);
  const { scored, diagnostics } = await scoreForm(plan, form);
  return {
    value,
    form,
    scored,
    evaluation: scored && evaluationOf(scored, scored.findings),
    codes: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
    nodes: scored ? nodesOf(scored.whole) : [],
  };
}

/** The scene of two loaded rulebooks: each form as filed under the earlier, then carried over to the later. */
export async function sceneOf(before: Side, after: Side, values: readonly JsonObject[]): Promise<Scene> {
  const { forward, back } = carriers(before.plan, after.plan);
  const forms: Both[] = [];
  for (const value of values) {
    const own = back(value);
    forms.push({ before: await trialOf(before.plan, own), after: await trialOf(after.plan, forward(own)) });
  }
  return { before, after, forms };
}

/** The lines that a rule scores: fixed leaves and declared rows. */
export const linesIn = ({ nodes }: Trial): Node[] =>
  nodes.filter(({ row, plan }) => row !== undefined || plan?.kind === 'leaf');

/** The id under which a line is spoken of: a leaf's own, or that of the kind of target of a row. */
export const lineIdOf = ({ row, id }: Node): string => (row ? (row.plan?.id ?? '') : id);

export const text = (value: Exact | undefined): string => value?.toText() ?? 'nothing';
