/** Findings about how the lines of a form were read and scored. */
import type { Bilingual, Finding, Submission } from '../../schemas/generated/types.ts';
import { namesInRule, rangeNames } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { listedNames } from '../diagnostics/index.ts';
import { inEnglish, namesIn } from '../expression/index.ts';
import { type FindingPlace, find } from '../findings/index.ts';
import type { Award } from '../methods/index.ts';
import { describeNotes, saysUndone } from '../read/index.ts';
import { figuresMissed } from './doubts.ts';
import { percent } from './messages.ts';
import type { ScoredNode } from './node.ts';
import { reasonOf } from './results.ts';
import type { Row } from './rows.ts';

/** Where a line stands, for a finding. */
export const placeOf = (node: ScoredNode<Exact>, cell?: FindingPlace['cell']): FindingPlace => ({
  indicator: node.id,
  name: node.name,
  ...(cell ? { cell } : {}),
});

const cells = {
  target: { zh: '目标值', en: 'target' },
  actual: { zh: '完成值', en: 'actual' },
} as const;

/** What stands where a number or a date should. */
const writtenAs = {
  blank: { zh: '空', en: 'empty' },
  number: { zh: '数', en: 'a number' },
  date: { zh: '日期', en: 'a date' },
  range: { zh: '一个范围', en: 'a range' },
  words: { zh: '文字', en: 'words' },
  compound: { zh: '多个数', en: 'several numbers' },
} as const satisfies Record<Row<unknown>['actual']['kind'], Bilingual>;

/** What is odd about the cells of a declared indicator, and about what its rule made of them. */
export function remarksOf(
  node: ScoredNode<Exact>,
  submission: Submission,
  labelOf: (key: string) => string,
): readonly Finding[] {
  const isPlain =
    !(node.row?.remarks.size || lacksDay(node.row)) &&
    node.unscored === undefined &&
    !node.open &&
    node.basis !== 'claimed';
  const isOrdinary =
    isPlain &&
    !node.awards.some(
      ({ zeroDivision, negativeTarget, reasonOwed }) => zeroDivision || negativeTarget || reasonOwed,
    );
  if (isOrdinary) return none;
  const all = [...rowRemarks(node), ...unscoredRemarks(node, labelOf), ...adoptedRemarks(node)];
  const { name } = node;
  for (const award of node.awards) {
    if (award.zeroDivision) all.push(zeroRemark(node, 'actual'));
    if (award.negativeTarget) all.push(negativeRemark(node, award));
    if (award.reasonOwed && !reasonOf(submission, node))
      all.push(find('reason-owed', { name }, placeOf(node, 'reason')));
  }
  return all;
}

const none: readonly Finding[] = [];

/** True where a day is computed with and something else was filled in; what a person judges is computed with nothing. */
const lacksDay = (row: Row<Exact> | undefined): boolean =>
  row?.kind === 'date' &&
  row.actual.kind !== 'blank' &&
  row.actualNumber === undefined &&
  !row.plan.rule.judged;

/** A claimed score that is taken, and was beyond what the line can have. */
function adoptedRemarks(node: ScoredNode<Exact>): Finding[] {
  const { name, basis, claimed, most, plan } = node;
  if (basis !== 'claimed' || !claimed) return [];
  const place = placeOf(node, 'claimed');
  const isDeducted = plan?.line === 'penalty';
  const points = isDeducted ? claimed.absolute() : claimed;
  if (points.sign() < 0) return [find('score-below-zero', { name, claimed: claimed.toText() }, place)];
  if (points.compare(most) <= 0) return [];
  const parameters = { name, claimed: points.toText(), weight: most.toText(), cause: { zh: '', en: '' } };
  return [find('score-above-weight', parameters, place)];
}

