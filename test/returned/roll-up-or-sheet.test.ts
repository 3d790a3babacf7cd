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
  writtenInRollUp,
} from '../../src/index.js';
import { sheetFor } from '../../src/sheets/index.js';
import { changed, openWorkbook, tasksIn } from '../support/returned.js';
import { CIVIL, copied, put, rolledUp, type TwoUnits, twoUnits, WATER } from '../support/two-units.js';

let two: TwoUnits;
let all: Uint8Array;
let text: Uint8Array;
beforeAll(async () => {
  two = await twoUnits();
  const filled = await changed(two.civil, (workbook) => {
    const { sheet } = tasksIn(workbook);
    for (const task of ['救灾物资', '堤防达标']) put(sheet, task, '进展情况', `${task}在做`);
    put(sheet, '救灾物资', '更新日期', new Date('2026-04-01'));
  });
  const { collected } = await readReturned(filled, `${CIVIL}.xlsx`);
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
    const { said, handed, rest } = await rolledUp(two, bytes, '县水利局.xlsx');
    // The name that the program prints at the bottom of its pages is nobody's word.
    expect([said, handed, rest]).toEqual([WROTE, ['县水利局 yes'], []]);
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

describe('a roll-up as text', () => {
  const written = (edit: (text: string) => string) =>
    writtenInRollUp(new TextEncoder().encode(edit(new TextDecoder().decode(text))), '五月.csv');

  it('is as it was written, also where Excel has saved it or somebody has sorted its rows', async () => {
    expect(await written((all) => all)).toBeUndefined();
    const saved = (all: string) => all.replaceAll(',', '\t').replace('2026-04-01', '2026/4/1');
    expect([saved(new TextDecoder().decode(text)), await written(saved)]).toEqual([
      expect.stringContaining('2026/4/1'),
      undefined,
    ]);
    const sorted = (all: string) => {
      const [head = '', ...rows] = all.trimEnd().split('\r\n');
      return [head, ...rows.reverse()].join('\r\n');
    };
    expect(await written(sorted)).toBeUndefined();
  });

  it('tells the rows that somebody has changed, and what was put beside them', async () => {
    const edited = await written((all) => all.replace('储备帐篷200顶', '储备帐篷300顶'));
    expect(edited).toEqual([expect.stringMatching(/^行\d（救灾物资，县民政局）$/)]);
    const beside = await written((all) => all.replace('\r\n', ',局长批示\r\n'));
    expect(beside).toEqual(['行1“局长批示”']);
  });

  it('of an earlier version has no checks', async () => {
    const earlier = (all: string) => all.replace(',汇总校验', '').replace('200顶', '300顶');
    expect(await written(earlier)).toBeUndefined();
  });
});
