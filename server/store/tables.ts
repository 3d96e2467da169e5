/**
 * What is stored, table by table. Decimals are text, times are UTC in ISO 8601, flags are 0 or 1, documents are JSON or
 * YAML text: both databases keep all of these the same way.
 */
import type { Role } from '../../schemas/generated/types.ts';

type Flag = 0 | 1;

/** A region or a unit: a node of one tree. `path` is the ids from the root, as `/root/below/`. */
export interface UnitRow {
  id: string;
  kind: 'region' | 'unit';
  name: string;
  code: string | null;
  parentId: string | null;
  path: string;
  active: Flag;
  /** Whether it came with the sample data, and goes with it; so does everything that belongs to it. Never changes. */
  sample: Flag;
  version: number;
  createdAt: string;
  updatedAt: string;
}

export interface PersonRow {
  id: string;
  /** The name to sign in with, in the one form it is compared in. */
  name: string;
  displayName: string;
  role: Role;
  unitId: string;
  passwordHash: string | null;
  /** Who the person is to an OpenID Connect provider: issuer and subject. */
  subject: string | null;
  active: Flag;
  version: number;
  createdAt: string;
  updatedAt: string;
  signedInAt: string | null;
}

/** A session is known by the hash of its secret, so a copy of the database signs nobody in. */
export interface SessionRow {
  hash: string;
  personId: string;
  csrfToken: string;
  createdAt: string;
  expiresAt: string;
}

export interface ApiTokenRow {
  id: string;
  personId: string;
  name: string;
  hash: string;
  createdAt: string;
  expiresAt: string;
  usedAt: string | null;
}

/** A published edition: its text never changes. A `draft` among them came with the program and may be copied, not filed against. */
export interface EditionRow {
  rulebook: string;
  edition: string;
  /** The region whose policy staff look after it; null for what came with the program. */
  unitId: string | null;
  state: 'draft' | 'published' | 'retired';
  /** Of the content, as the plan has it. */
  hash: string;
  text: string;
  note: string;
  draftId: string | null;
  publishedAt: string;
  publishedBy: string | null;
  retiredAt: string | null;
  retirementNote: string | null;
  casesPassed: number | null;
  casesFailed: number | null;
  version: number;
}

/** A file of cases beside a published edition. */
export interface EditionCaseRow {
  rulebook: string;
  edition: string;
  path: string;
  text: string;
}

export interface DraftRow {
  id: string;
  rulebook: string;
  edition: string;
  unitId: string;
  state: 'open' | 'published' | 'discarded';
  /** The name of the edition it was copied from, as `id@2000`. */
  basedOn: string | null;
  version: number;
  createdAt: string;
  createdBy: string | null;
  updatedAt: string;
  updatedBy: string | null;
}

/** A file of a draft as it stands: `rulebook.yaml`, or a file of cases. */
export interface DraftFileRow {
  draftId: string;
  path: string;
  text: string;
}

/** One change of one file of a draft; `text` null is its removal. Nothing here is ever changed. */
export interface DraftVersionRow {
  draftId: string;
  version: number;
  path: string;
  text: string | null;
  savedAt: string;
  savedBy: string | null;
}

export interface TaskRow {
  id: string;
  unitId: string;
  title: string;
  rulebook: string;
  edition: string;
  year: string;
  subject: 'project' | 'department';
  due: string;
  note: string | null;
  state: 'open' | 'closed';
  version: number;
  createdAt: string;
  createdBy: string | null;
}

export interface TaskUnitRow {
  taskId: string;
  unitId: string;
  /** The day it is due for this unit, where that is not the task's. */
  due: string | null;
}

/** A unit's word that it does not owe the form of a task, and what it was answered. */
export interface ExcuseRow {
  taskId: string;
  unitId: string;
  state: 'asked' | 'granted' | 'refused';
  reason: string;
  askedAt: string;
  askedBy: string | null;
  answer: string | null;
  answeredAt: string | null;
  answeredBy: string | null;
  version: number;
}

export interface SubmissionRow {
  id: string;
  unitId: string;
  taskId: string | null;
  rulebook: string;
  edition: string;
  year: string;
  subject: 'project' | 'department';
  name: string;
  state: 'draft' | 'filed' | 'returned' | 'accepted';
  /** The form as it is being filled in, as JSON; it may be incomplete. */
  document: string;
  filings: number;
  version: number;
  createdAt: string;
  createdBy: string | null;
  updatedAt: string;
  updatedBy: string | null;
  /** The reviewer it was given to. */
  assigneeId: string | null;
}

/** A form as it was filed. Nothing here is ever changed. */
export interface FilingRow {
  submissionId: string;
  number: number;
  document: string;
  evaluationId: string;
  filedAt: string;
  filedBy: string | null;
}

/** An evaluation with all it takes to make it again. Nothing here is ever changed. */
export interface EvaluationRow {
  id: string;
  submissionId: string;
  filing: number;
  rulebook: string;
  edition: string;
  rulebookHash: string;
  engineVersion: string;
  input: string;
  result: string;
  total: string;
  outOf: string;
  grade: string | null;
  claimed: string | null;
  /** How often each finding was made: a JSON list of `{ code, severity, count }`. */
  findings: string;
  /** The points of its lines: a JSON list of `{ id, name, weight, points }`; null for what was filed before it was kept. */
  lines: string | null;
  createdAt: string;
}

export interface ReviewRow {
  submissionId: string;
  filing: number;
  reviewerId: string | null;
  state: 'open' | 'returned' | 'accepted';
  /** A JSON list of `{ line, points?, reason? }`. */
  rows: string;
  note: string | null;
  total: string | null;
  updatedAt: string;
}

export interface JobRow {
  id: string;
  personId: string;
  kind: 'difference' | 'impact' | 'verification' | 'cases' | 'backup' | 'backup-check';
  about: string;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  progressDone: number;
  progressOf: number;
  result: string | null;
  message: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

/** What was answered to a request that carried a key, so that the same request sent again changes nothing. */
export interface IdempotencyRow {
  personId: string;
  key: string;
  fingerprint: string;
  status: number;
  version: number;
  body: string;
  createdAt: string;
}

/** One change of state. Rows are only ever added; each carries the hash of the one before. */
export interface LogRow {
  seq: number;
  at: string;
  personId: string | null;
  action: string;
  kind: string;
  subjectId: string;
  before: string | null;
  after: string | null;
  previous: string;
  hash: string;
}

/** One row: the last entry of the log. Whoever writes takes it first, so writers follow one another. */
export interface LogHeadRow {
  id: 1;
  seq: number;
  hash: string;
}

export interface Tables {
  units: UnitRow;
  people: PersonRow;
  sessions: SessionRow;
  apiTokens: ApiTokenRow;
  editions: EditionRow;
  editionCases: EditionCaseRow;
  drafts: DraftRow;
  draftFiles: DraftFileRow;
  draftVersions: DraftVersionRow;
  tasks: TaskRow;
  taskUnits: TaskUnitRow;
  excuses: ExcuseRow;
  submissions: SubmissionRow;
  filings: FilingRow;
  evaluations: EvaluationRow;
  reviews: ReviewRow;
  jobs: JobRow;
  idempotencyKeys: IdempotencyRow;
  log: LogRow;
  logHead: LogHeadRow;
}
