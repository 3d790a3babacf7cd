// What must come out, and where; written down before the reader was run on it.
import { describe, expect, it } from 'vitest';
import { readDemands } from '../../src/demands/index.js';

const townshipsIn = (text: string) =>
  Array.from(text.matchAll(/红岩镇|大坝乡/g), ({ 0: unit, index }) => ({
    unit,
    start: index,
    end: index + unit.length,
  }));
const read = (goal: string, name = '某任务') => readDemands(goal, { name, year: 2026, townshipsIn });

describe('what must come out', () => {
  it.each([
    ['制定隐患清单和整改台账', ['list 隐患清单', 'list 整改台账']],
    [
      '修订《某县防汛预案》，印发《值班工作手册》',
      ['document 《某县防汛预案》', 'document 《值班工作手册》'],
    ],
    ['完成地质灾害防治规划编制', ['plan 地质灾害防治规划']],
    ['建立健全会商研判机制、信息报送制度', ['mechanism 会商研判机制', 'mechanism 信息报送制度']],
    ['建成智慧监管平台，推进预警系统上线', ['system 智慧监管平台', 'system 预警系统']],
    ['推动建立责任清单、任务清单、问题清单', ['list 责任清单', 'list 任务清单', 'list 问题清单']],
    ['新建消防站2座，改造管网15公里', ['works 新建消防站', 'works 改造管网']],
    ['落实隐患排查制度，用好问题清单，坚持会商机制', []],
    ['严格执行值班制度，贯彻《安全生产法》', []],
    ['督促企业制定应急预案', []],
    ['专项方案编制率100%，系统治理持续推进', []],
    ['规划建设直升机起降点', []],
    ['承接应用三级贯通，实现某山隧道贯通', ['system 应用']],
    ['抽查电梯200台，培训人员3000人', []],
  ])('%s', (goal, expected) => {
    expect(read(goal).deliverables.map(({ kind, text }) => `${kind} ${text}`)).toEqual(expected);
  });

  it('is what the name says where the goal says only what is to be done with it', () => {
    const { deliverables } = read('修订', '《某县突发事件总体应急预案》');
    expect(deliverables).toMatchObject([{ kind: 'document', text: '《某县突发事件总体应急预案》' }]);
    expect(read('印发', '各行业检查清单').deliverables).toMatchObject([{ kind: 'list' }]);
    expect(read('印发', '安全生产').deliverables).toEqual([]);
  });
});

describe('where', () => {
  it.each([
    ['完成红岩镇护岸、大坝乡堤防（护岸）等2处修复', ['红岩镇护岸', '大坝乡堤防（护岸）']],
    ['实施大坝乡张家湾滑坡治理', ['大坝乡张家湾滑坡']],
    ['在红岩镇开展试点', []],
  ])('%s', (goal, expected) => {
    expect(read(goal).sites.map(({ text }) => text)).toEqual(expected);
  });

  it('a spot where something is built comes out, too, where nobody counts it', () => {
    expect(read('实施大坝乡张家湾滑坡治理').deliverables).toMatchObject([
      { kind: 'works', text: '大坝乡张家湾滑坡' },
    ]);
    expect(read('加强红岩镇水库巡查').deliverables).toEqual([]);
  });
});
