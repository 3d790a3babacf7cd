import { measuresOf } from '../../model/book.js';
import type { Rule } from '../rule.js';

export const unitOnlyInBody: Rule<'unit-only-in-body'> = {
  code: 'unit-only-in-body',
  find: (book) =>
    measuresOf(book).flatMap(({ number, mentions }) =>
      mentions
        .filter(({ tasked }) => !tasked)
        .map(({ name, at }) => ({ args: { measure: number, name }, at })),
    ),
};
