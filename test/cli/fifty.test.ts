// Sheets come back and ten of them are bad: what is made of the others does not change by a byte.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RollUp } from '../../src/index.js';
import { contents, emptyFolder, run } from '../support/program.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';

const SIGNS =
  '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北梅兰竹菊松柏桃李金木水火土日月星天地江海';
/** How many come back whole beside the ten: enough that there are some before and behind each; FUZZ makes it forty. */
const WHOLE = Math.min(runs(8), SIGNS.length - 10);
const UNITS = Array.from(SIGNS.slice(0, WHOLE + 10), (sign) => `县${sign}局`);
const NOTICE = (goal: string) => `某县府发〔2026〕1号
某县人民政府
关于某事的通知
一、某表
\t序号\n\t名称\n\t2026年目标\n\t牵头单位
${UNITS.map((unit, i) => `\n\t${i + 1}\n\t第${i + 1}件事\n\t${goal}第${i + 1}件事\n\t${unit}\n`).join('')}`;

const LOCK = new URL('../support/locked.js', import.meta.url).href;

type Bad = (folder: string, unit: string, sheet: Uint8Array) => Promise<void> | void;
const file = (folder: string, name: string) => join(folder, name);

/** What is wrong with ten of them; `read` are those of which all is read nevertheless. */
const BAD: readonly { readonly what: string; readonly read?: true; readonly make: Bad }[] = [
  {
    what: 'a zip that is cut short',
    make: (folder, unit, sheet) => writeFileSync(file(folder, `${unit}.xlsx`), sheet.slice(0, 900)),
  },
  {
    what: 'encrypted',
    make: (folder, unit) =>
      writeFileSync(
        file(folder, `${unit}.xlsx`),
        Buffer.concat([
          Buffer.from('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1', 'latin1'),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      ),
  },
  {
    what: 'open in another program',
    make: (folder, unit, sheet) => writeFileSync(file(folder, `${unit}.xlsx`), sheet),
  },
  {
    what: 'a workbook of something else',
    make: async (folder, unit) => {
      const workbook = new ExcelJS.Workbook();
      workbook.addWorksheet('工资').addRow(['姓名', '应发']);
      writeFileSync(file(folder, `${unit}.xlsx`), Buffer.from(await workbook.xlsx.writeBuffer()));
    },
  },
  {
    what: 'a cell in the last row of all',
    read: true,
    make: async (folder, unit, sheet) =>
      writeFileSync(
        file(folder, `${unit}.xlsx`),
        await changed(sheet, (workbook) => {
          tasksIn(workbook).sheet.getCell('J1048576').value = '远处的话';
        }),
      ),
  },
  {
    what: 'a column called __proto__',
    read: true,
    make: async (folder, unit, sheet) =>
      writeFileSync(
        file(folder, `${unit}.xlsx`),
        await changed(sheet, (workbook) => {
          const { sheet: tasks } = tasksIn(workbook);
          tasks.getCell('AC3').value = '__proto__';
          tasks.getCell('AC4').value = '栏里的话';
        }),
      ),
  },
  {
    what: 'a Word file',
    make: (folder, unit) =>
      writeFileSync(
        file(folder, `${unit}.docx`),
        zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      ),
  },
  { what: 'empty', make: (folder, unit) => writeFileSync(file(folder, `${unit}.xlsx`), '') },
  {
    what: 'text in another encoding',
    read: true,
    make: (folder, unit) =>
      writeFileSync(
        file(folder, `${unit}.csv`),
        Buffer.from(
          `\ufeff任务名称\t目标内容\t进展情况\r\n第${WHOLE + 9}件事\t办好第${WHOLE + 9}件事\t文本里的话\r\n`,
          'utf16le',
        ),
      ),
  },
  { what: 'a folder', make: (folder, unit) => mkdirSync(file(folder, `${unit}.xlsx`)) },
];
const [OTHERS, TEN] = [UNITS.slice(0, WHOLE), UNITS.slice(WHOLE)];
/** Where `build` puts the sheets of units. */
const SHEETS = '各单位';
const LOCKED = { env: { NODE_OPTIONS: `--import ${LOCK}`, LOCKED: `${TEN[2]}.xlsx` } };

describe('sheets of which ten are bad', () => {
  it('give what the others give alone, and each of the ten is named', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'notice.txt'), NOTICE('办好'));
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const out = join(folder, 'out');
    const blank = new Map(TEN.map((unit) => [unit, readFileSync(join(out, SHEETS, `${unit}.xlsx`))]));
    for (const [i, unit] of OTHERS.entries()) {
      const path = join(out, SHEETS, `${unit}.xlsx`);
      writeFileSync(
        path,
        await changed(readFileSync(path), (workbook) => {
          const { rows, column } = tasksIn(workbook);
          for (const row of rows()) {
            row.getCell(column('进展情况')).value = `${unit}的话`;
            row.getCell(column('进展状态')).value = i % 2 === 0 ? '已完成' : '推进中';
          }
        }),
      );
    }
    for (const unit of TEN) rmSync(join(out, SHEETS, `${unit}.xlsx`));
    cpSync(out, join(folder, 'bad'), { recursive: true });
    for (const [i, { make }] of BAD.entries()) {
      const unit = TEN[i] as string;
      await make(join(folder, 'bad', SHEETS), unit, blank.get(unit) as Uint8Array);
    }
    expect(readdirSync(join(folder, 'bad', SHEETS)).length - readdirSync(join(out, SHEETS)).length).toBe(10);

    const alone = await run(folder, ['collect', 'out', '-o', 'alone.json']);
    const all = await run(folder, ['collect', 'bad', '-o', 'all.json'], LOCKED);
    expect([alone.code, all.code]).toEqual([0, 1]);
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as RollUp;
    const theirs = ({ units, tasks, rest, problems, files }: RollUp) => {
      const isTheirs = (unit: string | null) => unit !== null && OTHERS.includes(unit);
      const text = (part: unknown) => OTHERS.some((unit) => JSON.stringify(part).includes(`${unit}.xlsx`));
      return {
        units: units.filter(({ unit }) => isTheirs(unit)),
        tasks: tasks.filter(({ reports }) => reports.some(({ unit }) => isTheirs(unit))),
        rest: rest.filter(({ unit }) => isTheirs(unit)),
        files: files.filter(({ unit }) => isTheirs(unit)),
        problems: problems.filter(text),
      };
    };
    expect(theirs(read('all.json'))).toEqual(theirs(read('alone.json')));
    expect(theirs(read('all.json')).tasks).toHaveLength(WHOLE);
    const everything = readFileSync(join(folder, 'all.json'), 'utf8');
    for (const text of ['远处的话', '栏里的话', '文本里的话']) expect(everything).toContain(text);

    writeFileSync(join(folder, 'notice.txt'), NOTICE('全面办好'));
    const build = ['build', 'notice.txt', '-o'];
    // The ten are not there: those that are written in their place are told.
    const gone = await run(folder, [...build, 'out']);
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('[sheet-gone]')]);
    const whole = await run(folder, [...build, 'bad'], LOCKED);
    expect(whole.code).toBe(1);
    for (const name of [
      ...OTHERS.map((unit) => `${SHEETS}/${unit}.xlsx`),
      '总台账/总台账.xlsx',
      '数据/tasks.json',
      'CHANGES.md',
    ]) {
      const [one, other] = ['out', 'bad'].map((each) => readFileSync(join(folder, each, name)));
      expect(one?.equals(other as Buffer), name).toBe(true);
    }
    // Of what could not be read nothing was written over, and all of it is named.
    for (const [i, { what, read: isRead }] of BAD.entries()) {
      const named = new RegExp(`${TEN[i]}\\.\\w+`);
      if (!isRead) expect(all.stderr, `collect: ${what}`).toMatch(named);
      if (!isRead) expect(whole.stderr, `build: ${what}`).toMatch(named);
    }
    // The CSV stands for the workbook that is gone: what is in it is in the new one.
    const carried = await openWorkbook(readFileSync(join(folder, 'bad', SHEETS, `${TEN[8]}.xlsx`)));
    expect([...everythingIn(carried)]).toContain('文本里的话');
    expect(readFileSync(join(folder, 'bad', SHEETS, `${TEN[7]}.xlsx`))).toHaveLength(0);
    expect(contents(join(folder, 'bad', SHEETS, `${TEN[9]}.xlsx`)).size).toBe(0);
  }, 240_000);
});
