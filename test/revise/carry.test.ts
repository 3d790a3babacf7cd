// What people typed into a sheet is in the next one, whatever they typed and whatever was revised.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { CellValue } from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseNotice,
  type RenewedSheet,
  renewSheet,
  type SheetRow,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  type TaskSheet,
  type Typed,
} from '../../src/index.js';
import { isSurelyOwn, SHEET_COLUMNS } from '../../src/sheets/index.js';
import { changed, everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { runs } from '../support/runs.js';
import { seedBook } from '../support/seed.js';

const before = await seedBook();
const after = await revisedBook();
const UNIT = '白马镇';
const old = sheetFor(before, UNIT);
const revised = sheetFor(after, UNIT);
const blank = await sheetToXlsx(old);

async function revisedBook(): Promise<TaskBook> {
  const bytes = readFileSync(new URL('../../fixtures/wulong-2025-1/revised.txt', import.meta.url));
  const { value, diagnostics } = await parseNotice(bytes, { name: 'revised.txt' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

async function renewed(sheet: TaskSheet, earlier: Uint8Array, name = '白马镇.xlsx'): Promise<RenewedSheet> {
  const { value, diagnostics } = await renewSheet(sheet, name, earlier);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** What stands in the column 变化. */
const wordsOf = (row: SheetRow) => SHEET_COLUMNS.find(({ id }) => id === 'change')?.text(row) ?? '';

const rowBy = ({ rows }: TaskSheet, goal: string) => rows.find((row) => row.goal.startsWith(goal));

describe('a revision', () => {
  it('keeps each row’s progress with its task, and says what is new, changed and taken out', async () => {
    const filled = await changed(blank, (workbook) => {
      const { column, rows } = tasksIn(workbook);
      for (const row of rows()) {
        row.getCell(column('责任人')).value = `张${row.getCell(column('编号')).text}`;
      }
    });
    const { sheet, content } = await renewed(revised, filled);
    const persons = new Map(old.rows.map(({ id, goal, name }) => [`${name}\n${goal}`, `张${id}`]));
    const was = (name: string, goal: string) => persons.get(`${name}\n${goal}`);

    // Read off the two notices: what concerns a township in fixtures/wulong-2025-1/revision.json.
    expect(
      sheet.rows.filter(({ change }) => change?.kind === 'added').map(({ name, goal }) => name + goal),
    ).toEqual([
      '电力领域开展电力设施安全隐患专项排查，重要输电通道巡查覆盖率100%。',
      '强化党政领导干部责任建立党政领导干部带队检查制度，每季度至少带队检查1次。',
      '火灾伤人数较2023年下降11%',
      '低空安全在线承接市上应用贯通。',
    ]);
    const changes = sheet.rows.map(wordsOf).filter((text) => text.startsWith('有变化'));
    expect(changes.map((text) => text.split('\n')[1])).toEqual([
      '目标内容原为：同比下降5%',
      expect.stringMatching(/^目标内容原为：抓好重点项目.*18个、16万平方米/),
      expect.stringMatching(/^目标内容原为：持续深化场.*不少于200台电梯/),
      '任务名称原为：抗震领域',
      '目标内容原为：完成应急避难场所专项规划编制。',
      '责任单位原为：各乡镇（街道）',
    ]);
    expect(rowBy(sheet, '2025年9月底前')?.filled).toEqual({
      person: was('加强防灾减灾救灾固本强基', '完成应急避难场所专项规划编制。'),
    });
    expect(sheet.kept.map(({ part, cells, filled: typed }) => [part, cells.name, typed.person])).toEqual([
      [
        'cancelled',
        '粮食储备领域',
        was('粮食储备领域', '鼓励支持辖区内规模以上粮食企业开展安全生产标准化达标创建。'),
      ],
      ['cancelled', '特种设备在线', was('特种设备在线', '承接市上应用贯通。')],
    ]);
    // What only may be a township's is asked for apart.
    const sure = sheet.rows.filter((row) => row.change === null && isSurelyOwn(row));
    expect(sure.length).toBeGreaterThan(60);
    for (const { name, goal, filled: typed, change } of sure) {
      expect([change, typed.person]).toEqual([null, was(name, goal)]);
    }
    const { rows, column } = tasksIn(await openWorkbook(content as Uint8Array));
    expect(rows().filter((row) => row.getCell(column('类型')).text === '已取消')).toHaveLength(2);
  });

  it('has the same bytes when it is carried over once more, and keeps its marks', async () => {
    const filled = await changed(blank, (workbook) => {
      tasksIn(workbook).rows()[3]?.getCell(17);
    });
    const once = await renewed(revised, filled);
    const twice = await renewed(revised, once.content as Uint8Array);
    expect(Buffer.from(twice.content).equals(Buffer.from(once.content))).toBe(true);
    expect(twice.keep).toBeUndefined();
    expect(twice.sheet.rows.filter(({ change }) => change !== null)).toHaveLength(10);
  });

  it('brings a task back with its progress when the notice does', async () => {
    const filled = await changed(blank, (workbook) => {
      const { rows, column } = tasksIn(workbook);
      for (const row of rows()) row.getCell(column('进展情况')).value = `已办${row.number}`;
    });
    const there = await renewed(revised, filled);
    const back = await renewed(old, there.content as Uint8Array);
    // What only the revision had is what is taken out now.
    expect(back.sheet.kept.map(({ cells }) => cells.name)).toEqual([
      '电力领域',
      '强化党政领导干部责任',
      '火灾伤人数',
      '低空安全在线',
    ]);
    expect(back.sheet.rows.filter(isSurelyOwn).map(({ filled: typed }) => typed.progress)).toEqual(
      old.rows.filter(isSurelyOwn).map((_, i) => `已办${i + 4}`),
    );
  });
});

describe.each(['notice.docx', 'notice.doc', 'page.html', 'pandoc.md'])('the same notice as %s', (form) => {
  it('is the same edition, and changes nothing of anybody’s', async () => {
    const bytes = readFileSync(new URL(`../../fixtures/wulong-2025-1/forms/${form}`, import.meta.url));
    const { value: other } = await parseNotice(bytes, { name: form });
    for (const unit of ['区应急管理局', '区水利局', '区委编办', '白马镇']) {
      const [one, two] = [sheetFor(before, unit), sheetFor(other ?? after, unit)];
      expect(two.edition).toBe(one.edition);
      const { sheet } = await renewed(two, Buffer.from(sheetToCsv(one)), `${unit}.csv`);
      expect(sheet.rows.filter(({ change }) => change !== null)).toEqual([]);
      expect(sheet.kept).toEqual([]);
    }
  });
});

describe('what people add', () => {
  it('is all there: columns, rows, worksheets, comments, the cover', async () => {
    const filled = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      const end = sheet.getRow(3).cellCount + 1;
      sheet.getRow(3).getCell(end).value = '资金（万元）';
      sheet.getRow(5).getCell(end).value = 12.5;
      sheet.getRow(6).getCell(end + 2).value = '没有列名';
      sheet.getRow(7).getCell(column('目标内容')).note = '请区安委办明确口径';
      sheet.getRow(8).getCell(column('更新日期')).value = new Date('2025-06-01T00:00:00Z');
      sheet.getRow(9).getCell(column('进展情况')).value = { formula: 'A1&"号"', result: '第1号' };
      sheet.getRow(95).getCell(column('目标内容')).value = '本镇自加的事';
      sheet.getRow(95).getCell(column('责任人')).value = '李四';
      const own = workbook.addWorksheet('会议记录');
      own.getCell('A1').value = '6月例会';
      own.mergeCells('A2:C2');
      own.getCell('A2').value = '到会三人';
      own.getColumn(1).width = 40;
      workbook.getWorksheet('封面')?.eachRow((row) =>
        row.eachCell((cell, i) => {
          if (cell.text === '填报人') row.getCell(i + 1).value = '王五';
        }),
      );
    });
    const { sheet, content, keep } = await renewed(revised, filled);
    expect(keep).toBeUndefined();
    expect(sheet.columns).toEqual(['资金（万元）', '（无标题 AE列）']);
    const [, second, third, fourth, fifth, sixth] = sheet.rows;
    expect(second?.own).toEqual({ '资金（万元）': 12.5 });
    expect(third?.own).toEqual({ '（无标题 AE列）': '没有列名' });
    expect(fourth?.notes).toEqual([{ column: 'goal', text: '请区安委办明确口径' }]);
    expect(fifth?.filled).toEqual({ updated: { date: '2025-06-01' } });
    expect(sixth?.filled).toEqual({ progress: '第1号' });
    expect(sixth?.notes).toEqual([{ column: 'progress', text: '原为公式：=A1&"号"' }]);
    expect(sheet.kept.filter(({ part }) => part === 'unplaced')).toEqual([
      { part: 'unplaced', cells: { goal: '本镇自加的事' }, filled: { person: '李四' }, own: {}, notes: [] },
    ]);
    expect(sheet.cover).toEqual({ reporter: '王五' });
    const own = (await openWorkbook(content as Uint8Array)).getWorksheet('会议记录');
    expect(own?.getCell('A1').value).toBe('6月例会');
    expect(own?.getCell('B2').master.address).toBe('A2');
    expect(own?.getColumn(1).width).toBe(40);
  });

  it.each(['libreoffice', 'openpyxl'])('is all there after %s has saved the file', async (program) => {
    const file = readFileSync(
      new URL(`../../fixtures/wulong-2025-1/returned/${program}.xlsx`, import.meta.url),
    );
    const { sheet, keep } = await renewed(revised, file);
    expect(keep).toBeUndefined();
    expect(sheet.rows.filter(({ filled }) => 'person' in filled)).toHaveLength(19);
    expect(
      sheet.rows.filter(({ filled }) => JSON.stringify(filled.updated) === '{"date":"2025-06-01"}'),
    ).toHaveLength(19);
    expect(sheet.columns).toEqual(['资金']);
    expect(sheet.cover).toEqual({ reporter: '王五' });
    expect(sheet.rows.flatMap(({ notes }) => notes)).toEqual([
      { column: 'goal', text: '看这里', ...(program === 'openpyxl' && { author: '我' }) },
    ]);
  });

  it('is found whatever order rows and columns are in, and a column that was taken out changes nothing', async () => {
    const records = parse(sheetToCsv(old), { bom: true }) as string[][];
    const header = records[0] as string[];
    const at = (column: string) => header.indexOf(column);
    const typedIn = records.map((record, i) =>
      record.map((cell, j) => (i > 0 && j === at('责任人') ? `张${record[at('编号')]}` : cell)),
    );
    const order = header.map((_, j) => j).filter((j) => header[j] !== '责任单位');
    const sorted = [typedIn[0] as string[], ...typedIn.slice(1).reverse()];
    const mixed = sorted.map((record) => [...order].reverse().map((j) => record[j] ?? ''));
    const { rows, kept } = (await renewed(old, Buffer.from(stringify(mixed, { bom: true })), '白马镇.csv'))
      .sheet;
    expect(rows.map(({ filled, change }) => [filled.person, change])).toEqual(
      old.rows.map(({ id }) => [`张${id}`, null]),
    );
    expect(kept).toEqual([]);
  });

  it('is all there where cells hold links, formats, shares and times', async () => {
    const filled = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      const put = (row: number, header: string, value: CellValue, numFmt = 'General') => {
        const cell = sheet.getRow(row).getCell(column(header));
        cell.style = { ...cell.style, numFmt };
        cell.value = value;
      };
      put(4, '进展情况', { text: '见通报', hyperlink: 'https://example.cn/a' });
      put(5, '进展情况', { text: 'a@example.cn', hyperlink: 'mailto:a@example.cn' });
      put(6, '进展情况', { richText: [{ text: '已' }, { font: { bold: true }, text: '完成' }] });
      put(7, '进展情况', 0.805, '0.0%');
      put(8, '更新日期', new Date('2025-06-01T08:30:00Z'), 'yyyy-mm-dd hh:mm');
      put(9, '备注', true);
    });
    const { rows } = (await renewed(revised, filled)).sheet;
    expect(rows.slice(0, 6).map(({ filled: own }) => Object.values(own))).toEqual([
      ['见通报（https://example.cn/a）'],
      ['a@example.cn'],
      ['已完成'],
      ['80.5%'],
      ['2025-06-01 08:30:00'],
      [true],
    ]);
  });

  it('is all there as people saw it: what a number format says and how it writes digits', async () => {
    // What Excel shows under each format, and what of the number that does not tell.
    const cells: readonly (readonly [CellValue, format: string, seen: Typed, note?: string])[] = [
      [1200, '0"万元"', '1200万元'],
      [3, '0"处"', '3处'],
      [7, '000', '007'],
      [1.1, '0.00', '1.10'],
      [5, '¥#,##0', '¥5'],
      [-5, '0;"欠"0', '欠5'],
      [1234567.8, '#,##0.00', '1,234,567.80'],
      [1, '"已完成";;"未完成"', '已完成', '原为数值：1'],
      [3.17, '0.0"公里"', '3.2公里', '原为数值：3.17'],
      [0.123, '0.0%', '12.3%'],
      [0.123, '0%', '12%', '原为数值：0.123'],
      [new Date(Date.UTC(1899, 11, 31, 6)), '[hh]:mm:ss', '30:00:00'],
      [new Date(Date.UTC(2025, 5, 30)), 'm"月"d"日"', { date: '2025-06-30' }],
      [3.5, '0.0', 3.5],
      [1200, 'General', 1200],
      [8, ';;;', 8],
    ];
    const filled = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      for (const [i, [value, numFmt]] of cells.entries()) {
        const cell = sheet.getRow(4 + i).getCell(column('进展情况'));
        cell.style = { ...cell.style, numFmt };
        cell.value = value;
      }
    });
    const { sheet, content } = await renewed(old, filled);
    const seen = (rows: readonly SheetRow[]) =>
      rows
        .slice(0, cells.length)
        .map(({ filled: own, notes }) => [own.progress, ...notes.map(({ text }) => text)]);
    expect(seen(sheet.rows)).toEqual(cells.map(([, , ...rest]) => rest));
    expect(seen((await renewed(old, Buffer.from(content))).sheet.rows)).toEqual(seen(sheet.rows));
  });

  it('has the same bytes though a worksheet of theirs has rules, and keeps what is hidden hidden', async () => {
    const filled = await changed(blank, (workbook) => {
      const own = workbook.addWorksheet('台账', { state: 'hidden', views: [{ state: 'frozen', ySplit: 1 }] });
      own.getCell('A1').value = 5;
      own.getCell('B1').dataValidation = { type: 'list', formulae: ['"甲,乙"'] };
      own.addConditionalFormatting({
        ref: 'A1:A9',
        rules: [{ type: 'dataBar', priority: 1, cfvo: [{ type: 'min' }, { type: 'max' }] } as never],
      });
    });
    const [one, two] = [await renewed(revised, filled), await renewed(revised, filled)];
    expect(Buffer.from(one.content).equals(Buffer.from(two.content))).toBe(true);
    const own = (await openWorkbook(one.content as Uint8Array)).getWorksheet('台账');
    expect(own?.state).toBe('hidden');
    expect(own?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(own?.getCell('B1').dataValidation.formulae).toEqual(['"甲,乙"']);
  });

  it('is told where formulas of theirs look at rows that may have moved', async () => {
    const filled = await changed(blank, (workbook) => {
      workbook.addWorksheet('统计').getCell('A1').value = { formula: "'任务清单'!T5", result: '' };
      workbook.addWorksheet('别的').getCell('A1').value = { formula: '1+1', result: 2 };
    });
    const { diagnostics } = await renewSheet(revised, '白马镇.xlsx', filled);
    expect(diagnostics.map(({ code, args }) => [code, args])).toEqual([
      ['sheet-formulas', { sheets: ['统计'] }],
    ]);
  });

  it('is kept in the file itself where the cover was taken away, for nothing tells what else was changed', async () => {
    const filled = await changed(blank, (workbook) => {
      workbook.removeWorksheet('封面');
    });
    expect((await renewed(revised, filled)).keep).toEqual({
      name: '原件/白马镇.xlsx',
      lost: ['缺了封面的表'],
    });
  });

  it('is kept in the file itself where the printed text was changed', async () => {
    const filled = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      sheet.getRow(5).getCell(column('出处')).value = '见我的笔记';
    });
    const { keep } = await renewed(revised, filled);
    expect(keep).toEqual({
      name: `原件/白马镇（待核对 2025-03-05 ${old.edition}）.xlsx`,
      lost: ['改动过的通知文字（任务清单!Z5）'],
    });
  });
});

