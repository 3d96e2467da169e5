/** A second opinion on a form: the tree of indicators scored from the manual, in fractions, without the engine. */
import { againstTarget, type Cell, inUnit, NoOpinion, readCell } from './cells.ts';
import { holds, type Known } from './conditions.ts';
import { type Facts, type Value, work } from './expression.ts';
import { combined, newGroup } from './groups.ts';
import { deducted, type Node, type Rounding, readClaim, roundedTo, scoreLine } from './lines.ts';
import {
  compare,
  least,
  minus,
  most,
  number,
  one,
  over,
  plus,
  type Rational,
  rational,
  sum,
  text,
  times,
  zero,
} from './rational.ts';
import { sharesOf } from './shares.ts';

// biome-ignore lint/suspicious/noExplicitAny: rulebooks and forms are looked at as plain values here
type Written = any;

export interface Opinion {
  status: 'complete' | 'incomplete';
  total: string;
  outOf: string;
  grade: string | undefined;
  whole: Node;
}

const yes = ['true', '是'];
const no = ['false', '否'];

/** The inputs of a form as facts. */
class Inputs {
  readonly words = new Map<string, string | boolean>();
  readonly numbers = new Map<string, Rational>();
  private readonly byName = new Map<string, string>();
  private readonly rulebook: Written;

  constructor(rulebook: Written, submission: Written) {
    this.rulebook = rulebook;
    for (const [id, input] of Object.entries<Written>(rulebook.inputs ?? {})) this.byName.set(input.name, id);
    for (const [id, metric] of Object.entries<Written>(rulebook.metrics ?? {}))
      this.byName.set(metric.name, id);
    for (const [id, input] of Object.entries<Written>(rulebook.inputs ?? {})) {
      const written = String(submission.inputs?.[id] ?? '').trim();
      const isDash = readCell(written).kind === 'blank';
      if (!isDash) this.read(id, input, written);
      else if (
        input.blank !== undefined &&
        (input.subjects ?? [submission.subject]).includes(submission.subject)
      )
        this.numbers.set(id, this.inOwnUnit(input, String(input.blank)));
    }
  }

  private read(id: string, input: Written, written: string): void {
    if (input.type === 'choice' && input.options && !input.options.includes(written)) return;
    if (input.type === 'text' || input.type === 'choice') this.words.set(id, written);
    else if (input.type === 'yesNo') {
      if (!yes.includes(written) && !no.includes(written)) throw new NoOpinion(written);
      this.words.set(id, yes.includes(written));
    } else if (input.type === 'date') {
      const cell = readCell(written);
      if (cell.kind !== 'date') throw new NoOpinion(written);
      this.numbers.set(id, cell.number);
    } else {
      const cell = readCell(written);
      if (cell.kind === 'blank') return;
      const number = this.inOwnUnit(input, written);
      // What is out of range is as if it were not filled in.
      const isLow = input.min !== undefined && compare(number, this.inOwnUnit(input, String(input.min))) < 0;
      const isHigh = input.max !== undefined && compare(number, this.inOwnUnit(input, String(input.max))) > 0;
      if (!isLow && !isHigh) this.numbers.set(id, number);
    }
  }

  private inOwnUnit(input: Written, written: string): Rational {
    const cell = readCell(written);
    if (cell.kind !== 'number' || cell.comparator !== '') throw new NoOpinion(written);
    const unit = input.unit ?? { amount: '万元', rate: '%' }[input.type as string] ?? '';
    if (cell.unit === unit || unit === '') return cell.number;
    if (cell.unit === '') return unit === '%' ? times(cell.number, rational(1n, 100n)) : cell.number;
    const converted = inUnit(cell.number, cell.unit, unit);
    if (!converted) throw new NoOpinion(written);
    return converted;
  }

  readonly facts: Facts = (name) => {
    const id = this.byName.get(name) ?? name;
    const metric = this.rulebook.metrics?.[id];
    return metric ? work(metric.expression, this.facts) : this.numbers.get(id);
  };

  readonly known: Known = {
    numbers: this.facts,
    words: (name) => this.words.get(this.byName.get(name) ?? name),
    isWord: (name) => {
      const input = this.rulebook.inputs?.[this.byName.get(name) ?? name];
      return (
        ['text', 'choice', 'yesNo'].includes(input?.type) || name === 'report' || name.startsWith('reason.')
      );
    },
  };
}

