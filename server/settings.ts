/** What the server is told by its environment, each with a default; a value that cannot be used is a diagnostic. */
import { join } from 'node:path';
import { type Diagnostic, diagnose } from '../engine/index.ts';

/** How to reach an OpenID Connect provider. An issuer without https is meant for loopback and intranets that have none. */
export interface OpenIdSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

export interface Settings {
  /** The address to listen on. */
  host: string;
  /** The port to listen on; 0 takes any that is free. */
  port: number;
  /** The folder of the embedded database. */
  data: string;
  /** Where a shared PostgreSQL database is; the embedded one is used where this is undefined. */
  databaseUrl: string | undefined;
  /** The address people type, where it is not the one listened on: behind a proxy, or with a name. */
  publicUrl: string | undefined;
  /** Whether X-Forwarded-For names the client: only behind a proxy that sets it. */
  trustProxy: boolean;
  /** Requests a minute that one person, or one address that is not signed in, may make; 0 is no limit. */
  rateLimit: number;
  /** Failed attempts to sign in that one address or one name may make in fifteen minutes; 0 is no limit. */
  signInLimit: number;
  /** Threads for long work beside the main one. */
  workers: number;
  openId: OpenIdSettings | undefined;
  logLevel: string;
  /** Whether it is there to be tried: sample data from the start, and its people signed in without a password. */
  trial: boolean;
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'];

/** One row per variable: its name, its default as the documentation shows it, and what it means. */
export const variables = [
  ['HOST', '127.0.0.1', '监听的地址', 'the address to listen on'],
  ['PORT', '8787', '监听的端口', 'the port to listen on'],
  ['ZHUNSHENG_DATA', 'data', '内嵌数据库所在的目录', 'the folder of the embedded database'],
  [
    'DATABASE_URL',
    '',
    '共用的 PostgreSQL；省略则用内嵌数据库',
    'a shared PostgreSQL; the embedded database when left out',
  ],
  [
    'PUBLIC_URL',
    '',
    '对外的网址（经代理或有域名时）',
    'the address people type, behind a proxy or with a name',
  ],
  ['TRUST_PROXY', '0', '1 表示由代理的 X-Forwarded-For 认出来访者', '1 where a proxy sets X-Forwarded-For'],
  [
    'RATE_LIMIT',
    '1200',
    '每人（未登录者每个地址）每分钟的请求数，0 不限',
    'requests a minute for each person, or address; 0 is no limit',
  ],
  [
    'SIGN_IN_LIMIT',
    '10',
    '每个地址、每个登录名一刻钟内登录失败的次数，0 不限',
    'failed sign-ins in fifteen minutes for each address and name; 0 is no limit',
  ],
  ['WORKERS', '1', '主线程之外做长作业的线程数', 'threads for long work beside the main one'],
  [
    'OIDC_ISSUER',
    '',
    '统一认证（OpenID Connect）的签发者；http:// 只宜用于本机或内网',
    'the issuer of OpenID Connect; http:// only on loopback or an intranet',
  ],
  ['OIDC_CLIENT_ID', '', '在统一认证登记的客户端标识', 'the client id registered there'],
  ['OIDC_CLIENT_SECRET', '', '在统一认证登记的客户端密钥', 'the client secret registered there'],
  [
    'LOG_LEVEL',
    'info',
    `日志的详细程度：${logLevels.join('、')}`,
    `how much is logged: ${logLevels.join(', ')}`,
  ],
] as const;

type Name = (typeof variables)[number][0];

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings from an environment; empty values count as absent. */
export function readSettings(environment: Environment): { settings: Settings; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const defaults = Object.fromEntries(variables.map(([name, value]) => [name, value])) as Record<
    Name,
    string
  >;
  const given = (name: Name): string | undefined => environment[name]?.trim() || undefined;
  const refuse = (name: Name, zh: string, en: string) =>
    diagnostics.push(diagnose('bad-option-value', { name, value: given(name) ?? '', expected: { zh, en } }));
  const whole = (name: Name, most: number): number => {
    const text = given(name) ?? defaults[name];
    if (/^\d{1,9}$/.test(text) && Number(text) <= most) return Number(text);
    refuse(name, ` 0 到 ${most} 的整数`, `a whole number from 0 to ${most}`);
    return Number(defaults[name]);
  };
  const address = (name: Name, ...schemes: string[]): string | undefined => {
    const text = given(name);
    if (text === undefined || schemes.some((scheme) => text.startsWith(`${scheme}://`) && URL.canParse(text)))
      return text;
    refuse(
      name,
      ` ${schemes.join(':// 或 ')}:// 开头的网址`,
      `an address that begins with ${schemes.join(':// or ')}://`,
    );
    return undefined;
  };
  const one = (name: Name, choices: readonly string[]): string => {
    const text = given(name) ?? defaults[name];
    if (choices.includes(text)) return text;
    refuse(name, ` ${choices.join('、')} 之一`, `one of ${choices.join(', ')}`);
    return defaults[name];
  };
  const settings: Settings = {
    host: given('HOST') ?? defaults.HOST,
    port: whole('PORT', 65_535),
    data: given('ZHUNSHENG_DATA') ?? defaults.ZHUNSHENG_DATA,
    databaseUrl: address('DATABASE_URL', 'postgres', 'postgresql'),
    publicUrl: address('PUBLIC_URL', 'http', 'https')?.replace(/\/+$/, ''),
    trustProxy: one('TRUST_PROXY', ['0', '1']) === '1',
    rateLimit: whole('RATE_LIMIT', 1_000_000),
    signInLimit: whole('SIGN_IN_LIMIT', 1_000_000),
    workers: Math.max(1, whole('WORKERS', 64)),
    openId: openIdOf(address('OIDC_ISSUER', 'https', 'http'), given, refuse),
    logLevel: one('LOG_LEVEL', logLevels),
    trial: false,
  };
  return { settings, diagnostics };
}

function openIdOf(
  issuer: string | undefined,
  given: (name: Name) => string | undefined,
  refuse: (name: Name, zh: string, en: string) => void,
): OpenIdSettings | undefined {
  const [clientId, clientSecret] = [given('OIDC_CLIENT_ID'), given('OIDC_CLIENT_SECRET')];
  if (!issuer) return undefined;
  if (!clientId) refuse('OIDC_CLIENT_ID', '统一认证的客户端标识', 'the client id, as OIDC_ISSUER is given');
  if (!clientSecret)
    refuse('OIDC_CLIENT_SECRET', '统一认证的客户端密钥', 'the client secret, as OIDC_ISSUER is given');
  return clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

/** The file of the embedded database. */
export const databaseFile = ({ data }: Pick<Settings, 'data'>): string => join(data, 'zhunsheng.db');
