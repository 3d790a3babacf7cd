import { createHash, randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import { reasonOf } from '../model/system-error.js';

/** Keeps, beside the files that people fill in, what this program wrote: file name → SHA-256. */
const MANIFEST = '.wulong-tasks-manifest.json';
const MANIFEST_SCHEMA = 'wulong-tasks/manifest@1';

/** How every JSON file of this program begins; nobody fills in JSON, so that is proof enough. */
const OWN_JSON = /^\{\s*"schema": "wulong-tasks\//;

/** A folder that files are written to: each whole or not at all, and never over somebody's work. */
export class OutputFolder {
  readonly #path: string;
  readonly #hashes: Map<string, string>;

  private constructor(path: string, hashes: Map<string, string>) {
    this.#path = path;
    this.#hashes = hashes;
  }

  /** Reads what this program wrote to the folder before. The folder need not exist. */
  static async at(path: string): Promise<OutputFolder> {
    const manifest = await readFile(join(path, MANIFEST), 'utf8').catch(() => '');
    return new OutputFolder(path, hashesIn(manifest));
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
      return { value: await readFile(path), diagnostics: [] };
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      if (['ENOENT', 'ENOTDIR'].includes(code)) return { value: null, diagnostics: [] };
      return failed(diagnose('file-unreadable', { path, reason: reasonOf(error) }));
    }
  }

  /**
   * Writes a file under a name that `check` passed, or that is to be overwritten: to a new file
   * beside it first, which then takes its place.
   *
   * @param over what the file was seen to hold, `null` where there was none; if it holds something else
   *   by now, it is not written over
   * @returns the file's path, or `output-unwritable`, `output-changed`
   */
  async write(name: string, content: string | Uint8Array, over?: Uint8Array | null): Promise<Result<string>> {
    const path = join(this.#path, name);
    try {
      await mkdir(this.#path, { recursive: true });
      if (over !== undefined) {
        const { value: now } = await this.read(name);
        if (now === undefined || !isSame(now, over)) return failed(diagnose('output-changed', { path }));
      }
      await replace(path, content);
      if (!OWN_JSON.test(String(content).slice(0, 100))) {
        this.#hashes.set(name, sha256(content));
        await replace(join(this.#path, MANIFEST), this.#manifest());
      }
      return { value: path, diagnostics: [] };
    } catch (error) {
      return failed(diagnose('output-unwritable', { path, reason: reasonOf(error) }));
    }
  }

  async #isFree(name: string): Promise<boolean> {
    const path = join(this.#path, name);
    const stat = await lstat(path).catch(() => undefined);
    if (!stat) return true;
    if (!stat.isFile()) return false;
    const content = await readFile(path).catch(() => undefined);
    if (!content) return false;
    return this.#hashes.get(name) === sha256(content) || OWN_JSON.test(content.toString('utf8', 0, 100));
  }

  #manifest(): string {
    const files = Object.fromEntries([...this.#hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
    return `${JSON.stringify({ schema: MANIFEST_SCHEMA, files }, null, 2)}\n`;
  }
}

function isSame(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
}

/** A damaged manifest proves nothing: no file counts as ours then. */
function hashesIn(manifest: string): Map<string, string> {
  try {
    const { schema, files } = JSON.parse(manifest) as { schema?: unknown; files?: Record<string, string> };
    return new Map(schema === MANIFEST_SCHEMA ? Object.entries(files ?? {}) : []);
  } catch {
    return new Map();
  }
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  const file = await open(draft, 'wx');
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await rename(draft, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