export function opinionOn(rulebook: Written, submission: Written): Opinion {
  const rounding: Rounding = {
    decimals: Number(rulebook.rounding.decimals),
    mode: rulebook.rounding.mode,
    at: rulebook.rounding.at,
  };
  const inputs = new Inputs(rulebook, submission);
  const scorer = new Scorer(rulebook, submission, inputs, rounding);
  return scorer.opinion();
}

class Scorer {
  private readonly rulebook: Written;
  private readonly submission: Written;
  private readonly inputs: Inputs;
  private readonly rounding: Rounding;

  constructor(rulebook: Written, submission: Written, inputs: Inputs, rounding: Rounding) {
    this.rulebook = rulebook;
    this.submission = submission;
    this.inputs = inputs;
    this.rounding = rounding;
  }

  opinion(): Opinion {
    const { rulebook, submission, rounding } = this;
    const total = number(rulebook.total);
    const children = rulebook.indicators.map((one: Written) => this.indicator(one, total, undefined));
    const whole = combined(newGroup('total'), { children, own: undefined, line: undefined }, rounding);
    if (rounding.at === 'total')
      whole.points = least(most(roundedTo(whole.points, rounding), zero), whole.most);
    whole.claimed = readClaim(submission.claimed?.total);
    let isGradeKnown =
      compare(whole.weight, total) === 0 && !whole.open && addsUp(rulebook.indicators, whole);
    let lowest = 0;
    const known = this.results(whole);
    const names = (rulebook.grades ?? []).map((grade: Written) => grade.name);
    const limits = (rulebook.limits ?? []).map((limit: Written) => ({
      limit,
      truth: holds(limit.when, known),
    }));
    for (const { limit, truth } of limits) {
      if (truth === undefined) isGradeKnown = false;
      if (truth !== true) continue;
      if (limit.total !== undefined) whole.points = least(whole.points, number(limit.total));
      if (limit.grade !== undefined) lowest = Math.max(lowest, names.indexOf(limit.grade));
    }
    const byPoints = (rulebook.grades ?? []).findIndex(
      (grade: Written) => compare(whole.points, number(grade.from)) >= 0,
    );
    return {
      status: whole.open ? 'incomplete' : 'complete',
      total: text(whole.points),
      outOf: text(whole.weight),
      grade: isGradeKnown && rulebook.grades ? names[Math.max(byPoints, lowest)] : undefined,
      whole,
    };
  }

  private indicator(written: Written, parentWeight: Rational | undefined, parentLine: Node['line']): Node {
    const weight = weightOf(written.weight, parentWeight);
    const line = written.line ?? parentLine;
    const node = written.indicators
      ? this.group(written, weight, line)
      : written.declared
        ? this.declared(written, weight, line)
        : this.leaf(written, weight!, line);
    node.claimed = readClaim(this.submission.claimed?.points?.[written.id]);
    const policy = written.notApplicable?.policy;
    return policy && policy !== 'forbidden' && this.isNotApplicable(written)
      ? asNotApplicable(node, policy, line)
      : node;
  }

  private isNotApplicable({ id, notApplicable }: Written): boolean {
    if (this.submission.notApplicable?.includes(id)) return true;
    return notApplicable.when !== undefined && holds(notApplicable.when, this.inputs.known) === true;
  }

  private group(written: Written, own: Rational | undefined, line: Node['line']): Node {
    const outOf = written.outOf === undefined ? undefined : number(written.outOf);
    const children = written.indicators.map((one: Written) => this.indicator(one, outOf ?? own, line));
    const names = new Map<string, string>(written.indicators.map((one: Written) => [one.name, one.id]));
    return combined(
      newGroup(written.id, line),
      { children, own, line, outOf, combine: written.combine, names },
      this.rounding,
    );
  }

  private leaf(written: Written, weight: Rational, line: Node['line']): Node {
    const { id, metric, method } = written;
    const name = metric === undefined ? '' : String(metric).trim();
    const looksAtOption = method.table !== undefined && this.inputs.known.isWord(name);
    const option = looksAtOption ? this.inputs.known.words(name) : undefined;
    const node = scoreLine(
      {
        ...this.inputs.known,
        id,
        method,
        weight,
        line,
        metric: metric === undefined || looksAtOption ? undefined : work(metric, this.withWeight(weight)),
        looksAtOption,
        option: typeof option === 'string' ? option : undefined,
        target: undefined,
        judgement: this.submission.judgements?.[id],
        claimed: readClaim(this.submission.claimed?.points?.[id]),
        missing: written.missing ?? 'withhold',
        zeroDivision: written.zeroDivision,
        numbers: this.withWeight(weight),
      },
      this.rounding,
    );
    // A line that may be left out is, where what it looks at is not filled in.
    const isLeftOut = written.optional && node.status === 'missing' && node.reason === 'missing';
    return isLeftOut ? { ...node, status: 'excluded', open: false, leaves: true } : node;
  }

