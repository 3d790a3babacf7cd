import { readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, sep } from 'node:path';
import { diagnose } from '../../index.js';
import { noFolder, read } from '../files.js';
import { Failure } from '../terminal.js';

/** A folder whose files are read, and nothing outside it. */
export interface Within {
  /** The names of the files in it and below, without what begins with a dot. */
  names(): Promise<string[]>;
  /** What a file holds; a name that leads out of the folder, on whatever way, is refused. */
  read(name: string): Promise<Buffer>;
}

/** How many files are named at most. */
const MOST_NAMES = 1000;

/**
 * The files of a folder, for whoever must not read any other.
 *
 * @throws Failure where there is no such folder
 */
export async function filesWithin(folder: string): Promise<Within> {
  const root = await rootOf(folder);
  return {
    async names() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll(sep, '/'),
        )
        .filter((name) => !/(?:^|\/)(?:\.|~\$|node_modules\/)/.test(name))
        .sort()
        .slice(0, MOST_NAMES);
    },
    async read(name) {
      const path = join(root, name);
      // A link in the folder may lead anywhere: only what lies there itself is read.
      const isOutside =
        name.includes('\0') ||
        isAbsolute(name) ||
        /^[A-Za-z]:/.test(name) ||
        name.split(/[\\/]/).includes('..');
      const real = isOutside ? undefined : await realpath(path).catch(() => path);
      if (real !== path) throw new Failure([diagnose('mcp-outside', { path: name })]);
      return read(path);
    },
  };
}

async function rootOf(folder: string): Promise<string> {
  try {
    await readdir(folder);
    return await realpath(folder);
  } catch (error) {
    throw new Failure([noFolder(folder, error)]);
  }
}
