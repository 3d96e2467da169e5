/** Bands that a rulebook does not write need not be reached: no finding is about what nobody wrote. */
import { expect, test } from 'vitest';
import { verifyRulebook } from '../../engine/index.ts';
import { withHead } from '../support/scenes.ts';

const codesOf = async (least: string, metric: string, method: string): Promise<string[]> => {
  const text = withHead(`inputs:
  done: { name: 完成数, type: amount, min: 0 }
  plan: { name: 计划数, type: amount, min: ${least} }
indicators: [{ id: line, name: 一行, weight: 100, metric: ${metric}, method: ${method} }]
`);
  const { verified, diagnostics } = await verifyRulebook(text, 'rulebook.yaml');
  return [...diagnostics, ...(verified?.proofs ?? [])].map(({ code }) => code);
};

test.each([
  ['1', 'done', '{ proportional: { target: plan } }'],
  ['1', 'done', '{ proportional: { target: plan, cap: 120% } }'],
  ['0', 'done / plan', '{ proportional: { target: plan } }'],
  ['1', 'done', '{ inverse: { by: line, target: plan } }'],
])('a target from %s on, of %s by %s', async (least, metric, method) => {
  expect(await codesOf(least, metric, method)).not.toContain('unreachable-band');
});

test('what is written for a target of zero is told where there is none', async () => {
  expect(await codesOf('1', 'done', '{ proportional: { target: plan, zeroTarget: full } }')).toContain(
    'unreachable-band',
  );
});
