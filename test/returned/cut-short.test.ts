// What is missing in a file that came back, or says nothing: told by `collect` and where the sheet is written again, in both forms.

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type Excel from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readReturned, renewSheet, sheetFor, sheetToCsv, sheetToXlsx } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '农村供水 | 新建集中供水工程12处。 | 县水利局 | 县农业农村局 | 2026年12月底前',
];
const UNIT = '县水利局';
const [fewer, book] = await Promise.all([bookOf(taskNotice(ROWS.slice(0, 2))), bookOf(taskNotice(ROWS))]);
const blank = await sheetToXlsx(sheetFor(book, UNIT));

const csvOf = (edit: (table: string[][], at: (header: string) => number) => string[][]) => {
  const table = parse(sheetToCsv(sheetFor(book, UNIT)), { bom: true }) as string[][];
  const edited = edit(table, (header) => table[0]?.indexOf(header) ?? -1);
  return new TextEncoder().encode(stringify(edited, { record_delimiter: 'windows' }));
};
const collected = async (bytes: Uint8Array, name: string) =>
  (await rolledUpFrom(book, [[name, bytes]], null)).problems.map(({ code, args }) => [code, args]);
const renewed = async (bytes: Uint8Array, name: string) =>
  (await renewSheet(sheetFor(book, UNIT), name, bytes)).diagnostics.map(({ code, args }) => [code, args]);

describe('a CSV file', () => {
  it('of which a column to report in is gone', async () => {
    const bytes = csvOf((table, at) => table.map((cells) => cells.filter((_, i) => i !== at('进展状态'))));
    expect(await collected(bytes, `${UNIT}.csv`)).toContainEqual([
      'return-columns',
      { columns: ['进展状态'], own: [] },
    ]);
    expect(await renewed(bytes, `${UNIT}.csv`)).toContainEqual([
      'sheet-columns-back',
      { columns: ['进展状态'], own: [] },
    ]);
  });

  it('of which a row was cut after five cells', async () => {
    const bytes = csvOf((table) => table.map((cells, i) => (i === 2 ? cells.slice(0, 5) : cells)));
    const told = ['return-cut', { rows: ['行3'], count: 1 }];
    expect(await collected(bytes, `${UNIT}.csv`)).toContainEqual(told);
    expect(await renewed(bytes, `${UNIT}.csv`)).toContainEqual(told);
    // The row is called by its place in the file, so that is kept.
    const { value } = await renewSheet(sheetFor(book, UNIT), `${UNIT}.csv`, bytes);
    expect(value?.keep).toEqual({ name: `原件/${UNIT}（待核对）.csv`, lost: ['截断的行'] });
  });

  it('that is whole, or a table of somebody’s own, is told of nothing', async () => {
    const whole = csvOf((table) => table);
    expect([await collected(whole, `${UNIT}.csv`), await renewed(whole, `${UNIT}.csv`)]).toEqual([[], []]);
    const own = csvOf((table, at) =>
      table.map((cells) => ['编号', '任务名称', '目标内容', '进展情况'].map((each) => cells[at(each)] ?? '')),
    );
    const codes = (await collected(own, `${UNIT}.csv`)).map(([code]) => code);
    expect(codes.filter((code) => code === 'return-cut' || code === 'return-columns')).toEqual([]);
  });

  it('of an edition that had fewer tasks lacks none', async () => {
    const bytes = new TextEncoder().encode(sheetToCsv(sheetFor(fewer, UNIT)));
    const told = await renewed(bytes, `${UNIT}.csv`);
    expect(told.map(([code]) => code)).not.toContain('sheet-rows-back');
  });
});

