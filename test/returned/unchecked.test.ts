// A worksheet saved as CSV, or pasted into a new workbook: no cover and no checksum tells what the program printed in it.
// What is typed over that is told with its cell and kept; an untouched one gives no word, and of an older edition nobody is
// said to have typed what that printed.
import { stringify } from 'csv-stringify/sync';
import Excel from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type RollUp,
  renewSheet,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { workbookBytes } from '../../src/workbook/new.js';
import { openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，制定巡查制度。 | 县水利局 | 县应急管理局 | 2026年9月底前',
  '河道清淤 | 完成东河12公里河道清淤疏浚。 | 县水利局 | 县财政局 | 2026年11月底前',
  '农村供水 | 新建改建农村供水工程15处。 | 县水利局 | 县农业农村局 | 2026年10月底前',
];
const UNIT = '县水利局';
const GOAL = '完成南岸护岸等8处水毁工程修复。';
const WORDS = '（科长已审）';

let book: TaskBook;
/** The next edition, read by itself, and as one that goes on from the first. */
let next: TaskBook;
let revised: TaskBook;
let blank: Uint8Array;
beforeAll(async () => {
  book = await bookOf(taskNotice(ROWS));
  const rows = ROWS.map((row) => row.replace('8处', '9处'));
  next = await bookOf(
    taskNotice(['节水 | 建成节水型单位10个。 | 县水利局 | 县财政局 | 2026年8月底前', ...rows]),
  );
  revised = withLineage(next, book);
  blank = await sheetToXlsx(sheetFor(book, UNIT));
});

type Grid = string[][];

/**
 * What 任务清单 shows, by row and column, with words typed behind what the first task has in some columns.
 *
 * @param isChecked whether the column of the checks was taken along
 */
async function grid(typed: readonly string[] = [], width?: number, isChecked = false): Promise<Grid> {
  const workbook = await openWorkbook(blank);
  const { sheet, column, rows } = tasksIn(workbook);
  for (const header of typed) {
    const cell = rows()[0]?.getCell(column(header));
    if (cell) cell.value = `${cell.text}${WORDS}`;
  }
  return Array.from({ length: sheet.rowCount }, (_, i) =>
    Array.from({ length: width ?? sheet.columnCount }, (_, j) => {
      if (!isChecked && j + 1 === column('校验')) return '';
      const { value, text } = sheet.getCell(i + 1, j + 1);
      return value instanceof Date ? value.toISOString().slice(0, 10) : text;
    }),
  );
}

/** In which forms such a worksheet comes back. */
const FORMS = {
  csv: (cells: Grid) => Buffer.from(stringify(cells)),
  xlsx: (cells: Grid) => {
    const workbook = new Excel.Workbook();
    workbook.addWorksheet('Sheet1').addRows(cells);
    return workbookBytes(workbook);
  },
};
type Form = keyof typeof FORMS;
const EACH = Object.keys(FORMS) as Form[];

const rolled = async (form: Form, cells: Grid, of: TaskBook): Promise<RollUp> =>
  rolledUpFrom(of, [[`${UNIT}.${form}`, await FORMS[form](cells)]], null);
const told = ({ problems }: RollUp) => problems.map(({ code }) => code);
const saidIn = ({ rest }: RollUp) => rest.map(({ said }) => said);

describe.each(EACH)('a worksheet as %s, without a cover or checksums', (form) => {
  it('gives no word as long as nobody has touched it', async () => {
    const { problems, rest, units } = await rolled(form, await grid(), book);
    expect([problems, rest]).toEqual([[], []]);
    expect(units.find(({ unit }) => unit === UNIT)?.handed).toBe('empty');
  });

  it.each(['目标内容', '类别', '量化指标', '通知时限', '牵头单位', '出处', '本单位角色'])(
    'has what is typed over %s told with its cell and kept',
    async (header) => {
      const cells = await grid([header]);
      const rollUp = await rolled(form, cells, book);
      const printed = cells[3]?.[cells[2]?.indexOf(header) ?? 0] ?? '';
      expect(told(rollUp)).toEqual(['return-unsure']);
      expect(saidIn(rollUp)).toEqual([`${header}：${printed}`]);
      expect(printed).toContain(WORDS);
    },
  );

  it('has what is typed over a column that is made of others with its row', async () => {
    const { tasks } = await rolled(form, await grid(['牵头和责任单位']), book);
    const own = tasks[0]?.reports[0]?.own['牵头和责任单位（填写）'];
    expect(own).toBe(`牵头：县水利局\n责任：县财政局${WORDS}`);
  });

  it('has no task filled in by the days that the program printed, where only what is seen was taken along', async () => {
    const { tasks, problems } = await rolled(form, (await grid([], 13)).slice(2), book);
    expect([tasks.flatMap(({ reports }) => reports), problems]).toEqual([[], []]);
  });

  it('gives no word of what an earlier edition printed, where that is known', async () => {
    expect(told(await rolled(form, await grid(), revised))).toEqual([]);
  });

  it('tells what is not as it is now, and not that somebody wrote it, where no earlier edition is known', async () => {
    const rollUp = await rolled(form, await grid(), next);
    expect(told(rollUp)).toEqual(['return-unsure']);
    expect(rollUp.units.find(({ unit }) => unit === UNIT)?.handed).toBe('empty');
    expect(saidIn(rollUp)[0]).toBe(`目标内容：${GOAL}`);
  });
});

