/** What a rulebook can say beyond one line: small rulebooks, forms, and exactly what comes of them. One file per topic. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audit, auditDossier, type Evaluation, evaluate, type LedgerNode } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { formFrom, lineOf, planOf } from '../support/engine.ts';
import { withHead } from '../support/scenes.ts';

interface Expected {
  total?: string;
  outOf?: string;
  /** `none` where no grade is given. */
  grade?: string;
  /** What the reason for giving no grade says. */
  withheld?: string;
  /** `complete` where left out. */
  status?: string;
  points?: Record<string, string>;
  weights?: Record<string, string>;
  lost?: Record<string, string>;
  /** Every loss in order: `name lost`, with `?` behind what is not scored yet. */
  losses?: string[];
  /** What the total can still come to: `least–most`; `none` where that is not decided. */
  range?: string;
  /** Status of lines. */
  lines?: Record<string, string>;
  /** Every step of a line, in figures. */
  steps?: Record<string, string[]>;
  /** All findings but those said: `code`, or `code｜the whole message`. None where left out. */
  findings?: string[];
}

interface Scene {
  scene: string;
  /** YAML of a rulebook; what is left out of its head is filled in. */
  rulebook: string;
  /** Codes of warnings on loading. */
  warnings?: string[];
  forms?: ({ name: string; audit?: boolean; expect: Expected } & Record<string, unknown>)[];
  dossiers?: { name: string; report?: string; forms: object[]; findings: string[] }[];
}

const formOf = (given: Record<string, unknown>) =>
  formFrom({ rulebook: 'example', edition: '2000', subject: 'project', ...given });

const folder = new URL('./', import.meta.url).pathname;
const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

/** The figures of the lines that the expectation names. */
const of = (
  evaluation: Evaluation,
  names: Record<string, unknown> | undefined,
  figure: 'points' | 'weight' | 'lost' | 'status',
) => names && Object.fromEntries(Object.keys(names).map((id) => [id, lineOf(evaluation, id)[figure]]));

/** A step in figures. How it is told to people is the matter of the explanation's own tests. */
function told(step: LedgerNode['steps'][number]): string {
  switch (step.step) {
    case 'read':
      return `${step.name} ${step.value}`;
    case 'compare':
      return `${step.fact} ${step.operator} ${step.threshold}`;
    case 'choose':
      return step.label.zh;
    case 'compute':
      return `${step.substituted} = ${step.value}`;
    case 'sum':
      return `${step.combine}: ${step.terms.join(' + ')} = ${step.value}`;
    case 'rescale':
      return `rescale: ${step.formula} → ${step.to}`;
    case 'veto':
      return `${step.limit}: ${step.from} → ${step.to}`;
    case 'round':
      return `${step.mode}: ${step.from} → ${step.to}`;
    case 'clamp':
      return `${step.bound}: ${step.from} → ${step.to}`;
  }
}

function findingsAre(evaluation: Pick<Evaluation, 'findings'>, expected: readonly string[] = []): void {
  const told = evaluation.findings.map(({ code, message }) => `${code}｜${message.zh}`).sort();
  const wanted = [...expected].sort();
  const shown = told.map((one, index) => (wanted[index]?.includes('｜') ? one : one.split('｜')[0]));
  expect(shown).toEqual(wanted);
}

describe.each(files)('%s', (file) => {
  const { scenes } = readData<{ scenes: Scene[] }>(folder + file);

  describe.each(scenes.map((scene) => [scene.scene, scene] as const))('%s', (_name, scene) => {
    const { forms = [], dossiers = [] } = scene;
    const plan = planOf(withHead(scene.rulebook), scene.warnings);

    test('is a rulebook', async () => expect(await plan).toBeDefined());

    test.each(forms.map((form) => [form.name, form] as const))('%s', async (_form, form) => {
      const { audit: audited, expect: expected, ...given } = form;
      const { evaluation, diagnostics } = await (audited ? audit : evaluate)(await plan, formOf(given));
      expect(diagnostics).toEqual([]);
      const { total, outOf, grade, gradeWithheld, status, ledger, losses = [], range } = evaluation!;
      expect({
        ...(expected.total === undefined ? {} : { total }),
        ...(expected.outOf === undefined ? {} : { outOf }),
        ...(expected.grade === undefined ? {} : { grade: grade ?? 'none' }),
        status,
        points: of(evaluation!, expected.points, 'points'),
        weights: of(evaluation!, expected.weights, 'weight'),
        lost: of(evaluation!, expected.lost, 'lost'),
        losses:
          expected.losses &&
          losses.map(({ name, lost, unscored }) => `${name} ${lost}${unscored ? '?' : ''}`),
        range: expected.range && (range ? `${range.least}–${range.most}` : 'none'),
        lines: of(evaluation!, expected.lines, 'status'),
        steps:
          expected.steps &&
          Object.fromEntries(
            Object.keys(expected.steps).map((id) => [
              id,
              (id === 'total' ? ledger : lineOf(evaluation!, id)).steps.map(told),
            ]),
          ),
      }).toEqual({
        ...(expected.total === undefined ? {} : { total: expected.total }),
        ...(expected.outOf === undefined ? {} : { outOf: expected.outOf }),
        ...(expected.grade === undefined ? {} : { grade: expected.grade }),
        status: expected.status ?? 'complete',
        points: expected.points,
        weights: expected.weights,
        lost: expected.lost,
        losses: expected.losses,
        range: expected.range,
        lines: expected.lines,
        steps: expected.steps,
      });
      expect(gradeWithheld?.zh).toBe(expected.withheld);
      findingsAre(evaluation!, expected.findings);
    });

    test.each(dossiers.map((dossier) => [dossier.name, dossier] as const))(
      '%s',
      async (_dossier, dossier) => {
        const said = {
          dossier: dossier.name,
          ...(dossier.report ? { report: { text: dossier.report } } : {}),
        };
        const all = dossier.forms.map((form) => formOf({ name: '一张表', ...form }));
        const result = await auditDossier(await plan, said, all);
        expect(result.diagnostics).toEqual([]);
        findingsAre(result.audit, dossier.findings);
      },
    );
  });
});
