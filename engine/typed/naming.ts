/** What a message about a form calls a place in it: 第 6 行「分值」 rather than a key. */
import type { Bilingual, Submission } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { keysOf } from '../layout/index.ts';

type Cell = keyof typeof words.cell;

/** The words for a pointer into a form, as far as they are known without its rulebook. Keys that no form has are quoted as they are. */
export function nameInForm(plan: ScoringPlan | undefined, pointer: string): Bilingual {
  const [part, key, ...rest] = keysOf(pointer);
  const column = cellIn(rest);
  switch (part as keyof Submission | undefined) {
    case 'inputs':
      return key === undefined ? plain(inputs) : quoted(plan?.inputs.get(key)?.name ?? key);
    case 'declared':
      return key === undefined ? plain(rows) : inRow(Number(key), column);
    case 'judgements':
    case 'reasons':
      return key === undefined ? plain(words.cell[judged(part)]) : ofLine(plan, key, column ?? judged(part));
    case 'claimed':
      if (key === 'points' && rest[0] !== undefined) return ofLine(plan, rest[0], 'claimed');
      return quotedIn(words.cell[key === 'grade' ? 'grade' : 'total']);
    case 'goals':
      return quotedIn(words.cell.goal);
    case 'report':
      return quotedIn(words.cell.report);
    default:
      if (part === undefined) return form;
      return Object.hasOwn(heads, part) ? quotedIn(heads[part as keyof typeof heads]) : quoted(part);
  }
}

/** A place in a form of a dossier is called as in the form, with which form that is; other places have no such name. */
export function nameInDossier(pointer: string): Bilingual | undefined {
  const [part, key, ...rest] = keysOf(pointer);
  if (part !== 'forms' || key === undefined || rest.length === 0) return undefined;
  const { zh, en } = nameInForm(undefined, pointer.slice(`/forms/${key}`.length));
  return { zh: `第 ${Number(key) + 1} 张表的${zh}`, en: `${en} of form ${Number(key) + 1}` };
}

const judged = (part: string | undefined): Cell => (part === 'reasons' ? 'reason' : 'points');
const form = { zh: '自评表', en: 'the form' };
/** What a form says of itself. */
const heads = {
  rulebook: { zh: '评分规则', en: 'rulebook' },
  edition: { zh: '版本', en: 'edition' },
  subject: { zh: '申报对象', en: 'subject' },
  year: { zh: '年度', en: 'year' },
  name: { zh: '名称', en: 'name' },
  unit: { zh: '单位', en: 'unit' },
  notApplicable: words.cell.notApplicable,
};
const inputs = { zh: '填报项', en: 'the inputs' };
const rows = { zh: '自设指标', en: 'the declared indicators' };
const plain = ({ zh, en }: Bilingual): Bilingual => ({ zh, en });
const quoted = (name: string): Bilingual => ({
  zh: `「${name.slice(0, 60)}」`,
  en: `"${name.slice(0, 60)}"`,
});
const quotedIn = ({ zh, en }: Bilingual): Bilingual => ({ zh: `「${zh}」`, en: `"${en}"` });

const cellIn = (keys: readonly string[]): Cell | undefined =>
  [...keys].reverse().find((one): one is Cell => Object.hasOwn(words.cell, one));

function inRow(index: number, cell: Cell | undefined): Bilingual {
  const row = { zh: `第 ${index + 1} 行`, en: `row ${index + 1}` };
  if (!cell) return row;
  const { zh, en } = words.cell[cell];
  return { zh: `${row.zh}「${zh}」`, en: `"${en}" of ${row.en}` };
}

function ofLine(plan: ScoringPlan | undefined, id: string, cell: Cell): Bilingual {
  const line = quoted(plan?.byId.get(id)?.name ?? id);
  const { zh, en } = words.cell[cell];
  return { zh: `${line.zh}的「${zh}」`, en: `"${en}" of ${line.en}` };
}
