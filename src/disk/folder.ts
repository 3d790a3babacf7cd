import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { sha256Of } from '../model/digest.js';
import { LARGEST, LARGEST_MB } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { reasonOf } from '../model/system-error.js';
import { FOLDERS, type Folder, ORIGINALS, type Origin, type Write } from '../publish/index.js';
import { isInProgramsFolder } from '../words/file-names.js';
import { type Clock, clear, draftsOf, isBusy, isUnfinished, JOURNAL, pause, READY, TRIES } from './drafts.js';
import { whenAsked } from './interruption.js';
import {
  type FileMove,
  type Journal,
  makeFolder,
  makeFolderFor,
  put,
  putInPlace,
  settle,
} from './journal.js';
import { hashOf, MANIFEST, MANIFEST_SCHEMA, type Manifest, manifestOf } from './manifest.js';

/** How every JSON file of this program begins; it is no form, so that is proof enough. */
const OWN_JSON = /^\{\s*"schema": "wulong-tasks\//;
/** How deep people sort what came back, and what is kept, into folders of their own. */
const DEEPEST = 32;
/** What this program keeps to itself in a folder is called so. */
const OURS = '.wulong-tasks-';
/** Of these a task sheet stands beside forms, and somebody may have typed into it all the same. */
const SHEET_JSON = /^\{\s*"schema": "wulong-tasks\/task-sheet/;

const startsLike = (pattern: RegExp, content: string | Uint8Array) =>
  pattern.test(Buffer.from(content.slice(0, 100)).toString('utf8'));

interface CommitOptions {
  readonly remove?: readonly Write[];
  readonly origin?: Origin | undefined;
  readonly settled?: readonly string[];
  readonly listed?: readonly Write[];
  /** What the run has to tell of the files: whoever has to finish them tells it. */
  readonly told?: readonly Diagnostic[];
}

/**
 * A folder that files are written to: all or none, and never over somebody's work. Files are got ready beside
 * their places; once all are, one rename says so, and each takes its place. Whoever is stopped before that has
 * changed nothing; whoever is stopped after it is finished by the next to come, but for files that somebody
 * has changed meanwhile.
 */
export class OutputFolder implements Folder {
  readonly #path: string;
  readonly #clock: Clock;
  #manifest: Manifest;

  /** What a run was to tell that was stopped when its files were ready, and that this one has finished. */
  readonly left: readonly Diagnostic[];

  private constructor(path: string, clock: Clock, manifest: Manifest, left: readonly Diagnostic[]) {
    this.#path = path;
    this.left = left;
    this.#clock = clock;
    this.#manifest = manifest;
  }

  /**
   * Reads what this program wrote to the folder before, and finishes what it could not. The folder need not exist.
   *
   * @param clock tells whether another run that has begun to write here still does: `Date.now`
   */
  static async at(path: string, clock: Clock): Promise<OutputFolder> {
    let busy = await isBusy(path, clock);
    for (let tries = 0; busy && tries < TRIES; tries++) {
      await pause();
      busy = await isBusy(path, clock);
    }
    // What another run is still about to finish is its own; whoever commits is told.
    const finish = async () => ((await isUnfinished(path)) ? putInPlace(path) : await clear(path));
    const left = busy ? undefined : await finish().catch(() => undefined);
    return new OutputFolder(path, clock, await manifestOf(path), left ?? []);
  }

  /** Whether a run was stopped in this folder when its files were ready, and not all were in their places. */
  static isUnfinished(path: string): Promise<boolean> {
    return isUnfinished(path);
  }

  /** The names of the files that this program wrote to the folder and knows of. */
  get names(): readonly string[] {
    return Object.keys(this.#manifest.files);
  }

  /** Whose the returns are of which nothing has gone anywhere, by the digests of what they say. */
  get uncarried(): ReadonlyMap<string, readonly string[]> {
    return new Map(Object.entries(this.#manifest.uncarried ?? {}));
  }

  /**
   * The files in the folder and in those right below it, but for what this program keeps to itself; of what it writes to, all,
   * however deep people have sorted them.
   */
  async beside(): Promise<string[]> {
    // Only in folders of our own does one look deeper: others hold what has nothing to do with this.
    const own = new Set(
      this.names
        .flatMap((name) => name.split('/').slice(0, -1))
        .concat(ORIGINALS, FOLDERS.units, FOLDERS.groups),
    );
    const below = await Promise.all(
      [...own].map(async (folder) =>
        (await filesIn(join(this.#path, folder), DEEPEST)).map((name) => `${folder}/${name}`),
      ),
    );
    return [...new Set([...(await filesIn(this.#path, 1)), ...below.flat()])].sort();
  }

  /** Whether a file that this program wrote has been changed since, or may have been, as no list says what it was. */
  isChanged(name: string, content: Uint8Array): boolean {
    const known = this.#manifest.files[name];
    return known === undefined ? startsLike(SHEET_JSON, content) : known !== sha256Of(content);
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
        return failed(diagnose('file-unreadable', { path, reason: 'not-a-file' }));
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
   * @param options.told what the run has to tell of them: whoever has to finish it tells that
   * @param options.settled digests of what kept returns say, all of which stands in sheets by now
   * @param options.listed files that hold what would be written: where the list of files was lost, it has them again
   * @returns the written files' paths, or `output-changed`, `output-busy`, `output-unwritable`, `output-partial`
   */
  async commit(
    writes: readonly Write[],
    { remove = [], origin, settled = [], listed = [], told = [] }: CommitOptions = {},
  ): Promise<Result<string[]>> {
    return whenAsked((isAsked) => this.#replace(writes, { remove, origin, settled, listed, told }, isAsked));
  }

  /**
   * Gets the files ready and puts them into their places.
   *
   * @param isAsked whether somebody wants it to stop; once all are ready, it goes on to the end
   */
  async #replace(
    writes: readonly Write[],
    { remove, origin, settled, listed, told }: Required<CommitOptions>,
    isAsked: () => boolean,
  ): Promise<Result<string[]>> {
    const drafts = draftsOf(this.#path);
    let place = writes[0]?.name ?? MANIFEST;
    let made: string | undefined;
    let manifest: Manifest;
    const giveUp = async (...diagnostics: readonly Diagnostic[]) => {
      await rm(drafts, { recursive: true, force: true }).catch(() => undefined);
      // Those in it that were made for nothing; what holds anything stays.
      for (const inner of new Set(writes.map(({ name }) => dirname(name)))) {
        if (inner !== '.') await rmdir(join(this.#path, inner)).catch(() => undefined);
      }
      if (made !== undefined) await leave(this.#path, made);
      return failed(...diagnostics);
    };
    try {
      made = await makeFolder(resolve(this.#path));
      const turn = await takeTurn(this.#path, this.#clock, isAsked);
      if (!turn.value) return giveUp(...turn.diagnostics);
      // Others may have written here since it was looked at.
      this.#manifest = await manifestOf(this.#path);
      const { value: steps, diagnostics } = await this.#steps(writes, remove);
      if (!steps) return giveUp(...diagnostics);
      manifest = this.#with(writes, { remove, origin, settled, listed });
      for (const { name } of remove) {
        place = name;
        await makeFolderFor(this.#path, name);
      }
      for (const { name, content } of writes) {
        place = name;
        if (isAsked()) throw new Error('interrupted');
        await makeFolderFor(this.#path, name);
        await makeFolderFor(drafts, name);
        await put(join(drafts, name), content);
      }
      await put(
        join(drafts, JOURNAL),
        JSON.stringify({ pid: process.pid, steps, manifest, told } satisfies Journal),
      );
      await settle(drafts);
      await rename(drafts, join(this.#path, READY));
      await settle(this.#path);
    } catch (error) {
      return giveUp(
        diagnose('output-unwritable', { path: join(this.#path, place), reason: reasonOf(error) }),
      );
    }
    try {
      await putInPlace(this.#path);
    } catch (error) {
      return failed(diagnose('output-partial', { path: this.#path, reason: reasonOf(error) }));
    }
    this.#manifest = manifest;
    return { value: writes.map(({ name }) => join(this.#path, name)), diagnostics: [] };
  }

  /** What is to become of each file, or `output-changed` where it is no longer as it was seen. */
  async #steps(writes: readonly Write[], remove: readonly Write[]): Promise<Result<FileMove[]>> {
    const steps: FileMove[] = [];
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
        steps.push({ name, from: hashOf(now), to: isRemoved ? null : sha256Of(content) });
      }
    }
    return { value: steps, diagnostics: [] };
  }

  /** The manifest once these files are written. */
  #with(
    writes: readonly Write[],
    { remove, origin, settled, listed }: Required<Omit<CommitOptions, 'told'>>,
  ): Manifest {
    const files = new Map(Object.entries(this.#manifest.files));
    for (const { name } of remove) files.delete(name);
    for (const { name, content } of [...listed, ...writes].filter(({ isTheirs }) => !isTheirs)) {
      // What says itself that it is ours need not be listed, but for a list of all that was made of a notice.
      if (origin || !startsLike(OWN_JSON, content) || startsLike(SHEET_JSON, content))
        files.set(name, sha256Of(content));
    }
    const uncarried = new Map(this.uncarried);
    for (const said of settled) uncarried.set(said, []);
    for (const each of writes) if (each.uncarried) uncarried.set(each.uncarried.said, each.uncarried.units);
    const known = origin ?? this.#manifest.origin;
    return {
      schema: MANIFEST_SCHEMA,
      ...(known && { origin: known }),
      files: inOrder(files),
      ...(uncarried.size > 0 && { uncarried: inOrder(uncarried) }),
    };
  }

  async #isFree(name: string): Promise<boolean> {
    const path = join(this.#path, name);
    const stat = await lstat(path).catch(() => undefined);
    if (!stat) return true;
    if (!stat.isFile()) return false;
    const content = await readFile(path).catch(() => undefined);
    if (!content) return false;
    return this.#manifest.files[name] === sha256Of(content) || startsLike(OWN_JSON, content);
  }
}

function inOrder<T>(entries: ReadonlyMap<string, T>): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Waits until this run is the only one that has drafts in the folder, and finishes what one before could not. */
async function takeTurn(path: string, clock: Clock, isAsked: () => boolean): Promise<Result<true>> {
  for (let tries = 0; ; tries++) {
    await clear(path);
    await mkdir(draftsOf(path));
    const busy = await isBusy(path, clock);
    if (!busy && !(await isUnfinished(path))) return { value: true, diagnostics: [] };
    await clear(path);
    if (busy) {
      if (tries === TRIES || isAsked()) return failed(diagnose('output-busy', { path }));
      await pause();
      continue;
    }
    try {
      await putInPlace(path);
    } catch (error) {
      return failed(diagnose('output-partial', { path, reason: reasonOf(error) }));
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

/**
 * The names of a folder's files, and of those in so many folders below it, but for folders that only programs have. What is
 * hidden may be what somebody has filled in: what is in it says whose it is.
 */
async function filesIn(path: string, depth: number): Promise<string[]> {
  const names: string[] = [];
  for (const entry of await readdir(path, { withFileTypes: true }).catch(() => [])) {
    if (!entry.isDirectory()) {
      if (!entry.name.startsWith(OURS)) names.push(entry.name);
    } else if (depth > 0 && !entry.name.startsWith(OURS) && !isInProgramsFolder(`${entry.name}/`)) {
      const inner = await filesIn(join(path, entry.name), depth - 1);
      names.push(...inner.map((name) => `${entry.name}/${name}`));
    }
  }
  return names;
}
