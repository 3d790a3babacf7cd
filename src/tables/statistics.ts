import type { Passage } from '../model/passage.js';

/** What a table is of that says how things are, and not what is to be done. */
const STATISTICS = /统计|情况|名单|名册|一览|排名|通报|得分|结果/;

/** A title is a line. */
const LONGEST_TITLE = 40;

/** Whether the title right above a table says that it tells how things are. */
export function isOfStatistics(above: readonly Passage[]): boolean {
  return above.slice(-2).some(({ text }) => text.length < LONGEST_TITLE && STATISTICS.test(text));
}

/** Whether a column says what was reached: 完成数, 完成率, 排名. */
export function isOfResults(header: string): boolean {
  return /^(?:已?完成(?:数|率|值|比例|进度)|排名|位次|得分|实际(?:完成|值))/.test(header.replace(/\s/g, ''));
}

/** 整改销号审批表, 报名表: a form to fill in and to sign. */
const FORM = /(?:审批|申请|申报|报名|备案|审核)[表单]|回执/;

/** Whether the title right above a table says that it is a form. */
export function isToBeSigned(above: readonly Passage[]): boolean {
  const title = above.at(-1)?.text ?? '';
  return title.length < LONGEST_TITLE && FORM.test(title);
}
