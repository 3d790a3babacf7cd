// A district's names as a workbook: out, filled in, in again, as a clerk does it; and the answers of units become members.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RollUp, TaskSheet } from '../../src/index.js';
import { askedIn, isSurelyOwn } from '../../src/sheets/index.js';
import { emptyFolder, files, filesBelow, folderWithBook, run, telling } from '../support/program.js';
import { changed } from '../support/returned.js';
import { rowsWith } from '../support/seed.js';

const SMALL = fileURLToPath(new URL('../../fixtures/folders/', import.meta.url));

/** Ticks units in a group’s column, and says that these are all. */
const ticked = (bytes: Uint8Array, group: string, units: readonly string[]) =>
  changed(bytes, (workbook) => {
    const sheet = workbook.getWorksheet('名录') as Excel.Worksheet;
    let column = 0;
    sheet.getRow(3).eachCell((cell, i) => {
      if (cell.text === group) column = i;
    });
    sheet.eachRow((row) => {
      const name = row.getCell(1).text;
      if (name === '成员列全了吗') row.getCell(column).value = '是';
      if (units.includes(name)) row.getCell(column).value = '✓';
    });
  });

describe('units --xlsx', () => {
  it('writes 名录.xlsx, which serves from beside the task book and with --units', async () => {
    const folder = await folderWithBook();
    const open = (await run(folder, ['units', '--check'])).stdout;
    expect(open).toContain('区消安委成员单位');
    const made = await run(folder, ['units', '--template', '--xlsx']);
    expect([made.code, made.stdout, made.stderr]).toEqual([0, '', '已写入 名录.xlsx\n']);
    const path = join(folder, '名录.xlsx');
    writeFileSync(path, await ticked(readFileSync(path), '区消安委成员单位', ['区水利局', '区公安局']));
    const beside = await run(folder, ['units', '--check']);
    expect([beside.code, beside.stdout]).toEqual([0, expect.not.stringContaining('区消安委成员单位')]);
    mkdirSync(join(folder, 'in'));
    cpSync(path, join(folder, 'in', 'names.yaml'));
    const named = await run(folder, [
      'parse',
      'notice.txt',
      '--units',
      'in/names.yaml',
      '-o',
      'in/book.json',
    ]);
    expect([named.code, named.stderr]).toEqual([0, expect.not.stringContaining('registry')]);
    // Somebody has filled it in: it is not written over.
    const again = await run(folder, ['units', '--template', '-o', '名录.xlsx']);
    expect([again.code, again.stderr]).toEqual([3, expect.stringMatching(telling('output-exists'))]);
    expect((await run(folder, ['units', '--xlsx'])).code).toBe(2);
  });

  it('tells a fault by the cell, in every command', async () => {
    const folder = emptyFolder();
    cpSync(SMALL, folder, { recursive: true });
    const template = [
      'units',
      '--template',
      '--from',
      'notice.txt',
      '--units',
      'units.yaml',
      '-o',
      '名录.xlsx',
    ];
    await run(folder, template);
    const path = join(folder, '名录.xlsx');
    const spoilt = await changed(readFileSync(path), (workbook) => {
      const sheet = workbook.getWorksheet('名录') as Excel.Worksheet;
      sheet.getCell('D5').value = '大局';
    });
    writeFileSync(path, spoilt);
    for (const args of [
      ['parse', 'notice.txt'],
      ['build', 'notice.txt', '-o', 'out'],
      ['export', '--all', '--from', 'notice.txt', '-o', 'out'],
    ]) {
      const { code, stderr } = await run(folder, [...args, '--units', '名录.xlsx']);
      expect([code, stderr]).toEqual([
        3,
        expect.stringMatching(telling('registry-cell', '名录.xlsx#名录!D5')),
      ]);
    }
    expect(files(folder)).toEqual(['flat', 'notice.txt', 'units.yaml', '名录.xlsx']);
  });

  it('reads YAML and settings as PowerShell writes them', async () => {
    const folder = emptyFolder();
    cpSync(SMALL, folder, { recursive: true });
    for (const [name, text] of [
      ['units.yaml', readFileSync(join(SMALL, 'units.yaml'), 'utf8')],
      ['check.yaml', 'rules: { group-unknown: off }\n'],
    ] as const)
      writeFileSync(join(folder, name), Buffer.from(`\ufeff${text}`, 'utf16le'));
    const { code, stderr } = await run(folder, ['build', 'notice.txt', '-o', 'out']);
    expect([code, stderr]).toEqual([0, '']);
    expect(filesBelow(join(folder, 'out', '各单位'))).toContain('县水利局.xlsx');
    expect((await run(folder, ['check', 'notice.txt'])).stdout).not.toContain('[group-unknown]');
  });
});

