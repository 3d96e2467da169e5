/** The table of rights as documentation prints it, in both languages. */
import { words } from '../../schemas/generated/words.ts';
import { type Reach, type RightName, reachOf, rights, roles } from './rights.ts';

const reaches: Record<Reach, string> = {
  all: '全部 · all',
  below: '本级及以下 · below',
  own: '本单位 · own',
  self: '自己的 · self',
};

/** One row per right, one column per role, in Markdown. */
export function rightsTable(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rows = (Object.keys(rights) as RightName[]).map((name) =>
    row([
      `\`${name}\``,
      `${rights[name].zh} · ${rights[name].en}`,
      ...roles.map((role) => {
        const reach = reachOf({ role }, name);
        return reach ? reaches[reach] : '–';
      }),
    ]),
  );
  const head = [
    '',
    '能做什么 · may',
    ...roles.map((role) => `${words.role[role].zh} · ${words.role[role].en}`),
  ];
  return [row(head), row(head.map(() => '---')), ...rows].join('\n');
}
