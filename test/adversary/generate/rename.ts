/** Renames an input, a metric or an indicator wherever it is spoken of; the words of the language are no exception. */
import { isObject, type JsonObject } from './json.ts';
import type { Random } from './random.ts';
import { nameOf, rulebookSchema, type Site, sitesOf } from './schema.ts';

/** Names that are also words of the language: what renames must not take one for the other. */
const inputNames = [
  'ratio',
  'full',
  'zero',
  'above',
  'below',
  'equal',
  'whole',
  'line',
  'declared',
  'points2',
  'fund',
];
const indicatorNames = ['full', 'ratio', 'rescale', 'lowest', 'part-one', 'cost-part', 'sum-up'];

/** The rulebook with one thing renamed, in place. */
export function renamed(
  random: Random,
  rulebook: JsonObject,
): { rulebook: JsonObject; path: string; what: string } | undefined {
  const sites = sitesOf(rulebook);
  if (random.chance(50)) {
    const maps = ['inputs', 'metrics'].filter(
      (key) => isObject(rulebook[key]) && Object.keys(rulebook[key]).length > 0,
    );
    if (maps.length === 0) return undefined;
    const map = random.pick(maps);
    const all = rulebook[map] as JsonObject;
    const old = random.pick(Object.keys(all));
    const name = random.pick(inputNames.filter((one) => !isNamed(rulebook, one)));
    replace(sites, old, name);
    rulebook[map] = Object.fromEntries(
      Object.entries(all).map(([key, one]) => [key === old ? name : key, one]),
    );
    const moved = (rulebook[map] as JsonObject)[name] as JsonObject;
    if (map === 'inputs' && random.chance(80)) moved.renamedFrom = old;
    return { rulebook, path: `${rulebookSchema.path}/${map}`, what: `renamed ${old} to ${name}` };
  }
  const indicators = sites.filter(({ schema }) => schema.path?.endsWith('/$defs/indicator'));
  const own = random.pick(indicators).value as JsonObject;
  const old = String(own.id);
  const name = random.pick(indicatorNames);
  if (indicators.some(({ value }) => (value as JsonObject).id === name)) return undefined;
  replace(sites, old, name);
  if (random.chance(80)) own.renamedFrom = old;
  return { rulebook, path: 'rulebook#/$defs/indicator/id', what: `renamed ${old} to ${name}` };
}

const isNamed = (rulebook: JsonObject, name: string): boolean =>
  ['inputs', 'metrics'].some((key) => isObject(rulebook[key]) && rulebook[key][name] !== undefined);

/** Puts one name in the place of another in everything that names inputs or indicators. */
function replace(sites: readonly Site[], old: string, name: string): void {
  const pattern = new RegExp(`(?<![\\w-])${old}(?![\\w-])`, 'g');
  for (const { schema, value, holder, key } of sites) {
    if (typeof value !== 'string' || !holder || key === 'renamedFrom' || key === 'name' || key === 'operator')
      continue;
    const speaks =
      ['expression', 'inputId', 'id', 'message'].includes(nameOf(schema)) ||
      key === 'at' ||
      key === 'value' ||
      key === 'message' ||
      schema.path?.endsWith('/value');
    if (speaks) (holder as JsonObject)[key] = value.replace(pattern, name);
  }
}
