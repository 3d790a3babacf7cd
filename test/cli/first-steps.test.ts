// What somebody meets who has just unpacked the program, or types as one would say it.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { examplesIn } from '../../src/cli/chinese.js';
import { writeOut } from '../../src/cli/outputs.js';
import { program } from '../../src/cli/program.js';
import { emptyFolder, files, folderWithSmallNotice, run, telling } from '../support/program.js';
import { changed, tasksIn } from '../support/returned.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Run {
  readonly schema: string;
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly carried: readonly object[];
  readonly stale?: readonly string[];
  readonly told: readonly { readonly severity: string; readonly code: string; readonly text: string }[];
}

describe('the unpacked release', () => {
  it('runs without anything being installed', () => {
    const folder = emptyFolder();
    for (const each of ['bin', 'dist', 'seeds', 'package.json'])
      cpSync(join(ROOT, each), join(folder, each), { recursive: true });
    const program = (...args: string[]) =>
      execFileSync(process.execPath, ['bin/wulong-tasks.js', ...args], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
    program('export', '区应急管理局', '--from', 'seeds/wulong-2025-1.txt', '-o', '清单');
    program('app');
    expect(files(join(folder, '清单'))).toEqual(['区应急管理局.xlsx']);
    expect(files(folder)).toContain('任务清单工具.html');
  });
});

describe('a file, or a folder, and no command', () => {
  it('is told what can be done with it, and how', async () => {
    const folder = folderWithSmallNotice();
    const { code, stdout } = await run(folder, ['notice.txt']);
    expect(code).toBe(2);
    const commands = stdout.split('\n').filter((line) => line.startsWith('  wulong-tasks '));
    expect(commands.map((line) => line.trim().split(' ')[1])).toEqual([
      'parse',
      'export',
      'export',
      'build',
      'check',
    ]);
    // Each of them is right as it stands, but for the unit's name.
    for (const line of commands) {
      const [, ...args] = line.trim().replace('某单位', '县水利局').split(' ');
      expect((await run(folder, args)).code, line).toBeLessThan(2);
    }
    mkdirSync(join(folder, '发回 的'));
    expect((await run(folder, ['发回 的'])).stdout).toContain('wulong-tasks collect "发回 的" -o 汇总.xlsx');
  });

  it('of a name that nothing has is a command that there is not', async () => {
    const { code, stderr } = await run(emptyFolder(), ['pars']);
    expect(code).toBe(2);
    expect(stderr).toContain('没有“pars”这条命令');
    expect(stderr).toContain('是不是：parse');
  });
});

describe('what is not so written', () => {
  it.each([
    [['不存在.docx'], 3, '找不到文件“不存在.docx”'],
    [['help', 'nosuch'], 2, '没有“nosuch”这条命令'],
    [['parse'], 2, '缺少参数“通知文件”。用 wulong-tasks parse --help 看用法'],
    [['export', '县水里局', '--from', 'notice.txt'], 2, '没有“县水里局”'],
    [['overview', '--from', 'notice.txt', '-o', 'x.docx'], 2, '请写成 .xlsx'],
  ])('%j ends with %i and says: %s', async (args, exit, words) => {
    const folder = folderWithSmallNotice();
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([exit, expect.stringContaining(words)]);
    expect(stderr).not.toMatch(/E[A-Z]{4,}|“[a-z]+”。/);
    expect(files(folder)).toEqual(['notice.txt']);
  });
});

describe('words that people have for it', () => {
  it.each([
    ['tasks', '--role', '牵头', 'lead'],
    ['tasks', '--degree', '点名', 'named'],
    ['tasks', '--degree', '可能涉及', 'possible'],
    ['tasks', '--deliverable', '工程', 'works'],
  ])('%s %s %s is the same as %s', async (command, option, word, code) => {
    const folder = folderWithSmallNotice();
    const said = (value: string) =>
      run(folder, [command, '--from', 'notice.txt', '--unit', '县水利局', option, value, '--json']);
    const [chinese, english] = [await said(word), await said(code)];
    expect(chinese).toEqual(english);
    expect(chinese.code).toBe(0);
  });

  it('that there are not are answered with those that there are', async () => {
    const { code, stderr } = await run(folderWithSmallNotice(), ['tasks', '--role', '带头']);
    expect(code).toBe(2);
    expect(stderr).toContain('牵头（lead）、责任（responsible）');
  });

  it('export takes a unit by its name alone', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['export', '县水利局', '--from', 'notice.txt', '-o', 'a']);
    await run(folder, ['export', '--unit', '县水利局', '--from', 'notice.txt', '-o', 'b']);
    const [a, b] = ['a', 'b'].map((each) => readFileSync(join(folder, each, '县水利局.xlsx')));
    expect(b && a?.equals(b)).toBe(true);
  });
});

