/** What can be wrong with a file or folder before it is read. The engine opens none; those around it use these codes. */
import type { CataloguePart } from '../entry.ts';

export const files = {
  'file-not-found': {
    severity: 'error',
    message: { zh: '找不到「{name}」', en: 'there is no "{name}"' },
    help: { zh: '{suggestion}', en: '{suggestion}' },
  },
  'file-unreadable': {
    severity: 'error',
    message: { zh: '打不开「{name}」：{reason}', en: 'cannot open "{name}": {reason}' },
  },
  'file-unwritable': {
    severity: 'error',
    message: { zh: '写不了「{name}」：{reason}', en: 'cannot write "{name}": {reason}' },
  },
  'file-exists': {
    severity: 'error',
    message: { zh: '「{name}」已经存在，没有改动', en: '"{name}" exists already; it was left alone' },
    help: {
      zh: '换一个年度版本，或先移走原来的文件。',
      en: 'choose another edition, or move the file away.',
    },
  },
  'backup-exists': {
    severity: 'error',
    message: { zh: '「{name}」已经存在，没有改动', en: '"{name}" exists already; it was left alone' },
    help: {
      zh: '换一个文件名，或加 --force 换掉原来的。',
      en: 'choose another name, or replace it with --force.',
    },
  },
  'not-a-backup': {
    severity: 'error',
    message: { zh: '「{name}」不是备份文件', en: '"{name}" is not a backup' },
    help: {
      zh: '要 backup 命令写出的文件。数据库没有改动。',
      en: 'give a file that the command backup wrote. The database was left alone.',
    },
  },
  'backup-of-other-version': {
    severity: 'error',
    message: {
      zh: '备份「{name}」是另一个版本写的（{version}）',
      en: 'the backup "{name}" was written by another version ({version})',
    },
    help: {
      zh: '用那个版本恢复，再升级。数据库没有改动。',
      en: 'restore it with that version, then upgrade. The database was left alone.',
    },
  },
  'backup-damaged': {
    severity: 'error',
    message: {
      zh: '备份「{name}」不完好（第 {line} 行）：{reason}',
      en: 'the backup "{name}" is damaged (line {line}): {reason}',
    },
    help: {
      zh: '换一份备份，或重新复制这个文件。数据库没有改动。',
      en: 'use another backup, or copy the file again. The database was left alone.',
    },
  },
  'folder-not-file': {
    severity: 'error',
    message: { zh: '「{name}」是文件夹，这里要一个文件', en: '"{name}" is a folder; a file is needed here' },
    help: { zh: '整个文件夹可用 audit 稽核。', en: 'audit takes a whole folder.' },
  },
  'form-outside-folder': {
    severity: 'error',
    message: {
      zh: '申报材料里的「{name}」不是同一文件夹内的文件名',
      en: 'the dossier\'s "{name}" is not the name of a file beside it',
    },
    help: { zh: '把各表与申报材料放在同一文件夹。', en: 'keep the forms in the folder of the dossier.' },
  },
  'not-a-form': {
    severity: 'error',
    message: { zh: '「{name}」是{kind}，不是自评表', en: '"{name}" is {kind}, not a form' },
    help: {
      zh: '要自评表、带自评表的用例或申报材料。',
      en: 'give a submission, a case with a submission, or a dossier.',
    },
  },
  'no-forms': {
    severity: 'error',
    message: { zh: '「{name}」里没有自评表', en: 'there are no forms in "{name}"' },
    help: { zh: '自评表是 .yaml 或 .json 文件。', en: 'forms are .yaml or .json files.' },
  },
  'no-rulebooks': {
    severity: 'error',
    message: { zh: '「{name}」里没有评分规则', en: 'there are no rulebooks in "{name}"' },
    help: {
      zh: '规则放在 <标识>/<年度版本>/rulebook.yaml；用 --rulebooks 指明目录。',
      en: 'a rulebook is <id>/<edition>/rulebook.yaml; name the folder with --rulebooks.',
    },
  },
  'several-editions': {
    severity: 'error',
    message: {
      zh: '「{name}」有几个年度版本：{editions}',
      en: '"{name}" has several editions: {editions}',
    },
    help: { zh: '写明用哪一个。', en: 'say which one.' },
  },
} as const satisfies CataloguePart;
