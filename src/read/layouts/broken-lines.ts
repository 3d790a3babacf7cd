import stringWidth from 'fast-string-width';
import type { Span } from '../../model/place.js';
import type { TextCell, TextTable, Unreadable } from './layout.js';

/** A cell of a drawn table as it is read line by line. */
export interface DrawnCell {
  readonly lines: Span[];
  rowSpan: number;
  /** Whether it stands alone in its row. */
  readonly isAlone: boolean;
}

/** Behind a stop, and before a number of a list, somebody began a line. */
const ENDS_LINE = /[。；;：:、，,]$/;
const BEGINS_LINE = /^(?:[（(]?\d{1,2}[）)]?[.．、](?!\d)|[①-⑳]|[（(]\d{1,2}[）)])/;

/**
 * The table with the lines of its cells put together that were broken where the column ends: what stands first in the
 * next line had no room any more. Where it had, and nothing says that a line begins there, programs that break lines
 * anywhere may have made the table, and nothing tells.
 */
export function drawn(
  text: string,
  rows: readonly (readonly DrawnCell[])[],
  columns: number,
  markup: readonly Span[],
  end: number,
): TextTable | Unreadable {
  const cells = rows.flat();
  const margin = Math.min(
    ...cells
      .flatMap(({ lines }) => lines.map((line) => blanksBehind(text, line)))
      .filter((each) => each >= 0),
  );
  const broken = (line: Span, next: Span) => {
    const behind = text.slice(...next).trim();
    const room = blanksBehind(text, line) - margin;
    // Two numbers are of two rows.
    if (/^\d+$/.test(behind) && /^\d+$/.test(text.slice(...line).trim())) return false;
    return !BEGINS_LINE.test(behind) && room < widthOf(FIRST_TOKEN.exec(behind)?.[0] ?? '');
  };
  const isFilled = (line: Span) => text.slice(...line).trim() !== '';
  const joints = cells.map(({ lines }) => {
    const filled = lines.flatMap((line, i) =>
      isFilled(line) && i > 0 && isFilled(lines[i - 1] as Span) ? [i] : [],
    );
    return { filled, goesOn: new Set(filled.filter((i) => broken(lines[i - 1] as Span, lines[i] as Span))) };
  });
  const isDoubtful = (lines: readonly Span[], { filled, goesOn }: (typeof joints)[number]) =>
    filled.find(
      (i) =>
        !goesOn.has(i) &&
        !ENDS_LINE.test(text.slice(...(lines[i - 1] as Span)).trim()) &&
        !BEGINS_LINE.test(text.slice(...(lines[i] as Span)).trim()),
    );
  for (const [i, { lines }] of cells.entries()) {
    const doubtful = isDoubtful(lines, joints[i] as (typeof joints)[number]);
    if (doubtful !== undefined)
      return { unreadable: (lines[doubtful] as Span)[0], because: 'lines-ambiguous', end };
  }
  // Where no rule parts some columns only, an empty cell may be the lower part of the one above it.
  const tellsSpans = cells.some(({ rowSpan }) => rowSpan > 1);
  const at = new Map(cells.map((cell, i) => [cell, joints[i]?.goesOn ?? new Set<number>()]));
  return {
    rows: rows.map((row) =>
      row.map(
        (cell): TextCell => ({
          lines: cell.lines,
          goesOn: at.get(cell) as ReadonlySet<number>,
          ...(tellsSpans && { rowSpan: cell.rowSpan, colSpan: cell.isAlone ? columns : 1 }),
        }),
      ),
    ),
    markup,
    end,
  };
}

/** A word in Latin letters or a number, or a character with the stop behind it: nobody breaks a line inside one. */
const FIRST_TOKEN = /^(?:[\dA-Za-z.%]+|.)[、，。；：！？）”》,.;:)]?/u;

/** How many columns of the terminal are empty behind a line of a cell; -1 where all of it is. */
function blanksBehind(text: string, [start, end]: Span): number {
  const own = text.slice(start, end);
  return own.trim() === '' ? -1 : widthOf(own.slice(own.trimEnd().length));
}

/** Marks that take one column or two as the font has it take two in such a table. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, each) => sum + (/[“”‘’…—·]/.test(each) ? 2 : stringWidth(each)), 0);
}
