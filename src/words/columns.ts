import type { ColumnRole } from '../model/taskbook.js';
import { anyOf, wordsIn } from './any-of.js';
import { TIME_NAMES, YEAR } from './calendar.js';
import { LEAD_HEADER, RESPONSIBLE_HEADER } from './role-words.js';

/** What a header may say before what it is about: 重点工作, 年度主要目标. */
const KINDS_OF_TASK = '(?:重点|工作|主要|具体|年度|任务|整治|项目|指标|文件|应用|平台|活动|措施)*';
const KINDS_OF_GOAL = '(?:工作|任务|年度|主要|具体|重点|整治|建设|项目|总体|目标)*';
const KINDS_OF_FIELD = '(?:整治|工作|任务|重点|项目|行业)*';

const TIMES = anyOf([
  ...TIME_NAMES,
  ...wordsIn('日期 时间节点'),
  ...wordsIn('时间要求 时限要求 时间安排 进度安排 进度要求'),
]);
const TASKS = anyOf(wordsIn('名称 任务 工作 事项 项目'));
const GOALS = anyOf([
  ...wordsIn('目标 内容 措施 举措 要求 标准 规模 指标 目标值 指标值 计划值'),
  ...wordsIn('目标任务 目标内容 任务目标 目标要求'),
]);
const FIELDS = anyOf(wordsIn('领域 类别 板块 类型 方面 环节'));
/** 目标及要求, 任务内容: two of them in one column. */
const PAIR = '(?:目标|内容|任务|措施)[及和与]?(?:要求|规模|内容|标准|措施|目标)';

/**
 * What a column's header may say, for each role a column can have. The first that matches counts; a
 * year before the words and brackets after them do not. What stands first under a role is preferred
 * where two columns of a table could have it.
 */
const HEADERS = (
  [
    ['number', '序号?|编号|项号|号'],
    ['lead', LEAD_HEADER],
    ['responsible', RESPONSIBLE_HEADER],
    ['deadline', `(?:拟|预计|计划|要求)?(?:完成|整改|办结|落实|推进|实施)?${TIMES}|年限`],
    ['remark', '备注|说明|备考'],
    ['name', `${KINDS_OF_TASK}${TASKS}|指标|文件`],
    ['goal', `${KINDS_OF_GOAL}${GOALS}|${PAIR}|建设内容及规模`],
    ['name', `${KINDS_OF_FIELD}${FIELDS}`],
  ] as const
).map(([role, words]) => ({ role, pattern: new RegExp(`^(?:${words})$`) }));

/** A year before the words. */
const OF_YEAR = new RegExp(`^${YEAR}年度?`);

/** What a column holds, by its header: 2025年目标（内容） is a goal as 目标 is. */
export function roleOf(header: string): ColumnRole {
  return matchOf(header)?.role ?? 'other';
}

/**
 * How a header is understood: its role, and its rank among the headers that have that role.
 */
export function matchOf(header: string): { role: ColumnRole; rank: number } | undefined {
  const plain = comparable(header).replace(OF_YEAR, '');
  for (const text of [plain, plain.replace(/\([^()]*\)$/, '')]) {
    const rank = HEADERS.findIndex(({ pattern }) => pattern.test(text));
    const { role } = HEADERS[rank] ?? {};
    if (role) return { role, rank };
  }
  return undefined;
}

/** Full and half width and blanks make no difference. */
function comparable(header: string): string {
  return header.normalize('NFKC').replace(/\s/g, '');
}
