/** Days and times as people write them: 7月15日, 16:42:08; both where it is another day. */
import type { Bilingual } from './language.ts';

const two = (count: number): string => String(count).padStart(2, '0');

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day of a time, with its year where that is not this one. */
export function dayOf(at: Date | string, now = new Date()): Bilingual {
  const date = new Date(at);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  const isThisYear = year === now.getFullYear();
  return {
    zh: `${isThisYear ? '' : `${year}年`}${month + 1}月${day}日`,
    en: `${day} ${months[month]}${isThisYear ? '' : ` ${year}`}`,
  };
}

/** The time of day, to the minute or to the second. */
export function clockOf(at: Date | string, withSeconds = false): string {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes(), ...(withSeconds ? [date.getSeconds()] : [])];
  return parts.map(two).join(':');
}

/** The time today, else the day and the time. */
export function momentOf(at: Date | string, now = new Date()): Bilingual {
  const time = clockOf(at);
  if (new Date(at).toDateString() === now.toDateString()) return { zh: time, en: time };
  const day = dayOf(at, now);
  return { zh: `${day.zh} ${time}`, en: `${day.en} ${time}` };
}

/** Day and time with the year, as a document tells them. */
export function fullMomentOf(at: Date | string): Bilingual {
  const date = new Date(at);
  const [year, month, day, time] = [date.getFullYear(), date.getMonth(), date.getDate(), clockOf(date)];
  return {
    zh: `${year}年${month + 1}月${day}日 ${time}`,
    en: `${day} ${months[month]} ${year}, ${time}`,
  };
}

/** The day of a time where one is, as 2026-11-20: it sorts as days do. */
export const localDay = (at: Date): string =>
  [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
