// Two files of one unit: what they say of the same tasks differently is named; nothing is said to be in the way where nothing is.
import { describe, expect, it } from 'vitest';
import { messageOf, renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
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

// `build` writes a day into each file, and some programs leave what they find there: it tells nothing of when anybody saved it.
const later = await bookOf(
  taskNotice([
    '堤防达标 | 完成南岸护岸等9处水毁工程修复。 | 县水利局 | 县财政局',
    '水库除险 | 完成6座小型水库除险加固。 | 县水利局 | 县应急管理局',
    '农村供水 | 新建集中供水工程12处。 | 县水利局 | 县农业农村局',
  ]),
);
const written = await renewSheet(sheetFor(later, UNIT), `${UNIT}.xlsx`, await saying(['五月', '', '']));
const carried = written.value?.content as Uint8Array;

describe('of files of which the one has the later day that the program wrote', () => {
  const at = (file: Uint8Array, day: string) =>
    changed(file, (workbook) => {
      workbook.modified = new Date(day);
    });
  const byHand = (file: Uint8Array, text: string) =>
    changed(file, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      const cell = rows()[0]?.getCell(column('进展情况'));
      if (cell) cell.value = text;
    });

  const outcomeOf = async (one: Uint8Array, other: Uint8Array) => {
    const all = await rolledUpFrom(
      later,
      [
        [`${UNIT}.xlsx`, one],
        [`${UNIT}(1).xlsx`, other],
      ],
      null,
    );
    const told = all.problems.find(({ code }) => code === 'return-twice');
    return { said: all.tasks[0]?.reports.at(-1)?.filled.progress, by: told?.args };
  };

  it.each([
    ['the old sheet', async () => byHand(await saying(['五月', '', '']), '六月')],
    ['the present one', () => byHand(carried, '六月')],
  ])('what was typed into %s wins over what is as it was written', async (_, typedFile) => {
    const typed = await typedFile();
    for (const untouched of [carried, await at(carried, '2026-12-01T08:12:13Z')])
      for (const files of [
        [typed, untouched],
        [untouched, typed],
      ] as const)
        expect(await outcomeOf(...files)).toMatchObject({ said: '六月', by: { by: 'as-written' } });
  });

  it('of two that were typed into nobody knows which is the later', async () => {
    const files = [
      await at(await saying(['甲', '', '']), '2030-01-01T00:00:00Z'),
      await saying(['乙', '', '']),
    ];
    for (const [one, other] of [files, files.toReversed()])
      expect(await outcomeOf(one as Uint8Array, other as Uint8Array)).toMatchObject({ by: { by: '' } });
  });

  it('a time at which somebody saved it is one', async () => {
    const files = [
      await at(await saying(['甲', '', '']), '2026-05-02T08:12:13Z'),
      await at(await saying(['乙', '', '']), '2026-05-01T08:12:13Z'),
    ];
    for (const [one, other] of [files, files.toReversed()])
      expect(await outcomeOf(one as Uint8Array, other as Uint8Array)).toMatchObject({
        said: '甲',
        by: { by: '保存时间' },
      });
  });
});
