/** What a command is built with. */
import type { Command } from 'commander';
import type { Language } from '../../engine/index.ts';
import type { ExitCode, Session } from './session.ts';

export interface Cli {
  program: Command;
  /** Says a thing of the help in the language of this run. */
  say(zh: string, en: string): string;
  language: Language;
  /** Turns a command's work into a commander action; its answer becomes the exit code. */
  act<Arguments extends unknown[]>(
    work: (session: Session, ...args: Arguments) => Promise<ExitCode>,
  ): (...args: Arguments) => Promise<void>;
}

/** Examples below the help of a command. */
export const examples = ({ say }: Cli, lines: readonly string[]): string =>
  `\n${say('例：', 'Examples:')}\n${lines.map((line) => `  ${line}`).join('\n')}`;

/** The option that names the rulebook to use. */
export const rulebookOption = ({ say }: Cli): [string, string] => [
  `-r, --rulebook <${say('规则', 'rulebook')}>`,
  say('改用这部规则：标识@年度版本，或文件路径', 'use this rulebook: id@edition or a path'),
];
