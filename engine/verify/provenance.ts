/** Every line quotes the text it rests on and names its source, or says that the document states no rule. */

import { diagnose } from '../diagnostics/index.ts';
import type { Line } from '../lines/index.ts';
import { type Claim, claims } from './claim.ts';

export function provenance({ id, name, pointer, provenance: own }: Line): Claim[] {
  const claim = claims(id, pointer);
  return [
    ...(own.text === undefined && !own.inferred ? [claim(diagnose('text-missing', { name }))] : []),
    ...(own.source === undefined ? [claim(diagnose('source-missing', { name }))] : []),
  ];
}
