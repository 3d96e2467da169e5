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
  /** For text facts chosen from a list. */
  options?: readonly string[];
}

/** Names in reach of an expression. Inner scopes are asked first. */
export class Scope {
  private readonly byName = new Map<string, FactDefinition>();
  private readonly parent: Scope | undefined;

  constructor(parent?: Scope) {
    this.parent = parent;
  }

  /** Makes a fact known under its key and any further names; a name already taken in this scope keeps its first meaning. */
  define(definition: FactDefinition, ...names: string[]): this {
    for (const name of [definition.key, ...names])
      if (!this.byName.has(name)) this.byName.set(name, definition);
    return this;
  }

  resolve(name: string): FactDefinition | undefined {
    return this.byName.get(name) ?? this.parent?.resolve(name);
  }

  /** Every name in reach, for "did you mean". */
  names(): string[] {
    return [...this.byName.keys(), ...(this.parent?.names() ?? [])];
  }
}
