import { matchOf } from '../../words/columns.js';
import { plain } from '../names-apart.js';
import { type CellOnPage, cellsOfGrid, endsOf } from './cells.js';
import { HEADS_WHO, type Stretch, stretchesOf } from './columns.js';
import { greatest, least } from './extremes.js';
import type { RuledCell, RuledGrid } from './grid.js';
import type { PrintedLine } from './lines.js';
import type { Glyph } from './printed-page.js';
import { NEAR, type RuledLine } from './rules.js';
import { isBrokenBefore, itemAt } from './wrap.js';

// Tables that nothing rules and that are certain all the same: their rows are numbered, room goes down between all
// columns and across between all rows, and no cell is empty. Where one is, it may be part of a merged one.

/** A table whose columns and rows room alone parts. */
export interface AlignedGrid extends RuledGrid {
  /** The numbers of its first and its last row. */
  readonly numbers: readonly [first: number, last: number];
  /** The lines that it was made of. */
  readonly lines: readonly PrintedLine[];
  /** How far apart the lines of a cell are. */
  readonly pitch: number;
}

/** Lengths in heights of the font: how wide the room between two columns is at least, and that between two rows. */
const COLUMN_ROOM = 0.1;
const ROW_ROOM = 0.06;
/** How much the distances of lines in a cell differ: digits of another font stand a little higher. */
const UNEVEN = 0.12;
/** How much room programs leave between Chinese characters and others, where no blank is. */
const BETWEEN_SCRIPTS = 0.3;
/** How high the middle of a character is above its line. */
const MIDDLE = 0.36;
/** How far apart the lines of a cell are, at most. */
const WIDEST_PITCH = 1.75;
/** How near the lines of the same row stand that has one. */
const ON_LINE = 0.3;
/** How much of a cell is beside its text. */
const PADDING = 1;

/** 序号, also in two lines. */
const HEADS_NUMBERS = /^序号?$/;

/** What stands on a line between two gaps. */
interface Segment extends Stretch {
  readonly y: number;
  readonly size: number;
  readonly line: PrintedLine;
}

/** What stands between two stretches of room across the page. */
interface Band {
  readonly top: number;
  bottom: number;
  readonly segments: Segment[];
}

/**
 * The tables among lines that nothing rules, where they are certain.
 *
 * @param lines those of a page that stand in no ruled table
 * @param level the level rules of no table: one inside says something that nobody knows
 */
export function alignedGrids(lines: readonly PrintedLine[], level: readonly RuledLine[]): AlignedGrid[] {
  const segments = lines.flatMap((line) =>
    line.glyphs.some(({ runs }) => runs !== undefined)
      ? []
      : stretchesOf(line, COLUMN_ROOM).map((stretch): Segment => {
          const own = line.glyphs.filter(({ x }) => x >= stretch.from && x < stretch.to);
          return { ...stretch, text: plain(stretch.text), y: levelOf(own), size: line.size, line };
        }),
  );
  const heads = segments.filter(({ text }) => HEADS_NUMBERS.test(text));
  return heads.flatMap((head, i) => {
    const end = heads[i + 1]?.y ?? Number.POSITIVE_INFINITY;
    const grid = gridUnder(head, segments, end);
    const isRuled = grid && level.some(({ at }) => at > grid.box.top - NEAR && at < grid.box.bottom + NEAR);
    return grid && !isRuled && isSure(grid) ? [grid] : [];
  });
}

/** Digits alone stand a little higher than Chinese characters, whose font is another. */
const HAN = /\p{Script=Han}/u;

/** Where characters stand: the Chinese ones, where there are any. */
function levelOf(glyphs: readonly Glyph[]): number {
  const inked = glyphs.filter(({ text }) => text.trim() !== '');
  return (inked.find(({ text }) => HAN.test(text)) ?? inked[0])?.y ?? 0;
}

function overlap(some: Stretch, other: Stretch): boolean {
  return some.from < other.to && other.from < some.to;
}

