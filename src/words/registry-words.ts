import type { UnitKind } from '../model/registry.js';
import { wordsIn } from './any-of.js';

// The registry as a workbook: what its columns and rows are called, by whom it is written and how people write it.

/** A column of the worksheet of units; each group has a column of its own beside these. */
export type RegistryColumn =
  | 'name'
  | 'full'
  | 'aliases'
  | 'formerly'
  | 'kind'
  | 'hosts'
  | 'basis'
  | 'source'
  | 'note';

/** What each column is called: as it is written first, then as people write it, too. */
export const REGISTRY_HEADERS: Record<RegistryColumn, readonly string[]> = {
  name: wordsIn('单位 单位名称 单位简称 简称'),
  full: wordsIn('全称 单位全称'),
  aliases: wordsIn('别称 别名 其他叫法'),
  formerly: wordsIn('曾用名 原名 原名称'),
  kind: wordsIn('类别 单位类别'),
  hosts: wordsIn('挂靠的办公室 挂靠 挂靠机构 承办的办公室 设在本单位的办公室'),
  basis: wordsIn('挂靠的依据 设置依据 依据'),
  source: wordsIn('来源'),
  note: wordsIn('说明 备注 序号 编号 联系人 联系电话'),
};

/** The sorts of units, as a person chooses one. */
export const KIND_WORDS: Record<UnitKind, string> = {
  department: '部门',
  office: '办公室',
  committee: '议事协调机构',
  institution: '事业单位等',
  township: '乡镇（街道）',
  other: '不知道',
};

/** The worksheets. */
export const REGISTRY_SHEETS = { units: '名录', others: '其他', answers: '答复' } as const;

/** The columns of what was answered of groups and tasks. */
export const ANSWER_HEADERS = wordsIn('答复的单位 问的集体、任务 任务编号 答复 答复的说明');

/** The row that says of each group whether all its members are ticked. */
export const WHOLE_ROW = '成员列全了吗';

export const TICK = '✓';
export const [WHOLE, NOT_WHOLE] = ['是', '否'] as const;

/** The columns of what is of no unit. */
export const OTHER_HEADERS = wordsIn('项目 名称 内容');

/** What stands under 项目. */
export const OTHER_ITEMS = {
  name: '行政区全称',
  short: '行政区简称',
  mark: '代表本区的字',
  column: '表头',
  season: '时节',
  source: '集体的来源',
} as const;

/** What the basis of a hosted office is where nobody has written one. */
export const NO_BASIS = '名录';

/** What people write below a list in the place of a name: 备注：以上为6月名单, 合计, 以上共12个单位. */
const ASIDE = /[：:。；！？]|^(?:备注|说明|附注|合计|总计|共计|小计|以上|上述|本表|此表)/;

/** Whether a text in the column of names is a remark, and no name. */
export function isAside(name: string): boolean {
  return ASIDE.test(name);
}
