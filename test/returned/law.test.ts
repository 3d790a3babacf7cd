// A law, tried on random edits of a returned sheet, and on such as other programs made and saved, over several revisions: every value and comment is at the task that it
// was typed for, or the file is kept and it is told; carried over twice is carried over once.
import { readdirSync, readFileSync } from 'node:fs';
import { type CellObject, read as readWorkbook, utils } from '@e965/xlsx';
import type Excel from 'exceljs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

interface Row {
  /** What it is in every edition. */
  readonly key: string;
  readonly name: string;
  readonly goal: string;
  readonly others: string;
}

const ROWS: readonly Row[] = [
  ['堤防达标', '完成南岸护岸等8处水毁工程修复。', '县水利局 | 县财政局'],
  ['水库除险', '完成6座小型水库除险加固，安装监测设备。', '县水利局 | 县应急管理局'],
  ['农村供水', '新建改建集中供水工程12处，普及率达到92%。', '县水利局 | 县农业农村局'],
  ['山洪预警', '建成小流域山洪灾害预警平台，培训网格员。', '县水利局 | 县气象局'],
  ['河长巡河', '县级河长每季度巡河一次，问题整改率100%。', '县生态环境局 | 县水利局'],
  ['应急演练', '组织综合应急演练2次，检验预案。', '县应急管理局 | 县消防救援大队等单位'],
].map(([name = '', goal = '', others = '']) => ({ key: name, name, goal, others }));

const NEW: Row = {
  key: '新',
  name: '智慧水利',
  goal: '建设智慧水利平台1个。',
  others: '县水利局 | 县财政局',
};
const REVISIONS: readonly (readonly Row[])[] = [
  ROWS,
  [...ROWS].reverse(),
  ROWS.map((row) => ({ ...row, goal: row.goal.replace('12处', '15处').replace('6座', '7座') })),
  [NEW, ...ROWS.slice(1).map((row) => ({ ...row, name: row.name.replace('山洪预警', '山洪灾害预警') }))],
];

const noticeOf = (rows: readonly Row[]) =>
  taskNotice(rows.map(({ name, goal, others }) => `${name} | ${goal} | ${others}`));

const UNIT = '县水利局';
const FILE = `${UNIT}.xlsx`;
let before: TaskBook;
let after: readonly TaskBook[];
let blank: Uint8Array;

beforeAll(async () => {
  const parsed = (rows: readonly Row[]) => bookOf(noticeOf(rows));
  before = await parsed(ROWS);
  after = (await Promise.all(REVISIONS.map(parsed))).map((book) => withLineage(book, before));
  blank = await sheetToXlsx(sheetFor(before, UNIT));
  await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const all = rows().map((row) => {
      const name = row.getCell(column('任务名称')).text;
      checks.set(row.getCell(column('校验')).text.replace(/\s/g, ''), name);
      const texts = new Set<string>();
      row.eachCell(({ text }) => texts.add(text.replace(/\s/g, '')));
      return { name, texts };
    });
    for (const { name, texts } of all)
      for (const text of texts)
        if (text.length > 3 && all.filter((each) => each.texts.has(text)).length === 1)
          printedOnce.set(text, name);
  });
});

// The oracle: it knows the ids, names and goals of the tasks, and which words were typed. It looks for them in rows.

interface Known {
  readonly id: string;
  readonly name: string;
  readonly goal: string;
  readonly key: string;
}

const knownIn = (book: TaskBook, rows: readonly Row[]): Known[] =>
  book.tasks.map(({ id, name, goal }, i) => ({ id, name, goal, key: rows[i]?.key ?? '' }));

/** Something typed, and the tasks that the id, the name and the goal in its row are of. */
interface Found {
  readonly token: string;
  /** The row that it stands in, as the workbook has it, and what else does. */
  readonly row: string;
  readonly texts: readonly string[];
  readonly said: readonly (readonly string[])[];
  /** The task whose checks stand in its row. */
  readonly checked: readonly string[];
  /** What stands in the cell that it is noted on. */
  readonly on?: string;
}

/** What was printed in one row only, and the task that it is of: who sorts some columns alone leaves it where it is. */
const printedOnce = new Map<string, string>();

/** The checks of each row as it was sent out, and the task that it is of. */
const checks = new Map<string, string>();

const TOKEN = /甲\d{3}乙/g;

