/** Missed items as lines of examples with what comes out today, for a person to confirm. */
import type { CoverageItem, Examples, RulebookCoverage } from '../../schemas/generated/types.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { evaluate, formOfValue } from '../evaluate/index.ts';
import { isMissed } from './cover.ts';
import { exampleLine, exampleSubmission } from './example.ts';

type Example = Examples['tables'][number]['examples'][number];

export interface Suggestion {
  /** Undefined where nothing that is missed fits on one line. */
  examples: Examples | undefined;
  /** Items that take a whole form or a dossier, or for which no values are known. */
  left: CoverageItem[];
}

/** One example per distinct input, in the order of the rulebook; its note names all it reaches. */
export async function suggestCases(plan: ScoringPlan, { items }: RulebookCoverage): Promise<Suggestion> {
  const missed = items.filter(isMissed);
  const fitting = missed.filter(({ hint }) => hint?.given && hint.indicator);
  const byInput = new Map<string, { indicator: string; given: Example['given']; items: CoverageItem[] }>();
  for (const item of fitting) {
    const { indicator, given } = item.hint!;
    const key = JSON.stringify([indicator, given]);
    const known = byInput.get(key);
    if (known) known.items.push(item);
    else byInput.set(key, { indicator: indicator!, given: given!, items: [item] });
  }
  const { rulebook, edition } = plan.identity;
  const tables: Examples['tables'] = [];
  for (const { indicator, given, items: reached } of byInput.values()) {
    const example = await computed(plan, indicator, given, reached);
    if (!example) continue;
    const table = tables.find((one) => one.indicator === indicator);
    if (table) table.examples.push(example);
    else tables.push({ indicator, title: plan.byId.get(indicator)!.name, examples: [example] });
  }
  const left = missed.filter((item) => !fitting.includes(item));
  if (tables.length === 0) return { examples: undefined, left };
  return { examples: { case: '待核对：补足覆盖的算例', rulebook, edition, tables }, left };
}

async function computed(
  plan: ScoringPlan,
  indicator: string,
  given: Example['given'],
  reached: readonly CoverageItem[],
): Promise<Example | undefined> {
  const form = formOfValue(exampleSubmission(plan, plan.identity, indicator, given));
  const { evaluation } = await evaluate(plan, form);
  const line = evaluation && lineIn(evaluation.ledger, exampleLine(plan, indicator));
  if (!line) return undefined;
  return {
    given,
    points: line.points,
    ...(line.status === 'scored' ? {} : { status: line.status }),
    note: `待核对：${reached.map(({ label }) => label.zh).join('；')}`,
  };
}

function lineIn<Line extends { id: string; children?: Line[] }>(line: Line, id: string): Line | undefined {
  if (line.id === id) return line;
  for (const child of line.children ?? []) {
    const found = lineIn(child, id);
    if (found) return found;
  }
  return undefined;
}
