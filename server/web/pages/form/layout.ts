/** The form of a rulebook cut into views: each a piece of work that fits a screen. It only sorts what the description says. */
import type {
  FormDescription,
  FormInput,
  FormLine,
  FormSection,
  FormText,
} from '../../../../schemas/generated/types.ts';

/** A group of the table of declared indicators, with the kinds of rows that go into it. */
export interface TableHead {
  head: FormLine;
  kinds: readonly FormLine[];
}

export interface View {
  id: string;
  /** The line it shows; undefined for what is no line of the rulebook. */
  group?: FormLine;
  /** Fixed lines, each an article. */
  articles: readonly FormLine[];
  /** Declared lines, all in one table. */
  heads: readonly TableHead[];
  /** Inputs that no line is scored by, with what they are printed under. */
  loose: readonly FormSection[];
  texts: readonly FormText[];
}

export interface Layout {
  views: readonly View[];
  lines: ReadonlyMap<string, FormLine>;
  /** Lines below each line, in their order; those of the first level under ''. */
  below: ReadonlyMap<string, readonly FormLine[]>;
  inputs: ReadonlyMap<string, FormInput>;
  /** The kinds of declared rows by their id and by their name: a row may name either. */
  kinds: ReadonlyMap<string, FormLine>;
}

/** The view of texts. */
export const textsView = 'texts';
/** The view of declared indicators. */
export const tableView = 'table';

/** Fixed lines at most that stand on one page with the table of declared indicators. */
const fewArticles = 4;

type Subject = FormDescription['subjects'][number];

/** The form as one subject fills it in. */
export function layoutOf(form: FormDescription, subject: Subject): Layout {
  const lines = new Map(form.lines.map((line) => [line.id, line]));
  const below = new Map<string, FormLine[]>();
  for (const line of form.lines)
    below.set(line.parent ?? '', [...(below.get(line.parent ?? '') ?? []), line]);
  const sections = form.sections.map((section) => ({
    ...section,
    inputs: section.inputs.filter(({ subjects }) => !subjects || subjects.includes(subject)),
  }));
  const inputs = new Map(sections.flatMap((section) => section.inputs.map((input) => [input.id, input])));
  const declared = form.lines.filter(({ table }) => table);
  const layout = { lines, below, inputs, kinds: kindsOf(declared) };
  return { ...layout, views: viewsOf(form, layout, sections) };
}

const kindsOf = (declared: readonly FormLine[]): Layout['kinds'] =>
  new Map([
    ...declared.map((line) => [line.name, line] as const),
    ...declared.map((line) => [line.id, line] as const),
  ]);

function viewsOf(form: FormDescription, layout: Omit<Layout, 'views'>, sections: FormSection[]): View[] {
  const heads = headsOf(form, layout.lines);
  const fixed = groupsOf(form, layout.lines);
  const articles = fixed.flatMap((view) => view.articles);
  const loose = sections
    .map((section) => ({ ...section, inputs: section.inputs.filter((input) => input.lines.length === 0) }))
    .filter((section) => section.inputs.length > 0);
  const texts = { ...empty, id: textsView, texts: form.texts };
  if (heads.length > 0 && articles.length <= fewArticles)
    return [{ ...texts, id: tableView, articles, heads, loose }];
  const views = heads.length > 0 ? [...fixed, { ...empty, id: tableView, heads }] : fixed;
  return [...withLoose(views, sections, loose), texts];
}

const empty = { articles: [], heads: [], loose: [], texts: [] };

/** A view for each group that has fixed lines right below it. */
function groupsOf(form: FormDescription, lines: Layout['lines']): View[] {
  const views = new Map<string, View & { articles: FormLine[] }>();
  for (const line of form.lines) {
    if (line.shape !== 'leaf') continue;
    const id = line.parent ?? 'top';
    const view = views.get(id) ?? { ...empty, id, group: lines.get(id), articles: [] };
    view.articles.push(line);
    views.set(id, view);
  }
  return [...views.values()];
}

/** The groups of the table: what stands right above the declared lines. */
function headsOf(form: FormDescription, lines: Layout['lines']): TableHead[] {
  const heads = new Map<string, { head: FormLine; kinds: FormLine[] }>();
  for (const line of form.lines) {
    if (!line.table) continue;
    const head = lines.get(line.parent ?? '') ?? line;
    const known = heads.get(head.id) ?? { head, kinds: [] };
    known.kinds.push(line);
    heads.set(head.id, known);
  }
  return [...heads.values()];
}

/** Inputs that no line reads stand where the others of their section are first read. */
function withLoose(views: readonly View[], sections: readonly FormSection[], loose: FormSection[]): View[] {
  const home = (title: string | undefined): number => {
    const section = sections.find((one) => one.title === title);
    const readers = new Set(section?.inputs.flatMap((input) => input.lines));
    return Math.max(
      0,
      views.findIndex(({ articles }) => articles.some(({ id }) => readers.has(id))),
    );
  };
  return views.map((view, index) => ({ ...view, loose: loose.filter(({ title }) => home(title) === index) }));
}

/** Whether declared rows stand somewhere below a line. */
export const holdsTable = ({ lines, below }: Pick<Layout, 'lines' | 'below'>, id: string): boolean =>
  lines.get(id)?.table !== undefined ||
  (below.get(id) ?? []).some((child) => holdsTable({ lines, below }, child.id));

/** The view that a line is in: its own, or that of the first line below it. */
export function viewOfLine(
  { views, below }: Pick<Layout, 'views' | 'below'>,
  id: string,
): string | undefined {
  const holds = ({ id: own, articles, heads }: View): boolean =>
    own === id ||
    articles.some((line) => line.id === id) ||
    heads.some(({ head, kinds }) => head.id === id || kinds.some((kind) => kind.id === id));
  const found = views.find(holds);
  if (found) return found.id;
  for (const child of below.get(id) ?? []) {
    const inside = viewOfLine({ views, below }, child.id);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** The view that an input is in. */
export function viewOfInput(layout: Layout, id: string): string | undefined {
  const [reader] = layout.inputs.get(id)?.lines ?? [];
  if (reader !== undefined) return viewOfLine(layout, reader);
  return layout.views.find(({ loose }) => loose.some(({ inputs }) => inputs.some((input) => input.id === id)))
    ?.id;
}

/** The lines a line stands under, from the top. */
export function pathOf({ lines }: Pick<Layout, 'lines'>, line: FormLine | undefined): FormLine[] {
  if (!line) return [];
  return [...pathOf({ lines }, lines.get(line.parent ?? '')), line];
}
