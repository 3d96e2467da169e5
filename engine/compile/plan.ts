/**
 * The one intermediate form. Every use of a rulebook — scoring, audit, comparing, drawing a curve — reads this and
 * nothing else, so a new method needs no other change.
 */
import type { Bilingual, Rulebook, Severity } from '../../schemas/generated/types.ts';
import type { Decision } from '../conditions/index.ts';
import type { Exact, Rounding } from '../decimal.ts';
import type { Expression, Unit } from '../expression/index.ts';
import type { Award, Course, Judged, MethodName } from '../methods/index.ts';
import type { UnitPlan } from './units.ts';

export interface ScoringPlan {
  identity: Identity;
  rulebook: Rulebook;
  rounding: Rounding & { at: 'indicator' | 'total' };
  total: Exact;
  inputs: ReadonlyMap<string, InputPlan>;
  indicators: readonly IndicatorPlan[];
  /** Every indicator of the rulebook by its id. */
  byId: ReadonlyMap<string, IndicatorPlan>;
  frame: FramePlan | undefined;
  grades: GradesPlan | undefined;
  limits: readonly LimitPlan[];
  checks: readonly CheckPlan[];
  dossierChecks: readonly CheckPlan[];
}

/** What an evaluation says about the rulebook it was made with. */
export interface Identity {
  rulebook: string;
  edition: string;
  title: string;
  /** SHA-256 of the rulebook's content; comments and layout do not change it. */
  hash: string;
}

export type Subject = 'project' | 'department';

export interface InputPlan {
  id: string;
  name: string;
  type: NonNullable<Rulebook['inputs']>[string]['type'];
  unit: string | undefined;
  min: Exact | undefined;
  max: Exact | undefined;
  options: readonly string[] | undefined;
  subjects: readonly Subject[] | undefined;
  /** What the input counts as where it is left empty; undefined where it is then unknown. */
  blank: Exact | undefined;
  /** The expression this input states once more. */
  restates: Expression | undefined;
}

/** A source of the rulebook that a rule rests on. */
export interface SourcePlan {
  title: string;
  year: string | undefined;
}

/** Where a rule comes from and how it is read. */
export interface Provenance {
  text: string | undefined;
  source: SourcePlan | undefined;
  reading: string | undefined;
  inferred: boolean;
}

interface IndicatorCommon extends Provenance {
  id: string;
  name: string;
  /** In points; undefined for groups that take the sum of their rows. */
  weight: Exact | undefined;
  line: 'bonus' | 'penalty' | undefined;
  role: 'cost' | 'execution' | 'satisfaction' | undefined;
  optional: boolean;
  notApplicable: NotApplicablePlan | undefined;
  pointer: string;
}

export type IndicatorPlan = GroupPlan | DeclaredPlan | LeafPlan;

export interface GroupPlan extends IndicatorCommon {
  kind: 'group';
  children: readonly IndicatorPlan[];
  /** What the children's weights add to, where that is not this group's own weight. */
  outOf: Exact | undefined;
  combine: 'sum' | 'weightedMean' | 'lowest' | Expression;
}

export interface DeclaredPlan extends IndicatorCommon {
  kind: 'declared';
  weights: 'declared' | 'equal';
  targets: Targets;
}

export interface LeafPlan extends IndicatorCommon {
  kind: 'leaf';
  metric: Expression | undefined;
  rule: Rule;
  zeroDivision: 'full' | 'zero' | undefined;
  missing: MissingPolicy;
}

export type MissingPolicy = 'zero' | 'claimed' | 'withhold';

export interface NotApplicablePlan {
  /** Undefined where the unit itself says so. */
  when: Decision | undefined;
  policy: 'rescale' | 'full' | 'zero' | 'forbidden';
}

export type TargetKind = 'atLeast' | 'atMost' | 'plain' | 'equal' | 'range' | 'date' | 'words';

/** How each kind of written target is scored. */
export type Targets = Readonly<Partial<Record<TargetKind, TargetPlan>>>;

export interface TargetPlan extends Provenance {
  /** `frame.atLeast`; `cost.atLeast` where the group has a rule of its own. */
  id: string;
  /** The group whose own rule this is; undefined for one of the frame. */
  owner: string | undefined;
  /** The id of the kind of target whose rule this one follows (`as`). */
  follows: string | undefined;
  pointer: string;
  kind: TargetKind;
  name: string | undefined;
  /** The number its rule looks at: the row's actual; undefined where it looks at none. */
  metric: Expression | undefined;
  rule: Rule;
}

export interface FramePlan {
  /** The rules for groups that have none of their own. */
  targets: Targets;
  met: readonly string[];
  /** Units of its own, and what one of each is. */
  units: ReadonlyMap<string, UnitPlan>;
  missing: MissingPolicy;
  reasonBelow: Exact;
  overTarget: Exact;
}

/** A compiled method: parts whose points are added, then kept between 0 and the cap. */
export interface Rule {
  method: MethodName;
  label: Bilingual;
  judged: Judged | undefined;
  /** How points go with the number it looks at; undefined where the method says nothing of it. Scores nothing. */
  course: Course | undefined;
  parts: readonly Part[];
  cap: Expression;
  /** Keys of the expressions that are rates, to be told as percentages. */
  rates: ReadonlySet<string>;
}

export interface Part {
  name?: string;
  decision?: Decision;
  awards: readonly Award[];
}

export interface GradesPlan {
  decision: Decision;
  names: readonly string[];
}

export interface LimitPlan extends Provenance {
  id: string;
  name: string;
  when: Decision;
  total: Exact | undefined;
  grade: string | undefined;
}

export interface CheckPlan extends Provenance {
  id: string;
  /** As told to people; its id where it has no name. */
  name: string;
  subjects: readonly Subject[] | undefined;
  when: Decision;
  code: string;
  severity: Severity;
  message: { zh: Message; en: Message };
  at: string | undefined;
}

/** A text with expressions in it. */
export type Message = readonly (string | MessageExpression)[];

export interface MessageExpression {
  written: string;
  expression: Expression;
  unit: Unit;
  /** Decimal places to show; undefined for two at most. */
  decimals: number | undefined;
}
