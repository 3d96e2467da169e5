/** The inputs of a rulebook: their bounds, what they count as where they are left empty, what they state once more. */
import type { Rulebook } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import type { Expression, Scope } from '../expression/index.ts';
import { isBlank } from '../read/index.ts';
import type { CompileContext, Definitions } from './context.ts';
import type { InputPlan } from './plan.ts';
import { provenanceOf } from './provenance.ts';
import { boundOf, isNumeric, reservedNames, unitOfInput } from './scopes.ts';
import { reportSilencing } from './silenced.ts';

/** True where nothing is filled in: `—`, `/` and 无 are how a cell is left empty; of words and of yes and no, 无 is an answer. */
export function isUnfilled({ type }: InputPlan, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const text = String(value).trim();
  return text === '' || isBlank(text, type !== 'text' && type !== 'choice' && type !== 'yesNo');
}

/** Every input by its id. */
export function compileInputs(
  rulebook: Rulebook,
  scope: Scope,
  context: CompileContext,
  defined: Definitions,
): Map<string, InputPlan> {
  const plans = new Map<string, InputPlan>();
  for (const id of [...Object.keys(rulebook.inputs ?? {}), ...Object.keys(rulebook.metrics ?? {})])
    if (reservedNames.has(id))
      context.report(
        'reserved-name',
        { name: id },
        Object.hasOwn(rulebook.inputs ?? {}, id) ? `/inputs/${id}` : `/metrics/${id}`,
      );
  for (const id of Object.keys(rulebook.metrics ?? {}))
    if (Object.hasOwn(rulebook.inputs ?? {}, id)) context.report('duplicate-id', { id }, `/metrics/${id}`);
  for (const [id, input] of Object.entries(rulebook.inputs ?? {})) {
    const pointer = `/inputs/${id}`;
    provenanceOf({ source: input.source }, rulebook, context, pointer);
    const min = boundOf(input, input.min);
    const max = boundOf(input, input.max);
    if (min && max && min.compare(max) > 0)
      context.report(
        'bounds-reversed',
        { name: input.name, min: input.min!, max: input.max! },
        `${pointer}/min`,
      );
    const restates = compileRestates(input, scope, defined, context, `${pointer}/restates`);
    const blank = compileBlank(input, min, max, context, `${pointer}/blank`);
    const { name: label, type, options, subjects } = input;
    const unit = unitOfInput(input);
    plans.set(id, { id, name: label, type, unit, min, max, blank, options, subjects, restates });
  }
  return plans;
}

/** What an input states once more: a number that others give. */
function compileRestates(
  input: NonNullable<Rulebook['inputs']>[string],
  scope: Scope,
  defined: Definitions,
  context: CompileContext,
  pointer: string,
): Expression | undefined {
  const { name, restates: written } = input;
  if (written === undefined) return undefined;
  if (!isNumeric(input)) context.report('restates-unfit', { name, restates: written }, pointer);
  const restates = context.expression(written, scope, pointer, defined);
  if (restates) reportSilencing(restates, name, scope, context, pointer);
  return restates;
}

/** What an input counts as where it is left empty. */
function compileBlank(
  input: NonNullable<Rulebook['inputs']>[string],
  min: Exact | undefined,
  max: Exact | undefined,
  context: CompileContext,
  pointer: string,
): Exact | undefined {
  const blank = boundOf(input, input.blank);
  if (!blank) return undefined;
  const isOutside = (min && blank.compare(min) < 0) || (max && blank.compare(max) > 0);
  const isWhole = input.type !== 'count' || blank.floor().equals(blank);
  const why = !isNumeric(input)
    ? { zh: '此类填报项不是数', en: 'it is not a number' }
    : isOutside
      ? { zh: '不在最小与最大之间', en: 'it is not between min and max' }
      : isWhole
        ? undefined
        : { zh: '计数应为整数', en: 'a count is a whole number' };
  if (why) context.report('blank-unfit', { name: input.name, blank: input.blank!, why }, pointer);
  return blank;
}