describe('any progress', () => {
  const typed: fc.Arbitrary<Exclude<Typed, { status: unknown } | { answer: unknown }>> = fc.oneof(
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => text.trim() !== '' && !text.includes('\uFFFD')),
    fc.constantFrom('=1+1', '+86 23', '-', '@张三', "'引号", '0012', '50%', '2025-06-01', '已完成'),
    fc.integer({ min: 0, max: 99999 }),
    fc.date({ min: new Date('2001-01-01'), max: new Date('2098-01-01'), noInvalidDate: true }).map((day) => ({
      date: day.toISOString().slice(0, 10),
    })),
  );
  const columns = ['责任人', '联系电话', '完成时限', '进展状态', '进展情况', '更新日期', '备注', '自加列'];
  const fills = fc.array(fc.record({ row: fc.nat(95), column: fc.constantFrom(...columns), typed }), {
    minLength: 1,
    maxLength: 30,
  });
  /** A revision: rows left out, put in another order, reworded; where none goes on, it is another notice's sheet. */
  const revision = fc.record({
    order: fc.shuffledSubarray([...old.rows.keys()], { minLength: 1 }),
    reworded: fc.array(
      fc.record({
        row: fc.nat(old.rows.length - 1),
        at: fc.nat(20),
        text: fc.constantFrom('要', '抓紧', '10%'),
      }),
    ),
  });
  const applied = ({
    order,
    reworded,
  }: {
    order: number[];
    reworded: { row: number; at: number; text: string }[];
  }) => {
    const rows = old.rows.map((row) => ({ ...row }));
    for (const { row, at, text } of reworded) {
      const one = rows[row];
      if (one && row !== order[0])
        Object.assign(one, { goal: one.goal.slice(0, at) + text + one.goal.slice(at), id: `T9${row}` });
    }
    return { ...old, rows: order.flatMap((i) => rows[i] ?? []) };
  };
  const textOf = (value: Exclude<Typed, { status: unknown } | { answer: unknown }>) =>
    typeof value === 'object' ? value.date : String(value);

  it('is found in the workbook after any revision, and carrying over again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fills, revision, async (all, change) => {
        const wanted = new Map<string, string>();
        const filled = await changed(blank, (workbook) => {
          const { sheet, column } = tasksIn(workbook);
          const own = sheet.getRow(3).cellCount + 1;
          sheet.getRow(3).getCell(own).value = '自加列';
          for (const { row, column: header, typed: value } of all) {
            const cell = sheet.getRow(row + 4).getCell(column(header) || own);
            cell.value = typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value;
            // Cells that exceljs has read share their styles.
            cell.style = { ...cell.style, numFmt: typeof value === 'object' ? 'yyyy-mm-dd' : 'General' };
            wanted.set(cell.address, textOf(value));
          }
        });
        const sheet = applied(change);
        const once = await renewed(sheet, filled);
        const found = everythingIn(await openWorkbook(once.content as Uint8Array));
        for (const text of wanted.values()) expect(found).toContain(text);
        const twice = await renewed(sheet, once.content as Uint8Array);
        expect(twice.content).toBe(once.content);
        expect(twice.sheet).toEqual(once.sheet);
      }),
      { numRuns: runs(5) },
    );
  });

  // Whatever is read in stretches must not part the two halves of a character, wherever it stands.
  it.each(['', '一'])('keeps rare characters, %j before them', async (before) => {
    const texts = Array.from({ length: 40 }, (_, i) => `${before}${'𠮷'.repeat(500)}${i}`);
    const filled = await changed(blank, (workbook) => {
      const { sheet, column } = tasksIn(workbook);
      for (const [i, text] of texts.entries()) sheet.getRow(i + 4).getCell(column('进展情况')).value = text;
    });
    const once = await renewed({ ...old, rows: old.rows.slice(1) }, filled);
    const found = everythingIn(await openWorkbook(once.content as Uint8Array));
    expect(texts.filter((text) => !found.has(text)).map((text) => texts.indexOf(text))).toEqual([]);
  });

  it('is found in CSV after any revision, and carrying over again changes nothing', async () => {
    const records = parse(sheetToCsv(old), { bom: true }) as string[][];
    await fc.assert(
      fc.asyncProperty(fills, revision, async (all, change) => {
        const cells = records.map((record) => [...record, record === records[0] ? '自加列' : '']);
        const header = cells[0] as string[];
        const wanted = new Set<string>();
        for (const { row, column, typed: value } of all) {
          while (cells.length <= row + 1) cells.push(header.map(() => ''));
          (cells[row + 1] as string[])[header.indexOf(column)] = textOf(value);
        }
        for (const record of cells.slice(1)) {
          for (const column of columns) wanted.add(record[header.indexOf(column)] as string);
        }
        const csv = Buffer.from(stringify(cells, { bom: true, escape_formulas: true }));
        const sheet = applied(change);
        const once = await renewed(sheet, csv, '白马镇.csv');
        const found = new Set((parse(once.content as string, { bom: true }) as string[][]).flat());
        for (const text of wanted) expect([...found]).toContainEqual(expect.stringContaining(text.trim()));
        const twice = await renewed(sheet, Buffer.from(once.content), '白马镇.csv');
        expect(twice.content).toBe(once.content);
      }),
      { numRuns: runs(15) },
    );
  });
});