describe.each(EACH)('a sheet that goes on from a worksheet as %s', (form) => {
  const renewed = async (cells: Grid, of: TaskBook, before?: TaskBook) => {
    const { value } = await renewSheet(sheetFor(of, UNIT), `${UNIT}.${form}`, await FORMS[form](cells), {
      lineage: lineageIn(of),
      ...(before && { before: () => sheetFor(before, UNIT) }),
    });
    return value;
  };
  const first = async (...of: Parameters<typeof renewed>) =>
    (await renewed(...of))?.sheet.rows.find(({ name }) => name === '堤防达标');

  it.each(['目标内容', '类别', '量化指标', '牵头单位'])(
    'has what was typed over %s beside it',
    async (header) => {
      const row = await first(await grid([header]), book);
      expect(row?.own[`${header}（填写）`]).toContain(WORDS);
      expect(row?.change).toBeNull();
    },
  );

  it('has what was typed, and what the notice has changed, after a revision', async () => {
    const row = await first(await grid(['目标内容']), revised, book);
    expect(row?.own).toEqual({ '目标内容（填写）': `${GOAL}${WORDS}` });
    expect(row?.change).toEqual({ kind: 'changed', fields: [{ column: 'goal', before: GOAL }] });
  });

  it('has nothing of anybody where only the notice has changed', async () => {
    for (const [of, before] of [[revised], [revised, book], [next]] as const) {
      const row = await first(await grid(), of, before);
      expect(row?.own).toEqual({});
      expect(row?.change).toEqual({ kind: 'changed', fields: [{ column: 'goal', before: GOAL }] });
    }
  });

  it('has what may be either as what it said before, and the file is kept', async () => {
    const value = await renewed(await grid(['目标内容']), next);
    expect(value?.keep).toBeDefined();
    const row = value?.sheet.rows.find(({ name }) => name === '堤防达标');
    expect(row?.change).toEqual({ kind: 'changed', fields: [{ column: 'goal', before: GOAL + WORDS }] });
  });
});

it.each(EACH)(
  'with its checks, as %s, what was typed is told from what the notice has changed',
  async (form) => {
    const cells = await grid(['目标内容'], undefined, true);
    const rollUp = await rolled(form, cells, next);
    expect(told(rollUp)).toEqual(['return-edited']);
    expect(saidIn(rollUp)).toEqual([`目标内容：${GOAL}${WORDS}`]);
    const { value } = await renewSheet(sheetFor(next, UNIT), `${UNIT}.${form}`, await FORMS[form](cells));
    const row = value?.sheet.rows.find(({ name }) => name === '堤防达标');
    expect([row?.own, row?.change]).toEqual([{ '目标内容（填写）': GOAL + WORDS }, null]);
  },
);

it('has a goal of CSV that somebody has edited in 目标内容（填写）, by its checksum', async () => {
  const csv = sheetToCsv(sheetFor(book, UNIT)).replace(GOAL, GOAL + WORDS);
  const { value } = await renewSheet(sheetFor(book, UNIT), `${UNIT}.csv`, Buffer.from(csv));
  const row = value?.sheet.rows.find(({ name }) => name === '堤防达标');
  expect(row?.own).toEqual({ '目标内容（填写）': GOAL + WORDS });
  expect(row?.change).toBeNull();
});
