/** Rows that are parts of a row above them: together they cannot be more than it. */
import type { Finding } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { type Exact, sum } from '../decimal.ts';
import type { ScoredForm } from '../evaluate/index.ts';
import { find } from '../findings/index.ts';
import { convert, dimensionOf } from '../read/index.ts';

type Row = ScoredForm['rows'][number];

export function partFindings({ rows }: ScoredForm): Finding[] {
  const named = new Set(rows.flatMap(({ declared }) => declared.partOf ?? []));
  return rows
    .filter(({ id }) => named.has(id))
    .flatMap((whole) => {
      const parts = rows.filter(
        ({ declared, group }) => declared.partOf === whole.id && group === whole.group,
      );
      if (parts.length === 0) return [];
      return (['target', 'actual'] as const).flatMap((cell) => exceeding(whole, parts, cell));
    });
}

/** Nothing where one of the numbers is not known, or is a rate: rates do not add. */
function exceeding(whole: Row, parts: readonly Row[], cell: 'target' | 'actual'): Finding[] {
  const { number, unit, text } = whole[cell];
  if (!number || dimensionOf(unit) === 'ratio') return [];
  const numbers = parts.flatMap((part): (Exact | undefined)[] => {
    const { kind, number: own, unit: other } = part[cell];
    if (kind === 'blank') return [];
    return [own && convert(own, other ?? unit, unit)];
  });
  const known = numbers.filter((one): one is Exact => one !== undefined);
  const all = sum(known);
  if (known.length < numbers.length || all.compare(number) <= 0) return [];
  const { name } = whole.declared;
  const terms = known.map((one) => one.toText()).join(' + ');
  const figures = { name, cell: words.cell[cell], terms, sum: all.toText(), whole: text };
  return [find('parts-above-whole', figures, { indicator: whole.id, name, cell })];
}
