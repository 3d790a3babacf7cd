import type { TaskSheet } from '../model/sheet.js';

/** A task sheet as JSON with two blanks' indent and a final line break. */
export function sheetToJson(sheet: TaskSheet): string {
  return `${JSON.stringify(sheet, null, 2)}\n`;
}
