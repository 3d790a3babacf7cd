// The built program, run as its users run it, in an empty folder.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'fast-string-width';
import { afterAll, describe, expect, it } from 'vitest';
import type { Profile, SheetRow, Tally, TaskSheet, Unresolved } from '../../src/index.js';
import {
  files,
  folderWithBook,
  folderWithNotice,
  folderWithSmallNotice,
  run,
  SMALL_NOTICE,
  telling,
} from '../support/program.js';

const LOADED = fileURLToPath(new URL('../support/loaded.cjs', import.meta.url));

describe('parse', () => {
  it('prints a summary and the ledger, and writes wulong-tasks.json', async () => {
    const folder = folderWithNotice();
    const { code, stdout, stderr } = await run(folder, ['parse', 'notice.txt']);
    expect(code).toBe(0);
    expect(stdout).toContain('武隆府发〔2025〕1号　重庆市武隆区人民政府　2025-03-05');
    expect(stdout).toContain('正文 6 章 26 条；附表 6 张，任务 121 项');
    expect(stdout).toContain('四、重点措施　63 项');
    expect(stdout).toContain('量化指标 59 个，频次 11 处，成果 66 件');
    expect(stdout).toContain('正文 71 句，有任务落实的 64 句');
    expect(stdout).toContain('全文 14378 字：正文 4265，附表 9883，版头 153，噪声 77，未归类 0');
    // 正文（四） names 区安委办 and 区防减救灾办, which no task of its own does.
    expect(stdout).toContain(
      '正文点了名、没有任务落实的 1 条，写在单位清单的“正文点名”里；其余写了责任而没有读进任务的话 0 处',
    );
    expect(stderr).toMatch(telling('lead-inherited', 'notice.txt:358:2'));
    expect(files(folder)).toEqual(['notice.txt', 'wulong-tasks.json']);
  });

  it('lists every inference when asked', async () => {
    const folder = folderWithNotice();
    const brief = await run(folder, ['parse', 'notice.txt']);
    const full = await run(folder, ['parse', 'notice.txt', '--verbose']);
    expect(full.stderr.split('[name-inherited]')).toHaveLength(46);
    expect(brief.stderr.split('[name-inherited]')).toHaveLength(2);
    expect(brief.stderr).toContain('这类共 45 处');
  });

  it('writes clean JSON to standard output, and nothing else', async () => {
    const folder = folderWithNotice();
    const { code, stdout } = await run(folder, ['parse', 'notice.txt', '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { tasks: unknown[] }).tasks).toHaveLength(121);
    expect(files(folder)).toEqual(['notice.txt']);
  });

  it('reads standard input', async () => {
    const folder = folderWithSmallNotice();
    const { stdout } = await run(folder, ['parse', '-', '-o', '-'], { stdin: SMALL_NOTICE });
    expect((JSON.parse(stdout) as { source: object }).source).toMatchObject({ name: 'stdin' });
    expect(files(folder)).toEqual(['notice.txt']);
  });

  it('writes its own file again, but nobody else’s', async () => {
    const folder = await folderWithBook();
    expect((await run(folder, ['parse', 'notice.txt'])).code).toBe(0);
    writeFileSync(join(folder, 'wulong-tasks.json'), '{"mine": true}');
    const refused = await run(folder, ['parse', 'notice.txt']);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('[output-exists]');
    expect(readFileSync(join(folder, 'wulong-tasks.json'), 'utf8')).toBe('{"mine": true}');
    expect((await run(folder, ['parse', 'notice.txt', '--force'])).code).toBe(0);
  });
});

describe('units', () => {
  it('lists every unit with its counts', async () => {
    const folder = await folderWithBook();
    const { code, stdout } = await run(folder, ['units']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^单位 +牵头 +责任 +正文 +承办 +集体 +可能涉及$/m);
    expect(stdout).toMatch(/^区应急管理局 +59 +3 +- +17 +- +\d+$/m);
    expect(stdout).toMatch(/^白马镇 +- +- +- +- +81 +3$/m);
    const widths = stdout
      .split('\n')
      .filter((line) => /[-\d]$/.test(line))
      .map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
  });

  it('gives JSON', async () => {
    const folder = await folderWithBook();
    const tallies = JSON.parse((await run(folder, ['units', '--json'])).stdout) as Tally[];
    expect(tallies.find(({ name }) => name === '区安委办')).toMatchObject({
      kind: 'unit',
      lead: 14,
      responsible: 0,
    });
  });

  it('finds the nearest task book above', async () => {
    const folder = await folderWithBook();
    const below = join(folder, 'a', 'b');
    mkdirSync(below, { recursive: true });
    expect((await run(below, ['units'])).stdout).toContain('区应急管理局');
  });
});

describe('units of one name', () => {
  it('shows a unit by any of its names', async () => {
    const folder = await folderWithBook();
    const { code, stdout } = await run(folder, ['units', '应急局']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^区应急管理局　共 \d+ 项$/m);
    expect(stdout).toMatch(/承办 +区安委办（依据：/);
    expect(stdout).toMatch(/牵头 +59 项：重要文件 1 2 3；/);
    const json = JSON.parse((await run(folder, ['units', '白马镇', '--json'])).stdout) as Profile;
    expect(json).toMatchObject({ name: '白马镇', groups: ['各乡镇（街道）'] });
  });

  it('is told with the nearest when nobody is called so', async () => {
    const { code, stderr } = await run(await folderWithBook(), ['units', '区水力局']);
    expect(code).toBe(2);
    expect(stderr).toMatch(telling('unit-not-found'));
    expect(stderr).toContain('区水利局');
  });
});

describe('a registry of one’s own', () => {
  it('begins as a template, lies beside the task book, and is used by every command', async () => {
    const folder = await folderWithBook();
    const names = async () =>
      (JSON.parse((await run(folder, ['units', '--check', '--json'])).stdout) as Unresolved[]).map(
        ({ name }) => name,
      );
    expect(await names()).toEqual([
      '区安委会成员单位',
      '区防减救灾委成员单位',
      '各行业主管部门',
      '区级有关部门和单位',
      '区级有关行业部门',
      '有关乡镇（街道）',
      '各林场',
      '区消安委成员单位',
    ]);
    const template = (await run(folder, ['units', '--template'])).stdout;
    expect(template.match(/^ {4}members:$/gm)).toHaveLength(8);
    writeFileSync(join(folder, 'units.yaml'), template);
    expect(await names()).toHaveLength(8);

    const filled = template.replace('members:', 'members:\n      - 区公安局\n      - 应急局');
    writeFileSync(join(folder, 'units.yaml'), filled);
    expect(await names()).not.toContain('区安委会成员单位');
    const police = JSON.parse((await run(folder, ['units', '区公安局', '--json'])).stdout) as Profile;
    expect(police.groups).toEqual(['区安委会成员单位']);
    expect(police.rows.filter(({ part }) => part === 'member')).toHaveLength(41);
    // Parsing anew with it comes to the same.
    await run(folder, ['parse', 'notice.txt']);
    expect(JSON.parse((await run(folder, ['units', '区公安局', '--json'])).stdout)).toEqual(police);
  });

  it('is refused with line and column when it is wrong, and nothing is written', async () => {
    const folder = folderWithNotice();
    writeFileSync(join(folder, 'mine.yaml'), 'units:\n  - { name: 甲局, kind: 局 }\n');
    const { code, stderr } = await run(folder, ['parse', 'notice.txt', '--units', 'mine.yaml']);
    expect(code).toBe(3);
    expect(stderr).toMatch(telling('registry-invalid', 'mine.yaml:2:23'));
    expect(files(folder)).toEqual(['mine.yaml', 'notice.txt']);
  });
});

describe('--degree', () => {
  it.each([
    ['named', 0, 9],
    ['member', 81, 9],
    ['possible', 84, 94],
  ])('%s', async (degree, township, bureau) => {
    const folder = await folderWithBook();
    const count = async (unit: string) =>
      (
        JSON.parse(
          (await run(folder, ['tasks', '--unit', unit, '--degree', degree, '--json'])).stdout,
        ) as unknown[]
      ).length;
    expect([await count('白马镇'), await count('区水利局')]).toEqual([township, bureau]);
    const { stdout } = await run(folder, [
      'export',
      '--unit',
      '白马镇',
      '--degree',
      degree,
      '--json',
      '-o',
      '-',
    ]);
    expect((JSON.parse(stdout) as TaskSheet).rows).toHaveLength(township);
  });
});

describe('tasks', () => {
  it('shows the tasks of a unit', async () => {
    const folder = await folderWithBook();
    const { code, stdout } = await run(folder, ['tasks', '--unit', '区水利局']);
    expect(code).toBe(0);
    expect(stdout).toContain('牵头（4 项）');
    expect(stdout).toContain('责任（5 项）');
    for (const line of stdout.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
  });

  it('counts apart what the notice leaves open', async () => {
    const folder = await folderWithBook();
    const headings = async (...options: string[]) =>
      (await run(folder, ['tasks', '--unit', '区水利局', ...options])).stdout
        .split('\n')
        .filter((line) => /^(?:区水利局　|[^ 　]+（\d+ 项）$)/.test(line));
    // It leads 4 and is responsible for 5; as a member of bodies, or by 等单位, it may lead 13 and have 72 more.
    expect(await headings('--role', '牵头')).toEqual([
      '区水利局　牵头 4 项，可能牵头 13 项',
      '牵头（4 项）',
      '可能牵头（13 项）',
    ]);
    expect(await headings()).toEqual([
      '区水利局　应办 9 项，可能涉及 85 项',
      '牵头（4 项）',
      '责任（5 项）',
      '可能涉及（85 项）',
    ]);
    expect((await headings('--degree', 'named'))[0]).toBe('区水利局　应办 9 项');
  });

  it.each([
    [['--role', 'lead'], 4],
    [['--role', 'lead', '--table', '三'], 1],
    [['--role', 'lead', '--table', '重点应用/平台'], 2],
    [['--role', 'lead', '--grep', '护岸|堤防'], 1],
    [['--role', 'lead', '--deliverable', 'works'], 1],
    [['--role', 'lead', '--deliverable', 'document'], 0],
  ] as const)('chooses by %j', async (options, count) => {
    const folder = await folderWithBook();
    const { stdout } = await run(folder, ['tasks', '--unit', '区水利局', ...options, '--json']);
    const rows = JSON.parse(stdout) as SheetRow[];
    expect(rows.filter(({ part }) => part === 'lead')).toHaveLength(count);
    expect(rows.every(({ duties }) => duties.some(({ role }) => role === 'lead'))).toBe(true);
  });

  it('shows all tasks without --unit', async () => {
    const folder = await folderWithBook();
    const { stdout } = await run(folder, ['tasks', '--json']);
    expect(JSON.parse(stdout)).toHaveLength(121);
  });
});

describe('export', () => {
  it('writes a workbook when no format is named', async () => {
    const folder = await folderWithBook();
    const { code, stdout, stderr } = await run(folder, ['export', '--unit', '区应急管理局']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('已写入 区应急管理局.xlsx');
    expect(files(folder)).toEqual(['notice.txt', 'wulong-tasks.json', '区应急管理局.xlsx'].sort());
  });

  it('writes several units in several formats to a folder', async () => {
    const folder = await folderWithBook();
    const args = ['export', '--unit', '区水利局', '--unit', '白马镇', '--csv', '--json', '-o', 'out/'];
    expect((await run(folder, args)).code).toBe(0);
    expect(files(join(folder, 'out'))).toEqual(
      ['区水利局.csv', '区水利局.json', '白马镇.csv', '白马镇.json'].sort(),
    );
  });

  // Every sheet of the seed, written once.
  const folder = mkdtempSync(join(tmpdir(), 'wulong-tasks-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let written: ReturnType<typeof run> | undefined;
  const all = () => {
    written ??= (async () => {
      cpSync(await folderWithBook(), folder, { recursive: true });
      return run(folder, ['export', '--all', '--xlsx', '-o', 'sheets/']);
    })();
    return written;
  };

  it('writes every unit and an overview, without a progress bar in a pipe', async () => {
    const { code, stderr } = await all();
    const known = JSON.parse((await run(folder, ['units', '--json'])).stdout) as Tally[];
    // Both sit in 区应急管理局, whose sheet has their tasks.
    const units = known.filter(({ name }) => !['区安委办', '区防减救灾办'].includes(name));
    expect(units).toHaveLength(known.length - 2);
    expect(code).toBe(0);
    expect(stderr).toBe(`已写入 ${units.length + 1} 个文件，在 sheets/\n`);
    expect(files(join(folder, 'sheets'))).toEqual(
      [...units.map(({ name }) => `${name}.xlsx`), '总台账.xlsx'].sort(),
    );
  });

  it('takes a notice in one step and leaves no state', async () => {
    const folder = folderWithNotice();
    const { code } = await run(folder, [
      'export',
      '--from',
      'notice.txt',
      '--unit',
      '区应急管理局',
      '--xlsx',
    ]);
    expect(code).toBe(0);
    expect(files(folder)).toEqual(['notice.txt', '区应急管理局.xlsx'].sort());
  });

  it('writes to standard output', async () => {
    const folder = await folderWithBook();
    const { stdout } = await run(folder, ['export', '--unit', '区水利局', '--json', '-o', '-']);
    expect((JSON.parse(stdout) as TaskSheet).unit).toBe('区水利局');
    expect(files(folder)).toEqual(['notice.txt', 'wulong-tasks.json']);
  });

  it('writes the workbook of all tasks alone with overview', async () => {
    const alone = await folderWithBook();
    const { code, stderr } = await run(alone, ['overview']);
    expect([code, stderr]).toEqual([0, '已写入 总台账.xlsx\n']);
    await all();
    expect(readFileSync(join(alone, '总台账.xlsx'))).toEqual(
      readFileSync(join(folder, 'sheets', '总台账.xlsx')),
    );
  });

  it('keeps what somebody filled in, and passes over what is no sheet', async () => {
    const folder = await folderWithBook();
    const path = join(folder, '区水利局.csv');
    const args = ['export', '--unit', '区水利局', '--csv'];
    await run(folder, args);
    expect((await run(folder, args)).code).toBe(0);
    const filledIn = readFileSync(path, 'utf8').replace(/,,,,,,,,(?=,[\w ]{8,400}\r\n)/, ',张三,,,,,,,');
    writeFileSync(path, filledIn);
    expect((await run(folder, args)).stderr).toBe('已写入 区水利局.csv\n带过来填报内容 1 处\n');
    expect(readFileSync(path, 'utf8')).toBe(filledIn);

    writeFileSync(path, '我的笔记');
    const refused = await run(folder, ['export', '--unit', '区公安局', '--unit', '区水利局', '--csv']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(telling('sheet-place'));
    expect(readFileSync(path, 'utf8')).toBe('我的笔记');
    // It stops no other.
    expect(files(folder)).toContain('区公安局.csv');
    expect((await run(folder, args)).code).toBe(3);
    // Whoever wants it written over all the same finds it kept.
    expect(await run(folder, [...args, '--force'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[output-kept]'),
    });
    expect(readFileSync(join(folder, '原件', '区水利局.csv'), 'utf8')).toBe('我的笔记');
  });

  it('gives the same bytes in another time zone and language', async () => {
    const hashes = await Promise.all(
      [
        { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
        { TZ: 'America/New_York', LANG: 'C' },
      ].map(async (env) => {
        const folder = folderWithSmallNotice();
        await run(
          folder,
          ['export', '--from', 'notice.txt', '--unit', '县水利局', '--xlsx', '--csv', '--json'],
          { env },
        );
        return files(folder).map((name) =>
          createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        );
      }),
    );
    expect(hashes[0]).toHaveLength(4);
    expect(hashes[0]).toEqual(hashes[1]);
  });
});

describe('schema', () => {
  it.each(['task-book', 'task-sheet', 'registry'])('prints the JSON Schema of a %s', async (record) => {
    const { code, stdout } = await run(folderWithNotice(), ['schema', record]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
    });
  });
});

describe('help', () => {
  it('is in Chinese', async () => {
    const { code, stdout } = await run(folderWithNotice(), ['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^用法：/m);
    for (const command of ['parse', 'units', 'tasks', 'export', 'schema'])
      expect(stdout).toMatch(new RegExp(`^  ${command}`, 'm'));
    expect(
      stdout.replace(/wulong-tasks|\S*(\.txt|\.json|\/)\S*|--?[\w-]+|<[^>]+>|\[[^\]]+\]/g, ''),
    ).not.toMatch(/[A-Za-z]{3,} [a-z]{3,} [a-z]{2,}/);
  });

  it.each(['parse', 'units', 'tasks', 'export', 'schema'])('of %s is in Chinese', async (command) => {
    const { stdout } = await run(folderWithNotice(), [command, '--help']);
    expect(stdout).toMatch(/^用法：/m);
    expect(stdout).not.toMatch(/Usage|Options|default|choices|display/);
  });
});

describe('what is loaded', () => {
  it('is only what a command needs', async () => {
    const folder = folderWithSmallNotice();
    expect((await run(folder, ['parse', 'notice.txt'])).code).toBe(0);
    const MARKS = Object.fromEntries(
      [
        'cheerio',
        'csv-parse',
        'csv-stringify',
        'docx',
        'exceljs',
        'fflate',
        'htmlparser2',
        'pinyin-pro',
        'preact',
        'undici',
        'yaml',
        'zod',
      ].map((name) => [name, `node_modules/${name}/`]),
    );
    /** Which libraries are in the files that each command loads. */
    const loaded = (...all: readonly (readonly string[])[]) => {
      const { stderr } = spawnSync(process.execPath, [LOADED, JSON.stringify(all)], {
        cwd: folder,
        encoding: 'utf8',
      });
      return (JSON.parse(stderr) as string[][]).map((names) => {
        expect(names.length).toBeGreaterThan(0);
        const code = names.map((name) => readFileSync(name, 'utf8')).join('');
        return Object.entries(MARKS)
          .filter(([, mark]) => code.includes(mark))
          .map(([name]) => name);
      });
    };
    const fixture = (form: string) =>
      fileURLToPath(new URL(`../../fixtures/tables/${form}`, import.meta.url));
    const NEEDED: readonly (readonly [command: readonly string[], libraries: readonly string[]])[] = [
      [['--version'], []],
      [['parse', 'notice.txt'], []],
      [
        ['parse', fixture('h46-yicheng.html'), '-o', 'other.json'],
        ['cheerio', 'htmlparser2'],
      ],
      [
        ['parse', fixture('d64-zeyuan.docx'), '-o', 'other.json'],
        ['fflate', 'htmlparser2'],
      ],
      // What is drawn in a workbook is XML.
      [
        ['parse', fixture('k05-shatuo.xlsx'), '-o', 'other.json'],
        ['exceljs', 'fflate', 'htmlparser2'],
      ],
      [['units'], []],
      [['check'], []],
      // The notice itself lies beside the sheet, and is no return in CSV.
      [
        ['export', '--unit', '县水利局', '--csv'],
        ['csv-stringify', 'fflate'],
      ],
      [['report'], ['htmlparser2', 'pinyin-pro', 'preact']],
      [
        ['export', '--unit', '县水利局', '--xlsx'],
        ['csv-stringify', 'exceljs', 'fflate'],
      ],
    ];
    const found = loaded(...NEEDED.map(([command]) => command));
    expect(found.map((libraries, i) => [NEEDED[i]?.[0], libraries])).toEqual(NEEDED);
    // Each has done what it does.
    expect(files(folder)).toEqual(
      expect.arrayContaining(['other.json', 'report.html', '县水利局.csv', '县水利局.xlsx']),
    );
    // What somebody has changed is checked.
    const path = join(folder, 'wulong-tasks.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace('县水利局', '县水务局'));
    expect(loaded(['units'])).toEqual([['zod']]);
  });
});
