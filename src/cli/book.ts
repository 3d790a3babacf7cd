import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { diagnose, parseNotice, type Result, reasonOf, type TaskBook, taskBookFromJson } from '../index.js';
import { Failure, report, unwrap } from './terminal.js';

/** The task book's file, looked for in the current folder and those above. */
const BOOK_FILE = 'wulong-tasks.json';

/** Parses the notice in a file; `-` is standard input. */
export async function parseFile(path: string): Promise<Result<TaskBook>> {
  if (path === '-') return parseNotice(await buffer(process.stdin), { name: 'stdin' });
  return parseNotice(await read(path), { name: basename(path) });
}

/** The task book a command works on: of the notice in `from`, else the nearest `BOOK_FILE`. */
export async function openBook(from: string | undefined): Promise<TaskBook> {
  if (from !== undefined) {
    const parsed = await parseFile(from);
    const book = unwrap(parsed);
    report(parsed.diagnostics.filter(({ severity }) => severity === 'error'));
    return book;
  }
  const path = await nearestBook(process.cwd());
  if (path === undefined) throw new Failure([diagnose('book-not-found', { file: BOOK_FILE })]);
  const shown = relative(process.cwd(), path) || path;
  return unwrap(await taskBookFromJson((await read(path)).toString('utf8'), shown));
}

async function nearestBook(folder: string): Promise<string | undefined> {
  const path = join(folder, BOOK_FILE);
  if (
    await stat(path).then(
      (found) => found.isFile(),
      () => false,
    )
  )
    return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearestBook(above);
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(resolve(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure([diagnose('file-not-found', { path })]);
    if (code === 'EISDIR') throw new Failure([diagnose('file-is-folder', { path })]);
    throw new Failure([diagnose('file-unreadable', { path, reason: reasonOf(error) })]);
  }
}
