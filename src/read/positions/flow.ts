import { diagnose } from '../../model/diagnose.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Place } from '../../model/place.js';
import { comparable } from '../../words/columns.js';
import { CONTINUATION } from '../../words/documents.js';
import type { Flow, FlowCell } from '../flow.js';
import { plain } from '../names-apart.js';
import { withoutSite } from '../web/saved-site.js';
import { endsOf, isFull, textOfLines } from './cells.js';
import { footnotesOn } from './footnotes.js';
import {
  begin,
  goOn,
  goOnWithoutEnd,
  isWithoutEnd,
  type JoinedCell,
  type JoinedTable,
  mayGoOn,
} from './joined.js';
import { type LaidOutPage, layOutPage, type PrintedTable } from './layout.js';
import type { PrintedLine } from './lines.js';
import { numbersInFrames, pageMargins } from './margins.js';
import { type NamesInColumn, namesInColumn, namesUnder } from './names-in-column.js';
import { overprintedOn } from './overprinted.js';
import {
  goesOn,
  type PrintedParagraph,
  paragraphsOfLines,
  paragraphText,
  type TextWidth,
  textWidthOf,
} from './paragraphs.js';
import { partsOfSheets } from './parts.js';
import { isSameSize, pitchesOf } from './pitches.js';
import type { PrintedPage } from './printed-page.js';
import { NEAR } from './rules.js';
import { withSureEnds } from './sure-ends.js';
import { unruledColumns, unruledRest } from './unruled.js';
import { ItemNumbers, runOn } from './wrap.js';

/** What stands on a page, from the top down. */
type FlowPart =
  | (PrintedParagraph & { readonly page: number; readonly row: number })
  | JoinedTable
  | UnreadTable;

/** Lines that stand in columns which nothing tells apart, or that go down or up, and the page they are on. */
interface UnreadTable {
  readonly kind: 'unread';
  readonly why: 'columns-unruled' | 'text-not-level';
  readonly page: number;
  readonly lines: readonly { readonly text: string; readonly row: number }[];
}

/**
 * Reads pages as people do: lines that follow each other are a paragraph, what is ruled is a table, and both go on over
 * the end of a page.
 *
 * @param name the file's, for what is told
 */
export function readPages(
  pages: readonly PrintedPage[],
  name: string,
): { readonly flow: Flow[]; readonly diagnostics: Diagnostic[] } {
  const framed = numbersInFrames(pages);
  const whole = pages.map((page) => {
    const number = framed.get(page)?.glyphs ?? [];
    return layOutPage({ ...page, glyphs: page.glyphs.filter((glyph) => !number.includes(glyph)) });
  });
  const margins = pageMargins(whole);
  const laidOut = withSureEnds(whole, margins);
  const sheets = partsOfSheets(laidOut, margins);
  const diagnostics: Diagnostic[] = [];
  const parts: FlowPart[] = [];
  const aside: Flow[] = [];
  const notes = new Map<LaidOutPage, readonly PrintedLine[]>();
  const ownLines = new Map(
    laidOut.map((page) => {
      const own = page.lines.filter((line) => !margins.has(line));
      const below = footnotesOn(page, own);
      notes.set(page, below);
      return [page, own.filter((line) => !below.includes(line))] as const;
    }),
  );
  const known = { pitches: pitchesOf(Array.from(ownLines.values())), items: new ItemNumbers() };
  let width: TextWidth | undefined;
  let joined = 0;
  for (const [page, own] of ownLines) {
    const { number } = page.page;
    const ends = page.tables.map(({ box }) => box.right);
    const ownWidth = textWidthOf(own, page.page.width, ends);
    width = wider(ownWidth, width);
    const last = parts.at(-1);
    const unruled = unreadOn(page, own, last?.kind === 'unread' && last.why === 'columns-unruled');
    const found = partsOf(page, own, unruled, width, known);
    if (ownWidth?.isNarrow)
      joined += found.reduce((sum, part) => sum + (part.kind === 'paragraph' ? part.lines.length - 1 : 0), 0);
    if (last?.kind === 'table' && carriesOn(last, found)) {
      const said = found.shift();
      if (said?.kind === 'paragraph') aside.push(marginal(paragraphText(said)));
    }
    const [top, beneath] = found.map((part) => (part.kind === 'table' ? part.tables[0] : undefined));
    if (last?.kind === 'table' && top && beneath && isWithoutEnd(last, top, beneath)) {
      goOnWithoutEnd(last, top, beneath, number);
      found.splice(0, 2);
    }
    const [first] = found;
    if (
      last?.kind === 'table' &&
      first?.kind === 'table' &&
      first.tables[0] &&
      mayGoOn(last, first.tables[0])
    ) {
      goOn(last, first.tables[0], number, 1);
      found.shift();
    } else if (
      last?.kind === 'paragraph' &&
      first?.kind === 'paragraph' &&
      width &&
      runsOn(last, first, width)
    ) {
      last.lines.push(...first.lines);
      found.shift();
    }
    parts.push(...found);
    for (const line of page.lines) if (margins.has(line)) aside.push(marginal(line.text));
    const below = notes.get(page) ?? [];
    if (below.length > 0) aside.push({ kind: 'noise', noise: 'footnote', text: runOn(below) });
    if (page.struck.trim() !== '') {
      aside.push({ kind: 'noise', noise: 'deleted', text: page.struck });
      diagnostics.push(diagnose('words-struck', { text: page.struck }, { file: name, page: number }));
    }
    if (page.across.trim() !== '') {
      aside.push(marginal(page.across));
      diagnostics.push(diagnose('text-across', { text: page.across }, { file: name, page: number }));
    }
    diagnostics.push(...unsureOf(page, sheets.get(page), name), ...picturesOf(page, name));
  }
  if (joined >= FEWEST_JOINED) diagnostics.push(diagnose('lines-joined', { count: joined }, name));
  for (const { text } of framed.values()) aside.push(marginal(text));
  const besides = pages.flatMap(({ beside }) => beside);
  return {
    flow: [
      ...withoutSite(parts.map((part) => flowOf(part, name))),
      ...parts.flatMap((part) => (part.kind === 'table' ? part.repeated.map(marginal) : [])),
      ...aside,
      ...(besides.length > 0 ? [{ kind: 'blank' as const, beside: besides }] : []),
    ],
    diagnostics,
  };
}

