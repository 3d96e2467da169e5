/** Numbers, forms and intervals as a reader sees them. */
import type { Bilingual } from '../../../schemas/generated/types.ts';
import { Exact } from '../../decimal.ts';
import { isoDay } from '../../expression/index.ts';
import {
  type LinearQuotient as Form,
  isFixed,
  rescaled,
  sameQuotient as sameForm,
} from '../../possible/index.ts';

/** A whole number of days within reach of a calendar, as a date. */
export const dayText = (value: Exact): string => {
  const text = value.toText();
  return /^-?\d{1,6}$/.test(text) ? isoDay(Number(text)) : text;
};

/** What the number of a curve is, and how it is told. */
export interface Axis {
  name: Bilingual;
  /** `%` for rates, `日期` for dates, else the unit as written; empty where there is none. */
  unit: string;
}

/** Decimal text, or a fraction where the decimals do not end. */
export function exactText(value: Exact): string {
  const text = value.toText();
  if (!text.endsWith('…')) return text;
  const [top, bottom] = value.inLowestTerms();
  return `${top}/${bottom}`;
}

export { decimalText } from '../../possible/index.ts';

/** Points as a reader sees them: at most four decimals. */
export const pointsText = (value: Exact): string => {
  const rounded = value.round({ decimals: 4, mode: 'down' });
  return rounded.equals(value) ? rounded.toText() : `${rounded.toText()}…`;
};

export function valueText(x: Exact, { unit }: Axis): string {
  if (unit === '日期') return dayText(x);
  if (unit === '%') return `${x.times(Exact.hundred).toText()}%`;
  return unit === '' ? x.toText() : `${x.toText()} ${unit}`;
}

export interface Ends {
  from: Exact | undefined;
  fromIncluded: boolean;
  to: Exact | undefined;
  toIncluded: boolean;
}

/** When the number lies in an interval: `预算执行率低于 80%`. `least` is where its range begins. */
export function whereText(axis: Axis, ends: Ends, least: Exact | undefined): Bilingual {
  const { name } = axis;
  const { from, to, fromIncluded, toIncluded } = ends;
  const shown = (x: Exact) => valueText(x, axis);
  if (from && to?.equals(from))
    return { zh: `${name.zh}恰为 ${shown(from)}`, en: `${name.en} is exactly ${shown(from)}` };
  const startsAll = from === undefined || (fromIncluded && least?.equals(from));
  if (startsAll && !to) return { zh: `${name.zh}为任何值`, en: `whatever ${name.en} is` };
  if (startsAll)
    return {
      zh: `${name.zh}${toIncluded ? '不高于' : '低于'} ${shown(to!)}`,
      en: `${name.en} is ${toIncluded ? 'at most' : 'below'} ${shown(to!)}`,
    };
  if (!to)
    return {
      zh: `${name.zh}${fromIncluded ? '不低于' : '高于'} ${shown(from!)}`,
      en: `${name.en} is ${fromIncluded ? 'at least' : 'above'} ${shown(from!)}`,
    };
  return {
    zh: `${name.zh}在 ${shown(from!)}${fromIncluded ? '（含）' : '（不含）'}至 ${shown(to)}${toIncluded ? '（含）' : '（不含）'}之间`,
    en: `${name.en} is ${fromIncluded ? 'from' : 'above'} ${shown(from!)} ${toIncluded ? 'up to and including' : 'to below'} ${shown(to)}`,
  };
}

const minus = '−';

/** The form as a formula of x. */
export function formText(form: Form): string {
  if (form.d.isZero()) return lineText(form.a, form.b);
  const { a, b, c } = form;
  // b + (a − b·c) ÷ (c + x)
  const top = a.minus(b.times(c));
  const bottom = c.isZero() ? 'x' : `(${lineText(c, Exact.one)})`;
  const quotient = `${exactText(top.absolute())} ÷ ${bottom}`;
  if (b.isZero()) return top.sign() < 0 ? `${minus}${quotient}` : quotient;
  if (b.sign() < 0 && top.sign() > 0) return `${quotient} ${minus} ${exactText(b.absolute())}`;
  return `${signed(b)} ${top.sign() < 0 ? minus : '+'} ${quotient}`;
}

const signed = (value: Exact): string =>
  value.sign() < 0 ? `${minus}${exactText(value.absolute())}` : exactText(value);

function lineText(a: Exact, b: Exact): string {
  if (b.isZero()) return signed(a);
  const size = b.absolute();
  const slope = size.equals(Exact.one) ? 'x' : `${exactText(size)} × x`;
  if (a.isZero()) return b.sign() < 0 ? `${minus}${slope}` : slope;
  if (a.sign() < 0 && b.sign() > 0) return `${slope} ${minus} ${exactText(a.absolute())}`;
  return `${signed(a)} ${b.sign() < 0 ? minus : '+'} ${slope}`;
}

/** `after` − `before` as a formula of x. */
export function differenceText(before: Form, after: Form): string {
  const form = subtract(after, before);
  if (form) return formText(form);
  const old = formText(before);
  return `${formText(after)} ${minus} ${/[ −]/.test(old) ? `(${old})` : old}`;
}

function subtract(g: Form, f: Form): Form | undefined {
  const reduced = (form: Form) => rescaled(form, Exact.one, Exact.zero, Exact.one);
  if (sameForm(f, g)) return { a: Exact.zero, b: Exact.zero, c: Exact.one, d: Exact.zero };
  if (f.c.equals(g.c) && f.d.equals(g.d)) return reduced({ ...g, a: g.a.minus(f.a), b: g.b.minus(f.b) });
  if (isFixed(f)) return reduced({ ...g, a: g.a.minus(f.a.times(g.c)), b: g.b.minus(f.a.times(g.d)) });
  if (isFixed(g))
    return reduced({ a: g.a.times(f.c).minus(f.a), b: g.a.times(f.d).minus(f.b), c: f.c, d: f.d });
  return undefined;
}

/** A share of the weight: `分值 × (1 − x)`. */
export const ofWeight = (formula: string): string =>
  formula === '0' || formula === '1'
    ? formula === '0'
      ? '0'
      : '分值'
    : /^[\d./]+( × x)?$|^x$/.test(formula)
      ? `分值 × ${formula}`
      : `分值 × (${formula})`;

/** The ends of an interval as text. */
export const endsText = ({ from, to, fromIncluded, toIncluded }: Ends) => ({
  ...(from ? { from: endText(from) } : {}),
  fromIncluded,
  ...(to ? { to: endText(to) } : {}),
  toIncluded,
});

/** A place on the number line; one whose decimals do not end is told to thirty of them. */
const endText = (x: Exact): string => {
  const text = x.toText();
  return text.endsWith('…') ? x.round({ decimals: 30, mode: 'half-even' }).toText() : text;
};