  private readonly withWeight =
    (weight: Rational): Facts =>
    (name) =>
      name === 'weight' || name === '分值' ? weight : this.inputs.facts(name);

  private declared(written: Written, own: Rational | undefined, line: Node['line']): Node {
    const rows: Written[] = (this.submission.declared ?? [])
      .map((row: Written, index: number) => ({ ...row, id: row.id ?? `row-${index + 1}` }))
      .filter((row: Written) => row.under === written.id || row.under === written.name);
    const weights = sharesOf(rows, own, written.declared.weights === 'equal', this.rounding);
    const children = rows.map((row, index) => {
      const node = this.row(row, weights[index], written, line);
      if (line === 'penalty') node.points = times(node.points, rational(-1n));
      const policy = row.notApplicable ? written.notApplicable?.policy : undefined;
      return policy && policy !== 'forbidden' ? asNotApplicable(node, policy, line) : node;
    });
    const node = combined(
      newGroup(written.id, line),
      { children, own, line: line === 'penalty' ? line : 'rows' },
      this.rounding,
    );
    node.line = line;
    if (rows.length > 0) return node;
    const isOptional = written.optional ?? false;
    return {
      ...node,
      weight: isOptional && own ? own : node.weight,
      most: isOptional && own ? own : node.most,
      status: 'excluded',
      open: false,
      leaves: isOptional,
    };
  }

  private row(row: Written, weight: Rational | undefined, group: Written, line: Node['line']): Node {
    const target = readCell(row.target);
    const actual = readCell(row.actual);
    const written = kindOf(target);
    const kind = this.kindScored(written, target, group);
    const rule = this.targetRule(kind ?? written, group);
    const { met = [], missing = 'withhold' } = this.rulebook.frame ?? {};
    const isMet = actual.kind === 'words' && met.includes(actual.text);
    const goal = target.kind === 'number' || target.kind === 'date' ? target.number : undefined;
    const against = doneOf(target, actual);
    const done = isMet && goal ? goal : against === 'incomparable' ? undefined : against;
    const isUndirected = kind === undefined && done && goal && compare(done, goal) !== 0;
    const range = target.kind === 'range' ? standing(target, done, isMet) : undefined;
    const held = range
      ? { metric: rule.proportional ? range.nearness : range.outside, target: rule.proportional ? one : zero }
      : undefined;
    const judgedBy = done && edged(target, done);
    const facts: Facts = (name) =>
      name === 'weight' || name === '分值'
        ? weight
        : name === 'target'
          ? goal
          : name === 'actual'
            ? judgedBy
            : range && Object.hasOwn(range, name)
              ? range[name as keyof typeof range]
              : this.inputs.facts(name);
    const node = scoreLine(
      {
        ...this.inputs.known,
        id: row.id,
        method: rule,
        weight: weight ?? zero,
        line: undefined,
        metric: held?.metric ?? judgedBy ?? 'missing',
        option: undefined,
        looksAtOption: false,
        target: held?.target ?? goal ?? 'missing',
        judgement: row.judgement,
        claimed: deducted(readClaim(row.claimed), line),
        missing,
        zeroDivision: undefined,
        numbers: facts,
        lacks: target.kind === 'blank' || actual.kind === 'blank',
        isIncomparable: isUndirected === true || (!isMet && against === 'incomparable'),
      },
      this.rounding,
    );
    const isLeftEmpty = target.kind === 'blank' || actual.kind === 'blank';
    const isOfNoWeight =
      row.weight !== undefined && number(String(row.weight)).top === 0n && weight?.top === 0n;
    if (isLeftEmpty && isOfNoWeight)
      return { ...node, points: zero, status: 'excluded', open: false, isRow: true };
    const whole =
      weight === undefined ? { ...node, points: zero, status: 'missing' as const, open: true } : node;
    return { ...whole, isRow: true };
  }

  /** The reason given for a line; 无 and the like are none. */
  private reasonOf(id: string): string | undefined {
    const { judgements, reasons, declared = [] } = this.submission;
    const row = declared.find((one: Written, index: number) => (one.id ?? `row-${index + 1}`) === id);
    const given = row ? (row.reason ?? row.judgement?.reason) : (judgements?.[id]?.reason ?? reasons?.[id]);
    return given === undefined || /^(0|无|\/|—|-|N\/A)?$/.test(given.trim()) ? undefined : given;
  }

