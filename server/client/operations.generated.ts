// Generated from the API’s document (npm run generate) – do not edit.
import type {
  ApiTokenList,
  Audit,
  Checked,
  Evaluation,
  Explained,
  InlineDossier,
  IssuedToken,
  LogPage,
  LogVerification,
  NewApiToken,
  NewPerson,
  NewUnit,
  PasswordChange,
  Person,
  PersonChange,
  PersonPage,
  Rulebook,
  RulebookDocument,
  RulebookList,
  Session,
  Setup,
  SetupStatus,
  SignIn,
  SignInMethods,
  Submission,
  Unit,
  UnitChange,
  UnitPage,
} from '../../schemas/generated/types.ts';

/** What each operation takes and answers. */
export interface Operations {
  /** 稽核一份申报材料 · Audit a dossier */
  auditDossier: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: InlineDossier;
    answer: Audit;
  };
  /** 稽核一张自评表 · Audit a form */
  auditForm: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: Submission;
    answer: Evaluation;
  };
  /** 换自己的密码 · Change one’s own password */
  changePassword: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: PasswordChange;
    answer: undefined;
  };
  /** 更改、停用人员 · Change or remove a person */
  changePerson: {
    path: { person: string | number };
    query: undefined;
    headers: { 'If-Match': string | number };
    body: PersonChange;
    answer: Person;
  };
  /** 更改地区或单位 · Change a region or a unit */
  changeUnit: {
    path: { unit: string | number };
    query: undefined;
    headers: { 'If-Match': string | number };
    body: UnitChange;
    answer: Unit;
  };
  /** 为评分规则查错 · Check a rulebook */
  checkRulebook: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: Rulebook;
    answer: Checked;
  };
  /** 建立人员 · Create a person */
  createPerson: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: NewPerson;
    answer: Person;
  };
  /** 建立地区或单位 · Create a region or a unit */
  createUnit: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: NewUnit;
    answer: Unit;
  };
  /** 给自评表计分 · Score a form */
  evaluateForm: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: Submission;
    answer: Evaluation;
  };
  /** 把得分逐行讲清楚 · Explain the score of a form */
  explainForm: {
    path: undefined;
    query: { lang?: 'zh' | 'en' };
    headers: undefined;
    body: Submission;
    answer: Explained;
  };
  /** 一张真实填报的自评表 · Get a form that was really filed */
  getExample: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: Submission;
  };
  /** 一个人员 · Get a person */
  getPerson: {
    path: { person: string | number };
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: Person;
  };
  /** 一份评分规则 · Get a rulebook */
  getRulebook: {
    path: { rulebook: string | number; edition: string | number };
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: RulebookDocument;
  };
  /** 评分规则的 YAML 原文 · Get the text of a rulebook */
  getRulebookSource: {
    path: { rulebook: string | number; edition: string | number };
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: string;
  };
  /** 谁登录着，能做什么 · Who is signed in, and what they may do */
  getSession: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: Session;
  };
  /** 是否还没有管理员 · Whether there is no administrator yet */
  getSetup: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: SetupStatus;
  };
  /** 有哪些登录方式 · The ways to sign in */
  getSignInMethods: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: SignInMethods;
  };
  /** 一个地区或单位 · Get a region or a unit */
  getUnit: {
    path: { unit: string | number };
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: Unit;
  };
  /** 建立接口令牌 · Issue an API token */
  issueToken: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: NewApiToken;
    answer: IssuedToken;
  };
  /** 日志 · Read the log */
  listLog: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number; about?: string | number };
    headers: undefined;
    body: undefined;
    answer: LogPage;
  };
  /** 人员目录 · List the people */
  listPeople: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number };
    headers: undefined;
    body: undefined;
    answer: PersonPage;
  };
  /** 评分规则目录 · List the rulebooks */
  listRulebooks: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: RulebookList;
  };
  /** 自己的接口令牌 · List one’s own API tokens */
  listTokens: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: ApiTokenList;
  };
  /** 地区与单位 · List the regions and units */
  listUnits: {
    path: undefined;
    query: { limit?: string | number; cursor?: string | number };
    headers: undefined;
    body: undefined;
    answer: UnitPage;
  };
  /** 收回接口令牌 · Revoke an API token */
  revokeToken: {
    path: { token: string | number };
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 建立第一个管理员 · Create the first administrator */
  setUp: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: Setup;
    answer: Session;
  };
  /** 登录 · Sign in */
  signIn: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: SignIn;
    answer: Session;
  };
  /** 退出 · Sign out */
  signOut: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: undefined;
  };
  /** 核验日志 · Verify the log */
  verifyLog: {
    path: undefined;
    query: undefined;
    headers: undefined;
    body: undefined;
    answer: LogVerification;
  };
}

/** Where each operation is. */
export const operations = {
  auditDossier: { method: 'POST', path: '/api/audit-dossier' },
  auditForm: { method: 'POST', path: '/api/audit' },
  changePassword: { method: 'PUT', path: '/api/session/password' },
  changePerson: { method: 'PUT', path: '/api/people/{person}' },
  changeUnit: { method: 'PUT', path: '/api/units/{unit}' },
  checkRulebook: { method: 'POST', path: '/api/check' },
  createPerson: { method: 'POST', path: '/api/people' },
  createUnit: { method: 'POST', path: '/api/units' },
  evaluateForm: { method: 'POST', path: '/api/evaluate' },
  explainForm: { method: 'POST', path: '/api/explain' },
  getExample: { method: 'GET', path: '/api/example' },
  getPerson: { method: 'GET', path: '/api/people/{person}' },
  getRulebook: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}' },
  getRulebookSource: { method: 'GET', path: '/api/rulebooks/{rulebook}/{edition}/source' },
  getSession: { method: 'GET', path: '/api/session' },
  getSetup: { method: 'GET', path: '/api/setup' },
  getSignInMethods: { method: 'GET', path: '/api/sign-in' },
  getUnit: { method: 'GET', path: '/api/units/{unit}' },
  issueToken: { method: 'POST', path: '/api/tokens' },
  listLog: { method: 'GET', path: '/api/log' },
  listPeople: { method: 'GET', path: '/api/people' },
  listRulebooks: { method: 'GET', path: '/api/rulebooks' },
  listTokens: { method: 'GET', path: '/api/tokens' },
  listUnits: { method: 'GET', path: '/api/units' },
  revokeToken: { method: 'DELETE', path: '/api/tokens/{token}' },
  setUp: { method: 'POST', path: '/api/setup' },
  signIn: { method: 'POST', path: '/api/session' },
  signOut: { method: 'DELETE', path: '/api/session' },
  verifyLog: { method: 'GET', path: '/api/log/verification' },
} as const satisfies { [Name in keyof Operations]: { method: string; path: string } };
