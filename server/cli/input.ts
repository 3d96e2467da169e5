/** From what a person names on the command line to forms with the rulebooks that apply to them. */
import { type Diagnostic, diagnose, type Form, type ScoringPlan, suggest } from '../../engine/index.ts';
import { isFolder } from '../cases/files.ts';
import { type FormOrDossier, readFolder } from '../cases/folder.ts';
import { type Holding, holdingOf, keepSource, notAForm, readHolding } from '../cases/read.ts';
import { type Edition, shownPath } from '../library.ts';
import type { Session } from './session.ts';

export interface Input {
  holdings: FormOrDossier[];
  /** Files of example tables that were passed over. */
  examples: number;
  /** The folder, where one was named. */
  folder?: string;
  diagnostics: Diagnostic[];
}

/** Reads a file, `-` for standard input, or, where it may be one, a folder. */
export async function readInput(session: Session, path: string, options = { folder: false }): Promise<Input> {
  if (path !== '-' && options.folder && isFolder(path))
    return { ...readFolder(path, session.sources), folder: shownPath(path) };
  const { holding, diagnostics } =
    path === '-'
      ? holdingOf(await session.io.stdin(), '<stdin>', process.cwd(), session.sources)
      : readHolding(path, session.sources);
  if (!holding) return { holdings: [], examples: 0, diagnostics };
  if (isForm(holding)) return { holdings: [holding], examples: 0, diagnostics };
  return { holdings: [], examples: 0, diagnostics: [...diagnostics, notAForm(holding, holding.file)] };
}

const isForm = (holding: Holding): holding is FormOrDossier =>
  holding.holds === 'form' || holding.holds === 'dossier';

/** What a form says about the rulebook it is for. */
interface Asked {
  rulebook: string;
  edition: string;
  place?: Diagnostic['place'];
}

/** The plan for a form: the one that was named, else the one the form names. */
export async function planFor(
  session: Session,
  asked: Asked,
  named: string | undefined,
): Promise<{ plan?: ScoringPlan; diagnostics: Diagnostic[] }> {
  const { edition, diagnostics } = named
    ? await namedEdition(session, named, asked)
    : await askedEdition(session, asked);
  if (!edition) return { diagnostics };
  keepSource(session.sources, shownPath(edition.file), edition.text);
  return edition.plan ? { plan: edition.plan, diagnostics: [] } : { diagnostics: edition.diagnostics };
}

type Found = { edition?: Edition; diagnostics: Diagnostic[] };

async function namedEdition({ library }: Session, named: string, asked: Asked): Promise<Found> {
  const { files, diagnostics } = library.find(named);
  if (diagnostics.length > 0) return { diagnostics };
  const editions = await Promise.all(files.map((file) => library.load(file)));
  const [first] = editions;
  if (editions.length === 1) return { edition: first, diagnostics: [] };
  const same = editions.find((one) => one.rulebook === asked.rulebook && one.edition === asked.edition);
  if (same) return { edition: same, diagnostics: [] };
  const names = editions.map(({ name }) => name).join('、');
  return { diagnostics: [diagnose('several-editions', { name: named, editions: names })] };
}

async function askedEdition({ library }: Session, { rulebook, edition, place }: Asked): Promise<Found> {
  const found = await library.edition(rulebook, edition);
  if (found) return { edition: found, diagnostics: [] };
  const name = `${rulebook}@${edition}`;
  const kind = { zh: '评分规则', en: 'rulebook' };
  const suggestion = suggest(name, library.names());
  return { diagnostics: [diagnose('unknown-reference', { kind, name, suggestion }, place)] };
}

/** What a form asks for, and where it says so. */
export const askedBy = ({ submission, place }: Form): Asked => ({
  rulebook: submission.rulebook,
  edition: submission.edition,
  place: place('/rulebook'),
});

/** The form as if it named this rulebook: a person who names another means it. */
export const boundTo = (form: Form, { identity }: ScoringPlan): Form => ({
  ...form,
  submission: { ...form.submission, rulebook: identity.rulebook, edition: identity.edition },
});

/** One edition, by any name a person may give it. */
export async function editionNamed(
  { library, sources }: Session,
  name: string,
): Promise<{ edition?: Edition; diagnostics: Diagnostic[] }> {
  const { files, diagnostics } = library.find(name);
  const editions = await Promise.all(files.map((file) => library.load(file)));
  for (const { file, text } of editions) keepSource(sources, shownPath(file), text);
  const [edition] = editions;
  if (editions.length > 1) {
    const names = editions.map((one) => one.name).join('、');
    return { diagnostics: [diagnose('several-editions', { name, editions: names })] };
  }
  if (!edition) return { diagnostics };
  return edition.plan ? { edition, diagnostics: [] } : { diagnostics: edition.diagnostics };
}
