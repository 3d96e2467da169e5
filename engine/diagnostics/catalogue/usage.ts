/** What can be wrong with a command as typed. */
import type { CataloguePart } from '../entry.ts';

export const usage = {
  'unknown-command': {
    severity: 'error',
    message: { zh: '没有「{name}」这个命令', en: 'there is no command "{name}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'unknown-option': {
    severity: 'error',
    message: { zh: '没有「{name}」这个选项', en: 'there is no option "{name}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'missing-argument': {
    severity: 'error',
    message: { zh: '缺少「{name}」', en: '"{name}" is missing' },
    help: { zh: '加 --help 看用法。', en: 'see --help.' },
  },
  'excess-arguments': {
    severity: 'error',
    message: { zh: '「{name}」后面写多了', en: 'there are too many words after "{name}"' },
    help: { zh: '加 --help 看用法；名字里有空格的要加引号。', en: 'see --help; quote names with spaces.' },
  },
  'option-without-value': {
    severity: 'error',
    message: { zh: '选项「{name}」后面要有值', en: 'the option "{name}" needs a value' },
  },
  'bad-option-value': {
    severity: 'error',
    message: { zh: '「{name}」不能是「{value}」', en: '"{name}" cannot be "{value}"' },
    help: { zh: '应为{expected}。', en: 'it must be {expected}.' },
  },
  'cannot-listen': {
    severity: 'error',
    message: {
      zh: '不能在 {host}:{port} 启动：{reason}',
      en: 'cannot start on {host}:{port}: {reason}',
    },
    help: { zh: '用 --port、--host 换一个。', en: 'choose another with --port or --host.' },
  },
  'cannot-open-database': {
    severity: 'error',
    message: {
      zh: '数据库「{name}」打不开：{reason}',
      en: 'the database "{name}" cannot be opened: {reason}',
    },
    help: {
      zh: '内嵌数据库看 ZHUNSHENG_DATA 所指的目录，共用数据库看 DATABASE_URL。',
      en: 'see the folder ZHUNSHENG_DATA names, or the address DATABASE_URL gives.',
    },
  },
  'no-database': {
    severity: 'error',
    message: { zh: '「{name}」没有数据库', en: 'there is no database at "{name}"' },
    help: {
      zh: '用 --data 指明内嵌数据库的目录，或用 DATABASE_URL、--database 指明共用数据库。',
      en: 'name the folder of the embedded database with --data, or a shared one with DATABASE_URL or --database.',
    },
  },
  'database-failed': {
    severity: 'error',
    message: { zh: '数据库「{name}」出错：{reason}', en: 'the database "{name}" failed: {reason}' },
    help: { zh: '没有做完的一概没有写入。', en: 'nothing that was not finished was written.' },
  },
  'database-of-other-version': {
    severity: 'error',
    message: {
      zh: '数据库「{name}」的表不是这个版本的',
      en: 'the tables of the database "{name}" are of another version',
    },
    help: {
      zh: '用写它的版本来做；或先用这个版本启动一次服务器，把表升级。',
      en: 'use the version that wrote it, or start the server of this version once, which brings its tables up to date.',
    },
  },
  'database-not-empty': {
    severity: 'error',
    message: {
      zh: '数据库「{name}」不是空的（{table} 里有 {count} 行），没有改动',
      en: 'the database "{name}" is not empty ({table} has {count} rows); it was left alone',
    },
    help: {
      zh: '恢复到一个新的目录或新的数据库；在启动服务器之前做。',
      en: 'restore into a new folder or a new database, before the server is started on it.',
    },
  },
  'options-exclude': {
    severity: 'error',
    message: {
      zh: '「{name}」与「{other}」只能用一个',
      en: '"{name}" and "{other}" cannot be used together',
    },
  },
} as const satisfies CataloguePart;
