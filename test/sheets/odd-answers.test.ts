// 待确认 as people treat it: answered in other words, sorted, cut, copied, renamed, contradicted.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReturned, renewSheet, rollUp, sheetFor, sheetToXlsx } from '../../src/index.js';
import { answerOf, askedIn, isSurelyOwn } from '../../src/sheets/index.js';
import { changed, everythingIn, openWorkbook } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();
const UNIT = '区水利局';
const GROUP = '区消安委成员单位';
const sheet = sheetFor(book, UNIT);
const blank = await sheetToXlsx(sheet);

type Sheets = Awaited<ReturnType<typeof openWorkbook>>;

/** The columns of 待确认, and its rows below the header. */
const openIn = (workbook: Sheets, name = '待确认') => {
  const open = workbook.getWorksheet(name);
  if (!open) throw new Error(`no ${name}`);
  const headers = (open.getRow(3).values ?? []) as string[];
  const at = (header: string) => headers.indexOf(header);
  const rows = Array.from({ length: open.rowCount - 3 }, (_, i) => open.getRow(i + 4));
  const of = (task: string) => {
    const row = rows.find((each) => each.getCell(at('任务名称')).text === task);
    if (!row) throw new Error(`no row of ${task}`);
    return row;
  };
  return { open, at, rows, of };
};

const answered = (said: Readonly<Record<string, string | number | boolean>>) => (workbook: Sheets) => {
  const { at, of } = openIn(workbook);
  for (const [task, answer] of Object.entries(said)) of(task).getCell(at('是否涉及本单位')).value = answer;
};

const renewed = async (bytes: Uint8Array) => {
  const { value, diagnostics } = await renewSheet(sheet, `${UNIT}.xlsx`, bytes);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const question = value.sheet.questions.find(({ group }) => group === GROUP);
  return {
    ...value,
    diagnostics,
    sure: value.sheet.rows.filter(isSurelyOwn).length,
    open: askedIn(value.sheet).open,
    answer: question && answerOf(question),
    changes: value.sheet.rows.filter(({ change }) => change !== null).length,
  };
};

/** What 是 and 否 to GROUP come to; twelve rows hang on it, four of them on nothing else. */
const YES = { sure: 9 + 12, open: 85 - 12, answer: 'yes', changes: 0 };
const NO = { sure: 9, open: 85 - 4, answer: 'no', changes: 0 };
const NONE = { sure: 9, open: 85, answer: undefined, changes: 0 };

describe('an answer in other words', () => {
  it.each(['是', ' 是', '是的', '√', '✓', 'Y', 'ｙ', true])('%s is 是', async (said) => {
    expect(await renewed(await changed(blank, answered({ [GROUP]: said })))).toMatchObject(YES);
  });

  it.each(['否', '不是', '×', 'x', 'N', '不涉及', false])('%s is 否', async (said) => {
    expect(await renewed(await changed(blank, answered({ [GROUP]: said })))).toMatchObject(NO);
  });

  it.each(['是也不是', '看情况', 1, '１'])('%s is none: it is kept as it is, and told', async (said) => {
    const bytes = await changed(blank, answered({ [GROUP]: said }));
    const { content, ...rest } = await renewed(bytes);
    expect(rest).toMatchObject(NONE);
    expect([...everythingIn(await openWorkbook(content as Uint8Array))]).toContain(String(said));
    const { collected } = await readReturned(bytes, `${UNIT}.xlsx`);
    const { at, of } = openIn(await openWorkbook(bytes));
    const place = {
      file: `${UNIT}.xlsx`,
      sheet: '待确认',
      address: of(GROUP).getCell(at('是否涉及本单位')).address,
    };
    const told = [rollUp(book, collected).problems, rest.diagnostics];
    for (const all of told)
      expect(all).toMatchObject([{ code: 'return-answer', at: place, args: { asked: GROUP } }]);
  });
});

