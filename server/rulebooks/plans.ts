/** Compiled rulebooks by their text, so that what is asked again of the same text need not be compiled again. */
import { type Loaded, loadRulebook, type ScoringPlan } from '../../engine/index.ts';

/** As many as a person goes back and forth between. */
const most = 8;

const known = new Map<string, Promise<Loaded<ScoringPlan>>>();

/** The plan of a text, or everything wrong with it. */
export function planOfText(text: string, file: string): Promise<Loaded<ScoringPlan>> {
  const key = `${file}\n${text}`;
  const loaded = known.get(key) ?? loadRulebook(text, file);
  known.delete(key);
  known.set(key, loaded);
  for (const [oldest] of known) {
    if (known.size <= most) break;
    known.delete(oldest);
  }
  return loaded;
}
