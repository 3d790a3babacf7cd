// What is due before or after something that happens, or while it lasts; a day of it only a district knows.

import { dayAfter, LASTS, YEAR } from '../../words/calendar.js';
import { AFTER_EVENT, BEFORE_EVENT, BEFORE_SEASON, SPAN_SIGNS, SPANS } from '../../words/events.js';
import { COUNT } from '../../words/numerals.js';
import type { TimeRule } from './rule.js';

export const AFTER_EVENTS: readonly TimeRule[] = [
  { kind: 'event', has: '后', pattern: new RegExp(`${AFTER_EVENT}(?:${LASTS}(?:之?内|前))?`, 'g') },
];

export const DURING_EVENTS: readonly TimeRule[] = [
  { kind: 'during', has: SPAN_SIGNS, pattern: new RegExp(SPANS, 'g') },
  // Nobody can tell their first day from the words alone.
  {
    kind: 'during',
    has: '年',
    pattern: new RegExp(
      `(?:(?<!使)(?:计划|利)?用|未来|今后)(?:${COUNT}(?:到|至))?(?:${COUNT})年(?:左右)?(?:的?时间)?(?!以)`,
      'g',
    ),
  },
];

export const BEFORE_EVENTS: readonly TimeRule[] = [
  {
    kind: 'event',
    has: '前',
    pattern: new RegExp(`(?:(?:${YEAR}|今)年)?${BEFORE_SEASON}`, 'g'),
    dates: ({ season = '' }, { year, seasons }) => {
      const begins = Object.entries(seasons).find(([name]) => name === season || name === `${season}期`)?.[1];
      return begins === undefined ? {} : { by: dayAfter(`${year}-${begins}`, '-1', '日'), reckoned: true };
    },
  },
  { kind: 'event', has: '前', pattern: new RegExp(BEFORE_EVENT, 'g') },
];
