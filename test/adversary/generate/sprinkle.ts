/** Adds keys that the schema allows and no generator writes by itself: their values are drawn from the schema alone. */
import { copied, isObject, type Json, type JsonObject } from './json.ts';
import type { Random } from './random.ts';
import { nameOf, propertiesOf, type Schema, sitesOf } from './schema.ts';

/** Keys that change what a rulebook means for the keys beside it: only a generator that knows those may write them. */
const meant = new Set([
  ...[
    'weight',
    'line',
    'outOf',
    'combine',
    'optional',
    'notApplicable',
    'indicators',
    'declared',
    'metric',
    'method',
  ],
  ...[
    'zeroDivision',
    'missing',
    'as',
    'restates',
    'min',
    'max',
    'options',
    'subjects',
    'unit',
    'blank',
    'total',
    'grade',
    'at',
  ],
  ...[
    'cap',
    'is',
    'from',
    'above',
    'upTo',
    'below',
    'points',
    'target',
    'late',
    'otherwise',
    'when',
    'value',
    'start',
  ],
  ...[
    'fromPoints',
    'toPoints',
    'add',
    'deduct',
    'yes',
    'no',
    'zeroTarget',
    'negativeTarget',
    'zeroActual',
    'reasonBelow',
    'overTarget',
  ],
]);

/** A value of the schema where a single one can be drawn without knowing what it is for. */
export function drawn(random: Random, schema: Schema, key: string): Json | undefined {
  if (key === 'source') return random.pick(['form', 'rule']);
  if (key === 'renamedFrom')
    return nameOf(schema) === 'inputId' ? `old${random.between(1, 9)}` : `old-${random.between(1, 9)}`;
  if (schema.const === true) return true;
  if (schema.enum) return random.pick(schema.enum);
  switch (nameOf(schema)) {
    case 'text':
      return random.pick(['照录的条文。', '按此口径。', '说明文字。']);
    case 'decimal':
    case 'nonNegative':
      return random.pick(['0', '1', '5']);
    case 'points':
      return random.pick(['0', '50%', '100%']);
    default:
  }
  if (schema.type === 'boolean') return random.chance(50);
  if (schema.type === 'string' && !schema.pattern) return random.pick(['2024', '甲', 'https://example.org/']);
  return undefined;
}

/** The rulebook with a few more keys. */
export function sprinkled(random: Random, rulebook: JsonObject): JsonObject {
  const value = copied(rulebook);
  for (const { schema, value: object } of sitesOf(value)) {
    if (!isObject(object) || !random.chance(35)) continue;
    const absent = propertiesOf(schema).filter(([key]) => object[key] === undefined && !meant.has(key));
    for (const [key, property] of random.some(absent, random.between(1, 2))) {
      const one = drawn(random, property, key);
      if (one !== undefined) object[key] = one;
    }
  }
  return value;
}
