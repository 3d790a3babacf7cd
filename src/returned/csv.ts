import { parse } from 'csv-parse/sync';
import { diagnose } from '../model/diagnose.js';
import { type Place, withinFile } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import type { ReturnedSheet } from '../model/returned.js';
import { decode } from '../read/index.js';
import { DERIVED_HEADERS } from '../sheets/index.js';
import { underOneHeader } from './again.js';
import { partedByUnit } from './by-unit.js';
import { dayIn } from './days.js';
import { headingsOf, nearestHeader, renamedIn } from './headings.js';
import { idIn, isTaskId } from './ids.js';
import type { RawCell } from './raw-cell.js';
import { isRollUpHeader } from './roll-up-tables.js';
import { type StackedTable, tablesIn } from './stacked.js';
import { isOwnTable, readSheetTable } from './table.js';
import { printedTitles, titlesIn } from './titles.js';

/** What `sheetToCsv` puts before a cell that a spreadsheet would take for a formula. */
const SHIELD = /^'(?=[=+\-@\t\r])/;

/** A text that came back. */
export interface ReturnedCsv {
  readonly sheet: ReturnedSheet;
  /** Tables that stand below it. */
  readonly besides: readonly ReturnedSheet[];
}

/**
 * The cells of a text, line by line; Excel saves it in the system's encoding, or parted by tabs or semicolons.
 *
 * @returns the cells, or `not-a-sheet`
 */
export async function recordsIn(bytes: Uint8Array, file: string): Promise<Result<string[][]>> {
  const { value: text, diagnostics } = await decode(bytes, file);
  if (text === undefined) return failed(...diagnostics);
  try {
    const records: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
    const value = records.map((cells) => cells.map((cell) => cell.replace(SHIELD, '')));
    return { value, diagnostics: [] };
  } catch {
    return failed(diagnose('not-a-sheet', { has: [], missing: [] }, file));
  }
}

/**
 * Reads a task sheet that came back as CSV.
 *
 * @returns the sheet, or `not-a-sheet`, `return-roll-up`
 */
export async function readReturnedCsv(bytes: Uint8Array, file: string): Promise<Result<ReturnedCsv>> {
  const { value: records, diagnostics } = await recordsIn(bytes, file);
  if (!records) return failed(...diagnostics);
  const found = records.map((cells, i) => {
    const at = { file, record: i + 1 };
    return cells.map((cell): RawCell => rawCell(cell, at));
  });
  const all = tablesIn(found);
  const isOfRollUp = ({ rows, header }: StackedTable) =>
    isRollUpHeader((rows[header] ?? []).map((cell) => cell.text));
  const tables = all.filter((table) => !isOfRollUp(table));
  if (tables.length < all.length && tables.length === 0)
    return failed(diagnose('return-roll-up', undefined, file));
  tables.push(...all.filter(isOfRollUp));
  const [first, ...more] = tables.map((table, i) => sheetOf(table, file, i > 0));
  if (!first) return failed(diagnose('not-a-sheet', nearestHeader(records), file));
  const [sheet, ...others] = partedByUnit(first);
  return { value: { sheet, besides: [...others, ...more] }, diagnostics: [] };
}

/** A table of a text as the sheet that it is; one below another is called by its header's place. */
function sheetOf({ rows: all, header }: StackedTable, file: string, isBelow: boolean): ReturnedSheet {
  const rows = underOneHeader(all, header);
  const {
    printed,
    columns,
    questions,
    rows: tasks,
    open,
    reordered,
    remarks,
    above,
  } = readSheetTable(withDates(rows, header), header, (i) => String(i + 1), {
    // A worksheet that was saved as text, in which nothing tells what is printed.
    isChanged: true,
    isPrefilled: rows[header]?.some(({ text: name }) => name.trim() === DERIVED_HEADERS.count) ?? false,
  });
  const ours = printedTitles(above, null);
  const cut = cutIn(rows, header);
  const stray = [
    ...above.flatMap((cells) =>
      cells
        .filter(({ text: said }) => said.trim() !== '' && !ours.has(said.trim()))
        .map(({ at, text: said }) => ({ at, text: said })),
    ),
    // A header has no place of its own in a sheet that is written again.
    ...renamedIn((all[header] ?? []).map(({ text }) => text)).map((renamed) => ({
      at: { file, record: header + 1 },
      text: renamed.header,
    })),
    ...remarks,
  ];
  return {
    file,
    unit: null,
    notice: { number: null, title: null },
    titles: titlesIn(above),
    ...(isBelow && { name: withinFile({ file, record: header + 1 }) }),
    edition: null,
    printed,
    ...(!isBelow && isOwnTable({ printed }) && { open, ...(reordered && { reordered }) }),
    ...(cut.length > 0 && { cut }),
    columns,
    rows: tasks,
    questions,
    cover: {},
    stray,
  };
}

/** The rows that end before a column in which all whole rows have something. */
function cutIn(rows: readonly (readonly RawCell[])[], header: number): Place[] {
  const width = rows[header]?.length ?? 0;
  const headings = headingsOf((rows[header] ?? []).map(({ text }) => text));
  const idAt = headings.findIndex((heading) => heading.kind === 'notice' && heading.id === 'id');
  const below = rows.slice(header + 1);
  const whole = below.filter(({ length }) => length >= width);
  const said = headings.findLastIndex(
    (_, i) => whole.length > 0 && whole.every((cells) => cells[i]?.text.trim()),
  );
  return below.flatMap((cells) => {
    const isRow = isTaskId(idIn(cells[idAt]?.text ?? ''));
    return isRow && cells.length <= said && cells[0] ? [cells[0].at] : [];
  });
}

/** What parts the columns, by the first line that has any. */
function delimiterOf(text: string): string {
  const line = text.split('\n').find((each) => /[,\t;]/.test(each)) ?? '';
  const counts = [',', '\t', ';'].map((mark) => [mark, line.split(mark).length] as const);
  return counts.sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

function rawCell(text: string, at: Place): RawCell {
  return { value: text === '' ? null : text, text, note: '', at };
}

/** Days in columns that take them: CSV has no types. */
function withDates(rows: readonly (readonly RawCell[])[], header: number): RawCell[][] {
  const headings = headingsOf((rows[header] ?? []).map(({ text }) => text));
  const isDay = headings.map((heading) => heading.kind === 'fill-in' && heading.takes === 'date');
  return rows.map((cells, i) =>
    cells.map((cell, j) =>
      i > header && isDay[j] ? { ...cell, value: dayIn(cell.text) ?? cell.value } : cell,
    ),
  );
}
