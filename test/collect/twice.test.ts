// Two files of one unit: what they say of the same tasks differently is named; nothing is said to be in the way where nothing is.
import { expect, it } from 'vitest';
import { messageOf, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const NAMES = ['堤防达标', '水库除险', '农村供水'];
const book = await bookOf(
  taskNotice([
    '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
    '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县应急管理局',
    '农村供水 | 新建集中供水工程12处。 | 县水利局 | 县农业农村局',
  ]),
);
const blank = await sheetToXlsx(sheetFor(book, UNIT));

/** A file in which the tasks so far say these words; '' is a blank. */
const saying = (words: readonly string[]) =>
  changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const [i, text] of words.entries()) {
      const cell = rows()[i]?.getCell(column('进展情况'));
      if (cell && text !== '') cell.value = text;
    }
  });

it.each([
  [
    'rows of which each is filled in in one only',
    ['甲', '', ''],
    ['', '乙', '丙'],
    'return-shared',
    'info',
    [],
  ],
  [
    'a row that both fill in with the same words',
    ['甲', '乙', ''],
    ['', '乙', '丙'],
    'return-shared',
    'info',
    [],
  ],
  ['the very same', ['甲', '乙', ''], ['甲', '乙', ''], 'return-same', 'info', []],
  ['a row that both fill in', ['甲', '乙', ''], ['', '另', '丙'], 'return-twice', 'warning', ['水库除险']],
] as const)('%s', async (_, one, other, code, severity, apart) => {
  const files = [
    [`${UNIT}.xlsx`, await saying(one)],
    [`${UNIT}(1).xlsx`, await saying(other)],
  ] as const;
  const all = await rolledUpFrom(book, files, null);
  expect(all.problems.map((each) => [each.code, each.severity])).toEqual([[code, severity]]);
  const [told] = all.problems;
  const words = told ? messageOf(told) : '';
  expect(NAMES.filter((name) => words.includes(name))).toEqual(apart);
  expect(words.includes('清空')).toBe(apart.length > 0);
});
