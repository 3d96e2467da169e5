/** An edit in words, with its code and its places: as each rulebook writes it, in its own names. May not know what it moved. */
import type { Bilingual, ImpactEdit, Place } from '../../schemas/generated/types.ts';
import { type ScoringPlan, writtenAt } from '../compile/index.ts';
import type { Pairing, PlanPart } from '../edits/index.ts';
import type { SourceDocument } from '../source/index.ts';
import type { Bundle } from './bundles.ts';
import { both, joined, kindNames, propertyNames, told } from './edit-words.ts';
import type { Editions } from './editions.ts';
import { type Placed, type Side, sides } from './lines.ts';

/** One rulebook as it was read. */
export interface Edition {
  plan: ScoringPlan;
  document: SourceDocument;
}

export type DescribedEdit = Pick<ImpactEdit, 'code' | 'title' | 'changes'>;

/** A part in words. */
interface Told {
  title: Bilingual;
  code: string;
  /** Values on one line; undefined where nothing stands there. */
  values: Record<Side, string | undefined>;
  pointers: Record<Side, string | undefined>;
}

type PartOf<Of extends PlanPart['of']> = Extract<PlanPart, { of: Of }>;

export class Describer {
  private readonly lines: Editions['lines'];
  private readonly editions: Record<Side, Edition>;
  /** Shared ids of inputs in the names of the earlier rulebook. */
  private readonly earlierInputs: ReadonlyMap<string, string>;

  constructor({ lines }: Editions, editions: Record<Side, Edition>, { sharedInput }: Pairing) {
    this.lines = lines;
    this.editions = editions;
    this.earlierInputs = new Map([...editions.before.plan.inputs.keys()].map((id) => [sharedInput(id), id]));
  }

  describe(bundle: Bundle): DescribedEdit {
    const tops = bundle.filter((part) => !this.standsInMoved(part, bundle));
    // Several keys of one input are one part in words.
    const parts = (tops.length > 0 ? tops : bundle)
      .map((part) => this.part(part))
      .filter(({ code }, index, all) => all.findIndex((one) => one.code === code) === index);
    return {
      code: this.codes(bundle, parts).join('+'),
      title: joined(parts.map(({ title }) => title)),
      changes: parts.map(({ title, values, pointers }) => ({
        title,
        ...(values.before === undefined ? {} : { before: values.before }),
        ...(values.after === undefined ? {} : { after: values.after }),
        ...(pointers.before === undefined ? {} : { beforePlace: this.place('before', pointers.before) }),
        ...(pointers.after === undefined ? {} : { afterPlace: this.place('after', pointers.after) }),
      })),
    };
  }

  private codes(bundle: Bundle, parts: readonly Told[]): string[] {
    const isWeight = (part: PlanPart) =>
      part.of === 'whole' ? part.key === 'total' : part.of === 'line' && part.key === 'weight';
    const parents = new Set(bundle.map((part) => this.parentOf(part)));
    if (bundle.length > 1 && parents.size === 1 && bundle.every(isWeight))
      return [`weights:${[...parents][0] ?? 'total'}`];
    return [...new Set(parts.map(({ code }) => code))].sort();
  }

  private parentOf(part: PlanPart): string | undefined {
    return part.of === 'line' ? this.line(part.id).parent : undefined;
  }

  /** The line, as the later rulebook has it where it does. */
  private line(id: string): Placed {
    return (this.lines.after.get(id) ?? this.lines.before.get(id))!;
  }

  /** A line that comes or goes with what it stands under is told by that. */
  private standsInMoved(part: PlanPart, bundle: Bundle): boolean {
    if (part.of !== 'line' || part.key !== 'place') return false;
    const parents = sides.map((side) => this.lines[side].get(part.id)?.parent);
    const isMoved = (id: string) =>
      bundle.some((one) => one.of === 'line' && one.key === 'place' && one.id === id);
    return (
      parents.every((parent) => parent === undefined || isMoved(parent)) &&
      parents.some((one) => one !== undefined)
    );
  }

  private part(part: PlanPart): Told {
    switch (part.of) {
      case 'line':
        return part.key === 'place' ? this.placed(part.id) : this.property(part.id, part.key);
      case 'targets':
        return this.targets(part);
      case 'input':
        return this.input(part);
      case 'limit':
        return this.limit(part);
      case 'metric': {
        const { name } = this.editions.after.plan.rulebook.metrics![part.id]!;
        const pointers = everywhere(`/metrics/${part.id}/expression`);
        return {
          title: both(`指标值「${name}」`, `metric "${name}"`),
          code: `metric:${part.id}`,
          ...this.at(pointers),
        };
      }
      case 'frame':
        return part.key === 'frame'
          ? { ...this.named('frame', '/frame'), values: this.present('/frame') }
          : { ...this.named(part.key, `/frame/${part.key}`), code: `frame.${part.key}` };
      case 'whole':
        return this.named(part.key, `/${part.key}`);
      default:
        throw new Error(`a part of a ${part.of} moves no points`);
    }
  }

