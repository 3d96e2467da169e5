/** Rows of a frame: the curve of one row, drawn on other scales, is what every row scores. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Exact } from '../../engine/decimal.ts';
import { formOfValue, nodesOf, scoreForm } from '../../engine/evaluate/index.ts';
import { loadRulebook, type ScoringPlan } from '../../engine/index.ts';
import { type Line, linesOf } from '../../engine/lines/index.ts';
import { analyse, pointsAt, scales } from '../../engine/possible/index.ts';
import { editionFiles, repositoryRulebooks, shownPath } from '../../server/library.ts';

const files = editionFiles(repositoryRulebooks()).map((file) => ({ file, name: shownPath(file) }));
const signs: Record<string, string> = { atLeast: '≥', atMost: '≤', plain: '', equal: '=' };

const cell = fc.constantFrom('1', '3', '12.5', '80', '100', '137.25');
const rows = fc.record({
  target: cell,
  actual: fc.oneof(cell, fc.constantFrom('0', '79.99', '150', '1000')),
  weight: fc.constantFrom('1', '2.5', '7', '10', '30'),
});

async function scored(
  plan: ScoringPlan,
  line: Line,
  row: { target: string; actual: string; weight: string },
) {
  const { rulebook, edition } = plan.identity;
  const form = formOfValue({
    rulebook,
    edition,
    name: '表',
    subject: plan.rulebook.subjects[0]!,
    declared: [
      {
        ...row,
        target: `${signs[line.kind]}${row.target}`,
        id: 'one-row',
        under: line.row!.group.id,
        name: '行',
      },
    ],
  });
  const { scored: whole } = await scoreForm(plan, form);
  return nodesOf(whole!.whole).find(({ id }) => id === 'one-row')!.points;
}

describe.each(files)('$name', ({ file, name }) => {
  test('the rows of every numeric kind follow their curve', async () => {
    const { value: plan } = await loadRulebook(readFileSync(file), name);
    for (const line of linesOf(plan!)) {
      if (!line.row || signs[line.kind] === undefined || line.rule.judged) continue;
      const analysis = await analyse(line);
      if (analysis.kind !== 'curve') throw new Error(`${line.id} has no curve`);
      expect(scales(line, analysis.curve), line.id).toBe(true);
      await fc.assert(
        fc.asyncProperty(rows, async (row) => {
          const [target, actual, weight] = [row.target, row.actual, row.weight].map((text) =>
            Exact.of(text),
          ) as [Exact, Exact, Exact];
          const x = actual.times(Exact.hundred).over(target)!;
          const expected = pointsAt(analysis.curve, x)!.times(weight).over(line.weight)!;
          const { decimals, mode } = plan!.rounding;
          expect((await scored(plan!, line, row)).toText()).toBe(expected.round({ decimals, mode }).toText());
        }),
        { numRuns: 40 },
      );
    }
  });
});
