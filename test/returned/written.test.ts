// Words that a unit types where the notice is printed: each is quoted with its cell, stands in 其他内容, and is carried.
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isProgramsOwn,
  parseNotice,
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  unitNamed,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，制定巡查制度。 | 县水利局 | 县应急管理局 | 2026年9月底前',
]);
const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;

let book: TaskBook;
let later: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  [book, later] = [await bookOf(NOTICE), await bookOf(NOTICE.replace('8处', '9处'))];
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Edit = Parameters<typeof changed>[1];

/** Types words behind what is printed in a column of the second task. */
const into =
  (header: string, words: string): Edit =>
  (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[1]?.getCell(column(header));
    if (cell) cell.value = `${cell.text}${words}`;
  };

const inCell =
  (sheet: string, address: string, words: string): Edit =>
  (workbook) => {
    const cell = workbook.getWorksheet(sheet)?.getCell(address);
    if (cell) cell.value = `${cell.text}${words}`;
  };

const WORDS = '（科长已审）';
const PRINTED = [
  '牵头和责任单位',
  '本单位角色',
  '类型',
  '类别',
  '成果类型',
  '通知时限',
  '出处',
  '变化',
  '牵头单位',
  '原序号',
];

const rolledUp = (bytes: Uint8Array) => rolledUpFrom(book, [[FILE, bytes]], '2026-05-31');

async function renewed(bytes: Uint8Array, to: TaskBook) {
  const before = () => sheetFor(book, UNIT);
  const { value } = await renewSheet(sheetFor(to, UNIT), FILE, bytes, { before });
  return value?.sheet;
}

describe('words in a printed column', () => {
  it.each(PRINTED)('%s', async (header) => {
    const bytes = await changed(blank, into(header, WORDS));
    const all = await rolledUp(bytes);
    expect(JSON.stringify([all.rest, all.tasks.map(({ reports }) => reports)])).toContain(WORDS);
    expect(JSON.stringify(all.problems)).toContain(WORDS);
    for (const to of [book, later]) {
      const row = (await renewed(bytes, to))?.rows[1];
      expect(row?.own[`${header}（填写）`]).toContain(WORDS);
      expect(row?.change).toBeNull();
    }
  });
});

describe('a number over 序号 that counts no row', () => {
  const numbered: Edit = (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[0]?.getCell(column('序号'));
    if (cell) cell.value = 3;
  };

  it.each([
    ['in a workbook', () => changed(blank, numbered)],
    [
      'in one without its cover',
      () =>
        changed(blank, (workbook) => {
          numbered(workbook);
          workbook.removeWorksheet('封面');
        }),
    ],
  ])('%s', async (_, bytes) => {
    const { rest, tasks } = await rolledUp(await bytes());
    const said = tasks.flatMap(({ reports }) => reports.map(({ own }) => own['序号（填写）']));
    expect([said, rest]).toEqual([['3'], []]);
  });
});

it('words in several printed columns are each told, whatever else is', async () => {
  const all = ['本单位角色', '出处', '牵头和责任单位', '通知备注'];
  const bytes = await changed(blank, (workbook) => {
    for (const header of all) into(header, `${WORDS}${header}`)(workbook);
  });
  const { problems, rest, tasks } = await rolledUp(bytes);
  for (const header of all) {
    expect(JSON.stringify([rest, tasks])).toContain(`${WORDS}${header}`);
    expect(JSON.stringify(problems)).toContain(`${WORDS}${header}`);
  }
});

it('the notice under another file name makes no word of theirs of 出处', async () => {
  const other = (await parseNotice(Buffer.from(NOTICE), { name: '印发稿.md' })).value as TaskBook;
  const bytes = await changed(blank, into('通知备注', WORDS));
  const { problems } = rollUp(other, (await readReturned(bytes, FILE)).collected, '2026-05-31');
  expect(problems).toMatchObject([{ code: 'return-edited', args: { column: '通知备注' } }]);
});

describe('words beside what is printed', () => {
  it.each([
    ['the title', '任务清单', 'A1'],
    ['the line below it', '任务清单', 'A2'],
    ['a blank cell of the cover', '封面', 'F5'],
    ['a blank cell below it', '封面', 'A40'],
  ])('%s', async (_, sheet, address) => {
    const bytes = await changed(blank, inCell(sheet, address, WORDS));
    const all = await rolledUp(bytes);
    const found = all.rest.filter(({ said }) => typeof said === 'string' && said.includes(WORDS));
    expect(found).toMatchObject([{ unit: UNIT, at: { sheet, address } }]);
    expect(JSON.stringify(all.problems)).toContain(WORDS);
    const kept = (await renewed(bytes, later))?.kept.map(({ cells }) => cells.goal).join('\n');
    expect(kept).toContain(WORDS);
  });
});

it('of a sheet in which nothing is written nothing is told', async () => {
  const { problems, rest } = await rolledUp(await changed(blank, inCell('任务清单', 'J4', '已开工')));
  expect([problems, rest]).toEqual([[], []]);
});

describe('what is told of rows', () => {
  it('that were deleted: which are missing', async () => {
    const bytes = await changed(blank, (workbook) => tasksIn(workbook).sheet.spliceRows(5, 1));
    const { problems } = await rolledUp(bytes);
    expect(problems).toMatchObject([{ code: 'return-missing', args: { names: ['水库除险'], count: 1 } }]);
  });

  it('that are the header once more: nothing', async () => {
    const bytes = await changed(blank, (workbook) => {
      const { sheet } = tasksIn(workbook);
      sheet.getRow(3).eachCell((cell, i) => {
        sheet.getRow(8).getCell(i).value = cell.value;
      });
    });
    const { rest } = await rolledUp(bytes);
    expect(rest).toEqual([]);
  });
});

it('of a comment that people answer what Excel writes before it is no word of theirs', async () => {
  const note =
    '[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    请核实';
  const bytes = await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[0]?.getCell(column('进展情况'));
    if (cell) cell.note = note;
  });
  const [row] = (await renewed(bytes, later))?.rows ?? [];
  expect(row?.notes.map(({ text }) => text)).toEqual(['请核实']);
});

describe('what is called as programs call their own files', () => {
  it.each(['Thumbs.db', '收件/desktop.ini', '~$县水利局.xlsx', '.~lock.县水利局.xlsx#', '._县水利局.xlsx'])(
    '%s is no return',
    async (name) => {
      expect(await isProgramsOwn(name, Buffer.alloc(165, 32))).toBe(true);
    },
  );

  it.each(['.县水利局.xlsx', '收件/~$县水利局.xlsx'])('%s is one where it is a workbook', async (name) => {
    expect(await isProgramsOwn(name, blank)).toBe(false);
    const csv = Buffer.from(sheetToCsv(sheetFor(book, UNIT)));
    expect(await isProgramsOwn(name, csv)).toBe(false);
    const { collected } = await readReturned(zipSync({ [name]: blank }), '收件.zip');
    expect(collected).toHaveLength(1);
    expect(unitNamed(book, name)).toBe(UNIT);
  });

  it.each(['.git/县水利局.xlsx', '__MACOSX/县水利局.xlsx'])('%s is none, whatever it is', async (name) => {
    expect(await isProgramsOwn(name, blank)).toBe(true);
  });
});
