/** How a scoring method is written otherwise: another method, other thresholds, other parameters. */
import type { Bilingual, Condition, Method } from '../../../schemas/generated/types.ts';
import { constantOf } from '../../conditions/index.ts';
import { parseExpression } from '../../expression/index.ts';
import { type MethodDefinition, methods } from '../../methods/index.ts';
import { same } from '../edition.ts';
import { bothLanguages, type Changes, type Subject } from './change.ts';
import {
  conditionMeaning,
  meaningOf,
  type Names,
  pointsMeaning,
  shownCondition,
  shownExpression,
} from './meaning.ts';
import { parameterValueWords, parameterWords } from './words.ts';

/** A method as one edition writes it. */
export interface WrittenMethod {
  method: Method;
  /** Pointer of the `method` object. */
  pointer: string;
  names: Names;
}

type Parameters = { readonly [key: string]: unknown };
type Item = { readonly [key: string]: unknown };

const nameIn = ({ method }: WrittenMethod) => Object.keys(method)[0] as keyof Method;
const labelOf = (name: keyof Method): Bilingual => (methods[name] as MethodDefinition<unknown>).label;

export function compareMethods(
  before: WrittenMethod,
  after: WrittenMethod,
  subject: Subject,
  changes: Changes,
): void {
  const was = nameIn(before);
  const is = nameIn(after);
  if (was !== is) {
    changes.add(
      'method-changed',
      subject,
      bothLanguages(
        `计分方法由「${labelOf(was).zh}」改为「${labelOf(is).zh}」`,
        `the scoring method changed from ${labelOf(was).en} to ${labelOf(is).en}`,
      ),
      { pointer: `${before.pointer}/${was}`, shown: labelOf(was) },
      { pointer: `${after.pointer}/${is}`, shown: labelOf(is) },
    );
    return;
  }
  const comparer = new MethodComparer(before, after, is, subject, changes);
  comparer.compare();
}

const bounds = ['at', 'from', 'above', 'upTo', 'below'] as const;
/** Keys that hold a list of items, by method; a method that is itself a list has the empty key. */
const listKeys: Partial<Record<keyof Method, string>> = {
  bands: '',
  tiers: '',
  conditions: '',
  piecewise: 'points',
  table: 'rows',
  checklist: 'criteria',
  occurrences: 'each',
  proportion: 'choices',
};

class MethodComparer {
  private readonly before: WrittenMethod;
  private readonly after: WrittenMethod;
  private readonly name: keyof Method;
  private readonly subject: Subject;
  private readonly changes: Changes;

  constructor(
    before: WrittenMethod,
    after: WrittenMethod,
    name: keyof Method,
    subject: Subject,
    changes: Changes,
  ) {
    this.before = before;
    this.after = after;
    this.name = name;
    this.subject = subject;
    this.changes = changes;
  }

  compare(): void {
    const listKey = listKeys[this.name];
    const was = this.before.method[this.name] as unknown;
    const is = this.after.method[this.name] as unknown;
    if (listKey === undefined) {
      this.parameters(was as Parameters, is as Parameters, '');
      return;
    }
    const itemsIn = (value: unknown) => (listKey === '' ? value : (value as Parameters)[listKey]) as Item[];
    this.boundaries(itemsIn(was), itemsIn(is), listKey);
    this.items(itemsIn(was), itemsIn(is), listKey);
    if (listKey === '') return;
    const without = ({ [listKey]: _, ...rest }: Parameters): Parameters => rest;
    this.parameters(without(was as Parameters), without(is as Parameters), '');
  }

  /** Scalars and small objects, key by key. */
  private parameters(was: Parameters, is: Parameters, path: string): void {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    for (const key of keys) {
      const at = path === '' ? key : `${path}/${key}`;
      const [one, other] = [was[key], is[key]];
      if (isObject(one) || isObject(other)) {
        this.parameters(isObject(one) ? one : {}, isObject(other) ? other : {}, at);
        continue;
      }
      const label = at
        .split('/')
        .map((part) => parameterWords[part] ?? same(part))
        .reduce((a, b) => bothLanguages(`${a.zh} · ${b.zh}`, `${a.en}, ${b.en}`));
      const kind = thresholdKeys.has(key) ? 'threshold' : 'parameter';
      const scoped = { ...this.subject, id: `${this.subject.id}/${at}` };
      this.changes.property(
        kind,
        scoped,
        label,
        this.scalar(one, key, this.before, at),
        this.scalar(other, key, this.after, at),
      );
    }
  }

