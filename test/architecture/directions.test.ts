/**
 * Dependencies run one way: schemas → engine → server, and inside the engine from text to explanation. A room that is new
 * here must be entered in the table, after those it rests on.
 */
import { describe, expect, test } from 'vitest';
import { filesUnder, roomOf, type SourceFile } from './sources.ts';

const engine = filesUnder('engine');
const server = filesUnder('server');

/** The rooms of the engine, in order; each may import from those named, all of which stand before it. */
const rooms: { [room: string]: readonly string[] } = {
  'engine/version.ts': [],
  'engine/own.ts': [],
  'engine/whole.ts': [],
  'engine/wide.ts': ['engine/whole.ts'],
  'engine/decimal.ts': ['engine/whole.ts', 'engine/wide.ts'],
  'engine/diagnostics': [],
  'engine/source': ['engine/diagnostics'],
  'engine/validate': ['engine/diagnostics', 'engine/source'],
  'engine/read': ['engine/decimal.ts'],
  'engine/expression': ['engine/decimal.ts'],
  'engine/conditions': ['engine/decimal.ts', 'engine/expression'],
  'engine/linear': ['engine/decimal.ts', 'engine/expression'],
  'engine/methods': ['engine/decimal.ts', 'engine/diagnostics', 'engine/expression', 'engine/conditions'],
  'engine/compile': [
    ...['engine/decimal.ts', 'engine/diagnostics', 'engine/source', 'engine/expression', 'engine/conditions'],
    'engine/methods',
    'engine/linear',
    'engine/read',
  ],
  'engine/findings': ['engine/diagnostics'],
  'engine/evaluate': [
    ...[
      'engine/own.ts',
      'engine/version.ts',
      'engine/decimal.ts',
      'engine/diagnostics',
      'engine/source',
      'engine/read',
    ],
    ...['engine/expression', 'engine/conditions', 'engine/methods', 'engine/compile', 'engine/findings'],
  ],
  'engine/audit': [
    ...[
      'engine/own.ts',
      'engine/decimal.ts',
      'engine/diagnostics',
      'engine/read',
      'engine/expression',
      'engine/conditions',
    ],
    ...['engine/compile', 'engine/findings', 'engine/evaluate'],
  ],
  'engine/rollup': [
    ...[
      'engine/own.ts',
      'engine/decimal.ts',
      'engine/diagnostics',
      'engine/read',
      'engine/expression',
      'engine/compile',
    ],
    'engine/evaluate',
  ],
  'engine/lines': [
    ...['engine/decimal.ts', 'engine/expression', 'engine/linear', 'engine/conditions', 'engine/compile'],
  ],
  'engine/possible': [
    ...['engine/decimal.ts', 'engine/expression', 'engine/linear', 'engine/conditions', 'engine/compile'],
    'engine/lines',
  ],
  'engine/layout': [
    ...[
      'engine/own.ts',
      'engine/decimal.ts',
      'engine/expression',
      'engine/conditions',
      'engine/compile',
      'engine/lines',
    ],
    'engine/possible',
  ],
  'engine/typed': [
    'engine/findings',
    ...['engine/diagnostics', 'engine/validate', 'engine/compile', 'engine/evaluate', 'engine/layout'],
  ],
  'engine/forms': [
    ...['engine/decimal.ts', 'engine/expression', 'engine/linear', 'engine/compile', 'engine/evaluate'],
    'engine/lines',
  ],
  'engine/verify': [
    ...[
      'engine/decimal.ts',
      'engine/diagnostics',
      'engine/source',
      'engine/validate',
      'engine/read',
      'engine/expression',
      'engine/conditions',
    ],
    ...[
      'engine/methods',
      'engine/compile',
      'engine/evaluate',
      'engine/linear',
      'engine/lines',
      'engine/possible',
      'engine/forms',
    ],
  ],
  'engine/edits': [
    'engine/decimal.ts',
    'engine/expression',
    'engine/conditions',
    'engine/methods',
    'engine/compile',
  ],
  'engine/carry': ['engine/compile', 'engine/edits'],
  'engine/compare': [
    'engine/own.ts',
    ...[
      'engine/edits',
      'engine/version.ts',
      'engine/decimal.ts',
      'engine/diagnostics',
      'engine/source',
      'engine/read',
      'engine/expression',
    ],
    ...[
      'engine/conditions',
      'engine/methods',
      'engine/compile',
      'engine/evaluate',
      'engine/linear',
      'engine/lines',
      'engine/possible',
      'engine/forms',
    ],
  ],
  'engine/cover': [
    ...['engine/decimal.ts', 'engine/diagnostics', 'engine/source', 'engine/read', 'engine/expression'],
    ...[
      'engine/conditions',
      'engine/methods',
      'engine/compile',
      'engine/evaluate',
      'engine/audit',
      'engine/linear',
      'engine/lines',
      'engine/possible',
      'engine/forms',
    ],
  ],
  'engine/explain': ['engine/decimal.ts', 'engine/expression'],
  'engine/guide': [
    ...['engine/decimal.ts', 'engine/expression', 'engine/compile', 'engine/evaluate', 'engine/lines'],
    ...['engine/possible', 'engine/layout', 'engine/compare', 'engine/explain'],
  ],
  'engine/load.ts': [
    'engine/diagnostics',
    'engine/source',
    'engine/validate',
    'engine/compile',
    'engine/evaluate',
    'engine/typed',
  ],
  'engine/impact': [
    'engine/own.ts',
    ...['engine/version.ts', 'engine/decimal.ts', 'engine/diagnostics', 'engine/source', 'engine/expression'],
    ...[
      'engine/conditions',
      'engine/compile',
      'engine/evaluate',
      'engine/edits',
      'engine/compare',
      'engine/load.ts',
    ],
  ],
};

