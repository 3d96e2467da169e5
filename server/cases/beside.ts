/** The forms filed under an edition, as the cases beside it keep them; constructed ones show nothing of the world. */
import { dirname, join } from 'node:path';
import { hasErrors } from '../../engine/index.ts';
import { disk, type Files } from './files.ts';
import { caseFiles } from './folders.ts';
import { type FiledForm, readHolding, type Sources } from './read.ts';

export function formsBeside(rulebookFile: string, sources: Sources, files: Files = disk): FiledForm[] {
  const folder = join(dirname(rulebookFile), 'cases');
  return caseFiles(rulebookFile, files).flatMap((path) => {
    if (!path.startsWith(folder)) return [];
    const { holding, diagnostics } = readHolding(path, sources, files);
    if (holding?.holds !== 'form' || hasErrors(diagnostics)) return [];
    return [{ file: holding.file, form: holding.form }];
  });
}
