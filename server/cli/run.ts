/** Runs one command line and answers with its exit code. Never throws, never ends the process. */
import { CommanderError } from 'commander';
import type { Language } from '../../engine/index.ts';
import type { Io } from './io.ts';
import { buildProgram } from './program.ts';
import { type ExitCode, Session } from './session.ts';
import { usageProblem } from './usage.ts';

/** `argv` without the interpreter and the script. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const language = languageIn(argv);
  const json = argv.includes('--json');
  let code: ExitCode = 0;
  const program = buildProgram(io, language, (work) => async (...args) => {
    const { rulebooks } = program.opts<{ rulebooks?: string }>();
    code = await work(new Session(io, { language, json, rulebooks }), ...args);
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return internalError(error, language, io);
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    return new Session(io, { language, json }).refuse([usageProblem(error)]);
  }
}

/** The language is needed before the command line is read, for its help and its errors. */
function languageIn(argv: readonly string[]): Language {
  const at = argv.lastIndexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.findLast((one) => one.startsWith('--lang='))?.slice(7);
  return given === 'en' ? 'en' : 'zh';
}

/** A mistake of the program itself; ZHUNSHENG_DEBUG=1 shows where. */
function internalError(error: unknown, language: Language, io: Io): ExitCode {
  const detail = error instanceof Error ? error.message : String(error);
  const stack = process.env.ZHUNSHENG_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
  io.stderr(
    language === 'zh'
      ? `程序自身出错，请报告：${detail}\n${stack}`
      : `the program itself failed, please report: ${detail}\n${stack}`,
  );
  return 2;
}
