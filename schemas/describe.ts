/**
 * Reads what the schemas say of the language itself: what each key of a rulebook and each parameter of a method is, what it is
 * called, and the words of every closed list. A part of the tool that generates, not of the engine.
 */
const base = 'https://zhunsheng.dev/schemas/';
const suffix = '.schema.json';

type Schema = { [keyword: string]: unknown };
type Schemas = ReadonlyMap<string, Schema>;

/** What a key of the language can be (`x-is`), and what that means. */
export const kinds = {
  id: 'an id that the rulebook gives',
  reference: 'the id of something that an entry is about',
  input: 'the id of an input',
  source: 'the id of a source',
  name: 'what people call something: a few words, or a unit',
  option: 'an answer that a form gives in words',
  text: 'prose: quoted, or written for a reader',
  message: 'a sentence with expressions in braces, in one language or two',
  number: 'a number',
  points: 'points, or a share of the weight',
  expression: 'a number or an expression over inputs',
  threshold: 'an expression on the scale of the metric: a place where something begins or ends',
  value: 'what a fact is compared with',
  condition: 'a condition over facts',
  combination: 'a word of a closed list, or an expression over the lines below',
  flag: 'true or false',
  word: 'a word of a closed list',
  list: 'a list in which the order counts',
  set: 'a list in which the order says nothing',
  map: 'things by their id',
  group: 'keys that belong together',
  method: 'a scoring method with its parameters',
  targets: 'a rule for each kind of written target',
  lines: 'indicators',
} as const;

/** Definitions that a key's schema must rest on, for kinds that have one. */
const restsOn: { [kind: string]: RegExp } = {
  input: /common#\/\$defs\/inputId$/,
  source: /common#\/\$defs\/inputId$/,
  message: /common#\/\$defs\/message$/,
  points: /common#\/\$defs\/(points|weight)$/,
  expression: /common#\/\$defs\/expression$/,
  threshold: /common#\/\$defs\/expression$/,
  condition: /common#\/\$defs\/condition$/,
  method: /rulebook#\/\$defs\/method$/,
  targets: /rulebook#\/\$defs\/targets$/,
};

interface Bilingual {
  zh: string;
  en: string;
}

/** A key of the language, as the generated tables hold it. */
interface Described {
  key: string;
  is: string;
  title: Bilingual;
  required?: true;
  default?: unknown;
  says?: Bilingual;
  sentence?: Bilingual;
  words?: Record<string, Bilingual>;
  keys?: Described[];
  item?: Described;
}

class Describer {
  private readonly schemas: Schemas;

  constructor(schemas: Schemas) {
    this.schemas = schemas;
  }

  /** The definition at an address such as `rulebook#/$defs/check`, and the name of its file. */
  at(address: string): { schema: Schema; file: string } {
    const [file = '', pointer = ''] = address.split('#');
    let schema = this.schemas.get(file);
    for (const key of pointer.split('/').slice(1)) schema = schema?.[key] as Schema | undefined;
    if (!schema) throw new Error(`nothing stands at ${address}`);
    return { schema, file };
  }

  /** The address a `$ref` in the file leads to. */
  private target(ref: string, file: string): string {
    const { href, hash } = new URL(ref, base + file + suffix);
    const name = href.slice(base.length).replace(`${suffix}${hash}`, '');
    return `${name}${hash || '#'}`;
  }

  describe(key: string, schema: Schema, file: string, where: string): Described {
    const address = typeof schema.$ref === 'string' ? this.target(schema.$ref, file) : undefined;
    const target = address === undefined ? undefined : this.at(address);
    const merged: Schema = { ...target?.schema, ...schema };
    const within = target?.file ?? file;
    const isObject = merged.type === 'object' && merged.properties !== undefined;
    const is = merged['x-is'] ?? (isObject ? 'group' : merged['x-words'] ? 'word' : undefined);
    const [zh, en] = [merged.title, merged['x-title-en']];
    if (typeof is !== 'string' || !(is in kinds)) throw new Error(`${where}: x-is must be one of its kinds`);
    if (restsOn[is] && !restsOn[is].test(address ?? '')) throw new Error(`${where}: no ${is} by its schema`);
    const described: Described = {
      key,
      is,
      title: { zh: String(zh ?? ''), en: String(en ?? '') },
    };
    if (merged.default !== undefined) described.default = merged.default;
    if (merged['x-says']) described.says = merged['x-says'] as Bilingual;
    if (merged['x-sentence']) described.sentence = merged['x-sentence'] as Bilingual;
    const words = wordsOf(merged, where);
    if (words) described.words = words;
    if (is === 'word' && !words) throw new Error(`${where}: a word without a closed list of words`);
    if (is === 'group') described.keys = this.keysOf(merged, within, where);
    if (is === 'list' || is === 'set')
      described.item = this.describe('', merged.items as Schema, within, `${where}/*`);
    if (is === 'map')
      described.item = this.describe('', merged.additionalProperties as Schema, within, `${where}/*`);
    return described;
  }

