import type { TaskSheet } from '../../model/sheet.js';
import { COVER_FILL_IN } from '../../sheets/index.js';
import { eachCell, shownTextOf } from '../../workbook/cells.js';
import type { Cell, Worksheet } from '../../workbook/open.js';
import { typedOf } from './typed.js';

/** What the cover says, and what was filled in on it; there may be none any more. */
export interface ReadCover {
  /** What stands right of a label; `null` where nothing does. */
  readonly fact: (label: string) => string | null;
  readonly filled: TaskSheet['cover'];
  /** The cells that are there to be filled in. */
  readonly open: ReadonlySet<Cell>;
}

export function readCover(sheet: Worksheet | undefined): ReadCover {
  const filled: TaskSheet['cover'] = {};
  const open = new Set<Cell>();
  for (const { id, header } of COVER_FILL_IN) {
    const cell = rightOf(sheet, header);
    if (!cell) continue;
    open.add(cell);
    const value = typedOf(cell);
    if (value !== null) filled[id] = value;
  }
  const fact = (label: string) => {
    const cell = rightOf(sheet, label);
    return (cell && shownTextOf(cell).trim()) || null;
  };
  return { fact, filled, open };
}

/** The cell right of a label. */
function rightOf(sheet: Worksheet | undefined, label: string): Cell | undefined {
  let found: Cell | undefined;
  if (!sheet) return found;
  eachCell(sheet, (cell) => {
    if (!found && shownTextOf(cell).trim() === label) {
      found = sheet.getCell(Number(cell.row), Number(cell.col) + 1).master;
    }
  });
  return found;
}
