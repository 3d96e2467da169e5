/** The inputs of a form, read by the type their rulebook gives them. What cannot be read is a finding at its cell, and as if it were blank. */
import type { Bilingual, Diagnostic, Finding, ReadStep, Submission } from '../../schemas/generated/types.ts';
import { type InputPlan, isUnfilled, type ScoringPlan } from '../compile/index.ts';
import { Exact } from '../decimal.ts';
import { diagnose, suggest } from '../diagnostics/index.ts';
import { type Arithmetic, dayNumber } from '../expression/index.ts';
import { type FindingPlace, find } from '../findings/index.ts';
import { own } from '../own.ts';
import { convert, describeReading, dimensionOf, type Reading } from '../read/index.ts';
import type { cellReader } from './cells.ts';
import type { Form } from './form.ts';
import { once } from './once.ts';
import type { FormSheet } from './sheet.ts';

const plainDecimal = /^-?\d{1,40}(\.\d{1,40})?$/;
const yes = ['true', '是', '有', '√', '☑', '已', 'yes', 'y', '1'];
const no = ['false', '否', '无', '×', '□', '未', 'no', 'n', '0'];
const answers = new Map([
  ...yes.map((text) => [text, true] as const),
  ...no.map((text) => [text, false] as const),
]);

const typeNames: Record<InputPlan['type'], { zh: string; en: string }> = {
  amount: { zh: '金额，如 33.83 或 33.83万元', en: 'an amount such as 33.83 or 33.83万元' },
  count: { zh: '数量，如 150', en: 'a count such as 150' },
  rate: { zh: '比率，如 95.36%', en: 'a rate such as 95.36%' },
  number: { zh: '一个数', en: 'a number' },
  date: { zh: '日期，如 2000-12-31', en: 'a date such as 2000-12-31' },
  yesNo: { zh: '是或否', en: '是 (yes) or 否 (no)' },
  text: { zh: '文字', en: 'text' },
  choice: { zh: '选项之一', en: 'one of the options' },
};

export interface InputReader<N> {
  arithmetic: Arithmetic<N>;
  cell: ReturnType<typeof cellReader<N>>;
  /** True where the sheet is told how each number was read. */
  keepsLedger?: boolean;
}

/** Reads every input of the form into the sheet. */
export function readInputs<N>(
  plan: ScoringPlan,
  form: Form,
  sheet: FormSheet<N>,
  reader: InputReader<N>,
): { diagnostics: Diagnostic[]; findings: Finding[] } {
  const diagnostics: Diagnostic[] = [];
  const findings: Finding[] = [];
  const { inputs = {}, subject, year } = form.submission;
  for (const id of Object.keys(inputs)) {
    const input = plan.inputs.get(id);
    if (!input) {
      const kind = { zh: '填报项', en: 'input' };
      const suggestion = suggest(id, plan.inputs.keys(), (one) => plan.inputs.get(one)?.name);
      diagnostics.push(
        diagnose('unknown-reference', { kind, name: id, suggestion }, form.place(`/inputs/${id}`)),
      );
      continue;
    }
    if (!isAsked(input, subject))
      diagnostics.push(diagnose('input-not-asked', { name: input.name }, form.place(`/inputs/${id}`)));
    const text = textOf(inputs[id]);
    if (isUnfilled(input, text)) continue;
    const problem = readInput(input, text, year, sheet, reader);
    if (problem) findings.push(problem({ input: id, name: input.name }));
  }
  for (const input of countedWhenEmpty(plan))
    if (isAsked(input, subject) && isUnfilled(input, own(inputs, input.id)))
      countAsBlank(input, sheet, reader);
  return { diagnostics, findings };
}

const textOf = (value: unknown): string => String(value ?? '').trim();

const countedWhenEmpty = once((plan: ScoringPlan) =>
  [...plan.inputs.values()].filter(({ blank }) => blank !== undefined),
);

const isAsked = ({ subjects }: InputPlan, subject: Submission['subject']): boolean =>
  !subjects || subjects.includes(subject);

function countAsBlank<N>(
  input: InputPlan,
  sheet: FormSheet<N>,
  { arithmetic, keepsLedger }: InputReader<N>,
): void {
  const { id, name, unit } = input;
  const number = arithmetic.of(input.blank!);
  if (!keepsLedger) return void sheet.setNumber(id, number);
  const value = unit === '%' ? input.blank!.toPercent() : input.blank!.toText();
  const how = { zh: `未填报，按 ${value} 计`, en: `left empty, counted as ${value}` };
  sheet.setNumber(id, number, value, { step: 'read', name, value, ...(unit ? { unit } : {}), how });
}

