// Who speaks for a task: its lead by name, the host of an office that leads, the known members of a body that leads;
// nobody else. And that what is late and left blank is told as both.
import { describe, expect, it } from 'vitest';
import { taskProgress } from '../../src/collect/index.js';
import {
  papersOf,
  type RollUp,
  readReturned,
  rollUp,
  rollUpToXlsx,
  sheetFor,
  sheetToCsv,
} from '../../src/index.js';
import { filledBlocks } from '../../src/write/papers/filled.js';
import { openWorkbook } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();

type Words = '已完成' | '推进中' | '未启动';
const STATUS = { 已完成: 'done', 推进中: 'going', 未启动: 'idle' } as const;

/** What units report, by the number of the table and of the row; a unit with nothing hands in a blank sheet. */
async function rolledUp(said: Record<string, Record<string, Words>>, on: string | null): Promise<RollUp> {
  const all = await Promise.all(
    Object.entries(said).map(async ([unit, tasks]) => {
      const sheet = sheetFor(book, unit);
      const rows = sheet.rows.map((row) => {
        const words = tasks[`${row.category.number}-${row.number}`];
        return words ? { ...row, filled: { status: { status: STATUS[words] } } } : row;
      });
      return (await readReturned(Buffer.from(sheetToCsv({ ...sheet, rows })), `${unit}.csv`)).collected;
    }),
  );
  return rollUp(book, all.flat(), on);
}

const progressOf = (all: RollUp, ref: string) => {
  const [table, number] = ref.split('-');
  const found = taskProgress(all).find(
    ({ task }) => task.category.number === table && task.number === number,
  );
  if (!found) throw new Error(ref);
  return found;
};

describe('a task that an office leads', () => {
  it('is as far as the unit says that hosts the office', async () => {
    const all = await rolledUp({ 区应急管理局: { '一-1': '已完成' }, 白马镇: { '一-1': '推进中' } }, null);
    const { state, leads } = progressOf(all, '一-1');
    expect(state).toBe('done');
    expect(leads.map(({ standing }) => [standing.unit, standing.leadsAs])).toEqual([
      ['区应急管理局', { by: 'office', name: '区安委办' }],
    ]);
    const row = (await openWorkbook(await rollUpToXlsx(all))).getWorksheet('逐项')?.getRow(4).values;
    expect(row).toEqual(expect.arrayContaining(['一-1', '区安委办（区应急管理局）：已完成']));
  });

  it('is not as far as anybody else says while its host says nothing', async () => {
    const all = await rolledUp({ 区应急管理局: {}, 白马镇: { '一-2': '推进中' } }, null);
    expect(progressOf(all, '一-2').state).toBe('silent');
  });
});

describe('a task that a body leads', () => {
  it('is led by the members that are known, beside who is named', async () => {
    const all = await rolledUp({ 白马镇: { '四-35': '推进中' } }, null);
    const { state, leads } = progressOf(all, '四-35');
    const townships = leads.filter(({ standing }) => standing.leadsAs?.by === 'group');
    expect(townships).toHaveLength(26);
    expect(leads.map(({ standing }) => standing.unit)).toContain('区应急管理局');
    expect(state).toBe('going');
  });

  it('of which nobody knows the members has nobody speak for it', async () => {
    const all = await rolledUp({ 白马镇: { '四-43': '推进中' } }, null);
    const { state, leads, task } = progressOf(all, '四-43');
    expect([state, leads]).toEqual(['silent', []]);
    expect(task.lead).toBe('区安委会成员单位，区防减救灾委成员单位');
    const words = JSON.stringify(
      (await openWorkbook(await rollUpToXlsx(all))).getWorksheet('逐项')?.getSheetValues(),
    );
    expect(words).toContain('区防减救灾委成员单位：没有单位代它填报');
  });
});

describe('what is late and left blank', () => {
  it('is told as both, and the day that the notice does not say is marked', async () => {
    const all = await rolledUp({ 区水利局: {} }, '2026-01-31');
    const [unit] = all.units.filter(({ unit: name }) => name === '区水利局');
    expect(unit).toMatchObject({ tasks: 9, late: 9, blank: 9, silent: 0 });
    const [paper] = papersOf(all).filter(({ name }) => name === '督办单-区水利局.docx');
    const blocks = paper ? filledBlocks(paper.blocks, paper.slots) : [];
    const texts = blocks.flatMap((block) => (block.is === 'table' ? [] : [block.text])).join('\n');
    expect(texts).toContain('滞后9项（其中没有填9项），完成率0%');
    const days = blocks.flatMap((block) => (block.is === 'table' ? block.rows.map((row) => row[2]) : []));
    expect(days).toContain('2025-12-31（推定）');
  });

  it('has no share where a unit has handed in nothing, in the workbook as in the papers', async () => {
    const all = await rolledUp({ 区水利局: {} }, '2026-01-31');
    const sheet = (await openWorkbook(await rollUpToXlsx(all))).getWorksheet('总览');
    const headers = sheet?.getRow(3).values ?? [];
    const at = Array.isArray(headers) ? headers.indexOf('完成率') : 0;
    const shareOf = (name: string) =>
      sheet
        ?.getRows(4, sheet.rowCount - 3)
        ?.find((row) => row.getCell(2).value === name)
        ?.getCell(at).value;
    expect([shareOf('区水利局'), shareOf('区教委')]).toEqual([0, null]);
  });
});