describe('待确认', () => {
  it('sorted by the answers says the same', async () => {
    const bytes = await changed(blank, (workbook) => {
      answered({ [GROUP]: '是' })(workbook);
      const { rows } = openIn(workbook);
      const values = rows.map((row) => row.values);
      for (const [i, row] of rows.entries()) row.values = values[(i + 7) % values.length] ?? [];
    });
    expect(await renewed(bytes)).toMatchObject(YES);
  });

  it('without one of its groups asks it again, and calls nothing new', async () => {
    const bytes = await changed(blank, (workbook) => {
      answered({ [GROUP]: '否' })(workbook);
      const { open, of } = openIn(workbook);
      open.spliceRows(of('区安委会成员单位').number, 1);
    });
    const { sheet: next, ...rest } = await renewed(bytes);
    expect(rest).toMatchObject(NO);
    expect(next.questions.map(({ group }) => group)).toContain('区安委会成员单位');
  });

  it('taken away whole is there again, and nothing is called new', async () => {
    const bytes = await changed(blank, (workbook) => workbook.removeWorksheet('待确认'));
    expect(await renewed(bytes)).toMatchObject(NONE);
  });

  it('that was renamed is the same', async () => {
    const bytes = await changed(blank, (workbook) => {
      answered({ [GROUP]: '是' })(workbook);
      openIn(workbook).open.name = '待确认（已答）';
    });
    const { content, ...rest } = await renewed(bytes);
    expect(rest).toMatchObject(YES);
    const names = (await openWorkbook(content as Uint8Array)).worksheets.map(({ name }) => name);
    expect(names).toEqual(['封面', '任务清单', '待确认', '正文']);
  });

  it('answered in a copy beside the first has the answers of the copy', async () => {
    const bytes = await changed(blank, (workbook) => {
      const { open } = openIn(workbook);
      const copy = workbook.addWorksheet('待确认 (2)');
      const { id } = copy;
      copy.model = { ...open.model, id, name: '待确认 (2)' };
      const { at, of } = openIn(workbook, '待确认 (2)');
      of(GROUP).getCell(at('是否涉及本单位')).value = '是';
    });
    expect(await renewed(bytes)).toMatchObject(YES);
  });

  it('in which only the names were sorted has each answer at the group whose tasks stand beside it, and is kept', async () => {
    const bytes = await changed(blank, (workbook) => {
      answered({ [GROUP]: '是' })(workbook);
      const { at, of, rows } = openIn(workbook);
      const name = of(GROUP).getCell(at('任务名称'));
      const other = rows.at(-1)?.getCell(at('任务名称'));
      if (!other) throw new Error('no row');
      [name.value, other.value] = [other.value, name.value];
    });
    const { keep, ...rest } = await renewed(bytes);
    expect(rest.answer).toBe('yes');
    expect(keep?.lost).toEqual(['改动过的通知文字（待确认!A37）']);
  });
});

describe('a sheet that LibreOffice saved', () => {
  // Filled in with openpyxl: 是 to 区消安委成员单位, 不是 with a remark to 区安委会成员单位, progress of the first task.
  const FILE = new URL('../../fixtures/wulong-2025-1/returned/answered.xlsx', import.meta.url);

  it('has its answers carried over, and nothing of it need be kept', async () => {
    const { keep, content, diagnostics, ...rest } = await renewed(readFileSync(FILE));
    // 不是 is read as 否, and told.
    expect([keep, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['return-said']]);
    expect(rest).toMatchObject({ sure: 9 + 12, answer: 'yes', changes: 0 });
    const found = [...everythingIn(await openWorkbook(content as Uint8Array))];
    expect(found).toEqual(expect.arrayContaining(['已退出', '已办3处']));
    const said = rest.sheet.questions.map((question) => answerOf(question));
    expect(said).toEqual(['no', undefined, 'yes']);
  });
});

describe('answers that say different things', () => {
  it('是 to a task and 否 to its group: the task is the unit’s', async () => {
    const [single] = askedIn(sheet).rows;
    const groups = Object.fromEntries(sheet.questions.map(({ group }) => [group, '否']));
    const bytes = await changed(blank, answered({ ...groups, [single?.name ?? '']: '是' }));
    const { sheet: next } = await renewed(bytes);
    expect(next.rows.filter(isSurelyOwn)).toHaveLength(9 + 1);
  });

  it('是 to a group, and 否 to it in the next sheet: what was filled in meanwhile stays in view', async () => {
    const first = await renewed(await changed(blank, answered({ [GROUP]: '是' })));
    const bytes = await changed(first.content as Uint8Array, (workbook) => {
      answered({ [GROUP]: '否' })(workbook);
      const tasks = workbook.getWorksheet('任务清单');
      const headers = (tasks?.getRow(3).values ?? []) as string[];
      tasks?.eachRow((row) => {
        if (row.getCell(headers.indexOf('类型')).text === '本单位确认')
          row.getCell(headers.indexOf('进展情况')).value = `办了${row.number}`;
      });
    });
    const { content, sure } = await renewed(bytes);
    expect(sure).toBe(9);
    const found = [...everythingIn(await openWorkbook(content as Uint8Array))];
    expect(found.filter((text) => /^办了\d+$/.test(text))).toHaveLength(12);
  });

  it('of two units about their own membership are no contradiction', async () => {
    const other = '区林业局';
    const all = await Promise.all(
      [UNIT, other].map(async (unit, i) => {
        const bytes = await changed(
          await sheetToXlsx(sheetFor(book, unit)),
          answered({ [GROUP]: i ? '否' : '是' }),
        );
        return (await readReturned(bytes, `${unit}.xlsx`)).collected;
      }),
    );
    const { answers, problems } = rollUp(book, all.flat());
    expect(answers.map(({ unit, answer }) => [unit, answer])).toEqual([
      [UNIT, 'yes'],
      [other, 'no'],
    ]);
    expect(problems).toEqual([]);
  });
});
