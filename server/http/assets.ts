/** The few files pages need, read once. Nothing else on disk can be asked for. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Context } from 'hono';
import { packageFolder } from '../library.ts';
import { Refusal } from './problems.ts';
import type { WebPages } from './web-pages.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const own = join(packageFolder(), 'server/http/assets');
const reference = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

/** The files by the name they are served under. */
const files: Readonly<Record<string, string>> = {
  'mark.svg': join(own, 'mark.svg'),
  'page.css': join(own, 'page.css'),
  'reference.css': join(own, 'reference.css'),
  'reference.js': join(own, 'reference.js'),
  'swagger-ui.css': join(reference, 'swagger-ui.css'),
  'swagger-ui-bundle.js': join(reference, 'swagger-ui-bundle.js'),
};

interface Asset {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
  tag: string;
}

const known = new Map<string, Asset>();

function readAsset(name: string): Asset | undefined {
  const path = Object.hasOwn(files, name) ? files[name] : undefined;
  if (!path) return undefined;
  const asset = known.get(name);
  if (asset) return asset;
  const bytes = new Uint8Array(readFileSync(path));
  const tag = `"${createHash('sha256').update(bytes).digest('hex')}"`;
  const read = { bytes, type: types[extname(path)] ?? 'application/octet-stream', tag };
  known.set(name, read);
  return read;
}

/** Answers with the file of that name: one of the built pages', or one of those few. */
export function sendAsset(c: Context, name: string, pages: WebPages | undefined): Response {
  const built = pages?.asset(c, name);
  if (built) return built;
  const asset = readAsset(name);
  if (!asset) throw new Refusal('unknown-address');
  return c.body(asset.bytes, 200, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=3600',
    ETag: asset.tag,
  });
}
