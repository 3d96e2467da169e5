/** `diff A B`: what two rulebooks write otherwise, and what scores otherwise by them. */
import { writeFileSync } from 'node:fs';
import { Option } from 'commander';
import { type Diagnostic, type Difference, diagnose, type ScoringPlan } from '../../../engine/index.ts';
import { formsBeside } from '../../cases/beside.ts';
import { differenceOf } from '../../documents/diff/difference.ts';
import { differencePage } from '../../documents/diff/html.ts';
import { differenceMarkdown } from '../../documents/diff/markdown.ts';
import { differenceText } from '../../documents/diff/text.ts';
import { fold, pageWidth } from '../../documents/layout.ts';
import { type Edition, shownPath } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import { editionNamed } from '../input.ts';
import type { ExitCode, Session } from '../session.ts';

interface Options {
  markdown?: boolean;
  html?: string;
  failOn?: 'difference' | 'lower';
}

export function addDiff(cli: Cli): void {
  const { program, say, act } = cli;
  const reference = say('标识@年度版本、文件或目录', 'id@edition, a file or a folder');
  program
    .command('diff')
    .summary(say('比较两版评分规则', 'compare two rulebooks'))
    .description(
      say(
        '比较两部评分规则（两个年度版本、草案与已发布版本、两个地区）：写法改了什么；逐行得分会有什么不同，在哪些取值上，最多高多少、低多少。结论由规则推得，不是抽样。',
        'Compares two rulebooks (editions, a draft and what is published, two regions): what is written otherwise, and line by line what scores otherwise, where, and by how much at most. Decided from the rules, not sampled.',
      ),
    )
    .argument(`<${say('前一版', 'before')}>`, reference)
    .argument(`<${say('后一版', 'after')}>`, reference)
    .option('--markdown', say('输出 Markdown', 'print Markdown'))
    .option(
      `--html <${say('文件', 'file')}>`,
      say('写成一个网页，可以打开、打印、转发', 'write one self-contained page'),
    )
    .addOption(
      new Option(
        `--fail-on <${say('何时', 'what')}>`,
        say(
          '何时以 1 退出：difference 行为有任何不同（默认）、lower 可能有人得分更低',
          'when to exit with 1: any difference of behaviour (default), or only where a form could score lower',
        ),
      ).choices(['difference', 'lower']),
    )
    .addHelpText(
      'after',
      examples(cli, [
        'zhunsheng diff old.yaml new.yaml',
        'zhunsheng diff national drafts/rulebook.yaml --html diff.html',
        'zhunsheng diff old.yaml new.yaml --json --fail-on lower',
      ]),
    )
    .action(
      act((session, before: string, after: string, options: Options) =>
        diff(session, before, after, options),
      ),
    );
}

async function diff(session: Session, before: string, after: string, options: Options): Promise<ExitCode> {
  const [old, now] = [await editionNamed(session, before), await editionNamed(session, after)];
  const problems = [...old.diagnostics, ...now.diagnostics];
  if (!old.edition?.plan || !now.edition?.plan) return session.refuse(problems);
  const difference = await differenceOf(
    comparable(old.edition),
    comparable(now.edition),
    formsBeside(old.edition.file, session.sources),
  );
  const nameOf = inputNames(old.edition.plan, now.edition.plan);
  if (options.html !== undefined) {
    const refused = written(options.html, differencePage(difference, session.language, nameOf));
    if (refused.length > 0) return session.refuse(refused);
  }
  present(session, difference, options, nameOf);
  return (options.failOn === 'lower' ? difference.couldScoreLower : difference.differs) ? 1 : 0;
}

function present(
  session: Session,
  difference: Difference,
  { markdown, html }: Options,
  nameOf: (input: string) => string,
): void {
  const { language } = session;
  if (session.json) session.printJson(difference);
  else if (markdown) session.io.stdout(differenceMarkdown(difference, language, nameOf));
  else if (html !== undefined) session.print([language === 'zh' ? `已写出 ${html}` : `wrote ${html}`]);
  else
    session.print(
      differenceText(difference, language, nameOf).flatMap((line) =>
        fold(line, pageWidth, `${/^ */.exec(line)?.[0] ?? ''}  `),
      ),
    );
}

const comparable = ({ plan, text, file }: Edition) => ({ plan: plan!, text, file: shownPath(file) });

/** The Chinese name of an input of either edition. */
const inputNames =
  (before: ScoringPlan, after: ScoringPlan) =>
  (id: string): string =>
    after.inputs.get(id)?.name ?? before.inputs.get(id)?.name ?? id;

function written(path: string, text: string): Diagnostic[] {
  try {
    writeFileSync(path, text);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(',')[0]! : String(error);
    return [diagnose('file-unwritable', { name: path, reason: { zh: reason, en: reason } })];
  }
}
