// `collect`, run as the office runs it that chases progress.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  parseNotice,
  placeText,
  type ReturnedSheet,
  type RollUp,
  rollUp,
  sheetFor,
  sheetToXlsx,
} from '../../src/index.js';
import {
  files,
  folderWithBook,
  folderWithSmallNotice,
  run,
  SMALL_NOTICE,
  telling,
} from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { seedBook, seedBytes } from '../support/seed.js';

const book = await seedBook();

type Fill = (
  put: (row: number, header: string, value: Excel.CellValue) => void,
  workbook: Excel.Workbook,
) => void;

/** A unit's sheet, filled in; rows are counted from 1. */
async function filled(unit: string, fill: Fill): Promise<Uint8Array> {
  return changed(await sheetToXlsx(sheetFor(book, unit)), (workbook) => {
    const { column, rows } = tasksIn(workbook);
    fill((row, header, value) => {
      const cell = rows()[row - 1]?.getCell(column(header));
      if (cell) cell.value = value;
    }, workbook);
  });
}

/** A folder with the notice parsed and some returned sheets in it. */
async function returned(sheets: Readonly<Record<string, Uint8Array | string>>): Promise<string> {
  const folder = await folderWithBook();
  mkdirSync(join(folder, '发回', '第二批'), { recursive: true });
  for (const [name, content] of Object.entries(sheets)) writeFileSync(join(folder, '发回', name), content);
  return folder;
}

/** Two sheets: the lead of 四 12 says it is done, the fire brigade that it is late. */
const water = await filled('区水利局', (put, workbook) => {
  put(1, '责任人', '张三');
  put(1, '进展状态', '已完成');
  put(1, '进展情况', '已修复水毁工程5处，完成投资120万元');
  put(2, '进展状态', '推进中');
  put(2, '完成时限', new Date('2025-05-31T00:00:00Z'));
  put(3, '进展状态', '快了');
  put(3, '更新日期', '上周五');
  put(4, '任务名称', '水旱灾害防治');
  workbook.addWorksheet('附表').getCell('B2').value = '增发国债项目';
  workbook.getWorksheet('封面')?.eachRow((row) =>
    row.eachCell((cell, i) => {
      if (cell.text === '填报人') row.getCell(i + 1).value = '李四';
    }),
  );
});

