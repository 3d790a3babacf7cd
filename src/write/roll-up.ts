import { placeText } from '../model/place.js';
import type { Report, RollUp, TaskReports } from '../model/roll-up.js';
import { FILL_IN_COLUMNS, PART_WORDS, typedText } from '../sheets/index.js';
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
  const fillIn = FILL_IN_COLUMNS.map(({ header }) => header);
  const own = new Set(tasks.flatMap(({ reports }) => reports.flatMap(({ filled }) => Object.keys(filled))));
  for (const header of fillIn) own.delete(header);
  const typed = (header: string, width: number): ReportColumn => ({
    header,
    width,
    text: ({ report }) => typedText(report.filled[header]),
  });
  return [
    { header: '编号', width: 11, centred: true, text: ({ task }) => task.id },
    { header: '类别', width: 10, centred: true, text: ({ task }) => task.table },
    { header: '序号', width: 6, centred: true, text: ({ task }) => task.number },
    { header: '任务名称', width: 18, text: ({ task }) => task.name },
    { header: '目标内容', width: 36, text: ({ task }) => task.goal },
    { header: '填报单位', width: 16, centred: true, text: ({ report }) => report.unit },
    {
      header: '类型',
      width: 8,
      centred: true,
      text: ({ report }) => (report.part ? PART_WORDS[report.part] : ''),
    },
    ...FILL_IN_COLUMNS.map(({ header, width }) => typed(header, Math.max(10, width))),
    ...Array.from(own, (header) => typed(header, 14)),
    {
      header: '批注',
      width: 16,
      text: ({ report }) => report.notes.map(({ column, text }) => `${column}：${text}`).join('\n'),
    },
    { header: '出处', width: 22, text: ({ report }) => placeText(report.at) },
  ];
}
