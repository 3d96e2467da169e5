/** `rollup FILE…`: one form made of several, by the roll-up rules of their rulebook, and what it scores. */
import { type Diagnostic, diagnose, hasErrors } from '../../../engine/index.ts';
import type { FiledForm } from '../../cases/read.ts';
import { rollUpForms } from '../../statistics/rollup.ts';
import { exitCodeOf } from '../assess.ts';
import { type Cli, examples, rulebookOption } from '../command.ts';
import { findingsText } from '../findings-text.ts';
import { heading, losses, outcome, scoreTable } from '../form-text.ts';
import { askedBy, boundTo, planFor, readInput } from '../input.ts';
import type { ExitCode, Session } from '../session.ts';

interface Options {
  rulebook?: string;
  name?: string;
  subject?: 'project' | 'department';
  form?: boolean;
}

export function addRollup(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('rollup')
    .summary(say('把几张表汇总成一张', 'roll several forms up into one'))
    .description(
      say(
        '按规则的汇总办法，把几张表（项目汇总为单位，单位汇总为地区）合成一张，再计分。',
        'Makes one form of several (projects of a unit, units of a region) by the rules of their rulebook, and scores it.',
      ),
    )
    .argument(`<${say('文件或文件夹', 'file or folder')}...>`, say('要汇总的自评表', 'the forms to roll up'))
    .option(...rulebookOption(cli))
    .option(`--name <${say('名称', 'name')}>`, say('汇总后的名称', 'the name of the result'))
    .option(
      `--subject <${say('对象', 'subject')}>`,
      say('汇总后的申报对象：project 或 department', 'what the result is: project or department'),
    )
    .option('--form', say('输出汇总后的自评表（JSON）', 'print the rolled-up form (JSON)'))
    .addHelpText('after', examples(cli, ['zhunsheng rollup filed/2025 --name 某单位 --subject department']))
    .action(act((session, paths: string[], options: Options) => rollup(session, paths, options)));
}

async function rollup(session: Session, paths: readonly string[], options: Options): Promise<ExitCode> {
  const { forms, diagnostics } = await readForms(session, paths);
  const [first] = forms;
  if (!first || hasErrors(diagnostics))
    return session.refuse(diagnostics.length > 0 ? diagnostics : [diagnose('rollup-empty', {})]);
  const { plan, diagnostics: problems } = await planFor(session, askedBy(first.form), options.rulebook);
  if (!plan) return session.refuse(problems);
  const bound = forms.map(({ form }) => (options.rulebook ? boundTo(form, plan) : form));
  const { rolled, diagnostics: unusable } = await rollUpForms(plan, bound, options);
  if (!rolled) return session.refuse(unusable);
  const { form, submission, evaluation } = rolled;
  if (options.form) {
    session.printJson(submission);
    return 0;
  }
  const assessed = {
    file: session.language === 'zh' ? `由 ${forms.length} 张表汇总` : `rolled up from ${forms.length} forms`,
    form,
    evaluation,
  };
  if (session.json) session.printJson(evaluation);
  else
    session.print([
      ...heading(assessed, session.language),
      ...scoreTable(assessed, session.language),
      ...outcome(assessed, session.language),
      ...losses(assessed, session.language),
      ...findingsText(evaluation.findings, session.language),
    ]);
  return exitCodeOf([{ forms: [assessed], findings: [] }]);
}

async function readForms(
  session: Session,
  paths: readonly string[],
): Promise<{ forms: FiledForm[]; diagnostics: Diagnostic[] }> {
  const forms: FiledForm[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const input = await readInput(session, path, { folder: true });
    diagnostics.push(...input.diagnostics);
    for (const holding of input.holdings)
      forms.push(...(holding.holds === 'form' ? [holding] : holding.forms));
  }
  return { forms, diagnostics };
}
