// Whose rows are, where a column or a title says it and no cover does.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetFor, sheetToCsv } from '../../src/index.js';
import { workbookBytes } from '../../src/workbook/new.js';
import { openWorkbook, tasksIn } from '../support/returned.js';
import { CIVIL, put, renewed, rolledUp, type TwoUnits, twoUnits, WATER } from '../support/two-units.js';

let two: TwoUnits;
beforeAll(async () => {
  two = await twoUnits();
});

describe('a table in which a column says whose each row is', () => {
  /** The rows of both units under one header, as who collects them puts them together. */
  async function bytesOf(units: readonly string[], header = '单位', of = (unit: string) => unit) {
    const said = new Map<string, string>([
      [WATER, '修了三处'],
      [CIVIL, '安置了两户'],
    ]);
    const workbook = await openWorkbook(two.water);
    const rows: Excel.CellValue[][] = [];
    for (const unit of units) {
      const { sheet } = tasksIn(await openWorkbook(unit === WATER ? two.water : two.civil));
      put(sheet, '堤防达标', '进展情况', said.get(unit) ?? '');
      sheet.eachRow((row, r) => {
        const first = r === 3 ? header : of(unit);
        if (r > 3 || (r === 3 && rows.length === 0))
          rows.push([first, ...(row.values as Excel.CellValue[]).slice(1)]);
      });
    }
    for (const { id } of [...workbook.worksheets]) workbook.removeWorksheet(id);
    workbook.addWorksheet('汇总').addRows(rows);
    return workbookBytes(workbook);
  }
  const together = async (file: string, ...how: readonly [header: string, of: () => string] | readonly []) =>
    rolledUp(two, await bytesOf([WATER, CIVIL], how[0], how[1]), file);

  it('is of those units', async () => {
    const { said, handed, told } = await together('两家汇总.xlsx');
    expect(said).toEqual(['县水利局 堤防达标 修了三处', '县民政局 堤防达标 安置了两户']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
    expect(told).not.toContain('return-unit');
  });

  it('is carried to the one whose sheet it lies in place of, and no other’s rows are', async () => {
    for (const units of [
      [WATER, CIVIL],
      [CIVIL, WATER],
    ]) {
      const { sheet, keep } = await renewed(two, await bytesOf(units), '县水利局.xlsx');
      expect(sheet?.rows.flatMap(({ filled }) => filled.progress ?? [])).toEqual(['修了三处']);
      expect([keep?.name, keep?.uncarried?.[0]]).toEqual([expect.stringContaining('未带入'), '县水利局']);
    }
  });

  it('is one unit’s, where it says something else', async () => {
    const { handed, told } = await together('县水利局.xlsx', '单位', () => '公里');
    expect(handed).toEqual(['县水利局 yes']);
    expect(told).toContain('return-again');
  });
});

it('a sheet without a cover whose title names another unit is that one’s, and set aside', async () => {
  const text = [
    `${CIVIL}任务清单`,
    sheetToCsv(sheetFor(two.book, CIVIL)).replace('\uFEFF', '').replace(/,,,,/, ',张三,,,'),
  ];
  const { sheet, told, keep } = await renewed(
    two,
    new TextEncoder().encode(text.join('\r\n')),
    '县水利局.csv',
  );
  expect([sheet?.rows.flatMap(({ filled }) => Object.keys(filled)), told]).toEqual([[], ['sheet-of-other']]);
  expect(keep?.name).toBe(`原件/${CIVIL}（未带入）.csv`);
});
