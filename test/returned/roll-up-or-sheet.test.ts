// What is a unit's sheet and what is a roll-up or the ledger of all, told by the columns and not by what was deleted beside.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { knownFrom } from '../../src/app/dropped.js';
import {
  isRollUp,
  overviewToXlsx,
  readReturned,
  rollUp,
  rollUpToCsv,
  rollUpToXlsx,
  sheetToCsv,
} from '../../src/index.js';
import { sheetFor } from '../../src/sheets/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { CIVIL, copied, put, rolledUp, type TwoUnits, twoUnits, WATER } from '../support/two-units.js';

let two: TwoUnits;
let all: Uint8Array;
let text: Uint8Array;
beforeAll(async () => {
  two = await twoUnits();
  const { collected } = await readReturned(two.civil, `${CIVIL}.xlsx`);
  const rolled = rollUp(two.book, collected, '2026-05-01');
  all = await rollUpToXlsx(rolled);
  text = new TextEncoder().encode(rollUpToCsv(rolled));
});

const WROTE = ['县水利局 堤防达标 修了三处'];

/** The sheet of 县水利局 with what it did, after something was done to it; only the tab with its tasks is left. */
const bare = (further: (sheet: Excel.Worksheet) => void) =>
  changed(two.water, (workbook) => {
    const { sheet } = tasksIn(workbook);
    put(sheet, '堤防达标', '进展情况', '修了三处');
    for (const each of [...workbook.worksheets]) if (each !== sheet) workbook.removeWorksheet(each.id);
    further(sheet);
  });

describe('a unit’s sheet of which only the tab with the tasks is left', () => {
  const named = (sheet: Excel.Worksheet) => {
    sheet.name = '6月';
  };
  const untitled = (sheet: Excel.Worksheet) => {
    named(sheet);
    sheet.spliceRows(1, 2);
  };

  it.each<[string, (sheet: Excel.Worksheet) => void]>([
    ['is read', () => undefined],
    ['is read, whatever it is called', named],
    ['is read without its title, too', untitled],
  ])('%s', async (_, further) => {
    const bytes = await bare(further);
    expect(isRollUp(await readReturned(bytes, '县水利局.xlsx'))).toBe(false);
    const { said, handed } = await rolledUp(two, bytes, '县水利局.xlsx');
    expect([said, handed]).toEqual([WROTE, ['县水利局 yes']]);
    expect((await knownFrom({ name: '县水利局.xlsx', bytes }, undefined)).kind).toBe('sheet');
  });

  it('is that one’s beside another unit’s, each in its tab', async () => {
    const other = await openWorkbook(two.civil);
    put(tasksIn(other).sheet, '救灾物资', '进展情况', '已备齐');
    const bytes = await changed(await bare(named), (workbook) => {
      copied(tasksIn(other).sheet, workbook, CIVIL);
    });
    const { said, handed } = await rolledUp(two, bytes, '各单位.xlsx');
    expect(said).toEqual([...WROTE, '县民政局 救灾物资 已备齐']);
    expect(handed.sort()).toEqual(['县民政局 yes', '县水利局 yes']);
  });

  it.each(['汇总', '总台账'])('is read where somebody has moved it into %s', async (name) => {
    const into = name === '汇总' ? all : await overviewToXlsx(two.book);
    const from = await openWorkbook(await bare(() => undefined));
    const bytes = await changed(into, (workbook) => {
      copied(tasksIn(from).sheet, workbook, WATER);
    });
    const { said, handed, told } = await rolledUp(two, bytes, `${name}.xlsx`);
    expect([said, handed]).toEqual([WROTE, ['县水利局 yes']]);
    expect(told).not.toContain('return-joined');
  });
});

describe('a roll-up', () => {
  it('is one in each form, whoever has saved it', async () => {
    const saved = await changed(all, (workbook) => {
      workbook.creator = '王五';
    });
    for (const [bytes, name] of [
      [all, '汇总.xlsx'],
      [saved, '五月.xlsx'],
      [text, '汇总.csv'],
    ] as const)
      expect(isRollUp(await readReturned(bytes, name))).toBe(true);
  });

  it('is no sheet as text, nor the ledger of all', async () => {
    const sheet = new TextEncoder().encode(sheetToCsv(sheetFor(two.book, WATER)));
    expect(isRollUp(await readReturned(sheet, '县水利局.csv'))).toBe(false);
    expect(isRollUp(await readReturned(await overviewToXlsx(two.book), '总台账.xlsx'))).toBe(false);
  });
});
