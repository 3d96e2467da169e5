/** How an answer may be compressed, and doing so. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

export type Encoding = 'br' | 'gzip';

/** The best of what Accept-Encoding takes; undefined where it takes none of them. */
export function encodingFor(header: string | undefined): Encoding | undefined {
  const accepted = new Map(
    (header ?? '').split(',').map((one) => {
      const [name = '', ...parameters] = one.split(';').map((part) => part.trim().toLowerCase());
      const isRefused = parameters.some((part) => /^q=0(\.0*)?$/.test(part));
      return [name, !isRefused];
    }),
  );
  const takes = (name: string) => accepted.get(name) ?? accepted.get('*') ?? false;
  return (['br', 'gzip'] as const).find(takes);
}

/** Below this many bytes an answer does not get smaller by much. */
const least = 1024;
const types = /^(text\/|application\/(?:[\w.-]+\+)?(?:json|yaml)\b|image\/svg\+xml)/;
/** Answers with the token against forgery are left as they are, so that their length tells nothing of it. */
const secret = /^\/api\/(session|setup)(\/|$)/;

const compressors: { readonly [name in Encoding]: (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>> } =
  {
    br: async (bytes) =>
      new Uint8Array(
        await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
      ),
    gzip: async (bytes) => new Uint8Array(await promisify(gzip)(bytes)),
  };

/**
 * Compresses answers of text. The entity tag stays that of what was compressed: it names the version of a thing, which
 * If-Match asks for, not its bytes on the way.
 */
export const compress = (): MiddlewareHandler => async (c, next) => {
  await next();
  const { headers, body } = c.res;
  if (!types.test(headers.get('Content-Type') ?? '') || secret.test(c.req.path)) return;
  c.header('Vary', 'Accept-Encoding', { append: true });
  const encoding = encodingFor(c.req.header('Accept-Encoding'));
  if (!encoding || !body || c.req.method === 'HEAD' || headers.has('Content-Encoding')) return;
  const bytes = new Uint8Array(await c.res.arrayBuffer());
  const isSmall = bytes.byteLength < least;
  const sent = isSmall ? bytes : await compressors[encoding](bytes);
  c.res = new Response(sent, c.res);
  c.res.headers.delete('Content-Length');
  if (!isSmall) c.res.headers.set('Content-Encoding', encoding);
};
