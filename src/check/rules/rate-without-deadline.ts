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

/** The most that is allowed holds at any time. */
function isRate({ unit, change, condition, comparator }: Indicator): boolean {
  const standing = comparator === '≤' || comparator === '<';
  return (unit === '%' || unit === '‰') && change === undefined && !condition && !standing;
}

/** Whether something printed says by when: the task itself, its table, or the document's title. */
function isDated(book: TaskBook, task: Task): boolean {
  const { columns, title } = tableOf(book, task);
  const { documentTitle, title: noticeTitle, preamble, appendices } = book.notice;
  const headings = [
    task.goal,
    task.name,
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
