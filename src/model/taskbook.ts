import * as z from 'zod';
import { ColumnRole } from './column-role.js';
import { Demands } from './demands.js';
import { Diagnostic } from './diagnostic.js';
import { Passage } from './passage-record.js';
import { Place } from './place-record.js';
import { District, Unit, UnitKind } from './registry.js';
import { TASK_BOOK_SCHEMA } from './version.js';

export const Role = z
  .enum(['lead', 'responsible', 'supervising'])
  .describe('lead 牵头单位，responsible 责任单位（含配合、协办等，见 said），supervising 监督、督导单位');
export type Role = z.infer<typeof Role>;

export const Group = z.strictObject({
  name: z.string().describe('集体称谓，也是其标识'),
  members: z.array(z.string()).nullable().describe('成员单位；null 为不知道'),
  among: z.array(UnitKind).describe('成员属于哪些类别的单位；不知道成员时，这些单位都可能是'),
  endings: z.array(z.string()).optional().describe('成员的名称以何结尾'),
  every: z.boolean().describe('指这类单位的全部，如“各乡镇”'),
});
export type Group = z.infer<typeof Group>;

/** What every assignment says, whoever is meant. */
const Assigned = {
  text: z.string().describe('通知里印的字'),
  role: Role,
  inherited: z
    .boolean()
    .describe(
      '来自上面的合并单元格：原件标明的，或推定的；或来自前文“以下均需……落实”一类的话（见任务的 flags）',
    ),
  said: z.string().optional().describe('说它做什么的字，如“牵头单位”“配合”“按职责分工负责”；没有印就没有'),
  prefixShared: z.literal(true).optional().describe('单位前的级别是承前补的，如“省工信厅、广电局”里的广电局'),
  suffixShared: z
    .literal(true)
    .optional()
    .describe('单位后的字是承后补的，如“中国电信、中国移动甲县分公司”里的中国电信'),
  at: Place,
};

export const Assignment = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...Assigned, kind: z.literal('named'), unit: z.string().describe('单位') }),
    z.strictObject({ ...Assigned, kind: z.literal('group'), group: z.string().describe('集体称谓') }),
    z.strictObject({ ...Assigned, kind: z.literal('open-ended') }),
  ])
  .describe('named 点名；group 集体称谓；open-ended “等单位”，另有未点名的');
export type Assignment = z.infer<typeof Assignment>;

/** What the program inferred about a row; each has a line in the diagnostics. */
export const Flag = z.enum([
  'name-inherited',
  'lead-inherited',
  'lead-blank',
  'responsible-blank',
  'cell-missing',
  'members-by-place',
  'lead-by-order',
  'by-rule',
]);
export type Flag = z.infer<typeof Flag>;

export const LinkReason = z
  .enum(['same-title', 'stands-in', 'same-words', 'named', 'domain', 'domain-open'])
  .describe(
    'same-title 任务名称与条目标题相同；stands-in 任务就是条目里的条款；same-words 目标与条目里的话相同或相近；named 条目里印着任务的名称；domain 条目列举的领域里有它；domain-open 条目列举的领域后有“等”，它是未列出的领域',
  );
export type LinkReason = z.infer<typeof LinkReason>;

/** Words of a measure that a link rests on, and the words of the task that say the same. */
const Evidence = Passage.extend({
  goal: Passage.optional().describe('same-words 时，目标里与它相同或相近的话'),
}).describe('条目里作为依据的话');

export const MeasureLink = z.strictObject({
  measure: z.string().describe('正文条目的标识'),
  reason: LinkReason,
  evidence: z.array(Evidence),
});
export type MeasureLink = z.infer<typeof MeasureLink>;

const Person = z.strictObject({
  role: z.string().describe('印出的称谓，如“牵头领导”“责任人”'),
  name: z.string().describe('印出的姓名，连同职务'),
  at: Place,
});

/** What a cell says under its header. */
const Field = z.strictObject({ header: z.string(), text: z.string() });

