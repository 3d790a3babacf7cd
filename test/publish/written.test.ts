// Words typed over cells that are printed outside the rows of the tasks: each is told with its cell, and carried.
import { read, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  parseNotice,
  readReturned,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withWritten,
} from '../../src/index.js';
import { changed } from '../support/returned.js';
import { tableNotice } from '../support/table-notice.js';

const NOTICE = tableNotice(`| 序号 | 任务名称 | 目标内容 | 牵头单位 | 责任单位 |
|---|---|---|---|---|
| 1 | 堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 |
| 2 | 水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县防汛指挥部成员单位 |
| 3 | 山洪演练 | 组织山洪灾害避险转移演练。 | 县应急管理局 | 县防汛指挥部成员单位 |
`);
const UNIT = '县水利局';

let book: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = (await parseNotice(Buffer.from(NOTICE), { name: 'n.md' })).value as TaskBook;
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Edit = Parameters<typeof changed>[1];

async function rolledUp(edit: Edit, as = (bytes: Uint8Array) => bytes) {
  const [each] = (await readReturned(as(await changed(blank, edit)), `${UNIT}.xlsx`)).collected;
  if (!each) throw new Error('not read');
  return rollUp(book, [await withWritten(book, each)], '2026-05-31');
}

/** The first cell of a worksheet that says something. */
const cellOf = (workbook: Parameters<Edit>[0], sheet: string, text: string) => {
  let found: ReturnType<NonNullable<ReturnType<typeof workbook.getWorksheet>>['getCell']> | undefined;
  workbook.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell((cell) => {
      if (!found && cell.text.trim() === text) found = cell;
    }),
  );
  if (!found) throw new Error(text);
  return found;
};

it.each([
  ['the unit', '封面', UNIT, '县水利局（盖章）'],
  ['the title', '封面', '县水利局任务清单', '县水利局任务清单（一稿）'],
  ['a heading', '封面', '一、进展（随“任务清单”自动统计）', '一、进展（截至6月底）'],
  ['a label', '封面', '发文字号', '文号'],
  ['the title of the tasks', '任务清单', '县水利局任务清单', '县水利局6月任务清单'],
  ['a group that is asked', '待确认', '县防汛指挥部成员单位', '县防汛指挥部成员单位（不是）'],
])('%s', async (_, sheet, text, words) => {
  let address = '';
  const { rest, problems } = await rolledUp((workbook) => {
    const cell = cellOf(workbook, sheet, text);
    address = cell.address;
    cell.value = words;
  });
  const said = rest.filter((each) => each.said === words);
  expect(said).toMatchObject([{ unit: UNIT, at: { sheet, address } }]);
  expect(problems).toMatchObject([
    { code: 'return-written', args: { words: [`${sheet}!${address}“${words}”`], count: 1 } },
  ]);
});

it('of a sheet in which only answers are typed nothing is told', async () => {
  const { rest, problems } = await rolledUp((workbook) => {
    cellOf(workbook, '任务清单', '堤防达标').worksheet.getCell('J4').value = '已开工';
  });
  expect([rest, problems]).toEqual([[], []]);
});

describe.each(['biff8', 'ods'] as const)('saved as %s', (bookType) => {
  const saved = (bytes: Uint8Array) =>
    new Uint8Array(write(read(bytes, { type: 'buffer' }), { type: 'buffer', bookType }));

  it('what is printed is nothing that was typed', async () => {
    const { rest, problems } = await rolledUp(() => undefined, saved);
    expect([rest, problems]).toEqual([[], []]);
  });

  it('what is filled in on the cover is no word over what is printed', async () => {
    const { rest, problems, files } = await rolledUp((workbook) => {
      const cell = cellOf(workbook, '封面', '填报人');
      cell.worksheet.getCell(Number(cell.row), Number(cell.col) + 1).value = '张三';
    }, saved);
    expect([rest, problems, files[0]?.cover.reporter]).toEqual([[], [], '张三']);
  });

  it('what somebody has added there is told with its cell', async () => {
    const { rest, problems } = await rolledUp((workbook) => {
      cellOf(workbook, '封面', '发文字号').value = '文号';
      const cover = workbook.getWorksheet('封面');
      if (cover) cover.getCell('F2').value = '见附件.docx';
    }, saved);
    expect(rest.map(({ said }) => said).sort()).toEqual(['文号', '见附件.docx']);
    const [told, ...others] = problems;
    expect(others).toEqual([]);
    expect(told).toMatchObject({ code: 'return-written', args: { count: 2 } });
  });
});
