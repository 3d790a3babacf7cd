// Whether what people put into a file stands in what is there by now.
import { expect, it } from 'vitest';
import { isSaidIn } from '../../src/collect/index.js';
import type { ReturnedSheet } from '../../src/model/returned.js';

type Filled = ReturnedSheet['rows'][number]['filled'];

const row = (id: string, filled: Filled) =>
  ({ id, filled, own: {}, notes: [], cells: {} }) as unknown as ReturnedSheet['rows'][number];
const sheet = (...rows: ReturnedSheet['rows']): ReturnedSheet =>
  ({ rows, questions: [], cover: {}, stray: [] }) as unknown as ReturnedSheet;
/** A row as it is there, with what is printed in it. */
const there = (id: string, filled: Filled, number: number) => ({
  ...row(id, filled),
  number,
  goal: `新建${number}处`,
});

it.each<[string, Filled, Filled, boolean]>([
  ['the same text', { progress: '已开工' }, { progress: '已开工' }, true],
  ['a number that somebody typed', { progress: 3 }, { progress: 3 }, true],
  ['a number that came back as text', { progress: '3' }, { progress: 3 }, true],
  ['a number that is only printed', { progress: 3 }, {}, false],
  ['a digit of a number', { progress: 0 }, { progress: 30 }, false],
  ['another text', { progress: '已开工' }, { progress: '已开工，完成一半' }, false],
])('%s', (_, said, now, is) => {
  expect(isSaidIn(sheet(row('甲001', said)), [{ 填报人: '张某' }, there('甲001', now, 3)])).toBe(is);
  // A roll-up has its rows beside their ids.
  expect(isSaidIn(sheet(row('甲001', said)), [['甲001', there('', now, 3)]])).toBe(is);
});

it('nothing is said in an empty sheet, and at another task it is not the same', () => {
  expect(isSaidIn(sheet(), [])).toBe(true);
  expect(
    isSaidIn(sheet(row('甲001', { progress: '已开工' })), [there('甲002', { progress: '已开工' }, 3)]),
  ).toBe(false);
});
