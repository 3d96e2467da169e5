/** The kinds of targets of a frame or of a group, each with the rule that scores it. */
import type { Rulebook, TargetRule, Targets as WrittenTargets } from '../../schemas/generated/types.ts';
import type { Scope } from '../expression/index.ts';
import type { CompileContext, Definitions } from './context.ts';
import type { Provenance, TargetKind, TargetPlan, Targets } from './plan.ts';
import { provenanceOf } from './provenance.ts';
import { namesInRule } from './reads.ts';
import { compileRule } from './rule.ts';
import { rangeNames, rowScope } from './scopes.ts';

export const targetKinds: readonly TargetKind[] = [
  'atLeast',
  'atMost',
  'plain',
  'equal',
  'range',
  'date',
  'words',
];
/** What a rulebook may leave out: such a target is then not scored, and that is an error of the form's rulebook. */
export const optionalKinds: ReadonlySet<TargetKind> = new Set(['range']);
export const kindNames: Record<TargetKind, { zh: string; en: string }> = {
  atLeast: { zh: '不低于（atLeast）', en: 'atLeast' },
  atMost: { zh: '不高于（atMost）', en: 'atMost' },
  plain: { zh: '只写数（plain）', en: 'plain' },
  equal: { zh: '等于（equal）', en: 'equal' },
  range: { zh: '区间（range）', en: 'range' },
  date: { zh: '日期（date）', en: 'date' },
  words: { zh: '文字（words）', en: 'words' },
};

/** The group that has the rules; undefined for the frame. */
type Owner = { id: string; name: string; role?: string | undefined } | undefined;

export class TargetCompiler {
  private readonly rulebook: Rulebook;
  private readonly context: CompileContext;
  private readonly inputs: Scope;
  private readonly defined: Definitions;

  constructor(rulebook: Rulebook, context: CompileContext, inputs: Scope, defined: Definitions) {
    this.rulebook = rulebook;
    this.context = context;
    this.inputs = inputs;
    this.defined = defined;
  }

  /** Those with a method of their own first; then those that follow one, of the same place or `around` it. */
  async compile(
    written: WrittenTargets,
    pointer: string,
    owner: Owner,
    around: Targets = {},
  ): Promise<Targets> {
    const compiled: Partial<Record<TargetKind, TargetPlan>> = {};
    for (const kind of targetKinds) {
      const rule = written[kind];
      if (!rule?.method) continue;
      if (rule.as)
        this.context.report('target-rule-twice', { kind: kindNames[kind] }, `${pointer}/${kind}/as`);
      const plan = await this.target(kind, rule, `${pointer}/${kind}`, owner);
      if (plan) compiled[kind] = plan;
    }
    for (const kind of targetKinds) {
      const rule = written[kind];
      if (!rule || rule.method) continue;
      const meant = followed(kind, written);
      const same = meant && (compiled[meant] ?? around[meant]);
      if (!same) {
        this.context.report('target-rule', { kind: kindNames[kind] }, `${pointer}/${kind}/as`);
        continue;
      }
      if ((kind === 'range') !== (same.kind === 'range') && readsRow(same)) {
        const names = { kind: kindNames[kind], other: kindNames[same.kind] };
        this.context.report('range-as', names, `${pointer}/${kind}/as`);
        continue;
      }
      const provenance = provenanceOf(rule, this.rulebook, this.context, `${pointer}/${kind}`);
      compiled[kind] = {
        ...same,
        ...identityOf(kind, `${pointer}/${kind}`, owner),
        follows: same.follows ?? same.id,
        name: rule.name ?? same.name,
        ...withoutNothing(provenance),
      };
    }
    return compiled;
  }

  private async target(
    kind: TargetKind,
    written: TargetRule,
    pointer: string,
    owner: Owner,
  ): Promise<TargetPlan | undefined> {
    const compiled = await compileRule(
      {
        name: written.name ?? owner?.name ?? kindNames[kind].zh,
        method: written.method!,
        pointer: `${pointer}/method`,
        scope: rowScope(this.inputs, kind),
        defined: this.defined,
        metric: undefined,
        metricPointer: pointer,
        declared: kind === 'range' ? 'range' : 'target',
        // Satisfaction is a rate on every form.
        shares: owner?.role === 'satisfaction',
        penalty: false,
        weight: undefined,
      },
      this.context,
    );
    return (
      compiled && {
        ...identityOf(kind, pointer, owner),
        follows: undefined,
        name: written.name,
        rule: compiled.rule,
        metric: compiled.metric,
        ...provenanceOf(written, this.rulebook, this.context, pointer),
      }
    );
  }
}

const identityOf = (kind: TargetKind, pointer: string, owner: Owner) => ({
  id: `${owner?.id ?? 'frame'}.${kind}`,
  owner: owner?.id,
  pointer,
  kind,
});

/** True of a rule that looks at the numbers of a row: a range has others than a target of one number. */
const readsRow = ({ rule, metric }: TargetPlan): boolean =>
  metric !== undefined || namesInRule(rule).some((name) => cells.has(name));

const cells: ReadonlySet<string> = new Set(['target', 'actual', ...Object.keys(rangeNames)]);

/** The kind with a method that `as` leads to; undefined where it leads nowhere or in a circle. */
function followed(kind: TargetKind, written: WrittenTargets): TargetKind | undefined {
  let at: TargetKind | undefined = kind;
  for (const _ of targetKinds) {
    at = at && written[at]?.as;
    if (at && !written[at]?.as) return at;
  }
  return undefined;
}

/** Only what a rule says of its own provenance; the rest stays that of the rule it follows. */
const withoutNothing = (provenance: Provenance): Partial<Provenance> =>
  Object.fromEntries(
    Object.entries(provenance).filter(([, value]) => value !== undefined && value !== false),
  );