const schemas = ['schemas/generated'];
/** The one door: it may look into every room, and holds nothing of its own. */
const door = 'engine/index.ts';

const isOurs = (target: string): boolean => /^(engine|server|schemas|test)\//.test(target);

/** Imports of a file that leave its room for one that is not allowed, each told with what to do instead. */
const strays = (file: SourceFile, allowed: readonly string[], instead: string): string[] =>
  file.imports
    .filter(isOurs)
    .filter((target) => roomOf(target) !== roomOf(file.path) && !allowed.includes(roomOf(target)))
    .map((target) => `${file.path} imports ${target}: ${instead}`);

describe('inside the engine', () => {
  test('every room is in the table', () => {
    const found = [...new Set(engine.map(({ path }) => roomOf(path)))].filter((room) => room !== door);
    expect(found.filter((room) => !(room in rooms))).toEqual([]);
  });

  test('the table itself runs one way', () => {
    const order = Object.keys(rooms);
    for (const [room, allowed] of Object.entries(rooms))
      for (const other of allowed)
        expect(
          order.indexOf(other),
          `${room} may rest only on what stands before it, not on ${other}`,
        ).toBeLessThan(order.indexOf(room));
  });

  test.each(Object.entries(rooms))('%s', (room, allowed) => {
    const instead = `${room} may use ${[...allowed, ...schemas].join(', ')}. Move what both need to an earlier room, or hand it in as a parameter.`;
    const files = engine.filter(({ path }) => roomOf(path) === room);
    expect(files.flatMap((file) => strays(file, [...allowed, ...schemas], instead))).toEqual([]);
  });

  test('a room is entered by its index', () => {
    const entered = engine.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('engine/') && roomOf(target) !== roomOf(path) && path !== door)
        .filter((target) => target.split('/').length > 2 && !target.endsWith('/index.ts'))
        .map((target) => `${path} imports ${target}: import ${roomOf(target)}/index.ts`),
    );
    expect(entered.filter((one) => !exceptions.some((known) => known.test(one)))).toEqual([]);
  });
});

