/** The commands, their help and their options, in the language of this run. */
import { Command, Option } from 'commander';
import { engineVersion, widthOf } from '../../engine/index.ts';
import type { Cli } from './command.ts';
import { addAudit } from './commands/audit.ts';
import { addBackup } from './commands/backup.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addImpact } from './commands/impact.ts';
import { addList } from './commands/list.ts';
import { addNew } from './commands/new.ts';
import { addReplay } from './commands/replay.ts';
import { addRestore } from './commands/restore.ts';
import { addRollup } from './commands/rollup.ts';
import { addScore } from './commands/score.ts';
import { addServe } from './commands/serve.ts';
import { addTest } from './commands/test.ts';
import { addVerify } from './commands/verify.ts';
import { addVerifyLog } from './commands/verify-log.ts';
import type { Io } from './io.ts';
import { fold, pageWidth } from './layout.ts';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

export function buildProgram(io: Io, language: Cli['language'], act: Cli['act']): Command {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  const program = new Command('zhunsheng');
  program
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: pageWidth,
      displayWidth: widthOf,
      styleTitle: (title) => say(titles[title] ?? title, title),
      commandUsage: (command) => usageOf(command, say),
      subcommandTerm: (command) => [command.name(), ...argumentsOf(command)].join(' '),
      optionDescription: (option) => option.description,
      boxWrap: (text, width) => fold(text, width).join('\n'),
    })
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: (text) => io.stderr(text),
      outputError: () => {},
    })
    .exitOverride()
    .description(
      say('准绳：绩效自评的计分与稽核。', 'Zhunsheng: scores and audits performance self-evaluations.'),
    )
    .version(engineVersion, '-V, --version', say('显示版本', 'show the version'))
    .helpOption('-h, --help', say('显示帮助', 'show help'))
    .helpCommand(`help [${say('命令', 'command')}]`, say('显示一个命令的帮助', 'show the help of a command'))
    .addOption(
      new Option(
        `--lang <${say('语言', 'language')}>`,
        say('语言：zh 中文（默认）、en 英文', 'language: zh (default) or en'),
      ).choices(['zh', 'en']),
    )
    .option('--json', say('输出 JSON，供程序读取', 'print JSON for machines'))
    .option(
      `--rulebooks <${say('目录', 'folder')}>`,
      say('评分规则所在目录，省略为自带的规则', 'where the rulebooks are; the built-in ones when left out'),
    );
  const cli: Cli = { program, say, language, act };
  for (const add of [
    addScore,
    addAudit,
    addExplain,
    addRollup,
    addCheck,
    addVerify,
    addTest,
    addList,
    addDiff,
    addImpact,
    addNew,
    addServe,
    addBackup,
    addRestore,
    addVerifyLog,
    addReplay,
  ])
    add(cli);
  program.addHelpText(
    'after',
    `
${say('例：', 'Examples:')}
  zhunsheng list
  zhunsheng score form.yaml
  zhunsheng audit filed
  zhunsheng explain form.yaml --lang en
  zhunsheng new rulebook east-lake 2025

${say('退出码：0 正常；1 有错误级的疑点、缺数据的表或失败的用例；2 输入不能用。', 'Exit codes: 0 fine; 1 findings of severity error, forms that lack data, or failed cases; 2 unusable input.')}`,
  );
  return program;
}

/** As commander writes it, in the language of this run. */
function usageOf(command: Command, say: Cli['say']): string {
  const names: string[] = [];
  for (let one: Command | null = command; one; one = one.parent) names.unshift(one.name());
  const below = command.commands.length > 0 ? [say('<命令>', '<command>')] : [];
  return [...names, say('[选项]', '[options]'), ...below, ...argumentsOf(command)].join(' ');
}

const argumentsOf = (command: Command): string[] =>
  command.registeredArguments.map((one) => {
    const name = one.variadic ? `${one.name()}...` : one.name();
    return one.required ? `<${name}>` : `[${name}]`;
  });
