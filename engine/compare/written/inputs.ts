/** What the form asks for, and the numbers worked out from it. */
import type { Bilingual, Rulebook } from '../../../schemas/generated/types.ts';
import { boundOf, unitOfInput } from '../../compile/scopes.ts';
import { same } from '../edition.ts';
import { bothLanguages, type Subject, textValue, type Written, wordValue } from './change.ts';
import type { Both } from './indicators.ts';
import { meaningOf, shownExpression } from './meaning.ts';
import { inputTypeWords, subjectWords } from './words.ts';

type Input = NonNullable<Rulebook['inputs']>[string];
type Valued = Written & { is: string | undefined };

export function compareInputs(both: Both): void {
  const { before, after, pairing, changes } = both;
  const was = before.plan.rulebook.inputs ?? {};
  const is = after.plan.rulebook.inputs ?? {};
  const known = new Set(pairing.inputs.map((pair) => pair.before));
  for (const [id, input] of Object.entries(was))
    if (!known.has(id))
      changes.add(
        'input-removed',
        subjectOf(id, input),
        bothLanguages(`不再填报「${input.name}」`, `"${input.name}" is no longer asked for`),
        { pointer: `/inputs/${id}`, shown: described(input) },
        undefined,
      );
  const asked = new Set(pairing.inputs.map((pair) => pair.after));
  for (const [id, input] of Object.entries(is))
    if (!asked.has(id))
      changes.add(
        'input-added',
        subjectOf(id, input),
        bothLanguages(`新增填报项「${input.name}」`, `"${input.name}" is now asked for`),
        undefined,
        { pointer: `/inputs/${id}`, shown: described(input) },
      );
  for (const pair of pairing.inputs)
    compareInput(pair.before, pair.after, was[pair.before]!, is[pair.after]!, both);
}

const subjectOf = (id: string, { name }: Input): Subject => ({ id, name: same(name), group: 'inputs' });

const described = (input: Input): Bilingual => {
  const unit = unitOfInput(input);
  const type = inputTypeWords[input.type]!;
  const shown =
    unit && unit !== '日期'
      ? (language: keyof Bilingual) => `${type[language]}，${unit}`
      : (language: keyof Bilingual) => type[language];
  return bothLanguages(
    `${input.name}（${shown('zh')}）`,
    `${input.name} (${shown('en').replace('，', ', ')})`,
  );
};

