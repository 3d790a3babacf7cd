// What is of another notice, and what is of an earlier edition of this one.
import { describe, expect, it } from 'vitest';
import {
  isOtherNotice,
  lineageIn,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const [FIRST, THIRD] = ['某府发〔2026〕1号', '某府发〔2026〕3号'];
const [WATER, FIRE] = ['某县关于水利的通知', '某县关于消防的通知'];

describe('something made from a notice', () => {
  it.each([
    // Its number and title, those of the notice, its tasks and how many go on; whether it is another's.
    [FIRST, WATER, THIRD, FIRE, 10, 0, true],
    [FIRST, WATER, THIRD, FIRE, 10, 4, true],
    // A revision under a number of its own, and a title with 修订.
    [FIRST, WATER, THIRD, '某县关于水利的通知（修订）', 10, 5, false],
    [
      FIRST,
      '关于印发《水利工作要点》的通知',
      THIRD,
      '关于印发《水利工作要点（修订稿）》的通知',
      10,
      5,
      false,
    ],
    // Half of a unit's few tasks are called alike in two notices.
    [FIRST, WATER, THIRD, FIRE, 10, 5, true],
    [FIRST, WATER, THIRD, FIRE, 2, 1, true],
    [FIRST, WATER, THIRD, FIRE, 10, 6, false],
    // Issued anew: the title says it, however much was changed.
    [FIRST, WATER, THIRD, WATER, 10, 0, false],
    [FIRST, WATER, FIRST, FIRE, 10, 0, false],
    ['某府发 [2026] 1号', WATER, '某府发〔2026〕1号', FIRE, 10, 0, false],
    // A draft had no number; a cover whose title is gone.
    [null, WATER, THIRD, WATER, 10, 0, false],
    [null, WATER, THIRD, FIRE, 10, 4, true],
    [FIRST, null, THIRD, FIRE, 10, 4, true],
    [FIRST, null, THIRD, FIRE, 10, 5, false],
    // Each year's prints much the same; a year that the title says counts for more than that of the number.
    ['某府发〔2025〕7号', '2025年重点任务', FIRST, '2026年重点任务', 10, 10, true],
    ['某府发〔2025〕7号', WATER, FIRST, WATER, 10, 10, true],
    [null, '2025年重点任务', FIRST, '2026年重点任务', 10, 10, true],
    ['某府发〔2025〕88号', '2026年重点任务', FIRST, '2026年重点任务', 10, 10, false],
    ['某府发〔2025〕88号', '2026年重点任务', FIRST, '2026年重点任务（修订）', 10, 5, false],
    [FIRST, '2025年重点任务', FIRST, '2026年重点任务', 10, 0, false],
    // CSV says nothing of its notice.
    [null, null, THIRD, FIRE, 10, 1, false],
    [null, null, THIRD, FIRE, 10, 0, true],
    // Where there is nothing, nothing can be lost.
    [FIRST, WATER, THIRD, FIRE, 0, 0, false],
  ])('%s %s, now %s %s, %i tasks of which %i go on: %s', (number, title, now, name, of, kept, isOther) => {
    expect(isOtherNotice({ number, title }, { number: now, title: name }, { of, kept })).toBe(isOther);
  });
});

describe('a sheet whose ids somebody erased', () => {
  const noticeOf = (number: string, title: string, rows: readonly string[]) =>
    bookOf(
      taskNotice(
        rows.map((row) => `${row} | 县水利局`),
        { number, title },
      ),
    );
  /** The sheet as it went out, filled in, and without ids. */
  const returnedFrom = async (book: TaskBook) =>
    changed(await sheetToXlsx(sheetFor(book, '县水利局')), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) {
        row.getCell(column('进展情况')).value = `${row.getCell(column('任务名称')).text}：已开工`;
        row.getCell(column('编号')).value = null;
      }
    });
  const OLD = ['清溪河流域综合治理 | 全年清淤12公里', '农村供水保障工程 | 新建供水站5座'];
  const NEW = ['清溪河流域综合治理 | 两岸建成生态步道', '农村供水保障工程 | 水质合格率达到98%'];

  it('is of this notice, where an earlier edition under another number and title printed its words', async () => {
    const before = await noticeOf(FIRST, WATER, OLD);
    const book = withLineage(await noticeOf(THIRD, '某县关于治水兴水的通知', NEW), before);
    const { value } = await renewSheet(
      sheetFor(book, '县水利局'),
      '县水利局.xlsx',
      await returnedFrom(before),
      {
        lineage: lineageIn(book),
      },
    );
    expect(value?.sheet.rows.map(({ name, filled }) => [name, filled.progress])).toEqual([
      ['清溪河流域综合治理', '清溪河流域综合治理：已开工'],
      ['农村供水保障工程', '农村供水保障工程：已开工'],
    ]);
  });

  it('is of another notice, where no edition printed its words', async () => {
    const other = await noticeOf(FIRST, WATER, OLD);
    const before = await noticeOf(THIRD, FIRE, [
      '消防演练 | 每季度组织1次灭火疏散演练',
      '隐患排查 | 排查出租房屋',
    ]);
    const book = withLineage(await noticeOf(THIRD, FIRE, ['消防演练 | 每月组织1次灭火演练']), before);
    const { diagnostics } = await renewSheet(
      sheetFor(book, '县水利局'),
      '县水利局.xlsx',
      await returnedFrom(other),
      { lineage: lineageIn(book) },
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['sheet-of-notice']);
  });
});
