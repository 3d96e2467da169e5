/** How a module of this program is started in a thread: under tsx from its source, when built from what was built. */
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What a pool of threads needs to know to start one. */
export interface Thread {
  filename: string;
  execArgv?: string[];
}

/** The module beside `from` (an `import.meta.url`) of that name, without its ending. */
export function threadOf(from: string, name: string): Thread {
  const built = !from.endsWith('.ts');
  const filename = fileURLToPath(new URL(`./${name}.${built ? 'js' : 'ts'}`, from));
  if (built) return { filename };
  // A thread does not inherit what reads TypeScript in its parent.
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json'));
  const api = new URL('./dist/esm/api/index.mjs', tsx).href;
  const start = `import { register } from ${JSON.stringify(api)}; register();`;
  return { filename, execArgv: ['--import', `data:text/javascript,${encodeURIComponent(start)}`] };
}
