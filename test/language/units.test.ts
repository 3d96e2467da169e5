/** Units that a rulebook adds convert as it says; all others stay what they are. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/index.ts';
import { compare, formOfValue, type Submission } from '../../engine/index.ts';
import { nodesOf, planOf } from '../support/engine.ts';

const rulebook = (units: string) => `
rulebook: sample
edition: "2000"
title: 单位
status: draft
subjects: [project]
total: 10
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { sheet: { title: 评分表 } }
frame:
  units: ${units}
  targets:
    atLeast: { name: 正向, method: { proportional: {} }, source: sheet, reading: 按比例。 }
    atMost: { name: 反向, method: { inverse: { by: ratio } }, source: sheet, reading: 按比例。 }
    plain: { as: atLeast }
    equal: { as: atLeast }
    date: { name: 时限, method: { deadline: {} }, source: sheet, reading: 按期得分。 }
    words: { name: 定性, method: { judgement: {} }, source: sheet, reading: 由评价人判断。 }
indicators:
  - { id: output, name: 产出, weight: 10, source: sheet, declared: {} }
`;

async function rowOf(units: string, target: string, actual: string) {
  const form = {
    rulebook: 'sample',
    edition: '2000',
    subject: 'project',
    name: '表',
    declared: [{ id: 'row', under: 'output', name: '指标', target, actual, weight: '10' }],
  };
  const { evaluation } = await evaluate(
    await planOf(rulebook(units)),
    formOfValue(form as unknown as Submission),
  );
  const { points, status } = nodesOf(evaluation!.ledger).find(({ id }) => id === 'row')!;
  return { points, status, codes: evaluation!.findings.map(({ code }) => code) };
}

describe('units of a rulebook', () => {
  test.each([
    ['[1箱=24瓶]', '≥48瓶', '1箱', '5'],
    ['[1箱=24瓶]', '≥2箱', '36瓶', '7.5'],
    ['[1箱=24瓶, 1车=10箱]', '≥1车', '120瓶', '5'],
    ['[2趟=1车次]', '≥4趟', '1车次', '5'],
  ])('%s: %s, %s gives %s', async (units, target, actual, points) => {
    expect(await rowOf(units, target, actual)).toMatchObject({ points, status: 'scored' });
  });

  test('without them the two cannot be compared, and that is said', async () => {
    expect(await rowOf('[]', '≥48瓶', '1箱')).toMatchObject({ status: 'missing', codes: ['unit-mismatch'] });
  });

  test('editions that convert otherwise do not score the same', async () => {
    const [before, after] = [await planOf(rulebook('[1箱=24瓶]')), await planOf(rulebook('[1箱=12瓶]'))];
    const difference = await compare({ plan: before }, { plan: after });
    expect(JSON.stringify(difference)).toContain('计量单位换算不同');
    expect(difference.couldScoreLower).toBe(true);
  });
});
