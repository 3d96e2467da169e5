/** Text, source and reading of a rule: what the document says, where, and how it is read. */
import type { Provenance, Rulebook } from '../../../schemas/generated/types.ts';
import { bothLanguages, type Changes, type Subject, textValue, wordValue } from './change.ts';
import { yesNoWords } from './words.ts';

type WrittenProvenance = Pick<Provenance, 'text' | 'source' | 'reading' | 'inferred'>;

export interface ProvenanceSide {
  written: WrittenProvenance;
  pointer: string;
  sources: Rulebook['sources'];
}

export function compareProvenance(
  before: ProvenanceSide,
  after: ProvenanceSide,
  subject: Subject,
  changes: Changes,
): void {
  const about: Subject = { ...subject, group: 'wording' };
  changes.property(
    'text',
    about,
    bothLanguages('条文', 'text'),
    textValue(`${before.pointer}/text`, before.written.text),
    textValue(`${after.pointer}/text`, after.written.text),
  );
  changes.property(
    'reading',
    about,
    bothLanguages('口径', 'reading'),
    textValue(`${before.pointer}/reading`, before.written.reading),
    textValue(`${after.pointer}/reading`, after.written.reading),
  );
  changes.property(
    'source',
    about,
    bothLanguages('出处', 'source'),
    textValue(`${before.pointer}/source`, titleOf(before)),
    textValue(`${after.pointer}/source`, titleOf(after)),
  );
  const flag = ({ written, pointer }: ProvenanceSide) =>
    wordValue(`${pointer}/inferred`, written.inferred ? 'true' : 'false', yesNoWords);
  changes.property('inferred', about, bothLanguages('推定', 'inferred'), flag(before), flag(after));
}

const titleOf = ({ written, sources }: ProvenanceSide): string | undefined => {
  if (written.source === undefined) return undefined;
  const source = Object.hasOwn(sources, written.source) ? sources[written.source] : undefined;
  return source ? `《${source.title.replace(/^《|》$/g, '')}》` : written.source;
};
