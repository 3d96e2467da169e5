// Generated from the API’s document (npm run generate) – do not edit.
import type {
  Acceptance,
  Against,
  ApiTokenList,
  Audit,
  BackupList,
  BulkAcceptance,
  BulkAssignment,
  BulkOutcome,
  BulkReturn,
  CaseFileList,
  Checked,
  Draft,
  DraftPage,
  DraftPreview,
  DraftText,
  DraftVersionContent,
  DraftVersionPage,
  EarlierForm,
  EditionState,
  Evaluation,
  ExcuseAnswer,
  Explained,
  Extension,
  Filing,
  FilingComparison,
  FilingList,
  FormDescription,
  ImpactFormPage,
  ImpactRequest,
  InlineDossier,
  IssuedToken,
  Job,
  JobPage,
  JobResult,
  LineDocument,
  LineExplanation,
  LineList,
  LoadedSample,
  LogPage,
  LogVerification,
  MadePassword,
  NewApiToken,
  NewDraft,
  NewExcuse,
  NewPerson,
  NewSubmission,
  NewTask,
  NewUnit,
  OpenSessionList,
  PasswordChange,
  PastedList,
  PastedOutcome,
  Person,
  PersonChange,
  PersonPage,
  Preview,
  Publication,
  Published,
  Ranking,
  Receipt,
  Reminder,
  Reopening,
  Results,
  Retirement,
  Returning,
  Review,
  ReviewDraft,
  ReviewerList,
  RolledUp,
  Rulebook,
  RulebookDocument,
  RulebookList,
  SampleSignIn,
  SampleState,
  SavedForm,
  Session,
  Setup,
  SetupStatus,
  SignIn,
  SignInMethods,
  Statistics,
  Submission,
  SubmissionForm,
  SubmissionName,
  SubmissionPage,
  SubmissionRecord,
  Task,
  TaskChange,
  TaskPage,
  TaskProgress,
  Unit,
  UnitChange,
  UnitDossier,
  UnitPage,
  Verification,
} from '../../schemas/generated/types.ts';

