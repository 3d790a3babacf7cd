import { tableOf } from '../../model/book.js';
import { isInferred } from '../../model/deadlines.js';
import type { Indicator } from '../../model/demands.js';
import { referenceTo } from '../../model/reference.js';
import type { Task, TaskBook } from '../../model/taskbook.js';
import type { Rule } from '../rule.js';

const YEAR = /\d{4}年/;

/** 测评体系, 复审: what is to be reached when it is assessed. */
const ASSESSED = /测评|考评|复审|复查|创建|创[卫文城园]|迎[检评]/;

export const rateWithoutDeadline: Rule<'rate-without-deadline'> = {
  code: 'rate-without-deadline',
  find: (book) =>
    book.tasks
      .filter((task) => !isDated(book, task))
      .flatMap((task) => {
        const [rate] = task.indicators.filter(isReached);
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

/** Words by which a rate is one to be reached: 达到95%, 提高到62%. */
const REACHES = /达|提[高升][到至]|增[加长][到至]|上升[到至]|实现/;
/** What is spread or built bit by bit, whatever word stands before the figure: 覆盖率100%. */
const SPREADS =
  /(?:覆盖|普及|配套|配备|安装|设置|赋码|签约|入[池网户库]|[标规]\p{Script=Han}化|机械化|改造|建成)率?$|占比$|比重$/u;
/** What holds at any time: 办结率达到98%, 合格率, 就业率稳定在90%以上. */
const STANDING =
  /(?:办结|合格|达标|报告|检[验疫测]|完好|处[理置]|无害化|满意|查处|响应|登记|落实|执行|执法|开课|签订|公[开示]|保留|满足|守法|补贴|滞后|抽查)(?:覆盖)?率?$/;
const KEPT = /保持|稳定|维持/;

/** The most that is allowed holds at any time, and so does what is kept. */
function isReached({ unit, change, condition, comparator, subject, text }: Indicator): boolean {
  if ((unit !== '%' && unit !== '‰') || change !== undefined || condition) return false;
  if (comparator === '≤' || comparator === '<' || STANDING.test(subject) || KEPT.test(text)) return false;
  return REACHES.test(text) || SPREADS.test(subject);
}

/** Whether something printed says by when: the task itself, its table, or the document's title. */
function isDated(book: TaskBook, task: Task): boolean {
  const { columns, title } = tableOf(book, task);
  const { documentTitle, title: noticeTitle, preamble, appendices } = book.notice;
  const titles = [
    title,
    documentTitle ?? '',
    noticeTitle ?? '',
    ...appendices.map((appendix) => appendix.title ?? ''),
  ];
  const headings = [
    task.goal,
    task.name,
    ...columns.map(({ header }) => header),
    ...preamble.map(({ text }) => text),
    ...titles,
  ];
  return (
    task.deadline !== '' ||
    task.deadlines.some((deadline) => !isInferred(deadline)) ||
    headings.some((text) => YEAR.test(text.normalize('NFKC'))) ||
    titles.some((text) => ASSESSED.test(text))
  );
}
