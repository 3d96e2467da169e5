/** An edit in words, with its code and its places. May not know what it moved. */
import type { Bilingual, ImpactEdit, Place } from '../../schemas/generated/types.ts';
import type { IndicatorPlan, ScoringPlan } from '../compile/index.ts';
import type { SourceDocument } from '../source/index.ts';
import type { Correspondence } from './correspondence.ts';
import { both, joined, kindNames, propertyNames, told } from './edit-words.ts';
import type { Edit } from './edits.ts';
import { type Line, lineOfKey, type Side, type Units } from './units.ts';

/** One rulebook as it was read. */
export interface Edition {
  plan: ScoringPlan;
  document: SourceDocument;
}

export type DescribedEdit = Pick<ImpactEdit, 'code' | 'title' | 'changes'>;

interface Unit {
  title: Bilingual;
  code: string;
  /** Values as told; undefined where nothing stands there. */
  before: string | undefined;
  after: string | undefined;
  pointers: { [side in Side]?: string };
}

export class Describer {
  private readonly units: Units;
  private readonly editions: Record<Side, Edition>;
  /** Shared ids → ids of the earlier rulebook. */
  private readonly earlier: { lines: Map<string, string>; inputs: Map<string, string> };

  constructor(units: Units, editions: Record<Side, Edition>, ids: Correspondence) {
    this.units = units;
    this.editions = editions;
    const { plan } = editions.before;
    this.earlier = {
      lines: new Map([...plan.byId.keys()].map((id) => [ids.sharedIndicator(id), id])),
      inputs: new Map([...plan.inputs.keys()].map((id) => [ids.sharedInput(id), id])),
    };
  }

  describe(edit: Edit): DescribedEdit {
    const units = edit.map((key) => this.unit(key));
    const tops = units.filter((_, index) => !this.standsInMoved(edit[index]!, edit));
    const told = tops.length > 0 ? tops : units;
    const codes = this.codes(edit, told);
    return {
      code: codes.join('+'),
      title: joined(told.map(({ title }) => title)),
      changes: told.map(({ title, before, after, pointers }) => ({
        title,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        ...(pointers.before === undefined ? {} : { beforePlace: this.place('before', pointers.before) }),
        ...(pointers.after === undefined ? {} : { afterPlace: this.place('after', pointers.after) }),
      })),
    };
  }

  private codes(edit: Edit, told: readonly Unit[]): string[] {
    const weights = edit.every((key) => key === 'total' || lineOfKey(key)?.property === 'weight');
    const parents = new Set(edit.map((key) => this.parentOf(key)));
    if (weights && edit.length > 1 && parents.size === 1) return [`weights:${[...parents][0] ?? 'total'}`];
    return [...new Set(told.map(({ code }) => code))].sort();
  }

  private parentOf(key: string): string | undefined {
    const id = lineOfKey(key)?.id;
    const { lines } = this.units;
    return id === undefined ? undefined : (lines.after.get(id) ?? lines.before.get(id))?.parent;
  }

  /** A line that comes or goes with what it stands under is told by that. */
  private standsInMoved(key: string, edit: Edit): boolean {
    if (!key.startsWith('line:')) return false;
    const id = key.slice('line:'.length);
    const { lines } = this.units;
    const parents = [lines.before.get(id)?.parent, lines.after.get(id)?.parent];
    return (
      parents.every((parent) => parent === undefined || edit.includes(`line:${parent}`)) &&
      parents.some((one) => one !== undefined)
    );
  }

  private nameOf(id: string): string {
    const { before, after } = this.editions;
    return (after.plan.byId.get(id) ?? before.plan.byId.get(this.earlier.lines.get(id) ?? id))?.name ?? id;
  }

  private planOf(side: Side, id: string): IndicatorPlan | undefined {
    return this.editions[side].plan.byId.get(side === 'after' ? id : (this.earlier.lines.get(id) ?? id));
  }

