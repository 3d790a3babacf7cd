import { unitNamed, unitsNamed } from '../collect/index.js';
import type { TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { CHANGE_WORDS, KEPT_WORDS, otherNamesOf, typedCount } from '../sheets/index.js';
import { overviewToXlsx, safeFileNames } from '../write/index.js';
import { baseOf, endingOf, FILES, FOLDERS, inNoFolder } from './layout.js';
import type { Output, Planned } from './planned.js';
import type { SheetFormat } from './renew.js';

/** Where the files of sheets are put: all in one folder, or in what `build` has for each kind. */
type Placing = (sheet: TaskSheet, format: SheetFormat) => string;

/** Beside each other, as `export` puts them. */
const FLAT: Placing = () => '';

/**
 * Sheets to send out, sheets of groups, and records, each in a folder of their own.
 *
 * @param lying the files that the program wrote before: a group that the notice has no more stays among groups
 */
export function inFolders({ groups, units }: TaskBook, lying: readonly string[] = []): Placing {
  const former = lying.filter((name) => name.startsWith(`${FOLDERS.groups}/`));
  const names = new Set(former.map((name) => baseOf(inNoFolder(name))));
  for (const { name } of units) names.delete(name);
  for (const { name } of groups) names.add(name);
  return ({ unit }, format) =>
    `${format === 'json' ? FOLDERS.data : names.has(unit) ? FOLDERS.groups : FOLDERS.units}/`;
}

/** The files of some sheets. */
export function planSheets(
  book: TaskBook,
  sheets: readonly TaskSheet[],
  formats: readonly SheetFormat[],
  placing: Placing = FLAT,
): Planned[] {
  // 总台账 is no unit's name.
  const [, ...names] = safeFileNames([baseOf(FILES.overview), ...sheets.map(({ unit }) => unit)]);
  return sheets.flatMap((sheet, i) =>
    formats.map((format) => planSheet(book, sheet, `${names[i]}.${format}`, placing)),
  );
}

/** @param file its name without a folder */
export function planSheet(book: TaskBook, sheet: TaskSheet, file: string, placing: Placing): Planned {
  const former = otherNamesOf(book, sheet.unit).flatMap((name) => safeFileNames([name]));
  const folder = placing(sheet, endingOf(file).slice(1) as SheetFormat);
  // Earlier versions, and `export`, put all beside each other.
  const places = (name: string) => Array.from(new Set([placing(sheet, 'xlsx') + name, name]));
  const was = folder === '' ? [] : [file];
  return { name: folder + file, sheet, was, forms: places(baseOf(file)), formerly: former.flatMap(places) };
}

/** The workbook of all tasks. */
export function planOverview(book: TaskBook, folder = '', before?: TaskBook): Planned {
  const name = FILES.overview;
  const was = folder === '' ? [] : [name];
  const earlier = before && (() => overviewToXlsx(before));
  return { name: folder + name, was, earlier, content: () => overviewToXlsx(book) };
}

/** Tells which unit of a notice a name, or a file's name, means. */
export function unitFinder(book: TaskBook): (name: string) => string | undefined {
  return (name) => unitNamed(book, name);
}

/** Tells which unit a file's name means, though it be short, as `collect` does: 石桥乡.pdf. One that may be several's means nobody. */
export function senderFinder(book: TaskBook): (name: string) => string | undefined {
  return (name) => {
    const [unit, ...others] = unitsNamed(book, name);
    return others.length === 0 ? unit : undefined;
  };
}

/** What people put into the units' sheets, in words: 带过来填报内容 35 处；新增 2，有变化 3，已取消 1. */
export function carriedWords(outputs: readonly Output[]): string {
  // A unit's sheet may be there in several formats, of which it fills in one.
  const byUnit = new Map<string, TaskSheet>();
  const typedBy = new Map<string, number>();
  const repeatedBy = new Map(
    outputs.flatMap(({ sheet, repeated }) => (sheet && repeated ? [[sheet.unit, repeated] as const] : [])),
  );
  for (const { name, sheet } of outputs) {
    if (!sheet) continue;
    // A Word table is what the notice says, and nothing of what was typed.
    const typed = endingOf(name) === '.docx' ? 0 : typedCount(sheet) - (repeatedBy.get(sheet.unit) ?? 0);
    if (typed < (typedBy.get(sheet.unit) ?? 0)) continue;
    byUnit.set(sheet.unit, sheet);
    typedBy.set(sheet.unit, typed);
  }
  const sheets = [...byUnit.values()];
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const kept = sheets.flatMap((sheet) => sheet.kept);
  const typed = [...typedBy.values()].reduce((sum, count) => sum + count, 0);
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
