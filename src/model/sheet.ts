import * as z from 'zod';
import { Deadline, Frequency } from './demands.js';
import { MeasureLink, Role, Task } from './taskbook.js';
import { TASK_SHEET_SCHEMA } from './version.js';

/** How sure it is that a unit has a task: 点名, 集体成员, 可能涉及. */
export const Degree = z.enum(['named', 'member', 'possible']);
export type Degree = z.infer<typeof Degree>;

/** One reason why a task is on a unit's sheet. */
export const Duty = z.strictObject({
  role: z
    .enum([...Role.options, 'body'])
    .describe('lead 牵头单位，responsible 责任单位，supervising 监督单位，body 正文点名'),
  degree: Degree,
  via: z.array(z.string()).optional().describe('通过哪些集体称谓或“等单位”'),
  place: z.string().optional().describe('目标点到的地名：因此算作有关乡镇（街道）'),
  confirmed: z.literal(true).optional().describe('通知没有说，本单位自己答了“是”'),
  office: z.string().optional().describe('承办的办公室：任务点的是它的名'),
});
export type Duty = z.infer<typeof Duty>;

/** 牵头任务, 责任任务, 监督任务, 正文点名, 承办办公室, 集体任务, 本单位确认, 可能涉及: the parts of a sheet, in this order. */
export const SheetPart = z.enum([
  'lead',
  'responsible',
  'supervising',
  'body',
  'hosted',
  'member',
  'confirmed',
  'possible',
]);
export type SheetPart = z.infer<typeof SheetPart>;

/** Which table and section a task stands in. */
export const Category = z.strictObject({
  table: z.string().nullable().describe('表名；null 为正文'),
  number: z.string().nullable().describe('表的序数；没有的为 null'),
  section: z.string().describe('表中所在分段的标题'),
});
export type Category = z.infer<typeof Category>;

/** What the notice says of a task, whoever has it. */
export const TaskRow = z.strictObject({
  id: z.string().describe('编号；正文点名的，为条的标识'),
  category: Category.describe('类别'),
  ...Task.pick({ number: true, name: true, goal: true, indicators: true, deliverables: true }).shape,
  times: z.array(z.union([Deadline, Frequency])).describe('时限和频次，按印出的先后'),
  deadline: Task.shape.deadline,
  lead: z.string().describe('牵头单位，通知里印的字；取自上一行的，见 flags'),
  responsible: z.string().describe('责任单位，通知里印的字'),
  helping: z.string().optional().describe('配合单位，通知另有一列的'),
  supervising: z.string().optional().describe('监督、督导单位'),
  people: z.string().optional().describe('通知印出的领导、责任人、联系人'),
  steps: z.string().optional().describe('整改措施'),
  schedule: z.string().optional().describe('分季度、分月的安排'),
  money: z.string().optional().describe('投资、资金'),
  scoring: z.string().optional().describe('权重、分值、评分标准'),
  measures: z.array(z.string()).describe('对应正文：条的标识'),
  links: z.array(MeasureLink).describe('对应正文的依据'),
  ...Task.pick({ remark: true, extra: true, flags: true, at: true }).shape,
});
export type TaskRow = z.infer<typeof TaskRow>;

/** The columns that the notice fills. */
export const NoticeColumn = z
  .enum([
    'id',
    'part',
    'category',
    'ref',
    'number',
    'name',
    'goal',
    'indicators',
    'times',
    'until',
    'deliverables',
    'lead',
    'responsible',
    'helping',
    'supervising',
    'people',
    'steps',
    'schedule',
    'money',
    'scoring',
    'duties',
    'measures',
    'remark',
    'at',
    'change',
  ])
  .describe('通知填的各栏，名称同各行的字段');
export type NoticeColumn = z.infer<typeof NoticeColumn>;

/** The columns that the notice leaves to the unit. */
export const FillIn = z
  .enum(['person', 'phone', 'due', 'status', 'progress', 'updated', 'note', 'answer'])
  .describe(
    'person 责任人；phone 联系电话；due 完成时限；status 进展状态；progress 进展情况；updated 更新日期；note 备注；answer 是否涉及本单位',
  );
export type FillIn = z.infer<typeof FillIn>;

/** What is filled in on the cover. */
export const CoverField = z
  .enum(['leader', 'reporter', 'phone', 'reported'])
  .describe('leader 单位负责人；reporter 填报人；phone 联系电话；reported 填报日期');
export type CoverField = z.infer<typeof CoverField>;

/** How far a unit says that a task is. */
export const Status = z
  .enum(['idle', 'going', 'done', 'late'])
  .describe('idle 未启动；going 推进中；done 已完成；late 滞后');
export type Status = z.infer<typeof Status>;

/** What a unit answers where the notice leaves open whether it is meant. */
export const Answer = z.enum(['yes', 'no', 'unsure']).describe('yes 是；no 否；unsure 不清楚');
export type Answer = z.infer<typeof Answer>;

/**
 * What a person put into a cell: a day is ISO 8601, so that it stays a day in every format; a status or an answer is
 * one only where it says what the list has, and any other text stays as it is.
 */
