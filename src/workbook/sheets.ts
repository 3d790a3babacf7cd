import type { Cell, Workbook, Worksheet } from 'exceljs';
import {
  eachCell,
  isFormula,
  type LookedText,
  lookedTexts,
  noteOf,
  plainValueOf,
  shownTextOf,
  standingText,
  struckIn,
} from './cells.js';

/** A cell as it is printed. */
export interface SheetCell {
  /** As Excel has it: B7. */
  readonly address: string;
  readonly row: number;
  readonly text: string;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** How parts of its text are shown, in their order. */
  readonly looked: readonly LookedText[];
}

/** What nobody sees who opens a worksheet. */
interface HiddenCells {
  /** Rows and columns that are hidden, as Excel calls them: 7, C. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** What stands in them, and what a format shows as nothing. */
  readonly cells: readonly { readonly address: string; readonly text: string }[];
}

/** A worksheet as it is printed. */
export interface PrintedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** The rows that have anything in them; each as wide as the sheet's texts, without the cells that others cover. */
  readonly rows: readonly (readonly SheetCell[])[];
  /** The comments on cells, in reading order. */
  readonly notes: readonly { readonly address: string; readonly text: string }[];
  /** Cells with a formula whose result the file does not have: B7. */
  readonly unsaved: readonly string[];
  /** What is struck through, and the cells in which it stands. */
  readonly struck: readonly { readonly address: string; readonly text: string }[];
  readonly hidden: HiddenCells;
  /** Cells that hold a time of day: some are a ratio that Excel took for one (1:05). */
  readonly clocks: readonly string[];
  /** What is printed above and below every page. */
  readonly margins: readonly string[];
}

/**
 * A workbook's worksheets, in their order.
 *
 * @param withoutZeros those that show nothing where a cell comes to 0
 */
export function printedSheets(
  workbook: Workbook,
  withoutZeros: ReadonlySet<Worksheet> = new Set(),
): PrintedSheet[] {
  return workbook.worksheets.map((sheet) => {
    const unsaved: string[] = [];
    const notes: { address: string; text: string }[] = [];
    const struck: { address: string; text: string }[] = [];
    const unseen: { address: string; text: string }[] = [];
    const clocks: string[] = [];
    const texts = new Map<Cell, string>();
    let columns = 0;
    eachCell(sheet, (cell) => {
      const { address } = cell;
      const content = plainValueOf(cell);
      if (isFormula(cell) && content === null) unsaved.push(address);
      if (noteOf(cell) !== '') notes.push({ address, text: noteOf(cell) });
      const crossed = struckIn(cell);
      if (crossed.trim() !== '') struck.push({ address, text: crossed });
      // A sheet's own count has merely formatted columns too.
      const isZero = content === 0 && withoutZeros.has(sheet);
      const text = isZero ? '' : crossed === '' ? shownTextOf(cell) : standingText(cell);
      texts.set(cell, text);
      if (text.trim() !== '') columns = Math.max(columns, columnOf(sheet, cell));
      else if (crossed === '' && content !== null && String(content).trim() !== '')
        unseen.push({ address, text: String(content) });
      if (content instanceof Date && TYPED_CLOCK.test(cell.numFmt)) clocks.push(address);
    });
    const seen = seenIn(sheet, columns);
    const { rows, hidden } = rowsOf(sheet, seen, texts);
    return {
      name: sheet.name,
      isHidden: sheet.state !== 'visible',
      rows,
      notes,
      unsaved,
      struck,
      hidden: { ...hidden, cells: [...hidden.cells, ...unseen] },
      clocks,
      margins: marginTexts(sheet),
    };
  });
}

/** The formats that Excel gives a cell where somebody types 1:05 or 100:01. */
const TYPED_CLOCK = /^(?:h{1,2}:mm(?::ss)?|\[h{1,2}\]:mm:ss)(?:;@)?$/i;

function isWithoutWidth(sheet: Worksheet, column: number): boolean {
  const { hidden, width } = sheet.getColumn(column);
  return hidden || width === 0;
}

/** The column in which a cell begins: of a merged one the first that is shown. */
function columnOf(sheet: Worksheet, cell: Cell): number {
  const row = Number(cell.row);
  let column = Number(cell.col);
  const goesOn = () => isWithoutWidth(sheet, column) && sheet.getCell(row, column + 1).master === cell;
  while (cell.isMerged && goesOn()) column++;
  return column;
}

