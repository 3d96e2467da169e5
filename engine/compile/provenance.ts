/** Where a rule comes from: its text, source and reading. */
import type { Rulebook, Provenance as WrittenProvenance } from '../../schemas/generated/types.ts';
import { suggest } from '../diagnostics/index.ts';
import type { CompileContext } from './context.ts';
import type { Provenance } from './plan.ts';

export function provenanceOf(
  written: Pick<WrittenProvenance, 'text' | 'source' | 'reading' | 'inferred'>,
  rulebook: Rulebook,
  context: CompileContext,
  pointer: string,
): Provenance {
  const { text, source, reading, inferred = false } = written;
  const known =
    source === undefined
      ? undefined
      : Object.hasOwn(rulebook.sources, source)
        ? rulebook.sources[source]
        : undefined;
  if (source !== undefined && !known) {
    const kind = { zh: '出处', en: 'source' };
    context.report(
      'unknown-reference',
      { name: source, kind, suggestion: suggest(source, Object.keys(rulebook.sources)) },
      `${pointer}/source`,
    );
  }
  return { text, source: known && { title: known.title, year: known.year }, reading, inferred };
}