function compareInput(
  oldId: string,
  id: string,
  was: Input,
  is: Input,
  { changes, names, after }: Both,
): void {
  const subject = subjectOf(id, is);
  const at = (side: 'was' | 'is', key: string) => `/inputs/${side === 'was' ? oldId : id}/${key}`;
  if (oldId !== id)
    changes.add(
      'input-renamed',
      subject,
      bothLanguages(`标识由 ${oldId} 改为 ${id}`, `the id changed from ${oldId} to ${id}`),
      { pointer: `/inputs/${oldId}`, shown: same(oldId) },
      { pointer: `/inputs/${id}`, shown: same(id) },
    );
  if (was.name !== is.name) inputName(oldId, id, was, is, after.plan.rulebook.inputs ?? {}, changes);
  const property = (kind: string, label: Bilingual, before: Valued, later: Valued) =>
    changes.property(kind, subject, label, before, later);
  property(
    'input-type',
    bothLanguages('类型', 'type'),
    wordValue(at('was', 'type'), was.type, inputTypeWords),
    wordValue(at('is', 'type'), is.type, inputTypeWords),
  );
  property(
    'unit',
    bothLanguages('单位', 'unit'),
    textValue(at('was', 'unit'), unitOfInput(was)),
    textValue(at('is', 'unit'), unitOfInput(is)),
  );
  for (const bound of ['min', 'max'] as const) {
    const valued = (side: 'was' | 'is', input: Input): Valued => {
      const text = input[bound];
      return {
        pointer: at(side, bound),
        is: boundOf(input, text)?.toText(),
        ...(text === undefined ? {} : { shown: same(unitOfInput(input) === '%' ? `${text}%` : text) }),
      };
    };
    property(
      `${bound}imum`,
      bound === 'min' ? bothLanguages('最小', 'least') : bothLanguages('最大', 'greatest'),
      valued('was', was),
      valued('is', is),
    );
  }
  const list = (side: 'was' | 'is', key: 'options' | 'subjects', input: Input): Valued => {
    const values = input[key];
    if (!values) return { pointer: at(side, key), is: undefined };
    const words = values.map((one) => (key === 'subjects' ? subjectWords[one]! : same(one)));
    return {
      pointer: at(side, key),
      is: JSON.stringify(key === 'subjects' ? [...values].sort() : values),
      shown: bothLanguages(words.map(({ zh }) => zh).join('、'), words.map(({ en }) => en).join(', ')),
    };
  };
  property(
    'options',
    bothLanguages('选项', 'options'),
    list('was', 'options', was),
    list('is', 'options', is),
  );
  property(
    'input-subjects',
    bothLanguages('适用对象', 'asked of'),
    list('was', 'subjects', was),
    list('is', 'subjects', is),
  );
  const restates = (side: 'was' | 'is', text: string | undefined): Valued => {
    const own = side === 'was' ? names.before : names.after;
    return {
      pointer: at(side, 'restates'),
      is: text === undefined ? undefined : meaningOf(text, own),
      ...(text === undefined ? {} : { shown: same(shownExpression(text, own)) }),
    };
  };
  property(
    'restates',
    bothLanguages('应等于', 'must equal'),
    restates('was', was.restates),
    restates('is', is.restates),
  );
  changes.property(
    'input-note',
    { ...subject, group: 'wording' },
    bothLanguages('填报说明', 'note'),
    textValue(at('was', 'note'), was.note),
    textValue(at('is', 'note'), is.note),
  );
}

/** A name that passes to another input is a trap for whoever fills in the form: it is told. */
function inputName(
  oldId: string,
  id: string,
  was: Input,
  is: Input,
  later: Record<string, Input>,
  changes: Both['changes'],
): void {
  const heir = Object.entries(later).find(([other, { name }]) => other !== id && name === was.name)?.[0];
  const note = heir
    ? bothLanguages(
        `；「${was.name}」现在是另一项（${heir}）`,
        `; "${was.name}" is now another input (${heir})`,
      )
    : bothLanguages('', '');
  changes.add(
    'name-changed',
    subjectOf(id, is),
    bothLanguages(
      `填报项「${was.name}」改名为「${is.name}」${note.zh}`,
      `the input "${was.name}" is now called "${is.name}"${note.en}`,
    ),
    { pointer: `/inputs/${oldId}/name`, shown: same(was.name) },
    { pointer: `/inputs/${id}/name`, shown: same(is.name) },
  );
}

/** Named expressions: they matter only through what reads them, but a reader looks for them here. */
export function compareMetrics({ before, after, changes, names }: Both): void {
  const was = before.plan.rulebook.metrics ?? {};
  const is = after.plan.rulebook.metrics ?? {};
  for (const id of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const one = was[id];
    const other = is[id];
    const subject: Subject = { id, name: same((other ?? one)!.name), group: 'methods' };
    const pointer = `/metrics/${id}/expression`;
    const valued = (metric: typeof one, own: typeof names.before): Valued => ({
      pointer,
      is: metric && meaningOf(metric.expression, own),
      ...(metric ? { shown: same(shownExpression(metric.expression, own)) } : {}),
    });
    const old = valued(one, names.before);
    const now = valued(other, names.after);
    if (one && other) changes.property('expression', subject, bothLanguages('算式', 'expression'), old, now);
    else if (other)
      changes.add(
        'metric-added',
        subject,
        bothLanguages('新增指标值', 'a named metric was added'),
        undefined,
        now,
      );
    else
      changes.add(
        'metric-removed',
        subject,
        bothLanguages('删去指标值', 'a named metric was removed'),
        old,
        undefined,
      );
  }
}
