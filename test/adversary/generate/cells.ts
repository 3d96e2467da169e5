/** Random cells: numbers at the edges of a rulebook and just beside them, in the units and spellings that people use. */
import { days } from './facts.ts';
import type { Manner } from './form.ts';
import { hundredths, inHundredths, type Json, type JsonObject, present } from './json.ts';
import type { Outline } from './outline.ts';
import type { Random } from './random.ts';

/** One of the numbers, or so little beside it; never below zero. `most` is taken where there are none. */
export function numberNear(random: Random, marks: readonly string[], most: number): string {
  const usable = marks.filter((mark) => /^\d{1,6}(\.\d{1,2})?$/.test(mark));
  const mark = usable.length > 0 && random.chance(80) ? random.pick(usable) : String(random.below(most + 1));
  const count = inHundredths(mark);
  const beside = random.pick([0, 0, 0, -1, 1, 37, -50]);
  return hundredths(Math.max(0, count + beside));
}

const fullWidth = (text: string): string =>
  text.replace(/[0-9.%]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** A number with its unit as one person or another writes it. */
export function spelled(random: Random, number: string, unit: string): string {
  if (unit === '万元' && random.chance(15) && inHundredths(number) < 1e9)
    return `${hundredths(inHundredths(number) * 10000)}元`;
  const text = `${number}${random.chance(unit === '%' ? 85 : 60) ? unit : ''}`;
  return random.chance(6) ? fullWidth(text) : text;
}

export function inputValue(
  random: Random,
  input: JsonObject,
  id: string,
  base: string,
  outline: Outline,
  manner: Manner,
): Json {
  const { rates, numbers } = outline;
  if (random.chance(manner.wrong)) return random.pick(['不详', '—', '1.5', '-1', '约10']);
  switch (input.type) {
    case 'amount': {
      if (random.chance(id === 'budget' ? 70 : 20)) return spelled(random, base, '万元');
      // A share of the common size: its quotient is at a threshold.
      const share = numberNear(random, rates, 130);
      const product = Math.trunc((inHundredths(share) * inHundredths(base)) / 10000);
      return spelled(
        random,
        random.chance(70) ? hundredths(product) : numberNear(random, numbers, 300),
        '万元',
      );
    }
    case 'rate':
      return spelled(random, within(random, input, numberNear(random, rates, 130)), '%');
    case 'count': {
      const count = numberNear(random, numbers, 12).split('.')[0]!;
      return random.chance(manner.wrong)
        ? `${count}.5`
        : spelled(random, within(random, input, count), String(input.unit ?? ''));
    }
    case 'number':
      return within(random, input, numberNear(random, numbers, 150));
    case 'date':
      return random.chance(80) ? random.pick(days) : `2024-0${random.between(1, 9)}-1${random.below(9)}`;
    case 'yesNo':
      return random.pick([true, true, false, '是', '否']);
    case 'choice':
      return random.pick(known(input.options) ?? ['五星']);
    default:
      return random.pick(['无', '无', '没有问题', '有违规，已整改']);
  }
}

/** The number, or mostly the bound that it would pass. */
function within(random: Random, { min, max }: JsonObject, number: string): string {
  if (random.chance(3)) return number;
  const count = inHundredths(number);
  if (min !== undefined && count < inHundredths(String(min))) return String(min);
  return max !== undefined && count > inHundredths(String(max)) ? String(max) : number;
}

/** The items of a list that has some: a rulebook that does not load may have none. */
const known = <Item>(list: Json | undefined): readonly Item[] | undefined =>
  Array.isArray(list) && list.length > 0 ? (list as unknown as readonly Item[]) : undefined;

interface Named {
  name: string;
  from?: string;
  above?: string;
  upTo?: string;
  below?: string;
}

/** A person's score: a share, points, a tier, or what contradicts itself. */
export function judgement(random: Random, method: JsonObject, weight: number, manner: Manner): JsonObject {
  const reason = random.chance(60) ? '见报告' : undefined;
  const tiers = known<Named>(method.tiers ?? (method.proportion as JsonObject | undefined)?.choices);
  if (random.chance(manner.wrong))
    return present(
      random.pick([
        { share: '110%' },
        { share: '0.9' },
        { points: hundredths(weight + 200) },
        { tier: '不知' },
        {},
      ]),
    );
  if (method.proportion && tiers) return present({ tier: random.pick(tiers).name, reason });
  const marks = (tiers ?? []).flatMap(({ from, above, upTo, below }) => [from, above, upTo, below]);
  const near = numberNear(
    random,
    marks.flatMap((mark) => (mark ? [mark.replace('%', '')] : [])),
    100,
  );
  const share = inHundredths(near) > 10000 ? '100' : near;
  if (tiers && random.chance(manner.wrong * 2 + 5))
    return present({
      tier: random.pick(tiers).name,
      share: random.chance(60) ? `${share}%` : undefined,
      reason,
    });
  if (random.chance(25))
    return present({ points: hundredths(Math.trunc((weight * inHundredths(share)) / 10000)), reason });
  return present({ share: `${share}%`, reason });
}
