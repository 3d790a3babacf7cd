import type { Dirent } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import {
  byHandedIn,
  changeWords,
  type Diagnostic,
  diagnose,
  FILES,
  type FileReports,
  findUnit,
  formsIn,
  HANDED_WORDS,
  isFilledPaper,
  isNoticeOf,
  isOwnName,
  isPrograms,
  isProgramsOwn,
  isRollUp,
  isUnchecked,
  keptReturns,
  MOVEMENT_WORDS,
  ORIGINALS,
  OutputFolder,
  type PastMonth,
  type ReturnedFile,
  type RollUp,
  readReturned,
  reportsIn,
  rollUp,
  rollUpToCsv,
  rollUpToJson,
  rollUpToXlsx,
  STATE_WORDS,
  type State,
  sheetFor,
  type TaskBook,
  tellUnchecked,
  totalMovements,
  totalOf,
  UNZIPPED,
  type UnreadFile,
  unitNamed,
  unzippedIn,
  withWritten,
  writtenInRollUp,
} from '../node.js';
import { type BookOptions, openBook } from './book.js';
import { type FolderContent, isFile, lyingIn, noFolder, read } from './files.js';
import { monthsIn, NO_MONTHS } from './months.js';
import { refuseInput, writeOne } from './outputs.js';
import { writePapers } from './papers.js';
import { progress } from './progress.js';
import { runToJson } from './run-json.js';
import { endWith, Failure, padEnd, padStart, print, report, style, tell, tellLeft } from './terminal.js';

const WRITERS: Readonly<Record<string, (all: RollUp) => Promise<Uint8Array> | string>> = {
  '.xlsx': rollUpToXlsx,
  '.csv': rollUpToCsv,
  '.json': rollUpToJson,
};

/** How many warnings of a kind are listed: a hundred units make the same mistake, and the workbook has them all. */
const MOST = 20;

interface CollectFlags extends BookOptions {
  readonly output: readonly string[];
  readonly on?: string;
  readonly since?: string;
  readonly papers?: string;
  readonly sign?: string;
  readonly force?: boolean;
  readonly verbose?: boolean;
  readonly reportJson?: boolean;
}

/** `wulong-tasks collect`: reads the sheets that units sent back, checks them and rolls them up. */
export async function run(folder: string, options: CollectFlags): Promise<void> {
  const { on, since, papers, sign, force = false, verbose = false, reportJson = false } = options;
  const output = options.output.length > 0 ? options.output : [FILES.rollUp];
  if (reportJson && output.includes('-'))
    throw new Failure([diagnose('usage', { text: '--report-json 要把汇总写到文件：请用 -o 写明。' })]);
  const writers = output.map((path) => ({ path, write: writerOf(path) }));
  if ((since !== undefined || papers !== undefined) && on === undefined)
    throw new Failure([
      diagnose('usage', { text: '--since、--papers 要和 --on 一起用，写明这次到哪一天。' }),
    ]);
  // What a build could not finish is finished before anything is looked for: sheets take their places.
  const left = await finished(folder);
  if (!reportJson) tellLeft(left);
  const book = await openBook(options, folder);
  const past = since === undefined ? NO_MONTHS : await monthsIn(since, output, { on, force });
  // One file that is named must be of use; of a folder, what is.
  const named = since !== undefined && (await isFile(since)) ? since : undefined;
  const refuse = (why: readonly Diagnostic[]) => {
    throw new Failure([...why, diagnose('month-unused', { path: named ?? '' })]);
  };
  if (named !== undefined && past.months.length === 0) refuse(past.diagnostics);
  const all = await collected(book, folder, { output, on, months: past.months });
  if (named !== undefined && all.since === null)
    refuse(all.problems.filter(({ code }) => code.startsWith('month-')));
  // A roll-up of nothing would be written over a good one.
  if (all.files.every(({ unit }) => unit === null)) {
    const told = [...past.diagnostics, ...all.problems, diagnose('nothing-counted', { path: folder })];
    if (reportJson) print(runToJson({ written: [], told: [...left, ...told] }));
    else report(told, { verbose, most: MOST });
    endWith(told);
    return;
  }
  if (!output.includes('-') && !reportJson) print(`${summary(all)}\n`);
  for (const { path, write } of writers) await writeOne(path, await write(all), { force });
  if (papers !== undefined) await writePapers(papers, all, { sign, force });
  const problems = [...past.diagnostics, ...all.problems];
  if (reportJson) print(runToJson({ written: output, told: [...left, ...problems] }));
  if (writers.every(({ write }) => write === rollUpToCsv) && all.rest.length > 0)
    tell(`“其他内容”有 ${all.rest.length} 处，CSV 里没有。要看请用 -o 汇总.xlsx。`);
  if (!reportJson) report(problems, { verbose, most: MOST });
  endWith([...left, ...problems]);
}