describe('a workbook', () => {
  const set = (row: Excel.Row | undefined, at: number, value: Excel.CellValue) => {
    if (row) row.getCell(at).value = value;
  };
  const edited = (
    edit: (rows: Excel.Row[], column: (header: string) => number, workbook: Excel.Workbook) => void,
  ) =>
    changed(blank, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      edit(rows(), column, workbook);
    });

  it('of which a column to report in is gone is told when it is written again, too', async () => {
    const bytes = await edited((rows, column, workbook) => {
      set(rows[0], column('进展状态'), '推进中');
      workbook.getWorksheet('任务清单')?.spliceColumns(column('进展情况'), 1);
    });
    expect(await renewed(bytes, `${UNIT}.xlsx`)).toContainEqual([
      'sheet-columns-back',
      { columns: ['进展情况'], own: [] },
    ]);
  });

  it('whose header is gone is told by what is missing in its own worksheet', async () => {
    const bytes = await edited((_, column, workbook) => {
      workbook.getWorksheet('任务清单')?.spliceColumns(column('任务名称'), 1);
    });
    const { unread } = await readReturned(bytes, `${UNIT}.xlsx`);
    const [problem] = unread.flatMap(({ problems }) => problems);
    expect([problem?.code, problem?.args]).toMatchObject([
      'not-a-sheet',
      { has: expect.arrayContaining(['进展情况', '目标内容']), missing: ['任务名称'] },
    ]);
  });

  it('whose row of somebody’s own has words in one printed column alone quotes these', async () => {
    const bytes = await edited((rows, column, workbook) => {
      const row = workbook.getWorksheet('任务清单')?.getRow((rows.at(-1)?.number ?? 0) + 2);
      set(row, column('类别'), '填报人甲');
    });
    expect(JSON.stringify(await collected(bytes, `${UNIT}.xlsx`))).toContain('“填报人甲”');
  });

  it('in which a formula has come to nothing says nothing there, and is told', async () => {
    const bytes = await edited(([row], column) => {
      set(row, column('进展情况'), { formula: 'Sheet9!A1', result: { error: '#REF!' } });
    });
    const all = await rolledUpFrom(book, [[`${UNIT}.xlsx`, bytes]], null);
    expect(all.units.find(({ unit }) => unit === UNIT)).toMatchObject({ silent: 3, other: 0 });
    const told = ['return-error-value', { said: ['#REF!'], cells: ['任务清单!J4'], count: 1 }];
    expect(all.problems.map(({ code, args }) => [code, args])).toContainEqual(told);
    expect(await renewed(bytes, `${UNIT}.xlsx`)).toContainEqual(told);
  });
});

it('of a text that says how it is read aloud, what is struck through is told', async () => {
  const marked = await changed(blank, (workbook) => {
    const cell = workbook.getWorksheet('任务清单')?.getCell('J4');
    if (cell) cell.value = '此处';
  });
  const parts = unzipSync(marked);
  const [name = '', sheet] =
    Object.entries(parts).find(([, part]) => /<c r="J4"[^>]* t="s">/.test(strFromU8(part))) ?? [];
  const runs =
    '<r><t>前</t></r><r><rPr><strike/></rPr><t>划掉</t></r><r><t>后</t></r><rPh sb="0" eb="1"><t>ピン</t></rPh>';
  const inline = strFromU8(sheet ?? new Uint8Array()).replace(
    /<c r="J4"([^>]*) t="s"><v>\d+<\/v><\/c>/,
    `<c r="J4"$1 t="inlineStr"><is>${runs}</is></c>`,
  );
  const bytes = zipSync({ ...parts, [name]: strToU8(inline) });
  const all = await rolledUpFrom(book, [[`${UNIT}.xlsx`, bytes]], null);
  const [report] = all.tasks.flatMap(({ reports }) => reports);
  expect([report?.filled.progress, report?.notes.map(({ text }) => text)]).toEqual([
    '前后',
    ['划掉的字：划掉'],
  ]);
  expect(JSON.stringify(all.problems)).toContain('删除线（任务清单!J4）');
});

it('an OpenDocument file with a password is told as such', async () => {
  const manifest =
    '<manifest:file-entry><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>';
  const bytes = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': new Uint8Array([7, 9, 200, 3]),
    'META-INF/manifest.xml': strToU8(manifest),
  });
  const { unread } = await readReturned(bytes, `${UNIT}.ods`);
  expect(unread.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['file-encrypted']);
});
