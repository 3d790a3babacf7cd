// What measures nothing by itself: it is of what is said before.
import { INCOMPLETE } from '../../words/verbs.js';

export const DEPENDENT = new RegExp(
  [
    '^(?:\\p{Script=Han}{2}率|(?:总|计划|占地|建筑|总建筑)?(?:投资|面积|长度?|宽度?|高度?|规模))$',
    `^(?:计划|基本)?${INCOMPLETE}$`,
  ].join('|'),
  'u',
);
