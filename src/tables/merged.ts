import type { ColumnRole } from '../model/column-role.js';
import type { Passage } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { Flag } from '../model/taskbook.js';
import { comparable } from '../words/columns.js';
import type { AlignedCell, AlignedRow } from './align.js';

/** A row with what its empty cells stand for where a merged cell above reaches down to it. */
export interface UnmergedRow {
  readonly row: AlignedRow;
  readonly name: Inherited;
  readonly lead: Inherited;
  readonly flags: readonly FlagInPlace[];
}

export interface FlagInPlace {
  readonly flag: Flag;
  readonly at: Place;
}

/** Passages of one role: the row's own, or those of a row above that reach down to it. */
interface Inherited {
  readonly passages: readonly Passage[];
  readonly inherited: boolean;
}

/**
 * Infers merged cells in the rows of one table, where the format does not tell them: an empty name
 * or lead is the one above. An empty 责任单位 stays empty, because a task can have none, but is
 * flagged where the row above has one and bears the same name (a name printed again after a page
 * break is the same name). Every inference is a flag.
 *
 * @param blankIsSame headers, without blanks, under which nothing printed means what the cell above says, as a note
 *   of the table tells
 */
export function unmerge(rows: readonly AlignedRow[], blankIsSame: ReadonlySet<string> = NONE): UnmergedRow[] {
  const unmerged: UnmergedRow[] = [];
  for (const printed of rows) {
    const above = unmerged.at(-1);
    const row = above ? withSame(withCategories(printed, above.row), above.row, blankIsSame) : printed;
    const flags: FlagInPlace[] = [];
    const note = (flag: Flag, cell: AlignedCell | undefined) =>
      flags.push({ flag, at: cell?.passage.at ?? row.at });

    const inherit = (role: 'name' | 'lead'): Inherited => {
      const own = cellsOf(row, role);
      const passages = filled(own);
      const from = above?.[role].passages ?? [];
      const guess = own.some(({ maybeMerged }) => maybeMerged);
      if (passages.length > 0 || from.length === 0 || !guess || above?.row.section !== row.section) {
        return { passages, inherited: passages.length > 0 && own.every(({ merged }) => merged) };
      }
      note(`${role}-inherited`, own[0]);
      return { passages: from, inherited: true };
    };

    const name = inherit('name');
    const lead = inherit('lead');
    if (lead.passages.length === 0) note('lead-blank', cellsOf(row, 'lead')[0]);
    const responsible = cellsOf(row, 'responsible');
    if (
      above &&
      responsible.some(({ maybeMerged }) => maybeMerged) &&
      filled(responsible).length === 0 &&
      filled(cellsOf(above.row, 'responsible')).length > 0 &&
      name.passages.length > 0 &&
      sameText(name.passages, above.name.passages)
    ) {
      note('responsible-blank', responsible[0]);
    }
    const missing = row.cells.find((cell) => cell.missing);
    if (missing) note('cell-missing', missing);
    unmerged.push({ row, name, lead, flags });
  }
  return unmerged;
}

/** A row whose blank categories are those of the row above: a wider word that names nobody's duty, and no flag. */
function withCategories(row: AlignedRow, above: AlignedRow): AlignedRow {
  if (row.section !== above.section) return row;
  const cells = row.cells.map((cell): AlignedCell => {
    const { column, passage, maybeMerged, missing } = cell;
    if (column.role !== 'category' || passage.text !== '' || !maybeMerged || missing) return cell;
    const from = above.cells.find((each) => each.column === column);
    return from && from.passage.text !== '' ? { ...cell, passage: from.passage, merged: true } : cell;
  });
  return { ...row, cells };
}

/** 同上, 〃: what the cell above says. */
const SAME = /^(?:同上(?:一?[行项条])?|〃|″|“”?)$/;

const NONE: ReadonlySet<string> = new Set();

function withSame(row: AlignedRow, above: AlignedRow, blankIsSame: ReadonlySet<string>): AlignedRow {
  const isSame = ({ passage: { text }, column }: AlignedCell) =>
    SAME.test(text.trim()) || (text === '' && blankIsSame.has(comparable(column.header)));
  if (!row.cells.some(isSame)) return row;
  const cells = row.cells.map((cell): AlignedCell => {
    if (!isSame(cell)) return cell;
    const from = above.cells.find(({ column }) => column === cell.column);
    return from ? { ...cell, passage: from.passage, merged: true } : cell;
  });
  return { ...row, cells };
}

function sameText(some: readonly Passage[], others: readonly Passage[]): boolean {
  return some.length === others.length && some.every(({ text }, i) => text === others[i]?.text);
}

/** The row's cells under columns of a role. */
export function cellsOf({ cells }: AlignedRow, role: ColumnRole): AlignedCell[] {
  return cells.filter(({ column }) => column.role === role);
}

/** The passages that cells hold, each once. */
export function filled(cells: readonly AlignedCell[]): Passage[] {
  const passages = cells.map(({ passage }) => passage).filter(({ text }) => text !== '');
  return Array.from(new Set(passages));
}