/** The numbers below 序号, each one more than the one before, or the first of a group. */
function numbersUnder(head: Segment, segments: readonly Segment[], end: number): Segment[] {
  const isBeside = ({ from, y }: Segment) => from > head.to && Math.abs(y - head.y) < 2 * head.size;
  const beside = least(segments.filter(isBeside).map(({ from }) => from));
  const column = { ...head, from: head.from - head.size, to: beside };
  const found: Segment[] = [];
  for (const segment of segments) {
    if (segment.y <= head.y || segment.y >= end || !/^\d{1,3}$/.test(segment.text)) continue;
    const before = found.at(-1);
    const isNext = !before || segment.text === '1' || Number(segment.text) === Number(before.text) + 1;
    if (isNext && overlap(column, segment)) found.push(segment);
  }
  return found;
}

function gridUnder(head: Segment, all: readonly Segment[], end: number): AlignedGrid | undefined {
  const numbers = numbersUnder(head, all, end);
  const last = numbers.at(-1);
  if (!last || numbers.length < 2) return undefined;
  const pitch = pitchOf(head, numbers, all);
  const first: Segment = { ...head, to: greatest([head, ...numbers].map(({ to }) => to)) };
  const within = all.filter(
    ({ y, line }) =>
      y > head.y - WIDEST_PITCH * head.size && y < last.y + ON_LINE * head.size && !isSectionLine(line),
  );
  // The header and each row have a text in a column, unless one is merged or empty.
  const uneven = columnsOf([...within, first]).filter((column) => {
    const own = within.filter((segment) => overlap(segment, column));
    return blocksOf(own, pitch).length !== numbers.length + 1;
  });
  const isUneven = (segment: Segment) => uneven.some((column) => overlap(segment, column));
  const bands = bandsOf(
    all.filter((segment) => !isUneven(segment)),
    pitch / head.size,
  );
  const bandAt = (segment: Segment) => bands.findIndex(({ segments }) => segments.includes(segment));
  const own = bands.slice(bandAt(head), bandAt(last) + 1);
  const [header, ...below] = own;
  const numbersIn = ({ segments }: Band) => segments.filter((segment) => numbers.includes(segment));
  if (!header || numbersIn(header).length > 0) return undefined;
  const rows = below.filter((band) => numbersIn(band).length === 1);
  if (rows.length !== numbers.length) return undefined;
  const sections = below.filter((band) => !rows.includes(band));
  const merged: MergedCell[] = [];
  for (const column of uneven) {
    const ofColumn = all.filter((segment) => overlap(segment, column));
    const blocks = blocksOf(ofColumn, pitch).filter((block) => isBeside(block, own));
    const heads = blocks.filter((block) => isIn(block, [header]));
    header.segments.push(...heads.flatMap(({ segments }) => segments));
    const rest = blocks.filter((block) => !heads.includes(block));
    const cells = sections.length > 0 ? undefined : cellsOver(rest, rows);
    if (cells?.every((cell) => isSurelyMerged(cell, numbers))) {
      merged.push(...cells);
      continue;
    }
    const rowsOf = rest.map((block) => rows.findIndex((row) => isIn(block, [row])));
    if (rowsOf.includes(-1) || new Set(rowsOf).size < rest.length) return undefined;
    for (const [k, block] of rest.entries()) rows[rowsOf[k] as number]?.segments.push(...block.segments);
  }
  const known = [header, ...rows, ...merged].flatMap(({ segments }) => segments);
  const columns = columnsOf([...known, first]);
  const mergedIn = (column: Segment) =>
    merged.filter(({ segments }) => segments.some((segment) => overlap(segment, column)));
  const plainColumns = columns.filter((column) => mergedIn(column).length === 0);
  const used = new Set([...known, ...own.flatMap(({ segments }) => segments)]);
  const others = all.filter((segment) => !used.has(segment));
  const around = (isThere: (segment: Segment) => boolean) =>
    bandsOf(others.filter(isThere), pitch / head.size);
  const isWhole =
    columns.length > 2 &&
    isHeader(header, columns, numbers) &&
    rows.every((band) => isRow(band, plainColumns, numbers)) &&
    columns.every((column, i) => mergedIn(column).length > 0 || areSurelyEmpty(rows, columns, i, pitch)) &&
    sections.every((band) => isSection(band, columns)) &&
    areGroups(numbers, merged) &&
    !isHeadedAbove(around(({ y }) => y < head.y).at(-1), own, columns) &&
    !goesOn(around(({ y }) => y > last.y)[0], own.at(-1), columns, pitch);
  return isWhole ? gridOf(own, all, { sections, merged, columns, numbers, pitch }) : undefined;
}

