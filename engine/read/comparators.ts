/**
 * The words and signs that may stand before and after a number or a date, and what each means. Data only.
 *
 * By official usage 以上, 以下, 以内 include the number itself; 超过, 高于, 低于, 少于 leave it out.
 * 前 after a deadline includes the day. What is not listed here is never set aside: the cell stays words.
 */
import type { Comparator } from './reading.ts';

/** `limit` (控制在) says nothing until a closing 以内 or 以下 says which side. */
export type Role = Comparator | 'around' | 'approximate' | 'limit' | 'currency';
export type Subject = 'number' | 'date';

export interface Word {
  word: string;
  role: Role;
  /** Absent: of both. */
  of?: Subject;
}

const words = (role: Role, of: Subject | undefined, text: string): Word[] =>
  text.split(' ').map((word) => ({ word, role, of }));

const longestFirst = (rows: Word[][]): readonly Word[] =>
  rows.flat().sort((one, other) => other.word.length - one.word.length);

export const wordsBefore = longestFirst([
  words('>=', undefined, '≥ >= =>'),
  words('>', undefined, '>'),
  words('<=', undefined, '≤ <= =<'),
  words('<', undefined, '<'),
  words('=', undefined, '='),
  words('>=', 'number', '≮ 不少于 不低于 不小于 不得少于 不得低于 不得小于 应不少于 应不低于 不亚于'),
  words('>=', 'number', '至少 最少 大于等于 大于或等于 高于或等于'),
  words('>', 'number', '超过 高于 大于 多于 逾 超'),
  words('<=', 'number', '≯ 不超过 不高于 不大于 不多于 未超过 不得超过 不得高于 不得大于 不得多于 应不超过'),
  words('<=', 'number', '至多 最多 小于等于 小于或等于 低于或等于'),
  words('<', 'number', '低于 小于 少于 不足 不到'),
  words('=', 'number', '等于'),
  words('<=', 'date', '不晚于 不迟于 最晚 最迟'),
  words('<', 'date', '早于'),
  words(
    'around',
    undefined,
    '完成 已完成 于 在 完成, 已完成, 超额完成 超额完成, 按时完成, 如期完成, 全部完成, 基本完成,',
  ),
  words(
    'around',
    'date',
    '截至 截止 截止到 应于 计划于 至 已于 完成时间 时间 完成时限 时限 项目完成时间 项目完成时限 :',
  ),
  words(
    'around',
    'number',
    '已达到 已达 达到了 均达到 均达 均为 实际完成 实际达到 实际为 实际 全年 本年 年度',
  ),
  words(
    'around',
    'number',
    '完成率 覆盖率 参训率 培训率 合格率 达标率 及时率 准确率 执行率 满意度 满意率 知晓率',
  ),
  words(
    'around',
    'number',
    '发生率 预算执行率 培训完成率 目标完成率 任务完成率 验收合格率 群众满意度 公众满意度',
  ),
  words(
    'around',
    'number',
    '服务对象满意度 服务对象满意率 达到 达 实现 保持在 稳定在 为 共 共计 合计 总计 累计 :',
  ),
  words('approximate', 'number', '约 大约 约为 大概 近 接近 将近 几乎 差不多'),
  words('limit', 'number', '控制在 控制到 限制在'),
  words('currency', 'number', '¥ 人民币 RMB'),
]);

export const wordsAfter = longestFirst([
  words('>=', 'number', '+ 以上 及以上 (含)以上 含以上 以上(含) 或以上 或更多'),
  words('>', 'number', '(不含)以上 以上(不含)'),
  words('<=', 'number', '以下 及以下 (含)以下 含以下 以下(含) 或以下 以内 之内 内 (含)以内 以内(含)'),
  words('<', 'number', '(不含)以下 以下(不含) (不含)以内 以内(不含)'),
  words('<=', 'date', '前 之前 以前 (含)前 前(含)'),
  words('around', undefined, '完成 已完成 全部完成'),
  words('around', 'number', '达标 合格 覆盖 实现 整'),
  words('approximate', 'number', '左右 上下'),
  words('currency', 'number', '人民币'),
]);

/** The signs and the longer words that say which side of a number is meant, wherever they stand. */
export const wordOfSide = new RegExp(
  wordsBefore
    .filter(
      ({ word, role, of }) =>
        of !== 'date' && /^[<>=]|^limit$/.test(role) && (word.length > 1 || !/\p{Script=Han}/u.test(word)),
    )
    .map(({ word }) => word.replace(/[=<>]/g, '\\$&'))
    .join('|'),
);
