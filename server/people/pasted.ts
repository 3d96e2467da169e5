/** People and units from a list that was pasted: each line is made, or told why not. Looking first changes nothing. */
import type { Bilingual } from '../../engine/index.ts';
import type { PastedList, PastedOutcome, PastedRow, Role } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import type { Write } from '../store/store.ts';
import type { UnitRow } from '../store/tables.ts';
import { addPerson } from './changes.ts';
import { comparable, findPersonByName } from './person.ts';
import { roles } from './rights.ts';
import { addUnit } from './units.ts';

/** A line with something in it, cut into cells. */
export interface Line {
  line: number;
  cells: string[];
}

const heads = /^(登录名|姓名|名称|单位名称|name|display ?name|login)$/i;

/** Cells stand between tabs; where a line has none, between commas. A heading and empty lines are left out. */
export function linesOf(text: string): Line[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({
      line: index + 1,
      cells: line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .filter(({ cells }, index) => !(index === 0 && heads.test(cells[0]!)));
}

const no = (zh: string, en: string): { reason: Bilingual } => ({ reason: { zh, en } });

type Told = Omit<PastedRow, 'line' | 'text'>;

const outcomeOf = (rows: readonly PastedRow[], preview: boolean): PastedOutcome => {
  const count = (outcome: PastedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    preview,
    done: count('done'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    rows: [...rows],
  };
};

/** Finds a node by what a person would write: its id, its code, or a name that only one has. */
class Nodes {
  private readonly all: UnitRow[];

  constructor(all: UnitRow[]) {
    this.all = all;
  }

  static async read({ db }: Write): Promise<Nodes> {
    return new Nodes(await db.selectFrom('units').selectAll().orderBy('path').execute());
  }

  add(unit: UnitRow): void {
    this.all.push(unit);
  }

  find(written: string): UnitRow | { reason: Bilingual } {
    const exact = this.all.find(({ id }) => id === written);
    const found = exact ? [exact] : this.all.filter(({ code, name }) => code === written || name === written);
    if (found.length === 1) return found[0]!;
    if (found.length === 0)
      return no(`没有叫「${written}」的地区或单位。`, `there is no region or unit called "${written}".`);
    return no(
      `叫「${written}」的有 ${found.length} 个，请写代码或标识。`,
      `${found.length} are called "${written}"; write the code or the id.`,
    );
  }

  child(parent: UnitRow, name: string): UnitRow | undefined {
    return this.all.find((one) => one.parentId === parent.id && one.name === name);
  }
}

const kinds: Readonly<Record<string, UnitRow['kind']>> = {
  ...{ 单位: 'unit', unit: 'unit', '': 'unit' },
  ...{ 地区: 'region', region: 'region' },
};

/** Makes units: name, code, kind, parent. One of that name under the same parent is there already. */
export async function pasteUnits(
  write: Write,
  { text, under, preview = false }: PastedList,
): Promise<PastedOutcome> {
  const nodes = await Nodes.read(write);
  const rows: PastedRow[] = [];
  for (const { line, cells } of linesOf(text)) {
    const [name = '', code = '', kind = '', parent = ''] = cells;
    const told = await pasteUnit(write, nodes, { name, code, kind, parent: parent || under || '' }, preview);
    rows.push({ line, text: cells.join('\t'), ...(name ? { name } : {}), ...told });
  }
  return outcomeOf(rows, preview);
}

async function pasteUnit(
  write: Write,
  nodes: Nodes,
  { name, code, kind, parent }: { name: string; code: string; kind: string; parent: string },
  preview: boolean,
): Promise<Told> {
  const refused = (why: { reason: Bilingual }): Told => ({ outcome: 'refused', ...why });
  if (!name || name.length > 200)
    return refused(no('名称应为 1 至 200 个字。', 'a name has 1 to 200 characters.'));
  if (code.length > 100) return refused(no('代码过长。', 'the code is too long.'));
  const known = kinds[kind.toLowerCase()];
  if (!known)
    return refused(no(`种类「${kind}」应为单位或地区。`, `the kind "${kind}" must be unit or region.`));
  if (!parent) return refused(no('没有写上级。', 'it says nothing of what is above it.'));
  const above = nodes.find(parent);
  if ('reason' in above) return refused(above);
  const there = nodes.child(above, name);
  if (there) return { outcome: 'unchanged', ...(there.createdAt === '' ? {} : { id: there.id }) };
  if (!preview) {
    const made = await addUnit(write, { kind: known, name, ...(code ? { code } : {}) }, above);
    nodes.add(made);
    return { outcome: 'done', id: made.id };
  }
  // Lines below may name it as their parent, though it is not made.
  const id = `line-${name}`;
  nodes.add({ ...above, id, kind: known, name, code: code || null, parentId: above.id, createdAt: '' });
  return { outcome: 'done' };
}

const roleWords: Readonly<Record<string, Role>> = {
  // As people also write it.
  填报单位: 'unit',
  ...Object.fromEntries(
    roles.flatMap((role) => [role, words.role[role].zh, words.role[role].en].map((name) => [name, role])),
  ),
};

const loginName = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;

/** A password for a line, and what is kept of it; made before anything is written, since it takes its time. */
export type Passwords = ReadonlyMap<number, { hash: string; made?: string }>;

/** Makes people: name to sign in with, displayed name, role, place, password. One of that name is there already. */
export async function pastePeople(
  write: Write,
  { text, under, preview = false }: PastedList,
  passwords: Passwords,
): Promise<PastedOutcome> {
  const nodes = await Nodes.read(write);
  const named = new Set<string>();
  const rows: PastedRow[] = [];
  for (const { line, cells } of linesOf(text)) {
    const [name = '', displayName = '', role = '', place = '', password = ''] = cells;
    const shown = [...cells.slice(0, 4), ...(password ? ['******'] : [])].join('\t');
    const person = { name, displayName, role, place: place || under || '', password };
    const told = await pastePerson(write, nodes, person, { named, preview, ...passwords.get(line) });
    rows.push({ line, text: shown, ...(name ? { name } : {}), ...told });
  }
  return outcomeOf(rows, preview);
}

type Written = Record<'name' | 'displayName' | 'role' | 'place' | 'password', string>;

async function pastePerson(
  write: Write,
  nodes: Nodes,
  person: Written,
  {
    named,
    preview,
    hash = null,
    made,
  }: { named: Set<string>; preview: boolean; hash?: string | null; made?: string },
): Promise<Told> {
  const known = person.name ? await findPersonByName(write.db, person.name) : undefined;
  if (known) return { outcome: 'unchanged', id: known.id };
  const checked = checkedPerson(person, nodes);
  if ('reason' in checked) return { outcome: 'refused', reason: checked.reason };
  const key = comparable(person.name);
  if (named.has(key))
    return { outcome: 'refused', ...no('名单里已有这个登录名。', 'the list has that name already.') };
  named.add(key);
  if (preview) return { outcome: 'done' };
  const id = await addPerson(write, checked, hash);
  return { outcome: 'done', id, ...(made === undefined ? {} : { password: made }) };
}

function checkedPerson(
  {
    name,
    displayName,
    role,
    place,
    password,
  }: Record<'name' | 'displayName' | 'role' | 'place' | 'password', string>,
  nodes: Nodes,
): { name: string; displayName: string; role: Role; unitId: string } | { reason: Bilingual } {
  if (!loginName.test(name))
    return no(
      '登录名应为 2 至 64 个字母、汉字、数字或 . _ @ -。',
      'a name has 2 to 64 letters, digits or . _ @ -.',
    );
  if (!displayName || displayName.length > 200)
    return no('姓名应为 1 至 200 个字。', 'a displayed name has 1 to 200 characters.');
  const known = roleWords[role.toLowerCase()];
  if (!known)
    return no(
      `角色「${role}」应为${roles.map((one) => words.role[one].zh).join('、')}之一。`,
      `the role "${role}" must be one of ${roles.join(', ')}.`,
    );
  if (password && (password.length < 10 || password.length > 200))
    return no('密码至少 10 个字。', 'a password has at least 10 characters.');
  if (!place) return no('没有写所在的地区或单位。', 'it says nothing of the region or unit.');
  const unit = nodes.find(place);
  if ('reason' in unit) return unit;
  return { name, displayName, role: known, unitId: unit.id };
}
