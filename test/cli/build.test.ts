// `build`, run as a CI job runs it: once, again, after a revision, and killed on the way.
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  contents,
  emptyFolder,
  files,
  filesBelow,
  folderWithSmallNotice,
  KILLED,
  killedBefore,
  run,
  SMALL_NOTICE,
  statesOf,
  telling,
} from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { rowsWith } from '../support/seed.js';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const MANIFEST = '.wulong-tasks-manifest.json';

const REVISED = readFileSync(join(FIXTURES, 'wulong-2025-1', 'revised.txt'), 'utf8');

/** Rows of the seed and of its revision that all townships have, those among them that the revision has changed. */
const KEPT =
  /特种设备在线|管道燃气安全在线|矿山安全在线|抗震|电力领域|森林防火领域|同比下降|带队检查|火灾起数|火灾亡人数/;

describe('build', () => {
  it('writes all in one folder and counts it, and the second time nothing', async () => {
    const folder = emptyFolder();
    cpSync(join(FIXTURES, 'folders'), folder, { recursive: true });
    const args = ['build', 'notice.txt', '--units', 'units.yaml', '-o', 'out'];
    const first = await run(folder, args);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('某县府发〔2026〕3号：任务 4 项');
    const out = join(folder, 'out');
    expect(files(out)).toEqual(['CHANGES.md', '各单位', '总台账', '数据', '集体称谓']);
    // Of the units of the district, some have nothing to do and get no sheet.
    expect(files(join(out, '各单位')).length).toBeLessThan(7);
    const manifest = JSON.parse(readFileSync(join(out, MANIFEST), 'utf8')) as {
      origin: Record<string, string>;
      files: Record<string, string>;
    };
    const written = filesBelow(out);
    expect(Object.keys(manifest.files).sort()).toEqual(written);
    expect(first.stdout).toContain(`已写入 ${written.length} 个文件，在 out\n`);
    expect(manifest.origin).toEqual({ notice: expect.any(String), registry: expect.any(String) });
    expect(readFileSync(join(out, 'CHANGES.md'), 'utf8')).toContain('第一次生成，任务 4 项');

    const before = contents(out);
    const second = await run(folder, args);
    expect(second.stdout).toContain('没有变化，out 里什么也没有写。');
    expect(contents(out)).toEqual(before);
    expect((await run(folder, [...args, '--check'])).code).toBe(0);
  });

  it('says with --check that something would change, and changes nothing', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    const before = contents(join(folder, 'out'));
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv', '--check']);
    expect([code, stderr]).toEqual([1, expect.stringMatching(telling('output-stale'))]);
    expect(contents(join(folder, 'out'))).toEqual(before);
    const empty = await run(folder, ['build', 'notice.txt', '-o', 'none', '--check']);
    expect(empty.code).toBe(1);
    expect(files(folder)).toEqual(['notice.txt', 'out']);
  });

  it('needs no list of its files: what is there tells', async () => {
    const folder = folderWithSmallNotice();
    const args = ['build', 'notice.txt', '-o', 'out', '--json', '--docx'];
    await run(folder, [...args, '--xlsx']);
    const form = join(folder, 'out', '各单位', '县水利局.xlsx');
    const filled = await changed(readFileSync(form), (workbook) => {
      const { column, rows } = tasksIn(workbook);
      const [row] = rows();
      if (row) row.getCell(column('责任人')).value = '张三';
    });
    writeFileSync(form, filled);
    await run(folder, [...args, '--xlsx']);
    const list = join(folder, 'out', MANIFEST);
    rmSync(list);
    const check = await run(folder, [...args, '--xlsx', '--check']);
    expect([check.code, check.stdout]).toEqual([0, 'out 是最新的。\n']);
    // Somebody has typed into a file that is no form.
    const typed = join(folder, 'out', '数据', '县民政局.json');
    const theirs = readFileSync(typed, 'utf8').replace('办好乙事', '办好乙事（已办）');
    writeFileSync(typed, theirs);
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    const { code, stderr } = await run(folder, [...args, '--xlsx']);
    // What somebody typed there is in no sheet.
    expect(code).toBe(1);
    expect(stderr).toMatch(telling('output-kept', '数据/县民政局.json'));
    expect(readFileSync(join(folder, 'out', '原件', '县民政局（待核对）.json'), 'utf8')).toBe(theirs);
    // What the edition before made, with what was filled in then, is nobody's work.
    expect(files(join(folder, 'out', '原件'))).toEqual(['县民政局（待核对）.json']);
    expect(stderr).not.toContain('总台账');
    expect(stderr).not.toContain('CHANGES');
    const later = await run(folder, [...args, '--xlsx', '--check']);
    expect([later.code, later.stdout]).toEqual([1, 'out 是最新的。\n']);
    expect(later.stderr).toMatch(telling('outputs-unchecked'));
  });

  it('has its list of files again when that was lost, and tells of a sheet that goes missing, with the list or without', async () => {
    const folder = folderWithSmallNotice();
    const args = ['build', 'notice.txt', '-o', 'out'];
    await run(folder, args);
    const list = join(folder, 'out', MANIFEST);
    const listed = readFileSync(list, 'utf8');
    rmSync(list);
    expect((await run(folder, args)).stdout).toContain('没有变化');
    expect(readFileSync(list, 'utf8')).toBe(listed);
    const sheets = files(join(folder, 'out', '各单位'));
    for (const isListed of [true, false]) {
      rmSync(join(folder, 'out', '各单位', sheets[0] ?? ''));
      if (!isListed) rmSync(list);
      const { code, stderr } = await run(folder, args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(telling('sheet-gone'))]);
      expect(stderr).toContain(sheets[0]);
      expect(stderr).not.toContain(sheets[1]);
    }
    // A form that was never written before is not missing.
    rmSync(list);
    expect((await run(folder, [...args, '--csv'])).code).toBe(0);
  });

  it('finds nothing out of date because the notice has another name', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const before = contents(join(folder, 'out'));
    writeFileSync(join(folder, '定稿.txt'), SMALL_NOTICE);
    const check = await run(folder, ['build', '定稿.txt', '-o', 'out', '--check']);
    expect([check.code, check.stdout]).toEqual([0, 'out 是最新的。\n']);
    await run(folder, ['build', '定稿.txt', '-o', 'out']);
    expect(contents(join(folder, 'out'))).toEqual(before);
    // Another notice is called as it is.
    writeFileSync(join(folder, '定稿.txt'), SMALL_NOTICE.replace('12月底', '11月底'));
    await run(folder, ['build', '定稿.txt', '-o', 'out']);
    expect(readFileSync(join(folder, 'out', '数据', 'tasks.json'), 'utf8')).toContain('"name": "定稿.txt"');
  });

  it('says what a revision changed, and keeps ids where words change', async () => {
    const folder = emptyFolder();
    const args = ['build', 'notice.txt', '-o', 'out', '--csv'];
    const kept = '\n\t4\n\t丁事\n\t办好丁事\n\t县水利局\n';
    writeFileSync(join(folder, 'notice.txt'), SMALL_NOTICE + kept);
    await run(folder, args);
    const idOf = (name: string) => {
      const { tasks } = JSON.parse(readFileSync(join(folder, 'out', '数据', 'tasks.json'), 'utf8')) as {
        tasks: { id: string; name: string }[];
      };
      return tasks.find((task) => task.name === name)?.id;
    };
    const id = idOf('甲事');
    // Two tasks say it in other words, one is gone, one is new; test/cli/diff.test.ts has the counts of the seed.
    const revised = SMALL_NOTICE.replace('\t甲事', '\t甲类事')
      .replace('\n\t2\n\t乙事\n\t办好乙事\n\t县民政局\n', '')
      .replace('\t办好丙事', '\t11月底前办好丙事');
    const more = '\n\t5\n\t防汛演练\n\t组织2次综合演练\n\t县应急管理局\n';
    writeFileSync(join(folder, 'notice.txt'), revised + kept + more);
    const counts = '任务：新增 1，取消 1，有变化 2，移位 0，不变 1';
    expect((await run(folder, args)).stdout).toContain(counts);
    expect(idOf('甲类事')).toBe(id);
    const changes = readFileSync(join(folder, 'out', 'CHANGES.md'), 'utf8');
    expect(changes).toContain(`- ${counts}`);
    expect(readFileSync(join(folder, 'out', '各单位', '县水利局.csv'), 'utf8')).toContain(
      '有变化\n目标内容原为：',
    );
    // Once more: what was changed stays said.
    expect((await run(folder, args)).stdout).toContain('没有变化');
    expect(readFileSync(join(folder, 'out', 'CHANGES.md'), 'utf8')).toBe(changes);
  });

  it('keeps the sheet of a unit that has nothing to do any more if somebody filled it in', async () => {
    const folder = folderWithSmallNotice();
    const args = ['build', 'notice.txt', '-o', 'out', '--csv'];
    await run(folder, args);
    const filled = join(folder, 'out', '各单位', '县水利局.csv');
    writeFileSync(
      filled,
      readFileSync(filled, 'utf8').replace(/,,,,,,,,,(?=[\w ]{8,400}\r\n)/, ',张三,,,,,,,,'),
    );
    const others = SMALL_NOTICE.replaceAll('县水利局', '县司法局').replaceAll('县民政局', '县财政局');
    writeFileSync(join(folder, 'notice.txt'), others);
    expect((await run(folder, args)).stdout).toContain('去掉 1 个不再有任务的（各单位/县民政局.csv）');
    expect(readFileSync(filled, 'utf8')).toMatch(/,已取消,.*,张三,/);
    expect(files(join(folder, 'out', '各单位'))).not.toContain('县民政局.csv');
  });

  it('keeps a copy of what somebody changed and nobody can carry over', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
    const overview = join(folder, 'out', '总台账', '总台账.xlsx');
    const theirs = await changed(readFileSync(overview), (workbook) => {
      workbook.addWorksheet('领导批示').getCell('A1').value = '抓紧';
    });
    writeFileSync(overview, theirs);
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('[output-kept]')]);
    expect(readFileSync(join(folder, 'out', '原件', '总台账（待核对）.xlsx'))).toEqual(Buffer.from(theirs));
    // Nothing of it is anywhere else: it is told until somebody has dealt with it.
    for (let n = 0; n < 2; n++) {
      const again = await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
      expect([again.code, again.stdout]).toEqual([1, expect.stringContaining('没有变化')]);
      expect(again.stderr).toMatch(telling('outputs-unchecked'));
      expect(again.stderr).toContain('原件/总台账（待核对）.xlsx');
    }
    const collected = await run(folder, ['collect', 'out', '-o', '汇总.json']);
    expect([collected.code, collected.stderr]).toEqual([
      1,
      expect.stringMatching(telling('outputs-unchecked')),
    ]);
    mkdirSync(join(folder, 'out', '原件', '已核对'));
    renameSync(
      join(folder, 'out', '原件', '总台账（待核对）.xlsx'),
      join(folder, 'out', '原件', '已核对', '总台账（待核对）.xlsx'),
    );
    const settled = await run(folder, ['build', 'notice.txt', '-o', 'out', '--csv']);
    expect([settled.code, settled.stderr]).toEqual([0, '']);
  });

  it('leaves roll-ups that `collect` has put there as they are: they are no unit’s sheets', async () => {
    const folder = folderWithSmallNotice();
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const rollUps = ['汇总.xlsx', '6月汇总.xlsx', '汇总.csv', '6月.csv'].map((name) => join('out', name));
    const collected = await run(folder, ['collect', 'out', ...rollUps.flatMap((path) => ['-o', path])]);
    expect(collected.code).toBe(0);
    const [first = '', second = ''] = rollUps.map((path) => join(folder, path));
    const theirs = await changed(readFileSync(second), (workbook) => {
      const sheet = workbook.getWorksheet('总览');
      if (sheet) sheet.getCell('C3').value = '请抓紧';
    });
    writeFileSync(second, theirs);
    // Some programs write the properties of a file otherwise.
    const parts = unzipSync(readFileSync(first));
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:creator>');
    parts['docProps/core.xml'] = strToU8(core.replace('<dc:creator>', '<dc:creator xml:lang="zh">'));
    writeFileSync(first, zipSync(parts));
    const before = contents(folder);
    expect([...before.keys()]).toEqual(expect.arrayContaining(rollUps));
    const { code, stdout, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'out']);
    // What somebody has written into one of them goes nowhere, and that is told.
    const told = expect.stringMatching(/^注意 6月汇总\.xlsx [^\n]*\[roll-up-written\]\n$/);
    expect([code, stderr, stdout]).toEqual([1, told, expect.stringContaining('没有变化')]);
    expect(contents(folder)).toEqual(before);
  });
});

