// What holds of every page, whichever notice it shows.
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namesIn, parseNotice, whoOf } from '../../src/index.js';
import type { PageParagraph, PagePiece, PageTable } from '../../src/model/page.js';
import { PageData } from '../../src/model/page.js';
import type { Assignment, TaskBook } from '../../src/model/taskbook.js';
import { pageOf } from '../../src/page/index.js';
import { concernFinder } from '../../src/sheets/index.js';
import { CASES } from '../support/cases.js';
import { SEED } from '../support/seed.js';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

const textOf = (pieces: readonly PagePiece[]) =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
const marked = (pieces: readonly PagePiece[], kinds: readonly string[]) =>
  pieces.flatMap((piece) => (typeof piece !== 'string' && kinds.includes(piece.mark) ? [piece] : []));
/** What a cell or a row says of units, in the words of the notice. */
const said = (assignments: readonly Assignment[]) =>
  assignments.map(({ text, kind }) => `${kind === 'open-ended' ? 'open' : 'unit'} ${text}`).sort();

describe.each(CASES)('the page of %s', async (name) => {
  const input = readdirSync(new URL(name, FIXTURES)).find((file) => file.startsWith('input.'));
  const source = input ? new URL(`${name}/${input}`, FIXTURES) : SEED;
  const { value: book } = await parseNotice(readFileSync(source), {
    name: `notice${extname(input ?? '.txt')}`,
  });
  if (!book) throw new Error('no task book');
  const { data, notice } = pageOf(book);
  const tables: readonly PageTable[] = [
    ...notice.appendices.flatMap((each) => each.tables),
    ...notice.tables,
  ];
  const paragraphs: readonly PageParagraph[] = [
    ...notice.letter,
    ...notice.preamble,
    ...notice.chapters.flatMap((chapter) => [
      ...chapter.paragraphs,
      ...chapter.measures.flatMap((measure) => measure.paragraphs),
    ]),
    ...notice.appendices.flatMap((each) => each.paragraphs),
  ];

  it('has the form that its model says', () => {
    expect(PageData.safeParse(data).error).toBeUndefined();
  });

  it('shows every text of the task book, and each task once', () => {
    const shown = [
      ...notice.masthead,
      notice.number,
      notice.title,
      ...notice.addressees.split('，'),
      ...notice.issuer,
      notice.publicity,
      notice.documentTitle,
      ...notice.colophon,
      ...paragraphs.map(textOf),
      ...notice.appendices.flatMap(({ label, title }) => [label, title]),
      ...tables.flatMap(({ title, columns, rows, notes }) => [
        title,
        ...columns,
        ...rows.flatMap(({ section, cells }) => [section, ...cells.map(textOf)]),
        ...notes,
      ]),
      ...notice.otherTables.flatMap(({ title, rows }) => [title, ...rows.flat()]),
    ];
    const { head, printed } = textsOf(book);
    expect(shown).toEqual(expect.arrayContaining(head));
    expect(tables.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(textOf)))).toEqual(
      book.tasks.filter(({ table }) => printed(table)).map(({ cells }) => cells.map(({ text }) => text)),
    );
  });

  it('marks every unit that a cell of a task names, and no other', () => {
    for (const [i, task] of book.tasks.entries()) {
      const row = data.rows[i];
      const units = marked([...(row?.lead ?? []), ...(row?.responsible ?? [])], ['unit', 'open']);
      const own = [...task.lead, ...task.responsible];
      if (own.some(({ inherited }) => inherited) || task.flags.includes('lead-by-order')) continue;
      if (book.tables[task.table - 1]?.kind === 'clauses') continue;
      expect(units.map(({ mark, text }) => `${mark} ${text}`).sort()).toEqual(said(own));
    }
  });

  it('links a unit that is named to what it has to do', () => {
    const units = new Map(data.units.map((unit) => [unit.name, unit]));
    for (const [i, task] of book.tasks.entries()) {
      for (const wanted of namesIn(whoOf(task))) {
        expect(units.get(wanted)?.concerns.map(([row]) => row)).toContain(i);
      }
    }
  });

  it('marks every figure and time of a goal that the task book has', () => {
    for (const [i, { goal, indicators, frequencies, deadlines }] of book.tasks.entries()) {
      const pieces = data.rows[i]?.goal ?? [];
      expect(textOf(pieces)).toBe(goal);
      const texts = [...indicators, ...frequencies, ...deadlines].map(({ text }) => text);
      const within = texts.filter((text) => text !== '' && goal.includes(text));
      const shown = marked(pieces, ['figure', 'time']).map(({ text }) => text);
      for (const text of within)
        expect(shown.some((each) => each.includes(text) || text.includes(each))).toBe(true);
    }
  });

  it('tells each unit what its task sheet tells', () => {
    const concernsOf = concernFinder(book);
    for (const { name: unit, concerns } of data.units) {
      expect(concerns.map(([, duty]) => data.duties[duty]?.part)).toEqual(
        concernsOf(unit).map(({ part }) => part),
      );
    }
  });

  it('says where each clause that is a task begins', () => {
    const clauses = book.tasks.filter(({ table }) => book.tables[table - 1]?.kind === 'clauses');
    const anchors = paragraphs.flatMap((paragraph) => marked(paragraph, ['task']).map(({ to }) => to));
    expect(anchors).toEqual(clauses.map(({ id }) => id));
  });
});