export const Typed = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ date: z.iso.date() }).describe('日期'),
  z.strictObject({ status: Status }).describe('选的进展状态'),
  z.strictObject({ answer: Answer }).describe('选的答复'),
]);
export type Typed = z.infer<typeof Typed>;

const NOTED = { text: z.string(), author: z.string().optional().describe('谁写的') };

/** A comment that somebody put on a cell, by the column or by the header of a column of their own. */
export const Note = z.union([
  z.strictObject({ column: z.union([NoticeColumn, FillIn]), ...NOTED }),
  z.strictObject({ own: z.string(), ...NOTED }),
]);
export type Note = z.infer<typeof Note>;

/** What people put into a row. */
export const Entries = z.strictObject({
  filled: z.partialRecord(FillIn, Typed).describe('填报栏里填的'),
  own: z.record(z.string(), Typed).describe('各单位自己加的列里填的：列名 → 内容'),
  notes: z.array(Note).describe('单元格上的批注'),
});
export type Entries = z.infer<typeof Entries>;

/** What is not the same as in the earlier sheet; `other` is what the program did not write there. */
export const RowChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('added') }),
    z.strictObject({ kind: z.literal('restored') }),
    z.strictObject({
      kind: z.literal('changed'),
      fields: z.array(z.strictObject({ column: NoticeColumn, before: z.string().describe('上一版的文字') })),
    }),
    z.strictObject({ kind: z.literal('other'), text: z.string() }),
  ])
  .describe('added 新增；restored 取消过，又有了；changed 有变化；other 别人写在“变化”栏里的话');
export type RowChange = z.infer<typeof RowChange>;

/** A task on a unit's sheet, with what the unit is in it. */
export const SheetRow = TaskRow.extend({
  part: SheetPart.describe('类型'),
  duties: z.array(Duty).describe('本单位角色'),
  change: RowChange.nullable().describe('与上一版清单相比；null 为没有变化'),
  ...Entries.shape,
});
export type SheetRow = z.infer<typeof SheetRow>;

/** 已取消 what the notice asked for before; 待归位 what somebody typed and no row can be found for. */
export const KeptPart = z.enum(['cancelled', 'unplaced']);
export type KeptPart = z.infer<typeof KeptPart>;

/** Where a task has gone that the sheet no longer has. */
export const Went = z.strictObject({
  kind: z
    .enum(['merged', 'split', 'maybe', 'others', 'never', 'again'])
    .describe(
      'merged 并进了另一项任务；split 拆分成了几项任务；maybe 是哪一项任务说不准；others 任务还在，不再有本单位；never 是别的单位的任务，本单位没有；again 同一任务已有另一行',
    ),
  id: z.string().describe('那项任务的编号'),
  ref: z.string().describe('通知序号'),
  name: z.string().describe('任务名称'),
  more: z
    .array(z.strictObject({ id: z.string(), ref: z.string(), name: z.string() }))
    .optional()
    .describe('其余的任务'),
});
export type Went = z.infer<typeof Went>;

/** A row that is kept for what people put into it. */
export const KeptRow = z.strictObject({
  part: KeptPart,
  cells: z.partialRecord(NoticeColumn, z.string()).describe('通知的各列，清单上的文字原样'),
  went: Went.optional().describe('任务去了哪里，知道的才有'),
  ...Entries.shape,
});
export type KeptRow = z.infer<typeof KeptRow>;

/** Whether the unit is in a group whose members nobody has listed: one answer for all that hangs on it. */
export const Question = z.strictObject({
  group: z.string().describe('集体称谓'),
  rows: z.array(z.string()).describe('答了才定得下来的任务的编号'),
  ...Entries.shape,
});
export type Question = z.infer<typeof Question>;

/** A measure that tasks of the sheet carry out. */
const SheetMeasure = z.strictObject({ id: z.string(), title: z.string(), text: z.string() });

/** 任务清单: all that one unit has to do, sorted as in the notice within each part. */
export const TaskSheet = z.strictObject({
  schema: z.literal(TASK_SHEET_SCHEMA),
  unit: z.string(),
  notice: z.strictObject({
    number: z.string().nullable(),
    title: z.string().nullable(),
    date: z.string().nullable(),
    source: z.string(),
  }),
  edition: z.string().describe('清单版本：通知给这个单位的内容一变，它就变'),
  columns: z.array(z.string()).describe('各单位自己加的列'),
  rows: z.array(SheetRow),
  kept: z.array(KeptRow).describe('已取消、待归位'),
  questions: z.array(Question).describe('待确认的集体称谓：本单位是不是它的成员'),
  measures: z.array(SheetMeasure).describe('各行对应的正文'),
  unread: z
    .array(z.strictObject({ table: z.string(), rows: z.int().nullable() }))
    .optional()
    .describe('没有读懂的表；rows 为没有读懂的行数，null 为整张表'),
  cover: z.partialRecord(CoverField, Typed).describe('封面上填的'),
});
export type TaskSheet = z.infer<typeof TaskSheet>;
