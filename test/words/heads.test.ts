// What lists of things are measured by: a case for each word.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';
import { MEASURES, OF_RATES } from '../../src/words/heads.js';
import { alternatives } from '../support/words.js';

const subjects = (goal: string) =>
  readDemands(goal, { name: '某任务', year: 2026 }).indicators.map(({ subject }) => subject);
const words = (line: string) => line.split(' ').sort();

describe('a measure that is said once', () => {
  const ofRates = words(
    '综合 冷链 集中 规范 规范化 标准化 规模化 机械化 数字化 信息化 无害化 资源化 良种 电子 安全 按期 及时 平均 整体 绿色 设施 软件',
  );
  it.each(ofRates)('%s处理率', (word) => {
    expect(subjects(`果蔬、肉类、水产品${word}处理率分别达到35%、60%和65%`)).toEqual([
      `果蔬${word}处理率`,
      `肉类${word}处理率`,
      `水产品${word}处理率`,
    ]);
  });
  const measures = words(
    '面积 种植面积 播种面积 覆盖面积 建筑面积 办理时限 办理时间 业务办理时限 业务办理时间 审批时限 办结时限 占比 比例 比重 价格 成本 标准 人数 数量',
  );
  it.each(measures)('%s', (word) => {
    expect(subjects(`苹果、马铃薯${word}分别达到3万亩和5万亩`)).toEqual([`苹果${word}`, `马铃薯${word}`]);
  });
  it.each(words('排放总量 排放量 产量 产值 总产值 增加值 使用量 销售额'))('%s', (word) => {
    expect(subjects(`甲物、乙物品${word}分别控制在3万吨和5万吨以内`)).toEqual([
      `甲物${word}`,
      `乙物品${word}`,
    ]);
  });
  it('has a case for each word', () => {
    expect([alternatives(OF_RATES).sort(), alternatives(MEASURES).sort()]).toEqual([ofRates, measures]);
  });
});
