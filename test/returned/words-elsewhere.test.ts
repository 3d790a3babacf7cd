// What a unit says of its tasks only beside 进展状态 and 进展情况: told, seen by who reads the roll-up, and not counted.
import { beforeAll, describe, expect, it } from 'vitest';
import { urgedIn } from '../../src/collect/index.js';
import { rollUpToXlsx, sheetFor, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { urgingSlots } from '../../src/write/papers/slots.js';
import { changed, everythingIn, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const SAID = '已经办结，报区委编办备案';

let book: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(
    taskNotice(['堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前']),
  );
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Row = ReturnType<ReturnType<typeof tasksIn>['rows']>[number];
type Put = (row: Row, column: (header: string) => number) => void;

async function rolled(put: Put) {
  const bytes = await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const [row] = rows();
    if (row) put(row, column);
  });
  return rolledUpFrom(book, [[`${UNIT}.xlsx`, bytes]], '2026-12-31');
}

/** Puts words under a header. */
const at =
  (header: string, what: 'value' | 'note', text: string): Put =>
  (row, column) => {
    row.getCell(column(header))[what] = text;
  };

const WAYS: [where: string, put: Put][] = [
  ['备注', at('备注', 'value', SAID)],
  ['责任人', at('责任人', 'value', SAID)],
  ['批注', at('进展情况', 'note', SAID)],
  [
    '完成情况',
    (row) => {
      const end = row.worksheet.getRow(3).cellCount + 1;
      row.worksheet.getCell(3, end).value = '完成情况';
      row.getCell(end).value = SAID;
    },
  ],
];

describe('what is said only in', () => {
  it.each(WAYS)('%s is told with its cell, and seen in the roll-up and by the unit', async (where, put) => {
    const all = await rolled(put);
    expect(all.problems.filter(({ code }) => code === 'return-words-elsewhere')).toMatchObject([
      { args: { where: [where], said: [expect.stringContaining(SAID)], count: 1 } },
    ]);
    const workbook = await openWorkbook(await rollUpToXlsx(all));
    for (const sheet of workbook.worksheets.filter(({ state }) => state !== 'visible'))
      workbook.removeWorksheet(sheet.id);
    expect([...everythingIn(workbook)].some((text) => text.includes(SAID))).toBe(true);
    const urged = urgedIn(all).flatMap((each) => (each.unit.unit === UNIT ? [each] : []));
    const { lists } = urgingSlots(all, urged[0] as (typeof urged)[number], '');
    expect(JSON.stringify(lists)).toContain(SAID);
    expect(JSON.stringify(lists)).not.toContain('没有报过');
  });

  it.each<[string, Put]>([
    ['names in 责任人', at('责任人', 'value', '张三、李四')],
    [
      'a remark beside a status',
      (row, column) => {
        row.getCell(column('备注')).value = SAID;
        row.getCell(column('进展状态')).value = '推进中';
      },
    ],
  ])('%s are no such words', async (_, put) => {
    const { problems } = await rolled(put);
    expect(problems.filter(({ code }) => code === 'return-words-elsewhere')).toEqual([]);
  });
});
