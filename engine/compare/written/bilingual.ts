/** Small helpers for words in both languages. */
import type { Bilingual } from '../../../schemas/generated/types.ts';

export const bothLanguages = (zh: string, en: string): Bilingual => ({ zh, en });

/** A list as one text: 、 in Chinese, commas in English. */
export const listed = (all: readonly Bilingual[], joints = bothLanguages('、', ', ')): Bilingual =>
  bothLanguages(all.map(({ zh }) => zh).join(joints.zh), all.map(({ en }) => en).join(joints.en));

/** A template with its `{}` filled in. */
export const filled = (template: Bilingual, value: Bilingual): Bilingual =>
  bothLanguages(
    template.zh.replace('{}', () => value.zh),
    template.en.replace('{}', () => value.en),
  );