  private unit(key: string): Unit {
    const line = lineOfKey(key);
    if (line)
      return line.property === 'line' && key.startsWith('line:')
        ? this.moved(line.id)
        : this.property(line.id, line.property);
    const [head = '', ...rest] = key.split('.');
    const name = rest.join('.');
    const { before, after } = this.units.rulebooks;
    switch (head) {
      case 'frame': {
        if (rest[0] === 'targets') {
          const kind = rest[1]!;
          return this.targets(
            kindNames[kind]!,
            `targets:${kind}`,
            before.frame?.targets[kind as 'plain'],
            after.frame?.targets[kind as 'plain'],
            { before: `/frame/targets/${kind}`, after: `/frame/targets/${kind}` },
          );
        }
        const title = propertyNames[name === '' ? 'frame' : name]!;
        const of = (one: typeof before) =>
          name === '' ? (one.frame ? '✓' : undefined) : told(one.frame?.[name as 'met']);
        return {
          title,
          code: `frame${name && `.${name}`}`,
          before: of(before),
          after: of(after),
          pointers: everywhere(`/frame${name && `/${name}`}`),
        };
      }
      case 'limits':
        return this.limit(name);
      case 'metrics': {
        const label = this.editions.after.plan.rulebook.metrics![name]!.name;
        return {
          title: both(`指标值「${label}」`, `metric "${label}"`),
          code: `metric:${name}`,
          before: before.metrics![name]!.expression,
          after: after.metrics![name]!.expression,
          pointers: everywhere(`/metrics/${name}`),
        };
      }
      case 'inputs': {
        const label = this.editions.after.plan.inputs.get(name)?.name ?? name;
        const of = (one: typeof before) => {
          const { name: _, ...definition } = one.inputs![name]!;
          return told(definition);
        };
        return {
          title: both(`填报项「${label}」`, `input "${label}"`),
          code: `input:${name}`,
          before: of(before),
          after: of(after),
          pointers: { before: `/inputs/${this.earlier.inputs.get(name) ?? name}`, after: `/inputs/${name}` },
        };
      }
      default: {
        const of = (one: typeof before) => told(one[head as 'rounding']);
        return {
          title: propertyNames[head]!,
          code: head,
          before: of(before),
          after: of(after),
          pointers: everywhere(`/${head}`),
        };
      }
    }
  }

  private limit(id: string): Unit {
    const of = (side: Side) => {
      const index = (this.editions[side].plan.rulebook.limits ?? []).findIndex((one) => one.id === id);
      return index < 0 ? undefined : { index, limit: this.editions[side].plan.rulebook.limits![index]! };
    };
    const [one, other] = [of('before'), of('after')];
    const label = (other ?? one)!.limit.name;
    const shown = (found: typeof one) =>
      found && told({ when: found.limit.when, total: found.limit.total, grade: found.limit.grade });
    return {
      title: both(`总分限制「${label}」`, `limit "${label}"`),
      code: `limit:${id}`,
      before: shown(one),
      after: shown(other),
      pointers: {
        ...(one ? { before: `/limits/${one.index}` } : {}),
        ...(other ? { after: `/limits/${other.index}` } : {}),
      },
    };
  }

  private moved(id: string): Unit {
    const { lines } = this.units;
    const [one, other] = [lines.before.get(id), lines.after.get(id)];
    const name = this.nameOf(id);
    const under = (line: Line | undefined) =>
      line &&
      (line.parent === undefined ? `${weightOf(line)}` : `${this.nameOf(line.parent)} / ${weightOf(line)}`);
    const title = !one
      ? both(`新增「${name}」`, `added "${name}"`)
      : !other
        ? both(`删去「${name}」`, `removed "${name}"`)
        : both(`改设「${name}」`, `moved "${name}"`);
    return {
      title,
      code: `line:${id}`,
      before: under(one),
      after: under(other),
      pointers: this.pointers(id, ''),
    };
  }

  private pointers(id: string, below: string): Unit['pointers'] {
    const of = (side: Side) => this.planOf(side, id)?.pointer;
    const [before, after] = [of('before'), of('after')];
    return {
      ...(before === undefined ? {} : { before: before + below }),
      ...(after === undefined ? {} : { after: after + below }),
    };
  }

  private property(id: string, property: string): Unit {
    const name = this.nameOf(id);
    const { lines } = this.units;
    const [one, other] = [lines.before.get(id)!.written, lines.after.get(id)!.written];
    if (property.startsWith('targets.')) {
      const kind = property.slice('targets.'.length);
      const { zh, en } = kindNames[kind]!;
      return this.targets(
        both(`「${name}」${zh}`, `"${name}" ${en}`),
        `targets:${id}.${kind}`,
        one.declared?.targets?.[kind as 'plain'],
        other.declared?.targets?.[kind as 'plain'],
        this.pointers(id, `/declared/targets/${kind}`),
      );
    }
    const label = propertyNames[property]!;
    const of = (written: typeof one) =>
      told(property === 'weights' ? written.declared?.weights : written[property as 'metric']);
    const below = property === 'weights' ? '/declared' : `/${property}`;
    return {
      title: both(`「${name}」${label.zh}`, `${label.en} of "${name}"`),
      code: `${property}:${id}`,
      before: of(one),
      after: of(other),
      pointers: this.pointers(id, below),
    };
  }

  private targets(
    title: Bilingual,
    code: string,
    before: unknown,
    after: unknown,
    pointers: Unit['pointers'],
  ): Unit {
    return {
      title: both(`${title.zh}的计分方法`, `scoring of ${title.en}`),
      code,
      before: told(before),
      after: told(after),
      pointers,
    };
  }

  private place(side: Side, pointer: string): Place {
    const { document } = this.editions[side];
    return { file: document.file, ...document.locate(pointer), pointer };
  }
}

const everywhere = (pointer: string): Unit['pointers'] => ({ before: pointer, after: pointer });

const weightOf = ({ written }: Line): string => written.weight ?? '—';
