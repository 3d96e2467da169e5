/** The engine is pure, its numbers are exact, and each library has one user. */
import { describe, expect, test } from 'vitest';
import { filesUnder, type SourceFile } from './sources.ts';

const engine = filesUnder('engine');
const server = filesUnder('server');

/** Every package the engine may use, and where. */
const packages: { [name: string]: RegExp } = {
  'decimal.js': /^engine\/wide\.ts$/,
  'json-rules-engine': /^engine\/conditions\/rules-engine\.ts$/,
  yaml: /^engine\/source\//,
  'fastest-levenshtein': /^engine\/diagnostics\/nearest\.ts$/,
  'node:crypto': /^engine\/compile\/hash\.ts$/,
};

const isPackage = (target: string): boolean => !/^(engine|schemas)\//.test(target);

test.each(engine.map((file) => [file.path, file] as const))(
  '%s uses only the packages it may',
  (path, { imports }) => {
    const stray = imports.filter((target) => isPackage(target) && !packages[target]?.test(path));
    expect(stray, 'hand it in as a parameter, or go through the file that may').toEqual([]);
  },
);

/** Lines of code that match, as `path: line`. */
const found = (files: readonly SourceFile[], pattern: RegExp, except: readonly RegExp[] = []): string[] =>
  files.flatMap(({ path, code }) =>
    code
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`)
      .filter((line) => !except.some((known) => known.test(line))),
  );

describe('the engine does not', () => {
  const never: { [what: string]: RegExp } = {
    'ask the clock':
      /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/,
    'roll dice': /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/,
    log: /\bconsole\./,
    'read its surroundings': /\bprocess\.|\bglobalThis\b|\bimport\.meta\b|\brequire\(/,
    'open connections': /\bfetch\(|\bWebSocket\b/,
    'depend on the place it runs in':
      /\btoLocale\w*\(|\bIntl\.|\bgetTimezoneOffset\b|\bget(Full)?Year\(|\bgetMonth\(|\bgetDate\(/,
    'evaluate text as code': /\beval\(|\bnew Function\(/,
  };
  test.each(Object.entries(never))('%s', (_what, pattern) => expect(found(engine, pattern)).toEqual([]));
});

describe('scores are exact', () => {
  /** What analyses rulebooks counts cells and picks examples; it scores nothing. */
  const scoring = engine.filter(
    ({ path }) => !/^engine\/(linear|lines|forms|possible|verify|compare|cover|impact)\//.test(path),
  );

  test('doubles are not rounded, parsed or printed', () => {
    const pattern =
      /\bMath\.(round|floor|ceil|trunc|fround|abs|pow|sqrt|log\w*)\b|\*\*|\bparseFloat\b|\bNumber\.parse\w+\b|\bparseInt\b|\.toPrecision\(|\.toExponential\(/;
    /** Counts of classes, letters and digits; never a score. */
    const counts = [
      /^engine\/diagnostics\/nearest\.ts: /,
      /^engine\/conditions\/decision\.ts: rest = Math\.trunc\(rest \/ count\);$/,
      /^engine\/expression\/integers\.ts: .*10n \*\* BigInt\(exponent\);$/,
    ];
    expect(found(scoring, pattern, counts)).toEqual([]);
  });

  test('Number() reads only what is not a score: days, places, positions', () => {
    const known = [
      /^engine\/expression\/days\.ts: /,
      /^engine\/read\/dates\.ts: /,
      /^engine\/rollup\/rows\.ts: .*isoDay\(Number\(/,
      /^engine\/validate\/schema\.ts: .*params\.|^engine\/validate\/schema\.ts: .*Number\(last\)/,
      /^engine\/conditions\/rules-engine\.ts: .*Number\(event\.type\)/,
      /^engine\/conditions\/fact\.ts: .*Number\(flag\)/,
      /^engine\/conditions\/decision\.ts: .*map\(Number\)/,
      /^engine\/compile\/(compile|draft|messages)\.ts: .*[dD]ecimals/,
      // Numbers of rows, read out of pointers.
      /^engine\/(layout\/places|typed\/(naming|prune))\.ts: .*(Number\(key\)|map\(Number\))/,
    ];
    expect(found(scoring, /\bNumber\(|\bmap\(Number\)/, known)).toEqual([]);
  });

  test('decimals are made in one place, and no number is multiplied by hand', () => {
    expect(found(engine, /\bDecimalJs\b|\bnew Decimal\b/, [/^engine\/wide\.ts: /])).toEqual([]);
    const scores = /\b(weight|points|claimed|total|score|target|actual|lost|share)\s*[*/+-]\s*\w/;
    expect(found(scoring, scores)).toEqual([]);
    expect(found(server, /\b(weight|points|claimed|total|score|lost|share)\s*[*/-]\s*\w/)).toEqual([]);
    // A chart turns figures into places on the page, and prints none of what it computes.
    const charts = [/^server\/documents\/.*chart[^/]*\.ts: /];
    const parsed = /\bNumber\([^)]*\b(weight|points|claimed|total|lost|outOf)\b|\bparseFloat\(/;
    expect(found(server, parsed, charts)).toEqual([]);
  });
});
