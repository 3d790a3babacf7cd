import type { SheetRow } from '../model/sheet.js';
import { dutyWords, PART_WORDS } from './words.js';

/** A column of a task sheet, the same in every format. */
export interface SheetColumn {
  readonly key: string;
  readonly header: string;
  /** Width in a workbook, in characters of the default font. */
  readonly width: number;
  /** What the notice says; a column without this is for the unit to fill in. */
  readonly text?: (row: SheetRow) => string;
  readonly centred?: boolean;
}

/** What 进展状态 can be. */
export const STATES = ['未启动', '推进中', '已完成', '滞后'] as const;

export const SHEET_COLUMNS: readonly SheetColumn[] = [
  { key: 'id', header: '编号', width: 10, text: ({ id }) => id, centred: true },
  { key: 'part', header: '类型', width: 6, text: ({ part }) => PART_WORDS[part], centred: true },
  { key: 'table', header: '类别', width: 9, text: ({ table }) => table, centred: true },
  { key: 'number', header: '序号', width: 5, text: ({ number }) => number, centred: true },
  { key: 'name', header: '任务名称', width: 15, text: ({ name }) => name },
  { key: 'goal', header: '目标内容', width: 46, text: ({ goal }) => goal },
  { key: 'lead', header: '牵头单位', width: 17, text: ({ lead }) => lead },
  { key: 'responsible', header: '责任单位', width: 22, text: ({ responsible }) => responsible },
  { key: 'duties', header: '本单位角色', width: 13, text: ({ duties }) => dutyWords(duties) },
  {
    key: 'measures',
    header: '对应正文',
    width: 9,
    text: ({ measures }) => measures.join('、'),
    centred: true,
  },
  { key: 'remark', header: '通知备注', width: 9, text: ({ remark }) => remark },
  { key: 'at', header: '出处', width: 11, text: ({ at }) => at },
  { key: 'owner', header: '责任人', width: 8 },
  { key: 'phone', header: '联系电话', width: 13 },
  { key: 'deadline', header: '完成时限', width: 11 },
  { key: 'state', header: '进展状态', width: 9 },
  { key: 'progress', header: '进展情况', width: 26 },
  { key: 'updated', header: '更新日期', width: 11 },
  { key: 'comment', header: '备注', width: 12 },
];
