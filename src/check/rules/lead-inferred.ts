import { tableOf } from '../../model/book.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const leadInferred: Rule = {
  code: 'lead-inferred',
  severity: 'warning',
  title: '牵头单位空白',
  explanation: '牵头单位一格是空的，按上一行推定。如果原件是合并单元格就没有问题；如果是漏填，请补上。',
  find: (book) =>
    book.tasks
      .filter(({ flags }) => flags.includes('lead-inherited'))
      .map((task) => ({
        message: `${taskWords(book, task)}的牵头单位空白，推定为上一行的“${task.lead.map(({ text }) => text).join('、')}”。`,
        at: task.cells[tableOf(book, task).columns.findIndex(({ role }) => role === 'lead')]?.at ?? task.at,
      })),
};