/** What a task book holds of the notice's text, but for its date and the cells of its tables. */
function textsOf({ notice, chapters, tables, otherTables, tasks }: TaskBook) {
  const { masthead, number, title, addressees, letter, issuer, publicity, documentTitle } = notice;
  const head = [
    ...[number, title, publicity, documentTitle].filter((text) => text !== null),
    ...[...masthead, ...addressees, ...issuer, ...notice.colophon],
    ...[...letter, ...notice.preamble].map(({ text }) => text),
    ...notice.appendices.flatMap(({ label, title: of, text }) => [
      label,
      of ?? '',
      ...text.map((each) => each.text),
    ]),
    ...chapters.flatMap(({ text, measures }) => [text, ...measures.map((measure) => measure.text)]),
    ...tables
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ title: of, columns, notes }) => [of, ...columns.map(({ header }) => header), ...notes]),
    ...tasks.map(({ section }) => section),
    ...otherTables.flatMap(({ title: of, rows }) => [of, ...rows.flat()]),
  ].flatMap((text) => text.split('\n'));
  return {
    head: head.filter((text) => text !== ''),
    printed: (table: number) => tables[table - 1]?.kind === 'table',
  };
}

it('marks a deadline that has a column of its own', async () => {
  const input = readFileSync(new URL('minsheng-2026/input.txt', FIXTURES));
  const { value: book } = await parseNotice(input, { name: 'notice.txt' });
  if (!book) throw new Error('no task book');
  const [first] = pageOf(book).notice.appendices.flatMap(({ tables }) => tables);
  expect(first?.rows.map(({ cells }) => marked(cells[3] ?? [], ['time']).map(({ text }) => text))).toEqual([
    ['2026年11月底'],
    ['2026年12月底'],
    ['2026年10月底'],
    ['2026年9月底'],
  ]);
});

it('lists figures that are to be reached, those that units are judged by first', async () => {
  const { value: book } = await parseNotice(readFileSync(SEED), { name: 'notice.txt' });
  if (!book) throw new Error('no task book');
  const { judged, figures } = pageOf(book).overview;
  // Table 一 of the seed, row by row.
  expect(judged.map(({ text }) => text)).toEqual(['0', '0', '同比下降5%', '0', '0.3‰以内']);
  const texts = figures.map(({ text }) => text);
  expect(texts).toContain('8处');
  // 200张床位以上的医院，每年至少组织开展1次消防安全评估: to whom it applies.
  expect(texts.filter((text) => text.includes('200张'))).toEqual([]);
});

it('marks each cell by itself where a task has its goal in two columns', async () => {
  const cells = (...texts: string[]) => `\n${texts.map((text) => `\t${text}\n`).join('')}`;
  const notice = `某府发〔2025〕1号\n关于某事的通知\n一、某表\n${cells('序号', '名称', '目标', '工作内容', '牵头单位')}${cells('1', '甲事', '建成全区统一的平台', '新建3座，覆盖率100%', '区公安局')}`;
  const { value: book } = await parseNotice(Buffer.from(notice), { name: 'notice.txt' });
  if (!book) throw new Error('no task book');
  const { tables, appendices } = pageOf(book).notice;
  const [row] = [...tables, ...appendices.flatMap((each) => each.tables)].flatMap(({ rows }) => rows);
  expect(row?.cells.map((pieces) => marked(pieces, ['figure']).map(({ text }) => text))).toEqual([
    [],
    [],
    [],
    ['3座', '100%'],
    [],
  ]);
});
