/** `list`: which rulebooks there are. */

import { diagnose, type RulebookEntry } from '../../../engine/index.ts';
import { words } from '../../../schemas/generated/words.ts';
import { caseFiles } from '../../cases/folders.ts';
import { table } from '../../documents/layout.ts';
import { type Edition, shownPath } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';
import { statuses } from '../words.ts';

export function addList(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('list')
    .summary(say('列出评分规则', 'list the rulebooks'))
    .description(say('列出有哪些评分规则。', 'Lists the rulebooks there are.'))
    .addHelpText('after', examples(cli, ['zhunsheng list', 'zhunsheng list --rulebooks drafts']))
    .action(act((session) => list(session)));
}

async function list(session: Session): Promise<ExitCode> {
  const editions = await session.library.all();
  if (editions.length === 0)
    return session.refuse([diagnose('no-rulebooks', { name: shownPath(session.library.folder) })]);
  const entries = editions.map(entryOf);
  if (session.json) session.printJson({ rulebooks: entries });
  else session.print(entriesTable(session, entries));
  return 0;
}

function entryOf({ rulebook, edition, file, plan }: Edition): RulebookEntry {
  const cases = caseFiles(file).length;
  const known = { rulebook, edition, file: shownPath(file), usable: plan !== undefined, cases };
  if (!plan) return known;
  const { status, title, subjects, total } = plan.rulebook;
  return { ...known, status, title, subjects, total };
}

function entriesTable({ language, words: w }: Session, entries: readonly RulebookEntry[]): string[] {
  return table(
    [
      { title: w.rulebook },
      { title: w.status },
      { title: w.title, widest: 'rest' },
      { title: w.subjects },
      { title: w.outOf, align: 'point' },
      { title: w.cases, align: 'right' },
    ],
    entries.map((one) => [
      `${one.rulebook}@${one.edition}`,
      statuses[one.status ?? 'broken'][language],
      one.title ?? one.file,
      (one.subjects ?? [])
        .map((subject) => words.subject[subject][language])
        .join(language === 'zh' ? '、' : ', '),
      one.total ?? '',
      String(one.cases),
    ]),
  );
}