/** How many lines that end together far before the margin are told as joined, at least. */
const FEWEST_JOINED = 6;

/** What a page says that nobody can be sure of. */
function unsureOf(page: LaidOutPage, first: number | undefined, file: string): Diagnostic[] {
  const at = { file, page: page.page.number };
  const over = overprintedOn(page);
  const cells = page.tables.flatMap((table) => table.cells);
  const cramped = cells.flatMap(({ lines }) => lines).find(({ text }) => NO_ROOM.test(text));
  return [
    ...(first === undefined ? [] : [diagnose('sheet-in-parts', { first }, at)]),
    ...(over ? [diagnose('text-overprinted', { text: over.text }, at)] : []),
    ...(cramped ? [diagnose('text-cut', { text: cramped.text }, at)] : []),
    ...page.tables
      .filter((table) => reachesEdge(table, page.page))
      .flatMap(({ cells }) => {
        const text = cells.find(({ lines }) => lines.length > 0)?.lines[0]?.text ?? '';
        return [diagnose('text-cut', { text }, at)];
      }),
    ...page.tables.flatMap((table, i) => {
      const text = unclearIn(table);
      return text === undefined ? [] : [diagnose('rules-unclear', { text }, { ...at, table: i + 1 })];
    }),
  ];
}

/** Whether a table comes to the edge of its paper: nobody knows what is beyond. */
function reachesEdge({ box }: PrintedTable, { width }: PrintedPage): boolean {
  return box.left < AT_EDGE || box.right > width - AT_EDGE;
}

/** No printer prints so near to the edge, in points. */
const AT_EDGE = 1.5;

/** What a worksheet prints of a figure for which its column is too narrow. */
const NO_ROOM = /^#{3,}$/;

/** What stands in a cell that is no rectangle, or has another table inside. */
function unclearIn({ cells, nested }: PrintedTable): string | undefined {
  return cells.find((cell) => (!cell.isRectangle || nested.has(cell)) && cell.lines.length > 0)?.lines[0]
    ?.text;
}

function marginal(text: string): Flow {
  return { kind: 'noise', noise: 'page-margin', text };
}

function wider(own: TextWidth | undefined, before: TextWidth | undefined): TextWidth | undefined {
  if (!own || !before) return own ?? before;
  return { left: Math.min(own.left, before.left), right: Math.max(own.right, before.right) };
}

/**
 * The lines of a page that are of tables which cannot be read: those of each.
 *
 * @param goesOn whether the page before ends with such a table
 */
