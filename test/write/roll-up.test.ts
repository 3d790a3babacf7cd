// 汇总.xlsx: what it prints are the figures of the roll-up, and those are the truth.
import type Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { type RollUp, rollUpToXlsx } from '../../src/index.js';
import { openWorkbook } from '../support/returned.js';
import { threeRollUps } from '../support/rolled.js';
import { seedBook } from '../support/seed.js';
import { countsIn, movesIn, truth } from '../support/three-months.js';

const book = await seedBook();
let all: RollUp;
let workbook: Excel.Workbook;
beforeAll(async () => {
  all = (await threeRollUps())[2] as RollUp;
  workbook = await openWorkbook(await rollUpToXlsx(all));
}, 120_000);

/** The rows of a worksheet by its headers. */
function table(name: string): Record<string, Excel.CellValue>[] {
  const sheet = workbook.getWorksheet(name) as Excel.Worksheet;
  const headers = sheet.getRow(3).values as string[];
  return Array.from({ length: sheet.rowCount - 3 }, (_, i) => {
    const row = sheet.getRow(i + 4);
    return Object.fromEntries(
      headers.flatMap((header, at) => (header ? [[header, row.getCell(at).value]] : [])),
    );
  });
}

describe('总览', () => {
  it('has a row a unit, and sums that are the truth', () => {
    const rows = table('总览');
    const sums = rows.at(-1);
    const { tasks, done, going, late, idle, other, silent, absent } = countsIn(truth(book), 2);
    const { moved, first, back, still } = movesIn(truth(book), 2);
    expect(sums).toMatchObject({
      单位: '合计',
      应办: tasks,
      已完成: done,
      推进中: going,
      滞后: late,
      未启动: idle,
      填了别的: other,
      没有填: silent,
      没有交: absent,
      有进展: moved,
      首次填报: first,
      退回: back,
      未动: still,
    });
    const units = rows.slice(0, -1);
    expect(units).toHaveLength(60);
    for (const header of ['应办', '已完成', '滞后', '没有交', '未动'])
      expect(units.reduce((sum, row) => sum + Number(row[header]), 0)).toBe(sums?.[header]);
  });

  it('has columns in which no number is cut off, on a page of 9 points', () => {
    const sheet = workbook.getWorksheet('总览') as Excel.Worksheet;
    const widths = (sheet.columns ?? []).map(({ width = 0 }) => width);
    // In the widest digits that a computer without 仿宋 may take: 6.7 points each, a percent sign 10, the edges 3.
    const needs = (cell: Excel.Cell) =>
      typeof cell.value !== 'number'
        ? 0
        : cell.numFmt?.includes('%')
          ? `${Math.round(cell.value * 1000)}`.length * 6.7 + (cell.value < 1 ? 3.4 : -6.7) + 13
          : `${cell.value}`.length * 6.7 + 3;
    for (let row = 4; row <= sheet.rowCount; row++)
      widths.forEach((width, i) => {
        expect(width * 5.25).toBeGreaterThan(needs(sheet.getRow(row).getCell(i + 1)));
      });
    const [, last = ''] = /:([A-Z]+)/.exec(sheet.pageSetup.printArea ?? '') ?? [];
    const printed = last === '' ? widths : widths.slice(0, Number(sheet.getColumn(last).number));
    expect(printed.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual((102.4 * 10.5) / 9);
  });

  it('takes one page with 60 units, at no less than 70 %, and with many more as few as can be, with its header on each', async () => {
    const pagesOf = (sheet: Excel.Worksheet | undefined) => {
      const heights = Array.from(
        { length: sheet?.rowCount ?? 0 },
        (_, i) => sheet?.getRow(i + 1).height ?? 0,
      );
      return {
        pages: sheet?.pageSetup.fitToHeight,
        header: sheet?.pageSetup.printTitlesRow,
        height: heights.reduce((sum, each) => sum + each, 0),
      };
    };
    // A4 on end is 842 points high; the margins are 0.4 and 0.5 inches.
    const room = (842 - 0.9 * 72) / 0.7;
    const own = pagesOf(workbook.getWorksheet('总览'));
    expect([own.pages, own.header]).toEqual([1, '3:3']);
    expect(own.height).toBeLessThanOrEqual(room);
    const many = Array.from({ length: 4 }, (_, i) =>
      all.units.map((unit) => ({ ...unit, unit: `${unit.unit}${i}` })),
    );
    const large = await openWorkbook(await rollUpToXlsx({ ...all, units: many.flat() }));
    const { pages = 0, height } = pagesOf(large.getWorksheet('总览'));
    expect(height).toBeGreaterThan(3 * room);
    expect(height).toBeLessThanOrEqual(pages * room);
    expect(pages).toBe(4);
  });

  it('has those first who have done the larger part, and those last who have handed in nothing', () => {
    const rows = table('总览').slice(0, -1);
    const placed = rows.filter((row) => row['名次'] !== null);
    const shares = placed.map((row) => Number(row['已完成']) / Number(row['应办']));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const [i, row] of placed.entries())
      expect(row['名次']).toBe(1 + shares.filter((share) => share > (shares[i] ?? 0)).length);
    expect(rows.slice(placed.length).map((row) => row['交表'])).not.toContain('已交');
  });
});

describe('逐项', () => {
  it('has a row a task, with what its lead says', () => {
    const rows = table('逐项');
    expect(rows).toHaveLength(all.tasks.length);
    const [task] = rows.filter((row) => row['通知序号'] === '四-13');
    const told = truth(book)
      .flatMap((unit) => unit.rows)
      .find(({ row }) => row.id === task?.['编号'] && row.part === 'lead');
    expect(task?.['牵头单位说']).toContain(`${told?.unit}：`);
  });
});

it('keeps what units filled in out of view, and not out of the file', () => {
  expect(workbook.getWorksheet('数据')?.state).toBe('hidden');
  const reports = all.tasks.flatMap(({ id, reports: own }) => own.map(({ unit }) => `${unit} ${id}`));
  const said = new Set(reports);
  const unsaid = all.standings.filter(({ unit, id }) => !said.has(`${unit} ${id}`));
  expect(table('数据')).toHaveLength(reports.length + unsaid.length);
});

it('no worksheet is wider than a page has room for at 9 points, nor prints ids', () => {
  const room = { landscape: (149.4 * 10.5) / 9, portrait: (102.4 * 10.5) / 9 };
  for (const sheet of workbook.worksheets.filter(({ state }) => state === 'visible')) {
    const last = /:([A-Z]+)/.exec(sheet.pageSetup.printArea ?? '')?.[1];
    const count = last === undefined ? sheet.columnCount : Number(sheet.getColumn(last).number);
    const columns = Array.from({ length: count }, (_, i) => sheet.getColumn(i + 1));
    const width = columns.reduce((sum, each) => sum + (each.width ?? 0), 0);
    expect(width, sheet.name).toBeLessThanOrEqual(room[sheet.pageSetup.orientation ?? 'landscape']);
    expect(columns.map(({ number }) => sheet.getRow(3).getCell(number).value)).not.toContain('编号');
  }
});
