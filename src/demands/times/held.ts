// What is done over a month, a quarter or some months, and not by their end: 下半年组织开展….

import { anyOf } from '../../words/any-of.js';
import {
  BEFORE,
  DASH,
  DAY,
  dayOf,
  HALF,
  HALVES,
  MONTH,
  QUARTER,
  THIRDS,
  YEAR_WORDS,
} from '../../words/calendar.js';
import { numeralValue } from '../../words/numerals.js';
import { BEGINS_ON_DAY, DONE_REGULARLY, HELD_THEN } from '../../words/verbs.js';
import { HIDDEN } from '../mask.js';
import { dateOf, FIRST_DAYS, OF_YEAR, SAID_YEAR, spanOf, type TimeRule } from './rule.js';

/** Where no clause goes on. */
const CLAUSE = '，。；\\n';
/** 会议时间2021年4月上旬: when it is held. */
const WHEN_HELD = '(?<=(?<!截止|完成|办结|报送|上报|提交|到位)时间(?:定?[于在]|定?为|是|：|安排在)?)';
/** 集中开展, 县政府组织…: who does it may stand before what is done. */
const HELD = `(?=(?:、[^${CLAUSE}、]{2,8})?(?:，?(?:在[^${CLAUSE}]{1,6})?|，(?:对|在|面向|由)[^${CLAUSE}\\d]{2,20}?|，[^${CLAUSE}\\d]{2,10}?|[省市县区乡镇]级|各[^${CLAUSE}、\\d的]{1,6}?)(?:集中|统一|分别|陆续|分批)?(?:要集中|${HELD_THEN})(?!完成))`;

const PART_OF_MONTH = `${OF_YEAR}(?<month>${MONTH})月(?<third>[上中下]{1,2}旬)`;
const overPart: NonNullable<TimeRule['dates']> = ({ month, third = '' }, { year }) => ({
  from: dateOf(year, month, FIRST_DAYS[third]),
  by: dateOf(year, month, THIRDS[third] || undefined),
  reckoned: true,
});