describe('26 townships’ filled-in sheets', () => {
  it('are all there after the notice is revised: every value that was typed in', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), rowsWith(KEPT));
    const first = await run(folder, ['build', 'notice.txt', '-o', 'out']);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('武隆府发〔2025〕1号：任务 9 项');
    const out = join(folder, 'out', '各单位');
    const townships = files(out).filter((name) => /[镇乡]\.xlsx$|街道\.xlsx$/.test(name));
    expect(townships).toHaveLength(26);
    const typed = new Map<string, string[]>();
    const statuses = ['未启动', '推进中', '已完成', '滞后'];
    for (const [n, name] of townships.entries()) {
      const values: string[] = [];
      const filled = await changed(readFileSync(join(out, name)), (workbook) => {
        const { sheet, column, rows } = tasksIn(workbook);
        for (const [i, row] of rows().entries()) {
          if ((i + n) % 4 === 0) continue;
          const put = (header: string, value: string) => {
            row.getCell(column(header)).value = value;
            values.push(value);
          };
          put('责任人', `责任人${n}-${i}`);
          put('联系电话', `1390000${1000 + n * 100 + i}`);
          put('进展状态', statuses[(i + n) % 4] as string);
          put('进展情况', `第${n}镇第${i}项，已完成${i}处`);
        }
        const own = sheet.getRow(3).cellCount + 1;
        sheet.getRow(3).getCell(own).value = `自加列${n}`;
        sheet.getRow(4).getCell(own).value = `自加内容${n}`;
        sheet.getRow(6).getCell(column('目标内容')).note = `批注${n}`;
        values.push(`自加列${n}`, `自加内容${n}`, `批注${n}`);
      });
      writeFileSync(join(out, name), filled);
      typed.set(name, values);
    }
    writeFileSync(join(folder, 'notice.txt'), rowsWith(KEPT, REVISED));
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'out']);
    expect([code, stderr]).toEqual([0, '']);
    let [count, found] = [0, 0];
    for (const [name, values] of typed) {
      const there = everythingIn(await openWorkbook(readFileSync(join(out, name))));
      count += values.length;
      found += values.filter((value) => there.has(value)).length;
    }
    expect(count).toBeGreaterThan(700);
    expect(found).toBe(count);

    // Read by eye in fixtures/wulong-2025-1/revised.txt: 特种设备在线 is gone, 抗震领域 has another name.
    const { rows, column } = tasksIn(await openWorkbook(readFileSync(join(out, '白马镇.xlsx'))));
    const one = (name: string) => rows().find((row) => row.getCell(column('任务名称')).text === name);
    expect(one('特种设备在线')?.getCell(column('类型')).text).toBe('已取消');
    expect(one('抗震设防领域')?.getCell(column('变化')).text).toBe('有变化\n任务名称原为：抗震领域');
    expect(one('电力领域')?.getCell(column('变化')).text).toBe('新增');
  }, 120_000);
});

