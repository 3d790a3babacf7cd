import { unresolved } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const groupUnknown: Rule<'group-unknown'> = {
  code: 'group-unknown',
  find: (book) =>
    unresolved(book)
      .filter(({ why }) => why === 'members-unknown')
      .map(({ name, tasks, at }) => ({
        args: { name, tasks },
        at,
      })),
};
