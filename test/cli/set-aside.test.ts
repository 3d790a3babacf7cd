// A return that lies in another unit's place is set aside, and told in every run until somebody has settled it.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folderWithSmallNotice, run, telling } from '../support/program.js';
import { changed, tasksIn } from '../support/returned.js';

const FILLED = '护岸修了一半';

/** 县水利局's sheet, filled in, as a workbook or as text. */
const FORMS = {
  xlsx: (bytes: Buffer, words = FILLED) =>
    changed(bytes, (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const [first] = rows();
      if (first) first.getCell(column('进展情况')).value = words;
    }),
  csv: async (bytes: Buffer, words = FILLED) => {
    const [head = '', first = '', ...rest] = bytes.toString('utf8').split('\r\n');
    const at = head.split(',').indexOf('进展情况');
    const cells = first.split(',').map((cell, i) => (i === at ? words : cell));
    return Buffer.from([head, cells.join(','), ...rest].join('\r\n'));
  },
} as const;

/** A folder that was built, in which 县水利局's return lies in 县民政局's place, and built again. */
async function misplaced(form: keyof typeof FORMS = 'xlsx') {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) =>
    run(folder, ['build', 'notice.txt', '-o', 'out', `--${form}`, ...more]);
  const collect = () => run(folder, ['collect', 'out', '--from', 'notice.txt', '-o', '汇总.json', '--force']);
  await build();
  const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.${form}`);
  const fill = (words?: string) => FORMS[form](readFileSync(place('县水利局')), words);
  writeFileSync(place('县民政局'), await fill());
  const before = await collect();
  const told = await build();
  const kept = join(folder, 'out', '原件');
  const aside = () => readdirSync(kept).map((name) => join(kept, name));
  return { before, told, build, collect, place, fill, kept, aside };
}

describe('a return in another unit’s place', () => {
  it.each(['xlsx', 'csv'] as const)('as .%s is told by each run while it lies in 原件', async (form) => {
    const { before, told, build, collect, place, aside } = await misplaced(form);
    const code = form === 'csv' ? '[return-unit-by-rows]' : '[return-unit-differs]';
    expect([before.code, before.stderr]).toEqual([1, expect.stringContaining(code)]);
    expect([told.code, told.stderr.includes('[sheet-of-other]')]).toEqual([1, true]);
    expect(aside()).toEqual([expect.stringContaining('县水利局（未带入')]);
    expect(readFileSync(place('县民政局')).includes(FILLED)).toBe(false);
    for (const each of [await build(), await build('--check'), await collect(), await build()]) {
      expect(each.code).toBe(1);
      expect(each.stderr).toContain('[sheet-uncarried]');
      expect(each.stderr).toContain('县水利局（未带入');
    }
  });

  it.each([
    ['renamed', '原件/没用的.xlsx', (bytes: Buffer) => bytes],
    ['put into a folder below', '原件/三月/旧/县水利局.xlsx', (bytes: Buffer) => bytes],
    [
      'saved again under another name',
      '原件/备份 (2).xlsx',
      (bytes: Buffer) =>
        changed(bytes, (workbook) => {
          workbook.creator = '张三';
        }),
    ],
  ])('is told by what it says when it is %s', async (_, to, saved) => {
    const { build, collect, kept, aside } = await misplaced();
    const [from = ''] = aside();
    const bytes = await saved(readFileSync(from));
    rmSync(from);
    const path = join(kept, '..', to);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, bytes);
    for (const each of [await build(), await build('--check'), await collect(), await build()]) {
      expect([each.code, each.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried]')]);
      expect(each.stderr).toContain(to);
      expect(each.stderr).toContain('“县水利局”');
    }
  });

  it('is settled once for all, whatever its unit writes later', async () => {
    const { build, collect, place, fill, aside } = await misplaced();
    writeFileSync(place('县水利局'), readFileSync(aside()[0] ?? ''));
    expect((await build()).code).toBe(0);
    writeFileSync(place('县水利局'), await fill('全部修完'));
    for (const each of [await build(), await build('--check'), await collect()])
      expect(each.stderr).not.toContain('[sheet-uncarried]');
  });

  it('of which another came later is named by the file in which each is kept', async () => {
    const { build, place, fill, aside } = await misplaced();
    writeFileSync(place('县民政局'), await fill('又写错了地方'));
    const told = await build();
    expect(told.stderr).toMatch(/\[sheet-of-other\]/);
    expect(aside()).toHaveLength(2);
    const second = aside().find((name) => name.includes('（2）')) ?? '';
    expect(told.stderr).toContain(`另存为“原件/${second.split('/').at(-1)}”`);
    for (const name of aside()) expect((await build()).stderr).toContain(name.split('/').at(-1));
  });

  it('is not settled by the same words at another task', async () => {
    const { build, collect, place } = await misplaced();
    const elsewhere = await changed(readFileSync(place('县水利局')), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const second = rows()[1];
      if (!second) throw new Error('one row');
      second.getCell(column('进展情况')).value = '护岸修了一半';
    });
    writeFileSync(place('县水利局'), elsewhere);
    for (const each of [await build(), await collect()])
      expect([each.code, each.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried]')]);
  });

  it('that says more than its rows is told until it is taken away, though they stand in its unit’s sheet', async () => {
    const folder = folderWithSmallNotice();
    const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', '--xlsx', ...more]);
    await build();
    const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.xlsx`);
    writeFileSync(place('县水利局'), await FORMS.xlsx(readFileSync(place('县水利局'))));
    const more = await changed(readFileSync(place('县水利局')), (workbook) => {
      workbook.addWorksheet('附表').getCell('A1').value = '另有三处';
    });
    writeFileSync(place('县民政局'), more);
    expect((await build()).stderr).toContain('[sheet-of-other]');
    for (const each of [await build('--check'), await build()])
      expect([each.code, each.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried]')]);
    rmSync(join(folder, 'out', '原件'), { recursive: true });
    expect((await build('--check')).code).toBe(0);
  });

  it.each([
    ['taken away', (from: string) => rmSync(from)],
    ['put into its place', (from: string, to: string) => renameSync(from, to)],
    ['copied there', (from: string, to: string) => writeFileSync(to, readFileSync(from))],
  ])('is settled when it is %s', async (_, settle) => {
    const { build, collect, place, aside } = await misplaced();
    settle(aside()[0] ?? '', place('县水利局'));
    for (const each of [await build(), await collect()])
      expect([each.code, each.stderr]).toEqual([0, expect.not.stringContaining('[sheet-uncarried]')]);
  });

  it.each(['xlsx', 'csv'] as const)(
    'as .%s is to take the place of the form that is like it',
    async (form) => {
      const { build, collect, place, fill } = await misplaced(form);
      // Both forms are there from now on.
      await build('--xlsx', '--csv');
      writeFileSync(place('县民政局'), await fill('又放错了'));
      await build('--xlsx', '--csv');
      for (const each of [await build('--xlsx', '--csv'), await collect()])
        expect(each.stderr.match(/“各单位\/县水利局\.\w+”/g)).toEqual(
          Array.from({ length: 2 }, () => `“各单位/县水利局.${form}”`),
        );
    },
  );
});

