/** The body of a request as the bytes that were sent. They are never parsed here: numbers must not become doubles. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { hasErrors, kindOfDocument, readShaped } from '../../engine/index.ts';
import type { Schemas } from '../../schemas/generated/types.ts';
import { Refusal } from './problems.ts';
import type { DocumentName } from './schemas.ts';

/** Bytes a body may have; the engine reads files of the same size. */
export const bodyLimit = 1024 * 1024;

/** What a body may be written in. One reader reads both, so what is said to be JSON may be YAML. */
export const bodyTypes = ['application/json', 'application/yaml', 'text/yaml'] as const;

/** The bytes, or a refusal: of another content type, or too many of them. */
export async function readBody(c: Context): Promise<Uint8Array> {
  const { req } = c;
  checkType(req.header('Content-Type'), req.header('Content-Encoding'));
  if (Number(req.header('Content-Length') ?? 0) > bodyLimit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(c)) {
    size += chunk.byteLength;
    if (size > bodyLimit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/** The body as its schema has it, numbers as text; undefined where there is none and none is needed. */
export async function readShapedBody<Name extends DocumentName>(
  c: Context,
  { schema, optional = false }: { schema: Name; optional?: boolean },
): Promise<Schemas[Name] | undefined> {
  if (optional && c.req.header('Content-Type') === undefined && !Number(c.req.header('Content-Length') ?? 0))
    return undefined;
  const bytes = await readBody(c);
  if (optional && bytes.length === 0) return undefined;
  const { value, diagnostics } = readShaped(bytes, 'body', schema);
  if (value !== undefined) return value;
  const unreadable = hasErrors(kindOfDocument(bytes, 'body').diagnostics);
  throw new Refusal(unreadable ? 'unreadable-body' : 'unusable-request', { diagnostics });
}

/** From the connection where there is one: wrapped in a stream of the web, each body would cost a millisecond. */
async function* chunksOf({ env, req }: Context): AsyncGenerator<Uint8Array> {
  const { incoming } = (env ?? {}) as Partial<HttpBindings>;
  const body: AsyncIterable<Uint8Array> | null = incoming ?? req.raw.body;
  if (!body) return;
  try {
    yield* body;
  } catch {
    throw new Refusal('body-too-slow');
  }
}

function checkType(type: string | undefined, encoding: string | undefined): void {
  const name = type?.split(';')[0]?.trim().toLowerCase() ?? '';
  const headers = { Accept: bodyTypes.join(', ') };
  if (!(bodyTypes as readonly string[]).includes(name)) {
    throw new Refusal('unsupported-media-type', {
      detail: {
        zh: `请在请求头写明 Content-Type：${bodyTypes.join('、')} 之一。`,
        en: `send a Content-Type that is one of ${bodyTypes.join(', ')}.`,
      },
      headers,
    });
  }
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw new Refusal('unsupported-media-type', {
      detail: { zh: '请不要压缩请求内容。', en: 'send the body without compressing it.' },
      headers: { ...headers, 'Accept-Encoding': 'identity' },
    });
  }
}

const tooLarge = () =>
  new Refusal('body-too-large', {
    detail: {
      zh: `最多 ${bodyLimit} 字节（1 MiB）。请把内容分成几份。`,
      en: `at most ${bodyLimit} bytes (1 MiB); split the content.`,
    },
    // What is left of the body is not read, so the connection cannot be used again.
    headers: { Connection: 'close' },
  });
