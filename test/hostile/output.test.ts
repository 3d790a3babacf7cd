// What may be done to the folder that sheets are written to, and to whoever writes there.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutputFolder } from '../../src/node.js';
import {
  BIN,
  contents,
  emptyFolder,
  folderWithSmallNotice,
  KILLED,
  killedBefore,
  run,
  SMALL_NOTICE,
  statesOf,
} from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';

const HEAD =
  '某府发〔2025〕1号\n关于某事的通知\n一、某表\n\t序号\n\t名称\n\t2025年目标\n\t牵头单位\n\t备注\n';

/** A folder with a notice whose rows are led by these units. */
function folderWithUnits(units: readonly string[]): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'in'));
  const rows = units.map((unit, i) => `\n\t${i + 1}\n\t事${i}\n\t办好\n\t${unit}\n\t\n`);
  writeFileSync(join(folder, 'in', 'notice.txt'), HEAD + rows.join(''));
  return folder;
}

/** No file may be larger than 8 KB: writing fails in the middle of a file, as on a full disk. */
const SMALL = "trap '' XFSZ; ulimit -f 8";

describe('names of units', () => {
  it('become files in the folder, whatever they are', async () => {
    const units = [
      '..',
      '逃出局',
      'CON',
      'nul.txt局',
      '局'.repeat(300),
      '反\u202e转局',
      '零\u200b宽局',
      '.隐藏局',
      '-o局',
      '~局',
      '尾点局...',
    ];
    // A slash, either way, stands between units, so a path is read as several.
    const folder = folderWithUnits([
      ...units,
      '../../逃出局',
      '/etc/passwd局',
      'C:\\Windows\\局',
      '..\\..\\逃出局',
    ]);
    const { code } = await run(join(folder, 'in'), [
      'export',
      '--all',
      '--from',
      'notice.txt',
      '-o',
      '../out',
    ]);
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
    expect(readdirSync(join(folder, 'in'))).toEqual(['notice.txt']);
    const names = readdirSync(join(folder, 'out')).filter((name) => !name.startsWith('.wulong'));
    const fromPaths = ['etc', 'passwd局', 'C:', 'Windows', '局'];
    expect(names).toHaveLength(units.length + fromPaths.length + 1);
    for (const name of names) {
      expect(name).toMatch(/\.xlsx$/);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}]|^[.~-]|^(?:con|nul)\./iu);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    }
  });

  it('and cells that begin like formulas are text in every format', async () => {
    const folder = folderWithUnits(['区公安局']);
    const notice = join(folder, 'in', 'notice.txt');
    const formulas = ['=cmd|’/C calc’!A0', '+1+1', '-2+3', '@SUM(1)', '\t=1+1'];
    const rows = formulas.map((text, i) => `\n\t${i + 1}\n\t${text}事\n\t${text}\n\t区公安局\n\t${text}\n`);
    writeFileSync(notice, HEAD + rows.join(''));
    const args = ['export', '--unit', '区公安局', '--from', 'notice.txt', '--xlsx', '--csv', '-o', 'out'];
    expect((await run(join(folder, 'in'), args)).code).toBe(0);
    const out = join(folder, 'in', 'out');
    const csv = readFileSync(join(out, '区公安局.csv'), 'utf8');
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@]/);
    const workbook = await openWorkbook(readFileSync(join(out, '区公安局.xlsx')));
    const tasks = workbook.worksheets.flatMap((sheet) => {
      const cells: string[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell.formula === undefined ? '' : cell.text)));
      return cells.filter((formula) => formulas.some((text) => formula.includes(text.trim().slice(1))));
    });
    expect(tasks).toEqual([]);
    expect(everythingIn(workbook)).toContain('=cmd|’/C calc’!A0');
  });
});

