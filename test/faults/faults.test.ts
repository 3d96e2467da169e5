/** Small inputs whose answer was once wrong, with the right answer. What each is about stands beside it in faults.yaml. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  audit,
  compare,
  type Finding,
  loadRulebook,
  readDocument,
  readForm,
  render,
  verifyRulebook,
} from '../../engine/index.ts';
import { nodesOf } from '../support/engine.ts';

interface Case {
  what: string;
  rulebook: string;
  form: string;
  total?: string;
  status?: string;
  /** `none` where no grade may be given. */
  grade?: string;
  /** Points of lines by name; `–` where the line is not scored. */
  points?: Record<string, string>;
  weights?: string;
  /** `severity pattern`, of the Chinese text. */
  findings?: string[];
  without?: string[];
}

interface Pair {
  what: string;
  before: string;
  after: string;
  couldScoreLower?: boolean;
  form?: string;
  totals?: [string, string];
}

interface Rulebook {
  what: string;
  rulebook: string;
  says?: string[];
  without?: string[];
  verified?: boolean;
}

const here = fileURLToPath(new URL('./', import.meta.url));
const read = (file: string): string => readFileSync(here + file, 'utf8');
const { forms, pairs, rulebooks } = parse(read('faults.yaml')) as {
  forms: Case[];
  pairs: Pair[];
  rulebooks: Rulebook[];
};

async function load(file: string) {
  const text = file.includes('.') ? read(file) : read(`../../rulebooks/${file}/rulebook.yaml`);
  const { value, diagnostics } = await loadRulebook(text, file);
  return { text, file, plan: value, diagnostics };
}

async function loaded(file: string) {
  const { text, plan, diagnostics } = await load(file);
  expect(plan, diagnostics.map((one) => render(one, 'zh', text)).join('\n')).toBeDefined();
  return { plan: plan!, document: readDocument(text, { file }).document! };
}

/** The form, as if it named this rulebook. */
async function evaluated({ plan }: Awaited<ReturnType<typeof loaded>>, file: string) {
  const { value: form } = readForm(read(file), file);
  const { rulebook, edition } = plan.identity;
  form!.submission = { ...form!.submission, rulebook, edition };
  const { evaluation, diagnostics } = await audit(plan, form!);
  expect(evaluation, JSON.stringify(diagnostics)).toBeDefined();
  return evaluation!;
}

/** Every Chinese sentence in an answer. */
const sentencesIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([key, one]) => (key === 'zh' ? [String(one)] : sentencesIn(one)));

const told = ({ severity, message }: Pick<Finding, 'severity' | 'message'>): string =>
  `${severity} ${message.zh}`;

function expectTold(
  all: readonly Pick<Finding, 'severity' | 'message'>[],
  { says = [], without = [] }: { says?: string[] | undefined; without?: string[] | undefined },
) {
  const texts = all.map(told);
  for (const pattern of says) expect(texts).toContainEqual(expect.stringMatching(new RegExp(`^${pattern}`)));
  for (const pattern of without)
    expect(texts).not.toContainEqual(expect.stringMatching(new RegExp(`^${pattern}`)));
}

describe('forms', () => {
  test.each(forms)(
    '$form: $what',
    async ({ rulebook, form, total, status, grade, points = {}, weights, findings, without }) => {
      const evaluation = await evaluated(await loaded(rulebook), form);
      if (total !== undefined) expect(evaluation.total).toBe(total);
      if (status !== undefined) expect(evaluation.status).toBe(status);
      if (grade !== undefined) expect(evaluation.grade ?? 'none').toBe(grade);
      const nodes = nodesOf(evaluation.ledger);
      for (const [name, wanted] of Object.entries(points)) {
        const node = nodes.find((one) => one.name === name || one.id === name)!;
        expect(node.status === 'missing' ? '–' : node.points, name).toBe(wanted);
      }
      if (weights !== undefined)
        expect(
          nodes
            .filter((one) => one.declared)
            .map((one) => one.weight)
            .join(' '),
        ).toMatch(new RegExp(`^${weights}`));
      expectTold(evaluation.findings, { says: findings, without });
    },
  );
});

describe('pairs of editions', () => {
  test.each(pairs)('$before → $after: $what', async ({ before, after, couldScoreLower, form, totals }) => {
    const [one, other] = [await loaded(before), await loaded(after)];
    const difference = await compare(one, other);
    if (couldScoreLower !== undefined) expect(difference.couldScoreLower).toBe(couldScoreLower);
    expect(difference.differs).toBe(true);
    // Dates are told as dates, never as numbers of days.
    for (const text of sentencesIn(difference)) expect(text).not.toMatch(/(?<![-\d])\d{5}(?!\d)/);
    if (!form) return;
    const scored = [await evaluated(one, form), await evaluated(other, form)];
    expect(scored.map(({ total }) => total)).toEqual(totals);
  });
});

describe('rulebooks', () => {
  test.each(rulebooks)('$rulebook: $what', async ({ rulebook, says, without, verified }) => {
    const { text, plan, diagnostics } = await load(rulebook);
    const told: Pick<Finding, 'severity' | 'message'>[] = [...diagnostics];
    if (verified !== undefined) {
      expect(plan, diagnostics.map((one) => render(one, 'zh', text)).join('\n')).toBeDefined();
      const { proofs } = (await verifyRulebook(text, rulebook)).verified;
      told.push(...proofs);
      const open = proofs.filter(({ severity, accepted }) => severity === 'error' && accepted === undefined);
      expect(open.length === 0, JSON.stringify(open)).toBe(verified);
    }
    expectTold(told, { says, without });
  });
});
