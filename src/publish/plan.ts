import { unitNamed } from '../collect/index.js';
import type { TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { CHANGE_WORDS, KEPT_WORDS, otherNamesOf, typedCount } from '../sheets/index.js';
import { overviewToXlsx, safeFileNames } from '../write/index.js';
import type { Output, Planned } from './prepare.js';
import type { SheetFormat } from './renew.js';

/** What the workbook of all tasks is called. */
export const OVERVIEW = '总台账';

/** The files of some sheets. */
export function planSheets(
  book: TaskBook,
  sheets: readonly TaskSheet[],
  formats: readonly SheetFormat[],
): Planned[] {
  // 总台账 is no unit's name.
  const [, ...names] = safeFileNames([OVERVIEW, ...sheets.map(({ unit }) => unit)]);
  return sheets.flatMap((sheet, i) => {
    const formerly = otherNamesOf(book, sheet.unit).flatMap((name) => safeFileNames([name]));
    return formats.map((format) => ({ name: `${names[i]}.${format}`, sheet, formerly }));
  });
}

/** The workbook of all tasks. */
export function planOverview(book: TaskBook, before?: TaskBook): Planned {
  return {
    name: `${OVERVIEW}.xlsx`,
    content: () => overviewToXlsx(book),
    earlier: before && (() => overviewToXlsx(before)),
  };
}

/** Tells which unit of a notice a name, or a file's name, means. */
export function unitFinder(book: TaskBook): (name: string) => string | undefined {
  return (name) => unitNamed(book, name);
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
  const typed = sheets.reduce((sum, sheet) => sum + typedCount(sheet), 0);
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

/** A file's name without its ending. */
function baseOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
