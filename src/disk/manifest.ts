import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { sha256Of } from '../model/digest.js';
import { FOLDERS, ORIGINALS, type Origin } from '../publish/index.js';

/** Keeps, beside the files that people fill in, what this program wrote: file name, with its folder → SHA-256. */
export const MANIFEST = '.wulong-tasks-manifest.json';
export const MANIFEST_SCHEMA = 'wulong-tasks/manifest@2';

export interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly origin?: Origin;
  readonly files: Readonly<Record<string, string>>;
  /** Whose the returns are that are kept and of which nothing has gone anywhere, by digest; nobody's where that was settled. */
  readonly uncarried?: Readonly<Record<string, readonly string[]>>;
}

/** What a folder's manifest says; nothing where there is none. */
export async function manifestOf(path: string): Promise<Manifest> {
  return manifestIn(await readFile(join(path, MANIFEST), 'utf8').catch(() => ''));
}

/** The folders in it that the program writes to. */
const INNER: ReadonlySet<string> = new Set([ORIGINALS, ...Object.values(FOLDERS)]);

/** Whether a name is of a file that may be put there: in the folder itself, or in one of those in it that are ours. */
export function isPlace(name: string): boolean {
  const slash = name.indexOf('/');
  return slash < 0 ? isPlain(name) : INNER.has(name.slice(0, slash)) && isPlain(name.slice(slash + 1));
}

/** Whether a name is of a file in the folder itself, whoever wrote the list that it is from. */
function isPlain(name: string): boolean {
  return name === basename(name) && !/[\\/]/.test(name) && !/^\.{0,2}$/.test(name);
}

/** A damaged manifest proves nothing: no file counts as ours then. The one before had no origin. */
function manifestIn(text: string): Manifest {
  const none: Manifest = { schema: MANIFEST_SCHEMA, files: {} };
  try {
    const found = JSON.parse(text) as Partial<Omit<Manifest, 'schema'>> & { schema?: string };
    if (!/^wulong-tasks\/manifest@[12]$/.test(found.schema ?? '')) return none;
    const files = Object.entries(found.files ?? {}).filter(([name]) => isPlace(name));
    const uncarried = Object.entries(found.uncarried ?? {}).filter(([, units]) => Array.isArray(units));
    return {
      ...none,
      ...(found.origin && { origin: found.origin }),
      files: Object.fromEntries(files),
      ...(uncarried.length > 0 && { uncarried: Object.fromEntries(uncarried) }),
    };
  } catch {
    return none;
  }
}

/** The hash of what a file holds; `null` where there is none. */
export function hashOf(content: Uint8Array | null): string | null {
  return content === null ? null : sha256Of(content);
}