/** The columns of a sheet, and which of its rows and columns are shown. */
interface Seen {
  readonly columns: readonly number[];
  readonly row: (row: number) => boolean;
  readonly column: (column: number) => boolean;
}

function seenIn(sheet: Worksheet, columns: number): Seen {
  const all = Array.from({ length: columns }, (_, i) => i + 1);
  const without = new Set(all.filter((each) => isWithoutWidth(sheet, each)));
  return {
    columns: all,
    row: (row) => {
      const found = sheet.findRow(row);
      return !(found && (found.hidden || (found.height as number | undefined) === 0));
    },
    column: (column) => !without.has(column),
  };
}

/** @param texts what cells show that hold something */
function rowsOf(
  sheet: Worksheet,
  seen: Seen,
  texts: ReadonlyMap<Cell, string>,
): { rows: SheetCell[][]; hidden: HiddenCells } {
  const rows: SheetCell[][] = [];
  const hiddenRows = new Set<string>();
  const hiddenColumns = new Set<string>();
  const cells: { address: string; text: string }[] = [];
  /** A merged cell's own, by its first cell: every cell that it covers asks. */
  const known = new Map<Cell, Merged>();
  const mergedOf = (first: Cell): Merged => {
    const merged = known.get(first) ?? shownOf(sheet, first, seen);
    known.set(first, merged);
    return merged;
  };
  sheet.eachRow((row, number) => {
    const isSeen = seen.row(number);
    const printed: SheetCell[] = [];
    for (const column of seen.columns) {
      const cell = row.getCell(column);
      const { address, master } = cell;
      const merged = cell.isMerged ? mergedOf(master) : undefined;
      if (isSeen && seen.column(column)) {
        if (merged && (merged.row !== number || merged.column !== column)) continue;
        const spans = merged ? { rowSpan: merged.bottom - number + 1, colSpan: merged.columns } : ALONE;
        const text = texts.get(master) ?? '';
        printed.push({
          address,
          row: number,
          text,
          looked: text === '' ? [] : lookedTexts(master),
          ...spans,
        });
      } else if (master === cell && !(merged && merged.row > 0 && merged.columns > 0)) {
        const text = texts.get(cell) ?? '';
        if (text.trim() === '') continue;
        cells.push({ address, text });
        if (isSeen) hiddenColumns.add(address.replace(/\d/g, ''));
        else hiddenRows.add(String(number));
      }
    }
    if (printed.length > 0) rows.push(printed);
  });
  return { rows, hidden: { rows: Array.from(hiddenRows), columns: Array.from(hiddenColumns), cells } };
}

const ALONE = { rowSpan: 1, colSpan: 1 } as const;

/** What of a merged cell is shown: where it begins, its last row and how many columns; 0 where nothing is. */
interface Merged {
  readonly row: number;
  readonly column: number;
  readonly bottom: number;
  readonly columns: number;
}

function shownOf(sheet: Worksheet, first: Cell, seen: Seen): Merged {
  const span = (next: (by: number) => Cell) => {
    let count = 1;
    while (next(count).isMerged && next(count).master === first) count++;
    return count;
  };
  const top = Number(first.row);
  const left = Number(first.col);
  const rows = rangeFrom(
    top,
    span((by) => sheet.getCell(top + by, left)),
  );
  const columns = rangeFrom(
    left,
    span((by) => sheet.getCell(top, left + by)),
  ).filter(seen.column);
  return {
    row: rows.find(seen.row) ?? 0,
    column: columns[0] ?? 0,
    bottom: top + rows.length - 1,
    columns: columns.length,
  };
}

function rangeFrom(start: number, length: number): number[] {
  return Array.from({ length }, (_, i) => start + i);
}

/** What codes in headers and footers ask for: fonts, the page's number, the day (ECMA-376 part 1, 18.3.1.46). */
const MARGIN_CODE = /&(?:"[^"]*"|\d+|K[\dA-F]{6}|[A-Z])/gi;

/** What is printed at the top and the bottom of a worksheet's pages, without the codes. */
export function marginTexts({ headerFooter }: Pick<Worksheet, 'headerFooter'>): string[] {
  // exceljs gives null where a file has none, whatever it declares.
  const { oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter } =
    (headerFooter as Partial<typeof headerFooter> | null) ?? {};
  return [oddHeader, oddFooter, evenHeader, evenFooter, firstHeader, firstFooter].flatMap((text) => {
    const plain = (text ?? '').replace(MARGIN_CODE, ' ').replaceAll('&&', '&').trim();
    return plain === '' ? [] : [plain];
  });
}
