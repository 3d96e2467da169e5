/**
 * What a written value means, whatever its spelling: `80%`, `0.8` and `80.0%` are one number, a Chinese name is the input it
 * names, and what holds where nothing is written is as good as written. Equal meanings give equal JSON.
 */
import type { Key } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';
import type { Condition, Method } from '../../schemas/generated/types.ts';
import { Exact } from '../decimal.ts';
import { type Expression, formatExpression, parseExpression } from '../expression/index.ts';
import type { Naming } from './naming.ts';

/** Tables of methods by name; those of the schemas unless more are known. */
export type MethodTable = Readonly<Record<string, Key>>;

/** What a value of this key means; undefined where nothing is written and nothing holds. */
export function meaningIn(
  key: Key,
  value: unknown,
  naming: Naming,
  methods: MethodTable = methodTable,
): unknown {
  const written = value === undefined ? key.default : value;
  if (written === undefined) return undefined;
  const within = (inner: Key, one: unknown) => meaningIn(inner, one, naming, methods);
  switch (key.is) {
    case 'points':
      return pointsMeaning(String(written));
    case 'number':
      return numberText(String(written));
    case 'expression':
    case 'threshold':
      return expressionMeaning(String(written), naming);
    case 'condition':
      return conditionMeaning(written as Condition, naming);
    case 'combination':
      return typeof written === 'string'
        ? written
        : { expression: expressionMeaning((written as { expression: string }).expression, naming) };
    case 'input':
      return naming.idOf(String(written));
    case 'reference':
      return naming.placeOf(String(written));
    case 'message':
      return typeof written === 'string' ? { en: written.trim(), zh: written.trim() } : written;
    case 'method': {
      const [[name, parameters] = ['', undefined]] = Object.entries(written as Method);
      return { [name]: methods[name] ? within(methods[name], parameters) : parameters };
    }
    case 'list':
      return (written as unknown[]).map((one) => within(key.item!, one));
    case 'set':
      return (written as unknown[]).map((one) => JSON.stringify(within(key.item!, one))).sort();
    case 'map':
      return Object.entries(written as object)
        .map(([id, one]) => [id, within(key.item!, one)])
        .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
    case 'group':
      return key.keys!.map((inner) => [
        inner.key,
        within(inner, (written as Record<string, unknown>)[inner.key]),
      ]);
    default:
      return typeof written === 'string' ? written.trim() : written;
  }
}

/** Whether both sides say the same of this key. */
export const saysSame = (
  key: Key,
  was: { value: unknown; naming: Naming },
  is: { value: unknown; naming: Naming },
  methods?: MethodTable,
): boolean =>
  JSON.stringify(meaningIn(key, was.value, was.naming, methods)) ===
  JSON.stringify(meaningIn(key, is.value, is.naming, methods));

/** Equal meanings give equal text. What is no expression stands for itself. */
export function expressionMeaning(text: string, naming: Naming): string {
  const { expression } = parseExpression(text);
  return expression ? formatExpression(byValue(expression), (name) => naming.idOf(name)) : text.trim();
}

/** Points and weights: a share of the weight is not the number it looks like. */
const pointsMeaning = (text: string): string =>
  text.endsWith('%') ? `${numberText(text.slice(0, -1))}%` : numberText(text);

const numberText = (text: string): string => Exact.parse(text.trim())?.toText() ?? text;

/** A share is a plain number; 元 are not 万元. */
const measure = (unit: string | undefined): string =>
  unit === undefined || unit === '%' || unit === '百分点' ? '' : unit;

function byValue(node: Expression): Expression {
  switch (node.kind) {
    case 'number':
      return { ...node, shown: node.unit === '日期' ? node.shown : node.value.toText() + measure(node.unit) };
    case 'name':
      return node;
    case 'negate':
      return { ...node, of: byValue(node.of) };
    case 'binary':
      return { ...node, left: byValue(node.left), right: byValue(node.right) };
    case 'call':
      return { ...node, arguments: node.arguments.map(byValue) };
  }
}

/** Every fact and value by meaning; a list of one is that one. */
function conditionMeaning(condition: Condition, naming: Naming): unknown {
  const visit = (one: Condition): unknown => {
    if ('all' in one) return one.all.length === 1 ? visit(one.all[0]!) : { all: one.all.map(visit) };
    if ('any' in one) return one.any.length === 1 ? visit(one.any[0]!) : { any: one.any.map(visit) };
    if ('not' in one) return { not: visit(one.not) };
    const { fact, operator, value } = one;
    const meant =
      typeof value === 'string'
        ? expressionMeaning(value, naming)
        : Array.isArray(value)
          ? value.length === 1 && operator === 'contains'
            ? value[0]
            : [...value].sort()
          : value;
    return [expressionMeaning(fact, naming), operator, meant];
  };
  return visit(condition);
}
