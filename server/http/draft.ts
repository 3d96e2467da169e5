/** What the routes about drafts have in common: the draft of the path, and what must hold before it is written to. */
import type { Schemas } from '../../schemas/generated/types.ts';
import { filesOf, findDraft, type StoredDraft } from '../rulebooks/drafts.ts';
import type { RulebookFiles } from '../rulebooks/examine.ts';
import type { Writing } from '../store/database.ts';
import { Refusal } from './problems.ts';
import type { Parameter, Request } from './route.ts';
import { checkVersion } from './versions.ts';

export const draftParameter: Parameter = {
  in: 'path',
  name: 'draft',
  description: { zh: '草案的标识。', en: 'The id of the draft.' },
  schema: { type: 'string' },
};

/** The draft of the path. */
export async function draftAsked({
  services: { store },
  param,
}: Pick<Request<undefined, undefined>, 'services' | 'param'>): Promise<StoredDraft> {
  const found = await findDraft(store.db, param('draft'));
  if (!found) throw new Refusal('not-found');
  return found;
}

/** Refuses where the draft is no longer being written. */
export function checkOpen({ state }: StoredDraft): void {
  if (state === 'open') return;
  const said = { published: ['已经发布', 'published'], discarded: ['已经放弃', 'discarded'] }[state];
  throw new Refusal('wrong-state', {
    detail: {
      zh: `这份草案${said[0]}，不能再改；可由已发布的一版另起草案。`,
      en: `this draft was ${said[1]} and is not changed any more; begin another from what is published.`,
    },
  });
}

/** The draft as a writer sees it: still open, and still the version that was seen. */
export async function draftToWrite(db: Writing, id: string, version: number): Promise<StoredDraft> {
  const draft = (await findDraft(db, id))!;
  checkVersion(version, draft.version);
  checkOpen(draft);
  return draft;
}

/** The draft's files, with a text that was not saved in the place of the one that was. */
export async function filesAsked({
  services: { store },
  of,
  body,
}: Request<Schemas['draftText'] | undefined, StoredDraft>): Promise<RulebookFiles> {
  const { text, cases } = await filesOf(store.db, of.id);
  return { text: body?.text ?? text, cases };
}
