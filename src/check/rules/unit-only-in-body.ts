import { measuresOf } from '../../model/book.js';
import type { Rule } from '../rule.js';

export const unitOnlyInBody: Rule = {
  code: 'unit-only-in-body',
  severity: 'warning',
  title: '只有正文点名的单位',
  explanation:
    '正文的条点到这个单位，落实这一条的任务里却没有它。照表办事的单位会漏掉，请核对是否要加进表里。',
  find: (book) =>
    measuresOf(book).flatMap(({ number, mentions }) =>
      mentions
        .filter(({ tasked }) => !tasked)
        .map(({ name, at }) => ({ message: `正文${number}点到“${name}”，落实这一条的任务里没有它。`, at })),
    ),
};
