import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { SheetRow, TaskSheet } from '../model/sheet.js';
import { unmarked, unspaced } from '../sheets/index.js';
import type { Lineage, PrintedTask } from './known.js';
import { unitsOf } from './lineage.js';
import { isPlaceOnly, otherwise, writtenOver } from './other-words.js';
import { pairRows } from './pair-rows.js';

/** Of what share of its rows a file must print just what a sheet does, to have been sent out as that. */
const MOST = 0.5;

/**
 * As which of some sheets a file was sent out: by its edition; where it does not say that, as CSV or pasted into another
 * workbook, by what most of its rows print.
 *
 * @param sheets the unit's sheets by edition, the present one first
 */
export function sentAs(
  returned: ReturnedSheet,
  sheets: readonly TaskSheet[],
  lineage?: Lineage,
): TaskSheet | undefined {
  if (returned.edition !== null) return sheets.find(({ edition }) => edition === returned.edition);
  const scored = sheets.map((sheet) => {
    const { pairs } = pairRows(sheet.rows, returned.rows, lineage);
    // What is known to be written over says nothing of the edition.
    const told = Array.from(pairs).filter(([, row]) => row.kept === null && row.isEdited !== true);
    const otherIn = told.map(([task, row]) => otherwise(row, returned.printed, [task]));
    const same = told.filter(([, row], i) =>
      otherIn[i]?.every(({ id }) => isPlaceOnly(id, row.cells[id] ?? '')),
    ).length;
    return { sheet, same, all: told.length, paired: pairs.size, other: otherIn.flat().length };
  });
  const [best] = scored.sort(
    (one, two) => two.same - one.same || one.other - two.other || two.paired - one.paired,
  );
  return best && best.paired > 0 && best.same >= best.all * MOST ? best.sheet : undefined;
}

/** Whether nothing tells if what is printed in a row is as the program wrote it. */
export function isUnchecked(
  { edition }: Pick<ReturnedSheet, 'edition'>,
  { isEdited, kept }: ReturnedRow,
): boolean {
  return edition === null && isEdited === undefined && kept === null;
}

/**
 * The columns in which a row that nothing tells of says something else than a task, and no edition that is known said so.
 *
 * @param isOfUnknown whether nothing tells if it is as the program wrote it
 */
export function unsureIn(
  returned: ReturnedSheet,
  row: ReturnedRow,
  tasks: readonly [SheetRow, ...SheetRow[]],
  lineage?: Lineage,
  isOfUnknown = isUnchecked(returned, row),
): ReturnType<typeof writtenOver> {
  if (!isOfUnknown || row.kept !== null || (lineage && isPrintedBefore(lineage, tasks[0], row))) return [];
  return writtenOver(row, returned.printed, tasks).filter(({ id }) => {
    const text = (row.cells[id] ?? '').trim();
    return text !== '' && !isPlaceOnly(id, text);
  });
}

/** Whether a row prints a task as an earlier edition did, and not as a sheet has it. */
export function isPrintedBefore({ book }: Lineage, task: SheetRow, row: ReturnedRow): boolean {
  const { name = '', goal = '', lead = '', responsible = '' } = row.cells;
  const words = wordsOf({ name, goal, units: unitsOf(lead, responsible) });
  if (words === wordsOf({ ...task, units: unitsOf(task.lead, task.responsible) })) return false;
  return (book.earlier ?? []).some((before) => before.id === task.id && wordsOf(before) === words);
}

function wordsOf({ name, goal, units }: Pick<PrintedTask, 'name' | 'goal' | 'units'>): string {
  return [name, goal, units].map((text) => unspaced(unmarked(text))).join('\n');
}
