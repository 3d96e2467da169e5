/** Every key of the language says what it is and what it is called in both languages; what does not is refused by the generator. */
import { describe, expect, test } from 'vitest';
import { kinds, languageModules } from '../../schemas/describe.ts';
import { mapSubschemas, readSchemas, type Schemas } from '../../schemas/generate.ts';
import type { Key } from '../../schemas/generated/language.ts';
import { language } from '../../schemas/generated/language.ts';
import { methodTable } from '../../schemas/generated/methods.ts';
import { words } from '../../schemas/generated/words.ts';

type Schema = Record<string, unknown>;
const schemas = readSchemas();
const methods = [...schemas.keys()].filter((name) => name.startsWith('methods/'));

/** The schemas with one more property wherever the named one has properties; one variant for each place. */
function withProperty(name: string, property: Schema): Schemas[] {
  const variants: Schemas[] = [];
  const places = JSON.stringify(schemas.get(name)).split('"properties":{').length - 1;
  for (let place = 0; place < places; place++) {
    let at = 0;
    const visit = (schema: Schema): Schema => {
      const copy = mapSubschemas(schema, '', (sub) => (typeof sub === 'boolean' ? sub : visit(sub)));
      if (!copy.properties) return copy;
      return at++ === place
        ? { ...copy, properties: { ...(copy.properties as Schema), extra: property } }
        : copy;
    };
    variants.push(new Map([...schemas, [name, visit(schemas.get(name)!)]]));
  }
  return variants;
}

const described = {
  title: '另加',
  'x-title-en': 'extra',
  description: '另加的参数。',
  'x-is': 'expression',
  $ref: '../common.schema.json#/$defs/expression',
};
const without = (key: string): Schema =>
  Object.fromEntries(Object.entries(described).filter(([one]) => one !== key));
const generated = (variant: Schemas) => () => languageModules(variant, '');

describe.each(methods)('%s', (name) => {
  test('may have one more parameter that is described', () => {
    for (const variant of withProperty(name, described)) expect(generated(variant)).not.toThrow();
  });

  test.each(['title', 'x-title-en', 'x-is'])('may have none without %s, at any depth', (key) => {
    const variants = withProperty(name, without(key));
    expect(variants.length).toBeGreaterThan(0);
    for (const variant of variants) expect(generated(variant)).toThrow(/extra/);
  });

  test('may have no word without its words in both languages, and no points that are an expression', () => {
    for (const wrong of [
      { ...without('$ref'), 'x-is': 'word', enum: ['one'] },
      { ...without('$ref'), 'x-is': 'word', enum: ['one'], 'x-words': { two: { zh: '二', en: 'two' } } },
      { ...described, 'x-is': 'points' },
      { ...described, 'x-is': 'something' },
    ])
      for (const variant of withProperty(name, wrong)) expect(generated(variant)).toThrow(/extra/);
  });
});

/** Every key in the tables, however deep. */
const everyKey = (keys: readonly Key[]): Key[] =>
  keys.flatMap((key) => [key, ...everyKey(key.keys ?? []), ...everyKey(key.item ? [key.item] : [])]);

test('what is told of a key is told in both languages', () => {
  const keys = [...Object.values(language).flatMap(everyKey), ...everyKey(Object.values(methodTable))];
  expect(keys.length).toBeGreaterThan(200);
  for (const key of keys) {
    expect(Object.keys(kinds)).toContain(key.is);
    const texts = [key.says, ...Object.values(key.words ?? {}), ...(key.key === '' ? [] : [key.title])];
    for (const text of texts.filter((one) => one !== undefined)) {
      expect(text.zh, key.key).toMatch(/\S/);
      expect(text.en, key.key).toMatch(/\S/);
      expect(text.en, key.key).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test('every word of a closed list has both languages', () => {
  for (const [name, list] of Object.entries(words))
    for (const word of Object.values<{ zh: string; en: string }>(list)) {
      expect(word.zh, name).toMatch(/\S/);
      expect(word.en, name).not.toMatch(/\p{Script=Han}/u);
    }
});
