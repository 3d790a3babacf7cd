// Tasks that a revision gives to another unit: what was filled in is told until the other one has it. A new role is no other unit.
import { describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  lineageIn,
  planSheets,
  prepare,
  sheetFor,
  type TaskBook,
  unitFinder,
  withLineage,
} from '../../src/index.js';
import { changed, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '山洪沟治理 | 治理山洪沟3条。 | 县水利局 | 县应急局',
  '防火道建设 | 新建防火道15公里。 | 县林业局 | 县应急局',
  '河道清障 | 清理河道25公里。 | 县水利局 | 县林业局',
];
const LEADS_EXCHANGED = [
  '山洪沟治理 | 治理山洪沟3条。 | 县林业局 | 县应急局',
  '防火道建设 | 新建防火道15公里。 | 县水利局 | 县应急局',
  '河道清障 | 清理河道25公里。 | 县水利局 | 县林业局',
];
const ROLES_EXCHANGED = ROWS.with(2, '河道清障 | 清理河道25公里。 | 县林业局 | 县水利局');
const UNITS = ['县水利局', '县林业局'] as const;
const before = await bookOf(taskNotice(ROWS));

async function built(folder: VirtualFolder, book: TaskBook): Promise<readonly Diagnostic[]> {
  const sheets = UNITS.map((unit) => sheetFor(book, unit));
  const files = planSheets(book, sheets, ['xlsx']).map((file) =>
    'sheet' in file ? { ...file, before: () => sheetFor(before, file.sheet.unit) } : file,
  );
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book), lineage: lineageIn(book) };
  const { value, diagnostics } = await prepare(folder, files, options);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  folder.commit(value);
  return value.diagnostics;
}

/** Says something of the tasks of a unit: of each, its name behind the words; nothing where there are none. */
async function fill(folder: VirtualFolder, unit: string, words: string | null, name?: string): Promise<void> {
  const file = `${unit}.xlsx`;
  const bytes = await changed(folder.files.get(file) as Buffer, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) {
      const task = row.getCell(column('任务名称')).text;
      if (name === undefined || task === name)
        row.getCell(column('进展情况')).value = words === null ? null : `${words}${task}`;
    }
  });
  folder.files.set(file, Buffer.from(bytes));
}

async function filledBefore(): Promise<VirtualFolder> {
  const folder = new VirtualFolder();
  await built(folder, before);
  for (const unit of UNITS) await fill(folder, unit, unit);
  return folder;
}

const collected = async (folder: VirtualFolder, book: TaskBook) => {
  const files = [...folder.files].filter(([name]) => !name.startsWith('原件/'));
  return rolledUpFrom(book, files, null);
};
const gone = (all: readonly Diagnostic[]) =>
  all.flatMap(({ code, args }) => (code.endsWith('-tasks-gone') ? [args] : []));

describe('a revision that gives tasks to other units', () => {
  it('is told with what was filled in, by who builds and by who collects, until that stands there or is taken out', async () => {
    const book = withLineage(await bookOf(taskNotice(LEADS_EXCHANGED)), before);
    const folder = await filledBefore();
    const both = [
      { unit: '县水利局', names: ['山洪沟治理'], count: 1 },
      { unit: '县林业局', names: ['防火道建设'], count: 1 },
    ];
    for (let run = 0; run < 2; run++) {
      expect(gone(await built(folder, book))).toEqual(both);
      expect(gone((await collected(folder, book)).problems)).toEqual(both);
    }
    // One is copied to the unit that has the task now, the other is not wanted.
    await fill(folder, '县林业局', '县水利局', '山洪沟治理');
    await fill(folder, '县林业局', null, '防火道建设');
    expect(gone(await built(folder, book))).toEqual([]);
    expect(gone((await collected(folder, book)).problems)).toEqual([]);
  });

  it('and one in which the lead and the responsible unit change places has all at its row, and nothing is told', async () => {
    const book = withLineage(await bookOf(taskNotice(ROLES_EXCHANGED)), before);
    const folder = await filledBefore();
    expect(await built(folder, book)).toEqual([]);
    const { tasks, problems, rest } = await collected(folder, book);
    expect([problems, rest]).toEqual([[], []]);
    const said = tasks.find(({ name }) => name === '河道清障')?.reports ?? [];
    expect(said.map(({ unit, part, filled }) => [unit, part, filled.progress])).toEqual(
      expect.arrayContaining([
        ['县林业局', 'lead', '县林业局河道清障'],
        ['县水利局', 'responsible', '县水利局河道清障'],
      ]),
    );
  });
});

it('a row of another unit that is pasted into a sheet is told with the units that have its task', async () => {
  const folder = new VirtualFolder();
  await built(folder, before);
  const { sheet: theirs, column } = tasksIn(await openWorkbook(folder.files.get('县林业局.xlsx') as Buffer));
  const headers = ['任务名称', '目标内容', '编号', '类型', '牵头单位'];
  const pasted = headers.map((header) => theirs.getRow(4).getCell(column(header)).text);
  const bytes = await changed(folder.files.get('县水利局.xlsx') as Buffer, (workbook) => {
    const { sheet, column: at } = tasksIn(workbook);
    for (const [i, header] of headers.entries()) sheet.getRow(6).getCell(at(header)).value = pasted[i] ?? '';
    sheet.getRow(6).getCell(at('进展情况')).value = '抄错行的话';
  });
  folder.files.set('县水利局.xlsx', Buffer.from(bytes));
  const told = (await built(folder, before)).filter(({ code }) => code === 'sheet-of-others');
  expect(told.map(({ args }) => args)).toEqual([
    { names: ['防火道建设'], units: ['县林业局、县应急局'], count: 1 },
  ]);
});