describe('what went wrong', () => {
  it('a folder that is not there is said to be so', async () => {
    const folder = folderWithSmallNotice();
    const { code, stderr } = await run(folder, ['collect', '没有', '--from', 'notice.txt']);
    expect([code, stderr]).toEqual([3, expect.stringMatching(telling('folder-not-found'))]);
  });

  it('a name that is empty, a folder where a file should be, and the other way round, are told', async () => {
    const folder = folderWithSmallNotice();
    writeFileSync(
      join(folder, '乱码.docx'),
      Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 151 + i * i) % 256)),
    );
    const cases = [
      [['parse', ''], 'usage', '有一个参数是空的'],
      [['collect', '', '--from', 'notice.txt'], 'usage', '有一个参数是空的'],
      [['export', '--all', '--from', ''], 'usage', '选项“--from”后面是空的'],
      [['parse', 'notice.txt', '-o', 'b/'], 'usage', '如 b/wulong-tasks.json'],
      [['collect', 'notice.txt', '--from', 'notice.txt'], 'folder-is-file', '是文件，不是文件夹'],
      [['parse', '乱码.docx'], 'file-scrambled', '名字是 .docx，内容却不是'],
    ] as const;
    for (const [args, code, words] of cases) {
      const { stderr } = await run(folder, args);
      expect(stderr).toContain(words);
      expect(stderr).toContain(`[${code}]`);
    }
    expect(files(folder)).toEqual(['notice.txt', '乱码.docx']);
  });

  it('a full disk behind standard output is told, and nothing more', async () => {
    const args = ['parse', 'notice.txt', '-o', '-'];
    const { code, stderr } = await run(folderWithSmallNotice(), args, { under: 'exec > /dev/full' });
    expect([code, stderr]).toEqual([3, expect.stringMatching(telling('output-unwritable'))]);
    expect(stderr).not.toContain('    at ');
  });

  it('a workbook is not written to a terminal', () => {
    const { isTTY } = process.stdout;
    process.stdout.isTTY = true;
    try {
      expect(() => writeOut(Uint8Array.of(1))).toThrow('不能显示在终端里');
    } finally {
      process.stdout.isTTY = isTTY;
    }
  });
});

describe('help', () => {
  it('keeps within the width, and begins no line with a sign that ends one', async () => {
    const folder = emptyFolder();
    for (const command of [
      'help',
      'parse',
      'export',
      'build',
      'collect',
      'check',
      'diff',
      'units',
      'tasks',
    ]) {
      const { stdout } = await run(folder, command === 'help' ? ['help'] : [command, '--help']);
      for (const line of stdout.split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(80);
        expect(line.trimStart()).not.toMatch(/^[、，。；：）]/);
      }
    }
  });
});

describe('help in a narrow terminal', () => {
  it('keeps within 40 columns', () => {
    for (const command of [program, ...program.commands]) {
      const help = Object.assign(command.createHelp(), { helpWidth: 40 });
      for (const line of help.formatHelp(command, help).split('\n').slice(1))
        if (!/^ {2}\S+( |$)/.test(line)) expect(stringWidth(line), line).toBeLessThanOrEqual(40);
    }
    const examples = examplesIn([['wulong-tasks check 通知.txt', '发文前查自相矛盾、漏填、照抄的地方']], 40);
    for (const line of examples.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(40);
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'powershell'])('%s gets a script that asks the program', async (shell) => {
    const { code, stdout } = await run(emptyFolder(), ['completion', shell], { env: {}, node: [] });
    expect(code).toBe(0);
    expect(stdout).toMatch(/wulong-tasks.*complete|complete.*wulong-tasks/i);
  });

  it('offers commands and options', async () => {
    const answers = async (...typed: string[]) => {
      const { stdout } = await run(emptyFolder(), ['complete', '--', ...typed], { env: {} });
      return stdout.split('\n').map((line) => line.split('\t')[0]);
    };
    expect(await answers('co')).toEqual(expect.arrayContaining(['collect', 'completion']));
    expect(await answers('export', '--de')).toContain('--degree');
  });
});

describe('--report-json', () => {
  it('is written where the command fails, too', async () => {
    const args = ['build', '没有.txt', '--report-json'];
    const { code, stdout } = await run(emptyFolder(), args);
    const { written, told } = JSON.parse(stdout) as Run;
    expect([code, written, told.map((each) => each.code)]).toEqual([3, [], ['file-not-found']]);
  });

  it('says what export wrote and carried over', async () => {
    const folder = folderWithSmallNotice();
    const args = ['export', '县水利局', '--from', 'notice.txt', '--report-json'];
    const first = JSON.parse((await run(folder, args)).stdout) as Run;
    expect(first).toMatchObject({ schema: 'wulong-tasks/run@1', written: ['县水利局.xlsx'], carried: [] });
    const file = join(folder, '县水利局.xlsx');
    const typed = await changed(readFileSync(file), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const [row] = rows();
      if (row) row.getCell(column('责任人')).value = '张三';
    });
    writeFileSync(file, typed);
    const { carried } = JSON.parse((await run(folder, args)).stdout) as Run;
    expect(carried).toEqual([{ name: '县水利局.xlsx', unit: '县水利局', typed: 1 }]);
  });

  it('says what build wrote, and with --check what it would write', async () => {
    const folder = folderWithSmallNotice();
    const args = ['build', 'notice.txt', '-o', 'out', '--report-json'];
    const { stdout, code } = await run(folder, [...args, '--check']);
    const before = JSON.parse(stdout) as Run;
    expect([code, before.written]).toEqual([1, []]);
    expect(before.stale).toContain('各单位/县水利局.xlsx');
    expect(before.told.map((each) => each.code)).toContain('output-stale');
    const { written } = JSON.parse((await run(folder, args)).stdout) as Run;
    expect(written.map((path) => path.replaceAll('\\', '/'))).toContain('out/各单位/县水利局.xlsx');
    const after = await run(folder, [...args, '--check']);
    expect([after.code, (JSON.parse(after.stdout) as Run).stale]).toEqual([0, []]);
  });

  it('says what collect wrote and what is wrong', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['export', '--from', 'notice.txt', '--unit', '县水利局', '--csv', '-o', '发回']);
    writeFileSync(join(folder, '发回', 'x.pdf'), '%PDF-1.7');
    const { stdout } = await run(folder, ['collect', '发回', '--from', 'notice.txt', '--report-json']);
    const { written, told } = JSON.parse(stdout) as Run;
    expect([written, told.map((each) => each.code)]).toEqual([['汇总.xlsx'], ['return-form']]);
  });
});
