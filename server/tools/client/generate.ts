/** Writes what is made from the routes and the rights: the client's operations and rights, the tables in the documentation. Run by `npm run generate`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describeRoutes } from '../../http/openapi/document.ts';
import { routes } from '../../http/routes/index.ts';
import { pages, withTable } from './documentation.ts';
import { type ApiDocument, describeOperations } from './operations.ts';
import { generateRights } from './rights.ts';

/** The generated module's text. */
export const generateOperations = (): string =>
  describeOperations(describeRoutes(routes, undefined) as unknown as ApiDocument);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(new URL('../../client/operations.generated.ts', import.meta.url), generateOperations());
  writeFileSync(new URL('../../client/rights.generated.ts', import.meta.url), generateRights());
  for (const { path, mark, table } of pages) {
    const page = new URL(`../../../${path}`, import.meta.url);
    writeFileSync(page, withTable(readFileSync(page, 'utf8'), mark, table));
  }
}