/** Whether words over some columns stand as near above the header as rows do: those of a header of two rows. */
function isHeadedAbove(
  above: Band | undefined,
  own: readonly Band[],
  [, , third]: readonly Segment[],
): boolean {
  const gaps = own.slice(1).map(({ top }, i) => top - (own[i] as Band).bottom);
  if (!above || !third || (own[0] as Band).top - above.bottom > 1.2 * least(gaps)) return false;
  return above.segments.some(({ from, line }) => from >= third.from && line.left >= third.from);
}

/** What stands below each other in a column as lines of one text do. */
function blocksOf(segments: readonly Segment[], pitch: number): Band[] {
  const blocks: Band[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const middle = segment.y - MIDDLE * segment.size;
    const block = blocks.at(-1);
    if (block && middle - pitch / 2 - block.bottom < UNEVEN * segment.size) {
      block.bottom = middle + pitch / 2;
      block.segments.push(segment);
    } else blocks.push({ top: middle - pitch / 2, bottom: middle + pitch / 2, segments: [segment] });
  }
  return blocks;
}

const middleOf = ({ top, bottom }: Pick<Band, 'top' | 'bottom'>) => (top + bottom) / 2;

/** Whether the middle of a text is between the top of the first and the bottom of the last of some rows. */
function isIn(block: Band, rows: readonly Band[]): boolean {
  const middle = middleOf(block);
  return middle > (rows[0]?.top ?? 0) && middle < (rows.at(-1)?.bottom ?? 0);
}

/** Whether any of a text stands as high as some rows. */
function isBeside({ top, bottom }: Band, rows: readonly Band[]): boolean {
  return bottom > (rows[0]?.top ?? 0) && top < (rows.at(-1)?.bottom ?? 0);
}

/** A cell over several rows. */
interface MergedCell extends Band {
  readonly from: number;
  readonly rowSpan: number;
}

/**
 * The cells of a column, where each stands in the middle of the rows from the end of the one before, up to the last row:
 * no other rows have the same middle.
 */
function cellsOver(blocks: readonly Band[], rows: readonly Band[]): MergedCell[] | undefined {
  const cells: MergedCell[] = [];
  let from = 0;
  for (const block of blocks) {
    const size = block.segments[0]?.size ?? 0;
    const to = rows.findIndex(
      ({ bottom }, i) =>
        i >= from &&
        Math.abs(middleOf({ top: rows[from]?.top ?? 0, bottom }) - middleOf(block)) < OFF_MIDDLE * size,
    );
    if (to < 0) return undefined;
    cells.push({ ...block, from, rowSpan: to + 1 - from });
    from = to + 1;
  }
  return from === rows.length ? cells : undefined;
}

/** Whether numbers begin anew only where a merged cell does. */
function areGroups(numbers: readonly Segment[], merged: readonly MergedCell[]): boolean {
  return numbers.every(({ text }, i) => i === 0 || text !== '1' || merged.some(({ from }) => from === i));
}

/** Of how many rows a cell is that may as well be of those between the first and the last alone, at least. */
const MAY_BE_FEWER = 3;

