/** Units that a rulebook adds convert as it says; all others stay what they are. */
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../engine/evaluate/index.ts';
import { compare, formOfValue, type Submission } from '../../engine/index.ts';
import { impactOf, studyOf } from '../impact/study.ts';
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

const formWith = (target: string, actual: string): Submission =>
  ({
    rulebook: 'sample',
    edition: '2000',
    subject: 'project',
    name: '表',
    declared: [{ id: 'row', under: 'output', name: '指标', target, actual, weight: '10' }],
  }) as unknown as Submission;

async function rowOf(units: string, target: string, actual: string) {
  const { evaluation } = await evaluate(await planOf(rulebook(units)), formOfValue(formWith(target, actual)));
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

  test('what another conversion does to a form is told of the conversion', async () => {
    const study = await studyOf(rulebook('[1箱=24瓶]'), rulebook('[1箱=12瓶]'));
    const { assessed } = await impactOf(study, [formWith('≥48瓶', '1箱')]);
    const [one] = assessed;
    expect(one).toMatchObject({ is: 'compared' });
    const told = study.edits.flatMap(({ changes }) => changes.map(({ code }) => code));
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((code) => code.includes('unit'))).toBe(true);
    if (one?.is === 'compared') expect(one.parts.at(-1)).toBe(0n);
  });
});
