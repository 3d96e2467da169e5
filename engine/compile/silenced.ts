/** Sums that say nothing where one of their parts is left empty, although people leave empty what is nothing. */
import type { Decision } from '../conditions/index.ts';
import { asksBlankness, comparisonsIn } from '../conditions/index.ts';
import { type Expression, namesIn, type Scope } from '../expression/index.ts';
import type { CompileContext } from './context.ts';

/**
 * Warns of sums of inputs of which more than one is unknown where it is left empty: one such part is what the form must
 * have, the others are what it may have none of. What `guarded` has is asked about by the rulebook itself.
 */
export function reportSilencing(
  expression: Expression,
  name: string,
  scope: Scope,
  context: CompileContext,
  pointer: string,
  guarded: ReadonlySet<string> = new Set(),
): void {
  const silencing = sumsIn(expression)
    .map((names) => names.filter((one) => scope.resolve(one)?.mayBeUnknown && !guarded.has(one)))
    .filter((names) => names.length > 1);
  const [first] = silencing;
  if (!first) return;
  const labels = first.map((one) => scope.resolve(one)!.label);
  const inputs = { zh: `「${labels.join('」「')}」`, en: `"${labels.join('", "')}"` };
  context.report('silenced-by-blank', { name, inputs }, pointer);
}

/** What a decision asks the blankness of. */
export const guardedBy = ({ facts, outcomes }: Decision): Set<string> => {
  const asked = new Set(
    outcomes
      .flatMap(comparisonsIn)
      .filter(({ operator }) => asksBlankness(operator))
      .map(({ fact }) => fact),
  );
  return new Set(
    facts.flatMap((fact) => (fact.kind === 'number' && asked.has(fact.key) ? namesIn(fact.expression) : [])),
  );
};

/** The names that are added up, sum by sum; what is taken off together counts as a sum too. */
function sumsIn(expression: Expression): string[][] {
  const sums: string[][] = [];
  const visit = (node: Expression): void => {
    if (node.kind === 'negate') visit(node.of);
    if (node.kind === 'call') {
      if (node.function === 'sum') sums.push(node.arguments.flatMap(nameOf));
      node.arguments.forEach(visit);
    }
    if (node.kind !== 'binary') return;
    if (node.operator === '+' || node.operator === '-') {
      const terms = { added: [] as string[], taken: [] as string[] };
      for (const rest of termsOf(node, true, terms)) visit(rest);
      sums.push(terms.added, terms.taken);
      return;
    }
    visit(node.left);
    visit(node.right);
  };
  visit(expression);
  return sums.filter((names) => names.length > 1);
}

const nameOf = (node: Expression): string[] => (node.kind === 'name' ? [node.name] : []);

/** Puts the names of a chain of + and − where they belong; gives the terms that are not names. */
function termsOf(
  node: Expression,
  isAdded: boolean,
  terms: { added: string[]; taken: string[] },
): Expression[] {
  if (node.kind === 'name') {
    (isAdded ? terms.added : terms.taken).push(node.name);
    return [];
  }
  if (node.kind === 'negate') return termsOf(node.of, !isAdded, terms);
  if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return [node];
  return [
    ...termsOf(node.left, isAdded, terms),
    ...termsOf(node.right, node.operator === '+' ? isAdded : !isAdded, terms),
  ];
}
