import { measuresOf } from '../../model/book.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const taskWithoutMeasure: Rule = {
  code: 'task-without-measure',
  severity: 'info',
  title: '任务在正文里没有依据',
  explanation:
    '表里有这项任务，正文没有一条说到它：名称、目标、领域都对不上。请核对正文是否漏写。没有正文的通知不查。',
  find: (book) =>
    measuresOf(book).length === 0
      ? []
      : book.tasks
          .filter(({ measures }) => measures.length === 0)
          .map((task) => ({ message: `${taskWords(book, task)}在正文里找不到对应的条。`, at: task.at })),
};
