/** `test [RULEBOOK…]`: runs the cases beside the rulebooks. */
import {
  addCounts,
  type CaseResult,
  type Coverage,
  type Diagnostic,
  diagnose,
  Exact,
  hasErrors,
  type Results,
  type RulebookCoverage,
  type Suggestion,
  suggestCases,
} from '../../../engine/index.ts';
import { coverCases } from '../../cases/coverage.ts';
import { writeNew } from '../../cases/files.ts';
import { countResults, runCases } from '../../cases/run.ts';
import { linesIn, suggestionsText } from '../../cases/suggestions.ts';
import { fields, fold, pageWidth } from '../../documents/layout.ts';
import type { Edition } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';
import { editionsOf, rulebooksText } from './check.ts';
import { coverageLines, totalLine } from './coverage-text.ts';

interface Options {
  coverage?: boolean;
  threshold?: string;
  suggest?: boolean;
  out?: string;
}

export function addTest(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('test')
    .summary(say('运行规则旁的用例', 'run the cases beside rulebooks'))
    .description(
      say(
        '运行规则旁 cases/ 里的用例：自评表、边界算例、申报材料，应得与实得逐项对照。',
        'Runs the cases in cases/ beside each rulebook: forms, tables of examples, dossiers.',
      ),
    )
    .argument(`[${say('规则', 'rulebook')}...]`, rulebooksText(cli))
    .option(
      '--coverage',
      say('用例到过规则的哪些地方，还缺哪些', 'what of each rulebook the cases reach, and what is missed'),
    )
    .option(
      `--threshold <${say('百分比', 'percent')}>`,
      say('覆盖低于此数时退出码为 1', 'exit code 1 where less than this is covered'),
    )
    .option(
      '--suggest',
      say('写出缺的边界算例，得分待人核对', 'write the missing examples, for a person to confirm'),
    )
    .option(
      `--out <${say('文件', 'file')}>`,
      say('算例写到此文件，省略为标准输出', 'write them to this file; standard output when left out'),
    )
    .addHelpText(
      'after',
      examples(cli, [
        'zhunsheng test',
        'zhunsheng test national --json',
        'zhunsheng test --coverage --threshold 100',
        'zhunsheng test national --suggest --out suggested.yaml',
      ]),
    )
    .action(
      act((session, references: string[], options: Options) =>
        options.coverage || options.suggest || options.threshold !== undefined || options.out !== undefined
          ? testCoverage(session, references, options)
          : test(session, references),
      ),
    );
}

async function test(session: Session, references: readonly string[]): Promise<ExitCode> {
  const { editions, diagnostics } = await editionsOf(session, references);
  const unusable = [...diagnostics, ...editions.flatMap((one) => (one.plan ? [] : one.diagnostics))];
  if (editions.every(({ plan }) => !plan)) return session.refuse(unusable);
  session.warn(unusable);
  const results: CaseResult[] = [];
  for (const edition of editions) {
    const own = await runCases(edition, session.sources);
    results.push(...own);
    if (!session.json && edition.plan) session.print(report(session, edition, own));
  }
  const counted = countResults(results);
  if (session.json) session.printJson(counted);
  else session.print(['', summary(session, counted)]);
  if (hasErrors(unusable) || results.some(({ kind }) => kind === 'unreadable')) return 2;
  return counted.failed > 0 ? 1 : 0;
}

