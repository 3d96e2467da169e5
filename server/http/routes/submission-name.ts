/** The name of a form: a project may be called otherwise for as long as the unit has its form. */
import type { Schemas } from '../../../schemas/generated/types.ts';
import { checkWithUnit, renameSubmission } from '../../submissions/changes.ts';
import { type StoredSubmission, shownRecord } from '../../submissions/record.ts';
import { submissionAsked, submissionParameter } from '../asked.ts';
import { route } from '../route.ts';
import { unchanged } from '../unchanged.ts';
import { versionTag } from '../versions.ts';

export const rename = route<Schemas['submissionName'], StoredSubmission>({
  method: 'put',
  path: '/api/submissions/{submission}/name',
  id: 'renameSubmission',
  tag: 'submissions',
  right: 'write-forms',
  summary: { zh: '改项目名称', en: 'Rename a project' },
  description: {
    zh: '草稿与已退回的项目自评表可以改名；已报的各次仍按报时的名称。',
    en: 'In the states draft and returned, for projects. What was filed keeps the name it was filed by.',
  },
  parameters: [submissionParameter],
  of: submissionAsked,
  ifMatch: true,
  request: { schema: 'submissionName', example: ({ submission }) => ({ name: submission.name }) },
  answer: {
    description: { zh: '改名后的自评表；ETag 是版本。', en: 'The submission; the ETag is the version.' },
    content: { 'application/json': 'submissionRecord' },
  },
  problems: ['wrong-state'],
  handle: async ({ c, services: { store }, personId, of, version, body }) => {
    const renamed = await store.write(personId, async (write) => {
      const before = await unchanged(write.db, of, version);
      checkWithUnit(before);
      return renameSubmission(write, before, body.name.trim(), personId);
    });
    return c.json(shownRecord(renamed, { inside: false }), 200, { ETag: versionTag(renamed.version) });
  },
});
