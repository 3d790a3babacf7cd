import { printed } from '../model/json.js';
import type { Revision } from '../model/revision.js';
import type { RollUp } from '../model/roll-up.js';
import type { TaskSheet } from '../model/sheet.js';

/** A task sheet as JSON with two blanks' indent and a final line break. */
export const sheetToJson: (sheet: TaskSheet) => string = toJson;

/** A revision in the same form. */
export const revisionToJson: (revision: Revision) => string = toJson;

/** A roll-up in the same form. */
export const rollUpToJson: (rollUp: RollUp) => string = toJson;

function toJson(record: object): string {
  return `${printed(record)}\n`;
}
