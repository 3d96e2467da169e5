/** Names of the earlier edition in the words of the later one: inputs, indicators, and what is made of their ids. */
import type { Pairing } from '../../edits/index.ts';

/** The later edition's name of something that an expression of the earlier one reads. */
export type Rename = (name: string) => string;

export const unchanged: Rename = (name) => name;

/** An old id that now names something else must not be mistaken for it. */
function renames(after: ReadonlyMap<string, string>): Rename {
  const taken = new Set([...after].filter(([old, now]) => old !== now).map(([, now]) => now));
  return (id) => after.get(id) ?? (taken.has(id) ? `${id} (before)` : id);
}

/** Of inputs alone. */
export const laterInputs = ({ inputAfter }: Pairing): Rename => renames(inputAfter);

/** `done`, `process` of a combination, `process.points` and `process.rows.target` of a limit, `reason.process`. */
export function laterNames({ inputAfter, indicatorAfter }: Pairing): Rename {
  const input = renames(inputAfter);
  const indicator = renames(indicatorAfter);
  return (name) => {
    if (inputAfter.has(name)) return input(name);
    const reason = 'reason.';
    if (name.startsWith(reason)) return `${reason}${indicator(name.slice(reason.length))}`;
    const dot = name.indexOf('.');
    if (dot >= 0) return `${indicator(name.slice(0, dot))}${name.slice(dot)}`;
    return indicatorAfter.has(name) ? indicator(name) : input(name);
  };
}
