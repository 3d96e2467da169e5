/** What a unit wrote on each line of a filed form, by the ids the ledger gives its lines. */
import { expect, it } from 'vitest';
import { changesOn, enteredOn } from '../../server/submissions/entered.ts';

it('tells targets, actuals and reasons as they were written', () => {
  const entered = enteredOn({
    declared: [
      { id: 'training', under: 'quantity', name: '培训', target: '≥80%', actual: '75%', reason: '因疫情' },
      { under: 'quantity', name: '调研', target: '3', judgement: { reason: '评价人意见' } },
    ],
    judgements: { 'new-growth-pole': { points: '5', reason: '见附件' } },
    reasons: { execution: '年末到账' },
  });
  expect(Object.fromEntries(entered)).toEqual({
    training: { target: '≥80%', actual: '75%', unitReason: '因疫情' },
    'row-2': { target: '3', unitReason: '评价人意见' },
    'new-growth-pole': { unitReason: '见附件' },
    execution: { unitReason: '年末到账' },
  });
});

it('has nothing of a form without rows and reasons', () => {
  expect(enteredOn({}).size).toBe(0);
});

it('tells what was changed since the filing before, cell by cell', () => {
  const before = {
    ...{ target: '≤5%', actual: '0', claimed: '10' },
    read: [{ name: '预算数', text: '10万元' }],
  };
  expect(changesOn(before, before)).toEqual([]);
  expect(
    changesOn(before, {
      ...{ target: '≤5%', actual: '0%', claimed: '10', unitReason: '全年未发生' },
      read: [{ name: '预算数', text: '12万元' }],
    }),
  ).toEqual([
    { name: { zh: '预算数', en: '预算数' }, before: '10万元', after: '12万元' },
    { name: { zh: '完成值', en: 'Actual' }, before: '0', after: '0%' },
    { name: { zh: '单位说明', en: 'Reason' }, before: '', after: '全年未发生' },
  ]);
});
