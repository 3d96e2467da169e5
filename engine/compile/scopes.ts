/** The names in reach of each place in a rulebook. */
import type { Indicator, Rulebook } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { type FactKind, Scope } from '../expression/index.ts';
import type { Bounds } from '../linear/index.ts';
import type { InputPlan, TargetKind } from './plan.ts';

const kinds: Record<NonNullable<Rulebook['inputs']>[string]['type'], FactKind> = {
  amount: 'number',
  count: 'number',
  rate: 'number',
  number: 'number',
  date: 'date',
  yesNo: 'yesNo',
  text: 'text',
  choice: 'text',
};

const defaultUnits: Partial<Record<NonNullable<Rulebook['inputs']>[string]['type'], string>> = {
  amount: '万元',
  rate: '%',
  number: '',
  date: '日期',
};

/** True of inputs that are numbers: amounts, counts, rates; a date is none. */
export const isNumeric = ({ type }: Pick<NonNullable<Rulebook['inputs']>[string], 'type'>): boolean =>
  kinds[type] === 'number';

/** The unit an input has where its rulebook names none. */
export const unitOfInput = (input: NonNullable<Rulebook['inputs']>[string]): string | undefined =>
  input.unit ?? defaultUnits[input.type];

/** A written bound of an input as the number it is in arithmetic: a rate's 100 is 100%, which is 1. */
export function boundOf(
  input: NonNullable<Rulebook['inputs']>[string],
  written: string | undefined,
): Exact | undefined {
  if (written === undefined) return undefined;
  const bound = Exact.of(written);
  return unitOfInput(input) === '%' ? bound.over(Exact.hundred) : bound;
}

/** True of what is counted: whole numbers, and days. */
export const isWholeInput = (type: keyof typeof kinds): boolean => type === 'count' || type === 'date';

/** What the facts in reach can be, as their numbers in arithmetic. */
export const boundsIn =
  (scope: Scope): Bounds =>
  (name) => {
    const fact = scope.resolve(name);
    const of = (text: string | undefined) => (text === undefined ? undefined : Exact.parse(text));
    return { min: of(fact?.min), max: of(fact?.max), whole: fact?.whole ?? false };
  };

/** Inputs and named metrics, by id and by Chinese name; inputs `besides` those of the rulebook by id only. */
export function inputScope(rulebook: Rulebook, besides: readonly InputPlan[] = []): Scope {
  const scope = new Scope();
  for (const [key, input] of Object.entries(rulebook.inputs ?? {})) {
    const { options } = input;
    const mayBeUnknown = isNumeric(input) && input.blank === undefined;
    const min = boundOf(input, input.min)?.toText();
    const max = boundOf(input, input.max)?.toText();
    scope.define(
      {
        ...{ key, label: input.name, kind: kinds[input.type], unit: unitOfInput(input) },
        ...{ min, max, options, mayBeUnknown, whole: isWholeInput(input.type) },
      },
      input.name,
    );
  }
  for (const [key, metric] of Object.entries(rulebook.metrics ?? {}))
    scope.define({ key, label: metric.name, kind: 'number' }, metric.name);
  for (const { id, name, type, unit, min, max, options } of besides)
    scope.define({
      ...{ key: id, label: name, kind: kinds[type], unit, options },
      ...{ min: min?.toText(), max: max?.toText() },
    });
  return scope;
}

/** Ids that no input or metric may have: they already mean something in an expression. */
export const reservedNames: ReadonlySet<string> = new Set([
  ...[
    'weight',
    'target',
    'actual',
    'least',
    'most',
    'outside',
    'nearness',
    'total',
    'outOf',
    'claimedTotal',
    'achievement',
    'report',
  ],
  ...['min', 'max', 'abs', 'sum'],
]);

/** What a fixed leaf's method may name besides the inputs. */
export const leafScope = (inputs: Scope): Scope =>
  new Scope(inputs)
    .define({ key: 'weight', label: '分值', kind: 'number', min: '0' })
    .define({ key: 'judged.share', label: '评价人所给比例', kind: 'number', unit: '%', min: '0', max: '1' })
    .define({ key: 'judged.tier', label: '所选等次', kind: 'text' });

/** What the method of a declared indicator may name besides: its target and actual, or the two ends of its range. */
export const rowScope = (inputs: Scope, kind: TargetKind): Scope =>
  kind === 'range' ? rangeScope(inputs) : targetScope(inputs, kind === 'date' ? 'date' : 'number');

