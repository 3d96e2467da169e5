/** The server without a port: routes, errors and headers around the services. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import { Refused } from '../refusal.ts';
import { admit, permit } from './admission.ts';
import { readShapedBody } from './body.ts';
import { compress } from './encoding.ts';
import { observe, type Report } from './observe.ts';
import { type ProblemCode, refuse } from './problems.ts';
import { checkQuery } from './query.ts';
import type { AnyRoute, Request } from './route.ts';
import { routes } from './routes/index.ts';
import type { Services } from './services.ts';
import { versionAsked } from './versions.ts';

/** Pages use nothing from elsewhere, and no script or style written inline. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export function createApp(services: Services, report: Report = (error) => services.log.error(error)): Hono {
  const app = new Hono();
  app.use(observe(services));
  // Whether to insist on https is for whoever puts this behind a name.
  app.use(secureHeaders({ contentSecurityPolicy, xFrameOptions: 'DENY', strictTransportSecurity: false }));
  app.use(compress());
  app.use(etag());
  for (const route of routes) app.on(route.method, pathOf(route), (c) => answer(c, route, services));
  for (const [path, allow] of methodsByPath()) app.all(path, (c) => otherMethod(c, allow));
  app.notFound((c) => page(c, services) ?? refuse(c, 'unknown-address'));
  app.onError((error, c) => {
    if (error instanceof Refused) return refuse(c, error.code as ProblemCode, error.details);
    report(error);
    return refuse(c, 'unexpected');
  });
  return app;
}

/** As Hono writes it: `/api/rulebooks/:rulebook`. */
export const pathOf = ({ path }: AnyRoute): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Lets the request in, reads it, holds what it is about against the right of who asks, then handles it. */
async function answer(c: Context, route: AnyRoute, services: Services): Promise<Response> {
  c.set('operation', route.id);
  c.header('Cache-Control', route.answer.cached ? 'no-cache' : 'no-store');
  const asking = await admit(c, route, services);
  checkQuery(c, route);
  const request: Request<undefined, undefined> = {
    c,
    services,
    asking,
    personId: asking?.person.id ?? '',
    body: undefined,
    of: undefined,
    param: (name) => c.req.param(name) ?? '',
    version: 0,
  };
  const within = (owned: object | undefined) => {
    if (asking && owned && route.right !== 'anyone') permit(asking, route.right, owned);
    return owned;
  };
  const of = within(await route.of?.(request));
  if (route.ifMatch) request.version = versionAsked(c);
  const body = route.request && !route.request.raw ? await readShapedBody(c, route.request) : undefined;
  const whole = { ...request, of, body };
  within(await route.into?.(whole));
  return route.handle(whole);
}

/**
 * The page at an address, where pages were built. A person who asks for an address that is nothing gets a page that says
 * so; a program gets a problem.
 */
function page(c: Context, { webPages }: Services): Response | undefined {
  const { path, method } = c.req;
  if (!webPages) return undefined;
  const isPage = webPages.isPage(path);
  if (isPage && method !== 'GET' && method !== 'HEAD') return otherMethod(c, 'GET, HEAD, OPTIONS');
  const isPerson = /\btext\/html\b/.test(c.req.header('Accept') ?? '') && !path.startsWith('/api/');
  if (!isPage && !(isPerson && (method === 'GET' || method === 'HEAD'))) return undefined;
  c.set('operation', 'page');
  return webPages.html(c, isPage ? 200 : 404);
}

/** The methods of each path, as the Allow header lists them. */
function methodsByPath(): Map<string, string> {
  const methods = new Map<string, Set<string>>();
  for (const route of routes) {
    const path = pathOf(route);
    const known = methods.get(path) ?? new Set<string>();
    known.add(route.method.toUpperCase());
    if (route.method === 'get') known.add('HEAD');
    methods.set(path, known.add('OPTIONS'));
  }
  return new Map([...methods].map(([path, known]) => [path, [...known].join(', ')]));
}

function otherMethod(c: Context, allow: string): Response {
  if (c.req.method === 'OPTIONS') return c.body(null, 204, { Allow: allow });
  const detail = { zh: `可用：${allow}。`, en: `use ${allow}.` };
  return refuse(c, 'method-not-allowed', { detail, headers: { Allow: allow } });
}
