/** Every edit that an impact names is one that a comparison tells, in the same words. */
import { expect, test } from 'vitest';
import { compare, loadRulebook } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { root } from '../support/repository.ts';
import { withHead } from '../support/scenes.ts';
import { studyOf } from './study.ts';

/** Two editions that differ in something of every kind. */
const { before, after, edits } = readData<{ before: string; after: string; edits: string[] }>(
  `${root}test/impact/written.yaml`,
);
const [old, now] = [withHead(before), withHead(after).replace('edition: "2000"', 'edition: "2001"')];

test('what an impact names, a comparison tells in the same words', async () => {
  const study = await studyOf(old, now);
  const [one, other] = [await loadRulebook(old, 'before.yaml'), await loadRulebook(now, 'after.yaml')];
  const { written } = await compare({ plan: one.value! }, { plan: other.value! });
  const told = written.map(({ code, subject, message }) => `${code} ${subject.zh}：${message.zh}`);
  const named = study.edits.flatMap(({ changes }) =>
    changes.map(({ code, subject, message }) => `${code} ${subject.zh}：${message.zh}`),
  );
  expect(named.filter((one) => !told.includes(one))).toEqual([]);
  expect(study.edits.filter(({ changes }) => changes.length === 0).map(({ code }) => code)).toEqual([]);
  expect(named.map((one) => one.split(' ')[0])).toEqual(edits);
});

test('a unit that follows from the type of an input is told with the type', async () => {
  const of = (type: string) =>
    withHead(`inputs: { spent: { name: 支出, type: ${type}, min: "0" } }
indicators: [{ id: a, name: 甲, weight: 100, metric: spent, method: { proportional: { target: "100" } } }]
`);
  const study = await studyOf(of('amount'), of('number').replace('edition: "2000"', 'edition: "2001"'));
  expect(study.edits.flatMap(({ changes }) => changes.map(({ code }) => code))).toEqual([
    'input-type-changed:spent',
  ]);
});

test('a weight that is written as a share and comes to the same is no edit', async () => {
  const of = (weight: string) =>
    withHead(`indicators:
  - id: g
    name: 一组
    weight: 100
    outOf: 50
    indicators:
      - { id: a, name: 甲, weight: ${weight}, method: { proportion: { choices: [{ name: 优, share: 100% }, { name: 良, share: 60.5% }] } } }
      - { id: b, name: 乙, weight: 10, method: { judgement: {} } }
`);
  const study = await studyOf(of('80%'), of('"40"').replace('edition: "2000"', 'edition: "2001"'));
  expect(study.edits).toEqual([]);
});
