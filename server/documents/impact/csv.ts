/** One row a form, one column an edit: for a spreadsheet. */
import { type ImpactResult, type Language, textOfUnits } from '../../../engine/index.ts';
import { byteOrderMark, csvRow } from '../csv.ts';
import { impactWords } from './words.ts';

/** Rows in the order the forms were read, with a byte order mark so that Excel reads the Chinese. */
export function* impactCsv({ forms, columns }: ImpactResult, language: Language): Generator<string> {
  const w = impactWords[language];
  const both = (what: string) => [w.before, w.after].map((when) => `${what} ${when}`);
  const head = [
    ...[w.id, w.name, w.unit, w.place, ...both(w.total), w.change, ...both(w.grade), ...both(w.rank)],
    ...columns.map(({ title, code }) => `${title[language]} [${code}]`),
  ];
  yield byteOrderMark + csvRow(head);
  for (const form of forms) {
    const { id = '', name, unit = '', place } = form.label;
    const row = [
      ...[id, name, unit, [place.file, place.line].filter((part) => part !== undefined).join(':')],
      ...[form.before, form.after, form.after - form.before].map(textOfUnits),
      ...[form.gradeBefore ?? '', form.gradeAfter ?? '', String(form.rankBefore), String(form.rankAfter)],
      ...columns.map((_, index) => textOfUnits(form.parts[index]!)),
    ];
    yield csvRow(row);
  }
}
