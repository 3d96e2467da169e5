/** Days that tasks are due on. A day counts in full, and is a day of China Standard Time wherever the server stands. */
import { Refused } from '../refusal.ts';

/** Hours that China Standard Time is ahead of UTC, the whole year round. */
export const hoursAhead = 8;

const hour = 60 * 60 * 1000;

/** Whether it is a day of the calendar, written as `2000-12-31`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

/** The first moment after the day, in UTC. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + (24 - hoursAhead) * hour).toISOString();

/** Whether something done at that time, or not yet done then, is late. */
export const isLate = (day: string, time: string): boolean => time >= endOfDay(day);

/** Refuses a day that is none. */
export function checkDue(due: string): void {
  if (isDay(due)) return;
  throw new Refused('unusable-request', {
    detail: { zh: `截止日期「${due}」不是日历上的一天。`, en: `"${due}" is no day of the calendar.` },
  });
}