/** What each operation takes and answers. */
export interface Operations {
  /** 通过 · Accept a submission */
  acceptSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: Acceptance | undefined;
    answer: Review;
  };
  /** 成批通过 · Accept what is clean */
  acceptSubmissions: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: BulkAcceptance;
    answer: BulkOutcome;
  };
  /** 答复免报 · Answer whether a form is owed */
  answerExcuse: {
    path: { task: string | number; unit: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: ExcuseAnswer;
    answer: TaskProgress;
  };
  /** 申请免报 · Say that no form is owed */
  askExcuse: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewExcuse;
    answer: Task;
  };
  /** 分派 · Give forms to a colleague */
  assignSubmissions: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: BulkAssignment;
    answer: BulkOutcome;
  };
  /** 稽核一份申报材料 · Audit a dossier */
  auditDossier: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: InlineDossier;
    answer: Audit;
  };
  /** 稽核一张自评表 · Audit a form */
  auditForm: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Submission;
    answer: Evaluation;
  };
  /** 取消作业 · Cancel a job */
  cancelJob: {
    path: { job: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Job;
  };
  /** 换自己的密码 · Change your own password */
  changePassword: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: PasswordChange;
    answer: undefined;
  };
  /** 更改、停用人员 · Change or remove a person */
  changePerson: {
    path: { person: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: PersonChange;
    answer: Person;
  };
  /** 更改、结束任务 · Change or close a task */
  changeTask: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: TaskChange;
    answer: Task;
  };
  /** 更改地区或单位 · Change a region or a unit */
  changeUnit: {
    path: { unit: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: UnitChange;
    answer: Unit;
  };
  /** 核对一个备份 · Check a backup */
  checkBackup: {
    path: { backup: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Job;
  };
  /** 为草案查错 · Check a draft */
  checkDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: DraftText | undefined;
    answer: Checked;
  };
  /** 为评分规则查错 · Check a rulebook */
  checkRulebook: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Rulebook;
    answer: Checked;
  };
  /** 草案与一版比较 · Compare a draft with an edition */
  compareDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Against | undefined;
    answer: Job;
  };
  /** 两版比较 · Compare two editions */
  compareEditions: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Against;
    answer: Job;
  };
  /** 自评、重算与评审逐行对照 · Compare what was claimed, computed and reviewed */
  compareFiling: {
    path: { submission: string | number; number: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: FilingComparison;
  };
  /** 起草 · Begin a draft */
  createDraft: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewDraft;
    answer: Draft;
  };
  /** 建立人员 · Create a person */
  createPerson: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewPerson;
    answer: Person;
  };
  /** 新建自评表 · Begin a submission */
  createSubmission: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewSubmission;
    answer: SubmissionRecord;
  };
  /** 布置任务 · Ask units to file */
  createTask: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewTask;
    answer: Task;
  };
  /** 建立地区或单位 · Create a region or a unit */
  createUnit: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewUnit;
    answer: Unit;
  };
  /** 放弃草案 · Discard a draft */
  discardDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: undefined;
    answer: Draft;
  };
  /** 下载一个备份 · Download a backup */
  downloadBackup: {
    path: { backup: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: string;
  };
  /** 退出其他各处的登录 · Sign out everywhere else */
  endOtherSessions: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 给自评表计分 · Score a form */
  evaluateForm: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Submission;
    answer: Evaluation;
  };
  /** 一次报送中一行的得分怎样得来 · Explain one line of a filing */
  explainFiledLine: {
    path: { submission: string | number; number: string | number; line: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LineExplanation;
  };
  /** 一次报送的得分说明 · Explain the score of a filing */
  explainFiling: {
    path: { submission: string | number; number: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: string;
  };
  /** 把得分逐行讲清楚 · Explain the score of a form */
  explainForm: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Submission;
    answer: Explained;
  };
  /** 给一些单位延期 · Give units more time */
  extendTask: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: Extension;
    answer: TaskProgress;
  };
  /** 报送自评表 · File a submission */
  fileSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'Idempotency-Key'?: string | number; 'If-Match': string | number };
    body: SubmissionForm | undefined;
    answer: Receipt;
  };
  /** 一个单位一个年度的申报材料 · Get the dossier of a unit and year */
  getDossier: {
    path: { unit: string | number; year: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: UnitDossier;
  };
  /** 一份草案 · Get a draft */
  getDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Draft;
  };
  /** 草案的一次改动 · Get a version of a draft */
  getDraftVersion: {
    path: { draft: string | number; version: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: DraftVersionContent;
  };
  /** 取用以前报过的 · Get what was filed before */
  getEarlierForm: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: EarlierForm;
  };
  /** 一版的用例 · Get the cases of an edition */
  getEditionCases: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: CaseFileList;
  };
  /** 一版的发布与停用 · Get the state of an edition */
  getEditionState: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: EditionState;
  };
  /** 一张真实填报的自评表 · Get a form that was really filed */
  getExample: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Submission;
  };
  /** 一次报送 · Get a filing */
  getFiling: {
    path: { submission: string | number; number: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Filing;
  };
  /** 一版规则要填的表 · Get the form of a rulebook */
  getForm: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: FormDescription;
  };
  /** 一个作业 · Get a job */
  getJob: {
    path: { job: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Job;
  };
  /** 作业的结果 · Get the result of a job */
  getJobResult: {
    path: { job: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: JobResult;
  };
  /** 一行怎样计分 · How one line is scored */
  getLine: {
    path: { rulebook: string | number; edition: string | number; line: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LineDocument;
  };
  /** 一个人员 · Get a person */
  getPerson: {
    path: { person: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Person;
  };
  /** 排名 · Rank the forms */
  getRanking: {
    path: undefined;
    query: { unit?: string | number; year?: string | number; rulebook?: string | number; edition?: string | number; state?: 'filed' | 'returned' | 'accepted'; format?: 'json' | 'csv'; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Ranking;
  };
  /** 该催的单位 · Whom to remind */
  getReminder: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Reminder;
  };
  /** 能不能另报一次 · Whether a form may be filed anew */
  getReopening: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Reopening;
  };
  /** 汇总 · Roll the forms up into one */
  getRollup: {
    path: undefined;
    query: { unit?: string | number; rulebook: string | number; edition: string | number; year?: string | number; state?: 'filed' | 'returned' | 'accepted'; subject?: 'project' | 'department'; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: RolledUp;
  };
  /** 一份评分规则 · Get a rulebook */
  getRulebook: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: RulebookDocument;
  };
  /** 评分规则的 YAML 原文 · Get the text of a rulebook */
  getRulebookSource: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: string;
  };
  /** 演示数据的状态 · Whether the sample data is there */
  getSampleData: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SampleState;
  };
  /** 谁登录着，能做什么 · Who is signed in, and what they may do */
  getSession: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Session;
  };
  /** 是否还没有管理员 · Whether there is no administrator yet */
  getSetup: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SetupStatus;
  };
  /** 有哪些登录方式 · The ways to sign in */
  getSignInMethods: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SignInMethods;
  };
  /** 统计 · Get statistics */
  getStatistics: {
    path: undefined;
    query: { unit?: string | number; year?: string | number; rulebook?: string | number; edition?: string | number; format?: 'json' | 'csv'; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Statistics;
  };
  /** 一张自评表 · Get a submission */
  getSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SubmissionRecord;
  };
  /** 一项任务 · Get a task */
  getTask: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Task;
  };
  /** 谁报了，谁没报 · See who has filed and who has not */
  getTaskProgress: {
    path: { task: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: TaskProgress;
  };
  /** 一个地区或单位 · Get a region or a unit */
  getUnit: {
    path: { unit: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Unit;
  };
  /** 建立接口令牌 · Issue an API token */
  issueToken: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: NewApiToken;
    answer: IssuedToken;
  };
  /** 备份目录 · List the backups */
  listBackups: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: BackupList;
  };
  /** 草案的用例 · Get the cases of a draft */
  listDraftCases: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: CaseFileList;
  };
  /** 草案的历史 · List the versions of a draft */
  listDraftVersions: {
    path: { draft: string | number };
    query: { limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: DraftVersionPage;
  };
  /** 草案目录 · List the drafts */
  listDrafts: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: DraftPage;
  };
  /** 历次报送 · List the filings */
  listFilings: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: FilingList;
  };
  /** 影响测算里的各张表 · List the forms of an impact */
  listImpactForms: {
    path: { job: string | number };
    query: { move?: 'up' | 'down' | 'same'; gradeBefore?: string | number; gradeAfter?: string | number; limit?: string | number; cursor?: string | number; offset?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: ImpactFormPage;
  };
  /** 自己的作业 · List your own jobs */
  listJobs: {
    path: undefined;
    query: { kind?: 'difference' | 'impact' | 'verification' | 'cases' | 'backup' | 'backup-check'; limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: JobPage;
  };
  /** 一版的各行怎样计分 · How the lines of an edition are scored */
  listLines: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LineList;
  };
  /** 日志 · Read the log */
  listLog: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number; about?: string | number; action?: string | number; person?: string | number; from?: string | number; to?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LogPage;
  };
  /** 人员目录 · List the people */
  listPeople: {
    path: undefined;
    query: { unit?: string | number; role?: 'administrator' | 'policy' | 'unit' | 'reviewer'; q?: string | number; sort?: 'unit' | '-unit' | 'name' | '-name' | 'login' | '-login' | 'role' | '-role' | 'signedIn' | '-signedIn'; limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: PersonPage;
  };
  /** 审核人 · List the reviewers */
  listReviewers: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: ReviewerList;
  };
  /** 评分规则目录 · List the rulebooks */
  listRulebooks: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: RulebookList;
  };
  /** 自己在各处的登录 · Where you are signed in */
  listSessions: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: OpenSessionList;
  };
  /** 自评表目录 · List the submissions */
  listSubmissions: {
    path: undefined;
    query: { unit?: string | number; year?: string | number; rulebook?: string | number; edition?: string | number; task?: string | number; state?: string | number; grade?: string | number; severity?: string | number; finding?: string | number; difference?: string | number; differenceFrom?: string | number; rateFrom?: string | number; rateTo?: string | number; lostOn?: string | number; assignee?: string | number; q?: string | number; sort?: 'begun' | '-begun' | 'difference' | '-difference' | 'total' | '-total' | 'rate' | '-rate' | 'severity' | '-severity' | 'filed' | '-filed' | 'unit' | '-unit' | 'updated' | '-updated'; format?: 'json' | 'csv'; limit?: string | number; cursor?: string | number; offset?: string | number; place?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SubmissionPage;
  };
  /** 任务目录 · List the tasks */
  listTasks: {
    path: undefined;
    query: { state?: 'open' | 'closed'; year?: string | number; limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: TaskPage;
  };
  /** 自己的接口令牌 · List your own API tokens */
  listTokens: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: ApiTokenList;
  };
  /** 地区与单位 · List the regions and units */
  listUnits: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number; lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: UnitPage;
  };
  /** 装入演示数据 · Load the sample data */
  loadSampleData: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LoadedSample;
  };
  /** 做一个备份 · Make a backup */
  makeBackup: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: Job;
  };
  /** 代拟新密码 · Make a new password */
  makePassword: {
    path: { person: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: undefined;
    answer: MadePassword;
  };
  /** 测算草案对已报的表的影响 · Measure the impact of a draft on filed forms */
  measureImpact: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: ImpactRequest | undefined;
    answer: Job;
  };
  /** 粘贴人员名单 · Create people from a list */
  pastePeople: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: PastedList;
    answer: PastedOutcome;
  };
  /** 粘贴单位名单 · Create units from a list */
  pasteUnits: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: PastedList;
    answer: PastedOutcome;
  };
  /** 用草案试算一张表 · Score a form by a draft */
  previewDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: DraftPreview;
    answer: Evaluation;
  };
  /** 边填边算 · Score a form as it is typed */
  previewSubmission: {
    path: { submission: string | number };
    query: { explain?: string | number; explanation?: 'true' | 'false'; lang?: 'zh' | 'en' };
    headers: undefined;
    body: SubmissionForm;
    answer: Preview;
  };
  /** 发布草案 · Publish a draft */
  publishDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: Publication;
    answer: Published;
  };
  /** 删除一个备份 · Remove a backup */
  removeBackup: {
    path: { backup: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 删去一个用例文件 · Remove a file of cases */
  removeDraftCase: {
    path: { draft: string | number; folder: 'cases' | 'constructed'; file: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: undefined;
    answer: Draft;
  };
  /** 移除演示数据 · Remove the sample data */
  removeSampleData: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: SampleState;
  };
  /** 删除草稿 · Discard a draft */
  removeSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: undefined;
    answer: undefined;
  };
  /** 改项目名称 · Rename a project */
  renameSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: SubmissionName;
    answer: SubmissionRecord;
  };
  /** 另报一次 · Take a form up to file it anew */
  reopenSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: undefined;
    answer: SubmissionRecord;
  };
  /** 停用一版 · Retire an edition */
  retireEdition: {
    path: { rulebook: string | number; edition: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Retirement;
    answer: EditionState;
  };
  /** 退回 · Return a submission */
  returnSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: Returning;
    answer: Review;
  };
  /** 按疑点退回 · Return by a finding */
  returnSubmissions: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: BulkReturn;
    answer: BulkOutcome;
  };
  /** 保存审核意见 · Keep a review */
  reviewSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: ReviewDraft;
    answer: Review;
  };
  /** 收回接口令牌 · Revoke an API token */
  revokeToken: {
    path: { token: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 运行草案的用例 · Run the cases of a draft */
  runDraftCases: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: DraftText | undefined;
    answer: Results;
  };
  /** 保存草案 · Save a draft */
  saveDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: DraftText;
    answer: Draft;
  };
  /** 保存一个用例文件 · Save a file of cases */
  saveDraftCase: {
    path: { draft: string | number; folder: 'cases' | 'constructed'; file: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: DraftText;
    answer: Draft;
  };
  /** 保存自评表 · Save a submission */
  saveSubmission: {
    path: { submission: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: { 'If-Match': string | number };
    body: SubmissionForm;
    answer: SavedForm;
  };
  /** 建立第一个管理员 · Create the first administrator */
  setUp: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Setup;
    answer: Session;
  };
  /** 登录 · Sign in */
  signIn: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: SignIn;
    answer: Session;
  };
  /** 以一个演示的身份试用 · Try it as somebody of the sample */
  signInToTry: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: SampleSignIn;
    answer: Session;
  };
  /** 退出 · Sign out */
  signOut: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 校核草案 · Verify a draft */
  verifyDraft: {
    path: { draft: string | number };
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: DraftText | undefined;
    answer: Verification;
  };
  /** 核验日志 · Verify the log */
  verifyLog: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: undefined;
    answer: LogVerification;
  };
}