it('a sheet that is there no more is told when a new one is written', async () => {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
  await build();
  rmSync(join(folder, 'out', '各单位', '县水利局.xlsx'));
  const told = await build();
  expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('“各单位/县水利局.xlsx”')]);
  expect(told.stderr).toContain('[sheet-gone]');
  expect((await build()).code).toBe(0);
});

it('a sheet in whose place its unit’s CSV lies is carried, and not told as gone', async () => {
  const folder = folderWithSmallNotice();
  const build = (to: string, ...more: string[]) => run(folder, ['build', 'notice.txt', '-o', to, ...more]);
  await build('out');
  await build('forms', '--csv');
  const place = join(folder, 'out', '各单位', '县水利局');
  rmSync(`${place}.xlsx`);
  const csv = readFileSync(join(folder, 'forms/各单位/县水利局.csv'), 'utf8');
  const filled = csv.replace(/(notice\.txt:\d+:\d+,,,,),/, '$1推进中,');
  expect(filled).not.toBe(csv);
  writeFileSync(`${place}.csv`, filled);
  const { code, stdout, stderr } = await build('out');
  expect(stdout).toContain('带过来填报内容 1 处');
  expect(stderr).not.toContain('sheet-gone');
  expect(code).toBe(0);
});

describe('a Word file of a sheet, which is for paper', () => {
  /** A folder that was built with Word files. */
  const built = async () => {
    const folder = folderWithSmallNotice();
    const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
    await build('--xlsx', '--docx');
    const collect = (from: string) =>
      run(folder, ['collect', from, '--from', 'notice.txt', '-o', '汇总.json', '--force']);
    const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.docx`);
    return { folder, build, collect, place, kept: join(folder, 'out', '原件') };
  };
  /** The same file packed anew, with other words in it or without. */
  const saved = (bytes: Buffer, was = '', is = '') => {
    const parts = unzipSync(bytes);
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(was, is);
    return Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(body) }, { level: 1 }));
  };

  it.each([
    ['its own place', '县水利局'],
    ['another unit’s place', '县民政局'],
  ])('into which somebody has written is told by each run until it is taken away: in %s', async (_, at) => {
    const { build, collect, place, kept } = await built();
    const filled = saved(readFileSync(place('县水利局')), '12月底前办好甲事', '12月底前办好甲事（已办）');
    writeFileSync(place(at), filled);
    for (const from of ['out', 'out/各单位']) {
      const before = await collect(from);
      expect([before.code, before.stderr]).toEqual([1, expect.stringContaining(`${at}.docx 这是Word 文件`)]);
    }
    const told = await build('--xlsx', '--docx');
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('“原件/县水利局（未带入）.docx”')]);
    expect(readFileSync(join(kept, '县水利局（未带入）.docx')).equals(filled)).toBe(true);
    const each = async (name: string) => {
      for (const { code, stderr } of [await build(), await build('--check'), await collect('out')])
        expect([code, stderr]).toEqual([1, expect.stringMatching(telling('sheet-uncarried-form', name))]);
    };
    await each('原件/县水利局（未带入）.docx');
    renameSync(join(kept, '县水利局（未带入）.docx'), join(kept, '旧.docx'));
    await each('原件/旧.docx');
    rmSync(kept, { recursive: true });
    expect([(await build('--check')).code, (await collect('out')).code]).toEqual([0, 0]);
  });

  it('that was only saved again is no return', async () => {
    const { collect, place } = await built();
    writeFileSync(place('县水利局'), saved(readFileSync(place('县水利局'))));
    expect((await collect('out')).code).toBe(0);
  });
});

it('a copy that says nothing else is told by `build --check` as by `build`', async () => {
  const folder = folderWithSmallNotice();
  const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', ...more]);
  await build();
  const place = (name: string) => join(folder, 'out', '各单位', name);
  const filled = await FORMS.xlsx(readFileSync(place('县水利局.xlsx')));
  writeFileSync(place('县水利局.xlsx'), filled);
  writeFileSync(place('县水利局(1).xlsx'), filled);
  for (const each of [await build('--check'), await build()])
    expect([each.code, each.stderr]).toEqual([0, expect.stringContaining('[sheet-beside-same]')]);
});

describe('a list of several units in the place of one', () => {
  it('is kept, and the rows of the others are told until they stand in their sheets', async () => {
    const folder = folderWithSmallNotice();
    const build = (...more: string[]) => run(folder, ['build', 'notice.txt', '-o', 'out', '--csv', ...more]);
    await build();
    const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.csv`);
    const filled = async (unit: string, words: string) =>
      (await FORMS.csv(readFileSync(place(unit)), words)).toString('utf8').trimEnd().split('\r\n');
    const [[head = '', ...water], [, ...civil]] = await Promise.all([
      filled('县水利局', FILLED),
      filled('县民政局', '安置了两户'),
    ]);
    const rows = [...water.map((row) => `县水利局,${row}`), ...civil.map((row) => `县民政局,${row}`)];
    writeFileSync(place('县水利局'), [`单位,${head.replace('\uFEFF', '')}`, ...rows, ''].join('\r\n'));
    const told = await build();
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('[sheet-tables-left]')]);
    expect(told.stderr).not.toContain('填报内容都带过来了');
    expect(readFileSync(place('县水利局'), 'utf8')).toContain(FILLED);
    for (const each of [await build('--check'), await build()])
      expect([each.code, each.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried-tables]')]);
    writeFileSync(place('县民政局'), [head, ...civil, ''].join('\r\n'));
    await build();
    expect((await build('--check')).code).toBe(0);
  });
});