/**
 * Whether a cell is surely of all of its rows: one of more than two stands as well in the middle of those between the
 * first and the last, and the numbers tell where they begin anew with it and with the next.
 */
function isSurelyMerged({ from, rowSpan }: MergedCell, numbers: readonly Segment[]): boolean {
  const begins = (at: number) =>
    at === numbers.length || (numbers[at]?.text === '1' && numbers.length > rowSpan);
  return rowSpan < MAY_BE_FEWER || (begins(from) && begins(from + rowSpan));
}

/**
 * How far apart the lines of a cell are: the least distance of two that stand above each other. Where each line has its
 * number, no row has two.
 */
function pitchOf(head: Segment, numbers: readonly Segment[], all: readonly Segment[]): number {
  const bottom = (numbers.at(-1) ?? head).y + WIDEST_PITCH * head.size;
  const [first = head] = numbers;
  const within = all.filter(({ y }) => y > head.y - WIDEST_PITCH * head.size && y < bottom);
  const isNumbered = ({ y, text }: Segment) =>
    numbers.some((number) => Math.abs(number.y - y) < ON_LINE * head.size) || itemAt(text) !== '';
  const ofRows = within.filter(
    ({ y }) => y > first.y - head.size && y < (numbers.at(-1) ?? head).y + ON_LINE * head.size,
  );
  const isEach = ofRows.every(isNumbered);
  const words = within.filter(({ text }) => HAN.test(text));
  const distances = words.flatMap((segment) => {
    const below = words.filter((other) => other.y > segment.y + segment.size && overlap(segment, other));
    return below.map(({ y }) => y - segment.y);
  });
  const closest = least(distances);
  return isEach || closest > WIDEST_PITCH * head.size ? 1.05 * head.size : closest;
}

/** Parts what stands on a page where room goes across it. */
function bandsOf(segments: readonly Segment[], pitch: number): Band[] {
  const bands: Band[] = [];
  const boxes = segments.map((segment) => {
    const middle = segment.y - MIDDLE * segment.size;
    const half = (pitch * segment.size) / 2;
    return { segment, top: middle - half, bottom: middle + half };
  });
  for (const { segment, top, bottom } of boxes.sort((a, b) => a.top - b.top)) {
    const band = bands.at(-1);
    if (band && top - band.bottom < ROW_ROOM * segment.size) {
      band.bottom = Math.max(band.bottom, bottom);
      band.segments.push(segment);
    } else bands.push({ top, bottom, segments: [segment] });
  }
  return bands;
}

/** From where to where each column has text: room goes down between them. */
function columnsOf(segments: readonly Segment[]): Segment[] {
  const columns: { -readonly [K in keyof Segment]: Segment[K] }[] = [];
  for (const segment of segments.toSorted((a, b) => a.from - b.from)) {
    const column = columns.at(-1);
    if (column && segment.from - column.to < COLUMN_ROOM * segment.size)
      column.to = Math.max(column.to, segment.to);
    else columns.push({ ...segment });
  }
  return columns;
}

function inColumn({ segments }: Band, column: Segment): Segment[] {
  return segments.filter((segment) => overlap(segment, column)).sort((a, b) => a.y - b.y || a.from - b.from);
}

/** Whether each column has words over it, and one says whose tasks they are; a character alone is part of a word. */
function isHeader(band: Band, columns: readonly Segment[], [number]: readonly Segment[]): boolean {
  const texts = columns.map((column) => inColumn(band, column).map(({ text }) => text));
  const words = texts.map((own) => own.join(''));
  const known = words.filter((text) => matchOf(text) !== undefined);
  return (
    words.every((text, i) => text.length > 1 || (number && overlap(columns[i] as Segment, number))) &&
    known.length * 2 > words.length &&
    words.some((text) => HEADS_WHO.test(text)) &&
    columns.every((column) => isUnparted(inColumn(band, column), true))
  );
}

