import { readDemands } from '../demands/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { withinFile } from '../model/place.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile, Remnant, Report } from '../model/roll-up.js';
import type { Entries, SheetRow, Status, TaskSheet, Typed } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { type PrintedCell, tellSaid } from '../returned/index.js';
import { lineageIn, pairRows } from '../revise/index.js';
import {
  answerOf,
  askedIn,
  headerOf,
  isFilled,
  isSurelyOwn,
  isTitleOf,
  STATE_WORDS,
  STATUSES,
  sheetFor,
  statusIn,
  typedText,
} from '../sheets/index.js';
import { type Answers, answeredSheet, tellOddAnswer } from './answers.js';
import { stateOf } from './counting.js';
import { dayMeant, lastDay, tellLaterDays, tellOddDays, yearOf } from './days.js';
import { editionOf, otherwise, takenOut, writtenOver } from './edition.js';
import { leadsAs } from './leading.js';
import { nearStatus } from './near.js';
import { wordsOf, writtenIn } from './where-written.js';
import { whoseIs } from './whose.js';

/** A sheet that came back, with what else was in its file. */
export interface Collected {
  readonly sheet: ReturnedSheet;
  /** The file's own sheet, where this is a table on another of its worksheets. */
  readonly beside?: ReturnedSheet;
  /** What stands on worksheets that people added. */
  readonly others?: ReturnedSheet['stray'];
  /** What is in the file and in no roll-up, in words. */
  readonly lost?: readonly string[];
  /** When it was saved, as its program says. */
  readonly saved?: string | null;
  /** Whether what is printed in it is not as the program wrote it. */
  readonly isChanged?: boolean;
  /** What stands in it where nobody is to write, but for the rows of the tasks. */
  readonly printed?: readonly PrintedCell[];
}

/** What one file says, row by row, and what is wrong with it. */
export interface FileReports {
  /** The unit's sheet as it should be; nothing where nobody knows whose the file is. */
  readonly wanted: TaskSheet | undefined;
  readonly file: CollectedFile;
  /** Whether it is a further worksheet of a file that is there already. */
  readonly isBeside?: true;
  readonly reports: ReadonlyMap<string, Report>;
  readonly answers: Answers;
  readonly rest: readonly Remnant[];
  readonly problems: readonly Diagnostic[];
  /** When it was filled in: the last day that a row says, and when the file was saved. */
  readonly last: { readonly updated: string; readonly saved: string };
}

/**
 * Reads what a unit reports, and checks it against its sheet as it should be. Of many files, each can be let go once this is
 * read: what is printed in it is most of it.
 *
 * @param on the day by which what is due counts as late
 */
