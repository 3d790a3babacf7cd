import type ExcelJS from 'exceljs';
import type { FillIn, SheetRow, Status, TaskSheet } from '../../model/sheet.js';
import {
  COVER_FACTS,
  COVER_FILL_IN,
  categoryWords,
  columnsOf,
  countBy,
  DEGREE_WORDS,
  DEGREES,
  FILL_IN_COLUMNS,
  headerOf,
  indicatorWords,
  noticeWords,
  PART_DEGREES,
  partCounts,
  SHEET_COLUMNS,
  STATE_WORDS,
  STATUSES,
  WORKSHEETS,
} from '../../sheets/index.js';
import { openCell, protect, typedValue } from './form.js';
import { heightOf } from './heights.js';
import {
  BAR_FONT,
  BLOCK,
  BORDER,
  barOf,
  CHANGE_FILL,
  HEADING_FILL,
  HEADING_FONT,
  LONGEST_BAR,
  TEXT_FONT,
  TITLE_FONT,
} from './styles.js';
import { addWorksheet, HEADER_ROW } from './table.js';

/** Widths of the cover's columns, in characters: a portrait page. */
const WIDTHS = [18, 28, 14, 32] as const;

/** How many tasks with figures the cover has room for. */
const MOST_FIGURES = 8;

/** How to fill a sheet in, for those who have never seen one. */
const GUIDE = [
  '1. 在“任务清单”表里填黄色的格子：责任人、联系电话、完成时限、进展状态（从下拉列表选）、进展情况、更新日期、备注。',
  '2. 通知的原文锁住了，没有密码；要加列，加在最右边；要加行，加在表的下面；也可以另加工作表。填的内容下次更新清单时都会带过去。',
  '3. “类型”是本单位与任务的关系：牵头、责任、正文点名、承办办公室都是点了名的；“集体”是通过“各乡镇（街道）”等称谓；“可能涉及”要自己核对。',
  '4. “变化”栏有字的，是通知修订后新增或改过的任务；“已取消”“待归位”在表的最后。',
  '5. 填好后在上面签字，打印或原样发回。',
] as const;

/** A cover being written, line by line. */
class Cover {
  #row = 0;
  constructor(readonly sheet: ExcelJS.Worksheet) {}

