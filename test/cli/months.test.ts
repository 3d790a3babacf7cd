// From one month to the next, as the office runs it that chases: months in a folder, papers, and what clerks leave lying about.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RollUp } from '../../src/index.js';
import { files, folderWithSmallNotice, run, telling } from '../support/program.js';

/** A folder in which the small notice is parsed, with sheets of 县水利局 and 县民政局 to be filled in. */
async function office(): Promise<{
  folder: string;
  hand: (month: string, said: Readonly<Record<string, string>>) => void;
}> {
  const folder = folderWithSmallNotice();
  await run(folder, ['parse', 'notice.txt']);
  await run(folder, ['export', '--all', '--csv', '-o', '发出']);
  /** Hands in sheets whose rows all say one thing: a status, and how it goes. */
  const hand = (month: string, said: Readonly<Record<string, string>>) => {
    mkdirSync(join(folder, '收回', month), { recursive: true });
    for (const [unit, words] of Object.entries(said)) {
      const [header = '', ...rows] = readFileSync(join(folder, '发出', `${unit}.csv`), 'utf8')
        .trimEnd()
        .split('\r\n');
      const at = header.split(',').indexOf('进展状态');
      const filled = rows.map((row) => {
        const cells = row.split(',');
        const [status = '', progress = ''] = words.split(' ');
        cells[at] = status;
        cells[at + 1] = progress;
        return cells.join(',');
      });
      writeFileSync(join(folder, '收回', month, `${unit}.csv`), [header, ...filled, ''].join('\r\n'));
    }
  };
  return { folder, hand };
}

const rollUpIn = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as RollUp;

describe('collect --since', () => {
  it('goes on from month to month in a folder that keeps them', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '推进中 开工', 县民政局: '推进中 开工' });
    hand('7', { 县水利局: '已完成 验收', 县民政局: '推进中 开工' });
    const month = (number: string, day: string, ...more: string[]) =>
      run(folder, [
        'collect',
        `收回/${number}`,
        '--since',
        '汇总',
        '--on',
        day,
        '-o',
        `汇总/2026-0${number}.json`,
        ...more,
      ]);
    const first = await month('6', '2026-06-30');
    expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(telling('months-none'))]);
    const second = await month('7', '2026-07-31', '-o', '汇总.xlsx', '-o', '汇总.csv');
    expect(second.code).toBe(0);
    // 县水利局 has two tasks, 县民政局 one.
    expect(second.stdout).toContain('和 2026-06-30 比：有进展 2，未动 1；已完成 0 → 2，完成率 0% → 66.7%');
    expect(files(folder)).toEqual(expect.arrayContaining(['汇总.csv', '汇总.xlsx']));
    expect(rollUpIn(folder, '汇总/2026-07.json').months.map(({ on, done }) => [on, done])).toEqual([
      ['2026-06-30', 0],
      ['2026-07-31', 2],
    ]);
    // The month that is rolled up again is not compared with itself, and gives the same bytes.
    const before = readFileSync(join(folder, '汇总/2026-07.json'), 'utf8');
    expect((await month('7', '2026-07-31')).code).toBe(0);
    expect(readFileSync(join(folder, '汇总/2026-07.json'), 'utf8')).toBe(before);
  });

  it('tells of what lies in that folder and is no month, and goes on', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '推进中 开工', 县民政局: '推进中 开工' });
    await run(folder, ['collect', '收回/6', '--on', '2026-06-30', '-o', '汇总/6.json']);
    const june = readFileSync(join(folder, '汇总/6.json'), 'utf8');
    writeFileSync(join(folder, '汇总/book.json'), readFileSync(join(folder, 'wulong-tasks.json')));
    writeFileSync(join(folder, '汇总/半截.json'), june.slice(0, 900));
    writeFileSync(join(folder, '汇总/空.json'), '');
    writeFileSync(join(folder, '汇总/没有日期.json'), june.replace('"on": "2026-06-30"', '"on": null'));
    writeFileSync(join(folder, '汇总/6 - 副本.json'), `\uFEFF${june}`);
    mkdirSync(join(folder, '汇总/2026'));
    writeFileSync(join(folder, '汇总/2026/9.JSON'), june.replaceAll('2026-06-30', '2026-09-30'));
    mkdirSync(join(folder, '汇总/旧.json'));
    const { code, stderr } = await run(folder, [
      'collect',
      '收回/6',
      '--since',
      '汇总',
      '--on',
      '2026-08-31',
      '-o',
      '8.json',
      '-v',
    ]);
    // What cannot be read may have been a month.
    expect(code).toBe(1);
    for (const told of [
      'month-not-roll-up',
      'roll-up-damaged',
      'month-no-day',
      'month-same-day',
      'month-not-before',
      'months-missing',
    ])
      expect(stderr).toMatch(telling(told));
    expect(rollUpIn(folder, '8.json').since).toBe('2026-06-30');
  });

  it('takes one file, and refuses one that is of no use', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '推进中 开工' });
    await run(folder, ['collect', '收回/6', '--on', '2026-06-30', '-o', '6.json']);
    const since = (file: string, day: string) =>
      run(folder, ['collect', '收回/6', '--since', file, '--on', day, '-o', '新.json']);
    expect((await since('6.json', '2026-07-31')).stdout).toContain('和 2026-06-30 比：未动 3');
    rmSync(join(folder, '新.json'));
    for (const [file, day, told] of [
      ['6.json', '2026-05-31', 'month-not-before'],
      ['wulong-tasks.json', '2026-07-31', 'month-not-roll-up'],
      ['没有.json', '2026-07-31', 'file-not-found'],
      ['notice.txt', '2026-07-31', 'roll-up-damaged'],
    ] as const) {
      const { code, stderr } = await since(file, day);
      expect([file, code, stderr]).toEqual([file, 3, expect.stringMatching(telling(told))]);
    }
    expect(files(folder)).not.toContain('新.json');
    const without = await run(folder, ['collect', '收回/6', '--since', '6.json']);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--on')]);
  });
});