/** Runs the cases and says what they reach. */
async function testCoverage(
  session: Session,
  references: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const threshold = Exact.parse(options.threshold ?? '0');
  if (!threshold || threshold.sign() < 0 || threshold.compare(Exact.hundred) > 0)
    return session.refuse([badThreshold(options.threshold ?? '')]);
  const { editions, diagnostics } = await editionsOf(session, references);
  const unusable = [...diagnostics, ...editions.flatMap((one) => (one.plan ? [] : one.diagnostics))];
  if (editions.every(({ plan }) => !plan)) return session.refuse(unusable);
  session.warn(unusable);
  const onlyYaml = options.suggest === true && options.out === undefined && !session.json;
  const results: CaseResult[] = [];
  const covered: { edition: Edition; coverage: RulebookCoverage }[] = [];
  for (const edition of editions) {
    const own = await coverCases(edition, session.sources);
    if (!own.coverage) continue;
    results.push(...own.results);
    covered.push({ edition, coverage: own.coverage });
    if (!session.json && !onlyYaml)
      session.print([...report(session, edition, own.results), ...coverageLines(session, own.coverage)]);
  }
  const counted = countResults(results);
  const rulebooks = covered.map(({ coverage }) => coverage);
  const coverage: Coverage = {
    count: addCounts(rulebooks.map(({ count }) => count)),
    rulebooks,
    results: counted,
  };
  if (session.json) session.printJson(coverage);
  else if (!onlyYaml)
    session.print(['', [summary(session, counted), totalLine(session, coverage.count)].join('  ')]);
  if (options.suggest || options.out !== undefined) {
    const problems = await suggest(session, covered, options.out);
    session.warn(problems);
    if (hasErrors(problems)) return 2;
  }
  if (hasErrors(unusable) || results.some(({ kind }) => kind === 'unreadable')) return 2;
  const low = rulebooks.some(({ count }) => isBelow(count, threshold));
  return counted.failed > 0 || low ? 1 : 0;
}

/** By the exact counts, not by the percentage shown. */
const isBelow = ({ reached, total }: Coverage['count'], threshold: Exact): boolean =>
  Exact.of(reached).times(Exact.hundred).compare(Exact.of(total).times(threshold)) < 0;

const badThreshold = (value: string): Diagnostic =>
  diagnose('bad-option-value', {
    name: '--threshold',
    value,
    expected: { zh: '从 0 到 100 的数', en: 'a number from 0 to 100' },
  });

/** Writes the missing examples of one rulebook: a file of cases belongs to one. */
async function suggest(
  session: Session,
  covered: readonly { edition: Edition; coverage: RulebookCoverage }[],
  out: string | undefined,
): Promise<Diagnostic[]> {
  const found: { name: string; suggestion: Suggestion }[] = [];
  for (const { edition, coverage } of covered) {
    const suggestion = await suggestCases(edition.plan!, coverage);
    if (suggestion.examples || suggestion.left.length > 0) found.push({ name: edition.name, suggestion });
  }
  const [first, second] = found;
  if (second) {
    const editions = found.map(({ name }) => name).join('、');
    return [diagnose('several-editions', { name: '--suggest', editions })];
  }
  const zh = session.language === 'zh';
  if (!first) {
    session.io.stderr(zh ? '没有缺的算例\n' : 'no examples are missing\n');
    return [];
  }
  const text = suggestionsText(first.suggestion);
  if (out === undefined) {
    if (!session.json) session.io.stdout(text);
    return [];
  }
  const problems = first.suggestion.examples ? writeNew(out, text) : [];
  const lines = problems.length > 0 ? 0 : linesIn(first.suggestion);
  session.io.stderr(zh ? `写出 ${lines} 行算例：${out}\n` : `${lines} examples written: ${out}\n`);
  return problems;
}

function report(session: Session, { name }: Edition, results: CaseResult[]): string[] {
  const counted = countResults(results);
  return [
    `${counted.failed > 0 ? '✗' : '✓'} ${name}  ${summary(session, counted)}`,
    ...results.filter(({ passed }) => !passed).flatMap((one) => failure(session, one)),
  ];
}

function failure(
  session: Session,
  { file, line, kind, name, differences, diagnostics }: CaseResult,
): string[] {
  const { language, words: w } = session;
  const where = line === undefined ? file : `${file}:${line}`;
  const indent = '      ';
  return [
    ...fold(`    ${where}${kind === 'unreadable' ? '' : ` ${name}`}`, pageWidth, indent),
    ...differences.flatMap(({ what, expected, got }) => [
      `${indent}${what[language]}`,
      ...fields([
        [`${indent}  ${w.expected}`, expected ?? w.nothing],
        [`${indent}  ${w.got}`, got ?? w.nothing],
      ]),
    ]),
    ...session.rendered(diagnostics).flatMap((text) => text.split('\n').map((one) => indent + one)),
  ];
}

const summary = ({ language }: Session, { passed, failed }: Results): string =>
  language === 'zh' ? `通过 ${passed}，失败 ${failed}` : `${passed} passed, ${failed} failed`;
