/** "Did you mean": finds the word a person probably meant. */
import { distance } from 'fastest-levenshtein';
import type { Bilingual } from '../../schemas/generated/types.ts';

const listed = 12;

/** The nearest candidate within a third of the longer word's length (at least one change), or undefined. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 200) return undefined;
  let best: { candidate: string; changes: number } | undefined;
  for (const candidate of candidates) {
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3));
    if (Math.abs(word.length - candidate.length) > allowed || Math.min(word.length, candidate.length) < 2)
      continue;
    const changes = changesBetween(word.toLowerCase(), candidate.toLowerCase());
    if (changes <= allowed && (!best || changes < best.changes)) best = { candidate, changes };
  }
  return best?.candidate;
}

/** Letters to change; the same letters in another order count as one. */
function changesBetween(one: string, other: string): number {
  const changes = distance(one, other);
  return changes === 2 && [...one].sort().join('') === [...other].sort().join('') ? 1 : changes;
}

/**
 * A help line: what was probably meant, else what there is to choose from; empty when there is nothing. What has a title
 * is called by it, its key beside it.
 */
export function suggest(
  word: string,
  candidates: Iterable<string>,
  titleOf: (candidate: string) => string | undefined = () => undefined,
): Bilingual {
  const all = [...candidates];
  const called = (one: string): Bilingual => {
    const title = titleOf(one);
    return title === undefined || title === one
      ? { zh: `「${one}」`, en: `"${one}"` }
      : { zh: `「${title}」（${one}）`, en: `"${title}" (${one})` };
  };
  const meant = nearest(word, all);
  if (meant !== undefined)
    return { zh: `是不是${called(meant).zh}？`, en: `did you mean ${called(meant).en}?` };
  if (all.length === 0) return { zh: '', en: '' };
  const shown = all.slice(0, listed);
  const more = all.length - shown.length;
  return {
    zh: `可用的有：${shown.map((one) => called(one).zh).join('、')}${more > 0 ? `等 ${all.length} 个` : ''}。`,
    en: `choose from ${shown.map((one) => called(one).en).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  };
}
