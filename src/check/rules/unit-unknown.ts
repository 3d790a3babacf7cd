import { unresolved } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const unitUnknown: Rule<'unit-unknown'> = {
  code: 'unit-unknown',
  find: (book) =>
    book.district === null
      ? []
      : unresolved(book)
          .filter(({ why }) => why === 'unlisted' || why === 'odd')
          .map(({ name, nearest, at }) => ({
            args: { name, nearest },
            at,
          })),
};
