import { unresolved } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const unitMisspelt: Rule<'unit-misspelt'> = {
  code: 'unit-misspelt',
  find: (book) =>
    unresolved(book)
      .filter(({ why }) => why === 'near')
      .map(({ name, nearest, at }) => ({ args: { name, nearest }, at })),
};
