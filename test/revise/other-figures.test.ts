// Items of a notice of clauses that say the same but for their figures, each with units of its own: the revision numbers them
// anew and changes figures at once. What a unit typed stays with its own item, in every form of the file.
import { describe, expect, it } from 'vitest';
import {
  lineageIn,
  parseNotice,
  renewSheet,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
  withLineage,
} from '../../src/index.js';

type Item = readonly [words: string, lead: string, others?: string];

const NUMBERS = ['一', '二', '三', '四', '五', '六', '七'];

async function bookOf(items: readonly Item[]): Promise<TaskBook> {
  const body = items.map(
    ([words, lead, others], i) =>
      `（${NUMBERS[i]}）${words}。（牵头单位：${lead}${others === undefined ? '' : `；责任单位：${others}`}）`,
  );
  const text = [
    '某县关于印发绿化工作方案的通知',
    '各乡镇人民政府，县级有关部门：',
    '现将《某县绿化工作方案》印发给你们。',
    '某县人民政府',
    '2025年3月1日',
    '某县绿化工作方案',
    '一、主要任务',
    ...body,
  ].join('\n\n');
  const { value } = await parseNotice(Buffer.from(text), { name: '方案.txt' });
  if (!value) throw new Error('the notice is not read');
  expect(value.tasks).toHaveLength(items.length);
  return value;
}

/** What a unit typed at each of its tasks, and where it stands after the revision. */
async function carried(
  [before, after]: readonly [readonly Item[], readonly Item[]],
  unit: string,
  form: 'xlsx' | 'csv',
  isKnown: boolean,
) {
  const [earlier, parsed] = [await bookOf(before), await bookOf(after)];
  const book = isKnown ? withLineage(parsed, earlier) : parsed;
  const sheet = sheetFor(earlier, unit);
  const filled = {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, filled: { progress: `填：${row.goal}` } })),
  };
  const file = form === 'csv' ? Buffer.from(await sheetToCsv(filled)) : await sheetToXlsx(filled);
  const { value, diagnostics } = await renewSheet(sheetFor(book, unit), `${unit}.${form}`, file, {
    lineage: lineageIn(book),
    ...(isKnown && { before: () => sheet, bookBefore: earlier }),
  });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const { rows, kept } = value.sheet;
  return {
    at: rows.map(({ goal, filled: { progress }, change }) => [goal, progress, change?.kind]),
    kept: kept.map(({ part, went, filled: { progress } }) => [part, progress, went?.kind, went?.name]),
  };
}

const FORMS = [
  ['xlsx', true],
  ['csv', true],
  ['xlsx', false],
  ['csv', false],
] as const;

describe('items that differ in their figures and units alone', () => {
  const BEFORE: readonly Item[] = [
    ['完成营造林8亩', '县城管局'],
    ['完成营造林10亩', '县林业局', '县教委'],
    ['完成营造林5亩', '县教委'],
  ];
  const AFTER: readonly Item[] = [
    ['建立林长制，每月巡查', '县水利局'],
    ['完成营造林12亩', '县城管局'],
    ['完成营造林12亩', '县林业局', '县教委'],
    // Just what another unit's item was.
    ['完成营造林8亩', '县教委'],
  ];

  it.each(FORMS)('go on with their units in %s, with the edition before known: %s', async (form, isKnown) => {
    expect(await carried([BEFORE, AFTER], '县城管局', form, isKnown)).toEqual({
      at: [['完成营造林12亩', '填：完成营造林8亩', 'changed']],
      kept: [],
    });
    expect(await carried([BEFORE, AFTER], '县教委', form, isKnown)).toEqual({
      at: [
        ['完成营造林8亩', '填：完成营造林5亩', 'changed'],
        ['完成营造林12亩', '填：完成营造林10亩', 'changed'],
      ],
      kept: [],
    });
  });

  it.each(FORMS)('are left open where a unit has two, in %s, known: %s', async (form, isKnown) => {
    const two: readonly Item[] = [
      ['完成营造林8亩', '县城管局'],
      ['完成营造林20亩', '县城管局'],
      ['完成营造林30亩', '县林业局'],
    ];
    const next: readonly Item[] = [
      ['建立林长制，每月巡查', '县水利局'],
      ['完成营造林13亩', '县城管局'],
      ['完成营造林25亩', '县城管局'],
      ['完成营造林8亩', '县林业局'],
    ];
    const { at, kept } = await carried([two, next], '县城管局', form, isKnown);
    expect(at.map(([, progress]) => progress)).toEqual([undefined, undefined]);
    // Not others' tasks, though one of theirs has just the words of the first.
    expect(kept).toEqual([
      ['unplaced', '填：完成营造林8亩', 'maybe', '完成营造林13亩'],
      ['unplaced', '填：完成营造林20亩', 'maybe', '完成营造林13亩'],
    ]);
  });

  it.each(FORMS)('are left open where several may be the one, in %s, known: %s', async (form, isKnown) => {
    const before: readonly Item[] = [
      ['完成营造林8亩', '县城管局'],
      ['完成营造林8亩', '县林业局', '县城管局'],
      ['完成营造林30亩', '县城管局'],
    ];
    const after: readonly Item[] = [
      ['建立林长制，每月巡查', '县水利局'],
      ['完成营造林9亩', '县林业局', '县城管局'],
      ['完成营造林13亩', '县城管局'],
    ];
    const { at, kept } = await carried([before, after], '县城管局', form, isKnown);
    expect(at.map(([goal, progress]) => [goal, progress])).toEqual([
      ['完成营造林13亩', undefined],
      ['完成营造林9亩', '填：完成营造林8亩'],
    ]);
    expect(kept.map(([part, progress, why]) => [part, progress, why])).toEqual([
      ['unplaced', '填：完成营造林8亩', 'maybe'],
      ['unplaced', '填：完成营造林30亩', 'maybe'],
    ]);
  });

  it.each(FORMS)(
    'with the very same words stay apart by their units in %s, known: %s',
    async (form, isKnown) => {
      const words = '按时完成任务并报送总结';
      const before: readonly Item[] = [
        [words, '县城管局'],
        [words, '县教委', '县城管局'],
      ];
      const after: readonly Item[] = [[words, '县财政局'], ...before];
      const { at, kept } = await carried([before, after], '县城管局', form, isKnown);
      expect(at.map(([, progress]) => progress)).toEqual([`填：${words}`, `填：${words}`]);
      expect(kept).toEqual([]);
    },
  );

  it.each(FORMS)(
    'are others’ where the unit has none such any more, in %s, known: %s',
    async (form, isKnown) => {
      const next: readonly Item[] = [
        ['建立林长制，每月巡查', '县城管局'],
        ['完成营造林8亩', '县林业局'],
      ];
      const { at, kept } = await carried([[['完成营造林8亩', '县城管局']], next], '县城管局', form, isKnown);
      expect(at.map(([, progress]) => progress)).toEqual([undefined]);
      expect(kept).toEqual([['cancelled', '填：完成营造林8亩', 'others', '完成营造林8亩']]);
    },
  );
});
