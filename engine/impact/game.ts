/**
 * Which edit caused it: Shapley's value. Every order in which the edits could be made counts alike, so the answer does not
 * depend on an order, and the parts add to the whole. Edits that move different parts of the form do not meet; those that do
 * are weighed against each other over all choices of them, exactly.
 */

/** Parts of the form that the same edits move. */
export interface Game {
  /** Indices of the edits, rising. */
  edits: readonly number[];
  components: readonly string[];
}

/** More edits than this on one part of a form are bundled: all choices of them are tried. */
export const mostPlayers = 8;

export function gamesOf(touching: ReadonlyMap<string, readonly number[]>): Game[] {
  const games = new Map<string, { edits: readonly number[]; components: string[] }>();
  for (const [component, edits] of touching) {
    const name = edits.join();
    const game = games.get(name);
    if (game) game.components.push(component);
    else games.set(name, { edits, components: [component] });
  }
  return [...games.values()];
}

/** Which mixtures must be scored besides the two rulebooks, and where each choice of edits of a game is found. */
export interface Schedule {
  /** Sets of edit indices; the first is none (the earlier rulebook), the second all (the later one). */
  mixtures: readonly ReadonlySet<number>[];
  /** For each game, the index of the mixture for each choice: bit n of the choice is its nth edit. */
  found: readonly (readonly number[])[];
}

/** One mixture serves a choice of every game it agrees with, so that few must be scored. */
export function scheduleOf(games: readonly Game[], count: number): Schedule {
  const none = new Set<number>();
  const all = new Set(Array.from({ length: count }, (_, index) => index));
  const mixtures: Set<number>[] = [none, all];
  const found = games.map(({ edits }) => {
    const choices = new Array<number>(1 << edits.length).fill(-1);
    choices[choices.length - 1] = 1;
    choices[0] = 0;
    return choices;
  });
  for (const [game, choices] of found.entries())
    for (let choice = 0; choice < choices.length; choice++) {
      if (choices[choice] !== -1) continue;
      const decided = new Map<number, boolean>();
      decide(games[game]!, choice, decided);
      const taken: [game: number, choice: number][] = [[game, choice]];
      for (let other = game + 1; other < games.length; other++) {
        const open = found[other]!.findIndex(
          (known, candidate) => known === -1 && agrees(games[other]!, candidate, decided),
        );
        if (open < 0) continue;
        decide(games[other]!, open, decided);
        taken.push([other, open]);
      }
      const mixture = new Set([...decided].flatMap(([edit, made]) => (made ? [edit] : [])));
      const index = mixtures.push(mixture) - 1;
      for (const [one, at] of taken) found[one]![at] = index;
    }
  return { mixtures, found };
}

const isMade = (choice: number, at: number): boolean => (choice >> at) % 2 === 1;

function decide({ edits }: Game, choice: number, decided: Map<number, boolean>): void {
  for (const [at, edit] of edits.entries()) decided.set(edit, isMade(choice, at));
}

const agrees = ({ edits }: Game, choice: number, decided: ReadonlyMap<number, boolean>): boolean =>
  edits.every((edit, at) => (decided.get(edit) ?? isMade(choice, at)) === isMade(choice, at));

/** What each choice counts for each edit of a game of that many, over `players!`: 1 / players! × … keeps whole numbers. */
export function shapleyWeights(players: number): { weights: readonly (readonly bigint[])[]; over: bigint } {
  const factorial = (of: number): bigint => (of < 2 ? 1n : BigInt(of) * factorial(of - 1));
  const sizeOf = (choice: number): number => (choice === 0 ? 0 : (choice % 2) + sizeOf(choice >> 1));
  const weights = Array.from({ length: players }, (_, player) =>
    Array.from({ length: 1 << players }, (_, choice) => {
      const size = sizeOf(choice);
      return isMade(choice, player)
        ? factorial(size - 1) * factorial(players - size)
        : -(factorial(size) * factorial(players - size - 1));
    }),
  );
  return { weights, over: factorial(players) };
}