function unreadOn(
  page: LaidOutPage,
  own: readonly PrintedLine[],
  goesOn: boolean,
): readonly (readonly PrintedLine[])[] {
  const unruled = unruledColumns(own);
  const rest = goesOn ? unruledRest(own) : [];
  const more = unruled.filter((lines) => !lines.some((line) => rest.includes(line)));
  const isFound = unruled.length > 0 && (rest.length === 0 || more.length < unruled.length);
  const found = isFound ? unruled : rest.length > 0 ? [rest, ...more] : [];
  const others = page.unread.map((lines) => {
    const [first, last] = [lines[0], lines.at(-1)];
    return own.filter(({ y }) => first && last && y >= first.y && y <= last.y);
  });
  const isNew = (lines: readonly PrintedLine[]) =>
    lines.length > 0 && !found.some((each) => each.some((line) => lines.includes(line)));
  return [...found, ...others.filter(isNew)];
}

function flowOf(part: FlowPart, file: string): Flow {
  if (part.kind === 'table') return tableFlow(part);
  if (part.kind === 'paragraph') return paragraphFlow(part);
  const { page, lines, why } = part;
  const [{ text = '', row = 1 } = {}] = lines;
  return {
    kind: 'unread',
    lines: lines.map((line) => ({ text: line.text, of: { page, row: line.row } })),
    why: diagnose(why, { text }, { file, page, row }),
  };
}

function partsOf(
  { page, tables, notLevel }: LaidOutPage,
  lines: readonly PrintedLine[],
  unread: readonly (readonly PrintedLine[])[],
  width: TextWidth | undefined,
  known: Parameters<typeof paragraphsOfLines>[2],
): FlowPart[] {
  const parts: { readonly top: number; readonly part: FlowPart }[] = tables.map((table, i) => ({
    top: table.box.top,
    part: begin(table, page.number, i + 1),
  }));
  const rowOf = (line: PrintedLine) => lines.indexOf(line) + 1;
  for (const own of unread) {
    const of = own.map((line) => ({ text: line.text, row: rowOf(line) }));
    parts.push({
      top: own[0]?.top ?? 0,
      part: { kind: 'unread', why: 'columns-unruled', page: page.number, lines: of },
    });
  }
  if (notLevel) {
    const of = notLevel.texts.map((text, i) => ({ text, row: lines.length + i + 1 }));
    parts.push({
      top: notLevel.top,
      part: { kind: 'unread', why: 'text-not-level', page: page.number, lines: of },
    });
  }
  const blocks: PrintedLine[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (unread.some((own) => own.includes(line))) {
      if (blocks.at(-1)?.length !== 0) blocks.push([]);
      continue;
    }
    if (before && tables.some(({ box }) => box.top > before.y - before.size && box.top < line.y))
      blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  for (const block of blocks) {
    if (!width) break;
    for (const paragraph of paragraphsOfLines(block, width, known)) {
      const [first] = paragraph.lines;
      if (first)
        parts.push({
          top: first.top,
          part: { ...paragraph, page: page.number, row: rowOf(first) },
        });
    }
  }
  return parts.sort((a, b) => a.top - b.top).map(({ part }) => part);
}

/** Whether what stands at the top of a page is no more than that the table goes on: 续表. */
function carriesOn(last: JoinedTable, [first, second]: readonly FlowPart[]): boolean {
  return (
    first?.kind === 'paragraph' &&
    second?.kind === 'table' &&
    second.tables[0] !== undefined &&
    mayGoOn(last, second.tables[0]) &&
    CONTINUATION.test(comparable(paragraphText(first)))
  );
}

/** What stands behind a sentence and has no stop in it is a heading or a name: it goes on with nothing. */
const ENDS_SENTENCE = /[。！？]$/;
const STOP = /[，。；：、！？]/;

/** Whether a paragraph at the top of a page goes on from the one at the end of the page before. */
function runsOn(
  { lines }: PrintedParagraph,
  { lines: next, isNextItem }: PrintedParagraph,
  width: TextWidth,
): boolean {
  const last = lines.at(-1);
  const [first] = next;
  return (
    !isNextItem &&
    last !== undefined &&
    first !== undefined &&
    isSameSize(last, first) &&
    !(ENDS_SENTENCE.test(last.text) && next.length === 1 && !STOP.test(first.text)) &&
    goesOn(last, first, lines, width)
  );
}

function paragraphFlow(part: PrintedParagraph & { readonly page: number; readonly row: number }): Flow {
  const { page, row } = part;
  return { kind: 'paragraph', text: paragraphText(part), of: { page, row } };
}

function tableFlow({ rows, columns, tables }: JoinedTable): Flow {
  const all = tables.flatMap(({ cells }) => cells);
  const { padding, endOf } = endsOf(all);
  const pitches = pitchesOf(all.map(({ lines }) => lines));
  const slotOf = (at: number) => {
    const distances = columns.map((each) => Math.abs(each - at));
    return distances.indexOf(Math.min(...distances));
  };
  const isNested = ({ parts }: JoinedCell) =>
    parts.some((part) => tables.some(({ nested }) => nested.has(part)));
  const columnOf = ({ left, right }: JoinedCell) => {
    const end = endOf(right);
    return { sides: { left, right, width: end - left - padding }, end, pitches };
  };
  const names = namesIn(rows, columnOf);
  const flowCell = (cell: JoinedCell): FlowCell => {
    const from = slotOf(cell.left);
    const { text, unclear } = textOfLines(cell.lines, { ...columnOf(cell), names: names.get(cell) });
    return {
      text,
      rowSpan: cell.rowSpan,
      colSpan: Math.max(1, slotOf(cell.right) - from),
      ...(isNested(cell) && { nested: true as const }),
      ...(unclear.length > 0 && {
        beside: unclear.map(([before, behind]) => ({
          kind: 'told' as const,
          tell: (at: Place) => diagnose('names-unclear', { before, behind }, at),
        })),
      }),
    };
  };
  return {
    kind: 'table',
    rows: rows.map(({ cells }) => cells.map(flowCell)),
    printed: rows.map(({ page, table, row }) => ({ page, table, row })),
  };
}

/** How many rows a header has, at most. */
const HEADER_ROWS = 4;

/** How names stand in the columns of a table that are headed by whom or by people, for the cells of each. */
function namesIn(
  rows: JoinedTable['rows'],
  columnOf: (cell: JoinedCell) => Parameters<typeof isFull>[2],
): Map<JoinedCell, NamesInColumn> {
  const found = new Map<JoinedCell, NamesInColumn>();
  const heads = rows.slice(0, HEADER_ROWS).flatMap(({ cells }) => (cells.length > 1 ? cells : []));
  for (const head of heads) {
    const of = namesUnder(head.lines.map(({ text }) => plain(text)).join(''));
    if (!of) continue;
    const own = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== head && isUnder(cell, head)));
    const hasRoom = (column: Parameters<typeof isFull>[2]) => (line: PrintedLine, next: PrintedLine) =>
      !isFull(line, next, column);
    const [first] = own;
    if (!first) continue;
    const names = namesInColumn(
      of,
      own.map(({ lines }) => lines),
      hasRoom(columnOf(first)),
    );
    for (const cell of own) found.set(cell, names);
  }
  return found;
}