type Problem = (place: FindingPlace) => Finding;

const unreadable =
  ({ name, type }: InputPlan, text: string): Problem =>
  (place) =>
    find('input-unreadable', { name, text, expected: typeNames[type] }, place);

function readInput<N>(
  input: InputPlan,
  text: string,
  year: string | undefined,
  sheet: FormSheet<N>,
  reader: InputReader<N>,
): Problem | undefined {
  switch (input.type) {
    case 'text':
      return void sheet.setWord(input.id, text);
    case 'choice':
      if (input.options && !input.options.includes(text))
        return (place) =>
          find(
            'input-not-an-option',
            { name: input.name, text, suggestion: suggest(text, input.options!) },
            place,
          );
      return void sheet.setWord(input.id, text);
    case 'yesNo': {
      const answer = answers.get(text) ?? answers.get(text.toLowerCase());
      return answer === undefined ? unreadable(input, text) : void sheet.setWord(input.id, answer);
    }
    case 'date': {
      const { reading } = reader.cell(text, year);
      const day = reading.date === undefined ? undefined : dayNumber(reading.date);
      if (day === undefined) return unreadable(input, text);
      return void sheet.setNumber(input.id, reader.arithmetic.of(Exact.of(day)), reading.date);
    }
    default:
      return readNumber(input, text, sheet, reader);
  }
}

function readNumber<N>(
  input: InputPlan,
  text: string,
  sheet: FormSheet<N>,
  reader: InputReader<N>,
): Problem | undefined {
  const { arithmetic } = reader;
  const isRate = input.unit === '%';
  // Most inputs are plain decimals; the rest are read as cells.
  let number = isRate ? undefined : arithmetic.parse(text);
  let how: ReadStep['how'];
  let inUnit: Exact | undefined;
  if (number === undefined) {
    const cell = reader.cell(text, undefined);
    if (cell.reading.kind !== 'number' || cell.reading.comparator || !cell.number)
      return unreadable(input, text);
    inUnit = inUnitOf(input, cell.reading);
    if (!inUnit) return unreadable(input, text);
    number = inUnit === cell.reading.number ? cell.number : arithmetic.of(inUnit);
    if (reader.keepsLedger && (cell.reading.notes.length > 0 || cell.reading.remark !== undefined))
      how = { zh: describeReading(cell.reading, 'zh'), en: describeReading(cell.reading, 'en') };
  }
  if (number === undefined) return unreadable(input, text);
  const tooLow = input.min && arithmetic.compare(number, arithmetic.of(input.min)) < 0;
  const tooHigh = input.max && arithmetic.compare(number, arithmetic.of(input.max)) > 0;
  if (tooLow || tooHigh)
    return (place) => find('input-out-of-range', { name: input.name, text, range: rangeText(input) }, place);
  if (!reader.keepsLedger) return void sheet.setNumber(input.id, number);
  const step: ReadStep = { step: 'read', name: input.name, text, value: text };
  if (input.unit) step.unit = input.unit;
  if (how) step.how = how;
  sheet.setNumber(input.id, number, shownAs(input, text, inUnit), step);
}

/** A number as the ledger shows it: as it was written, or in the unit of the input where more than a number was written. */
function shownAs({ unit }: InputPlan, text: string, number: Exact | undefined): string {
  if (unit === '%') return plainDecimal.test(text) ? `${text}%` : (number?.toPercent() ?? text);
  return number === undefined || plainDecimal.test(text) ? text : number.toText();
}

/** A number in the input's unit; a bare number is taken to be in it. Undefined where the units do not convert. */
function inUnitOf({ unit }: InputPlan, reading: Reading): Exact | undefined {
  const number = reading.number!;
  const isAmount = dimensionOf(unit) === 'amount';
  // 50万 of an amount is 50万元.
  const written = reading.unit ?? (reading.scaled && isAmount ? '元' : undefined);
  if (unit === '%')
    return written === undefined ? number.over(Exact.hundred) : written === '%' ? number : undefined;
  if (written === undefined || unit === undefined || unit === '') return number;
  return convert(number, written, unit);
}

function rangeText({ min, max, unit }: InputPlan): Bilingual {
  const shown = (bound: Exact) => (unit === '%' ? `${bound.times(Exact.hundred).toText()}%` : bound.toText());
  const ends = [min ? `≥ ${shown(min)}` : '', max ? `≤ ${shown(max)}` : ''].filter((one) => one !== '');
  return { zh: ends.join('，'), en: ends.join(', ') };
}
