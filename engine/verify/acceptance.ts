/** Defects that a rulebook accepts by name and with a reason. */
import type { Proof, Rulebook } from '../../schemas/generated/types.ts';
import { diagnose } from '../diagnostics/index.ts';
import { type Claim, claims } from './claim.ts';

/** True of an error or warning that nobody has accepted. */
export const isOpen = ({ severity, accepted }: Proof): boolean =>
  severity !== 'info' && accepted === undefined;

const covers = (at: string | undefined, of: string | undefined): boolean =>
  at === undefined || at === of || (of?.startsWith(`${at}.`) ?? false);

/** Puts the reason on each proof that an acceptance names; claims that an acceptance names nothing. */
export function accept(
  { accepted = [] }: Rulebook,
  proofs: readonly Proof[],
): { proofs: Proof[]; unused: Claim[] } {
  const used = new Set<number>();
  const explained = proofs.map((proof) => {
    const index = accepted.findIndex(({ code, at }) => code === proof.code && covers(at, proof.at));
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
