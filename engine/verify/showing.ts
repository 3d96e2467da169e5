/** The number of a curve with the facts that come to it and what the curve says of it. */
import type { Exact } from '../decimal.ts';
import type { Line } from '../lines/index.ts';
import { type Absence, type Curve, inputsAt, pieceAt, pointsAt } from '../possible/index.ts';
import type { Shown } from './claim.ts';
import { shownNumber } from './words.ts';

/** Why the scorer gives no points where the curve has none. */
const absences: Partial<Record<Absence, string>> = {
  gap: 'no-band',
  overlap: 'no-band',
  withheld: 'withheld',
  'zero-division': 'zero-division',
};

export function showing(line: Line, curve: Curve, x: Exact): Shown & { value: string } {
  const absence = pieceAt(curve, x)?.absence;
  return {
    line,
    given: inputsAt(line, curve, x),
    value: shownNumber(line, curve, x),
    said: absence ? absences[absence] : pointsAt(curve, x),
  };
}
