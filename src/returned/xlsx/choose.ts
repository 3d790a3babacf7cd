import type { RenamedHeader, ReturnedRow } from '../../model/returned.js';
import type { FillIn } from '../../model/sheet.js';
import { isFilled, WORKSHEETS } from '../../sheets/index.js';
import type { Worksheet } from '../../workbook/open.js';
import type { SheetHeading } from '../headings.js';
import type { readSheetTable } from '../table.js';
import { titlesIn } from '../titles.js';

/** A worksheet with a table of tasks. */
export interface TableSheet extends ReturnType<typeof readSheetTable> {
  readonly sheet: Worksheet;
  /** Index of its header row. */
  readonly header: number;
  /** The number of that row in the worksheet. */
  readonly headerRow: number;
  readonly headings: readonly SheetHeading[];
  /** Headers of known columns that people have changed. */
  readonly renamed: readonly RenamedHeader[];
}

/** What a table was made for, whatever its worksheet is called by now: to report, or to answer what is asked. */
export function asks({ headings }: Pick<TableSheet, 'headings'>): boolean {
  const has = (id: FillIn) => headings.some((each) => each.kind === 'fill-in' && each.id === id);
  return has('answer') && !has('status');
}

/** Whether somebody has put anything into a table. */
function isUsed({ rows, questions }: TableSheet): boolean {
  return [...rows, ...questions].some(isFilled);
}

/**
 * Which of a workbook's tables are the sheet: those under their own names, else by their columns, of those whose title names
 * nobody else. Where somebody has filled in a copy and left the first as it came, the copy counts; where both are filled
 * in, the others are named.
 *
 * @param unit whose sheet it is, as its cover says
 * @param beside what stands in a table where nobody was to write
 */
export function chosen(
  tables: readonly TableSheet[],
  unit: string | null,
  beside: (table: TableSheet) => readonly { readonly text: string }[],
) {
  const first = tables.find(({ sheet }) => sheet.name === WORKSHEETS.tasks) ?? tables[0];
  const own = new Set([...(unit === null ? [] : [unit]), ...(first ? titlesIn(first.above) : [])]);
  const isOthers = ({ above }: TableSheet) => {
    const titles = titlesIn(above);
    return own.size > 0 && titles.length > 0 && !titles.some((title) => own.has(title));
  };
  const pick = (all: readonly TableSheet[], name: string) => {
    const owned = all.filter((each) => !isOthers(each));
    const used = owned.filter(isUsed);
    const named = owned.find(({ sheet }) => sheet.name === name);
    return named && (used.length === 0 || used.includes(named)) ? named : (used[0] ?? owned[0]);
  };
  const reporting = tables.filter(
    (each) => each.sheet.name === WORKSHEETS.tasks || (each.sheet.name !== WORKSHEETS.open && !asks(each)),
  );
  const asking = tables.filter((each) => !reporting.includes(each));
  const asked = pick(asking, WORKSHEETS.open);
  const main = pick(reporting, WORKSHEETS.tasks) ?? asked;
  const taken = [main, asked].flatMap((each) => each ?? []);
  const says = new Set(taken.flatMap(linesIn));
  const printed = new Set(taken.flatMap((each) => each.rows.map(printedIn)));
  const words = new Set(taken.flatMap(beside).map(({ text }) => text));
  const isCopy = (table: TableSheet) =>
    !isOthers(table) &&
    linesIn(table).every((line) => says.has(line)) &&
    table.rows.every((row) => isFilled(row) || printed.has(printedIn(row))) &&
    beside(table).every(({ text }) => words.has(text));
  const rest = tables.filter((each) => !taken.includes(each));
  const copies = rest.filter(isCopy);
  return {
    main,
    asked,
    /** Those that say nothing else than these. */
    copies,
    /** The first ones, which nobody has put anything into. */
    blank: copies.filter(({ sheet }) => sheet.name === WORKSHEETS.tasks || sheet.name === WORKSHEETS.open),
    /** Those that say something else, and those of others. */
    others: rest.filter((each) => !copies.includes(each)),
  };
}

/** What somebody has put into a table, each with what it is of. */
function linesIn({ rows, questions }: TableSheet): string[] {
  const said = ({ filled, own, notes }: Pick<ReturnedRow, 'filled' | 'own' | 'notes'>) => [
    filled,
    own,
    notes,
  ];
  return [
    ...rows.filter(isFilled).map((row) => JSON.stringify([printedIn(row), said(row)])),
    ...questions.filter(isFilled).map((each) => JSON.stringify([each.group, said(each)])),
  ];
}

function printedIn({ id, cells }: ReturnedRow): string {
  return JSON.stringify([id, Object.entries(cells).sort()]);
}
