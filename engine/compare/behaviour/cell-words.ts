/** How classes of two lines are told: what was answered, which bands hold, what they give. */
import type { Bilingual, DifferingInterval, DifferingSituation } from '../../../schemas/generated/types.ts';
import type { ScoringPlan } from '../../compile/index.ts';
import { Exact } from '../../decimal.ts';
import { type Expression, formatExpression, times } from '../../expression/index.ts';
import type { Interval } from '../../linear/index.ts';
import type { Cell } from '../../possible/index.ts';
import { bothLanguages as both } from '../written/change.ts';
import type { CellSide, Meeting, Meetings } from './cell-meetings.ts';
import { exactText } from './form-text.ts';

export class CellWords {
  private readonly before: CellSide;
  private readonly after: CellSide;
  private readonly plan: ScoringPlan;
  private readonly meetings: Meetings;

  constructor(before: CellSide, after: CellSide, plan: ScoringPlan, meetings: Meetings) {
    this.before = before;
    this.after = after;
    this.plan = plan;
    this.meetings = meetings;
  }

  /** A class in which the editions give other points. */
  interval(
    meeting: Meeting,
    {
      before,
      after,
      difference,
      range,
    }: { before: Expression; after: Expression; difference: Expression; range: Interval },
  ): DifferingInterval {
    const isHigher = !range.max || range.max.sign() > 0;
    const isLower = !range.min || range.min.sign() < 0;
    return {
      fromIncluded: false,
      toIncluded: false,
      where: this.where(meeting),
      before: this.formula(tidied(before)),
      after: this.formula(tidied(after)),
      difference: this.ends(difference, range),
      sign: isHigher && isLower ? 'both' : isHigher ? 'higher' : 'lower',
    };
  }

  private formula(expression: Expression): string {
    return formatExpression(expression, (name) => this.nameOf(name));
  }

  private ends(difference: Expression, { min, max }: Interval): string {
    if (!min || !max) return this.formula(difference);
    const [low, high] = [signed(min), signed(max)];
    return low === high ? low : `${low} … ${high}`;
  }

  where(meeting: Meeting): Bilingual {
    const { before, after } = meeting;
    const answers = [...this.meetings.answers(meeting)].map(([name, value]) => {
      const [zh, en] = typeof value === 'boolean' ? (value ? ['是', 'yes'] : ['否', 'no']) : [value, value];
      return both(`${this.nameOf(name)}：${zh}`, `${this.nameOf(name)}: ${en}`);
    });
    if (answers.length > 0 && answers.length <= 4)
      return both(answers.map(({ zh }) => zh).join('，'), answers.map(({ en }) => en).join(', '));
    const isOneBand = ({ line }: CellSide) => line.rule.parts.every(({ decision }) => !decision);
    if (isOneBand(this.before) && isOneBand(this.after))
      return both('视所填数据而定', 'depending on the data');
    const labels = (cells: readonly Cell[], { line }: CellSide) =>
      cells.flatMap((cell, part) => line.rule.parts[part]?.awards[cell.bands[0] ?? -1]?.label ?? []);
    const [one, other] = [labels(before, this.before), labels(after, this.after)];
    const told = (list: readonly Bilingual[], language: keyof Bilingual) =>
      list.map((label) => label[language]).join(language === 'zh' ? '；' : '; ');
    const [old, now] = [told(one, 'zh'), told(other, 'zh')];
    if (old === now) return both(old, told(other, 'en'));
    return both(
      `前一版「${old}」、后一版「${now}」`,
      `"${told(one, 'en')}" before, "${told(other, 'en')}" after`,
    );
  }

  absence(meeting: Meeting, one: Expression | undefined, other: Expression | undefined): DifferingSituation {
    const told = (points: Expression | undefined): Bilingual => {
      if (!points) return both('不计分', 'not scored');
      const formula = formatExpression(points, (name) => this.nameOf(name));
      return both(`得分 ${formula}`, `scores ${formula}`);
    };
    return { name: this.where(meeting), before: told(one), after: told(other) };
  }

  private nameOf(name: string): string {
    if (name === 'judged.tier') return '所选等次';
    if (name === 'judged.share') return '评价人所给比例';
    return this.plan.inputs.get(name)?.name ?? name;
  }
}

const signed = (value: Exact): string =>
  value.sign() < 0 ? `−${exactText(value.absolute())}` : exactText(value);

/** The same without `+ 0` and `× 1`. */
function tidied(node: Expression): Expression {
  if (node.kind === 'call') return { ...node, arguments: node.arguments.map(tidied) };
  if (node.kind !== 'binary') return node;
  const [left, right] = [tidied(node.left), tidied(node.right)];
  const is = (one: Expression, value: Exact) => one.kind === 'number' && one.value.equals(value);
  if (node.operator === '+' && is(left, Exact.zero)) return right;
  if (node.operator === '+' && is(right, Exact.zero)) return left;
  if (node.operator === '*' && is(left, Exact.one)) return right;
  if (node.operator === '*' && is(right, Exact.one)) return left;
  return node.operator === '*' ? times(left, right) : { ...node, left, right };
}
