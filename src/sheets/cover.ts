/** The worksheets of a unit's workbook that the program writes; others are people's own. */
export const WORKSHEETS = {
  cover: '封面',
  tasks: '任务清单',
  open: '待确认',
  measures: '正文',
  figures: '量化指标',
} as const;

/** What stands in the first cell of the worksheets that are there to be read. */
export const READING_TITLES = { measures: '对应的正文', figures: '量化指标' } as const;

/** What stands above the tasks in the workbook of all units. */
export const OVERVIEW_TITLE = '任务总台账';

/** Whether a text is what stands above a unit's tables. */
export function isTitleOf(unit: string, text: string): boolean {
  return [WORKSHEETS.tasks, WORKSHEETS.open].some((name) => text.trim() === unit + name);
}

/** What the cover of a workbook says of the sheet, by its label; the program reads it back. */
export const COVER_FACTS = {
  unit: '单位',
  number: '发文字号',
  date: '成文日期',
  edition: '清单版本',
  file: '通知文件',
  check: '校验码',
  listed: '各行编号',
  carried: '带来的内容',
} as const;
