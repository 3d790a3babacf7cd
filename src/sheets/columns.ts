import type { SheetRow, TaskRow } from '../model/sheet.js';
import { DELIVERABLE_WORDS, dutyWords, PART_WORDS } from './labels.js';

/** A column of a sheet of tasks. */
export interface Column<Row> {
  readonly header: string;
  /** Width in a workbook, in characters of the default font. */
  readonly width: number;
  readonly centred?: boolean;
  readonly text: (row: Row) => string;
}

/** What the notice says of a task, whoever looks at it. */
const TASK = {
  id: { header: '编号', width: 10.5, text: ({ id }) => id, centred: true },
  table: { header: '类别', width: 7, text: ({ table }) => table, centred: true },
  number: { header: '序号', width: 5, text: ({ number }) => number, centred: true },
  name: { header: '任务名称', width: 13, text: ({ name }) => name },
  goal: { header: '目标内容', width: 34, text: ({ goal }) => goal },
  indicators: { header: '量化指标', width: 18, text: ({ indicators }) => indicators.join('\n') },
  times: { header: '频次/时限', width: 16, text: ({ times }) => times.join('\n') },
  deliverables: {
    header: '成果类型',
    width: 10,
    text: ({ deliverables }) =>
      Array.from(new Set(deliverables.map(({ kind }) => DELIVERABLE_WORDS[kind]))).join('\n'),
    centred: true,
  },
  lead: { header: '牵头单位', width: 13, text: ({ lead }) => lead },
  responsible: { header: '责任单位', width: 16, text: ({ responsible }) => responsible },
  measures: {
    header: '对应正文',
    width: 8,
    text: ({ measures }) => measures.join('、'),
    centred: true,
  },
  remark: { header: '通知备注', width: 6, text: ({ remark }) => remark },
  at: { header: '出处', width: 10, text: ({ at }) => at },
} satisfies Record<string, Column<TaskRow>>;

const PART: Column<SheetRow> = {
  header: '类型',
  width: 6,
  text: ({ part }) => PART_WORDS[part],
  centred: true,
};

const CHANGE: Column<SheetRow> = { header: '变化', width: 16, text: ({ change }) => change };

/** The columns of a unit's task sheet that the notice fills, the same in every format. */
export const SHEET_COLUMNS: readonly Column<SheetRow>[] = [
  TASK.id,
  PART,
  TASK.table,
  TASK.number,
  TASK.name,
  TASK.goal,
  TASK.indicators,
  TASK.times,
  TASK.deliverables,
  TASK.lead,
  TASK.responsible,
  { header: '本单位角色', width: 12, text: ({ duties }) => dutyWords(duties) },
  TASK.measures,
  TASK.remark,
  TASK.at,
  CHANGE,
];

/** The columns that tell whether a row is the same as in an earlier edition: what is printed of the task. */
export const WATCHED_COLUMNS: readonly Column<SheetRow>[] = [
  PART,
  TASK.name,
  TASK.goal,
  TASK.times,
  TASK.lead,
  TASK.responsible,
  TASK.remark,
];

/** Stands behind a lead that an empty cell takes from the row above. */
export const INFERRED_ABOVE = '（推定承上）';

/**
 * A cell's text as it is compared with what an earlier sheet says: programs that save a sheet may change blanks
 * and line breaks, and what is inferred from one form of a notice another form says.
 */
export function plainText(text: string): string {
  return text.replaceAll(INFERRED_ABOVE, '').replace(/\s+/g, '');
}

/** The columns by which the program knows a row again when it reads a sheet that came back. */
export const KNOWN_BY = {
  id: TASK.id.header,
  part: PART.header,
  table: TASK.table.header,
  name: TASK.name.header,
  goal: TASK.goal.header,
  lead: TASK.lead.header,
  responsible: TASK.responsible.header,
  measures: TASK.measures.header,
  change: CHANGE.header,
} as const;

/** The columns of the workbook of all tasks, which has more room for what is long. */
export const OVERVIEW_COLUMNS: readonly Column<TaskRow>[] = [
  TASK.id,
  { ...TASK.table, width: 10 },
  TASK.number,
  { ...TASK.name, width: 16 },
  { ...TASK.goal, width: 56 },
  { ...TASK.indicators, width: 26 },
  { ...TASK.times, width: 16 },
  TASK.deliverables,
  { ...TASK.lead, width: 20 },
  { ...TASK.responsible, width: 26 },
  TASK.measures,
  TASK.remark,
  TASK.at,
];

/** A column that the notice leaves to the unit. */
export interface FillInColumn {
  readonly header: string;
  readonly width: number;
  /** What the cell takes: any text, a date, or one of a list. */
  readonly takes?: 'date' | readonly string[];
  /** Whether it is the day until which the task is to be done. */
  readonly isDue?: boolean;
  /** Whether people added it: its header is theirs, too. */
  readonly isOwn?: boolean;
}

/** How far a task can be. */
export const STATUSES = ['未启动', '推进中', '已完成', '滞后'] as const;

export type Status = (typeof STATUSES)[number];

/** The one in which nothing is left to do. */
export const DONE = '已完成' satisfies Status;

/** Where a unit writes how far it is. */
export const PROGRESS_COLUMN = '进展情况';

/** The columns of a task sheet that the unit fills in; they come after those of the notice. */
export const FILL_IN_COLUMNS: readonly FillInColumn[] = [
  { header: '责任人', width: 8 },
  { header: '联系电话', width: 12 },
  { header: '完成时限', width: 10.5, takes: 'date', isDue: true },
  { header: '进展状态', width: 8, takes: STATUSES },
  { header: PROGRESS_COLUMN, width: 18 },
  { header: '更新日期', width: 10.5, takes: 'date' },
  { header: '备注', width: 9 },
];
