/** Why a request cannot be answered, as RFC 9457 problem details. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Bilingual, Diagnostic, Language } from '../../engine/index.ts';
import type { Problem } from '../../schemas/generated/types.ts';
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
  unexpected: {
    status: 500,
    title: { zh: '服务器内部错误', en: 'something went wrong inside the server' },
  },
} as const satisfies { readonly [code: string]: ProblemKind };

export type ProblemCode = keyof typeof problems;

/** What a problem says beyond its code. */
export interface ProblemDetails {
  detail?: Bilingual;
  diagnostics?: readonly Diagnostic[];
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by a handler that cannot go on; the app answers with its problem. */
export class Refusal extends Error {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The problem as data. */
export function problemOf(
  code: ProblemCode,
  { detail, diagnostics }: ProblemDetails,
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
