import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Remnant } from '../model/roll-up.js';
import type { Entries } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { lineageIn, nameOfNotice, writtenInCopy } from '../revise/index.js';
import { isFilled, sheetFor } from '../sheets/index.js';
import type { Collected, FileReports } from './collected.js';
import type { Whose } from './whose.js';

// What is filled in and of no task: it stands in 其他内容.

/** What is filled in beside the rows of a sheet: headers of columns that say nothing, questions, what belongs nowhere. */
export function besideRows(
  { file, columns, rows, questions, stray }: ReturnedSheet,
  unit: string | null,
  isSaid: (question: Entries) => boolean,
  others: Collected['others'] = [],
): Remnant[] {
  const used = new Set(rows.flatMap(({ own }) => Object.keys(own)));
  return [
    ...columns.filter((each) => !used.has(each)).map((said) => ({ unit, said, at: { file } })),
    ...questions.filter(isSaid).map(({ at, group, filled, own, notes }) => ({
      unit,
      said: { cells: { name: group }, filled, own, notes },
      at,
    })),
    ...[...stray, ...others].map(({ at, text }) => ({ unit, said: text, at })),
  ];
}

/** A sheet of which nothing is counted: all that is filled in is kept, and it says why. */
function uncounted(
  sheet: ReturnedSheet,
  rest: readonly Remnant[],
  problems: readonly Diagnostic[],
): Omit<FileReports, 'isBeside'> {
  return {
    wanted: undefined,
    file: { file: sheet.file, unit: null, edition: 'unknown', reported: 0, cover: { ...sheet.cover } },
    reports: new Map(),
    answers: { questions: [], rows: new Map() },
    rest,
    problems,
    last: { updated: '', saved: '' },
  };
}

/** Rows that are filled in, or that people have added, as what is of no task. */
function filledRows({ rows }: ReturnedSheet, unit: string | null): Remnant[] {
  return rows
    .filter((row) => isFilled(row) || (row.id === '' && row.kept === null))
    .map(({ at, cells, filled, own, notes }) => ({ unit, said: { cells, filled, own, notes }, at }));
}

/** What is filled in on a sheet of another notice. */
export function ofOtherNotice(
  { notice }: TaskBook,
  { sheet, others, lost = [] }: Collected,
  unit: string | null,
): FileReports {
  const { file } = sheet;
  const rest = [...filledRows(sheet, unit), ...besideRows(sheet, unit, isFilled, others)];
  const names = { notice: nameOfNotice(sheet.notice), now: nameOfNotice(notice) };
  return uncounted(sheet, rest, [
    diagnose('return-notice', { ...names, count: rest.length }, file),
    ...(lost.length > 0 ? [diagnose('return-lost', { lost }, file)] : []),
  ]);
}

/** A further worksheet that goes on from the file's own sheet, with which it is counted. */
export function countedWithOwn(sheet: ReturnedSheet): FileReports {
  return { ...uncounted(sheet, [], []), isBeside: true };
}

/**
 * What is filled in in a further table, where that is of no other unit than the one before it: nobody can tell which counts.
 *
 * @param head the table that is counted
 */
export function restOf(
  book: TaskBook,
  sheet: ReturnedSheet,
  head: ReturnedSheet,
  { unit, found, group = found }: Pick<Whose, 'unit' | 'found' | 'group'>,
): FileReports {
  const { file, name = '', stray } = sheet;
  // What stands in both stands there once.
  const known = new Set([...head.rows, ...head.questions].map(saidIn));
  const own = sheet.rows.filter((each) => !known.has(saidIn(each)));
  const questions = sheet.questions.filter((each) => !known.has(saidIn(each)));
  const columns = sheet.columns.filter((each) => !head.columns.includes(each));
  const rows = filledRows({ ...sheet, rows: own }, unit);
  const written =
    group === undefined ? [] : writtenInCopy(sheetFor(book, group), head, sheet, lineageIn(book));
  const beside = { ...sheet, columns, rows: own, questions, stray: [...stray, ...written] };
  const rest = [...rows, ...besideRows(beside, unit, isFilled)];
  const count = rows.length + questions.filter(isFilled).length;
  const words = [...stray, ...written].map(({ at, text }) => `${withinFile(at)}“${text}”`);
  const told = [
    ...(count > 0 ? [diagnose('return-table', { sheet: name, count }, file)] : []),
    ...(words.length > 0 ? [diagnose('return-astray', { words, count: words.length }, file)] : []),
  ];
  return { ...uncounted(sheet, rest, told), isBeside: true };
}

/** What a row, or a question, is of and what is said of it. */
function saidIn({ filled, own, notes, ...each }: ReturnedRow | ReturnedSheet['questions'][number]): string {
  const of = 'cells' in each ? Object.entries(each.cells).sort() : each.group;
  return JSON.stringify([of, filled, own, notes]);
}
