/** Test data in YAML, read as the engine reads it: every number stays the text it was written as. */
import { readFileSync } from 'node:fs';
import { render } from '../../engine/diagnostics/index.ts';
import { readDocument } from '../../engine/source/index.ts';

/** The value of a YAML file, or an error that shows what is wrong with it. */
export function readData<Value>(path: string): Value {
  const text = readFileSync(path, 'utf8');
  const { document, diagnostics } = readDocument(text, { file: path });
  if (!document) throw new Error(diagnostics.map((one) => render(one, 'zh', text)).join('\n'));
  return document.value as Value;
}