describe('a folder', () => {
  const args = ['export', '--unit', '县水利局', '--from', 'notice.txt', '-o', 'out'];

  it('with links in it: what they lead to stays as it is', async () => {
    const folder = folderWithSmallNotice();
    const outside = emptyFolder();
    writeFileSync(join(outside, '别处.xlsx'), '别人的');
    mkdirSync(join(folder, 'out'));
    symlinkSync(join(outside, '别处.xlsx'), join(folder, 'out', '县水利局.xlsx'));
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[sheet-place]')]);
    const forced = await run(folder, [...args, '--force']);
    expect(forced.code).toBe(1);
    expect(readFileSync(join(outside, '别处.xlsx'), 'utf8')).toBe('别人的');
    expect(readdirSync(outside)).toEqual(['别处.xlsx']);
  });

  it('with a list of names that lead outside: nothing there is read, written or taken away', async () => {
    const folder = folderWithSmallNotice();
    const out = join(folder, 'out');
    mkdirSync(join(out, '.wulong-tasks-ready'), { recursive: true });
    writeFileSync(join(folder, '外面.xlsx'), '别人的');
    writeFileSync(join(out, '.wulong-tasks-ready', '外面.xlsx'), '换掉');
    const files = {
      '../外面.xlsx': 'x',
      '..': 'x',
      '/etc/hosts.xlsx': 'x',
      '各单位/../../外面.xlsx': 'x',
      '各单位/..': 'x',
      '别的/外面.xlsx': 'x',
    };
    const manifest = { schema: 'wulong-tasks/manifest@2', files };
    const steps = [
      { name: '../外面.xlsx', from: null, to: null },
      { name: '..', from: null, to: null },
      { name: '各单位/../../外面.xlsx', from: null, to: null },
    ];
    writeFileSync(
      join(out, '.wulong-tasks-ready', '.wulong-tasks-journal.json'),
      JSON.stringify({ steps, manifest }),
    );
    writeFileSync(join(out, '.wulong-tasks-manifest.json'), JSON.stringify(manifest));
    expect((await OutputFolder.at(out, Date.now)).names).toEqual([]);
    expect((await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv'])).code).toBe(0);
    expect(readFileSync(join(folder, '外面.xlsx'), 'utf8')).toBe('别人的');
  });

  it('with a link where a folder of sheets should be: nothing there is written or taken away', async () => {
    const folder = folderWithSmallNotice();
    const outside = emptyFolder();
    const args = ['build', 'notice.txt', '-o', 'out', '--csv'];
    await run(folder, args);
    const out = join(folder, 'out');
    cpSync(join(out, '各单位'), outside, { recursive: true });
    rmSync(join(out, '各单位'), { recursive: true });
    symlinkSync(outside, join(out, '各单位'));
    const before = contents(outside);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replaceAll('县民政局', '县财政局'));
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[output-unwritable]')]);
    expect(contents(outside)).toEqual(before);
  });

  // Whoever is root may write to it all the same.
  it.skipIf(process.getuid?.() === 0)('that is read-only is told', async () => {
    const folder = folderWithSmallNotice();
    mkdirSync(join(folder, 'out'));
    chmodSync(join(folder, 'out'), 0o555);
    const { code, stderr } = await run(folder, args);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[output-unwritable]')]);
    expect(readdirSync(join(folder, 'out'))).toEqual([]);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'in which none can be made is told, and nobody waits for ever',
    async () => {
      const { code, stderr } = await run(folderWithSmallNotice(), [
        'export',
        '--from',
        'notice.txt',
        '--all',
        '-o',
        '/proc/x/y',
      ]);
      expect([code, stderr]).toEqual([3, expect.stringContaining('[output-unwritable]')]);
    },
  );

  it.skipIf(process.platform === 'win32')('on a disk that is full: nothing is changed', async () => {
    const folder = folderWithSmallNotice();
    expect((await run(folder, args)).code).toBe(0);
    const sheet = join(folder, 'out', '县水利局.xlsx');
    const filled = await changed(readFileSync(sheet), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('责任人')).value = '张三';
    });
    writeFileSync(sheet, filled);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replaceAll('办好', '办妥'));
    const before = contents(join(folder, 'out'));
    const { code, stderr } = await run(folder, args, { under: SMALL });
    expect([code, stderr]).toEqual([3, expect.stringContaining('[output-unwritable]')]);
    expect(contents(join(folder, 'out'))).toEqual(before);
    // And where there was no folder, there is none.
    const fresh = await run(folder, ['export', '--unit', '县水利局', '--from', 'notice.txt', '-o', 'a/b'], {
      under: SMALL,
    });
    expect([fresh.code, existsSync(join(folder, 'a'))]).toEqual([3, false]);
    // Where there is room, it is written.
    expect((await run(folder, args)).code).toBe(0);
    expect(contents(join(folder, 'out'))).not.toEqual(before);
  });

  it('that two runs write to holds whole files of one of them each', async () => {
    const folder = folderWithSmallNotice();
    writeFileSync(join(folder, 'revised.txt'), SMALL_NOTICE.replaceAll('办好', '办妥'));
    const build = (notice: string, out: string) => run(folder, ['build', notice, '-o', out, '--csv']);
    await Promise.all([build('notice.txt', 'one'), build('revised.txt', 'other')]);
    // One may also be done before the other begins; then that one says what has changed.
    for (const [first, then] of [
      ['one', 'one-other'],
      ['other', 'other-one'],
    ] as const)
      cpSync(join(folder, first), join(folder, then), { recursive: true });
    await Promise.all([build('revised.txt', 'one-other'), build('notice.txt', 'other-one')]);
    const both = await Promise.all([build('notice.txt', 'out'), build('revised.txt', 'out')]);
    expect(both.some(({ code }) => code === 0)).toBe(true);
    // Who was not let in says so.
    for (const { code, stderr } of both) {
      if (code !== 0) expect(stderr).toMatch(/\[(?:output-(?:changed|exists|busy)|sheet-of-notice)\]/);
    }
    const known = ['one', 'other', 'one-other', 'other-one'].map((name) => contents(join(folder, name)));
    for (const [name, content] of contents(join(folder, 'out'))) {
      if (name.endsWith('.csv')) expect(known.map((each) => each.get(name))).toContain(content);
    }
    // Who comes next finds nothing half done.
    expect((await build('revised.txt', 'out')).code).toBe(0);
    expect(readdirSync(join(folder, 'out')).filter((name) => /drafts|ready/.test(name))).toEqual([]);
  });
});

