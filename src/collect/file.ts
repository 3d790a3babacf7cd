import { readDemands } from '../demands/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile, Remnant, Report } from '../model/roll-up.js';
import type { Entries, SheetRow, Status, TaskSheet, Typed } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { dayIn, nameOfCopy, tellSaid } from '../returned/index.js';
import { lineageIn, pairRows } from '../revise/index.js';
import {
  answerOf,
  askedIn,
  FILL_IN_COLUMNS,
  findUnit,
  headerOf,
  isFilled,
  isSurelyOwn,
  SHEET_COLUMNS,
  STATE_WORDS,
  STATUSES,
  saysSame,
  sheetFor,
  statusIn,
  typedText,
  unitWithin,
} from '../sheets/index.js';
import { type Answers, answeredSheet, tellOddAnswer } from './answers.js';
import { stateOf } from './counting.js';
import { leadsAs } from './leading.js';
import { nearStatus } from './near.js';

/** A sheet that came back, with what else was in its file. */
export interface Collected {
  readonly sheet: ReturnedSheet;
  /** What stands on worksheets that people added. */
  readonly others?: ReturnedSheet['stray'];
  /** What is in the file and in no roll-up, in words. */
  readonly lost?: readonly string[];
  /** When it was saved, as its program says. */
  readonly saved?: string | null;
  /** Whether what is printed in it is not as the program wrote it. */
  readonly isChanged?: boolean;
}

/** What one file says, row by row, and what is wrong with it. */
export interface FileReports {
  /** The unit's sheet as it should be; nothing where nobody knows whose the file is. */
  readonly wanted: TaskSheet | undefined;
  readonly file: CollectedFile;
  readonly reports: ReadonlyMap<string, Report>;
  readonly answers: Answers;
  readonly rest: readonly Remnant[];
  readonly problems: readonly Diagnostic[];
  /** When it was filled in: the last day that a row says, and when the file was saved. */
  readonly last: { readonly updated: string; readonly saved: string };
}

/**
 * The columns of which a sheet that came back says the same as the notice; 变化 is of an earlier sheet, 出处 of the file,
 * 本单位角色 of what was answered.
 */
const PRINTED = SHEET_COLUMNS.filter(({ id }) => !['id', 'duties', 'change', 'at'].includes(id));
const DATES = FILL_IN_COLUMNS.filter(({ takes }) => takes === 'date');

/**
 * Reads what a unit reports, and checks it against its sheet as it should be. Of many files, each can be let go once this is
 * read: what is printed in it is most of it.
 *
 * @param on the day by which what is due counts as late
 */
export function reportsIn(
  book: TaskBook,
  { sheet, others = [], lost = [], isChanged = false, saved = null }: Collected,
  on: string | null,
): FileReports {
  const { file } = sheet;
  const problems: Diagnostic[] = [];
  const tell = (problem: Diagnostic) => problems.push(problem);
  const unit = unitOf(book, sheet, tell);
  const wanted = unit === null ? undefined : sheetFor(book, unit);
  const edition =
    !wanted || sheet.edition === null ? 'unknown' : sheet.edition === wanted.edition ? 'current' : 'old';
  if (edition === 'old') tell(diagnose('return-old', { edition: sheet.edition ?? '' }, file));
  if (lost.length > 0) tell(diagnose('return-lost', { lost }, file));

  problems.push(...tellSaid(sheet));

  const { pairs, meant, contradictions } = pairRows(wanted?.rows ?? [], sheet.rows, lineageIn(book));
  const taskOf = new Map(Array.from(pairs, ([task, row]) => [row, task]));
  if (contradictions.length > 0) {
    const ids = contradictions.map(({ row }) => row.id);
    tell(diagnose('return-ids', { ids, count: ids.length }, file));
  }
  const answers: Answers = {
    questions: sheet.questions,
    rows: new Map(Array.from(pairs).flatMap(([task, row]) => (answerOf(row) ? [[task.id, row]] : []))),
  };
  const answered = wanted && new Map(answeredSheet(wanted, [answers]).rows.map((row) => [row.id, row]));
  for (const question of sheet.questions) problems.push(...tellOddAnswer(question, question.at));
  const tasks = new Set(book.tasks.map(({ id }) => id));
  const pairedIds = new Set(Array.from(pairs.keys(), ({ id }) => id));
  const reports = new Map<string, Report>();
  const rest: Remnant[] = [];
  for (const row of sheet.rows) {
    const expected = row.kept === null ? taskOf.get(row) : undefined;
    const standing = expected && (answered?.get(expected.id) ?? expected);
    // Words in 变化 that are none of the program's.
    if ((isChanged || row.isEdited) && row.kept === null && row.change?.kind === 'other')
      rest.push({ unit, said: `${headerOf('change')}：${row.change.text}`, at: row.places.change ?? row.at });
    if (expected && standing && (edition === 'current' || row.isEdited)) {
      const before = problems.length;
      tellEdited(row, sheet.printed, [expected, standing], tell);
      // 变化, 本单位角色: what is not compared.
      if (row.isEdited && problems.length === before) tell(diagnose('return-changed', undefined, row.at));
    }
    if (!isFilled(row) && row.id !== '') continue;
    // An answer alone is no report: it stands among the answers.
    if (unit !== null && expected && answerOf(row) && !hasMore(row)) continue;
    tellInvalid(row, tell);
    // The notice has it for others, or its unit has another row of it.
    const task = meant.get(row);
    const isElsewhere = task !== undefined && tasks.has(task) && !pairedIds.has(task);
    const id = expected?.id ?? (isElsewhere ? task : undefined);
    const isAgain = id === undefined ? task !== undefined && pairedIds.has(task) : reports.has(id);
    if (isAgain && row.kept === null) tell(diagnose('return-again', { id: id ?? row.id }, row.at));
    if (unit !== null && id !== undefined && row.kept === null && !reports.has(id)) {
      reports.set(id, reportOf(row, unit, standing, on));
      continue;
    }
    const isKnown = expected !== undefined || tasks.has(row.id);
    if (row.kept === null && row.id !== '' && !isKnown) tell(diagnose('return-task', { id: row.id }, row.at));
    const { cells, filled, own, notes } = row;
    rest.push({ unit, said: { cells, filled, own, notes }, at: row.at });
  }
  if (isChanged) tell(diagnose('return-changed', undefined, file));
  const used = new Set(sheet.rows.flatMap(({ own }) => Object.keys(own)));
  for (const header of sheet.columns.filter((each) => !used.has(each)))
    rest.push({ unit, said: header, at: { file } });
  for (const { at, group, filled, own, notes } of sheet.questions.filter(hasMore))
    rest.push({ unit, said: { cells: { name: group }, filled, own, notes }, at });
  for (const { at, text } of [...sheet.stray, ...others]) rest.push({ unit, said: text, at });
  return {
    wanted,
    file: { file, unit, edition, reported: reports.size, cover: { ...sheet.cover } },
    reports,
    answers,
    rest,
    problems,
    last: { updated: lastDay(sheet.rows), saved: saved ?? '' },
  };
}