/** Where each operation is. */
export const operations = {
  acceptSubmission: { method: 'POST', path: '/api/submissions/{submission}/acceptance' },
  acceptSubmissions: { method: 'POST', path: '/api/reviews/acceptance' },
  answerExcuse: { method: 'PUT', path: '/api/tasks/{task}/excuses/{unit}' },
  askExcuse: { method: 'PUT', path: '/api/tasks/{task}/excuse' },
  assignSubmissions: { method: 'POST', path: '/api/reviews/assignment' },
  auditDossier: { method: 'POST', path: '/api/audit-dossier' },
  auditForm: { method: 'POST', path: '/api/audit' },
  cancelJob: { method: 'DELETE', path: '/api/jobs/{job}' },
  changePassword: { method: 'PUT', path: '/api/session/password' },
  changePerson: { method: 'PUT', path: '/api/people/{person}' },
  changeTask: { method: 'PUT', path: '/api/tasks/{task}' },
  changeUnit: { method: 'PUT', path: '/api/units/{unit}' },
  checkBackup: { method: 'POST', path: '/api/backups/{backup}/check' },
  checkDraft: { method: 'POST', path: '/api/drafts/{draft}/check' },
  checkRulebook: { method: 'POST', path: '/api/check' },
  compareDraft: { method: 'POST', path: '/api/drafts/{draft}/difference' },
  compareEditions: { method: 'POST', path: '/api/rulebooks/{rulebook}/{edition}/difference' },
  compareFiling: { method: 'GET', path: '/api/submissions/{submission}/filings/{number}/comparison' },
  createDraft: { method: 'POST', path: '/api/drafts' },
  createPerson: { method: 'POST', path: '/api/people' },
  createSubmission: { method: 'POST', path: '/api/submissions' },
  createTask: { method: 'POST', path: '/api/tasks' },
  createUnit: { method: 'POST', path: '/api/units' },
  discardDraft: { method: 'DELETE', path: '/api/drafts/{draft}' },
  downloadBackup: { method: 'GET', path: '/api/backups/{backup}' },
  endOtherSessions: { method: 'DELETE', path: '/api/sessions' },
  evaluateForm: { method: 'POST', path: '/api/evaluate' },
  explainFiledLine: { method: 'GET', path: '/api/submissions/{submission}/filings/{number}/lines/{line}' },
  explainFiling: { method: 'GET', path: '/api/submissions/{submission}/filings/{number}/explanation' },
  explainForm: { method: 'POST', path: '/api/explain' },
  extendTask: { method: 'POST', path: '/api/tasks/{task}/extension' },
  fileSubmission: { method: 'POST', path: '/api/submissions/{submission}/filings' },
  getDossier: { method: 'GET', path: '/api/units/{unit}/dossiers/{year}' },
  getDraft: { method: 'GET', path: '/api/drafts/{draft}' },
  getDraftVersion: { method: 'GET', path: '/api/drafts/{draft}/versions/{version}' },
  getEarlierForm: { method: 'GET', path: '/api/submissions/{submission}/earlier' },
  getEditionCases: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/cases' },
  getEditionState: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/state' },
  getExample: { method: 'GET', path: '/api/example' },
  getFiling: { method: 'GET', path: '/api/submissions/{submission}/filings/{number}' },
  getForm: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/form' },
  getJob: { method: 'GET', path: '/api/jobs/{job}' },
  getJobResult: { method: 'GET', path: '/api/jobs/{job}/result' },
  getLine: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/lines/{line}' },
  getPerson: { method: 'GET', path: '/api/people/{person}' },
  getRanking: { method: 'GET', path: '/api/statistics/ranking' },
  getReminder: { method: 'GET', path: '/api/tasks/{task}/reminder' },
  getReopening: { method: 'GET', path: '/api/submissions/{submission}/reopening' },
  getRollup: { method: 'GET', path: '/api/statistics/rollup' },
  getRulebook: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}' },
  getRulebookSource: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/source' },
  getSampleData: { method: 'GET', path: '/api/sample-data' },
  getSession: { method: 'GET', path: '/api/session' },
  getSetup: { method: 'GET', path: '/api/setup' },
  getSignInMethods: { method: 'GET', path: '/api/sign-in' },
  getStatistics: { method: 'GET', path: '/api/statistics' },
  getSubmission: { method: 'GET', path: '/api/submissions/{submission}' },
  getTask: { method: 'GET', path: '/api/tasks/{task}' },
  getTaskProgress: { method: 'GET', path: '/api/tasks/{task}/progress' },
  getUnit: { method: 'GET', path: '/api/units/{unit}' },
  issueToken: { method: 'POST', path: '/api/tokens' },
  listBackups: { method: 'GET', path: '/api/backups' },
  listDraftCases: { method: 'GET', path: '/api/drafts/{draft}/cases' },
  listDraftVersions: { method: 'GET', path: '/api/drafts/{draft}/versions' },
  listDrafts: { method: 'GET', path: '/api/drafts' },
  listFilings: { method: 'GET', path: '/api/submissions/{submission}/filings' },
  listImpactForms: { method: 'GET', path: '/api/jobs/{job}/forms' },
  listJobs: { method: 'GET', path: '/api/jobs' },
  listLines: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/lines' },
  listLog: { method: 'GET', path: '/api/log' },
  listPeople: { method: 'GET', path: '/api/people' },
  listReviewers: { method: 'GET', path: '/api/reviews/reviewers' },
  listRulebooks: { method: 'GET', path: '/api/rulebooks' },
  listSessions: { method: 'GET', path: '/api/sessions' },
  listSubmissions: { method: 'GET', path: '/api/submissions' },
  listTasks: { method: 'GET', path: '/api/tasks' },
  listTokens: { method: 'GET', path: '/api/tokens' },
  listUnits: { method: 'GET', path: '/api/units' },
  loadSampleData: { method: 'POST', path: '/api/sample-data' },
  makeBackup: { method: 'POST', path: '/api/backups' },
  makePassword: { method: 'POST', path: '/api/people/{person}/password' },
  measureImpact: { method: 'POST', path: '/api/drafts/{draft}/impact' },
  pastePeople: { method: 'POST', path: '/api/people/list' },
  pasteUnits: { method: 'POST', path: '/api/units/list' },
  previewDraft: { method: 'POST', path: '/api/drafts/{draft}/preview' },
  previewSubmission: { method: 'POST', path: '/api/submissions/{submission}/preview' },
  publishDraft: { method: 'POST', path: '/api/drafts/{draft}/publication' },
  removeBackup: { method: 'DELETE', path: '/api/backups/{backup}' },
  removeDraftCase: { method: 'DELETE', path: '/api/drafts/{draft}/cases/{folder}/{file}' },
  removeSampleData: { method: 'DELETE', path: '/api/sample-data' },
  removeSubmission: { method: 'DELETE', path: '/api/submissions/{submission}' },
  renameSubmission: { method: 'PUT', path: '/api/submissions/{submission}/name' },
  reopenSubmission: { method: 'POST', path: '/api/submissions/{submission}/reopening' },
  retireEdition: { method: 'POST', path: '/api/rulebooks/{rulebook}/{edition}/retirement' },
  returnSubmission: { method: 'POST', path: '/api/submissions/{submission}/return' },
  returnSubmissions: { method: 'POST', path: '/api/reviews/return' },
  reviewSubmission: { method: 'PUT', path: '/api/submissions/{submission}/review' },
  revokeToken: { method: 'DELETE', path: '/api/tokens/{token}' },
  runDraftCases: { method: 'POST', path: '/api/drafts/{draft}/case-results' },
  saveDraft: { method: 'PUT', path: '/api/drafts/{draft}' },
  saveDraftCase: { method: 'PUT', path: '/api/drafts/{draft}/cases/{folder}/{file}' },
  saveSubmission: { method: 'PUT', path: '/api/submissions/{submission}' },
  setUp: { method: 'POST', path: '/api/setup' },
  signIn: { method: 'POST', path: '/api/session' },
  signInToTry: { method: 'POST', path: '/api/session/sample' },
  signOut: { method: 'DELETE', path: '/api/session' },
  verifyDraft: { method: 'POST', path: '/api/drafts/{draft}/verification' },
  verifyLog: { method: 'GET', path: '/api/log/verification' },
} as const satisfies { [Name in keyof Operations]: { method: string; path: string } };
