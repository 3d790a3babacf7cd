// Many tasks of a notice have one goal: 承接市上应用贯通。 What was filled in for one is never another's for that alone.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lineageIn,
  readReturned,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToCsv,
  type TaskBook,
  withLineage,
} from '../../src/index.js';
import { runs } from '../support/runs.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县水利局';
const FILE = `${UNIT}.csv`;
const SHARED = '承接市上应用贯通。';
const OTHERS = '牵头负责并会同各有关部门落实。';

/** A sheet in which everybody has filled in the name of the task. */
function filledIn(book: TaskBook): Buffer {
  const rows: string[][] = parse(sheetToCsv(sheetFor(book, UNIT)), { relax_column_count: true, bom: true });
  const head = rows.findIndex((row) => row.includes('进展情况'));
  const [at, named] = ['进展情况', '任务名称'].map((header) => rows[head]?.indexOf(header) ?? -1) as [
    number,
    number,
  ];
  for (const row of rows.slice(head + 1)) if ((row[named] ?? '') !== '') row[at] = `办了〔${row[named]}〕`;
  return Buffer.from(stringify(rows));
}

async function renewed(book: TaskBook, earlier: Buffer) {
  const lineage = lineageIn(book);
  const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), FILE, earlier, { lineage });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  const { rows, kept } = value.sheet;
  const { collected } = await readReturned(earlier, FILE);
  return { rows, kept, counted: rollUp(book, collected).tasks };
}

/** The name that stands in what somebody has filled in. */
const markIn = (progress: unknown) => /〔(.*)〕/u.exec(String(progress ?? ''))?.[1];

describe('a task of which only the goal is still there, in a notice whose earlier edition nobody knows', () => {
  const BEFORE = [
    `避险转移 | ${SHARED} | 县应急管理局 | ${UNIT}`,
    `低空安全 | ${SHARED} | 县公安局 | ${UNIT}`,
    `水旱灾害防御 | ${SHARED} | ${UNIT} | 县应急管理局`,
    `河道清淤 | 清淤河道12公里，建好台账。 | ${UNIT} | 县应急管理局`,
  ];
  // What each says of where what was filled in for 水旱灾害防御 belongs.
  const CASES: [what: string, after: string[], went: string | undefined][] = [
    ['it is taken out', BEFORE.filter((row) => !row.startsWith('水旱')), undefined],
    [
      'it is taken out, and the unit has a new one',
      [...BEFORE.filter((row) => !row.startsWith('水旱')), `林火监测 | ${SHARED} | 县林业局 | ${UNIT}`],
      undefined,
    ],
    [
      'it has another name',
      BEFORE.map((row) => row.replace('水旱灾害防御', '洪峰预报')),
      '可能是 3 洪峰预报',
    ],
  ];
  it.each(CASES)('%s: what was filled in is put aside', async (_, after, went) => {
    const { rows, kept, counted } = await renewed(
      await bookOf(taskNotice(after)),
      filledIn(await bookOf(taskNotice(BEFORE))),
    );
    for (const { name, filled } of rows) expect([undefined, name]).toContain(markIn(filled.progress));
    expect(
      kept.map(({ part, cells, went: to }) => [part, cells.name, to && `可能是 ${to.ref} ${to.name}`]),
    ).toEqual([['unplaced', '水旱灾害防御', went]]);
    for (const { name, reports } of counted)
      for (const { filled } of reports) expect(markIn(filled.progress)).toBe(name);
  });
});

describe('law: tasks of one goal, some taken out, renamed or put together', () => {
  const NAMES = ['甲乙', '丙丁', '戊己', '庚辛', '壬癸', '子丑', '寅卯', '辰巳', '午未', '申酉'];
  const task = (name: string, goal: string, by: string) =>
    `${name} | ${goal} | ${by} | ${by === UNIT ? '县财政局' : UNIT}`;
  const tasks = fc.array(
    fc.record({
      goal: fc.constantFrom(SHARED, SHARED, OTHERS, ''),
      by: fc.constantFrom(UNIT, '县应急管理局'),
      fate: fc.constantFrom('stays', 'stays', 'gone', 'renamed', 'joined', 'moved', 'other lead'),
    }),
    { minLength: 3, maxLength: 8 },
  );

  it('has every word at the task of that name, or puts it aside', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, fc.boolean(), async (all, isKnown) => {
        const own = all.map((each, i) => ({
          ...each,
          name: NAMES[i] as string,
          // A goal of its own.
          goal: each.goal === '' ? `${NAMES[i]}${i + 2}处，${NAMES[i]}到位。` : each.goal,
        }));
        const before = await bookOf(taskNotice(own.map(({ name, goal, by }) => task(name, goal, by))));
        const after = own.flatMap(({ name, goal, by, fate }, i) => {
          if (fate === 'gone') return [];
          if (fate === 'renamed') return [task(`更名${'天地玄黄宇宙洪荒'[i]}`, goal, by)];
          if (fate === 'joined') return [task(name, `${goal}${own[i - 1]?.goal ?? ''}`, by)];
          if (fate === 'other lead') return [task(name, goal, '县林业局')];
          return [task(name, goal, by)];
        });
        const moved = own.some(({ fate }) => fate === 'moved') ? after.toReversed() : after;
        if (moved.length === 0) return;
        const read = await bookOf(taskNotice(moved));
        const book = isKnown ? withLineage(read, before) : read;
        const { rows, kept, counted } = await renewed(book, filledIn(before));
        const idOf = new Map(before.tasks.map(({ id, name }) => [name, id]));
        const isIts = (row: { readonly id: string; readonly name: string }, mark: string) =>
          row.name === mark || (isKnown && row.id === idOf.get(mark));
        for (const row of rows) {
          const mark = markIn(row.filled.progress);
          if (mark !== undefined) expect([row.name, isIts(row, mark)]).toEqual([row.name, true]);
        }
        for (const row of counted)
          for (const { filled } of row.reports) {
            const mark = markIn(filled.progress) as string;
            expect([row.name, mark, isIts(row, mark)]).toEqual([row.name, mark, true]);
          }
        const there = [...rows, ...kept].flatMap(({ filled }) => markIn(filled.progress) ?? []).sort();
        expect(there).toEqual(
          sheetFor(before, UNIT)
            .rows.map(({ name }) => name)
            .sort(),
        );
      }),
      { numRuns: runs(15) },
    );
  });
});
