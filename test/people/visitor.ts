/** Somebody in front of a browser: keeps the cookie and sends the token against forgery, as the pages do. */
import type { Session } from '../../schemas/generated/types.ts';
import type { Services } from '../../server/http/services.ts';
import { appOf } from '../support/platform.ts';

export const password = 'correct horse battery';

export class Visitor {
  headers: Record<string, string> = {};
  private readonly app: ReturnType<typeof appOf>;

  constructor(services: Services) {
    this.app = appOf(services);
  }

  ask(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
    const typed: Record<string, string> = body ? { 'Content-Type': 'application/json' } : {};
    return Promise.resolve(
      this.app.request(path, {
        method,
        headers: { ...typed, ...this.headers, ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
  }

  /** Remembers the session of an answer. */
  async enter(response: Response): Promise<Response> {
    if (response.status !== 201) return response;
    const { csrfToken } = (await response.clone().json()) as Session;
    const cookie = response.headers.get('Set-Cookie')!.split(';')[0]!;
    this.headers = { Cookie: cookie, 'X-CSRF-Token': csrfToken! };
    return response;
  }

  async signIn(name: string, secret = password): Promise<Response> {
    return this.enter(await this.ask('POST', '/api/session', { name, password: secret }));
  }

  /** Makes the first administrator. */
  async setUp({ setup }: Services, name = 'admin', code = setup.code): Promise<Response> {
    const body = { code, name, displayName: '管理员', password, region: '某省' };
    return this.enter(await this.ask('POST', '/api/setup', body));
  }

  async isIn(): Promise<boolean> {
    return (await this.ask('GET', '/api/session')).status === 200;
  }
}

export const codeOf = async (response: Response): Promise<[number, string]> => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