function rowRemarks(node: ScoredNode<Exact>): Finding[] {
  const { row, name } = node;
  const isDayless = lacksDay(row);
  if (!row || (row.remarks.size === 0 && !isDayless)) return [];
  const target = row.target.text;
  const actual = row.actual.text;
  const { remarks } = row;
  const all: Finding[] = [];
  if (remarks.has('unit-missing') && row.target.unit)
    all.push(
      find(
        'unit-missing',
        { name, cell: cells.actual, written: actual, unit: row.target.unit },
        placeOf(node, 'actual'),
      ),
    );
  if (remarks.has('target-unit-missing') && row.actual.unit)
    all.push(
      find(
        'unit-missing',
        { name, cell: cells.target, written: target, unit: row.actual.unit },
        placeOf(node, 'target'),
      ),
    );
  if (remarks.has('claim-unreadable'))
    all.push(
      find('claim-unreadable', { name, text: String(row.declared.claimed) }, placeOf(node, 'claimed')),
    );
  if (remarks.has('target-unread')) {
    const why = whyUnread(row.target);
    all.push(find('target-unread', { name, target, why }, placeOf(node, 'target')));
  }
  for (const code of ['unit-mismatch', 'counted-alike'] as const)
    if (remarks.has(code)) all.push(find(code, { name, target, actual }, placeOf(node, 'actual')));
  for (const code of ['range-without-rule', 'negative-undirected'] as const)
    if (remarks.has(code)) all.push(find(code, { name, target, actual }, placeOf(node, 'target')));
  for (const code of ['direction-unclear', 'actual-vague', 'deadline-unclear'] as const)
    if (remarks.has(code)) all.push(find(code, { name, target, actual }, placeOf(node, 'actual')));
  if (remarks.has('figures-missed')) {
    const figures = listedNames(figuresMissed(row.target, row.actual));
    all.push(find('figures-missed', { name, target, actual, figures }, placeOf(node, 'actual')));
  }
  if (remarks.has('none-as-zero')) {
    const severity = saysUndone(actual) ? 'warning' : 'info';
    all.push(find('none-as-zero', { name, actual }, placeOf(node, 'actual'), severity));
  }
  const [one, other] = (row.rates ?? []).map(percent);
  if (one !== undefined && other === undefined)
    all.push(find('rate-as-share', { name, written: actual, read: one }, placeOf(node, 'actual')));
  if (one !== undefined && other !== undefined)
    all.push(find('rate-unclear', { name, target, actual, one, other }, placeOf(node, 'actual')));
  if (remarks.has('operator-in-actual'))
    all.push(find('operator-in-actual', { name, actual }, placeOf(node, 'actual')));
  if (remarks.has('not-numeric') || isDayless) {
    const reading = remarks.has('met-in-words')
      ? { zh: '读作达到目标', en: 'read as the target met' }
      : { zh: '无法与目标比较', en: 'it cannot be compared with the target' };
    // Points for words that cannot be compared rest on nothing, as those for an empty cell.
    const rests = node.status !== 'not-applicable' && !remarks.has('met-in-words');
    const isClaimed = rests && (row.claimed?.sign() ?? 0) > 0;
    const severity = isClaimed ? 'error' : 'warning';
    const code = isDayless ? 'not-a-date' : 'not-numeric';
    const written = writtenAs[row.actual.kind];
    all.push(find(code, { name, target, actual, written, reading }, placeOf(node, 'actual'), severity));
  }
  return all;
}

/** What keeps a cell from being read, in the words of its reading. */
const whyUnread = (reading: Row<Exact>['target']): Bilingual => ({
  zh: describeNotes(reading, 'zh'),
  en: describeNotes(reading, 'en'),
});

function unscoredRemarks(node: ScoredNode<Exact>, labelOf: (key: string) => string): Finding[] {
  const { name } = node;
  switch (node.unscored) {
    case 'no-weight':
      return [find('weight-missing', { name }, placeOf(node, 'weight'))];
    case 'no-band':
      return [find('no-band', { name, ...noBand(node) }, placeOf(node))];
    case 'incomparable':
    case 'tier-unknown':
    case 'tier-contradicted':
    case 'share-contradicted':
      return [];
    case 'zero-division':
      return [zeroRemark(node, 'target')];
    default:
      if (!node.open || node.children.length > 0 || isToldByAward(node)) return [];
      return [find('data-missing', { name, what: missingOf(node, labelOf) }, placeOf(node))];
  }
}

/** True where what the rulebook withholds a score of is told for itself. */
const isToldByAward = ({ unscored, awards }: ScoredNode<Exact>): boolean =>
  unscored === 'withheld' &&
  awards.some(({ zeroDivision, negativeTarget }) => zeroDivision || negativeTarget);

