/** What a case expects against what came out. Numbers are compared as exact decimals, findings one to one. */
import {
  type Bilingual,
  type CaseResult,
  Exact,
  type ExpectedFinding,
  type Finding,
} from '../../engine/index.ts';

export type Difference = CaseResult['differences'][number];

/** Nothing where both are the same decimal. */
export function compareNumber(what: Bilingual, expected: string, got: string | undefined): Difference[] {
  if (got !== undefined && sameNumber(expected, got)) return [];
  return [{ what, expected, ...(got === undefined ? {} : { got }) }];
}

function sameNumber(one: string, other: string): boolean {
  const [a, b] = [Exact.parse(one), Exact.parse(other)];
  return a && b ? a.equals(b) : one === other;
}

export const compareText = (what: Bilingual, expected: string, got: string): Difference[] =>
  expected === got ? [] : [{ what, expected, got }];

const what = { zh: '疑点', en: 'finding' };

/** Exactly the expected errors and warnings must be there; what is only said (info) may be expected or not. */
export function compareFindings(expected: readonly ExpectedFinding[], got: readonly Finding[]): Difference[] {
  const pairs = pairUp(expected, got);
  const paired = new Set(pairs.values());
  return [
    ...expected
      .filter((_, index) => !pairs.has(index))
      .map((one): Difference => ({ what, expected: describeExpected(one) })),
    ...got
      .filter((one, index) => one.severity !== 'info' && !paired.has(index))
      .map((one): Difference => ({ what, got: describeGot(one) })),
  ];
}

/** As many pairs as can be made, each finding in one: an expectation gives way where another has no other choice. */
function pairUp(expected: readonly ExpectedFinding[], got: readonly Finding[]): Map<number, number> {
  const holder = new Map<number, number>();
  const seat = (index: number, tried: Set<number>): boolean => {
    for (const [candidate, finding] of got.entries()) {
      if (tried.has(candidate) || !fits(expected[index]!, finding)) continue;
      tried.add(candidate);
      const other = holder.get(candidate);
      if (other === undefined || seat(other, tried)) {
        holder.set(candidate, index);
        return true;
      }
    }
    return false;
  };
  for (const index of expected.keys()) seat(index, new Set());
  return new Map([...holder].map(([candidate, index]) => [index, candidate]));
}

function fits({ code, severity, at, says }: ExpectedFinding, finding: Finding): boolean {
  const { indicator, input, name } = finding.place ?? {};
  return (
    finding.code === code &&
    (severity === undefined || finding.severity === severity) &&
    (at === undefined || [indicator, input, name].includes(at)) &&
    (says === undefined || finding.message.zh.includes(says))
  );
}

const describeExpected = ({ code, severity, at, says }: ExpectedFinding): string =>
  [severity, code, at && `@${at}`, says && `「${says}」`].filter(Boolean).join(' ');

const describeGot = ({ code, severity, place, message }: Finding): string =>
  [severity, code, placeOf(place), message.zh].filter(Boolean).join(' ');

const placeOf = (place: Finding['place']): string => {
  const at = place?.indicator ?? place?.input ?? place?.name;
  return at ? `@${at}` : '';
};