export const Task = z.strictObject({
  id: z.string().describe('编号：由名称和目标里的字（不含数字、标点）算出，插行、移行、改序号、改数字都不变'),
  table: z.int().positive().describe('第几张表，从 1 起'),
  row: z.int().positive().describe('表内第几行任务，从 1 起'),
  number: z.string().describe('印出的序号'),
  name: z.string(),
  nameAt: Place,
  goal: z.string(),
  goalAt: Place,
  lead: z.array(Assignment),
  responsible: z.array(Assignment),
  supervising: z.array(Assignment).default([]).describe('监督、督导单位'),
  people: z.array(Person).default([]).describe('点名的领导、责任人、联系人'),
  steps: z.string().default('').describe('整改措施；目标里也有'),
  schedule: z.array(Field).default([]).describe('分季度、分月的安排：时段 → 内容'),
  money: z.array(Field).default([]).describe('投资、资金：列名（含计量单位）→ 数'),
  scoring: z.array(Field).default([]).describe('权重、分值、评分标准'),
  remark: z.string(),
  deadline: z.string().describe('印出的完成时限'),
  section: z.string().describe('表中所在分段的标题，如“（一）生产经营环节”'),
  places: z.array(z.string()).describe('目标里点到的乡镇（街道）'),
  ...Demands.shape,
  extra: z.array(Field).describe('表中其他列里有字的单元格'),
  cells: z.array(Passage).describe('印出的整行，按表的列序；推定的内容不在其中；没有单元格的，出处为整行的'),
  measures: z.array(MeasureLink),
  flags: z.array(Flag),
  at: Place,
});
export type Task = z.infer<typeof Task>;

export const BookTable = z.strictObject({
  kind: z.enum(['table', 'clauses']).describe('table 附表；clauses 正文里写明责任单位的条款'),
  number: z.string().nullable().describe('标题里的序数，如“三”'),
  name: z.string().describe('表名，不含序数'),
  title: z.string().describe('印出的表标题'),
  appendix: z.int().positive().nullable().describe('属于第几个附件，从 1 起'),
  shape: z
    .enum(['rows', 'cards', 'matrix', 'units-as-rows', 'tasks-as-columns', 'of-one-unit'])
    .default('rows')
    .describe(
      '表的样子：rows 一行一项；cards 卡片；matrix 单位作列头；units-as-rows 一行一个单位；tasks-as-columns 单位作行、任务作列；of-one-unit 整张表是一个单位的',
    ),
  columns: z.array(
    z.strictObject({
      header: z.string(),
      role: ColumnRole,
      inferred: z.enum(['units', 'times', 'text']).optional().describe('表头没有说明，按格里的内容推定'),
    }),
  ),
  notes: z.array(z.string()).describe('表下的备注'),
  unread: z
    .array(z.strictObject({ cells: z.array(z.string()), at: Place }))
    .default([])
    .describe('没有读懂的行，原样'),
  at: Place,
});
export type BookTable = z.infer<typeof BookTable>;

const Sentence = z.strictObject({
  text: z.string(),
  at: Place,
  tasks: z.array(z.string()).describe('说到这句话（或其中一部分）的任务编号'),
  uncarried: z.array(Passage).describe('其中没有任务说到的分句'),
  ...Demands.shape,
});
export type Sentence = z.infer<typeof Sentence>;

/** A unit that a measure names, or the members of a committee that it names. */
const Mention = z.strictObject({
  name: z.string().describe('单位，或“某某成员单位”'),
  sentences: z.array(z.int()).describe('在标题后的第几句，从 0 起'),
  tasked: z.boolean().describe('落实这一条的任务里有没有它'),
  at: Place,
});
export type Mention = z.infer<typeof Mention>;

const Measure = z.strictObject({
  id: z.string().describe('章序数加条序数，如“一（二）”；同号的从第二条起加“-2”等'),
  number: z.string().describe('印出的条序数，如“（二）”'),
  title: z.string(),
  titleAt: Place,
  text: z.string().describe('整条原文，含序数和标题'),
  sentences: z.array(Sentence).describe('标题之后的各句'),
  mentions: z.array(Mention).describe('点到的单位，乡镇除外'),
  at: Place,
});
export type Measure = z.infer<typeof Measure>;

export const Chapter = z.strictObject({
  number: z.string(),
  title: z.string(),
  text: z.string().describe('章题原文；章内不属于任何条的文字也在此'),
  measures: z.array(Measure),
  at: Place,
});
export type Chapter = z.infer<typeof Chapter>;

