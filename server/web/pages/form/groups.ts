/** What is said of the form, by what it means for filing: the same groups beside the form and where it is checked. */
import type { Preview } from '../../../../schemas/generated/types.ts';
import type { FormStore } from '../../form/store.ts';
import type { FormPage } from './context.tsx';
import { type Said, saidIn } from './said.ts';

export interface Groups {
  /** Cells and rows that are merely empty yet; once the form was checked they stand in the way like the others. */
  pending: readonly Said[];
  /** What stands in the way of filing. */
  refusing: readonly Said[];
  /** What may be filed as it is; the reviewer sees it. */
  warning: readonly Said[];
  /** What is only told. */
  notes: readonly Said[];
}

type Reader = Pick<FormStore, 'value' | 'cellAt'>;

/** Whether it says no more than that something was not filled in yet. */
export function isUnfilled(one: Said, whole: Preview | undefined, store: Reader): boolean {
  const { kind, place, code } = one;
  if (kind === 'lacking' || code === 'rows-missing') return true;
  if (place?.cell === 'weight' && !place.row) return whole?.score?.unwritten !== undefined;
  if (kind !== 'unreadable' || place?.pointer === undefined) return false;
  const value = store.value(store.cellAt(place.pointer));
  return value === undefined || value === '';
}

const keyOf = ({ code, message }: Pick<Said, 'code' | 'message'>): string => `${code} ${message.zh}`;
const lineOf = ({ place }: Pick<Said, 'place'>): string | undefined => place?.row?.id ?? place?.indicator;

export function groupsOf(
  whole: Preview,
  { isChecked, store }: { isChecked: boolean; store: Reader },
): Groups {
  const keys = new Set(whole.refusals.map(keyOf));
  const lines = new Set(whole.refusals.map(lineOf));
  const said = saidIn(whole);
  const isRefused = (one: Said) => keys.has(keyOf(one)) || (one.kind === 'lacking' && lines.has(lineOf(one)));
  const kinds = new Map(said.map((one) => [keyOf(one), one.kind]));
  const refusing = whole.refusals.map((one): Said => ({ ...one, kind: kinds.get(keyOf(one)) ?? 'lacking' }));
  const others = said.filter((one) => !isRefused(one));
  const isPending = (one: Said) => !isChecked && isUnfilled(one, whole, store);
  const isNote = ({ severity }: Said) => severity === 'info';
  return {
    pending: [...refusing, ...others].filter((one) => isPending(one) && !isNote(one)),
    refusing: refusing.filter((one) => !isPending(one)),
    warning: others.filter((one) => !isNote(one) && !isPending(one)),
    notes: others.filter(isNote),
  };
}

/** What each group is called, wherever it is shown. */
export const titles = {
  pending: { zh: '还没有填', en: 'Still to fill in' },
  refusing: { zh: '须先补改，才能申报', en: 'To be mended before it can be filed' },
  warning: { zh: '可照报，审核人会看到', en: 'May be filed as it is; the reviewer sees it' },
  notes: { zh: '说明', en: 'Notes' },
} as const;

/** Whether something is not to be told beside its row yet. */
export const isHushed = (one: Said, { isChecked, session: { scores, store } }: FormPage): boolean =>
  !isChecked && isUnfilled(one, scores.whole, store);

/** That the weights of a group do not add up, once they are all there. */
export const wrongWeight = (said: readonly Said[], page: FormPage): Said | undefined =>
  said.find((one) => one.place?.cell === 'weight' && one.severity === 'error' && !isHushed(one, page));
