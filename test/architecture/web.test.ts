/** What the pages may know and do: they show what the server says, and compute nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { root } from '../support/repository.ts';
import { filesUnder, type SourceFile } from './sources.ts';

const web = filesUnder('server/web');
const client = filesUnder('server/client');

const isOurs = (target: string): boolean => /^(engine|server|schemas|test)\//.test(target);

/** The folders of the pages, each with the folders it may import from; `.` is what begins them. */
const folders: { [folder: string]: readonly string[] } = {
  styles: [],
  data: [],
  form: ['data'],
  parts: ['data'],
  shell: ['data', 'parts', 'pages/addresses.ts', 'pages/routes.tsx'],
  pages: ['data', 'form', 'parts', 'shell', 'pages/addresses.ts', 'pages/routes.tsx'],
  '.': ['data', 'parts', 'shell', 'pages', 'styles'],
};

const inside = (path: string): string => path.slice('server/web/'.length);
const folderOf = (path: string): string => (inside(path).includes('/') ? inside(path).split('/')[0]! : '.');

/** The folder of one area's pages; the lists of addresses and pages belong to all. */
const pageOf = (path: string): string | undefined => /^pages\/([^/]+)\//.exec(inside(path))?.[1];

describe('the pages', () => {
  test('import the client, what is generated from the schemas, and themselves', () => {
    const stray = web.flatMap(({ path, imports }) =>
      imports
        .filter(isOurs)
        .filter((target) => !/^(server\/web|server\/client|schemas\/generated)\//.test(target))
        .map((target) => `${path} imports ${target}: ask the API for it`),
    );
    expect(stray).toEqual([]);
  });

  test('import no more of what is generated than words, methods and types', () => {
    const stray = web.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('schemas/'))
        .filter((target) => !/^schemas\/generated\/(types|words|methods)\.ts$/.test(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(stray).toEqual([]);
  });

  test('use the packages of a browser', () => {
    const known = /^(react(-dom)?|react-aria-components|@tanstack\/react-(query|virtual)|wouter)(\/|$)/;
    const stray = web.flatMap(({ path, imports }) =>
      imports
        .filter((target) => !isOurs(target) && !known.test(target))
        .map((target) => `${path}: ${target}`),
    );
    expect(stray).toEqual([]);
  });

  test('stand in folders that are in the table', () => {
    expect([...new Set(web.map(({ path }) => folderOf(path)))].filter((one) => !(one in folders))).toEqual(
      [],
    );
  });

  test.each(Object.entries(folders))('%s imports only from folders it may', (folder, allowed) => {
    const may = (target: string) =>
      folderOf(target) === folder || allowed.some((one) => inside(target).startsWith(one));
    const stray = web
      .filter(({ path }) => folderOf(path) === folder)
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith('server/web/') && !may(target))
          .map((target) => `${path} imports ${target}`),
      );
    expect(stray).toEqual([]);
  });

  test('of one area know nothing of those of another', () => {
    const stray = web
      .filter(({ path }) => pageOf(path))
      .flatMap(({ path, imports }) =>
        imports
          .filter((target) => target.startsWith('server/web/pages/') && pageOf(target))
          .filter((target) => pageOf(target) !== pageOf(path))
          .map((target) => `${path} imports ${target}: what both need is a part`),
      );
    expect(stray).toEqual([]);
  });
});

