/** What an entry of the catalogue is, and the parameters its templates ask for. */
import type { Bilingual, Severity } from '../../schemas/generated/types.ts';

/**
 * One kind of diagnostic. Templates hold `{name}` placeholders; English is one line, lower case, the user's words
 * in quotes; Chinese puts them in 「」. `help` says what to do, and is left out where it fills to nothing.
 */
export interface CatalogueEntry {
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly help?: Bilingual;
}

/** A part of the catalogue: the codes of one phase. */
export type CataloguePart = { readonly [code: string]: CatalogueEntry };

/** What fills a placeholder: the same text in both languages, or one for each. */
export type Parameter = string | number | Bilingual;

type PlaceholdersIn<Template> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;
type TextsOf<Entry> = Entry extends { message: infer Message; help: infer Help }
  ? Message[keyof Message] | Help[keyof Help]
  : Entry extends { message: infer Message }
    ? Message[keyof Message]
    : never;

/** Exactly the parameters that an entry's templates name. */
export type ParametersOf<Entry> = { readonly [Name in PlaceholdersIn<TextsOf<Entry>>]: Parameter };

/** The codes that more than one part declares; `never` when all is well. */
export type RepeatedCodes<Parts extends readonly unknown[]> = Parts extends readonly [
  infer First,
  ...infer Rest,
]
  ? (keyof First & { [Index in keyof Rest]: keyof Rest[Index] }[number]) | RepeatedCodes<Rest>
  : never;