export const HELD_IN: readonly TimeRule[] = [
  // 3月、4月、5月为集中宣讲月, 3月和4月集中植树: from the first to the last of them.
  {
    kind: 'during',
    has: ['月、', '月和'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<!每年|\\d)(?<month>${MONTH})月(?<between>(?:、${MONTH}月){0,3})[、和](?<month2>${MONTH})月份?(?!各|分别)(?:(?=为[^${CLAUSE}\\d]{2,12}[月期](?:[${CLAUSE}]|$))|${HELD})`,
      'g',
    ),
    // 3月、6月、9月 are no span.
    dates: ({ month = '', between = '', month2 = '' }, { year }) =>
      numeralValue(month2) - numeralValue(month) === between.split('、').length
        ? { from: dateOf(year, month, '1'), by: dateOf(year, month2) }
        : {},
  },
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月?${DASH}(?<said2>${SAID_YEAR})?(?<month2>${MONTH})月份?(?!\\d|${DAY}日|[初上中下])`,
      'g',
    ),
    dates: ({ month, said2, month2 }, { year }) => {
      const later = YEAR_WORDS[said2 ?? '']?.years;
      const named = later && year + later;
      return spanOf(dateOf(year, month, '1'), (other) => dateOf(other, month2), year, named);
    },
  },
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(`${OF_YEAR}(?<month>${MONTH})、(?<month2>${MONTH})月份?(?!${DAY}|底|末|前)`, 'g'),
    // 5月、9月 are no span.
    dates: ({ month = '', month2 = '' }, { year }) =>
      numeralValue(month2) - numeralValue(month) === 1
        ? { from: dateOf(year, month, '1'), by: dateOf(year, month2) }
        : {},
  },
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<third>${anyOf(Object.keys(THIRDS))})${DASH}(?<month2>${MONTH})月(?<third2>${anyOf(Object.keys(THIRDS))})`,
      'g',
    ),
    dates: ({ month, third = '', month2, third2 = '' }, { year }) => ({
      from: dateOf(year, month, FIRST_DAYS[third]),
      by: dateOf(year, month2, THIRDS[third2] || undefined),
      reckoned: true,
    }),
  },
  {
    kind: 'during',
    has: '季度',
    pattern: new RegExp(`${OF_YEAR}第?(?<quarter>${QUARTER})季度${HELD}`, 'g'),
    dates: ({ quarter = '' }, { year }) => ({
      from: dayOf(year, numeralValue(quarter) * 3 - 2, 1),
      by: dayOf(year, numeralValue(quarter) * 3),
    }),
  },
  {
    kind: 'during',
    has: ['上半年', '下半年'],
    pattern: new RegExp(`${OF_YEAR}(?<half>${HALF})半年${HELD}`, 'g'),
    dates: ({ half = '' }, { year }) => ({
      from: dayOf(year, (HALVES[half] ?? 12) - 5, 1),
      by: dayOf(year, HALVES[half] ?? 12),
    }),
  },
  {
    kind: 'during',
    has: '旬',
    pattern: new RegExp(`${PART_OF_MONTH}${HELD}`, 'g'),
    dates: overPart,
  },
  // 总结验收（9月上旬）, 面试安排在7月上旬, 5月上旬分批返校, 11月中旬接受抽查.
  ...[
    `(?<=[一-龥]（)${PART_OF_MONTH}(?=）)`,
    `${PART_OF_MONTH}(?=、[^${CLAUSE}、\\d]{2,4}(?:${MONTH}月[^${CLAUSE}、]{1,6}、[^${CLAUSE}、\\d]{2,4}){0,3}${MONTH}月[^${CLAUSE}]{0,8}(?:进行|举[行办]))`,
    `(?<=(?:安排|定|放|集中)在)${PART_OF_MONTH}(?=[${CLAUSE}]|$)`,
    `${PART_OF_MONTH}(?=(?:[、和]${MONTH}月[上中下]{1,2}旬){0,3}各(?:集中|统一)?(?:办|${HELD_THEN}))`,
    `${PART_OF_MONTH}(?=(?:分批|陆续|集中|错峰)${BEGINS_ON_DAY}|接受)`,
  ].map(
    (pattern): TimeRule => ({
      kind: 'during',
      has: '旬',
      pattern: new RegExp(pattern, 'g'),
      dates: overPart,
    }),
  ),
  // 2月至4月摸排，5月至11月整治，12月总结评估: the last of several stages.
  {
    kind: 'during',
    has: /月份?(?:全面|集中)?(?:总结|巩固|评估|验收|考核)/,
    pattern: new RegExp(
      `(?<=${HIDDEN}[^。\\n月${HIDDEN}]{2,16}[，；、])${OF_YEAR}(?<month>${MONTH})月份?(?=(?:全面|集中)?(?:总结|巩固|评估|验收|考核)(?!报告|会))`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  // 一季度不少于15场, 下半年要集中力量抓好…: what is done in it.
  {
    kind: 'during',
    has: /季度(?:举办|组织|开展)?不[少低]于/,
    pattern: new RegExp(`${OF_YEAR}第?(?<quarter>${QUARTER})季度(?=(?:举办|组织|开展)?不[少低]于\\d)`, 'g'),
    dates: ({ quarter = '' }, { year }) => ({
      from: dayOf(year, numeralValue(quarter) * 3 - 2, 1),
      by: dayOf(year, numeralValue(quarter) * 3),
    }),
  },
  // 5月迎接省级抽检: over the month.
  {
    kind: 'during',
    has: ['月迎接', '月接受', '月份迎接', '月份接受'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<![\\d至—-])(?<month>${MONTH})月份?(?=(?:迎接|接受)[^${CLAUSE}\\d]{0,8}(?:检查|[抽复]查|[抽复]检|验收|考核|考评|督[查导]|评估|测评|审计|普查))`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  {
    kind: 'during',
    has: ['上半年', '下半年'],
    pattern: new RegExp(`${OF_YEAR}(?<half>${HALF})半年(?=(?:举办|组织|开展)?不[少低]于\\d)`, 'g'),
    dates: ({ half = '' }, { year }) => ({
      from: dayOf(year, (HALVES[half] ?? 12) - 5, 1),
      by: dayOf(year, HALVES[half] ?? 12),
    }),
  },
  // 9月为民族团结进步宣传月: the month.
  {
    kind: 'during',
    has: '月为',
    month: true,
    pattern: new RegExp(
      `(?<=^|[${CLAUSE}]|每年)(?<!每年)${OF_YEAR}(?<month>${MONTH})月为[^${CLAUSE}\\d]{2,18}月”?(?=[，。])`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  // 二季度、四季度各组织一次: each of them.
  {
    kind: 'during',
    has: '季度',
    pattern: new RegExp(
      `${OF_YEAR}第?(?<quarter>${QUARTER})季度(?=(?:[、和](?:第?${QUARTER}季度|${HIDDEN}{3,5})){0,3}各(?:集中|统一|分别)?(?:办|${HELD_THEN}|${DONE_REGULARLY}))`,
      'g',
    ),
    dates: ({ quarter = '' }, { year }) => ({
      from: dayOf(year, numeralValue(quarter) * 3 - 2, 1),
      by: dayOf(year, numeralValue(quarter) * 3),
    }),
  },
  // 5月、9月各开展一次: each of them.
  {
    kind: 'during',
    has: ['、', '各'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月份?(?=(?:[、和]${MONTH}月份?){0,5}各(?:集中|统一|分别)?(?:办|${HELD_THEN}|${DONE_REGULARLY}))`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
  {
    kind: 'during',
    has: '时间',
    pattern: new RegExp(`${WHEN_HELD}${PART_OF_MONTH}(?!${BEFORE})`, 'g'),
    dates: overPart,
  },
  {
    kind: 'during',
    month: true,
    pattern: new RegExp(`${OF_YEAR}(?<![\\d、])(?<month>${MONTH})月份?${HELD}`, 'g'),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
  },
];
