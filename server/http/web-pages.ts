/** The pages as they were built: one HTML for every address of theirs, and hashed files beside it. Read once. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { packageFolder } from '../library.ts';
import { encodingFor } from './encoding.ts';

/** What `pages.json` beside the built pages says. */
export interface WebManifest {
  /** The hash of what they were built from. */
  sources: string;
  /** Their addresses; parts that vary begin with a colon. */
  addresses: string[];
  /** The names of the files under /assets/. */
  assets: string[];
}

const types: { readonly [ending: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};

const typeOf = (name: string): string => types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

type Bytes = Uint8Array<ArrayBuffer>;
type Copies = { plain: Bytes; br?: Bytes; gzip?: Bytes };

/** A file and its compressed copies beside it. */
function copiesOf(file: string): Copies {
  const read = (path: string): Bytes => new Uint8Array(readFileSync(path));
  const besides = (ending: string) => (existsSync(file + ending) ? read(file + ending) : undefined);
  return { plain: read(file), br: besides('.br'), gzip: besides('.gz') };
}

export class WebPages {
  private readonly page: Copies;
  private readonly assets: ReadonlyMap<string, Copies>;
  private readonly patterns: readonly RegExp[];

  /** All of it is read at once: pages that are built anew meanwhile do not mix with those that are open. */
  private constructor(folder: string, { addresses, assets }: WebManifest) {
    this.page = copiesOf(join(folder, 'index.html'));
    this.assets = new Map(assets.map((name) => [name, copiesOf(join(folder, 'assets', name))]));
    this.patterns = addresses.map((one) => new RegExp(`^${one.replace(/:\w+/g, '[^/]+')}/?$`));
  }

  /** The pages built into a folder; undefined where there are none. */
  static in(folder: string): WebPages | undefined {
    const manifest = join(folder, 'pages.json');
    if (!existsSync(manifest)) return undefined;
    return new WebPages(folder, JSON.parse(readFileSync(manifest, 'utf8')) as WebManifest);
  }

  /** Where they are built to, and where the package has them. */
  static get builtFolder(): string {
    return join(packageFolder(), 'dist/web');
  }

  /** Whether a path is the address of a page. */
  isPage(path: string): boolean {
    return this.patterns.some((pattern) => pattern.test(path));
  }

  /** The HTML of every page. */
  html(c: Context, status: 200 | 404 = 200): Response {
    return send(c, this.page, { type: typeOf('index.html'), cached: 'no-cache', status });
  }

  /** A file of theirs, for good: another content has another name. Undefined where there is none of that name. */
  asset(c: Context, name: string): Response | undefined {
    const copies = this.assets.get(name);
    if (!copies) return undefined;
    return send(c, copies, {
      type: typeOf(name),
      cached: 'public, max-age=31536000, immutable',
      status: 200,
    });
  }
}

function send(
  c: Context,
  { plain, ...copies }: Copies,
  { type, cached, status }: { type: string; cached: string; status: 200 | 404 },
): Response {
  const encoding = encodingFor(c.req.header('Accept-Encoding'));
  const chosen = encoding && copies[encoding];
  c.header('Content-Type', type);
  c.header('Cache-Control', cached);
  if (chosen) c.header('Content-Encoding', encoding);
  return c.body(chosen ?? plain, status);
}
