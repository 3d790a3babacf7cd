import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const leadMissing: Rule = {
  code: 'lead-missing',
  severity: 'error',
  title: '没有牵头单位',
  explanation: '任务没有写明谁牵头，办起来没有人负总责。请补上牵头单位，或写明排第一的责任单位牵头。',
  find: (book) =>
    book.tasks
      .filter(({ lead }) => lead.length === 0)
      .map((task) => ({ message: `${taskWords(book, task)}没有牵头单位。`, at: task.at })),
};
