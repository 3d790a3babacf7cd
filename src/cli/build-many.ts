import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { diagnose, reasonOf, reasonWords, safeFileNames } from '../index.js';
import { progress } from './progress.js';
import { Failure, print, tell } from './terminal.js';

/** What the files of notices are called. */
const NOTICE = /\.(?:txt|md|docx|doc|wps|html?|mhtml?|xlsx)$/i;

/**
 * `wulong-tasks build` on a folder: all that is made of each notice in it, in a folder of its own. Every notice has
 * a process of its own, as many at a time as there are cores, so that none can stop another, and memory does not grow.
 *
 * @param args what is said to each of them besides the notice and its folder
 */
export async function buildMany(folder: string, output: string, args: readonly string[]): Promise<void> {
  const notices = await noticesIn(folder);
  if (notices.length === 0) throw new Failure([diagnose('no-notices', { path: folder })]);
  const bases = safeFileNames(notices.map((name) => name.slice(0, name.length - extname(name).length)));
  const bar = await progress('写通知', notices.length);
  const told: string[] = [];
  let failed = 0;
  let exit = 0;
  let next = 0;
  const work = async () => {
    for (let i = next++; i < notices.length; i = next++) {
      const name = notices[i] as string;
      const { code, said } = await build([
        join(folder, name),
        '-o',
        join(output, bases[i] as string),
        ...args,
      ]);
      exit = Math.max(exit, code);
      if (code !== 0) failed++;
      // What is no error is told as well: somebody's file was kept, something found no place.
      if (said !== '') told[i] = `${name}：\n${said}`;
      bar.step();
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    bar.stop();
  }
  // In the order of the files, whichever was done first.
  for (const said of told.filter((each) => each !== undefined)) tell(said);
  print(`通知 ${notices.length} 份，在 ${output}${failed > 0 ? `；${failed} 份有错误` : ''}`);
  process.exitCode = exit;
}

async function noticesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && NOTICE.test(entry.name) && !/^(?:~\$|\.)/.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    throw new Failure([diagnose('file-unreadable', { path: folder, reason: reasonOf(error) })]);
  }
}

/** Builds one notice; what it said was wrong. */
function build(args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [process.argv[1] as string, 'build', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    // Whoever was killed, or could not be started, wrote nothing.
    child.on('error', (error) => resolve({ code: 3, said: reasonWords(reasonOf(error)) }));
    child.on('close', (code) => resolve({ code: code ?? 3, said: said.trimEnd() }));
  });
}
