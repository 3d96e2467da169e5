/** The repository's rulebooks: nothing is wrong with them that they do not say themselves, and what is said is true. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isOpen, render, verifyRulebook } from '../../engine/index.ts';
import { validators } from '../../schemas/generated/validators.ts';
import { editionFiles, repositoryRulebooks, shownPath } from '../../server/library.ts';

const files = editionFiles(repositoryRulebooks()).map((file) => ({ file, name: shownPath(file) }));

describe.each(files)('$name', ({ file, name }) => {
  test('verifies clean, or explains what it keeps', async () => {
    const { verified, diagnostics } = await verifyRulebook(readFileSync(file), name);
    expect(verified.usable).toBe(true);
    expect(
      verified.proofs
        .filter(isOpen)
        .map((one) => render(one, 'zh'))
        .join('\n'),
    ).toBe('');
    const report = { rulebooks: [verified], diagnostics };
    validators.verification(report);
    expect(validators.verification.errors ?? []).toEqual([]);
  });

  test('says the same, byte for byte, when asked again', async () => {
    const once = await verifyRulebook(readFileSync(file), name);
    const again = await verifyRulebook(readFileSync(file), name);
    expect(JSON.stringify(again.verified)).toBe(JSON.stringify(once.verified));
  });
});

const proofsOf = async (path: string) => {
  const file = files.find(({ name }) => name.endsWith(path))!;
  return (await verifyRulebook(readFileSync(file.file), file.name)).verified.proofs;
};

test('yunxi: the cliffs, the largest first', async () => {
  const cliffs = (await proofsOf('yunxi/2021/rulebook.yaml')).filter(({ code }) => code === 'cliff');
  expect(cliffs.slice(0, 3).map(({ at, jumps }) => `${at} ${jumps![0]!.at} ${jumps![0]!.size}`)).toEqual([
    'key-spending-rate 60% 2',
    'public-satisfaction 95% 2',
    'budget-adjustment-rate 0% 1',
  ]);
  expect(cliffs[1]!.jumps).toEqual([
    { at: '95%', below: '3', points: '5', above: '5', size: '2' },
    { at: '85%', below: '1', points: '3', above: '3', size: '2' },
    { at: '75%', below: '0', points: '1', above: '1', size: '1' },
  ]);
  expect(cliffs[1]!.witnesses).toEqual([
    { given: { inputs: { satisfaction: '94.99%' } }, value: '94.99%', points: '3' },
    { given: { inputs: { satisfaction: '95%' } }, value: '95%', points: '5' },
  ]);
});

test('ningxia 2021: money saved scores less, and the rulebook says why that is kept', async () => {
  const [proof] = (await proofsOf('ningxia/2021/rulebook.yaml')).filter(
    ({ code }) => code === 'not-monotone',
  );
  expect(proof).toMatchObject({ at: 'cost.atMost', severity: 'error' });
  expect(proof!.accepted).toContain('省钱失分');
  expect(proof!.witnesses!.map(({ value, points }) => `${value} ${points}`)).toEqual(['25 2.5', '75 7.5']);
});

test('ningxia 2022 caps the cost instead: nothing to accept', async () => {
  const proofs = await proofsOf('ningxia/2022/rulebook.yaml');
  expect(proofs.filter(({ accepted, severity }) => accepted !== undefined || severity !== 'info')).toEqual(
    [],
  );
});
