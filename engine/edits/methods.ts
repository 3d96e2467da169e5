/** A scoring method that says otherwise: another method, or what its table says its parameters are, one by one. */
import type { Key } from '../../schemas/generated/language.ts';
import type { Method } from '../../schemas/generated/types.ts';
import { constantOf } from '../conditions/index.ts';
import { parseExpression } from '../expression/index.ts';
import { type About, add, type Both, compareValue } from './gather.ts';
import { expressionMeaning } from './meaning.ts';
import type { Naming } from './naming.ts';

type Item = { readonly [key: string]: unknown };

/** A value of a method and where it is written. */
interface At {
  value: unknown;
  pointer: string;
}

/** Compares two methods as written; `pointer` is that of the `method` object. */
export function compareMethods(
  both: Both,
  was: { method: Method; pointer: string },
  is: { method: Method; pointer: string },
  about: About,
): void {
  const named = ({ method, pointer }: typeof was): At & { name: string } => {
    const [name = '', value] = Object.entries(method)[0] ?? [];
    return { name, value, pointer: `${pointer}/${name}` };
  };
  const [one, other] = [named(was), named(is)];
  const table = both.methods[other.name];
  if (one.name !== other.name || !table) {
    add(both, 'method-changed', about, {
      action: 'changed',
      key: 'method',
      before: { pointer: one.pointer, value: was.method },
      after: { pointer: other.pointer, value: is.method },
      touches: about.touches('method'),
    });
    return;
  }
  const touching = { ...about, touches: () => about.touches('method') };
  new MethodComparer(both, touching).parameter([table], one, other, '');
}

class MethodComparer {
  private readonly both: Both;
  private readonly about: About;
  /** The first list of a method gives its items the short codes. */
  private firstList: string | undefined;

  constructor(both: Both, about: About) {
    this.both = both;
    this.about = about;
  }

  /** Compares one parameter with all below it; `path` leads to it from the method. */
  parameter(described: readonly Key[], was: At, is: At, path: string): void {
    const key = described.at(-1)!;
    const { id } = this.about;
    if (key.is === 'group') {
      for (const inner of key.keys!) {
        const within = ({ value, pointer }: At): At => ({
          value: (value as Item | undefined)?.[inner.key],
          pointer: `${pointer}/${inner.key}`,
        });
        const at = path === '' ? inner.key : `${path}/${inner.key}`;
        this.parameter([...described, inner], within(was), within(is), at);
      }
    } else if ((key.is === 'list' || key.is === 'set') && key.item?.is === 'group') {
      this.firstList ??= path;
      const below = this.firstList === path ? id : `${id}/${path}`;
      this.boundaries(described, was, is, below);
      this.items(described, was, is, below);
    } else {
      const what = key.is === 'threshold' ? 'threshold' : 'parameter';
      const about = { ...this.about, id: `${id}/${path}` };
      compareValue(this.both, what, about, described.slice(1), was, is);
    }
  }

  /** The thresholds of a list of intervals, all at once: 80%、50% became 80%、60%. */
  private boundaries(described: readonly Key[], was: At, is: At, id: string): void {
    const { before, after } = this.both;
    const item = described.at(-1)!.item!;
    const [one, other] = [
      boundariesOf(item, was.value as readonly Item[] | undefined, before.naming),
      boundariesOf(item, is.value as readonly Item[] | undefined, after.naming),
    ];
    if (one.meaning === other.meaning || one.meaning === '' || other.meaning === '') return;
    add(
      this.both,
      'thresholds-changed',
      { ...this.about, id },
      {
        action: 'changed',
        described: described.slice(1),
        before: { pointer: was.pointer, value: one.written },
        after: { pointer: is.pointer, value: other.written },
        touches: this.about.touches(''),
      },
    );
  }

  private items(described: readonly Key[], was: At, is: At, id: string): void {
    const item = described.at(-1)!.item!;
    const [olds, news] = [was.value, is.value].map((list) => (list ?? []) as readonly Item[]) as [
      Item[],
      Item[],
    ];
    const paired = pairItems(item, olds, news);
    const path = [...described, item];
    for (const [index, at] of paired.entries()) {
      const after = { pointer: `${is.pointer}/${index}`, value: news[index]! };
      const about = { ...this.about, id: `${id}/${index + 1}` };
      if (at === undefined)
        add(this.both, 'band-added', about, {
          action: 'added',
          described: path,
          after,
          touches: about.touches(''),
        });
      else
        compareValue(
          this.both,
          'band',
          about,
          path,
          { pointer: `${was.pointer}/${at}`, value: olds[at]! },
          after,
        );
    }
    for (const [index, value] of olds.entries())
      if (!paired.includes(index))
        add(
          this.both,
          'band-removed',
          { ...this.about, id: `${id}/was-${index + 1}` },
          {
            action: 'removed',
            described: path,
            before: { pointer: `${was.pointer}/${index}`, value },
            touches: this.about.touches(''),
          },
        );
  }
}

/** For each later item its index among the earlier ones: by place where there are as many, else by what tells it apart. */
function pairItems(item: Key, was: readonly Item[], is: readonly Item[]): (number | undefined)[] {
  if (was.length === is.length) return is.map((_, index) => index);
  const open = new Set(was.keys());
  const order: readonly Key['is'][] = ['name', 'option', 'input', 'expression', 'condition', 'threshold'];
  const telling = order.flatMap((kind) => item.keys!.filter((key) => key.is === kind));
  const nameOf = (one: Item) =>
    JSON.stringify(telling.map(({ key }) => one[key]).find((value) => value !== undefined));
  return is.map((one) => {
    const found = [...open].find((index) => nameOf(was[index]!) === nameOf(one));
    if (found !== undefined) open.delete(found);
    return found;
  });
}

/** Every threshold of a list, the highest first. Where a person gives the share inside the items, the ends 0 and 1 say nothing. */
function boundariesOf(
  item: Key,
  items: readonly Item[] | undefined,
  naming: Naming,
): { meaning: string; written: string[] } {
  const found = new Map<string, string>();
  for (const one of items ?? [])
    for (const key of item.keys!)
      if (key.is === 'threshold' && one[key.key] !== undefined) {
        const written = String(one[key.key]);
        found.set(expressionMeaning(written, naming), written);
      }
  const isShare = !item.keys!.some((key) => key.is === 'points');
  const numberOf = (text: string) => {
    const { expression } = parseExpression(text);
    return expression && constantOf(expression);
  };
  const sorted = [...found.entries()]
    .filter(([meaning]) => !isShare || (meaning !== '0' && meaning !== '1'))
    .sort(([, a], [, b]) => {
      const [one, other] = [numberOf(a), numberOf(b)];
      return one && other ? other.compare(one) : 0;
    });
  return {
    meaning: sorted.map(([meaning]) => meaning).join(' '),
    written: sorted.map(([, written]) => written),
  };
}
