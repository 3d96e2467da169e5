/** What the pages are made from, as one hash: times of files say nothing after a clone. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folders = ['server/web', 'server/client', 'schemas/generated', 'server/tools/pages'];
const files = ['package-lock.json'];

export function hashOfSources(): string {
  const paths = folders.flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/')),
  );
  const hash = createHash('sha256');
  for (const path of [...paths, ...files.map((file) => root + file)].sort())
    hash
      .update(`${path.slice(root.length)}\n`)
      .update(readFileSync(path))
      .update('\n');
  return hash.digest('hex');
}