describe('a return of another unit in the place of one that the revision calls otherwise', () => {
  it('is kept for its own, and nothing goes on from it', async () => {
    const folder = folderWithSmallNotice();
    const build = (...more: string[]) =>
      run(folder, ['build', 'notice.txt', '-o', 'out', '--xlsx', '--units', 'units.yaml', ...more]);
    const named = (name: string, formerly = '') =>
      writeFileSync(
        join(folder, 'units.yaml'),
        `units:\n  - name: ${name}\n    kind: department\n${formerly}`,
      );
    named('县水利局');
    await build();
    const place = (unit: string) => join(folder, 'out', '各单位', `${unit}.xlsx`);
    writeFileSync(place('县水利局'), await FORMS.xlsx(readFileSync(place('县民政局')), '安置了两户'));
    const notice = join(folder, 'notice.txt');
    writeFileSync(notice, readFileSync(notice, 'utf8').replaceAll('县水利局', '县水务局'));
    named('县水务局', '    formerly: [县水利局]\n');
    const told = await build();
    expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('[sheet-of-other]')]);
    expect(told.stderr).not.toContain('[sheet-renamed]');
    expect(readdirSync(join(folder, 'out', '原件'))).toEqual([expect.stringContaining('县民政局（未带入')]);
    const checked = await build('--check');
    expect([checked.code, checked.stderr]).toEqual([1, expect.stringContaining('[sheet-uncarried]')]);
  });
});

