/** What a line reads of a form, and which of it must be there for the line to be scored at all. */
import type { InputPlan, Rule, ScoringPlan } from '../../compile/index.ts';
import type { DecisionFact } from '../../conditions/index.ts';
import type { Pairing } from '../../edits/index.ts';
import { type Expression, keyOf, namesIn, nodesWhere } from '../../expression/index.ts';
import { zeroOf } from '../../linear/index.ts';
import type { Line } from '../../lines/index.ts';
import { differing, inputKeys } from './keys.ts';
import { decisionMeaning, isSame, type Meaning } from './meaning.ts';
import { unchanged } from './names.ts';

const namesOfFact = (fact: DecisionFact): readonly string[] =>
  fact.kind === 'number' ? namesIn(fact.expression) : [fact.name];

/** Everything a line reads: inputs, target and actual, what a person gives. */
export const namesOfLine = (line: Line): ReadonlySet<string> =>
  new Set([...(line.row ? ['target', 'actual'] : []), ...namesOfRule(line)]);

/** What its rule and metric read. */
export function namesOfRule({ rule, metric }: Line): ReadonlySet<string> {
  const names = [
    ...(metric ? namesIn(metric) : []),
    ...namesIn(rule.cap),
    ...rule.parts.flatMap(({ decision, awards }) => [
      ...(decision?.facts ?? []).flatMap(namesOfFact),
      ...awards.flatMap(({ points }) => (points ? namesIn(points) : [])),
    ]),
  ];
  return new Set(names.filter((name) => name !== 'weight'));
}

/** What a line is never scored without: left blank, the line lacks data whatever else is there. */
function neededBy({ rule, row }: Line): ReadonlySet<string> {
  const needed = new Set([...(row ? ['target', 'actual'] : []), ...namesIn(rule.cap)]);
  for (const { decision, awards } of rule.parts) {
    const facts = decision?.facts ?? [];
    const asks = facts.every((fact) => fact.kind !== 'phrases' && !fact.blank);
    if (facts.length > 0 && asks) for (const name of inAll(facts.map(namesOfFact))) needed.add(name);
    const read = awards.map(({ points }) => (points ? namesIn(points) : []));
    for (const name of inAll(read)) needed.add(name);
  }
  return needed;
}

const inAll = ([first = [], ...rest]: readonly (readonly string[])[]): string[] =>
  first.filter((name) => rest.every((names) => names.includes(name)));

/** What is known of two lines whose rules differ where some of their data is blank. */
export interface Blanks {
  /** Blank, these leave one edition without data while the other scores. */
  onlyBefore: readonly string[];
  onlyAfter: readonly string[];
  isDecided: boolean;
}

export function blanksOf(before: Line, after: Line): Blanks {
  const [old, now] = [namesOfLine(before), namesOfLine(after)];
  const onlyBefore = [...old].filter((name) => !now.has(name));
  const onlyAfter = [...now].filter((name) => !old.has(name));
  const isStrict = (line: Line, names: ReadonlySet<string>) => {
    const needed = neededBy(line);
    return [...names].every((name) => needed.has(name));
  };
  const isDecided = (isStrict(before, old) && isStrict(after, now)) || choosesAlike(before.rule, after.rule);
  return { onlyBefore, onlyAfter, isDecided };
}

/** True where both editions choose the same band of every part, and read the same for its points. */
function choosesAlike(before: Rule, after: Rule): boolean {
  const choice = ({ parts, cap }: Rule): Meaning => [
    namesIn(cap),
    ...parts.map(({ decision, awards }) => [
      decisionMeaning(decision, unchanged),
      awards.map(({ points }): Meaning => (points ? namesIn(points).sort() : null)),
    ]),
  ];
  return isSame(choice(before), choice(after));
}

/** True where both editions divide by the same, so that a divisor of zero befalls both or neither. */
export function dividesAlike(before: Line, after: Line): boolean {
  const keys = (expressions: readonly (Expression | undefined)[]): Meaning =>
    [...new Set(expressions.flatMap((one) => divisorsOf(one).map(keyOf)))].sort();
  const facts = ({ rule }: Line) =>
    rule.parts.flatMap(({ decision }) =>
      (decision?.facts ?? []).flatMap((fact) => (fact.kind === 'number' ? [fact.expression] : [])),
    );
  return isSame([keys([before.metric]), keys(facts(before))], [keys([after.metric]), keys(facts(after))]);
}

/** The first of these inputs that the editions read in another way, by its later name, and how. */
export function readOtherwise(
  names: ReadonlySet<string>,
  plans: { before: ScoringPlan; after: ScoringPlan },
  { inputs }: Pairing,
): { name: string; key: keyof InputPlan } | undefined {
  for (const { before, after } of inputs) {
    if (!names.has(after)) continue;
    const [was, is] = [plans.before.inputs.get(before)!, plans.after.inputs.get(after)!];
    const keys = differing(was, is, inputKeys, (name) => name);
    // Who fills it in decides what may be filed, not how it is read; but a blank counts as something only where it is
    // asked for. What is out of bounds, or no option, is as if it were not filled in.
    const countsBlank = was.blank !== undefined || is.blank !== undefined;
    const key = keys.find((one) => one !== 'subjects' || countsBlank);
    if (key) return { name: is.name, key };
  }
  return undefined;
}

/** True where a divisor of the line's metric can be zero, or that is not known. */
export const dividesByZero = ({ metric, bounds }: Line): boolean =>
  divisorsOf(metric).some((divisor) => zeroOf(divisor, bounds) !== 'impossible');

/** What an expression divides by, apart from numbers. */
export const divisorsOf = (expression: Expression | undefined): Expression[] =>
  expression
    ? nodesWhere(
        expression,
        (node): node is Extract<Expression, { kind: 'binary' }> => node.kind === 'binary',
      )
        .filter(
          ({ operator, right }) => operator === '/' && (right.kind !== 'number' || right.value.isZero()),
        )
        .map(({ right }) => right)
    : [];
