import type {
  Duty,
  Entries,
  KeptRow,
  NoticeColumn,
  Question,
  SheetRow,
  TaskSheet,
} from '../../../model/sheet.js';
import {
  CHANGE_MARKS,
  cellText,
  isSurelyOwn,
  KEPT_WORDS,
  keptText,
  questionCells,
  SHEET_COLUMNS,
  type SheetColumn,
  untilOf,
  WORKSHEETS,
} from '../../../sheets/index.js';
import { HEADER_ROW, type PlannedRow, type PlannedValue } from '../plan.js';

/** A row before it is laid out. */
export interface SheetLine {
  readonly count: PlannedValue;
  /** What the notice says in a column, as printed. */
  readonly text: (id: NoticeColumn) => string;
  readonly link?: { readonly column: NoticeColumn; readonly to: string } | undefined;
  readonly entries: Entries;
  /** In what it may be the unit's. */
  readonly open?: readonly Duty[];
  /** The day that stands in 完成时限 until somebody writes another. */
  readonly until?: string;
  readonly changed?: readonly NoticeColumn[];
  readonly look?: Pick<PlannedRow, 'faint' | 'open' | 'isHead'>;
}

export function taskLine(row: SheetRow, number: number, measures: TaskSheet['measures']): SheetLine {
  const columns = new Map<string, SheetColumn<SheetRow>>(SHEET_COLUMNS.map((column) => [column.id, column]));
  const place = measures.findIndex(({ id }) => id === row.measures[0]);
  const { change } = row;
  return {
    count: change ? { number, mark: CHANGE_MARKS[change.kind] } : number,
    text: (id) => {
      const column = columns.get(id);
      return column ? cellText(column, row) : '';
    },
    link:
      place >= 0
        ? { column: 'measures', to: `${WORKSHEETS.measures}!A${HEADER_ROW + 1 + place}` }
        : undefined,
    entries: row,
    open: row.duties.filter(({ degree }) => degree === 'possible'),
    until: untilOf(row),
    ...(change && {
      changed: change.kind === 'changed' ? change.fields.map(({ column }) => column) : ['name'],
    }),
  };
}

export function keptLine(row: KeptRow): SheetLine {
  return {
    count: KEPT_WORDS[row.part],
    text: (id) => keptText(id, row),
    entries: row,
    look: { faint: row.part === 'cancelled', open: row.part === 'unplaced' },
  };
}

export function questionLine(question: Question, number: number, { rows }: TaskSheet): SheetLine {
  const cells = questionCells(question, rows);
  return { count: number, text: (id) => cells[id] ?? '', entries: question, look: { isHead: true } };
}

/** The measures that a sheet prints: those that what is surely the unit's carries out. */
export function measuresShown({ rows, measures }: TaskSheet): TaskSheet['measures'] {
  const linked = new Set(rows.filter(isSurelyOwn).flatMap((row) => row.measures));
  return measures.filter(({ id }) => linked.has(id));
}
