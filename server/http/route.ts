/** What a route is: enough to let the right people in, to answer a request, and to describe it in the API's document. */
import type { Context } from 'hono';
import type { Bilingual } from '../../engine/index.ts';
import type { Owned, RightName } from '../people/rights.ts';
import type { SignedIn } from '../people/sessions.ts';
import type { ProblemCode } from './problems.ts';
import type { DocumentName } from './schemas.ts';
import type { Example, Services } from './services.ts';

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  description: Bilingual;
  schema: Readonly<Record<string, unknown>>;
  required?: boolean;
  example?: string;
}

/** What a part of the document is about. */
export type Tag =
  | 'session'
  | 'people'
  | 'rulebooks'
  | 'drafts'
  | 'forms'
  | 'submissions'
  | 'tasks'
  | 'statistics'
  | 'system'
  | 'pages';

/** A request that was let in. */
export interface Request<Body = unknown, Of = unknown> {
  c: Context;
  services: Services;
  /** Who asks; undefined only where anyone may. */
  asking: SignedIn | undefined;
  /** The id of who asks; only for routes that not anyone may use. */
  personId: string;
  /** The body, as the schema of the request has it; undefined where the route has none, or reads it itself. */
  body: Body;
  /** What `of` found. */
  of: Of;
  /** A parameter of the path. */
  param(name: string): string;
  /** The version that If-Match asks for, where the route wants one. */
  version: number;
}

export interface Route<Body = unknown, Of = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** As OpenAPI writes it: `/api/rulebooks/{rulebook}`. */
  path: string;
  /** The operation's id. */
  id: string;
  tag: Tag;
  /** Who may use it. */
  right: RightName | 'anyone';
  summary: Bilingual;
  description?: Bilingual;
  parameters?: readonly Parameter[];
  /** True where others add parameters of their own to the address; else an unknown one is refused. */
  openQuery?: boolean;
  /** What the body must be, where there is one. A raw body is read by the handler. */
  request?: {
    schema: DocumentName;
    raw?: boolean;
    optional?: boolean;
    example?: (example: Example) => unknown;
  };
  /** What the request is about: found before it is handled, and held against the right of who asks. */
  of?(request: Request<undefined, undefined>): Promise<Of & Owned>;
  /** Where what it makes will belong, as the body says; held against the right of who asks as well. */
  into?(request: Request<Body, Of>): Promise<Owned>;
  /** Whether it changes only the version that If-Match names. */
  ifMatch?: boolean;
  /** What a good answer is: for each media type a schema, or plain text. */
  answer: {
    status?: 200 | 201 | 202 | 204 | 302;
    description: Bilingual;
    content: Readonly<Record<string, DocumentName | 'text'>>;
    /** An answer in JSON. */
    example?: (example: Example) => unknown;
    /** True where a request that already has this answer is told so (304). */
    cached?: boolean;
  };
  /** What else it may answer, beside what follows from the rest of the route. */
  problems: readonly ProblemCode[];
  handle(request: Request<Body, Of>): Response | Promise<Response>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list holds routes of any body and any thing they are about.
export type AnyRoute = Route<any, any>;

/** A route whose parts fit one another. */
export const route = <Body = undefined, Of = undefined>(one: Route<Body, Of>): AnyRoute => one;
