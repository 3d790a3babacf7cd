import type { GridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { DATE } from '../words/calendar.js';
import { comparable } from '../words/columns.js';
import { APPENDIX, CONTINUATION } from '../words/documents.js';
import { LIST_BULLET } from '../words/marks.js';
import { MEASURE_WORD, unitsSaidIn } from '../words/measure-words.js';
import { ARABIC, NUMBERING, ORDINAL } from '../words/numerals.js';
import { shapeOf } from '../words/shapes.js';
import { isWhoRow, LEADING_NUMBER } from './content.js';
import { headEntries } from './head-rows.js';
import type { HeadedColumn } from './headed-columns.js';
import type { HeaderRows } from './header.js';
import { printedIn } from './shape.js';

/** What a row beside the header is. */
export type RowKind = 'task' | 'header' | 'section' | 'title' | 'note' | 'total' | 'blank';

/** 合计, 全县合计, 县道小计, 总计（8个）, 合计：9处, 全县. */
const TOTAL = new RegExp(
  `^(?:\\p{Script=Han}{0,6}[合总小共]计(?:\\(.*\\))?[：:]?(?:${ARABIC}(?:${MEASURE_WORD})?)?|[总满]分|全[省市县区镇乡州旗盟])$`,
  'u',
);

/** △加强财政监督, ——住院分娩率保持99%: a line of a list. */
const BULLET = new RegExp(`^\\s*${LIST_BULLET}(?=[\\p{Script=Han}“\\d])`, 'u');

/** What numbers the parts of a table: 一, （一）, Ⅰ. */
const OF_SECTIONS = new RegExp(`^[（(]?(?:${ORDINAL}|[Ⅰ-Ⅻ])[）)]?[、.]?$`);
const FIGURE = new RegExp(`^${ARABIC}[^\\d]{0,4}$|^[—-]+$`);

/** 一类部门（6个）: as many rows as stand below it. */
const COUNTS_ROWS = /[（(]\d{1,3}[个家户项处人件条][）)]\s*$/;

const isTotal = (passage: Passage | undefined) =>
  passage !== undefined && TOTAL.test(comparable(passage.text));

/** 编制单位：区发改局, 附件1, 单位：万元, 2023年3月: what a sheet prints above a header, a cell each. */
const CAPTION = new RegExp(
  `^[（(]?(?:${APPENDIX}\\d*[：:]?$|[\\p{Script=Han}\\s]{2,12}[：:]|${DATE}[）)]?$|\\d{4}年(?:\\d{1,2}月)?[）)]?$)`,
  'u',
);

function isCaption({ text }: Passage): boolean {
  return CAPTION.test(text.trim()) || unitsSaidIn(text).length > 0;
}

/** Tells the rows of a table apart, as its header makes it possible. */
export function rowKindsUnder(
  { columns, start, end }: HeaderRows,
  grid: readonly GridRow[],
): (row: GridRow, index: number) => RowKind {
  const headers = grid.slice(start, end);
  const width = columns.at(-1)?.to ?? 0;
  const isMissing = missingNumber(grid.slice(end), columns);
  return (row, index) => {
    if (index >= start && index < end) return 'header';
    const texts = printedIn(row);
    const [first, second] = texts;
    if (!first) return 'blank';
    if (headers.some((header) => saysSame(row, header))) return 'header';
    const shape = shapeOf(first.text);
    const outlined = shape === 'chapter' || shape === 'measure';
    if (texts.length > 1 && outlined && isTotal(second)) return 'section';
    if (isTotal(first) || isTotal(second) || (texts.length === 2 && isTotal(texts[1]))) return 'total';
    // 牵头单位｜县教育局 above the header says who does all below it.
    if (index < start && (isWhoRow(texts) || headEntries(row).length > 0 || texts.every(isCaption)))
      return 'title';
    if (texts.length > 1) {
      return isNumberedSection(row, columns) ||
        isBesideMerged(row, grid[index + 1], columns) ||
        isOrdinalSection(row, columns) ||
        isOverBullets(row, grid[index + 1]) ||
        ((outlined || COUNTS_ROWS.test(first.text)) && isSummed(row, columns))
        ? 'section'
        : 'task';
    }
    if (CONTINUATION.test(comparable(first.text))) return 'title';
    const spans = spansAll(row, columns);
    const alone = row.cells.length === 1 && width > 1;
    if ((spans || alone || row.cells[0]?.passage === first) && shape === 'table-note') return 'note';
    if (index < start) return 'title';
    // 2.完成改造 between the tasks 1 and 3 is a task, however it is printed.
    if (isMissing(first.text)) return 'task';
    if (isOverBullets(row, grid[index + 1])) return 'section';
    if (spans || isBesideMerged(row, undefined, columns) || (outlined && row.cells[0]?.passage === first))
      return 'section';
    return isUnderNumber(row, first, columns) ? 'section' : 'task';
  };
}

/** Whether a text is numbered as the task that a table leaves out between two others. */
function missingNumber(
  body: readonly GridRow[],
  columns: readonly HeadedColumn[],
): (text: string) => boolean {
  const number = columns.find(({ meaning }) => meaning === 'number');
  const numbers = new Set(
    number &&
      body.flatMap(({ cells }) =>
        cells
          .filter(({ from, to }) => from === number.from && to === number.to)
          .map(({ passage }) => Number(comparable(passage.text))),
      ),
  );
  return (text) => {
    const own = Number(LEADING_NUMBER.exec(text)?.[1]?.normalize('NFKC') ?? Number.NaN);
    return own > 0 && !numbers.has(own) && numbers.has(own - 1) && numbers.has(own + 1);
  };
}

/** Whether a row says the same as one of the header, but for blanks and blank cells. */
function saysSame(a: GridRow, b: GridRow): boolean {
  const [first = [], second = []] = [a, b].map((row) => printedIn(row).map(({ text }) => comparable(text)));
  return (
    (first.length > 1 || a.cells.length === b.cells.length) &&
    first.length === second.length &&
    first.every((text, i) => text === second[i])
  );
}

/** Whether one cell is known to take all the columns that have a header, and no cell from above reaches into the row. */
function spansAll(row: GridRow, columns: readonly HeadedColumn[]): boolean {
  const own = row.cells.filter(({ above, passage }) => !above && passage.text !== '');
  const [cell] = own;
  const headed = columns.filter(({ header }) => header !== '');
  const [first, last] = [headed[0] ?? columns[0], headed.at(-1) ?? columns.at(-1)];
  return (
    own.length === 1 &&
    cell?.spansKnown === true &&
    !row.cells.some(({ above }) => above) &&
    first !== undefined &&
    last !== undefined &&
    cell.from <= first.from &&
    cell.to >= last.to
  );
}

/** A number and one cell that takes all the other columns: 1 ｜ 城市品质提升. */
function isNumberedSection({ cells }: GridRow, columns: readonly HeadedColumn[]): boolean {
  const own = cells.filter(({ above, passage }) => !above && passage.text !== '');
  const [number, title] = own;
  return (
    cells.length === 2 &&
    columns.length > 3 &&
    title?.spansKnown === true &&
    title.to >= (columns.at(-1)?.to ?? 0) &&
    title.from <= (columns[1]?.from ?? 0) &&
    NUMBERING.test(comparable(number?.passage.text ?? ''))
  );
}

/**
 * A cell that takes all columns but those that a cell merged over several rows has, at the left: 一、妇女与健康 stands
 * beside 1.享有基本医疗卫生服务 and the rows below it.
 */
function isBesideMerged(
  { cells }: GridRow,
  next: GridRow | undefined,
  columns: readonly HeadedColumn[],
): boolean {
  const title = cells.at(-1);
  const merged = cells.slice(0, -1);
  const reachesDown = (passage: Passage) =>
    next?.cells.some((cell) => cell.above && cell.passage === passage) ?? false;
  return (
    title !== undefined &&
    merged.length > 0 &&
    columns.length > 3 &&
    !title.above &&
    title.spansKnown === true &&
    title.passage.text !== '' &&
    title.to >= (columns.at(-1)?.to ?? 0) &&
    columns.filter(({ from, to }) => title.from <= from && to <= title.to).length >= 3 &&
    merged.every(({ above, passage }) => above || reachesDown(passage))
  );
}

/** 一 ｜ 妇幼健康, and nothing else but sums. */
function isOrdinalSection({ cells }: GridRow, columns: readonly HeadedColumn[]): boolean {
  const filled = cells.filter(({ above, passage }) => !above && passage.text !== '');
  const [number, title, ...sums] = filled;
  return (
    columns.length > 3 &&
    cells[0] === number &&
    cells[1] === title &&
    OF_SECTIONS.test(comparable(number?.passage.text ?? '')) &&
    // Sums of the rows below it, and nobody who does anything.
    sums.every(({ passage }) => FIGURE.test(comparable(passage.text)))
  );
}

/** 一、续建项目（4个） over 序号 and 名称, and sums behind it. */
function isSummed({ cells }: GridRow, columns: readonly HeadedColumn[]): boolean {
  const [first, ...others] = cells.filter(({ above, passage }) => !above && passage.text !== '');
  const covered = columns.filter(({ from, to }) => first && first.from <= from && to <= first.to);
  return covered.length > 1 && others.every(({ passage }) => FIGURE.test(comparable(passage.text)));
}

/**
 * Words over a list whose items a mark begins, and nothing beside them but what reaches down to these: 做好财税工作 over
 * △加强财政监督 and △完善护税协税网络.
 */
function isOverBullets(row: GridRow, next: GridRow | undefined): boolean {
  const title = row.cells.find(({ above }) => !above);
  const below = next?.cells.find(({ from, above }) => !above && from === title?.from);
  if (!title || !next || !below) return false;
  const reachesDown = ({ passage }: GridRow['cells'][number]) =>
    next.cells.some((cell) => cell.above && cell.passage === passage);
  const others = row.cells.filter((cell) => cell !== title && cell.passage.text !== '');
  return (
    BULLET.test(below.passage.text) &&
    !BULLET.test(title.passage.text) &&
    title.passage.text !== '' &&
    others.length > 0 &&
    others.some(({ above }) => !above) &&
    others.every(reachesDown)
  );
}

/** Words alone under 序号 head the rows below them: 教育类. */
function isUnderNumber({ cells }: GridRow, text: Passage, columns: readonly HeadedColumn[]): boolean {
  const number = columns.find(({ meaning }) => meaning === 'number');
  const cell = cells.find(({ passage }) => passage === text);
  return (
    number !== undefined &&
    cell?.from === number.from &&
    columns.length > 2 &&
    /\p{Script=Han}{2}/u.test(text.text) &&
    !NUMBERING.test(comparable(text.text))
  );
}
