import type { Place } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Note, Typed } from '../model/sheet.js';
import { FILL_IN_COLUMNS, KNOWN_BY, SHEET_COLUMNS } from '../sheets/index.js';

/** A cell of a sheet that came back. */
export interface RawCell {
  readonly value: Typed | null;
  /** The value as text. */
  readonly text: string;
  readonly note: string;
  readonly at: Place;
}

/** How far down the header may be: people put lines above a table. */
const HEADER_WITHIN = 20;

/** A name for a column without header, by its letter or number. */
const unnamed = (column: string) => `（无标题 ${column}列）`;

const PRINTED: ReadonlySet<string> = new Set(SHEET_COLUMNS.map(({ header }) => header));
const FILL_IN: ReadonlySet<string> = new Set(FILL_IN_COLUMNS.map(({ header }) => header));

/** Which of a table's rows is its header: the one that has the columns that tasks are known by. */
export function headerIndex(rows: readonly (readonly RawCell[])[]): number {
  return rows
    .slice(0, HEADER_WITHIN)
    .findIndex((cells) =>
      [KNOWN_BY.id, KNOWN_BY.name, KNOWN_BY.goal].every((wanted) =>
        cells.some(({ text }) => text.trim() === wanted),
      ),
    );
}

/**
 * The rows below a header: what is printed, and what people put in. Columns whose header the program does
 * not know are their own; what stands in a column without header belongs to one that is named by its letter.
 *
 * @param header index of the header row
 * @param nameOf what to call a column by its index, as the program shows it (T, 20)
 */
export function readTable(
  rows: readonly (readonly RawCell[])[],
  header: number,
  nameOf: (index: number) => string,
): Pick<ReturnedSheet, 'printed' | 'columns' | 'rows'> & { readonly headerNotes: readonly RawCell[] } {
  const headers = headersOf(rows, header, nameOf);
  const isPrinted = (index: number) => PRINTED.has(headers[index] ?? '');
  const found = rows.slice(header + 1).map((cells): ReturnedRow => {
    const printed: Record<string, string> = {};
    const filled: Record<string, Typed> = {};
    const notes: Note[] = [];
    const places: Record<string, Place> = {};
    for (const [i, { value, text, note, at }] of cells.entries()) {
      const column = headers[i] ?? nameOf(i);
      if (note !== '') notes.push({ column, text: note });
      if (value === null || text.trim() === '') continue;
      places[column] = at;
      if (isPrinted(i)) printed[column] = text;
      else filled[column] = value;
    }
    return {
      at: (cells[0] as RawCell).at,
      id: (printed[KNOWN_BY.id] ?? '').trim(),
      cells: printed,
      filled,
      notes,
      places,
    };
  });
  return {
    printed: headers.filter((name) => PRINTED.has(name)),
    columns: headers.filter(
      (name, i) =>
        !PRINTED.has(name) && !FILL_IN.has(name) && rows.slice(header).some((cells) => isUsed(cells[i])),
    ),
    rows: found.filter(
      ({ cells, filled, notes }) => Object.keys(cells).length + Object.keys(filled).length + notes.length > 0,
    ),
    headerNotes: (rows[header] ?? []).filter(({ note }) => note !== ''),
  };
}

function isUsed(cell: RawCell | undefined): boolean {
  return cell !== undefined && (cell.text.trim() !== '' || cell.note !== '');
}

/** A name for each column, no two alike; the last is the last that has anything in it. */
function headersOf(
  rows: readonly (readonly RawCell[])[],
  header: number,
  nameOf: (index: number) => string,
): string[] {
  const used = rows.slice(header);
  const width = Math.max(0, ...used.map((cells) => cells.findLastIndex(isUsed) + 1));
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const wanted = rows[header]?.[i]?.text.trim() || unnamed(nameOf(i));
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}（${n}）`;
    taken.add(name);
    return name;
  });
}
