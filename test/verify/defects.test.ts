/** Planted defects: each is found with a form that shows it, and the mended rulebook has nothing to say of. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../engine/compile/draft.ts';
import { formOfValue, nodesOf, scoreForm } from '../../engine/evaluate/index.ts';
import {
  isOpen,
  type Proof,
  render,
  type ScoringPlan,
  verifyRulebook,
  type Witness,
} from '../../engine/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { readData } from '../support/data.ts';

interface Defect {
  defect: string;
  finds: { code: string; severity: string; at: string; place?: string };
  shows: 'none' | 'no-band' | 'withheld' | 'falls' | { points: string };
  method: string;
  metric?: boolean;
  text?: string;
  inputs?: string;
  before?: string;
  after?: string;
  plant?: { from: string; to: string }[];
  mend: { from: string; to: string }[];
}

const indented = (text: string, by: number): string => text.replaceAll('\n', `\n${' '.repeat(by)}`);

/** A rulebook of one line to be looked at, and one that fills the form up. */
function rulebookOf({
  method,
  metric = true,
  text = '按下列办法计分。',
  inputs,
  before,
  after,
}: Defect): string {
  return `rulebook: sample
edition: "2021"
title: 样例
status: draft
subjects: [project]
total: 100
rounding: { decimals: 2, mode: half-up, at: indicator }
sources: { form: { title: 样表 } }
inputs:
  budget: { name: 预算数, type: amount, min: 0, source: form }
  executed: { name: 执行数, type: amount, min: 0, source: form }${inputs ? `\n  ${inputs}` : ''}
${before ? `${before}\n` : ''}indicators:
  - id: line
    name: 执行
    weight: 10
    ${text ? `text: ${text}\n    source: form` : 'source: form # line'}
    ${metric ? 'metric: executed / budget\n    ' : ''}method:
      ${indented(method, 6)}
  - id: rest
    name: 其余
    weight: 90
    text: 按比例计分。
    source: form
    metric: executed / budget
    zeroDivision: zero
    method: { proportional: {} }
${after ?? ''}
`;
}

const replaced = (text: string, pairs: readonly { from: string; to: string }[]): string =>
  pairs.reduce((all, { from, to }) => {
    expect(all, `nothing to replace: ${from}`).toContain(from);
    return all.replace(from, to);
  }, text);

const shown = (proofs: readonly Proof[], text: string): string =>
  proofs.map((one) => render(one, 'zh', text)).join('\n');

/** What the engine itself gives for a witness: points, or why there are none. */
async function outcome(plan: ScoringPlan, { given }: Witness): Promise<string> {
  const { rulebook, edition } = plan.identity;
  const form = formOfValue({ rulebook, edition, name: '见证', subject: 'project', ...given });
  const { scored } = await scoreForm(plan, form);
  const node = nodesOf(scored!.whole).find(({ id }) => id === 'line')!;
  return node.status === 'scored' ? node.points.toText() : node.unscored!;
}

const { defects } = readData<{ defects: Defect[] }>(fileURLToPath(new URL('defects.yaml', import.meta.url)));

describe.each(defects)('$defect', (defect) => {
  const { finds, shows, plant = [], mend } = defect;
  const planted = replaced(rulebookOf(defect), plant);

  test('is found, with a form that shows it', async () => {
    const { verified, plan, diagnostics } = await verifyRulebook(planted, 'rulebook.yaml');
    expect(diagnostics.map((one) => render(one, 'zh', planted)).join('\n')).toBe('');
    expect(verified.usable).toBe(true);
    const found = verified.proofs.filter(({ code, at }) => code === finds.code && at === finds.at);
    expect(
      found.map(({ severity }) => severity),
      shown(verified.proofs, planted),
    ).toEqual([finds.severity]);
    const [proof] = found as [Proof];
    if (finds.place) expect(`${proof.place?.line}:${proof.place?.column}`).toBe(finds.place);
    const { document } = readDocument(planted, { file: 'rulebook.yaml' });
    const scoring = plan ?? (await draftOf(document!));
    const outcomes: string[] = [];
    for (const witness of proof.witnesses ?? []) {
      if (!witness.given) continue;
      outcomes.push(await outcome(scoring, witness));
      expect(outcomes.at(-1)).toBe(witness.points ?? witness.absence);
    }
    if (shows === 'no-band' || shows === 'withheld') expect(outcomes).toEqual([shows]);
    else if (shows === 'falls') {
      expect(outcomes).toHaveLength(2);
      const higher = Number(outcomes[0]) > Number(outcomes[1]);
      expect(higher).toBe(finds.code === 'peak');
    } else if (shows !== 'none') expect(outcomes).toEqual([shows.points]);
  });

  test('mended, there is nothing left to say', async () => {
    const mended = replaced(rulebookOf(defect), mend);
    const { verified, plan, diagnostics } = await verifyRulebook(mended, 'rulebook.yaml');
    expect(diagnostics.map((one) => render(one, 'zh', mended)).join('\n')).toBe('');
    expect(plan).toBeDefined();
    expect(shown(verified.proofs.filter(isOpen), mended)).toBe('');
    expect(verified.proofs.map(({ code }) => code)).not.toContain(finds.code);
  });
});
