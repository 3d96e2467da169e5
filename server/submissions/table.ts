/** Submissions as rows of a table, with a heading. */

import type { Language } from '../../engine/index.ts';
import { words } from '../../schemas/generated/words.ts';
import type { ListedSubmission } from './record.ts';

const headings: Record<Language, readonly string[]> = {
  zh: [
    '标识',
    '单位',
    '名称',
    '规则',
    '版本',
    '年度',
    '对象',
    '状态',
    '报送次数',
    '报送时间',
    '总分',
    '满分',
    '等次',
  ],
  en: [
    'id',
    'unit',
    'name',
    'rulebook',
    'edition',
    'year',
    'subject',
    'state',
    'filings',
    'filed at',
    'total',
    'out of',
    'grade',
  ],
};

export const submissionTable = (rows: readonly ListedSubmission[], language: Language): string[][] => [
  [...headings[language]],
  ...rows.map((one) => [
    one.id,
    one.unitName,
    one.name,
    one.rulebook,
    one.edition,
    one.year,
    words.subject[one.subject][language],
    words.submissionState[one.state][language],
    String(one.filings),
    one.filedAt ?? '',
    one.total ?? '',
    one.outOf ?? '',
    one.grade ?? '',
  ]),
];
