/**
 * The same rows where no proportion to the target holds: with a target of zero or below, and with an actual below zero.
 * One row of each kind stands for all, as the rules mean the same for every target of one sign.
 */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import type { Interval } from '../../linear/index.ts';
import { asScored, type Given, type Line, rowWith, sampleTarget, sampleWeight } from '../../lines/index.ts';
import { type Curve, curveOf, extremesOf, type Piece } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/bilingual.ts';
import { largest } from './extremes.ts';
import { exactText } from './form-text.ts';
import { largestOf, type Outcome, widen } from './outcome.ts';
import type { Scales } from './scales.ts';
import { isScoredByOne, isUndecided, redrawn, stretchesOf } from './stretches.ts';
import type { CurveSide } from './variable.ts';

/** A kind of row: what its target is, and whether its actual is below zero or any other. */
interface Kind {
  name: Bilingual;
  target: Exact;
  actual: 'any' | 'not below zero' | 'below zero';
  isRare: boolean;
}

const kinds: readonly Kind[] = [
  {
    name: both('目标值为 0', 'the target is zero'),
    target: Exact.zero,
    actual: 'not below zero',
    isRare: false,
  },
  {
    name: both('目标值为 0，完成值小于 0', 'the target is zero and the actual below it'),
    target: Exact.zero,
    actual: 'below zero',
    isRare: true,
  },
  {
    name: both('目标值小于 0', 'the target is below zero'),
    target: sampleTarget.negated(),
    actual: 'any',
    isRare: true,
  },
  {
    name: both('完成值小于 0', 'the actual is below zero'),
    target: sampleTarget,
    actual: 'below zero',
    isRare: true,
  },
];

export function compareOtherTargets(
  before: CurveSide,
  after: CurveSide,
  scales: { before: Scales; after: Scales },
  outcome: Outcome,
): void {
  if (after.line.target === undefined || after.line.kind === 'date') return;
  if (![before, after].some(({ curve }) => readsCells(curve))) return;
  for (const kind of kinds) {
    const [old, now] = [curveWith(before.line, kind), curveWith(after.line, kind)];
    // What the rule of another kind scores in both is compared there.
    if (old === 'another rule' && now === old) continue;
    if (!old || !now || typeof old === 'string' || typeof now === 'string') {
      outcome.why ??= notDecided(kind.name);
      continue;
    }
    compareKind(
      kind,
      redrawn(old, Exact.one, Exact.zero, scales.before.m),
      redrawn(now, Exact.one, Exact.zero, scales.after.m),
      outcome,
    );
  }
}

const readsCells = ({ variable }: Curve): boolean =>
  !(variable.kind === 'name' && variable.name === 'judged.share');

/** The curve where only an actual that equals the target is scored: nothing else is. */
function inPart(whole: Curve, only: Curve, target: Exact): Curve {
  const { min, max, maxOpen } = whole.range;
  const gap = (from: Exact | undefined, to: Exact | undefined): Piece => ({
    ...{ from, to, isPoint: false, bands: [], points: undefined, absence: 'withheld' },
  });
  const pieces = [
    ...(min?.equals(target) ? [] : [gap(min, target)]),
    ...(maxOpen && max?.equals(target) ? [] : only.pieces),
    ...(max?.equals(target) ? [] : [gap(target, max)]),
  ];
  return { ...whole, pieces };
}

/** Undefined where it cannot be traced. */
function curveWith(line: Line, { target, actual }: Kind): Curve | 'another rule' | undefined {
  const own = rowWith(line, { target });
  const given =
    actual === 'not below zero'
      ? own
      : {
          ...own,
          bounds: (name: string) =>
            name === 'actual' ? (actual === 'any' ? {} : { max: Exact.zero }) : own.bounds(name),
        };
  const scored = asScored(given);
  if (!scored) return 'another rule';
  const curve = curveOf(given);
  const whole = curve && actual === 'below zero' ? { ...curve, range: belowZero(curve.range) } : curve;
  if (scored === given || !whole) return whole;
  const only = curveOf(scored);
  return only && inPart(whole, only, target);
}

const belowZero = (range: Interval): Interval => ({ ...range, max: Exact.zero, maxOpen: true });

type Drawn = ReturnType<typeof redrawn>;

const notDecided = (name: Bilingual): Bilingual =>
  both(`${name.zh}的没有判定`, `what comes out where ${name.en} was not decided`);

