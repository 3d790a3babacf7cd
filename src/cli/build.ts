import { join, parse } from 'node:path';
import {
  carriedWords,
  checkBook,
  compareBooks,
  type Diagnostic,
  diagnose,
  exchangedTasks,
  exitCodeFor,
  FILES,
  FOLDERS,
  inFolders,
  isBlank,
  isForm,
  isOtherBook,
  isRollUp,
  lineageIn,
  nameOfNotice,
  type Output,
  OutputFolder,
  originOf,
  type Planned,
  type Prepared,
  perhapsRenamed,
  planOverview,
  planSheet,
  planSheets,
  prepare,
  type Revision,
  readReturned,
  revisionCounts,
  revisionToMarkdown,
  SEVERITIES,
  SHEET_FORMATS,
  type SheetFormat,
  senderFinder,
  sheetFor,
  sheetless,
  type TaskBook,
  type TaskSheet,
  tally,
  taskBookFromJson,
  taskBookToJson,
  unitFinder,
  withLineage,
} from '../node.js';
import { type BookOptions, BUILT_BOOKS, ofOptions, parseFile } from './book.js';
import { settingsIn } from './check.js';
import { isFolder } from './files.js';
import { runOnEach, written } from './many.js';
import { progress } from './progress.js';
import { runToJson } from './run-json.js';
import { Failure, notAmong, print, report, severityWord, tell, tellLeft, unwrap } from './terminal.js';

/** The task book that the folder was built from, for programs and for the next run. */
const [BOOK, ...FORMER_BOOKS] = BUILT_BOOKS;

/** What is told of sheets says what is made of them, but for what only lies there: with `--check` nothing is made. */
const DOING = /^(?:sheets?|output)-(?!beside|columns-gone|nobodys|uncarried|place|perhaps|unit-gone)/;
const NOT_DONE =
  '--check 什么也没有写：下面说“另存”“新写”“放在表末”“又列了出来”的，去掉 --check 再运行才会做。';

interface BuildFlags extends Omit<BookOptions, 'from'>, Partial<Record<SheetFormat, boolean>> {
  readonly output: string;
  readonly check?: boolean;
  readonly config?: string;
  readonly offices?: boolean;
  readonly force?: boolean;
  readonly reportJson?: boolean;
}