export function reportsIn(
  book: TaskBook,
  { sheet, beside, others = [], lost = [], isChanged = false, saved = null }: Collected,
  on: string | null,
): FileReports {
  const { file } = sheet;
  const problems: Diagnostic[] = [];
  const tell = (problem: Diagnostic) => problems.push(problem);
  const whose = whoseIs(book, sheet, isChanged);
  if (beside && (whose.unit === null || whose.unit === whoseIs(book, beside).unit))
    return restOf(sheet, whoseIs(book, beside).unit);
  const { found, unit, isGone } = whose;
  // The file's name is its own sheet's.
  problems.push(...whose.problems.filter(({ code }) => !beside || code !== 'return-unit-differs'));
  const wanted = found === undefined ? undefined : sheetFor(book, found);
  if (lost.length > 0) tell(diagnose('return-lost', { lost }, file));

  const year = yearOf(book.notice);
  problems.push(...tellSaid(sheet), ...tellLaterDays(sheet, year, on));

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
  const edition = editionOf(sheet, wanted, pairs, (row) => answered?.get(row.id) ?? row);
  if (edition === 'old') tell(diagnose('return-old', { edition: sheet.edition ?? '' }, file));
  for (const question of sheet.questions) problems.push(...tellOddAnswer(question, question.at));
  const tasks = new Set(book.tasks.map(({ id }) => id));
  const pairedIds = new Set(Array.from(pairs.keys(), ({ id }) => id));
  const reports = new Map<string, Report>();
  const rest: Remnant[] = [];
  // What goes there and nothing else tells.
  const astray: ReturnedSheet['stray'][number][] = [];
  const isTold = edition === 'current' && (isChanged || sheet.rows.some((row) => row.isEdited));
  const absent = isTold ? takenOut(sheet.printed, wanted?.rows ?? []) : [];
  if (absent.length > 0) tell(diagnose('return-columns', { columns: absent }, file));
  for (const row of sheet.rows) {
    const before = problems.length;
    const expected = row.kept === null ? taskOf.get(row) : undefined;
    const standing = expected && (answered?.get(expected.id) ?? expected);
    // Words in 变化 that are none of the program's.
    if ((isChanged || row.isEdited) && row.kept === null && row.change?.kind === 'other') {
      const at = row.places.change ?? row.at;
      tell(diagnose('return-edited', { column: headerOf('change'), text: row.change.text }, at));
      rest.push({ unit, said: `${headerOf('change')}：${row.change.text}`, at });
    }
    // Words in 编号, in a sheet whose ids are the notice's.
    const isOwnId = row.id === expected?.id || tasks.has(row.id) || row.id === '';
    if (expected && sheet.edition === wanted?.edition && !isOwnId) {
      const header = headerOf('id');
      tell(diagnose('return-edited', { column: header, text: row.id }, row.places.id ?? row.at));
      rest.push({ unit, said: `${header}：${row.id}`, at: row.places.id ?? row.at });
    }
    if (expected && standing && (edition === 'current' || row.isEdited)) {
      const differing = isChanged || row.isEdited ? writtenOver : otherwise;
      for (const column of differing(row, sheet.printed, [expected, standing])) {
        const { id, header } = column;
        const text = row.cells[id] ?? '';
        const at = row.places[id] ?? row.at;
        tell(diagnose('return-edited', { column: header, text }, at));
        if (text.trim() !== '') rest.push({ unit, said: `${header}：${text}`, at });
      }
      // What is not compared.
      if (row.isEdited && problems.length === before && absent.length === 0)
        tell(diagnose('return-changed', undefined, row.at));
    }
    if (!isFilled(row) && row.id !== '') continue;
    // An answer alone is no report: it stands among the answers.
    if (unit !== null && expected && answerOf(row) && !hasMore(row)) continue;
    tellInvalid(row, year, tell);
    // The notice has it for others, or its unit has another row of it.
    const task = meant.get(row);
    const isOthers = task !== undefined && tasks.has(task) && !pairedIds.has(task);
    const id = expected?.id;
    const isAgain = id === undefined ? task !== undefined && pairedIds.has(task) : reports.has(id);
    if (unit !== null && !isGone && id !== undefined && !reports.has(id)) {
      reports.set(id, reportOf(row, unit, standing, { on, year }));
      continue;
    }
    const isKnown = expected !== undefined || tasks.has(row.id);
    const said = { id: id ?? task ?? row.id, name: row.cells.name ?? null };
    if (row.kept === 'cancelled' || unit === null || isGone) {
      // Told of the whole file, or when it was cancelled.
    } else if (row.kept === null && isAgain) tell(diagnose('return-again', said, row.at));
    else if (row.kept === null && isOthers) tell(diagnose('return-of-others', said, row.at));
    else if (row.kept === null && row.id !== '' && !isKnown) tell(diagnose('return-task', said, row.at));
    else astray.push({ at: row.at, text: wordsOf(row) });
    const { cells, filled, own, notes } = row;
    rest.push({ unit, said: { cells, filled, own, notes }, at: row.at });
  }
  const missing =
    isChanged && edition === 'current'
      ? (wanted?.rows ?? []).filter((row) => isSurelyOwn(row) && !pairs.has(row))
      : [];
  if (missing.length > 0)
    tell(diagnose('return-missing', { names: missing.map(({ name }) => name), count: missing.length }, file));
  if (isChanged) {
    const written = writtenIn(sheet);
    if (written.length > 0) tell(diagnose('return-written', { words: written, count: written.length }, file));
    // What is printed in a sheet of an earlier edition cannot be compared.
    if (
      edition !== 'current' ||
      (written.length === 0 &&
        absent.length === 0 &&
        !problems.some(({ code }) => code === 'return-edited' || code === 'return-missing'))
    )
      tell(diagnose('return-changed', undefined, file));
  }
  const used = new Set(sheet.rows.flatMap(({ own }) => Object.keys(own)));
  for (const header of sheet.columns.filter((each) => !used.has(each)))
    rest.push({ unit, said: header, at: { file } });
  for (const { at, group, filled, own, notes } of sheet.questions.filter(hasMore))
    rest.push({ unit, said: { cells: { name: group }, filled, own, notes }, at });
  // By its title a sheet without a cover is known.
  const strays = [...sheet.stray.filter(({ text }) => !isTitleOf(unit ?? '', text)), ...others];
  for (const { at, text } of strays) rest.push({ unit, said: text, at });
  if (unit !== null && !isGone) {
    astray.push(...(isChanged ? others : strays));
    const words = astray.map(({ at, text }) => `${withinFile(at)}“${text}”`);
    if (words.length > 0) tell(diagnose('return-astray', { words, count: words.length }, file));
  }
  if (isGone) tell(diagnose('return-unit-gone', { unit: unit ?? '', count: rest.length }, file));
  return {
    wanted,
    file: { file, unit, edition, reported: reports.size, cover: { ...sheet.cover } },
    reports,
    answers,
    rest,
    problems,
    last: { updated: lastDay(sheet.rows, year, on), saved: saved ?? '' },
  };
}

