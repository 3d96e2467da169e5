/** No region in code, no file that holds two things, one version, and every method with all that belongs to it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { engineVersion } from '../../engine/index.ts';
import { methods } from '../../engine/methods/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { editions, root } from '../support/repository.ts';
import { filesUnder } from './sources.ts';

const files = [...filesUnder('engine'), ...filesUnder('server')];

interface Head {
  rulebook: string;
  edition: string;
  title: string;
  sources: Record<string, { title: string; issuer?: string; year?: string }>;
}

const heads = editions.map(
  ({ text, name }) => readDocument(text, { file: name }).document!.value as unknown as Head,
);

/** Words of titles that name no place. */
const common =
  /^(自治区|项目|部门|整体|支出|绩效|自评|评价|评分|规则|财政|全国|国家|中央|年度|推定|试行|参考|样表)+$/;

/** Names of places: as folders call them, and the Chinese words before 省, 市, 县, 区, 州 in titles and issuers. */
function regionNames(): string[] {
  const found = new Set<string>();
  for (const { rulebook, title, sources } of heads) {
    if (rulebook !== 'national') found.add(rulebook);
    const texts = [title, ...Object.values(sources).flatMap((source) => [source.title, source.issuer ?? ''])];
    for (const text of texts)
      for (const [, name] of text.matchAll(/(\p{Script=Han}{2,3}?)(?:省|市|县|区|州|自治区|编委办|财政局)/gu))
        if (!common.test(name!)) found.add(name!);
  }
  return [...found];
}

/** Years of editions and sources. */
const years = [
  ...new Set(
    heads.flatMap(({ edition, sources }) => [
      edition,
      ...Object.values(sources).flatMap(({ year }) => year ?? []),
    ]),
  ),
];

describe('no region in code', () => {
  const names = regionNames();

  test('the names are found at all', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        'xiangyang',
        '襄阳',
        'yunxi',
        '岳阳',
        '云溪',
        'lukou',
        'ningxia',
        'changan',
        '长安',
      ]),
    );
    expect(years).toEqual(expect.arrayContaining(['2017', '2020', '2021', '2022']));
  });

  test.each(files.map((file) => [file.path, file] as const))('%s', (path, { text }) => {
    const said = names.filter((name) => text.toLowerCase().includes(name));
    expect(said, `${path} names a region: say it in the rulebook`).toEqual([]);
    // Drafts of JSON Schema and editions of ECMAScript are years too.
    const plain = text.replaceAll('2020-12', '').replaceAll(/\bes20\d\d\b/gi, '');
    const dated = years.filter((year) => new RegExp(`(?<!\\d)${year}(?!\\d)`).test(plain));
    expect(
      dated,
      `${path} names the year of an edition: say it in the rulebook, and use 2000 in examples`,
    ).toEqual([]);
  });
});

describe('no file holds two things', () => {
  const most = 300;

  test(`no file of the engine or the server has more than ${most} lines`, () => {
    const long = files
      .filter(({ path, text }) => !path.endsWith('.generated.ts') && text.split('\n').length - 1 > most)
      .map(({ path }) => path);
    expect(long).toEqual([]);
  });
});

test('the engine and the package have one version', () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
  expect(engineVersion).toBe(version);
});

describe('every method is whole', () => {
  const schema = JSON.parse(readFileSync(`${root}schemas/rulebook.schema.json`, 'utf8')) as {
    $defs: { method: { properties: Record<string, { $ref: string }> } };
  };
  const { properties } = schema.$defs.method;
  const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  test('the schema, the index and the folders name the same methods', () => {
    const names = Object.keys(methods).sort();
    expect(Object.keys(properties).sort()).toEqual(names);
    expect(readdirSync(`${root}schemas/methods`).sort()).toEqual(
      names.map((name) => `${name}.schema.json`).sort(),
    );
    const data = readdirSync(`${root}test/methods`).filter((file) => file.endsWith('.yaml'));
    expect(data.sort()).toEqual(names.map((name) => `${name}.yaml`).sort());
  });

  test.each(Object.keys(methods))('%s', (name) => {
    expect(properties[name]?.$ref).toBe(`methods/${name}.schema.json`);
    expect(existsSync(`${root}engine/methods/${kebab(name)}.ts`)).toBe(true);
    const { label } = methods[name as keyof typeof methods];
    const title = (
      JSON.parse(readFileSync(`${root}schemas/methods/${name}.schema.json`, 'utf8')) as { title: string }
    ).title;
    expect(label.zh, 'the schema and the method call it the same').toBe(title);
    expect(label.en).toMatch(/^[a-z]/);
  });
});

describe('a method is named where it is defined, and nowhere else', () => {
  const names = Object.keys(methods);
  const any = names.join('|');
  /** Names that are no other word of the language, of forms or of what a reader is told. */
  const own = ['proportional', 'inverse', 'equality', 'piecewise', 'checklist', 'tiers', 'proportion'].join(
    '|',
  );
  const patterns = [
    // Compared: `rule.method === 'tiers'`, `name === 'bands'`, `case 'steps':` beside a method.
    new RegExp(`\\b(method|methodName|name)\\b[\\])]* *[!=]==? *'(${any})'`),
    new RegExp(`^(?!.*\\b(label|zh|en):).*(?<!: )'(${own})'`),
    // Looked up: a table by method, `methods.tiers`.
    new RegExp(`\\bmethods\\.(${any})\\b|\\bmethod\\.(${any})\\b`),
    new RegExp(`^ *(${own}): ['"]`),
  ];

  test('in the engine and the server', () => {
    const stray = files
      .filter(({ path }) => !path.startsWith('engine/methods/'))
      .flatMap(({ path, text }) =>
        text
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .split('\n')
          .filter((line) => patterns.some((pattern) => pattern.test(line)))
          .map((line) => `${path}: ${line.trim()}`),
      );
    expect(stray, 'say it in the method or in its schema, and read it from there').toEqual([]);
  });
});
