import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { SEED } from './seed.js';

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

/** Runs the built program as its user does. */
export function run(
  cwd: string,
  args: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Buffer; env?: Record<string, string> } = {},
): Promise<Finished> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [BIN, ...args],
      { cwd, maxBuffer: 1 << 26, env: { ...process.env, NO_COLOR: '1', ...env } },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? KILLED) : 0, stdout, stderr }),
    );
    // A program that reads no further closes its input.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(stdin);
  });
}

/** The files in a folder that a person sees. */
export function files(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
}
