/** Signing in at an OpenID Connect provider: the authorization code flow with PKCE, state and nonce. The only file that uses its library. */
import * as client from 'openid-client';
import type { OpenIdSettings } from '../settings.ts';
import type { Clock } from '../store/clock.ts';
import { Sealed } from './sealed.ts';

/** Who the provider says somebody is. */
export interface Identity {
  /** Issuer and subject: what never changes of them. */
  subject: string;
  /** Names the provider vouches for, to find the person by the first time. */
  names: string[];
}

/** Why it did not work: the provider did not answer, or what came back is not to be trusted. */
export class OpenIdFailure extends Error {
  readonly reason: 'unreachable' | 'refused';
  /** A code for the log, which tells nothing of the person. */
  readonly code: string;

  constructor(reason: OpenIdFailure['reason'], cause?: unknown) {
    const code = (cause as { code?: string } | undefined)?.code ?? reason;
    super(code, { cause });
    this.name = 'OpenIdFailure';
    this.reason = reason;
    this.code = code;
  }
}

/** What is remembered between going to the provider and coming back. */
interface Underway {
  state: string;
  nonce: string;
  verifier: string;
  returnTo: string;
}

/** Milliseconds a person may take at the provider. */
export const underwayLife = 10 * 60 * 1000;

/** Seconds the provider may take for each answer. */
const patience = 10;

export class OpenId {
  private readonly settings: OpenIdSettings;
  private readonly clock: Clock;
  private readonly sealed: Sealed;
  private provider: Promise<client.Configuration> | undefined;

  constructor(settings: OpenIdSettings, clock: Clock) {
    this.settings = settings;
    this.clock = clock;
    this.sealed = new Sealed(settings.clientSecret, 'open-id sign-in');
  }

  /** Where to send the browser, and what it must bring back. */
  async begin(redirectUri: string, returnTo: string): Promise<{ url: string; sealed: string }> {
    const provider = await this.discover();
    const verifier = client.randomPKCECodeVerifier();
    const underway: Underway = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier,
      returnTo,
    };
    const url = client.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      state: underway.state,
      nonce: underway.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const sealed = this.sealed.seal(underway, this.clock().getTime() + underwayLife);
    return { url: url.href, sealed };
  }

  /** Who came back to this address; everything that came with them is checked. */
  async finish(address: URL, sealed: string): Promise<{ identity: Identity; returnTo: string }> {
    const underway = this.sealed.open(sealed, this.clock().getTime()) as Underway | undefined;
    // Before the provider is asked, so that nobody can make this server ask without having been sent there.
    if (!underway || address.searchParams.get('state') !== underway.state) throw new OpenIdFailure('refused');
    const provider = await this.discover();
    try {
      const tokens = await client.authorizationCodeGrant(provider, address, {
        pkceCodeVerifier: underway.verifier,
        expectedState: underway.state,
        expectedNonce: underway.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims()!;
      const names = namesIn(claims);
      const { userinfo_endpoint: more } = provider.serverMetadata();
      const told =
        names.length > 0 || !more
          ? names
          : namesIn(await client.fetchUserInfo(provider, tokens.access_token, claims.sub));
      return {
        identity: { subject: `${claims.iss} ${claims.sub}`, names: told },
        returnTo: underway.returnTo,
      };
    } catch (error) {
      throw new OpenIdFailure(isSilence(error) ? 'unreachable' : 'refused', error);
    }
  }

  /** What the provider says of itself; asked when it is first needed, and again where it did not answer. */
  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    this.provider ??= client.discovery(new URL(issuer), clientId, undefined, authenticated(clientSecret), {
      timeout: patience,
      execute: [
        // The signature counts, not only that the connection was to the provider.
        client.enableNonRepudiationChecks,
        // An issuer without https is for whoever set it to answer for: on loopback, or inside an intranet.
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    });
    try {
      return await this.provider;
    } catch (error) {
      this.provider = undefined;
      throw new OpenIdFailure('unreachable', error);
    }
  }
}

/** By a header, as the standard has it by default, unless the provider takes it only in the body. */
function authenticated(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

interface Claims {
  preferred_username?: unknown;
  email?: unknown;
  email_verified?: unknown;
}

/** The name they go by at the provider, and their mail where it was verified. */
function namesIn(claims: object): string[] {
  const { preferred_username: name, email, email_verified: isVerified }: Claims = claims;
  return [name, isVerified === true ? email : undefined].filter(
    (one): one is string => typeof one === 'string' && one !== '',
  );
}

const isSilence = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as { code?: string }).code === 'OAUTH_TIMEOUT' ||
    (error instanceof TypeError && error.message === 'fetch failed'));