/**
 * Finishes what runs could not in the folder, in the one above, and in those below.
 *
 * @returns what these were to tell
 */
async function finished(folder: string): Promise<Diagnostic[]> {
  // That there is none is told where it is read.
  const { entries } = await lyingIn(folder).catch(() => ({ entries: [] }));
  const below = entries.flatMap(({ entry, name }) => (entry.isDirectory() ? [name] : []));
  const left: Diagnostic[] = [];
  for (const name of ['..', '', ...below]) {
    const path = join(folder, name);
    if (await OutputFolder.isUnfinished(path)) left.push(...(await OutputFolder.at(path, Date.now)).left);
  }
  return left;
}

function writerOf(path: string): (all: RollUp) => Promise<Uint8Array> | string {
  const write = path === '-' ? rollUpToJson : WRITERS[extname(path)];
  if (write) return write;
  throw new Failure([
    diagnose('usage', { text: `汇总写成什么格式看扩展名：${Object.keys(WRITERS).join('、')}。` }),
  ]);
}

/** Names of the program's own files that a unit may give its sheet: what is in one of them tells. */
const MAY_BE_SENT: ReadonlySet<string> = new Set([
  FILES.rollUp,
  FILES.rollUp.replace('.xlsx', '.csv'),
  FILES.registryWorkbook,
  FILES.overview,
]);

interface Collecting {
  /** Where the roll-up goes: what stands there is no return. */
  readonly output?: readonly string[];
  readonly on?: string | undefined;
  readonly months?: readonly PastMonth[];
}

/** What units sent back to a folder, rolled up. */
export async function collected(
  book: TaskBook,
  folder: string,
  { output = [], on, months = [] }: Collecting = {},
): Promise<RollUp> {
  const found = await filesIn(folder, output);
  const { links, folders, aside, closed, kept, placed, uncarried } = found;
  const unzipped = unzippedIn(found.names);
  const names = [...found.names, ...(await filledPapers(book, folder, found.papers))]
    .filter((name) => !unzipped.parts.has(name))
    .sort();
  await refuseReturns(folder, output);
  const passedOver = [
    ...links.map((file) => ({ file, problems: [diagnose('return-link', undefined, file)] })),
    ...closed.map(({ name: file, problem }) => ({ file, problems: [problem] })),
    ...folders.map((file) => ({ file, problems: [diagnose('return-folder', undefined, file)] })),
    ...aside.map((file) => ({ file, problems: [diagnose('return-aside', undefined, file)] })),
    ...unzipped.folders.map((file) => ({
      file,
      problems: [diagnose('return-form', { form: UNZIPPED }, file)],
    })),
  ];
  if (names.length + passedOver.length === 0)
    throw new Failure([diagnose('nothing-returned', { path: folder })]);

  const bar = await progress('读清单', names.length);
  const files: FileReports[] = [];
  const ofRollUps: Diagnostic[] = [];
  const bytesOf = (name: string) => read(join(folder, name)).catch(() => undefined);
  const unread: UnreadFile[] = [...passedOver];
  try {
    for (const name of names) {
      const bytes = await bytesOf(name);
      bar.step();
      if (bytes && isNoticeOf(book, bytes)) continue;
      const found = await returnedFrom(join(folder, name), name);
      if (bytes && isRollUp(found)) {
        const words = await writtenInRollUp(bytes, name);
        if (words) ofRollUps.push(diagnose('roll-up-written', { words }, name));
        else if (!isOwnName(basename(name))) ofRollUps.push(diagnose('return-roll-up', undefined, name));
        continue;
      }
      // What is called so and is no sheet is nobody's return; into a ledger somebody may have written.
      if (isOwnName(basename(name)) && basename(name) !== FILES.overview && found.collected.length === 0)
        continue;
      for (const each of found.collected)
        files.push(
          reportsIn(book, { ...(await withWritten(book, each)), isPlaced: placed.has(name) }, on ?? null),
        );
      unread.push(...found.unread);
    }
  } finally {
    bar.stop();
  }
  const live = {
    unitOf: (name: string) => unitNamed(book, basename(name)),
    liveOf: (unit: string) =>
      files
        .filter(({ file }) => file.unit === unit)
        .flatMap(({ file, reports, answers, rest }) => [
          file.cover,
          ...reports,
          ...answers.rows,
          ...answers.questions,
          ...rest,
        ]),
    hasTasks: (unit: string) => sheetFor(book, unit).rows.length > 0,
    formsOf: (unit: string) => formsIn(names, unit),
  };
  const { told } = await keptReturns(kept, bytesOf, uncarried, live);
  unread.push(...told.map((each) => ({ file: each.at?.file ?? '', problems: [each] })));
  const rolledUp = rollUp(book, files, on ?? null, unread, months);
  return { ...rolledUp, problems: [...rolledUp.problems, ...ofRollUps, ...tellUnchecked(found.unchecked)] };
}