/** `wulong-tasks build`: all that is made of a notice in one folder, and again when the notice is revised. */
export async function run(notice: string, options: BuildFlags): Promise<void> {
  const { output, check = false, force = false, reportJson = false } = options;
  if (await isFolder(notice)) {
    if (reportJson)
      throw new Failure([diagnose('usage', { text: '--report-json 一次只用于一份通知，不用于文件夹。' })]);
    const { output: _, ...others } = options;
    const commandFor = (each: string, base: string) => ['build', each, '-o', base, ...written(others)];
    return runOnEach(notice, output, commandFor, '写通知');
  }
  const isUnfinished = check && (await OutputFolder.isUnfinished(output));
  const folder = isUnfinished ? undefined : await OutputFolder.at(output, Date.now);
  if (!folder) {
    const told = [diagnose('output-stale', { path: output, names: [] })];
    if (reportJson) print(runToJson({ written: [], told }));
    return end(told, { isTold: reportJson });
  }

  const { left } = folder;
  if (!reportJson) tellLeft(left);
  const { stored, book: before } = await earlierBook(folder, output);
  const parsed = await parsedAs(notice, { ...options, crossCheck: check }, before?.source);
  const book = before ? withLineage(unwrap(parsed), before) : unwrap(parsed);
  if (before && !force && isOtherBook(before, book)) throw new Failure([ofOtherNotice(before, book)]);
  const revision = before && compareBooks(before, book);
  const findings = checkBook(book, await settingsIn(options.config));
  const errors = [
    ...parsed.diagnostics.filter(({ severity }) => severity === 'error'),
    ...findings.filter(({ severity }) => severity === 'error'),
  ];

  const files = plan(book, { before, revision, lying: await sheetsAmong(folder) }, options);
  const bar = await progress('写任务清单', files.length);
  const isUnlisted = folder.names.length === 0 && (before !== undefined || (await isBuilt(folder)));
  const renewing = {
    unitOf: unitFinder(book),
    senderOf: senderFinder(book),
    lineage: lineageIn(book),
    bookBefore: before,
    perhapsRenamed: perhapsRenamed(book),
    listedNames: new Map(unwrap(parsed).units.map(({ name, formerly = [] }) => [name, formerly])),
    force,
    isUnlisted,
    step: bar.step,
  };
  const made = unwrap(await prepare(folder, files, renewing).finally(bar.stop));
  const exchanged = before ? exchangedTasks(before, book) : [];
  const prepared = {
    ...made,
    diagnostics: notAmong(left, [
      ...exchanged,
      ...made.diagnostics,
      ...tellGone(isUnlisted && before ? sentBy(before, made) : folder.names, made),
    ]),
  };
  // Another run has come between: its sheets would be compared with what was there before.
  const over = prepared.outputs.find(({ name }) => name === BOOK)?.over ?? null;
  if (over !== null && !(stored !== null && Buffer.from(over).equals(stored)))
    throw new Failure([diagnose('output-changed', { path: join(output, BOOK) })]);
  const { writes, remove, gone, same } = whatChanges(prepared, options.offices ? new Set() : sheetless(book));
  const changed = [...writes, ...remove].map(({ name }) => name);
  if (check) {
    const stale = changed.length > 0 ? [diagnose('output-stale', { path: output, names: changed })] : [];
    const told = [...errors, ...ofOptions(parsed.diagnostics), ...prepared.refused, ...stale];
    const lying = prepared.diagnostics.filter(
      ({ code, severity }) => severity !== 'info' || !DOING.test(code),
    );
    if (reportJson) print(runToJson({ written: [], stale: changed, told: [...left, ...told, ...lying] }));
    else {
      if (changed.length === 0) print(`${output} 是最新的。`);
      if (changed.length > 0 && lying.some(({ code }) => DOING.test(code))) tell(NOT_DONE);
      report(lying);
    }
    return end(told, { told: [...left, ...lying], isTold: reportJson });
  }
  // What is settled by now is never told again, though nothing else is to be written.
  const settled = prepared.settled.filter((said) => folder.uncarried.get(said)?.length !== 0);
  // The list of files may have been lost: a sheet that goes missing is known by it.
  const listed = same.filter(({ name }) => !folder.names.includes(name));
  const commit = async () => {
    if (changed.length + settled.length + listed.length > 0)
      unwrap(
        await folder.commit(writes, {
          remove,
          origin: originOf(book),
          settled,
          listed,
          told: [...left, ...prepared.diagnostics],
        }),
      );
  };
  if (reportJson) {
    await commit();
    const told = [
      ...left,
      ...errors,
      ...ofOptions(parsed.diagnostics),
      ...prepared.refused,
      ...prepared.diagnostics,
    ];
    const paths = writes.map(({ name }) => join(output, name));
    print(runToJson({ written: paths, removed: remove, outputs: writes, told }));
    return end(errors, {
      others: passedOver(prepared),
      told: [...left, ...prepared.diagnostics],
      isTold: reportJson,
    });
  }

  print(`${book.notice.number ?? book.notice.title ?? book.source.name}：任务 ${book.tasks.length} 项`);
  if (revision && isRevised(revision)) print(revisionCounts(revision));
  print(findingWords(findings));
  report(ofOptions(parsed.diagnostics));
  await commit();
  if (changed.length === 0) {
    print(`没有变化，${output} 里什么也没有写。`);
  } else {
    print(
      [
        `已写入 ${writes.length} 个文件，在 ${output}`,
        ...(gone.length > 0 ? [`去掉 ${gone.length} 个不再有任务的（${gone.join('、')}）`] : []),
        ...(same.length > 0 ? [`${same.length} 个没有变化`] : []),
      ].join('；'),
    );
    const carried = carriedWords(writes);
    if (carried !== '') print(carried);
  }
  report(prepared.diagnostics.filter(({ severity }) => severity !== 'error'));
  end(errors, { others: passedOver(prepared), told: [...left, ...prepared.diagnostics] });
}

