import { unresolved } from '../../tasks/index.js';
import { MEMBER_UNITS, SOME_OF } from '../../words/collectives.js';
import type { Rule } from '../rule.js';

/** Some of a sort, and the notice does not say which; 各乡镇 are known to everybody. */
const SOME = new RegExp(`${SOME_OF}|属地|所在|${MEMBER_UNITS}`);

export const groupUnknown: Rule<'group-unknown'> = {
  code: 'group-unknown',
  find: (book) =>
    unresolved(book)
      .filter(({ why, name }) => why === 'members-unknown' && (book.district !== null || SOME.test(name)))
      .map(({ name, tasks, at }) => ({
        args: { name, tasks },
        at,
      })),
};
