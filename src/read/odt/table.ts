import type { Element } from 'domhandler';
import { elementsIn } from '../web/tree.js';
import { element, property } from '../word/build.js';
import type { XmlElement } from '../xml.js';

/** Elements around rows (ODF 1.3 part 3, 9.1). */
const AROUND_ROWS = ['table:table-header-rows', 'table:table-rows', 'table:table-row-group'];

/** No table of a text says that a row or a cell stands there more often. */
const MOST_REPEATED = 1000;

/** A cell that reaches into the rows below. */
interface Reaching {
  readonly columns: number;
  rows: number;
}

/**
 * A table as Word has it, whose merged cells go on in the rows below.
 *
 * @param blocksIn what stands in a cell
 */
export function tableElement(
  table: Element,
  isHidden: boolean,
  blocksIn: (cell: Element) => XmlElement[],
): XmlElement {
  const reaching = new Map<number, Reaching>();
  const rows = rowsIn(table).flatMap((row) => {
    const isGone = isHidden || /^(?:collapse|filter)$/.test(row.attribs['table:visibility'] ?? '');
    return Array.from({ length: repeated(row, 'table:number-rows-repeated') }, () =>
      element(
        'w:tr',
        {},
        ...(isGone ? [element('w:trPr', {}, property('w:hidden'))] : []),
        ...cellsOf(row, reaching, blocksIn),
      ),
    );
  });
  return element('w:tbl', {}, ...rows);
}

function rowsIn(parent: Element): Element[] {
  return elementsIn(parent, 'table:table-row', ...AROUND_ROWS).flatMap((each) =>
    each.name === 'table:table-row' ? [each] : rowsIn(each),
  );
}

function cellsOf(
  row: Element,
  reaching: Map<number, Reaching>,
  blocksIn: (cell: Element) => XmlElement[],
): XmlElement[] {
  const cells: XmlElement[] = [];
  /** How many covered cells are those of the cell before. */
  let covered = 0;
  let column = 0;
  const add = (columns: number, merge: XmlElement | undefined, inside: readonly XmlElement[]) => {
    const said = [...(columns > 1 ? [property('w:gridSpan', columns)] : []), ...(merge ? [merge] : [])];
    cells.push(element('w:tc', {}, element('w:tcPr', {}, ...said), ...inside));
    column += columns;
    covered = columns - 1;
  };
  for (const cell of elementsIn(row, 'table:table-cell', 'table:covered-table-cell')) {
    for (let i = repeated(cell, 'table:number-columns-repeated'); i > 0; i--) {
      const above = reaching.get(column);
      if (cell.name === 'table:table-cell') {
        const columns = spanned(cell, 'table:number-columns-spanned');
        const rows = spanned(cell, 'table:number-rows-spanned');
        if (rows > 1) reaching.set(column, { columns, rows: rows - 1 });
        else reaching.delete(column);
        add(columns, rows > 1 ? property('w:vMerge', 'restart') : undefined, blocksIn(cell));
      } else if (covered > 0) {
        covered--;
        const inside = blocksIn(cell);
        // What a covered cell says nobody sees.
        if (inside.length > 0) cells.push(...coveredBy(cells.pop(), inside));
      } else if (above) {
        if (--above.rows === 0) reaching.delete(column);
        add(above.columns, property('w:vMerge'), blocksIn(cell));
      } else add(1, undefined, blocksIn(cell));
    }
  }
  return cells;
}

function coveredBy(cell: XmlElement | undefined, inside: readonly XmlElement[]): XmlElement[] {
  return cell ? [{ ...cell, children: [...cell.children, element('odt:covered', {}, ...inside)] }] : [];
}

function repeated({ attribs }: Element, name: string): number {
  return Math.min(Math.max(1, Number(attribs[name] ?? 1) || 1), MOST_REPEATED);
}

function spanned({ attribs }: Element, name: string): number {
  return Math.max(1, Number(attribs[name] ?? 1) || 1);
}
