import * as z from 'zod';
import { DeliverableKind } from './demands.js';
import { type Counts, type Late, type Month, Movement, State, type UnitProgress } from './roll-up.js';
import { Answer, Degree, Duty, SheetPart, TaskRow } from './sheet.js';

/** What a stretch of the notice's text was read as. */
export const MarkKind = z
  .enum(['unit', 'open', 'figure', 'time', 'task'])
  .describe('unit 单位或集体称谓；open “等单位”；figure 数值；time 时限、频次；task 条款从这里开始');
export type MarkKind = z.infer<typeof MarkKind>;

const Mark = z.strictObject({
  mark: MarkKind,
  text: z.string(),
  to: z.string().optional().describe('链到哪个单位、哪项任务'),
});

/** A stretch of text; the texts of all pieces, joined, are the text as it is printed. */
export const PagePiece = z.union([z.string(), Mark]);
export type PagePiece = z.infer<typeof PagePiece>;

const PageReport = z.strictObject({
  unit: z.string(),
  state: State,
  status: z.string().describe('填的进展状态'),
  movement: Movement.nullable().describe('与上次汇总相比；null 为没有比'),
  since: z.string().nullable().describe('从哪次汇总起说的一样'),
  days: z.int().nullable().describe('逾期天数'),
  filled: z.array(z.tuple([z.string(), z.string()])).describe('填的其他栏：列名、内容'),
});
export type PageReport = z.infer<typeof PageReport>;

/** Something that somebody has to do, a task or what only the body asks for, in words as they are shown. */
export const PageRow = TaskRow.pick({ id: true, number: true, name: true, measures: true }).extend({
  tableIndex: z.int().nullable().describe('哪张表：tables 里的位置；null 为正文'),
  section: z.string(),
  goal: z.array(PagePiece),
  indicators: z.array(z.string()),
  times: z.array(z.string()),
  deliverables: z.array(z.strictObject({ kind: DeliverableKind, text: z.string() })),
  lead: z.array(PagePiece),
  responsible: z.array(PagePiece),
  places: z.array(z.string()).describe('点到的乡镇（街道）'),
  remark: z.string(),
  flags: z.array(z.string()).describe('推定'),
  at: z.string().describe('出处'),
  reports: z.array(PageReport),
});
export type PageRow = z.infer<typeof PageRow>;

/** Why a row concerns a unit. */
const PageDuty = z.strictObject({
  part: SheetPart,
  words: z.string().describe('本单位角色'),
  roles: z.array(z.strictObject({ role: Duty.shape.role, degree: Degree })),
});
export type PageDuty = z.infer<typeof PageDuty>;

/** What the notice leaves open of a unit; rows are places in `rows`. */
const PageAsked = z.strictObject({
  questions: z
    .array(
      z.strictObject({
        group: z.string(),
        rows: z.array(z.int()).describe('看这个答复的任务'),
        roles: z.string().describe('在这些任务里的角色'),
        answer: Answer.nullable().describe('本单位的答复；null 为没有答'),
      }),
    )
    .describe('本单位是不是这些集体的成员'),
  single: z.array(z.int()).describe('逐项问的'),
  open: z.array(z.int()).describe('没有答“是”或“否”的：待确认'),
});
export type PageAsked = z.infer<typeof PageAsked>;

export const PageUnit = z.strictObject({
  name: z.string(),
  kind: z.enum(['unit', 'group']),
  names: z.array(z.string()).describe('别称'),
  groups: z.array(z.string()).describe('所在的集体'),
  hosts: z.array(z.string()).describe('承办的办公室'),
  members: z.array(z.string()).nullable().optional().describe('集体的成员；null 为不知道'),
  concerns: z.array(z.tuple([z.int(), z.int()])).describe('哪一行、因何：rows 和 duties 里的位置'),
  asked: PageAsked.optional().describe('待确认；没有的没有什么要问'),
});
export type PageUnit = z.infer<typeof PageUnit>;

/** How people say what the records say by codes; in the order in which it is shown. */
const PageWords = z.strictObject({
  parts: z.record(SheetPart, z.string()),
  roles: z.record(Duty.shape.role, z.string()),
  degrees: z.record(Degree, z.string()),
  deliverables: z.record(DeliverableKind, z.string()),
  states: z.record(State, z.string()),
  answers: z.record(Answer, z.string()),
  movements: z.record(Movement, z.string()),
});

