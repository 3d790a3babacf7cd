import { placeText } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { TaskSheet } from '../model/sheet.js';
import type { ReturnedWorkbook } from '../returned/index.js';
import { type Lineage, otherwise, pairRows } from '../revise/index.js';
import { type SHEET_COLUMNS, typedHeader, typedText } from '../sheets/index.js';

/** How many cells may be written over, and how many ways are tried, until nobody can tell. */
const MOST_WRITTEN = 3;
const MOST_TRIED = 40;

/** A cell that says something else than the notice does now. */
interface Differing {
  readonly row: ReturnedRow;
  readonly column: (typeof SHEET_COLUMNS)[number];
  readonly text: string;
  readonly key: string;
}

/**
 * A sheet of an edition that nobody has any more, with what was typed over its printed cells in columns of its own. The
 * checksum tells it: with the notice's words put back where somebody has written over them, and only there, it is
 * what it was. What else is otherwise, the notice has changed.
 *
 * @param sheet as it is now
 */
export function withOverwritten(
  returned: ReturnedSheet,
  { isPrintedWith }: Pick<ReturnedWorkbook, 'isPrintedWith'>,
  sheet: TaskSheet,
  lineage: Lineage | undefined,
): ReturnedSheet {
  const differing = Array.from(pairRows(sheet.rows, returned.rows, lineage).pairs).flatMap(([task, row]) =>
    row.kept !== null
      ? []
      : otherwise(row, returned.printed, [task]).flatMap((column): Differing[] => {
          const at = row.places[column.id];
          return at ? [{ row, column, text: column.text(task), key: placeText(at) }] : [];
        }),
  );
  // Where not even each alone can be tried, nobody can tell.
  if (differing.length > MOST_TRIED) return returned;
  const written = subsets(differing).find((cells) =>
    isPrintedWith(new Map(cells.map(({ key, text }) => [key, text]))),
  );
  if (!written) return returned;
  const rows = returned.rows.map((row) =>
    written.filter((cell) => cell.row === row).reduce(withoutWords, row),
  );
  const headers = written.map(({ column }) => typedHeader(column.header));
  return { ...returned, rows, columns: Array.from(new Set([...returned.columns, ...headers])) };
}

/** A row as it was printed, with what was typed over a cell of it in a column of its own. */
function withoutWords(row: ReturnedRow, { column: { id, header }, text }: Differing): ReturnedRow {
  const cells = { ...row.cells, [id]: text };
  const at = typedHeader(header);
  const typed = [typedText(row.own[at]), row.cells[id] ?? ''].filter((each) => each !== '').join('\n');
  return typed === '' ? { ...row, cells } : { ...row, cells, own: { ...row.own, [at]: typed } };
}

/** What may be written over, the fewest cells first. */
function subsets(all: readonly Differing[]): (readonly Differing[])[] {
  const found: Differing[][] = [];
  let last: Differing[][] = [[]];
  for (let size = 1; size <= MOST_WRITTEN && found.length < MOST_TRIED; size++) {
    last = last.flatMap((some) =>
      all
        .slice(some.length === 0 ? 0 : all.indexOf(some.at(-1) as Differing) + 1)
        .map((each) => [...some, each]),
    );
    found.push(...last);
  }
  return found.slice(0, MOST_TRIED);
}
