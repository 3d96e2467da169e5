/** What hangs on the whole form is out of reach only where no policy, bonus or other weight of a row brings it about. */
import { expect, test } from 'vitest';
import { verifyRulebook } from '../../engine/index.ts';
import { withHead } from '../support/scenes.ts';

const codesOf = async (body: string): Promise<string[]> => {
  const { verified, diagnostics } = await verifyRulebook(withHead(body), 'rulebook.yaml');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return verified.proofs.map(({ code }) => code);
};

const judged = '{ judgement: {} }';
const low = '{ proportion: { choices: [{ name: 中, share: 60% }] } }';
const grades = 'grades: [{ name: 优, from: 90 }, { name: 差, from: 0 }]';
const above = 'grades: [{ name: 优, from: 103 }, { name: 差, from: 0 }]';

test.each([
  [
    'a bonus under a group that weighs what its lines do',
    `${above}\nindicators: [{ id: g, name: 一组, indicators: [{ id: x, name: 甲, weight: 100, method: ${judged} }, { id: y, name: 乙, line: bonus, weight: 5, method: ${judged} }] }]`,
  ],
  [
    'full marks of a group that does not apply',
    `${grades}\nindicators: [{ id: g, name: 一组, weight: 100, notApplicable: { policy: full }, indicators: [{ id: x, name: 甲, weight: 100, method: ${low} }] }]`,
  ],
])('a grade is reached by %s', async (_name, body) => {
  expect(await codesOf(body)).not.toContain('grade-unreachable');
});

test('a grade that nothing brings about is out of reach', async () => {
  const body = `${grades}\nindicators: [{ id: g, name: 一组, weight: 100, indicators: [{ id: x, name: 甲, weight: 100, method: ${low} }] }]`;
  expect(await codesOf(body)).toContain('grade-unreachable');
});

test('what points that do not follow the weight of a row come to is not decided', async () => {
  const codes = await codesOf(`inputs: { filed: { name: 是否归档, type: yesNo } }
frame:
  targets: { atLeast: { method: { proportional: {} } }, atMost: { as: atLeast }, plain: { as: atLeast }, equal: { as: atLeast }, date: { as: words }, words: { method: { yesNo: { input: filed, yes: "2" } } } }
indicators: [{ id: rows, name: 自设, weight: 100, declared: {} }]`);
  expect(codes).toContain('undecided');
});
