/** The answer to a preview, sorted by who shows it: each line, row and input gets what is said of it and nothing else. */
import type { Diagnostic, Finding, Preview, PreviewLine } from '../../../../schemas/generated/types.ts';
import { useLine, useWhole } from '../../form/hooks.ts';
import type { ScoreStore } from '../../form/scores.ts';

/** `unreadable` cannot be read; `lacking` is why a line has no points; a reason is `owed`; the rest are findings. */
export type SaidKind = 'unreadable' | 'lacking' | 'owed' | 'finding';
export type Said = (Finding | Diagnostic) & { kind: SaidKind };

export interface Now {
  line?: PreviewLine;
  said: readonly Said[];
}

export type Scores = ScoreStore<Now, Preview>;

/** What is told in one list, without what only repeats that a cell cannot be read. */
export function saidIn({ diagnostics, lacking, owed, findings }: Preview): Said[] {
  const told = (kind: SaidKind) => (one: Finding | Diagnostic) => ({ ...one, kind });
  const unreadable = new Set(diagnostics.map(({ place }) => place?.pointer));
  return [
    ...diagnostics.map(told('unreadable')),
    ...lacking.filter(({ place }) => !place?.pointer || !unreadable.has(place.pointer)).map(told('lacking')),
    ...owed.map(told('owed')),
    ...findings.map(told('finding')),
  ];
}

/** By the id of a line or row, and by the pointer of an input. */
export function sorted(preview: Preview): Map<string, Now> {
  const now = new Map<string, Now & { said: Said[] }>();
  const at = (key: string) => {
    const known = now.get(key) ?? { said: [] };
    now.set(key, known);
    return known;
  };
  for (const line of preview.lines) at(line.id).line = line;
  for (const said of saidIn(preview)) {
    const { row, indicator, inputs = [] } = said.place ?? {};
    const line = row?.id ?? indicator;
    if (line !== undefined) at(line).said.push(said);
    for (const input of inputs) at(`/inputs/${input}`).said.push(said);
  }
  return now;
}

const nothing: Now = { said: [] };

export const useNow = (scores: Scores, key: string): Now => useLine(scores, key) ?? nothing;

export const usePreview = (scores: Scores): { whole: Preview | undefined; isStale: boolean } =>
  useWhole(scores);
