/** `test [RULEBOOK…]`: runs the cases beside the rulebooks. */
import { type CaseResult, hasErrors, type Results } from '../../../engine/index.ts';
import { countResults, runCases } from '../../cases/run.ts';
import type { Edition } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import { fields, fold, pageWidth } from '../layout.ts';
import type { ExitCode, Session } from '../session.ts';
import { editionsOf, rulebooksText } from './check.ts';

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
    .addHelpText('after', examples(cli, ['zhunsheng test', 'zhunsheng test yunxi --json']))
    .action(act((session, references: string[]) => test(session, references)));
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
