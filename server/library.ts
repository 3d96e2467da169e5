/** The rulebooks on disk: `<folder>/<rulebook>/<edition>/rulebook.yaml`, with their cases beside them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Diagnostic, diagnose, loadRulebook, type ScoringPlan, suggest } from '../engine/index.ts';
import { readBytes } from './cases/files.ts';
import { caseFiles } from './cases/folders.ts';

/** One edition of a rulebook as it stands on disk. */
export interface Edition {
  /** Id and edition, as `id@2000`. */
  name: string;
  rulebook: string;
  edition: string;
  /** Absolute path of rulebook.yaml. */
  file: string;
  text: string;
  /** Missing where the rulebook has errors. */
  plan: ScoringPlan | undefined;
  diagnostics: Diagnostic[];
  /** Where it is kept as published, whether it is still in use; else its text says. */
  state?: 'draft' | 'published' | 'retired';
}

/** A file of cases beside a rulebook. */
export interface CaseFile {
  /** From the folder of the edition, as `cases/filed.yaml`. */
  path: string;
  text: string;
}

/** A collection of rulebooks, wherever they are kept. */
export interface Rulebooks {
  /** Every edition, loaded, in the order of their names. */
  all(): Promise<Edition[]>;
  /** The edition of exactly that name. */
  edition(rulebook: string, edition: string): Promise<Edition | undefined>;
  /** Every edition's name, as `id@2000`, without loading. */
  names(): readonly string[] | Promise<readonly string[]>;
  /** The cases beside an edition. */
  cases(edition: Edition): readonly CaseFile[] | Promise<readonly CaseFile[]>;
}

/** The folder that holds package.json, wherever this file was built to. */
export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

export const repositoryRulebooks = (): string => join(packageFolder(), 'rulebooks');

/** A path as a person would write it: relative where it lies below the working folder. */
export const shownPath = (path: string): string => {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short.replaceAll('\\', '/');
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The editions below a folder, in the order of their names. */
export function editionFiles(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'rulebook.yaml')
    .map((path) => join(folder, path))
    .sort();
}

/** Loads one rulebook file. */
export async function loadEdition(file: string): Promise<Edition> {
  const { bytes, diagnostics: problems } = readBytes(file, shownPath(file));
  const { value: plan, diagnostics } = bytes
    ? await loadRulebook(bytes, shownPath(file))
    : { diagnostics: problems };
  const [edition = '', rulebook = ''] = dirname(resolve(file)).split(/[\\/]/).reverse();
  const identity = plan?.identity ?? { rulebook, edition };
  return {
    name: `${identity.rulebook}@${identity.edition}`,
    rulebook: identity.rulebook,
    edition: identity.edition,
    file: resolve(file),
    text: bytes ? Buffer.from(bytes).toString('utf8') : '',
    plan,
    diagnostics,
  };
}

export class Library implements Rulebooks {
  private readonly byFile = new Map<string, Promise<Edition>>();
  readonly folder: string;

  constructor(folder: string = repositoryRulebooks()) {
    this.folder = folder;
  }

  /** Every edition, loaded. */
  async all(): Promise<Edition[]> {
    const editions: Edition[] = [];
    for (const file of editionFiles(this.folder)) editions.push(await this.load(file));
    return editions;
  }

  /** One edition, loaded once. */
  load(file: string): Promise<Edition> {
    const path = resolve(file);
    const known = this.byFile.get(path) ?? loadEdition(path);
    this.byFile.set(path, known);
    return known;
  }

  /**
   * What a person may call a rulebook: `id` (all its editions), `id@edition`, `id/edition`, or the path of a file or
   * of a folder with editions in it.
   */
  find(reference: string): { files: string[]; diagnostics: Diagnostic[] } {
    if (isFile(reference)) return { files: [resolve(reference)], diagnostics: [] };
    const folder = [reference, join(this.folder, reference.replace('@', '/'))].find(isFolder);
    const files = folder ? editionFiles(folder) : [];
    if (files.length > 0) return { files, diagnostics: [] };
    const kind = { zh: '评分规则', en: 'rulebook' };
    return {
      files: [],
      diagnostics: [
        diagnose('unknown-reference', {
          kind,
          name: reference,
          suggestion: suggest(reference, this.names()),
        }),
      ],
    };
  }

  /** The plan a form asks for by id and edition. */
  async edition(rulebook: string, edition: string): Promise<Edition | undefined> {
    const isAsked = (one: Edition | undefined) => one?.rulebook === rulebook && one.edition === edition;
    const file = join(this.folder, rulebook, edition, 'rulebook.yaml');
    const known = editionFiles(this.folder).includes(file) ? await this.load(file) : undefined;
    return isAsked(known) ? known : (await this.all()).find(isAsked);
  }

  /** The files of cases beside an edition on disk. */
  cases({ file }: Edition): CaseFile[] {
    return caseFiles(file).flatMap((path) => {
      const { bytes } = readBytes(path);
      return bytes
        ? [
            {
              path: relative(dirname(file), path).replaceAll('\\', '/'),
              text: Buffer.from(bytes).toString('utf8'),
            },
          ]
        : [];
    });
  }

  /** Every edition's name, without loading. */
  names(): string[] {
    return editionFiles(this.folder).map((file) => {
      const [edition, rulebook] = dirname(file).split(/[\\/]/).reverse();
      return `${rulebook}@${edition}`;
    });
  }
}
