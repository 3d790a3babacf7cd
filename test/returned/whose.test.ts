// Whose a file is that came back without a cover, or is not read at all: nobody is passed over, and nothing guessed in silence.
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetFor, sheetToCsv, sheetToXlsx, type TaskBook } from '../../src/index.js';
import { changed, openWorkbook, rolledUpFrom, tasksIn } from '../support/returned.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const NOTICE = taskNotice([
  '堤防达标 | 完成南岸护岸等8处水毁工程修复。 | 县水利局 | 县财政局、乙乡 | 2026年6月底前',
  '水库除险 | 完成6座小型水库除险加固，安装监测设备。 | 县水利局 | 县应急管理局、县民政局、白马镇 | 2026年9月底前',
  '农村供水 | 新建改建集中供水工程12处，普及率达到92%。 | 县文化旅游局 | 县文物旅游局、白云乡 | 2026年12月底前',
]);

let book: TaskBook;
beforeAll(async () => {
  book = await bookOf(NOTICE);
});

const PDF = Buffer.from('%PDF-1.4 nothing');

const rolledUp = (...files: readonly (readonly [name: string, bytes: Uint8Array])[]) =>
  rolledUpFrom(book, files, '2026-05-31');

const SHORT: readonly (readonly [name: string, unit: string | undefined])[] = [
  ['民政局汇总', '县民政局'],
  ['附件：财政局6月', '县财政局'],
  ['1.应急局盖章', '县应急管理局'],
  ['县应急局', '县应急管理局'],
  ['白马', '白马镇'],
  ['白马报表', '白马镇'],
  ['乙乡6月进展', '乙乡'],
  // What only begins like a town, what is of another level, what is nobody's.
  ['白云石矿整治', undefined],
  ['市民政局', undefined],
  ['照片', undefined],
];

describe('a file that is not read', () => {
  it.each(SHORT)('%s.pdf: %s', async (name, unit) => {
    const all = await rolledUp([`${name}.pdf`, PDF]);
    const unread = all.units.filter(({ handed }) => handed === 'unread').map((each) => each.unit);
    expect(unread).toEqual(unit === undefined ? [] : [unit]);
  });

  it('that may be of two units is told with both', async () => {
    const { problems, units } = await rolledUp(['文旅局.pdf', PDF]);
    expect(problems.at(-1)).toMatchObject({
      code: 'return-unread-several',
      args: { units: ['县文化旅游局', '县文物旅游局'] },
    });
    expect(units.every(({ handed }) => handed === 'no')).toBe(true);
  });
});

/** A unit's sheet as CSV with something said of its first task. */
function csv(unit: string, title = ''): Uint8Array {
  const sheet = sheetFor(book, unit);
  const rows = sheet.rows.map((row, i) => (i === 0 ? { ...row, filled: { progress: `${unit}开工` } } : row));
  return Buffer.from(`${title}${sheetToCsv({ ...sheet, rows })}`);
}

describe('a sheet without a cover', () => {
  it.each(SHORT.filter(([, unit]) => unit))('%s.csv is %s, and that is told', async (name, unit = '') => {
    const { files, problems } = await rolledUp([`${name}.csv`, csv(unit)]);
    expect(files).toMatchObject([{ unit, reported: 1 }]);
    // What is the whole name of nobody else needs no word.
    const codes = problems.map(({ code }) => code);
    expect(codes.filter((code) => code !== 'return-unit-short')).toEqual([]);
    expect(codes).toHaveLength(1);
  });

  it('that may be of two units is of none, and told with both', async () => {
    const { files, rest, problems } = await rolledUp(['文旅局.csv', csv('县文化旅游局')]);
    expect(files).toMatchObject([{ unit: null }]);
    expect(rest).toHaveLength(1);
    expect(problems).toMatchObject([
      { code: 'return-unit-several', severity: 'error', args: { units: ['县文化旅游局', '县文物旅游局'] } },
    ]);
  });

  it('is of the unit that its first line names', async () => {
    const { files, problems } = await rolledUp(['报送.csv', csv('县财政局', '县财政局任务清单,,\n')]);
    expect(files).toMatchObject([{ unit: '县财政局', reported: 1 }]);
    expect(problems).toEqual([]);
  });
});

describe('a workbook with the sheets of two units', () => {
  const SECOND = '县民政局';
  async function merged(name: string, title: string, said = `${SECOND}开工`) {
    const other = await openWorkbook(await sheetToXlsx(sheetFor(book, SECOND)));
    return changed(await sheetToXlsx(sheetFor(book, '县财政局')), (workbook) => {
      const first = tasksIn(workbook);
      for (const row of first.rows()) row.getCell(first.column('进展情况')).value = '县财政局开工';
      const { sheet, rows, column } = tasksIn(other);
      for (const row of rows()) row.getCell(column('进展情况')).value = said;
      sheet.getCell('A1').value = title;
      const copy = workbook.addWorksheet(name);
      sheet.eachRow((row, r) =>
        row.eachCell((cell, c) => {
          if (cell.master === cell) copy.getRow(r).getCell(c).value = cell.value;
        }),
      );
    });
  }

  it.each([
    ['任务清单 (2)', `${SECOND}任务清单`],
    [SECOND, '任务清单'],
    ['民政局', '任务清单'],
  ])('%s, %s: both have handed in', async (name, title) => {
    const all = await rolledUp(['合并.xlsx', await merged(name, title)]);
    const sent = all.units.filter(({ handed }) => handed === 'yes').map(({ unit }) => unit);
    expect(sent.sort()).toEqual([SECOND, '县财政局'].sort());
    expect(all.tasks.flatMap(({ reports }) => reports.map(({ filled }) => filled.progress)).sort()).toEqual(
      [`${SECOND}开工`, '县财政局开工'].sort(),
    );
    expect(all.problems.filter(({ code }) => code !== 'return-unit-short')).toEqual([]);
  });

  it('that of the same unit is kept whole and told', async () => {
    const { files, rest, problems } = await rolledUp([
      '县财政局.xlsx',
      await merged('6月', '任务清单', '六月的话'),
    ]);
    expect(files).toMatchObject([{ unit: '县财政局' }]);
    expect(
      rest.filter(({ said }) => typeof said !== 'string' && said.filled.progress === '六月的话'),
    ).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'return-table', args: { sheet: '6月', count: 1 } }]);
  });
});