it('says what to do where --since names no folder, and goes on where this month makes it', async () => {
  const { folder, hand } = await office();
  hand('6', { 县水利局: '推进中 开工' });
  const collect = (since: string, ...outputs: string[]) =>
    run(folder, [
      'collect',
      '收回/6',
      '--on',
      '2026-06-30',
      '--since',
      since,
      ...outputs.flatMap((each) => ['-o', each]),
    ]);
  for (const since of ['没有', '没有/']) {
    const { code, stderr } = await collect(since, '汇总.xlsx');
    expect([code, stderr]).toEqual([3, expect.stringMatching(telling('months-not-found'))]);
    // How the first month is begun, and that --since may be left out.
    expect(stderr).toContain('-o 没有/2026-06.json');
    expect(stderr).toContain('去掉 --since');
    expect(files(folder)).not.toContain('汇总.xlsx');
  }
  // Beside the folder is not in it.
  expect((await collect('月', '月2/6.json')).code).toBe(3);
  expect((await collect('月', '汇总.xlsx', '月/2026-06.json')).code).toBe(0);
  mkdirSync(join(folder, '空'));
  const empty = await collect('空', '汇总.json');
  expect([empty.code, empty.stderr]).toEqual([0, expect.stringMatching(telling('months-none'))]);
});