/** The last day in 更新日期; '' where there is none. */
function lastDay(rows: readonly ReturnedRow[]): string {
  return rows.reduce((last, { filled }) => {
    const day = filled.updated === undefined ? '' : (dayOf(filled.updated) ?? '');
    return day > last ? day : last;
  }, '');
}

/** The unit that a file's name means: it is its name, or that of a copy, or has the name of one unit in it. */
export function unitNamed(book: TaskBook, file: string): string | undefined {
  const named = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]+$/, '').normalize('NFC');
  return findUnit(book, named).value ?? findUnit(book, nameOfCopy(file)).value ?? unitWithin(book, named);
}

function unitOf(
  book: TaskBook,
  { unit, file }: ReturnedSheet,
  tell: (problem: Diagnostic) => void,
): string | null {
  const named = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
  const byName = unitNamed(book, file);
  const found =
    unit === null ? byName : (findUnit(book, unit).value ?? unitWithin(book, unit, { isAtEnd: true }));
  if (found === undefined) {
    tell(diagnose('return-unit', { unit: unit ?? named }, file));
    return null;
  }
  if (byName !== undefined && byName !== found) {
    tell(diagnose('return-unit-differs', { cover: found, name: byName }, file));
  }
  return found;
}

/** Whether there is more than an answer on a question: a remark, a comment, something in a column of their own. */
function hasMore({ filled: { answer: _, ...filled }, own, notes }: Entries): boolean {
  return isFilled({ filled, own, notes });
}

/** @param rows the row as the notice has it, and as it is with what was answered */
function tellEdited(
  { cells, places, at }: ReturnedRow,
  printed: ReturnedSheet['printed'],
  rows: readonly SheetRow[],
  tell: (problem: Diagnostic) => void,
): void {
  for (const column of PRINTED) {
    const { id, header } = column;
    // What the layout of an earlier version does not have is not taken out by anybody.
    if ((id === 'ref' || id === 'until') && !printed.includes(id)) continue;
    if (rows.some((row) => saysSame(column, row, cells[id]))) continue;
    tell(diagnose('return-edited', { column: header, text: cells[id] ?? '' }, places[id] ?? at));
  }
}

function tellInvalid({ filled, places, at }: ReturnedRow, tell: (problem: Diagnostic) => void): void {
  const { status } = filled;
  for (const odd of tellOddAnswer({ filled }, places.answer ?? at)) tell(odd);
  if (status !== undefined && statusOf(status) === null) {
    const known = STATUSES.map((each) => STATE_WORDS[each]);
    const said = typedText(status);
    tell(diagnose('return-status', { status: said, known, near: nearStatus(said) }, places.status ?? at));
  }
  for (const { id, header } of DATES) {
    const value = filled[id];
    if (value === undefined || dayOf(value) !== null) continue;
    tell(diagnose('return-date', { column: header, text: typedText(value) }, places[id] ?? at));
  }
}

function reportOf(row: ReturnedRow, unit: string, expected: SheetRow | undefined, on: string | null): Report {
  const { cells, filled, own, notes, at } = row;
  const { status = '', due = '', progress = '' } = filled;
  const context = { name: cells.name ?? '', year: null };
  const as = leadsAs(expected);
  const said = { status: statusOf(status), due: dayOf(due), filled, own };
  return {
    unit,
    part: expected?.part ?? null,
    ...(as && { leadsAs: as }),
    state: stateOf(said, expected, on),
    status: said.status,
    due: said.due,
    filled,
    own,
    notes,
    figures: readDemands(typedText(progress), context).indicators.map(({ text }) => text),
    at,
  };
}

/** The status that a cell says, blanks around it left out; `null` when it is none of the list's. */
function statusOf(value: Typed): Status | null {
  if (typeof value === 'object' && 'status' in value) return value.status;
  return statusIn(typedText(value).trim()) ?? null;
}

/** The day that a cell says, however it was typed; `null` when it is none. */
function dayOf(value: Typed): string | null {
  const day = typeof value === 'object' ? value : dayIn(typedText(value));
  return typeof day === 'object' && 'date' in day ? day.date : null;
}

/** What a unit is to report of, and how much it has not answered yet whether it is to. */
export function expected(sheet: TaskSheet): { readonly rows: readonly SheetRow[]; readonly open: number } {
  return { rows: sheet.rows.filter(isSurelyOwn), open: askedIn(sheet).open };
}
