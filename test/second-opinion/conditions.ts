/** Conditions in Kleene's three-valued logic: true, false, or undefined for unknown. */
import { type Facts, isNumber, work } from './expression.ts';
import { compare } from './rational.ts';

export type Truth = boolean | undefined;

export interface Known {
  numbers: Facts;
  /** A text or answer by name: undefined where blank. */
  words: (name: string) => string | boolean | undefined;
  /** True where the name is a text, a choice or a yes/no answer. */
  isWord: (name: string) => boolean;
}

// biome-ignore lint/suspicious/noExplicitAny: rulebooks are looked at as plain values here
type Written = any;

const orders: Record<string, (order: number) => boolean> = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  lessThan: (order) => order < 0,
  lessThanInclusive: (order) => order <= 0,
  greaterThan: (order) => order > 0,
  greaterThanInclusive: (order) => order >= 0,
};

const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

export function holds(condition: Written, known: Known): Truth {
  if (condition.all) {
    const all = condition.all.map((one: Written) => holds(one, known));
    return all.includes(false) ? false : all.includes(undefined) ? undefined : true;
  }
  if (condition.any) {
    const all = condition.any.map((one: Written) => holds(one, known));
    return all.includes(true) ? true : all.includes(undefined) ? undefined : false;
  }
  if (condition.not) return not(holds(condition.not, known));
  return compared(condition, known);
}

function compared({ fact, operator, value }: Written, known: Known): Truth {
  const name = String(fact).trim();
  return known.isWord(name)
    ? ofWord(known.words(name), name, operator, value)
    : ofNumber(fact, operator, value, known);
}

function ofWord(word: string | boolean | undefined, name: string, operator: string, value: Written): Truth {
  const isBlank = word === undefined || word === '';
  if (operator === 'isBlank') return isBlank;
  if (operator === 'isPresent') return !isBlank;
  if (operator === 'contains') {
    // A reason that nobody gave says nothing; what else is blank may say anything.
    if (isBlank) return name.startsWith('reason.') ? false : undefined;
    return [value].flat().some((one) => String(word).includes(one));
  }
  if (isBlank) return undefined;
  if (operator === 'in') return value.includes(word);
  if (operator === 'notIn') return !value.includes(word);
  const isEqual = word === (Array.isArray(value) ? value[0] : value);
  return operator === 'equal' ? isEqual : !isEqual;
}

function ofNumber(fact: string, operator: string, value: Written, { numbers }: Known): Truth {
  const left = work(fact, numbers);
  if (operator === 'isBlank') return !isNumber(left);
  if (operator === 'isPresent') return isNumber(left);
  const right = work(value, numbers);
  if (!isNumber(left) || !isNumber(right)) return undefined;
  return orders[operator]!(compare(left, right));
}
