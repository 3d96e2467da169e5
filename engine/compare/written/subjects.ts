/** What an edit is about, as it is called, and the group of a reader's interest it belongs to. */
import type { Bilingual, WrittenChange } from '../../../schemas/generated/types.ts';
import { words } from '../../../schemas/generated/words.ts';
import type { Edit, Sides } from '../../edits/index.ts';
import { same } from '../edition.ts';
import { bothLanguages } from './bilingual.ts';
import { frameName, sourceText, type ToldSide } from './telling.ts';

export interface Told {
  before: ToldSide;
  after: ToldSide;
}

/** As the later rulebook calls it, or the earlier one where only that has it. */
export function subjectName({ subject, what }: Edit, told: Told): Bilingual {
  const named = <Value>(ids: Sides<string>, find: (side: ToldSide, id: string) => Value | undefined) => {
    const side = ids.after === undefined ? told.before : told.after;
    return find(side, ids.after ?? ids.before!);
  };
  const lineName = (ids: Sides<string>): Bilingual =>
    same(named(ids, ({ plan }, id) => plan.byId.get(id)?.name) ?? '');
  switch (subject.of) {
    case 'whole':
      return bothLanguages('全表', 'the whole form');
    case 'line':
      return what === 'order-changed' && subject.id.after === undefined
        ? bothLanguages('一级指标', 'top level')
        : lineName(subject.id);
    case 'targets': {
      const kind = words.targetKind[subject.kind];
      const owner = subject.owner ? lineName(subject.owner) : frameName;
      return bothLanguages(`${owner.zh} · ${kind.zh}`, `${owner.en} · ${kind.en}`);
    }
    case 'frame':
      return frameName;
    case 'input':
      return same(named(subject.id, ({ rulebook }, id) => rulebook.inputs?.[id]?.name) ?? '');
    case 'metric':
      return same(named(subject.id, ({ rulebook }, id) => rulebook.metrics?.[id]?.name) ?? '');
    case 'limit':
      return same(
        named(subject.id, ({ rulebook }, id) => rulebook.limits?.find((one) => one.id === id)?.name) ?? '',
      );
    case 'check':
      return same(named(subject.id, (side, id) => checkName(side, id, subject.dossier)) ?? '');
    case 'source':
      return named(subject.id, ({ rulebook }, id) => sourceText(rulebook.sources[id]))!;
    case 'rollup':
      return bothLanguages('汇总', 'roll-up');
  }
}

const checkName = ({ rulebook }: ToldSide, id: string, dossier: boolean): string => {
  const list = dossier ? rulebook.dossier?.checks : rulebook.checks;
  return list?.find((one) => one.id === id)?.name ?? id;
};

/** Keys that say where a rule comes from and how it is read or called: nothing scores by them. */
const wording = ['text', 'reading', 'source', 'inferred', 'note', 'section', 'renamedFrom'];
const scoring = ['metric', 'method', 'missing', 'zeroDivision'];

export function groupOf({ subject, key, what, described }: Edit): WrittenChange['group'] {
  const isName = key === 'name' && subject.of !== 'line' && subject.of !== 'input';
  if (wording.includes(key) || isName) return 'wording';
  switch (subject.of) {
    case 'whole':
      if (what.startsWith('grades')) return 'outcomes';
      return what.startsWith('acceptance') ? 'wording' : 'general';
    case 'line': {
      const ofMethod = described[0]?.key === 'method' || what === 'method-changed' || methodEdits.test(what);
      return scoring.includes(key) || ofMethod ? 'methods' : 'indicators';
    }
    case 'targets':
    case 'frame':
    case 'metric':
      return 'methods';
    case 'input':
      return 'inputs';
    case 'limit':
      return 'outcomes';
    case 'check':
      return 'checks';
    case 'source':
      return 'wording';
    case 'rollup':
      return 'rollup';
  }
}

const methodEdits = /^(band|threshold|thresholds|parameter)-/;
