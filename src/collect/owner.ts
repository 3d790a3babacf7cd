import { addTo } from '../model/grouping.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { NoticeColumn, SheetRow } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { lineageIn, unitsOf } from '../revise/index.js';
import { PART_WORDS, SHEET_COLUMNS, saysSame, sheetFor, tally } from '../sheets/index.js';

/** The columns that say what a task is to a unit, and whose else it is: by these, rows of one task tell units and editions apart. */
const TELLING: ReadonlySet<NoticeColumn> = new Set(['part', 'duties', 'lead', 'responsible']);
const COLUMNS = SHEET_COLUMNS.filter(({ id }) => TELLING.has(id));

/** Of how many rows one may be of nobody's sheet, or of the wrong one's: people add rows, and paste some. */
const FEW = 0.1;

type RowsById = ReadonlyMap<string, SheetRow>;
const NONE: RowsById = new Map();

const ready = new WeakMap<TaskBook, ReadonlyMap<string, RowsById>>();

/** The rows of each unit's and each group's sheet. */
function sheetsIn(book: TaskBook): ReadonlyMap<string, RowsById> {
  const known = ready.get(book);
  if (known) return known;
  const found = new Map(tally(book).map(({ name }) => [name, rowsById(book, name)]));
  ready.set(book, found);
  return found;
}

function rowsById(book: TaskBook, unit: string): RowsById {
  return new Map(sheetFor(book, unit).rows.map((row) => [row.id, row]));
}

/**
 * Whose a sheet is of which nothing but its name says whose: text has no cover. It is another unit's where rows in it are of
 * that one's sheet and not of its own, next to none is the other way round, and as a whole it is nearer to that one's.
 *
 * @param books the notice, and the edition before where that is known
 * @param own the unit that the file's name means
 * @returns the other unit, or several whose sheets print the same; nothing where it may be its own
 */
export function ownersByRows(
  books: readonly TaskBook[],
  { rows: came, printed }: Pick<ReturnedSheet, 'rows' | 'printed'>,
  own: string,
): string[] {
  const [now] = books;
  if (!now) return [];
  const { means } = lineageIn(now);
  const idOf = ({ id, cells: { name = '', goal = '', lead = '', responsible = '' } }: ReturnedRow) =>
    id === '' ? means({ id, name, goal, units: unitsOf(lead, responsible) }).id : id;
  const rows = came.flatMap((row) => {
    const id = row.kept === null ? idOf(row) : undefined;
    return id === undefined || id === '' ? [] : [{ id, cells: row.cells }];
  });
  if (rows.length === 0) return [];
  const columns = COLUMNS.filter(({ id }) => printed.includes(id));
  const isIn = (sheet: RowsById) => (row: (typeof rows)[number]) => {
    const task = sheet.get(row.id);
    // What was answered changes what a task is to its unit.
    const isAnswered = row.cells.part === PART_WORDS.confirmed;
    return (
      task !== undefined && (isAnswered || columns.every((each) => saysSame(each, task, row.cells[each.id])))
    );
  };
  const judged = (sheet: RowsById) => {
    const its = new Set(rows.filter(isIn(sheet)));
    return { its, amiss: rows.length + sheet.size - 2 * its.size };
  };
  const formerNames = new Map(now.units.map(({ name, formerly = [] }) => [name, formerly]));
  const nearest = (unit: string) =>
    [unit, ...(formerNames.get(unit) ?? [])]
      .flatMap((name) => books.map((book) => judged(sheetsIn(book).get(name) ?? NONE)))
      .reduce((best, each) => (each.amiss < best.amiss ? each : best));
  const mine = nearest(own);
  // As most files come back.
  if (mine.its.size === rows.length) return [];
  const others = Array.from(sheetsIn(now).keys())
    .filter((unit) => unit !== own)
    .map((unit) => ({ unit, ...nearest(unit) }))
    .filter(({ its, amiss }) => {
      const theirs = [...its].filter((row) => !mine.its.has(row)).length;
      const ours = [...mine.its].filter((row) => !its.has(row)).length;
      return (
        theirs > 0 &&
        ours <= theirs * FEW &&
        rows.length - its.size <= rows.length * FEW &&
        amiss < mine.amiss
      );
    });
  const least = Math.min(...others.map(({ amiss }) => amiss));
  return others.filter(({ amiss }) => amiss === least).map(({ unit }) => unit);
}

/**
 * The unit to which a sheet was sent on whose cover somebody has written another's name: it is of the edition of that one's
 * sheet, and not of the other's.
 *
 * @param books the notice, and the edition before where that is known
 * @param named the unit that the cover names
 * @param own the unit in whose place it lies: what of several it is where all were sent the same
 */
export function sentAnother(
  books: readonly TaskBook[],
  { edition }: Pick<ReturnedSheet, 'edition'>,
  named: string,
  own?: string,
): string | undefined {
  const isSent = (unit: string) => books.some((book) => sheetFor(book, unit).edition === edition);
  if (edition === null || isSent(named)) return undefined;
  if (own !== undefined && isSent(own)) return own;
  return books.map((book) => soleOf(book, { edition })).find((unit) => unit !== undefined);
}

const editions = new WeakMap<TaskBook, ReadonlyMap<string, readonly string[]>>();

/** The only unit that was sent a sheet of an edition. */
export function soleOf(book: TaskBook, { edition }: Pick<ReturnedSheet, 'edition'>): string | undefined {
  let known = editions.get(book);
  if (!known) {
    const found = new Map<string, string[]>();
    for (const { name } of book.units) addTo(found, sheetFor(book, name).edition, name);
    known = found;
    editions.set(book, known);
  }
  const [unit, ...others] = known.get(edition ?? '') ?? [];
  return others.length > 0 ? undefined : unit;
}
