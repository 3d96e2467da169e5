/** What may be proposed for each name of a rulebook, and how a proposal is written on a form. */
import type { InputPlan, ScoringPlan, TargetKind } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { dayNumber, isoDay } from '../expression/index.ts';
import type { Given } from './example.ts';
import type { Assignment, Value, Variable } from './solve.ts';

const round = ['100', '10000', '1000', '10', '1', '0'].map(Exact.of);
const shares = ['1', '0.5', '0'].map(Exact.of);

/** An input of a form. */
export function inputVariable({ edition }: ScoringPlan['identity'], input: InputPlan): Variable {
  const { type, min, max, unit, options } = input;
  if (type === 'date') return dateVariable(edition);
  if (type === 'yesNo') return { kind: 'yesNo', whole: false, anchors: [] };
  if (type === 'text' || type === 'choice') return { kind: 'text', whole: false, anchors: [], options };
  const allowed = (unit === '%' ? shares : round).filter(
    (one) => !(min && one.compare(min) < 0) && !(max && one.compare(max) > 0),
  );
  const ends = [min, max].filter((end) => end !== undefined);
  return {
    kind: 'number',
    min,
    max,
    whole: type === 'count',
    anchors: allowed.length > 0 ? allowed : ends,
  };
}

/** The last day of the year of an edition. */
export const dateVariable = (edition: string): Variable => {
  const year = /^\d{4}/.exec(edition)?.[0] ?? '2000';
  return { kind: 'date', whole: true, anchors: [Exact.of(dayNumber(`${year}-12-31`) ?? 0)] };
};

/** The cells of a declared row, and what a person gives. */
export function rowVariable(name: string, kind: TargetKind, edition: string): Variable | undefined {
  switch (name) {
    case 'target':
    case 'actual':
      return kind === 'date'
        ? dateVariable(edition)
        : { kind: 'number', min: Exact.zero, whole: false, anchors: round };
    case 'weight':
      return { kind: 'number', min: Exact.zero, whole: false, anchors: [Exact.of('10')] };
    default:
      return judgedVariable(name);
  }
}

export function judgedVariable(name: string): Variable | undefined {
  if (name === 'judged.share')
    return { kind: 'number', min: Exact.zero, max: Exact.one, whole: false, anchors: shares };
  return name === 'judged.tier' ? { kind: 'text', whole: false, anchors: [] } : undefined;
}

/** A value as a person writes it in the input's cell. */
export function writtenInput({ type, unit }: InputPlan, value: Value): string | boolean {
  if (!(value instanceof Exact)) return value;
  if (type === 'date') return isoDay(Number(value.toText()));
  return unit === '%' ? percent(value) : value.toText();
}

const percent = (value: Exact): string => `${value.times(Exact.hundred).toText()}%`;

const comparators: Record<TargetKind, string> = {
  atLeast: '≥',
  atMost: '≤',
  plain: '',
  equal: '＝',
  date: '',
  words: '',
};

/** The given of an example: inputs, and the cells of the row or the judgement. */
export function givenOf(plan: ScoringPlan, values: Assignment, kind: TargetKind | undefined): Given {
  const given: Given = kind ? rowCells(plan, values, kind) : {};
  // In the order a person finds them on the form.
  for (const [name, input] of plan.inputs) {
    const value = values.get(name);
    if (value !== undefined) given[name] = writtenInput(input, value);
  }
  const share = values.get('judged.share');
  const tier = values.get('judged.tier');
  const judgement = {
    ...(share instanceof Exact ? { share: percent(share) } : {}),
    ...(typeof tier === 'string' ? { tier } : {}),
  };
  if (Object.keys(judgement).length > 0) given.judgement = judgement;
  return given;
}

/** A row's target, actual and weight; a rule that reads none of them still needs a row of its kind. */
function rowCells({ identity }: ScoringPlan, values: Assignment, kind: TargetKind): Given {
  const weight = shown(values.get('weight') ?? Exact.of('10'));
  if (kind === 'words') return { target: '按要求完成', actual: '见评分', weight };
  const cell = (name: string) => {
    const value = values.get(name) ?? rowVariable(name, kind, identity.edition)!.anchors[0]!;
    return value instanceof Exact && kind === 'date' ? isoDay(Number(value.toText())) : shown(value);
  };
  return { target: `${comparators[kind]}${cell('target')}`, actual: cell('actual'), weight };
}

const shown = (value: Value): string => (value instanceof Exact ? value.toText() : String(value));
