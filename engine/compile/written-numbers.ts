/** The numbers of a method as it is written: where each stands, and whether it is of points or of what is measured. */
import type { Key, Kind } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';
import type { Method } from '../../schemas/generated/types.ts';
import { numbersIn, type TextNumber } from './numbers.ts';

export interface WrittenNumber extends TextNumber {
  role: 'points' | 'measure';
  /** The key it is written under. */
  key: string;
  pointer: string;
}

/** What holds numbers; every other kind of key holds names, words and answers. */
const roles: { readonly [kind in Kind]?: WrittenNumber['role'] } = {
  points: 'points',
  number: 'measure',
  expression: 'measure',
  threshold: 'measure',
  value: 'measure',
};

export function writtenNumbers(method: Method, pointer: string): WrittenNumber[] {
  const all: WrittenNumber[] = [];
  const take = (value: unknown, role: WrittenNumber['role'] | undefined, key: string, at: string): void => {
    if (!role || typeof value === 'boolean') return;
    for (const number of numbersIn(String(value))) all.push({ ...number, role, key, pointer: at });
  };
  const visit = (value: unknown, described: Key, at: string): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) visit(item, described.item ?? described, `${at}/${index}`);
    else if (described.is === 'condition')
      for (const [found, where] of compared(value, at)) take(found, 'measure', 'value', where);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) {
        const key = described.keys?.find((one) => one.key === name);
        if (key) visit(inner, key, `${at}/${name}`);
      }
    else take(value, roles[described.is], described.key, at);
  };
  for (const [name, parameters] of Object.entries(method))
    visit(parameters, methodTable[name as keyof Method], `${pointer}/${name}`);
  return all;
}

/** What the facts of a condition are compared with. */
function compared(condition: unknown, at: string): [value: unknown, pointer: string][] {
  if (Array.isArray(condition)) return condition.flatMap((one, index) => compared(one, `${at}/${index}`));
  if (typeof condition !== 'object' || condition === null) return [];
  return Object.entries(condition).flatMap(([key, inner]): [unknown, string][] =>
    key === 'value' ? [[inner, `${at}/value`]] : compared(inner, `${at}/${key}`),
  );
}
