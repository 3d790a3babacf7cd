import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { type Diagnostic, diagnose, type PastMonth, readMonth, reasonOf } from '../index.js';
import { isFile, isFolder, lyingIn, read } from './files.js';
import { progress } from './progress.js';
import { Failure } from './terminal.js';

/** Earlier months, and what is to be told of the files in which they are. */
export interface Months {
  readonly months: readonly PastMonth[];
  readonly diagnostics: readonly Diagnostic[];
}

export const NO_MONTHS: Months = { months: [], diagnostics: [] };

/**
 * The earlier months that a user names: a roll-up, or a folder that keeps them. In a folder, a file that is none, or
 * cannot be read, is told and stops no other.
 *
 * @param output where this month goes to: it may be in the same folder
 * @param options.on the day of this month; of another day nothing is written over
 * @throws Failure where an earlier month would be written over, and where there is no such folder and this month makes none
 */
export async function monthsIn(
  path: string,
  output: readonly string[],
  { on, force = false }: { readonly on?: string | undefined; readonly force?: boolean } = {},
): Promise<Months> {
  const { names, closed } = (await isFile(path)) ? { names: [path], closed: [] } : await rollUpsIn(path);
  const own = new Set(output.map((each) => resolve(each)));
  const over = names.filter((each) => own.has(resolve(each)));
  for (const each of force ? [] : over) await refuseMonth(each, on);
  if (await isFile(path)) return monthIn(path);
  const wanted = names.filter((each) => !own.has(resolve(each)));
  // Before the first month there may be no such folder: this one makes it.
  if (!(await isFolder(path)) && !output.some((each) => isBelow(each, path))) throw noMonths(path, on);
  if (wanted.length === 0) return { months: [], diagnostics: [...closed, diagnose('months-none', { path })] };
  const bar = await progress('读以前的汇总', wanted.length);
  const all: Months[] = [];
  try {
    for (const each of wanted) {
      all.push(await monthIn(each));
      bar.step();
    }
  } finally {
    bar.stop();
  }
  return {
    months: all.flatMap(({ months }) => months),
    diagnostics: [...closed, ...all.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function isBelow(path: string, folder: string): boolean {
  return path !== '-' && !relative(resolve(folder), resolve(path)).startsWith('..');
}

function noMonths(path: string, on = ''): Failure {
  return new Failure([diagnose('months-not-found', { path, month: join(path, monthFile(on)) })]);
}

/** What the roll-up of a month is called where nobody has given it a name. */
function monthFile(on: string): string {
  return `${on.slice(0, 7) || '本月'}.json`;
}

/** An earlier month is written over by no later one: there would be nothing left to compare with. */
async function refuseMonth(path: string, on: string | undefined): Promise<void> {
  const [month] = (await monthIn(path)).months;
  if (!month || month.on === on) return;
  const another = join(dirname(path), monthFile(on ?? ''));
  const text = `“${path}”是 ${month.on} 的汇总，写在它上面就没有可比的了，什么也没有写。请用 -o 另起名，如 ${another}。`;
  throw new Failure([diagnose('usage', { text })]);
}

async function monthIn(path: string): Promise<Months> {
  try {
    const { value, diagnostics } = await readMonth(
      (await read(path, { isKept: false })).toString('utf8'),
      path,
    );
    return { months: value ? [value] : [], diagnostics };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { months: [], diagnostics: error.diagnostics };
  }
}

/** The JSON files of a folder and those below, as years may have folders of their own, and which cannot be opened. */
async function rollUpsIn(path: string): Promise<{ names: string[]; closed: Diagnostic[] }> {
  try {
    const { entries, closed } = await lyingIn(path);
    return {
      names: entries
        .filter(({ entry }) => entry.isFile() && /^[^.].*\.json$/i.test(entry.name))
        .map(({ name }) => join(path, name))
        .sort(),
      closed: closed.filter(({ name }) => !basename(name).startsWith('.')).map(({ problem }) => problem),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && extname(path) === '')
      return { names: [], closed: [] };
    throw new Failure([
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? diagnose('file-not-found', { path })
        : diagnose('file-unreadable', { path, reason: reasonOf(error) }),
    ]);
  }
}
