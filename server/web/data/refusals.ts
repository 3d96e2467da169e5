/** What a refusal says of each field of what was sent. */
import type { Diagnostic } from '../../../schemas/generated/types.ts';
import { ApiProblem } from '../../client/client.ts';
import type { Bilingual } from './language.ts';

const diagnosticsOf = (error: unknown): readonly Diagnostic[] =>
  error instanceof ApiProblem ? (error.problem.diagnostics ?? []) : [];

/** What is said of the field at a pointer, as `/password`; undefined where nothing is. */
export function saidOf(error: unknown, pointer: string): Bilingual | undefined {
  const messages = diagnosticsOf(error)
    .filter(({ place }) => place?.pointer === pointer)
    .map(({ message }) => message);
  if (messages.length === 0) return undefined;
  return { zh: messages.map(({ zh }) => zh).join('；'), en: messages.map(({ en }) => en).join('; ') };
}

/** Whether all that is wrong is said of these fields, so that nothing is left to say of the whole. */
export const isAllSaid = (error: unknown, pointers: readonly string[]): boolean => {
  const diagnostics = diagnosticsOf(error);
  return diagnostics.length > 0 && diagnostics.every(({ place }) => pointers.includes(place?.pointer ?? ''));
};
