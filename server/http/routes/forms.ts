/** Forms: scored, audited, explained. Handlers only translate; the engine does the work. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import {
  type Diagnostic,
  audit as engineAudit,
  auditDossier as engineAuditDossier,
  evaluate as engineEvaluate,
  explain as engineExplain,
  type Form,
  hasErrors,
  kindOfDocument,
  type Loaded,
  readDossier,
  readForm,
  rulebookNamedIn,
} from '../../../engine/index.ts';
import { findEdition, planFor, planOf } from '../../rulebooks/find.ts';
import { readBody } from '../body.ts';
import { languageOf } from '../language.ts';
import { type ProblemCode, Refusal } from '../problems.ts';
import { route } from '../route.ts';
import type { Services } from '../services.ts';

const bodyProblems = [
  'unreadable-body',
  'unknown-rulebook',
  'body-too-slow',
  'unusable-rulebook',
  'body-too-large',
  'unsupported-media-type',
] as const satisfies readonly ProblemCode[];

/** Reads a body; where it is not even YAML or JSON, the mistake is the request's (400), else the document's (422). */
function readAs<Value>(
  body: Uint8Array,
  read: (body: Uint8Array, file: string) => Loaded<Value>,
  unusable: ProblemCode,
): Value {
  const { value, diagnostics } = read(body, 'body');
  if (value !== undefined) return value;
  const unreadable = hasErrors(kindOfDocument(body, 'body').diagnostics);
  throw new Refusal(unreadable ? 'unreadable-body' : unusable, { diagnostics });
}

/** A result, with what did not stand in its way. */
const withWarnings = <Result extends object>(result: Result, diagnostics: readonly Diagnostic[]): Result =>
  diagnostics.length > 0 ? { ...result, diagnostics } : result;

/** The form of a body. What is wrong with it is told in the words of the rulebook it names. */
async function formIn(body: Uint8Array, library: Services['library']): Promise<Form> {
  const { value } = readForm(body, 'body');
  if (value) return value;
  const named = rulebookNamedIn(body);
  const plan = named && (await library.edition(named.rulebook, named.edition))?.plan;
  return readAs(body, (text, file) => readForm(text, file, plan), 'unusable-form');
}

type Score = typeof engineEvaluate;

/** Reads the form of a request and scores it by the rulebook it names. */
async function scored(c: Context, { library }: Services, score: Score) {
  const form = await formIn(await readBody(c), library);
  const { evaluation, diagnostics } = await score(await planFor(library, form), form);
  if (!evaluation) throw new Refusal('unusable-form', { diagnostics });
  return withWarnings(evaluation, diagnostics);
}

export const evaluate = route({
  method: 'post',
  path: '/api/evaluate',
  id: 'evaluateForm',
  tag: 'forms',
  right: 'anyone',
  summary: { zh: '给自评表计分', en: 'Score a form' },
  description: {
    zh: '按表上写明的评分规则（rulebook 与 edition）计分，每一分都有来历。数可写成数或文本，一律逐位计算，不经过浮点数。',
    en: 'Scores by the rulebook the form names; every point is accounted for. Numbers may be written as numbers or text: they are computed digit by digit, never as doubles.',
  },
  request: { schema: 'submission', raw: true, example: ({ submission }) => submission },
  answer: {
    description: { zh: '评价结果：总分、等次、得分明细、疑点。', en: 'Total, grade, ledger and findings.' },
    content: { 'application/json': 'evaluation' },
    example: ({ evaluation }) => evaluation,
  },
  problems: [...bodyProblems, 'unusable-form'],
  handle: async ({ c, services }) => c.json(await scored(c, services, engineEvaluate)),
});

