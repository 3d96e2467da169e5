/** What the generator makes of the schemas with one more method in them: what a person who adds a method would commit. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { languageModules } from '../../../schemas/describe.ts';
import { generateValidators, readSchemas, type Schemas } from '../../../schemas/generate.ts';

function schemasWithMethod(): Schemas {
  const schemas = readSchemas();
  const fragment = JSON.parse(readFileSync(new URL('two-step.schema.json', import.meta.url), 'utf8'));
  const rulebook = structuredClone(schemas.get('rulebook')!) as {
    $defs: { method: { properties: Record<string, object> } };
  };
  rulebook.$defs.method.properties.twoStep = { $ref: 'methods/twoStep.schema.json' };
  return new Map([...schemas, ['methods/twoStep', fragment], ['rulebook', rulebook as never]]);
}

const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-method-'));

/** The module of that text, which has types. */
async function moduleOf(name: string, text: string): Promise<Record<string, unknown>> {
  const { code } = await transform(text, { loader: 'ts', format: 'esm' });
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, code);
  return import(/* @vite-ignore */ pathToFileURL(file).href);
}

export async function generatedMethods(): Promise<Record<string, unknown>> {
  const text = new Map(languageModules(schemasWithMethod(), '')).get('methods.ts')!;
  return moduleOf('methods', text);
}

export const generatedValidators = async (): Promise<Record<string, unknown>> =>
  moduleOf('validators', await generateValidators(schemasWithMethod()));
