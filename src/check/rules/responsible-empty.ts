import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const responsibleEmpty: Rule = {
  code: 'responsible-empty',
  severity: 'warning',
  title: '责任单位空白',
  explanation: '同名任务的上一行有责任单位，这一行空白。空白是没有责任单位，还是漏填、漏合并，请核对。',
  find: (book) =>
    book.tasks
      .filter(({ flags }) => flags.includes('responsible-empty'))
      .map((task) => ({ message: `${taskWords(book, task)}的责任单位空白，上一行有。`, at: task.at })),
};
