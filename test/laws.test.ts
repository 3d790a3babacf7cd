// Laws that hold for every notice, tried on many.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBook,
  messageOf,
  nameOf,
  parseNotice,
  sheetFor,
  type Task,
  taskBookFromJson,
  taskBookToJson,
  whoOf,
} from '../src/index.js';
import { runs } from './support/runs.js';
import { readSeed, seedBook, shortSeed } from './support/seed.js';

const seed = await seedBook();
const SHORT = shortSeed(3);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const { value: short } = await parseNotice(bytesOf(SHORT));
const bare = (text: string) => text.replace(/\s/g, '');

interface Edit {
  readonly kind: 'cut' | 'double' | 'move' | 'break' | 'tab';
  readonly from: number;
  readonly length: number;
  readonly to: number;
}

/** Edits that damage a file: stretches cut out, doubled or moved, stray line breaks and tabs. */
const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('cut', 'double', 'move', 'break', 'tab'),
    from: fc.nat(SHORT.length),
    length: fc.nat(400),
    to: fc.nat(SHORT.length),
  }),
  { maxLength: 4 },
);

function damaged(all: readonly Edit[]): string {
  return all.reduce((text, { kind, from, length, to }) => {
    const piece = text.slice(from, from + length);
    const rest = text.slice(0, from) + text.slice(from + length);
    if (kind === 'cut') return rest;
    if (kind === 'double') return text.slice(0, to) + piece + text.slice(to);
    if (kind === 'move') return rest.slice(0, to) + piece + rest.slice(to);
    return text.slice(0, to) + (kind === 'tab' ? '\t' : '\n') + text.slice(to);
  }, SHORT);
}

describe('parsing', () => {
  it('is tried on a notice with all that the seed has, but for rows', () => {
    expect(short?.tables.map(({ name }) => name)).toEqual(seed.tables.map(({ name }) => name));
    expect(short?.tasks.length).toBe(18);
    expect(short?.ledger.body).toBe(seed.ledger.body);
  });

  /** How files of each form begin, so that bytes by chance come to every reader. */
  const beginnings = [
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '{\\rtf1',
    '%PDF-1.7',
    '\xff\xfe',
    '\xfe\xff',
    '\xef\xbb\xbf',
    '<html><body><p>',
    '<!-- --><table><tr><td>',
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n',
  ].map((text) => Buffer.from(text, 'latin1'));
  const pieces = [
    '\t',
    '\n',
    '|',
    '、',
    '（',
    '）',
    '一、',
    '（一）',
    '附件',
    '序号',
    '牵头单位',
    '责任单位',
    '局',
    '<td>',
    '</table>',
    '&lt;',
    '-',
    '+',
    '“',
    '1',
    '\r',
    '\u200b',
    '2025年1月1日',
    '某府发〔2025〕1号',
    '：',
  ];

  it('is total: any bytes give a task book or say why not', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((words) => bytesOf(words.join(''))),
    );
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...beginnings), noise, async (beginning, rest) => {
        const { value, diagnostics } = await parseNotice(Buffer.concat([beginning, rest]));
        expect(value !== undefined || diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      }),
      { numRuns: runs(800) },
    );
  });

  it('accounts for every character of whatever it reads, in a book that JSON keeps whole and that can be checked', () => {
    return fc.assert(
      fc.asyncProperty(edits, async (all) => {
        const text = damaged(all);
        const { value: book, diagnostics } = await parseNotice(bytesOf(text), { name: 'a.txt' });
        if (!book) {
          expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
          return;
        }
        const { total, letterhead, body, appendix, noise, unclaimed, rest } = book.ledger;
        expect(total).toBe(bare(text).length);
        expect(letterhead + body + appendix + noise + unclaimed).toBe(total);
        expect(unclaimed).toBe(bare(rest.map((each) => each.text).join('')).length);
        expect(diagnostics.filter(({ code }) => code === 'text-unclaimed')).toHaveLength(rest.length);

        expect((await taskBookFromJson(taskBookToJson(book), 'book.json')).value).toEqual(book);

        const lines = text.split(/\r\n|\r|\n/);
        for (const finding of checkBook(book)) {
          const { at } = finding;
          const { line, column } = at && 'line' in at ? at : {};
          expect(messageOf(finding)).not.toMatch(/undefined|null|NaN/);
          expect(Number(column)).toBeLessThanOrEqual((lines[Number(line) - 1] ?? '').length + 1);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it('gives the same task book for the same bytes', async () => {
    expect(taskBookToJson(await readSeed())).toBe(taskBookToJson(seed));
  });

  it('never reads a row from which a cell is missing, unless it is the remark at its end', () => {
    const cells = [...SHORT.matchAll(/\n\t[^\t]*?(?=\n\t|\n\n|\n*$)/g)];
    expect(cells.length).toBe(6 * 6 + 18 * 6);
    return fc.assert(
      fc.asyncProperty(fc.nat(cells.length - 1), async (i) => {
        const { 0: cell, index } = cells[i] as RegExpExecArray;
        const { value: book, diagnostics } = await parseNotice(
          bytesOf(SHORT.slice(0, index) + SHORT.slice(index + cell.length)),
        );
        const read = ({ name, goal, lead, responsible }: Task) =>
          JSON.stringify([name, goal, lead.length, responsible.length]);
        const known = new Set(short?.tasks.map(read));
        const unread = book?.tables.reduce((sum, table) => sum + table.unread.length, 0) ?? 0;
        const isTold = diagnostics.some(({ code }) => /^(row-cell-count|table-no-header)$/.test(code));
        // What is read is read as it is; what is not is kept, and told.
        for (const task of book?.tasks ?? []) expect(known.has(read(task)), read(task)).toBe(true);
        const lost = (short?.tasks.length ?? 0) - (book?.tasks.length ?? 0);
        expect(isTold).toBe(lost > 0);
        expect(lost === unread || book?.otherTables.some(({ isUnread }) => isUnread)).toBe(true);
        if (lost === 0) expect(cell.trim()).toBe('');
      }),
      { numRuns: runs(25) },
    );
  });
});

describe('a task sheet', () => {
  const book = seed;
  const measures = book.chapters.flatMap((chapter) => chapter.measures);
  const order = new Map([...measures, ...book.tasks].map(({ id }, i) => [id, i]));
  const names = [...book.units, ...book.groups].map(({ name }) => name);

  it.each(names)('of %s keeps the notice’s order in each part, and lists a task once', (name) => {
    const { rows } = sheetFor(book, name);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    for (const part of new Set(rows.map((row) => row.part))) {
      const places = rows.filter((row) => row.part === part).map(({ id }) => order.get(id) as number);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
  });

  it('is there for everybody whom a task names', () => {
    const sheets = new Map(names.map((name) => [name, sheetFor(book, name, { degree: 'named' })]));
    for (const task of book.tasks) {
      for (const assignment of whoOf(task)) {
        const { role } = assignment;
        const name = nameOf(assignment);
        if (name === undefined) continue;
        const row = sheets.get(name)?.rows.find(({ id }) => id === task.id);
        expect(row?.duties).toContainEqual({ role, degree: 'named' });
      }
    }
  });
});
