// Of what nothing tells what it is, no line says that it is gone: the words are there, and the line says where.
import { expect, it } from 'vitest';
import {
  lineageIn,
  messageOf,
  renewSheet,
  sheetFor,
  sheetToXlsx,
  unitFinder,
  withLineage,
} from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
const book = await bookOf(
  taskNotice([
    '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
    '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局',
    '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县水利局 | 县农业农村局',
  ]),
);
const blank = await sheetToXlsx(sheetFor(book, UNIT));

type Tasks = ReturnType<typeof tasksIn>;
/** A sheet that is filled in and then edited. */
const edited = (edit: (tasks: Tasks) => void) =>
  changed(blank, (workbook) => {
    const tasks = tasksIn(workbook);
    for (const row of tasks.rows()) row.getCell(tasks.column('进展情况')).value = '已开工';
    edit(tasks);
  });
const without = (tasks: Tasks, ...headers: string[]) => {
  for (const at of headers.map(tasks.column).sort((a, b) => b - a)) tasks.sheet.spliceColumns(at, 1);
};

async function told(bytes: Uint8Array) {
  const { problems } = await rolledUpFrom(book, [[FILE, bytes]], null);
  const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, bytes, {
    unitOf: unitFinder(book),
    lineage: lineageIn(withLineage(book, book)),
  });
  return { collected: problems, built: diagnostics, lost: value?.keep?.lost ?? [] };
}
const argsOf = (all: Awaited<ReturnType<typeof told>>['built'], code: string) =>
  all.flatMap((each) => (each.code === code ? [each.args] : []));

it.each([null, 'X'])('a column to report in under the header %s is said to be there', async (header) => {
  let own = header ?? '';
  const bytes = await edited(({ sheet, column }) => {
    const cell = sheet.getRow(3).getCell(column('进展情况'));
    if (header === null) own = `（无标题 ${cell.address.replace(/\d+/, '')}列）`;
    cell.value = header;
  });
  const { collected, built } = await told(bytes);
  const args = { columns: ['进展情况'], own: [own] };
  expect(argsOf(collected, 'return-columns')).toEqual([args]);
  expect(argsOf(built, 'sheet-columns-gone')).toEqual([args]);
  for (const each of [...collected, ...built].filter(({ code }) => code.includes('columns')))
    expect(messageOf(each)).toContain(`“${own}”，里面填的都在`);
});

it('a column that is gone is said to be, and no printed text to be changed', async () => {
  const { lost } = await told(await edited((tasks) => without(tasks, '编号')));
  expect(lost).toEqual(['删掉的列“编号”']);
});

it('rows of which nothing tells which task they are of are not said to be deleted', async () => {
  const bytes = await edited((tasks) => {
    const { rows, column } = tasks;
    const names = rows().map((row) => row.getCell(column('任务名称')).value);
    for (const row of rows()) row.getCell(column('任务名称')).value = names.pop() ?? null;
    for (const row of rows()) row.getCell(column('目标内容')).value = '按要求办理';
    without(tasks, '编号', '校验', '通知序号');
  });
  const { collected, built, lost } = await told(bytes);
  const [first] = argsOf(collected, 'return-missing');
  const [second] = argsOf(built, 'sheet-rows-back');
  for (const args of [first, second]) expect(args).toMatchObject({ count: 3, unknown: 3 });
  expect(lost.join()).not.toContain('删掉的行');
  for (const each of [...collected, ...built].filter(({ code }) => /missing|rows-back/.test(code)))
    expect(messageOf(each)).toContain('表里有 3 行认不出是哪一项任务');
});

it('what is of no task is told with the cell in which it stands', async () => {
  let at = '';
  const bytes = await edited(({ sheet, column }) => {
    sheet.getCell('C12').value = '以上情况属实';
    const progress = sheet.getRow(14).getCell(column('进展情况'));
    progress.value = '（截至6月）';
    at = progress.address;
    sheet.getCell('AF16').value = '远';
  });
  const { collected } = await told(bytes);
  expect(argsOf(collected, 'return-astray')).toMatchObject([
    { words: ['任务清单!C12“以上情况属实”', `任务清单!${at}“（截至6月）”`, '任务清单!AF16“远”'] },
  ]);
});

it.each([
  ['任务名称', '目标内容'],
  ['牵头单位', '责任单位'],
])(
  'headers of printed columns that stand over each other’s, %s and %s, are told once',
  async (one, other) => {
    const bytes = await edited(({ sheet, column }) => {
      const [first, second] = [one, other].map((header) => sheet.getRow(3).getCell(column(header)));
      if (!first || !second) throw new Error('no such columns');
      [first.value, second.value] = [other, one];
    });
    const { collected, built } = await told(bytes);
    const args = { headers: [one, other], as: [other, one] };
    for (const all of [collected, built])
      expect(all.map(({ code, args: said }) => [code, said])).toEqual([['return-headers', args]]);
  },
);

it('printed columns that were moved with their words are as they stand', async () => {
  const bytes = await edited(({ sheet, column }) => {
    const [name, goal] = [column('任务名称'), column('目标内容')];
    for (let at = 3; at <= sheet.rowCount; at++) {
      const [one, other] = [name, goal].map((each) => sheet.getRow(at).getCell(each));
      if (one && other) [one.value, other.value] = [other.value, one.value];
    }
  });
  const { collected } = await told(bytes);
  expect(collected.map(({ code }) => code)).not.toContain('return-edited');
  expect(collected.map(({ code }) => code)).not.toContain('return-headers');
});
