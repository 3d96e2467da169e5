import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (argv: string[], stdin = ''): Promise<{ code: number | null; out: string; err: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/main.ts', ...argv]);
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(stdin);
  });

test('the real process: streams, exit codes', async () => {
  const audited = await run(['audit', 'rulebooks/xiangyang/2021/cases/department.yaml', '--json']);
  expect([audited.code, audited.err]).toEqual([1, '']);
  expect(JSON.parse(audited.out).total).toBe('98.25');
  const broken = await run(['score', '-'], 'a: [');
  expect([broken.code, broken.out]).toEqual([2, '']);
  expect(broken.err).toContain('bracket-not-closed');
  expect(broken.err).not.toContain('    at ');
});

test('a reader that goes away gets no complaint', async () => {
  const child = spawn('sh', [
    '-c',
    `${process.execPath} --import tsx server/cli/main.ts audit rulebooks/ningxia/2021/cases | head -n 1`,
  ]);
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(err).toBe('');
});
