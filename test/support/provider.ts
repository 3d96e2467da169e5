/** A small OpenID Connect provider of a test's own, on loopback. What it answers can be spoilt, one thing at a time. */
import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const clientId = 'zhunsheng';
export const clientSecret = 'the secret of the client, /:+ and all';

export interface Spoilt {
  claims?: Record<string, unknown>;
  header?: Record<string, unknown>;
  key?: KeyObject;
  /** What the token address answers instead. */
  answer?: { status: number; body: string };
}

interface Granted {
  nonce: string;
  challenge: string;
  redirectUri: string;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export class Provider {
  issuer = '';
  /** Who signs in next. */
  user: Record<string, unknown> = { sub: 'subject-1', preferred_username: 'clerk' };
  /** What is told only when the address for it is asked. */
  userinfo: Record<string, unknown> | undefined;
  spoilt: Spoilt = {};
  /** What was asked of it. */
  readonly asked: string[] = [];
  private readonly keys = pair();
  private readonly granted = new Map<string, Granted>();
  private readonly server = createServer((request, response) => void this.answer(request, response));

  /** A key that is not the provider's. */
  static foreignKey = (): KeyObject => pair().privateKey;

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** What a browser is sent back to, once somebody signed in at this address. */
  authorize(url: string): URL {
    const { origin, pathname, searchParams: asked } = new URL(url);
    const expected = {
      client_id: clientId,
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid profile email',
    };
    for (const [name, value] of Object.entries(expected))
      if (asked.get(name) !== value) throw new Error(`${name} is ${asked.get(name)}`);
    if (origin !== this.issuer || pathname !== '/authorize') throw new Error(`sent to ${url}`);
    const code = randomUUID();
    this.granted.set(code, {
      nonce: asked.get('nonce')!,
      challenge: asked.get('code_challenge')!,
      redirectUri: asked.get('redirect_uri')!,
    });
    const back = new URL(asked.get('redirect_uri')!);
    back.searchParams.set('code', code);
    back.searchParams.set('state', asked.get('state')!);
    return back;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.push(path);
    const json = (value: object, status = 200) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    };
    const { issuer } = this;
    if (path === '/.well-known/openid-configuration')
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...(this.userinfo ? { userinfo_endpoint: `${issuer}/userinfo` } : {}),
      });
    if (path === '/jwks')
      return json({
        keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }],
      });
    if (path === '/userinfo') return json({ sub: this.user.sub, ...this.userinfo });
    if (path === '/token') {
      if (this.spoilt.answer) {
        const { status, body } = this.spoilt.answer;
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
        return undefined;
      }
      const granted = this.redeem(request.headers.authorization, new URLSearchParams(await textOf(request)));
      return typeof granted === 'string' ? json({ error: granted }, 400) : json(this.tokens(granted));
    }
    return json({}, 404);
  }

  /** A code is good once, for the client it was given to, with the verifier that fits. */
  private redeem(authorization = '', form: URLSearchParams): Granted | string {
    const secret = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8');
    const known = secret.split(':').map((one) => decodeURIComponent(one.replaceAll('+', ' ')));
    if (known.join('\n') !== `${clientId}\n${clientSecret}`) return 'invalid_client';
    const granted = this.granted.get(form.get('code') ?? '');
    this.granted.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const fits =
      granted?.challenge === createHash('sha256').update(verifier).digest('base64url') &&
      granted.redirectUri === form.get('redirect_uri');
    return fits ? granted! : 'invalid_grant';
  }

  private tokens({ nonce }: Granted): object {
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      nonce,
      ...this.user,
      ...this.spoilt.claims,
    };
    const text = `${encoded({ alg: 'RS256', kid: 'one', ...this.spoilt.header })}.${encoded(claims)}`;
    const signature = sign('sha256', Buffer.from(text), this.spoilt.key ?? this.keys.privateKey);
    const id_token = `${text}.${signature.toString('base64url')}`;
    return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
