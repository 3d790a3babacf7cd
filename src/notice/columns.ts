import type { ColumnRole } from '../model/taskbook.js';

/** What a column's header may say, for each role a column can have; a year before it does not count. */
const HEADERS: Record<Exclude<ColumnRole, 'other'>, readonly string[]> = {
  number: ['序号', '编号', '项号'],
  name: [
    '名称',
    '项目名称',
    '任务名称',
    '重点任务',
    '工作任务',
    '主要任务',
    '重点工作',
    '事项',
    '任务',
    '领域',
    '整治领域',
  ],
  goal: [
    '目标',
    '目标任务',
    '目标内容',
    '工作目标',
    '工作内容',
    '主要内容',
    '具体内容',
    '具体措施',
    '工作措施',
    '工作要求',
    '任务内容',
    '整治内容',
    '建设内容',
    '建设内容及规模',
    '要求',
    '内容',
  ],
  lead: ['牵头单位', '牵头部门', '牵头责任单位', '主责单位', '主责部门', '牵头单位（部门）'],
  responsible: [
    '责任单位',
    '责任部门',
    '落实单位',
    '配合单位',
    '配合部门',
    '参加单位',
    '参与单位',
    '协同单位',
    '责任单位（部门）',
  ],
  remark: ['备注', '说明'],
};

const ROLES = new Map(
  Object.entries(HEADERS).flatMap(([role, headers]) =>
    headers.map((header) => [comparable(header), role as ColumnRole] as const),
  ),
);

/**
 * What a column holds, by its header: 2025年目标（内容） is a goal as 目标 is.
 *
 * @param header the header cell's text
 */
export function roleOf(header: string): ColumnRole {
  const plain = comparable(header).replace(/^\d{4}年度?/, '');
  return ROLES.get(plain) ?? ROLES.get(plain.replace(/\([^()]*\)$/, '')) ?? 'other';
}

/** Full and half width and blanks make no difference. */
function comparable(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '');
}