  /** A bare zero means at most zero; of a bare number below it nothing says which way is better. */
  private kindScored(kind: string, target: Cell, group: Written): string | undefined {
    if (
      (kind !== 'plain' && kind !== 'equal') ||
      target.kind !== 'number' ||
      compare(target.number, zero) > 0
    )
      return kind;
    const { proportional, steps } = this.targetRule(kind, group);
    if (!proportional && steps?.direction !== 'below') return kind;
    if (compare(target.number, zero) < 0) return kind === 'plain' ? undefined : kind;
    if (proportional?.zeroTarget === 'zero') return kind;
    const other = this.targetRule('atMost', group);
    const falls = other.inverse || other.deadline || other.occurrences || other.steps?.direction === 'above';
    return falls ? 'atMost' : undefined;
  }

  private targetRule(kind: string, group: Written): Written {
    // What stands in a group follows the kinds of that group; what stands in the frame, those of the frame.
    const frame = this.rulebook.frame?.targets ?? {};
    const own = group.declared.targets ?? {};
    const written = own[kind] ? own : frame;
    let rule = written[kind];
    for (let hops = 0; rule?.as && hops < 6; hops++) rule = written[rule.as] ?? frame[rule.as];
    if (!rule?.method) throw new NoOpinion(`no rule for ${kind}`);
    return rule.method;
  }

  /** A figure of every row under a line; unknown where that of one row is. */
  private column(figure: string, under: Node): Value | readonly Rational[] {
    const rows: Node[] = [];
    const visit = (node: Node): void => {
      if (node.isRow) rows.push(node);
      node.children.forEach(visit);
    };
    visit(under);
    const found = rows.map((row) => (figures.includes(figure) ? figureOf(figure, row) : this.cellOf(figure)));
    return found.every((one) => typeof one === 'object') ? (found as Rational[]) : 'missing';
  }

  /** Cells of rows are known to the engine in amounts of one unit; this opinion has none on them. */
  private cellOf(figure: string): never {
    throw new NoOpinion(figure);
  }

  /** A figure of the whole form; undefined for other names, and where it is not known. */
  private overall(name: string, whole: Node): Value | undefined {
    switch (name) {
      case 'total':
      case '总分':
        return whole.open ? undefined : whole.points;
      case 'outOf':
        return whole.weight;
      case 'claimedTotal':
      case '自评总分':
        return whole.claimed;
      case 'achievement':
        return achievementOf(this.rulebook, whole);
      default:
        return undefined;
    }
  }

  /** The results of the form as facts, for limits. */
  private results(whole: Node): Known {
    const nodes = new Map<string, Node>();
    const visit = (node: Node): void => {
      nodes.set(node.id, node);
      node.children.forEach(visit);
    };
    visit(whole);
    const numbers: Facts = (name) => {
      const overall = this.overall(name, whole);
      if (overall !== undefined || !name.includes('.')) return overall ?? this.inputs.facts(name);
      const dot = name.lastIndexOf('.');
      const [subject, figure] = [name.slice(0, dot), name.slice(dot + 1)];
      const isList = subject === 'declared' || !figures.includes(figure);
      return isList
        ? this.column(figure, subject === 'declared' ? whole : nodes.get(subject)!)
        : figureOf(figure, nodes.get(subject)!);
    };
    return {
      numbers,
      words: (name) => {
        if (name === 'report') return this.submission.report?.text;
        if (!name.startsWith('reason.')) return this.inputs.known.words(name);
        return this.reasonOf(name.slice('reason.'.length));
      },
      isWord: this.inputs.known.isWord,
    };
  }
}

const figures = ['points', 'claimed', 'weight', 'rate'];

function figureOf(figure: string, node: Node): Value | undefined {
  if (figure === 'claimed') return node.claimed;
  if (figure === 'weight') return node.weight;
  if (node.open) return undefined;
  return figure === 'points' ? node.points : (over(node.points, node.weight) ?? 'zero-division');
}

