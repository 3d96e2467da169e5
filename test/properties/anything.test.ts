/** Whatever a person gives it, the engine answers: a value or the reasons why there is none. It never throws. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  audit,
  auditDossier,
  calculation,
  type Diagnostic,
  explain,
  type Form,
  formOfValue,
  hasErrors,
  kindOfDocument,
  loadRulebook,
  readCase,
  readDossier,
  readForm,
  render,
  type ScoringPlan,
  type Submission,
  scorer,
} from '../../engine/index.ts';
import { readDocument } from '../../engine/source/index.ts';
import { submissions } from '../support/arbitraries.ts';
import { nodesOf } from '../support/engine.ts';
import { editions, formsOf, loadPlan } from '../support/repository.ts';
import { runs } from '../support/runs.ts';

/** Words that only a slip of the program would say; no test here types them. */
const slip = /undefined|\[object|NaN|Infinity/;

/** A value where nothing is an error, and else reasons; every reason can be told. */
function answers<Value>(
  { value, diagnostics }: { value?: Value; diagnostics: Diagnostic[] },
  text = '',
): Value | undefined {
  if (hasErrors(diagnostics)) expect(value).toBeUndefined();
  else expect(value).toBeDefined();
  for (const one of diagnostics) {
    const told = render(one, 'zh', text) + render(one, 'en', text);
    expect(told).not.toMatch(slip);
    expect(one.code).not.toBe('unreadable');
  }
  return value;
}

const figure = /^-?\d+(\.\d+)?$/;

/** Audits a form and looks at what comes out. */
async function scores(plan: ScoringPlan, form: Form): Promise<boolean> {
  const { evaluation, diagnostics } = await audit(plan, form);
  if (!answers({ value: evaluation, diagnostics })) return false;
  for (const { points, weight, lost } of nodesOf(evaluation!.ledger))
    for (const text of [points, weight, lost]) expect(text).toMatch(figure);
  for (const node of nodesOf(evaluation!.ledger)) calculation(node.steps, 'zh');
  expect(explain(evaluation!, 'zh') + explain(evaluation!, 'en')).not.toMatch(slip);
  expect(JSON.stringify(evaluation!.findings)).not.toMatch(slip);
  return true;
}

const odd = fc.constantFrom<unknown>(
  ...[
    '',
    ' ',
    '0',
    '-0',
    '-1',
    '1e999',
    'nan',
    '.inf',
    '１２',
    '1,000',
    '9'.repeat(41),
    '0.'.padEnd(60, '1'),
    '100%',
    '%',
  ],
  ...[
    '≥',
    '≥80%',
    '≤0',
    '1/0',
    '2000-02-30',
    '0000-00-00',
    '__proto__',
    'constructor',
    'toString',
    '\u0000',
    '\uD800',
    '😀'.repeat(300),
  ],
  ...[
    '是',
    '否',
    '完成',
    '万元',
    '一百二',
    '十百千万亿',
    '}{',
    '{{',
    '%s',
    '=1+1',
    '<script>',
    '=> <=',
    '展板27版、电子化1套',
  ],
  ...[null, true, false, [], {}, [[[[]]]], { all: [] }, { not: {} }],
);
const text = fc.oneof(
  { weight: 4, arbitrary: odd.filter((one) => typeof one === 'string') as fc.Arbitrary<string> },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** Any value JSON can say, and some that it can hardly say. */
const anyValue = fc.oneof(
  odd,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(1e308, -1, 0.1, 2 ** 60, '-1e999', '0x10'),
);

type Path = (string | number)[];

/** Every place in a value. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) =>
      placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

/** One thing done wrong somewhere in a document. */
type Mistake = (document: Record<string, unknown>) => void;

function at(
  document: unknown,
  path: Path,
): { holder: Record<string | number, unknown>; key: string | number } | undefined {
  const key = path.at(-1);
  let holder = document as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) {
    holder = holder?.[step] as Record<string | number, unknown>;
    if (typeof holder !== 'object' || holder === null) return undefined;
  }
  return key === undefined ? undefined : { holder, key };
}

const names = [
  'weight',
  'points',
  'method',
  'bands',
  'all',
  'not',
  'fact',
  'value',
  'declared',
  'id',
  'as',
  'outOf',
  'line',
  'constructor',
  'prototype',
];

type Holder = Record<string | number, unknown>;
type Edit = (holder: Holder, key: string | number) => void;

const put = (holder: Holder, key: string | number, value: unknown): void => {
  holder[key] = value;
};
const remove: Edit = (holder, key) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};
const repeat: Edit = (holder, key) => {
  if (Array.isArray(holder)) holder.push(holder[Number(key)]);
  else put(holder, `${key}x`, holder[key]);
};
const negate: Edit = (holder, key) =>
  put(holder, key, typeof holder[key] === 'string' ? `-${holder[key]}` : [holder[key]]);
