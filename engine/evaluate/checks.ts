/** The checks a rulebook declares: asked of the rules engine, told with their figures. */
import type { Finding } from '../../schemas/generated/types.ts';
import type { CheckPlan, Message } from '../compile/index.ts';
import type { Decision } from '../conditions/index.ts';
import { Exact } from '../decimal.ts';
import { isNothing } from '../expression/index.ts';
import type { FindingPlace } from '../findings/index.ts';
import { exactDecider, exactEvaluator } from './once.ts';
import type { Results } from './results.ts';
import type { Run } from './rule.ts';

/** The findings of the checks whose condition holds. A check whose facts are missing does not fire. */
export function checkFindings(
  checks: readonly CheckPlan[],
  results: Results,
  run: Pick<Run<Exact>, 'unasked'>,
  placeOf: (at: string) => FindingPlace,
): Finding[] {
  return checks.flatMap((check) => {
    if (!holds(check.when, results, run)) return [];
    const figures: Record<string, string> = {};
    const zh = tell(check.message.zh, results, figures);
    const en = check.message.en === check.message.zh ? zh : tell(check.message.en, results, figures);
    return [
      {
        code: check.code,
        severity: check.severity,
        message: { zh, en },
        ...(check.at === undefined ? {} : { place: placeOf(check.at) }),
        figures,
        ...(check.source ? { source: check.source.title } : {}),
      },
    ];
  });
}

/** True where the one condition of the decision holds for the results. */
export function holds(
  decision: Decision,
  { numbers, words }: Results,
  run: Pick<Run<Exact>, 'unasked'>,
): boolean {
  const answer = exactDecider(decision)(numbers, words);
  if (answer === 'missing') return false;
  if (!('decision' in answer)) return answer.length > 0;
  run.unasked.push(answer);
  return false;
}

function tell(message: Message, { numbers }: Results, figures: Record<string, string>): string {
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = exactEvaluator(part.expression)(numbers);
      const text = isNothing(value)
        ? '—'
        : part.unit.is === 'ratio'
          ? percent(value, part.decimals)
          : plain(value, part.decimals);
      figures[part.written] = text;
      return text;
    })
    .join('');
}

/** A ratio as a percentage: exactly `decimals` places, or two at most. */
export function percent(ratio: Exact, decimalPlaces?: number): string {
  const scaled = ratio.times(Exact.hundred);
  return `${plain(scaled, decimalPlaces)}%`;
}

const plain = (value: Exact, decimalPlaces: number | undefined): string =>
  decimalPlaces === undefined
    ? value.round({ decimals: 2, mode: 'half-up' }).toText()
    : value.toFixed(decimalPlaces);
