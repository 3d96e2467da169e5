/** What the names in one rulebook stand for, as ids that both rulebooks share: a Chinese name is the input or metric it names. */
import type { ScoringPlan } from '../compile/index.ts';
import type { Pairing } from './pairing.ts';

export interface Naming {
  /** The shared id of a name in an expression: an input, a metric, a line's result or reason, or a name of the language. */
  idOf(name: string): string;
  /** The shared id of what an entry is about: a line or an input. */
  placeOf(id: string): string;
  /** The same rulebook where names are the lines below a group, by id or by name. */
  below(lines: readonly { id: string; name: string }[]): Naming;
}

/** The names of the earlier rulebook (with the pairing), or of the later one. */
export function namingOf(plan: ScoringPlan, pairing?: Pairing): Naming {
  const { rulebook, byId, inputs } = plan;
  const byName = new Map<string, string>();
  for (const [id, { name }] of Object.entries({ ...rulebook.metrics, ...rulebook.inputs }))
    byName.set(name, id);
  const line = (id: string): string => (pairing && byId.has(id) ? pairing.sharedLine(id) : id);
  const fact = (name: string): string => {
    const id = byName.get(name) ?? name;
    return pairing && inputs.has(id) ? pairing.sharedInput(id) : id;
  };
  const idOf = (name: string): string => {
    const dot = name.indexOf('.');
    if (dot < 0) return byName.has(name) || inputs.has(name) || !byId.has(name) ? fact(name) : line(name);
    const [head, rest] = [name.slice(0, dot), name.slice(dot + 1)];
    if (head === 'reason') return `reason.${line(rest)}`;
    if (head === 'project' || head === 'department') return `${head}.${fact(rest)}`;
    return `${line(head)}.${rest}`;
  };
  return {
    idOf,
    placeOf: (id) => (inputs.has(id) ? fact(id) : line(id)),
    below: (lines) => {
      const ids = new Map(lines.flatMap(({ id, name }) => [[name, id] as const, [id, id] as const]));
      const own = (name: string) => line(ids.get(name) ?? name);
      return { ...namingOf(plan, pairing), idOf: own };
    },
  };
}
