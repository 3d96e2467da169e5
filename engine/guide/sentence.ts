/** How a line is scored, in one sentence, and its bands one by one: the words are those of the method's schema. */
import type { Key } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';
import type { Bilingual, LineBand, Method } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { type Names, pointsWords, shownValue } from '../compare/index.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { keysOf } from '../layout/index.ts';
import type { Line } from '../lines/index.ts';

/** The parameters a line's method is written with. */
export function writtenMethod(plan: ScoringPlan, line: Line): unknown {
  const { row, rule } = line;
  const meant = row?.plan.follows;
  const target = meant === undefined ? row?.plan : targetNamed(plan, meant);
  const pointer = row ? target?.pointer : line.pointer;
  const at = keysOf(pointer ?? '').reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    plan.rulebook,
  ) as { method?: Method } | undefined;
  return at?.method?.[rule.method];
}

const targetNamed = (plan: ScoringPlan, id: string) =>
  [
    ...Object.values(plan.frame?.targets ?? {}),
    ...[...plan.byId.values()].flatMap((one) => (one.kind === 'declared' ? Object.values(one.targets) : [])),
  ].find((target) => target.id === id);

/** The sentence of a method with its parameters put in; `metric` is what the number it looks at is called. */
export function sentenceOf(line: Line, written: unknown, metric: Bilingual, names: Names): Bilingual {
  const method = methodTable[line.rule.method];
  const valueAt = (path: string): Bilingual | undefined => {
    if (path === 'metric') return metric;
    const shown = shownAt(method, written, path.split('.'), names);
    return shown ?? (path === 'target' && line.row ? words.cell.target : undefined);
  };
  const told = (language: keyof Bilingual): string =>
    (method.sentence?.[language] ?? '')
      .replace(/\[(!?)([^[\]]*)\]/g, (_, not: string, part: string) => {
        const isWritten = [...part.matchAll(placeholder)].every(([, path]) => valueAt(path!) !== undefined);
        if (not === '') return isWritten ? part : '';
        return isWritten ? '' : part.replace(placeholder, '');
      })
      .replace(placeholder, (_, path: string) => valueAt(path)?.[language] ?? '');
  return { zh: spaced(told('zh')), en: told('en') };
}

const placeholder = /\{([\w.]+)\}/g;

/** No gap between two Chinese words, one after a percentage. */
const spaced = (text: string): string =>
  text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').replace(/%(?=\p{Script=Han})/gu, '% ');

function shownAt(key: Key, value: unknown, path: readonly string[], names: Names): Bilingual | undefined {
  const [first, ...rest] = path;
  if (first === undefined) {
    const written = value ?? key.default;
    if (written === undefined) return undefined;
    return key.is === 'points' ? pointsWords(String(written)) : shownValue(key, written, names);
  }
  const inner = key.keys?.find((one) => one.key === first);
  return inner && shownAt(inner, (value as Record<string, unknown> | undefined)?.[first], rest, names);
}

/** The bands, rows, points or items that a method lists, in their order. */
export function bandsOf({ rule }: Line, written: unknown, names: Names): LineBand[] {
  const method = methodTable[rule.method];
  const lists = [
    { key: method, value: written },
    ...(method.keys ?? []).map((key) => ({ key, value: (written as Record<string, unknown>)?.[key.key] })),
  ];
  return lists.flatMap(({ key, value }) => {
    const { item } = key;
    if (key.is !== 'list' || !item?.keys || !Array.isArray(value)) return [];
    return value.map((one: Record<string, unknown>): LineBand => {
      const name = item.keys!.find(({ is }) => is === 'name');
      const called = name && one[name.key];
      return {
        text: shownValue(item, one, names) ?? { zh: '—', en: '—' },
        ...(typeof called === 'string' ? { name: called } : {}),
      };
    });
  });
}