export const audit = route({
  method: 'post',
  path: '/api/audit',
  id: 'auditForm',
  tag: 'forms',
  right: 'anyone',
  summary: { zh: '稽核一张自评表', en: 'Audit a form' },
  description: {
    zh: '计分之外，再拿自评得分、分值、所述的率、原因、年度等逐项核对，疑点写在 findings。',
    en: 'Scores, then holds what was claimed against what was computed; see the findings.',
  },
  request: { schema: 'submission', raw: true, example: ({ submission }) => submission },
  answer: {
    description: { zh: '评价结果，疑点在其中。', en: 'The evaluation with every finding.' },
    content: { 'application/json': 'evaluation' },
  },
  problems: [...bodyProblems, 'unusable-form'],
  handle: async ({ c, services }) => c.json(await scored(c, services, engineAudit)),
});

export const auditDossier = route({
  method: 'post',
  path: '/api/audit-dossier',
  id: 'auditDossier',
  tag: 'forms',
  right: 'anyone',
  summary: { zh: '稽核一份申报材料', en: 'Audit a dossier' },
  description: {
    zh: '一个单位同一年度的各表一并稽核；各表须直接写在 forms 中。有一张表不能计分，整份不答复：缺了表，表间核对就不可靠。',
    en: 'Audits the forms of one unit and year together. One form that cannot be scored refuses the whole, since checks across forms need them all.',
  },
  request: {
    schema: 'inlineDossier',
    raw: true,
    example: ({ submission: { rulebook, edition, unit, name }, submission }) => ({
      dossier: unit ?? name,
      rulebook,
      edition,
      forms: [submission],
    }),
  },
  answer: {
    description: {
      zh: '各表的评价结果，与各表之间的疑点。',
      en: 'Each evaluation, and findings across forms.',
    },
    content: { 'application/json': 'audit' },
  },
  problems: [...bodyProblems, 'unusable-dossier'],
  handle: async ({ c, services: { library } }) => {
    const { dossier, forms } = readAs(await readBody(c), readDossier, 'unusable-dossier');
    const inline = inlineForms(forms);
    const edition = await findEdition(library, dossier.rulebook, dossier.edition, {
      file: 'body',
      pointer: '/rulebook',
    });
    const { audit, diagnostics } = await engineAuditDossier(planOf(edition), dossier, inline);
    if (hasErrors(diagnostics)) throw new Refusal('unusable-dossier', { diagnostics });
    return c.json(withWarnings(audit, diagnostics));
  },
});

/** The forms, none of which may be the name of a file. */
function inlineForms(forms: readonly (Form | string)[]): Form[] {
  const inline = forms.filter((form) => typeof form !== 'string');
  if (inline.length === forms.length) return inline;
  const pointers = forms.flatMap((form, index) => (typeof form === 'string' ? [`/forms/${index}`] : []));
  throw new Refusal('unusable-dossier', {
    detail: {
      zh: `这里没有文件可读，各表须直接写出：${pointers.join('、')}。`,
      en: `there are no files to read here; write the forms out: ${pointers.join(', ')}.`,
    },
  });
}

export const explain = route({
  method: 'post',
  path: '/api/explain',
  id: 'explainForm',
  tag: 'forms',
  right: 'anyone',
  summary: { zh: '把得分逐行讲清楚', en: 'Explain the score of a form' },
  description: {
    zh: '计分，再写成人能逐行核对的文字：每行怎样得分、为何失分、依据哪一条。Accept 为 text/plain 时直接给文字。',
    en: 'Scores, and writes each line out for a person to follow. Accept: text/plain gives the text alone.',
  },
  request: { schema: 'submission', raw: true, example: ({ submission }) => submission },
  answer: {
    description: { zh: '说明文字。', en: 'The explanation.' },
    content: { 'application/json': 'explained', 'text/plain': 'text' },
    example: ({ evaluation }) => ({ text: engineExplain(evaluation, 'zh') }),
  },
  problems: [...bodyProblems, 'unusable-form'],
  handle: async ({ c, services }) => {
    const evaluation = await scored(c, services, engineEvaluate);
    const language = languageOf(c);
    const text = engineExplain(evaluation, language);
    c.header('Content-Language', language);
    c.header('Vary', 'Accept, Accept-Language');
    const supports = ['application/json', 'text/plain'];
    const type = accepts(c, { header: 'Accept', supports, default: 'application/json' });
    return type === 'text/plain' ? c.text(text) : c.json({ text });
  },
});
