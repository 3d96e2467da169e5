/** `score FILE`: what a form scores, without looking at what was claimed. */
import { evaluate } from '../../../engine/index.ts';
import { type AssessedForm, assessAll, auditOf, exitCodeOf } from '../assess.ts';
import { type Cli, examples, rulebookOption } from '../command.ts';
import { findingsText } from '../findings-text.ts';
import { heading, losses, outcome, scoreTable } from '../form-text.ts';
import { readInput } from '../input.ts';
import type { ExitCode, Session } from '../session.ts';

export function addScore(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('score')
    .summary(say('给自评表计分', 'score a form'))
    .description(
      say(
        '给自评表计分。不看自评得分，只按规则算。',
        'Scores a form by its rulebook, whatever it claims for itself.',
      ),
    )
    .argument(`<${say('文件', 'file')}>`, fileText(cli))
    .option(...rulebookOption(cli))
    .addHelpText(
      'after',
      examples(cli, ['zhunsheng score form.yaml', 'zhunsheng score - --json < form.json']),
    )
    .action(act((session, file: string, options: { rulebook?: string }) => score(session, file, options)));
}

/** What FILE may be. */
export const fileText = ({ say }: Cli): string =>
  say(
    '自评表、用例或申报材料（YAML 或 JSON）；- 为标准输入',
    'a submission, case or dossier (YAML or JSON); - is standard input',
  );

const score = (session: Session, file: string, options: { rulebook?: string }): Promise<ExitCode> =>
  present(session, file, options, (form) => [
    ...heading(form, session.language),
    ...scoreTable(form, session.language),
    ...outcome(form, session.language),
    ...losses(form, session.language),
    ...findingsText(form.evaluation.findings, session.language),
  ]);

/** Evaluates what a file holds and shows each form with `page`; as JSON the evaluation, or for a dossier all of them. */
export async function present(
  session: Session,
  file: string,
  { rulebook }: { rulebook?: string },
  page: (form: AssessedForm) => string[],
): Promise<ExitCode> {
  const { holdings, diagnostics } = await readInput(session, file);
  const result = await assessAll(session, holdings, evaluate, rulebook);
  const problems = [...diagnostics, ...result.diagnostics];
  const [first] = result.assessed;
  const broken = problems.some(({ severity }) => severity === 'error');
  if (!first || (broken && session.json)) return session.refuse(problems);
  session.warn(problems);
  if (session.json)
    session.printJson(
      first.name === undefined ? first.forms[0]!.evaluation : auditOf(result.assessed, [], first.name),
    );
  else session.print(first.forms.flatMap((form, index) => [...(index > 0 ? ['', ''] : []), ...page(form)]));
  return broken ? 2 : exitCodeOf(result.assessed);
}
