/** One run of a command: its language, where rulebooks are, and how answers leave it. */
import { type Diagnostic, hasErrors, type Language, render, sortDiagnostics } from '../../engine/index.ts';
import type { Sources } from '../cases/read.ts';
import { Library } from '../library.ts';
import type { Io } from './io.ts';
import { type Words, words } from './words.ts';

/** What a command returns: 0 fine; 1 findings of severity error, or failed cases; 2 unusable input. */
export type ExitCode = 0 | 1 | 2;

export class Session {
  readonly io: Io;
  readonly language: Language;
  readonly json: boolean;
  readonly library: Library;
  /** Texts read so far, for excerpts beside diagnostics. */
  readonly sources: Sources = new Map();

  constructor(io: Io, options: { language: Language; json: boolean; rulebooks?: string }) {
    this.io = io;
    this.language = options.language;
    this.json = options.json;
    this.library = new Library(options.rulebooks);
  }

  get words(): Words {
    return words[this.language];
  }

  print(lines: readonly string[]): void {
    this.io.stdout(`${lines.join('\n')}\n`);
  }

  printJson(value: unknown): void {
    this.io.stdout(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Each diagnostic as a person reads it, with the line it is about. */
  rendered(diagnostics: readonly Diagnostic[]): string[] {
    return sortDiagnostics(diagnostics).map((one) =>
      render(one, this.language, this.sources.get(one.place?.file ?? '')),
    );
  }

  /** Tells a person what is wrong, on the other stream. */
  warn(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) this.io.stderr(`${this.rendered(diagnostics).join('\n')}\n`);
  }

  /** Nothing could be done: says why. */
  refuse(diagnostics: readonly Diagnostic[]): ExitCode {
    if (this.json) this.printJson({ diagnostics: sortDiagnostics(diagnostics) });
    else this.warn(diagnostics);
    return hasErrors(diagnostics) ? 2 : 0;
  }
}
