/**
 * A small typed client of the API, for pages and programs: one function that calls any operation by its id. What it knows
 * of the operations is generated from the API's document. It computes nothing and keeps only the token against forgery.
 */
import type { Problem, Session } from '../../schemas/generated/types.ts';
import { type Operations, operations } from './operations.generated.ts';

/** A refusal, as the server told it. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** The version that is stored now, where somebody else changed it (412). */
  readonly etag: string | undefined;

  constructor(problem: Problem, etag: string | undefined) {
    super(problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
    this.etag = etag;
  }
}

export interface Answered<Value> {
  value: Value;
  /** To be sent as If-Match with the next change. */
  etag: string | undefined;
}

/** Parts that an operation has; those that may be empty may be left out. */
type Present<Part> = {
  [Key in keyof Part as Part[Key] extends undefined ? never : MayBeEmpty<Part[Key], never, Key>]: Part[Key];
} & {
  [Key in keyof Part as Part[Key] extends undefined ? never : MayBeEmpty<Part[Key], Key, never>]?: Part[Key];
};

type MayBeEmpty<Part, Yes, No> = undefined extends Part ? Yes : Record<never, never> extends Part ? Yes : No;

/** What a call of an operation takes: only the parts it has. */
export type Call<Name extends keyof Operations> = Present<Omit<Operations[Name], 'answer'>> & {
  signal?: AbortSignal;
};

export interface Client {
  call<Name extends keyof Operations>(
    name: Name,
    call: Call<Name>,
  ): Promise<Answered<Operations[Name]['answer']>>;
}

export interface ClientOptions {
  /** Where the server is; the page's own address when left out. */
  base?: string;
  /** A token of a machine; pages have a cookie instead. */
  token?: string;
  /** The language of what the server says. */
  language?: 'zh' | 'en';
  fetch?: typeof globalThis.fetch;
}

interface Parts {
  path?: Record<string, string | number>;
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string | number | undefined>;
  body?: unknown;
  signal?: AbortSignal;
}

export function createClient({
  base = '',
  token,
  language,
  fetch = globalThis.fetch,
}: ClientOptions = {}): Client {
  let csrfToken: string | undefined;
  return {
    async call(name, call) {
      const { method, path } = operations[name];
      const parts = call as Parts;
      const body = parts.body === undefined ? undefined : JSON.stringify(parts.body);
      const response = await fetch(base + addressOf(path, parts), {
        method,
        body,
        signal: parts.signal,
        credentials: 'same-origin',
        headers: {
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...(language ? { 'Accept-Language': language } : {}),
          ...(token ? { Authorization: `Bearer ${token}` } : {}),
          ...(csrfToken ? { 'X-CSRF-Token': csrfToken } : {}),
          ...present(parts.headers),
        },
      });
      const value = await contentOf(response);
      const etag = response.headers.get('ETag') ?? undefined;
      if (!response.ok) throw new ApiProblem(value as Problem, etag);
      csrfToken = (value as Partial<Session> | undefined)?.csrfToken ?? csrfToken;
      return { value: value as never, etag };
    },
  };
}

function addressOf(path: string, { path: places = {}, query }: Parts): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(places[name])));
  const asked = new URLSearchParams(present(query)).toString();
  return asked ? `${filled}?${asked}` : filled;
}

const present = (given: Record<string, string | number | undefined> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, one]) => (one === undefined ? [] : [[key, String(one)]])),
  );

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const type = response.headers.get('Content-Type') ?? '';
  return /json/.test(type) ? response.json() : response.text();
}
