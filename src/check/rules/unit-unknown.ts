import { unresolved } from '../../tasks/index.js';
import type { Rule } from '../rule.js';

export const unitUnknown: Rule = {
  code: 'unit-unknown',
  severity: 'warning',
  title: '名录里没有的单位',
  explanation: '单位名录里没有这个名称。可能是写错了、用了旧称，也可能是名录要补。没有名录的通知不查这一条。',
  find: (book) =>
    book.district === null
      ? []
      : unresolved(book)
          .filter(({ why }) => why !== 'members-unknown')
          .map(({ name, nearest, at }) => ({
            message: `单位名录里没有“${name}”。${nearest.length > 0 ? `是不是：${nearest.join('、')}？` : ''}`,
            at,
          })),
};
