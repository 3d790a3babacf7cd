import * as z from 'zod';
import { Diagnostic } from './diagnostic.js';
import { Place } from './place-record.js';
import { Answer, Entries, NoticeColumn, SheetPart, Status, TaskRow, TaskSheet } from './sheet.js';
import { ROLL_UP_SCHEMA } from './version.js';

/** A file that came back, and what is in it. */
const CollectedFile = z.strictObject({
  file: z.string(),
  unit: z.string().nullable().describe('是谁的清单；null 为认不出'),
  edition: z.enum(['current', 'old', 'unknown']).describe('清单版本：最新、旧的、文件里没有写'),
  reported: z.int().describe('填了的任务行数'),
  cover: TaskSheet.shape.cover,
});
export type CollectedFile = z.infer<typeof CollectedFile>;

/** How far a task is by what a unit reports of it. */
export const State = z
  .enum([...Status.options, 'other', 'silent'])
  .describe('idle 未启动；going 推进中；done 已完成；late 滞后；other 填了别的；silent 没有填');
export type State = z.infer<typeof State>;

/** What one unit says of one task. */
const Report = z.strictObject({
  unit: z.string(),
  part: SheetPart.nullable().describe('它在这项任务里的类型；null 为清单里没有这一行'),
  state: State.describe('进展状态，过了完成时限没有完成的为滞后'),
  status: Status.nullable().describe('进展状态；null 为没有填，或填了别的'),
  due: z.iso.date().nullable().describe('完成时限；null 为没有填，或填的不是日期'),
  ...Entries.shape,
  figures: z.array(z.string()).describe('进展情况里的数字'),
  at: Place,
});
export type Report = z.infer<typeof Report>;

const TaskReports = z.strictObject({
  ...TaskRow.pick({ id: true, category: true, number: true, name: true, goal: true, indicators: true }).shape,
  reports: z.array(Report),
});
export type TaskReports = z.infer<typeof TaskReports>;

/** What a unit answered where the notice leaves open whether it is meant. */
const AnsweredQuestion = z.strictObject({
  unit: z.string(),
  asked: z.string().describe('集体称谓，或任务的名称'),
  task: z.string().nullable().describe('任务的编号；null 为问的是集体称谓'),
  answer: Answer,
  note: z.string().describe('备注'),
  at: Place,
});
export type AnsweredQuestion = z.infer<typeof AnsweredQuestion>;

/** How far one unit is. */
const UnitProgress = z.strictObject({
  unit: z.string(),
  files: z.array(z.string()).describe('交来的文件；空为没有交'),
  unread: z.array(z.string()).optional().describe('看名称是它交来、没有读的文件'),
  tasks: z.int().describe('须办的任务数：点名的、集体的、本单位确认的'),
  done: z.int().describe('已完成'),
  going: z.int().describe('推进中'),
  idle: z.int().describe('未启动'),
  late: z.int().describe('滞后，或过了完成时限还没有完成'),
  other: z.int().describe('填了别的，或只填了进展情况'),
  silent: z.int().describe('没有填'),
  open: z.int().describe('待确认：通知没有说清，单位也没有答“是”或“否”'),
});
export type UnitProgress = z.infer<typeof UnitProgress>;

/** A task that a unit is late with: it says so, or the day until which it was to be done has gone by. */
const Late = z.strictObject({
  unit: z.string(),
  ...TaskRow.pick({ id: true, name: true }).shape,
  due: z.iso.date().nullable().describe('完成时限；null 为只是填了滞后'),
  by: z
    .enum(['status', 'unit', 'notice', 'inferred'])
    .describe(
      'status 填了滞后；unit 过了本单位填的时限；notice 过了通知的时限；inferred 过了推定、推算的时限',
    ),
});
export type Late = z.infer<typeof Late>;

/** Something that a unit wrote and that is of no task of the notice: a text, or a row of its sheet. */
const Remnant = z.strictObject({
  unit: z.string().nullable(),
  said: z.union([
    z.string(),
    z.strictObject({ cells: z.partialRecord(NoticeColumn, z.string()), ...Entries.shape }),
  ]),
  at: Place,
});
export type Remnant = z.infer<typeof Remnant>;

/** 汇总: what all units sent back. */
export const RollUp = z.strictObject({
  schema: z.literal(ROLL_UP_SCHEMA),
  notice: z.strictObject({
    number: z.string().nullable(),
    title: z.string().nullable(),
    date: z.string().nullable(),
  }),
  on: z.iso.date().nullable().describe('按哪一天算过期；null 为不算'),
  files: z.array(CollectedFile),
  units: z.array(UnitProgress),
  late: z.array(Late).describe('交了表的单位滞后的任务，和各单位的滞后数一致'),
  tasks: z.array(TaskReports).describe('有人填报的任务'),
  answers: z.array(AnsweredQuestion).describe('各单位对“待确认”的答复'),
  rest: z.array(Remnant).describe('不属于哪项任务的内容，原样'),
  problems: z.array(Diagnostic),
});
export type RollUp = z.infer<typeof RollUp>;
