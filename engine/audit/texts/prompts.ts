/** Goals and reports in which the prompt of the form was left. */
import type { Finding } from '../../../schemas/generated/types.ts';
import { find } from '../../findings/index.ts';
import { promptIn } from '../prompts.ts';
import type { Passage } from './passages.ts';

export const promptFindings = (passages: readonly Passage[]): Finding[] =>
  passages.flatMap(({ text, where, place }) => {
    const prompt = place.cell === 'reason' ? undefined : promptIn(text);
    return prompt === undefined ? [] : [find('prompt-left', { where, text: prompt }, place, 'warning')];
  });
