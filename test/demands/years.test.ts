// Which year a day is of that names none, by the plan and by the date of the notice.
import { describe, expect, it } from 'vitest';
import { readDemands, withYearEnd } from '../../src/demands/index.js';
import { daysOf, isReckoned } from '../../src/index.js';

type Case = [goal: string, days: string[]];

/** A notice by the years that it plans for and its date. */
const NOTICES: readonly {
  readonly of: string;
  readonly year: number;
  readonly until?: number;
  readonly issued: string;
  readonly cases: readonly Case[];
}[] = [
  {
    of: 'a notice on the year before',
    year: 2025,
    issued: '2026-01-08',
    cases: [
      ['1月15日前报送自评材料', ['2026-01-15 推算']],
      ['2月底前兑现奖惩', ['2026-02-28 推算']],
      ['今年1月底前完成', ['2026-01-31 推算']],
      ['明年3月底前完成', ['2027-03-31 推算']],
      ['1月20日至25日，考核组进行核验', ['2026-01-20 2026-01-25 推算']],
      ['12月底前完成', ['2026-12-31 推算']],
      ['2025年12月31日前的工作成效纳入考核', []],
      ['2026年3月底前全部清零', ['2026-03-31']],
      ['上半年已完成任务', []],
    ],
  },
  {
    of: 'a plan that runs on into the next year',
    year: 2026,
    until: 2027,
    issued: '2026-09-28',
    cases: [
      ['3月31日前完成总结', ['2027-03-31 推算']],
      ['12月底前淘汰', ['2026-12-31']],
    ],
  },
  {
    of: 'a plan of some years',
    year: 2025,
    until: 2027,
    issued: '2025-08-20',
    cases: [
      ['6月底前完成修订', ['2026-06-30 推算']],
      ['9月底前完成修订', ['2025-09-30']],
    ],
  },
  {
    of: 'a plan that is issued before its year',
    year: 2026,
    issued: '2025-12-26',
    cases: [
      ['12月31日前上报动员情况', ['2025-12-31 推算']],
      ['今年12月30日前下达', ['2025-12-30 推算']],
      ['明年1月15日前分解到村', ['2026-01-15 推算']],
      ['6月底前完成', ['2026-06-30']],
      ['12月底前完成', ['2026-12-31 推算']],
      ['年底前完成', ['2026-12-31 推算']],
    ],
  },
  {
    of: 'a plan of its own year',
    year: 2026,
    issued: '2026-03-05',
    cases: [
      ['2月底前完成', ['2026-02-28 推算']],
      ['6月底前完成', ['2026-06-30']],
      ['今年年底前完成', ['2026-12-31']],
      ['后年年底前实现互认', ['2028-12-31 推算']],
      // About that day.
      ['3月12日前后组织植树', ['2026-03-12 2026-03-12 推算']],
      ['9月中旬前后举办', ['2026-09-11 2026-09-20 推算']],
      ['2月20日前后迎来返程高峰', []],
      // Another day takes the place of the first.
      ['原定2025年底前完工的小区，延期至2026年8月底前交付', ['2026-08-31']],
      ['原计划12月底完成的工程提前至10月底前封顶', ['2026-10-31']],
      ['由2027年底提前到2026年12月底前实现全覆盖', ['2026-12-31']],
      ['原计划12月底前完成', ['2026-12-31']],
      ['上半年3月31日、下半年9月30日前完成征集', ['2026-03-31', '2026-09-30']],
    ],
  },
];

describe.each(NOTICES)('in $of', ({ year, until, issued, cases }) => {
  it.each(cases)('%s', (goal, days) => {
    const { deadlines } = readDemands(goal, { name: '某任务', year, until, issued });
    const said = deadlines.map((each) => {
      const { from, by } = daysOf(each);
      return [from, by, isReckoned(each) && '推算'].filter(Boolean).join(' ');
    });
    expect(said).toEqual(days);
  });
});

it('adds no year’s end that lies before the date of the notice', () => {
  const at = { file: 'notice.txt', line: 1, column: 1, spans: [] };
  expect(withYearEnd([], { year: 2025, issued: '2026-01-08' }, at)).toEqual([]);
  expect(withYearEnd([], { year: 2026, issued: '2026-01-08' }, at)).toMatchObject([{ by: '2026-12-31' }]);
});
