/** Defects that a rulebook accepts by name and with a reason. */
import type { Proof, Rulebook } from '../../schemas/generated/types.ts';
import { acceptanceOf, covers } from '../compile/index.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Claim, claims } from './claim.ts';

/** True of an error or warning that nobody has accepted. */
export const isOpen = ({ severity, accepted }: Proof): boolean =>
  severity !== 'info' && accepted === undefined;

/** Puts the reason on each proof that an acceptance names; claims that an acceptance names nothing. */
export function accept(rulebook: Rulebook, proofs: readonly Proof[]): { proofs: Proof[]; unused: Claim[] } {
  const { accepted = [] } = rulebook;
  const used = new Set<number>();
  const explained = proofs.map((proof) => {
    const index = acceptanceOf(rulebook, proof.code, proof.at);
    if (index < 0) return proof;
    used.add(index);
    return { ...proof, accepted: accepted[index]!.why };
  });
  const unused = accepted.flatMap(({ code, at }, index) =>
    used.has(index) || proofs.some((proof) => proof.code === code && covers(at, proof.at))
      ? []
      : [
          claims(
            at ?? code,
            `/accepted/${index}`,
          )(diagnose('acceptance-unused', { code: at ? `${code}（${at}）` : code })),
        ],
  );
  return { proofs: explained, unused };
}
