/** `impact A B FORMS`: what a change of rules does to the forms already filed, and which edit does it. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { type Diagnostic, diagnose, type ImpactResult, type RulebookText } from '../../../engine/index.ts';
import { impactCsv } from '../../documents/impact/csv.ts';
import { impactPage } from '../../documents/impact/html.ts';
import { impactMarkdown } from '../../documents/impact/markdown.ts';
import { impactText } from '../../documents/impact/text.ts';
import { fold, pageWidth } from '../../documents/layout.ts';
import { progressOn } from '../../impact/progress.ts';
import { runImpact } from '../../impact/run.ts';
import { shownPath } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import { editionNamed } from '../input.ts';
import type { ExitCode, Session } from '../session.ts';

interface Options {
  markdown?: boolean;
  html?: string;
  csv?: string;
  workers?: number;
}

export function addImpact(cli: Cli): void {
  const { program, say, act } = cli;
  const reference = say('标识@年度版本、文件或目录', 'id@edition, a file or a folder');
  const file = say('文件', 'file');
  program
    .command('impact')
    .summary(say('规则一改，已有的表会怎样', 'what a change of rules does to forms'))
    .description(
      say(
        '把一批自评表按两版规则各算一次：总分、等次、名次怎样变，谁升谁降，由哪一处改动引起（各处相加恰为总变化）。后一版需要而前一版没有问的，列出来单独计数，不作猜测。',
        'Scores forms by two rulebooks: how totals, grades and ranks change, who gains and loses, and which edit caused it (the parts add exactly to the change). What the later one needs and the earlier never asked is listed and counted apart, never guessed.',
      ),
    )
    .argument(`<${say('前一版', 'before')}>`, reference)
    .argument(`<${say('后一版', 'after')}>`, reference)
    .argument(
      `<${say('自评表', 'forms')}...>`,
      say(
        '按前一版填的表：文件夹、NDJSON（一行一张）、通配，或 -（标准输入的 NDJSON）',
        'forms filed under the earlier one: a folder, NDJSON (one a line), a pattern, or - (NDJSON on standard input)',
      ),
    )
    .option('--markdown', say('输出 Markdown', 'print Markdown'))
    .option(`--html <${file}>`, say('写成一个网页，可以打开、打印、转发', 'write one self-contained page'))
    .option(`--csv <${file}>`, say('每张表一行，每处改动一列', 'write one row a form, one column an edit'))
    .addOption(
      new Option(
        `--workers <${say('个数', 'count')}>`,
        say('用几个线程；结果与此无关', 'how many threads; the result is the same'),
      ).argParser(workerCount),
    )
    .addHelpText(
      'after',
      examples(cli, [
        'zhunsheng impact old.yaml new.yaml filed',
        'zhunsheng impact old.yaml drafts/rulebook.yaml forms.ndjson --html impact.html --csv impact.csv',
        "zhunsheng impact old.yaml new.yaml 'filed/**/*.yaml' --json",
      ]),
    )
    .action(
      act((session, before: string, after: string, paths: string[], options: Options) =>
        impact(session, before, after, paths, options),
      ),
    );
}

function workerCount(text: string): number {
  if (!/^([0-9]|[1-5][0-9]|6[0-4])$/.test(text)) throw new InvalidArgumentError('Allowed choices are 0–64.');
  return Number(text);
}

async function impact(
  session: Session,
  before: string,
  after: string,
  paths: readonly string[],
  options: Options,
): Promise<ExitCode> {
  const [old, now] = [await rulebookNamed(session, before), await rulebookNamed(session, after)];
  if (!old.text || !now.text) return session.refuse([...old.diagnostics, ...now.diagnostics]);
  const progress = progressOn(process.stderr, session.language);
  const { result, diagnostics } = await runImpact({
    before: old.text,
    after: now.text,
    paths,
    stdin: process.stdin,
    sources: session.sources,
    workers: options.workers,
    progress: progress.tell,
  }).finally(() => progress.stop());
  if (!result) return session.refuse(diagnostics);
  session.warn(diagnostics);
  const refused = writeFiles(result, session, options);
  if (refused.length > 0) return session.refuse(refused);
  present(session, result, options);
  return diagnostics.some(({ severity }) => severity === 'error') ? 2 : 0;
}

function writeFiles(result: ImpactResult, { language }: Session, { html, csv }: Options): Diagnostic[] {
  return [
    ...(html === undefined
      ? []
      : written(html, () => writeFileSync(html, impactPage(result.impact, language)))),
    ...(csv === undefined ? [] : written(csv, () => writeRows(csv, impactCsv(result, language)))),
  ];
}

function writeRows(path: string, rows: Iterable<string>): void {
  const descriptor = openSync(path, 'w');
  try {
    let held: string[] = [];
    for (const row of rows)
      if (held.push(row) === 1000) {
        writeSync(descriptor, held.join(''));
        held = [];
      }
    writeSync(descriptor, held.join(''));
  } finally {
    closeSync(descriptor);
  }
}

function written(path: string, write: () => void): Diagnostic[] {
  try {
    write();
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(',')[0]! : String(error);
    return [diagnose('file-unwritable', { name: path, reason: { zh: reason, en: reason } })];
  }
}

function present(session: Session, { impact }: ImpactResult, { markdown, html, csv }: Options): void {
  const { language } = session;
  if (session.json) {
    session.printJson(impact);
    return;
  }
  if (markdown) {
    session.io.stdout(impactMarkdown(impact, language));
    return;
  }
  const lines = impactText(impact, language).flatMap((line) => fold(line, pageWidth));
  const files = [html, csv].filter((file) => file !== undefined);
  session.print([
    ...lines,
    ...(files.length > 0 ? [''] : []),
    ...files.map((file) => (language === 'zh' ? `已写出 ${file}` : `wrote ${file}`)),
  ]);
  session.warn(impact.diagnostics);
}

/** The text of one edition, by any name a person may give it. */
async function rulebookNamed(
  session: Session,
  name: string,
): Promise<{ text?: RulebookText; diagnostics: Diagnostic[] }> {
  const { edition, diagnostics } = await editionNamed(session, name);
  if (!edition) return { diagnostics };
  return { text: { content: edition.text, file: shownPath(edition.file) }, diagnostics };
}
