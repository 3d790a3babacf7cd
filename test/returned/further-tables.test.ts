// Further tables in a returned file: copies of a unit's own, those of a second unit, in workbooks and in text.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToCsv, unitNamed } from '../../src/index.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import {
  CIVIL,
  copied,
  open,
  put,
  renewed,
  rolledUp,
  type TwoUnits,
  twoUnits,
  WATER,
} from '../support/two-units.js';

let units: TwoUnits;
beforeAll(async () => {
  units = await twoUnits();
});

const YES = { answer: 'yes' };

describe('the sheets of a second unit in the first one’s file', () => {
  async function merged(untitled: boolean): Promise<Uint8Array> {
    const other = await openWorkbook(units.civil);
    return changed(units.water, (workbook) => {
      put(tasksIn(workbook).sheet, '堤防达标', '进展情况', '修了三处');
      put(open(workbook), '县安委会成员单位', '是否涉及本单位', '否');
      const tasks = copied(tasksIn(other).sheet, workbook, '任务清单 (2)');
      put(tasks, '救灾物资', '进展情况', '已备齐');
      const asked = copied(open(other), workbook, '待确认 (2)');
      put(asked, '县安委会成员单位', '是否涉及本单位', '是');
      put(asked, '县安委会成员单位', '备注', '有文件');
      if (untitled) asked.getCell('A1').value = null;
    });
  }

  it('are that one’s: what it did, and what it answers', async () => {
    const { said, answers, handed, told } = await rolledUp(units, await merged(false), '县水利局.xlsx');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 救灾物资 已备齐']);
    expect(answers.sort()).toEqual(['县民政局 县安委会成员单位 yes 有文件', '县水利局 县安委会成员单位 no ']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
    expect(told).not.toContain('return-twice');
  });

  it('without a title are nobody’s, and told', async () => {
    const { answers, rest, told } = await rolledUp(units, await merged(true), '县水利局.xlsx');
    expect(answers).toEqual(['县水利局 县安委会成员单位 no ']);
    expect(rest.join('\n')).toContain('有文件');
    expect(told).toContain('return-table');
  });

  it('are not carried to the first one’s questions', async () => {
    for (const untitled of [false, true]) {
      const { answers, told } = await renewed(units, await merged(untitled), '县水利局.xlsx');
      expect(answers).toContainEqual(['县安委会成员单位', { answer: 'no' }, undefined]);
      expect(told).toContain('sheet-table-of-other');
    }
  });

  it('are named by the unit whose they are, and kept, by every build', async () => {
    let file = await merged(false);
    for (let run = 0; run < 2; run++) {
      const { value, diagnostics } = await renewSheet(sheetFor(units.book, WATER), '县水利局.xlsx', file, {
        unitOf: (named) => unitNamed(units.book, named),
      });
      const told = diagnostics.find(({ code }) => code === 'sheet-table-of-other');
      expect(told?.args).toEqual({ sheets: ['任务清单 (2)', '待确认 (2)'], unit: CIVIL });
      file = value?.content as Uint8Array;
      const kept = everythingIn(await openWorkbook(file));
      for (const text of ['修了三处', '已备齐', '有文件']) expect(kept.has(text)).toBe(true);
    }
  });

  it('are that one’s, where only it has filled in anything', async () => {
    const other = await openWorkbook(units.civil);
    const bytes = await changed(units.water, (workbook) => {
      const tasks = copied(tasksIn(other).sheet, workbook, '第二家');
      put(tasks, '堤防达标', '进展情况', '民政的话');
    });
    const { said, handed } = await rolledUp(units, bytes, '县水利局.xlsx');
    expect(said).toEqual(['县民政局 堤防达标 民政的话']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 empty']);
  });

  it('of which nothing is filled in have been handed in', async () => {
    const other = await openWorkbook(units.civil);
    const bytes = await changed(units.water, (workbook) => {
      put(tasksIn(workbook).sheet, '堤防达标', '进展情况', '修了三处');
      copied(tasksIn(other).sheet, workbook, '任务清单 (2)');
    });
    expect((await rolledUp(units, bytes, '县水利局.xlsx')).handed.sort()).toEqual([
      '县民政局 empty',
      '县水利局 yes',
    ]);
  });
});

describe('a copy of what is asked', () => {
  const answered = (further: (own: Excel.Worksheet, copy: Excel.Worksheet) => void) =>
    changed(units.water, (workbook) => {
      const own = open(workbook);
      const copy = copied(own, workbook, '待确认 (2)');
      further(own, copy);
    });

  it('in which answers are is read: groups, tasks, remarks', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '县安委会成员单位', '备注', '正在问');
      put(own, '县安委会成员单位', '是否涉及本单位', '不清楚');
      put(copy, '安全宣传', '是否涉及本单位', '是');
      put(copy, '安全宣传', '备注', '去年也办了');
      put(copy, '县安委会成员单位', '备注', '正在问');
      put(copy, '县安委会成员单位', '是否涉及本单位', '不清楚');
    });
    const { answers, told } = await rolledUp(units, bytes, '县水利局.xlsx');
    expect(answers.sort()).toEqual([
      '县水利局 县安委会成员单位 unsure 正在问',
      '县水利局 安全宣传 yes 去年也办了',
    ]);
    expect(told).toEqual(['return-joined']);
    const { sheet } = await renewed(units, bytes, '县水利局.xlsx');
    expect(sheet?.rows.find(({ name }) => name === '安全宣传')?.filled).toEqual({
      answer: YES,
      note: '去年也办了',
    });
  });

  it('that answers a group only there is read', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '安全宣传', '是否涉及本单位', '否');
      put(copy, '县安委会成员单位', '是否涉及本单位', '是');
      put(copy, '县安委会成员单位', '备注', '是成员');
    });
    const { answers } = await rolledUp(units, bytes, '县水利局.xlsx');
    expect(answers.sort()).toEqual(['县水利局 县安委会成员单位 yes 是成员', '县水利局 安全宣传 no ']);
    expect((await renewed(units, bytes, '县水利局.xlsx')).answers).toContainEqual([
      '县安委会成员单位',
      YES,
      '是成员',
    ]);
  });

  it('that answers otherwise is kept whole and told', async () => {
    const bytes = await answered((own, copy) => {
      put(own, '县安委会成员单位', '是否涉及本单位', '否');
      put(copy, '县安委会成员单位', '是否涉及本单位', '是');
      put(copy, '县安委会成员单位', '备注', '相反');
    });
    const { answers, rest, told } = await rolledUp(units, bytes, '县水利局.xlsx');
    expect(answers).toEqual(['县水利局 县安委会成员单位 no ']);
    expect(rest.join('\n')).toContain('相反');
    expect(told).toContain('return-table');
  });
});

