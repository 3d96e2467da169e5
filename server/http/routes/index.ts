/** Every route of the server. The app, the API's document and the tests of who may do what are all made from this list. */
import type { AnyRoute } from '../route.ts';
import * as account from './account.ts';
import * as backups from './backups.ts';
import * as bulk from './bulk.ts';
import * as dossiers from './dossiers.ts';
import * as draftFiles from './draft-files.ts';
import * as draftWork from './draft-work.ts';
import * as drafts from './drafts.ts';
import * as earlier from './earlier.ts';
import * as editions from './editions.ts';
import * as filings from './filings.ts';
import * as forms from './forms.ts';
import * as impactForms from './impact-forms.ts';
import * as jobs from './jobs.ts';
import * as openId from './open-id.ts';
import * as pages from './pages.ts';
import * as pasted from './pasted.ts';
import * as people from './people.ts';
import * as personPassword from './person-password.ts';
import * as queue from './queue.ts';
import * as reopening from './reopening.ts';
import * as reviews from './reviews.ts';
import * as rulebookLines from './rulebook-lines.ts';
import * as rulebooks from './rulebooks.ts';
import * as sample from './sample.ts';
import * as session from './session.ts';
import * as statistics from './statistics.ts';
import * as submissionName from './submission-name.ts';
import * as submissions from './submissions.ts';
import * as system from './system.ts';
import * as taskUnits from './task-units.ts';
import * as tasks from './tasks.ts';
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
  sample.signIn,
  sample.state,
  sample.load,
  sample.remove,
  account.changePassword,
  account.listSessions,
  account.endOtherSessions,
  account.listTokens,
  account.issueToken,
  account.revokeToken,
  people.list,
  people.create,
  people.read,
  people.change,
  personPassword.make,
  pasted.people,
  units.list,
  units.create,
  units.read,
  units.change,
  pasted.units,
  rulebooks.list,
  rulebooks.content,
  rulebooks.form,
  rulebooks.line,
  rulebookLines.list,
  rulebooks.source,
  rulebooks.check,
  editions.state,
  editions.cases,
  editions.retire,
  jobs.editionDifference,
  drafts.list,
  drafts.create,
  drafts.read,
  drafts.save,
  drafts.discard,
  draftFiles.versions,
  draftFiles.version,
  draftFiles.listCases,
  draftFiles.saveCase,
  draftFiles.removeCase,
  draftWork.check,
  draftWork.verification,
  draftWork.caseResults,
  draftWork.preview,
  jobs.draftDifference,
  jobs.draftImpact,
  editions.publish,
  jobs.list,
  jobs.read,
  jobs.result,
  impactForms.list,
  jobs.cancel,
  forms.evaluate,
  forms.audit,
  forms.auditDossier,
  forms.explain,
  queue.list,
  submissions.create,
  submissions.read,
  submissions.save,
  submissionName.rename,
  submissions.remove,
  submissions.preview,
  earlier.read,
  filings.file,
  filings.list,
  filings.read,
  filings.explanation,
  filings.line,
  filings.comparison,
  reopening.ask,
  reopening.reopen,
  reviews.keep,
  reviews.giveBack,
  reviews.accept,
  bulk.accept,
  bulk.giveBack,
  bulk.assign,
  bulk.reviewers,
  tasks.list,
  tasks.create,
  tasks.read,
  tasks.change,
  tasks.progress,
  taskUnits.extend,
  taskUnits.remind,
  taskUnits.ask,
  taskUnits.answer,
  dossiers.read,
  statistics.overview,
  statistics.ranking,
  statistics.rollUp,
  pages.example,
  system.listLog,
  system.checkLog,
  backups.list,
  backups.make,
  backups.check,
  backups.download,
  backups.remove,
  system.health,
  system.ready,
  system.metrics,
  pages.start,
  pages.aboutPage,
  pages.docs,
  pages.file,
  pages.openapi,
];
