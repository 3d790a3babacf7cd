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
  .enum([...Status.options, 'other', 'silent', 'absent'])
  .describe(
    'idle 未启动；going 推进中；done 已完成；late 滞后；other 填了别的；silent 没有填；absent 单位没有交表',
  );
export type State = z.infer<typeof State>;

/** How a task has moved with a unit since the last roll-up. */
export const Movement = z
  .enum(['moved', 'first', 'back', 'still', 'settled', 'new'])
  .describe(
    'moved 有进展；first 首次填报；back 退回；still 未动；settled 上次就已完成；new 上次还没有这项任务',
  );
export type Movement = z.infer<typeof Movement>;

/** As what a unit leads a task, where it is not by its own name. */
const LeadsAs = z
  .strictObject({ by: z.enum(['office', 'group']), name: z.string() })
  .describe('以什么名义牵头：office 承办的办公室，group 集体称谓；以本单位名义牵头、不牵头的没有');

/** What one unit says of one task. */
const Report = z.strictObject({
  unit: z.string(),
  part: SheetPart.nullable().describe('它在这项任务里的类型；null 为清单里没有这一行'),
  leadsAs: LeadsAs.optional(),
  oversees: z.literal(true).optional().describe('只督导，自己没有要办的'),
  state: State.describe('进展状态，过了完成时限没有完成的为滞后'),
  status: Status.nullable().describe('进展状态；null 为没有填，或填了别的'),
  due: z.iso.date().nullable().describe('完成时限；null 为没有填，或填的不是日期'),
  ...Entries.shape,
  figures: z.array(z.string()).describe('进展情况里的数字'),
  at: Place,
});
export type Report = z.infer<typeof Report>;

export const TaskReports = z.strictObject({
  ...TaskRow.pick({ id: true, category: true, number: true, name: true, goal: true, indicators: true }).shape,
  lead: TaskRow.shape.lead.optional().describe('牵头单位；正文点名要办的条没有'),
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

/** Whose day it is until which a task is to be done. */
const DueBy = z
  .enum(['unit', 'notice', 'inferred'])
  .describe('unit 本单位填的时限；notice 通知的时限；inferred 推定、推算的时限');

/** What a unit last said of a task in an earlier month. */
export const LastSaid = z.strictObject({
  on: z.iso.date().describe('哪次汇总'),
  state: State,
  status: Status.nullable(),
  text: z.string().describe('进展情况、备注和自加的列里填的'),
});
export type LastSaid = z.infer<typeof LastSaid>;

/** How one unit stands with one task that it has to do. */
export const Standing = z.strictObject({
  unit: z.string(),
  id: z.string(),
  part: SheetPart,
  leadsAs: LeadsAs.optional(),
  state: State,
  isBlank: z.literal(true).optional().describe('滞后，而且没有填'),
  due: z.iso.date().nullable().describe('完成时限：本单位填的，不然是通知的；没有为 null'),
  by: DueBy.nullable(),
  asked: z
    .strictObject({ due: z.iso.date(), by: DueBy.exclude(['unit']) })
    .optional()
    .describe('通知的时限；due 就是通知的，或通知没有时限的没有'),
  movement: Movement.nullable().describe('与上次汇总相比；null 为没有上次'),
  since: z.iso.date().nullable().describe('从哪次汇总起说的一样，或一直没有说；null 为没有写汇总的日期'),
  last: LastSaid.nullable().describe('这次没有说，以前最后一次说的'),
});
export type Standing = z.infer<typeof Standing>;

/** A task that a unit is late with: it says so, or the day until which it was to be done has gone by. */
export interface Late extends Pick<Standing, 'unit' | 'id'> {
  readonly name: string;
  /** `null` where it only says that it is late. */
  readonly due: string | null;
  readonly by: 'status' | z.infer<typeof DueBy>;
  /** By how many days; `null` where it only says so. */
  readonly days: number | null;
}

/** How many tasks there are, by state. */
export const COUNT_FIELDS = {
  tasks: z.int().describe('应办任务数：点名的、集体的、本单位确认的'),
  done: z.int().describe('已完成'),
  going: z.int().describe('推进中'),
  idle: z.int().describe('未启动'),
  late: z.int().describe('滞后，或过了完成时限还没有完成'),
  blank: z.int().optional().describe('滞后的里面没有填的；没有的为 0'),
  other: z.int().describe('填了别的，或只填了进展情况'),
  silent: z.int().describe('交了表，没有填'),
  absent: z.int().describe('没有交表'),
} as const;
const AllCounts = z.strictObject(COUNT_FIELDS);
/** How many tasks there are in all, and in each state. */
export type Counts = z.infer<typeof AllCounts>;

/** Whether a unit has handed in its sheet. */
export const HandedIn = z
  .enum(['yes', 'empty', 'unread', 'no'])
  .describe('yes 已交；empty 交的是空表；unread 交了没有读进来；no 没有交');
export type HandedIn = z.infer<typeof HandedIn>;

/** How far one unit is. */
const UnitProgress = z.strictObject({
  unit: z.string(),
  files: z.array(z.string()).describe('交来的文件；空为没有交'),
  unread: z.array(z.string()).optional().describe('看名称是它交来、没有读的文件'),
  handed: HandedIn,
  ...COUNT_FIELDS,
  open: z.int().describe('待确认：通知没有说清，单位也没有答“是”或“否”'),
  movements: z.record(Movement, z.int()).nullable().describe('与上次相比各有几项；null 为没有上次'),
  before: AllCounts.nullable().describe('上次汇总；null 为没有上次，或上次没有它'),
});
export type UnitProgress = z.infer<typeof UnitProgress>;

/** One roll-up of several, in figures. */
export const Month = z.strictObject({
  on: z.iso.date(),
  units: z.int().describe('应交的单位数'),
  handed: z.int().describe('交了的单位数，空表不算'),
  ...COUNT_FIELDS,
});
export type Month = z.infer<typeof Month>;

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
  on: z.iso.date().nullable().describe('到哪一天为止，也按它算过期；null 为没有写'),
  since: z.iso.date().nullable().describe('和哪一次汇总相比；null 为没有比'),
  months: z.array(Month).describe('历次汇总，从早到晚，最后是这一次；没有写日期的为空'),
  files: z.array(CollectedFile),
  units: z.array(UnitProgress),
  tasks: z.array(TaskReports).describe('全部任务，和正文点名要办的条'),
  gone: z.array(TaskRow.pick({ id: true, name: true })).describe('上次有人填报、通知里不再有的任务'),
  standings: z.array(Standing).describe('各单位应办的每项任务，和各单位的数一致'),
  answers: z.array(AnsweredQuestion).describe('各单位对“待确认”的答复'),
  rest: z.array(Remnant).describe('不属于哪项任务的内容，原样'),
  problems: z.array(Diagnostic),
});
export type RollUp = z.infer<typeof RollUp>;
