/** The backups a server made of itself: a folder of files beside its data, each named by when it was made. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Backup } from '../../schemas/generated/types.ts';
import type { Settings } from '../settings.ts';

const named = /^zhunsheng-[\dTZ-]{1,40}\.backup$/;

export const backupsFolder = ({ data }: Pick<Settings, 'data'>): string => resolve(data, 'backups');

/** Where a new one goes; makes the folder where there is none. `at` is in ISO 8601. */
export function newBackup(settings: Pick<Settings, 'data'>, at: string): string {
  const folder = backupsFolder(settings);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `zhunsheng-${at.replace(/[:.]/g, '-')}.backup`);
}

/** Those that are whole, the newest first. */
export function listBackups(settings: Pick<Settings, 'data'>): Backup[] {
  const folder = backupsFolder(settings);
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : [];
  return names
    .filter((name) => named.test(name))
    .sort()
    .reverse()
    .flatMap((name) => {
      const stats = statSync(join(folder, name), { throwIfNoEntry: false });
      return stats ? [{ name, at: stats.mtime.toISOString(), size: stats.size }] : [];
    });
}

/** The file of that name; undefined where there is none. */
export function findBackup(settings: Pick<Settings, 'data'>, name: string): string | undefined {
  const file = named.test(name) ? join(backupsFolder(settings), name) : undefined;
  return file && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

export const removeBackup = (file: string): void => rmSync(file, { force: true });
