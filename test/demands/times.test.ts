// How often and by when, as notices of many districts say it; written down before the reader was run on it.

import { describe, expect, it } from 'vitest';
import { readDeadline, readDemands } from '../../src/demands/index.js';
import { daysOf, isReckoned } from '../../src/index.js';

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
    ['每月调度、每季度通报', ['|调度|=null/月', '|通报|=null/季度']],
    ['镇级网格巡查情况按月报送', ['镇级网格巡查情况|报送|=null/月']],
    ['国有资产管理情况每年定期公布', ['国有资产管理情况|公布|=null/年']],
    ['对滞后的镇街每半月通报', ['滞后的镇街|通报|=null/半月']],
    ['建立周报告、月会商、季评估制度', ['|报告|=null/周', '|会商|=null/月', '|评估|=null/季']],
    ['每月25日前报送', []],
    ['印发年度工作要点，开展年度考核', []],
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
    ['三年内完成，每年底报送', ['三年内 by', '每年底 recurring']],
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
    ['培训于8月中旬完成', ['8月中旬完成 by 2026-08-20']],
    ['2007年年底前移交', ['2007年年底前 by 2007-12-31']],
    ['政策延长至2028年6月30日', ['延长至2028年6月30日 by 2028-06-30']],
    ['最迟不晚于5月31日完成', ['不晚于5月31日 by 2026-05-31']],
    ['2026年6月完成轮换', ['2026年6月 by 2026-06-30']],
    ['分别于6月15日、12月15日前报告', ['6月15日 by 2026-06-15', '12月15日前 by 2026-12-15']],
    ['4月10日17时前反馈', ['4月10日17时前 by 2026-04-10']],
    ['2026—2028年每年新建50公里', ['2026—2028年 during 2026-01-01 2028-12-31']],
    ['6—9月集中整治', ['6—9月 during 2026-06-01 2026-09-30']],
    ['今年11月至明年3月保供', ['今年11月至明年3月 during 2026-11-01 2027-03-31']],
    ['“十五五”期间新增2万人', ['“十五五”期间 during 2026-01-01 2030-12-31']],
    ['今明两年更新电梯', ['今明两年 during 2026-01-01 2027-12-31']],
    ['从2026年起，用三年时间建成', ['从2026年起，用三年时间 during 2026-01-01 2028-12-31']],
    ['下半年组织开展大赛', ['下半年 during 2026-07-01 2026-12-31']],
    ['每月25日前报送', ['每月25日前 recurring']],
    ['每季度末月20日前报送', ['每季度末月20日前 recurring']],
    ['每年3月底前公布', ['每年3月底前 recurring']],
    ['3月、6月、9月、12月底前报送', ['3月、6月、9月、12月底前 recurring']],
    ['次月5日前上传', ['次月5日前 recurring']],
    ['自通知印发之日起30日内制定', ['自通知印发之日起30日内 by']],
    ['采暖季前完成，项目开工前办结', ['采暖季前 event', '项目开工前 event']],
    ['供暖期结束后检修', ['供暖期结束后 event']],
    ['2025年底前未完成整改的列入督办', []],
    ['截至2025年12月底共有23家', []],
    ['处理时限压缩至4个工作日内', []],
    ['2月30日前完成', ['2月30日前完成 by']],
    ['0202年6月底前完成', ['0202年6月底前完成 by']],
  ])('%s', (goal, expected) => {
    expect(short(goal)).toEqual(expected);
  });
});

