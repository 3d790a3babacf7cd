import type { Dirent } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Diagnostic, diagnose, LARGEST, LARGEST_MB, reasonOf } from '../index.js';
import { Failure } from './terminal.js';

/** Whether there is such a file. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Whether there is such a folder. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Why a folder cannot be read: there is none of that name, or what the operating system says. */
export function noFolder(path: string, error: unknown): Diagnostic {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return diagnose('folder-not-found', { path });
  if (code === 'ENOTDIR') return diagnose('folder-is-file', { path });
  return diagnose('file-unreadable', { path, reason: reasonOf(error) });
}

/** What lies in a folder and those below, and which of those cannot be opened. */
export interface FolderContent {
  /** Each with its name behind the folder's. */
  readonly entries: readonly { readonly entry: Dirent; readonly name: string }[];
  readonly closed: readonly { readonly name: string; readonly problem: Diagnostic }[];
}

/**
 * All that lies in a folder and those below. One below that cannot be opened stops no other. Links are not followed.
 *
 * @throws what the operating system says of the folder itself
 */
export async function lyingIn(folder: string): Promise<FolderContent> {
  const below = async (name: string): Promise<FolderContent> => {
    const found = await readdir(join(folder, name), { withFileTypes: true });
    const all: FolderContent[] = [];
    for (const entry of found) {
      const own = name === '' ? entry.name : `${name}/${entry.name}`;
      all.push({ entries: [{ entry, name: own }], closed: [] });
      if (!entry.isDirectory()) continue;
      try {
        all.push(await below(own));
      } catch (error) {
        const problem = diagnose('file-unreadable', { path: join(folder, own), reason: reasonOf(error) });
        all.push({ entries: [], closed: [{ name: own, problem }] });
      }
    }
    return { entries: all.flatMap(({ entries }) => entries), closed: all.flatMap(({ closed }) => closed) };
  };
  return below('');
}

/** The files from which this run has read something. */
const inputs = new Set<string>();

/** Whether this run has read something from a file: it is not written over, then. */
export function isInput(path: string): boolean {
  return inputs.has(resolve(path));
}

/**
 * A file's bytes; `-` is standard input.
 *
 * @param options.isKept whether it is one from which the run goes on, and which it must not write over
 * @throws Failure when there is no such file, it cannot be read, is larger than any notice or changes meanwhile
 */
export async function read(path: string, { isKept = true } = {}): Promise<Buffer> {
  if (path === '-') return all(process.stdin, path);
  if (isKept) inputs.add(resolve(path));
  try {
    const file = await open(resolve(path));
    try {
      const before = await file.stat();
      const bytes = await all(file.createReadStream({ autoClose: false }), path);
      const after = await file.stat();
      if (before.isFile() && (after.size !== before.size || after.mtimeMs !== before.mtimeMs)) {
        throw new Failure([diagnose('file-changing', { path })]);
      }
      return bytes;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new Failure([diagnose('file-not-found', { path })]);
    if (code === 'EISDIR') throw new Failure([diagnose('file-is-folder', { path })]);
    throw new Failure([diagnose('file-unreadable', { path, reason: reasonOf(error) })]);
  }
}

/** All that a stream gives, as long as it may be a notice. */
async function all(stream: AsyncIterable<Buffer>, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) {
      throw new Failure([diagnose('file-too-large', { megabytes: LARGEST_MB }, path)]);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