/** Imports that reach past an index, and why they may. */
const exceptions: readonly RegExp[] = [
  // validate is one file.
  /imports engine\/validate\/schema\.ts/,
  // The type of a part of the catalogue, for the table of syntax errors.
  /^engine\/source\/syntax\.ts imports engine\/diagnostics\/catalogue\/source\.ts/,
  // What looks at rulebooks themselves looks inside the rooms that compile and score them.
];

/** The rooms of the server, in order; each may import only what stands before it, and itself. */
const serverOrder = [
  'server/settings.ts',
  'server/thread.ts',
  'server/loopback.ts',
  'server/refusal.ts',
  'server/library.ts',
  'server/cases',
  'server/documents',
  'server/impact',
  'server/store',
  'server/people',
  'server/rulebooks',
  'server/submissions',
  'server/tasks',
  'server/statistics',
  'server/sample',
  'server/jobs',
  'server/http',
  'server/client',
  'server/web',
  'server/platform.ts',
  'server/serve.ts',
  'server/cli',
  'server/tools',
];

/** Pairs that know each other, and why. */
const serverNeighbours: readonly [string, string, string][] = [
  ['server/library.ts', 'server/cases', 'the library on disk reads its cases'],
];

describe('inside the server', () => {
  test('every room is in the list', () => {
    const found = [...new Set(server.map(({ path }) => roomOf(path)))];
    expect(found.filter((room) => !serverOrder.includes(room))).toEqual([]);
  });

  test('dependencies run one way', () => {
    const isNeighbour = (from: string, to: string) =>
      serverNeighbours.some(([one, other]) => one === from && other === to);
    const strayed = server.flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.startsWith('server/'))
        .filter((target) => serverOrder.indexOf(roomOf(target)) > serverOrder.indexOf(roomOf(path)))
        .filter((target) => !isNeighbour(roomOf(path), roomOf(target)))
        .map((target) => `${path} imports ${target}`),
    );
    expect(strayed).toEqual([]);
  });
});

describe('around the engine', () => {
  test('the server knows the engine by its door only, and the schemas by what is generated', () => {
    const instead =
      'import engine/index.ts, or schemas/generated; what is missing there belongs in the door.';
    const stray = server.flatMap(({ path, imports }) =>
      imports
        .filter((target) => isOurs(target) && !target.startsWith('server/'))
        .filter((target) => target !== door && !target.startsWith('schemas/generated/'))
        .map((target) => `${path} imports ${target}: ${instead}`),
    );
    expect(stray).toEqual([]);
  });

  test('the door holds no code of its own', () => {
    const { code } = engine.find(({ path }) => path === door)!;
    expect(code.replace(/export (type )?\{[^}]*\} from '';|export (type )?\* from '';/g, '').trim()).toBe('');
  });

  test('schemas rest on nothing of ours', () => {
    for (const { path, imports } of filesUnder('schemas'))
      for (const target of imports.filter(isOurs)) expect(target, path).toMatch(/^schemas\//);
  });

  test('nothing but tests imports tests', () => {
    for (const { path, imports } of [...engine, ...server])
      expect(
        imports.filter((one) => one.startsWith('test/')),
        path,
      ).toEqual([]);
  });
});

describe('rooms say no without knowing who hears it', () => {
  const rooms = server.filter(
    ({ path }) => !/^server\/(http|client|cli|web|tools|platform\.ts|serve\.ts)/.test(path),
  );

  test('no room knows HTTP', () => {
    const stray = rooms.flatMap(({ path, imports }) =>
      imports
        .filter((target) => /^(hono|@hono\/|server\/http\/)/.test(target))
        .map((target) => `${path} imports ${target}: throw Refused of server/refusal.ts`),
    );
    expect(rooms.length).toBeGreaterThan(50);
    expect(stray).toEqual([]);
  });

  test('a refusal names no status', () => {
    const { code } = rooms.find(({ path }) => path === 'server/refusal.ts')!;
    expect(code).not.toMatch(/status|\b[45]\d\d\b|http/i);
  });
});
