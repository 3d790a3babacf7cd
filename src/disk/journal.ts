// What is to become of a folder's files once all are ready, so that whoever comes next can finish it.
import { lstat, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf } from '../messages/index.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { clear, draftsOf, JOURNAL, READY } from './drafts.js';
import { hashOf, isPlace, MANIFEST, type Manifest } from './manifest.js';

/** What is to become of a file: the hash that it has, and is to have; `null` for none. */
export interface FileMove {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Where a run has got all its files ready: what is to become of them, and what it was to tell of that. */
export interface Journal {
  /** The number of the run. */
  readonly pid: number;
  readonly steps: readonly FileMove[];
  readonly manifest: Manifest;
  readonly told?: readonly Diagnostic[];
}

/**
 * Puts files that are ready into their places, as often as it takes.
 *
 * @returns what the run that got them ready was to tell: nobody knows whether it has
 */
export async function putInPlace(path: string): Promise<readonly Diagnostic[]> {
  const ready = join(path, READY);
  const { steps, manifest, told } = JSON.parse(await readFile(join(ready, JOURNAL), 'utf8')) as Journal;
  const files = { ...manifest.files };
  for (const { name, from, to } of steps.filter((step) => isPlace(step.name))) {
    if (await leadsAway(path, name)) continue;
    const place = join(path, name);
    const now = hashOf(await readFile(place).catch(() => null));
    // Somebody has changed it since: theirs counts.
    if (now !== from && now !== to) delete files[name];
    else if (to === null) await rm(place, { force: true });
    else if (now !== to) {
      await makeFolderFor(path, name);
      await rename(join(ready, name), place);
    }
  }
  if (Object.keys(files).length > 0) {
    const draft = join(ready, MANIFEST);
    await put(draft, `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
    await rename(draft, join(path, MANIFEST));
  }
  // One rename, so that no half of a journal is ever seen.
  await rename(ready, draftsOf(path));
  await clear(path);
  return Array.isArray(told) ? told.filter(isTold) : [];
}

/** Whether something that was kept can be told: another version may have had other codes. */
function isTold(each: Partial<Diagnostic> | null): boolean {
  try {
    return typeof each?.code === 'string' && messageOf(each as Diagnostic) !== '';
  } catch {
    return false;
  }
}

/**
 * Makes the folder that a file's name begins with, where it has one.
 *
 * @throws where something else is there: a link would lead to another place
 */
export async function makeFolderFor(path: string, name: string): Promise<void> {
  if (await leadsAway(path, name)) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
  if (dirname(name) !== '.') await makeFolder(join(path, dirname(name)));
}

/** Whether something else stands where the folder should be that a file's name begins with. */
async function leadsAway(path: string, name: string): Promise<boolean> {
  if (dirname(name) === '.') return false;
  const there = await lstat(join(path, dirname(name))).catch(() => undefined);
  return there !== undefined && !there.isDirectory();
}

/**
 * Makes a folder and those above it. Node's own way goes on for ever where there is a folder above, and none can be
 * made in it, as in /proc.
 *
 * @returns the outermost folder that was made; nothing where all were there
 */
export async function makeFolder(path: string): Promise<string | undefined> {
  if (await isFolder(path)) return undefined;
  const made = await makeFolder(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another run may have made it meanwhile.
    if (!(await isFolder(path))) throw error;
  }
  return made ?? path;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Writes a file and waits until the disk has it. */
export async function put(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the disk has the names in a folder, too; where folders cannot be opened, as on Windows, it has. */
export async function settle(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}
