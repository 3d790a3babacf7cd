import type ExcelJS from 'exceljs';
import type { FillIn, SheetRow, Status, TaskSheet } from '../../model/sheet.js';
import {
  askedIn,
  COVER_FACTS,
  COVER_FILL_IN,
  headerOf,
  isSurelyOwn,
  partCounts,
  STATE_WORDS,
  STATUSES,
  saidDigest,
  WORKSHEETS,
} from '../../sheets/index.js';
import { addFigures, figuresOf } from './cover-figures.js';
import { COVER_WIDTHS, Cover, link } from './cover-lines.js';
import { protect, typedCell } from './form.js';
import { isInOneCell } from './one-cell.js';
import { HEADER_ROW } from './plan.js';
import { BLOCK, barOf, footerOf, LONGEST_BAR, type LookName, MARGINS, PAGES } from './styles.js';
import type { SheetTable } from './tasks/tables.js';

/** How to fill a sheet in, for those who have never seen one. */
const GUIDE = [
  `先看“${WORKSHEETS.tasks}”，填黄色的格子：责任人、完成时限、进展状态（从下拉列表选）、进展情况；右边还有联系电话、更新日期、备注。`,
  '完成时限已按通知填好，灰色的是推定的；有自己的时限就改。白色的是通知原文，不用改。',
  `再答“${WORKSHEETS.open}”：通知没有说清是不是本单位的，选“是”“否”或“不清楚”。`,
  '可以排序、筛选，加列加在右边，加行插在表的中间。填好后在本页签字，原样发回；填的内容下次更新都会带过去。',
] as const;

/**
 * 封面: what the sheet is of, how much there is to do, how to fill in, how far it is (counted by Excel as people fill
 * in), the figures that the unit is judged by, and where to sign. What the notice leaves open is counted apart.
 *
 * @param open what is asked of the unit, if anything is
 * @returns the tasks whose figures the page has no room for
 */
export function addCover(
  workbook: ExcelJS.Workbook,
  sheet: TaskSheet,
  tasks: SheetTable,
  open: SheetTable | undefined,
): readonly SheetRow[] {
  const { paperSize, orientation } = PAGES.portrait;
  const worksheet = workbook.addWorksheet(WORKSHEETS.cover, {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      margins: { ...MARGINS, left: 0.5, right: 0.5 },
    },
    headerFooter: { oddFooter: footerOf('') },
  });
  worksheet.columns = COVER_WIDTHS.map((width) => ({ width }));
  const cover = new Cover(worksheet);
  const { unit, notice, edition, rows } = sheet;
  const facts: readonly LookName[] = ['label', 'centred', 'label', 'centred'];
  cover.whole(`${unit}任务清单`, 'title', 36);
  cover.whole(notice.title ?? '', 'subtitle');
  cover.line([COVER_FACTS.unit, unit, COVER_FACTS.number, notice.number ?? ''], facts);
  for (const { table, rows: count } of sheet.unread ?? []) {
    const what = count === null ? '没有读懂' : `有 ${count} 行没有读懂`;
    cover.whole(`注意：通知里的“${table}”${what}，这里可能缺任务，请看原件。`, 'warning');
  }
  const sure = rows.filter(isSurelyOwn);
  const counts = partCounts(sure).map(({ word, count }) => `${word} ${count}`);
  const toDo = `应办 ${sure.length} 项${counts.length > 0 ? `（${counts.join('，')}）` : ''}`;
  cover.whole(link(`${toDo}　→ 去“${WORKSHEETS.tasks}”`, WORKSHEETS.tasks), 'lead', 24);
  if (open) {
    cover.whole(
      link(`待确认 ${askedIn(sheet).open} 项　→ 去“${WORKSHEETS.open}”`, WORKSHEETS.open),
      'lead',
      24,
    );
  }
  const steps = GUIDE.filter((text) => open || !text.includes(WORKSHEETS.open));
  for (const [i, text] of steps.entries()) cover.whole(`${i + 1}. ${text}`, 'note');

  cover.heading('一、进展（随“任务清单”自动统计）');
  addProgress(cover, sure, tasks);
  if (open) addAnswered(cover, open);
  const numbers = ['二', '三', '四'];
  const figures = figuresOf(sure);
  const isRoom = figures.length === 0 || addFigures(cover, figures, numbers.shift() ?? '');
  cover.heading(`${numbers.shift()}、签字`);
  for (let i = 0; i < COVER_FILL_IN.length; i += 2) {
    const pair = COVER_FILL_IN.slice(i, i + 2);
    const row = cover.line(
      pair.flatMap(({ header }) => [header, '']),
      facts,
      { least: 30 },
    );
    pair.forEach(({ id, takes }, j) => {
      typedCell(row.getCell(j * 2 + 2), sheet.cover[id], takes);
    });
  }
  cover.gap();
  // What the program needs to know its sheet again.
  const small: readonly LookName[] = ['small'];
  cover.line([COVER_FACTS.date, notice.date ?? '', COVER_FACTS.edition, edition], small);
  cover.line([COVER_FACTS.file, notice.source, COVER_FACTS.check, ''], small);
  const listed = [...sure, ...askedIn(sheet).rows].map(({ id }) => id).join(' ');
  const carried = carriedInto(sheet);
  const more = carried === undefined ? [] : [COVER_FACTS.carried, carried];
  if (isInOneCell(listed)) cover.hidden([COVER_FACTS.listed, listed, ...more]);
  protect(worksheet);
  return isRoom ? [] : figures;
}

