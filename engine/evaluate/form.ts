/** A submission together with the place of each of its parts, for messages. */
import type { Place, Submission } from '../../schemas/generated/types.ts';
import type { SourceDocument } from '../source/index.ts';

export interface Form {
  submission: Submission;
  /** Where the value at the JSON pointer stands. */
  place(pointer: string): Place;
}

/** The form in a document, or under `at` in it (a case holds a submission). */
export function formOf(document: SourceDocument, at = ''): Form {
  const submission = at
    .split('/')
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document.value) as Submission;
  return {
    submission,
    place: (pointer) => ({ file: document.file, ...document.locate(at + pointer), pointer: at + pointer }),
  };
}

/** A form that was never a file: places are pointers. */
export const formOfValue = (submission: Submission): Form => ({
  submission,
  place: (pointer) => ({ pointer }),
});
