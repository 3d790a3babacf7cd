import { basename, dirname, extname } from 'node:path';
import {
  CHANGE_WORDS,
  type Diagnostic,
  diagnose,
  entriesOf,
  isForm,
  KEPT_WORDS,
  nameOfCopy,
  OutputFolder,
  originalOf,
  overviewToXlsx,
  type Renewing,
  renewSheet,
  SHEET_FORMATS,
  type SheetFormat,
  safeFileNames,
  sheetToFile,
  type TaskBook,
  type TaskSheet,
  withinDegree,
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
  /** Why files are not among them: what is there cannot be read, or is not the program's. */
  readonly refused: readonly Diagnostic[];
}

/**
 * Makes the contents of files before any is written: task sheets with all that people put into the earlier
 * ones, and copies of those that hold what cannot be carried over. A file that may not be written over stops no other.
 *
 * @param options.units the notice's units
 * @param options.force whether a file that is none of this program's may be written over; a copy of it is kept
 * @param options.step called after each file
 * @throws Failure when none of them may be written
 */
export async function prepare(
  folder: OutputFolder,
  files: readonly Planned[],
  { force, step, ...renewing }: Renewing & { force: boolean; step: () => void },
): Promise<Prepared> {
  const outputs: Output[] = [];
  const diagnostics: Diagnostic[] = [];
  const refused: Diagnostic[] = [];
  /** What people have put into a unit's sheet, whichever form of it they filled in. */
  const carried = new Map<string, TaskSheet | undefined>();
  const sheetOf = async (base: string, sheet: TaskSheet) => {
    if (!carried.has(base)) carried.set(base, await filledIn(folder, base, sheet, renewing));
    return carried.get(base) ?? withinDegree(sheet, renewing.degree ?? 'possible');
  };
  const keep = async (wanted: string, over: Uint8Array) => {
    const kept = await copy(folder, wanted, over);
    outputs.push(...kept.outputs);
    return kept.name;
  };
  /** Units whose form cannot be read: nothing is made of what they filled in. */
  const unread = new Set<string>();
  for (const file of files) {
    const { name } = file;
    const { value: over, diagnostics: unreadable } = await folder.read(name);
    step();
    if (over === undefined) {
      refused.push(...unreadable);
      unread.add(baseOf(name));
      continue;
    }
    if ('sheet' in file && isForm(name) && over) {
      const { value, diagnostics: told } = await renewSheet(file.sheet, name, over, renewing);
      if (!value) {
        // What cannot be read as a sheet is not written over, unless the user says so; then it is kept.
        if (!force) {
          refused.push(...told, ...(await refusal(folder, name)));
          unread.add(baseOf(name));
          continue;
        }
        diagnostics.push(diagnose('output-kept', { name: await keep(originalOf(name), over) }, name));
      }
      const {
        content,
        sheet,
        keep: wanted,
      } = value ?? unwrap(await renewSheet(file.sheet, name, undefined, renewing));
      if (value) diagnostics.push(...told, ...unplaced(sheet, name));
      if (wanted) {
        const { lost } = wanted;
        const kept = await keep(wanted.name, over);
        if (lost.length > 0) diagnostics.push(diagnose('sheet-kept', { lost, name: kept }, name));
      }
      outputs.push({ name, content, over, sheet });
      continue;
    }
    if (unread.has(baseOf(name))) continue;
    const sheet = 'sheet' in file ? await sheetOf(baseOf(name), file.sheet) : undefined;
    const content = sheet ? await sheetToFile(sheet, name) : await contentOf(file, over);
    const isSame = over !== null && Buffer.from(content).equals(over);
    const taken = isSame ? [] : await refusal(folder, name);
    if (over && !isSame && (folder.isChanged(name, over) || (force && taken.length > 0))) {
      diagnostics.push(diagnose('output-kept', { name: await keep(originalOf(name), over) }, name));
    } else if (!force && taken.length > 0) {
      refused.push(...taken);
      continue;
    }
    outputs.push({ name, over, content, ...(sheet && { sheet }) });
  }
  if (refused.length > 0 && outputs.length === 0) throw new Failure(refused);
  return { outputs, diagnostics: [...diagnostics, ...(await besides(folder, outputs))], refused };
}

