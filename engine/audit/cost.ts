/** What the whole project is said to have cost, against what was executed. */
import type { Finding } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { leavesOf, placeOf, type ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { convert } from '../read/index.ts';
import { fundsOf } from './funds.ts';

const namesWhole = /(?:总成本|成本总额|总支出|支出总额|总费用|总投入|项目成本)(?:数|额|控制数?)?$/u;
/** Beyond this the two are in different units. */
const farther = Exact.of('1000');

/** Told where one row says what all of it cost, and that is more than was executed; the rest may still be owed. */
export function costFindings({ plan, whole, sheet }: ScoredForm): Finding[] {
  const funds = fundsOf(plan);
  const spent = funds && sheet.numbers(funds.executed.id);
  const rows = leavesOf(whole).filter(
    ({ name, plan: group }) => group?.role === 'cost' && namesWhole.test(name),
  );
  const [line] = rows;
  const { actual, remarks } = line?.row ?? {};
  if (
    !funds ||
    !(spent instanceof Exact) ||
    spent.sign() <= 0 ||
    rows.length !== 1 ||
    !line ||
    !actual?.number
  )
    return [];
  const cost = convert(actual.number, actual.unit ?? line.row!.target.unit, funds.executed.unit);
  if (!cost || remarks?.has('unit-mismatch') || actual.approximate) return [];
  const places = actual.decimals ?? 0;
  const isMore = cost.compare(spent) > 0 && !spent.round({ decimals: places, mode: 'half-up' }).equals(cost);
  if (!isMore || cost.compare(spent.times(farther)) > 0) return [];
  const parameters = {
    name: line.name,
    actual: actual.text,
    executed: funds.executed.name,
    spent: `${spent.toText()}${funds.executed.unit ?? ''}`,
  };
  return [find('cost-above-spending', parameters, placeOf(line, 'actual'))];
}