/** A day that is not printed is reckoned from the day of issue, or from the words, and says so. */
describe('a reckoned day', () => {
  const short = (goal: string) =>
    readDemands(goal, { name: '某任务', year: 2026, issued: '2026-01-30' }).deadlines.map((deadline) =>
      [daysOf(deadline).from, daysOf(deadline).by, isReckoned(deadline) ? '推算' : ''].join(' ').trim(),
    );
  it.each([
    ['三年内消除', ['2029-01-30 推算']],
    ['1个月内完成', ['2026-02-28 推算']],
    ['半年内完成', ['2026-07-30 推算']],
    ['自印发之日起10个工作日内报送', ['2026-02-13 推算']],
    ['方案印发后30日内组建', ['2026-03-01 推算']],
    ['收到通知后5日内反馈', ['']],
    ['即日起至5月31日开展检查', ['2026-01-30 2026-05-31 推算']],
    ['自发文之日起至2026年底', ['2026-01-30 2026-12-31 推算']],
    ['本月底前报送', ['2026-01-31 推算']],
    ['下月10日前录入', ['2026-02-10 推算']],
    ['本季度内复核', ['2026-03-31 推算']],
    ['明年3月底前完成', ['2027-03-31 推算']],
    ['五月中旬前完成', ['2026-05-20 推算']],
    ['年中前评估', ['2026-06-30 推算']],
    ['2028年全面移交', ['2028-12-31 推算']],
    ['5月底前完成', ['2026-05-31']],
    ['6月30日零时起运行', ['2026-06-30']],
  ])('%s', (goal, expected) => {
    expect(short(goal)).toEqual(expected);
  });

  it('has no day where the notice has no date', () => {
    expect(read('三年内消除，明年底前完成').deadlines.map(daysOf)).toEqual([{}, { by: '2027-12-31' }]);
  });
});

describe('a season', () => {
  it('has a day where the district says when it begins', () => {
    const seasons = { 汛期: '05-01', 采暖季: '11-15' };
    const days = (goal: string) =>
      readDemands(goal, { name: '某任务', year: 2026, seasons }).deadlines.map(({ kind, text, ...rest }) => [
        kind,
        text,
        daysOf({ kind, ...rest } as never).by,
      ]);
    expect(days('汛期前完成检修')).toEqual([['event', '汛期前', '2026-04-30']]);
    expect(days('汛前完成，采暖季来临之前复查，春节前通报')).toEqual([
      ['event', '汛前', '2026-04-30'],
      ['event', '采暖季来临之前', '2026-11-14'],
      ['event', '春节前', undefined],
    ]);
  });
});

describe('what comes again', () => {
  it.each([
    ['每月25日前报送', { every: '月', monthDay: 25 }],
    ['每季度末月20日前报送', { every: '季度', months: [3], monthDay: 20 }],
    ['每年3月底前公布', { every: '年', months: [3], monthDay: -1 }],
    ['每年6月30日前报告', { every: '年', months: [6], monthDay: 30 }],
    ['每周五前汇总', { every: '周', weekday: 5 }],
    ['每月底前上报', { every: '月', monthDay: -1 }],
    ['次月5日前上传', { every: '月', monthDay: 5 }],
    ['3月、6月、9月、12月底前报送', { every: '年', months: [3, 6, 9, 12], monthDay: -1 }],
    ['每学期开学前检查', { every: '学期' }],
  ])('%s', (goal, expected) => {
    const [{ text, start, end, ...deadline } = { text: '', start: 0, end: 0 }] = read(goal).deadlines;
    expect(deadline).toEqual({ kind: 'recurring', ...expected });
  });
});

describe('a column of deadlines', () => {
  const short = (cell: string) => readDeadline(cell, { year: 2026 }).map(timeLine);
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
    ['全年', ['全年 during 2026-01-01 2026-12-31']],
    ['六月', ['六月 by 2026-06-30']],
    ['一月一调度', []],
    ['每两月', ['每两月 recurring']],
    ['每年底', ['每年底 recurring']],
    ['长期坚持', ['长期坚持 ongoing']],
    ['每学期', ['每学期 recurring']],
    ['2025—2027', ['2025—2027 during 2025-01-01 2027-12-31']],
    ['2026.3.1—2026.10.31', ['2026.3.1—2026.10.31 during 2026-03-01 2026-10-31']],
    ['20260930', ['20260930 by 2026-09-30']],
    ['6/30', ['6/30 by 2026-06-30']],
    ['Q3', ['Q3 by 2026-09-30']],
    ['2028年', ['2028年 by 2028-12-31']],
    ['年中', ['年中 by 2026-06-30']],
    ['2026年9月起', ['2026年9月起 during 2026-09-01']],
    ['立行立改', ['立行立改 ongoing']],
    ['按上级要求', []],
  ])('%s', (cell, expected) => {
    expect(short(cell)).toEqual(expected);
  });

  it('has no date where the notice plans for no year and the cell names none', () => {
    expect(readDeadline('6月底前', { year: null })).toEqual([
      { text: '6月底前', kind: 'by', start: 0, end: 4 },
    ]);
    expect(readDeadline('2026年6月底前', { year: null })).toMatchObject([{ by: '2026-06-30' }]);
  });
});
