/** Backups the server makes of itself: made, listed, checked, downloaded, removed. Restoring is for the terminal: it wants an empty database. */
import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { backupCheckJob, backupJob } from '../../jobs/backups.ts';
import { backupsFolder, findBackup, listBackups, removeBackup } from '../../store/backups.ts';
import { shownDatabase } from '../../store/database.ts';
import { jobAnswer, startedJob } from '../job.ts';
import { Refusal } from '../problems.ts';
import { type Parameter, type Request, route } from '../route.ts';

const common = { tag: 'system', right: 'keep-backups', problems: [] } as const;

const backupParameter: Parameter = {
  in: 'path',
  name: 'backup',
  description: { zh: '备份的文件名。', en: 'The name of the file.' },
  schema: { type: 'string' },
};

const one = {
  path: '/api/backups/{backup}',
  parameters: [backupParameter],
  of: async ({ services: { settings }, param }: Request<undefined, undefined>): Promise<{ file: string }> => {
    const file = findBackup(settings, param('backup'));
    if (!file) throw new Refusal('not-found');
    return { file };
  },
};

export const list = route({
  ...common,
  method: 'get',
  path: '/api/backups',
  id: 'listBackups',
  summary: { zh: '备份目录', en: 'List the backups' },
  description: {
    zh: '服务器自己做的备份，新的在前；用命令另写到别处的不在其中。',
    en: 'Those the server made, the newest first; what a command wrote elsewhere is not among them.',
  },
  answer: {
    description: { zh: '各个备份，与它们所在的目录。', en: 'The backups, and the folder they are in.' },
    content: { 'application/json': 'backupList' },
    example: () => ({
      items: [
        {
          name: 'zhunsheng-2000-03-01T02-00-00-000Z.backup',
          at: '2000-03-01T02:00:00.000Z',
          size: 1_048_576,
        },
      ],
      folder: '/srv/zhunsheng/data/backups',
      database: '/srv/zhunsheng/data/zhunsheng.db',
    }),
  },
  handle: ({ c, services: { settings } }) =>
    c.json({
      items: listBackups(settings),
      folder: backupsFolder(settings),
      database: shownDatabase(settings),
    }),
});

export const make = route({
  ...common,
  method: 'post',
  path: '/api/backups',
  id: 'makeBackup',
  summary: { zh: '做一个备份', en: 'Make a backup' },
  description: {
    zh: '全部内容（登录除外），同一时刻的；做的时候别人照常使用。文件里有密码的散列，请妥善保管。',
    en: 'Everything but who is signed in, as it stands at one moment; others work on meanwhile. It holds hashes of passwords: keep it safe.',
  },
  answer: jobAnswer,
  handle: (request) => {
    const { settings } = request.services;
    return startedJob(request, { kind: 'backup', about: shownDatabase(settings) }, backupJob(settings));
  },
});

export const check = route<undefined, { file: string }>({
  ...common,
  ...one,
  method: 'post',
  path: '/api/backups/{backup}/check',
  id: 'checkBackup',
  summary: { zh: '核对一个备份', en: 'Check a backup' },
  description: {
    zh: '从头到尾读一遍：残缺、被改动的，说明在哪里。',
    en: 'Reads it from end to end: where it is cut off or altered, says so.',
  },
  answer: jobAnswer,
  handle: (request) =>
    startedJob(
      request,
      { kind: 'backup-check', about: request.param('backup') },
      backupCheckJob(request.of.file),
    ),
});

export const download = route<undefined, { file: string }>({
  ...common,
  ...one,
  method: 'get',
  id: 'downloadBackup',
  summary: { zh: '下载一个备份', en: 'Download a backup' },
  answer: {
    description: { zh: '备份文件。', en: 'The file.' },
    content: { 'application/gzip': 'text' },
  },
  handle: async ({ c, services: { store }, personId, of: { file }, param }) => {
    const name = param('backup');
    await store.write(personId, async ({ log }) =>
      log({ action: 'backup.downloaded', kind: 'backup', id: name }),
    );
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'Content-Type': 'application/gzip',
      'Content-Length': String(statSync(file).size),
      'Content-Disposition': `attachment; filename="${name}"`,
      // It never changes, and is not read through for a hash of it.
      ETag: `"${name}"`,
    });
  },
});

export const remove = route<undefined, { file: string }>({
  ...common,
  ...one,
  method: 'delete',
  id: 'removeBackup',
  summary: { zh: '删除一个备份', en: 'Remove a backup' },
  answer: { status: 204, description: { zh: '已删除。', en: 'It is gone.' }, content: {} },
  handle: async ({ c, services: { store }, personId, of: { file }, param }) => {
    await store.write(personId, async ({ log }) => {
      removeBackup(file);
      log({ action: 'backup.removed', kind: 'backup', id: param('backup') });
    });
    return c.body(null, 204);
  },
});
