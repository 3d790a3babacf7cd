import type { TaskSheet } from '../../model/sheet.js';
import { COVER_FILL_IN } from '../../sheets/index.js';
import { eachCell, shownTextOf } from '../../workbook/cells.js';
import type { Cell, Worksheet } from '../../workbook/open.js';
import { typedOf } from './typed.js';

/** What the cover says, and what was filled in on it; there may be none any more. */
export interface ReadCover {
  /** What stands right of a label; `null` where nothing does. */
  readonly fact: (label: string) => string | null;
  /** What stands above a label; `null` where nothing does. */
  readonly above: (label: string) => string | null;
  /** What stands in its first cell. */
  readonly title: string | null;
  readonly filled: TaskSheet['cover'];
  /** The cells that are there to be filled in. */
  readonly open: ReadonlySet<Cell>;
}

export function readCover(sheet: Worksheet | undefined): ReadCover {
  const filled: TaskSheet['cover'] = {};
  const open = new Set<Cell>();
  for (const { id, header } of COVER_FILL_IN) {
    const cell = besideLabel(sheet, header, RIGHT);
    if (!cell) continue;
    open.add(cell);
    const value = typedOf(cell);
    if (value !== null) filled[id] = value;
  }
  const saying = (step: Step) => (label: string) => {
    const cell = besideLabel(sheet, label, step);
    return (cell && shownTextOf(cell).trim()) || null;
  };
  const title = sheet ? shownTextOf(sheet.getCell(1, 1)).trim() : null;
  return { fact: saying(RIGHT), above: saying(ABOVE), title, filled, open };
}

/** So many rows down, and columns to the right. */
type Step = readonly [rows: number, columns: number];
const RIGHT: Step = [0, 1];
const ABOVE: Step = [-1, 0];

/** The cell beside a label. */
function besideLabel(sheet: Worksheet | undefined, label: string, [rows, columns]: Step): Cell | undefined {
  let found: Cell | undefined;
  if (!sheet) return found;
  eachCell(sheet, (cell) => {
    const row = Number(cell.row) + rows;
    if (!found && row > 0 && shownTextOf(cell).trim() === label) {
      found = sheet.getCell(row, Number(cell.col) + columns).master;
    }
  });
  return found;
}
