// What is told of a file that came back says where it stands: cells, rows, copies, headers one by one.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import {
  messageOf,
  readReturned,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;

let book: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(
    taskNotice([
      '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
      '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局',
      '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局',
    ]),
  );
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

it('five copies of one unit are told at once, with the one that counts', async () => {
  const names = ['', '(1)', ' - 副本', '最终版', '最终版（不改了）'].map((more) => `${UNIT}${more}.xlsx`);
  const files = await Promise.all(
    names.map(async (name, i) => {
      const bytes = await changed(blank, (workbook) => {
        const { rows, column } = tasksIn(workbook);
        const [row] = rows();
        if (!row || i === 4) return;
        row.getCell(column('进展情况')).value = `第${i}稿`;
        row.getCell(column('更新日期')).value = new Date(`2026-05-0${i + 1}T00:00:00Z`);
      });
      return [name, bytes] as const;
    }),
  );
  const { problems } = await rolledUpFrom(book, files, '2026-05-31');
  const told = problems.filter(({ code }) => code === 'return-twice');
  expect(told).toHaveLength(1);
  expect(told).toMatchObject([
    {
      args: { unit: UNIT, by: '更新日期', filled: names.slice(0, 4) },
      at: { file: `${UNIT}最终版.xlsx` },
    },
  ]);
  const [twice] = told;
  const said = twice ? messageOf(twice) : '';
  for (const name of names) expect(said).toContain(name);
});

it('ids that were sorted alone are told with their rows', async () => {
  const bytes = await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const ids = rows().map((row) => row.getCell(column('编号')).value);
    for (const row of rows()) row.getCell(column('编号')).value = ids.pop() ?? null;
  });
  const { problems } = await rolledUpFrom(book, [[FILE, bytes]], null);
  const ids = sheetFor(book, UNIT).rows.map(({ id }) => id);
  expect(problems.find(({ code }) => code === 'return-ids')?.args).toEqual({
    ids: [ids[2], ids[0]],
    rows: ['任务清单!A4', '任务清单!A6'],
    count: 2,
  });
});

it.each([
  [['任务名称'], ['任务名称']],
  [['目标内容'], ['目标内容']],
  [
    ['任务名称', '目标内容'],
    ['任务名称', '目标内容'],
  ],
])('without the headers %j each that is missing is named', async (gone, missing) => {
  const bytes = await changed(blank, (workbook) => {
    const { sheet, column } = tasksIn(workbook);
    for (const header of gone) sheet.getRow(3).getCell(column(header)).value = null;
  });
  const { unread } = await readReturned(bytes, FILE);
  expect(unread[0]?.problems).toMatchObject([{ code: 'not-a-sheet', args: { missing } }]);
  const { diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, bytes);
  const [why] = diagnostics;
  expect(why && messageOf(why)).toContain(`少了${missing.map((each) => `“${each}”`).join('')}`);
});

const VML = (type: string, text: string, more = '') =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="_x0000_s1030" type="#_x0000_t202"><v:textbox><div>${text}</div></v:textbox><x:ClientData ObjectType="${type}"><x:Anchor>6,0,4,0,9,0,7,0</x:Anchor>${more}</x:ClientData></v:shape></xml>`;

it.each([
  ['Rect', '第二项已完成', '', ['文本框（任务清单!G5“第二项已完成”）']],
  ['Checkbox', '完成', '<x:Checked>1</x:Checked>', ['文本框（任务清单!G5“☑完成”）']],
  ['Note', '批注', '', []],
])('a shape of older programs (%s) is told with its place and its words', async (type, text, more, lost) => {
  const parts = unzipSync(await changed(blank, () => undefined));
  const name = 'xl/worksheets/sheet2.xml';
  const relation =
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing" Target="/xl/drawings/vmlDrawing9.vml"/>';
  const drawing =
    '<legacyDrawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rIdX"/>';
  parts[name] = strToU8(
    strFromU8(parts[name] as Uint8Array).replace('</worksheet>', `${drawing}</worksheet>`),
  );
  parts['xl/worksheets/_rels/sheet2.xml.rels'] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation}</Relationships>`,
  );
  parts['xl/drawings/vmlDrawing9.vml'] = strToU8(VML(type, text, more));
  const { collected } = await readReturned(zipSync(parts), FILE);
  expect(collected[0]?.lost).toEqual(lost);
});
