/** Things that a rulebook keeps by id – inputs, metrics, limits, checks, sources, acceptances: which came, went, and what each says otherwise. */
import { type Key, language } from '../../schemas/generated/language.ts';
import type { Check, Rulebook } from '../../schemas/generated/types.ts';
import { unitOfInput } from '../compile/index.ts';
import type { EditSubject, PlanPart, Sides } from './edit.ts';
import {
  type About,
  add,
  type Both,
  compareKeys,
  compareNames,
  compareValue,
  type KeyOptions,
  type Written,
} from './gather.ts';

type Thing = { readonly [key: string]: unknown };

/** How things of one kind are compared. */
interface Kind {
  /** The first part of their codes: `input` gives `input-added`. */
  what: string;
  before: readonly Entry[];
  after: readonly Entry[];
  /** The later id of an earlier thing; undefined where it went. */
  later(id: string): string | undefined;
  about(ids: Sides<string>): About;
  compare(was: Written, is: Written, about: About): void;
}

interface Entry {
  id: string;
  value: Thing;
  pointer: string;
}

function compareThings(both: Both, { what, before, after, later, about, compare }: Kind): void {
  const kept = new Map<string, Entry>();
  for (const entry of before) {
    const id = later(entry.id);
    if (id !== undefined) kept.set(id, entry);
    else {
      const gone = about({ before: entry.id });
      add(both, `${what}-removed`, gone, { action: 'removed', before: entry, touches: gone.touches('') });
    }
  }
  for (const entry of after)
    if (!kept.has(entry.id)) {
      const come = about({ after: entry.id });
      add(both, `${what}-added`, come, { action: 'added', after: entry, touches: come.touches('') });
    }
  for (const entry of after) {
    const earlier = kept.get(entry.id);
    if (earlier) compare(earlier, entry, about({ before: earlier.id, after: entry.id }));
  }
}

const keyNamed = (name: keyof Rulebook): Key => language.rulebook.find(({ key }) => key === name)!;
const itemKeys = (name: keyof Rulebook): readonly Key[] => keyNamed(name).item!.keys!;

const byId = (things: object | undefined, pointer: string): Entry[] =>
  Object.entries(things ?? {}).map(([id, value]) => ({
    id,
    value: value as Thing,
    pointer: `${pointer}/${id}`,
  }));
const listed = (things: readonly { id: string }[] | undefined, pointer: string): Entry[] =>
  (things ?? []).map((value, index) => ({
    id: value.id,
    value: { ...value },
    pointer: `${pointer}/${index}`,
  }));

/** A thing is named in codes by its later id, or the one it had. */
const named = (
  ids: Sides<string>,
  subject: EditSubject,
  touches: (id: string, key: string) => PlanPart,
): About => {
  const id = ids.after ?? ids.before!;
  return { subject, id, touches: (key) => [touches(id, key)] };
};

/** A thing that keeps its id keeps it in both. */
const sameId = (after: readonly Entry[]) => {
  const ids = new Set(after.map(({ id }) => id));
  return (id: string) => (ids.has(id) ? id : undefined);
};

const inputCodes: KeyOptions = {
  codes: {
    type: 'input-type',
    subjects: 'input-subjects',
    note: 'input-note',
    source: 'input-source',
    min: 'minimum',
    max: 'maximum',
  },
  except: ['name', 'renamedFrom', 'unit'],
};

export function compareInputs(both: Both): void {
  const { before, after, pairing } = both;
  const keys = itemKeys('inputs');
  const key = (name: string) => keys.find((one) => one.key === name)!;
  compareThings(both, {
    what: 'input',
    before: byId(before.plan.rulebook.inputs, '/inputs'),
    after: byId(after.plan.rulebook.inputs, '/inputs'),
    later: (id) => pairing.inputAfter.get(id),
    about: (ids) =>
      named(ids, { of: 'input', id: ids }, (_, one) => ({
        of: 'input',
        id: ids.after ?? pairing.sharedInput(ids.before!),
        key: one,
      })),
    compare: (was, is, about) => {
      const { id } = about.subject as Extract<EditSubject, { of: 'input' }>;
      if (id.before !== id.after)
        add(both, 'input-renamed', about, {
          action: 'renamed',
          key: 'id',
          before: { pointer: was.pointer, value: id.before },
          after: { pointer: is.pointer, value: id.after },
          touches: [],
        });
      compareNames(both, about, key, [was, is], id.before !== id.after);
      const typed = keys.filter((one) => one.key === 'type');
      compareKeys(both, typed, was, is, about, inputCodes);
      const unit = (side: Written) => ({
        pointer: `${side.pointer}/unit`,
        value: unitOfInput(side.value as unknown as Parameters<typeof unitOfInput>[0]),
      });
      // A unit that follows from the type changes with it, and is told with it.
      if (was.value!.unit !== undefined || is.value!.unit !== undefined)
        compareValue(both, 'unit', about, [key('unit')], unit(was), unit(is));
      const rest = keys.filter((one) => one.key !== 'type');
      compareKeys(both, rest, was, is, about, inputCodes);
    },
  });
}