/** Whether a row has its number alone in a column, and what nothing parts in each of the others. */
function isRow(band: Band, columns: readonly Segment[], numbers: readonly Segment[]): boolean {
  return columns.every((column) => {
    const own = inColumn(band, column);
    return own.some((segment) => numbers.includes(segment)) ? own.length === 1 : isUnparted(own, false);
  });
}

/** How far from the middle of its row a cell is that stands in it, at most. */
const OFF_MIDDLE = 0.2;
/** How much lower than its row a cell is that shows where cells stand in their rows, in heights of a line. */
const LOWER = 0.8;

/**
 * Whether the cells of a column in which nothing stands are empty, and no parts of merged ones. All others stand in the
 * middle of their rows, as those of several rows would: none that has an empty one on both sides. The one to the left is
 * full: it has no more room than its column.
 */
function areSurelyEmpty(
  rows: readonly Band[],
  columns: readonly Segment[],
  i: number,
  pitch: number,
): boolean {
  const cells = rows.map((band) => ({ band, own: inColumn(band, columns[i] as Segment) }));
  const isEmpty = (at: number) => cells[at]?.own.length === 0;
  if (!cells.some((_, at) => isEmpty(at))) return true;
  let isShown = false;
  for (const [at, { band, own }] of cells.entries()) {
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) {
      const beside = columns[i - 1];
      const left = beside ? inColumn(band, beside) : [];
      if (new Set(left.map(({ line }) => line)).size < 2) return false;
      continue;
    }
    const middle = (first.y + last.y) / 2 - MIDDLE * first.size;
    if (Math.abs(middle - (band.top + band.bottom) / 2) > OFF_MIDDLE * first.size) return false;
    if (isEmpty(at - 1) && isEmpty(at + 1)) return false;
    if (band.bottom - band.top - (last.y - first.y) - pitch > LOWER * pitch) isShown = true;
  }
  return isShown;
}

const LATIN = /[\p{Script=Latin}\p{N}%‰.]/u;

/** Whether nothing parts what stands on the lines of a cell but blanks, and what programs leave between scripts. */
function isUnparted(own: readonly Segment[], isHeader: boolean): boolean {
  return own.every((segment, i) => {
    const before = own[i - 1];
    if (!before || before.line !== segment.line) return true;
    const between = segment.line.glyphs.some(
      ({ text, x, width }) => text.trim() === '' && x + width > before.to - 1 && x < segment.from + 1,
    );
    const isMixed = LATIN.test(before.text.slice(-1)) !== LATIN.test(segment.text.charAt(0));
    if (isHeader && [before, segment].every(({ text }) => text.length > 2 && matchOf(text))) return false;
    return between || (isMixed && segment.from - before.to <= BETWEEN_SCRIPTS * segment.size);
  });
}

