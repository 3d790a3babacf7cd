// Whatever was read keeps its place to the end: what stands there is what was read.
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import Excel from 'exceljs';
import { describe, expect, it } from 'vitest';
import {
  checkBook,
  DELIVERABLE_KINDS,
  type Place,
  parseNotice,
  placeText,
  readDocument,
} from '../src/index.js';
import { CASES } from './support/cases.js';
import { SEED } from './support/seed.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);

/** The notices of all cases, and those that have tables of other shapes. */
const NOTICES = [
  ...CASES.map((name) => {
    const input = readdirSync(new URL(name, FIXTURES)).find((file) => file.startsWith('input.'));
    return [name, input ? new URL(`${name}/${input}`, FIXTURES) : SEED] as const;
  }),
  ...readdirSync(new URL('tables/', FIXTURES))
    .filter((file) => !/\.tsv$|^README/.test(file))
    .map((file) => [file, new URL(`tables/${file}`, FIXTURES)] as const),
];

/** What must come out goes by its name, and stands where the text says that it is to be made. */
const isDeliverable = (kind: unknown) => DELIVERABLE_KINDS.some((each) => each === kind);

/** Everything in a record that has a text and a place. */
function* passagesIn(value: unknown): Generator<{ readonly text: string; readonly at: Place }> {
  if (typeof value !== 'object' || value === null) return;
  const { text, at, kind } = value as {
    readonly text?: unknown;
    readonly at?: Place;
    readonly kind?: unknown;
  };
  if (typeof text === 'string' && at && !isDeliverable(kind)) yield { text, at };
  for (const own of Object.values(value)) yield* passagesIn(own);
}

/** What is said of an empty cell. */
const OF_NOTHING = ['name-inferred', 'lead-inferred', 'lead-missing', 'responsible-empty', 'goal-missing'];

const bare = (text: string) => text.replace(/\s/g, '');

describe.each(NOTICES)('%s', async (_, url) => {
  const bytes = readFileSync(url);
  const options = { name: `notice${extname(url.pathname)}` };
  const { value: book } = await parseNotice(bytes, options);
  const { value: document } = await readDocument(bytes, options);
  if (!book || !document) throw new Error('a fixture that cannot be read');
  const source = document.text;
  const lines = source.split('\n');
  const printedAt = (at: Place) => (at.spans ?? []).map((span) => source.slice(...span)).join('');

  it('has at every place the text that was read there', () => {
    const passages = Array.from(passagesIn({ ...book, diagnostics: [] })).filter(({ text }) => text !== '');
    expect(passages.length).toBeGreaterThan(10);
    expect(passages.map(({ at }) => bare(printedAt(at)))).toEqual(passages.map(({ text }) => bare(text)));
  });

  it('has the line and column at which the first of it stands', () => {
    for (const { at } of passagesIn(book)) {
      if (!('line' in at) || !at.spans?.[0]) continue;
      const [start] = at.spans[0];
      const before = lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
      expect(before + at.column - 1).toBe(start);
    }
  });

  it('has every finding where its words stand', () => {
    const findings = checkBook(book).filter(({ code }) => !OF_NOTHING.includes(code));
    for (const { at } of findings) expect(at?.spans?.length).toBeGreaterThan(0);
  });
});