  private scalar(value: unknown, key: string, { names, pointer }: WrittenMethod, path: string) {
    const at = { pointer: `${pointer}/${this.name}/${path}` };
    if (typeof value !== 'string') return { ...at, is: value === undefined ? undefined : String(value) };
    if (pointKeys.has(key)) return { ...at, is: pointsMeaning(value), shown: same(value) };
    const word = parameterValueWords[value];
    if (word && !/\d/.test(value)) return { ...at, is: value, shown: word };
    return { ...at, is: meaningOf(value, names), shown: same(shownExpression(value, names)) };
  }

  /** The thresholds of a list of intervals, all at once: 80%、50% became 80%、60%. */
  private boundaries(was: readonly Item[], is: readonly Item[], listKey: string): void {
    const one = boundariesOf(was, this.before.names, this.name === 'tiers');
    const other = boundariesOf(is, this.after.names, this.name === 'tiers');
    if (one.is === other.is || one.is === '' || other.is === '') return;
    const pointer = (method: WrittenMethod) =>
      `${method.pointer}/${this.name}${listKey === '' ? '' : `/${listKey}`}`;
    this.changes.property(
      'thresholds',
      this.subject,
      bothLanguages('分界', 'thresholds'),
      { pointer: pointer(this.before), is: one.is, shown: one.shown },
      { pointer: pointer(this.after), is: other.is, shown: other.shown },
    );
  }

  private items(was: readonly Item[], is: readonly Item[], listKey: string): void {
    const pointer = (method: WrittenMethod, index: number) =>
      `${method.pointer}/${this.name}${listKey === '' ? '' : `/${listKey}`}/${index}`;
    const paired = pairItems(was, is);
    for (const [index, at] of paired.entries()) {
      const after = {
        pointer: pointer(this.after, index),
        ...this.item(is[index]!, this.after.names),
      };
      const subject = { ...this.subject, id: `${this.subject.id}/${index + 1}` };
      if (at === undefined) {
        this.changes.add(
          'band-added',
          subject,
          bothLanguages(`新增一档：${after.shown.zh}`, `a band was added: ${after.shown.en}`),
          undefined,
          after,
        );
        continue;
      }
      const before = { pointer: pointer(this.before, at), ...this.item(was[at]!, this.before.names) };
      this.changes.property(
        'band',
        subject,
        bothLanguages(`第 ${index + 1} 档`, `band ${index + 1}`),
        before,
        after,
      );
    }
    for (const [index, item] of was.entries()) {
      if (paired.includes(index)) continue;
      const before = { pointer: pointer(this.before, index), ...this.item(item, this.before.names) };
      this.changes.add(
        'band-removed',
        { ...this.subject, id: `${this.subject.id}/was-${index + 1}` },
        bothLanguages(`删去一档：${before.shown.zh}`, `a band was removed: ${before.shown.en}`),
        before,
        undefined,
      );
    }
  }

