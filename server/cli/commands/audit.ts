/** `audit FILE|FOLDER`: what a reviewer would be told, row by row. */
import { audit, type Diagnostic, type Finding } from '../../../engine/index.ts';
import { type Assessed, type AssessedForm, assessAll, auditOf, exitCodeOf } from '../assess.ts';
import { type Cli, examples, rulebookOption } from '../command.ts';
import { countText, findingsText } from '../findings-text.ts';
import { auditTable, differenceOf, heading, losses, outcome } from '../form-text.ts';
import { type Input, readInput } from '../input.ts';
import { fold, pageWidth, table } from '../layout.ts';
import type { ExitCode, Session } from '../session.ts';
import { severities } from '../words.ts';
import { fileText } from './score.ts';

export function addAudit(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('audit')
    .summary(say('稽核自评表或整个文件夹', 'audit a form or a whole folder'))
    .description(
      say(
        '稽核：自评与复算逐行对照，列出疑点；文件夹内的表全部稽核，申报材料的各表一并稽核。',
        'Holds what was claimed against what the rule gives, row by row, and lists the findings.',
      ),
    )
    .argument(
      `<${say('文件或文件夹', 'file-or-folder')}>`,
      `${fileText(cli)}${say('；或文件夹', '; or a folder')}`,
    )
    .option(...rulebookOption(cli))
    .addHelpText(
      'after',
      examples(cli, ['zhunsheng audit form.yaml', 'zhunsheng audit filed --json > audit.json']),
    )
    .action(
      act((session, path: string, options: { rulebook?: string }) => auditPath(session, path, options)),
    );
}

async function auditPath(
  session: Session,
  path: string,
  { rulebook }: { rulebook?: string },
): Promise<ExitCode> {
  const input = await readInput(session, path, { folder: true });
  const { assessed, diagnostics } = await assessAll(session, input.holdings, audit, rulebook);
  const problems = [...input.diagnostics, ...diagnostics];
  const broken = problems.some(({ severity }) => severity === 'error');
  if (assessed.length === 0) {
    if (!broken && input.examples > 0) session.print(passedOver(session, input));
    return session.refuse(problems);
  }
  const [first] = assessed;
  const isOne = input.folder === undefined && first!.name === undefined;
  session.warn(problems);
  if (!session.json) session.print(pages(session, assessed, input));
  else if (isOne) session.printJson(first!.forms[0]!.evaluation);
  else session.printJson(auditOf(assessed, sharedProblems(problems), input.folder ?? first!.name));
  return broken ? 2 : exitCodeOf(assessed);
}

/** In a machine's answer, why some forms are not in it. */
const sharedProblems = (problems: readonly Diagnostic[]): Diagnostic[] =>
  problems.filter(({ severity }) => severity === 'error');

function pages(session: Session, assessed: readonly Assessed[], input: Input): string[] {
  const all = assessed.flatMap((one) => [
    ...one.forms.map((form) => page(session, form)),
    ...(one.name === undefined ? [] : [acrossPage(session, one)]),
  ]);
  const separated = all.flatMap((lines, index) => (index === 0 ? lines : ['', '', ...lines]));
  if (all.length === 1) return separated;
  return [...separated, '', '', ...summary(session, assessed), ...passedOver(session, input)];
}

const page = ({ language }: Session, form: AssessedForm): string[] => [
  ...heading(form, language),
  ...auditTable(form, language),
  ...outcome(form, language),
  ...losses(form, language),
  ...findingsText(form.evaluation.findings, language),
];

/** What only shows across the forms of a dossier. */
const acrossPage = ({ language, words }: Session, { name = '', findings }: Assessed): string[] => [
  ...fold(`${name} · ${words.across}`, pageWidth),
  ...findingsText(findings, language),
];

/** One line for each form, and all findings counted. */
function summary({ language, words: w }: Session, assessed: readonly Assessed[]): string[] {
  const count = (findings: readonly Finding[], severity: Finding['severity']) =>
    String(findings.filter((one) => one.severity === severity).length);
  const counts = (findings: readonly Finding[]) => [
    count(findings, 'error'),
    count(findings, 'warning'),
    count(findings, 'info'),
  ];
  const rows = assessed.flatMap(({ name, forms, findings }) => [
    ...forms.map(({ evaluation: { form, total, outOf, claimed, grade, ...rest } }) => [
      form.name,
      outOf,
      claimed ?? '',
      total,
      differenceOf(claimed, total),
      grade ?? (rest.gradeWithheld ? w.noGrade : ''),
      ...counts(rest.findings),
    ]),
    ...(name === undefined ? [] : [[`${name} · ${w.across}`, '', '', '', '', '', ...counts(findings)]]),
  ]);
  const all = assessed.flatMap(({ forms, findings }) => [
    ...forms.flatMap(({ evaluation }) => evaluation.findings),
    ...findings,
  ]);
  return [
    ...table(
      [
        { title: w.form, widest: 'rest' },
        { title: w.outOf, align: 'point' },
        { title: w.claimed, align: 'point' },
        { title: w.computed, align: 'point' },
        { title: w.difference, align: 'point' },
        { title: w.grade },
        { title: severities.error[language], align: 'right' },
        { title: severities.warning[language], align: 'right' },
        { title: severities.info[language], align: 'right' },
      ],
      rows,
    ),
    '',
    language === 'zh'
      ? `共 ${assessed.flatMap(({ forms }) => forms).length} 张表；${w.findings}：${countText(all, language)}`
      : `${assessed.flatMap(({ forms }) => forms).length} forms; ${w.findings}: ${countText(all, language)}`,
  ];
}

const passedOver = ({ language }: Session, { examples }: Input): string[] => {
  if (examples === 0) return [];
  return [
    language === 'zh'
      ? `跳过边界算例 ${examples} 份（用 test 运行）`
      : `${examples} tables of examples passed over (test runs them)`,
  ];
};
