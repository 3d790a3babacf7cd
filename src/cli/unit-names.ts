import { tally, taskBookFromJson } from '../index.js';
import { nearestBook } from './book.js';
import { read } from './files.js';

/** The units of the task book that commands would work on, if there is one. */
export async function unitNames(): Promise<string[]> {
  const path = await nearestBook(process.cwd());
  if (path === undefined) return [];
  const { value } = await taskBookFromJson((await read(path)).toString('utf8'), path);
  return value ? tally(value).map(({ name }) => name) : [];
}