describe('an export over filled-in sheets that is killed', () => {
  it('leaves the old file or the new one, with all that was typed in', async () => {
    const folder = folderWithSmallNotice();
    const args = ['export', '--from', 'notice.txt', '--unit', '县水利局', '--unit', '县民政局'];
    expect((await run(folder, args)).code).toBe(0);
    const sheet = join(folder, '县水利局.xlsx');
    const filled = await changed(readFileSync(sheet), (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const [i, row] of rows().entries()) {
        for (const header of ['责任人', '进展情况', '备注'])
          row.getCell(column(header)).value = `张三${i}${header}`;
      }
    });
    writeFileSync(sheet, filled);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replaceAll('办好', '办妥'));
    const old = readFileSync(sheet);
    const whole = emptyFolder();
    cpSync(folder, whole, { recursive: true });
    expect((await run(whole, args)).code).toBe(0);
    const renewed = readFileSync(join(whole, '县水利局.xlsx'));
    expect(renewed.equals(old)).toBe(false);
    const typed = [...everythingIn(await openWorkbook(renewed))].filter((text) => /^张三/.test(text));
    expect(typed).toHaveLength(2 * 3);

    /** What an export that was killed has left in a folder; the next ends where the first would have. */
    const isWhole = async (own: string) => {
      const now = readFileSync(join(own, '县水利局.xlsx'));
      expect([old, renewed].some((each) => each.equals(now))).toBe(true);
      expect((await run(own, args)).code).toBe(0);
      expect(readFileSync(join(own, '县水利局.xlsx')).equals(renewed)).toBe(true);
      expect(readdirSync(own).sort()).toEqual(readdirSync(whole).sort());
    };
    const another = emptyFolder();
    cpSync(folder, another, { recursive: true });
    const { states, acts } = await statesOf(folder, args);
    for (const state of states) await isWhole(state);
    // And one that is killed in truth.
    const { code } = await run(another, args, killedBefore(Math.floor(acts / 2)));
    expect(code).toBe(KILLED);
    await isWhole(another);
    expect(states.length).toBeGreaterThan(8);
  });
});

describe('Ctrl-C', () => {
  it.skipIf(process.platform === 'win32')('leaves nothing behind, whenever it is pressed', async () => {
    const folder = folderWithUnits(Array.from({ length: 30 }, (_, i) => `区甲${i}局`));
    const stopped = (wait: number) =>
      new Promise<NodeJS.Signals | null>((resolve) => {
        const out = join(folder, `out${wait}`);
        const child = spawn(process.execPath, [BIN, 'build', 'in/notice.txt', '-o', out, '--csv'], {
          cwd: folder,
        });
        // Pressed when the first file is got ready, and some time later.
        const timer = setInterval(() => {
          if (!existsSync(out)) return;
          clearInterval(timer);
          setTimeout(() => child.kill('SIGINT'), wait);
        }, 1);
        child.on('close', (_, signal) => {
          clearInterval(timer);
          resolve(signal);
        });
      });
    const waits = runs(1) > 1 ? [0, 1, 4, 16, 64] : [0, 4, 64];
    const signals: (NodeJS.Signals | null)[] = [];
    for (const wait of waits) {
      signals.push(await stopped(wait));
      const out = join(folder, `out${wait}`);
      const left = existsSync(out) ? [...contents(out).keys()] : [];
      expect(left.filter((name) => /drafts|ready/.test(name))).toEqual([]);
      // All or nothing.
      expect(left.length === 0 ? !existsSync(out) : left.length > 30).toBe(true);
    }
    expect(signals).toContain('SIGINT');
  });
});
