/** Which inputs of a rulebook are the budget and what was executed of it: those whose quotient is the execution rate. */
import type { InputPlan, LeafPlan, ScoringPlan } from '../compile/index.ts';
import { type Expression, nodesWhere } from '../expression/index.ts';

export interface Funds {
  budget: InputPlan;
  executed: InputPlan;
}

const namesExecution = /执行率|执行进度|支出进度/u;

/** The budget and what was executed of it; undefined where the rulebook computes no execution rate of two amounts. */
export function fundsOf(plan: ScoringPlan): Funds | undefined {
  const leaves = [...plan.byId.values()].filter((one): one is LeafPlan => one.kind === 'leaf');
  const metrics = leaves.flatMap(({ role, metric }) => (role === 'execution' && metric ? [metric] : []));
  const stated = [...plan.inputs.values()].flatMap(({ name, restates }) =>
    restates && namesExecution.test(name) ? [restates] : [],
  );
  for (const expression of [...metrics, ...stated]) {
    const found = quotientIn(expression, plan);
    if (found) return found;
  }
  return undefined;
}

/** The first quotient of two amounts. */
function quotientIn(expression: Expression, { inputs }: ScoringPlan): Funds | undefined {
  const isBinary = (node: Expression): node is Extract<Expression, { kind: 'binary' }> =>
    node.kind === 'binary' && node.operator === '/';
  for (const { left, right } of nodesWhere(expression, isBinary)) {
    if (left.kind !== 'name' || right.kind !== 'name') continue;
    const [executed, budget] = [inputs.get(left.name), inputs.get(right.name)];
    if (executed?.type === 'amount' && budget?.type === 'amount') return { executed, budget };
  }
  return undefined;
}

/** The rates that restate what was executed of the budget. */
export const statedRatesOf = (plan: ScoringPlan, funds: Funds): InputPlan[] =>
  [...plan.inputs.values()].filter((input) => {
    const restated = input.restates && quotientIn(input.restates, plan);
    return restated?.budget === funds.budget && restated.executed === funds.executed;
  });
