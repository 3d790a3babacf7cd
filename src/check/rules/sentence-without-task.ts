import { measuresOf } from '../../model/book.js';
import { stretchIn } from '../../model/passage.js';
import type { Finding, Rule } from '../rule.js';

export const sentenceWithoutTask: Rule<'sentence-without-task'> = {
  code: 'sentence-without-task',
  find: (book) =>
    book.tables.every(({ kind }) => kind !== 'table')
      ? []
      : measuresOf(book).flatMap(({ number, sentences }) =>
          sentences.flatMap(
            ({ text, at, tasks, uncarried, indicators }): Finding<'sentence-without-task'>[] => {
              if (tasks.length === 0) return [{ args: { measure: number, text, part: 'sentence' }, at }];
              const figures = uncarried.filter((clause) =>
                indicators.some((each) => stretchIn(clause, each.at) !== undefined),
              );
              return figures.map((clause) => ({
                args: { measure: number, text: clause.text, part: 'figure' },
                at: clause.at,
              }));
            },
          ),
        ),
};
