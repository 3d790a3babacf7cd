// Each day with all ways to print it; what is no day; and the words for times, one case each.
import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../src/demands/index.js';
import { daysOf, parseNotice, type TaskBook } from '../../src/index.js';
import {
  BEFORE,
  DATE,
  dayOf,
  HALVES,
  isoDay,
  LASTING,
  lastDayIn,
  ONGOING,
  PERIOD,
  SEASONS,
  THIRDS,
  TIME,
  YEAR_WORDS,
} from '../../src/words/calendar.js';
import { shapeOf } from '../../src/words/shapes.js';

const whole = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const by = (cell: string) => readDeadline(cell, { year: 2026 }).map((each) => daysOf(each).by ?? each.kind);

describe('a day', () => {
  it.each([
    [
      '2026-03-12',
      [
        '2026年3月12日',
        '２０２６年３月１２日',
        '2026年03月12日',
        '二〇二六年三月十二日',
        '二○二六年三月十二日',
      ],
    ],
    ['2026-03-12', ['2026-3-12', '2026/3/12', '2026.3.12', ' 2026-03-12 ']],
    ['2026-12-31', ['2026年12月31日', '二〇二六年十二月三十一日']],
    ['2026-10-20', ['二〇二六年十月二十日']],
    ['2024-02-29', ['2024年2月29日', '二〇二四年二月二十九日']],
  ])('%s', (day, texts) => {
    for (const text of texts) expect([text, isoDay(text)]).toEqual([text, day]);
  });

  it.each([
    '2026年2月29日',
    '二〇二六年十三月一日',
    '2026年13月1日',
    '2026年6月31日',
    '0202年6月1日',
    '2026年6月',
    '6月1日',
    '12',
  ])('%s is none', (text) => expect(isoDay(text)).toBeUndefined());

  it.each([
    ['2026年6月底', '2026-06-30'],
    ['2026年2月底前', '2026-02-28'],
    ['二〇二六年六月末', '2026-06-30'],
    ['2026年6月上旬', '2026-06-10'],
    ['2026年6月中旬前', '2026-06-20'],
    ['2026年底', '2026-12-31'],
    ['2026年6月30日之前', '2026-06-30'],
    ['2026年6月', undefined],
    ['2026年', undefined],
    ['6月底', undefined],
    ['2026年13月底', undefined],
  ])('%s means %s at the latest', (text, day) => expect(lastDayIn(text)).toBe(day));

  it('is the last of its month where none is named', () => {
    expect([dayOf(2026, 2), dayOf(2024, 2), dayOf(2026, 12)]).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2026-12-31',
    ]);
    expect([dayOf(2026, 0), dayOf(2026, 13), dayOf(2026, 1, 0), dayOf(1800, 1, 1)]).toEqual(
      Array(4).fill(undefined),
    );
  });

  it.each(['2026年3月12日', '二〇二六年三月十二日'])('%s is the date of a signature', async (text) => {
    expect(text).toMatch(whole(DATE));
    expect(shapeOf(text)).toBe('date');
    const notice = `关于办好甲事的通知\n\n各乡镇：\n\n一、甲事\n（一）甲项。办好甲项。（牵头单位：县水利局）\n\n某县人民政府办公室\n${text}\n`;
    const { value } = await parseNotice(new TextEncoder().encode(notice), { name: 'a.txt' });
    expect((value as TaskBook).notice.date).toBe('2026-03-12');
  });
});

describe('by when', () => {
  it.each([
    [
      '2026-06-30',
      [
        '6月底前',
        '６月底前',
        '六月底前',
        '六月底',
        '6月末',
        '六月三十日前',
        '6月下旬',
        '第二季度',
        '二季度末',
        '上半年',
      ],
    ],
    ['2026-06-10', ['6月上旬', '六月上旬', '6月初', '六月初']],
    ['2026-06-20', ['6月中旬', '6月中', '六月中旬', '6月上中旬', '6 月 中旬']],
    ['2026-01-31', ['元月底前']],
    ['2026-06-30', ['6月中下旬']],
    ['2026-10-31', ['10月底前', '１０月底前', '十月底前']],
    [
      '2026-12-31',
      [
        '12月底前',
        '１２月底前',
        '十二月底前',
        '十二月三十一日前',
        '年底',
        '年内',
        '今年底',
        '本年底',
        '当年底',
        '下半年',
        '第四季度',
        '第4季度',
        '2026年止',
        '二〇二六年底前',
      ],
    ],
    ['2027-06-30', ['2027年6月底前', '二〇二七年六月底前', '明年6月底前', '次年六月底前']],
  ])('%s', (day, texts) => {
    for (const text of texts) expect([text, by(text)]).toEqual([text, [day]]);
  });

  it.each(['三年内', '半年内'])('%s is a deadline without a day', (text) => expect(by(text)).toEqual(['by']));

  it.each(['每月', '每一月', '每两年', '每年底', '每3个月', '每学期', '每周', '每日', '每旬'])(
    '%s comes again',
    (text) => {
      expect(by(text)).toEqual(['recurring']);
    },
  );
});

describe('words', () => {
  it.each([
    [
      'parts of a month',
      Object.keys(THIRDS),
      ['初', '上旬', '中', '中旬', '上中旬', '下旬', '中下旬', '底', '末'],
    ],
    ['halves of a year', Object.keys(HALVES), ['上', '下']],
    ['years', Object.keys(YEAR_WORDS), ['今年', '本年', '当年', '明年', '次年', '后年', '翌年']],
    ['without an end', [...LASTING], ['长期', '持续', '常年']],
  ])('for %s', (_, table, cases) => expect(table).toEqual(cases));

  it.each([
    [BEFORE, '前 之前 以前 底前 止 为止'],
    [ONGOING, '长期 持续 常年 常态 常态化 始终'],
    [SEASONS, '汛前 汛期 节前 冬春 春季 秋季 开学前 年初 年底'],
    [PERIOD, '半年 年 年度 学年 学期 季度 季 月 个月 周 星期 旬 日 天 班 小时 两年 3个月'],
    [TIME, '2026年 二〇二六年 第一季度 三季度 6月 六月 上半年 年底 年内 汛前 长期'],
  ])('%#', (pattern, cases) => {
    for (const text of cases.split(' ')) expect(text).toMatch(whole(pattern));
  });
});
