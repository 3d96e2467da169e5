/** What an expression may name, and what kind and unit each named fact has. */

export type FactKind = 'number' | 'date' | 'yesNo' | 'text' | 'list';

/** A thing an expression or condition can name. `key` is how it is stored while a form is scored. */
export interface FactDefinition {
  key: string;
  /** The Chinese name, as printed. */
  label: string;
  kind: FactKind;
  /** Canonical unit; undefined where it is known only per row. */
  unit?: string;
  /** The least and greatest value a form may give, as decimal text. */
  min?: string;
  max?: string;
  /** True of counts and days, which are whole numbers. */
  whole?: boolean;
  /** True of a number that a form may leave empty, and that is then unknown. */
  mayBeUnknown?: boolean;
  /** For text facts chosen from a list. */
  options?: readonly string[];
}

/** Names in reach of an expression. Inner scopes are asked first. */
export class Scope {
  private readonly byKey = new Map<string, FactDefinition>();
  private readonly byName = new Map<string, FactDefinition[]>();
  private readonly parent: Scope | undefined;

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  /** Makes a fact known under its key and any further names; a key already taken in this scope keeps its first meaning. */
  define(definition: FactDefinition, ...names: string[]): this {
    if (this.byKey.has(definition.key)) return this;
    this.byKey.set(definition.key, definition);
    for (const name of names) {
      const known = this.byName.get(name);
      if (known) known.push(definition);
      else this.byName.set(name, [definition]);
    }
    return this;
  }

  /** The fact of that key or name; undefined where there is none, or where several share the name. */
  resolve(name: string): FactDefinition | undefined {
    const own = this.byKey.get(name);
    if (own) return own;
    const sharing = this.byName.get(name);
    return sharing ? (sharing.length === 1 ? sharing[0] : undefined) : this.parent?.resolve(name);
  }

  /** The keys of the facts that share a name, where it is not clear which is meant; none where it is. */
  sharing(name: string): string[] {
    if (this.byKey.has(name)) return [];
    const sharing = this.byName.get(name);
    if (!sharing) return this.parent?.sharing(name) ?? [];
    return sharing.length > 1 ? sharing.map(({ key }) => key) : [];
  }

  /** Every name in reach, for "did you mean". */
  names(): string[] {
    return [...this.byKey.keys(), ...this.byName.keys(), ...(this.parent?.names() ?? [])];
  }
}