/** Another library reads the file than the program's. */
function foundIn(bytes: Uint8Array, known: readonly Known[]): Found[] {
  const found: Found[] = [];
  const { Sheets } = readWorkbook(bytes, { type: 'buffer' });
  for (const [name, sheet] of Object.entries(Sheets)) {
    const rows = new Map<number, { texts: string[]; tokens: Pick<Found, 'token' | 'on'>[] }>();
    const put = (number: number, text: string, noted: string) => {
      const row = rows.get(number) ?? { texts: [], tokens: [] };
      row.texts.push(text);
      row.tokens.push(...(text.match(TOKEN) ?? []).map((token) => ({ token })));
      row.tokens.push(...(noted.match(TOKEN) ?? []).map((token) => ({ token, on: text })));
      rows.set(number, row);
    };
    for (const [address, cell] of Object.entries(sheet) as [string, CellObject][]) {
      if (address.startsWith('!')) continue;
      const { r: row, c: column } = utils.decode_cell(address);
      const text = String(cell.v ?? '').replace(/\s/g, '');
      put(row, text, (cell.c ?? []).map(({ t }) => t).join(''));
      // What is merged over several rows is said of each.
      const merged = sheet['!merges']?.find(({ s: first }) => first.r === row && first.c === column);
      for (let below = row + 1; merged && below <= merged.e.r; below++) put(below, text, '');
    }
    for (const [number, { texts, tokens }] of rows) {
      // A question is of no one task.
      const isQuestion = texts.includes('集体称谓');
      const said = (['id', 'name', 'goal'] as const)
        .map((field) => known.filter((task) => texts.includes(task[field])).map(({ key }) => key))
        .filter((keys) => keys.length > 0 && !isQuestion);
      const checked = texts.flatMap((text) => checks.get(text) ?? []);
      for (const each of tokens) found.push({ ...each, row: `${name}!${number}`, texts, said, checked });
    }
  }
  return found;
}

// The edits: of a table as it is seen, its rows from the first below the header.

interface Cell {
  value: Excel.CellValue;
  note: string;
}

interface Edit {
  readonly kind: (typeof KINDS)[number];
  readonly row: number;
  readonly to: number;
  readonly columns: readonly string[];
}

const KINDS = [
  'sort',
  'sort alone',
  'sort what is seen',
  'delete',
  'insert',
  'copy',
  'move',
  'clear',
  'retype',
  'note',
  'rename',
  'swap',
  'fill down',
] as const;
const COLUMNS = ['编号', '任务名称', '目标内容', '类型', '责任单位', '责任人', '进展情况', '备注', '序号'];

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    row: fc.nat(9),
    to: fc.nat(9),
    columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 2, maxLength: 4 }),
  }),
  { maxLength: 4 },
);

