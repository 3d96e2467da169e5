/** Makes the changes of a comparison: each with a stable code and a fingerprint of what it changes. */
import type { Bilingual, WrittenChange } from '../../../schemas/generated/types.ts';
import { contentHash } from '../../compile/index.ts';
import { type ComparableEdition, placeIn, same } from '../edition.ts';

export type ChangeGroup = WrittenChange['group'];

/** What a change is about: how it is told, and the name it has in codes. */
export interface Subject {
  id: string;
  name: Bilingual;
  group: ChangeGroup;
}

/** A value as it stands in one edition. */
export interface Written {
  pointer: string;
  /** As a reader sees it; undefined where it is not written. */
  shown?: Bilingual;
}

export const bothLanguages = (zh: string, en: string): Bilingual => ({ zh, en });

/** Where changes are gathered. */
export class Changes {
  readonly all: WrittenChange[] = [];
  private readonly before: ComparableEdition;
  private readonly after: ComparableEdition;

  constructor(before: ComparableEdition, after: ComparableEdition) {
    this.before = before;
    this.after = after;
  }

  /** One change. The fingerprint covers the code and both values: nothing else of the rulebooks moves it. */
  add(
    kind: string,
    { id, name, group }: Subject,
    message: Bilingual,
    before: Written | undefined,
    after: Written | undefined,
    label: Bilingual = message,
  ): void {
    const isWholeForm = id === '';
    const code = isWholeForm ? kind : `${kind}:${id}`;
    this.all.push({
      code,
      hash: contentHash([code, before?.shown ?? null, after?.shown ?? null]).slice(0, 12),
      group,
      subject: name,
      ...(isWholeForm ? { isWholeForm } : {}),
      label,
      message,
      ...(before?.shown ? { before: before.shown } : {}),
      ...(after?.shown ? { after: after.shown } : {}),
      ...(before ? { beforePlace: placeIn(this.before, before.pointer) } : {}),
      ...(after ? { afterPlace: placeIn(this.after, after.pointer) } : {}),
    });
  }

  /** A property that is written otherwise: nothing where both say the same. */
  property(
    kind: string,
    subject: Subject,
    label: Bilingual,
    before: Written & { is: string | undefined },
    after: Written & { is: string | undefined },
  ): void {
    if (before.is === after.is) return;
    const was = before.shown ?? bothLanguages('未写', 'nothing');
    const is = after.shown ?? bothLanguages('未写', 'nothing');
    const message = bothLanguages(
      before.shown === undefined
        ? `${label.zh}：写明 ${is.zh}`
        : after.shown === undefined
          ? `${label.zh}：不再写（原为 ${was.zh}）`
          : `${label.zh}由${spaced(was.zh)}改为${spaced(is.zh).trimEnd()}`,
      before.shown === undefined
        ? `${label.en}: now ${is.en}`
        : after.shown === undefined
          ? `${label.en}: no longer given (was ${was.en})`
          : `${label.en} changed from ${was.en} to ${is.en}`,
    );
    this.add(`${kind}-changed`, subject, message, before, after, label);
  }
}

/** Chinese is set off from numbers and letters by a space, from marks and brackets by none. */
const spaced = (text: string): string =>
  `${/^[「《（“]/.test(text) ? '' : ' '}${text}${/[」》）”。]$/.test(text) ? '' : ' '}`;

/** A property whose value is text, shown as it is; long texts in quotation marks. */
export const textValue = (
  pointer: string,
  value: string | undefined,
): Written & { is: string | undefined } => ({
  pointer,
  is: value === undefined ? undefined : value.trim(),
  ...(value === undefined ? {} : { shown: same(value.trim()) }),
});

/** A property told by a word of a closed list. */
export const wordValue = (
  pointer: string,
  value: string | undefined,
  words: Readonly<Record<string, Bilingual>>,
): Written & { is: string | undefined } => ({
  pointer,
  is: value,
  ...(value === undefined ? {} : { shown: words[value] ?? same(value) }),
});