const replace =
  (value: unknown): Edit =>
  (holder, key) =>
    put(holder, key, value);
const rename =
  (name: string): Edit =>
  (holder, key) =>
    put(holder, name, holder[key]);
const nest =
  (depth: number): Edit =>
  (holder, key) => {
    for (let level = 0; level < depth; level++)
      put(holder, key, level % 2 ? [holder[key]] : { not: holder[key] });
  };

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(remove, repeat, negate),
  anyValue.map(replace),
  text.map(replace),
  fc.constantFrom(...names).map(rename),
  fc.integer({ min: 2, max: 80 }).map(nest),
);

/** One thing done wrong at some place, or one part put in the place of another. */
function mistakes(document: unknown): fc.Arbitrary<Mistake> {
  const path = fc.constantFrom(...placesIn(document).filter((one) => one.length > 0));
  const edited = fc.tuple(path, edits).map(
    ([where, edit]): Mistake =>
      (root) => {
        const found = at(root, where);
        if (found) edit(found.holder, found.key);
      },
  );
  const moved = fc.tuple(path, path).map(
    ([from, to]): Mistake =>
      (root) => {
        const source = at(root, from);
        const target = at(root, to);
        if (source && target && Object.hasOwn(source.holder, source.key))
          put(target.holder, target.key, structuredClone(source.holder[source.key]));
      },
  );
  return fc.oneof({ weight: 5, arbitrary: edited }, { weight: 1, arbitrary: moved });
}

const mistaken = (document: unknown): fc.Arbitrary<string> =>
  fc.array(mistakes(document), { minLength: 1, maxLength: 3 }).map((all) => {
    const copy = structuredClone(document) as Record<string, unknown>;
    for (const make of all) make(copy);
    return JSON.stringify(copy) ?? '';
  });

const documentOf = (source: string): unknown => readDocument(source, { file: 'a.yaml' }).document!.value;

describe.each(editions.map((edition) => [edition.name, edition] as const))('%s', (_name, edition) => {
  const loaded = loadPlan(edition);
  const forms = formsOf(edition);

  test('any text in any cell', async () => {
    const plan = await loaded;
    const score = scorer(plan);
    let scored = 0;
    const cells = fc.tuple(submissions(plan), fc.array(fc.tuple(fc.nat(40), text), { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(cells, async ([submission, changes]) => {
        const inputs = Object.keys(submission.inputs ?? {});
        for (const [where, value] of changes) {
          const row = submission.declared?.[where % 8];
          if (row && where % 2) Object.assign(row, where % 3 ? { actual: value } : { target: value });
          else if (inputs.length > 0) submission.inputs![inputs[where % inputs.length]!] = value;
          if (where % 7 === 0) submission.claimed = { total: value };
        }
        if (await scores(plan, formOfValue(submission))) scored++;
        await score(submission);
      }),
      { numRuns: runs(60) },
    );
    expect(scored).toBeGreaterThan(0);
  });

  test('any mistakes in the rulebook', async () => {
    const form = forms[0] ?? formOfValue({} as Submission);
    let loadable = 0;
    await fc.assert(
      fc.asyncProperty(mistaken(documentOf(edition.text)), async (source) => {
        const plan = answers(await loadRulebook(source, 'a.json'), source);
        if (!plan) return;
        loadable++;
        await scores(plan, form);
      }),
      // The rulebook without a mistake is tried first, so that something is always scored.
      { numRuns: runs(60), examples: [[edition.text]] },
    );
    expect(loadable).toBeGreaterThan(0);
  });

  test('a rulebook cut off anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(edition.text.length), fc.boolean(), async (length, bytes) => {
        const source = edition.text.slice(0, length);
        const input = bytes ? new TextEncoder().encode(edition.text).subarray(0, length) : source;
        answers(await loadRulebook(input, 'a.yaml'), source);
        kindOfDocument(input, 'a.yaml');
      }),
      { numRuns: runs(40) },
    );
  });

  test('any mistakes in the forms of its cases', async () => {
    const plan = await loaded;
    for (const { submission } of forms.slice(0, 3))
      await fc.assert(
        fc.asyncProperty(mistaken(submission), async (source) => {
          const form = answers(readForm(source, 'a.json'), source);
          if (form) await scores(plan, form);
        }),
        { numRuns: runs(40) },
      );
  });

  test('any mistakes in its cases and dossiers, read as whatever they are not', async () => {
    const plan = await loaded;
    for (const [file, source] of edition.cases) {
      const documents = fc.oneof(
        mistaken(documentOf(source)),
        fc.nat(source.length).map((length) => source.slice(0, length)),
      );
      await fc.assert(
        fc.asyncProperty(documents, async (broken) => {
          answers(readCase(broken, file), broken);
          answers(readForm(broken, file), broken);
          const dossier = answers(readDossier(broken, file), broken);
          const inside = dossier?.forms.filter((form): form is Form => typeof form !== 'string') ?? [];
          if (dossier) JSON.stringify(await auditDossier(plan, dossier.dossier, inside));
          kindOfDocument(broken, file);
        }),
        { numRuns: runs(10) },
      );
    }
  });
});

