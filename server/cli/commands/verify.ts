/** `verify [RULEBOOK…]`: what rulebooks do that they should not, proved, each with a form that shows it. */
import {
  type Diagnostic,
  hasErrors,
  isOpen,
  type Proof,
  type Verified,
  verifyRulebook,
  type Witness,
} from '../../../engine/index.ts';
import { table } from '../../documents/layout.ts';
import { shownPath } from '../../library.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';
import { editionsOf, rulebooksText } from './check.ts';

export function addVerify(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('verify')
    .summary(say('校核评分规则', 'verify rulebooks'))
    .description(
      say(
        '校核评分规则：有没有空档、重叠、到不了的档，会不会结果更好反而得分更低，界限与条文是否一致，断崖有多大；逐段判定，不是抽样，每条缺陷附一份见证。',
        'Verifies rulebooks: gaps, overlaps, bands out of reach, better results that score less, boundaries against their text, the size of cliffs; decided, not sampled, each fault with a witness.',
      ),
    )
    .argument(`[${say('规则', 'rulebook')}...]`, rulebooksText(cli))
    .addHelpText(
      'after',
      examples(cli, [
        'zhunsheng verify',
        'zhunsheng verify national',
        'zhunsheng verify drafts/rulebook.yaml --json',
      ]),
    )
    .action(act((session, references: string[]) => verify(session, references)));
}

async function verify(session: Session, references: readonly string[]): Promise<ExitCode> {
  const { editions, diagnostics } = await editionsOf(session, references);
  const rulebooks: Verified[] = [];
  const problems: Diagnostic[] = [...diagnostics];
  for (const edition of editions) {
    const { verified, diagnostics: others } = await verifyRulebook(edition.text, shownPath(edition.file));
    rulebooks.push({ ...verified, rulebook: verified.rulebook || edition.name });
    if (!verified.usable) problems.push(...(others.length > 0 ? others : edition.diagnostics));
  }
  if (session.json) session.printJson({ rulebooks, diagnostics: problems });
  else {
    session.warn(problems);
    if (rulebooks.length > 0)
      session.print([...rulebooks.flatMap((one) => report(session, one)), '', summary(session, rulebooks)]);
  }
  if (hasErrors(problems)) return 2;
  return rulebooks.some(({ proofs }) => proofs.some((one) => isOpen(one) && one.severity === 'error'))
    ? 1
    : 0;
}

function report(session: Session, { rulebook, file, lines, usable, proofs }: Verified): string[] {
  const { language } = session;
  const zh = language === 'zh';
  const open = proofs.filter(isOpen);
  const mark =
    !usable || open.some(({ severity }) => severity === 'error') ? '✗' : open.length > 0 ? '!' : '✓';
  const counted = usable
    ? zh
      ? `${lines} 行规则`
      : `${lines} rules`
    : zh
      ? '不能校核'
      : 'cannot be verified';
  const rows = proofs.map((proof) => [
    levelOf(session, proof),
    String(proof.place?.line ?? ''),
    proof.at ?? '',
    proof.code,
    toldOf(session, proof),
  ]);
  const columns = [
    { title: zh ? '级别' : 'level' },
    { title: zh ? '行' : 'line', align: 'right' as const },
    { title: zh ? '何处' : 'where', widest: 26 },
    { title: zh ? '代码' : 'code' },
    { title: zh ? '结论' : 'what', widest: 'rest' as const },
  ];
  return [`${mark} ${rulebook}  ${file}  ${counted}`, ...(rows.length > 0 ? table(columns, rows) : []), ''];
}

const levels = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

const levelOf = ({ language }: Session, { severity, accepted }: Proof): string =>
  accepted === undefined ? levels[severity][language] : language === 'zh' ? '已认可' : 'accepted';

/** The message; of a fault also the witnesses and how to mend it, or why it is accepted. */
function toldOf({ language }: Session, proof: Proof): string {
  const { message, help, witnesses = [], accepted, severity } = proof;
  const zh = language === 'zh';
  if (accepted !== undefined) return `${message[language]}\n${zh ? '认可：' : 'accepted: '}${accepted}`;
  if (severity === 'info') return message[language];
  return [
    message[language],
    ...witnesses.map((one) => `${zh ? '见证：' : 'witness: '}${witnessText(one, zh)}`),
    ...(help ? [`${zh ? '→ ' : '→ '}${help[language]}`] : []),
  ].join('\n');
}

/** `executed 80，budget 100 → 4 分`. */
function witnessText({ given, value, points, absence }: Witness, zh: boolean): string {
  const inputs = Object.entries(given?.inputs ?? {}).map(([id, text]) => `${id} ${text}`);
  const rows = (given?.declared ?? []).map(({ under, target, actual, weight, judgement }) =>
    [under, target ?? '', actual ?? '', judgement?.share ?? '', zh ? `分值 ${weight}` : `weight ${weight}`]
      .filter((part) => part !== '')
      .join(' '),
  );
  const judged = Object.values(given?.judgements ?? {}).map(({ share, tier }) => share ?? tier ?? '');
  const facts = [...inputs, ...rows, ...judged].join(zh ? '，' : ', ');
  const outcome = points === undefined ? (absence ?? '') : zh ? `${points} 分` : `${points} points`;
  return [facts || value || '', outcome].filter((part) => part !== '').join(' → ');
}

function summary({ language }: Session, rulebooks: readonly Verified[]): string {
  const all = rulebooks.flatMap(({ proofs }) => proofs);
  const open = all.filter(isOpen);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  const accepted = all.filter((one) => one.accepted !== undefined).length;
  const warnings = open.length - errors;
  return language === 'zh'
    ? `共 ${rulebooks.length} 部规则：错误 ${errors}，警告 ${warnings}，已认可 ${accepted}`
    : `${rulebooks.length} rulebooks: ${errors} errors, ${warnings} warnings, ${accepted} accepted`;
}
