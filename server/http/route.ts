/** What a route is: enough to answer a request, and to describe it in the API's document. */
import type { Context } from 'hono';
import type { Bilingual, Evaluation, Submission } from '../../engine/index.ts';
import type { Library } from '../library.ts';
import type { ProblemCode } from './problems.ts';
import type { DocumentName } from './schemas.ts';

/** What handlers work with. */
export interface Services {
  library: Library;
  /** The API's document. */
  describe(): Promise<Readonly<Record<string, unknown>>>;
  /** A form that was really filed, to show what the server does; undefined where the library has none. */
  example(): Promise<Example | undefined>;
}

export interface Example {
  submission: Submission;
  evaluation: Evaluation;
}

export interface Parameter {
  in: 'path' | 'query';
  name: string;
  description: Bilingual;
  schema: Readonly<Record<string, unknown>>;
  example?: string;
}

/** What a part of the document is about. */
export type Tag = 'rulebooks' | 'forms' | 'pages';

export interface Route {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/rulebooks/{rulebook}`. */
  path: string;
  /** The operation's id. */
  id: string;
  tag: Tag;
  summary: Bilingual;
  description?: Bilingual;
  parameters?: readonly Parameter[];
  /** What the body must be, where there is one. */
  request?: { schema: DocumentName; example?: (example: Example) => unknown };
  /** What a good answer is: for each media type a schema, or plain text. */
  answer: {
    description: Bilingual;
    content: Readonly<Record<string, DocumentName | 'text'>>;
    /** An answer in JSON. */
    example?: (example: Example) => unknown;
    /** True where a request that already has this answer is told so (304). */
    cached?: boolean;
  };
  /** What else it may answer; `unexpected` goes without saying. */
  problems: readonly ProblemCode[];
  handle(c: Context, services: Services): Response | Promise<Response>;
}
