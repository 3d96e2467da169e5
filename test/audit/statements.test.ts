/** What a report says, held against the figures of the form in whatever units either is written. */

import { expect, test } from 'vitest';
import { audit } from '../../engine/index.ts';
import { formFrom, planOf } from '../support/engine.ts';
import { ordinaryFrame } from '../support/frame.ts';

const plan = await planOf(`
rulebook: stated
edition: "2000"
title: 陈述
status: draft
subjects: [project]
total: 100
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 某表 } }
inputs:
  budget: { name: 预算数, type: amount, unit: 万元, min: 0 }
  executed: { name: 执行数, type: amount, unit: 万元, min: 0 }
  stated: { name: 执行率, type: rate, min: 0, restates: executed / budget }
  visits: { name: 走访, type: count, unit: 次, note: 只作核对 }
${ordinaryFrame}indicators:
  - { id: execution, name: 预算执行率, weight: 10, metric: executed / budget, method: { proportional: {} } }
  - { id: result, name: 成效, weight: 90, declared: {} }
`);

const rows = [
  {
    id: 'trained',
    under: 'result',
    name: '培训人数',
    target: '≥200人',
    actual: '185',
    weight: '30',
    claimed: '27.75',
  },
  {
    id: 'rate',
    under: 'result',
    name: '合格率',
    target: '≥90%',
    actual: '92.26',
    weight: '30',
    claimed: '30',
  },
  {
    id: 'saved',
    under: 'result',
    name: '节约',
    target: '≥100万元',
    actual: '105.5万元',
    weight: '30',
    claimed: '30',
  },
];

const said = (about: string, value: string, more = {}) => ({
  about,
  where: '报告',
  text: `说${value}`,
  value,
  ...more,
});

const cases: [string, object[], string[]][] = [
  ['元与万元是一个数', [said('budget', '2026400元')], []],
  ['约到所写的位数', [said('budget', '203万元'), said('budget', '0.02亿元')], []],
  ['差一元也看得出', [said('budget', '2026401元')], ['预算数 202.64万元 ']],
  ['单位写错', [said('budget', '202.64元')], ['预算数 202.64万元 ']],
  ['没有写单位，按填报项的单位', [said('budget', '202.64'), said('stated', '100')], []],
  ['百分数', [said('stated', '100%'), said('stated', '98%')], ['执行率 100% ']],
  ['以上、不到', [said('budget', '≥200万元'), said('budget', '<2000000元')], ['预算数 202.64万元 ']],
  ['次数', [said('visits', '12次'), said('visits', '13')], ['走访 12 ']],
  ['不能相比的，不比', [said('visits', '13人'), said('trained', '3次')], []],
  ['总分', [said('total', '97.75分'), said('total', '98'), said('total', '97.7')], ['总分 97.75 ']],
  [
    '一行的完成值没有写单位，按目标的单位',
    [said('trained', '185人'), said('trained', '185名'), said('trained', '190人')],
    ['「培训人数」完成值「185」'],
  ],
  [
    '百分数的完成值没有写百分号',
    [said('rate', '92.26%'), said('rate', '92.3%'), said('rate', '95%')],
    ['「合格率」完成值「92.26」'],
  ],
  [
    '一行的金额',
    [said('saved', '1055000元'), said('saved', '105.5'), said('saved', '1055001元')],
    ['「节约」完成值「105.5万元」'],
  ],
  [
    '目标值',
    [said('saved', '1000000元', { of: 'target' }), said('saved', '90万元', { of: 'target' })],
    ['「节约」目标值「≥100万元」'],
  ],
  [
    '自评得分',
    [said('trained', '27.75分', { of: 'claimed' }), said('trained', '28.5', { of: 'claimed' })],
    ['「培训人数」自评得分 27.75 '],
  ],
  ['同一话题单位不同，说的是一个数', [said('奖补', '12.5万元'), said('奖补', '125000元')], []],
  [
    '第二、第三处说的不一样',
    [said('奖补', '<20万元'), said('奖补', '12.5万元'), said('奖补', '131000元')],
    ['报告「说131000元」'],
  ],
];

test.each(cases)('%s', async (_, statements, against) => {
  const { evaluation } = await audit(
    plan,
    formFrom({
      rulebook: 'stated',
      edition: '2000',
      subject: 'project',
      name: '甲',
      inputs: { budget: '202.64', executed: '202.64万元', stated: '100%', visits: '12' },
      declared: rows,
      statements,
      claimed: { total: '97.75', points: { execution: '10' } },
    }),
  );
  const told = evaluation!.findings.filter(({ code }) => code === 'claim-mismatch');
  expect(told.map(({ message }) => message.zh.slice(message.zh.indexOf('，与') + 2, -'不符'.length))).toEqual(
    against,
  );
});
