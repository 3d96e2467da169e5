/** Blocks from a spreadsheet or a document: their cells, their headings, and the rows they become. */
import { describe, expect, test } from 'vitest';
import { headingOf, readBlock } from '../../server/web/pages/form/paste.ts';

describe('a block that was copied', () => {
  test('is rows of cells; empty rows and the last line end are nothing', () => {
    expect(readBlock('培训人数\t≥100人\r\n\r\n满意度\t≥90%\r\n')).toEqual([
      ['培训人数', '≥100人'],
      ['满意度', '≥90%'],
    ]);
  });

  test('keeps a line end and quotation marks that stand inside a cell', () => {
    expect(readBlock('"印发""三定""规定\n及解读"\t1项\n说"好"的\t2项')).toEqual([
      ['印发"三定"规定\n及解读', '1项'],
      ['说"好"的', '2项'],
    ]);
  });

  test('keeps empty cells in their places', () => {
    expect(readBlock('\t培训人数\t\t10')).toEqual([['', '培训人数', '', '10']]);
  });

  test.each(['≥90%', '两行\n', '', '\n\n'])('is no block where it is one cell: %j', (text) => {
    expect(readBlock(text)).toBeUndefined();
  });
});

describe('a heading', () => {
  test('says what its columns are, and which are none of ours', () => {
    expect(
      headingOf([
        '一级指标',
        '二级指标',
        '三级指标',
        '年度指标值',
        '实际完成值',
        '分值',
        '得分',
        '偏差原因分析及改进措施',
      ]),
    ).toEqual([undefined, 'under', 'name', 'target', 'actual', 'weight', 'claimed', 'reason']);
  });

  test('names a column once', () => {
    expect(headingOf(['指标名称', '项目名称', '完成值'])).toEqual(['name', undefined, 'actual']);
  });

  test.each([[['数量指标', '完成培训的人数', '≥100人', '120人']], [['培训', '会议']], [['年度目标值']]])(
    'is not %j',
    (row) => {
      expect(headingOf(row)).toBeUndefined();
    },
  );
});