function isUnder(cell: JoinedCell, head: JoinedCell): boolean {
  return cell.left >= head.left - NEAR && cell.right <= head.right + NEAR;
}

/** Pictures that may say something: in a cell without words they are the cell. */
function picturesOf({ page, tables, lines }: LaidOutPage, file: string): Diagnostic[] {
  return page.pictures.flatMap((picture) => {
    const x = (picture.left + picture.right) / 2;
    const y = (picture.top + picture.bottom) / 2;
    const isIn = ({ left, top, right, bottom }: PrintedTable['box']) =>
      x > left && x < right && y > top && y < bottom;
    const [at, table] = Array.from(tables.entries()).find(([, { box }]) => isIn(box)) ?? [];
    const cell = table?.cells.find(({ box }) => isIn(box));
    if (cell && at !== undefined) {
      const place = { file, page: page.number, table: at + 1, row: cell.row + 1, cell: cell.column + 1 };
      return cell.lines.length === 0
        ? [diagnose('cell-unread', { what: 'picture' }, place)]
        : [diagnose('drawing-unread', { what: 'picture', near: nameOf(cell.lines[0]) }, place)];
    }
    const near = lines.findLast((line) => line.y < picture.bottom);
    return [diagnose('drawing-unread', { what: 'picture', near: nameOf(near) }, { file, page: page.number })];
  });
}

function nameOf(line: PrintedLine | undefined): string {
  return line?.text.replace(/\s/g, '').slice(0, 20) ?? '';
}
