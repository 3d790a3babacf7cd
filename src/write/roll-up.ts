import { placeText } from '../model/place.js';
import type { Report, RollUp, TaskReports } from '../model/roll-up.js';
import type { FillIn, NoticeColumn } from '../model/sheet.js';
import {
  categoryWords,
  entriesOf,
  FILL_IN_COLUMNS,
  headerOf,
  notedHeader,
  type OpenColumn,
  PART_WORDS,
  refWords,
  SHEET_COLUMNS,
  typedText,
  typedUnder,
} from '../sheets/index.js';
import { toCsv } from './csv.js';

/** A report of a task, as a row of the roll-up. */
interface ReportRow {
  readonly task: TaskReports;
  readonly report: Report;
}

/** A column of the list of reports. */
export interface ReportColumn {
  /** What it is in the table of looks. */
  readonly id: NoticeColumn | FillIn | 'unit' | 'own';
  readonly header: string;
  readonly text: (row: ReportRow) => string;
}

/** A roll-up's reports as CSV, as `sheetToCsv` writes one: a row a task and unit. */
export function rollUpToCsv(rollUp: RollUp): string {
  const columns = reportColumns(rollUp);
  return toCsv(
    columns.map(({ header }) => header),
    reportRows(rollUp).map((row) => columns.map(({ text }) => text(row))),
  );
}

/** All that was reported, task by task. */
export function reportRows({ tasks }: RollUp): ReportRow[] {
  return tasks.flatMap((task) => task.reports.map((report) => ({ task, report })));
}

/** The columns of the list of reports: the task, what is to be filled in, what units added, where it stands. */
export function reportColumns({ tasks }: RollUp): ReportColumn[] {
  const own = new Set(tasks.flatMap(({ reports }) => reports.flatMap((report) => Object.keys(report.own))));
  return [
    printed('ref', refWords),
    printed('name', ({ name }) => name),
    printed('goal', ({ goal }) => goal),
    { id: 'unit', header: '填报单位', text: ({ report }) => report.unit },
    {
      id: 'part',
      header: headerOf('part'),
      text: ({ report }) => (report.part ? PART_WORDS[report.part] : ''),
    },
    ...FILL_IN_COLUMNS.map((column) => typedColumn(column.id, column)),
    ...Array.from(own, (header) => typedColumn('own', { id: null, header })),
    {
      id: 'own',
      header: '批注',
      text: ({ report }) => report.notes.map((note) => `${notedHeader(note)}：${note.text}`).join('\n'),
    },
    printed('id', ({ id }) => id),
    printed('category', ({ category }) => categoryWords(category)),
    printed('number', ({ number }) => number),
    { id: 'at', header: headerOf('at'), text: ({ report }) => placeText(report.at) },
  ];
}

function printed(id: NoticeColumn, text: (task: TaskReports) => string): ReportColumn {
  return { id, header: headerOf(id), text: ({ task }) => text(task) };
}

function typedColumn(id: FillIn | 'own', column: Pick<OpenColumn, 'id' | 'header'>): ReportColumn {
  return { id, header: column.header, text: ({ report }) => typedText(typedUnder(column, report)) };
}

/** What is of no task, as text: what was said, or a row column by column. */
export function remnantWords({ said }: RollUp['rest'][number]): string {
  if (typeof said === 'string') return said;
  const printed = SHEET_COLUMNS.flatMap(({ id, header }): [string, string][] => {
    const text = said.cells[id];
    return text === undefined ? [] : [[header, text]];
  });
  return [
    ...[...printed, ...entriesOf(said)].map(([header, typed]) => `${header}：${typedText(typed)}`),
    ...said.notes.map((note) => `${notedHeader(note)}（批注）：${note.text}`),
  ].join('\n');
}
