/** Every route of the server. The app, the API's document and the tests of who may do what are all made from this list. */
import type { AnyRoute } from '../route.ts';
import * as account from './account.ts';
import * as forms from './forms.ts';
import * as openId from './open-id.ts';
import * as pages from './pages.ts';
import * as people from './people.ts';
import * as rulebooks from './rulebooks.ts';
import * as session from './session.ts';
import * as system from './system.ts';
import * as units from './units.ts';

export const routes: readonly AnyRoute[] = [
  session.setupStatus,
  session.setUp,
  session.signInMethods,
  session.signIn,
  openId.begin,
  openId.finish,
  session.whoAmI,
  session.signOut,
  account.changePassword,
  account.listTokens,
  account.issueToken,
  account.revokeToken,
  people.list,
  people.create,
  people.read,
  people.change,
  units.list,
  units.create,
  units.read,
  units.change,
  rulebooks.list,
  rulebooks.content,
  rulebooks.source,
  rulebooks.check,
  forms.evaluate,
  forms.audit,
  forms.auditDossier,
  forms.explain,
  pages.example,
  system.listLog,
  system.checkLog,
  system.health,
  system.ready,
  system.metrics,
  pages.start,
  pages.docs,
  pages.file,
  pages.openapi,
];
