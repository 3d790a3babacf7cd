// Who writes to a folder: whoever has drafts in it, one at a time.
import { lstat, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where one run gets new files ready; nothing in it counts. */
const DRAFTS = '.wulong-tasks-drafts-';
export const draftsOf = (path: string) => join(path, DRAFTS + process.pid);

/** The same folder once all are ready: its files are to take their places, now or when somebody next looks. */
export const READY = '.wulong-tasks-ready';
export const JOURNAL = '.wulong-tasks-journal.json';

/** Whether a run was stopped in this folder when its files were ready, and not all were in their places. */
export async function isUnfinished(path: string): Promise<boolean> {
  return lstat(join(path, READY)).then(
    () => true,
    () => false,
  );
}

/** How often, and how long, somebody waits for another run to be done with the folder. */
export const TRIES = 100;
export const pause = () => new Promise((resolve) => setTimeout(resolve, 50 + (process.pid % 50)));

/** Whoever has done nothing for so long does nothing any more: his number is another program's by now. */
const IDLE_MS = 60_000;

/** What time it is, in milliseconds since 1970. */
export type Clock = () => number;

/** Whether another run is writing to the folder. */
export async function isBusy(path: string, clock: Clock): Promise<boolean> {
  for (const name of await readdir(path).catch(() => [])) {
    const pid = await ownerOf(path, name);
    if (pid === 0 || pid === process.pid || !isRunning(pid)) continue;
    const { mtimeMs } = await stat(join(path, name)).catch(() => ({ mtimeMs: 0 }));
    if (clock() - mtimeMs < IDLE_MS) return true;
  }
  return false;
}

/** The number of the run whose drafts these are, or whose files are ready in there; 0 where it is no run's. */
async function ownerOf(path: string, name: string): Promise<number> {
  if (name !== READY) return draftedBy(name);
  try {
    const { pid } = JSON.parse(await readFile(join(path, READY, JOURNAL), 'utf8')) as { pid?: unknown };
    return typeof pid === 'number' && pid > 0 ? pid : 0;
  } catch {
    return 0;
  }
}

function draftedBy(name: string): number {
  return name.startsWith(DRAFTS) ? Number(name.slice(DRAFTS.length)) || 0 : 0;
}

/** Takes away drafts of this run, and of runs that are no more. */
export async function clear(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const pid = draftedBy(name);
    if (pid > 0 && (pid === process.pid || !isRunning(pid))) {
      await rm(join(path, name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