test('keys that mean something to JavaScript stay keys', async () => {
  const plan = await loadPlan(editions[0]!);
  const hostile = JSON.parse(
    '{"rulebook":"x","edition":"1","subject":"project","name":"a","inputs":{"__proto__":"1","constructor":"2"},"judgements":{"constructor":{"share":"1"}},"reasons":{"__proto__":"r"},"claimed":{"points":{"constructor":1,"__proto__":2}},"notApplicable":["constructor","__proto__"]}',
  ) as Submission;
  const { evaluation, diagnostics } = await audit(plan, formOfValue(hostile));
  expect(evaluation).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toContain('unknown-reference');
  expect(({} as Record<string, unknown>).share).toBeUndefined();
});

describe.each(Object.getOwnPropertyNames(Object.prototype))('a row or a line called %s', (name) => {
  test('is scored and told as any other', async () => {
    const edition = editions.find((one) => one.name === 'xiangyang/2021')!;
    const plan = await loadPlan(edition);
    const { submission } = formsOf(edition).find((one) => (one.submission.declared ?? []).length > 1)!;
    const audited = async (id: string) => {
      const declared = submission.declared!.map((row, index) => (index === 0 ? { ...row, id } : row));
      const { evaluation } = await audit(plan, formOfValue({ ...submission, declared }));
      return JSON.stringify(evaluation).replaceAll(`"${id}"`, '"the row"');
    };
    expect(await audited(name)).toBe(await audited('row-of-any-name'));
  });

  test('has no judgement and no reason that nobody gave', async () => {
    const { value: plan } = await loadRulebook(judgedLine(name), 'a.yaml');
    // What the language does not take for an id needs no second look.
    if (!plan) return;
    const form = { rulebook: 'a', edition: '2000', subject: 'project', name: '表', inputs: {} } as const;
    const { evaluation } = await audit(plan, formOfValue(form));
    expect(evaluation!.status).toBe('incomplete');
    expect(evaluation!.ledger.children![0]).toMatchObject({ id: name, status: 'missing', points: '0' });
  });
});

/** A rulebook of one line that a person judges. */
const judgedLine = (id: string): string =>
  JSON.stringify({
    ...{ rulebook: 'a', edition: '2000', title: '甲', status: 'draft', subjects: ['project'], total: 1 },
    rounding: { decimals: 2, mode: 'half-up', at: 'indicator' },
    sources: { s: { title: '表' } },
    indicators: [{ id, name: '甲', weight: 1, method: { judgement: {} } }],
  });

describe('a rulebook that nests without end', () => {
  const nested = (depth: number): string => {
    let condition = '{ "fact": "a", "operator": "equal", "value": 1 }';
    for (let level = 0; level < depth; level++) condition = `{ "not": ${condition} }`;
    let tree =
      '{ "id": "leaf", "name": "叶", "weight": 1, "metric": "a", "method": { "proportional": { "target": 1 } } }';
    for (let level = 0; level < depth; level++)
      tree = `{ "id": "g${level}", "name": "组", "weight": 1, "indicators": [${tree}] }`;
    return `{ "rulebook": "a", "edition": "2000", "title": "深", "status": "draft", "subjects": ["project"], "total": 1,
      "rounding": { "decimals": 2, "mode": "half-up", "at": "indicator" }, "sources": { "s": { "title": "表" } },
      "inputs": { "a": { "name": "甲", "type": "number" } }, "indicators": [${tree}],
      "checks": [{ "id": "c", "when": ${condition}, "finding": { "code": "c", "severity": "info", "message": "m" } }] }`;
  };

  test.each([1, 10, 25, 100, 1000, 10_000])('%i levels', async (depth) => {
    const source = nested(depth);
    const plan = answers(await loadRulebook(source, 'deep.json'), source);
    expect(plan !== undefined).toBe(depth <= 25);
  });
});