/** Files that look like other returns of a unit whose sheet is written: nothing of them is carried over. */
async function besides(folder: OutputFolder, outputs: readonly Output[]): Promise<Diagnostic[]> {
  const written = new Set(outputs.map(({ name }) => name));
  const units = new Set(outputs.flatMap(({ name, sheet }) => (sheet ? [baseOf(name)] : [])));
  const others = new Map<string, string[]>();
  for (const name of await folder.beside()) {
    const unit = /\.(?:xlsx?|xlsm|et|ett|ods|csv|zip|rar|7z)$/i.test(name) && nameOfCopy(name);
    if (unit && units.has(unit) && !written.has(name)) others.set(unit, [...(others.get(unit) ?? []), name]);
  }
  return Array.from(others, ([unit, names]) => diagnose('sheet-beside', { unit, names }));
}

function contentOf(
  file: Planned,
  over: Uint8Array | null,
): Promise<string | Uint8Array> | string | Uint8Array {
  return 'content' in file ? file.content(over) : '';
}

function baseOf(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** The sheet with what people put into the form of it that is in the folder; none where there is no form. */
async function filledIn(
  folder: OutputFolder,
  base: string,
  sheet: TaskSheet,
  renewing: Renewing,
): Promise<TaskSheet | undefined> {
  for (const name of SHEET_FORMATS.map((format) => `${base}.${format}`).filter(isForm)) {
    const earlier = unwrap(await folder.read(name));
    const renewed = earlier && (await renewSheet(sheet, name, earlier, renewing)).value;
    if (renewed) return renewed.sheet;
  }
  return undefined;
}

async function refusal(folder: OutputFolder, name: string): Promise<readonly Diagnostic[]> {
  return (await folder.check([name])).diagnostics;
}

function unplaced({ kept }: TaskSheet, name: string): Diagnostic[] {
  const count = kept.filter(({ part }) => part === 'unplaced').length;
  return count > 0 ? [diagnose('sheet-unplaced', { count }, name)] : [];
}

/** A copy under a name that nothing else has; none where the very copy is there. */
async function copy(
  folder: OutputFolder,
  wanted: string,
  content: Uint8Array,
): Promise<{ name: string; outputs: Output[] }> {
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${baseOf(wanted)}（${n}）${extname(wanted)}`;
    const there = unwrap(await folder.read(name));
    if (there === null) return { name, outputs: [{ name, content, over: null, isTheirs: true }] };
    if (Buffer.compare(there, content) === 0) return { name, outputs: [] };
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

/** The names of a notice's units. */
export function unitNames({ units }: TaskBook): ReadonlySet<string> {
  return new Set(units.map(({ name }) => name));
}

/** Whether nobody has put anything into a sheet. */
export function isBlank(sheet: TaskSheet): boolean {
  return typedIn([sheet]) === 0;
}

/** What people put into the units' sheets, in words: 带过来填报内容 35 处；新增 2，有变化 3，已取消 1. */
export function carriedWords(outputs: readonly Output[]): string {
  // A unit's sheet may be there in several formats.
  const byUnit = new Map(
    outputs.flatMap(({ name, sheet }) => (sheet ? [[baseOf(name), sheet] as const] : [])),
  );
  const sheets = [...byUnit.values()];
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const kept = sheets.flatMap((sheet) => sheet.kept);
  const typed = typedIn(sheets);
  const changes = [
    ...(['added', 'changed'] as const).map((kind) => [
      CHANGE_WORDS[kind],
      rows.filter(({ change }) => change?.kind === kind).length,
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
    rows.reduce((sum, row) => sum + entriesOf(row).length + row.notes.length, 0) +
    own.reduce((sum, { cells }) => sum + Object.keys(cells).length, 0) +
    sheets.reduce((sum, { cover, columns }) => sum + Object.keys(cover).length + columns.length, 0)
  );
}
