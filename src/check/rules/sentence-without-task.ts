import { measuresOf } from '../../model/book.js';
import { stretchIn } from '../../model/passage.js';
import type { Rule } from '../rule.js';

export const sentenceWithoutTask: Rule = {
  code: 'sentence-without-task',
  severity: 'info',
  title: '正文的要求没有任务落实',
  explanation:
    '正文写了要求，表里没有任务说到这一句，或没有说到其中带数字的分句。没有牵头单位的要求容易落空，请核对是否要列入表里。没有任务表的通知不查。',
  find: (book) =>
    book.tables.every(({ kind }) => kind !== 'table')
      ? []
      : measuresOf(book).flatMap(({ number, sentences }) =>
          sentences.flatMap(({ text, at, tasks, uncarried, indicators }) => {
            if (tasks.length === 0) return [{ message: `正文${number}的这一句没有任务落实：“${text}”`, at }];
            const figures = uncarried.filter((clause) =>
              indicators.some((each) => stretchIn(clause, each.at) !== undefined),
            );
            return figures.map((clause) => ({
              message: `正文${number}的这个数没有任务落实：“${clause.text}”。`,
              at: clause.at,
            }));
          }),
        ),
};