describe('a cover that names several units', () => {
  const joint = async (
    units: string,
    name: string,
    edit: Parameters<typeof changed>[1] = () => undefined,
  ) => {
    const blank = await sheetToXlsx(sheetFor(book, '县水利局'));
    return changed(blank, (workbook) => {
      const cover = workbook.getWorksheet('封面');
      cover?.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.text === '单位') row.getCell(Number(cell.col) + 1).value = units;
        }),
      );
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('进展情况')).value = '已开工';
      edit(workbook);
    }).then((bytes) => rolledUp([name, bytes]));
  };

  it.each([
    ['县水利局、县民政局', '县水利局.xlsx'],
    ['县民政局、县水利局', '1.xlsx'],
    ['县水利局和县民政局', '县民政局.xlsx'],
  ])('%s in %s: it is of the one whose tasks are in it', async (units, name) => {
    const { files, tasks, problems } = await joint(units, name);
    expect(files.map(({ unit, edition, reported }) => [unit, edition, reported])).toEqual([
      ['县水利局', 'current', 2],
    ]);
    const by = tasks.flatMap(({ name: task, reports }) => reports.map(({ unit }) => [task, unit]));
    expect(by).toEqual([
      ['堤防达标', '县水利局'],
      ['水库除险', '县水利局'],
    ]);
    expect(problems.map(({ code }) => code)).toContain('return-unit-joint');
  });
});

describe('a name that says less', () => {
  it.each(['财政局', '县财政局：', '县财政局'])('%s on the cover, in a file of that unit', async (cover) => {
    const bytes = await changed(await sheetToXlsx(sheetFor(book, '县财政局')), (workbook) => {
      const sheet = workbook.getWorksheet('封面');
      if (sheet) sheet.getCell('B3').value = cover;
      const { column, rows } = tasksIn(workbook);
      const [first] = rows();
      if (first) first.getCell(column('进展情况')).value = '开工';
    });
    const { files, rest } = await rolledUp(['县财政局.xlsx', bytes]);
    expect(files.map(({ unit, reported }) => [unit, reported])).toEqual([['县财政局', 1]]);
    // Nothing is left over of a title out of which part of the name was taken.
    expect(rest.filter(({ said }) => said === '县')).toEqual([]);
  });

  it.each(['县财政局/任务清单.csv', '县财政局.zip/任务清单.csv', '收回/县财政局/1.csv'])(
    '%s: the folder tells whose it is',
    async (name) => {
      const { files } = await rolledUp([name, csv('县财政局')]);
      expect(files.map(({ unit }) => unit)).toEqual(['县财政局']);
    },
  );

  it('in a folder of a unit means another where it says so itself', async () => {
    const { files } = await rolledUp(['县财政局/民政局.csv', csv('县民政局')]);
    expect(files.map(({ unit }) => unit)).toEqual(['县民政局']);
  });

  it('an archive in which nothing lies is told', async () => {
    const empty = Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1');
    const { problems } = await rolledUp(['县财政局.zip', empty]);
    expect(problems.map(({ code }) => code)).toContain('archive-empty');
  });
});

describe('a name that nobody knows, written over on the cover and in all cells', () => {
  const withCover = (unit: string) =>
    sheetToXlsx(sheetFor(book, '县水利局')).then((blank) =>
      changed(blank, (workbook) => {
        const { rows, column } = tasksIn(workbook);
        for (const row of rows()) row.getCell(column('进展情况')).value = '办好了';
        for (const sheet of workbook.worksheets)
          sheet.eachRow((row) =>
            row.eachCell((cell) => {
              if (typeof cell.value === 'string') cell.value = cell.value.replaceAll('县水利局', unit);
            }),
          );
      }),
    );

  it('is the unit’s whose name the file has, and whose tasks are in it; it is told', async () => {
    const all = await rolledUp(['县水利局.xlsx', await withCover('区水电局')]);
    expect(all.units.find(({ unit }) => unit === '县水利局')).toMatchObject({ handed: 'yes' });
    expect(all.problems.map(({ code }) => code)).toContain('return-unit-short');
  });

  it('is nobody’s in a file of a unit that has none of its tasks', async () => {
    const all = await rolledUp(['县文化旅游局.xlsx', await withCover('区水电局')]);
    expect(all.units.filter(({ handed }) => handed === 'yes')).toEqual([]);
    expect(all.problems.map(({ code }) => code)).toContain('return-unit');
  });
});

it('a picture in a folder of an archive is of the unit whose name the archive has', async () => {
  const all = await rolledUp(['县水利局.zip/盖章扫描/1.pdf', PDF]);
  expect(all.units.filter(({ handed }) => handed === 'unread').map(({ unit }) => unit)).toEqual(['县水利局']);
});
