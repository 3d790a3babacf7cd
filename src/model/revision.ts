import * as z from 'zod';
import { Place } from './place-record.js';
import { SheetPart } from './sheet.js';
import { REVISION_SCHEMA } from './version.js';

/** A stretch of a text that is in both editions, or in one of them only. */
export const Segment = z.strictObject({
  kind: z.enum(['same', 'removed', 'added']),
  text: z.string(),
});
export type Segment = z.infer<typeof Segment>;

/** Which of a notice's texts is not the same. */
export const Field = z.enum([
  'masthead',
  'number',
  'title',
  'addressees',
  'letter',
  'issuer',
  'date',
  'publicity',
  'document-title',
  'preamble',
  'appendices',
  'colophon',
  'other-tables',
  'text',
  'table-name',
  'table-header',
  'table-notes',
  'section',
  'name',
  'goal',
  'deadline',
  'lead',
  'responsible',
  'supervising',
  'remark',
  'printed',
]);
export type Field = z.infer<typeof Field>;

/** A text that is not the same in the two editions. */
export const FieldChange = z.strictObject({
  field: Field.describe('栏目'),
  before: z.string(),
  after: z.string(),
  segments: z.array(Segment).describe('逐字比较的结果'),
});
export type FieldChange = z.infer<typeof FieldChange>;

export const ChangeKind = z
  .enum(['added', 'removed', 'changed', 'moved'])
  .describe('added 新增，removed 取消，changed 有变化，moved 只移了位置');
export type ChangeKind = z.infer<typeof ChangeKind>;

/** Something in one edition. */
const Where = z.strictObject({
  where: z.string().describe('表三第7行；正文（八）'),
  name: z.string(),
  text: z.string().describe('目标内容，或整条原文'),
  at: Place,
});
export type Where = z.infer<typeof Where>;

export const UnitChange = z.strictObject({
  unit: z.string(),
  before: SheetPart.nullable().describe('在原通知里属于它的哪一部分；null 为没有它'),
  after: SheetPart.nullable(),
});
export type UnitChange = z.infer<typeof UnitChange>;

export const Change = z.strictObject({
  kind: ChangeKind,
  moved: z.boolean().describe('位置变了：换了表，或者同一张表里换了先后'),
  before: Where.nullable(),
  after: Where.nullable(),
  fields: z.array(FieldChange),
});
export type Change = z.infer<typeof Change>;

/** Where a task that is taken out has gone, or which of those a new one may be. */
const WhereGone = z.strictObject({
  became: z
    .enum(['merged', 'split', 'maybe'])
    .describe('merged 合并到这项，split 拆分为这几项，maybe 可能是这几项之一，要人来定'),
  tasks: z.array(z.strictObject({ where: z.string(), name: z.string() })),
});
export type WhereGone = z.infer<typeof WhereGone>;

export const TaskChange = Change.extend({
  id: z.string().describe('编号：新通知里的；取消的，为原通知里的'),
  formerId: z.string().optional().describe('原通知里的编号，和新的不一样时才有'),
  went: WhereGone.optional().describe('取消的任务去了哪里；新增的任务可能是原来的哪一项'),
  units: z.array(UnitChange).describe('涉及的单位和集体'),
});
export type TaskChange = z.infer<typeof TaskChange>;

export const MeasureChange = Change.extend({ units: z.array(z.string()).describe('条里点到的单位') });
export type MeasureChange = z.infer<typeof MeasureChange>;

const EditionHead = z.strictObject({
  number: z.string().nullable(),
  title: z.string().nullable(),
  date: z.string().nullable(),
  source: z.string(),
  tasks: z.int(),
});

/** 修订: what is not the same in two editions of a notice. */
export const Revision = z.strictObject({
  schema: z.literal(REVISION_SCHEMA),
  before: EditionHead,
  after: EditionHead,
  head: z.array(FieldChange).describe('版头、主送、落款、附件说明等'),
  measures: z.array(MeasureChange).describe('正文的章、条'),
  tables: z.array(Change).describe('附表：表题、表头、表下备注'),
  tasks: z.array(TaskChange),
  kept: z.int().nullable().describe('没有变化的任务数；只看一个单位时为 null'),
});
export type Revision = z.infer<typeof Revision>;
