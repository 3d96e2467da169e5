/**
 * A comparison as it is told: what matters first, alike things once. May not score, weigh or compare: it only puts in
 * order what the engine found.
 */
import type {
  Bilingual,
  ComparedForm,
  ComparedLine,
  Difference,
  WrittenChange,
} from '../../../engine/index.ts';
import { headlineOf } from './headline.ts';
import {
  joinSubjects,
  kindOf,
  mergeChanges,
  mergeLines,
  ownerOf,
  type ToldChange,
  type ToldLine,
} from './merge.ts';
import { groupTitles } from './words.ts';

export interface Story {
  /** The conclusion, one sentence after another. */
  headline: Bilingual[];
  /** What an officer would want to know of the edits, shortest first. */
  points: Bilingual[];
  changed: ToldLine[];
  equal: ComparedLine[];
  groups: { group: WrittenChange['group']; title: Bilingual; changes: ToldChange[] }[];
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });

export function storyOf(difference: Difference): Story {
  const isChanged = ({ verdict, situations, classifications }: ComparedLine) =>
    verdict !== 'equal' || situations.length > 0 || classifications.length > 0;
  const groups = (Object.keys(groupTitles) as WrittenChange['group'][]).flatMap((group) => {
    const changes = difference.written.filter((change) => change.group === group);
    return changes.length === 0 ? [] : [{ group, title: groupTitles[group], changes: mergeChanges(changes) }];
  });
  return {
    headline: headlineOf(difference),
    points: pointsOf(difference, groups),
    changed: mergeLines(difference.lines.filter(isChanged)),
    equal: difference.lines.filter((line) => !isChanged(line)),
    groups,
  };
}

/** Changes whose sentence names what it is about. */
const selfNamed = new Set([
  ...['indicator-added', 'indicator-removed', 'input-added', 'input-removed'],
  ...['check-added', 'check-removed', 'limit-added', 'limit-removed'],
]);

/** Changes too small or too plain for the first page. */
const minor = new Set([
  ...['title-changed', 'status-changed', 'order-changed', 'name-changed', 'role-changed'],
  ...['check-code-changed', 'check-message-changed', 'metric-added', 'metric-removed'],
]);

function pointsOf({ lines, illustrations }: Difference, groups: Story['groups']): Bilingual[] {
  const told: Bilingual[] = [];
  for (const { group, changes } of groups) {
    if (group === 'wording') continue;
    for (const { marks, subjects, message, isWholeForm } of changes) {
      const kind = kindOf(marks[0]!);
      if (kind.startsWith('band-') && hasThresholds(marks[0]!, changes)) continue;
      if (minor.has(kind) && !(group === 'inputs' && kind === 'name-changed')) continue;
      const isNamed = selfNamed.has(kind);
      const subject = (language: keyof Bilingual) =>
        isWholeForm || (isNamed && subjects.length === 1)
          ? ''
          : `${joinSubjects(subjects, language)}${language === 'zh' ? '：' : ': '}`;
      const methods = kind === 'method-changed' ? methodNote(marks, lines) : both('', '');
      told.push(
        both(`${subject('zh')}${message.zh}${methods.zh}`, `${subject('en')}${message.en}${methods.en}`),
      );
    }
  }
  return [...told, ...(illustrations ?? []).slice(0, 1).flatMap(caseInShort)];
}

/** True where the thresholds of the same line are told already. */
function hasThresholds({ code }: { code: string }, changes: readonly ToldChange[]): boolean {
  const owner = /^[^/]*/.exec(ownerOf({ code }))![0];
  return changes.some(({ marks }) => marks.some((mark) => mark.code === `thresholds-changed:${owner}`));
}

/** A filed form in one sentence: the lowest group that holds all of the difference, and the total. */
function caseInShort({ name, before, after, lines }: ComparedForm): Bilingual[] {
  const group = lines.findLast(
    ({ depth }, index) =>
      (lines[index + 1]?.depth ?? 0) > depth && lines.slice(0, index).every((one) => one.depth < depth),
  );
  if (!group) return [];
  const claimed =
    group.claimed === undefined
      ? both('', '')
      : both(`，自评 ${group.claimed} 分`, `, claimed ${group.claimed}`);
  return [
    both(
      `实例「${name}」：${group.name}由 ${group.before} 分变为 ${group.after} 分（满分 ${group.weight} 分${claimed.zh}），总分由 ${before} 分变为 ${after} 分`,
      `filed form "${name}": ${group.name} goes from ${group.before} to ${group.after} of ${group.weight}${claimed.en}, the total from ${before} to ${after}`,
    ),
  ];
}

/** The names a rulebook gives to what a method scores: 成本按支出进度 → 成本按上限. */
function methodNote(marks: ToldChange['marks'], lines: readonly ComparedLine[]): Bilingual {
  const line = lines.find(({ code }) => marks.some((mark) => code === `scores:${ownerOf(mark)}`));
  const [was, is] = [line?.beforeMethod, line?.afterMethod];
  if (!was || !is || line?.kind !== 'target') return both('', '');
  const [old, now] = [line.beforeName, line.afterName];
  if (!old || !now || old === now) return both('', '');
  return both(`（${old} → ${now}）`, ` (${old} → ${now})`);
}
