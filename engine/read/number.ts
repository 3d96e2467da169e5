/** A cell that says one number: label, comparator, number, scale, unit and qualifier, as far as each is there. */
import { wordOfSide } from './comparators.ts';
import { type Frame, readBefore, readLabelEnd, together } from './frame.ts';
import { inUnit, type Quantity, quantityAt } from './quantity.ts';
import { asWords, type Finding } from './reading.ts';
import { readTail } from './tail.ts';
import { dimensionOf } from './units.ts';

/** Signs of a number that mean something else as a whole: 十分 is "very". */
const plainWords = new Set(['十分']);

/** What ends like these is a quantity, and the number beside it is how much: 办结率80%. */
const namesQuantity = /(?:[率度比量数额]|比例|比重|占比|面积|里程|面|人次|全年|累计|目标|已|应|约)$/;

interface Head {
  label: string;
  before: Frame;
}

/** The places where the number may stand, each with what is before it. */
function* headsOf(plain: string): Generator<Head> {
  yield { label: '', before: readBefore(plain, 'number') };
  const comparator = plain.search(wordOfSide);
  if (comparator > 0) {
    const before = readBefore(plain.slice(comparator), 'number');
    yield { label: plain.slice(0, comparator), before: { ...before, end: before.end + comparator } };
  }
  const digit = plain.search(/[-+]?[.\d]/);
  if (digit <= 0) return;
  const head = plain.slice(0, digit);
  const before = readLabelEnd(head);
  yield { label: head.slice(0, before.end), before: { ...before, end: digit } };
}

/** The number of a cell; undefined where it is not one. */
export function readNumber(plain: string): Finding | undefined {
  if (plainWords.has(plain)) return asWords();
  for (const head of headsOf(plain)) {
    const found = numberUnder(plain, head);
    if (found) return found;
  }
  return undefined;
}

function numberUnder(plain: string, { label, before }: Head): Finding | undefined {
  if (/\d/.test(label) && (before.comparator === undefined || /[,;、]/.test(label))) return undefined;
  const quantity = quantityAt(plain, before.end, { currency: before.currency });
  if (!quantity) return undefined;
  const { unit: known, isChinese } = quantity;
  const tail = readTail(plain, quantity.end, {
    unit: known,
    isBound: before.comparator !== undefined,
    isChinese,
  });
  if (!tail) return undefined;
  const frame = together(before, tail);
  const unit = quantity.unit ?? tail.unit;
  if (label !== '' && !belongs(label, frame, unit)) return undefined;
  if (frame.comparator === 'conflict' || frame.limit) return asWords('two-readings');
  const dimension = dimensionOf(unit);
  if (frame.currency && dimension !== 'amount') return undefined;
  if (frame.near && (dimension === 'time' || dimension === 'months')) return asWords('two-readings');
  return told(unit === quantity.unit ? quantity : inUnit(quantity, unit), frame, label, tail.remark);
}

/** Words before a number are its label where a comparator binds them, or where they name what is measured. */
const belongs = (label: string, { comparator }: Frame, unit: string | undefined): boolean =>
  comparator !== undefined ? !/第$/.test(label) : unit === '%' && namesQuantity.test(label.replace(/:$/, ''));

function told(quantity: Quantity, frame: Frame, label: string, remark: string | undefined): Finding {
  const { number, unit, decimals, scaled, notes } = quantity;
  return {
    kind: 'number',
    label: label.replace(/:$/, '') || undefined,
    comparator: frame.comparator as Finding['comparator'],
    number,
    unit,
    scaled: scaled || undefined,
    decimals,
    approximate: quantity.approximate || frame.approximate || undefined,
    remark,
    notes: [...notes, ...frame.notes],
  };
}
