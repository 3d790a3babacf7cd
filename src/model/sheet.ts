import * as z from 'zod';
import { DeliverableKind } from './demands.js';
import { MeasureLink, Role } from './taskbook.js';
import { TASK_SHEET_SCHEMA } from './version.js';

/** How sure it is that a unit has a task: 点名, 集体成员, 可能涉及. */
export const Degree = z.enum(['named', 'member', 'possible']);
export type Degree = z.infer<typeof Degree>;

/** One reason why a task is on a unit's sheet. */
export const Duty = z.strictObject({
  role: z.enum([...Role.options, 'body']).describe('lead 牵头单位，responsible 责任单位，body 正文点名'),
  degree: Degree,
  via: z.string().optional().describe('通过哪个集体称谓或“等单位”'),
  office: z.string().optional().describe('承办的办公室：任务点的是它的名'),
});
export type Duty = z.infer<typeof Duty>;

/** 牵头任务, 责任任务, 正文点名, 承办办公室, 集体任务, 可能涉及: the parts of a sheet, in this order. */
export const Part = z.enum(['lead', 'responsible', 'body', 'hosted', 'member', 'possible']);
export type Part = z.infer<typeof Part>;

/** What the notice says of a task, as it is shown to people. */
export const TaskRow = z.strictObject({
  id: z.string().describe('编号；正文点名的，为条的标识'),
  table: z.string().describe('类别'),
  number: z.string().describe('序号'),
  name: z.string().describe('任务名称'),
  goal: z.string().describe('目标内容'),
  indicators: z.array(z.string()).describe('量化指标'),
  times: z.array(z.string()).describe('频次/时限'),
  deliverables: z
    .array(z.strictObject({ kind: DeliverableKind, text: z.string() }))
    .describe('成果，按种类可筛选'),
  lead: z.string().describe('牵头单位'),
  responsible: z.string().describe('责任单位'),
  measures: z.array(z.string()).describe('对应正文'),
  links: z.array(MeasureLink).describe('对应正文的依据'),
  remark: z.string().describe('通知备注，含表中其他列'),
  at: z.string().describe('出处'),
});
export type TaskRow = z.infer<typeof TaskRow>;

/** What a person typed into a cell: a day is ISO 8601, so that it stays a day in every format. */
export const Typed = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ date: z.iso.date() }).describe('日期'),
]);
export type Typed = z.infer<typeof Typed>;

/** A comment that somebody put on a cell. */
export const Note = z.strictObject({ column: z.string(), text: z.string() });
export type Note = z.infer<typeof Note>;

/** What people put into a row. */
const Filled = {
  filled: z.record(z.string(), Typed).describe('填报栏和各单位自己加的列：列名 → 填的内容'),
  notes: z.array(Note).describe('单元格上的批注'),
};

/** A task on a unit's sheet, with what the unit is in it. */
export const SheetRow = TaskRow.extend({
  part: Part.describe('类型'),
  duties: z.array(Duty).describe('本单位角色'),
  change: z.string().describe('与上一版清单相比：空、“新增”，或“有变化”和原文'),
  ...Filled,
});
export type SheetRow = z.infer<typeof SheetRow>;

/** 已取消 what the notice asked for before; 待归位 what somebody typed and no row can be found for. */
export const KeptPart = z.enum(['cancelled', 'unplaced']);
export type KeptPart = z.infer<typeof KeptPart>;

/** A row that is kept for what people put into it. */
export const KeptRow = z.strictObject({
  part: KeptPart,
  cells: z.record(z.string(), z.string()).describe('通知的各列，原样：列名 → 文字'),
  ...Filled,
});
export type KeptRow = z.infer<typeof KeptRow>;

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
  measures: z.array(SheetMeasure).describe('各行对应的正文'),
  cover: z.record(z.string(), Typed).describe('封面上填的：填报人、填报日期等'),
});
export type TaskSheet = z.infer<typeof TaskSheet>;
