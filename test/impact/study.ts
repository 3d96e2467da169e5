/** Rulebooks, forms and their impact, for the tests of impact. */
import { expect } from 'vitest';
import {
  type Assessed,
  assessor,
  formOfValue,
  type ImpactResult,
  prepareStudy,
  render,
  reportImpact,
  type Study,
  type Submission,
} from '../../engine/index.ts';

export async function studyOf(before: string, after: string): Promise<Study> {
  const { study, diagnostics } = await prepareStudy(
    { content: before, file: 'before.yaml' },
    { content: after, file: 'after.yaml' },
  );
  expect(
    diagnostics.map((one) => render(one, 'zh', one.place?.file === 'after.yaml' ? after : before)),
  ).toEqual([]);
  return study!;
}

export async function impactOf(
  study: Study,
  submissions: readonly Submission[],
): Promise<{ assessed: Assessed[]; result: ImpactResult }> {
  const assess = assessor(study);
  const assessed: Assessed[] = [];
  for (const submission of submissions) assessed.push(await assess(formOfValue(submission), 'forms'));
  return { assessed, result: reportImpact(study, assessed) };
}
