// Two rows of a header on one grid, where the format does not tell how far a cell reaches.
import type { GridCell, GridRow } from '../model/notice.js';
import { slotsOf } from './grid.js';

/** A header is a few words. */
export const LONGEST_HEADER = 24;

/**
 * Where the format does not tell spans, the lower row has an empty cell under each header that reaches
 * down, and the others, in turn, are what the headers that do not are divided into. Rows of as many cells
 * stand above each other, and an empty cell of the upper one is of the header before it, as Excel copies
 * merged cells.
 *
 * @returns both rows on one grid, or `undefined` where they cannot be fitted together
 */
export function onOneGrid(upper: GridRow, lower: GridRow): GridRow[] | undefined {
  if (upper.cells.length === lower.cells.length) return cellOverCell(upper, lower);
  const spread: GridCell[] = [];
  const own: GridCell[] = [];
  let slot = 0;
  let at = 0;
  for (const cell of upper.cells) {
    const from = slot;
    const first = lower.cells[at];
    if (first === undefined) return undefined;
    do {
      const below = lower.cells[at++] as GridCell;
      own.push({ ...(below.passage.text === '' ? cell : below), from: slot, to: slot + 1 });
      slot++;
    } while (
      first.passage.text !== '' &&
      lower.cells[at] !== undefined &&
      lower.cells[at]?.passage.text !== ''
    );
    spread.push({ ...cell, from, to: slot });
  }
  const whole = at === lower.cells.length && slotsOf(lower) === slot;
  return whole
    ? [
        { ...upper, cells: spread },
        { ...lower, cells: own },
      ]
    : undefined;
}

/** Rows of as many cells, each under its own. */
function cellOverCell(upper: GridRow, lower: GridRow): GridRow[] {
  const spread: GridCell[] = [];
  const own = lower.cells.map((below, slot): GridCell => {
    const above = upper.cells[slot] as GridCell;
    const before = spread.at(-1);
    if (above.passage.text === '' && before) spread.splice(-1, 1, { ...before, to: slot + 1 });
    else spread.push({ ...above, from: slot, to: slot + 1 });
    return { ...(below.passage.text === '' ? above : below), from: slot, to: slot + 1 };
  });
  return [
    { ...upper, cells: spread },
    { ...lower, cells: own },
  ];
}

/**
 * Whether a row may be the lower one of a header where no span tells: it is empty below what reaches down to it, and
 * says nothing but words.
 */
export function mayHead({ cells }: GridRow): boolean {
  const texts = cells.map(({ passage }) => passage.text);
  return (
    texts.includes('') &&
    texts.every(
      (text) => text.length <= LONGEST_HEADER && !/\d/.test(text.replace(/\d{4}年|\d{1,2}(?:月|季度)/g, '')),
    )
  );
}

/**
 * 乡镇｜固定资产投资｜｜财政收入｜ over ｜总量｜增速｜总量｜增速, as a sheet has it of which nobody merged a cell: where the
 * upper row is empty the lower one is not, and the other way round.
 *
 * @returns both rows on one grid
 */
export function foldedHeader(upper: GridRow, lower: GridRow | undefined): GridRow[] | undefined {
  if (!lower || upper.cells.length !== lower.cells.length || !mayHead(lower)) return undefined;
  if ([upper, lower].some(({ cells }) => cells.some(({ above, from, to }) => above || to - from > 1)))
    return undefined;
  const isEmpty = ({ passage }: GridCell) => passage.text === '';
  const below = (i: number) => lower.cells[i] as GridCell;
  const isOpen = upper.cells.filter(isEmpty).length > 0 && lower.cells[0] !== undefined && isEmpty(below(0));
  return isOpen && upper.cells.every((cell, i) => !isEmpty(cell) || !isEmpty(below(i)))
    ? cellOverCell(upper, lower)
    : undefined;
}
