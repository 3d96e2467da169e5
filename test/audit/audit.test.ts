/**
 * Forms of regions that are not in the repository: a clean form per rulebook, and the same form with one defect planted
 * in each audit. The list of findings of an audit is the whole list, so what is said too much fails as well; only notes (info) may be left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audit, auditDossier, type Evaluation, type Finding, readForm } from '../../engine/index.ts';
import { readData } from '../support/data.ts';
import { nodesOf, planOf } from '../support/engine.ts';

interface Expected {
  code: string;
  severity: Finding['severity'];
  /** The indicator or input it is at, else the cell. */
  at?: string;
  /** Figures and words its Chinese message must hold. */
  says?: string[];
}

interface Audit {
  name: string;
  /** What is changed on the form, by path: `declared.<row>.actual`, `inputs.<input>`, `claimed.total`; empty removes. */
  change?: Record<string, unknown>;
  /** As on the clean form where left out. Exact text. */
  total?: string;
  outOf?: string;
  /** `withheld` where no grade is given. */
  grade?: string;
  points?: Record<string, string>;
  findings?: Expected[];
  /** Codes of the diagnostics of a form that cannot be used. */
  refused?: string[];
}

interface File {
  /** Codes of what the rulebook is warned of. */
  warnings?: string[];
  form: Record<string, unknown>;
  audits: Audit[];
}

const folder = new URL('./', import.meta.url).pathname;
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** The object or row of that name. */
function inside(value: object, key: string): Record<string, unknown> {
  if (Array.isArray(value)) return value.find((one) => one.id === key);
  const values = value as Record<string, unknown>;
  values[key] ??= {};
  return values[key] as Record<string, unknown>;
}

function changed(form: object, changes: Record<string, unknown>): object {
  const copy = structuredClone(form);
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const owner = keys.reduce<object>(inside, copy);
    const isRemoved = value === null;
    if (Array.isArray(owner)) {
      const at = owner.findIndex((one) => one.id === last);
      owner.splice(at < 0 ? owner.length : at, at < 0 ? 0 : 1, ...(isRemoved ? [] : [value]));
    } else if (isRemoved) delete (owner as Record<string, unknown>)[last];
    else (owner as Record<string, unknown>)[last] = value;
  }
  return copy;
}

const placeIn = ({ place }: Finding): string | undefined => place?.indicator ?? place?.input ?? place?.cell;

const shown = ({ severity, code, at }: Expected): string => `${severity} ${code}${at ? ` @${at}` : ''}`;

function compare(evaluation: Evaluation, expected: Audit): void {
  const listed = (expected.findings ?? []).map(shown);
  const told = evaluation.findings
    .map((one) => ({ ...one, at: placeIn(one) }))
    .filter((one) => one.severity !== 'info' || listed.includes(shown(one)));
  const messages = told.map((one) => `${shown(one)} ${one.message.zh}`).join('\n');
  expect(told.map(shown).sort(), messages).toEqual(listed.sort());
  for (const one of expected.findings ?? [])
    for (const said of one.says ?? []) {
      const same = told.filter((other) => shown(other) === shown(one)).map(({ message }) => message.zh);
      expect(
        same.some((message) => message.includes(said)),
        `${said} in ${same.join('\n')}`,
      ).toBe(true);
    }
  for (const { message, help } of evaluation.findings)
    for (const text of [message.zh, message.en, help?.zh ?? '', help?.en ?? ''])
      expect(text).not.toMatch(/undefined|\[object|\{\w+\}/);
  const lines = nodesOf(evaluation.ledger);
  const points = Object.fromEntries(
    Object.keys(expected.points ?? {}).map((id) => [id, lines.find((line) => line.id === id)?.points]),
  );
  expect({
    total: evaluation.total,
    outOf: evaluation.outOf,
    grade: evaluation.gradeWithheld ? 'withheld' : evaluation.grade,
    points,
  }).toEqual({
    total: expected.total,
    outOf: expected.outOf,
    grade: expected.grade,
    points: expected.points ?? {},
  });
}

describe.each(files)('%s', (file) => {
  const { warnings, form, audits } = readData<File>(`${folder}${file}`);
  const clean = audits[0]!;
  const plan = planOf(readFileSync(`${folder}rulebooks/${file}`, 'utf8'), warnings);

  test.each(audits.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const text = JSON.stringify(changed(form, one.change ?? {}));
    const read = readForm(text, 'form.json');
    if (!read.value) {
      expect(read.diagnostics.map(({ code }) => code)).toEqual(one.refused);
      return;
    }
    const { evaluation, diagnostics } = await audit(await plan, read.value);
    expect(diagnostics.map(({ code }) => code)).toEqual(one.refused ?? []);
    if (!evaluation) return;
    compare(evaluation, { total: clean.total, outOf: clean.outOf, grade: clean.grade, ...one });
  });
});

test('a dossier with one form of another rulebook and one with a defect: the others are audited as they are alone', async () => {
  const { form } = readData<File>(`${folder}qinghe.yaml`);
  const plan = await planOf(readFileSync(`${folder}rulebooks/qinghe.yaml`, 'utf8'));
  const forms = [
    { id: 'clean' },
    { id: 'unusable', edition: '1999' },
    { id: 'off-by-one', 'claimed.total': '97.27' },
  ].map((changes) => readForm(JSON.stringify(changed(form, changes)), 'form.json').value!);
  const result = await auditDossier(plan, { dossier: '三个项目' }, forms);
  expect(result.diagnostics.map(({ code }) => code)).toEqual(['wrong-rulebook']);
  expect(result.audit.evaluations.map((one) => one.form.id)).toEqual(['clean', 'off-by-one']);
  expect(
    result.audit.evaluations.map(({ findings }) =>
      findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code])),
    ),
  ).toEqual([[], ['total-mismatch']]);
});