/** What the page of a notice holds for the program in it: what is searched, filtered and shown by unit. */
export const PageData = z.strictObject({
  title: z.string(),
  notice: z.string().describe('标题、发文字号、成文日期'),
  home: z.string().nullable().describe('打开时先看哪个单位；null 为总览'),
  tables: z.array(z.string()),
  measures: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  rows: z.array(PageRow),
  duties: z.array(PageDuty),
  units: z.array(PageUnit),
  words: PageWords,
  pinyin: z.record(z.string(), z.string()).describe('字 → 读音，以空格分开'),
  progress: z.strictObject({ on: z.string().nullable() }).nullable().describe('有没有进展汇总'),
});
export type PageData = z.infer<typeof PageData>;

export interface Counted {
  readonly name: string;
  readonly count: number;
}

/** A figure that a task is judged by. */
export interface PageFigure {
  readonly row: number;
  readonly subject: string;
  readonly text: string;
}

/** How many tasks a unit leads for which another is responsible, both by name. */
export interface Pair {
  readonly lead: string;
  readonly responsible: string;
  readonly count: number;
}

/** How many of a unit's tasks there are by part of its sheet. */
export interface UnitCounts {
  readonly name: string;
  readonly parts: Readonly<Record<SheetPart, number>>;
}

/** A task that somebody is late with. */
interface PageLate extends Pick<Late, 'unit' | 'due' | 'by' | 'days'> {
  readonly row: number;
  /** `null` where it has not filled in the row. */
  readonly report: PageReport | null;
}

/** 总览: what a leader looks at first. */
export interface PageOverview {
  readonly counts: readonly Counted[];
  /** Tasks by table, in the order of `PageData.tables`. */
  readonly tables: readonly Counted[];
  readonly units: readonly UnitCounts[];
  readonly pairs: readonly Pair[];
  /** Figures of the tables that say that they are what one is judged by; then all others. */
  readonly judged: readonly PageFigure[];
  readonly figures: readonly PageFigure[];
  readonly progress: PageProgress | null;
}

/** How far all is, by a roll-up. */
export interface PageProgress {
  /** In the order in which they are told of. */
  readonly units: readonly UnitProgress[];
  readonly total: Counts;
  readonly late: readonly PageLate[];
  /** The roll-ups up to this one; the one that it is compared with, and how many tasks have moved in which way. */
  readonly months: readonly Month[];
  readonly since: string | null;
  readonly moved: Readonly<Record<Movement, number>>;
}

interface PageTableRow {
  readonly id: string;
  readonly section: string;
  readonly cells: readonly (readonly PagePiece[])[];
  readonly measures: readonly string[];
  readonly flags: readonly string[];
}

export interface PageTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly PageTableRow[];
  readonly notes: readonly string[];
}

/** A paragraph as pieces. */
export type PageParagraph = readonly PagePiece[];

export interface PageMeasure {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly PageParagraph[];
  /** Rows that carry it out. */
  readonly rows: readonly number[];
}

/** 通知原文: the notice as it is printed, with what was read in it marked. */
export interface PageNotice {
  readonly masthead: readonly string[];
  readonly number: string | null;
  readonly title: string | null;
  readonly addressees: string;
  readonly letter: readonly PageParagraph[];
  readonly issuer: readonly string[];
  readonly date: string | null;
  readonly publicity: string | null;
  readonly documentTitle: string | null;
  readonly preamble: readonly PageParagraph[];
  readonly chapters: readonly {
    readonly paragraphs: readonly PageParagraph[];
    readonly measures: readonly PageMeasure[];
  }[];
  readonly appendices: readonly {
    readonly label: string;
    readonly title: string | null;
    readonly paragraphs: readonly PageParagraph[];
    readonly tables: readonly PageTable[];
  }[];
  /** Tables that are of no appendix. */
  readonly tables: readonly PageTable[];
  readonly otherTables: readonly { readonly title: string; readonly rows: readonly (readonly string[])[] }[];
  readonly colophon: readonly string[];
  /** Text of the source that the program could not place. */
  readonly rest: readonly string[];
}

/** All that the page of a notice shows. */
export interface Page {
  readonly data: PageData;
  readonly overview: PageOverview;
  readonly notice: PageNotice;
  readonly source: string;
}
