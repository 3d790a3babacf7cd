// Sheets that were filled in under the layout of an earlier version: each goes on whole under this one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseNotice, readReturned, renewSheet, rollUp, type SheetRow, sheetFor } from '../../src/index.js';
import { everythingIn, openWorkbook, tasksIn } from '../support/returned.js';
import { seedBook } from '../support/seed.js';

const FOLDER = new URL('../../fixtures/wulong-2025-1/returned/former/', import.meta.url);
const book = await seedBook();
const sheet = sheetFor(book, '区水利局');
const read = (name: string) => readFileSync(new URL(name, FOLDER));

/** What was typed into 区水利局.xlsx, row by row of the layout of then; the rest of each row was empty. */
const SURE = Array.from({ length: 9 }, (_, i) => [
  `水利${i + 1}`,
  `1380000000${i + 1}`,
  `第${i + 1}项已办${i + 1}处`,
]);
const ELSEWHERE = [
  '不涉及我局',
  '已经参加会商',
  '水利十一',
  '我局牵头不妥，请区安委办明确',
  '水利九十四',
  '年底前',
  '水旱科',
  '办公室',
  '批注：码头不归我局',
  '填报人：水利甲',
  '区里口头交办的事',
  '水利乙',
  '六月例会',
  '水局长',
  '水科员',
  '023-77777777',
];

describe.each(['区水利局.xlsx', 'libreoffice.xlsx'])('%s', (name) => {
  const file = read(name);

  it('is as it was printed, of the current edition, and nobody’s copy need be kept', async () => {
    const { collected } = await readReturned(file, '区水利局.xlsx');
    const { problems, files } = rollUp(book, collected);
    expect(files.map(({ unit, edition }) => [unit, edition])).toEqual([['区水利局', 'current']]);
    // 办结 and 进行中 are typed in it, and what is of no task.
    expect(problems.map(({ code }) => code)).toEqual([
      'return-said',
      'return-date',
      'return-words-elsewhere',
      'return-astray',
    ]);
    const { value, diagnostics } = await renewSheet(sheet, '区水利局.xlsx', file);
    expect([value?.keep, diagnostics.map(({ code }) => code)]).toEqual([
      undefined,
      ['return-said', 'return-date'],
    ]);
  });

  it('has everything that was typed in the new one, and once more changes nothing', async () => {
    const once = (await renewSheet(sheet, '区水利局.xlsx', file)).value;
    const found = everythingIn(await openWorkbook(once?.content as Uint8Array));
    const all = [...found].join('\n');
    for (const text of [...SURE.flat(), ...ELSEWHERE]) expect(all).toContain(text);
    const noted = once?.sheet.rows.flatMap(({ notes }) => notes.map(({ text }) => text));
    expect(noted).toEqual(['批注：码头不归我局', '批注：待核']);
    const rows = once?.sheet.rows ?? [];
    expect(rows.slice(0, 9).map(({ filled }) => [filled.person, filled.phone, filled.progress])).toEqual(
      SURE,
    );
    expect(rows.every(({ change }) => change === null)).toBe(true);
    const states = rows.slice(0, 6).map(({ filled }) => filled.status);
    // 进行中 and 办结 are other words for what the list has.
    expect(states).toEqual(['done', 'going', 'going', 'late', 'idle', 'done'].map((status) => ({ status })));
    const twice = (await renewSheet(sheet, '区水利局.xlsx', once?.content as Uint8Array)).value;
    expect(twice?.content).toBe(once?.content);
    expect(twice?.keep).toBeUndefined();
  });

  it('what was written where the notice leaves it open is asked one by one, with what was written', async () => {
    const { value } = await renewSheet(sheet, '区水利局.xlsx', file);
    const workbook = await openWorkbook(value?.content as Uint8Array);
    expect(tasksIn(workbook).rows()).toHaveLength(9 + 2);
    const open = workbook.getWorksheet('待确认');
    const texts = new Set<string>();
    open?.eachRow((row) => row.eachCell((cell) => texts.add(cell.text)));
    for (const text of [
      '不涉及我局',
      '已经参加会商',
      '水利十一',
      '我局牵头不妥，请区安委办明确',
      '水利九十四',
      '办公室',
    ])
      expect(texts).toContain(text);
  });
});

