import { nameOf, namesIn } from '../../model/book.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

export const leadAndResponsible: Rule = {
  code: 'lead-and-responsible',
  severity: 'warning',
  title: '既牵头又责任',
  explanation: '同一个单位（或集体称谓）在同一项任务里既是牵头单位又是责任单位。请确定是哪一个。',
  find: (book) =>
    book.tasks.flatMap((task) => {
      const leads = namesIn(task.lead);
      const both = task.responsible.filter((each) => leads.has(nameOf(each) ?? ''));
      return both.map(({ text, at }) => ({
        message: `${taskWords(book, task)}里，“${text}”既是牵头单位又是责任单位。`,
        at,
      }));
    }),
};
