import { readDemands } from '../demands/index.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { CollectedFile, Remnant, Report } from '../model/roll-up.js';
import type { SheetRow, TaskSheet, Typed } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import { dayIn } from '../returned/index.js';
import {
  FILL_IN_COLUMNS,
  findUnit,
  KEPT_WORDS,
  KNOWN_BY,
  PROGRESS_COLUMN,
  plainText,
  STATUSES,
  sheetFor,
  typedText,
  WATCHED_COLUMNS,
} from '../sheets/index.js';

/** A sheet that came back, with what else was in its file. */
export interface Collected {
  readonly sheet: ReturnedSheet;
  /** What stands on worksheets that people added. */
  readonly others?: ReturnedSheet['stray'];
  /** What is in the file and in no roll-up, in words. */
  readonly lost?: readonly string[];
}

/** What one file says, row by row, and what is wrong with it. */
export interface FileReports {
  readonly file: CollectedFile;
  readonly reports: ReadonlyMap<string, Report>;
  readonly rest: readonly Remnant[];
  readonly problems: readonly Diagnostic[];
}

/** The columns that are looked into by name. */
const STATUS = FILL_IN_COLUMNS.find(({ takes }) => takes === STATUSES)?.header ?? '';
const DUE = FILL_IN_COLUMNS.find(({ isDue = false }) => isDue)?.header ?? '';
const DATES = FILL_IN_COLUMNS.filter(({ takes }) => takes === 'date').map(({ header }) => header);

/** Reads what a unit reports, and checks it against its sheet as it should be. */
export function reportsIn(book: TaskBook, { sheet, others = [], lost = [] }: Collected): FileReports {
  const { file } = sheet;
  const problems: Diagnostic[] = [];
  const tell = (problem: Diagnostic) => problems.push(problem);
  const unit = unitOf(book, sheet, tell);
  const wanted = unit === null ? undefined : sheetFor(book, unit);
  const edition =
    !wanted || sheet.edition === null ? 'unknown' : sheet.edition === wanted.edition ? 'current' : 'old';
  if (edition === 'old') tell(diagnose('return-old', { edition: sheet.edition ?? '' }, file));
  if (lost.length > 0) tell(diagnose('return-lost', { lost }, file));

  const rows = new Map(wanted?.rows.map((row) => [row.id, row]));
  const tasks = new Set(book.tasks.map(({ id }) => id));
  const reports = new Map<string, Report>();
  const rest: Remnant[] = [];
  for (const row of sheet.rows) {
    const expected = rows.get(row.id);
    if (expected && edition === 'current') tellEdited(row, expected, tell);
    if (Object.keys(row.filled).length + row.notes.length === 0 && row.id !== '') continue;
    tellInvalid(row, tell);
    const isKept = Object.values(KEPT_WORDS).some((word) => word === row.cells[KNOWN_BY.part]);
    const isKnown = expected !== undefined || tasks.has(row.id);
    if (unit !== null && isKnown && !isKept && !reports.has(row.id)) {
      reports.set(row.id, reportOf(row, unit, expected));
      continue;
    }
    if (!isKept && row.id !== '' && !isKnown) tell(diagnose('return-task', { id: row.id }, row.at));
    rest.push({ unit, text: rowWords(row), at: row.at });
  }
  for (const { at, text } of [...sheet.stray, ...others]) rest.push({ unit, text, at });
  return {
    file: { file, unit, edition, reported: reports.size, cover: { ...sheet.cover } },
    reports,
    rest,
    problems,
  };
}

/** Whose sheet it is: the cover says so, else the file's name. */
function unitOf(
  book: TaskBook,
  { unit, file }: ReturnedSheet,
  tell: (problem: Diagnostic) => void,
): string | null {
  const named = (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]+$/, '');
  const byName = findUnit(book, named).value;
  const found = unit === null ? byName : findUnit(book, unit).value;
  if (found === undefined) {
    tell(diagnose('return-unit', { unit: unit ?? named }, file));
    return null;
  }
  if (byName !== undefined && byName !== found) {
    tell(diagnose('return-unit-differs', { cover: found, name: byName }, file));
  }
  return found;
}

function tellEdited(
  { cells, places, at }: ReturnedRow,
  row: SheetRow,
  tell: (problem: Diagnostic) => void,
): void {
  for (const { header, text } of WATCHED_COLUMNS) {
    const found = cells[header] ?? '';
    if (plainText(found) === plainText(text(row))) continue;
    tell(diagnose('return-edited', { column: header, text: found }, places[header] ?? at));
  }
}

function tellInvalid({ filled, places, at }: ReturnedRow, tell: (problem: Diagnostic) => void): void {
  const status = filled[STATUS];
  if (status !== undefined && !STATUSES.some((word) => word === statusIn(status))) {
    tell(diagnose('return-status', { status: typedText(status), known: STATUSES }, places[STATUS] ?? at));
  }
  for (const column of DATES) {
    const value = filled[column];
    if (value === undefined || dateIn(value) !== '') continue;
    tell(diagnose('return-date', { column, text: typedText(value) }, places[column] ?? at));
  }
}

function reportOf(row: ReturnedRow, unit: string, expected: SheetRow | undefined): Report {
  const { filled, notes, at } = row;
  const progress = typedText(filled[PROGRESS_COLUMN] ?? '');
  return {
    unit,
    part: expected?.part ?? null,
    status: statusIn(filled[STATUS] ?? ''),
    due: dateIn(filled[DUE] ?? ''),
    filled: { ...filled },
    notes: [...notes],
    figures: readDemands(progress, { name: row.cells[KNOWN_BY.name] ?? '', year: null }).indicators.map(
      ({ text }) => text,
    ),
    at,
  };
}

function statusIn(value: Typed): string {
  return typedText(value).trim();
}

/** The day that a cell says, however it was typed; '' when it is none. */
function dateIn(value: Typed): string {
  const day = typeof value === 'object' ? value : dayIn(typedText(value));
  return typeof day === 'object' ? day.date : '';
}

/** A row that is of no task, as text. */
function rowWords({ cells, filled, notes }: ReturnedRow): string {
  return [
    ...Object.entries(cells).map(([column, text]) => `${column}：${text}`),
    ...Object.entries(filled).map(([column, value]) => `${column}：${typedText(value)}`),
    ...notes.map(({ column, text }) => `${column}（批注）：${text}`),
  ].join('\n');
}

/** What a unit is to report of: all that surely concerns it. */
export function expectedRows({ rows }: TaskSheet): SheetRow[] {
  return rows.filter(({ part }) => part !== 'possible');
}
