/** The forms that were really filed, from the cases beside the rulebooks. */
import { readdirSync, readFileSync } from 'node:fs';
import { readCase, type Submission } from '../../engine/index.ts';
import { editions, root } from './repository.ts';

export interface FiledCase {
  /** As `yunxi/2021 filed.yaml`. */
  name: string;
  form: Submission;
}

/** Every form among the filed cases of published editions. */
export const filedCases: readonly FiledCase[] = editions.flatMap(({ name, text }) => {
  if (!/^status: published$/m.test(text)) return [];
  const folder = `${root}rulebooks/${name}/cases/`;
  return readdirSync(folder).flatMap((file) => {
    const form = readCase(readFileSync(folder + file, 'utf8'), file).value?.form?.submission;
    return form?.unit === undefined ? [] : [{ name: `${name} ${file}`, form }];
  });
});

/** The one whose name ends so. */
export function filedCase(ending: string): Submission {
  const found = filedCases.find(({ name }) => name.endsWith(ending));
  if (!found) throw new Error(`no filed case ${ending}`);
  return structuredClone(found.form);
}
