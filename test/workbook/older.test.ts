// Workbooks of other forms than .xlsx are read as what they are in .xlsx: notices, and sheets that come back.
import { readFileSync } from 'node:fs';
import { type BookType, read, write } from '@e965/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Diagnostic,
  parseNotice,
  readReturned,
  rollUp,
  sheetFor,
  sheetToXlsx,
  type TaskBook,
} from '../../src/index.js';
import { asXlsx, isOlder } from '../../src/workbook/older.js';
import { changed, tasksIn } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const TABLES = new URL('../../fixtures/tables/', import.meta.url);
const RETURNED = new URL('../../fixtures/wulong-2025-1/returned/', import.meta.url);
const FORMS: readonly (readonly [ending: string, form: BookType])[] = [
  ['xls', 'biff8'],
  ['et', 'biff8'],
  ['ods', 'ods'],
  ['xlsb', 'xlsb'],
];

/** A workbook as another program would save it in another form. */
const saved = (xlsx: Uint8Array, bookType: BookType) =>
  new Uint8Array(
    write(read(xlsx, { cellStyles: true, cellNF: true }), { type: 'buffer', bookType, cellStyles: true }),
  );

const textsOf = ({ tasks }: TaskBook) =>
  tasks.map(({ number, name, goal, deadline, cells }) => [
    number,
    name,
    goal,
    deadline,
    cells.map(({ text }) => text),
  ]);

const errorsOf = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.flatMap(({ severity, code, args }) => (severity === 'error' ? [[code, args]] : []));

describe.each(['x01-zhuyang', 'x04-zheling', 'x24-qiushan'])('the notice %s', (name) => {
  const xlsx = readFileSync(new URL(`${name}.xlsx`, TABLES));
  let wanted: unknown;
  let told: unknown;
  beforeAll(async () => {
    const { value, diagnostics } = await parseNotice(xlsx, { name: `${name}.xlsx` });
    wanted = textsOf(value as TaskBook);
    told = errorsOf(diagnostics);
  });

  it.each(FORMS)('says the same as .%s', async (ending, form) => {
    const { value, diagnostics } = await parseNotice(saved(xlsx, form), { name: `${name}.${ending}` });
    expect(errorsOf(diagnostics)).toEqual(told);
    expect(textsOf(value as TaskBook)).toEqual(wanted);
  });
});

describe('a sheet that comes back', () => {
  let filled: Uint8Array;
  let book: TaskBook;
  beforeAll(async () => {
    book = await seedBook();
    filled = await changed(await sheetToXlsx(sheetFor(book, '区水利局')), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const put = (row: number, header: string, value: string | Date) => {
        const cell = rows()[row]?.getCell(column(header));
        if (cell) cell.value = value;
      };
      put(0, '进展状态', '已完成');
      put(0, '进展情况', '完成5处');
      put(1, '完成时限', new Date('2025-05-31T00:00:00Z'));
    });
  });

  it.each(FORMS)('is rolled up from .%s as from .xlsx', async (ending, form) => {
    const reported = async (bytes: Uint8Array, file: string) => {
      const { collected, unread } = await readReturned(bytes, file);
      expect(unread).toEqual([]);
      const { tasks, units } = rollUp(book, collected, '2025-06-30');
      return [
        tasks.map(({ id, reports }) => [
          id,
          reports.map(({ unit, state, filled: said }) => [unit, state, said]),
        ]),
        units.find(({ unit }) => unit === '区水利局')?.late,
      ];
    };
    const wanted = await reported(filled, '区水利局.xlsx');
    expect(await reported(saved(filled, form), `区水利局.${ending}`)).toEqual(wanted);
  });
});

describe('a sheet that LibreOffice saved', () => {
  it.each(['xls', 'ods'])('as .%s has its comments', async (ending) => {
    const bytes = readFileSync(new URL(`libreoffice.${ending}`, RETURNED));
    const { collected } = await readReturned(bytes, `区水利局.${ending}`);
    const notes = collected.flatMap(({ sheet }) => sheet.rows.flatMap((row) => row.notes));
    expect(notes.map(({ text }) => text)).toEqual(['请复核']);
  });
});

it('a comment on an empty cell outside all that is filled in is there', async () => {
  // A worksheet of people's own, with 字自己 in A1 and a comment on B2; saved by LibreOffice.
  const bytes = readFileSync(new URL('own-worksheet.xls', RETURNED));
  const { collected } = await readReturned(bytes, '县水利局.xls');
  const said = collected.flatMap(({ others = [] }) => others.map(({ text }) => text));
  expect(said.join()).toContain('批自己');
});

describe('what is no such workbook', () => {
  it('is not taken for one', async () => {
    expect(await isOlder(Buffer.from('Workbook\0', 'utf16le'))).toBe(false);
    expect(await isOlder(readFileSync(new URL('x01-zhuyang.xlsx', TABLES)))).toBe(false);
  });

  it('is told where it ends early', async () => {
    const whole = saved(readFileSync(new URL('x01-zhuyang.xlsx', TABLES)), 'biff8');
    for (const length of [600, 2000, Math.floor(whole.length / 2)]) {
      const { value, diagnostics } = await parseNotice(whole.slice(0, length), { name: 'a.xls' });
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ severity }) => severity)).toContain('error');
    }
  });

  it('is told where it is too large', async () => {
    const { diagnostics } = await asXlsx(new Uint8Array(17 * 2 ** 20), 'a.xls');
    expect(diagnostics.map(({ code }) => code)).toEqual(['file-too-large']);
  });
});
