// What lies beside the sheets and says nowhere whose it is: `collect` counts or tells it, and so does `build`.
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lineageIn, planSheets, prepare, sheetFor, sheetToXlsx, tally, unitFinder } from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const book = await bookOf(
  taskNotice([
    '养老服务 | 新建社区养老服务站12个 | 县民政局',
    '助餐服务 | 建成老年助餐点20个，覆盖各街道 | 县民政局',
    '堤防达标 | 完成南岸护岸等8处水毁工程修复 | 县水利局',
    '河道巡查 | 建立河道巡查责任制 | 县水利局',
  ]),
);
const PASTE = `任务名称,目标内容,进展状态,进展情况
养老服务,新建社区养老服务站12个,推进中,养老站建5个
助餐服务,建成老年助餐点20个，覆盖各街道,已完成,助餐点已建20个
`;
const OF_TWO = `任务名称,目标内容,填报单位,进展状态,进展情况
养老服务,新建社区养老服务站12个,县民政局,推进中,养老站建5个
堤防达标,完成南岸护岸等8处水毁工程修复,县水利局,已完成,修好了
`;
const SHEET = '各单位/县民政局.xlsx';

/** What `build` tells of a folder in which these files lie, and in which sheets say what some units have filled in. */
async function told(files: Readonly<Record<string, Uint8Array | string>>, said: Record<string, string> = {}) {
  const lying = Object.entries(files).map(([name, content]) => [name, Buffer.from(content)] as const);
  const folder = new VirtualFolder(new Map(lying));
  const sheets = tally(book).map(({ name }) => sheetFor(book, name));
  for (const sheet of sheets) {
    const rows = sheet.rows.map((row) => {
      const progress = said[row.name];
      const status = row.name === '养老服务' ? 'going' : 'done';
      return progress === undefined ? row : { ...row, filled: { status: { status } as const, progress } };
    });
    folder.files.set(`各单位/${sheet.unit}.xlsx`, Buffer.from(await sheetToXlsx({ ...sheet, rows })));
  }
  const planned = planSheets(book, sheets, ['xlsx']).map((each) => ({
    ...each,
    name: `各单位/${each.name}`,
  }));
  const options = { force: false, step: () => undefined, unitOf: unitFinder(book), lineage: lineageIn(book) };
  const { value } = await prepare(folder, planned, options);
  return value?.diagnostics.map(({ code, args, at, severity }) => ({ code, args, file: at?.file, severity }));
}

describe('a few columns of a sheet, pasted into a file that no unit is called', () => {
  it.each(['各单位/进展.csv', '收到的/进展.csv', '进展.csv'])('%s is told as its unit’s', async (name) => {
    expect(await told({ [name]: PASTE })).toMatchObject([
      { code: 'sheet-beside', args: { unit: '县民政局', names: [name], as: SHEET }, severity: 'warning' },
    ]);
  });

  it('is no more to be looked at when its words stand in the sheet', async () => {
    const said = { 养老服务: '养老站建5个', 助餐服务: '助餐点已建20个' };
    expect(await told({ '进展.csv': PASTE }, said)).toMatchObject([
      { code: 'sheet-beside-same', severity: 'info' },
    ]);
  });

  it('is told as nobody’s where it has but one of several tasks', async () => {
    const [header, row] = PASTE.split('\n');
    expect(await told({ '进展.csv': `${header}\n${row}\n` })).toMatchObject([
      { code: 'sheet-nobodys', args: { unit: '', count: 1 }, file: '进展.csv', severity: 'warning' },
    ]);
  });

  it('is not told where nothing is filled in, or where it is of something else', async () => {
    const empty = PASTE.replace(/(?:推进中|已完成),.*/g, ',');
    const other = '任务名称,目标内容,进展情况\n搬家,搬到新办公楼,搬完了\n';
    expect(await told({ '进展.csv': empty, '搬家.csv': other })).toEqual([]);
  });
});

describe('a table in which a column says whose each row is', () => {
  it('is told with its units', async () => {
    expect(await told({ '各单位/汇总表.csv': OF_TWO })).toMatchObject([
      {
        code: 'sheet-beside-several',
        args: { units: ['县民政局', '县水利局'], count: 2 },
        file: '各单位/汇总表.csv',
        severity: 'warning',
      },
    ]);
  });

  it('is told as long as one row stands in no sheet', async () => {
    const said = { 养老服务: '养老站建5个' };
    expect(await told({ '汇总表.csv': OF_TWO }, said)).toMatchObject([{ args: { count: 1 } }]);
    expect(await told({ '汇总表.csv': OF_TWO }, { ...said, 堤防达标: '修好了' })).toEqual([]);
  });
});

describe('what nobody can read', () => {
  const inner = zipSync({ '县民政局.csv': Buffer.from(PASTE) });
  const DOCUMENT = '%PDF-1.7\n';

  it('an archive in an archive is told by name, wherever it lies', async () => {
    for (const name of ['各单位/报送.zip', '报送.zip'])
      expect(await told({ [name]: zipSync({ 'inner.zip': inner }) })).toMatchObject([
        { code: 'sheet-beside-unread', args: { inside: ['inner.zip'] }, file: name, severity: 'warning' },
      ]);
  });

  it('a file of another form is told where the sheets lie, and nowhere else', async () => {
    expect(await told({ '各单位/扫描.pdf': DOCUMENT, '会议.pdf': DOCUMENT })).toMatchObject([
      { code: 'sheet-beside-unread', args: { inside: [], form: 'PDF' }, file: '各单位/扫描.pdf' },
    ]);
  });
});

describe('a workbook that somebody has unzipped', () => {
  const unzipped = async (folder: string) => {
    const parts = unzipSync(await sheetToXlsx(sheetFor(book, '县民政局')));
    return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [`${folder}${name}`, bytes]));
  };

  it.each([
    ['', '各单位/xl'],
    ['县民政局/', '各单位/县民政局/xl'],
    ['镇里交来的/县民政局.xlsx/', '各单位/镇里交来的/县民政局.xlsx/xl'],
  ])('as 各单位/%s is told once, and what lies beside its parts by itself', async (folder, file) => {
    const parts = await unzipped(`各单位/${folder}`);
    expect(Object.keys(parts).length).toBeGreaterThan(5);
    expect(await told({ ...parts, [`各单位/${folder}进展.csv`]: PASTE })).toMatchObject([
      { code: 'sheet-beside', args: { names: [`各单位/${folder}进展.csv`] } },
      { code: 'sheet-beside-unread', args: { inside: [] }, file, severity: 'warning' },
    ]);
  });

  it('is told once in an archive, too', async () => {
    const archive = zipSync(await unzipped('民政/'));
    expect(await told({ '各单位/交来的.zip': archive })).toMatchObject([
      { code: 'sheet-beside-unread', args: { inside: ['民政/xl'] }, file: '各单位/交来的.zip' },
    ]);
  });

  it('is no more told when it lies among the originals', async () => {
    expect(await told(await unzipped('原件/县民政局/'))).toEqual([]);
  });
});
