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
} as const satisfies CataloguePart;
