/**
 * A rulebook reduced to what can move a score, in the namespace both rulebooks share: no texts, sources or checks, and every
 * name in an expression is an id. What one rulebook calls 年初预算数 may be another thing in the other.
 */
import type { Indicator, Rulebook, TargetRule, Targets } from '../../schemas/generated/types.ts';
import { lex } from '../expression/lex.ts';
import type { Correspondence } from './correspondence.ts';

/** Keys whose texts are words or provenance, never expressions. */
const words = new Set([
  'name',
  'label',
  'text',
  'source',
  'reading',
  'inferred',
  'is',
  'in',
  'options',
  'tier',
]);
const provenance = new Set(['text', 'source', 'reading', 'inferred', 'accepted', 'renamedFrom', 'note']);

type Rename = (name: string) => string;

export function canonical(rulebook: Rulebook, side: 'before' | 'after', ids: Correspondence): Rulebook {
  const input: Rename = side === 'before' ? ids.sharedInput : (id) => id;
  const indicator: Rename = side === 'before' ? ids.sharedIndicator : (id) => id;
  const rename = renamer(rulebook, input, indicator);
  const wordInputs = new Set(
    Object.entries(rulebook.inputs ?? {})
      .filter(([, { type }]) => ['yesNo', 'text', 'choice'].includes(type))
      .map(([id]) => input(id)),
  );
  const rewrite = <Value>(value: Value, using: Rename = rename): Value =>
    rewritten(value, using, wordInputs) as Value;
  const line = (written: Indicator): Indicator => {
    const { id, indicators, declared, combine, ...rest } = without(written);
    const { metric, method, notApplicable, ...plain } = rest;
    const children = new Map((indicators ?? []).map((child) => [child.name, indicator(child.id)]));
    const ownChildren = new Map((indicators ?? []).map((child) => [child.id, indicator(child.id)]));
    const name = indicator(id);
    return {
      ...plain,
      id: name,
      name,
      ...(metric === undefined ? {} : { metric: rewrite(metric) }),
      ...(method === undefined ? {} : { method: rewrite(method) }),
      ...(notApplicable === undefined ? {} : { notApplicable: rewrite(notApplicable) }),
      ...(combine === undefined
        ? {}
        : { combine: rewrite(combine, (one) => ownChildren.get(one) ?? children.get(one) ?? one) }),
      ...(declared === undefined
        ? {}
        : {
            declared: {
              ...declared,
              ...(declared.targets ? { targets: targets(declared.targets, rewrite) } : {}),
            },
          }),
      ...(indicators === undefined ? {} : { indicators: indicators.map(line) }),
    };
  };
  return {
    rulebook: 'impact',
    edition: '2000',
    title: rulebook.title,
    status: 'draft',
    subjects: ['project', 'department'],
    total: rulebook.total,
    rounding: rulebook.rounding,
    sources: { impact: { title: rulebook.title } },
    ...(rulebook.grades ? { grades: rulebook.grades } : {}),
    inputs: Object.fromEntries(
      Object.entries(rulebook.inputs ?? {}).map(([id, { type, unit, min, max, options }]) => [
        input(id),
        {
          name: input(id),
          type,
          ...(unit === undefined ? {} : { unit }),
          ...(min === undefined ? {} : { min }),
          ...(max === undefined ? {} : { max }),
          ...(options === undefined ? {} : { options }),
        },
      ]),
    ),
    metrics: Object.fromEntries(
      Object.entries(rulebook.metrics ?? {}).map(([id, { expression }]) => [
        id,
        { name: id, expression: rewrite(expression) },
      ]),
    ),
    ...(rulebook.frame
      ? {
          frame: {
            targets: targets(rulebook.frame.targets, rewrite),
            ...(rulebook.frame.met ? { met: rulebook.frame.met } : {}),
            ...(rulebook.frame.missing ? { missing: rulebook.frame.missing } : {}),
          },
        }
      : {}),
    indicators: rulebook.indicators.map(line),
    ...(rulebook.limits
      ? { limits: rulebook.limits.map((limit) => ({ ...without(limit), when: rewrite(limit.when) })) }
      : {}),
  } as Rulebook;
}

/** Names of inputs, metrics and indicators by what they mean in their own rulebook. */
function renamer(rulebook: Rulebook, input: Rename, indicator: Rename): Rename {
  const ids = new Map<string, string>();
  const repeated = new Set<string>();
  const named: [id: string, name: string, shared: string][] = [
    ...Object.entries(rulebook.inputs ?? {}).map(([id, { name }]): [string, string, string] => [
      id,
      name,
      input(id),
    ]),
    ...Object.entries(rulebook.metrics ?? {}).map(([id, { name }]): [string, string, string] => [
      id,
      name,
      id,
    ]),
  ];
  for (const [, name, shared] of named) {
    if (ids.has(name)) repeated.add(name);
    ids.set(name, shared);
  }
  for (const name of repeated) ids.delete(name);
  for (const [id, , shared] of named) ids.set(id, shared);
  const lines = new Set<string>();
  const visit = (indicators: readonly Indicator[]): void => {
    for (const one of indicators) {
      lines.add(one.id);
      visit(one.indicators ?? []);
    }
  };
  visit(rulebook.indicators);
  return (name) => {
    const known = ids.get(name);
    if (known !== undefined) return known;
    const dot = name.indexOf('.');
    const head = dot < 0 ? name : name.slice(0, dot);
    if (head === 'reason' && dot > 0) return `reason.${indicator(name.slice(dot + 1))}`;
    return dot > 0 && lines.has(head) ? indicator(head) + name.slice(dot) : name;
  };
}

const without = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !provenance.has(key))) as Value;

const targets = (written: Targets, rewrite: <Value>(value: Value) => Value): Targets =>
  Object.fromEntries(
    Object.entries(written).map(([kind, rule]) => {
      const { name: _, method, ...rest } = without(rule as TargetRule);
      return [kind, { ...rest, ...(method === undefined ? {} : { method: rewrite(method) }) }];
    }),
  ) as Targets;

/** Every expression in a value, its names replaced. */
function rewritten(value: unknown, rename: Rename, wordInputs: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return renamedIn(value, rename);
  if (Array.isArray(value)) return value.map((one) => rewritten(one, rename, wordInputs));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => !provenance.has(key));
  const fact = 'fact' in value && typeof value.fact === 'string' ? renamedIn(value.fact, rename) : undefined;
  return Object.fromEntries(
    entries.map(([key, one]) => [
      key,
      words.has(key) || (key === 'value' && fact !== undefined && wordInputs.has(fact))
        ? one
        : rewritten(one, rename, wordInputs),
    ]),
  );
}

/** The text with its names replaced; everything between them stays as it was written. */
function renamedIn(text: string, rename: Rename): string {
  const { tokens, error } = lex(text);
  if (error) return text;
  let result = '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'name') continue;
    result += text.slice(at, token.at) + rename(token.text);
    at = token.at + token.text.length;
  }
  return result + text.slice(at);
}
