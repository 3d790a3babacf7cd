import { CHECK_HEADER, DERIVED_HEADERS, headerOf, unspaced } from '../sheets/index.js';

/** Columns by which each table of a roll-up is known that has those of a task sheet, too: 数据 and the CSV, 逐项. */
const TABLES: readonly (readonly string[])[] = [
  ['填报单位', headerOf('at')],
  ['牵头单位说', '其他单位', '矛盾'],
];

/** What a roll-up has not: rows of sheets that somebody has put under one header keep at least one of these. */
const OF_SHEETS: readonly string[] = [CHECK_HEADER, ...Object.values(DERIVED_HEADERS)];

/** Whether the header of a table is that of a roll-up's: whoever has saved the file, and whatever was deleted beside it. */
export function isRollUpHeader(headers: readonly string[]): boolean {
  const names = new Set(headers.map(unspaced));
  return (
    TABLES.some((all) => all.every((header) => names.has(header))) &&
    !OF_SHEETS.some((header) => names.has(header))
  );
}
