/** The rulebooks of this repository and the forms of their cases. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Form, loadRulebook, readCase, type ScoringPlan } from '../../engine/index.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Edition {
  /** `id/edition`. */
  name: string;
  text: string;
  /** Text of each case, by file name. */
  cases: ReadonlyMap<string, string>;
}

const folder = `${root}rulebooks/`;

const casesIn = (kind: string): [file: string, text: string][] =>
  existsSync(kind) ? readdirSync(kind).map((file) => [file, readFileSync(kind + file, 'utf8')]) : [];

export const editions: Edition[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/rulebook.yaml'))
  .map((path) => path.slice(0, -'/rulebook.yaml'.length))
  .sort()
  .map((name) => ({
    name,
    text: readFileSync(`${folder}${name}/rulebook.yaml`, 'utf8'),
    cases: new Map(['cases', 'constructed'].flatMap((kind) => casesIn(`${folder}${name}/${kind}/`))),
  }));

/** A fresh plan of an edition. */
export async function loadPlan({ name, text }: Pick<Edition, 'name' | 'text'>): Promise<ScoringPlan> {
  const { value, diagnostics } = await loadRulebook(text, `${name}/rulebook.yaml`);
  if (!value) throw new Error(`${name}: ${diagnostics.map(({ message }) => message.zh).join('\n')}`);
  return value;
}

/** The forms of an edition's cases; tables of examples have none. */
export const formsOf = ({ cases }: Edition): Form[] =>
  [...cases].flatMap(([file, text]) => readCase(text, file).value?.form ?? []);
