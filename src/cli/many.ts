import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { diagnose, isPrograms, ownIn, safeFileNames } from '../index.js';
import { UNITS_FILES } from './book.js';
import { noFolder, read } from './files.js';
import { runAll } from './pool.js';
import { progress } from './progress.js';
import { Failure, lineOf, print, tell } from './terminal.js';

/** What the files of notices are called; of others only their content says whether they are one. */
const NOTICE =
  /\.(?:txt|md|do[ct][xm]?|wp[st]|f?odt|ott|rtf|pdf|ofd|ceb|html?|mhtml?|xl[st][xmb]?|ett?|f?ods)$/i;

/** What files are called that no notice comes in, whatever is in them: data, programs, sound and film. */
const OTHER =
  /\.(?:json|ya?ml|csv|tsv|xml|log|ini|toml|lock|m?js|ts|css|py|sh|bat|cmd|ps1|exe|dll|msi|lnk|url|eml|mp[34]|mov|avi|wav)$/i;

/**
 * Runs a command on each notice in a folder. None can stop another, and memory does not grow with their number.
 *
 * @param output the folder for what is made of them
 * @param commandFor what is written on the command line for a notice; `base` is its place in the output folder, under a
 *   name of its own
 * @param label what the progress bar says
 */
export async function runOnEach(
  folder: string,
  output: string,
  commandFor: (notice: string, base: string) => readonly string[],
  label: string,
): Promise<void> {
  const { notices, own: all, others } = await filesIn(folder);
  const own = all.filter((name) => NOTICE.test(name));
  if (own.length > 0) tell(`本程序写的文件 ${own.length} 个，不是通知，没有读：${own.join('、')}`);
  if (others.length > 0) tell(`看名字不是通知的文件 ${others.length} 个，没有读：${others.join('、')}`);
  if (notices.length === 0) throw new Failure([diagnose('no-notices', { path: folder })]);
  const bases = safeFileNames(notices.map((name) => name.slice(0, name.length - extname(name).length)));
  const commands = notices.map((name, i) => commandFor(join(folder, name), join(output, bases[i] as string)));
  const bar = await progress(label, notices.length);
  const told = new Map<number, string>();
  let failed = 0;
  let exit = 0;
  try {
    await runAll(commands, (i, finished) => {
      const { code, stderr } = finished ?? KILLED;
      // What is called as no notice is may be one.
      exit = Math.max(exit, NOTICE.test(notices[i] ?? '') ? code : Math.min(code, 1));
      if (code !== 0) failed++;
      // What is no error is told as well: somebody's file was kept, something found no place.
      if (stderr !== '') told.set(i, `${notices[i]}：\n${stderr.trimEnd()}`);
      bar.step();
    });
  } finally {
    bar.stop();
  }
  // In the order of the files, whichever was done first.
  for (const [i] of notices.entries()) {
    const said = told.get(i);
    if (said !== undefined) tell(said);
  }
  print(`通知 ${notices.length} 份，在 ${output}${failed > 0 ? `；${failed} 份有错误` : ''}`);
  process.exitCode = exit;
}

const KILLED = { code: 3, stderr: lineOf(diagnose('run-stopped', undefined)) };

/** The options of a command as they are written on its command line. */
export function written(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [`--${name}`];
    if (typeof value === 'string') return [`--${name}`, value];
    // What columns hold, by their headers.
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, said]) => [`--${name}`, `${key}=${said}`]);
  });
}

/** The files in a folder: what may be notices, what this program itself has written there, and what is neither. */
async function filesIn(folder: string): Promise<Record<'notices' | 'own' | 'others', string[]>> {
  const found = { notices: [] as string[], own: [] as string[], others: [] as string[] };
  for (const name of await namesIn(folder)) {
    const kind = (await isOwnFile(join(folder, name))) ? 'own' : OTHER.test(name) ? 'others' : 'notices';
    // The district's registry is read with each notice.
    if (!UNITS_FILES.includes(name)) found[kind].push(name);
  }
  return found;
}

/** Whoever reads a file tells why it cannot be read. */
async function isOwnFile(path: string): Promise<boolean> {
  return read(path).then(
    async (bytes) => (await ownIn(bytes, path)) !== undefined,
    () => false,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && !isPrograms(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    throw new Failure([noFolder(folder, error)]);
  }
}
