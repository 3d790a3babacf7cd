import { latenessOf, ROW_CHECK, rowCheck } from '../collect/index.js';
import { addTo } from '../model/grouping.js';
import { placeText } from '../model/place.js';
import type { LastSaid, Report, RollUp, Standing, TaskReports } from '../model/roll-up.js';
import type { FillIn, NoticeColumn, SheetPart } from '../model/sheet.js';
import {
  categoryWords,
  entriesOf,
  FILL_IN_COLUMNS,
  headerOf,
  MOVEMENT_WORDS,
  notedHeader,
  type OpenColumn,
  PART_WORDS,
  refWords,
  SHEET_COLUMNS,
  STATE_WORDS,
  typedText,
  typedUnder,
} from '../sheets/index.js';
import { toCsv } from './csv.js';

/** A task and a unit that reports of it, or has it, as a row of the roll-up. */
interface ReportRow {
  readonly task: TaskReports;
  readonly unit: string;
  readonly part: SheetPart | null;
  readonly report: Report | undefined;
  /** How it stands with it, if it surely has it. */
  readonly standing: Standing | undefined;
}

/** A column of the list of reports. */
export interface ReportColumn {
  /** What it is in the table of looks. */
  readonly id: NoticeColumn | FillIn | 'unit' | 'own' | 'tally';
  readonly header: string;
  readonly text: (row: ReportRow) => string | number;
}

/** A roll-up's reports as CSV, as `sheetToCsv` writes one: a row a task and unit, with its check. */
export function rollUpToCsv(rollUp: RollUp): string {
  const columns = reportColumns(rollUp);
  return toCsv(
    [...columns.map(({ header }) => header), ROW_CHECK],
    reportRows(rollUp).map((row) => {
      const texts = columns.map(({ text }) => String(text(row)));
      return [...texts, rowCheck(texts)];
    }),
  );
}

/** All that was reported, task by task. */
function reportRows({ tasks }: RollUp): ReportRow[] {
  return tasks.flatMap((task) =>
    task.reports.map((report): ReportRow => {
      const { unit, part } = report;
      return { task, unit, part, report, standing: undefined };
    }),
  );
}

/** All that was reported, and all that units have to do and did not report of, task by task. */
export function standingRows({ tasks, standings }: RollUp): ReportRow[] {
  const byTask = new Map<string, Standing[]>();
  for (const standing of standings) addTo(byTask, standing.id, standing);
  return tasks.flatMap((task) => {
    const own = new Map(byTask.get(task.id)?.map((standing) => [standing.unit, standing]));
    const said = new Set(task.reports.map(({ unit }) => unit));
    return [
      ...task.reports.map((report): ReportRow => {
        const { unit, part } = report;
        return { task, unit, part, report, standing: own.get(unit) };
      }),
      ...Array.from(own.values())
        .filter(({ unit }) => !said.has(unit))
        .map((standing): ReportRow => {
          const { unit, part } = standing;
          return { task, unit, part, report: undefined, standing };
        }),
    ];
  });
}

/** The columns of the list of reports: the task, what is to be filled in, what units added, where it stands. */
export function reportColumns({ tasks }: RollUp): ReportColumn[] {
  const own = new Set(tasks.flatMap(({ reports }) => reports.flatMap((report) => Object.keys(report.own))));
  return [
    printed('ref', refWords),
    printed('name', ({ name }) => name),
    printed('goal', ({ goal }) => goal),
    { id: 'unit', header: '填报单位', text: ({ unit }) => unit },
    { id: 'part', header: headerOf('part'), text: ({ part }) => (part ? PART_WORDS[part] : '') },
    ...FILL_IN_COLUMNS.map((column) => typedColumn(column.id, column)),
    ...Array.from(own, (header) => typedColumn('own', { id: null, header })),
    {
      id: 'own',
      header: '批注',
      text: ({ report }) =>
        (report?.notes ?? []).map((note) => `${notedHeader(note)}：${note.text}`).join('\n'),
    },
    printed('id', ({ id }) => id),
    printed('category', ({ category }) => categoryWords(category)),
    printed('number', ({ number }) => number),
    { id: 'at', header: headerOf('at'), text: ({ report }) => (report ? placeText(report.at) : '') },
  ];
}

/** What the roll-up makes of it: how far it is, by how much it is late, how it has moved. */
export function standingColumns({ on, since }: RollUp): ReportColumn[] {
  const of = (header: string, text: (standing: Standing) => string | number): ReportColumn => ({
    id: 'tally',
    header,
    text: ({ standing }) => (standing ? text(standing) : ''),
  });
  return [
    of('状态', ({ state }) => STATE_WORDS[state]),
    of('时限', ({ due }) => due ?? ''),
    of('逾期天数', (standing) => latenessOf(standing, on)?.days ?? ''),
    ...(since === null
      ? []
      : [
          of('与上次比', ({ movement }) => (movement ? MOVEMENT_WORDS[movement] : '')),
          of('说法不变自', (standing) => standing.since ?? ''),
          of('上次说的', ({ last }) => (last ? saidWords(last) : '')),
        ]),
  ];
}

/** What a unit said in an earlier month: 2025-06-30 推进中：已开工. */
export function saidWords({ on, state, text }: LastSaid): string {
  return [`${on} ${STATE_WORDS[state]}`, ...(text === '' ? [] : [text])].join('：');
}

function printed(id: NoticeColumn, text: (task: TaskReports) => string): ReportColumn {
  return { id, header: headerOf(id), text: ({ task }) => text(task) };
}

function typedColumn(id: FillIn | 'own', column: Pick<OpenColumn, 'id' | 'header'>): ReportColumn {
  const text = ({ report }: ReportRow) => (report ? typedText(typedUnder(column, report)) : '');
  return { id, header: column.header, text };
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