describe('collect', () => {
  it('tells who is how far, who has sent nothing, and writes a workbook', async () => {
    const folder = await returned({ '区水利局.xlsx': water });
    const { code, stdout, stderr } = await run(folder, ['collect', '发回', '--on', '2025-06-30']);
    // A printed name written over, and words on a worksheet of its own: somebody must look.
    expect(code).toBe(1);
    // 区水利局 leads 4 and is responsible for 5: one done, one due in May, one 快了; 6 nobody filled in.
    expect(stdout).toMatch(/^区水利局 +9 +1 +0 +1 +0 +1 +6$/m);
    expect(stdout).toMatch(/没有交的 \d+ 个：.*区应急管理局/);
    expect(stderr).toMatch(telling('return-status', '区水利局.xlsx#任务清单!I6'));
    expect(stderr).toMatch(telling('return-date', '区水利局.xlsx#任务清单!L6'));
    expect(stderr).toMatch(telling('return-edited', '区水利局.xlsx#任务清单!C7'));
    const workbook = await openWorkbook(readFileSync(join(folder, '汇总.xlsx')));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '总览',
      '逐项',
      '滞后',
      '指标',
      '问题',
      '其他内容',
      '数据',
    ]);
    const all = everythingIn(workbook);
    for (const text of ['张三', '快了', '上周五', '增发国债项目', '填报人：李四', '2025-05-31']) {
      expect(all).toContain(text);
    }
  });

  it('tells a wrong unit, an old edition, a file that is no sheet, and reads the rest', async () => {
    const notice = seedBytes().toString('utf8').replace('同比下降5%', '同比下降8%');
    const { value: other } = await parseNotice(Buffer.from(notice), { name: 'notice.txt' });
    const sheet = sheetFor(other ?? book, '白马镇');
    const rows = sheet.rows.map((row, i) => (i === 0 ? { ...row, filled: { progress: '已整改' } } : row));
    const old = await sheetToXlsx({ ...sheet, rows });
    const folder = await returned({
      '江口镇.xlsx': water,
      '第二批/白马镇.xlsx': old,
      '坏.csv': '一,二\n',
      '某镇.xlsx': await changed(water, (workbook) => {
        workbook.getWorksheet('封面')?.eachRow((row) =>
          row.eachCell((cell) => {
            if (cell.value === '区水利局') cell.value = '某某镇';
          }),
        );
      }),
    });
    const { code, stderr } = await run(folder, ['collect', '发回', '-o', 'out/汇总.json']);
    expect(code).toBe(1);
    expect(stderr).toMatch(telling('not-a-sheet', '坏.csv'));
    expect(stderr).toMatch(telling('return-unit', '某镇.xlsx'));
    expect(stderr).toMatch(telling('return-unit-differs', '江口镇.xlsx'));
    expect(stderr).toMatch(telling('return-old', '第二批/白马镇.xlsx'));
    const all = JSON.parse(readFileSync(join(folder, 'out', '汇总.json'), 'utf8')) as RollUp;
    expect(all.files.map(({ file, unit, edition }) => [file, unit, edition])).toEqual([
      ['某镇.xlsx', null, 'unknown'],
      ['江口镇.xlsx', '区水利局', 'current'],
      ['第二批/白马镇.xlsx', '白马镇', 'old'],
    ]);
    // What nobody can be found for is not lost.
    expect(all.rest.filter(({ at }) => placeText(at).startsWith('某镇.xlsx#'))).toContainEqual(
      expect.objectContaining({
        said: expect.objectContaining({ filled: expect.objectContaining({ person: '张三' }) }),
      }),
    );
  });

  it('tells where a lead and a unit that is responsible say different things', async () => {
    const emergency = await filled('区应急管理局', (put) => {
      for (let row = 1; row <= 60; row++) put(row, '进展状态', '已完成');
    });
    const fire = await filled('区消防救援局', (put) => {
      for (let row = 1; row <= 40; row++) put(row, '进展状态', '滞后');
    });
    const folder = await returned({ '区应急管理局.xlsx': emergency, '区消防救援局.xlsx': fire });
    const { stderr } = await run(folder, ['collect', '发回', '-o', '汇总.csv']);
    // 四 15: 区应急管理局 leads, 区消防救援局 is responsible.
    expect(stderr).toContain(
      '“提升基层应急管理能力”：牵头单位区应急管理局填“已完成”，而区消防救援局填“滞后”。请核实。',
    );
    const rows = parse(readFileSync(join(folder, '汇总.csv'), 'utf8'), { bom: true, columns: true }) as {
      任务名称: string;
      填报单位: string;
      进展状态: string;
    }[];
    expect(
      rows
        .filter((row) => row.任务名称 === '提升基层应急管理能力')
        .map((row) => [row.填报单位, row.进展状态]),
    ).toEqual([
      ['区应急管理局', '已完成'],
      ['区消防救援局', '滞后'],
    ]);
  });

  it('writes its roll-up into the folder that it reads, and again over it; a sheet that came back is left', async () => {
    const folder = await returned({ '区水利局.xlsx': water });
    const command = [
      'collect',
      '发回',
      '-o',
      '发回/水利汇总.xlsx',
      '-o',
      '发回/水利汇总.json',
      '-o',
      '发回/水利汇总.csv',
    ];
    const first = await run(folder, command);
    const before = readFileSync(join(folder, '发回', '水利汇总.xlsx'));
    const second = await run(folder, command);
    expect([first.code, second.code]).toEqual([1, 1]);
    expect(second.stdout).toBe(first.stdout);
    expect(readFileSync(join(folder, '发回', '水利汇总.xlsx')).equals(before)).toBe(true);
    const over = await run(folder, ['collect', '发回', '-o', '发回/区水利局.xlsx', '--force']);
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('是这次要读的文件')]);
    expect(readFileSync(join(folder, '发回', '区水利局.xlsx')).equals(Buffer.from(water))).toBe(true);
  });

  it('writes nothing where no file counts, and leaves the roll-up that is there', async () => {
    const folder = await returned({ '区水利局.xlsx': water });
    await run(folder, ['collect', '发回', '-o', '汇总.xlsx']);
    const good = readFileSync(join(folder, '汇总.xlsx'));
    const other = (await parseNotice(Buffer.from(SMALL_NOTICE), { name: 'notice.txt' })).value;
    if (!other) throw new Error('no book');
    const wrong: Record<string, Record<string, Uint8Array | string>> = {
      照片: {
        'a.jpg': new Uint8Array([0xff, 0xd8, 0xff]),
        '说明.txt': '请查收',
        '坏.xlsx': 'PK\u0003\u0004broken',
      },
      别的通知: { '县水利局.xlsx': await sheetToXlsx(sheetFor(other, '县水利局')) },
      别的表: { '值班.csv': '日期,值班人\n6月1日,张三\n' },
    };
    for (const [name, content] of Object.entries(wrong)) {
      mkdirSync(join(folder, name));
      for (const [file, bytes] of Object.entries(content)) writeFileSync(join(folder, name, file), bytes);
      const { code, stdout, stderr } = await run(folder, ['collect', name, '-o', '汇总.xlsx', '--force']);
      expect([name, code, stdout, stderr]).toEqual([
        name,
        1,
        '',
        expect.stringMatching(telling('nothing-counted')),
      ]);
      // Each file is told with its reason.
      for (const file of Object.keys(content)) expect(stderr).toContain(file);
      expect(readFileSync(join(folder, '汇总.xlsx')).equals(good)).toBe(true);
    }
    const json = await run(folder, ['collect', '照片', '-o', '汇总.xlsx', '--report-json']);
    expect([json.code, JSON.parse(json.stdout)]).toEqual([1, expect.objectContaining({ written: [] })]);
  });

  it('refuses an empty folder, another form, a day that is none', async () => {
    const folder = await returned({});
    expect((await run(folder, ['collect', '发回'])).stderr).toContain('[nothing-returned]');
    expect((await run(folder, ['collect', '没有'])).code).toBe(3);
    expect((await run(folder, ['collect', '发回', '-o', '汇总.pdf'])).code).toBe(2);
    expect((await run(folder, ['collect', '发回', '--on', '2025-02-30'])).code).toBe(2);
    expect(files(folder)).not.toContain('汇总.xlsx');
  });
});

