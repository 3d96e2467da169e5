/** Where a thing stands in a form: what a page opens and puts the cursor in. */
import type { Diagnostic, Finding, Submission } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { isUnfilled, type ScoringPlan } from '../compile/index.ts';
import { own } from '../own.ts';
import { inputsReadBy } from './reads.ts';

export type FormPlace = Omit<NonNullable<Diagnostic['place']>, 'file' | 'line' | 'column'>;
type Cell = NonNullable<FormPlace['cell']>;
type Typed = Pick<Submission, 'inputs' | 'declared'>;

/** Finds places in one form. */
export interface Places {
  /** The place of a value of the form. */
  at(pointer: string): FormPlace;
  /** The place of a finding, or of a line, with everything a page needs to go there. */
  of(place: Finding['place'] | undefined, lacksData?: boolean): FormPlace;
}

/** The id of a declared row: its own, or one by its number. */
export const rowIdOf = (id: unknown, index: number): string =>
  typeof id === 'string' && id !== '' ? id : `row-${index + 1}`;

const isCell = (key: string | undefined): key is Cell => key !== undefined && Object.hasOwn(words.cell, key);

/** The places of a form, which may be half typed. `unreadable` are inputs that hold something that cannot be read. */
export const placesIn = (
  plan: ScoringPlan,
  form: unknown,
  unreadable: ReadonlySet<string> = new Set(),
): Places => new FormPlaces(plan, typedOf(form), unreadable);

/** The parts of a form that places are looked up in, where they have their shape. */
function typedOf(value: unknown): Typed {
  const { inputs, declared } = (value ?? {}) as { inputs?: unknown; declared?: unknown };
  const isMap = typeof inputs === 'object' && inputs !== null && !Array.isArray(inputs);
  return {
    ...(isMap ? { inputs: inputs as NonNullable<Typed['inputs']> } : {}),
    ...(Array.isArray(declared) ? { declared } : {}),
  };
}

class FormPlaces implements Places {
  private readonly plan: ScoringPlan;
  private readonly form: Typed;
  private readonly unreadable: ReadonlySet<string>;
  private readonly rows: ReadonlyMap<string, number>;

  constructor(plan: ScoringPlan, form: Typed, unreadable: ReadonlySet<string>) {
    this.plan = plan;
    this.form = form;
    this.unreadable = unreadable;
    this.rows = new Map((form.declared ?? []).map((row, index) => [rowIdOf(row?.id, index), index]));
  }

  at(pointer: string): FormPlace {
    const [part, key, ...rest] = keysOf(pointer);
    const cell = cellIn(rest);
    switch (part) {
      case 'inputs':
        return { ...this.input(key ?? ''), pointer };
      case 'declared':
        return key === undefined ? { pointer } : { ...this.row(Number(key)), ...cell, pointer };
      case 'judgements':
        return { ...this.line(key), ...cell, pointer };
      case 'reasons':
        return { ...this.line(key), cell: 'reason', pointer };
      case 'notApplicable':
        return { cell: 'notApplicable', pointer };
      case 'claimed':
        if (key === 'points') return { ...this.line(rest[0]), cell: 'claimed', pointer };
        return { cell: key === 'grade' ? 'grade' : 'total', pointer };
      case 'goals':
        return { cell: 'goal', pointer };
      case 'report':
        return { cell: 'report', pointer };
      default:
        return { pointer };
    }
  }

  of(place: Finding['place'] = {}, lacksData = false): FormPlace {
    const { indicator, name, input, cell } = place;
    const named = name === undefined ? {} : { name };
    if (input !== undefined) return { ...this.input(input), ...named, pointer: `/inputs/${input}` };
    const given = { ...named, ...(cell ? { cell } : {}) };
    if (indicator === undefined) return { ...given, ...pointed(cell && pointers[cell]) };
    const index = this.rows.get(indicator);
    return index === undefined
      ? this.ofLine(indicator, given, lacksData)
      : this.ofRow(indicator, index, given, lacksData);
  }

  private ofRow(id: string, index: number, given: FormPlace, lacksData: boolean): FormPlace {
    const cell = given.cell ?? (lacksData ? lackingCell(this.form.declared![index]!) : undefined);
    return {
      indicator: id,
      ...given,
      row: { id, index },
      ...(cell ? { cell } : {}),
      pointer: `/declared/${index}${cell ? `/${cell === 'share' ? 'judgement' : cell}` : ''}`,
    };
  }

  private ofLine(indicator: string, given: FormPlace, lacksData: boolean): FormPlace {
    const read = inputsReadBy(this.plan).get(indicator) ?? [];
    const blank = lacksData ? read.filter((id) => this.isBlank(id)) : [];
    const inputs = blank.length > 0 ? blank : read;
    const isAboutInputs = inputs.length > 0 && (given.cell === undefined || lacksData);
    return {
      indicator,
      ...given,
      ...(isAboutInputs ? { inputs: [...inputs] } : {}),
      ...pointed(this.pointerOfLine(indicator, given.cell, lacksData ? inputs[0] : undefined)),
    };
  }

  private pointerOfLine(id: string, cell: Cell | undefined, input: string | undefined): string | undefined {
    if (cell === 'reason') return `/reasons/${id}`;
    if (cell === 'claimed') return `/claimed/points/${id}`;
    if (input !== undefined) return `/inputs/${input}`;
    const line = this.plan.byId.get(id);
    return line?.kind === 'leaf' && line.rule.judged ? `/judgements/${id}` : undefined;
  }

  private isBlank(id: string): boolean {
    const input = this.plan.inputs.get(id);
    return (input !== undefined && isUnfilled(input, own(this.form.inputs, id))) || this.unreadable.has(id);
  }

  private line(id: string | undefined): FormPlace {
    const line = id === undefined ? undefined : this.plan.byId.get(id);
    return line ? { indicator: line.id, name: line.name } : {};
  }

  private row(index: number): FormPlace {
    const row = this.form.declared?.[index];
    const id = rowIdOf(row?.id, index);
    const name = typeof row?.name === 'string' && row.name.trim() !== '' ? { name: row.name } : {};
    return { indicator: id, ...name, row: { id, index } };
  }

  private input(id: string): FormPlace {
    const input = this.plan.inputs.get(id);
    const [reader] = [...inputsReadBy(this.plan)].find(([, inputs]) => inputs.includes(id)) ?? [];
    return {
      ...(reader === undefined ? {} : { indicator: reader }),
      ...(input ? { name: input.name } : {}),
      inputs: [id],
    };
  }
}

const pointed = (pointer: string | undefined): FormPlace => (pointer === undefined ? {} : { pointer });

/** The last key that is a column of the form. */
function cellIn(keys: readonly string[]): FormPlace {
  const cell = [...keys].reverse().find(isCell);
  return cell ? { cell } : {};
}

/** Cells of the whole form. */
const pointers: Partial<Record<Cell, string>> = {
  total: '/claimed/total',
  grade: '/claimed/grade',
  goal: '/goals',
  report: '/report',
};

/** What a row without points lacks first: its target, its actual, or a person's judgement. */
function lackingCell({ target, actual }: NonNullable<Typed['declared']>[number]): Cell {
  if (isEmpty(target)) return 'target';
  return isEmpty(actual) ? 'actual' : 'share';
}

const isEmpty = (cell: unknown): boolean =>
  cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');

/** The keys of a JSON pointer. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