describe('a copy of the tasks', () => {
  /** 县水利局's, filled in, with a copy of its worksheet. */
  const withCopy = (further: (copy: Excel.Worksheet) => void) =>
    changed(units.water, (workbook) => {
      const { sheet } = tasksIn(workbook);
      put(sheet, '堤防达标', '进展情况', '修了三处');
      further(copied(sheet, workbook, '任务清单 (2)'));
    });

  it('in which nothing is typed says nothing', async () => {
    const { told, rest } = await rolledUp(units, await withCopy(() => undefined), '县水利局.xlsx');
    expect([told, rest]).toEqual([[], []]);
  });

  it.each([
    ['joined', () => undefined],
    ['not joined', (copy: Excel.Worksheet) => put(copy, '堤防达标', '进展情况', '另一个说法')],
  ])('says what is typed anywhere in it, where it is %s', async (_, further) => {
    const bytes = await withCopy((copy) => {
      further(copy);
      put(copy, '水库除险', '进展情况', '开工');
      copy.getCell('A1').value = '本局六月情况';
      copy.getCell(20, 3).value = '表下的话';
      copy.getCell(21, 1).value = '填报人：张三';
      put(copy, '堤防达标', '目标内容', '已修复8处');
    });
    const { rest, said } = await rolledUp(units, bytes, '县水利局.xlsx');
    const all = [...rest, ...said].join('\n');
    for (const text of ['本局六月情况', '表下的话', '填报人：张三', '目标内容：已修复8处', '开工'])
      expect(all).toContain(text);
  });
});

describe('two units one below the other in a text', () => {
  const fill = (unit: string, of: string, words: string) =>
    sheetToCsv({
      ...sheetFor(units.book, unit),
      rows: sheetFor(units.book, unit).rows.map((row) =>
        row.name === of ? { ...row, filled: { progress: words } } : row,
      ),
    });

  it('with titles are each its own', async () => {
    const text = [
      `${WATER}任务清单`,
      fill(WATER, '堤防达标', '修了三处').replace('\uFEFF', ''),
      `${CIVIL}任务清单`,
      fill(CIVIL, '堤防达标', '安置了两户').replace('\uFEFF', ''),
    ].join('\r\n');
    const { said, handed } = await rolledUp(units, new TextEncoder().encode(text), '两家.csv');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 堤防达标 安置了两户']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
  });

  it('without titles are not mixed: nothing of the second counts for the first', async () => {
    const text = [fill(WATER, '水库除险', '开工'), fill(CIVIL, '堤防达标', '安置了两户')]
      .map((each) => each.replace('\uFEFF', ''))
      .join('');
    const { said, rest, told } = await rolledUp(units, new TextEncoder().encode(text), '县水利局.csv');
    expect(said).toEqual(['县水利局 水库除险 开工']);
    expect(rest.join('\n')).toContain('安置了两户');
    expect(told).toContain('return-table');
    const { sheet, keep } = await renewed(units, new TextEncoder().encode(text), '县水利局.csv');
    expect(sheet?.rows.flatMap(({ filled }) => filled.progress ?? [])).toEqual(['开工']);
    expect([keep?.name, keep?.uncarried?.[0]]).toEqual([expect.stringContaining('未带入'), '县水利局']);
  });

  it('the header printed once more on the next page is the same table’s', async () => {
    const [header = '', ...lines] = fill(WATER, '水库除险', '开工').replace('\uFEFF', '').split('\r\n');
    const text = [header, ...lines.slice(0, 1), header, ...lines.slice(1)].join('\r\n');
    const { said, told } = await rolledUp(units, new TextEncoder().encode(text), '县水利局.csv');
    expect([said, told]).toEqual([['县水利局 水库除险 开工'], []]);
  });
});

describe('the table of a second unit at the right of the first', () => {
  it('is that one’s, with its title or without', async () => {
    const other = tasksIn(await openWorkbook(units.civil)).sheet;
    for (const title of [true, false]) {
      const bytes = await changed(units.water, (workbook) => {
        const { sheet } = tasksIn(workbook);
        put(sheet, '堤防达标', '进展情况', '修了三处');
        put(other, '堤防达标', '进展情况', '安置了两户');
        other.eachRow((row, r) =>
          row.eachCell((cell, c) => {
            if (cell.master === cell && (title || r > 2)) sheet.getCell(r, c + 30).value = cell.value;
          }),
        );
      });
      const { said, rest, told } = await rolledUp(units, bytes, '县水利局.xlsx');
      expect(said).toEqual([
        '县水利局 堤防达标 修了三处',
        ...(title ? ['县民政局 堤防达标 安置了两户'] : []),
      ]);
      if (title) continue;
      expect(rest.join('\n')).toContain('安置了两户');
      expect(told).toContain('return-table');
    }
  });
});