describe('a build that is killed', () => {
  it('leaves the old files or, as soon as somebody looks, the new ones', async () => {
    const folder = folderWithSmallNotice();
    const args = ['build', 'notice.txt', '-o', 'out', '--csv'];
    await run(folder, args);
    // Somebody has filled in a sheet.
    const sheet = join(folder, 'out', '各单位', '县水利局.csv');
    writeFileSync(
      sheet,
      readFileSync(sheet, 'utf8').replace(/,,,,,,,,(?=,[\w ]{8,400}\r\n)/, ',张三,,,,,,,'),
    );
    const old = contents(join(folder, 'out'));
    // One sheet changes, one comes, one goes.
    const revised = SMALL_NOTICE.replace('12月底', '11月底').replace('县民政局', '县财政局');
    writeFileSync(join(folder, 'notice.txt'), revised);
    cpSync(folder, `${folder}-new`, { recursive: true });
    const whole = await run(`${folder}-new`, args);
    expect(whole.stdout).toMatch(/已写入 \d+ 个文件/);
    const renewed = contents(join(`${folder}-new`, 'out'));
    rmSync(`${folder}-new`, { recursive: true });
    expect(renewed.get('各单位/县水利局.csv')).not.toBe(old.get('各单位/县水利局.csv'));
    expect(
      [old, renewed].map((state) => [...state.keys()].filter((name) => name.endsWith('局.csv'))),
    ).toEqual([
      ['各单位/县民政局.csv', '各单位/县水利局.csv'],
      ['各单位/县水利局.csv', '各单位/县财政局.csv'],
    ]);

    /** What a build that was killed has left in a folder, and what the next to come makes of it. */
    const isWhole = async (own: string) => {
      const there = new Map(
        [...contents(join(own, 'out'))].filter(([name]) => !name.startsWith('.wulong-tasks-')),
      );
      const isReady = readdirSync(join(own, 'out')).includes('.wulong-tasks-ready');
      const states = [old, renewed].map((state) => [...state].filter(([name]) => name !== MANIFEST));
      if (!isReady) expect(states).toContainEqual([...there]);
      // No file is half written, whenever it was.
      for (const [name, content] of there) {
        expect([old.get(name), renewed.get(name)]).toContain(content);
      }
      // The next to come finds the new state whole, or makes it.
      expect((await run(own, args)).code).toBe(0);
      expect(contents(join(own, 'out'))).toEqual(renewed);
    };
    const [own, another] = [emptyFolder(), emptyFolder()];
    for (const each of [own, another]) cpSync(folder, each, { recursive: true });
    const { states, acts } = await statesOf(own, args);
    for (const state of states) await isWhole(state);
    // And one that is killed in truth.
    const { code } = await run(another, args, killedBefore(Math.floor(acts / 2)));
    expect(code).toBe(KILLED);
    await isWhole(another);
    // Each file is opened once and moved once at least.
    expect(states.length).toBeGreaterThan(2 * 5);
  }, 240_000);
});