function edit(workbook: Excel.Workbook, all: readonly Edit[]): void {
  let count = 0;
  const token = () => `甲${String(++count).padStart(3, '0')}乙`;
  const { sheet, column } = tasksIn(workbook);
  const width = sheet.columnCount;
  const read = (number: number): Cell[] =>
    Array.from({ length: width }, (_, i) => {
      const { value } = sheet.getCell(number, i + 1);
      return { value, note: '' };
    });
  const rows = Array.from({ length: sheet.rowCount - 3 }, (_, i) => read(i + 4));
  const at = new Map(COLUMNS.map((header) => [header, column(header) - 1]));
  const cellOf = (row: Cell[] | undefined, header: string) => row?.[at.get(header) ?? -1];
  for (const row of rows) {
    for (const header of ['责任人', '进展情况', '备注']) {
      const cell = cellOf(row, header);
      if (cell) cell.value = token();
    }
    const cell = cellOf(row, '任务名称');
    if (cell) cell.note = token();
  }
  const sortBy = (header: string, columns: readonly number[]) => {
    const key = (row: Cell[]) => String(cellOf(row, header)?.value ?? '');
    const order = [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map((row) => [...row]);
    for (const [i, row] of rows.entries()) for (const c of columns) row[c] = order[i]?.[c] as Cell;
  };
  const everyColumn = Array.from({ length: width }, (_, i) => i);
  for (const { kind, row: from, to, columns } of all) {
    const [first = '', second = ''] = columns;
    const row = rows[from % rows.length] ?? [];
    const copy = () => row.map((cell) => ({ ...cell }));
    if (kind === 'sort') sortBy(first, everyColumn);
    if (kind === 'sort alone')
      sortBy(
        first,
        columns.map((header) => at.get(header) as number),
      );
    if (kind === 'sort what is seen') sortBy(first, everyColumn.slice(0, (at.get('备注') as number) + 1));
    if (kind === 'delete' && rows.length > 1) rows.splice(from % rows.length, 1);
    if (kind === 'insert') {
      const own = row.map((): Cell => ({ value: null, note: '' }));
      for (const header of [first, '进展情况']) {
        const cell = cellOf(own, header);
        if (cell) cell.value = token();
      }
      rows.splice(to % rows.length, 0, own);
    }
    if (kind === 'copy') rows.splice(to % (rows.length + 1), 0, copy());
    if (kind === 'move') rows.splice(to % rows.length, 0, ...rows.splice(from % rows.length, 1));
    if (kind === 'clear') for (const each of rows) (cellOf(each, first) as Cell).value = null;
    if (kind === 'retype') (cellOf(row, first) as Cell).value = token();
    if (kind === 'note') (cellOf(row, first) as Cell).note ||= token();
    if (kind === 'fill down')
      for (const each of rows.slice(from % rows.length, to))
        (cellOf(each, first) as Cell).value = cellOf(row, first)?.value;
    if (kind === 'swap') {
      const [one, other] = [at.get(first) as number, at.get(second) as number];
      for (const each of [sheet.getRow(3), ...rows.map((__, i) => i)]) {
        if (typeof each !== 'number') {
          const [left, right] = [each.getCell(one + 1).value, each.getCell(other + 1).value];
          each.getCell(one + 1).value = right;
          each.getCell(other + 1).value = left;
        } else {
          const own = rows[each] as Cell[];
          [own[one], own[other]] = [own[other] as Cell, own[one] as Cell];
        }
      }
      at.set(first, other).set(second, one);
    }
  }
  // Put back all at once.
  const end = sheet.rowCount;
  for (let i = 0; i < Math.max(rows.length, end - 3); i++) {
    for (const c of everyColumn) {
      const cell = sheet.getCell(i + 4, c + 1);
      const { value = null, note = '' } = rows[i]?.[c] ?? {};
      cell.value = value;
      if (note !== '') cell.note = note;
    }
  }
  if (all.some(({ kind }) => kind === 'rename')) sheet.name = 'Sheet1';
}

/** All tasks of which its row says anything: its words and checks, and whatever else was printed in one row only. */
const allSaid = ({ said, checked, texts }: Found) => [
  ...said.flat(),
  ...checked,
  ...texts.flatMap((text) => printedOnce.get(text) ?? []),
];

/** The tasks that something must be at: those that all in its row agree on, the id or the name among it. */
const agreed = ({ said }: Found) =>
  said.length === 0
    ? []
    : (said[0] as readonly string[]).filter((key) => said.every((keys) => keys.includes(key)));

/**
 * The task that a row's id, name and goal are of, and all else that is printed in it, where no other row is of it. What is
 * noted on a name is of the task that has it.
 */
function meant(each: Found, all: readonly Found[]): string | undefined {
  const named = ROWS.find(({ name }) => name === each.on)?.key;
  const rowsWith = (is: (other: Found) => boolean) => new Set(all.filter(is).map(({ row }) => row)).size;
  if (named !== undefined) {
    const isOnce = rowsWith(({ texts }) => texts.includes(named)) === 1;
    // Its own row has no words that are no other row's.
    const isWhole = ({ checked, said }: Found) =>
      checked.includes(named) &&
      said.length === 3 &&
      said.every((keys) => all.some((other) => keys.some((key) => other.checked.includes(key))));
    return isOnce && rowsWith(isWhole) === 1 ? named : undefined;
  }
  const most = ({ said }: Found) =>
    said.flat().filter((key, i, keys) => keys.indexOf(key) === i && said.every((of) => of.includes(key)));
  const [key, ...others] = new Set(most(each));
  if (key === undefined || others.length > 0 || allSaid(each).some((other) => other !== key))
    return undefined;
  return rowsWith((other) => most(other).includes(key)) === 1 ? key : undefined;
}

/** Whether all that was typed into a file is where it belongs after a revision. */
async function isCarried(saved: Uint8Array, n: number): Promise<void> {
  const book = after[n] as TaskBook;
  const was = knownIn(before, ROWS);
  const typed = foundIn(saved, was);
  expect(typed.length).toBeGreaterThan(0);
  const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, saved);
  // A table without the names of its tasks is left as it is, and told.
  if (!value) return expect(diagnostics.map(({ code }) => code)).toEqual(['not-a-sheet']);
  const { content, keep } = value;
  const now = knownIn(book, REVISIONS[n] as readonly Row[]);
  const gone = was.filter(({ id }) => !now.some((task) => task.id === id));
  const found = foundIn(content as Uint8Array, [...now, ...gone]);
  for (const each of typed) {
    const places = found.filter(({ token }) => token === each.token);
    // Nothing is lost.
    expect(places.length > 0 || keep !== undefined, each.token).toBe(true);
    if (typed.filter(({ token }) => token === each.token).length > 1) continue;
    // Nothing is at a task that its row said nothing of.
    const wrong = places.flatMap(agreed).filter((key) => !allSaid(each).includes(key));
    expect(wrong, each.token).toEqual([]);
    // Where id, name and goal say one thing, and so does the rest, it is there.
    const task = meant(each, typed);
    const isLeft = now.some(({ key }) => key === task);
    const isTelling = each.said.length === 3 || ROWS.some(({ name }) => name === each.on);
    if (isLeft && places.length > 0 && isTelling) expect(places.flatMap(agreed), each.token).toContain(task);
    // Where they say several, it is told.
    const isChecked = ({ checked }: Found) => agreed(each).some((key) => checked.includes(key));
    const isOfSeveral = agreed(each).length === 0 || (each.checked.length > 0 && !isChecked(each));
    if (each.said.length === 3 && isOfSeveral) expect(keep, each.token).toBeDefined();
  }
  const again = await renewSheet(sheetFor(book, UNIT), FILE, content as Uint8Array);
  expect(Buffer.from(again.value?.content as Uint8Array).equals(Buffer.from(content))).toBe(true);
  // Where nothing printed changes, the file stays as it was saved, with all that is in it.
  if (Buffer.from(content).equals(saved)) return;
  expect(again.value?.keep).toBeUndefined();
}