  private named(key: string, pointer: string): Told {
    return { title: propertyNames[key]!, code: key, ...this.at(everywhere(pointer)) };
  }

  private present(pointer: string): Told['values'] {
    const of = (side: Side) => (this.written(side, pointer) === undefined ? undefined : '✓');
    return { before: of('before'), after: of('after') };
  }

  private written(side: Side, pointer: string | undefined): unknown {
    return pointer === undefined ? undefined : writtenAt(this.editions[side].plan.rulebook, pointer);
  }

  /** What stands at the pointers, and these as places. */
  private at(pointers: Told['pointers']): Pick<Told, 'values' | 'pointers'> {
    return {
      values: {
        before: told(this.written('before', pointers.before)),
        after: told(this.written('after', pointers.after)),
      },
      pointers,
    };
  }

  private input({ id }: PartOf<'input'>): Told {
    const name = this.editions.after.plan.inputs.get(id)!.name;
    return {
      title: both(`填报项「${name}」`, `input "${name}"`),
      code: `input:${id}`,
      ...this.at({ before: `/inputs/${this.earlierInputs.get(id) ?? id}`, after: `/inputs/${id}` }),
    };
  }

  private limit({ id }: PartOf<'limit'>): Told {
    const index = (side: Side) =>
      (this.editions[side].plan.rulebook.limits ?? []).findIndex((one) => one.id === id);
    const pointer = (side: Side) => (index(side) < 0 ? undefined : `/limits/${index(side)}`);
    const pointers = { before: pointer('before'), after: pointer('after') };
    const limits = sides.map((side) => this.editions[side].plan.limits.find((one) => one.id === id));
    const { name } = (limits[1] ?? limits[0])!;
    return {
      title: both(`总分限制「${name}」`, `limit "${name}"`),
      code: `limit:${id}`,
      ...this.at(pointers),
    };
  }

  private placed(id: string): Told {
    const [one, other] = sides.map((side) => this.lines[side].get(id));
    const { name } = this.line(id).plan;
    const under = (line: Placed | undefined) => {
      if (!line) return undefined;
      const weight = line.written.weight ?? '—';
      return line.parent === undefined ? weight : `${this.line(line.parent).plan.name} / ${weight}`;
    };
    const title = !one
      ? both(`新增「${name}」`, `added "${name}"`)
      : !other
        ? both(`删去「${name}」`, `removed "${name}"`)
        : both(`改设「${name}」`, `moved "${name}"`);
    return {
      title,
      code: `line:${id}`,
      values: { before: under(one), after: under(other) },
      pointers: this.pointers(id, ''),
    };
  }

  private pointers(id: string, below: string): Told['pointers'] {
    const of = (side: Side) => {
      const line = this.lines[side].get(id);
      return line && line.plan.pointer + below;
    };
    return { before: of('before'), after: of('after') };
  }

  private property(id: string, property: string): Told {
    const { name } = this.line(id).plan;
    const label = propertyNames[property]!;
    const below = property === 'weights' ? '/declared/weights' : `/${property}`;
    return {
      title: both(`「${name}」${label.zh}`, `${label.en} of "${name}"`),
      code: `${property}:${id}`,
      ...this.at(this.pointers(id, below)),
    };
  }

  private targets({ owner, kind }: PartOf<'targets'>): Told {
    const { zh, en } = kindNames[kind]!;
    if (owner === undefined)
      return {
        title: both(`${zh}的计分方法`, `scoring of ${en}`),
        code: `targets:${kind}`,
        ...this.at(everywhere(`/frame/targets/${kind}`)),
      };
    const { name } = this.line(owner).plan;
    return {
      title: both(`「${name}」${zh}的计分方法`, `scoring of "${name}" ${en}`),
      code: `targets:${owner}.${kind}`,
      ...this.at(this.pointers(owner, `/declared/targets/${kind}`)),
    };
  }

  private place(side: Side, pointer: string): Place {
    const { document } = this.editions[side];
    return { file: document.file, ...document.locate(pointer), pointer };
  }
}

const everywhere = (pointer: string): Told['pointers'] => ({ before: pointer, after: pointer });
