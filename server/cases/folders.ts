/** Where the cases of an edition stand. */
import { dirname, join } from 'node:path';
import { isFolder, listFolder } from './files.ts';

/** The files of cases beside a rulebook file, in the order of their names. */
export function caseFiles(rulebookFile: string): string[] {
  const edition = dirname(rulebookFile);
  return caseFolders.flatMap((name) => {
    const folder = join(edition, name);
    if (!isFolder(folder)) return [];
    return listFolder(folder)
      .names.filter((file) => /\.(ya?ml|json)$/i.test(file))
      .map((file) => join(folder, file));
  });
}

/** `cases` holds filed forms and tables of examples; `constructed`, forms made up to reach what no filed form does. */
const caseFolders = ['cases', 'constructed'];
