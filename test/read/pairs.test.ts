/** Targets and actuals as units write them: what a person reads from both, or that it is asked about; never silently wrong. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audited } from '../../engine/audit/audit.ts';
import { Exact } from '../../engine/decimal.ts';
import { formOfValue, scoreForm } from '../../engine/evaluate/index.ts';
import type { Submission } from '../../engine/index.ts';
import { readData } from '../support/data.ts';

import { planOf } from '../support/engine.ts';

interface Pair {
  target: string;
  actual: string;
  year?: string;
  /** Actual ÷ target, as a fraction. */
  ratio?: string;
  /** Whether the actual reaches the target. */
  met?: boolean;
  /** Either is right: what is certain, or to be asked. */
  either?: true;
}

const plan = planOf(
  readFileSync(new URL('../../rulebooks/national/2020/rulebook.yaml', import.meta.url), 'utf8'),
);

async function readPair({ target, actual, year = '2024' }: Pair) {
  const { identity } = await plan;
  const form = {
    ...identity,
    subject: 'project',
    name: '表',
    year,
    declared: [{ id: 'row', under: 'quantity', name: '指标', target, actual, weight: '10' }],
  };
  const { scored, diagnostics } = await scoreForm(await plan, formOfValue(form as unknown as Submission));
  expect(diagnostics).toEqual([]);
  const row = scored!.rows[0]!;
  // Only what is said of the row; that it has no judgement yet, or no reason, is not about how it was read.
  const codes = audited(scored!).findings.flatMap(({ code, severity, place }) =>
    place?.indicator === 'row' && severity !== 'info' && !['data-missing', 'reason-missing'].includes(code)
      ? [code]
      : [],
  );
  return { row, isAsked: codes.length > 0, codes };
}

type Read = Awaited<ReturnType<typeof readPair>>;
const isNumber = ({ row }: Read): boolean => row.targetNumber !== undefined && row.actualNumber !== undefined;

function reaches({ row }: Read): boolean {
  const [side, sign] = [row.actualNumber!.compare(row.targetNumber as Exact), row.target.comparator];
  if (sign === '<=' || (row.kind === 'date' && sign !== '<')) return side <= 0;
  return sign === '<' ? side < 0 : sign === '>' ? side > 0 : sign === '=' ? side === 0 : side >= 0;
}

function fraction(text: string): Exact {
  const [top = '', bottom = '1'] = text.split('/');
  return Exact.of(top).over(Exact.of(bottom))!;
}

const groups = readData<Record<string, Pair[]>>(new URL('./pairs.yaml', import.meta.url).pathname);

const holds: Record<string, (read: Read, pair: Pair) => boolean> = {
  'a number': (read, { ratio }) =>
    isNumber(read) && read.row.actualNumber!.over(read.row.targetNumber!)!.equals(fraction(ratio!)),
  'met or not': (read, { met }) => isNumber(read) && (met === undefined || reaches(read) === met),
  'a day': (read, { met, either }) =>
    (either && (read.isAsked || !isNumber(read))) ||
    (isNumber(read) && (met === undefined || reaches(read) === met)),
  'a range': ({ row, isAsked }) => (row.target.kind === 'range' && row.actual.kind === 'number') || isAsked,
  'several numbers, all the same': ({ row, isAsked }) => row.kind === 'words' && !isAsked,
  'judged by a person': ({ row, isAsked }) => row.kind === 'words' && row.target.kind !== 'blank' && !isAsked,
  'certain or asked': ({ isAsked, ...read }) =>
    isAsked || isNumber({ isAsked, ...read }) || read.row.kind === 'words',
  asked: ({ isAsked }) => isAsked,
  blank: ({ row }) => row.target.kind === 'blank' || row.actual.kind === 'blank',
};

for (const [group, pairs] of Object.entries(groups))
  describe(group, () => {
    test.each(pairs)('$target — $actual', async (pair) => {
      const read = await readPair(pair);
      const { row, codes } = read;
      const told = `${row.kind}: ${row.targetNumber?.toText()} ${row.target.unit} / ${row.actualNumber?.toText()} [${codes}]`;
      expect(holds[group]!(read, pair), told).toBe(true);
    });
  });
