// What is told of a sheet whose rows somebody has pasted, copied or emptied: what was really done, and nothing else.
import { describe, expect, it } from 'vitest';
import { lineageIn, renewSheet, sheetFor, sheetToXlsx, unitFinder } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const book = await bookOf(
  taskNotice([
    '养老服务 | 新建社区养老服务站12个 | 县民政局',
    '助餐服务 | 建成老年助餐点20个，覆盖各街道 | 县民政局',
    '河道巡查 | 建立河道巡查责任制 | 县水利局',
  ]),
);
const UNIT = '县民政局';
const sheet = sheetFor(book, UNIT);
const others = await sheetToXlsx(sheetFor(book, '县水利局'));

type Edit = Parameters<typeof changed>[1];
const edited = async (edit: Edit) => changed(Buffer.from(await sheetToXlsx(sheet)), edit);

/** What is told of a file that lies in the sheet's place, and what is kept of it. */
async function renewed(file: Uint8Array) {
  const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, file, {
    unitOf: unitFinder(book),
    lineage: lineageIn(book),
  });
  return { kept: value?.sheet.kept ?? [], lost: value?.keep?.lost ?? [], told: diagnostics };
}

describe('a row of another unit, pasted below one’s own', () => {
  it('is said to be another unit’s', async () => {
    let pasted: unknown[] = [];
    await changed(Buffer.from(others), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const [row] = rows();
      if (row) row.getCell(column('进展情况')).value = '制度建好了';
      pasted = Array.isArray(row?.values) ? row.values.slice(1) : [];
    });
    const file = await edited((workbook) => {
      tasksIn(workbook).sheet.addRow(pasted);
    });
    const { kept, lost } = await renewed(file);
    expect(kept).toMatchObject([{ part: 'unplaced', went: { kind: 'never', name: '河道巡查' } }]);
    expect(lost).toEqual(['换过次序、复制或添加过的行']);
  });
});

describe('a sheet in which nothing but this was done', () => {
  it('序号 written otherwise is not called cells that a program has changed', async () => {
    const file = await edited((workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const [i, row] of rows().entries()) row.getCell(column('序号')).value = 2 - i;
    });
    expect((await renewed(file)).lost).toEqual(['不影响填报的变动（如序号、公式、复制的行）']);
  });

  it('all rows emptied: rows are missing, and no column', async () => {
    const file = await edited((workbook) => {
      for (const row of tasksIn(workbook).rows())
        row.eachCell({ includeEmpty: true }, (cell) => {
          cell.value = null;
        });
    });
    const told = (await rolledUpFrom(book, [[`${UNIT}.xlsx`, file]], null)).problems;
    expect(told).toMatchObject([{ code: 'return-missing', args: { count: 2 } }]);
    expect((await renewed(file)).lost).toEqual(['删掉的行']);
  });
});
