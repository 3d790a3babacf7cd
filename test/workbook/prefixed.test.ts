// Some libraries write a prefix before each element of a workbook.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

it('a workbook whose elements have one says the same', async () => {
  const book = await bookOf(taskNotice(['堤防达标 | 修复8处。 | 县水利局 | 县财政局']));
  const sheet = sheetFor(book, '县水利局');
  const filled = await changed(await sheetToXlsx(sheet), (workbook) => {
    const { rows, column } = tasksIn(workbook);
    const cell = rows()[0]?.getCell(column('进展情况'));
    if (cell) Object.assign(cell, { value: '完成5处', note: '缺石料' });
  });
  const parts = unzipSync(filled);
  for (const [name, part] of Object.entries(parts)) {
    if (!/^xl\/(?:workbook|styles|sharedStrings|comments\d+|worksheets\/[^/]+)\.xml$/.test(name)) continue;
    const xml = strFromU8(part)
      .replace(/<(\/?)(?=[A-Za-z]\w*[\s/>])/g, '<$1x:')
      .replace(/xmlns=(?="[^"]*spreadsheetml)/, 'xmlns:x=');
    parts[name] = strToU8(xml);
  }
  const { value, diagnostics } = await renewSheet(sheet, '县水利局.xlsx', zipSync(parts));
  expect(diagnostics).toEqual([]);
  const [row] = value?.sheet.rows ?? [];
  expect([row?.filled.progress, row?.notes.map(({ text }) => text)]).toEqual(['完成5处', ['缺石料']]);
});