  private item(item: Item, names: Names): { is: string; shown: Bilingual } {
    const meaning: Record<string, unknown> = {};
    const parts: Bilingual[] = [];
    const interval = intervalText(item);
    for (const [key, value] of Object.entries(item)) meaning[key] = this.itemValue(key, value, names);
    const text = (key: string) => (typeof item[key] === 'string' ? (item[key] as string) : undefined);
    const name = text('name') ?? text('is');
    if (name !== undefined) parts.push(same(`「${name}」`));
    if (item.when !== undefined) parts.push(shownCondition(item.when as Condition, names));
    if (item.otherwise === true || (interval.zh === '' && this.name === 'bands'))
      parts.push(bothLanguages('其余', 'otherwise'));
    if (interval.zh !== '') parts.push(interval);
    if (text('input')) parts.push(same(names.nameOf(text('input')!)));
    if (text('count')) parts.push(same(shownExpression(text('count')!, names)));
    for (const key of ['points', 'share', 'deduct'] as const) {
      const value = text(key);
      if (value === undefined) continue;
      const share = value.endsWith('%')
        ? bothLanguages(`分值的 ${value}`, `${value} of the weight`)
        : bothLanguages(`${value} 分`, value);
      parts.push(
        key === 'deduct'
          ? bothLanguages(`每次扣 ${share.zh}`, `${share.en} off each time`)
          : bothLanguages(`得 ${share.zh}`, `gives ${share.en}`),
      );
    }
    if (text('fromPoints') && text('toPoints'))
      parts.push(
        bothLanguages(
          `由 ${text('fromPoints')} 分按直线到 ${text('toPoints')} 分`,
          `on a line from ${text('fromPoints')} to ${text('toPoints')}`,
        ),
      );
    return {
      is: JSON.stringify(Object.entries(meaning).sort(([a], [b]) => (a < b ? -1 : 1))),
      shown: bothLanguages(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', ')),
    };
  }

  private itemValue(key: string, value: unknown, names: Names): unknown {
    if (key === 'when') return conditionMeaning(value as Condition, names);
    if (typeof value !== 'string') return value;
    if (pointKeys.has(key)) return pointsMeaning(value);
    if (key === 'name' || key === 'is') return value;
    return meaningOf(value, names);
  }
}

const pointKeys = new Set([
  ...['points', 'deduct', 'add', 'start', 'cap', 'otherwise', 'yes', 'no', 'share', 'fromPoints'],
  ...['toPoints', 'reasonBelow'],
]);
const thresholdKeys = new Set(['from', 'target', 'worst', 'best', 'at', 'upTo']);

const isObject = (value: unknown): value is Parameters =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Items of the later list with their index in the earlier one: by name, then by place. */
function pairItems(was: readonly Item[], is: readonly Item[]): (number | undefined)[] {
  if (was.length === is.length) return is.map((_, index) => index);
  const open = new Set(was.keys());
  const keyOf = (item: Item) =>
    JSON.stringify([
      item.name ??
        item.is ??
        item.input ??
        item.count ??
        item.at ??
        item.from ??
        item.above ??
        item.upTo ??
        item.below,
    ]);
  return is.map((item) => {
    const found = [...open].find((index) => keyOf(was[index]!) === keyOf(item));
    if (found !== undefined) open.delete(found);
    return found;
  });
}

/** An interval in words. */
export function intervalText(item: Item): Bilingual {
  const of = (key: (typeof bounds)[number]) =>
    typeof item[key] === 'string' ? (item[key] as string) : undefined;
  const at = of('at');
  if (at !== undefined) return bothLanguages(`恰为 ${at}`, `exactly ${at}`);
  const low = of('from') ?? of('above');
  const high = of('upTo') ?? of('below');
  const closedLow = of('from') !== undefined;
  const closedHigh = of('upTo') !== undefined;
  if (low !== undefined && high !== undefined)
    return bothLanguages(
      `${low}${closedLow ? '（含）' : '（不含）'}至 ${high}${closedHigh ? '（含）' : '（不含）'}`,
      `${closedLow ? '≥' : '>'} ${low} and ${closedHigh ? '≤' : '<'} ${high}`,
    );
  if (low !== undefined)
    return bothLanguages(`${closedLow ? '不低于' : '高于'} ${low}`, `${closedLow ? '≥' : '>'} ${low}`);
  if (high !== undefined)
    return bothLanguages(`${closedHigh ? '不高于' : '低于'} ${high}`, `${closedHigh ? '≤' : '<'} ${high}`);
  return bothLanguages('', '');
}

/** Every threshold of a list, the highest first; the ends of a share say nothing. */
function boundariesOf(
  items: readonly Item[],
  names: Names,
  isShare: boolean,
): { is: string; shown: Bilingual } {
  const found = new Map<string, string>();
  for (const item of items)
    for (const bound of bounds) {
      const written = item[bound];
      if (typeof written === 'string') found.set(meaningOf(written, names), written);
    }
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
    is: sorted.map(([meaning]) => meaning).join(' '),
    shown: bothLanguages(
      sorted.map(([, written]) => written).join('、'),
      sorted.map(([, written]) => written).join(', '),
    ),
  };
}
