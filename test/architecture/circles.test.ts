/** No file imports itself by way of others, for its values or for its types. */
import { expect, test } from 'vitest';
import { filesUnder } from './sources.ts';

const files = new Map([...filesUnder('engine'), ...filesUnder('server')].map((file) => [file.path, file]));

/** The files of every circle, each circle once, by Tarjan's strongly connected components. */
function circles(importsOf: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    open.push(path);
    for (const target of importsOf.get(path) ?? []) {
      if (!index.has(target)) visit(target);
      if (open.includes(target)) low.set(path, Math.min(low.get(path)!, low.get(target)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const circle = open.splice(open.indexOf(path));
    if (circle.length > 1 || importsOf.get(path)?.includes(path)) found.push(circle.sort());
  };
  for (const path of importsOf.keys()) if (!index.has(path)) visit(path);
  return found;
}

test('a circle is found, and a fork is none', () => {
  const of = (imports: { [path: string]: string[] }) => circles(new Map(Object.entries(imports)));
  expect(of({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] })).toEqual([]);
  expect(of({ a: ['b'], b: ['c'], c: ['b'] })).toEqual([['b', 'c']]);
  expect(of({ a: ['a'] })).toEqual([['a']]);
});

test('no file stands in a circle', () => {
  const importsOf = new Map(
    [...files].map(([path, { imports }]) => [path, imports.filter((one) => files.has(one))]),
  );
  expect(circles(importsOf), 'move what both need to a file of its own').toEqual([]);
});
