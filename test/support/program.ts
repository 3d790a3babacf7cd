import { type ChildProcess, execFile, fork } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { SEED } from './seed.js';

const STOP = new URL('stop.js', import.meta.url).href;
const WORKER = fileURLToPath(new URL('../../dist/cli/worker.js', import.meta.url));
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

let parsed: Promise<ReadonlyMap<string, string>> | undefined;

/** A folder in which the seed has been parsed, which is done once for all. */
export async function folderWithBook(): Promise<string> {
  parsed ??= (async () => {
    const folder = folderWithNotice();
    const { code, stderr } = await run(folder, ['parse', 'notice.txt']);
    if (code !== 0) throw new Error(stderr);
    return contents(folder);
  })();
  const files = await parsed;
  const folder = emptyFolder();
  for (const [name, content] of files) writeFileSync(join(folder, name), content, 'latin1');
  return folder;
}

/** A notice of three tasks, for what does not depend on how many there are. */
export const SMALL_NOTICE = `某县府发〔2026〕1号
某县人民政府
关于某事的通知
一、某表
\t序号\n\t名称\n\t2026年目标\n\t牵头单位

\t1\n\t甲事\n\t12月底前办好甲事\n\t县水利局

\t2\n\t乙事\n\t办好乙事\n\t县民政局

\t3\n\t丙事\n\t办好丙事\n\t县水利局
`;

/** A folder with the small notice as `notice.txt` and nothing else. */
export function folderWithSmallNotice(): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE);
  return folder;
}

interface Running {
  readonly stdin?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of node itself. */
  readonly node?: readonly string[];
  /** What a shell does before: limits for the program. */
  readonly under?: string;
  /** How many megabytes the program may fill; it lives on. */
  readonly megabytes?: number;
}

/** Kills the program in front of the n-th thing that it does to the disk. */
export function killedBefore(n: number): Running {
  return { env: { NODE_OPTIONS: `--import ${STOP}`, STOP_BEFORE: String(n) } };
}

/**
 * Runs the program to its end in a folder.
 *
 * @returns how the folder stood in front of each thing that was done to the disk: what is left by a program that is
 *   killed there, as it does one thing after another; where that was as before, it is left out. And how many things were done.
 */
export async function statesOf(
  folder: string,
  args: readonly string[],
): Promise<{ readonly states: readonly string[]; readonly acts: number }> {
  const kept = emptyFolder();
  const { code, stderr } = await run(folder, args, {
    env: { NODE_OPTIONS: `--import ${STOP}`, KEEP_IN: kept },
  });
  if (code !== 0) throw new Error(stderr);
  const all = readdirSync(kept).map((_, n) => join(kept, String(n)));
  const stood = all.map(standing);
  return { states: all.filter((_, n) => n === 0 || stood[n] !== stood[n - 1]), acts: all.length };
}

/** All that is in a folder, as one text: empty folders, too. */
function standing(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return JSON.stringify([names, [...contents(folder)]]);
}

/** Every file of a folder and of those in it, the hidden ones too, by its name. */
export function contents(folder: string): Map<string, string> {
  const names = namesBelow(folder);
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}

/** The files in a folder and those in it that a person sees. */
export function filesBelow(folder: string): string[] {
  return namesBelow(folder).filter((name) => !name.startsWith('.'));
}

function namesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * Runs the built program as its user does. Commands that need nothing of their own are run one after another in a
 * process that lives on, as the program itself does with a folder of notices; each other one has a process of its own.
 */
export function run(cwd: string, args: readonly string[], running: Running = {}): Promise<Finished> {
  const { megabytes, ...others } = running;
  return Object.keys(others).length > 0 ? runAlone(cwd, args, others) : runWarm(cwd, args, megabytes);
}

/** Processes that have nothing to do, by how many megabytes they may fill. */
const free = new Map<number | undefined, ChildProcess[]>();

function started(megabytes?: number): ChildProcess {
  // Where memory is bounded, it is as whoever runs the program has it; else what is thrown away need not be cleared away as often.
  const execArgv =
    megabytes === undefined
      ? ['--min-semi-space-size=32', '--max-semi-space-size=64']
      : [`--max-old-space-size=${megabytes}`];
  return fork(WORKER, { env: { ...process.env, NO_COLOR: '1' }, silent: true, execArgv });
}

function runWarm(cwd: string, args: readonly string[], megabytes?: number): Promise<Finished> {
  const idle = free.get(megabytes) ?? [];
  free.set(megabytes, idle);
  const worker = idle.pop() ?? started(megabytes);
  return new Promise((resolve, reject) => {
    worker.removeAllListeners('message').removeAllListeners('exit');
    worker.once('message', ({ code, stdout, stderr }: Finished) => {
      idle.push(worker);
      resolve({ code, stdout, stderr });
    });
    worker.once('exit', () => reject(new Error(`the program did not come to its end: ${args.join(' ')}`)));
    worker.send({ cwd, args });
  });
}

/** Runs the built program in a process of its own. */
function runAlone(
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
