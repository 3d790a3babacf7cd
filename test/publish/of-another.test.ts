// A file with one unit's name that is another one's: whose it is its cover says, in a sheet's place and beside it.
import { expect, it } from 'vitest';
import { planSheets, prepare, sheetFor, sheetToCsv, sheetToXlsx, unitFinder } from '../../src/index.js';
import { lineageIn } from '../../src/revise/index.js';
import { changed, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const [UNIT, OTHER] = ['县水利局', '县财政局'] as const;
const book = await bookOf(
  taskNotice([
    `堤防达标 | 完成南岸护岸等8处水毁工程修复。 | ${UNIT} | ${UNIT}`,
    `财源建设 | 新增税源企业12家。 | ${OTHER} | ${OTHER}`,
  ]),
);
const blank = Buffer.from(await sheetToXlsx(sheetFor(book, UNIT)));
const filled = Buffer.from(
  await changed(blank, (workbook) => {
    const { rows, column } = tasksIn(workbook);
    for (const row of rows()) row.getCell(column('进展情况')).value = '办了';
  }),
);
const text = sheetToCsv(sheetFor(book, UNIT));
const [head = '', row = ''] = text.split('\r\n');
const at = head.split(',').findIndex((each) => each.includes('进展情况'));
const filledText = Buffer.from([head, row.split(',').toSpliced(at, 1, '办了').join(','), ''].join('\r\n'));

async function built(files: Record<string, Buffer>) {
  const folder = new VirtualFolder(new Map(Object.entries(files)));
  const planned = planSheets(
    book,
    [UNIT, OTHER].map((unit) => sheetFor(book, unit)),
    ['xlsx'],
  );
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book), lineage: lineageIn(book) };
  const { value } = await prepare(folder, planned, options);
  return { told: value?.diagnostics ?? [], outputs: value?.outputs ?? [] };
}

it.each<[string, Record<string, Buffer>, string[]]>([
  ['a copy', { [`${OTHER}（1）.xlsx`]: filled }, [UNIT]],
  ['text without a cover', { [`${OTHER}（1）.csv`]: filledText }, [UNIT]],
  // Its own unit has sent the same: of the one whose name it has nothing is known.
  ['a copy of what is there', { [`${UNIT}.xlsx`]: filled, [`${OTHER}（1）.xlsx`]: filled }, [UNIT]],
  ['a copy in which nothing is filled in', { [`${OTHER}（1）.xlsx`]: blank }, []],
])('beside the sheets: %s', async (_, files, units) => {
  const { told } = await built(files);
  expect(told.map(({ code, args }) => [code, (args as { unit: string }).unit])).toEqual(
    units.map((unit) => ['sheet-beside', unit]),
  );
});

it('beside the sheets: an empty file is called so, and put into nobody’s place', async () => {
  const name = `${UNIT} (1).xlsx`;
  const { told } = await built({ [name]: Buffer.alloc(0) });
  expect(told).toMatchObject([{ code: 'return-empty', at: { file: name } }]);
});

it.each([
  ['filled in', filled, 'sheet-of-other', true],
  ['in which nothing is filled in', blank, 'sheet-of-other-blank', false],
])('in the place of a sheet: one %s', async (_, bytes, code, isUncarried) => {
  const { told, outputs } = await built({ [`${OTHER}.xlsx`]: bytes });
  expect(told).toMatchObject([{ code, args: { units: [UNIT], own: OTHER } }]);
  const kept = outputs.filter(({ name }) => name.startsWith('原件/'));
  expect(kept.map(({ uncarried }) => uncarried !== undefined)).toEqual([isUncarried]);
});
