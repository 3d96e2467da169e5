/** What was executed against what was granted: more than that, without any, or in another unit. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { InputPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { leavesOf, percent, type ScoredForm, zeroReading } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { fundsOf, statedRatesOf } from './funds.ts';
import { tellsOfUnits } from './rates.ts';

/** The findings about the amounts the execution rate is computed from. */
export function executionFindings(scored: ScoredForm): Finding[] {
  const funds = fundsOf(scored.plan);
  if (!funds) return [];
  const budget = amountOf(funds.budget, scored);
  const executed = amountOf(funds.executed, scored);
  const all = budget ? unitFindings(funds.budget, budget, scored) : [];
  const isOfUnits = all.some(({ place }) => place?.input === funds.executed.id);
  // The rate that is stated beside the amounts tells it with its own figure.
  const isTold = statedRatesOf(scored.plan, funds).some((rate) => tellsOfUnits(rate, scored));
  const units = isTold ? all.filter(({ place }) => place?.input !== funds.executed.id) : all;
  if (!budget || !executed || isOfUnits) return units;
  if (budget.isZero())
    return executed.sign() > 0
      ? [...units, withoutBudget(funds.budget, funds.executed, executed, scored)]
      : units;
  if (executed.compare(budget) <= 0) return units;
  const parameters = {
    budget: funds.budget.name,
    executed: funds.executed.name,
    granted: shown(budget, funds.budget),
    spent: shown(executed, funds.executed),
    excess: shown(executed.minus(budget), funds.executed),
    rate: percent(executed.over(budget)!),
  };
  // What was granted at the beginning of the year may have been added to.
  const severity = isOfYearStart(funds.budget) ? 'info' : 'warning';
  return [...units, find('overspent', parameters, placeOf(funds.executed), severity)];
}

const isOfYearStart = ({ name }: InputPlan): boolean => name.includes('年初');

function withoutBudget(budget: InputPlan, executed: InputPlan, spent: Exact, scored: ScoredForm): Finding {
  const line = leavesOf(scored.whole).find((one) => one.plan?.role === 'execution');
  const reading = line ? zeroReading(line) : { zh: '执行率无法计算', en: 'there is no execution rate' };
  const parameters = { budget: budget.name, executed: executed.name, spent: shown(spent, executed), reading };
  return find('spent-without-budget', parameters, placeOf(executed));
}

/** Amounts of one form that are ten thousand times apart, as far as what was executed of it goes. */
function unitFindings(budget: InputPlan, granted: Exact, scored: ScoredForm): Finding[] {
  return [...scored.plan.inputs.values()]
    .filter((input) => input.id !== budget.id && input.type === 'amount' && input.unit === budget.unit)
    .flatMap((input) => {
      const amount = amountOf(input, scored);
      if (!amount || !isAsPlanned(input, scored) || !isTenThousandfold(amount, granted)) return [];
      const parameters = {
        one: input.name,
        first: shown(amount, input),
        other: budget.name,
        second: shown(granted, budget),
      };
      return [find('amount-unit', parameters, placeOf(input))];
    });
}

/** Amounts that are of the size of the budget: another budget, and what was executed of it. */
const isAsPlanned = (input: InputPlan, { plan }: ScoredForm): boolean =>
  fundsOf(plan)?.executed === input || /预算|资金总额|总投资/u.test(input.name);

const least = Exact.of('3000');
const most = Exact.of('30000');

function isTenThousandfold(one: Exact, other: Exact): boolean {
  const ratios = [one.over(other), other.over(one)];
  return ratios.some((ratio) => ratio && ratio.compare(least) >= 0 && ratio.compare(most) <= 0);
}

function amountOf({ id }: InputPlan, { sheet }: ScoredForm): Exact | undefined {
  const amount = sheet.numbers(id);
  return amount instanceof Exact ? amount : undefined;
}

const shown = (amount: Exact, { unit }: InputPlan): string => `${amount.toText()}${unit ?? ''}`;

const placeOf = ({ id, name }: InputPlan) => ({ input: id, name });
