/** Units that a rulebook adds: `1箱=24瓶`, as a person writes it. */
import type { Exact } from '../decimal.ts';
import { dimensionOf, readCell } from '../read/index.ts';
import type { CompileContext } from './context.ts';

/** What one of a unit is. */
export interface UnitPlan {
  times: Exact;
  unit: string;
}

/** Each unit of the frame by its name. */
export function compileUnits(written: readonly string[], context: CompileContext): Map<string, UnitPlan> {
  const units = new Map<string, UnitPlan>();
  written.forEach((text, index) => {
    const [one = '', other = '', ...more] = text.split(/[=＝]/);
    const own = readCell(one);
    const same = readCell(other);
    const isQuantity = [own, same].every(
      ({ kind, comparator, unit, number }) =>
        kind === 'number' && comparator === undefined && unit !== undefined && (number?.sign() ?? 0) > 0,
    );
    const times = isQuantity ? same.number!.over(own.number!) : undefined;
    const isNew = own.unit !== same.unit && dimensionOf(own.unit) === undefined && !units.has(own.unit ?? '');
    if (more.length > 0 || !times || !isNew)
      context.report('unit-unclear', { text }, `/frame/units/${index}`);
    else {
      // 1车=10箱 after 1箱=24瓶 is 240瓶.
      const base = units.get(same.unit!);
      units.set(own.unit!, { times: base ? times.times(base.times) : times, unit: base?.unit ?? same.unit! });
    }
  });
  return units;
}
