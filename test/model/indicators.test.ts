// How many figures there are to reach is one count: on the account, on the page, in the ledger, on covers, in the roll-up.
import { expect, it } from 'vitest';
import { accountWords, overviewToXlsx, papersOf, rollUp, sheetFor, sheetToXlsx } from '../../src/index.js';
import { pageOf } from '../../src/page/index.js';
import { rollUpToXlsx } from '../../src/write/index.js';
import { everythingIn, openWorkbook } from '../support/returned.js';
import { seedBook } from '../support/seed.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

// 8处 and 90% are to be reached; 200张床位以上 says to whom it applies.
const NOTICE = taskNotice([
  '医院消防 | 200张床位以上的医院消防达标率90%以上。 | 县卫生健康委 | 县应急管理局',
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局',
]);

it.each<[what: string, book: Awaited<ReturnType<typeof bookOf>>, count: number, unit: string, own: number]>([
  ['a notice with a condition', await bookOf(NOTICE), 2, '县卫生健康委', 1],
  ['the seed', await seedBook(), 59, '区水利局', 0],
])('%s has one count', async (_, book, count, unit, own) => {
  expect(accountWords(book).join('\n')).toContain(`量化指标 ${count} 个，`);
  const { counts, judged, figures } = pageOf(book).overview;
  expect(counts).toContainEqual({ name: '个量化指标', count });
  expect(judged.length + figures.length).toBe(count);
  const ledger = (await openWorkbook(await overviewToXlsx(book))).getWorksheet('量化指标');
  expect(ledger?.getCell('A2').text).toContain(`共 ${count} 个`);
  expect(ledger?.rowCount).toBe(3 + count);
  const all = rollUp(book, [], '2026-12-31');
  const rolled = await openWorkbook(await rollUpToXlsx(all));
  expect(rolled.getWorksheet('指标')?.getCell('A2').text).toContain(`${count} 个指标`);
  const [briefing] = papersOf(all).filter(({ name }) => name.startsWith('工作进展'));
  expect(briefing?.slots.texts).toMatchObject({ figures: count });
  if (own === 0) return;
  const cover = [...everythingIn(await openWorkbook(await sheetToXlsx(sheetFor(book, unit))))];
  expect(cover.some((text) => text.includes(`量化指标：${own} 个`))).toBe(true);
});
