/** `check [RULEBOOK…]`: whether rulebooks can be used, and what is wrong with them. */
import {
  type Diagnostic,
  diagnose,
  hasErrors,
  isOpen,
  type Proof,
  sortDiagnostics,
  verifyRulebook,
} from '../../../engine/index.ts';
import { keepSource, type Sources } from '../../cases/read.ts';
import { type Edition, shownPath } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';

export function addCheck(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('check')
    .summary(say('检查评分规则', 'check rulebooks'))
    .description(
      say(
        '检查评分规则能不能用：错误与提醒写明文件、行、列。',
        'Says whether rulebooks can be used; errors and warnings with file, line and column.',
      ),
    )
    .argument(`[${say('规则', 'rulebook')}...]`, rulebooksText(cli))
    .addHelpText(
      'after',
      examples(cli, ['zhunsheng check', 'zhunsheng check national', 'zhunsheng check drafts/rulebook.yaml']),
    )
    .action(act((session, references: string[]) => check(session, references)));
}

/** What RULEBOOK… may be. */
export const rulebooksText = ({ say }: Cli): string =>
  say('标识、标识@年度版本、文件或目录；省略为全部', 'ids, id@edition, files or folders; all when left out');

/** The editions a person names; all where none is named. */
export async function editionsOf(
  { library, sources }: Session,
  references: readonly string[],
): Promise<{ editions: Edition[]; diagnostics: Diagnostic[] }> {
  if (references.length === 0) {
    const editions = await library.all();
    keepSources(sources, editions);
    const none = diagnose('no-rulebooks', { name: shownPath(library.folder) });
    return { editions, diagnostics: editions.length === 0 ? [none] : [] };
  }
  const found = references.map((reference) => library.find(reference));
  const files = new Set(found.flatMap((one) => one.files));
  const editions: Edition[] = [];
  for (const file of files) editions.push(await library.load(file));
  keepSources(sources, editions);
  return { editions, diagnostics: found.flatMap((one) => one.diagnostics) };
}

const keepSources = (sources: Sources, editions: readonly Edition[]): void => {
  for (const { file, text } of editions) keepSource(sources, shownPath(file), text);
};

async function check(session: Session, references: readonly string[]): Promise<ExitCode> {
  const { editions: found, diagnostics } = await editionsOf(session, references);
  const editions: Edition[] = [];
  for (const edition of found) editions.push(await withProofs(edition));
  const all = [...diagnostics, ...editions.flatMap((one) => one.diagnostics)];
  if (session.json) session.printJson({ diagnostics: all });
  else {
    session.warn(diagnostics);
    if (editions.length > 0)
      session.print([...editions.flatMap((one) => report(session, one)), '', summary(session, editions)]);
  }
  return hasErrors(all) ? 2 : 0;
}

/** An edition with the errors and warnings of its verification among its diagnostics. */
async function withProofs(edition: Edition): Promise<Edition> {
  const { proofs } = (await verifyRulebook(edition.text, shownPath(edition.file))).verified;
  const same = (one: Diagnostic) => (proof: Proof) =>
    proof.code === one.code &&
    proof.place?.line === one.place?.line &&
    proof.place?.column === one.place?.column;
  const kept = edition.diagnostics.filter(
    (one) => one.severity === 'error' || proofs.find(same(one))?.accepted === undefined,
  );
  const more = proofs
    .filter((proof) => isOpen(proof) && !edition.diagnostics.some((one) => same(one)(proof)))
    .map(
      ({ code, severity, message, help, place }): Diagnostic => ({ code, severity, message, help, place }),
    );
  return { ...edition, diagnostics: sortDiagnostics([...kept, ...more]) };
}

const count = (diagnostics: readonly Diagnostic[], wanted: Diagnostic['severity']): number =>
  diagnostics.filter(({ severity }) => severity === wanted).length;

function report(session: Session, { name, file, diagnostics }: Edition): string[] {
  const zh = session.language === 'zh';
  const errors = count(diagnostics, 'error');
  const warnings = count(diagnostics, 'warning');
  const mark = errors > 0 ? '✗' : warnings > 0 ? '!' : '✓';
  const counts = [
    ...(errors > 0 ? [zh ? `错误 ${errors}` : `errors ${errors}`] : []),
    ...(warnings > 0 ? [zh ? `警告 ${warnings}` : `warnings ${warnings}`] : []),
  ].join(zh ? '，' : ', ');
  return [
    [mark, name, shownPath(file), counts].filter(Boolean).join('  '),
    ...session.rendered(diagnostics).flatMap((text) => text.split('\n').map((line) => `    ${line}`)),
  ];
}

function summary({ language }: Session, editions: readonly Edition[]): string {
  const broken = editions.filter(({ diagnostics }) => hasErrors(diagnostics)).length;
  const warned = editions.filter(
    ({ diagnostics }) => !hasErrors(diagnostics) && count(diagnostics, 'warning') > 0,
  ).length;
  const fine = editions.length - broken - warned;
  return language === 'zh'
    ? `共 ${editions.length} 部规则：无误 ${fine}，有警告 ${warned}，有错误 ${broken}`
    : `${editions.length} rulebooks: ${fine} fine, ${warned} with warnings, ${broken} with errors`;
}
