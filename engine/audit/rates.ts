/** Rates of the form that state once more what its amounts give. */
import type { Bilingual, Finding } from '../../schemas/generated/types.ts';
import type { InputPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { percent, type ScoredForm } from '../evaluate/index.ts';
import { decimals, type Expression, evaluator, formatExpression, isNothing } from '../expression/index.ts';
import { find } from '../findings/index.ts';
import { own } from '../own.ts';
import { readCell } from '../read/index.ts';

/** A figure that the form states, and its amounts give otherwise. */
export interface Misstated {
  written: string;
  computed: Exact;
  restates: Expression;
  isRate: boolean;
  slip: Bilingual | undefined;
}

/** Inputs that state once more what other inputs give must agree with them to the decimals they are written with. */
export const rateFindings = (scored: ScoredForm): Finding[] =>
  [...scored.plan.inputs.values()].flatMap((input) => {
    const misstated = misstatedIn(input, scored);
    if (!misstated) return [];
    const { written, computed, restates, isRate, slip } = misstated;
    const told = isRate ? percent(computed) : computed.toText();
    const formula = `${formatExpression(restates, scored.sheet.shown)} = ${told}`;
    const parameters = {
      name: input.name,
      stated: written,
      computed: told,
      formula: { zh: formula + (slip?.zh ?? ''), en: formula + (slip?.en ?? '') },
    };
    const severity = slip === slips.sign ? 'warning' : 'error';
    return [find('rate-mismatch', parameters, { input: input.id, name: input.name }, severity)];
  });

/** True where the stated rate is told to differ by the unit of one of its amounts. */
export const tellsOfUnits = (input: InputPlan, scored: ScoredForm): boolean =>
  misstatedIn(input, scored)?.slip === slips.unit;

export function misstatedIn(input: InputPlan, { form, sheet }: ScoredForm): Misstated | undefined {
  const written = own(form.submission.inputs, input.id);
  const stated = sheet.numbers(input.id);
  const { restates } = input;
  if (!restates || written === undefined || !(stated instanceof Exact)) return undefined;
  const computed = evaluator(restates, decimals)(sheet.numbers);
  if (isNothing(computed)) return undefined;
  const isRate = input.unit === '%';
  const places = (readCell(String(written)).decimals ?? 0) + (isRate ? 2 : 0);
  if (computed.round({ decimals: places, mode: 'half-up' }).equals(stated)) return undefined;
  return {
    written: String(written),
    computed,
    restates,
    isRate,
    slip: slipOf(stated, computed, places, isRate),
  };
}

const slips = {
  sign: { zh: '；比率没有写百分号', en: '; the rate has no % sign' },
  unit: { zh: '；所依据的金额可能一为元、一为万元', en: '; one amount may be in 元 and the other in 万元' },
} as const satisfies Record<string, Bilingual>;
const tenThousand = Exact.of('10000');

/** 0.91 for 91% is the right rate without its sign; a factor of ten thousand is a unit. */
function slipOf(stated: Exact, computed: Exact, places: number, isRate: boolean): Bilingual | undefined {
  const is = (other: Exact, decimals: number): boolean =>
    other.round({ decimals, mode: 'half-up' }).equals(stated);
  if (isRate && is(computed.over(Exact.hundred)!, places)) return slips.sign;
  return is(computed.over(tenThousand)!, places) || is(computed.times(tenThousand), places)
    ? slips.unit
    : undefined;
}
