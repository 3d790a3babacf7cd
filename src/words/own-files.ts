// What this program writes says so of itself: whoever meets a file again knows it by these.

/** Who made a file, in the properties of Word files and workbooks, and in the head of pages. */
export const MAKER = 'wulong-tasks';

/** What a file is that this program wrote; of a workbook in another form than .xlsx only its content says which it is. */
export type OwnFile = 'sheet' | 'registry' | 'book' | 'workbook' | 'other';

/** What worksheets are called by which a workbook is known; any other of the program's is for reading. */
export const OWN_WORKSHEETS: Readonly<Record<string, OwnFile>> = { 任务清单: 'sheet', 名录: 'registry' };

/** How texts begin that the program writes: they have no properties. */
export const OWN_TEXTS: readonly (readonly [OwnFile, RegExp])[] = [
  ['book', /^\s*\{\s*"schema":\s*"wulong-tasks\/task-book/],
  ['sheet', /^\s*\{\s*"schema":\s*"wulong-tasks\/task-sheet/],
  ['other', /^\s*\{\s*"schema":\s*"wulong-tasks\//],
  // What changed, with its two editions; what its drafters should mend.
  ['other', /^# 修订对照\s+[-*] 原：/],
  ['other', /^## 发文前检查(?:（\d+ 处）)?\s/],
  ['registry', /^# 本通知里还没有着落的单位名称和集体称谓。/],
];

/** Columns by which a table in a text is known that the program wrote, in its first line. */
export const OWN_HEADERS: readonly (readonly [OwnFile, readonly string[]])[] = [
  ['sheet', ['编号', '进展状态', '是否涉及本单位', '校验']],
  ['other', ['编号', '填报单位', '进展状态', '出处']],
];

/**
 * What the program prints at the beginning of what people read, without blanks: it stays when a file is printed to
 * another form, or copied, and nothing else does.
 */
export const OWN_PRINTED: readonly (readonly [OwnFile, RegExp])[] = [
  ['sheet', /先看“任务清单”，填黄色的格子.{0,600}填的内容下次更新都会带过去/],
  ['other', /^.{1,60}任务分解表.{0,300}（\d+项）类别任务名称目标内容频次\/时限牵头单位责任单位备注/],
  ['other', /^.{0,60}任务总台账.{0,300}｜共\d+项：/],
  ['other', /^.{0,20}各单位进展总览.{0,300}过了完成时限没有完成的算滞后/],
];

/** What pages of former versions have at their end, before they said it in their head. */
export const FORMER_PAGE = /<footer>(?:由 )?wulong-tasks /i;
