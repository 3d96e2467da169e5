/** A database with at least one row in every table, and forms that were really evaluated. */
import { readFileSync } from 'node:fs';
import { audit, engineVersion, readCase, readForm } from '../../engine/index.ts';
import type { Services } from '../../server/http/services.ts';
import { root } from './repository.ts';
import { makeWorld, type World } from './world.ts';

/** Text that a careless copy would change: quotes, line ends, four-byte characters, long decimals. */
export const awkward = '「引号」"quoted" \\ \u2028\r\n\t𠮷😀 1.10 0.10000000000000000000000000000000000001';

/** A form that was really filed. */
const filedForm = () => {
  const file = `${root}rulebooks/xiangyang/2021/cases/institutional-reform.yaml`;
  return readCase(readFileSync(file), file).value!.form!.submission;
};

/** Fills the database of a server; `count` forms are filed. */
export async function fill(services: Services, count = 3): Promise<World> {
  const { store, library } = services;
  const world = await makeWorld(services);
  const { unit, here, clerk, policy, reviewer } = world;
  const { plan } = (await library.edition('xiangyang', '2021'))!;
  const form = filedForm();
  const { rulebook, edition } = form;
  await store.write(clerk.id, async ({ db, at, newId, log }) => {
    const made = { createdAt: at, createdBy: policy.id };
    const changed = { updatedAt: at, updatedBy: policy.id };
    const draftId = newId();
    const taskId = newId();
    await db
      .insertInto('apiTokens')
      .values({
        id: newId(),
        personId: clerk.id,
        name: awkward,
        hash: 'h',
        createdAt: at,
        expiresAt: at,
        usedAt: null,
      })
      .execute();
    await db
      .insertInto('drafts')
      .values({
        id: draftId,
        rulebook,
        edition: '2000',
        unitId: here.id,
        state: 'open',
        basedOn: null,
        version: 2,
        ...made,
        ...changed,
      })
      .execute();
    await db.insertInto('draftFiles').values({ draftId, path: 'rulebook.yaml', text: awkward }).execute();
    for (const [version, text] of [awkward, null].entries())
      await db
        .insertInto('draftVersions')
        .values({ draftId, version, path: 'rulebook.yaml', text, savedAt: at, savedBy: null })
        .execute();
    await db
      .insertInto('tasks')
      .values({
        id: taskId,
        unitId: here.id,
        title: awkward,
        rulebook,
        edition,
        year: '2000',
        subject: 'project',
        due: '2000-12-31',
        note: null,
        state: 'open',
        version: 1,
        ...made,
      })
      .execute();
    await db.insertInto('taskUnits').values({ taskId, unitId: unit.id }).execute();
    await db
      .insertInto('excuses')
      .values({ taskId, unitId: unit.id, state: 'asked', reason: '无此项目', askedAt: at, version: 1 })
      .execute();
    for (let index = 0; index < count; index++) {
      const submissionId = newId();
      const evaluationId = newId();
      const document = JSON.stringify({ ...form, name: `${form.name}${index}` });
      const { evaluation } = await audit(plan!, readForm(document, 'form').value!);
      await db
        .insertInto('submissions')
        .values({
          id: submissionId,
          unitId: unit.id,
          taskId,
          rulebook,
          edition,
          year: '2000',
          subject: 'project',
          name: form.name,
          state: 'filed',
          document,
          filings: 1,
          version: 1,
          ...made,
          ...changed,
        })
        .execute();
      await db
        .insertInto('evaluations')
        .values({
          id: evaluationId,
          submissionId,
          filing: 1,
          rulebook,
          edition,
          rulebookHash: plan!.identity.hash,
          engineVersion,
          input: document,
          result: JSON.stringify(evaluation),
          total: evaluation!.total,
          outOf: evaluation!.outOf,
          grade: evaluation!.grade ?? null,
          claimed: null,
          findings: '[]',
          createdAt: at,
        })
        .execute();
      await db
        .insertInto('filings')
        .values({ submissionId, number: 1, document, evaluationId, filedAt: at, filedBy: clerk.id })
        .execute();
      await db
        .insertInto('reviews')
        .values({
          submissionId,
          filing: 1,
          reviewerId: reviewer.id,
          state: 'open',
          rows: '[]',
          note: awkward,
          total: '92.520',
          updatedAt: at,
        })
        .execute();
      log({ action: 'submission.filed', kind: 'submission', id: submissionId, after: { filing: 1 } });
    }
    await db
      .insertInto('jobs')
      .values({
        id: newId(),
        personId: policy.id,
        kind: 'impact',
        about: '{}',
        state: 'done',
        progressDone: 3,
        progressOf: 3,
        result: awkward,
        message: null,
        createdAt: at,
        startedAt: at,
        finishedAt: at,
      })
      .execute();
    await db
      .insertInto('idempotencyKeys')
      .values({
        personId: clerk.id,
        key: 'key',
        fingerprint: 'f',
        status: 201,
        version: 1,
        body: '{}',
        createdAt: at,
      })
      .execute();
  });
  return world;
}
