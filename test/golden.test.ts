// A change of an expected file is a change of what users get: read its diff before you keep it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findUnit, parseNotice, sheetFor, sheetToCsv, sheetToJson, taskBookToJson } from '../src/index.js';
import { bookLines } from './support/book-lines.js';
import { CASES } from './support/cases.js';
import { SEED } from './support/seed.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** Whose sheets each case keeps. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'wulong-2025-1': ['区应急管理局', '区水利局', '白马镇'],
  'minsheng-2026': ['县水利局', '大坝乡'],
};

/** The case whose task book and sheets are kept whole, as JSON has them. */
const WHOLE = 'minsheng-2026';

describe.each(CASES)('%s', async (name) => {
  const expected = (file: string) => fileURLToPath(new URL(`${name}/expected.${file}`, FIXTURES));
  const input = readdirSync(new URL(name, FIXTURES)).find((file) => file.startsWith('input.'));
  const source = input ? new URL(`${name}/${input}`, FIXTURES) : SEED;
  const { value: book, diagnostics } = await parseNotice(readFileSync(source), {
    name: `notice${extname(input ?? SEED.pathname)}`,
  });
  if (!book) throw new Error(JSON.stringify(diagnostics));

  const reading = new URL(`${name}/reading.json`, FIXTURES);
  // What the seed says is in seed.test.ts, read off it field by field.
  it.runIf(input !== undefined)('gives the tasks that a person reads in it', () => {
    expect(existsSync(reading), 'every fixture has a reading.json').toBe(true);
    const texts = (assignments: readonly { text: string }[]) => assignments.map(({ text }) => text);
    const read = book.tasks.map(
      ({ number, goal, lead, responsible, supervising, deadline, section, ...task }) => [
        number,
        task.name,
        goal,
        texts(lead),
        texts([...responsible, ...supervising]),
        deadline,
        section,
      ],
    );
    const expected = JSON.parse(readFileSync(reading, 'utf8')) as unknown[][];
    expect(read).toEqual(expected.map((row) => [...row, '', ''].slice(0, 7)));
    expect(book.ledger.unclaimed).toBe(0);
  });

  it('gives the task book', async () => {
    await expect(bookLines(book)).toMatchFileSnapshot(expected('task-book.txt'));
  });

  it.runIf(name === WHOLE)('gives the whole task book as JSON', async () => {
    await expect(taskBookToJson(book)).toMatchFileSnapshot(expected('task-book.json'));
  });

  it.each(UNITS[name] ?? [])('gives the sheet of %s', async (unit) => {
    const sheet = sheetFor(book, findUnit(book, unit).value as string);
    await expect(sheetToCsv(sheet)).toMatchFileSnapshot(expected(`${unit}.csv`));
    if (name === WHOLE) await expect(sheetToJson(sheet)).toMatchFileSnapshot(expected(`${unit}.json`));
  });
});
