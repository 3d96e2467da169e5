/** The numbers of a method as it is written: where each stands, and whether it is of points or of what is measured. */
import type { Method } from '../../schemas/generated/types.ts';
import { numbersIn, type TextNumber } from './numbers.ts';

export interface WrittenNumber extends TextNumber {
  role: 'points' | 'measure';
  /** The key it is written under. */
  key: string;
  pointer: string;
}

/** Keys that hold points or shares of a weight, in any method. */
const pointsKeys = new Set(
  [
    'points',
    'deduct',
    'add',
    'cap',
    'share',
    'fromPoints',
    'toPoints',
    'start',
    'yes',
    'no',
    'otherwise',
  ].concat('reasonBelow'),
);
/** Keys that hold what things are called. */
const nameKeys = new Set(['name', 'input', 'is', 'fact', 'operator', 'by', 'partial', 'direction']);

export function writtenNumbers(method: Method, pointer: string): WrittenNumber[] {
  const all: WrittenNumber[] = [];
  const visit = (value: unknown, key: string, at: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, key, `${at}/${index}`);
      return;
    }
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) visit(inner, name, `${at}/${name}`);
      return;
    }
    if (nameKeys.has(key) || typeof value === 'boolean') return;
    const role = pointsKeys.has(key) ? 'points' : 'measure';
    for (const number of numbersIn(String(value))) all.push({ ...number, role, key, pointer: at });
  };
  visit(method, '', pointer);
  return all;
}
