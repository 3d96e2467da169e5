/** Every route of the server. The app and the API's document are both made from this list. */
import type { Route } from '../route.ts';
import { audit, auditDossier, evaluate, explain } from './forms.ts';
import { docs, example, file, health, openapi, start } from './pages.ts';
import { check, content, list, source } from './rulebooks.ts';

export const routes: readonly Route[] = [
  list,
  content,
  source,
  check,
  evaluate,
  audit,
  auditDossier,
  explain,
  example,
  start,
  docs,
  file,
  openapi,
  health,
];
