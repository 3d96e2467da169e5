/**
 * Builds the pages into dist/web: hashed files, their compressed copies, and `pages.json` with what is there. With
 * `--if-stale` only where they are missing or made from other sources.
 */
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { WebManifest } from '../../http/web-pages.ts';
import { addresses } from '../../web/pages/addresses.ts';
import { hashOfSources } from './sources.ts';

const manifest = 'pages.json';
/** Files that become smaller; pictures and fonts are compressed already. */
const texts = new Set(['.html', '.js', '.css', '.svg', '.json']);

function compressed(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    texts.has(extname(path)),
  );
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    writeFileSync(join(folder, `${path}.br`), brotliCompressSync(bytes, { params }));
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

/** Builds beside the pages there are, and puts what was built in their place at once. */
async function build(sources: string): Promise<void> {
  const started = performance.now();
  // Whoever asks for it, as the tests do, may run as something else; pages for development are slower and twice as large.
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  const { outputFolder, pagesConfig } = await import('./config.ts');
  const [fresh, former] = [`${outputFolder}.${process.pid}`, `${outputFolder}.${process.pid}.former`];
  await build({ ...pagesConfig, build: { ...pagesConfig.build, outDir: fresh } });
  const assets = readdirSync(join(fresh, 'assets'));
  compressed(fresh);
  const list: WebManifest = { sources, addresses: Object.values(addresses), assets };
  writeFileSync(join(fresh, manifest), JSON.stringify(list));
  if (existsSync(outputFolder)) renameSync(outputFolder, former);
  renameSync(fresh, outputFolder);
  rmSync(former, { recursive: true, force: true });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.error(`网页已生成，用时 ${seconds} 秒 · pages built in ${seconds} s`);
}

/** The sources that the pages in dist/web were built from. */
function builtFrom(): string | undefined {
  try {
    const text = readFileSync(new URL(`../../../dist/web/${manifest}`, import.meta.url), 'utf8');
    return (JSON.parse(text) as WebManifest).sources;
  } catch {
    return undefined;
  }
}

const sources = hashOfSources();
const isStale = builtFrom() !== sources;
if (isStale || !process.argv.includes('--if-stale'))
  try {
    await build(sources);
  } catch (error) {
    // Installed without what builds them: the server serves what there is.
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    console.error('没有装生成网页的工具（npm ci）· what builds the pages is not installed (npm ci)');
  }