/** Lines of code that match, as `path: line`. */
const found = (files: readonly SourceFile[], pattern: RegExp, except?: RegExp): string[] =>
  files
    .filter(({ path }) => !except?.test(path))
    .flatMap(({ path, code }) =>
      code
        .split('\n')
        .filter((line) => pattern.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );

/** Texts of numbers become places on paper here, and are printed nowhere. */
const drawing = /^server\/web\/parts\/[\w-]*geometry\.ts$/;

const scoreWords =
  'scores?|points|won|lost|weights?|total|claimed|computed|difference|outOf|share|target|actual|reachable';

describe('the pages compute no score', () => {
  const cases: readonly [what: string, line: string, pattern: RegExp][] = [
    [
      'read a text as a number',
      'const n = Number(line.points);',
      /(?<![\w.])Number\(|\.map\(Number\)|\bparseFloat\(/,
    ],
    [
      'turn a text into a number by a sign',
      'const n = +line.points;',
      new RegExp(`[=(,?:[] *\\+\\w[\\w.?!]*\\b(${scoreWords})\\b`),
    ],
    ['know decimals', "import { Decimal } from 'x';", /\bDecimal\b|\bBigInt\b/],
    [
      'add, subtract, multiply or divide scores',
      'const all = row.points + row.lost;',
      new RegExp(
        `\\.(${scoreWords})\\b[!)]*\\s*[-+*/]\\s*[\\w(]|[\\w)]\\s*[-+*/]\\s*[\\w.?!]*\\.(${scoreWords})\\b`,
      ),
    ],
    [
      'compare scores',
      'if (row.points < row.weight) owed();',
      new RegExp(
        `\\.(${scoreWords})\\b[!)]*\\s*[<>]=?\\s*[\\w(.]|[\\w)]\\s[<>]=?\\s*[\\w.?!]*\\.(${scoreWords})\\b`,
      ),
    ],
    [
      'round',
      'const shown = Math.round(value);',
      /\bMath\.(round|floor|ceil|trunc)\b|\.toFixed\(|\.toPrecision\(/,
    ],
    [
      'switch on a method',
      "if (line.method === 'bands') draw();",
      /\bmethod\b[\])!]*\s*[!=]==?|\bswitch \([^)]*\bmethod\b/,
    ],
  ];

  test.each(cases)('the pattern finds: %s', (_what, line, pattern) => {
    expect(pattern.test(line)).toBe(true);
  });

  test.each(cases)('do not %s', (_what, _line, pattern) => {
    expect(found(web, pattern, drawing)).toEqual([]);
  });
});

describe('the pages keep to the policy of the server', () => {
  test('no number fields: they go through doubles', () => {
    const stray = web.filter(({ text }) => /type=(["'{]+)number|NumberField/.test(text));
    expect(stray.map(({ path }) => path)).toEqual([]);
  });

  const asMarkup: readonly [what: string, line: string, pattern: RegExp][] = [
    [
      'as React would',
      '<p dangerouslySetInnerHTML={{ __html: note }} />',
      /dangerouslySetInnerHTML|__html\b/,
    ],
    ['into an element', 'box.innerHTML = note;', /\b(inner|outer)HTML\b|\bsetHTML(Unsafe)?\b/],
    ['beside an element', "box.insertAdjacentHTML('beforeend', note);", /\binsertAdjacentHTML\b/],
    ['into the document', 'document.write(note);', /\bdocument\.write(ln)?\b/],
    [
      'by what reads markup',
      'range.createContextualFragment(note);',
      /\bDOMParser\b|\bcreateContextualFragment\b|\bparseHTML(Unsafe)?\b|\bsrc[dD]oc\b/,
    ],
    [
      'as a program',
      'eval(note);',
      /\beval\b|\bnew Function\b|\bset(Timeout|Interval)\(\s*['"`]|javascript:/,
    ],
    ['as a style sheet', '<style>{note}</style>', /<style\b|\breplaceSync\b|\binsertRule\b/],
  ];

  test.each(asMarkup)('the pattern finds what is written %s', (_what, line, pattern) => {
    expect(pattern.test(line)).toBe(true);
  });

  test.each(asMarkup)('no text is written %s', (_what, _line, pattern) => {
    expect(found(web, pattern)).toEqual([]);
  });

  test('nothing is taken from elsewhere, and the page the rest goes into has no script of its own', () => {
    const stray = web.filter(({ text }) => /https?:\/\/(?!127\.0\.0\.1)/.test(text));
    expect(stray.map(({ path }) => path)).toEqual([]);
    expect(readFileSync(`${root}server/web/index.html`, 'utf8')).not.toMatch(
      /<style| style=| on\w+=|https?:/,
    );
  });
});

describe('the client', () => {
  test('knows the schemas and nothing of the server', () => {
    const stray = client.flatMap(({ path, imports }) =>
      imports
        .filter((target) => isOurs(target) && !/^(server\/client|schemas\/generated)\//.test(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(stray).toEqual([]);
  });
});

test('the engine and the server import neither the pages nor the tools', () => {
  const stray = [...filesUnder('engine'), ...filesUnder('server'), ...filesUnder('schemas')]
    .filter(({ path }) => !/^server\/(web|tools)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter((target) => /^server\/(web|tools)\//.test(target))
        .map((target) => `${path} imports ${target}`),
    );
  expect(stray).toEqual([]);
});