describe('`export` into the folder of the sheets that `build` wrote', () => {
  it('goes by all that lies there, and keeps originals where `build` does', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const place = (unit: string) => join(folder, 'out/各单位', `${unit}.xlsx`);
    const filled = await FORMS.xlsx(readFileSync(place('县水利局')));
    writeFileSync(place('县民政局'), filled);
    const exported = () => run(folder, ['export', '县民政局', '--from', 'notice.txt', '-o', 'out/各单位']);
    const first = await exported();
    expect([first.code, first.stderr]).toEqual([
      1,
      expect.stringContaining('各单位/县民政局.xlsx 这个文件是“县水利局”的清单'),
    ]);
    expect(readdirSync(join(folder, 'out/原件'))).toEqual([expect.stringContaining('县水利局（未带入')]);
    expect(readdirSync(join(folder, 'out/各单位'))).not.toContain('原件');
    // 县水利局's own sheet says nothing of it.
    const again = await exported();
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('各单位/县水利局.xlsx')]);
    writeFileSync(place('县水利局'), filled);
    expect(await exported()).toMatchObject({ code: 0 });
    expect(await run(folder, ['build', 'notice.txt', '-o', 'out', '--check'])).toMatchObject({
      code: 0,
      stderr: '',
    });
  });

  it.each([
    ['out/各单位', []],
    ['elsewhere', ['总台账.xlsx']],
  ])('of all units to %s writes what is not there already', async (to, overview) => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const whole = readFileSync(join(folder, 'out/总台账/总台账.xlsx'));
    const { code } = await run(folder, ['export', '--all', '--from', 'notice.txt', '-o', to]);
    expect([code, readdirSync(join(folder, to)).filter((name) => !name.startsWith('.'))]).toEqual([
      0,
      [...overview, '县民政局.xlsx', '县水利局.xlsx'].sort(),
    ]);
    expect(readFileSync(join(folder, 'out/总台账/总台账.xlsx')).equals(whole)).toBe(true);
  });
});
