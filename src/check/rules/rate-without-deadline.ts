import { tableOf } from '../../model/book.js';
import { isInferred } from '../../model/deadlines.js';
import type { Indicator } from '../../model/demands.js';
import { referenceTo } from '../../model/reference.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

const YEAR = /\d{4}年/;

export const rateWithoutDeadline: Rule<'rate-without-deadline'> = {
  code: 'rate-without-deadline',
  find: (book) =>
    book.tasks
      .filter((task) => !isDated(book, task))
      .flatMap((task) => {
        const [rate] = task.indicators.filter(isRate);
        return rate
          ? [
              {
                args: { task: referenceTo(book, task), subject: rate.subject, rate: rate.text },
                at: rate.at,
              },
            ]
          : [];
      }),
};

function isRate({ unit, change, condition }: Indicator): boolean {
  return (unit === '%' || unit === '‰') && change === undefined && !condition;
}

/** Whether something printed says by when: the task itself, its table, or the document's title. */
function isDated(book: TaskBook, task: Task): boolean {
  const { columns, title } = tableOf(book, task);
  const { documentTitle, title: noticeTitle, preamble, appendices } = book.notice;
  const headings = [
    ...columns.map(({ header }) => header),
    title,
    documentTitle ?? '',
    noticeTitle ?? '',
    ...preamble.map(({ text }) => text),
    ...appendices.map((appendix) => appendix.title ?? ''),
  ];
  return (
    task.deadline !== '' ||
    task.deadlines.some((deadline) => !isInferred(deadline)) ||
    headings.some((text) => YEAR.test(text.normalize('NFKC')))
  );
}
