// Files that are called by less than their unit's name: who builds and who collects says whose they are by one rule.
import { describe, expect, it } from 'vitest';
import {
  lineageIn,
  planSheets,
  prepare,
  readReturned,
  rollUp,
  senderFinder,
  sheetFor,
  type TaskBook,
  tally,
  unitFinder,
} from '../../src/index.js';
import { bookOf, taskNotice } from '../support/table-notice.js';
import { VirtualFolder } from '../support/virtual-folder.js';

const ROWS = [
  '养老服务 | 新建社区养老服务站12个 | 石桥乡人民政府 | 县应急管理局',
  '助餐服务 | 建成老年助餐点20个，覆盖各街道 | 城关街道办事处 | 县应急管理局',
  '堤防达标 | 完成南岸护岸等8处水毁工程修复 | 白云镇人民政府 | 县应急管理局',
];
const TOWN = '石桥乡人民政府';
const STREET = '城关街道办事处';
const book = await bookOf(taskNotice(ROWS));
// Two townships go by one name here.
const alike = await bookOf(taskNotice([...ROWS, '石桥古镇 | 修缮古建筑6处 | 石桥镇人民政府 | 县应急管理局']));

const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF';

/** Whose a file is that nobody can read, as `collect` has it. */
async function collectedOf(of: TaskBook, name: string): Promise<string[]> {
  const { unread } = await readReturned(Buffer.from(PDF), name);
  return rollUp(of, [], null, unread).units.flatMap(({ unit, unread: its }) => (its ? [unit] : []));
}

/** Whose it is as `build` has it. */
async function builtOf(of: TaskBook, name: string): Promise<string[]> {
  const folder = new VirtualFolder(new Map([[name, Buffer.from(PDF)]]));
  const sheets = tally(of).map((each) => sheetFor(of, each.name));
  const planned = planSheets(of, sheets, ['xlsx']).map((each) => ({ ...each, name: `各单位/${each.name}` }));
  const { value } = await prepare(folder, planned, {
    force: false,
    step: () => undefined,
    unitOf: unitFinder(of),
    senderOf: senderFinder(of),
    lineage: lineageIn(of),
  });
  return (value?.diagnostics ?? []).flatMap(({ code, args }) =>
    code === 'sheet-beside' && 'unit' in args ? [String(args.unit)] : [code],
  );
}

describe('a file that nobody can read', () => {
  it.each([
    ['石桥乡.pdf', TOWN],
    ['石桥乡(1).pdf', TOWN],
    ['1.石桥乡6月进展.pdf', TOWN],
    ['石桥乡政府盖章.pdf', TOWN],
    ['石桥.pdf', TOWN],
    ['城关街道.pdf', STREET],
    ['城关街道（盖章）.pdf', STREET],
    ['应急局.pdf', '县应急管理局'],
    // Of others than the townships that are asked.
    ['石桥乡卫生院.pdf', undefined],
    ['大石桥乡.pdf', undefined],
    ['城关.pdf', STREET],
    ['城关街.pdf', undefined],
  ])('%s', async (name, unit) => {
    const path = `各单位/${name}`;
    expect(await collectedOf(book, path)).toEqual(unit === undefined ? [] : [unit]);
    expect(await builtOf(book, path)).toEqual(unit === undefined ? ['sheet-beside-unread'] : [unit]);
  });

  it('is nobody’s where two units of the notice go by its name', async () => {
    expect(await collectedOf(alike, '各单位/石桥.pdf')).toEqual([]);
    expect(await builtOf(alike, '各单位/石桥.pdf')).toEqual(['sheet-beside-unread']);
    expect(await collectedOf(alike, '各单位/石桥乡.pdf')).toEqual([TOWN]);
    expect(await builtOf(alike, '各单位/石桥乡.pdf')).toEqual([TOWN]);
  });

  it('is no return where it lies elsewhere than among the sheets and has a short name alone', async () => {
    expect(await builtOf(book, '石桥乡会议.pdf')).toEqual([]);
    expect(await builtOf(book, '石桥乡.pdf')).toEqual([]);
  });
});

it('a few columns without a cover are those of the unit that the short name means', async () => {
  const csv = '任务名称,目标内容,进展状态,进展情况\n养老服务,新建社区养老服务站12个,推进中,建了5个\n';
  const { collected } = await readReturned(Buffer.from(csv), '石桥乡(1).csv');
  const { files, problems } = rollUp(book, collected);
  expect(files).toMatchObject([{ unit: TOWN, reported: 1 }]);
  expect(problems).toMatchObject([{ code: 'return-unit-short', args: { unit: TOWN } }]);
});
