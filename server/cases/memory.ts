/** Files that are texts in memory, read as those on disk are. */
import { type Diagnostic, diagnose } from '../../engine/index.ts';
import type { CaseFile } from '../library.ts';
import type { Files } from './files.ts';

const plain = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');

/** The given files and no others; paths are from the folder of the rulebook, as `cases/filed.yaml`. */
export function filesInMemory(given: readonly CaseFile[]): Files {
  const texts = new Map(given.map(({ path, text }) => [plain(path), text]));
  const below = (folder: string): string[] => {
    const prefix = `${plain(folder)}/`;
    return [...texts.keys()].flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  };
  return {
    read: (path, name = path) => {
      const text = texts.get(plain(path));
      return text === undefined
        ? { diagnostics: [notFound(name)] }
        : { bytes: Buffer.from(text, 'utf8'), diagnostics: [] };
    },
    isFolder: (path) => below(path).length > 0,
    list: (path) => ({ names: below(path).sort(), diagnostics: [] }),
  };
}

const notFound = (name: string): Diagnostic =>
  diagnose('file-not-found', { name, suggestion: { zh: '', en: '' } });
