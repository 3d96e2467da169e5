/** Writes `operations.generated.ts` from the API's document. A tool of development, run by `npm run generate`. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describeRoutes } from '../http/openapi/document.ts';
import { routes } from '../http/routes/index.ts';
import { type ApiDocument, describeOperations } from './operations.ts';

/** The generated module's text. */
export const generateOperations = (): string =>
  describeOperations(describeRoutes(routes, undefined) as unknown as ApiDocument);

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(new URL('operations.generated.ts', import.meta.url), generateOperations());
