import { readFileSync } from 'node:fs';
import { parseNotice, type TaskBook } from '../../src/index.js';

/** The notice that the project began with, as it came. */
export const SEED = new URL('../../seeds/wulong-2025-1.txt', import.meta.url);

export const seedBytes = (): Buffer => readFileSync(SEED);

/** The seed with the first rows of each table, for laws that are tried hundreds of times. */
export function shortSeed(rows = 6): string {
  let row = 0;
  const lines = seedBytes().toString('utf8').split('\n');
  const kept = lines.filter((line, i) => {
    if (line === '\t序号') row = 0;
    else if (/^\t\d+$/.test(line) && lines[i - 1] === '') row++;
    else if (/^[一二三四五六]、/.test(line)) row = 0;
    return row <= rows;
  });
  return kept.join('\n');
}

let book: Promise<TaskBook> | undefined;

/** The seed's task book, read once; its tests are about what is in it, so it must be there. */
export function seedBook(): Promise<TaskBook> {
  book ??= readSeed();
  return book;
}

/** The seed's task book, read anew. */
export async function readSeed(): Promise<TaskBook> {
  const { value, diagnostics } = await parseNotice(seedBytes(), { name: 'notice.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}