  keysOf(schema: Schema, file: string, where: string): Described[] {
    const required = (schema.required as string[] | undefined) ?? [];
    return Object.entries(schema.properties as Record<string, Schema>).map(([key, property]) => {
      const at = `${where}/${key}`;
      const described = this.describe(key, property, file, at);
      for (const own of ['title', 'x-title-en', 'x-is'])
        if (!property[own]) throw new Error(`${at}: ${own} is missing`);
      return required.includes(key) ? { ...described, required: true } : described;
    });
  }
}

/** The words of a closed list, each in both languages; of the list itself, or of the first choice that is one. */
function wordsOf(schema: Schema, where: string): Record<string, Bilingual> | undefined {
  const list = [schema, ...((schema.anyOf as Schema[] | undefined) ?? [])].find((one) => one['x-words']);
  if (!list) return undefined;
  const words = list['x-words'] as Record<string, Bilingual>;
  const values = (list.enum as unknown[]).map(String);
  if (values.join() !== Object.keys(words).join())
    throw new Error(`${where}: x-words must name the words of enum, in their order`);
  return words;
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const bilingual = "import type { Bilingual } from './types.ts';\n";

/** The modules that hold the words of the language and the tables of its keys and methods, by file name. */
export function languageModules(schemas: Schemas, banner: string): [name: string, text: string][] {
  const describer = new Describer(schemas);
  const { schema: rulebook } = describer.at('rulebook#');
  const definitions = rulebook.$defs as Record<string, Schema>;
  const things = {
    rulebook: describer.keysOf(rulebook, 'rulebook', 'rulebook'),
    indicator: describer.keysOf(definitions.indicator!, 'rulebook', 'indicator'),
    targetRule: describer.keysOf(definitions.targetRule!, 'rulebook', 'targetRule'),
    targets: describer.keysOf(definitions.targets!, 'rulebook', 'targets'),
  };
  const methods = Object.entries(definitions.method!.properties as Record<string, Schema>).map(
    ([key, { $ref }]): Described => describer.describe(key, { $ref }, 'rulebook', `method/${key}`),
  );
  const { schema: lists } = describer.at('words#');
  const words = Object.entries(lists.$defs as Record<string, Schema>).map(([key, list]) => [
    key,
    wordsOf(list, `words/${key}`),
  ]);
  return [
    [
      'words.ts',
      `${banner}
/** The closed lists of words of the language, each word as a reader is told it. */
export const words = ${json(Object.fromEntries(words))} as const;\n`,
    ],
    [
      'language.ts',
      `${banner}${bilingual}
/** What a key of the language is: its \`x-is\`. */
export type Kind =
${Object.entries(kinds)
  .map(([kind, meaning]) => `  /** ${meaning[0]!.toUpperCase()}${meaning.slice(1)}. */\n  | '${kind}'`)
  .join('\n')};

/** A key of a rulebook, or a parameter of a method. */
export interface Key {
  key: string;
  is: Kind;
  title: Bilingual;
  required?: true;
  /** What holds where nothing is written. */
  default?: unknown;
  /** How a value is told in a sentence, \`{}\` standing for it. */
  says?: Bilingual;
  /** Of a method: how it scores, in one sentence; {key} stands for a parameter, and […] goes where one in it is not written, [!…] where it is. */
  sentence?: Bilingual;
  /** The words of a closed list. */
  words?: Readonly<Record<string, Bilingual>>;
  /** The keys of a group. */
  keys?: readonly Key[];
  /** What a list, a set or a map holds. */
  item?: Key;
}

/** The keys of a rulebook, and of what stands in it under definitions of its own. */
export const language: Readonly<Record<${Object.keys(things)
        .map((name) => `'${name}'`)
        .join(' | ')}, readonly Key[]>> = ${json(things)};\n`,
    ],
    [
      'methods.ts',
      `${banner}import type { Key } from './language.ts';
import type { Method } from './types.ts';

/** The parameters of every scoring method: a group of keys, or a list of items. */
export const methodTable: Readonly<Record<keyof Method, Key>> = ${json(Object.fromEntries(methods.map((one) => [one.key, one])))};\n`,
    ],
  ];
}
