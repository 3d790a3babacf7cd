import type { ColumnRole } from '../model/column-role.js';
import type { BookTable } from '../model/taskbook.js';

/** What a column of a table holds. */
export const COLUMN_WORDS: Record<ColumnRole, string> = {
  number: '序号',
  category: '大项',
  name: '任务名称',
  goal: '目标内容',
  step: '整改措施',
  lead: '牵头单位',
  responsible: '责任单位',
  supervising: '监督单位',
  unit: '单位作列头',
  person: '责任人',
  deadline: '完成时限',
  schedule: '分期安排',
  money: '投资',
  'counted-in': '计量单位',
  weight: '分值',
  scoring: '评分标准',
  remark: '备注',
  other: '其他',
};

export const COLUMN_ROLES = Object.keys(COLUMN_WORDS) as readonly ColumnRole[];

/** What a column holds by what people write for it: name, 任务名称. */
export function columnRoleOf(said: string): ColumnRole | undefined {
  return COLUMN_ROLES.find((role) => role === said || COLUMN_WORDS[role] === said);
}

/** How a table prints its tasks. */
export const SHAPE_WORDS: Record<BookTable['shape'], string> = {
  rows: '一行一项',
  cards: '卡片，一张一项',
  matrix: '单位作列头，格里是符号或数字',
  'units-as-rows': '一行一个单位，各列是数',
  'tasks-as-columns': '任务作列',
  'of-one-unit': '整张表是一个单位的',
};

/** What the cells of a column hold from which its role was concluded. */
export const CONTENT_WORDS = { units: '都是单位', times: '都是时间', text: '写的是事情' } as const;
