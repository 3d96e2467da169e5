/** What must hold of a draft before it is published, and what it will be then. */
import type { Diagnostic } from '../../engine/index.ts';
import { caseResults, check, openErrors, type RulebookFiles, verification } from './examine.ts';
import { type Name, renamed, renamedCase } from './rewrite.ts';

export type Inspected =
  | { publishable: true; text: string; hash: string; passed: number; failed: number; failing: string[] }
  | { publishable: false; why: 'unusable-rulebook' | 'not-verified'; diagnostics: Diagnostic[] }
  | { publishable: false; why: 'wrong-name'; named: string };

/** Checks, verifies and runs the cases of the text as it would be published. */
export async function inspect({ name, ...files }: RulebookFiles & { name: Name }): Promise<Inspected> {
  const { rulebooks, diagnostics } = await verification({ text: files.text });
  const [verified] = rulebooks;
  if (!verified?.usable) return { publishable: false, why: 'unusable-rulebook', diagnostics };
  if (verified.rulebook !== `${name.rulebook}@${name.edition}`)
    return { publishable: false, why: 'wrong-name', named: verified.rulebook };
  const open = openErrors(verified.proofs);
  if (open.length > 0) return { publishable: false, why: 'not-verified', diagnostics: open };
  const text = renamed(files.text, name, 'published') ?? files.text;
  const published = await check({ text });
  if (!published.identity)
    return { publishable: false, why: 'unusable-rulebook', diagnostics: published.diagnostics };
  const { results } = await caseResults({ text, cases: files.cases });
  const { passed = 0, failed = 0, results: all = [] } = results ?? {};
  const failing = all.filter((one) => !one.passed).map(({ file, name: said }) => `${file}: ${said}`);
  return { publishable: true, text, hash: published.identity.hash, passed, failed, failing };
}

/** An edition's text and cases under another name, as a draft. */
export function copy({ from, to, text, cases }: RulebookFiles & { from: Name; to: Name }): {
  text: string | undefined;
  cases: RulebookFiles['cases'];
} {
  return {
    text: renamed(text, to, 'draft'),
    cases: cases.map((one) => renamedCase(one, from, to)),
  };
}
