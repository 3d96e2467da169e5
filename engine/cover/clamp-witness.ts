/** Facts at which the points of a rule have to be cut back. */
import { Exact } from '../decimal.ts';
import { literal, minus, namesIn, plus } from '../expression/index.ts';
import { solveFor } from '../linear/index.ts';
import { fixedNames, type Given, type Line } from '../lines/index.ts';
import { type Cell, cellsOfLine, inputsIn } from '../possible/index.ts';
import { type Clamp, knownIn, tracedCurve, variantsOf } from './reachable.ts';

const mostTries = 200;

export function* clampFacts(line: Line, bound: Clamp): Generator<Given> {
  for (const one of variantsOf(line)) {
    const curve = tracedCurve(one);
    if (!curve) yield* clampFactsIn(one, bound);
    else
      for (const piece of curve.pieces) {
        if (piece.clamped !== bound && piece.absence !== 'form' && piece.absence !== 'steps') continue;
        const found = inputsIn(one, curve, piece);
        if (typeof found !== 'string') yield found.given;
      }
  }
}

/** One class of each part at a time, and in them numbers at which the awards together go too far. */
function* clampFactsIn(line: Line, bound: Clamp): Generator<Given> {
  const { parts, cap } = cellsOfLine(line, knownIn(line.scope).options);
  if (!cap) return;
  let left = mostTries;
  for (const cells of together(parts.map((part) => part.filter(({ award, witness }) => award && witness)))) {
    if (left-- <= 0) return;
    const [first = literal(Exact.zero), ...rest] = cells.map(({ award }) => award!);
    const sum = rest.reduce((all, one) => plus(all, one), first);
    const over = bound === 'cap' ? minus(sum, literal(cap)) : minus(literal(Exact.zero), sum);
    const words = cells.flatMap((cell) => [...cell.words]);
    const witness = cells.flatMap((cell) => [...cell.witness!]);
    for (const system of cells.reduce<readonly Cell['systems'][number][]>(
      (all, cell) => all.flatMap((one) => cell.systems.map((other) => [...one, ...other])),
      [[]],
    )) {
      const found = solveFor(over, { min: Exact.zero, minOpen: true, maxOpen: true }, line.bounds, system);
      if (typeof found === 'string') continue;
      const row = line.row ? fixedNames(line) : [];
      yield new Map([...witness, ...words, ...row, ...found]);
    }
    if (namesIn(over).length === 0) yield new Map(witness);
  }
}

function* together<One>(all: readonly (readonly One[])[]): Generator<One[]> {
  const [first, ...rest] = all;
  if (!first) return yield [];
  for (const one of first) for (const others of together(rest)) yield [one, ...others];
}
