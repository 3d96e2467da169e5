/** What of an address a queue is asked with, and which parts of it hold what is in view. */
/** How many forms are read at a time. */
export const pageSize = 100;

/** What narrows and orders a queue; everything else of an address is not its business. */
const names = [
  'task',
  'unit',
  'year',
  'rulebook',
  'edition',
  'state',
  'severity',
  'difference',
  'grade',
  'finding',
  'assignee',
  'differenceFrom',
  'rateFrom',
  'rateTo',
  'lostOn',
  'q',
  'sort',
] as const;

/** The part of an address's query that a queue is asked with. */
export const queueQuery = (query: { readonly [name: string]: string }): { [name: string]: string } =>
  Object.fromEntries(names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])));

/** Where the pages begin that hold the items from `first` to `last`. */
export function offsetsOf(first: number, last: number): number[] {
  const offsets: number[] = [];
  for (let offset = first - (first % pageSize); offset <= last; offset += pageSize) offsets.push(offset);
  return offsets;
}