/** Of Word files of sheets, which are for paper, those into which somebody has written something. */
async function filledPapers(book: TaskBook, folder: string, papers: readonly string[]): Promise<string[]> {
  const filled: string[] = [];
  for (const name of papers) {
    // Other papers go out, and none comes back.
    const unit = findUnit(book, basename(name, extname(name))).value;
    if (unit === undefined) continue;
    const bytes = await read(join(folder, name), { isKept: false });
    if (await isFilledPaper(bytes, name, [sheetFor(book, unit)])) filled.push(name);
  }
  return filled;
}

/** A sheet that came back is not written over with the roll-up, whatever the user says. */
async function refuseReturns(folder: string, output: readonly string[]): Promise<void> {
  for (const path of output) {
    const isThere = !relative(folder, path).startsWith('..') && (await isFile(path));
    if (!isThere || path === '-') continue;
    const bytes = await read(path, { isKept: false });
    const found = await readReturned(bytes, path);
    if (found.collected.length > 0) refuseInput(path, true);
  }
}

/** What a returned file holds; one that cannot be read does not keep the others from being counted. */
async function returnedFrom(path: string, name: string): Promise<ReturnedFile> {
  try {
    return await readReturned(await read(path), name);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { collected: [], unread: [{ file: name, problems: error.diagnostics }] };
  }
}

/**
 * The files in a folder and those below, in an order that is the same everywhere, without those that are no returns:
 * what the program itself writes, what other programs make for themselves, kept originals. Links are not followed.
 */
async function filesIn(
  folder: string,
  output: readonly string[],
): Promise<
  Record<'names' | 'links' | 'folders' | 'aside' | 'kept' | 'unchecked' | 'papers', string[]> &
    Pick<FolderContent, 'closed'> &
    Pick<OutputFolder, 'uncarried'> & { readonly placed: ReadonlySet<string> }
> {
  try {
    const { entries: named, closed } = await lyingIn(folder);
    // Word files that the program wrote are for reading; what somebody else put there, or into them, is told.
    const written = new Set<string>();
    const papers: string[] = [];
    const isChanged = async (ours: OutputFolder, own: string, name: string) =>
      (await isFile(join(folder, name))) &&
      ours.isChanged(own, await read(join(folder, name), { isKept: false }));
    const addPaper = async (ours: OutputFolder, own: string, name: string) => {
      if (!own.endsWith('.docx') || written.has(name)) return;
      written.add(name);
      if (await isChanged(ours, own, name)) papers.push(name);
    };
    // The list of them may be in the folder above.
    const above = await OutputFolder.at(join(folder, '..'), Date.now);
    const inAbove = `${basename(resolve(folder))}/`;
    for (const own of above.names)
      if (own.startsWith(inAbove)) await addPaper(above, own, own.slice(inAbove.length));
    // What is written for the office alone: where nobody has changed it since, nothing is in it.
    const unchanged = new Set<string>();
    const placed = new Set<string>();
    // Where it writes to it keeps originals; elsewhere somebody has called a folder so.
    const writtenTo = new Set<string>();
    const uncarried = new Map<string, readonly string[]>();
    for (const below of new Set(['', ...named.map(({ name }) => dirname(name))])) {
      const ours = await OutputFolder.at(join(folder, below), Date.now);
      for (const [said, units] of ours.uncarried) uncarried.set(said, units);
      if (ours.names.length > 0) writtenTo.add(below === '.' ? '' : below);
      for (const own of ours.names) {
        const name = below === '' || below === '.' ? own : `${below}/${own}`;
        placed.add(name);
        await addPaper(ours, own, name);
        if (basename(own) === FILES.overview && !(await isChanged(ours, own, name))) unchanged.add(name);
      }
    }
    const programs = new Set<string>();
    for (const { entry, name } of named)
      if (isPrograms(name) && !(entry.isFile() && (await isReturned(folder, name)))) programs.add(name);
    const isReturn = (name: string) =>
      !written.has(name) &&
      !programs.has(name) &&
      !name.split('/').slice(0, -1).includes(ORIGINALS) &&
      (!isOwnName(basename(name)) || MAY_BE_SENT.has(basename(name))) &&
      !output.some((path) => resolve(folder, name) === resolve(path));
    const those = (is: (entry: Dirent) => boolean) =>
      named.flatMap(({ entry, name }) => (is(entry) && isReturn(name) ? [name] : [])).sort();
    const isAside = (name: string) => {
      const folders = dirname(name).split('/');
      const at = folders.indexOf(ORIGINALS);
      const above = folders.slice(0, at);
      return (
        at >= 0 &&
        WORKBOOK.test(name) &&
        !above.concat('').some((_, i) => writtenTo.has(above.slice(0, i).join('/')))
      );
    };
    const isKept = (name: string) => dirname(name).split('/').includes(ORIGINALS);
    return {
      unchecked: named
        .flatMap(({ entry, name }) => (entry.isFile() && isUnchecked(name) && !isAside(name) ? [name] : []))
        .sort(),
      closed,
      placed,
      uncarried,
      papers,
      kept: named
        .flatMap(({ entry, name }) => (entry.isFile() && isKept(name) && !isAside(name) ? [name] : []))
        .sort(),
      aside: named.flatMap(({ entry, name }) => (entry.isFile() && isAside(name) ? [name] : [])).sort(),
      names: those((entry) => entry.isFile()).filter((name) => !unchanged.has(name)),
      links: those((entry) => entry.isSymbolicLink()),
      // What lies in one is read, and told, by itself.
      folders: those((entry) => entry.isDirectory() && WORKBOOK.test(entry.name)).filter(
        (folder) => !named.some(({ entry, name }) => entry.isFile() && name.startsWith(`${folder}/`)),
      ),
    };
  } catch (error) {
    throw new Failure([noFolder(folder, error)]);
  }
}

