import type { Entries, FillIn, SheetRow, TaskSheet } from '../../../model/sheet.js';
import {
  askedIn,
  FILL_IN_COLUMNS,
  furtherWords,
  isSurelyOwn,
  notedHeader,
  SHEET_COLUMNS,
  usedColumns,
} from '../../../sheets/index.js';
import { jointly } from '../../../workbook/signed.js';
import type { PlannedColumn, PlannedNote, PlannedRow } from '../plan.js';
import {
  ASKED_OF,
  checkColumn,
  FURTHER,
  fillIn,
  noticeColumn,
  ownColumn,
  SURE_COLUMNS,
  TASK_COLUMNS,
  type TableColumn,
} from './columns.js';
import { keptLine, measuresShown, questionLine, type SheetLine, taskLine } from './lines.js';

/** A table of a sheet: what is surely the unit's, or what is asked of it. */
export interface SheetTable {
  readonly columns: readonly PlannedColumn[];
  readonly rows: readonly PlannedRow[];
  /** How many columns stay in view: up to the goal. */
  readonly frozen: number;
}

/** 任务清单: what is surely the unit's, then what is kept. */
export function taskTable(sheet: TaskSheet): SheetTable {
  const sure = sheet.rows.filter(isSurelyOwn);
  const measures = measuresShown(sheet);
  const lines = [...sure.map((row, i) => taskLine(row, i + 1, measures)), ...sheet.kept.map(keptLine)];
  const further = lines.some((line) => furtherWords(line.text) !== '');
  const isUsed = usedIn(lines);
  const hasPeople = isPrinted(sheet, sure);
  const person = fillIn('person', further || hasPeople ? { isAside: true, isFolded: hasPeople } : {});
  const beside = ['phone', 'updated', 'note'] as const;
  return tableOf(sheet, lines, {
    paper: [
      ...SURE_COLUMNS,
      ...(further ? [FURTHER] : []),
      ...(person.isAside ? [] : [person]),
      ...(['due', 'status', 'progress'] as const).map((id) => fillIn(id)),
    ],
    aside: [
      ...(person.isAside && !person.isFolded ? [person] : []),
      ...beside.map((id) => fillIn(id, { isAside: true })),
      ...(isUsed('answer') ? [fillIn('answer', { isAside: true })] : []),
      ...sheet.columns.map(ownColumn),
    ],
    folded: person.isFolded ? [person] : [],
  });
}

/** 待确认: first the groups, then tasks one by one; nothing where nothing is open. */
export function openTable(sheet: TaskSheet): SheetTable | undefined {
  const asked = askedIn(sheet).rows;
  if (sheet.questions.length + asked.length === 0) return undefined;
  const groups = sheet.questions.length;
  const lines = [
    ...sheet.questions.map((question, i) => questionLine(question, i + 1, sheet)),
    ...asked.map((row, i) => taskLine(row, groups + i + 1, [])),
  ];
  const isUsed = usedIn(lines);
  const others = FILL_IN_COLUMNS.filter(({ id }) => id !== 'answer' && id !== 'note' && isUsed(id));
  const own = sheet.columns.filter((header) =>
    lines.some(({ entries }) => Object.hasOwn(entries.own, header)),
  );
  return tableOf(sheet, lines, {
    paper: [...TASK_COLUMNS, ASKED_OF, fillIn('answer')],
    aside: [
      fillIn('note', { isAside: true }),
      ...others.map(({ id }) => fillIn(id, { isAside: true })),
      ...own.map(ownColumn),
    ],
    folded: [],
  });
}

/** Which columns people have put something into. */
function usedIn(lines: readonly SheetLine[]): (id: FillIn) => boolean {
  return (id) =>
    lines.some(
      ({ entries: { filled, notes } }) =>
        filled[id] !== undefined || notes.some((note) => 'column' in note && note.column === id),
    );
}

const PERSON = /责任人/;

/** Whether the notice itself says who is responsible for every task, and nobody has said otherwise. */
function isPrinted({ kept }: TaskSheet, rows: readonly SheetRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.every(({ people = '', filled }) => PERSON.test(people) && filled.person === undefined) &&
    kept.every(({ filled }) => filled.person === undefined)
  );
}

/** Puts columns in their order: what is printed, what is beside it, and the rest of the notice's folded away. */
function tableOf(
  sheet: TaskSheet,
  lines: readonly SheetLine[],
  { paper, aside, folded }: Record<'paper' | 'aside' | 'folded', readonly TableColumn[]>,
): SheetTable {
  const isChanged = lines.some(({ text }) => text('change') !== '');
  const placed = new Set([...paper, ...aside].map(({ id }) => id));
  const rest = usedColumns(SHEET_COLUMNS, sheet.rows, sheet.kept).filter(
    ({ id }) => !placed.has(id) && !(id === 'change' && isChanged),
  );
  const seen = [...paper, ...(isChanged ? [noticeColumn('change', { isAside: true })] : []), ...aside];
  const hidden = [...rest.map(({ id }) => noticeColumn(id)), ...folded];
  const columns = [
    ...seen,
    ...[...hidden, checkColumn([...seen, ...hidden])].map((column) => ({
      ...column,
      isAside: true,
      isFolded: true,
    })),
  ];
  return {
    columns,
    frozen: columns.findIndex(({ id }) => id === 'goal') + 1,
    rows: lines.map((line) => ({
      ...line.look,
      values: columns.map(({ value }) => value(line)),
      notes: notesOf(line.entries, columns),
      marked: columns.flatMap(({ id }, i) =>
        (line.changed ?? []).some((each) => each === id) || (id === 'count' && line.changed) ? [i] : [],
      ),
    })),
  };
}

/** Comments by the columns that they stand on; one on a column that is not there stands on the first. */
function notesOf({ notes }: Entries, columns: readonly TableColumn[]): Map<number, PlannedNote> {
  const found = new Map<number, PlannedNote>();
  for (const note of notes) {
    const header = notedHeader(note);
    const i = Math.max(
      0,
      columns.findIndex((column) => column.header === header),
    );
    const said = found.get(i);
    found.set(i, {
      text: said ? `${said.text}\n${note.text}` : note.text,
      author: jointly(said?.author ?? '', note.author ?? ''),
    });
  }
  return found;
}