/** Reads a notice with one table in Markdown. */
async function readTable(...rows: string[]) {
  const lines = [
    '某府发〔2026〕1号',
    '',
    '关于2026年工作的通知',
    '',
    '各单位：',
    '',
    '请办好。',
    '',
    '2026年1月2日',
    '',
  ];
  const text = [...lines, '附件', '', '任务表', '', ...rows].join('\n');
  const { value, diagnostics } = await parseNotice(new TextEncoder().encode(text), { name: 'a.md' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return {
    book: value,
    printed: (at: Place | undefined) => at?.spans?.map((span) => text.slice(...span)).join(''),
  };
}

describe('a place', () => {
  it('is of the column that a figure stands in, where goals have two and both say the same', async () => {
    const { book, printed } = await readTable(
      '| 任务 | 工作目标 | 年度目标 | 牵头单位 |',
      '|---|---|---|---|',
      '| 甲事 | 覆盖率90% | 覆盖率90% | 某局 |',
    );
    const [first, second] = book.tasks[0]?.indicators ?? [];
    const [, first$, second$] = book.tasks[0]?.cells ?? [];
    expect([printed(first?.at), printed(second?.at)]).toEqual(['90%', '90%']);
    expect(first?.at.spans?.[0]?.[0]).toBeLessThan(first$?.at.spans?.[0]?.[1] ?? 0);
    expect(second?.at.spans?.[0]?.[0]).toBeGreaterThan(second$?.at.spans?.[0]?.[0] ?? Infinity);
  });

  it('counts the marks of Markdown that stand before it', async () => {
    const { book, printed } = await readTable(
      '| 任务 | 工作目标 | 牵头单位 |',
      '|---|---|---|',
      '| 甲事 | **完成**道路**整治**（含桥梁 | 某局 |',
    );
    const found = checkBook(book).find(({ code }) => code === 'brackets-unbalanced');
    expect(printed(found?.at)).toBe('（');
    expect(found?.at).toMatchObject({ line: 17, column: '| 甲事 | **完成**道路**整治**'.length + 1 });
  });

  /** Reads a notice on a page, or a sheet of a workbook, and tells where each figure stands. */
  const places = async (bytes: Uint8Array, name: string) => {
    const { value, diagnostics } = await parseNotice(bytes, { name });
    if (!value) throw new Error(JSON.stringify(diagnostics));
    return value.tasks.flatMap(({ indicators }) =>
      indicators.map(({ text, at }) => `${text} ${placeText(at)}`),
    );
  };
  const page = (...rows: string[]) => {
    const head = [
      '某府发〔2026〕1号',
      '关于2026年工作的通知',
      '各单位：',
      '请办好。',
      '2026年1月2日',
      '附件',
      '任务表',
    ];
    const body = [
      ...head.map((line) => `<p>${line}</p>`),
      `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`,
    ];
    return new TextEncoder().encode(`<!DOCTYPE html><html><body>${body.join('')}</body></html>`);
  };
  const HEADER = ['任务', '工作目标', '年度目标', '牵头单位'].map((text) => `<td>${text}</td>`).join('');

  it('names the column that people see, also in a form without lines', async () => {
    const row = '<td>甲事</td><td>覆盖率90%</td><td>覆盖率95%</td><td>某局</td>';
    expect(await places(page(HEADER, row), 'a.html')).toEqual([
      '90% a.html#表1/行2/列2',
      '95% a.html#表1/行2/列3',
    ]);
  });

  it('counts the columns that a merged cell takes', async () => {
    const first = '<td rowspan="2">甲事</td><td>覆盖率90%</td><td>覆盖率95%</td><td>某局</td>';
    const second = '<td>合格率91%</td><td>合格率96%</td><td>某局</td>';
    expect(await places(page(HEADER, first, second), 'a.html')).toEqual([
      '90% a.html#表1/行2/列2',
      '95% a.html#表1/行2/列3',
      '91% a.html#表1/行3/列2',
      '96% a.html#表1/行3/列3',
    ]);
  });

  it('is the address of a cell in a workbook, whatever rows are blank', async () => {
    const workbook = new Excel.Workbook();
    const sheet = workbook.addWorksheet('任务');
    sheet.addRows([
      ['任务表'],
      [],
      ['任务', '目标', '牵头单位'],
      ['甲事', '覆盖率90%', '某局'],
      [],
      ['', '合格率91%', '某局'],
    ]);
    sheet.mergeCells('A4:A6');
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    expect(await places(bytes, 'a.xlsx')).toEqual(['90% a.xlsx#任务!B4', '91% a.xlsx#任务!B6']);
  });

  it('is of the paragraph that a sentence of a measure stands in', async () => {
    const text = [
      '某府发〔2026〕1号',
      '关于2026年工作的通知',
      '各单位：',
      '请办好。',
      '2026年1月2日',
      '一、总则',
      '（一）办好甲事。完成90%。',
      '完成95%。（责任单位：某局）',
    ];
    const bytes = new TextEncoder().encode(
      `<!DOCTYPE html><html><body>${text.map((line) => `<p>${line}</p>`).join('')}</body></html>`,
    );
    const { value } = await parseNotice(bytes, { name: 'a.html' });
    const [measure] = value?.chapters[0]?.measures ?? [];
    expect(measure?.sentences.map(({ at }) => placeText(at)).slice(0, 2)).toEqual([
      'a.html#段7',
      'a.html#段8',
    ]);
  });
});
