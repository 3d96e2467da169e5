/** The keys of a review: J and K between lines, E score, A take, R reason, C words, N next form, P the one before. */
import type { RefObject } from 'react';
import { useLocation } from 'wouter';
import type { ComparisonRow } from '../../../../schemas/generated/types.ts';
import { readAhead } from '../../data/review.ts';
import { usePageKeys } from '../../parts/keys.ts';
import { addresses, addressOf } from '../addresses.ts';
import type { ReviewDraft } from './draft.ts';
import type { Neighbours } from './neighbours.ts';

export interface ReviewKeys {
  /** By so many lines; `cell` is where the focus goes, else to the name of the line. */
  move: (by: number, cell?: 'points' | 'reason') => void;
  next: () => void;
  previous: () => void;
}

export function useReviewKeys({
  draft,
  isOpen,
  lines,
  current,
  goTo,
  table,
  neighbours,
  search,
}: {
  draft: ReviewDraft;
  isOpen: boolean;
  lines: readonly ComparisonRow[];
  current: ComparisonRow | undefined;
  goTo: (line: string) => void;
  table: RefObject<HTMLDivElement | null>;
  neighbours: Neighbours;
  search: string;
}): ReviewKeys {
  const [, go] = useLocation();
  const focus = (line: string | undefined, cell: string) => {
    const found = document.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${line} ${cell}`)}"]`);
    found?.focus();
    if (found instanceof HTMLInputElement) found.select();
  };
  const move = (by: number, cell?: 'points' | 'reason') => {
    const at = lines.findIndex(({ line }) => line === current?.line);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (!next) return;
    goTo(next.line);
    const link = table.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(next.line)}"]`);
    link?.scrollIntoView({ block: 'nearest' });
    focus(next.line, cell ?? 'name');
  };
  const leaveFor = async (form: Neighbours['next']) => {
    if (!(await draft.save())) return;
    if (form) {
      void readAhead(form.id);
      go(addressOf('review', { submission: form.id }) + search);
    } else go(addresses.queue + search);
  };
  const keys: ReviewKeys = {
    move,
    next: () => void leaveFor(neighbours.next),
    previous: () => void leaveFor(neighbours.previous),
  };
  const here = current?.line;
  usePageKeys({
    j: () => move(1),
    k: () => move(-1),
    n: keys.next,
    p: neighbours.previous ? keys.previous : undefined,
    ...(isOpen && current
      ? {
          e: () => focus(here, 'points'),
          r: () => focus(here, 'reason'),
          c: () => focus(here, 'words'),
          a: () => draft.type(current.line, { points: current.computed ?? '' }),
        }
      : {}),
  });
  return keys;
}
