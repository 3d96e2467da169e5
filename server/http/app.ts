/** The server without a port: routes, errors and headers around a library of rulebooks. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { Library } from '../library.ts';
import { findExample } from './example.ts';
import { describeRoutes } from './openapi/document.ts';
import { Refusal, refuse } from './problems.ts';
import type { Route, Services } from './route.ts';
import { routes } from './routes/index.ts';

/** Is told of what should never happen; the client is only told that it did. */
type Report = (error: unknown) => void;

/** Pages use nothing from elsewhere, and no script or style written inline. */
const contentSecurityPolicy = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

export function createApp(library: Library, report: Report = (error) => console.error(error)): Hono {
  const example = once(() => findExample(library));
  const services: Services = {
    library,
    example,
    describe: once(async () => describeRoutes(routes, await example())),
  };
  const app = new Hono();
  // Whether to insist on https is for whoever puts this behind a name.
  app.use(secureHeaders({ contentSecurityPolicy, xFrameOptions: 'DENY', strictTransportSecurity: false }));
  app.use(etag());
  for (const route of routes) app.on(route.method, pathOf(route), (c) => answer(c, route, services));
  for (const [path, allow] of methodsByPath()) app.all(path, (c) => otherMethod(c, allow));
  app.notFound((c) => refuse(c, 'unknown-address'));
  app.onError((error, c) => {
    if (error instanceof Refusal) return refuse(c, error.code, error.details);
    report(error);
    return refuse(c, 'unexpected');
  });
  return app;
}

/** As Hono writes it: `/api/rulebooks/:rulebook`. */
export const pathOf = ({ path }: Route): string => path.replace(/\{(\w+)\}/g, ':$1');

async function answer(c: Context, route: Route, services: Services): Promise<Response> {
  c.header('Cache-Control', route.answer.cached ? 'no-cache' : 'no-store');
  return route.handle(c, services);
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

/** Remembers a promise that was kept; one that was not is made again. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
