// What people put into the names of the files that they send back.
import { anyOf, wordsIn } from './any-of.js';

/** Before the unit: 附件：, 附件2, 1., 关于. */
export const BEFORE_UNIT = /^(?:附件[\d一二三四五六七八九十]*|关于|[\s\p{P}\p{S}]|\d{1,3}(?=[\s\p{P}]))+/u;

/** Behind a unit's name that is as short as can be: 白马汇总, 白马报表, 白马6月. */
export const BEHIND_UNIT = anyOf([
  '[^\\p{Script=Han}]',
  ...wordsIn(
    '汇总 报表 报送 上报 填报 反馈 回复 回执 盖章 签字 扫描 清单 任务 进展 情况 台账 表 终稿 最终 最新 定稿 修改 更新 补报 补充 第',
  ),
  '[一二三四五六七八九十]{1,3}月',
]);

/** What the names of organs end in that people shorten: 应急局, 发改委. */
export const ORGAN_ENDS = wordsIn('局 委 办 部 厅 院 中心 支队 大队 公司');

/** What notices are called: 某局关于某事的通知（修订稿）. */
export const CALLED_NOTICE = /通知(?:（[^（）]{0,20}）|\([^()]{0,20}\))?$/;

/** In a folder that only programs have; one that merely begins with a dot is somebody's own, hidden. */
const IN_THEIR_FOLDER =
  /(?:^|\/)(?:\.(?:git|svn|hg|cache|vscode|idea|trash[^/]*|spotlight[^/]*|fseventsd|wulong-tasks-[^/]*)|__MACOSX|~\$[^/]*)\//i;

/** Whether a path leads through a folder that only programs have: .git, __MACOSX. */
export function isInProgramsFolder(name: string): boolean {
  return IN_THEIR_FOLDER.test(name);
}
