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

export class WebPages {
  private readonly folder: string;
  private readonly assets: ReadonlySet<string>;
  private readonly patterns: readonly RegExp[];
  private readonly known = new Map<string, Copies>();

  private constructor(folder: string, { addresses, assets }: WebManifest) {
    this.folder = folder;
    this.assets = new Set(assets);
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
    return this.send(c, 'index.html', status, 'no-cache');
  }

  /** A file of theirs, for good: another content has another name. Undefined where there is none of that name. */
  asset(c: Context, name: string): Response | undefined {
    if (!this.assets.has(name)) return undefined;
    return this.send(c, `assets/${name}`, 200, 'public, max-age=31536000, immutable');
  }

  private send(c: Context, path: string, status: 200 | 404, cached: string): Response {
    const { plain, ...copies } = this.copies(path);
    const encoding = encodingFor(c.req.header('Accept-Encoding'));
    const chosen = encoding && copies[encoding];
    c.header('Content-Type', typeOf(path));
    c.header('Cache-Control', cached);
    if (chosen) c.header('Content-Encoding', encoding);
    return c.body(chosen ?? plain, status);
  }

  private copies(path: string): Copies {
    const known = this.known.get(path);
    if (known) return known;
    const read = (ending: string): Bytes | undefined => {
      const file = join(this.folder, path + ending);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    };
    const copies = { plain: read('')!, br: read('.br'), gzip: read('.gz') };
    this.known.set(path, copies);
    return copies;
  }
}
