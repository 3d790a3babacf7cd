// A figure that was reported stands beside what is asked for only where it is of that; and it is compared as the notice says.
import { describe, expect, it } from 'vitest';
import { measured, verdictOf } from '../../src/collect/figures.js';
import { nearStatus } from '../../src/collect/near.js';
import { readDemands } from '../../src/demands/index.js';
import type { Report } from '../../src/model/roll-up.js';

const AT = { file: 'x' };
const figure = (text: string) => {
  const [found] = readDemands(text, { name: '', year: null }).indicators;
  if (!found) throw new Error(text);
  return found;
};

describe('a figure', () => {
  it.each([
    ['覆盖率达到97%', '覆盖率98%', 'met'],
    ['覆盖率达到97%', '覆盖率97%', 'met'],
    ['覆盖率达到97%', '覆盖率达96.5%', 'short'],
    ['覆盖率达到97%', '覆盖率98%以上', 'met'],
    ['困人率低于0.5%', '困人率0.4%', 'met'],
    ['困人率低于0.5%', '困人率0.5%', 'over'],
    ['受害率控制在0.3‰以内', '受害率0.02%', 'met'],
    ['受害率控制在0.3‰以内', '受害率0.05%', 'over'],
    ['受害率控制在0.3‰以内', '受害率超过0.2‰', null],
    ['新开工小区18个', '新开工小区18个', 'met'],
    ['新开工小区18个', '新开工小区5个', 'short'],
    ['新开工小区18个', '新开工小区20个', 'over'],
    ['死亡人数同比下降5%', '死亡人数同比下降8%', 'met'],
    ['死亡人数同比下降5%', '死亡人数同比下降3%', 'short'],
    ['死亡人数同比下降5%', '死亡人数5%', null],
    ['取水半径1—2公里', '取水半径1.5公里', 'met'],
    ['取水半径1—2公里', '取水半径3公里', null],
    ['新开工小区18个', '新开工小区约18个', null],
    ['新开工小区18个', '新开工小区18万平方米', null],
  ])('%s, and %s is reported: %s', (asked, said, verdict) => {
    expect(verdictOf(figure(asked), figure(said))).toBe(verdict);
  });
});

/** What is put beside each figure of a goal. */
function beside(goal: string, progress: string, own: Report['own'] = {}): string[][] {
  const indicators = readDemands(goal, { name: '', year: null }).indicators.map(
    ({ start: _, end: _e, ...each }) => ({ ...each, at: AT }),
  );
  const report = { unit: '甲', filled: { progress }, own } as unknown as Report;
  return measured({ indicators, reports: [report] }).map(({ values }) =>
    values.map(({ text, verdict }) => `${text} ${verdict}`),
  );
}

describe('what is reported', () => {
  it.each<[goal: string, progress: string, own: Report['own'], expected: string[][]]>([
    ['电梯故障困人率低于0.5%', '电梯故障困人率为0.4%', {}, [['0.4% met']]],
    ['电梯故障困人率低于0.5%', '目前困人率0.6%', {}, [['0.6% over']]],
    // The number is of something else.
    ['较大事故起数为0起', '已完成43%', {}, [[]]],
    ['较大事故起数为0起', '检查企业43家', {}, [[]]],
    ['修复水毁工程8处', '完成投资120万元', {}, [[]]],
    ['修复水毁工程8处', '已修复水毁工程5处', {}, [['5处 short']]],
    // Two have a name that could be meant.
    ['电梯检验覆盖率90%以上，锅炉检验覆盖率95%以上', '检验覆盖率96%', {}, [[], []]],
    [
      '电梯检验率90%以上，锅炉检验率95%以上',
      '锅炉检验率96%，电梯检验率80%',
      {},
      [['80% short'], ['96% met']],
    ],
    ['修复水毁工程8处', '', { 完成数: 8 }, [['8 met']]],
    ['覆盖率达到97%', '', { 覆盖率: '98%' }, [['98% met']]],
    ['覆盖率达到97%', '', { 覆盖率: 98 }, [['98 met']]],
    // 0.98 may be 98 % or 0.98 %.
    ['覆盖率达到97%', '', { 覆盖率: 0.98 }, [['0.98 null']]],
    ['覆盖率达到97%', '', { 投入资金: 98 }, [[]]],
    ['电梯检验率90%以上，锅炉检验率95%以上', '', { 完成值: '96%' }, [[], []]],
  ])('of %s: %s', (goal, progress, own, expected) => {
    expect(beside(goal, progress, own)).toEqual(expected);
  });
});

describe('a status that is nearly one of the list', () => {
  it.each([
    ['已完成了', '已完成'],
    ['己完成', '已完成'],
    ['已经完成', '已完成'],
    ['推进中。', '推进中'],
    ['推进', '推进中'],
    ['正在推进中', '推进中'],
    ['未起动', '未启动'],
    ['未完成', null],
    ['将完成', null],
    ['基本完成', null],
    ['快了', null],
    ['80%', null],
    ['', null],
    ['没有完成', null],
  ])('%s: %s', (text, word) => {
    expect(nearStatus(text)).toBe(word);
  });
});
