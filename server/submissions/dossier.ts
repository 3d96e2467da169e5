/** What a unit filed for one year, audited together: one part for each edition it was filed by. */
import { auditDossier, formOfValue, type Submission } from '../../engine/index.ts';
import type { UnitDossier } from '../../schemas/generated/types.ts';
import type { Rulebooks } from '../library.ts';
import { findEdition, planOf } from '../rulebooks/find.ts';
import type { Database } from '../store/database.ts';
import type { UnitRow } from '../store/tables.ts';
import { findFiling } from './filings.ts';
import { listSubmissions } from './listing.ts';
import { type ListedSubmission, shownSummary } from './record.ts';

/** Latest filings only; a form that was never filed is not part of it. */
export async function dossierOf(
  db: Database,
  library: Rulebooks,
  { id, name, path }: Pick<UnitRow, 'id' | 'name' | 'path'>,
  year: string,
  viewer: { inside: boolean },
): Promise<UnitDossier> {
  const rows = await listSubmissions(db, { scope: { path, exact: true }, year });
  const groups = new Map<string, ListedSubmission[]>();
  for (const row of rows.filter(({ filings }) => filings > 0)) {
    const key = `${row.rulebook}@${row.edition}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const parts: UnitDossier['parts'] = [];
  for (const submissions of groups.values()) {
    const { rulebook, edition } = submissions[0]!;
    const plan = planOf(await findEdition(library, rulebook, edition));
    const forms = [];
    for (const row of submissions) {
      const { input } = (await findFiling(db, row.id, row.filings))!;
      forms.push(formOfValue(JSON.parse(input) as Submission));
    }
    const { audit } = await auditDossier(plan, { dossier: name }, forms);
    parts.push({
      rulebook,
      edition,
      submissions: submissions.map((row) => shownSummary(row, viewer)),
      audit,
    });
  }
  return { unit: { id, name }, year, parts };
}
