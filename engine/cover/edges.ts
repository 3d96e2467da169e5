/** The thresholds of a decision: both sides and the threshold itself, and which of them can be. */
import type { Bilingual } from '../../schemas/generated/types.ts';
import { cellsOf, type Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import {
  type Expression,
  formatExpression,
  isoDay,
  literal,
  type Scope,
  unitOf,
} from '../expression/index.ts';
import { edgeId, type Side, sides } from './ids.ts';
import type { Asked, Item } from './item.ts';
import { type Reachable, reachableIn } from './reachable.ts';

const signs: Record<Side, string> = { below: '<', at: '=', above: '>' };

type EdgeDraft = Omit<Item, 'goal'> & { fact: number; cell: number; side: Side };

/** Both sides of every threshold, and the threshold itself. */
export function edgeItems(
  common: Pick<Item, 'indicator' | 'name' | 'pointer'>,
  decision: Decision,
  prefix: string,
  scope: Scope,
  reachable: Reachable = reachableIn(decision, scope),
): EdgeDraft[] {
  return decision.facts.flatMap((fact, position) =>
    fact.kind !== 'number'
      ? []
      : fact.thresholds.flatMap((threshold, index) => {
          if (isEndOfScale(decision, position, index, reachable)) return [];
          return sides.map((side, offset): EdgeDraft => {
            const cell = 2 * index + offset;
            return {
              ...common,
              kind: 'edge',
              id: edgeId(prefix, fact.key, threshold, side),
              label: edgeLabel(fact.expression, threshold, side, scope),
              possible: reachable.cell(position, cell),
              fact: position,
              cell,
              side,
            };
          });
        }),
  );
}

/** A threshold with nothing beyond it, at which no answer changes (0% of a share, a total of 0), is no edge. */
function isEndOfScale(decision: Decision, position: number, index: number, reachable: Reachable): boolean {
  const [below, at, above] = [2 * index, 2 * index + 1, 2 * index + 2];
  const inside = [below, above].filter((cell) => reachable.cell(position, cell));
  if (inside.length !== 1 || decision.answers.size < decision.size) return false;
  const answersIn = (cell: number) =>
    [...decision.answers]
      .filter(([key]) => cellsOf(decision, key)[position] === cell)
      .map(([, outcomes]) => outcomes.join())
      .join(';');
  return answersIn(at) === answersIn(inside[0]!);
}

/** `执行数 ÷ 预算数 < 100%`; a difference held against zero is told as a comparison of its two sides. */
function edgeLabel(fact: Expression, threshold: Exact, side: Side, scope: Scope): Bilingual {
  const [left, right] =
    fact.kind === 'binary' && fact.operator === '-' && threshold.isZero() && fact.right.kind !== 'number'
      ? [fact.left, fact.right]
      : [fact, shownThreshold(fact, threshold, scope)];
  const tell = (show: (name: string) => string) =>
    `${formatExpression(left, show)} ${signs[side]} ${formatExpression(right, show)}`;
  return { zh: tell((name) => scope.resolve(name)?.label ?? name), en: tell((name) => name) };
}

function shownThreshold(fact: Expression, threshold: Exact, scope: Scope): Expression {
  const { unit } = unitOf(fact, scope);
  // A share of a weight is points, not a rate.
  const isRate = unit.is === 'ratio' && !(fact.kind === 'binary' && fact.operator === '*');
  if (isRate) return literal(threshold, `${threshold.times(Exact.hundred).toText()}%`);
  if (fact.kind === 'name' && scope.resolve(fact.name)?.kind === 'date')
    return literal(threshold, isoDay(Number(threshold.toText())));
  return literal(threshold);
}

/** The edges of a decision that is asked about a form, or about a dossier. */
export const askedEdges = (
  asked: Asked,
  indicator?: string,
  subjects?: readonly string[],
  dossier = false,
): Item[] =>
  edgeItems(
    { indicator, name: asked.name, pointer: asked.pointer },
    asked.decision,
    asked.prefix,
    asked.scope,
  ).map(({ fact, cell, side, ...item }) => ({
    ...item,
    goal: dossier
      ? { of: 'dossier', asked, want: { fact, cell, side } }
      : { of: 'form', asked, subjects, want: { fact, cell, side } },
  }));
