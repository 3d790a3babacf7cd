import { basename, dirname, join, relative, resolve } from 'node:path';
import {
  type ColumnRole,
  type Diagnostic,
  diagnose,
  FILES,
  FOLDERS,
  parseNotice,
  type Registry,
  type Result,
  type TaskBook,
  taskBookFromJson,
} from '../index.js';
import { isFile, isFolder, read } from './files.js';
import { Failure, finish, report, unwrap } from './terminal.js';

/** What a district's own registry beside the task book is called: for engineers, and for everybody. */
export const UNITS_FILES: readonly string[] = [FILES.registry, FILES.registryWorkbook];

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

/** Where `build` puts the task book that a folder was made from, seen from the folder or one in it; former versions last. */
export const BUILT_BOOKS = [`${FOLDERS.data}/tasks.json`, 'tasks.json'] as const;

/**
 * The task book a command works on.
 *
 * @param folder one that `build` wrote, whose own task book comes first; a notice that is named has the ids that its
 *   sheets have
 */
export async function openBook(options: BookOptions, folder?: string): Promise<TaskBook> {
  const own = folder === undefined ? undefined : await builtBook(folder);
  if (options.from !== undefined) {
    // A folder has one task book.
    const built = (await isFolder(options.from)) ? await builtBook(options.from) : undefined;
    if (built) return storedBook(built.json, built.path, options, '.');
    const book = await bookIn(options.from, options);
    const { value: before } = own ? await taskBookFromJson(own.json, own.path) : {};
    return before ? (await import('./laid-over.js')).withLineage(book, before) : book;
  }
  if (options.column !== undefined) {
    const text = '--column 只在读通知时有用。请加 --from 写明通知文件，或用 parse、build 重新读。';
    throw new Failure([diagnose('usage', { text })]);
  }
  if (own) return storedBook(own.json, own.path, options, '.');
  const path = await nearestBook(process.cwd());
  if (path === undefined) throw new Failure([diagnose('book-not-found', { file: FILES.book })]);
  return storedBook((await read(path)).toString('utf8'), path, options, dirname(path));
}

/** The file of the task book that a folder was built from, if it was. */
async function builtBook(
  folder: string,
): Promise<{ readonly path: string; readonly json: string } | undefined> {
  for (const path of builtBooks(folder))
    if (await isFile(path)) return { path, json: (await read(path)).toString('utf8') };
  return undefined;
}

/** Where the task book of a folder may be; sheets lie in the folder, or in one in it. */
function builtBooks(folder: string): string[] {
  return [folder, dirname(resolve(folder))].flatMap((each) => BUILT_BOOKS.map((name) => join(each, name)));
}

/** The task book in a file, or of the notice in it; errors in the notice are told. */
export async function bookIn(path: string, options: BookOptions): Promise<TaskBook> {
  const bytes = await read(path);
  if (OBJECT.test(bytes.toString('utf8', 0, 100))) {
    return storedBook(bytes.toString('utf8'), path, options, '.');
  }
  const parsed = await parseBytes(bytes, path, options, '.');
  const book = unwrap(parsed);
  report(ofOptions(parsed.diagnostics));
  // What is written of it goes on, and whoever called the program learns that it may not be all.
  finish(parsed.diagnostics.filter(({ severity }) => severity === 'error'));
  return book;
}

/** What is wrong with what the user has said of a notice: told by every command that reads it. */
export function ofOptions(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code === 'column-not-found');
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
  return registry ? unwrap((await import('./laid-over.js')).withRegistry(book, registry)) : book;
}

/** The registry that the user names, or those in the task book's folder, the later laid over the earlier. */
async function registryIn(named: string | undefined, folder: string): Promise<Registry | undefined> {
  const paths = named === undefined ? UNITS_FILES.map((name) => join(folder, name)) : [named];
  let registry: Registry | undefined;
  for (const path of paths) {
    if (named === undefined && !(await isFile(path))) continue;
    const { mergeRegistries, registryFromFile } = await import('./laid-over.js');
    const { value, diagnostics } = await registryFromFile(
      await read(path, { isKept: false }),
      basename(path),
    );
    if (!value) throw new Failure(diagnostics);
    report(diagnostics);
    registry = registry ? mergeRegistries(registry, value) : value;
  }
  return registry;
}

/** The task book in a folder or one above it. */
export async function nearestBook(folder: string): Promise<string | undefined> {
  const path = join(folder, FILES.book);
  if (await isFile(path)) return path;
  const above = dirname(folder);
  return above === folder ? undefined : nearestBook(above);
}