/** Whether all that was typed into a file is in the roll-up, at its task. */
async function isRolledUp(saved: Uint8Array): Promise<void> {
  const typed = foundIn(saved, knownIn(before, ROWS));
  const { collected, unread } = await readReturned(saved, FILE);
  const why = unread.flatMap(({ problems }) => problems.map(({ code }) => code));
  if (collected.length === 0) return expect(why).toEqual(['not-a-sheet']);
  const { tasks, ...rest } = rollUp(before, collected);
  const isTold = rest.problems.some(({ code }) =>
    ['return-changed', 'return-edited', 'return-ids'].includes(code),
  );
  const everything = JSON.stringify([tasks, rest]);
  for (const each of typed) {
    expect(everything.includes(each.token) || isTold, each.token).toBe(true);
    const at = tasks.filter(({ reports }) => JSON.stringify(reports).includes(each.token));
    const isTwice = typed.filter(({ token }) => token === each.token).length > 1;
    const wrong = at.filter(({ name }) => !allSaid(each).includes(name));
    if (!isTwice) expect(wrong, each.token).toEqual([]);
  }
}

/** Edits by which something was once at another task: notes that were sorted with the names on which they were written. */
const FOUND: [Edit[], number][] = [
  [
    [
      { kind: 'retype', row: 0, to: 0, columns: ['目标内容', '编号'] },
      { kind: 'sort alone', row: 0, to: 0, columns: ['任务名称', '目标内容', '编号'] },
    ],
    0,
  ],
  [[{ kind: 'sort alone', row: 0, to: 0, columns: ['任务名称', '目标内容', '编号'] }], 0],
  [
    [
      { kind: 'sort alone', row: 0, to: 0, columns: ['编号', '任务名称'] },
      { kind: 'delete', row: 0, to: 0, columns: ['编号', '备注'] },
    ],
    0,
  ],
];

describe('a returned sheet, edited at random,', () => {
  it('has everything at its task in the next one, or is kept and told; once is enough', async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.nat(REVISIONS.length - 1), async (all, n) => {
        await isCarried(await changed(blank, (workbook) => edit(workbook, all)), n);
      }),
      { numRuns: runs(10), examples: FOUND },
    );
  }, 240_000);

  it('has everything in the roll-up, at its task', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (all) => {
        await isRolledUp(await changed(blank, (workbook) => edit(workbook, all)));
      }),
      { numRuns: runs(6) },
    );
  }, 240_000);
});

const SAVED = new URL('../../fixtures/returned/', import.meta.url);

describe.each(readdirSync(SAVED))('%s, edited and saved by another program,', (name) => {
  const saved = readFileSync(new URL(name, SAVED));

  it('has everything at its task after each revision, and in the roll-up', async () => {
    for (const n of REVISIONS.keys()) await isCarried(saved, n);
    await isRolledUp(saved);
  });
});
