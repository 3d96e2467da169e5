/** Dates as whole numbers of days, so that a deadline is compared and counted like any other number. */
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsPerDay = 86_400_000;

/** Days since 1970-01-01 of an ISO date; undefined where there is no such day. */
export function dayNumber(iso: string): number | undefined {
  const [, year, month, day] = pattern.exec(iso) ?? [];
  if (!year || !month || !day) return undefined;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return isoDay(time / millisecondsPerDay) === iso ? time / millisecondsPerDay : undefined;
}

/** The ISO date of a day number. */
export const isoDay = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
