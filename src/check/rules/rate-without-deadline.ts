import { tableOf } from '../../model/book.js';
import { type Indicator, isInferred } from '../../model/demands.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';
import { taskWords } from '../texts.js';

const YEAR = /\d{4}年/;

export const rateWithoutDeadline: Rule = {
  code: 'rate-without-deadline',
  severity: 'warning',
  title: '比率没有时限',
  explanation:
    '要达到一个比率，却没有写到什么时候：目标、时限列、表头、表名和文件标题里都没有年份或日期。请写明。',
  find: (book) =>
    book.tasks
      .filter((task) => !isDated(book, task))
      .flatMap((task) => {
        const [rate] = task.indicators.filter(isRate);
        return rate
          ? [
              {
                message: `${taskWords(book, task)}的“${rate.subject}${rate.text}”没有写明时限。`,
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
