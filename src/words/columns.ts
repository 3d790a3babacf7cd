import type { ColumnRole } from '../model/taskbook.js';

/**
 * What a column's header may say, for each role a column can have. The first that matches counts; a
 * year before the words and brackets after them do not. What stands first under a role is preferred
 * where two columns of a table could have it.
 */
const HEADERS: readonly (readonly [Exclude<ColumnRole, 'other'>, RegExp])[] = [
  ['number', /^(?:序号?|编号|项号|号)$/],
  ['lead', /^(?:总?牵头|主责|主办|主要责任|第一责任)(?:责任|负责|主管)?(?:单位|部门|科室|处室|机构)?$/],
  [
    'responsible',
    /^(?:主要|具体|共同|其他)?(?:责任|落实|配合|参加|参与|协同|协助|协办|承办|实施|执行|负责|成员|责任落实)(?:责任)?(?:单位|部门|科室|处室|机构|主体)$|^(?:配合|参加|参与|协同|协办)$/,
  ],
  [
    'deadline',
    /^(?:(?:拟|预计|计划|要求)?(?:完成|整改|办结|落实|推进|实施)?(?:时限|时间|期限|时间节点|时间要求|时限要求|时间安排|进度安排|进度要求|日期)|时间节点|年限)$/,
  ],
  ['remark', /^(?:备注|说明|备考)$/],
  [
    'name',
    /^(?:(?:重点|工作|主要|具体|年度|任务|整治|项目|指标|文件|应用|平台|活动|措施)*(?:名称|任务|工作|事项|项目)|指标|文件)$/,
  ],
  [
    'goal',
    /^(?:(?:工作|任务|年度|主要|具体|重点|整治|建设|项目|总体|目标)*(?:目标|内容|措施|举措|要求|标准|规模|指标|目标任务|目标内容|任务目标|目标要求|目标值|指标值|计划值)|(?:目标|内容|任务|措施)[及和与]?(?:要求|规模|内容|标准|措施|目标)|建设内容及规模)$/,
  ],
  ['name', /^(?:整治|工作|任务|重点|项目|行业)*(?:领域|类别|板块|类型|方面|环节)$/],
];

/** What a column holds, by its header: 2025年目标（内容） is a goal as 目标 is. */
export function roleOf(header: string): ColumnRole {
  return matchOf(header)?.role ?? 'other';
}

/**
 * How a header is understood: its role, and its rank among the headers that have that role.
 */
export function matchOf(header: string): { role: ColumnRole; rank: number } | undefined {
  const plain = comparable(header).replace(/^\d{4}年度?/, '');
  for (const text of [plain, plain.replace(/\([^()]*\)$/, '')]) {
    const rank = HEADERS.findIndex(([, pattern]) => pattern.test(text));
    if (rank >= 0) return { role: (HEADERS[rank] as (typeof HEADERS)[number])[0], rank };
  }
  return undefined;
}

/** Full and half width and blanks make no difference. */
function comparable(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '');
}
