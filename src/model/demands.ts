import * as z from 'zod';
import { Place } from './place-record.js';

/** How a figure is to be compared; `range` has two values, both meant. */
export const Comparator = z.enum(['=', '≥', '≤', '>', '<', '≈', 'range']);
export type Comparator = z.infer<typeof Comparator>;

/** 指标: a figure that the text states of something. */
export const Indicator = z.strictObject({
  text: z.string().describe('印出的数值，连同比较的词：“不少于200台”“控制在9%之内”'),
  subject: z.string().describe('衡量什么'),
  comparator: Comparator,
  values: z.array(z.number()).describe('数值，万、亿已乘入；range 和比值有两个'),
  unit: z.string().describe('计量单位，“万”“亿”不在其中；没有则为空'),
  change: z.enum(['increase', 'decrease']).optional().describe('数值是增减的幅度，不是水平'),
  baseline: z.string().optional().describe('与什么相比：“同比”“2023年”'),
  scope: z.string().optional().describe('范围：“全区”，或所属的工作'),
  of: z.string().optional().describe('占什么的比例'),
  condition: z.literal(true).optional().describe('适用的条件（“200张床位以上的医院”），不是要达到的数'),
  at: Place,
});
export type Indicator = z.infer<typeof Indicator>;

/** 频次: how often something is to be done. */
export const Frequency = z.strictObject({
  text: z.string(),
  what: z.string().describe('做什么'),
  who: z.string().describe('谁来做；没有写则为空'),
  comparator: Comparator,
  times: z.number().nullable().describe('次数；“年度”没有写几次，为 null'),
  per: z.string().describe('每多久：年、半年、月、学期 …'),
  at: Place,
});
export type Frequency = z.infer<typeof Frequency>;

/** 时限: by when, during which time, or without end. */
const Said = { text: z.string().describe('印出的字；推定的为空'), at: Place };

const Reckoned = z
  .literal(true)
  .optional()
  .describe('没有印出是哪一天，从成文日期（“三个月内”“明年”）、“上旬”“年中”一类的词或名录里的时节推算');

export const Deadline = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...Said,
      kind: z.literal('by'),
      by: z.iso.date().optional().describe('最后一天；没有印出年份、通知也没有工作年度时没有'),
      reckoned: Reckoned,
      inferred: z.literal(true).optional().describe('没有印出，推定为工作年度的最后一天'),
    }),
    z.strictObject({
      ...Said,
      kind: z.literal('during'),
      from: z.iso.date().optional().describe('第一天'),
      by: z.iso.date().optional().describe('最后一天'),
      reckoned: Reckoned,
    }),
    z.strictObject({
      ...Said,
      kind: z.literal('recurring'),
      every: z.string().optional().describe('每多久：年、季度、月、周 …'),
      months: z.array(z.int().min(1).max(12)).optional().describe('当中的哪几个月；每季度的从 1 到 3'),
      monthDay: z.int().min(-1).max(31).optional().describe('当月的哪一天为限；-1 为最后一天'),
      weekday: z.int().min(1).max(7).optional().describe('星期几为限；1 为星期一'),
    }),
    z.strictObject({
      ...Said,
      kind: z.literal('event'),
      by: z.iso.date().optional().describe('最后一天；名录里有这个时节从哪一天开始才有'),
      reckoned: Reckoned,
    }),
    z.strictObject({ ...Said, kind: z.literal('ongoing') }),
  ])
  .describe(
    'by 某日之前；during 一段时间内；ongoing 长期、持续；recurring 每隔一段时间；event 某事之前，日期不定',
  );
export type Deadline = z.infer<typeof Deadline>;

/** What sort of thing must come out. */
export const DeliverableKind = z
  .enum(['document', 'list', 'plan', 'mechanism', 'system', 'works'])
  .describe(
    'document 文件；list 清单台账；plan 方案规划、预案；mechanism 机制制度；system 系统平台；works 工程',
  );
export type DeliverableKind = z.infer<typeof DeliverableKind>;

/** 成果: something that must be there when the duty is done. */
export const Deliverable = z.strictObject({
  kind: DeliverableKind,
  text: z.string().describe('成果的名称'),
  at: Place,
});
export type Deliverable = z.infer<typeof Deliverable>;

/** 工程点: a piece of works or a spot in a township: 平桥镇护岸. */
export const Site = z.strictObject({
  text: z.string(),
  township: z.string(),
  at: Place,
});
export type Site = z.infer<typeof Site>;

/** What a text asks for. */
export const Demands = z.strictObject({
  indicators: z.array(Indicator),
  frequencies: z.array(Frequency),
  deadlines: z.array(Deadline),
  deliverables: z.array(Deliverable),
  sites: z.array(Site),
});
export type Demands = z.infer<typeof Demands>;
