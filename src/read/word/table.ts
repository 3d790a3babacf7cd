import { diagnose } from '../../model/diagnose.js';
import { type Beside, besideIn, type Flow, textsOfFlow } from '../flow.js';
import { tableOrLayout } from '../layout-table.js';
import { childOf, isOn, valueIn, type XmlElement } from '../xml.js';

/** What is said of a cell. */
export interface CellProperties {
  /** How many columns of the grid it takes (17.4.17). */
  readonly colSpan: number;
  /** Whether it is one with the cells above or below it, or with the one before it (17.4.84, 17.4.22). */
  readonly down: 'begins' | 'goes-on' | undefined;
  readonly goesOnAcross: boolean;
  /** Whether a tracked change takes it out (17.13.5.2). */
  readonly isDeleted: boolean;
}

export function cellProperties(cell: XmlElement): CellProperties {
  const properties = childOf(cell, 'w:tcPr');
  const span = Number.parseInt(valueIn(properties, 'w:gridSpan') ?? '1', 10);
  const across = childOf(properties, 'w:hMerge');
  return {
    colSpan: span >= 1 ? span : 1,
    down: mergedDown(properties),
    goesOnAcross: across !== undefined && (across.attributes['w:val'] ?? 'continue') === 'continue',
    isDeleted: childOf(properties, 'w:cellDel') !== undefined,
  };
}

/** How a cell is merged, tracked changes accepted: those say it with words of their own (17.13.5.3). */
function mergedDown(properties: XmlElement | undefined): CellProperties['down'] {
  const change = childOf(properties, 'w:cellMerge');
  if (change) {
    const now = change.attributes['w:vMerge'];
    return now === undefined ? undefined : now === 'cont' ? 'goes-on' : 'begins';
  }
  const merge = childOf(properties, 'w:vMerge');
  if (!merge) return undefined;
  return (merge.attributes['w:val'] ?? 'continue') === 'continue' ? 'goes-on' : 'begins';
}

/** Why Word does not show a row: a tracked change takes it out (17.13.5.12), or it is hidden (17.4.20). */
export function rowIsOut(properties: XmlElement | undefined): 'deleted' | 'hidden' | undefined {
  if (childOf(properties, 'w:del')) return 'deleted';
  return isOn(childOf(properties, 'w:hidden')) ? 'hidden' : undefined;
}

/** A cell, while those that it is merged with are still to come. */
interface GrowingCell {
  readonly flow: Flow[];
  /** In which column of the grid it begins. */
  readonly column: number;
  rowSpan: number;
  colSpan: number;
  /** Whether cells below may go on from it. */
  readonly isMerged: boolean;
}

/** The rows of a table while they are read, one cell after the other. */
export class TableRows {
  readonly #rows: GrowingCell[][] = [];
  /** The cells of the last row that stands, by the column where they begin. */
  #above = new Map<number, GrowingCell>();
  #here = new Map<number, GrowingCell>();
  #column = 0;
  /** What stands in no cell. */
  readonly #loose: Beside[] = [];

  beginRow(): void {
    this.#rows.push([]);
    this.#here = new Map();
    this.#column = 0;
  }

  endRow(): void {
    this.#above = this.#here;
  }

  /** Passes over a row that is not shown; what begins in it does not go on below. */
  leaveOut(cells: readonly CellProperties[]): void {
    let column = 0;
    for (const { down, colSpan, isDeleted } of cells) {
      if (isDeleted) continue;
      if (down !== 'goes-on') this.#above.delete(column);
      column += colSpan;
    }
  }

  /** Columns that a row skips (17.4.14). */
  skip(columns: number): void {
    if (columns > 0) this.#begin([], columns, false);
  }