/** The digest of what a sheet says when it is written: as long as it says that, nobody has typed anything since. */
function carriedInto({ rows, kept, questions }: TaskSheet): string | undefined {
  const ofKept = kept.map((row) => ({ ...row, id: row.cells.id ?? '' }));
  return saidDigest([{ rows: [...rows, ...ofKept], questions }]);
}

/** Puts the digest of all that is printed beside its label. */
export function setCheck(workbook: ExcelJS.Workbook, label: string, digest: string): void {
  workbook.getWorksheet(WORKSHEETS.cover)?.eachRow((row) => {
    row.eachCell((cell, column) => {
      if (cell.value === label) row.getCell(column + 1).value = digest;
    });
  });
}

/** Counts by state that Excel keeps, beginning with what is in the sheet now. */
function addProgress(cover: Cover, rows: readonly SheetRow[], { columns }: SheetTable): void {
  const wide = { merge: [[3, 4]] as const };
  const looks: readonly LookName[] = ['centred', 'centred', 'bar', 'bar'];
  if (rows.length === 0) {
    cover.line(['没有任务', 0, ''], looks, wide);
    return;
  }
  const range = (wanted: FillIn) => rangeOf(cover, WORKSHEETS.tasks, columns, wanted, rows.length);
  const [status, due] = [range('status'), range('due')];
  const said = rows.map(({ filled }) => filled.status);
  const filled = (wanted: Status) =>
    said.filter((typed) => typeof typed === 'object' && 'status' in typed && typed.status === wanted).length;
  const bar = (result: number): ExcelJS.CellFormulaValue => ({
    formula: `REPT("${BLOCK}",ROUND(B${cover.last + 1}/${rows.length}*${LONGEST_BAR},0))`,
    result: barOf(result / rows.length),
  });
  const line = (word: string, formula: string, result: number) =>
    cover.line([word, { formula, result }, bar(result)], looks, { ...wide, least: 18 });
  cover.line([headerOf('status'), '项数', ''], ['head'], wide);
  const known = STATUSES.reduce((sum, each) => sum + filled(each), 0);
  const first = cover.last + 1;
  for (const each of STATUSES) {
    const word = STATE_WORDS[each];
    line(word, `COUNTIF(${status},"${word}")`, filled(each));
  }
  line('没有填', `${rows.length}-SUM(B${first}:B${cover.last})`, rows.length - known);
  // What is late today only Excel can say: nothing here asks the clock.
  line('超过完成时限', `SUMPRODUCT(ISNUMBER(${due})*(${due}<TODAY())*(${status}<>"${STATE_WORDS.done}"))`, 0);
}

/** How many of what is asked is answered, counted by Excel. */
function addAnswered(cover: Cover, { columns, rows }: SheetTable): void {
  const range = rangeOf(cover, WORKSHEETS.open, columns, 'answer', rows.length);
  const index = columns.findIndex(({ open }) => open?.id === 'answer');
  const result = rows.filter(({ values }) => {
    const value = values[index];
    return typeof value === 'object' && 'typed' in value && value.typed !== undefined;
  }).length;
  cover.line(['待确认已答', { formula: `COUNTA(${range})`, result }, `共 ${rows.length} 问`], ['centred'], {
    merge: [[3, 4]],
    least: 18,
  });
}

/** The cells of a column to fill in, of so many rows of a worksheet. */
function rangeOf(
  cover: Cover,
  worksheet: string,
  columns: SheetTable['columns'],
  wanted: FillIn,
  count: number,
): string {
  const { letter } = cover.sheet.getColumn(columns.findIndex(({ open }) => open?.id === wanted) + 1);
  return `'${worksheet}'!$${letter}$${HEADER_ROW + 1}:$${letter}$${HEADER_ROW + count}`;
}
