/** Tiers that a person chooses from: the same share may fall in another one, and their ranges may have moved. */
import type { Bilingual, DifferingBand, DifferingSituation } from '../../../schemas/generated/types.ts';
import type { Exact } from '../../decimal.ts';
import type { Line } from '../../lines/index.ts';
import type { Award } from '../../methods/index.ts';
import type { Piece } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/change.ts';
import { type Axis, type Ends, endsText, valueText, type whereText } from './form-text.ts';
import { joined, type Stretch } from './stretches.ts';

type Side = 'before' | 'after';
type Where = (ends: Parameters<typeof whereText>[1]) => Bilingual;

export class TierComparer {
  private readonly lines: Record<Side, Line>;
  private readonly stretches: readonly Stretch[];
  private readonly axis: Axis;
  private readonly where: Where;

  constructor(
    lines: Record<Side, Line>,
    stretches: readonly Stretch[],
    { axis }: { axis: Axis },
    where: Where,
  ) {
    this.lines = lines;
    this.stretches = stretches;
    this.axis = axis;
    this.where = where;
  }

  private get isTiers(): boolean {
    return [this.lines.before, this.lines.after].every(({ rule }) => rule.method === 'tiers');
  }

  /** Where the points are the same and the tier is another. */
  classifications(): DifferingBand[] {
    if (!this.isTiers) return [];
    const differs = (stretch: Stretch) =>
      stretch.sign === 0 && this.tier(stretch, 'before') !== this.tier(stretch, 'after');
    const goesOn = (one: Stretch, other: Stretch) =>
      this.tier(one, 'before') === this.tier(other, 'before') &&
      this.tier(one, 'after') === this.tier(other, 'after');
    return joined(this.stretches, differs, goesOn).map((one) => ({
      ...endsText(one),
      where: this.where(one),
      before: this.label('before', one.stretch.before),
      after: this.label('after', one.stretch.after),
    }));
  }

  /** Tiers are the same by their place where both editions have as many; else by their name. */
  private tier(stretch: Stretch, side: Side): string {
    const count = ({ rule }: Line) => rule.parts[0]?.awards.length;
    if (count(this.lines.before) === count(this.lines.after)) return stretch[side].bands.flat().join();
    return this.label(side, stretch[side]).zh;
  }

  /** What the bands of a piece are called. */
  label(side: Side, { bands }: Piece): Bilingual {
    const { parts } = this.lines[side].rule;
    const labels = bands.flatMap((chosen, part) => labelOf(parts[part]?.awards[chosen[0] ?? -1]));
    return both(labels.map(({ zh }) => zh).join('；'), labels.map(({ en }) => en).join('; '));
  }

  /** What a person may give in each tier, where that changed. */
  ranges(): DifferingSituation[] {
    if (!this.isTiers) return [];
    const was = this.rangesOf('before');
    const is = this.rangesOf('after');
    if (was.length !== is.length) return [];
    return is.flatMap((now, index) => {
      const old = was[index]!;
      if (JSON.stringify(old.ends) === JSON.stringify(now.ends)) return [];
      const name =
        JSON.stringify(old.name) === JSON.stringify(now.name)
          ? now.name
          : both(`${old.name.zh} → ${now.name.zh}`, `${old.name.en} → ${now.name.en}`);
      return [{ name, before: this.rangeText(old.ends), after: this.rangeText(now.ends) }];
    });
  }

  private rangesOf(side: Side): { name: Bilingual; ends: Ends | undefined }[] {
    const awards = this.lines[side].rule.parts[0]?.awards ?? [];
    return awards.map((award, index) => {
      const [own] = joined(
        this.stretches,
        (stretch) => stretch[side].bands[0]?.includes(index) ?? false,
        () => true,
      );
      const ends = own && {
        from: own.from,
        to: own.to,
        fromIncluded: own.fromIncluded,
        toIncluded: own.toIncluded,
      };
      return { name: labelOf(award)[0]!, ends };
    });
  }

  private rangeText(ends: Ends | undefined): Bilingual {
    if (!ends) return both('不会出现', 'never');
    const { from, to, fromIncluded, toIncluded } = ends;
    const value = (x: Exact | undefined) => (x ? valueText(x, this.axis) : '');
    const end = (x: Exact | undefined, included: boolean) =>
      x ? `${value(x)}${included ? '（含）' : '（不含）'}` : '';
    return both(
      `可给分值的 ${end(from, fromIncluded)}至 ${end(to, toIncluded)}`,
      `${fromIncluded ? '≥' : '>'} ${value(from)} and ${toIncluded ? '≤' : '<'} ${value(to)} of the weight`,
    );
  }
}

/** The name that a person chooses a tier by, which leaves out its bounds; else what the band is called. */
const labelOf = (award: Award | undefined): Bilingual[] =>
  award ? [award.choice === undefined ? award.label : both(award.choice, award.choice)] : [];
