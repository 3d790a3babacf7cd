// What the notice leaves open: who is asked what, and what an answer does.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import {
  answersAgainst,
  readReturned,
  renewSheet,
  rollUp,
  type SheetRow,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
} from '../../src/index.js';
import { askedIn, isSurelyOwn, questionCells } from '../../src/sheets/index.js';
import { changed, everythingIn, openWorkbook } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const UNIT = '区水利局';
const sheet = sheetFor(book, UNIT);
const blank = await sheetToXlsx(sheet);

type Sheets = Awaited<ReturnType<typeof openWorkbook>>;

/** Answers in 待确认, by the name of the group or task: 是, 否 … */
const answer =
  (answers: Readonly<Record<string, string>>, note = '') =>
  (workbook: Sheets) => {
    const open = workbook.getWorksheet('待确认');
    const headers = (open?.getRow(3).values ?? []) as string[];
    open?.eachRow((row) => {
      const said = answers[row.getCell(headers.indexOf('任务名称')).text];
      if (said === undefined) return;
      row.getCell(headers.indexOf('是否涉及本单位')).value = said;
      if (note !== '') row.getCell(headers.indexOf('备注')).value = note;
    });
  };

const renewed = async (bytes: Uint8Array) => {
  const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, bytes);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return { ...value, diagnostics };
};

const refs = (rows: readonly SheetRow[]) =>
  rows.map(({ category, number }) => `${category.number}-${number}`);

describe('a bureau that the notice names nine times', () => {
  it('has its nine tasks, and a handful of questions', () => {
    expect(refs(sheet.rows.filter(isSurelyOwn))).toEqual([
      '三-16',
      '四-11',
      '五-11',
      '五-12',
      '三-2',
      '四-7',
      '四-8',
      '四-13',
      '四-36',
    ]);
    // Read off the notice: which rows 区安委会成员单位 and the others stand in, without those that name the bureau.
    expect(sheet.questions.map(({ group, rows }) => [group, rows.length])).toEqual([
      ['区安委会成员单位', 41],
      ['区防减救灾委成员单位', 27],
      ['区消安委成员单位', 12],
    ]);
    const { rows, open } = askedIn(sheet);
    expect(open).toBe(85);
    // What hangs on none of them is asked by itself.
    const openTo = new Set(rows.flatMap(({ duties }) => duties.flatMap(({ via = [] }) => via)));
    expect([...openTo].sort()).toEqual(
      [
        '区级有关行业部门',
        '区级有关部门和单位',
        '各行业主管部门',
        '等单位',
        '等社会应急力量业务管理部门',
      ].sort(),
    );
    expect(rows).toHaveLength(31);
  });

  it('is asked of a group with the notice’s numbers of what hangs on it, and with names where these are few', () => {
    const goals = sheet.questions.map((question) => questionCells(question, sheet.rows).goal);
    expect(goals[2]).toBe(
      '本单位是不是“区消安委成员单位”？答“是”，通知里这 12 项都是本单位的任务：\n四-2、3、5、12、14、48、51、54；六-1—3、14',
    );
    const [first, second, third] = sheet.rows.filter(({ category, number }) =>
      ['四-31', '四-32', '六-14'].includes(`${category.number}-${number}`),
    );
    const few = {
      group: '某委',
      rows: [first, second, third].map((row) => row?.id ?? ''),
      filled: {},
      own: {},
      notes: [],
    };
    const via = (row: SheetRow | undefined) =>
      row
        ? [{ ...row, duties: [{ role: 'responsible' as const, degree: 'possible' as const, via: ['某委'] }] }]
        : [];
    expect(questionCells(few, [first, second, third].flatMap(via)).goal).toBe(
      '本单位是不是“某委”？答“是”，通知里这 3 项都是本单位的任务：\n四-31、32 抓好应急预案修编和演练；六-14 “高楼消防”',
    );
  });

  it('says every group through which a task comes, whole', () => {
    const row = sheet.rows.find(({ category, number }) => category.number === '四' && number === '5');
    expect(row?.duties).toEqual([
      {
        role: 'responsible',
        degree: 'possible',
        via: ['区安委会成员单位', '区防减救灾委成员单位', '区消安委成员单位'],
      },
    ]);
  });
});

