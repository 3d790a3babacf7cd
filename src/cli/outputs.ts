import { basename, dirname } from 'node:path';
import {
  CHANGE_MARKS,
  type Degree,
  type Diagnostic,
  diagnose,
  isForm,
  KEPT_WORDS,
  OutputFolder,
  overviewToXlsx,
  renewSheet,
  type SheetFormat,
  safeFileNames,
  type TaskBook,
  type TaskSheet,
} from '../index.js';
import { Failure, tell, unwrap } from './terminal.js';

/** What the workbook of all tasks is called. */
export const OVERVIEW = '总台账';

/** A file to write: a task sheet, over an earlier one, or something that nobody fills in. */
export type Planned = { readonly name: string } & (
  | { readonly sheet: TaskSheet }
  | { readonly content: (earlier: Uint8Array | null) => Promise<string | Uint8Array> | string | Uint8Array }
);

/** A file ready to be written. */
export interface Output {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the file holds now, `null` where there is none. */
  readonly over: Uint8Array | null;
  /** The sheet in it, with what people put into the earlier one. */
  readonly sheet?: TaskSheet;
  /** A copy of a file that people changed. */
  readonly isTheirs?: boolean;
}

interface Prepared {
  readonly outputs: readonly Output[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the contents of files before any is written: task sheets with all that people put into the earlier
 * ones, and copies of those that hold what cannot be carried over.
 *
 * @param options.force whether a file that is none of this program's may be written over
 * @param options.step called after each file
 * @throws Failure when one of them may not be written over
 */
export async function prepare(
  folder: OutputFolder,
  files: readonly Planned[],
  { degree, force, step }: { degree?: Degree | undefined; force: boolean; step: () => void },
): Promise<Prepared> {
  const outputs: Output[] = [];
  const diagnostics: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  for (const file of files) {
    const { name } = file;
    const over = unwrap(await folder.read(name));
    if ('sheet' in file && isForm(name)) {
      const { value, diagnostics: told } = await renewSheet(file.sheet, name, over ?? undefined, degree);
      const { content, sheet, keep } = value ?? unwrap(await renewSheet(file.sheet, name, undefined, degree));
      // What cannot be read as a sheet is not written over, unless the user says so.
      if (!force && !value) refused.push(...told, ...(await refusal(folder, name)));
      if (value) diagnostics.push(...told, ...unplaced(sheet, name));
      if (keep && over) outputs.push(...(await copy(folder, keep.name, over)));
      outputs.push({ name, content, over, sheet });
    } else {
      const made =
        'sheet' in file
          ? unwrap(await renewSheet(file.sheet, name, undefined, degree))
          : { content: await file.content(over) };
      if (over && folder.isChanged(name, over) && !Buffer.from(made.content).equals(over)) {
        const [, base, extension] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
        const kept = `${base}（改动过的原件）${extension ?? ''}`;
        diagnostics.push(diagnose('output-kept', { name: kept }, name));
        outputs.push(...(await copy(folder, kept, over)));
      } else if (!force) refused.push(...(await refusal(folder, name)));
      outputs.push({ name, over, ...made });
    }
    step();
  }
  if (refused.length > 0) throw new Failure(refused);
  return { outputs, diagnostics };
}

async function refusal(folder: OutputFolder, name: string): Promise<readonly Diagnostic[]> {
  return (await folder.check([name])).diagnostics;
}

function unplaced({ kept }: TaskSheet, name: string): Diagnostic[] {
  const count = kept.filter(({ part }) => part === 'unplaced').length;
  return count > 0 ? [diagnose('sheet-unplaced', { count }, name)] : [];
}

/** A copy under a name that nothing else has; none where the very copy is there. */
async function copy(folder: OutputFolder, wanted: string, content: Uint8Array): Promise<Output[]> {
  const [, base = wanted, extension = ''] = /^(.*)(\.[^.]+)$/.exec(wanted) ?? [];
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${base}（${n}）${extension}`;
    const there = unwrap(await folder.read(name));
    if (there === null) return [{ name, content, over: null, isTheirs: true }];
    if (Buffer.compare(there, content) === 0) return [];
  }
}

/** Writes one file wherever the user wants it; `-` is standard output. */
export async function writeOne(
  path: string,
  content: string | Uint8Array,
  { force }: { force: boolean },
): Promise<void> {
  if (path === '-') return void process.stdout.write(content);
  const folder = await OutputFolder.at(dirname(path));
  if (!force) unwrap(await folder.check([basename(path)]));
  tell(`已写入 ${unwrap(await folder.write(basename(path), content))}`);
}

/** The files of some sheets, and with a task book its overview. */
export function planSheets(
  sheets: readonly TaskSheet[],
  formats: readonly SheetFormat[],
  book?: TaskBook,
): Planned[] {
  const [overview = '', ...names] = safeFileNames([OVERVIEW, ...sheets.map(({ unit }) => unit)]);
  const files = sheets.flatMap((sheet, i) =>
    formats.map((format) => ({ name: `${names[i]}.${format}`, sheet })),
  );
  return book ? [...files, { name: `${overview}.xlsx`, content: () => overviewToXlsx(book) }] : files;
}

/** Whether nobody has put anything into a sheet. */
export function isBlank(sheet: TaskSheet): boolean {
  return typedIn([sheet]) === 0;
}

/** What people put into the sheets, in words: 带过来填报内容 35 处；新增 2，有变化 3，已取消 1. */
export function carriedWords(sheets: readonly TaskSheet[]): string {
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const kept = sheets.flatMap((sheet) => sheet.kept);
  const typed = typedIn(sheets);
  const changes = [
    ...Object.values(CHANGE_MARKS).map((mark) => [
      mark,
      rows.filter(({ change }) => change.split('\n')[0] === mark).length,
    ]),
    ...Object.entries(KEPT_WORDS).map(([part, word]) => [
      word,
      kept.filter((row) => row.part === part).length,
    ]),
  ].filter(([, count]) => count !== 0);
  return [
    ...(typed > 0 ? [`带过来填报内容 ${typed} 处`] : []),
    ...(changes.length > 0 ? [changes.map(([word, count]) => `${word} ${count}`).join('，')] : []),
  ].join('；');
}

/** How many things people put into sheets. */
function typedIn(sheets: readonly TaskSheet[]): number {
  const rows = sheets.flatMap((sheet) => [...sheet.rows, ...sheet.kept]);
  // A row that is of no task is theirs as it stands.
  const own = sheets.flatMap((sheet) => sheet.kept).filter(({ part }) => part === 'unplaced');
  return (
    rows.reduce((sum, { filled, notes }) => sum + Object.keys(filled).length + notes.length, 0) +
    own.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0) +
    sheets.reduce((sum, { cover, columns }) => sum + Object.keys(cover).length + columns.length, 0)
  );
}