describe('a round: sheets out, answers in, members learned, sheets again', () => {
  const GROUP = '区消安委成员单位';
  // Which of the 35 departments and institutions are members, as somebody has made up.
  const MEMBERS = ['区水利局', '区公安局', '区教委', '区消防救援局'];

  it('leaves open what nobody has answered, and nothing that hangs on what all have', async () => {
    const folder = emptyFolder();
    // Twelve rows name the group; four of them name nothing else that is open. Two measures name another one.
    writeFileSync(join(folder, 'notice.txt'), rowsWith(new RegExp(GROUP)));
    await run(folder, ['build', 'notice.txt', '-o', 'out']);
    const sheets = join(folder, 'out', '各单位');
    for (const name of files(sheets)) {
      const path = join(sheets, name);
      const filled = await changed(readFileSync(path), (workbook) => {
        const asked = workbook.getWorksheet('待确认');
        asked?.eachRow((row) => {
          row.eachCell((cell) => {
            if (cell.text !== GROUP) return;
            const answer = MEMBERS.includes(name.replace('.xlsx', '')) ? '是' : '否';
            asked.getRow(3).eachCell((head, i) => {
              if (head.text === '是否涉及本单位') row.getCell(i).value = answer;
            });
          });
        });
      });
      writeFileSync(path, filled);
    }
    const openIn = async (name: string) => {
      await run(folder, ['build', 'notice.txt', '-o', name, '--json']);
      const all = files(join(folder, name, '数据')).filter((file) => file !== 'tasks.json');
      const read = (file: string) =>
        JSON.parse(readFileSync(join(folder, name, '数据', file), 'utf8')) as TaskSheet;
      return new Map(all.map(read).map((sheet) => [sheet.unit, sheet]));
    };
    const before = await openIn('before');
    await run(folder, ['collect', 'out', '-o', 'all.json']);
    const { answers } = JSON.parse(readFileSync(join(folder, 'all.json'), 'utf8')) as RollUp;
    expect(
      answers
        .filter(({ answer }) => answer === 'yes')
        .map(({ unit }) => unit)
        .sort(),
    ).toEqual([...MEMBERS].sort());
    const learned = await run(folder, ['units', '--learn', 'out', '-o', '名录.xlsx']);
    expect([learned.code, learned.stderr]).toEqual([0, '已写入 名录.xlsx\n']);
    const after = await openIn('after');
    const counts = (of: ReadonlyMap<string, TaskSheet>, unit: string) => {
      const sheet = of.get(unit);
      if (!sheet) throw new Error(unit);
      const asks = sheet.questions.some(({ group }) => group === GROUP);
      return [sheet.rows.filter(isSurelyOwn).length, askedIn(sheet).open, asks];
    };
    expect([counts(before, '区水利局'), counts(after, '区水利局')]).toEqual([
      [0, 12 + 2, true],
      [12, 2, false],
    ]);
    expect([counts(before, '区林业局'), counts(after, '区林业局')]).toEqual([
      [0, 12 + 2, true],
      [0, 12 + 2 - 4, false],
    ]);
    const sum = (of: ReadonlyMap<string, TaskSheet>) =>
      Array.from(of.values()).reduce((all, sheet) => all + askedIn(sheet).open, 0);
    expect(sum(after)).toBeLessThan(sum(before));
  }, 120_000);
});
