/**
 * An edit in words, with its code and its places. What was written otherwise is told as a comparison of the two tells it, so that
 * both documents say the same of one edit. May not know what it moved.
 */
import { type Key, language } from '../../schemas/generated/language.ts';
import type { Bilingual, ImpactEdit, WrittenChange } from '../../schemas/generated/types.ts';
import { words } from '../../schemas/generated/words.ts';
import { bothLanguages as both, toldEdits } from '../compare/index.ts';
import type { ScoringPlan } from '../compile/index.ts';
import { editsBetween, type Pairing, type PlanPart } from '../edits/index.ts';
import type { SourceDocument } from '../source/index.ts';
import type { Bundle } from './bundles.ts';
import type { Editions } from './editions.ts';
import { type Placed, type Side, sides } from './lines.ts';
import { partKey } from './parts.ts';
import { readInputKeys } from './same.ts';

/** One rulebook as it was read. */
export interface Edition {
  plan: ScoringPlan;
  document: SourceDocument;
}

export type DescribedEdit = Pick<ImpactEdit, 'code' | 'title' | 'changes'>;

export class Describer {
  private readonly lines: Editions['lines'];
  private readonly editions: Record<Side, Edition>;
  /** What is told of each part, in the order of the comparison. */
  private readonly told = new Map<string, WrittenChange[]>();

  constructor({ lines }: Editions, editions: Record<Side, Edition>, pairing: Pairing) {
    this.lines = lines;
    this.editions = editions;
    const { before, after } = editions;
    const edits = editsBetween(before.plan, after.plan, pairing);
    const changes = toldEdits(edits, before, after, pairing);
    edits.forEach(({ touches }, index) => {
      for (const part of touches) {
        const known = this.told.get(keyOf(part));
        if (known) known.push(changes[index]!);
        else this.told.set(keyOf(part), [changes[index]!]);
      }
    });
  }

  describe(bundle: Bundle): DescribedEdit {
    const tops = bundle.filter((part) => !this.standsInMoved(part, bundle));
    // Several keys of one input are one thing in words.
    const parts = (tops.length > 0 ? tops : bundle).filter(
      (part, index, all) => all.findIndex((one) => codeOf(one) === codeOf(part)) === index,
    );
    return {
      code: this.codes(bundle, parts).join('+'),
      title: joined(parts.map((part) => this.title(part))),
      changes: [...new Set(parts.flatMap((part) => this.changesOf(part)))],
    };
  }

  /** What is told of a part that moves no points by itself: how grades are given. */
  changesOf(part: PlanPart): ImpactEdit['changes'] {
    return (this.told.get(keyOf(part)) ?? []).map(({ code, subject, message, beforePlace, afterPlace }) => ({
      ...{ code, subject, message },
      ...(beforePlace ? { beforePlace } : {}),
      ...(afterPlace ? { afterPlace } : {}),
    }));
  }

  private codes(bundle: Bundle, parts: readonly PlanPart[]): string[] {
    const isWeight = (part: PlanPart) =>
      part.of === 'whole' ? part.key === 'total' : part.of === 'line' && part.key === 'weight';
    const parentOf = (part: PlanPart) => (part.of === 'line' ? this.line(part.id).parent : undefined);
    const parents = new Set(bundle.map(parentOf));
    if (bundle.length > 1 && parents.size === 1 && bundle.every(isWeight))
      return [`weights:${[...parents][0] ?? 'total'}`];
    return [...new Set(parts.map(codeOf))].sort();
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

  private title(part: PlanPart): Bilingual {
    const { before, after } = this.editions;
    switch (part.of) {
      case 'line': {
        const { name } = this.line(part.id).plan;
        if (part.key === 'place') return this.placed(part.id, name);
        return titleOf(name, keyNamed(language.indicator, part.key));
      }
      case 'targets': {
        const kind = words.targetKind[part.kind];
        if (part.owner === undefined) return kind;
        const { name } = this.line(part.owner).plan;
        return both(`「${name}」${kind.zh}`, `${kind.en} of "${name}"`);
      }
      case 'input': {
        const { name } = after.plan.inputs.get(part.id)!;
        return both(`填报项「${name}」`, `input "${name}"`);
      }
      case 'limit': {
        const limits = [after, before].map(({ plan }) => plan.limits.find(({ id }) => id === part.id));
        const { name } = (limits[0] ?? limits[1])!;
        return both(`总分限制「${name}」`, `limit "${name}"`);
      }
      case 'metric': {
        const { name } = after.plan.rulebook.metrics![part.id]!;
        return both(`指标值「${name}」`, `metric "${name}"`);
      }
      case 'frame': {
        const frame = keyNamed(language.rulebook, 'frame')!;
        return (part.key === 'frame' ? frame : keyNamed(frame.keys!, part.key)!).title;
      }
      case 'whole':
        return keyNamed(language.rulebook, part.key)!.title;
      default:
        throw new Error(`a part of a ${part.of} moves no points`);
    }
  }

  private placed(id: string, name: string): Bilingual {
    const [one, other] = sides.map((side) => this.lines[side].get(id));
    if (!one) return both(`新增「${name}」`, `added "${name}"`);
    return other ? both(`改设「${name}」`, `moved "${name}"`) : both(`删去「${name}」`, `removed "${name}"`);
  }
}

/** Stable, and one for each thing an edit can be about: `method:execution`, `targets:cost.plain`, `rounding`. */
function codeOf(part: PlanPart): string {
  switch (part.of) {
    case 'line':
      return `${part.key === 'place' ? 'line' : part.key}:${part.id}`;
    case 'targets':
      return `targets:${part.owner === undefined ? '' : `${part.owner}.`}${part.kind}`;
    case 'frame':
      return part.key === 'frame' ? 'frame' : `frame.${part.key}`;
    case 'whole':
      return part.key;
    case 'rollup':
      return part.of;
    default:
      return `${part.of}:${part.id}`;
  }
}

/** Names a part; the keys by which an input is read are one. */
const keyOf = (part: PlanPart): string =>
  part.of === 'input' && (readInputKeys as readonly string[]).includes(part.key)
    ? `input ${part.id}`
    : partKey(part);

/** The key of that name, or below a group of keys: the weights of rows stand under `declared`. */
const keyNamed = (keys: readonly Key[], name: string): Key | undefined =>
  keys.find(({ key }) => key === name) ??
  keys.flatMap((key) => (key.keys && keyNamed(key.keys, name)) ?? []).at(0);

const titleOf = (name: string, key: Key | undefined): Bilingual =>
  both(`「${name}」${key?.title.zh ?? ''}`, `${key?.title.en ?? ''} of "${name}"`);

/** A few names as one. */
const joined = (titles: readonly Bilingual[]): Bilingual => {
  const some = titles.slice(0, 3);
  const rest = titles.length - some.length;
  return both(
    some.map(({ zh }) => zh).join('、') + (rest > 0 ? `等 ${titles.length} 处` : ''),
    some.map(({ en }) => en).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  );
};
