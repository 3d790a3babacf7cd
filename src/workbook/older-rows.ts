import type { CellObject, Range, WorkBook, WorkSheet, XLSX$Utils } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

// Rows of workbooks of other forms. The library that writes them goes through every row up to the last, and a cell in the
// last of all (row 1,048,576) would cost a minute: rows in which nothing stands are left out of what it writes.

/** The rows that a worksheet is written with, by their numbers from 1, ascending. */
type KeptRows = readonly number[];

/** A workbook without its empty rows. */
export interface ClosedUp {
  readonly workbook: WorkBook;
  /** By the order of the worksheets: only those of which rows were left out. */
  readonly kept: ReadonlyMap<number, KeptRows>;
}

/** Puts the rows of worksheets that have anything directly below each other. */
export function withoutEmptyRows(workbook: WorkBook, utils: XLSX$Utils): ClosedUp {
  const kept = new Map<number, KeptRows>();
  const sheets = workbook.SheetNames.map((name, i): [string, WorkSheet] => {
    const sheet = workbook.Sheets[name] ?? {};
    if (sheet['!ref'] === undefined) return [name, sheet];
    const rows = rowsIn(sheet, utils);
    const isWhole = rows.every((row, at) => row === at);
    if (!isWhole)
      kept.set(
        i,
        rows.map((row) => row + 1),
      );
    return [name, isWhole ? sheet : closedUp(sheet, rows, utils)];
  });
  return { workbook: { ...workbook, Sheets: Object.fromEntries(sheets) }, kept };
}

/** The rows of a worksheet, from 0, that have a cell or looks, or in which a merged range or that of a formula begins or ends. */
function rowsIn(sheet: WorkSheet, { decode_range }: XLSX$Utils): number[] {
  const { s, e } = decode_range(sheet['!ref'] ?? 'A1');
  const rows = new Set<number>();
  const keep = (range: Range) => rows.add(range.s.r).add(range.e.r);
  for (const [at, { F }] of cellsOf(sheet)) {
    const row = rowOf(at);
    if (row >= s.r && row <= e.r) rows.add(row);
    if (F !== undefined) keep(decode_range(F));
  }
  for (const row of Object.keys(sheet['!rows'] ?? [])) rows.add(Number(row));
  for (const merged of sheet['!merges'] ?? []) keep(merged);
  return Array.from(rows).sort((a, b) => a - b);
}

function closedUp(sheet: WorkSheet, rows: readonly number[], utils: XLSX$Utils): WorkSheet {
  const { decode_cell, decode_range, encode_range } = utils;
  const places = new Map(rows.map((row, at) => [row, at]));
  const moved = ({ s, e }: Range): Range => ({
    s: { c: s.c, r: places.get(s.r) ?? 0 },
    e: { c: e.c, r: places.get(e.r) ?? 0 },
  });
  const data: CellObject[][] = rows.map(() => []);
  for (const [at, cell] of cellsOf(sheet)) {
    const { r, c } = decode_cell(at);
    const row = data[places.get(r) ?? -1];
    if (!row) continue;
    row[c] = cell.F === undefined ? cell : { ...cell, F: encode_range(moved(decode_range(cell.F))) };
  }
  const { '!rows': looks, '!merges': merges, ...rest } = sheet;
  const said = Object.fromEntries(Object.entries(rest).filter(([key]) => key.startsWith('!')));
  const { s, e } = decode_range(sheet['!ref'] ?? 'A1');
  return {
    ...said,
    '!data': data,
    '!ref': encode_range({ s: { c: s.c, r: 0 }, e: { c: e.c, r: rows.length - 1 } }),
    ...(looks && { '!rows': rows.map((row) => looks[row] as NonNullable<(typeof looks)[number]>) }),
    ...(merges && { '!merges': merges.map(moved) }),
  };
}

function cellsOf(sheet: WorkSheet): [address: string, cell: CellObject][] {
  return Object.entries(sheet).filter(([key]) => !key.startsWith('!')) as [string, CellObject][];
}

/** The row of A1, from 0. */
function rowOf(address: string): number {
  return Number(address.replace(/\D+/, '')) - 1;
}

/** What says where it stands: rows, cells and their formulas, merged ranges, links, comments (ECMA-376 18.3.1, 18.7.3). */
const PLACED =
  /<(?:row|c|f|mergeCell|hyperlink|comment|threadedComment|dimension|ignoredError)(?=\s)[^<>]*>/g;
const PLACE = /(\s(?:r|ref|sqref)=")([^"]*)/g;

/** Puts the rows that a workbook was written with back to where they stood. */
export function withEmptyRows(bytes: Uint8Array, kept: ClosedUp['kept']): Uint8Array {
  if (kept.size === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const [sheet, rows] of kept) {
    const number = sheet + 1;
    // The library gives comments the number of their worksheet.
    for (const name of [
      `xl/worksheets/sheet${number}.xml`,
      `xl/comments${number}.xml`,
      `xl/threadedComments/threadedComment${number}.xml`,
    ]) {
      const part = parts[name];
      if (!part) continue;
      const moved = strFromU8(part).replace(PLACED, (tag) =>
        tag.replace(PLACE, (_, before: string, place: string) => {
          return before + place.replace(/\d+/g, (row) => String(rows[Number(row) - 1] ?? row));
        }),
      );
      parts[name] = strToU8(moved);
    }
  }
  return zipSync(parts, { level: 0 });
}
