/** Why a request cannot be answered, as RFC 9457 problem details. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Bilingual, Language } from '../../engine/index.ts';
import type { Problem } from '../../schemas/generated/types.ts';
import { type RefusalCode, type RefusalDetails, Refused } from '../refusal.ts';
import { languageOf } from './language.ts';

interface ProblemKind {
  readonly status: ContentfulStatusCode;
  readonly title: Bilingual;
}

/** The closed list of problems. */
export const problems = {
  'unreadable-body': {
    status: 400,
    title: { zh: '请求内容读不出来', en: 'the body cannot be read' },
  },
  'bad-parameter': {
    status: 400,
    title: { zh: '网址中的参数不对', en: 'a parameter of the address is not right' },
  },
  'unknown-address': {
    status: 404,
    title: { zh: '没有这个地址', en: 'there is nothing at this address' },
  },
  'unknown-rulebook': {
    status: 404,
    title: { zh: '没有这份评分规则', en: 'there is no such rulebook' },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '这个地址不接受这种请求方法', en: 'this address does not take that method' },
  },
  'body-too-slow': {
    status: 408,
    title: { zh: '请求内容没有收全', en: 'the body did not arrive whole' },
  },
  'unusable-rulebook': {
    status: 409,
    title: { zh: '这份评分规则有错误，暂不能使用', en: 'this rulebook has errors and cannot be used' },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '请求内容过大', en: 'the body is too large' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { zh: '不接受这种内容类型', en: 'this content type is not accepted' },
  },
  'unusable-form': {
    status: 422,
    title: { zh: '自评表有错误，不能计分', en: 'the form has errors and cannot be scored' },
  },
  'unusable-dossier': {
    status: 422,
    title: { zh: '申报材料有错误，不能稽核', en: 'the dossier has errors and cannot be audited' },
  },
  'not-signed-in': {
    status: 401,
    title: { zh: '请先登录', en: 'sign in first' },
  },
  'wrong-credentials': {
    status: 401,
    title: { zh: '登录名或密码不对', en: 'the name or the password is not right' },
  },
  'not-allowed': {
    status: 403,
    title: { zh: '没有这项权限', en: 'you may not do this' },
  },
  'csrf-token-missing': {
    status: 403,
    title: { zh: '缺少防伪令牌，或令牌不对', en: 'the CSRF token is missing or not right' },
  },
  'wrong-code': {
    status: 403,
    title: { zh: '一次性口令不对', en: 'the one-time code is not right' },
  },
  'sign-in-refused': {
    status: 403,
    title: { zh: '统一认证没有通过', en: 'the identity provider did not let you in' },
  },
  'not-found': {
    status: 404,
    title: { zh: '没有找到', en: 'there is no such thing' },
  },
  'setup-done': {
    status: 409,
    title: { zh: '已经初始化过了', en: 'this was set up already' },
  },
  taken: {
    status: 409,
    title: { zh: '已经有了', en: 'there is one already' },
  },
  'wrong-state': {
    status: 409,
    title: { zh: '现在的状态不允许这样做', en: 'its state does not allow this now' },
  },
  'not-verified': {
    status: 409,
    title: { zh: '校核还有错误，不能发布', en: 'verification found errors; it cannot be published' },
  },
  'version-changed': {
    status: 412,
    title: { zh: '别人已经改过了', en: 'somebody else has changed it' },
  },
  'unusable-request': {
    status: 422,
    title: { zh: '请求内容有错误', en: 'the body has mistakes' },
  },
  'key-reused': {
    status: 422,
    title: { zh: '这个幂等键已用于另一个请求', en: 'this idempotency key was used for another request' },
  },
  'took-too-long': {
    status: 422,
    title: { zh: '计算时间过长，已停止', en: 'it took too long and was stopped' },
  },
  'version-missing': {
    status: 428,
    title: { zh: '请写明要改的是哪一版', en: 'say which version you are changing' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '请求过于频繁', en: 'too many requests' },
  },
  'not-ready': {
    status: 503,
    title: { zh: '服务器还不能答复', en: 'the server is not ready' },
  },
  unexpected: {
    status: 500,
    title: { zh: '服务器内部错误', en: 'something went wrong inside the server' },
  },
} as const satisfies { readonly [code: string]: ProblemKind } & {
  readonly [Code in RefusalCode]: ProblemKind;
};

export type ProblemCode = keyof typeof problems;

/** What a problem says beyond its code. */
export interface ProblemDetails extends RefusalDetails {
  /** What is there now, where somebody else has changed it. */
  current?: Problem['current'];
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler that cannot go on; the app answers with its problem. */
export class Refusal extends Refused<ProblemCode, ProblemDetails> {}

/** The problem as data. */
export function problemOf(
  code: ProblemCode,
  { detail, diagnostics, current }: ProblemDetails,
  language: Language,
  instance: string,
): Problem {
  const { status, title } = problems[code];
  return {
    type: `https://zhunsheng.dev/problems/${code}`,
    title: title[language],
    status,
    ...(detail ? { detail: detail[language] } : {}),
    instance,
    code,
    ...(diagnostics ? { diagnostics: [...diagnostics] } : {}),
    ...(current ? { current } : {}),
  };
}

/** The problem as an answer, in the language asked for. */
export function refuse(c: Context, code: ProblemCode, details: ProblemDetails = {}): Response {
  const language = languageOf(c);
  return c.body(JSON.stringify(problemOf(code, details, language, c.req.path)), problems[code].status, {
    'Content-Type': 'application/problem+json',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
    ...details.headers,
  });
}
