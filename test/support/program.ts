import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { SEED } from './seed.js';

const STOP = new URL('stop.js', import.meta.url).href;
export const BIN = fileURLToPath(new URL('../../bin/wulong-tasks.js', import.meta.url));

/** The exit code of a program that was killed. */
export const KILLED = -1;

interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty folder that is gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder with the seed as `notice.txt` and nothing else. */
export function folderWithNotice(): string {
  const folder = emptyFolder();
  copyFileSync(SEED, join(folder, 'notice.txt'));
  return folder;
}

interface Running {
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** What a shell does before: limits for the program. */
  readonly under?: string;
}

/** Kills the program in front of the n-th thing that it does to the disk. */
export function killedBefore(n: number): Running {
  return { env: { NODE_OPTIONS: `--import ${STOP}`, STOP_BEFORE: String(n) } };
}

/** Every file of a folder, the hidden ones too, by its name. */
export function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** Runs the built program as its user does. */
export function run(
  cwd: string,
  args: readonly string[],
  { stdin = '', env = {}, node = [], under = '' }: Running = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const program = [process.execPath, ...node, BIN, ...args] as const;
    const [file, ...rest] =
      under === '' ? program : (['bash', '-c', `${under}; exec "$0" "$@"`, ...program] as const);
    const child = execFile(
      file,
      rest,
      { cwd, maxBuffer: 1 << 26, env: { ...process.env, NO_COLOR: '1', ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? KILLED) : 0, stdout, stderr }),
    );
    // A program that reads no further closes its input.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
  });
}

/** The line by which the program tells of a code, at a place where it has one. */
export function telling(code: string, place?: string): RegExp {
  const at = place === undefined ? '' : `${place.replace(/[.#!/]/g, '\\$&')} `;
  return new RegExp(`^(?:错误|注意|提示) ${at}[^]*? \\[${code}\\]`, 'm');
}

/** The files in a folder that a person sees. */
export function files(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
