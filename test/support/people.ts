/** People of every role at every level of a small tree, signed in, asking the server as a browser does. */
import { expect } from 'vitest';
import type { NewUnit, Problem } from '../../schemas/generated/types.ts';
import { csrfHeader, sessionCookie } from '../../server/http/admission.ts';
import type { Services } from '../../server/http/services.ts';
import { addPerson } from '../../server/people/changes.ts';
import type { Role } from '../../server/people/rights.ts';
import { openSession } from '../../server/people/sessions.ts';
import { addUnit } from '../../server/people/units.ts';
import type { UnitRow } from '../../server/store/tables.ts';
import { expectDocumented } from './documented.ts';
import { appOf } from './platform.ts';

/**
 * 市 ─┬─ 东区 ── 东局
 *     └─ 西区 ── 西局
 */
export const tree = {
  city: { kind: 'region', name: '某某市', under: undefined },
  east: { kind: 'region', name: '东区', under: 'city' },
  west: { kind: 'region', name: '西区', under: 'city' },
  eastBureau: { kind: 'unit', name: '东局', under: 'east' },
  westBureau: { kind: 'unit', name: '西局', under: 'west' },
} as const satisfies Record<string, Pick<NewUnit, 'kind' | 'name'> & { under: string | undefined }>;

export type Node = keyof typeof tree;

/** Who there is, and where they belong. */
export const everyone = {
  administrator: { role: 'administrator', at: 'city' },
  cityPolicy: { role: 'policy', at: 'city' },
  eastPolicy: { role: 'policy', at: 'east' },
  westPolicy: { role: 'policy', at: 'west' },
  eastUnit: { role: 'unit', at: 'eastBureau' },
  westUnit: { role: 'unit', at: 'westBureau' },
  cityReviewer: { role: 'reviewer', at: 'city' },
  eastReviewer: { role: 'reviewer', at: 'east' },
  westReviewer: { role: 'reviewer', at: 'west' },
} as const satisfies Record<string, { role: Role; at: Node }>;

export type Who = keyof typeof everyone;

/** An answer, read. */
export interface Answer<Value> {
  status: number;
  value: Value;
  headers: Headers;
  etag: string;
}

type Sent = Record<string, string>;

/** One person's browser. Bodies are sent as JSON, and every answer is held to what the API's document says. */
export class Browser {
  readonly id: string;
  private readonly request: (path: string, init: RequestInit) => Promise<Response>;
  private readonly headers: Sent;

  constructor(id: string, request: Browser['request'], headers: Sent) {
    this.id = id;
    this.request = request;
    this.headers = headers;
  }

  /** The same person, asking another app. */
  within(app: ReturnType<typeof appOf>): Browser {
    return new Browser(this.id, async (path, init) => app.request(path, init), this.headers);
  }

  get<Value>(path: string, headers?: Sent): Promise<Answer<Value>> {
    return this.ask('GET', path, undefined, headers);
  }

  post<Value>(path: string, body?: unknown, headers?: Sent): Promise<Answer<Value>> {
    return this.ask('POST', path, body, headers);
  }

  put<Value>(path: string, body: unknown, etag: string): Promise<Answer<Value>> {
    return this.ask('PUT', path, body, { 'If-Match': etag });
  }

  delete<Value>(path: string, headers?: Sent): Promise<Answer<Value>> {
    return this.ask('DELETE', path, undefined, headers);
  }

  /** What a refusal says. */
  async refusal(asked: Promise<Answer<unknown>>): Promise<Problem & { etag: string }> {
    const { status, value, headers, etag } = await asked;
    expect(headers.get('Content-Type')).toBe('application/problem+json');
    const problem = value as Problem;
    expect(problem.status).toBe(status);
    return { ...problem, etag };
  }

  private async ask<Value>(
    method: string,
    path: string,
    body: unknown,
    headers: Sent = {},
  ): Promise<Answer<Value>> {
    const response = await this.request(path, {
      method,
      headers: {
        ...this.headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get('Content-Type')?.includes('json');
    const value = (isJson ? await response.json() : await response.text()) as Value;
    expectDocumented(method, path, response, value);
    return {
      status: response.status,
      value,
      headers: response.headers,
      etag: response.headers.get('ETag') ?? '',
    };
  }
}

export interface People {
  units: Record<Node, UnitRow>;
  as(who: Who): Browser;
  /** Somebody who is not signed in. */
  stranger: Browser;
}

/** Puts the tree and its people into an empty database, and signs everyone in. */
export async function people(services: Services): Promise<People> {
  const app = appOf(services);
  const request = async (path: string, init: RequestInit) => app.request(path, init);
  const browsers = new Map<Who, Browser>();
  const units = await services.store.write(null, async (write) => {
    const made: Partial<Record<Node, UnitRow>> = {};
    for (const [node, { kind, name, under }] of Object.entries(tree) as [Node, (typeof tree)[Node]][])
      made[node] = await addUnit(write, { kind, name }, under && made[under]);
    for (const [who, { role, at }] of Object.entries(everyone) as [Who, (typeof everyone)[Who]][]) {
      const person = { name: who, displayName: `${who} 的姓名`, role, unitId: made[at]!.id };
      const id = await addPerson(write, person, null);
      const { secret, csrfToken } = await openSession(write, id);
      const headers = { Cookie: `${sessionCookie}=${secret}`, [csrfHeader]: csrfToken };
      browsers.set(who, new Browser(id, request, headers));
    }
    return made as Record<Node, UnitRow>;
  });
  return { units, as: (who) => browsers.get(who)!, stranger: new Browser('', request, {}) };
}