export function compareMetrics(both: Both): void {
  const after = byId(both.after.plan.rulebook.metrics, '/metrics');
  compareThings(both, {
    what: 'metric',
    before: byId(both.before.plan.rulebook.metrics, '/metrics'),
    after,
    later: sameId(after),
    about: (ids) => named(ids, { of: 'metric', id: ids }, (id) => ({ of: 'metric', id })),
    compare: (was, is, about) =>
      compareKeys(both, itemKeys('metrics'), was, is, about, { codes: { name: 'metric-name' } }),
  });
}

/** A veto or a cap is told as one; its name and provenance for themselves. */
export function compareLimits(both: Both): void {
  const after = listed(both.after.plan.rulebook.limits, '/limits');
  const keys = itemKeys('limits');
  const effect = ['when', 'total', 'grade'];
  const limit: Key = {
    ...keyNamed('limits').item!,
    keys: keys.filter(({ key }) => effect.includes(key)),
  };
  compareThings(both, {
    what: 'limit',
    before: listed(both.before.plan.rulebook.limits, '/limits'),
    after,
    later: sameId(after),
    about: (ids) => named(ids, { of: 'limit', id: ids }, (id) => ({ of: 'limit', id })),
    compare: (was, is, about) => {
      compareValue(both, 'limit', about, [limit], was as Entry, is as Entry);
      compareKeys(both, keys, was, is, about, { except: [...effect, 'id'] });
    },
  });
}

export function compareChecks(both: Both): void {
  const { before, after } = both;
  compareCheckList(both, before.plan.rulebook.checks, after.plan.rulebook.checks, false);
  compareCheckList(both, before.plan.rulebook.dossier?.checks, after.plan.rulebook.dossier?.checks, true);
}

function compareCheckList(
  both: Both,
  was: readonly Check[] | undefined,
  is: readonly Check[] | undefined,
  dossier: boolean,
): void {
  const pointer = dossier ? '/dossier/checks' : '/checks';
  const after = listed(is, pointer);
  compareThings(both, {
    what: 'check',
    before: listed(was, pointer),
    after,
    later: sameId(after),
    about: (ids) => named(ids, { of: 'check', id: ids, dossier }, (id) => ({ of: 'check', id, dossier })),
    compare: (one, other, about) =>
      compareKeys(both, itemKeys('checks'), one, other, about, {
        codes: {
          when: 'check-condition',
          severity: 'check-severity',
          code: 'check-code',
          message: 'check-message',
          at: 'check-place',
          subjects: 'check-subjects',
        },
        except: ['id'],
      }),
  });
}

/** A document is told by its title, issuer, number and date; the rest of what is known of it for itself. */
export function compareSources(both: Both): void {
  const after = byId(both.after.plan.rulebook.sources, '/sources');
  const keys = itemKeys('sources');
  const named4 = ['title', 'issuer', 'number', 'date'];
  const document: Key = {
    ...keyNamed('sources').item!,
    keys: keys.filter(({ key }) => named4.includes(key)),
  };
  compareThings(both, {
    what: 'source',
    before: byId(both.before.plan.rulebook.sources, '/sources'),
    after,
    later: sameId(after),
    about: (ids) => named(ids, { of: 'source', id: ids }, (id) => ({ of: 'source', id })),
    compare: (was, is, about) => {
      compareValue(both, 'source-document', about, [document], was as Entry, is as Entry);
      compareKeys(both, keys, was, is, about, {
        codes: { url: 'source-address', year: 'source-year', note: 'source-note' },
        except: named4,
      });
    },
  });
}

/** Faults that are accepted, by what is accepted where. */
export function compareAccepted(both: Both): void {
  const entries = ({ accepted }: Rulebook, place: (at: string) => string): Entry[] =>
    (accepted ?? []).map((value, index) => ({
      id: value.at === undefined ? value.code : `${value.code}@${place(value.at)}`,
      value: { ...value },
      pointer: `/accepted/${index}`,
    }));
  const after = entries(both.after.plan.rulebook, both.after.naming.placeOf);
  compareThings(both, {
    what: 'acceptance',
    before: entries(both.before.plan.rulebook, both.before.naming.placeOf),
    after,
    later: sameId(after),
    about: (ids) => named(ids, { of: 'whole' }, () => ({ of: 'whole', key: 'accepted' })),
    compare: (was, is, about) =>
      compareKeys(both, itemKeys('accepted'), was, is, about, {
        codes: { why: 'acceptance' },
        except: ['code', 'at'],
      }),
  });
}
