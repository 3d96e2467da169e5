/** Where the cases of an edition stand. */
import { dirname, join } from 'node:path';
import { disk, type Files } from './files.ts';

/** The files of cases beside a rulebook file, in the order of their names. */
export function caseFiles(rulebookFile: string, files: Files = disk): string[] {
  const edition = dirname(rulebookFile);
  return caseFolders.flatMap((name) => {
    const folder = join(edition, name);
    if (!files.isFolder(folder)) return [];
    return files
      .list(folder)
      .names.filter((file) => /\.(ya?ml|json)$/i.test(file))
      .map((file) => join(folder, file));
  });
}

/** `cases` holds filed forms and tables of examples; `constructed`, forms made up to reach what no filed form does. */
const caseFolders = ['cases', 'constructed'];
