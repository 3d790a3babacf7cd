import type { SheetPart } from '../../model/sheet.js';
import { PART_DEGREES, PARTS } from '../../sheets/index.js';

/** The parts that bars show: what only may concern a unit would be most of each, and is in the table. */
export const BAR_PARTS = PARTS.filter((part) => PART_DEGREES[part] !== 'possible');

/** How the parts of a sheet are filled: patterns, so that they differ in black and white. */
export function fillOf(part: SheetPart): string {
  return `url(#part-${part})`;
}
