/** Defects that a rulebook accepts by name and with a reason: what is accepted is no error, wherever the rulebook is used. */
import type { Diagnostic, Rulebook } from '../../schemas/generated/types.ts';
import type { DiagnosticCode } from '../diagnostics/index.ts';
import type { CompileContext } from './context.ts';
import type { IndicatorPlan } from './plan.ts';

/**
 * Errors with which a rulebook can still be scored by: a form in a gap or an overlap has no score there, what is above the
 * most is cut, and weights that do not add up are told of each form.
 */
export const acceptableErrors: readonly string[] = [
  'gap',
  'overlap',
  'unreachable-band',
  'weight-sum',
  'checklist-sum',
  'points-above-cap',
  'grades-order',
  'never-holds',
] satisfies DiagnosticCode[];

/** Which of its acceptances covers a defect of that code at that thing; −1 where none does. */
export const acceptanceOf = (
  { accepted = [] }: Pick<Rulebook, 'accepted'>,
  code: string,
  at: string | undefined,
): number => accepted.findIndex((one) => one.code === code && covers(one.at, at));

/** What is accepted of a thing is accepted of all inside it, and without a thing of the whole rulebook. */
export const covers = (at: string | undefined, of: string | undefined): boolean =>
  at === undefined || at === of || (of?.startsWith(`${at}.`) ?? false);

/** Errors that are accepted are only said: they become infos that give the reason. */
export function withAcceptances(
  diagnostics: readonly Diagnostic[],
  rulebook: Rulebook,
  byId: ReadonlyMap<string, IndicatorPlan>,
): Diagnostic[] {
  if (!rulebook.accepted) return [...diagnostics];
  return diagnostics.map((one) => {
    if (one.severity !== 'error' || !acceptableErrors.includes(one.code)) return one;
    const at = subjectAt({ rulebook, byId }, one.place?.pointer ?? '');
    const why = rulebook.accepted![acceptanceOf(rulebook, one.code, at)]?.why;
    if (why === undefined) return one;
    return {
      ...one,
      severity: 'info',
      help: { zh: `规则已认可：${why}`, en: `accepted by the rulebook: ${why}` },
    };
  });
}

/** Errors that nothing but the compiler finds: what accepts one that it did not find accepts nothing. */
const ownErrors: readonly string[] = [
  'weight-sum',
  'checklist-sum',
  'points-above-cap',
  'grades-order',
  'never-holds',
] satisfies DiagnosticCode[];

/** Acceptances of such errors that none was found for, at that thing or at all. */
export function reportUnused(
  rulebook: Rulebook,
  context: CompileContext,
  byId: ReadonlyMap<string, IndicatorPlan>,
): void {
  const { accepted = [] } = rulebook;
  const found = context.diagnostics.map(({ code, place }) => ({
    code,
    at: subjectAt({ rulebook, byId }, place?.pointer ?? ''),
  }));
  for (const [index, { code, at }] of accepted.entries())
    if (ownErrors.includes(code) && !found.some((one) => one.code === code && covers(at, one.at)))
      context.report('acceptance-unused', { code: at ? `${code}（${at}）` : code }, `/accepted/${index}`);
}

/** The id of the indicator, kind of target, input or other thing at or around a pointer. */
export function subjectAt(
  { byId, rulebook }: { byId: ReadonlyMap<string, IndicatorPlan>; rulebook: Rulebook },
  pointer: string,
): string {
  const [, part, key] = pointer.split('/');
  if (part === 'inputs' || part === 'metrics') return key ?? part;
  if (part === 'checks') return idAt(rulebook.checks, key) ?? part;
  if (part === 'limits') return idAt(rulebook.limits, key) ?? part;
  if (part === 'frame') return `frame.${pointer.split('/')[3] ?? ''}`;
  const around = [...byId.values()].filter((one) => `${pointer}/`.startsWith(`${one.pointer}/`));
  const nearest = around.sort((a, b) => b.pointer.length - a.pointer.length)[0];
  if (!nearest) return part ?? '';
  const [, kind] = pointer.slice(nearest.pointer.length).match(/^\/declared\/targets\/(\w+)/) ?? [];
  return kind ? `${nearest.id}.${kind}` : nearest.id;
}

const idAt = (list: readonly { id: string }[] | undefined, key: string | undefined): string | undefined =>
  list?.find((_, index) => String(index) === key)?.id;
