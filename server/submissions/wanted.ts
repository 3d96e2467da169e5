/** Which submissions are meant: those of nodes of the tree, narrowed by what is given. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { pathsEnd } from '../people/units.ts';
import type { SubmissionRow } from '../store/tables.ts';

/** Nodes of the tree: one, or one with all below it. */
export interface Scope {
  path: string;
  exact: boolean;
}

export interface Wanted {
  scope: Scope;
  year?: string | undefined;
  rulebook?: string | undefined;
  edition?: string | undefined;
  task?: string | undefined;
  state?: SubmissionRow['state'] | undefined;
}

/** The condition of a query that reads `submissions` with their `units`. */
export function conditionsOf({ scope, year, rulebook, edition, task, state }: Wanted): RawBuilder<SqlBool> {
  const path = sql.ref('units.path');
  const conditions = scope.exact
    ? [sql<SqlBool>`${path} = ${scope.path}`]
    : [sql<SqlBool>`${path} >= ${scope.path}`, sql<SqlBool>`${path} < ${pathsEnd(scope.path)}`];
  const equal = { year, rulebook, edition, taskId: task, state };
  for (const [column, value] of Object.entries(equal))
    if (value !== undefined) conditions.push(sql<SqlBool>`${sql.ref(`submissions.${column}`)} = ${value}`);
  return sql.join(conditions, sql` and `);
}
