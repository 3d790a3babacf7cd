// Two notices whose tasks have the same short names: what is of the other is neither counted, nor carried over, nor compared.
import { beforeAll, describe, expect, it } from 'vitest';
import {
  isOtherBook,
  lineageIn,
  renewSheet,
  rollUp,
  sheetFor,
  sheetToCsv,
  sheetToXlsx,
  type TaskBook,
} from '../../src/index.js';
import { rolledUpFrom } from '../support/returned.js';
import { asMonth } from '../support/rolled.js';
import { bookOf, taskNotice } from '../support/table-notice.js';

const UNIT = '县财政局';
const noticeOf = (number: string, title: string, rows: readonly string[]) =>
  bookOf(
    taskNotice(
      rows.map((row) => `${row} | ${UNIT}`),
      { number, title },
    ),
  );

const HERE = [
  '预算公开 | 印发预算公开实施方案，落实14项措施。',
  '债务化解 | 建立债务化解长效机制，每季度检查不少于17次。',
];
/** Of another matter, in all, in half, and in none of its tasks under the same names. */
const ALL = ['预算公开 | 公开部门预算，公开率100%。', '债务化解 | 平台公司转型，融资成本下降1个百分点。'];
const HALF = ['预算公开 | 公开部门预算，公开率100%。', '非税收入 | 清理非税收入项目30个。'];
const NONE = ['政府采购 | 采购电子化率达到90%。', '非税收入 | 清理非税收入项目30个。'];
/** One task is the very same, the other is of another matter. */
const SHARED = [HERE[0] ?? '', '非税收入 | 清理非税收入项目30个。'];
/** Of this one before it was given another number and title. */
const REVISED = [
  '预算公开 | 印发预算公开实施方案，落实12项措施。',
  '债务化解 | 建立债务化解的机制，每季度检查不少于17次。',
];

let book: TaskBook;
beforeAll(async () => {
  book = await noticeOf('某府发〔2026〕3号', '民生实事任务分工', HERE);
});

const typed = (other: TaskBook) => {
  const sheet = sheetFor(other, UNIT);
  const rows = sheet.rows.map((row) => ({
    ...row,
    filled: { status: { status: 'done' as const }, progress: `${row.name}办完了` },
  }));
  return { ...sheet, rows };
};

const CASES: readonly (readonly [what: string, rows: readonly string[], isOther: boolean])[] = [
  ['all names are the same', ALL, true],
  ['half of the names are', HALF, true],
  ['none is', NONE, true],
  ['half of the tasks are the same', SHARED, true],
  ['the goals are much the same', REVISED, false],
];

describe.each(CASES)('of a notice under another number and title, where %s', (_, rows, isOther) => {
  let other: TaskBook;
  beforeAll(async () => {
    other = await noticeOf('某府发〔2026〕9号', '法治政府建设要点', rows);
  });

  // CSV says nothing of its notice: one task that goes on is enough.
  it.each(rows === SHARED ? ['xlsx'] : ['xlsx', 'csv'])(
    'a sheet in .%s is counted, or stands in 其他内容',
    async (format) => {
      const sheet = typed(other);
      const bytes = format === 'xlsx' ? await sheetToXlsx(sheet) : Buffer.from(sheetToCsv(sheet));
      const all = await rolledUpFrom(book, [[`${UNIT}.${format}`, bytes]], '2026-07-15');
      const [unit] = all.units;
      const told = all.problems.map(({ code }) => code);
      if (isOther) {
        expect(unit).toMatchObject({ unit: UNIT, handed: 'no', done: 0 });
        expect(told).toEqual(['return-notice']);
        expect(JSON.stringify(all.rest)).toContain(`${other.tasks[1]?.name}办完了`);
        expect(all.rest).toHaveLength(2);
      } else {
        expect(unit).toMatchObject({ unit: UNIT, handed: 'yes', done: 2 });
        expect(told).not.toContain('return-notice');
      }
    },
  );

  it('a sheet is written over, or left', async () => {
    const bytes = await sheetToXlsx(typed(other));
    const { value, diagnostics } = await renewSheet(sheetFor(book, UNIT), `${UNIT}.xlsx`, bytes, {
      lineage: lineageIn(book),
    });
    expect(value === undefined).toBe(isOther);
    if (isOther) expect(diagnostics.map(({ code }) => code)).toEqual(['sheet-of-notice']);
  });

  it('a folder is its, or another’s', () => {
    expect(isOtherBook(other, book)).toBe(isOther);
  });

  it('a month is compared with, or not', async () => {
    const sheet = await sheetToXlsx(typed(other));
    const month = await asMonth(
      await rolledUpFrom(other, [[`${UNIT}.xlsx`, sheet]], '2026-06-15'),
      '6月.json',
    );
    const { since, problems } = rollUp(book, [], '2026-07-15', [], [month]);
    expect(since).toBe(isOther ? null : '2026-06-15');
    expect(problems.map(({ code }) => code)).toEqual([isOther ? 'month-other-notice' : 'month-edition']);
  });
});

describe('a blank sheet of another notice', () => {
  it('is told as such, of a unit that this notice does not name, too', async () => {
    const other = await bookOf(
      taskNotice(['河道清淤 | 清淤12公里。 | 县水利局'], { number: '某府发〔2026〕9号', title: '水利要点' }),
    );
    const blank = await sheetToXlsx(sheetFor(other, '县水利局'));
    const { problems, rest } = await rolledUpFrom(book, [['县水利局.xlsx', blank]], null);
    expect(problems).toMatchObject([
      { code: 'return-notice', args: { notice: '某府发〔2026〕9号', now: '某府发〔2026〕3号', count: 0 } },
    ]);
    expect(rest).toEqual([]);
  });
});