describe('an answer', () => {
  it('是 makes all that hangs on the group the unit’s own, marked, and is not lost', async () => {
    const {
      sheet: next,
      content,
      keep,
      diagnostics,
    } = await renewed(await changed(blank, answer({ 区消安委成员单位: '是' }, '见区消安委〔2024〕1号')));
    expect([keep, diagnostics]).toEqual([undefined, []]);
    const confirmed = next.rows.filter(({ part }) => part === 'confirmed');
    // The twelve rows of the notice that name 区消安委成员单位.
    expect(confirmed).toHaveLength(12);
    expect(confirmed[0]?.duties).toEqual([
      { role: 'responsible', degree: 'member', via: ['区消安委成员单位'], confirmed: true },
    ]);
    expect(next.rows.every(({ change }) => change === null)).toBe(true);
    expect(askedIn(next).open).toBe(85 - 12);
    expect(next.questions.at(-1)).toMatchObject({
      group: '区消安委成员单位',
      filled: { answer: { answer: 'yes' }, note: '见区消安委〔2024〕1号' },
    });
    const all = [...everythingIn(await openWorkbook(content as Uint8Array))];
    expect(all).toContain('责任（区消安委成员单位，本单位确认）');
    expect(all).toContain('见区消安委〔2024〕1号');
    expect(all.some((text) => text.startsWith('应办 21 项（牵头 4，责任 5，本单位确认 12）'))).toBe(true);
    // Once more, and nothing moves; the notice's records know nothing of it.
    const twice = await renewed(content as Uint8Array);
    expect(twice.content).toBe(content);
    expect(twice.sheet).toEqual(next);
    expect(sheetFor(book, UNIT)).toEqual(sheet);
  });

  it('否 leaves what hangs on other groups too open, and all else as it was', async () => {
    const { sheet: next } = await renewed(await changed(blank, answer({ 区消安委成员单位: '不是' })));
    expect(next.rows.filter(isSurelyOwn)).toHaveLength(9);
    // 六-1, 六-2, 六-3 and 六-14 name no other group.
    expect(askedIn(next).open).toBe(85 - 4);
    expect(next.questions.at(-1)?.filled).toEqual({ answer: { answer: 'no' } });
  });

  it('to one task is about that task; 不清楚 stays open', async () => {
    const { sheet: next } = await renewed(
      await changed(blank, answer({ 交通运输领域: '是', 燃气领域: '否', 危险化学品领域: '不清楚' })),
    );
    expect(refs(next.rows.filter(({ part }) => part === 'confirmed'))).toEqual(['三-1']);
    expect(askedIn(next).open).toBe(83);
    const { sheet: later } = await renewed(
      await changed(await sheetToXlsx(next), answer({ 危险化学品领域: '√' })),
    );
    expect(refs(later.rows.filter(({ part }) => part === 'confirmed'))).toEqual(['三-1', '三-4']);
  });

  it('taken back takes the tasks back, with what was filled in meanwhile', async () => {
    const { content } = await renewed(await changed(blank, answer({ 区消安委成员单位: '是' })));
    const worked = await changed(content as Uint8Array, (workbook) => {
      const tasks = workbook.getWorksheet('任务清单');
      const headers = (tasks?.getRow(3).values ?? []) as string[];
      const row = tasks?.getRow(3 + 9 + 1);
      if (row) row.getCell(headers.indexOf('进展情况')).value = '已经开过会';
      answer({ 区消安委成员单位: '否' })(workbook);
    });
    const { sheet: next, content: after } = await renewed(worked);
    expect(next.rows.filter(isSurelyOwn)).toHaveLength(9);
    expect(next.rows.filter(({ change }) => change !== null)).toEqual([]);
    expect([...everythingIn(await openWorkbook(after as Uint8Array))]).toContain('已经开过会');
  });

  it('counts in the roll-up: what was confirmed is to be done, what is open is counted apart', async () => {
    const file = await changed(
      blank,
      answer({ 区消安委成员单位: '是', 交通运输领域: '否', 燃气领域: '也许' }),
    );
    const { collected } = await readReturned(file, `${UNIT}.xlsx`);
    const all = rollUp(book, collected);
    expect(all.units.find(({ unit }) => unit === UNIT)).toMatchObject({ tasks: 21, silent: 21, open: 72 });
    expect(
      all.answers.map(({ unit, asked, task, answer: said }) => [unit, asked, task === null, said]),
    ).toEqual([
      [UNIT, '区消安委成员单位', true, 'yes'],
      [UNIT, '交通运输领域', false, 'no'],
    ]);
    expect(all.problems).toMatchObject([{ code: 'return-answer', args: { asked: '三-3 燃气领域' } }]);
    // The same from the sheet in which the answer has been taken over.
    const later = await renewed(file);
    const again = await readReturned(later.content as Uint8Array, `${UNIT}.xlsx`);
    const both = rollUp(book, [...again.collected]);
    expect(both.units.find(({ unit }) => unit === UNIT)).toMatchObject({ tasks: 21, silent: 21, open: 72 });
    expect(both.problems).toMatchObject([{ code: 'return-answer', args: { asked: '三-3 燃气领域' } }]);
  });

  it('that differs between two files of a unit is told', async () => {
    const of = async (said: string, name: string) =>
      (await readReturned(await changed(blank, answer({ 区安委会成员单位: said })), name)).collected;
    const all = rollUp(book, [...(await of('是', '区水利局.xlsx')), ...(await of('否', '区水利局(1).xlsx'))]);
    expect(all.problems.map(({ code }) => code)).toEqual(['return-twice', 'return-answers-differ']);
  });

  it('is told where a unit is a member of a body and refuses a task that the body has', async () => {
    const [hanging = ''] = sheet.questions.find(({ group }) => group === '区消安委成员单位')?.rows ?? [];
    const { name = '' } = sheet.rows.find(({ id }) => id === hanging) ?? {};
    const at = { file: `${UNIT}.xlsx` };
    const said = (asked: string, task: string | null, each: 'yes' | 'no') => ({
      unit: UNIT as string,
      asked,
      task,
      answer: each,
      note: '',
      at,
    });
    const told = (...answers: ReturnType<typeof said>[]) =>
      answersAgainst(book, answers).map(({ code, args }) => [code, args]);
    const [group, refused] = [said('区消安委成员单位', null, 'yes'), said(name, hanging, 'no')];
    const word = ['return-answer-against', { unit: UNIT, groups: ['区消安委成员单位'], tasks: [name] }];
    expect(told(group, refused)).toEqual([word]);
    expect(told(refused, group)).toEqual([word]);
    // Another body, another answer, or another unit's is no contradiction; the later answer counts.
    expect(told(said('区防减救灾委成员单位', null, 'no'), refused)).toEqual([]);
    expect(told({ ...group, unit: '区民政局' }, refused)).toEqual([]);
    expect(told(group, refused, said('区消安委成员单位', null, 'no'))).toEqual([]);
    // What came back in one file.
    const rows: Record<string, string>[] = parse(sheetToCsv(sheet), { columns: true, bom: true });
    for (const row of rows) {
      if (row['任务名称'] === '区消安委成员单位') row['是否涉及本单位'] = '是';
      if (row['编号'] === hanging) row['是否涉及本单位'] = '否';
    }
    const { collected } = await readReturned(
      new TextEncoder().encode(stringify(rows, { header: true })),
      `${UNIT}.csv`,
    );
    expect(rollUp(book, collected).problems.map(({ code }) => code)).toEqual(['return-answer-against']);
  });
});
