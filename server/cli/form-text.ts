/** An evaluation as a page of text: heading, table of lines, outcome. Adds nothing up; that is the ledger's. */
import {
  calculation,
  changeOf,
  Exact,
  type Form,
  type Language,
  type LedgerNode,
  type Loss,
  lossGroups,
} from '../../engine/index.ts';
import { type Column, fields, fold, pageWidth, table } from '../documents/layout.ts';
import type { AssessedForm } from './assess.ts';
import { absences, type Words, words } from './words.ts';

/** The heading: whose form, by which rulebook, from which file. */
export function heading({ file, evaluation }: AssessedForm, language: Language): string[] {
  const w = words[language];
  const { rulebook, form } = evaluation;
  return [
    ...fold(form.name, pageWidth),
    ...fields([
      [w.rulebook, `${rulebook.title} ${rulebook.rulebook}@${rulebook.edition}`],
      [w.file, file],
    ]),
    '',
  ];
}

/** What every table of a form begins with. */
const formColumns = (w: Words): Column[] => [
  { title: w.indicator, widest: 'rest' },
  { title: w.weight, align: 'point' },
  { title: w.target, widest: 16 },
  { title: w.actual, widest: 22 },
];

/** The table a reviewer reads: what was claimed beside what the rule gives. */
export function auditTable({ form, evaluation }: AssessedForm, language: Language): string[] {
  const w = words[language];
  const columns: Column[] = [
    ...formColumns(w),
    { title: w.claimed, align: 'point' },
    { title: w.computed, align: 'point' },
    { title: w.difference, align: 'point' },
  ];
  const row = (node: LedgerNode, name: string): string[] => [
    name,
    node.weight,
    ...cellsOf(node, form),
    node.claimed ?? '',
    pointsOf(node, language),
    differenceOf(node.claimed, node.points),
  ];
  const { ledger } = evaluation;
  return table(columns, [...rowsOf(ledger, row), row(ledger, w.total)]);
}

/** The table of a score: what each line won and lost. */
export function scoreTable({ form, evaluation }: AssessedForm, language: Language): string[] {
  const w = words[language];
  const columns: Column[] = [
    ...formColumns(w),
    { title: w.points, align: 'point' },
    { title: w.lost, align: 'point' },
  ];
  const row = (node: LedgerNode, name: string): string[] => [
    name,
    node.weight,
    ...cellsOf(node, form),
    pointsOf(node, language),
    node.lost,
  ];
  const { ledger } = evaluation;
  return table(columns, [...rowsOf(ledger, row), row(ledger, w.total)]);
}

/** Total, and the grade or why there is none. */
export function outcome({ evaluation }: AssessedForm, language: Language): string[] {
  const w = words[language];
  const { total, outOf, grade, gradeWithheld, status, range } = evaluation;
  const score = language === 'zh' ? `${total}（${w.outOf} ${outOf}）` : `${total} ${w.outOf} ${outOf}`;
  return [
    '',
    ...fields([
      [w.score, status === 'incomplete' ? `${score} · ${w.incomplete}` : score],
      ...(range ? [[w.range, `${range.least} ${w.to} ${range.most}`] as const] : []),
      ...(grade ? [[w.grade, grade] as const] : []),
      ...(gradeWithheld ? [[w.grade, `${w.noGrade}：${gradeWithheld[language]}`] as const] : []),
    ]),
  ];
}

/** Where each point of the total went, with the calculation; what is not scored yet is told apart. */
export function losses({ evaluation }: AssessedForm, language: Language): string[] {
  const w = words[language];
  const nodes = new Map(nodesOf(evaluation.ledger).map((node) => [node.id, node]));
  const how = ({ id, name, because }: Loss): string => {
    const node = nodes.get(id);
    const computed = node && !node.children ? calculation(node.steps, language) : undefined;
    const why = because?.[language] === name ? undefined : because?.[language];
    return [why, computed].filter(Boolean).join(language === 'zh' ? '：' : ': ');
  };
  return lossGroups(evaluation).flatMap(({ kind, total, losses: entries }) => [
    '',
    `${w.losses[kind]} ${total}`,
    ...entries.flatMap((loss) =>
      fold(`  ${loss.name} ${changeOf(loss)}  ${how(loss)}`.trimEnd(), pageWidth, '    '),
    ),
  ]);
}

/** The lines below the whole, indented by level; groups nobody used are left out. */
const rowsOf = (node: LedgerNode, row: (node: LedgerNode, name: string) => string[], depth = 0): string[][] =>
  (node.children ?? [])
    .filter((child) => !isUnused(child))
    .flatMap((child) => [row(child, '  '.repeat(depth) + child.name), ...rowsOf(child, row, depth + 1)]);

const isUnused = ({ declared, weight, points, claimed, children = [] }: LedgerNode): boolean =>
  !declared && weight === '0' && points === '0' && claimed === undefined && children.every(isUnused);

const nodesOf = (node: LedgerNode): LedgerNode[] => [node, ...(node.children ?? []).flatMap(nodesOf)];

/** Target and actual as the form has them; of a fixed line, the inputs it was computed from. */
function cellsOf(node: LedgerNode, { submission }: Form): [string, string] {
  if (node.declared) {
    const row = submission.declared?.find((one, index) => (one.id ?? `row-${index + 1}`) === node.id);
    // As they were read, with the sign and the unit of columns of their own.
    const [target, actual] = node.steps.flatMap((step) => (step.step === 'read' ? [step.text] : []));
    return [cellText(target ?? row?.target), cellText(actual ?? row?.actual)];
  }
  const inputs = node.steps.flatMap((step) => {
    if (step.step !== 'read' || step.text === undefined) return [];
    // 10万 and 65.66（万元） say their unit themselves.
    const unit = step.unit && /^-?[\d.,]+$/.test(step.text) ? step.unit : '';
    return [`${step.name === node.name ? '' : `${step.name} `}${step.text}${unit}`];
  });
  return ['', inputs.join('\n')];
}

const cellText = (cell: string | boolean | undefined): string =>
  cell === undefined ? '' : String(cell).replace(/\s+/g, ' ');

/** Points, or why there are none. */
function pointsOf(node: LedgerNode, language: Language): string {
  const absence = absences[node.status][language];
  return absence && (node.points === '0' || !node.children) ? absence : node.points;
}

/** What was claimed above (+) or below (−) what the rule gives. */
export function differenceOf(claimed: string | undefined, computed: string): string {
  const [filed, rule] = [claimed === undefined ? undefined : Exact.parse(claimed), Exact.parse(computed)];
  if (!filed || !rule) return '';
  const difference = filed.minus(rule);
  const size = difference.absolute().toText();
  return difference.isZero() ? '0' : `${difference.sign() > 0 ? '+' : '−'}${size}`;
}
