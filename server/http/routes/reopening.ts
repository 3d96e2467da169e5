/** Filing anew: whether a form that was filed or accepted may come back to its unit, and that it does. */
import { fileAnew, whyNotAnew } from '../../submissions/anew.ts';
import { type StoredSubmission, shownRecord } from '../../submissions/record.ts';
import { submissionAsked, submissionParameter } from '../asked.ts';
import { route } from '../route.ts';
import { checkSeen, unchanged } from '../unchanged.ts';
import { versionTag } from '../versions.ts';

const common = {
  path: '/api/submissions/{submission}/reopening',
  tag: 'submissions',
  right: 'write-forms',
  parameters: [submissionParameter],
  of: submissionAsked,
} as const;

export const ask = route<undefined, StoredSubmission>({
  ...common,
  method: 'get',
  id: 'getReopening',
  summary: { zh: '能不能另报一次', en: 'Whether a form may be filed anew' },
  description: {
    zh: '已报的，审核人还没动手审时可以；已通过的，任务还没结束时可以。不可以的，说明为什么。',
    en: 'A filed form may until its review has begun, an accepted one while its task is open; where it may not, the answer says why.',
  },
  answer: {
    description: { zh: '能不能，为什么不能。', en: 'Whether it may, and why not.' },
    content: { 'application/json': 'reopening' },
  },
  problems: [],
  handle: async ({ c, services: { store }, of }) => {
    const because = await whyNotAnew(store.db, of);
    return c.json(because ? { allowed: false, because } : { allowed: true });
  },
});

export const reopen = route<undefined, StoredSubmission>({
  ...common,
  method: 'post',
  id: 'reopenSubmission',
  summary: { zh: '另报一次', en: 'Take a form up to file it anew' },
  description: {
    zh: '表回到草稿，内容是上次报的，改好再报，算下一次；以前的报送、得分与审核意见都留存。在再次报送之前，统计照用最近一次报送的得分，但它不再算已报或已通过。',
    en: 'The form becomes a draft with what was filed last, and is filed again as the next filing; earlier filings, their scores and reviews stay. Until then statistics use the score of the latest filing, but the form no longer counts as filed or accepted.',
  },
  ifMatch: true,
  answer: {
    description: { zh: '自评表；ETag 是版本。', en: 'The submission; the ETag is the version.' },
    content: { 'application/json': 'submissionRecord' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version }) => {
    await checkSeen(store.db, version, of);
    const draft = await store.write(personId, async (write) =>
      fileAnew(write, await unchanged(write.db, of, version), personId),
    );
    return c.json(shownRecord(draft, { inside: false }), 200, { ETag: versionTag(draft.version) });
  },
});
