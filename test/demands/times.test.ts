// How often and by when, as notices of many districts say it; written down before the reader was run on it.

import { describe, expect, it } from 'vitest';
import { readDeadline, readDemands } from '../../src/demands/index.js';
import { daysOf } from '../../src/index.js';

const read = (goal: string) => readDemands(goal, { name: '某任务', year: 2026 });

describe('a frequency', () => {
  const short = (goal: string) =>
    read(goal).frequencies.map(
      ({ who, what, comparator, times, per }) => `${who}|${what}|${comparator}${times}/${per}`,
    );
  it.each([
    ['企业每年至少组织开展1次疏散逃生演练', ['企业|疏散逃生演练|≥1/年']],
    ['每两年至少开展一次风险评估', ['|风险评估|≥1/两年']],
    ['每月不少于2次巡查', ['|巡查|≥2/月']],
    ['每季度召开1次联席会议，每半年通报1次', ['|联席会议|=1/季度', '|通报|=1/半年']],
    ['中小学疏散演练每学期不少于１次', ['|中小学疏散演练|≥1/学期']],
    ['各乡镇（街道）每周至少开展1次检查', ['各乡镇（街道）|检查|≥1/周']],
    ['全年开展宣传活动不少于4次', ['|宣传活动|≥4/年']],
    ['每年开展2次以上综合演练', ['|综合演练|≥2/年']],
    ['编制年度执法检查计划', ['|执法检查计划|=null/年']],
    ['培训网格员不少于2次/年', ['|培训网格员|≥2/年']],
    ['年度内完成，2026年度预算', []],
    ['每次演练不少于50人', []],
    ['第一次会议、多次检查', []],
  ])('%s', (goal, expected) => {
    expect(short(goal)).toEqual(expected);
  });
});

/** What is printed, what kind of time it is, and its days. */
const timeLine = (deadline: ReturnType<typeof readDeadline>[number]) => {
  const { from, by } = daysOf(deadline);
  return [deadline.text, deadline.kind, from, by].filter(Boolean).join(' ');
};

describe('a deadline in a goal', () => {
  const short = (goal: string) => read(goal).deadlines.map(timeLine);
  it.each([
    ['6月底前完成排查', ['6月底前 by 2026-06-30']],
    ['2026年2月底前完成排查', ['2026年2月底前 by 2026-02-28']],
    ['于10月15日前报送方案', ['10月15日前 by 2026-10-15']],
    ['2025年底前基本消除', ['2025年底前 by 2025-12-31']],
    ['六月底前完成排查', ['六月底前 by 2026-06-30']],
    ['十月底前完成', ['十月底前完成 by 2026-10-31']],
    ['于十二月三十一日前报送方案', ['十二月三十一日前 by 2026-12-31']],
    ['二〇二六年九月三十日前建成', ['二〇二六年九月三十日前建成 by 2026-09-30']],
    ['１２月底前完成', ['１２月底前完成 by 2026-12-31']],
    ['明年6月底前完成', ['明年6月底前完成 by 2027-06-30']],
    ['三年内完成，每年底报送', []],
    ['五月一日至九月三十日落实值守', ['五月一日至九月三十日 during 2026-05-01 2026-09-30']],
    ['年底前完成', ['年底前完成 by 2026-12-31']],
    ['第一季度完成', ['第一季度完成 by 2026-03-31']],
    ['三季度末前开工', ['三季度末前 by 2026-09-30']],
    ['上半年完成立项', ['上半年 by 2026-06-30']],
    ['到2027年，覆盖率达80%', ['到2027年 by 2027-12-31']],
    ['5月1日至9月30日落实值守', ['5月1日至9月30日 during 2026-05-01 2026-09-30']],
    ['2025年12月至2026年3月开展行动', ['2025年12月至2026年3月 during 2025-12-01 2026-03-31']],
    ['汛前完成检修', ['汛前 event']],
    ['11月前完成', ['11月前完成 by']],
    ['持续推进专项整治，长期坚持', ['持续推进 ongoing', '长期坚持 ongoing']],
    ['较2023年下降11%', []],
    ['开展6月安全生产月活动，落实2026年度计划', []],
    ['2月30日前完成', ['2月30日前完成 by']],
    ['0202年6月底前完成', ['0202年6月底前完成 by']],
  ])('%s', (goal, expected) => {
    expect(short(goal)).toEqual(expected);
  });
});

describe('a column of deadlines', () => {
  const short = (cell: string) => readDeadline(cell, 2026).map(timeLine);
  it.each([
    ['６月底前', ['６月底前 by 2026-06-30']],
    ['12月', ['12月 by 2026-12-31']],
    ['2026年11月底', ['2026年11月底 by 2026-11-30']],
    ['2026年12月31日', ['2026年12月31日 by 2026-12-31']],
    ['11月上旬', ['11月上旬 by 2026-11-10']],
    ['年底', ['年底 by 2026-12-31']],
    ['2026.8', ['2026.8 by 2026-08-31']],
    ['2026-06-30', ['2026-06-30 by 2026-06-30']],
    ['9月投入使用', ['9月 by 2026-09-30']],
    ['全年', ['全年 ongoing']],
    ['六月', ['六月 by 2026-06-30']],
    ['一月一调度', []],
    ['每两月', ['每两月 recurring']],
    ['每年底', ['每年底 recurring']],
    ['长期坚持', ['长期坚持 ongoing']],
    ['每学期', ['每学期 recurring']],
    ['按上级要求', []],
  ])('%s', (cell, expected) => {
    expect(short(cell)).toEqual(expected);
  });

  it('has no date where the notice plans for no year and the cell names none', () => {
    expect(readDeadline('6月底前', null)).toEqual([{ text: '6月底前', kind: 'by', start: 0, end: 4 }]);
    expect(readDeadline('2026年6月底前', null)).toMatchObject([{ by: '2026-06-30' }]);
  });
});