/** What is claimed, or scored, as a share of the weights of all lines but budget execution. */
function achievementOf(rulebook: Written, whole: Node): Value {
  const roles = new Map<string, string>();
  const visit = (one: Written): void => {
    roles.set(one.id, one.role);
    one.indicators?.forEach(visit);
  };
  rulebook.indicators.forEach(visit);
  const lines: Node[] = [];
  const leaves = (node: Node, role: string | undefined, line: Node['line']): void => {
    const own = node.isRow ? role : roles.get(node.id);
    if (node.children.length > 0)
      for (const child of node.children) leaves(child, own, child.line ?? (child.isRow ? line : undefined));
    else if (own !== 'execution' && !line && node.status !== 'excluded') lines.push(node);
  };
  leaves(whole, undefined, undefined);
  if (lines.some((line) => line.claimed === undefined && line.open)) return 'missing';
  return (
    over(sum(lines.map((line) => line.claimed ?? line.points)), sum(lines.map((line) => line.weight))) ??
    'zero-division'
  );
}

/** What stands under a group on a scale of its own comes to that scale. */
function addsUp(indicators: Written[], parent: Node): boolean {
  return indicators.every((written) => {
    const node = parent.children.find(({ id }) => id === written.id)!;
    if (!written.indicators) return true;
    const isScaled =
      written.outOf !== undefined && (written.combine ?? 'sum') === 'sum' && node.status === 'scored';
    const counted = node.children.filter(({ line }) => !line || line === node.line);
    const isWhole = compare(sum(counted.map(({ weight }) => weight)), number(written.outOf ?? 0)) === 0;
    return (!isScaled || isWhole) && addsUp(written.indicators, node);
  });
}

function weightOf(written: string | number | undefined, parent: Rational | undefined): Rational | undefined {
  if (written === undefined) return undefined;
  const text = String(written);
  return text.endsWith('%')
    ? parent && times(parent, over(number(text.slice(0, -1)), rational(100n))!)
    : number(text);
}

/** Full marks are those of the weights: a bonus beside them is not won, and nothing is deducted. */
function asNotApplicable(node: Node, policy: string, line: Node['line'], isBeside = false): Node {
  const isFull = policy === 'full' && line !== 'penalty' && !isBeside;
  const below = isFull ? 'full' : policy === 'full' ? 'zero' : policy;
  return {
    ...node,
    children: node.children.map((child) =>
      asNotApplicable(
        child,
        below,
        child.line,
        !child.isRow && child.line !== undefined && child.line !== line,
      ),
    ),
    status: 'not-applicable',
    points: isFull ? node.weight : zero,
    open: false,
    leaves: policy === 'rescale',
  };
}

function kindOf(target: Cell): string {
  if (target.kind === 'date' || target.kind === 'range') return target.kind;
  if (target.kind !== 'number') return 'words';
  const kinds = { '>=': 'atLeast', '>': 'atLeast', '<=': 'atMost', '<': 'atMost', '=': 'equal', '': 'plain' };
  return kinds[target.comparator];
}

/** So little stands for less than anything. */
const little = rational(1n, 1_000_000_000n);

/** An actual on the end of a target of zero or below that leaves its end out stands just on the wrong side. */
function edged(target: Cell, done: Rational): Rational {
  if (target.kind !== 'number' || compare(target.number, zero) > 0 || compare(done, target.number) !== 0)
    return done;
  if (target.comparator === '>') return minus(done, little);
  return target.comparator === '<' ? plus(done, little) : done;
}

/** How an actual stands to a range. */
function standing(
  { least: low, most: high, leastOpen, mostOpen }: Cell & { kind: 'range' },
  done: Rational | undefined,
  isMet: boolean,
): Record<'least' | 'most' | 'outside' | 'nearness', Rational> | undefined {
  const at = (outside: Rational, nearness: Rational) => ({ least: low, most: high, outside, nearness });
  if (isMet) return at(zero, one);
  if (!done) return undefined;
  const share = (top: Rational, bottom: Rational, end: Rational) =>
    compare(end, zero) > 0 ? most(over(top, bottom) ?? zero, zero) : zero;
  if (compare(done, low) < 0) return at(minus(low, done), share(done, low, low));
  if (compare(done, high) > 0) return at(minus(done, high), share(high, done, high));
  const isOnOpenEnd = (leastOpen && compare(done, low) === 0) || (mostOpen && compare(done, high) === 0);
  return isOnOpenEnd ? at(little, minus(one, little)) : at(zero, one);
}

function doneOf(target: Cell, actual: Cell): Rational | 'incomparable' | undefined {
  if (target.kind === 'date') return actual.kind === 'date' ? actual.number : undefined;
  if (target.kind === 'range' && actual.kind === 'number') {
    const { most: end, unit } = target;
    return againstTarget(actual, { kind: 'number', comparator: '', number: end, unit }) ?? 'incomparable';
  }
  if (target.kind !== 'number' || actual.kind !== 'number') return undefined;
  return againstTarget(actual, target) ?? 'incomparable';
}
