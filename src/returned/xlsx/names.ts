import { COVER_FACTS, READING_TITLES, WORKSHEETS } from '../../sheets/index.js';
import { shownTextOf } from '../../workbook/cells.js';
import type { Workbook, Worksheet } from '../../workbook/open.js';
import type { TableSheet } from './choose.js';
import { readCover } from './cover.js';

/** What the worksheets of a workbook are called in it. */
export type SheetNames = ReadonlyMap<Worksheet, string>;

/**
 * Calls the program's own worksheets as it calls them, where somebody has given them other names: what is printed in them
 * tells which they are. Of several that may be one, none is.
 *
 * @param tables the worksheets with a table of tasks, each with whether it reports or asks
 * @returns what they are called in the file
 */
export function callBack(
  workbook: Workbook,
  tables: readonly (Pick<TableSheet, 'sheet'> & { readonly isAsking: boolean })[],
): SheetNames {
  const names = new Map(workbook.worksheets.map((sheet) => [sheet, sheet.name]));
  const ours = new Set<string>(Object.values(WORKSHEETS));
  const others = workbook.worksheets.filter(({ name }) => !ours.has(name));
  const [asking, reporting] = [true, false].map(
    (asks) => new Set(tables.filter(({ isAsking }) => isAsking === asks).map(({ sheet }) => sheet)),
  );
  const isTitled = (title: string) => (sheet: Worksheet) => shownTextOf(sheet.getCell(1, 1)).trim() === title;
  const isIt: Readonly<Record<keyof typeof WORKSHEETS, (sheet: Worksheet) => boolean>> = {
    cover: (sheet) => readCover(sheet).fact(COVER_FACTS.check) !== null,
    tasks: (sheet) => reporting?.has(sheet) === true,
    open: (sheet) => asking?.has(sheet) === true,
    measures: isTitled(READING_TITLES.measures),
    figures: isTitled(READING_TITLES.figures),
  };
  for (const each of Object.keys(WORKSHEETS) as (keyof typeof WORKSHEETS)[]) {
    if (workbook.getWorksheet(WORKSHEETS[each])) continue;
    const [sheet, ...more] = others.filter(isIt[each]);
    if (sheet && more.length === 0) sheet.name = WORKSHEETS[each];
  }
  return names;
}
