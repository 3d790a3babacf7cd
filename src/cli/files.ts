import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  const reason = code === 'ENOTDIR' ? 'not-a-folder' : reasonOf(error);
  return diagnose('file-unreadable', { path, reason });
}

/**
 * A file's bytes; `-` is standard input.
 *
 * @throws Failure when there is no such file, it cannot be read, is larger than any notice or changes meanwhile
 */
export async function read(path: string): Promise<Buffer> {
  if (path === '-') return all(process.stdin, path);
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
