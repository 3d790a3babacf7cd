import { createHash } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import { LARGEST, LARGEST_MB } from '../model/limits.js';
import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import { reasonOf } from '../model/system-error.js';
import type { Origin } from './origin.js';

/** Keeps, beside the files that people fill in, what this program wrote: file name → SHA-256. */
const MANIFEST = '.wulong-tasks-manifest.json';
const MANIFEST_SCHEMA = 'wulong-tasks/manifest@2';

/** Where one run gets new files ready; nothing in it counts. */
const DRAFTS = '.wulong-tasks-drafts-';
const draftsOf = (path: string) => join(path, DRAFTS + process.pid);

/** The same folder once all are ready: its files are to take their places, now or when somebody next looks. */
const READY = '.wulong-tasks-ready';
const JOURNAL = '.wulong-tasks-journal.json';

/** How every JSON file of this program begins; nobody fills in JSON, so that is proof enough. */
const OWN_JSON = /^\{\s*"schema": "wulong-tasks\//;

/** A file to be written. */
export interface Write {
  readonly name: string;
  readonly content: string | Uint8Array;
  /**
   * What the file was seen to hold, `null` where there was none; if it holds something else by now, nothing is
   * written. Without it, the file is written over whatever it holds.
   */
  readonly over?: Uint8Array | null;
  /** Whether it is people's from now on, as a copy of their file is. */
  readonly isTheirs?: boolean;
}

interface Manifest {
  readonly schema: typeof MANIFEST_SCHEMA;
  readonly origin?: Origin;
  readonly files: Readonly<Record<string, string>>;
}

/** What is to become of a file: the hash that it has, and is to have; `null` for none. */
interface Step {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * A folder that files are written to: all or none, and never over somebody's work. Files are got ready beside
 * their places; once all are, one rename says so, and each takes its place. Whoever is stopped before that has
 * changed nothing; whoever is stopped after it is finished by the next to come, but for files that somebody
 * has changed meanwhile.
 */
export class OutputFolder {
  readonly #path: string;
  #manifest: Manifest;

  private constructor(path: string, manifest: Manifest) {
    this.#path = path;
    this.#manifest = manifest;
  }

  /** Reads what this program wrote to the folder before, and finishes what it could not. The folder need not exist. */
  static async at(path: string): Promise<OutputFolder> {
    for (let tries = 0; tries < TRIES && (await isBusy(path)); tries++) await pause();
    if (await OutputFolder.isUnfinished(path)) await finish(path).catch(() => undefined);
    else await clear(path).catch(() => undefined);
    return new OutputFolder(path, await manifestOf(path));
  }

  /** Whether a run was stopped in this folder when its files were ready, and not all were in their places. */
  static async isUnfinished(path: string): Promise<boolean> {
    return lstat(join(path, READY)).then(
      () => true,
      () => false,
    );
  }

  /** The names of the files that this program wrote to the folder and knows of. */
  get names(): readonly string[] {
    return Object.keys(this.#manifest.files);
  }

  /** Whether a file that this program wrote has been changed since. */
  isChanged(name: string, content: Uint8Array): boolean {
    const known = this.#manifest.files[name];
    return known !== undefined && known !== sha256(content);
  }

  /**
   * Checks that files of these names may be written: none is there, or it is as this program wrote
   * it. A file that somebody filled in since is not.
   *
   * @returns `output-exists` for each that may not
   */
  async check(names: readonly string[]): Promise<Result<true>> {
    const taken: string[] = [];
    for (const name of names) if (!(await this.#isFree(name))) taken.push(name);
    if (taken.length === 0) return { value: true, diagnostics: [] };
    return failed(...taken.map((name) => diagnose('output-exists', { path: join(this.#path, name) })));
  }

  /** What a file holds now; nothing when there is none. */
  async read(name: string): Promise<Result<Uint8Array | null>> {
    const path = join(this.#path, name);
    try {
      const found = await stat(path);
      if (found.size > LARGEST) return failed(diagnose('file-too-large', { megabytes: LARGEST_MB }, path));
      // A pipe would keep us waiting.
      if (!found.isFile() && !found.isDirectory())
        return failed(diagnose('file-unreadable', { path, reason: '不是文件' }));
      return { value: await readFile(path), diagnostics: [] };
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['ENOENT', 'ENOTDIR'].includes(code)) return { value: null, diagnostics: [] };
      return failed(diagnose('file-unreadable', { path, reason: reasonOf(error) }));
    }
  }

  /** Writes one file; see `commit`. */
  async write(name: string, content: string | Uint8Array): Promise<Result<string>> {
    const { value, diagnostics } = await this.commit([{ name, content }]);
    return value ? { value: value[0] ?? '', diagnostics } : failed(...diagnostics);
  }

  /**
   * Writes files, and takes others away, all or none.
   *
   * @param options.remove files that are no longer wanted, with what they were seen to hold
   * @param options.origin what the files were made from
   * @returns the written files' paths, or `output-changed`, `output-busy`, `output-unwritable`, `output-partial`
   */
  async commit(
    writes: readonly Write[],
    { remove = [], origin }: { remove?: readonly Write[]; origin?: Origin } = {},
  ): Promise<Result<string[]>> {
    return whenAsked((isAsked) => this.#replace(writes, remove, origin, isAsked));
  }

  /**
   * Gets the files ready and puts them into their places.
   *
   * @param isAsked whether somebody wants it to stop; once all are ready, it goes on to the end
   */
  async #replace(
    writes: readonly Write[],
    remove: readonly Write[],
    origin: Origin | undefined,
    isAsked: () => boolean,
  ): Promise<Result<string[]>> {
    const drafts = draftsOf(this.#path);
    let place = writes[0]?.name ?? MANIFEST;
    let made: string | undefined;
    let manifest: Manifest;
    const giveUp = async (...diagnostics: readonly Diagnostic[]) => {
      await rm(drafts, { recursive: true, force: true }).catch(() => undefined);
      if (made !== undefined) await leave(this.#path, made);
      return failed(...diagnostics);
    };
    try {
      made = await mkdir(this.#path, { recursive: true });
      // Whoever has drafts in the folder writes to it alone.
      for (let tries = 0; ; tries++) {
        await clear(this.#path);
        await mkdir(drafts);
        const busy = await isBusy(this.#path);
        if (!busy && !(await OutputFolder.isUnfinished(this.#path))) break;
        await rm(drafts, { recursive: true, force: true });
        if (!busy) {
          try {
            await finish(this.#path);
          } catch (error) {
            return giveUp(diagnose('output-partial', { path: this.#path, reason: reasonOf(error) }));
          }
        } else if (tries === TRIES || isAsked()) {
          return giveUp(diagnose('output-busy', { path: this.#path }));
        } else await pause();
      }
      // Others may have written here since it was looked at.
      this.#manifest = await manifestOf(this.#path);
      const { value: steps, diagnostics } = await this.#steps(writes, remove);
      if (!steps) return giveUp(...diagnostics);
      manifest = this.#with(writes, remove, origin);
      for (const { name, content } of writes) {
        place = name;
        if (isAsked()) throw new Error('interrupted');
        await put(join(drafts, name), content);
      }
      await put(join(drafts, JOURNAL), JSON.stringify({ pid: process.pid, steps, manifest }));
      await settle(drafts);
      await rename(drafts, join(this.#path, READY));
      await settle(this.#path);
    } catch (error) {
      return giveUp(
        diagnose('output-unwritable', { path: join(this.#path, place), reason: reasonOf(error) }),
      );
    }
    try {
      await finish(this.#path);
    } catch (error) {
      return failed(diagnose('output-partial', { path: this.#path, reason: reasonOf(error) }));
    }
    this.#manifest = manifest;
    return { value: writes.map(({ name }) => join(this.#path, name)), diagnostics: [] };
  }

  /** What is to become of each file, or `output-changed` where it is no longer as it was seen. */
  async #steps(writes: readonly Write[], remove: readonly Write[]): Promise<Result<Step[]>> {
    const steps: Step[] = [];
    for (const [list, isRemoved] of [
      [writes, false],
      [remove, true],
    ] as const) {
      for (const { name, content, over } of list) {
        const { value: now, diagnostics } = await this.read(name);
        if (now === undefined) return failed(...diagnostics);
        if (over !== undefined && hashOf(now) !== hashOf(over)) {
          return failed(diagnose('output-changed', { path: join(this.#path, name) }));
        }
        steps.push({ name, from: hashOf(now), to: isRemoved ? null : sha256(content) });
      }
    }
    return { value: steps, diagnostics: [] };
  }

  /** The manifest once these files are written. */
  #with(writes: readonly Write[], remove: readonly Write[], origin: Origin | undefined): Manifest {
    const files = new Map(Object.entries(this.#manifest.files));
    for (const { name } of remove) files.delete(name);
    for (const { name, content } of writes.filter(({ isTheirs }) => !isTheirs)) {
      // What says itself that it is ours need not be listed, but for a list of all that was made of a notice.
      if (origin || !OWN_JSON.test(Buffer.from(content).toString('utf8', 0, 100)))
        files.set(name, sha256(content));
    }
    const known = origin ?? this.#manifest.origin;
    return {
      schema: MANIFEST_SCHEMA,
      ...(known && { origin: known }),
      files: Object.fromEntries([...files].sort(([a], [b]) => (a < b ? -1 : 1))),
    };
  }

  async #isFree(name: string): Promise<boolean> {
    const path = join(this.#path, name);
    const stat = await lstat(path).catch(() => undefined);
    if (!stat) return true;
    if (!stat.isFile()) return false;
    const content = await readFile(path).catch(() => undefined);
    if (!content) return false;
    return this.#manifest.files[name] === sha256(content) || OWN_JSON.test(content.toString('utf8', 0, 100));
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does something that must not be stopped just anywhere: whoever is asked to stop (Ctrl-C) does so at a place of his
 * own choice, and the program ends as it would have.
 */
async function whenAsked<T>(act: (isAsked: () => boolean) => Promise<T>): Promise<T> {
  let asked: NodeJS.Signals | undefined;
  const take = (signal: NodeJS.Signals) => {
    asked = signal;
  };
  for (const signal of SIGNALS) process.on(signal, take);
  try {
    return await act(() => asked !== undefined);
  } finally {
    for (const signal of SIGNALS) process.off(signal, take);
    if (asked) {
      process.kill(process.pid, asked);
      // The signal takes effect with the next event.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** Takes away folders that were made for nothing, from the innermost up to `made`, as long as they are empty. */
async function leave(path: string, made: string): Promise<void> {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const isGone = await rmdir(folder).then(
      () => true,
      () => false,
    );
    if (!isGone || folder === resolve(made)) return;
  }
}

/** Puts files that are ready into their places, as often as it takes. */
async function finish(path: string): Promise<void> {
  const ready = join(path, READY);
  const { steps, manifest } = JSON.parse(await readFile(join(ready, JOURNAL), 'utf8')) as {
    steps: Step[];
    manifest: Manifest;
  };
  const files = { ...manifest.files };
  for (const { name, from, to } of steps.filter((step) => isPlain(step.name))) {
    const place = join(path, name);
    const now = hashOf(await readFile(place).catch(() => null));
    // Somebody has changed it since: theirs counts.
    if (now !== from && now !== to) delete files[name];
    else if (to === null) await rm(place, { force: true });
    else if (now !== to) await rename(join(ready, name), place);
  }
  if (Object.keys(files).length > 0) {
    const draft = join(ready, MANIFEST);
    await put(draft, `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
    await rename(draft, join(path, MANIFEST));
  }
  // One rename, so that no half of a journal is ever seen.
  await rename(ready, draftsOf(path));
  await clear(path);
}

/** How often, and how long, somebody waits for another run to be done with the folder. */
const TRIES = 100;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50 + (process.pid % 50)));

/** Whoever has done nothing for so long does nothing any more: his number is another program's by now. */
const IDLE_MS = 60_000;

/** Whether another run is writing to the folder. */
async function isBusy(path: string): Promise<boolean> {
  for (const name of await readdir(path).catch(() => [])) {
    const pid =
      name === READY
        ? await readFile(join(path, READY, JOURNAL), 'utf8').then(
            (journal) => Number((JSON.parse(journal) as { pid?: number }).pid ?? 0),
            () => 0,
          )
        : Number(name.startsWith(DRAFTS) ? name.slice(DRAFTS.length) : 0);
    if (!(pid > 0) || pid === process.pid || !isRunning(pid)) continue;
    const { mtimeMs } = await stat(join(path, name)).catch(() => ({ mtimeMs: 0 }));
    if (Date.now() - mtimeMs < IDLE_MS) return true;
  }
  return false;
}

async function manifestOf(path: string): Promise<Manifest> {
  return manifestIn(await readFile(join(path, MANIFEST), 'utf8').catch(() => ''));
}

/** Takes away drafts of this run, and of runs that are no more. */
async function clear(path: string): Promise<void> {
  for (const name of await readdir(path)) {
    const pid = name.startsWith(DRAFTS) ? Number(name.slice(DRAFTS.length)) : 0;
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

/** Writes a file and waits until the disk has it. */
async function put(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Waits until the disk has the names in a folder, too; where folders cannot be opened, as on Windows, it has. */
async function settle(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => undefined);
  await folder?.close();
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
    const files = Object.entries(found.files ?? {}).filter(([name]) => isPlain(name));
    return { ...none, ...(found.origin && { origin: found.origin }), files: Object.fromEntries(files) };
  } catch {
    return none;
  }
}

function hashOf(content: Uint8Array | null): string | null {
  return content === null ? null : sha256(content);
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