/** What is filled in on a further worksheet, where that is of no other unit than the file: nobody can tell which counts. */
function restOf({ file, name = '', rows, stray }: ReturnedSheet, unit: string | null): FileReports {
  const filled = rows.filter(isFilled);
  return {
    wanted: undefined,
    file: { file, unit: null, edition: 'unknown', reported: 0, cover: {} },
    isBeside: true,
    reports: new Map(),
    answers: { questions: [], rows: new Map() },
    rest: [
      ...filled.map(({ at, cells, filled: typed, own, notes }) => ({
        unit,
        said: { cells, filled: typed, own, notes },
        at,
      })),
      ...stray.map(({ at, text }) => ({ unit, said: text, at })),
    ],
    problems: [diagnose('return-table', { sheet: name, count: filled.length }, file)],
    last: { updated: '', saved: '' },
  };
}

/** Whether there is more than an answer on a question: a remark, a comment, something in a column of their own. */
function hasMore({ filled: { answer: _, ...filled }, own, notes }: Entries): boolean {
  return isFilled({ filled, own, notes });
}

function tellInvalid(row: ReturnedRow, year: number | null, tell: (problem: Diagnostic) => void): void {
  const { filled, places, at } = row;
  const { status } = filled;
  for (const odd of tellOddAnswer({ filled }, places.answer ?? at)) tell(odd);
  if (status !== undefined && statusOf(status) === null) {
    const known = STATUSES.map((each) => STATE_WORDS[each]);
    const said = typedText(status);
    tell(diagnose('return-status', { status: said, known, near: nearStatus(said) }, places.status ?? at));
  }
  for (const odd of tellOddDays(row, year)) tell(odd);
}

function reportOf(
  row: ReturnedRow,
  unit: string,
  expected: SheetRow | undefined,
  { on, year }: { readonly on: string | null; readonly year: number | null },
): Report {
  const { cells, filled, own, notes, at } = row;
  const { status = '', due, progress = '' } = filled;
  const context = { name: cells.name ?? '', year: null };
  const as = leadsAs(expected);
  const said = { status: statusOf(status), due: dayMeant(due, year), filled, own };
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

/** What a unit is to report of, and how much it has not answered yet whether it is to. */
export function expected(sheet: TaskSheet): { readonly rows: readonly SheetRow[]; readonly open: number } {
  return { rows: sheet.rows.filter(isSurelyOwn), open: askedIn(sheet).open };
}
