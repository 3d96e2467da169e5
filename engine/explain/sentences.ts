/** Steps of a ledger → sentences. Knows the closed set of steps, and no scoring method. */
import type { LedgerNode } from '../../schemas/generated/types.ts';

export type Language = 'zh' | 'en';
export type Step = LedgerNode['steps'][number];

const modes: Record<string, { zh: string; en: string }> = {
  'half-up': { zh: '四舍五入', en: 'half up' },
  'half-even': { zh: '四舍六入五成双', en: 'half even' },
  down: { zh: '舍去', en: 'down' },
  up: { zh: '进一', en: 'up' },
};

const combinations: Record<string, { zh: string; en: string }> = {
  sum: { zh: '相加', en: 'sum' },
  weightedMean: { zh: '加权平均', en: 'weighted mean' },
  lowest: { zh: '取最低得分率', en: 'the lowest rate' },
};

/** One sentence for one step. */
export function sentence(step: Step, language: Language): string {
  const zh = language === 'zh';
  switch (step.step) {
    case 'read': {
      const written = step.text ?? step.value;
      const how = step.how ? `${zh ? '（' : ' ('}${step.how[language]}${zh ? '）' : ')'}` : '';
      const unit = step.unit && !written.endsWith(step.unit) && !step.how ? step.unit : '';
      return `${step.name}${zh ? '：' : ': '}${written}${unit}${how}`;
    }
    case 'compare':
      return `${step.fact} = ${step.value} ${step.operator} ${step.threshold ?? ''}`;
    case 'choose':
      return step.label[language];
    case 'compute':
      return step.substituted === step.value
        ? step.value
        : `${step.formula} = ${step.substituted} = ${step.value}`;
    case 'clamp':
      return step.bound === 'floor'
        ? zh
          ? `${step.from} → ${step.to}（扣完为止）`
          : `${step.from} → ${step.to} (not below zero)`
        : zh
          ? `${step.from} → ${step.to}（封顶）`
          : `${step.from} → ${step.to} (capped)`;
    case 'round': {
      const mode = modes[step.mode]?.[language] ?? step.mode;
      return zh
        ? `${step.from} → ${step.to}（${mode}，${step.decimals}位）`
        : `${step.from} → ${step.to} (${mode}, ${step.decimals} places)`;
    }
    case 'sum': {
      const how = combinations[step.combine ?? 'sum']?.[language] ?? step.combine;
      return step.combine === undefined || step.combine === 'sum'
        ? `${step.terms.join(' + ') || '0'} = ${step.value}`
        : `${how}（${step.terms.join('，')}）= ${step.value}`;
    }
    case 'rescale':
      return `${step.formula}${step.to === step.from ? '' : ` → ${step.to}`}${zh ? '（' : ' ('}${step.why[language]}${zh ? '）' : ')'}`;
    case 'veto':
      return `${step.why[language]}${zh ? '：' : ': '}${step.from} → ${step.to}`;
  }
}

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
