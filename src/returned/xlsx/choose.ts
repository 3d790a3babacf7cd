import type { FillIn } from '../../model/sheet.js';
import { WORKSHEETS } from '../../sheets/index.js';
import type { Worksheet } from '../../workbook/open.js';
import type { SheetHeading } from '../headings.js';
import type { readSheetTable } from '../table.js';

/** A worksheet with a table of tasks. */
export interface TableSheet extends ReturnType<typeof readSheetTable> {
  readonly sheet: Worksheet;
  /** Index of its header row. */
  readonly header: number;
  readonly headings: readonly SheetHeading[];
  /** Headers of known columns that people have changed. */
  readonly renamed: readonly string[];
}

/** What a table was made for, whatever its worksheet is called by now: to report, or to answer what is asked. */
export function asks({ headings }: Pick<TableSheet, 'headings'>): boolean {
  const has = (id: FillIn) => headings.some((each) => each.kind === 'fill-in' && each.id === id);
  return has('answer') && !has('status');
}

function entriesIn({ rows, questions }: Pick<TableSheet, 'rows' | 'questions'>): Set<string> {
  return new Set(
    [...rows, ...questions].flatMap(({ filled, own, notes }) =>
      [filled, own, notes].flatMap((each) => Object.values(each).map((value) => JSON.stringify(value))),
    ),
  );
}

/**
 * Which of a workbook's tables are the sheet: those under their own names, else by their columns. Where somebody has
 * filled in a copy and left the first as it came, the copy counts; where both are filled in, the others are named.
 */
export function chosen(tables: readonly TableSheet[]) {
  const pick = (own: readonly TableSheet[], name: string) => {
    const used = own.filter((each) => entriesIn(each).size > 0);
    const first = own.find(({ sheet }) => sheet.name === name);
    return first && (used.length === 0 || used.includes(first)) ? first : (used[0] ?? own[0]);
  };
  const reporting = tables.filter(
    (each) => each.sheet.name === WORKSHEETS.tasks || (each.sheet.name !== WORKSHEETS.open && !asks(each)),
  );
  const asking = tables.filter((each) => !reporting.includes(each));
  const asked = pick(asking, WORKSHEETS.open);
  const main = pick(reporting, WORKSHEETS.tasks) ?? asked;
  const known = new Set([main, asked].flatMap((each) => (each ? [...entriesIn(each)] : [])));
  const rest = tables.filter((each) => each !== main && each !== asked);
  return {
    main,
    asked,
    /** The first ones, which nobody has put anything into. */
    blank: rest.filter(
      ({ sheet, ...each }) =>
        (sheet.name === WORKSHEETS.tasks || sheet.name === WORKSHEETS.open) && entriesIn(each).size === 0,
    ),
    /** Those that say something else. */
    others: rest.filter((each) => [...entriesIn(each)].some((entry) => !known.has(entry))),
  };
}