/** 一、续建项目: a line that begins with a number of a list. */
function isSectionLine(line: PrintedLine): boolean {
  return /^[（(]?[一二三四五六七八九十]/.test(itemAt(plain(line.text))) && stretchesOf(line).length === 1;
}

/** Such a line over the columns, alone between rows. */
function isSection({ segments }: Band, columns: readonly Segment[]): boolean {
  const [first] = segments;
  const second = columns[1];
  return (
    first !== undefined &&
    second !== undefined &&
    segments.every(({ line }) => line === first.line) &&
    first.line.left < second.from &&
    first.line.right > second.from &&
    isSectionLine(first.line)
  );
}

/** Whether what stands below the last row may be of the table: a row without a number, the rest of a cell. */
function goesOn(
  next: Band | undefined,
  last: Band | undefined,
  columns: readonly Segment[],
  pitch: number,
): boolean {
  if (!next || !last) return false;
  if (next.segments.some(({ line }) => stretchesOf(line).length > 1)) return true;
  const over = next.segments.filter((segment) => columns.filter((each) => overlap(each, segment)).length > 1);
  const isFirst = next.segments.every((segment) => segment.to <= (columns[1]?.from ?? 0));
  return over.length === 0 && !isFirst && next.top - last.bottom < pitch;
}

function gridOf(
  bands: readonly Band[],
  segments: readonly Segment[],
  {
    sections,
    merged,
    columns,
    numbers,
    pitch,
  }: {
    readonly sections: readonly Band[];
    readonly merged: readonly MergedCell[];
    readonly columns: readonly Segment[];
    readonly numbers: readonly Segment[];
    readonly pitch: number;
  },
): AlignedGrid {
  const left = (columns[0]?.from ?? 0) - PADDING;
  const right =
    greatest([...bands, ...merged].flatMap(({ segments }) => segments.map(({ to }) => to))) + PADDING;
  const [top = 0, ...inner] = bands.map((band, i) => ((bands[i - 1]?.bottom ?? band.top) + band.top) / 2);
  const edges = [top, ...inner, bands.at(-1)?.bottom ?? top];
  const bottom = edges.at(-1) ?? top;
  const all = Array.from(new Set(segments.map(({ line }) => line)));
  const cells = bands.flatMap((band, row): RuledCell[] => {
    const cell = (from: number, to: number, column: number, colSpan: number, rowSpan = 1): RuledCell => ({
      box: { left: from, top: edges[row] as number, right: to, bottom: edges[row + rowSpan] as number },
      ...{ row, column, rowSpan, colSpan, isBegun: true, isClosed: true, isRectangle: true },
    });
    if (sections.includes(band)) return [cell(left, right, 0, columns.length)];
    return columns.flatMap((column, i) => {
      const over =
        row === 0 ? [] : merged.filter(({ segments }) => segments.some((each) => overlap(each, column)));
      // The header is the first of the rows, and no section is among merged cells.
      const own = over.find(({ from }) => from === row - 1);
      if (over.length > 0 && !own) return [];
      return [cell(column.from - PADDING, column.to + PADDING, i, 1, own?.rowSpan)];
    });
  });
  const [first, last] = [numbers[0], numbers.at(-1)].map((number) => Number(number?.text));
  return {
    box: { left, top, right, bottom },
    columns: [...columns.map(({ from }) => from - PADDING), right],
    rows: bands.length,
    cells,
    numbers: [first ?? 0, last ?? 0],
    lines: all.filter(({ top: from, bottom: to }) => (from + to) / 2 > top && (from + to) / 2 < bottom),
    pitch,
  };
}

/** 2023— and 2025. */
const GOES_ON = /[—–~～-]$/;
/** What the line of a cell ends with behind which there was room. */
const ENDS_LINE = /[。！？；;：:，,、）)]$/;

/**
 * Whether the cells of a table are one text each: their lines stand as far apart as lines do, and go on from each other
 * or end with a stop. Rows that a cell beside them holds together are none.
 */
function isSure(grid: AlignedGrid): boolean {
  const { cells, rest } = cellsOfGrid(
    grid,
    grid.lines.flatMap(({ glyphs }) => glyphs),
  );
  const { endOf } = endsOf(cells);
  const isOfText = (cell: CellOnPage) =>
    cell.lines.every((line, i) => {
      const next = cell.lines[i + 1];
      if (!next) return true;
      const more = levelOf(next.glyphs) - levelOf(line.glyphs) - grid.pitch;
      const areWords = [line, next].every(({ text }) => HAN.test(text));
      if (more > UNEVEN * line.size || (areWords && more < -UNEVEN * line.size)) return false;
      if (![line, next].some(({ text }) => HAN.test(text)) && !GOES_ON.test(line.text)) return false;
      const { left, right } = cell.box;
      const end = endOf(right);
      const sides = { left, right, width: end - left - PADDING };
      return ENDS_LINE.test(line.text) || itemAt(next.text) !== '' || isBrokenBefore(line, next, end, sides);
    });
  return rest.every(({ text }) => text.trim() === '') && cells.every(isOfText);
}
