// Two tasks that exchange their names in a revised notice: what was filled in may be at the wrong one, so it is told.
import { expect, it } from 'vitest';
import { exchangedTasks, withLineage } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const notice = (...rows: (readonly [name: string, goal: string])[]) =>
  bookOf(taskNotice(rows.map(([name, goal]) => `${name} | ${goal} | 县水利局 | 县财政局`)));
const GOALS = ['完成6座小型水库除险加固。', '对在建工地开展2次检查。'] as const;

it.each([
  ['names exchanged', ['工地检查', '水库除险'], GOALS, 1],
  ['nothing but one name new', ['水库加固', '工地检查'], GOALS, 0],
  ['rows exchanged whole', ['工地检查', '水库除险'], [GOALS[1], GOALS[0]], 0],
] as const)('%s', async (_, [one, other], [first, second], count) => {
  const before = await notice(['水库除险', GOALS[0]], ['工地检查', GOALS[1]]);
  const book = withLineage(await notice([one, first], [other, second]), before);
  const told = exchangedTasks(before, book);
  expect(told.map(({ code }) => code)).toEqual(Array.from({ length: count }, () => 'tasks-exchanged'));
  if (count > 0) expect(told[0]?.args).toEqual({ one: '工地检查', other: '水库除险' });
});