/** Whether sheets lie where this program puts them: it has built the folder, though nothing says so any more. */
async function isBuilt(folder: OutputFolder): Promise<boolean> {
  return (await folder.beside()).some((name) => name.startsWith(`${FOLDERS.units}/`) && isForm(name));
}

/** Sheets that were written before and are there no more: what was filled in in them is not in the new ones. */
function tellGone(known: readonly string[], { outputs }: Prepared): Diagnostic[] {
  // What a unit has sent in another form has been carried: that is what has taken the place of its sheet.
  const isReplaced = (name: string, sheet: TaskSheet) =>
    !isBlank(sheet) &&
    !known.some((each) => each !== name && isForm(each) && parse(each).name === parse(name).name);
  const names = outputs.flatMap(({ name, sheet, over, from }) =>
    // A unit that has no tasks any more needs none.
    sheet &&
    !isReplaced(name, sheet) &&
    sheet.rows.length > 0 &&
    over === null &&
    from === undefined &&
    isForm(name) &&
    known.includes(name)
      ? [name]
      : [],
  );
  return names.length > 0 ? [diagnose('sheet-gone', { names })] : [];
}

/** The forms that the program wrote when it built the folder, as far as others like them lie there: no list says so any more. */
function sentBy(before: TaskBook, { outputs }: Prepared): string[] {
  const spare = sheetless(before);
  const there = new Set(outputs.flatMap(({ name, sheet, over }) => (sheet && over ? [parse(name).ext] : [])));
  return outputs.flatMap(({ name, sheet }) =>
    sheet &&
    there.has(parse(name).ext) &&
    !spare.has(sheet.unit) &&
    sheetFor(before, sheet.unit).rows.length > 0
      ? [name]
      : [],
  );
}

/** Why nothing is written: the folder was built from another notice. */
function ofOtherNotice(before: TaskBook, book: TaskBook): Diagnostic {
  return diagnose('folder-of-notice', {
    notice: nameOfNotice(before.notice),
    now: nameOfNotice(book.notice),
  });
}

/** Files that were not written, and why. */
function passedOver({ refused, diagnostics }: Prepared): Diagnostic[] {
  return [...refused, ...diagnostics.filter(({ severity }) => severity === 'error')];
}

/**
 * Tells what is wrong; an error of the notice, a folder that is not up to date, or what somebody must look at, is an exit
 * code.
 *
 * @param options.others files that were passed over, which stop no other
 * @param options.told what is told already
 */
function end(
  errors: readonly Diagnostic[],
  {
    others = [],
    told = [],
    isTold = false,
  }: { others?: readonly Diagnostic[]; told?: readonly Diagnostic[]; isTold?: boolean } = {},
): void {
  if (!isTold) report([...errors, ...others]);
  process.exitCode = Math.max(exitCodeFor(errors), exitCodeFor([...others, ...told]) > 0 ? 1 : 0);
}

/** The task book of the last run; one that cannot be read is as good as none, and told. */
async function earlierBook(
  folder: OutputFolder,
  output: string,
): Promise<{ readonly stored: Uint8Array | null; readonly book?: TaskBook | undefined }> {
  for (const name of BUILT_BOOKS) {
    const stored = unwrap(await folder.read(name));
    if (stored === null) continue;
    const { value: book } = await taskBookFromJson(Buffer.from(stored).toString('utf8'), name);
    if (!book) tell(`${output} 里的 ${name} 读不了，不比较前后，编号也不沿用。`);
    return { stored, book };
  }
  return { stored: null };
}

/** The notice; the same file under another name is called as it was, so that nothing is out of date for that. */
async function parsedAs(
  notice: string,
  options: BookOptions,
  before: TaskBook['source'] | undefined,
): ReturnType<typeof parseFile> {
  const parsed = await parseFile(notice, options, '.');
  const { source } = parsed.value ?? {};
  const isRenamed = source?.sha256 === before?.sha256 && source?.name !== before?.name;
  return isRenamed ? parseFile(notice, { ...options, name: before?.name }, '.') : parsed;
}