const defect = {
  zh: '这是规则的缺陷，请告诉制定规则的部门。',
  en: 'this is a defect of the rulebook; tell those who keep it.',
};
const misjudged = {
  zh: '按规则所列的档次给分；规则漏了这一档的，请告诉制定规则的部门。',
  en: 'judge by the tiers of the rulebook; where it lacks one, tell those who keep it.',
};

/** Which form no band fits: what a person gave, where a person judges. */
function noBand({ sheet }: ScoredNode<Exact>): { what: Bilingual; todo: Bilingual } {
  const share = sheet?.numbers('judged.share');
  if (share instanceof Exact) {
    const given = percent(share);
    return {
      what: { zh: `给了分值的 ${given}，`, en: `the ${given} of its weight that it was given` },
      todo: misjudged,
    };
  }
  const tier = sheet?.words('judged.tier');
  if (typeof tier === 'string')
    return { what: { zh: `评为「${tier}」，`, en: `the choice "${tier}"` }, todo: misjudged };
  return { what: { zh: '的情形', en: 'this form' }, todo: defect };
}

/** What a line lacks, as printed: cells of a row, or inputs of a fixed line. */
function missingOf({ row, plan, sheet }: ScoredNode<Exact>, labelOf: (key: string) => string): Bilingual {
  const empty = (['target', 'actual'] as const).filter((cell) => row?.[cell].kind === 'blank');
  if (empty.length > 0)
    return {
      zh: empty.map((cell) => cells[cell].zh).join('、'),
      en: empty.map((cell) => cells[cell].en).join(', '),
    };
  const rule = row ? row.plan.rule : plan?.kind === 'leaf' ? plan.rule : undefined;
  const metric = plan?.kind === 'leaf' ? plan.metric : undefined;
  // How an actual stands to a range is told by the actual.
  const keys = new Set(
    [...(metric ? namesIn(metric) : []), ...(rule ? namesInRule(rule) : [])].map((key) =>
      Object.hasOwn(rangeNames, key) ? 'actual' : key,
    ),
  );
  const missing = [...keys].filter(
    (key) => sheet?.numbers(key) === undefined && sheet?.words(key) === undefined,
  );
  const names = [...new Set(missing.map((key) => labelOf(key)))];
  const { zh, en } = listedNames(names.length > 0 ? names : ['—']);
  return { zh, en: inEnglish(en) };
}

/** How the rulebook reads a target below zero. What it gives no reading of is not scored, and is an error. */
function negativeRemark(node: ScoredNode<Exact>, award: Award): Finding {
  const { name, row, weight } = node;
  const target = row?.target.text ?? '';
  const place = placeOf(node, 'target');
  if (node.status !== 'scored') {
    const reading = {
      zh: '规则没有写未达到时怎样给分，未计分',
      en: 'the rulebook does not say what missing it scores, so it was not scored',
    };
    return find('negative-target', { name, target, reading }, place, 'error');
  }
  const points = node.points.absolute().toText();
  const isFull = award.points !== undefined && node.points.equals(weight);
  const reading = isFull
    ? { zh: `已达到目标，按满分 ${points} 分计`, en: `it was met: full marks, ${points}` }
    : {
        zh: `未达到目标，按规则的口径计 ${points} 分`,
        en: `it was missed: ${points} points by the reading of the rulebook`,
      };
  return find('negative-target', { name, target, reading }, place);
}

/** A division by zero. Points claimed for what the rulebook gives no reading of rest on nothing. */
function zeroRemark(node: ScoredNode<Exact>, cell: 'target' | 'actual'): Finding {
  const { name, status, claimed } = node;
  const isUnfounded = status !== 'scored' && status !== 'not-applicable' && (claimed?.sign() ?? 0) > 0;
  const parameters = { name, reading: zeroReading(node) };
  return find('divided-by-zero', parameters, placeOf(node, cell), isUnfounded ? 'error' : undefined);
}

/** How the rulebook reads the division by zero, told with the points it gives. */
function zeroReading(node: ScoredNode<Exact>): { zh: string; en: string } {
  if (node.status !== 'scored')
    return { zh: '规则没有写这时怎样给分，不计分', en: 'the rulebook gives no reading, so it is not scored' };
  const points = node.points.toText();
  return node.points.equals(node.weight)
    ? { zh: `按规则的口径给满分 ${points} 分`, en: `read as full marks, ${points}` }
    : { zh: `按规则的口径给 ${points} 分`, en: `read as ${points} points` };
}