function compareKind({ name, target, isRare }: Kind, before: Drawn, after: Drawn, outcome: Outcome): void {
  const stretches = stretchesOf(before, after);
  const open = stretches.some((one) => isUndecided(one.before) || isUndecided(one.after));
  if (open) outcome.why ??= notDecided(name);
  const tries = (at: Exact | undefined): Given[] =>
    at
      ? [
          new Map([
            ['weight', sampleWeight],
            ['target', target],
            ['actual', at],
          ]),
        ]
      : [];
  const known = { gain: outcome.gain?.points, loss: outcome.loss?.points, scored: { ...outcome.scored } };
  let differs = false;
  for (const [sign, side] of [
    [1, 'gain'],
    [-1, 'loss'],
  ] as const) {
    const found = largest(stretches, sign);
    if (found)
      widen(outcome, side, largestOf(found.points, { ...found, where: name, tries: tries(found.at) }));
    const scored = stretches.filter((one) => isScoredByOne(one, side));
    differs ||= found !== undefined || scored.length > 0;
    if (scored.length > 0) outcome.scored[side] = true;
    for (const { before: old, after: now } of scored) {
      const most = extremesOf(side === 'gain' ? now : old)?.most;
      if (!most) continue;
      const { points, isReached, at } = most;
      widen(outcome, side, largestOf(points, { isReached, isExact: true, where: name, tries: tries(at) }));
    }
  }
  // Rows below zero are rare: they are told where they show more than the others do.
  const isMore = (['gain', 'loss'] as const).some(
    (side) => outcome[side]?.points !== known[side] || outcome.scored[side] !== known.scored[side],
  );
  if (differs && (isMore || !isRare))
    outcome.situations.push({ name, before: told(before, target), after: told(after, target) });
}

/** Neighbouring pieces that give the same. */
interface Run {
  from: Exact | undefined;
  fromIncluded: boolean;
  to: Exact | undefined;
  toIncluded: boolean;
  gives: Gives;
}

/** What a piece gives, told apart by its key. */
interface Gives {
  key: string;
  words: Bilingual;
}

function told({ pieces, range }: Drawn, target: Exact): Bilingual {
  const runs: Run[] = [];
  for (const piece of pieces) {
    if (piece.isPoint && range.max?.equals(piece.from!) && range.maxOpen) continue;
    const gives = givesOf(piece);
    const last = runs.at(-1);
    if (last && last.gives.key === gives.key)
      Object.assign(last, { to: piece.to, toIncluded: piece.isPoint });
    else
      runs.push({
        from: piece.from,
        fromIncluded: piece.isPoint,
        to: piece.to,
        toIncluded: piece.isPoint,
        gives,
      });
  }
  if (runs.length === 1) return runs[0]!.gives.words;
  const parts = runs.map((run) => ({ where: whereOf(run, target), gives: run.gives.words }));
  return both(
    parts.map(({ where, gives }) => `${where.zh}，${gives.zh}`).join('；'),
    parts.map(({ where, gives }) => `${where.en} ${gives.en}`).join('; '),
  );
}

function whereOf({ from, fromIncluded, to, toIncluded }: Run, target: Exact): Bilingual {
  const low = from && shownValue(from, target);
  const high = to && shownValue(to, target);
  if (low && high && from.equals(to)) return both(`完成值为${low.zh}`, `actual ${low.en}`);
  const parts = [
    ...(low
      ? [
          both(
            `${fromIncluded ? '不小于' : '大于'}${low.zh}`,
            `${fromIncluded ? 'at least' : 'above'} ${low.en}`,
          ),
        ]
      : []),
    ...(high
      ? [
          both(
            `${toIncluded ? '不大于' : '小于'}${high.zh}`,
            `${toIncluded ? 'at most' : 'below'} ${high.en}`,
          ),
        ]
      : []),
  ];
  return both(
    `完成值${parts.map(({ zh }) => zh).join('、')}`,
    `actual ${parts.map(({ en }) => en).join(' and ')}`,
  );
}

/** Zero, the target, or so much of it. */
function shownValue(x: Exact, target: Exact): Bilingual {
  const share = x.over(target);
  if (!share || x.isZero()) return both(` ${exactText(x)}`, exactText(x));
  if (share.equals(Exact.one)) return both('目标值', 'the target');
  const text = `${exactText(share.times(Exact.hundred))}%`;
  return both(`目标值的 ${text}`, `${text} of the target`);
}

function givesOf(piece: Piece): Gives {
  const ends = extremesOf(piece);
  const share = ends?.least.points;
  const gives = (key: string, zh: string, en: string): Gives => ({ key, words: both(zh, en) });
  if (ends && !ends.most.points.equals(ends.least.points))
    return gives('by actual', '得分随完成值而变', 'scores by the actual');
  if (!share) return gives('unscored', '不计分', 'is not scored');
  const text = exactText(share.times(Exact.hundred));
  if (share.isZero()) return gives(text, '得 0 分', 'scores 0');
  if (share.equals(Exact.one)) return gives(text, '得满分', 'scores full marks');
  return gives(text, `得分值的 ${text}%`, `scores ${text}% of the weight`);
}