describe('a folder of notices', () => {
  it('is parsed as each notice by itself is', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'notices'));
    writeFileSync(join(folder, 'notices', '一.txt'), SMALL_NOTICE);
    cpSync(join(FIXTURES, 'minsheng-2026', 'input.txt'), join(folder, 'notices', '民生.txt'));
    const { code, stdout } = await run(folder, ['parse', 'notices', '-o', 'out']);
    expect([code, stdout]).toEqual([0, '通知 2 份，在 out\n']);
    await run(folder, ['parse', 'notices/民生.txt', '-o', 'alone.json']);
    const alone = readFileSync(join(folder, 'alone.json'), 'utf8');
    expect(readFileSync(join(folder, 'out', '民生', 'wulong-tasks.json'), 'utf8')).toBe(alone);
    // One notice has what two cannot share.
    for (const args of [[], ['-o', '-'], ['--json']])
      expect((await run(folder, ['parse', 'notices', ...args])).stderr).toMatch(telling('file-is-folder'));
  });
});

describe('a build of a folder', () => {
  it('writes what is made of each notice, and one that cannot be read stops none', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'notices'));
    cpSync(join(FIXTURES, 'folders', 'notice.txt'), join(folder, 'notices', '安全.txt'));
    writeFileSync(join(folder, 'notices', '某事.txt'), SMALL_NOTICE);
    writeFileSync(join(folder, 'notices', '坏.docx'), 'PK\x03\x04');
    writeFileSync(join(folder, 'notices', '说明.pdf'), '%PDF');
    const args = ['build', 'notices', '-o', 'out', '--csv'];
    const { code, stdout, stderr } = await run(folder, args);
    expect([code, stdout]).toEqual([3, '通知 4 份，在 out；2 份有错误\n']);
    expect(stderr).toMatch(
      /^坏\.docx：\n错误 坏\.docx .* \[file-broken\]\n(?:说明\.pdf：\n)错误 说明\.pdf .*\n$/,
    );
    expect(files(join(folder, 'out'))).toEqual(['安全', '某事']);
    await run(folder, ['build', 'notices/安全.txt', '-o', 'alone', '--csv']);
    expect(contents(join(folder, 'out', '安全'))).toEqual(contents(join(folder, 'alone')));
    expect((await run(folder, [...args, '--check'])).code).toBe(3);
  });

  it('costs a notice that brings its process down itself only', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'notices'));
    for (const name of ['一', '三']) writeFileSync(join(folder, 'notices', `${name}.txt`), SMALL_NOTICE);
    // More rows than there is memory for.
    const rows = Array.from({ length: 20_000 }, (_, i) => `\n\t${i}\n\t事${i}\n\t办好\n\t县水利局\n`);
    writeFileSync(join(folder, 'notices', '二.txt'), SMALL_NOTICE + rows.join(''));
    const { code, stdout, stderr } = await run(folder, ['parse', 'notices', '-o', 'out'], {
      node: ['--max-old-space-size=40'],
    });
    expect([code, stdout]).toEqual([3, '通知 3 份，在 out；1 份有错误\n']);
    expect(stderr).toMatch(/^二\.txt：\n错误 .* \[run-stopped\]$/m);
    expect(files(join(folder, 'out'))).toEqual(['一', '三']);
  });

  it('says where there is none', async () => {
    const folder = emptyFolder();
    const { code, stderr } = await run(folder, ['build', '.', '-o', 'out']);
    expect([code, stderr]).toEqual([3, expect.stringContaining('[no-notices]')]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
