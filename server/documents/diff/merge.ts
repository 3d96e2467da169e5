/** Alike things once: changes that say the same of different things, lines of which the same is to be said. */
import type { Bilingual, ComparedLine, Place, WrittenChange } from '../../../engine/index.ts';

/** Several changes that say the same of different things. */
export interface ToldChange {
  subjects: Bilingual[];
  /** True where no single thing but the whole form changed. */
  isWholeForm: boolean;
  /** Which of its properties changed. */
  label: Bilingual;
  message: Bilingual;
  before: Bilingual | undefined;
  after: Bilingual | undefined;
  marks: { code: string; hash: string; before: Place | undefined; after: Place | undefined }[];
  /** True where before and after are texts to be read side by side. */
  isText: boolean;
}

export interface ToldLine {
  subjects: Bilingual[];
  line: ComparedLine;
  marks: { code: string; hash: string }[];
  beforePlaces: Place[];
  afterPlaces: Place[];
}

/** Kinds of changes whose values are whole texts. */
const textKinds = new Set([
  'text-changed',
  'reading-changed',
  'note-changed',
  'input-note-changed',
  'check-message-changed',
]);
/** `weight-changed` of `weight-changed:execution`, and `execution`. */
export const kindOf = ({ code }: { code: string }): string => /^[^:]*/.exec(code)![0];
export const ownerOf = ({ code }: { code: string }): string => code.slice(kindOf({ code }).length + 1);

export function mergeChanges(changes: readonly WrittenChange[]): ToldChange[] {
  const told = new Map<string, ToldChange>();
  for (const change of changes) {
    const key = JSON.stringify([kindOf(change), change.message, change.before, change.after]);
    const { code, hash, beforePlace, afterPlace, subject } = change;
    const mark = { code, hash, before: beforePlace, after: afterPlace };
    const known = told.get(key);
    if (known) {
      known.subjects.push(subject);
      known.marks.push(mark);
    } else
      told.set(key, {
        subjects: [subject],
        isWholeForm: change.isWholeForm ?? false,
        label: change.label,
        message: change.message,
        before: change.before,
        after: change.after,
        marks: [mark],
        isText: textKinds.has(kindOf(change)),
      });
  }
  return [...told.values()].map((one) => ({ ...one, subjects: onceEach(one.subjects) }));
}

/** Each subject as often as it is one: several edits of one thing name it once. */
const onceEach = (subjects: readonly Bilingual[]): Bilingual[] => [
  ...new Map(subjects.map((one) => [JSON.stringify(one), one])).values(),
];

/** Lines of which exactly the same is to be said are told once. */
export function mergeLines(lines: readonly ComparedLine[]): ToldLine[] {
  const told = new Map<string, ToldLine>();
  for (const line of lines) {
    const { code, hash, subject, beforePlace, afterPlace, groups, ...rest } = line;
    const key = JSON.stringify([rest, groups]);
    const known = told.get(key) ?? { subjects: [], line, marks: [], beforePlaces: [], afterPlaces: [] };
    told.set(key, known);
    known.subjects.push(subject);
    known.marks.push({ code, hash });
    if (beforePlace) known.beforePlaces.push(beforePlace);
    if (afterPlace) known.afterPlaces.push(afterPlace);
  }
  return [...told.values()];
}

/** Names of one list; what they begin with in common is said once: 成本指标 · 只写数的目标、不高于的目标. */
export function joinSubjects(subjects: readonly Bilingual[], language: keyof Bilingual): string {
  const names = subjects.map((one) => one[language]);
  const comma = language === 'zh' ? '、' : ', ';
  const [first = ''] = names;
  const cut = first.indexOf(' · ');
  const head = cut < 0 ? '' : first.slice(0, cut + 3);
  if (head !== '' && names.every((name) => name.startsWith(head)))
    return head + names.map((name) => name.slice(head.length)).join(comma);
  return names.join(comma);
}