const targetScope = (inputs: Scope, kind: 'number' | 'date'): Scope =>
  leafScope(inputs)
    .define({
      key: 'target',
      label: '目标值',
      kind,
      unit: kind === 'date' ? '日期' : undefined,
      ...(kind === 'number' ? { min: '0' } : { whole: true }),
    })
    .define({
      key: 'actual',
      label: '完成值',
      kind,
      unit: kind === 'date' ? '日期' : undefined,
      ...(kind === 'number' ? { min: '0' } : { whole: true }),
    });

/** What the rule of a range may name besides the actual, as it is told to people. */
export const rangeNames = {
  least: '区间下限',
  most: '区间上限',
  outside: '超出区间的差距',
  nearness: '与较近一端的接近程度',
} as const;

const rangeScope = (inputs: Scope): Scope =>
  leafScope(inputs)
    .define({ key: 'least', label: rangeNames.least, kind: 'number', min: '0' })
    .define({ key: 'most', label: rangeNames.most, kind: 'number', min: '0' })
    .define({ key: 'actual', label: '完成值', kind: 'number', min: '0' })
    .define({ key: 'outside', label: rangeNames.outside, kind: 'number', min: '0' })
    .define({ key: 'nearness', label: rangeNames.nearness, kind: 'number', unit: '%', min: '0', max: '1' });

const figures = { points: '得分', claimed: '自评得分', weight: '分值' } as const;
const columns = {
  target: '目标值',
  actual: '完成值',
  achievement: '完成率',
  rate: '得分率',
  points: '得分',
  claimed: '自评得分',
  weight: '分值',
} as const;
const ratioColumns: readonly string[] = ['achievement', 'rate'];

/** What checks, limits and messages may name besides the inputs: the results of the evaluation. */
export function resultScope(inputs: Scope, indicators: readonly Indicator[]): Scope {
  const scope = new Scope(inputs)
    .define({ key: 'total', label: '总分', kind: 'number', unit: '' }, '总分')
    .define({ key: 'outOf', label: '满分', kind: 'number', unit: '' })
    .define({ key: 'claimedTotal', label: '自评总分', kind: 'number', unit: '' }, '自评总分')
    .define({ key: 'achievement', label: '指标得分率', kind: 'number', unit: '%' })
    .define({ key: 'report', label: '报告', kind: 'text' });
  const list = (prefix: string, label: string, shortPrefix: string) => {
    for (const [column, name] of Object.entries(columns)) {
      const unit = ratioColumns.includes(column)
        ? '%'
        : column === 'target' || column === 'actual'
          ? undefined
          : '';
      scope.define(
        { key: `${prefix}.${column}`, label: `${label}${name}`, kind: 'list', unit },
        `${shortPrefix}.${column}`,
      );
    }
  };
  list('declared', '各自设指标', 'declared');
  const visit = (indicator: Indicator): void => {
    const { id, name } = indicator;
    for (const [figure, label] of Object.entries(figures))
      scope.define({ key: `${id}.${figure}`, label: `${name}${label}`, kind: 'number', unit: '' });
    scope.define({ key: `${id}.rate`, label: `${name}得分率`, kind: 'number', unit: '%' });
    scope.define({ key: `reason.${id}`, label: `${name}原因`, kind: 'text' });
    list(`${id}.rows`, `${name}各行`, id);
    indicator.indicators?.forEach(visit);
  };
  indicators.forEach(visit);
  return scope;
}

/** What the checks of a dossier may name: the inputs of its forms, as lists. */
export function dossierScope(rulebook: Rulebook): Scope {
  const scope = new Scope().define({ key: 'report', label: '报告', kind: 'text' });
  for (const subject of rulebook.subjects) {
    const label = subject === 'project' ? '各项目' : '部门';
    for (const [id, input] of Object.entries(rulebook.inputs ?? {}))
      if (kinds[input.type] === 'number')
        scope.define(
          { key: `${subject}.${id}`, label: `${label}${input.name}`, kind: 'list', unit: unitOfInput(input) },
          `${subject}.${input.name}`,
        );
    for (const figure of ['total', 'claimedTotal'])
      scope.define({ key: `${subject}.${figure}`, label: `${label}总分`, kind: 'list', unit: '' });
  }
  return scope;
}
