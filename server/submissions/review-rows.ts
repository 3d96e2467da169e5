/** Whether the lines of a review are lines of the form, and their points within reach. */
import { type Diagnostic, diagnose, Exact, type PointsRange, suggest } from '../../engine/index.ts';
import type { ReviewRow } from '../../schemas/generated/types.ts';

/** What a filing has: every line by its id, and how many points those without lines of their own can have. */
export interface Reviewable {
  names: ReadonlyMap<string, string>;
  ranges: ReadonlyMap<string, PointsRange>;
}

/** Everything wrong with the rows of a review; empty where they can be kept. */
export function checkRows(rows: readonly ReviewRow[], { names, ranges }: Reviewable): Diagnostic[] {
  const seen = new Set<string>();
  return rows.flatMap(({ line, points }, index) => {
    const place = { file: 'body', pointer: `/rows/${index}/line` };
    const isRepeated = seen.has(line);
    seen.add(line);
    if (isRepeated) return [repeated(names.get(line) ?? line, place)];
    if (!names.has(line)) {
      const kind = { zh: '指标', en: 'indicator' };
      const suggestion = suggest(line, names.keys(), (one) => names.get(one));
      return [diagnose('unknown-reference', { kind, name: line, suggestion }, place)];
    }
    return points === undefined
      ? []
      : checkPoints(line, points, { names, ranges }, { ...place, pointer: `/rows/${index}/points` });
  });
}

function repeated(line: string, place: Diagnostic['place']): Diagnostic {
  return {
    code: 'repeated-item',
    severity: 'error',
    message: { zh: `「${line}」出现了不止一次`, en: `"${line}" stands there more than once` },
    ...(place ? { place } : {}),
  };
}

function checkPoints(
  line: string,
  points: string | number,
  { names, ranges }: Reviewable,
  place: NonNullable<Diagnostic['place']>,
): Diagnostic[] {
  const range = ranges.get(line);
  const name = names.get(line) ?? line;
  if (!range) {
    const message = {
      zh: `「${name}」是一组，不能直接给分`,
      en: `"${name}" is a group and has no points of its own`,
    };
    const help = { zh: '请给它下面的各行评分。', en: 'give points to the lines below it.' };
    return [{ code: 'points-of-group', severity: 'error', message, help, place }];
  }
  const given = Exact.of(points);
  if (given.compare(range.least) >= 0 && given.compare(range.most) <= 0) return [];
  const [least, most] = [range.least.toText(), range.most.toText()];
  const message = {
    zh: `「${name}」的评审得分应为 ${least} 至 ${most} 分，现为 ${given.toText()} 分`,
    en: `the points of "${name}" must be from ${least} to ${most}, found ${given.toText()}`,
  };
  return [{ code: 'points-out-of-range', severity: 'error', message, place }];
}
