/** Things of the first region, its first unit and its people, put straight into the database: for tests of who may touch them. */
import { audit, formOfValue, type Submission } from '../../engine/index.ts';
import type { Services } from '../../server/http/services.ts';
import type { Owned } from '../../server/people/rights.ts';
import type { World } from './world.ts';

export interface Thing {
  /** What stands for it in an address. */
  id: string;
  owned: Owned;
}

/** What each parameter of an address stands for. */
export type Things = Record<string, Thing>;

/** Makes one of each thing. */
export async function makeThings(
  { store, library }: Services,
  world: World,
  form: Submission,
): Promise<Things> {
  const { plan, text } = (await library.edition(form.rulebook, form.edition))!;
  if (!plan) throw new Error(`${form.rulebook} cannot be used`);
  const { evaluation } = await audit(plan, formOfValue(form));
  const { here, unit, clerk, policy, reviewer } = world;
  return store.write(null, async ({ db, at, newId }) => {
    const [draft, task, submission, evaluationId, job] = [newId(), newId(), newId(), newId(), newId()];
    const head = { rulebook: form.rulebook, edition: form.edition };
    const edition = `e${draft.slice(-8)}`;
    await db
      .insertInto('drafts')
      .values({
        id: draft,
        rulebook: form.rulebook,
        edition: `d${draft.slice(-8)}`,
        unitId: here.id,
        state: 'open',
        basedOn: `${form.rulebook}@${form.edition}`,
        version: 1,
        createdAt: at,
        createdBy: policy.id,
        updatedAt: at,
        updatedBy: policy.id,
      })
      .execute();
    for (const [path, content] of [
      ['rulebook.yaml', text],
      ['cases/a.yaml', 'case: 示例\n'],
    ] as const) {
      await db.insertInto('draftFiles').values({ draftId: draft, path, text: content }).execute();
      await db
        .insertInto('draftVersions')
        .values({ draftId: draft, version: 1, path, text: content, savedAt: at, savedBy: policy.id })
        .execute();
    }
    await db
      .insertInto('editions')
      .values({
        rulebook: form.rulebook,
        edition,
        unitId: here.id,
        state: 'published',
        hash: edition,
        text,
        note: '说明',
        draftId: null,
        publishedAt: at,
        publishedBy: policy.id,
        retiredAt: null,
        retirementNote: null,
        casesPassed: 0,
        casesFailed: 0,
        version: 1,
      })
      .execute();
    await db
      .insertInto('tasks')
      .values({
        id: task,
        unitId: here.id,
        title: '自评',
        ...head,
        year: '2000',
        subject: form.subject,
        due: '2000-12-31',
        note: null,
        state: 'open',
        version: 1,
        createdAt: at,
        createdBy: reviewer.id,
      })
      .execute();
    await db.insertInto('taskUnits').values({ taskId: task, unitId: unit.id }).execute();
    await db
      .insertInto('submissions')
      .values({
        id: submission,
        unitId: unit.id,
        taskId: task,
        ...head,
        year: '2000',
        subject: form.subject,
        name: form.name,
        state: 'filed',
        document: JSON.stringify(form),
        filings: 1,
        version: 1,
        createdAt: at,
        createdBy: clerk.id,
        updatedAt: at,
        updatedBy: clerk.id,
      })
      .execute();
    await db
      .insertInto('evaluations')
      .values({
        id: evaluationId,
        submissionId: submission,
        filing: 1,
        ...head,
        rulebookHash: plan.identity.hash,
        engineVersion: evaluation!.engine,
        input: JSON.stringify(form),
        result: JSON.stringify(evaluation),
        total: evaluation!.total,
        outOf: evaluation!.outOf,
        grade: evaluation!.grade ?? null,
        claimed: evaluation!.claimed ?? null,
        findings: '[]',
        createdAt: at,
      })
      .execute();
    await db
      .insertInto('filings')
      .values({
        submissionId: submission,
        number: 1,
        document: JSON.stringify(form),
        evaluationId,
        filedAt: at,
        filedBy: clerk.id,
      })
      .execute();
    await db
      .insertInto('jobs')
      .values({
        id: job,
        personId: policy.id,
        kind: 'difference',
        about: draft,
        state: 'done',
        progressDone: 0,
        progressOf: 0,
        result: '{}',
        message: null,
        createdAt: at,
        startedAt: at,
        finishedAt: at,
      })
      .execute();
    const token = newId();
    await db
      .insertInto('apiTokens')
      .values({
        id: token,
        personId: clerk.id,
        name: '示例',
        hash: token,
        createdAt: at,
        expiresAt: '2999-01-01T00:00:00.000Z',
        usedAt: null,
      })
      .execute();
    const ofUnit = { unitPath: unit.path };
    const ofRegion = { unitPath: here.path };
    return {
      unit: { id: unit.id, owned: ofUnit },
      person: { id: clerk.id, owned: { personId: clerk.id } },
      token: { id: token, owned: { personId: clerk.id } },
      draft: { id: draft, owned: ofRegion },
      edition: { id: edition, owned: ofRegion },
      task: { id: task, owned: ofRegion },
      submission: { id: submission, owned: ofUnit },
      job: { id: job, owned: { personId: policy.id } },
    };
  });
}
