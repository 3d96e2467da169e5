/** Steps of a ledger → sentences. Knows the closed set of steps, and no scoring method. */
import type { LedgerNode } from '../../schemas/generated/types.ts';
import { inEnglish } from '../expression/index.ts';

export type Language = 'zh' | 'en';
export type Step = LedgerNode['steps'][number];

const modes: Record<string, { zh: string; en: string }> = {
  'half-up': { zh: '四舍五入', en: 'half up' },
  'half-even': { zh: '四舍六入五成双', en: 'half even' },
  down: { zh: '舍去', en: 'down' },
  up: { zh: '进一', en: 'up' },
};

const combinations: Record<string, { zh: string; en: string }> = {
  weightedMean: { zh: '加权平均', en: 'weighted mean' },
  lowest: { zh: '取最低得分率', en: 'the lowest rate' },
};

type Teller<Kind extends Step['step']> = (step: Extract<Step, { step: Kind }>, language: Language) => string;

const bracketed = (text: string, language: Language): string =>
  language === 'zh' ? `（${text}）` : ` (${text})`;
const colon = { zh: '：', en: ': ' } as const;
const bounds = {
  floor: { zh: '扣完为止', en: 'not below zero' },
  cap: { zh: '封顶', en: 'capped' },
} as const;

const told = (formula: string, language: Language): string =>
  language === 'zh' ? formula : inEnglish(formula);

/** How each step of the closed set is told. */
const tellers: { [Kind in Step['step']]: Teller<Kind> } = {
  read: ({ name, text, value, unit = '', how }, language) => {
    const written = text ?? value;
    const called = told(name, language);
    if (how) return `${called}${colon[language]}${written}${bracketed(how[language], language)}`;
    return `${called}${colon[language]}${written}${written.endsWith(unit) ? '' : unit}`;
  },
  compare: ({ fact, value, operator, threshold = '' }, language) =>
    `${told(fact, language)} = ${value} ${operator} ${threshold}`,
  choose: ({ label }, language) => label[language],
  compute: ({ formula, substituted, value }, language) =>
    substituted === value ? value : `${told(formula, language)} = ${substituted} = ${value}`,
  clamp: ({ from, to, bound }, language) => `${from} → ${to}${bracketed(bounds[bound][language], language)}`,
  round: ({ from, to, decimals, mode }, language) => {
    const places = language === 'zh' ? `，${decimals}位` : `, ${decimals} places`;
    return `${from} → ${to}${bracketed((modes[mode]?.[language] ?? mode) + places, language)}`;
  },
  sum: ({ terms, value, combine = 'sum' }, language) => {
    if (combine === 'sum') return `${terms.join(' + ') || '0'} = ${value}`;
    return `${combinations[combine]?.[language] ?? combine}${bracketed(terms.join(', '), language)} = ${value}`;
  },
  rescale: ({ from, to, formula, why }, language) =>
    `${told(formula, language)}${to === from ? '' : ` → ${to}`}${bracketed(why[language], language)}`,
  veto: ({ why, from, to }, language) => `${why[language]}${colon[language]}${from} → ${to}`,
};

/** One sentence for one step. */
export const sentence = (step: Step, language: Language): string =>
  (tellers[step.step] as Teller<Step['step']>)(step, language);

/**
 * The calculation of a line in one line, with the numbers put in: `20 × 63.34 ÷ 101.17 = 12.5215… → 12.52（四舍五入，2位）`.
 * Undefined where nothing was computed.
 */
export function calculation(steps: readonly Step[], language: Language): string | undefined {
  const last = steps.findLastIndex((step) => step.step === 'compute');
  const computed = steps[last];
  if (computed?.step !== 'compute') return undefined;
  const tail = steps.slice(last + 1).flatMap((step) => {
    if (step.step !== 'round' && step.step !== 'clamp') return [];
    return [sentence(step, language).replace(`${step.from} `, '')];
  });
  const equal =
    computed.substituted === computed.value ? computed.value : `${computed.substituted} = ${computed.value}`;
  return [equal, ...tail].join(' ');
}
