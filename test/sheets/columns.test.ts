// Columns, and what stands in them: data on one side, words on the other, and the way back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renewSheet, sheetFor, sheetToCsv, type TaskSheet } from '../../src/index.js';
import { FillIn, type NoticeColumn, type RowChange, TaskSheet as Schema } from '../../src/model/sheet.js';
import { changeWords } from '../../src/sheets/changes.js';
import { changeIn, FILL_IN_COLUMNS, headerOf, SHEET_COLUMNS } from '../../src/sheets/index.js';
import { runs } from '../support/runs.js';
import { seedBook } from '../support/seed.js';

const book = await seedBook();

describe('columns', () => {
  it('have headers that no two share: by its header a returned sheet’s column is known', () => {
    const headers = [...SHEET_COLUMNS, ...FILL_IN_COLUMNS].map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
    expect(FILL_IN_COLUMNS.map(({ id }) => id)).toEqual(FillIn.options);
  });
});

describe('what is not the same as before', () => {
  const CASES: readonly (readonly [RowChange | null, string])[] = [
    [null, ''],
    [{ kind: 'added' }, '新增'],
    [
      {
        kind: 'changed',
        fields: [
          { column: 'goal', before: '同比下降5%' },
          { column: 'responsible', before: '' },
        ],
      },
      '有变化\n目标内容原为：同比下降5%\n责任单位原为：（空）',
    ],
    [
      { kind: 'changed', fields: [{ column: 'lead', before: '区甲局\n区乙局（推定承上）' }] },
      '有变化\n牵头单位原为：区甲局\n区乙局（推定承上）',
    ],
    // Somebody has written there.
    [{ kind: 'other', text: '已和区安委办核对' }, '已和区安委办核对'],
    [{ kind: 'other', text: '有变化\n请看' }, '有变化\n请看'],
  ];

  it.each(CASES)('%j is printed and read back', (change, words) => {
    expect(changeWords(change, headerOf)).toBe(words);
    expect(changeIn(words, SHEET_COLUMNS)).toEqual(change);
  });

  it('is printed again as it stood, whatever stood there', () => {
    const headers = SHEET_COLUMNS.map(({ header }) => `${header}原为：`);
    const words = fc.constantFrom('新增', '有变化', '（空）', '\n', '\r\n', '区甲局', ...headers);
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), (all) => {
        const text = all.join('');
        expect(changeWords(changeIn(text, SHEET_COLUMNS), headerOf)).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('a sheet with what people put in', () => {
  const sheet = sheetFor(book, '区水利局');
  const carried = async (cells: readonly string[]): Promise<TaskSheet> => {
    const csv = cells.reduce(
      (text, cell) => text.replace(/,,,,,,,,(?=,[\w ]{8,400}\r\n)/, cell),
      sheetToCsv(sheet),
    );
    const { value } = await renewSheet(sheet, '区水利局.csv', Buffer.from(csv));
    expect(value?.content).toBe(csv);
    return value?.sheet as TaskSheet;
  };

  it('has a status by code where it is one of the list’s, and what else was typed as it is', async () => {
    const { rows } = await carried([
      ',张三,,2025-06-03,已完成,办了,,,',
      ',,,,快了,,,,',
      ',,,,done,,,,',
      ',,,,,已完成,,,',
    ]);
    expect(rows.slice(0, 4).map(({ filled }) => filled)).toEqual([
      { person: '张三', due: { date: '2025-06-03' }, status: { status: 'done' }, progress: '办了' },
      { status: '快了' },
      { status: 'done' },
      { progress: '已完成' },
    ]);
  });

  it('has what stands in columns that are called as anything is in JavaScript', async () => {
    const [header = '', ...rows] = sheetToCsv(sheet).split(/(?<=\r\n)(?=T)/);
    // Before the checksum, which is the last.
    const end = (text: string, cells: string) => text.replace(/,[^,]*\r\n$/, (last) => cells + last);
    const own = [
      end(header, ',constructor,__proto__'),
      ...rows.map((row, i) => end(row, i === 0 ? ',甲,乙' : ',,')),
    ];
    const { value } = await renewSheet(sheet, '区水利局.csv', Buffer.from(own.join('')));
    expect(value?.content).toBe(own.join(''));
  });

  it('is what its schema says, before and after', async () => {
    for (const each of [sheet, await carried([',张三,,2025-06-03,滞后,,,,'])]) {
      expect(Schema.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
    }
  });

  it('says what is inferred by a flag, and prints it', () => {
    const lead = SHEET_COLUMNS.find(({ id }) => id === ('lead' satisfies NoticeColumn));
    const inferred = book.units
      .flatMap(({ name }) => sheetFor(book, name).rows)
      .filter(({ flags }) => flags.includes('lead-inherited'));
    expect(inferred.length).toBeGreaterThan(0);
    for (const row of inferred) expect(lead?.text(row)).not.toContain('推定');
    const csv = book.units.map(({ name }) => sheetToCsv(sheetFor(book, name))).join('');
    expect(csv.split('（推定承上）').length - 1).toBe(inferred.length);
  });
});