  /** A line of cells; a cell may be merged with those at its right. */
  line(
    values: readonly (ExcelJS.CellValue | undefined)[],
    { font = TEXT_FONT, merge = [], fill, centred = true, border = true }: LineStyle = {},
  ): ExcelJS.Row {
    const row = this.sheet.getRow(++this.#row);
    WIDTHS.forEach((_, i) => {
      const cell = row.getCell(i + 1);
      cell.value = values[i] ?? null;
      cell.font = font;
      cell.alignment = { vertical: 'middle', horizontal: centred ? 'center' : 'left', wrapText: true };
      cell.protection = { locked: true };
      if (border) cell.border = BORDER;
      if (fill) cell.fill = fill;
    });
    for (const [from, to] of merge) this.sheet.mergeCells(this.#row, from, this.#row, to);
    const widths = WIDTHS.map((_, i) => {
      const [, to = i + 1] = merge.find(([from]) => from === i + 1) ?? [];
      return WIDTHS.slice(i, to).reduce<number>((sum, each) => sum + each, 0);
    });
    row.height = Math.max(
      20,
      heightOf(
        values.map((value) => (typeof value === 'string' ? value : '')),
        widths,
      ),
    );
    return row;
  }

  heading(text: string): void {
    this.gap();
    this.line([text], {
      font: { ...HEADING_FONT, size: 12 },
      merge: [[1, 4]],
      centred: false,
      border: false,
    });
  }

  /** A header or a row of a table of counts, whose last two columns are a bar. */
  counts(values: readonly ExcelJS.CellValue[], isHeader = false): void {
    const row = this.line(values, {
      merge: [[3, 4]],
      ...(isHeader && { font: HEADING_FONT, fill: HEADING_FILL }),
    });
    if (isHeader) return;
    row.getCell(3).font = BAR_FONT;
    row.getCell(3).alignment = { vertical: 'middle', horizontal: 'left' };
  }

  gap(): void {
    this.#row++;
  }

  get last(): number {
    return this.#row;
  }
}

interface LineStyle {
  readonly font?: Partial<ExcelJS.Font>;
  readonly merge?: readonly (readonly [from: number, to: number])[];
  readonly fill?: ExcelJS.Fill;
  readonly centred?: boolean;
  readonly border?: boolean;
}

/**
 * 封面: what the sheet is of, how many tasks there are by role and by table, how far they are (counted by
 * Excel as people fill in), the figures that the unit is judged by, how to fill in, and where to sign.
 */
export function addCover(workbook: ExcelJS.Workbook, sheet: TaskSheet): void {
  const figures = figuresOf(sheet.rows);
  const worksheet = workbook.addWorksheet(WORKSHEETS.cover, {
    views: [{ showGridLines: false }],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  worksheet.columns = WIDTHS.map((width) => ({ width }));
  const cover = new Cover(worksheet);
  const { unit, notice, edition, rows } = sheet;
  cover.line([`${unit}任务清单`], { font: TITLE_FONT, merge: [[1, 4]], border: false }).height = 40;
  cover.line([notice.title ?? ''], { merge: [[1, 4]], border: false });
  cover.gap();
  cover.line([COVER_FACTS.unit, unit, COVER_FACTS.number, notice.number ?? '']);
  cover.line([COVER_FACTS.date, notice.date ?? '', COVER_FACTS.edition, edition]);
  cover.line(['通知文件', notice.source, COVER_FACTS.check, '']);
  for (const { table, rows: count } of sheet.unread ?? []) {
    const what = count === null ? '没有读懂' : `有 ${count} 行没有读懂`;
    const text = `注意：通知里的“${table}”${what}，这里可能缺任务，请看原件。`;
    cover.line([text], { merge: [[1, 4]], centred: false, border: false, fill: CHANGE_FILL });
  }

  cover.heading(`一、任务概况：共 ${rows.length} 项（${degreeWords(rows)}）`);
  addCounts(cover, headerOf('part'), partCounts(rows));
  cover.gap();
  addCounts(
    cover,
    headerOf('category'),
    countBy(rows, ({ category }) => categoryWords(category)),
  );
  cover.heading('二、进展（随“任务清单”自动统计）');
  addProgress(cover, sheet);
  cover.heading('三、签字');
  for (let i = 0; i < COVER_FILL_IN.length; i += 2) {
    const pair = COVER_FILL_IN.slice(i, i + 2);
    const row = cover.line(pair.flatMap(({ id, header }) => [header, typedValue(sheet.cover[id])]));
    row.height = 30;
    pair.forEach(({ takes }, j) => {
      openCell(row.getCell(j * 2 + 2), takes === 'date');
    });
  }
  cover.heading('四、怎么填');
  for (const text of GUIDE) cover.line([text], { merge: [[1, 4]], centred: false, border: false });
  addFigures(cover, figures);
  protect(worksheet);
}

/** 点名 9，集体 0，可能涉及 85. */
function degreeWords(rows: readonly SheetRow[]): string {
  return DEGREES.map((degree) => {
    const count = rows.filter(({ part }) => PART_DEGREES[part] === degree).length;
    return `${DEGREE_WORDS[degree]} ${count}`;
  }).join('，');
}

/** Puts the digest of all that is printed beside its label. */
export function setCheck(workbook: ExcelJS.Workbook, label: string, digest: string): void {
  workbook.getWorksheet(WORKSHEETS.cover)?.eachRow((row) => {
    row.eachCell((cell, column) => {
      if (cell.value === label) row.getCell(column + 1).value = digest;
    });
  });
}

function addCounts(
  cover: Cover,
  title: string,
  counts: readonly { readonly word: string; readonly count: number }[],
): void {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  cover.counts([title, '项数', ''], true);
  for (const { word, count } of counts) {
    cover.counts([word, count, barOf(count / most) || BLOCK]);
  }
}

/** Counts by state that Excel keeps, beginning with what is in the sheet now. */
function addProgress(cover: Cover, { rows, kept }: TaskSheet): void {
  const printed = columnsOf(SHEET_COLUMNS, rows, kept).length;
  if (rows.length === 0) {
    cover.counts(['没有任务', 0, '']);
    return;
  }
  const range = (wanted: FillIn) => {
    const index = printed + FILL_IN_COLUMNS.findIndex(({ id }) => id === wanted);
    const { letter } = cover.sheet.getColumn(index + 1);
    return `'${WORKSHEETS.tasks}'!$${letter}$${HEADER_ROW + 1}:$${letter}$${HEADER_ROW + rows.length}`;
  };
  const [status, due] = [range('status'), range('due')];
  const said = rows.map(({ filled }) => filled.status);
  const filled = (wanted: Status) =>
    said.filter((typed) => typeof typed === 'object' && 'status' in typed && typed.status === wanted).length;
  const bar = (result: number): ExcelJS.CellFormulaValue => ({
    formula: `REPT("${BLOCK}",ROUND(B${cover.last + 1}/${rows.length}*${LONGEST_BAR},0))`,
    result: barOf(result / rows.length),
  });
  const line = (word: string, formula: string, result: number) =>
    cover.counts([word, { formula, result }, bar(result)]);
  cover.counts([headerOf('status'), '项数', ''], true);
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

/** The tasks whose figures a unit is judged by: those that name it; of one that none names, all others. */
function figuresOf(rows: readonly SheetRow[]): SheetRow[] {
  const all = rows.filter(({ indicators }) => indicators.length > 0);
  const named = all.filter(({ part }) => PART_DEGREES[part] === 'named');
  return named.length > 0 ? named : all;
}

/** Figures on the cover, as long as there is room for them. */
function addFigures(cover: Cover, rows: readonly SheetRow[]): void {
  const count = rows.reduce((sum, { indicators }) => sum + indicators.length, 0);
  const isLong = rows.length > MOST_FIGURES;
  cover.heading(`五、量化指标：${count} 个${isLong ? `，见“${WORKSHEETS.figures}”表` : ''}`);
  if (rows.length === 0 || isLong) return;
  cover.line(['任务', '指标'], { merge: [[2, 4]], font: HEADING_FONT, fill: HEADING_FILL });
  for (const { category, number, name, indicators } of rows) {
    const where = [categoryWords(category), number].filter((part) => part !== '').join(' ');
    cover.line([`${name}（${where}）`, indicators.map(indicatorWords).join('\n')], {
      merge: [[2, 4]],
      centred: false,
    });
  }
}

/** Figures on a worksheet of their own, where the cover has no room for them. */
export function addFiguresSheet(workbook: ExcelJS.Workbook, { unit, notice, rows }: TaskSheet): void {
  const figures = figuresOf(rows);
  if (figures.length <= MOST_FIGURES) return;
  const sheet = addWorksheet(workbook, {
    name: WORKSHEETS.figures,
    title: '量化指标',
    subtitle: noticeWords(notice),
    footer: unit,
    orientation: 'portrait',
    columns: [
      { header: headerOf('id'), width: 11, centred: true },
      { header: headerOf('category'), width: 14, centred: true },
      { header: headerOf('number'), width: 6, centred: true },
      { header: headerOf('name'), width: 22 },
      { header: '指标', width: 48 },
    ],
    rows: figures.map(({ id, category, number, name, indicators }) => ({
      values: [id, categoryWords(category), number, name, indicators.map(indicatorWords).join('\n')],
    })),
  });
  protect(sheet);
}
