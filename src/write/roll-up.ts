import { placeText } from '../model/place.js';
import type { Report, RollUp, TaskReports } from '../model/roll-up.js';
import {
  categoryWords,
  entriesOf,
  FILL_IN_COLUMNS,
  headerOf,
  notedHeader,
  type OpenColumn,
  PART_WORDS,
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
  readonly header: string;
  readonly width: number;
  readonly centred?: boolean;
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
    { header: headerOf('id'), width: 11, centred: true, text: ({ task }) => task.id },
    {
      header: headerOf('category'),
      width: 10,
      centred: true,
      text: ({ task }) => categoryWords(task.category),
    },
    { header: headerOf('number'), width: 6, centred: true, text: ({ task }) => task.number },
    { header: headerOf('name'), width: 18, text: ({ task }) => task.name },
    { header: headerOf('goal'), width: 36, text: ({ task }) => task.goal },
    { header: '填报单位', width: 16, centred: true, text: ({ report }) => report.unit },
    {
      header: headerOf('part'),
      width: 8,
      centred: true,
      text: ({ report }) => (report.part ? PART_WORDS[report.part] : ''),
    },
    ...FILL_IN_COLUMNS.map((column) => typedColumn(column, Math.max(10, column.width))),
    ...Array.from(own, (header) => typedColumn({ id: null, header }, 14)),
    {
      header: '批注',
      width: 16,
      text: ({ report }) => report.notes.map((note) => `${notedHeader(note)}：${note.text}`).join('\n'),
    },
    { header: headerOf('at'), width: 22, text: ({ report }) => placeText(report.at) },
  ];
}

function typedColumn(column: Pick<OpenColumn, 'id' | 'header'>, width: number): ReportColumn {
  return { header: column.header, width, text: ({ report }) => typedText(typedUnder(column, report)) };
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
