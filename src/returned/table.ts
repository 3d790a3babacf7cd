import type { Place } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Entries, FillIn, Note, NoticeColumn, Typed } from '../model/sheet.js';
import {
  changeIn,
  FILL_IN_COLUMNS,
  type FillInColumn,
  headerOf,
  isFilled,
  KEPT_PARTS,
  KEPT_WORDS,
  KNOWN_BY,
  SHEET_COLUMNS,
  statusIn,
} from '../sheets/index.js';

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

/** A column by its header: the notice's, one to fill in, or people's own. */
type Heading =
  | { readonly kind: 'notice'; readonly id: NoticeColumn }
  | { readonly kind: 'fill-in'; readonly id: FillIn; readonly takes?: FillInColumn['takes'] }
  | { readonly kind: 'own'; readonly header: string };

const KNOWN: ReadonlyMap<string, Heading> = new Map<string, Heading>([
  ...SHEET_COLUMNS.map(({ id, header }): [string, Heading] => [header, { kind: 'notice', id }]),
  ...FILL_IN_COLUMNS.map((column): [string, Heading] => [column.header, { kind: 'fill-in', ...column }]),
]);

/** Which of a table's rows is its header: the one that has the columns that tasks are known by. */
export function headerIndex(rows: readonly (readonly RawCell[])[]): number {
  return rows
    .slice(0, HEADER_WITHIN)
    .findIndex((cells) => KNOWN_BY.every((id) => cells.some(({ text }) => text.trim() === headerOf(id))));
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
  const headings = headers.map((name): Heading => KNOWN.get(name) ?? { kind: 'own', header: name });
  const found = rows.slice(header + 1).map((cells) => rowOf(cells, headings));
  const isUsedAt = (i: number) => rows.slice(header).some((cells) => isUsed(cells[i]));
  return {
    printed: headings.flatMap((heading) => (heading.kind === 'notice' ? [heading.id] : [])),
    columns: headings.flatMap((heading, i) =>
      heading.kind === 'own' && isUsedAt(i) ? [heading.header] : [],
    ),
    rows: found.filter((row) => Object.keys(row.cells).length > 0 || isFilled(row)),
    headerNotes: (rows[header] ?? []).filter(({ note }) => note !== ''),
  };
}

/** A row: what is printed in it, and what people put in. */
function rowOf(raw: readonly RawCell[], headings: readonly Heading[]): ReturnedRow {
  const cells: Partial<Record<NoticeColumn, string>> = {};
  const filled: Entries['filled'] = {};
  const own: [header: string, typed: Typed][] = [];
  const notes: Note[] = [];
  const places: Partial<Record<NoticeColumn | FillIn, Place>> = {};
  for (const [i, { value, text, note, at }] of raw.entries()) {
    const heading = headings[i];
    if (!heading) continue;
    if (note !== '') {
      const where = heading.kind === 'own' ? { own: heading.header } : { column: heading.id };
      notes.push({ ...where, text: note });
    }
    if (value === null || text.trim() === '') continue;
    if (heading.kind !== 'own') places[heading.id] = at;
    if (heading.kind === 'notice') cells[heading.id] = text;
    else if (heading.kind === 'own') own.push([heading.header, value]);
    else filled[heading.id] = heading.takes === 'status' ? statusOr(value) : value;
  }
  return {
    at: (raw[0] as RawCell).at,
    id: (cells.id ?? '').trim(),
    kept: KEPT_PARTS.find((part) => KEPT_WORDS[part] === cells.part) ?? null,
    change: changeIn(cells.change ?? '', SHEET_COLUMNS),
    cells,
    filled,
    own: Object.fromEntries(own),
    notes,
    places,
  };
}

/** A status of the list; any other text as it is. */
function statusOr(value: Typed): Typed {
  const status = typeof value === 'string' ? statusIn(value) : undefined;
  return status ? { status } : value;
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
