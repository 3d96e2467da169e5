/** Where a decision leads: to the next form of the queue that waits for one, and what is said of the one decided. */
import type { SubmissionRecord, SubmissionSummary } from '../../../../schemas/generated/types.ts';
import { ask } from '../../data/api.ts';
import type { Bilingual } from '../../data/language.ts';
import { notify } from '../../data/notice.ts';
import { useApi } from '../../data/queries.ts';
import { type Query, searchOf } from '../../parts/address-query.ts';
import { addresses, addressOf } from '../addresses.ts';
import { askedOf } from './neighbours.ts';

/** The queue as it is narrowed, of the forms that can be decided. */
const waiting = (query: Query) => ({ ...askedOf(query), state: 'filed' });

export interface ToReview {
  /** Of the form among those that wait, counted from 0. */
  place: number | undefined;
  /** Whether others wait beside it. */
  hasMore: boolean;
}

export function useToReview(submission: string, query: Query): ToReview {
  const { data } = useApi('listSubmissions', { query: { ...waiting(query), limit: 1, place: submission } });
  const others = (data?.total ?? 0) - (data?.place === undefined ? 0 : 1);
  return { place: data?.place, hasMore: others > 0 };
}

/** The form that waits where the decided one stood, else the first that waits. */
async function nextToReview(decided: string, place: number, query: Query) {
  const at = async (offset: number): Promise<SubmissionSummary | undefined> =>
    (await ask('listSubmissions', { query: { ...waiting(query), limit: 2, offset } })).items.find(
      ({ id }) => id !== decided,
    );
  return (await at(place)) ?? (place > 0 ? await at(0) : undefined);
}

/** What is said of a decision, and of where it leads. */
export function toldOf(
  outcome: 'returned' | 'accepted',
  { unit, name }: { unit: { name: string }; name: string },
  total: string,
  next: { unit: { name: string }; name: string } | undefined,
): Bilingual {
  const done =
    outcome === 'returned'
      ? {
          zh: `已退回${unit.name}的“${name}”，单位看得到你写的意见。`,
          en: `Returned “${name}” to ${unit.name}, which sees what you wrote.`,
        }
      : {
          zh: `已接受${unit.name}的“${name}”，复核总分 ${total}。`,
          en: `Accepted “${name}” of ${unit.name}, reviewed total ${total}.`,
        };
  const then = next
    ? {
        zh: `现在是下一张：${next.unit.name}的“${next.name}”。`,
        en: `Next is “${next.name}” of ${next.unit.name}.`,
      }
    : {
        zh: '这个队列里没有待复核的表了。',
        en: 'No form of this queue waits for a review any more.',
      };
  return { zh: done.zh + then.zh, en: `${done.en} ${then.en}` };
}

/** After a decision: where to go, with what is said there. */
export async function leadOn(
  outcome: 'returned' | 'accepted',
  record: SubmissionRecord,
  { total, place, query }: { total: string; place: number | undefined; query: Query },
): Promise<string> {
  const next = await nextToReview(record.id, place ?? 0, query).catch(() => undefined);
  const at = next ? addressOf('review', { submission: next.id }) : addresses.queue;
  notify({ text: toldOf(outcome, record, total, next), at });
  return at + searchOf(query);
}
