// A change of an expected file is a change of what users get: read its diff before you keep it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findUnit, parseNotice, sheetFor, sheetToCsv, sheetToJson, taskBookToJson } from '../src/index.js';
import { SEED } from './support/seed.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** Whose sheets each case keeps. */
const UNITS: Readonly<Record<string, readonly string[]>> = {
  'wulong-2025-1': ['区应急管理局', '区水利局', '白马镇'],
  'minsheng-2026': ['县水利局', '大坝乡'],
};

describe.each(readdirSync(FIXTURES))('%s', (name) => {
  const expected = (file: string) => fileURLToPath(new URL(`${name}/expected.${file}`, FIXTURES));
  const own = new URL(`${name}/input.txt`, FIXTURES);
  const { value: book, diagnostics } = parseNotice(readFileSync(existsSync(own) ? own : SEED), {
    name: 'notice.txt',
  });
  if (!book) throw new Error(JSON.stringify(diagnostics));

  it('gives the task book', async () => {
    await expect(taskBookToJson(book)).toMatchFileSnapshot(expected('task-book.json'));
  });

  it.each(UNITS[name] ?? [])('gives the sheet of %s', async (unit) => {
    const sheet = sheetFor(book, findUnit(book, unit).value as string);
    await expect(sheetToCsv(sheet)).toMatchFileSnapshot(expected(`${unit}.csv`));
    await expect(sheetToJson(sheet)).toMatchFileSnapshot(expected(`${unit}.json`));
  });
});
