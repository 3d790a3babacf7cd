import { describe, expect, it } from 'vitest';
import { hueOf, lookLegendIn } from '../../src/words/looks.js';

describe('a legend of looks', () => {
  it.each([
    ['加粗的为牵头单位', ['bold'], '牵头单位'],
    ['责任单位栏中字体加粗的为牵头单位。', ['bold'], '牵头单位'],
    ['加粗单位为牵头单位，其他为配合单位', ['bold'], '牵头单位'],
    ['加粗部门为主办部门', ['bold'], '主办部门'],
    ['备注：加粗字体为牵头单位', ['bold'], '牵头单位'],
    ['责任单位（加粗为牵头）', ['bold'], '牵头'],
    ['责任部门中用黑体标注的为牵头部门', ['heiti', 'bold'], '牵头部门'],
    ['牵头单位用黑体字标明', ['heiti', 'bold'], '牵头单位'],
    ['注：标“下划线”的为牵头单位', ['underlined'], '牵头单位'],
    ['责任单位名称下加横线的为牵头单位', ['underlined'], '牵头单位'],
    ['红色字体的为牵头单位', ['red'], '牵头单位'],
    ['标红单位牵头，其他单位配合', ['red'], '牵头'],
    ['牵头单位以红色标注', ['red'], '牵头单位'],
    ['牵头单位均已标红', ['red'], '牵头单位'],
    ['黄色底纹的是牵头单位', ['shaded'], '牵头单位'],
    ['加粗的为第一责任单位', ['bold'], '第一责任单位'],
    ['（加粗者为牵头单位，下同）', ['bold'], '牵头单位'],
    ['加 粗 的 为 牵 头 单 位', ['bold'], '牵头单位'],
    ['单位名称加粗的，为牵头单位', ['bold'], '牵头单位'],
    ['黑体加粗的为牵头单位', ['bold'], '牵头单位'],
  ])('%s', (text, looks, words) => {
    expect(lookLegendIn(text)).toContainEqual({ looks, words });
  });

  it('says of two looks what each means', () => {
    expect(lookLegendIn('红色为牵头单位，蓝色为配合单位')).toEqual([
      { looks: ['red'], words: '牵头单位' },
      { looks: ['blue'], words: '配合单位' },
    ]);
  });

  it.each([
    '加粗的为新增任务',
    '未加粗的为配合单位',
    '没有标红的为责任单位',
    '加粗的任务由县政府办公室牵头',
    '传承红色基因，责任单位：县委宣传部',
    '红色旅游（牵头单位：县文旅局）',
    '推进红色教育，牵头单位要加强统筹',
    '牵头单位要守住红线底线',
    '下划线以上部分由责任单位填写',
    '黄色预警由责任单位发布',
    '黑体字标题使用三号字，责任单位按要求排版',
    '守住耕地红线、安全底线（牵头单位：县自然资源局）',
    '擦亮红色（牵头单位：县文旅局）、绿色（责任单位：县林业局）两张名片',
    '绿色矿山，责任单位：县自然资源局',
  ])('is not what else is said: %s', (text) => {
    expect(lookLegendIn(text)).toEqual([]);
  });
});

it.each([
  ['FF0000', 'red'],
  ['#c00', 'red'],
  ['0070C0', 'blue'],
  ['00b050', 'green'],
  ['red', 'red'],
  ['000000', undefined],
  ['#333333', undefined],
  ['auto', undefined],
])('the hue of %s is %s', (colour, hue) => {
  expect(hueOf(colour)).toBe(hue);
});
