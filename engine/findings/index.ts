/** Makes findings from the catalogue. */
import type { Finding, Severity } from '../../schemas/generated/types.ts';
import { type CatalogueEntry, fill, type Parameter, type ParametersOf } from '../diagnostics/index.ts';
import { type FindingCode, findings } from './catalogue.ts';

export { type FindingCode, findings } from './catalogue.ts';
export type FindingPlace = NonNullable<Finding['place']>;

/** The finding of that code, its placeholders filled; its parameters that are plain text are its figures. */
export function find<Code extends FindingCode>(
  code: Code,
  parameters: ParametersOf<(typeof findings)[Code]>,
  place?: FindingPlace,
  severity?: Severity,
): Finding {
  const entry: CatalogueEntry = findings[code];
  const values: { readonly [name: string]: Parameter } = parameters;
  const figures: Record<string, string> = {};
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (typeof value !== 'object') figures[name] = String(value);
  }
  return {
    code,
    severity: severity ?? entry.severity,
    message: fill(entry.message, values),
    ...(entry.help ? { help: fill(entry.help, values) } : {}),
    ...(place ? { place } : {}),
    figures,
  };
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors first, then warnings, then what is only said; otherwise the order given. */
export const sortFindings = (all: readonly Finding[]): Finding[] =>
  [...all].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
