/** `new rulebook ID EDITION`: a rulebook to begin from, with a case beside it. */
import { join, relative, resolve } from 'node:path';
import { type Diagnostic, diagnose } from '../../../engine/index.ts';
import { writeNew } from '../../cases/files.ts';
import { packageFolder, shownPath } from '../../library.ts';
import { caseTemplate, rulebookTemplate } from '../../rulebooks/template.ts';
import { type Cli, examples } from '../command.ts';
import type { ExitCode, Session } from '../session.ts';

export function addNew(cli: Cli): void {
  const { program, say, act } = cli;
  program
    .command('new')
    .summary(say('新建评分规则', 'begin a rulebook'))
    .description(say('新建评分规则。', 'Begins a rulebook.'))
    .helpCommand(false)
    .command('rulebook')
    .summary(say('新建一部评分规则的草案', 'a draft rulebook with a case'))
    .description(
      say(
        '写出一部能用的草案和一个用例，照着改即可；已有的文件不会覆盖。',
        'Writes a working draft and a case to start from; never over an existing file.',
      ),
    )
    .argument(`<${say('标识', 'id')}>`, say('小写英文、数字与连字符，如 east-lake', 'such as east-lake'))
    .argument(`<${say('年度版本', 'edition')}>`, say('年份，如 2025', 'a year such as 2025'))
    .option(
      `--dir <${say('目录', 'folder')}>`,
      say(
        '写在哪个目录下，省略为 --rulebooks 的目录',
        'where to write it; the --rulebooks folder when left out',
      ),
    )
    .addHelpText(
      'after',
      examples(cli, ['zhunsheng new rulebook east-lake 2025', 'zhunsheng check east-lake@2025']),
    )
    .action(
      act((session, id: string, edition: string, options: { dir?: string }) =>
        newRulebook(session, id, edition, options),
      ),
    );
}

async function newRulebook(
  session: Session,
  id: string,
  edition: string,
  { dir }: { dir?: string },
): Promise<ExitCode> {
  const problems = [...checkId(id), ...checkEdition(edition)];
  if (problems.length > 0) return session.refuse(problems);
  const folder = resolve(dir ?? session.library.folder, id, edition);
  const files = [
    {
      path: join(folder, 'rulebook.yaml'),
      text: rulebookTemplate(id, edition, schemaFrom(folder, 'rulebook')),
    },
    {
      path: join(folder, 'cases', 'example.yaml'),
      text: caseTemplate(id, edition, schemaFrom(join(folder, 'cases'), 'case')),
    },
  ];
  for (const { path, text } of files) {
    const refused = writeNew(path, text, shownPath(path));
    if (refused.length > 0) return session.refuse(refused);
  }
  const written = files.map(({ path }) => shownPath(path));
  if (session.json) session.printJson({ written });
  else session.print(nextSteps(session, written, dir));
  return 0;
}

const checkId = (id: string): Diagnostic[] => {
  const expected = {
    zh: '小写英文、数字与连字符，如 east-lake',
    en: 'lower-case letters, digits and hyphens, such as east-lake',
  };
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && id.length <= 60
    ? []
    : [diagnose('bad-option-value', { name: 'ID', value: id, expected })];
};

const checkEdition = (edition: string): Diagnostic[] =>
  /^[0-9]{4}([a-z0-9-]{0,20})$/.test(edition)
    ? []
    : [
        diagnose('bad-option-value', {
          name: 'EDITION',
          value: edition,
          expected: { zh: '年份，如 2025', en: 'a year such as 2025' },
        }),
      ];

/** The path of a schema from the folder of the file that names it, for editors. */
const schemaFrom = (folder: string, schema: string): string =>
  relative(folder, join(packageFolder(), 'schemas', `${schema}.schema.json`)).replaceAll('\\', '/');

function nextSteps({ language }: Session, written: readonly string[], dir: string | undefined): string[] {
  const zh = language === 'zh';
  const [rulebook = ''] = written;
  const where = dir === undefined ? '' : ` --rulebooks ${dir}`;
  const said = zh
    ? ['改条文、分值与计分方法', '检查', '运行用例', '列出']
    : ['edit the clauses, weights and methods', 'check it', 'run its cases', 'list it'];
  return [
    zh ? '已写出：' : 'written:',
    ...written.map((path) => `  ${path}`),
    '',
    zh ? '接下来：' : 'next:',
    `  1. ${said[0]}：${rulebook}`,
    `  2. ${said[1]}：zhunsheng check ${rulebook}`,
    `  3. ${said[2]}：zhunsheng test ${rulebook}`,
    `  4. ${said[3]}：zhunsheng list${where}`,
  ].map((line) => (zh ? line : line.replace('：', ': ')));
}
