/** Forms filed under the earlier edition, scored by both: only those that come out otherwise. */
import {
  type ComparedForm,
  Exact,
  evaluate,
  type Form,
  type LedgerNode,
  type ScoringPlan,
} from '../../../engine/index.ts';

export interface FormOnFile {
  file: string;
  form: Form;
}

/** The form with the most to show comes first. One that the later edition cannot score is left out. */
export async function illustrate(
  before: ScoringPlan,
  after: ScoringPlan,
  forms: readonly FormOnFile[],
): Promise<ComparedForm[]> {
  const found: ComparedForm[] = [];
  for (const { file, form } of forms) {
    const [old, now] = [await scored(before, form), await scored(after, form)];
    if (!old || !now) continue;
    const lines = differing(old.ledger, now.ledger, 1, cellsOf(form));
    if (lines.length === 0) continue;
    const { name } = form.submission;
    found.push({ name, file, outOf: old.outOf, before: old.total, after: now.total, lines });
  }
  return found.sort((a, b) => b.lines.length - a.lines.length);
}

async function scored(plan: ScoringPlan, form: Form) {
  const { rulebook, edition } = plan.identity;
  const { evaluation } = await evaluate(plan, {
    ...form,
    submission: { ...form.submission, rulebook, edition },
  });
  return evaluation;
}

type Line = ComparedForm['lines'][number];

/** The lines with other points, and above each the groups it stands in. */
function differing(
  old: LedgerNode,
  now: LedgerNode,
  depth: number,
  cells: ReturnType<typeof cellsOf>,
): Line[] {
  const found: Line[] = [];
  for (const node of now.children ?? []) {
    const earlier = (old.children ?? []).find(({ id }) => id === node.id);
    if (!earlier) continue;
    const below = differing(earlier, node, depth + 1, cells);
    if (below.length === 0 && earlier.points === node.points) continue;
    const claimed = claimedOf(node);
    found.push({
      id: node.id,
      name: node.name,
      depth,
      weight: node.weight,
      ...cells.get(node.id),
      ...(claimed === undefined ? {} : { claimed }),
      before: earlier.points,
      after: node.points,
    });
    found.push(...below);
  }
  return found;
}

/** What was claimed for a line; for a group the sum of its lines where each has a claim. */
function claimedOf(node: LedgerNode): string | undefined {
  if (!node.children?.length) return node.claimed;
  let all = Exact.zero;
  for (const child of node.children) {
    const claimed = claimedOf(child);
    if (claimed === undefined) return undefined;
    all = all.plus(Exact.of(claimed));
  }
  return all.toText();
}

/** The target and actual of each row as they were filled in, by the row's id. */
function cellsOf({ submission }: Form): ReadonlyMap<string, { target?: string; actual?: string }> {
  const text = (value: unknown): string | undefined =>
    value === undefined || value === null ? undefined : String(value).trim();
  return new Map(
    (submission.declared ?? []).map((row, index) => {
      const [target, actual] = [text(row.target), text(row.actual)];
      return [
        row.id ?? `row-${index + 1}`,
        { ...(target === undefined ? {} : { target }), ...(actual === undefined ? {} : { actual }) },
      ];
    }),
  );
}
