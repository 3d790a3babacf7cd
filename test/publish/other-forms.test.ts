// A workbook that came back in another form than .xlsx: of what the program printed in it nothing was typed.
import { read, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { parseNotice, renewSheet, sheetFor, sheetToXlsx } from '../../src/index.js';
import { SMALL_NOTICE } from '../support/program.js';
import { changed, tasksIn } from '../support/returned.js';

describe('a sheet over a workbook of another form', () => {
  it.each([
    ['biff8', '.xls', '应办'],
    ['ods', '.ods', '应办'],
    // As older sheets call it.
    ['biff8', '.xls', '须办'],
  ] as const)(
    '(%s, %s, %s) has what was typed and nothing that was printed, and the original keeps its form',
    async (bookType, ending, counted) => {
      const { value: book } = await parseNotice(new TextEncoder().encode(SMALL_NOTICE), {
        name: 'notice.txt',
      });
      if (!book) throw new Error('not read');
      const sheet = sheetFor(book, '县水利局');
      const filled = await changed(await sheetToXlsx(sheet), (workbook) => {
        const { column, rows } = tasksIn(workbook);
        const [row] = rows();
        if (row) row.getCell(column('责任人')).value = '张三';
        const cover = workbook.getWorksheet('封面');
        if (cover) cover.getCell('F2').value = '请打电话';
        for (const worksheet of workbook.worksheets) {
          worksheet.eachRow((each) => {
            each.eachCell((cell) => {
              if (/^(?:.*｜\s*)?应办 \d/.test(cell.text)) cell.value = cell.text.replace('应办', counted);
            });
          });
        }
      });
      const other = new Uint8Array(write(read(filled, { type: 'buffer' }), { type: 'buffer', bookType }));
      const { value } = await renewSheet(sheet, '县水利局.xlsx', other);
      expect(JSON.stringify(value?.sheet.rows[0])).toContain('张三');
      expect(
        value?.sheet.kept.map((row) => JSON.stringify(row)).filter((row) => !row.includes('请打电话')),
      ).toEqual([]);
      expect(value?.sheet.kept).toHaveLength(1);
      expect(value?.keep?.name.endsWith(ending)).toBe(true);
    },
  );
});