  /** A cell; where it goes on from another, its words are under that one's and are not shown. */
  add({ colSpan, down, goesOnAcross }: CellProperties, read: () => Flow[], hidden: () => string[]): void {
    const before = this.#rows.at(-1)?.at(-1);
    const above = down === 'goes-on' ? this.#above.get(this.#column) : undefined;
    if (goesOnAcross && before) {
      before.colSpan += colSpan;
      this.#column += colSpan;
      cover(before, hidden());
    } else if (above?.isMerged) {
      above.rowSpan++;
      this.#here.set(this.#column, above);
      this.#column += colSpan;
      cover(above, hidden());
    } else this.#begin(read(), colSpan, down !== undefined);
  }

  lose(texts: readonly string[]): void {
    for (const text of texts) this.#loose.push({ kind: 'lost', text });
  }

  setAside(...beside: Beside[]): void {
    this.#loose.push(...beside);
  }

  /** The table, or what stands in it where it lays out the page. */
  flow(): Flow[] {
    const rows = this.#rows;
    const numbers = rows.map((_, i) => i + 1);
    for (let i = rows.length - 1; i >= 0; i--) {
      if (!isStruck(rows[i] as GrowingCell[])) continue;
      this.setAside(...this.#strike(i));
      rows.splice(i, 1);
      numbers.splice(i, 1);
    }
    const kept = numbers.filter((_, i) => (rows[i] as GrowingCell[]).length > 0);
    const filled = rows.filter((row) => row.length > 0);
    const isWhole = kept.every((number, i) => number === i + 1);
    const table = filled.length === 0 ? [] : tableOrLayout(filled, false, isWhole ? undefined : kept);
    return this.#loose.length === 0 ? table : [...table, { kind: 'blank', beside: this.#loose }];
  }

  #begin(flow: Flow[], colSpan: number, isMerged: boolean): void {
    const cell: GrowingCell = { flow, column: this.#column, rowSpan: 1, colSpan, isMerged };
    this.#rows.at(-1)?.push(cell);
    this.#here.set(this.#column, cell);
    this.#column += colSpan;
  }

  /** Takes out a row that is struck out; cells that reach into rows below it go on there. */
  #strike(index: number): Beside[] {
    const rows = this.#rows;
    for (const [i, row] of rows.slice(0, index).entries())
      for (const cell of row) if (i + cell.rowSpan > index) cell.rowSpan--;
    const own = rows[index] as GrowingCell[];
    const below = rows[index + 1];
    for (const cell of own) {
      if (cell.rowSpan < 2 || !below) continue;
      const at = below.findIndex(({ column }) => column > cell.column);
      const moved = { ...cell, flow: isBlank(cell) ? [] : cell.flow, rowSpan: cell.rowSpan - 1 };
      below.splice(at < 0 ? below.length : at, 0, moved);
    }
    const beside = own
      .filter((cell) => cell.rowSpan < 2 || isBlank(cell))
      .flatMap(({ flow }) => besideIn(flow));
    const texts = own.map((cell) =>
      besideIn(cell.flow)
        .flatMap((each) => (isStrike(each) ? each.text : []))
        .join(''),
    );
    const text = texts.filter((each) => each !== '').join('　');
    return [
      { kind: 'told', tell: (at) => diagnose('row-struck', { text }, at) },
      { kind: 'noise', noise: 'deleted', text },
      ...beside.filter((each) => !isStrike(each)),
    ];
  }
}

function cover({ flow }: GrowingCell, texts: readonly string[]): void {
  if (texts.length > 0) flow.push({ kind: 'blank', beside: texts.map((text) => ({ kind: 'lost', text })) });
}

function isStrike(beside: Beside): beside is Extract<Beside, { kind: 'noise' }> {
  return beside.kind === 'noise' && beside.why === 'struck';
}

function isBlank({ flow }: GrowingCell): boolean {
  return textsOfFlow(flow).every((text) => text.trim() === '');
}

/** Whether all that a row says by itself is struck out; a cell that goes on below it is of those rows, too. */
function isStruck(row: readonly GrowingCell[]): boolean {
  return (
    row.some(({ flow }) => besideIn(flow).some(isStrike)) &&
    row.every((cell) => cell.rowSpan > 1 || isBlank(cell))
  );
}
