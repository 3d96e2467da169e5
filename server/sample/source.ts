/** The sample data that stands beside the rulebooks: what is loaded is written there, and nowhere in code. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors, readShaped } from '../../engine/index.ts';
import type { SampleData } from '../../schemas/generated/types.ts';
import { readBytes } from '../cases/files.ts';

/** The name of the file in the folder of the rulebooks. */
export const sampleFile = 'sample.yaml';

/** What the folder of rulebooks holds to try the system with; undefined where there is nothing, or nothing that can be used. */
export function sampleIn(folder: string): SampleData | undefined {
  const file = join(folder, sampleFile);
  if (!existsSync(file)) return undefined;
  const { bytes } = readBytes(file);
  const read = bytes && readShaped(bytes, file, 'sampleData');
  return read && !hasErrors(read.diagnostics) ? read.value : undefined;
}