describe('collect --papers', () => {
  it('writes them, takes away what is not wanted any more, and nothing that somebody changed', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '滞后 缺钱' });
    const papers = (month: string, day: string, ...more: string[]) =>
      run(folder, [
        'collect',
        `收回/${month}`,
        '--on',
        day,
        '--papers',
        '收回/文书',
        '--sign',
        '县政府督查室',
        ...more,
      ]);
    expect((await papers('6', '2026-06-30')).code).toBe(0);
    const written = () => files(join(folder, '收回/文书'));
    expect(written()).toEqual([
      '工作进展情况.docx',
      '督办单-县民政局.docx',
      '督办单-县水利局.docx',
      '通报.docx',
    ]);
    const first = readFileSync(join(folder, '收回/文书/通报.docx'));
    expect((await papers('6', '2026-06-30')).code).toBe(0);
    expect(readFileSync(join(folder, '收回/文书/通报.docx')).equals(first)).toBe(true);
    hand('7', { 县水利局: '已完成 验收', 县民政局: '推进中 开工' });
    writeFileSync(join(folder, '收回/文书/督办单-县民政局.docx'), '改过');
    const { code, stderr } = await papers('7', '2026-07-31');
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining('督办单-县民政局.docx这次没有事项，有人改过，没有动'),
    ]);
    expect(written()).toEqual(['工作进展情况.docx', '督办单-县民政局.docx', '通报.docx']);
    writeFileSync(join(folder, '收回/文书/通报.docx'), '改过');
    expect((await papers('7', '2026-07-31')).stderr).toMatch(telling('output-exists'));
    // Papers in the folder of returns are no returns.
    rmSync(join(folder, '收回/文书/督办单-县民政局.docx'));
    const again = await papers('.', '2026-07-31', '--force');
    expect(again.stderr).not.toMatch(/docx.*\[return-form\]/);
  });

  it('asks for the day', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '滞后 缺钱' });
    const { code, stderr } = await run(folder, ['collect', '收回/6', '--papers', '文书']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--on')]);
    expect(files(folder)).not.toContain('文书');
  });
});

it('tells a mistake that many make as one, and all of them where that is wanted', async () => {
  const { folder, hand } = await office();
  hand('6', { 县水利局: '快了 在办' });
  const sheet = readFileSync(join(folder, '收回/6/县水利局.csv'));
  for (let i = 1; i <= 20; i++) writeFileSync(join(folder, `收回/6/县水利局(${i}).csv`), sheet);
  const told = async (...more: string[]) =>
    (await run(folder, ['collect', '收回/6', '-o', '-', ...more])).stderr.match(/\[return-status\]/g)?.length;
  // A line in each of 21 files.
  expect([await told(), await told('-v')]).toEqual([1, 21]);
});

it('passes over a broken file, names it, and says which returns are empty', async () => {
  const { folder, hand } = await office();
  hand('6', { 县水利局: ' ', 县民政局: '已完成了 都好了' });
  writeFileSync(join(folder, '收回/6/坏.xlsx'), Buffer.from('PK\u0003\u0004broken'));
  const { code, stdout, stderr } = await run(folder, ['collect', '收回/6', '--on', '2026-06-30']);
  expect(code).toBe(1);
  expect(stderr).toContain('坏.xlsx');
  expect(stdout).toContain('交了空表的 1 个：县水利局');
  expect(stderr).toContain('是不是“已完成”？');
});

describe('what is to be read', () => {
  it('an earlier month is not written over by a later one, and the same day again is', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '推进中 开工' });
    const collect = (day: string, since: string) =>
      run(folder, ['collect', '收回/6', '--since', since, '--on', day, '-o', '月/汇总.json']);
    await collect('2026-06-30', '月');
    for (const since of ['月', '月/汇总.json']) {
      const { code, stderr } = await collect('2026-07-31', since);
      expect([code, stderr]).toEqual([2, expect.stringContaining('月/2026-07.json')]);
      expect(rollUpIn(folder, '月/汇总.json').on).toBe('2026-06-30');
    }
    expect((await collect('2026-06-30', '月')).code).toBe(0);
  });

  it('a sheet that came back is written over by no roll-up, whatever the user says', async () => {
    const { folder, hand } = await office();
    hand('6', { 县水利局: '推进中 开工' });
    const before = readFileSync(join(folder, '收回/6/县水利局.csv'));
    const { code } = await run(folder, ['collect', '收回/6', '-o', '收回/6/县水利局.csv', '--force']);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, '收回/6/县水利局.csv'))).toEqual(before);
  });
});
