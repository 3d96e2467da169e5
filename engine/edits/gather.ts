/** Gathers edits: a value that says otherwise, key by key of a thing. */
import type { Key } from '../../schemas/generated/language.ts';
import type { ScoringPlan } from '../compile/index.ts';
import type { Edit, EditAction, EditSubject, EditValue, PlanPart } from './edit.ts';
import { type MethodTable, meaningIn } from './meaning.ts';
import type { Naming } from './naming.ts';
import type { Pairing } from './pairing.ts';

/** What the comparison of every part needs. */
export interface Both {
  before: Side;
  after: Side;
  pairing: Pairing;
  methods: MethodTable;
  edits: Edit[];
}

export interface Side {
  plan: ScoringPlan;
  naming: Naming;
}

/** A thing as one rulebook writes it, and where. */
export interface Written {
  value: { readonly [key: string]: unknown } | undefined;
  pointer: string;
}

/** What a comparison is about: how its codes end, and which part of a plan each key is. */
export interface About {
  subject: EditSubject;
  /** Behind the colon of a code; empty for the whole form. */
  id: string;
  touches(key: string): readonly PlanPart[];
}

/** `zeroDivision` → `zero-division`. */
export const kebab = (key: string): string => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Adds an edit; `what` is the first part of its code. */
export function add(
  { edits }: Both,
  what: string,
  about: Pick<About, 'subject' | 'id'>,
  edit: {
    action: EditAction;
    key?: string;
    described?: readonly Key[];
    before?: EditValue | undefined;
    after?: EditValue | undefined;
    touches: readonly PlanPart[];
  },
): void {
  const { before, after, key = '', described = [], ...rest } = edit;
  edits.push({
    code: about.id === '' ? what : `${what}:${about.id}`,
    what,
    subject: about.subject,
    key,
    described,
    ...rest,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  });
}

/** The value of a key of a thing in both rulebooks. */
export const valuesOf = (sides: readonly [Written, Written], name: string): [EditValue, EditValue] => {
  const [was, is] = sides.map(({ value, pointer }) => ({
    pointer: `${pointer}/${name}`,
    value: value![name],
  }));
  return [was!, is!];
};

/** Another name. A former id is told by the renaming it declares; where it declares none it is told for itself. */
export function compareNames(
  both: Both,
  about: About,
  keyNamed: (name: string) => Key,
  sides: readonly [Written, Written],
  isRenamed: boolean,
): void {
  compareValue(both, 'name', about, [keyNamed('name')], ...valuesOf(sides, 'name'));
  if (isRenamed) return;
  const untouched = { ...about, touches: () => [] };
  compareValue(both, 'renamed-from', untouched, [keyNamed('renamedFrom')], ...valuesOf(sides, 'renamedFrom'));
}

/** Tells a value of a key that says otherwise; nothing where both say the same. Values stand for what holds unwritten. */
export function compareValue(
  both: Both,
  what: string,
  about: About,
  described: readonly Key[],
  was: EditValue,
  is: EditValue,
  naming: { before: Naming; after: Naming } = { before: both.before.naming, after: both.after.naming },
): void {
  const key = described.at(-1)!;
  const one = meaningIn(key, was.value, naming.before, both.methods);
  const other = meaningIn(key, is.value, naming.after, both.methods);
  if (JSON.stringify(one) === JSON.stringify(other)) return;
  const holds = ({ pointer, value }: EditValue): EditValue => ({
    pointer,
    value: value === undefined ? key.default : value,
  });
  add(both, `${what}-changed`, about, {
    action: 'changed',
    key: described.map((one) => one.key).join('/'),
    described,
    before: holds(was),
    after: holds(is),
    touches: about.touches(key.key),
  });
}

export interface KeyOptions {
  /** The first part of a code, where it is not the key's own name. */
  codes?: Readonly<Record<string, string>>;
  /** Groups that are told as one value. */
  whole?: readonly string[];
  /** Keys that are compared elsewhere. */
  except?: readonly string[];
}

/** Kinds that are compared by what they hold, in files of their own. */
const apart: readonly Key['is'][] = ['lines', 'targets', 'method', 'map'];

/** Compares a thing key by key, as the table of the language lists its keys. */
export function compareKeys(
  both: Both,
  keys: readonly Key[],
  was: Written,
  is: Written,
  about: About,
  { codes = {}, whole = [], except = [] }: KeyOptions = {},
): void {
  for (const key of keys) {
    if (except.includes(key.key) || apart.includes(key.is)) continue;
    const inner = ({ value, pointer }: Written) => ({
      value: value?.[key.key],
      pointer: `${pointer}/${key.key}`,
    });
    if (key.is === 'group' && !whole.includes(key.key)) {
      const options = { codes, whole, except };
      compareKeys(both, key.keys!, inner(was) as Written, inner(is) as Written, about, options);
    } else compareValue(both, codes[key.key] ?? kebab(key.key), about, [key], inner(was), inner(is));
  }
}