export const NoticeHead = z.strictObject({
  masthead: z.array(z.string()).describe('发文机关标志等，发文字号之前的文字'),
  number: z.string().nullable().describe('发文字号'),
  title: z.string().nullable().describe('标题，各行相连（GB/T 9704—2012 7.3.1：发文机关、事由和文种）'),
  addressees: z.array(z.string()).describe('主送机关，按逗号分组'),
  letter: z.array(Passage).describe('通知正文（附发文件之外的部分）'),
  issuer: z.array(z.string()).describe('发文机关署名'),
  date: z.iso.date().nullable().describe('成文日期'),
  publicity: z.string().nullable().describe('附注，如“此件公开发布”'),
  documentTitle: z.string().nullable().describe('所印发文件的标题'),
  preamble: z.array(Passage).describe('第一章之前的文字'),
  appendices: z.array(
    z.strictObject({
      label: z.string(),
      title: z.string().nullable(),
      text: z.array(Passage).describe('附件里不属于任何表的文字'),
      at: Place,
    }),
  ),
  colophon: z.array(z.string()).describe('版记：抄送、印发机关和日期'),
  year: z.int().nullable().describe('工作年度'),
});
export type NoticeHead = z.infer<typeof NoticeHead>;

export const Ledger = z.strictObject({
  total: z.int().describe('全文字数（不计空白）'),
  letterhead: z.int().describe('版头、主送、通知正文、落款、附注'),
  body: z.int().describe('所印发文件的标题、导语、章、条'),
  appendix: z.int().describe('附件标题、表题、表头、单元格、表下备注'),
  noise: z.int().describe('书签等不属于通知的文字'),
  unclaimed: z.int().describe('未归类的字数'),
  rest: z.array(z.strictObject({ text: z.string(), at: Place })).describe('未归类的文字，原样'),
});
export type Ledger = z.infer<typeof Ledger>;

/** A task as an earlier edition printed it, and what has become of it. */
const EarlierTask = z.strictObject({
  id: z.string(),
  name: z.string(),
  goal: z.string(),
  units: z.string().describe('牵头、责任单位，清单上印的字'),
  became: z
    .enum(['same', 'merged', 'split', 'maybe', 'gone'])
    .describe('same 还在；merged 并进了另一项；split 拆分成了几项；maybe 是哪一项说不准；gone 已取消'),
  now: z.array(z.string()).describe('现在的任务的编号；same 的第一个是它自己，其余是从它拆出去的'),
});
export type EarlierTask = z.infer<typeof EarlierTask>;

/** 任务台账: everything the notice says, as records. */
export const TaskBook = z.strictObject({
  schema: z.literal(TASK_BOOK_SCHEMA),
  source: z.strictObject({
    name: z.string(),
    sha256: z.string().length(64),
    lines: z
      .array(z.int().nonnegative())
      .readonly()
      .nullable()
      .describe('各行从原文第几个字起；没有行的格式为 null'),
  }),
  notice: NoticeHead,
  chapters: z.array(Chapter),
  tables: z.array(BookTable),
  otherTables: z
    .array(
      z.strictObject({
        title: z.string(),
        rows: z.array(z.array(z.string())),
        isUnread: z.literal(true).optional().describe('像是有任务，但没有读懂'),
        at: Place,
      }),
    )
    .describe('没有任务的表、没有读懂的表，原样'),
  tasks: z.array(Task),
  earlier: z
    .array(EarlierTask)
    .optional()
    .describe('以前各版里印得和现在不一样的任务，和它们现在的去处；清单、对照、汇总都按它找任务'),
  district: District.nullable().describe('单位名录所属的行政区；没有名录为 null'),
  units: z.array(Unit).describe('名录里的单位，然后是名录里没有的'),
  unlisted: z.array(z.string()).describe('名录里没有的单位，按通知原文'),
  guessed: z
    .array(z.string())
    .optional()
    .describe('曾用名里名录没有写、看任务和名称推定的：按它认出的清单要有人核对'),
  groups: z.array(Group),
  diagnostics: z.array(Diagnostic),
  ledger: Ledger,
});
export type TaskBook = z.infer<typeof TaskBook>;

/** A task book as it is kept in a file. */
export const StoredTaskBook = TaskBook.refine(
  ({ tables, tasks }) => tasks.every(({ table }) => table <= tables.length),
  { path: ['tasks', 'table'] },
).safeExtend({
  digest: z.string().length(64).optional().describe('其余内容的 SHA-256，程序据此认出没有人改过的台账'),
});
