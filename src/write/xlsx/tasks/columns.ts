import type { FillIn, NoticeColumn, Typed } from '../../../model/sheet.js';
import {
  CHECK_HEADER,
  DERIVED_HEADERS,
  FILL_IN_COLUMNS,
  furtherWords,
  headerOf,
  printedCheck,
  SHEET_COLUMNS,
  typedUnder,
  whoWords,
} from '../../../sheets/index.js';
import { type PlannedColumn, type PlannedValue, planned } from '../plan.js';
import { askedWords } from './derived.js';
import type { SheetLine } from './lines.js';

/** A column, and what stands in it. */
export interface TableColumn extends PlannedColumn {
  readonly id: NoticeColumn | FillIn | keyof typeof DERIVED_HEADERS | 'check' | null;
  readonly value: (line: SheetLine) => PlannedValue;
}

/** A column of the notice's. */
export function noticeColumn(id: NoticeColumn, more: Partial<PlannedColumn> = {}): TableColumn {
  const value = ({ text, link }: SheetLine) =>
    link?.column === id ? { text: text(id), to: link.to } : text(id);
  return { id, ...planned(id, headerOf(id), more), value };
}

/** A column for the unit to fill in. */
export function fillIn(id: FillIn, more: Partial<PlannedColumn> = {}): TableColumn {
  const column = FILL_IN_COLUMNS.find((each) => each.id === id);
  if (!column) throw new Error(`no column ${id}`);
  const given = ({ until = '' }: SheetLine): Typed | undefined =>
    id === 'due' && until !== '' ? { date: until } : undefined;
  return {
    id,
    ...planned(id, column.header, { open: column, ...more }),
    value: (line) => ({ typed: typedUnder(column, line.entries) ?? given(line) }),
  };
}

/** A column of people's own. */
export function ownColumn(header: string): TableColumn {
  const open = { id: null, header };
  return {
    id: null,
    ...planned('own', header, { open, isAside: true }),
    value: ({ entries }) => ({ typed: typedUnder(open, entries) }),
  };
}

/** What tells by itself, when a sheet comes back, what was printed in the cells of a row. */
export function checkColumn(columns: readonly TableColumn[]): TableColumn {
  const ids = new Set<TableColumn['id']>(SHEET_COLUMNS.map(({ id }) => id));
  const value = (line: SheetLine) =>
    printedCheck(
      Object.fromEntries([
        ...SHEET_COLUMNS.filter(({ id }) => columns.some((each) => each.id === id)).map(({ id }) => [
          id,
          line.text(id),
        ]),
        ...columns
          .filter(({ id, open }) => !open && id !== 'count' && !ids.has(id))
          .map((column) => [column.header, String(column.value(line))]),
      ]),
    );
  return { id: 'check', ...planned('check', CHECK_HEADER), value };
}

/** What stands first on paper, in both tables. */
export const TASK_COLUMNS: readonly TableColumn[] = [
  { id: 'count', ...planned('count', DERIVED_HEADERS.count), value: ({ count }) => count },
  noticeColumn('ref'),
  noticeColumn('name'),
  noticeColumn('goal'),
];

/** What stands first on paper of what is surely the unit's. */
export const SURE_COLUMNS: readonly TableColumn[] = [
  ...TASK_COLUMNS,
  noticeColumn('duties'),
  { id: 'who', ...planned('who', DERIVED_HEADERS.who), value: ({ text }) => whoWords(text) },
];

/** The same of what may be the unit's. */
export const ASKED_OF: TableColumn = {
  id: 'who',
  ...planned('who', DERIVED_HEADERS.who),
  value: askedWords,
};

export const FURTHER: TableColumn = {
  id: 'further',
  ...planned('further', DERIVED_HEADERS.further),
  value: ({ text }) => furtherWords(text),
};
