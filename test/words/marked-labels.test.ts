import { expect, it } from 'vitest';
import { withColons } from '../../src/words/marked-labels.js';

it.each([
  ['【主责】炼铁厂　【协同】技术中心', ' 主责：炼铁厂　 协同：技术中心'],
  ['［责任单位］：县水利局', ' 责任单位： 县水利局'],
  ['〔牵头单位〕县水利局', ' 牵头单位：县水利局'],
  ['[完成时限]9月底前', ' 完成时限：9月底前'],
  ['★牵头：县水利局', ' 牵头：县水利局'],
  ['● ★ 责任领导：张某', '    责任领导：张某'],
  ['牵头单位——县水利局', '牵头单位： 县水利局'],
  ['完成时限　9月底前', '完成时限：9月底前'],
  // What a part of the text begins with, when its bracket is left out.
  ['主责】炼铁厂', '主责：炼铁厂'],
])('has a colon behind a label that a mark tells: %s', (printed, expected) => {
  expect(withColons(printed)).toBe(expected);
  expect(withColons(printed)).toHaveLength(printed.length);
});

it.each(['【注】县水利局', '（牵头）县水利局', '〔2025〕1号', '★县水利局', '完成时限 待定', '1.责任——甲'])(
  'is as it is printed: %s',
  (printed) => {
    expect(withColons(printed)).toBe(printed);
  },
);