describe('a roll-up', () => {
  it('holds everything that is in the files', () => {
    const sheet: ReturnedSheet = {
      file: '白马镇.csv',
      unit: null,
      notice: { number: null, title: null },
      edition: null,
      printed: ['id', 'name'],
      columns: ['自加'],
      rows: ['T5RAAPXD', 'T5RAAPXD', 'T0000000', ''].map((id, i) => ({
        at: { file: '白马镇.csv', record: i + 2 },
        id,
        kept: null,
        change: null,
        cells: { id, name: `名${i}` },
        filled: { progress: `情${i}` },
        own: { 自加: `加${i}` },
        notes: [{ column: 'note', text: `注${i}` }],
        places: {},
      })),
      questions: [],
      cover: { reporter: '王五' },
      stray: [{ at: { file: '白马镇.csv', record: 1 }, text: '散落' }],
    };
    const text = JSON.stringify(
      rollUp(book, [{ sheet, others: [{ at: { file: 'x' }, text: '另表' }], lost: ['图片'] }]),
    );
    for (const i of [0, 1, 2, 3])
      for (const word of ['加', '情', '注']) expect(text).toContain(`${word}${i}`);
    for (const word of ['王五', '散落', '另表', '图片']) expect(text).toContain(word);
  });

  it('goes by the task book of the folder that was built, and not by an older one beside it', async () => {
    const folder = folderWithSmallNotice();
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    await run(folder, ['parse', 'notice.txt']);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE);
    await run(folder, ['build', 'notice.txt', '-o', '清单']);
    const { code, stderr } = await run(folder, ['collect', '清单', '-o', '汇总.json']);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('[return-old]')]);
  });
});
