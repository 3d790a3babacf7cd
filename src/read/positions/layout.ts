import { type AlignedGrid, alignedGrids } from './aligned.js';
import { withoutBlankRows } from './blank-rows.js';
import { type CellOnPage, cellsOfGrid } from './cells.js';
import { openGrids, unreadGrids } from './columns.js';
import { gridsIn, type RuledGrid } from './grid.js';
import { linesOnPage, type PrintedLine } from './lines.js';
import { columnsText, notLevelOn } from './not-level.js';
import { type Box, centreOf, type Glyph, holds, middleOf, type PrintedPage } from './printed-page.js';
import { NEAR, type RuledLine, type Rules, rulesIn } from './rules.js';
import { withoutStruck } from './struck.js';

/** A table of a page. */
export interface PrintedTable extends RuledGrid {
  readonly kind: 'table';
  /** In the order in which they are read. */
  readonly cells: readonly CellOnPage[];
  /** Cells that have a table of their own inside. */
  readonly nested: ReadonlySet<CellOnPage>;
  /** What it was made of, where nothing rules it. */
  readonly aligned?: AlignedGrid;
}

/** A page as lines and tables. */
export interface LaidOutPage {
  readonly page: PrintedPage;
  readonly lines: readonly PrintedLine[];
  readonly tables: readonly PrintedTable[];
  /** Tables whose columns nothing rules, and which cannot be read: the lines of each. */
  readonly unread: readonly (readonly PrintedLine[])[];
  /** What is written down or up, column by column; nothing where all is level. */
  readonly notLevel?: { readonly top: number; readonly texts: readonly string[] };
  /** Characters that go across the page: a watermark. */
  readonly across: string;
  /** Characters that are struck through. */
  readonly struck: string;
}

/** Parts a page into its tables and the lines around them. */
export function layOutPage(whole: PrintedPage): LaidOutPage {
  const { page, struck } = withoutStruck(whole);
  const level = page.glyphs.filter(({ runs }) => runs !== 'across' && runs !== 'back');
  const across = page.glyphs.filter(({ runs }) => runs === 'across' || runs === 'back');
  const rules = rulesIn(page.rules);
  const ruled = gridsIn(rules);
  const loose = looseOf(rules, ruled);
  const lines = linesOnPage(level);
  const { grids, inner } = tablesAmong([...ruled, ...openGrids(loose, lines)], level);
  let around: readonly Glyph[] = level;
  const tables = grids.map((grid): PrintedTable => {
    const found = cellsOfGrid(grid, around);
    around = found.rest;
    const { cells, rows } = withoutBlankRows(found.cells, grid);
    const nested = cells.filter(({ box }) => inner.some((each) => holds(box, centreOf(each.box))));
    return { ...grid, kind: 'table', rows, cells, nested: new Set(nested) };
  });
  const filled = tables.filter(({ cells }) => cells.some((cell) => cell.lines.length > 0));
  const notLevel = notLevelOn(level, around, filled);
  if (notLevel.glyphs.size === 0) {
    for (const aligned of alignedGrids(linesOnPage(around), loose)) {
      const found = cellsOfGrid(aligned, around);
      around = found.rest;
      filled.push({ ...aligned, kind: 'table', cells: found.cells, nested: new Set(), aligned });
    }
  }
  return {
    page,
    tables: filled.filter((table) => !notLevel.tables.has(table)).sort((a, b) => a.box.top - b.box.top),
    lines: linesOnPage(around.filter((glyph) => !notLevel.glyphs.has(glyph))),
    unread: notLevel.isWhole ? [] : unreadGrids(loose, lines),
    ...(notLevel.glyphs.size > 0 && { notLevel: columnsText(notLevel.glyphs) }),
    across: across.map(({ text }) => text).join(''),
    struck,
  };
}

/** The level rules that are of no table. */
function looseOf({ level }: Rules, grids: readonly RuledGrid[]): RuledLine[] {
  return level.filter(({ at, from, to }) => {
    const middle = { x: (from + to) / 2, y: at };
    return !grids.some(({ box }) =>
      holds({ ...box, top: box.top - NEAR, bottom: box.bottom + NEAR }, middle),
    );
  });
}

/**
 * Which grids are tables. One around others is the layout of the page where those hold most of its text, and their
 * parts are of its cells where they do not; one of a single column parts nothing.
 */
function tablesAmong(
  all: readonly RuledGrid[],
  glyphs: readonly Glyph[],
): { grids: RuledGrid[]; inner: RuledGrid[] } {
  const grids = all.filter(({ columns, cells }) => columns.length > 2 && cells.length > 1);
  const textIn = ({ box }: RuledGrid) => glyphs.filter((glyph) => holds(box, middleOf(glyph))).length;
  const inside = (outer: RuledGrid) =>
    grids.filter((grid) => grid !== outer && isInside(grid.box, outer.box));
  const layouts = new Set(
    grids.filter((grid) => {
      const within = inside(grid);
      const outermost = within.filter(
        (each) => !within.some((other) => other !== each && isInside(each.box, other.box)),
      );
      return within.length > 0 && outermost.reduce((sum, each) => sum + textIn(each), 0) * 2 > textIn(grid);
    }),
  );
  const kept = grids.filter((grid) => !layouts.has(grid));
  const inner = kept.filter((grid) => kept.some((outer) => outer !== grid && isInside(grid.box, outer.box)));
  return { grids: kept.filter((grid) => !inner.includes(grid)), inner };
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1
  );
}
