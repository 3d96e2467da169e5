/**
 * The single edits that lead from one rulebook to another: each a set of units that only make sense together, such that any
 * choice of edits gives a rulebook that compiles. What cannot stand alone is bundled with what it needs.
 */
import { compileRulebook, type ScoringPlan } from '../compile/index.ts';
import { hasErrors } from '../diagnostics/index.ts';
import { lineOfKey, mixture, type Units } from './units.ts';

/** Keys of the units that change together, in order. */
export type Edit = readonly string[];

/** Compiles mixtures; each once. */
export class Mixtures {
  private readonly units: Units;
  private readonly known = new Map<string, Promise<{ plan?: ScoringPlan; errors: number }>>();

  constructor(units: Units) {
    this.units = units;
  }

  /** The mixture in which these edits were made; no plan where it cannot be used. */
  of(edits: readonly Edit[]): Promise<{ plan?: ScoringPlan; errors: number }> {
    const keys = [...new Set(edits.flat())].sort();
    const name = keys.join('\n');
    let known = this.known.get(name);
    if (!known) {
      known = this.compile(new Set(keys));
      this.known.set(name, known);
    }
    return known;
  }

  private async compile(keys: ReadonlySet<string>): Promise<{ plan?: ScoringPlan; errors: number }> {
    const start = { line: 1, column: 1 };
    const { plan, diagnostics } = await compileRulebook({
      file: '',
      value: JSON.parse(JSON.stringify(mixture(this.units, keys))),
      locate: () => start,
      locateKey: () => start,
      spanOf: () => undefined,
    });
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    return { plan: hasErrors(diagnostics) ? undefined : plan, errors };
  }
}

/** The smallest edits as they are written: weights under one parent are one, and so are lines that come and go under it. */
export function writtenEdits({ differing, lines }: Units): Edit[] {
  const sets = new Map<string, string>();
  const rootOf = (one: string): string => {
    const above = sets.get(one) ?? one;
    return above === one ? one : rootOf(above);
  };
  const join = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)];
    if (a !== b) sets.set(b, a);
  };
  const moved = new Set(differing.filter((key) => key.startsWith('line:')));
  for (const key of differing) {
    const line = lineOfKey(key);
    if (key === 'total') join('weights:', key);
    if (!line) continue;
    const parents = [lines.before.get(line.id), lines.after.get(line.id)].flatMap((one) =>
      one ? [one.parent] : [],
    );
    if (line.property === 'line')
      for (const parent of parents) {
        join(`under:${parent ?? ''}`, key);
        if (parent !== undefined && moved.has(`line:${parent}`)) join(`line:${parent}`, key);
      }
    if (line.property === 'weight') join(`weights:${parents.at(-1) ?? ''}`, key);
    if (line.property === 'outOf') join(`weights:${line.id}`, key);
  }
  const edits = new Map<string, string[]>();
  for (const key of differing) {
    const root = rootOf(key);
    const edit = edits.get(root);
    if (edit) edit.push(key);
    else edits.set(root, [key]);
  }
  return [...edits.values()];
}

/** Bundles edits until each can be made alone, and each can be left out alone. */
export async function standingEdits(edits: readonly Edit[], mixtures: Mixtures): Promise<Edit[]> {
  let all = [...edits];
  const errorsOf = async (edit: Edit): Promise<number> => {
    const alone = await mixtures.of([edit]);
    const left = await mixtures.of(all.filter((one) => !edit.includes(one[0]!)));
    return alone.errors + left.errors;
  };
  for (;;) {
    const failing: Edit[] = [];
    for (const edit of all) if ((await errorsOf(edit)) > 0) failing.push(edit);
    const [first] = failing;
    if (!first || all.length === 1) return all;
    all = merged(all, await grown(first, [...new Set([...failing, ...all])], errorsOf));
  }
}

/** The edit with as many others as it takes to stand; each time the one that leaves least wrong. */
async function grown(
  first: Edit,
  others: readonly Edit[],
  errorsOf: (edit: Edit) => Promise<number>,
): Promise<Edit> {
  let bundle = first;
  let errors = await errorsOf(bundle);
  while (errors > 0) {
    let best: { edit: Edit; errors: number } | undefined;
    for (const other of others) {
      if (bundle.includes(other[0]!)) continue;
      const left = await errorsOf([...bundle, ...other]);
      if (!best || left < best.errors) best = { edit: other, errors: left };
      if (left === 0) break;
    }
    if (!best) return bundle;
    bundle = [...bundle, ...best.edit];
    errors = best.errors;
  }
  return bundle;
}

/** The edits with those that make up the bundle as one, in the place of the first of them. */
export function merged(edits: readonly Edit[], bundle: Edit): Edit[] {
  const inBundle = (edit: Edit) => bundle.includes(edit[0]!);
  const first = edits.findIndex(inBundle);
  const whole = edits.filter(inBundle).flat();
  return edits.flatMap((edit, index) => (index === first ? [whole] : inBundle(edit) ? [] : [edit]));
}