describe('区水利局.csv', () => {
  it('goes on whole, though it knows no answers yet', async () => {
    const { value } = await renewSheet(sheet, '区水利局.csv', read('区水利局.csv'));
    expect(value?.keep).toBeUndefined();
    const typed = (row: SheetRow) => [
      row.filled.person,
      row.filled.progress,
      row.filled.note,
      row.own['科室'],
    ];
    expect(value?.sheet.rows.map(typed)).toEqual(
      sheet.rows.map((_, i) => [`水利${i + 1}`, `进展${i + 1}`, `备注${i + 1}`, `科${i + 1}`]),
    );
  });
});

describe('白马镇.xlsx, filled in before a revision and after it', () => {
  it('keeps its marks and what was taken out', async () => {
    const revised = readFileSync(new URL('../../revised.txt', FOLDER));
    const { value: later } = await parseNotice(revised, { name: 'notice.txt' });
    if (!later) throw new Error('the revision cannot be read');
    const next = await renewSheet(sheetFor(later, '白马镇'), '白马镇.xlsx', read('白马镇.xlsx'));
    const { sheet: town, keep } = next.value ?? {};
    expect(keep).toBeUndefined();
    expect(town?.kept.map(({ part, cells }) => [part, cells.name])).toEqual([
      ['cancelled', '粮食储备领域'],
      ['cancelled', '特种设备在线'],
    ]);
    expect(town?.rows.filter(({ change }) => change?.kind === 'added')).toHaveLength(4);
    expect(town?.rows.filter(({ change }) => change?.kind === 'changed')).toHaveLength(6);
    const all = [...everythingIn(await openWorkbook(next.value?.content as Uint8Array))].join('\n');
    for (let i = 1; i <= 84; i += 2) expect(all).toContain(`白马进展${i}`);
    for (const text of ['修订后白马2', '白马备注82', '白马备注83', '白马备注84', '2025-09-30'])
      expect(all).toContain(text);
  });
});

describe.each(['区水利局.xlsx', 'libreoffice.xlsx', '区水利局.csv'])(
  'asked/%s, answered while each question had all its tasks by name',
  (name) => {
    it('has each answer and what was written beside it, and once more changes nothing', async () => {
      const as = name.endsWith('.csv') ? '区水利局.csv' : '区水利局.xlsx';
      const { value, diagnostics } = await renewSheet(sheet, as, read(`asked/${name}`));
      expect([value?.keep, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['return-answer']]);
      const { questions = [], rows = [] } = value?.sheet ?? {};
      expect(questions.map(({ group, filled }) => [group, filled])).toEqual([
        ['区安委会成员单位', { answer: { answer: 'unsure' }, note: '已问区安委办' }],
        ['区防减救灾委成员单位', { answer: { answer: 'no' } }],
        ['区消安委成员单位', { answer: { answer: 'yes' }, note: '见区消安委〔2024〕1号' }],
      ]);
      const single = rows.filter(({ filled }) => filled.answer !== undefined);
      expect(single.map((row) => [row.name, row.filled.answer, row.filled.note])).toEqual([
        ['交通运输领域', { answer: 'yes' }, '码头归我局'],
        ['燃气领域', { answer: 'no' }, undefined],
        ['内涝治理领域', '也许', '与住建委商量'],
      ]);
      // The twelve rows that name 区消安委成员单位, and the one that was answered by itself.
      expect(rows.filter(({ part }) => part === 'confirmed')).toHaveLength(12 + 1);
      expect(rows.every(({ change }) => change === null)).toBe(true);
      const bytes = await new Response(value?.content as BodyInit).bytes();
      const twice = (await renewSheet(sheet, as, bytes)).value;
      expect(twice?.content).toEqual(value?.content);
    });
  },
);
