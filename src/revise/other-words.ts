import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { NoticeColumn, SheetRow } from '../model/sheet.js';
import { CONFIRMED, SHEET_COLUMNS, saysSame, unspaced } from '../sheets/index.js';

// What a row that came back says otherwise than the program prints it.

/**
 * The columns of which a sheet that came back says the same as the notice; 变化 is of an earlier sheet, 出处 of the file,
 * 本单位角色 of what was answered.
 */
const PRINTED = SHEET_COLUMNS.filter(({ id }) => !['id', 'duties', 'change', 'at'].includes(id));

/**
 * The columns in which a row says something else than the notice.
 *
 * @param rows the row as the notice has it, and as it is with what was answered
 */
export function otherwise(
  { cells }: ReturnedRow,
  printed: ReturnedSheet['printed'],
  rows: readonly SheetRow[],
): (typeof PRINTED)[number][] {
  return PRINTED.filter((column) => {
    const { id } = column;
    // Of a column that is not there, `takenOut` tells.
    return printed.includes(id) && !rows.some((row) => saysSame(column, row, cells[id]));
  });
}

/** The columns that depend on more than the notice, each with what the program may have printed in it itself. */
const ANYWAY: Partial<Record<NoticeColumn, RegExp>> = {
  // What the unit has answered in another file.
  duties: new RegExp(`${CONFIRMED}）$`, 'u'),
  // The notice under another file name, or in another form: n1.txt:12:3, n1.docx#表3/行1/列4.
  at: /^[^\n]+(?::\d+:\d+|#(?:[段页表行列]\d+\/?)+)$/u,
};
const DEPENDING = SHEET_COLUMNS.filter(({ id }) => ANYWAY[id] !== undefined);

/** Whether the program may have printed a text in a column itself, whatever the notice says now. */
export function isAnyway(id: NoticeColumn, text = ''): boolean {
  return ANYWAY[id]?.test(unspaced(text)) === true;
}

/** A number in the notice, or several: 3, 三-16, 一（二）、二（三）. */
const NUMBERS = /^[\p{N}\p{P}\s〇一二三四五六七八九十百]*$/u;

/** Whether a text says no more than where in the notice something stands, which may move with each edition. */
export function isPlaceOnly(id: NoticeColumn, text: string): boolean {
  return (id === 'ref' || id === 'number' || id === 'measures') && NUMBERS.test(text);
}

/**
 * The columns in which a row that is known to be changed has what is not printed in it: as `otherwise`, with those that
 * may be other than in the notice.
 */
export function writtenOver(
  returned: ReturnedRow,
  printed: ReturnedSheet['printed'],
  rows: readonly SheetRow[],
): readonly (typeof PRINTED)[number][] {
  const { cells } = returned;
  const isOurs = (column: (typeof PRINTED)[number]) =>
    rows.some((row) => saysSame(column, row, cells[column.id])) || isAnyway(column.id, cells[column.id]);
  return [
    ...otherwise(returned, printed, rows),
    ...DEPENDING.filter((column) => cells[column.id] !== undefined && !isOurs(column)),
  ];
}