/** The files that the program wrote to the folder, but for roll-ups that `collect` has put there: they are no unit's sheets. */
async function sheetsAmong(folder: OutputFolder): Promise<string[]> {
  const names: string[] = [];
  for (const name of folder.names) {
    const isPlaced = name.includes('/') || !isForm(name);
    const bytes = isPlaced ? undefined : (await folder.read(name)).value;
    if (!bytes || !isRollUp(await readReturned(bytes, name))) names.push(name);
  }
  return names;
}

/** @param lying the files that the program wrote before */
function plan(
  book: TaskBook,
  {
    before,
    revision,
    lying,
  }: {
    readonly before: TaskBook | undefined;
    readonly revision: Revision | undefined;
    readonly lying: readonly string[];
  },
  options: BuildFlags,
): Planned[] {
  const chosen = SHEET_FORMATS.filter((format) => options[format]);
  const formats: readonly SheetFormat[] = chosen.length > 0 ? chosen : ['xlsx'];
  const placing = inFolders(book, lying);
  const sheets = tally(book).map(({ name }) => sheetFor(book, name));
  const files: Planned[] = [
    ...planSheets(book, sheets, formats, placing).map((each) =>
      'sheet' in each && before ? { ...each, before: () => sheetFor(before, each.sheet.unit) } : each,
    ),
    planOverview(book, `${FOLDERS.overview}/`, before),
    { name: BOOK, was: FORMER_BOOKS, content: () => taskBookToJson(book) },
    {
      name: FILES.changes,
      content: (earlier) => changesOf(book, revision, earlier),
      earlier: before && (() => changesOf(before, undefined, null)),
    },
  ];
  const known = new Set(files.flatMap(({ name, was = [] }) => [name, ...was]));
  // Sheets of units that have nothing to do any more: what people put into them is kept.
  const others = new Map<string, Planned>();
  for (const name of lying) {
    const { base, name: unit, ext } = parse(name);
    if (known.has(name) || !SHEET_FORMATS.some((format) => ext === `.${format}`)) continue;
    const plan = planSheet(book, sheetFor(book, unit), base, placing);
    others.set(plan.name, { ...plan, was: [name, ...(plan.was ?? [])] });
  }
  return [...files, ...others.values()];
}

/** What has changed since the last edition; as long as there is no new one, what it was then. */
function changesOf(
  { notice, source, tasks }: TaskBook,
  revision: Revision | undefined,
  earlier: Uint8Array | null,
): string {
  if (revision && isRevised(revision)) return revisionToMarkdown(revision);
  if (earlier) return Buffer.from(earlier).toString('utf8');
  return `# 修订对照\n\n${[notice.number ?? source.name, notice.date].filter(Boolean).join('　')}：第一次生成，任务 ${tasks.length} 项。\n`;
}

function isRevised({ head, measures, tables, tasks }: Revision): boolean {
  return head.length + measures.length + tables.length + tasks.length > 0;
}

/**
 * The files that are not as they should be, and those with nothing of people's that nobody needs: without a task, or
 * of offices whose tasks stand on the sheet of another.
 */
function whatChanges(
  { outputs, remove }: Prepared,
  spare: ReadonlySet<string>,
): { writes: Output[]; remove: Output[]; gone: string[]; same: Output[] } {
  const isGone = ({ sheet }: Output) =>
    sheet !== undefined && isBlank(sheet) && (sheet.rows.length === 0 || spare.has(sheet.unit));
  const isSame = ({ over, content }: Output) => over && Buffer.from(content).equals(over);
  const gone = outputs.filter(isGone);
  const wanted = outputs.filter((file) => !isGone(file));
  const writes = wanted.filter((file) => !isSame(file));
  return {
    writes,
    same: wanted.filter((file) => !writes.includes(file)),
    remove: [...remove, ...gone.filter(({ over }) => over)],
    gone: gone.flatMap(({ name, over, from }) => (over || from !== undefined ? [name] : [])),
  };
}

function findingWords(findings: readonly Diagnostic[]): string {
  const counts = SEVERITIES.map(
    (severity) =>
      `${severityWord(severity)} ${findings.filter((finding) => finding.severity === severity).length}`,
  );
  return `检查：${counts.join('，')}（wulong-tasks check 列出）`;
}
