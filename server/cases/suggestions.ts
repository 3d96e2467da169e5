/** Suggested examples as a YAML file for a person to confirm, in the shape the rulebooks' own cases have. */
import type { Examples, Suggestion } from '../../engine/index.ts';

/** Text that YAML reads back as it stands inside `{ … }`. */
const plain = /^[\p{L}\p{N}≥≤＝＞＜][\p{L}\p{N}≥≤＝＞＜.%/_（），。；：、＋−-]*$/u;
const notText = /^(true|false|null|yes|no|on|off|y|n)$/i;

const scalar = (value: unknown): string => {
  if (typeof value !== 'string') return String(value);
  return plain.test(value) && !notText.test(value) ? value : JSON.stringify(value);
};

const flow = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const pairs = Object.entries(value).map(([key, one]) => `${key}: ${flow(one)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

/** The file; what takes a whole form stands at its end as comments. */
export function suggestionsText({ examples, left }: Suggestion): string {
  const lines = examples ? tableLines(examples) : [];
  const more = left.map(({ name, label, hint }) => `#   ${name}　${label.zh}：${hint?.message.zh ?? ''}`);
  const told =
    left.length > 0 ? ['', '# 以下各处要一整张自评表或申报材料才能到，不能写成一行算例：', ...more] : [];
  return `${[...lines, ...told].join('\n')}\n`;
}

function tableLines({ case: title, rulebook, edition, tables }: Examples): string[] {
  return [
    '# yaml-language-server: $schema=../../../../schemas/case.schema.json',
    '# 得分是按现行规则算出的，不是核对过的：请逐行对照公布的文字，无误后删去“待核对”。',
    `case: ${scalar(title)}`,
    `rulebook: ${rulebook}`,
    `edition: ${JSON.stringify(edition)}`,
    'tables:',
    ...tables.flatMap((table) => [
      '',
      `  - indicator: ${table.indicator}`,
      `    title: ${scalar(table.title)}`,
      '    examples:',
      ...table.examples.map((example) => `      - ${flow(example)}`),
    ]),
  ];
}

/** How many lines a suggestion has. */
export const linesIn = ({ examples }: Suggestion): number =>
  (examples?.tables ?? []).reduce((all, table) => all + table.examples.length, 0);
