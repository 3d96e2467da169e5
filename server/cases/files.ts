/** Bytes of files, in and out. Whatever the disk refuses is a diagnostic. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { type Bilingual, type Diagnostic, diagnose, nearest, suggest } from '../../engine/index.ts';

/** Where files are read from: the disk, or texts that are in memory already. */
export interface Files {
  /** What a file holds, or why it cannot be opened. `name` is how the person wrote it. */
  read(path: string, name?: string): { bytes?: Uint8Array; diagnostics: Diagnostic[] };
  isFolder(path: string): boolean;
  /** The names in a folder and below it, sorted, or why it cannot be listed. */
  list(path: string, name?: string): { names: string[]; diagnostics: Diagnostic[] };
}

/** More than the engine accepts, so that it can say a file is too large; nothing beyond is read. */
export const mostBytes = 8 * 1024 * 1024;

/** What a file holds, or why it cannot be opened. `name` is how the person wrote it. */
export function readBytes(path: string, name = path): { bytes?: Uint8Array; diagnostics: Diagnostic[] } {
  const found = inspect(path);
  if (found.problem) return { diagnostics: [diagnose('file-unreadable', { name, reason: found.problem })] };
  if (!found.stats) return { diagnostics: [notFound(path, name)] };
  if (found.stats.isDirectory()) return { diagnostics: [diagnose('folder-not-file', { name })] };
  try {
    return { bytes: readUpTo(path, mostBytes), diagnostics: [] };
  } catch (error) {
    return { diagnostics: [diagnose('file-unreadable', { name, reason: reasonOf(error) })] };
  }
}

export const isFolder = (path: string): boolean => inspect(path).stats?.isDirectory() ?? false;

/** The files of this machine. */
export const disk: Files = { read: readBytes, isFolder: (path) => isFolder(path), list: listFolder };

/** Writes a new file and the folders above it; never over one that is there. */
export function writeNew(path: string, text: string, name = path): Diagnostic[] {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
    return [];
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return [diagnose('file-exists', { name })];
    return [diagnose('file-unwritable', { name, reason: reasonOf(error) })];
  }
}

/** The names in a folder, sorted, or why it cannot be listed. */
export function listFolder(path: string, name = path): { names: string[]; diagnostics: Diagnostic[] } {
  try {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
      .map((one) => one.replaceAll('\\', '/'))
      .sort();
    return { names, diagnostics: [] };
  } catch (error) {
    return { names: [], diagnostics: [diagnose('file-unreadable', { name, reason: reasonOf(error) })] };
  }
}

function inspect(path: string): { stats?: ReturnType<typeof statSync>; problem?: Bilingual } {
  try {
    return { stats: statSync(path, { throwIfNoEntry: false }) };
  } catch (error) {
    return codeOf(error) === 'ENOTDIR' ? {} : { problem: reasonOf(error) };
  }
}

function readUpTo(path: string, limit: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let size = 0; size <= limit; ) {
      const chunk = Buffer.alloc(64 * 1024);
      const read = readSync(descriptor, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      size += read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(descriptor);
  }
}

function notFound(path: string, name: string): Diagnostic {
  const folder = dirname(path);
  const beside = existsSync(folder) ? listBeside(folder) : [];
  const meant = nearest(basename(path), beside);
  const suggestion = suggest(basename(path), meant === undefined ? [] : [meant]);
  return diagnose('file-not-found', { name, suggestion });
}

function listBeside(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

const reasons: Record<string, Bilingual> = {
  EACCES: { zh: '没有权限', en: 'permission denied' },
  EPERM: { zh: '没有权限', en: 'permission denied' },
  EROFS: { zh: '磁盘只读', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EISDIR: { zh: '是文件夹', en: 'it is a folder' },
  ENOTDIR: { zh: '上级不是文件夹', en: 'what stands above it is not a folder' },
  ENAMETOOLONG: { zh: '名字过长', en: 'the name is too long' },
  ERR_INVALID_ARG_VALUE: { zh: '名字里有不能用的字符', en: 'the name holds a character that is not allowed' },
};
const reasonOf = (error: unknown): Bilingual => {
  const code = codeOf(error);
  return reasons[code] ?? { zh: code, en: code };
};
