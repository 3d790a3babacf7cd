// The notice lies beside the sheets, as where `export` writes to the folder that it was run in: it is nobody's return, though a
// unit's name may stand in its own.
import { describe, expect, it } from 'vitest';
import { lineageIn, planSheets, prepare, sheetFor, sheetToCsv, tally, unitFinder } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const UNIT = '县水利局';
const NOTICE = taskNotice([`堤防达标 | 完成南岸护岸等8处水毁工程修复。 | ${UNIT} | 县财政局`]);
const book = await bookOf(NOTICE);

async function told(name: string, bytes: string) {
  const folder = new VirtualFolder(new Map([[name, Buffer.from(bytes)]]));
  const sheets = tally(book).map((each) => sheetFor(book, each.name));
  const options = {
    force: false,
    step: () => undefined,
    unitOf: unitFinder(book),
    lineage: lineageIn(book),
  };
  const { value } = await prepare(folder, planSheets(book, sheets, ['xlsx']), options);
  return value?.diagnostics.map(({ code, args }) => [code, args]);
}

describe('beside the sheets', () => {
  it.each(['a.txt', `${UNIT}.txt`, `${UNIT}转发通知.md.bak`])(
    'the very notice is no return, called %s',
    async (name) => {
      expect(await told(name, NOTICE)).toEqual([]);
    },
  );

  it.each([`${UNIT}关于治水的通知.txt`, `${UNIT}关于治水的通知（修订稿）.txt`])(
    'what is called a notice and is no sheet is none: %s',
    async (name) => {
      expect(await told(name, '一、完成治理')).toEqual([]);
    },
  );

  it('what else bears a unit’s name is told, though nobody can read it', async () => {
    expect(await told(`${UNIT}报来的.txt`, '一、完成治理')).toEqual([
      ['sheet-beside', { unit: UNIT, names: [`${UNIT}报来的.txt`], as: `${UNIT}.xlsx` }],
    ]);
  });

  it('a sheet that was filled in is told under any name', async () => {
    const csv = sheetToCsv(sheetFor(book, UNIT)).replace(/(notice\.md:\d+:\d+,,,,),/, '$1推进中,');
    expect(csv).toContain('推进中');
    expect(await told('回来的.txt', csv)).toEqual([['sheet-nobodys', { unit: '', count: 1 }]]);
  });
});
