/** What a change of rules does to forms, and which edit does it, against sums made by hand. */
import { describe, expect, test } from 'vitest';
import { textOfUnits } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { root } from '../support/repository.ts';
import { withHead } from '../support/scenes.ts';
import { impactOf, studyOf } from './study.ts';

interface Scene {
  scene: string;
  edits: { from: string; to: string }[];
  changes: Record<string, [string, string]>;
  parts: Record<string, Record<string, string>>;
  grades?: Record<string, [string, string]>;
  gradeChanges?: string;
  lacking?: string[];
  needs?: Record<string, string>;
}

const data = readData<{ base: string; forms: object[]; scenes: Scene[] }>(`${root}test/impact/scenes.yaml`);
const before = withHead(data.base);

const edited = (edits: Scene['edits']): string => {
  let text = withHead(data.base).replace('edition: "2000"', 'edition: "2001"');
  for (const { from, to } of edits) {
    expect(text.split(from).length, `「${from}」 must stand in the base once`).toBe(2);
    text = text.replace(from, to);
  }
  return text;
};

describe('by hand', () => {
  test.each(data.scenes.map((scene) => [scene.scene, scene] as const))('%s', async (_, scene) => {
    const study = await studyOf(before, edited(scene.edits));
    const forms = data.forms
      .map((form) => ({ rulebook: 'example', edition: '2000', subject: 'project', ...form }))
      .filter(({ name }: { name?: string } & object) => scene.lacking || name! in scene.changes);
    const { assessed, result } = await impactOf(study, forms as never);
    const compared = Object.fromEntries(
      result.forms.map((one) => [one.label.name, [textOfUnits(one.before), textOfUnits(one.after)]]),
    );
    expect(compared).toEqual(scene.changes);
    const parts = Object.fromEntries(
      study.edits.map(({ code }, index) => [
        code,
        Object.fromEntries(result.forms.map((one) => [one.label.name, textOfUnits(one.parts[index]!)])),
      ]),
    );
    expect(parts).toEqual(scene.lacking ? expect.anything() : scene.parts);
    if (scene.grades)
      expect(
        Object.fromEntries(result.forms.map((one) => [one.label.name, [one.gradeBefore, one.gradeAfter]])),
      ).toEqual(scene.grades);
    const byTable = result.impact.edits.find(({ code }) => code === 'grades');
    expect(String(byTable?.gradeChanges ?? 0)).toBe(scene.gradeChanges ?? '0');
    expect(assessed.flatMap((one) => (one.is === 'lacking' ? [one.label.name] : []))).toEqual(
      scene.lacking ?? [],
    );
    expect(
      Object.fromEntries(
        result.impact.needs.map(({ kind, id, forms: count }) => [`${kind}:${id}`, String(count)]),
      ),
    ).toEqual(scene.needs ?? {});
  });
});
