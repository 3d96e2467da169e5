/** The pages of documentation with the tables that are made from code put between their marks. */
import { rightsTable } from '../../people/rights-table.ts';
import { variables } from '../../settings.ts';

/** The settings with their defaults, in one language. */
const settingsTable = (language: 'zh' | 'en'): string =>
  [
    language === 'zh' ? '| 变量 | 默认 | 意思 |' : '| variable | default | meaning |',
    '|---|---|---|',
    ...variables.map(
      ([name, value, zh, en]) =>
        `| \`${name}\` | ${value ? `\`${value}\`` : '–'} | ${{ zh, en }[language]} |`,
    ),
  ].join('\n');

/** Each page from the root of the repository, with the name of its marks and what stands between them. */
export const pages: readonly { path: string; mark: string; table: string }[] = [
  { path: 'server/README.md', mark: 'rights', table: rightsTable() },
  { path: 'README.md', mark: 'settings', table: settingsTable('en') },
  { path: 'README.zh-CN.md', mark: 'settings', table: settingsTable('zh') },
];

/** A page with the table put between its marks. */
export function withTable(page: string, mark: string, table: string): string {
  const [opening, closing] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before = '', rest = ''] = page.split(opening);
  return `${before}${opening}\n${table}\n${closing}${rest.split(closing)[1] ?? ''}`;
}