/** Whether a file is a return that is called like one that a program made for itself; what cannot be read is none. */
async function isReturned(folder: string, name: string): Promise<boolean> {
  return read(join(folder, name), { isKept: false }).then(
    async (bytes) => !(await isProgramsOwn(name, bytes)),
    () => false,
  );
}

/** What only a file is called. */
const WORKBOOK = /\.(?:xlsx|xlsm|xls|et|ods|csv)$/i;
function summary(all: RollUp): string {
  const { units, tasks, files } = all;
  const { yes, empty, unread, no } = byHandedIn(units);
  const sent = [...yes, ...empty];
  const width = 24;
  const line = (name: string, counts: readonly (string | number)[]) =>
    padEnd(name, width) + counts.map((count) => padStart(String(count), 9)).join('');
  const states = (Object.keys(STATE_WORDS) as State[]).filter((state) => state !== 'absent');
  const hasBlank = (state: State) => state === 'late' && sent.some(({ blank }) => blank !== undefined);
  const row = (unit: (typeof sent)[number]) =>
    line(unit.unit, [
      unit.tasks,
      ...states.flatMap((state) => [unit[state], ...(hasBlank(state) ? [unit.blank ?? 0] : [])]),
    ]);
  const reported = tasks.filter(({ reports }) => reports.length > 0).length;
  const named = (words: string, those: typeof sent, more = ({ unit }: (typeof sent)[number]) => unit) =>
    those.length === 0 ? [] : ['', `${words}的 ${those.length} 个：${those.map(more).join('、')}`];
  return [
    style.heading(
      `收到 ${new Set(files.map(({ file }) => file)).size} 个文件，${sent.length} 个单位；有人填报的任务 ${reported} 项`,
    ),
    '',
    line('单位', [
      '应办',
      ...states.flatMap((state) => [STATE_WORDS[state], ...(hasBlank(state) ? ['其中没填'] : [])]),
    ]),
    ...units.filter((unit) => sent.includes(unit)).map(row),
    ...comparison(all),
    ...named(HANDED_WORDS.empty, empty),
    ...named(HANDED_WORDS.unread, unread, (unit) => `${unit.unit}（${(unit.unread ?? []).join('、')}）`),
    ...named(HANDED_WORDS.no, no),
  ].join('\n');
}

/** What has moved since the last roll-up, and how much more is done. */
function comparison({ since, units, months }: RollUp): string[] {
  if (since === null) return [];
  const moved = totalMovements(units);
  const counts = (Object.keys(MOVEMENT_WORDS) as (keyof typeof moved)[])
    .filter((movement) => moved[movement] > 0)
    .map((movement) => `${MOVEMENT_WORDS[movement]} ${moved[movement]}`);
  const before = months.find(({ on }) => on === since);
  return ['', `和 ${since} 比：${counts.join('，')}；${changeWords(before, totalOf(units))}`];
}
