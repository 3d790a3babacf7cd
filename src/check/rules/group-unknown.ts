import { unresolved } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const groupUnknown: Rule = {
  code: 'group-unknown',
  severity: 'info',
  title: '集体称谓成员不明',
  explanation:
    '用了集体称谓，而通知和名录都没有说包括哪些单位，被点到的单位自己不一定知道。能点名的请点名，或附上成员名单。',
  find: (book) =>
    unresolved(book)
      .filter(({ why }) => why === 'members-unknown')
      .map(({ name, tasks, at }) => ({
        message: `“${name}”包括哪些单位没有写明，涉及 ${tasks} 项任务。`,
        at,
      })),
};
