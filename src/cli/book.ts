import { basename, dirname, join, relative } from 'node:path';
import {
  type ColumnRole,
  diagnose,
  parseNotice,
  type Registry,
  type Result,
  registryFromYaml,
  type TaskBook,
  taskBookFromJson,
  withRegistry,
} from '../index.js';
import { isFile, read } from './files.js';
import { Failure, finish, unwrap } from './terminal.js';

/** The task book's file, looked for in the current folder and those above. */
export const BOOK_FILE = 'wulong-tasks.json';

/** A district's own registry, beside the task book. */
const UNITS_FILE = 'units.yaml';

/** Where a command gets its task book from. */
export interface BookOptions {
  /** The notice itself; without it, the nearest task book. */
  readonly from?: string;
  /** The notice's encoding where the user knows it. */
  readonly encoding?: string;
  /** The district's own registry; without it, the one beside the task book. */
  readonly units?: string;
  /** What columns hold, by their headers. */
  readonly column?: Readonly<Record<string, ColumnRole>>;
  /** What to call the file, where not by its own name. */
  readonly name?: string | undefined;
  /** Whether a Word file is read a second time with another reader. */
  readonly crossCheck?: boolean;
}

/**
 * Parses the notice in a file; `-` is standard input.
 *
 * @param folder where the task book is, and so perhaps a registry
 */
export async function parseFile(
  path: string,
  options: BookOptions,
  folder: string,
): Promise<Result<TaskBook>> {
  return parseBytes(await read(path), path, options, folder);
}

async function parseBytes(
  bytes: Buffer,
  path: string,
  { encoding, units, column, name: called, crossCheck }: BookOptions,
  folder: string,
): Promise<Result<TaskBook>> {
  const name = called ?? (path === '-' ? 'stdin' : basename(path));
  const registry = await registryIn(units, folder);
  return parseNotice(bytes, { name, encoding, registry, columns: column, crossCheck });
}

/** What `build` calls the task book that a folder was made from. */
export const BUILT_BOOK = 'tasks.json';

/**
 * The task book a command works on.
 *
 * @param folder one that `build` wrote, whose own task book comes first
 */
export async function openBook(options: BookOptions, folder?: string): Promise<TaskBook> {
  if (options.from !== undefined) return bookIn(options.from, options);
  const own = folder === undefined ? undefined : join(folder, BUILT_BOOK);
  if (own !== undefined && (await isFile(own))) {
    return storedBook((await read(own)).toString('utf8'), own, options, '.');
  }
  const path = await nearestBook(process.cwd());
  if (path === undefined) throw new Failure([diagnose('book-not-found', { file: BOOK_FILE })]);
  return storedBook((await read(path)).toString('utf8'), path, options, dirname(path));
}

/** The task book in a file, or of the notice in it; errors in the notice are told. */
export async function bookIn(path: string, options: BookOptions): Promise<TaskBook> {
  const bytes = await read(path);
  if (OBJECT.test(bytes.toString('utf8', 0, 100))) {
    return storedBook(bytes.toString('utf8'), path, options, '.');
  }
  const parsed = await parseBytes(bytes, path, options, '.');
  const book = unwrap(parsed);
  // What is written of it goes on, and whoever called the program learns that it may not be all.
  finish(parsed.diagnostics.filter(({ severity }) => severity === 'error'));
  return book;
}

/** How a file of JSON begins, and no notice. */
const OBJECT = /^\{\s*"/;

/** A task book that was written to a file, with the registry in that folder laid over it. */
async function storedBook(
  json: string,
  path: string,
  options: BookOptions,
  folder: string,
): Promise<TaskBook> {
  const book = unwrap(await taskBookFromJson(json, relative(process.cwd(), path) || path));
  const registry = await registryIn(options.units, folder);
  return registry ? unwrap(withRegistry(book, registry)) : book;
}

/** The registry that the user names, or the one in the task book's folder. */
async function registryIn(named: string | undefined, folder: string): Promise<Registry | undefined> {
  const path = named ?? join(folder, UNITS_FILE);
  if (named === undefined && !(await isFile(path))) return undefined;
  return unwrap(await registryFromYaml((await read(path)).toString('utf8'), basename(path)));
}

async function nearestBook(folder: string): Promise<string | undefined> {
  const path = join(folder, BOOK_FILE);
  if (await isFile(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearestBook(above);
}
