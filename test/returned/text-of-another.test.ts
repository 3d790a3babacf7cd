// Text has no cover: whose a CSV is that lies in a unit's place is told by its rows.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  lineageIn,
  renewSheet,
  sheetFor,
  sheetToCsv,
  type TaskBook,
  unitFinder,
  withLineage,
} from '../../src/index.js';
import { rolledUpFrom } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

// 县水利局 and 县民政局 have the same tasks and not the same parts; 石桥镇 and 白马镇 have the very same.
const ROWS = [
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县民政局、县财政局',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县民政局',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县民政局 | 县水利局',
  '节水改造 | 改造灌区3处，新增节水灌溉面积2万亩。 | 县财政局 | 石桥镇、白马镇',
  '机井建设 | 新打应急备用机井15眼。 | 县财政局 | 石桥镇、白马镇',
];
let book: TaskBook;
beforeAll(async () => {
  book = await bookOf(taskNotice(ROWS));
});

/** A unit's CSV with a text in 进展情况 of each row. */
function filledCsv(of: TaskBook, unit: string, edit = (lines: string[]) => lines): Buffer {
  const [head = '', ...lines] = sheetToCsv(sheetFor(of, unit)).trimEnd().split('\r\n');
  const at = head.split(',').indexOf('进展情况');
  const filled = lines.map((line) =>
    line
      .split(',')
      .map((cell, i) => (i === at ? '办好了' : cell))
      .join(','),
  );
  return Buffer.from(`${[head, ...edit(filled)].join('\r\n')}\r\n`);
}

async function renewed(unit: string, earlier: Uint8Array, now = book, before?: TaskBook) {
  const { value, diagnostics } = await renewSheet(sheetFor(now, unit), `${unit}.csv`, earlier, {
    lineage: lineageIn(now),
    unitOf: unitFinder(now),
    ...(before && { bookBefore: before, before: () => sheetFor(before, unit) }),
  });
  const of = diagnostics.flatMap(({ code, args }) => (code === 'sheet-of-other' ? [args] : []));
  return {
    units: of.flatMap((args) => ('units' in args ? args.units : [])),
    carried: value?.sheet.rows.filter(({ filled }) => filled.progress === '办好了').length,
    keep: value?.keep?.name,
  };
}

describe('in another unit’s place', () => {
  it('is told where the tasks are the same and the parts in them are not', async () => {
    expect(await renewed('县民政局', filledCsv(book, '县水利局'))).toEqual({
      units: ['县水利局'],
      carried: 0,
      keep: '原件/县水利局（未带入）.csv',
    });
  });

  it('is told where the ids are gone', async () => {
    const bare = filledCsv(book, '县水利局')
      .toString()
      .replace(/^T[0-9A-Z]{7},/gm, ',');
    const { units, carried } = await renewed('县民政局', Buffer.from(bare));
    expect([units, carried]).toEqual([['县水利局'], 0]);
  });

  it('is told where it may be that of several', async () => {
    expect(await renewed('县水利局', filledCsv(book, '石桥镇'))).toEqual({
      units: ['石桥镇', '白马镇'],
      carried: 0,
      keep: '原件/别的单位（未带入）.csv',
    });
  });

  it('is told where rows of it were deleted', async () => {
    const { units, carried } = await renewed(
      '县民政局',
      filledCsv(book, '县水利局', ([first = '']) => [first]),
    );
    expect([units, carried]).toEqual([['县水利局'], 0]);
  });

  it('is told of the edition before, too', async () => {
    const later = withLineage(
      await bookOf(taskNotice(ROWS.map((row) => row.replace('| 县水利局 |', '| 县水利局、县财政局 |')))),
      book,
    );
    const { units, carried } = await renewed('县民政局', filledCsv(book, '县水利局'), later, book);
    expect([units, carried]).toEqual([['县水利局'], 0]);
  });

  it('is told of one that the revision calls otherwise', async () => {
    const later = withLineage(
      await bookOf(taskNotice(ROWS.map((row) => row.replaceAll('县水利局', '县水务局')))),
      book,
    );
    const { units, carried } = await renewed('县民政局', filledCsv(book, '县水利局'), later, book);
    expect([units, carried]).toEqual([['县水务局'], 0]);
    expect(await renewed('县水务局', filledCsv(book, '县水利局'), later, book)).toMatchObject({
      units: [],
      carried: 3,
    });
  });

  it('is counted as the other’s in the roll-up, and as nobody’s where it may be that of several', async () => {
    const counted = async (name: string, of: string) => {
      const { problems, files } = await rolledUpFrom(book, [[name, filledCsv(book, of)]], null);
      return [files.map(({ unit }) => unit), problems.map(({ code }) => code)];
    };
    expect(await counted('县民政局.csv', '县水利局')).toEqual([['县水利局'], ['return-unit-by-rows']]);
    expect(await counted('县水利局.csv', '石桥镇')).toEqual([[null], ['return-unit-several']]);
    expect(await counted('县水利局.csv', '县水利局')).toEqual([['县水利局'], []]);
  });
});

describe('a unit’s own', () => {
  it.each<[string, string, (lines: string[]) => string[], number]>([
    ['of which another unit has the very same', '白马镇', (lines) => lines, 2],
    ['with rows deleted', '县水利局', (lines) => lines.slice(0, 1), 1],
    ['with its rows sorted', '县水利局', (lines) => lines.toReversed(), 3],
  ])('%s goes on', async (_, unit, edit, count) => {
    const { units, carried } = await renewed(unit, filledCsv(book, unit, edit));
    expect([units, carried]).toEqual([[], count]);
  });

  it('with all rows of another unit pasted below goes on', async () => {
    const [, ...others] = filledCsv(book, '石桥镇').toString().trimEnd().split('\r\n');
    const { units, carried } = await renewed(
      '县水利局',
      filledCsv(book, '县水利局', (own) => [...own, ...others]),
    );
    expect([units, carried]).toEqual([[], 3]);
  });

  it('goes on over a revision that gives its tasks to another unit', async () => {
    const later = withLineage(
      await bookOf(
        taskNotice(ROWS.map((row) => row.replace('| 县水利局 | 县民政局', '| 县民政局 | 县水利局'))),
      ),
      book,
    );
    const { units, carried } = await renewed('县水利局', filledCsv(book, '县水利局'), later, book);
    expect([units, carried]).toEqual([[], 3]);
  });
});
