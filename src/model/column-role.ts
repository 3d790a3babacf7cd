import * as z from 'zod';

/** What a column of a table of tasks holds. */
export const ColumnRole = z
  .enum([
    'number',
    'category',
    'name',
    'goal',
    'step',
    'lead',
    'responsible',
    'supervising',
    'unit',
    'person',
    'deadline',
    'schedule',
    'money',
    'counted-in',
    'weight',
    'scoring',
    'remark',
    'other',
  ])
  .describe(
    'category 名称之上的大项；step 整改措施；unit 列头就是单位，格里是符号或数字；person 领导、责任人、联系人；schedule 分季度、分月的安排；money 投资、资金；counted-in 计量单位；weight 权重、分值；scoring 评分标准',
  );
export type ColumnRole = z.infer<typeof ColumnRole>;
