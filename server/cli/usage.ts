/** A command as typed that cannot be run → a diagnostic. Commander says what is wrong in English; it is said here. */
import type { CommanderError } from 'commander';
import { type Bilingual, type Diagnostic, diagnose } from '../../engine/index.ts';

/** The diagnostic of a usage error. */
export function usageProblem({ code, message }: CommanderError): Diagnostic {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map((found) => found[1] ?? '');
  const name = quoted[0] ?? '';
  const suggestion = suggestionIn(message);
  switch (code) {
    case 'commander.unknownCommand':
      return diagnose('unknown-command', { name, suggestion });
    case 'commander.unknownOption':
      return diagnose('unknown-option', { name, suggestion });
    case 'commander.optionMissingArgument':
      return diagnose('option-without-value', { name: flagIn(name) });
    case 'commander.invalidArgument': {
      const allowed = /Allowed choices are (.*)\./.exec(message)?.[1] ?? '';
      const expected = { zh: ` ${allowed.replaceAll(', ', '、')}`, en: allowed };
      return diagnose('bad-option-value', { name: flagIn(name), value: quoted[1] ?? '', expected });
    }
    case 'commander.excessArguments':
      return diagnose('excess-arguments', { name: name || 'zhunsheng' });
    default:
      return diagnose('missing-argument', { name: name || message });
  }
}

/** `-r, --rulebook <id>` → `--rulebook` */
const flagIn = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

function suggestionIn(message: string): Bilingual {
  const meant = /Did you mean (?:one of )?(.+?)\?/.exec(message)?.[1];
  if (!meant) return { zh: '加 --help 看有哪些。', en: 'see --help.' };
  const words = meant.split(', ');
  return {
    zh: `是不是${words.map((one) => `「${one}」`).join('或')}？`,
    en: `did you mean ${words.map((one) => `"${one}"`).join(' or ')}?`,
  };
}
