import type { Document, Element } from 'domhandler';
import { adopt, elementsIn, visitBelow } from './tree.js';

/** What a part of a table is that is made of other elements, as its role says (WAI-ARIA 1.2) or its style (CSS 2 §17). */
const PARTS: Readonly<Record<string, string>> = {
  table: 'table',
  grid: 'table',
  'inline-table': 'table',
  rowgroup: 'tbody',
  'table-row-group': 'tbody',
  'table-header-group': 'thead',
  'table-footer-group': 'tfoot',
  row: 'tr',
  'table-row': 'tr',
  cell: 'td',
  gridcell: 'td',
  columnheader: 'th',
  rowheader: 'th',
  'table-cell': 'td',
};

/** Whether markup may hold such a table: most pages hold none. */
export function mayHaveLaidTables(html: string): boolean {
  return /table-row|role\s{0,9}=\s{0,9}["']?row\b|<thead/i.test(html);
}

/** Puts a table's head, where it is a table by itself so that it stays while the rows below it move, to its rows. */
function joinHeads(dom: Document): void {
  let head: Element | undefined;
  visitBelow(dom, (element) => {
    if (element.name !== 'table') {
      if (element.children.some((child) => child.type === 'text' && child.data.trim() !== ''))
        head = undefined;
      return true;
    }
    const parts = elementsIn(element, 'thead', 'tbody', 'tfoot', 'tr');
    const [first] = parts;
    const [row] = head ? elementsIn(head, 'thead') : [];
    if (head?.parent && row && first && first.name !== 'thead' && widthOf(first) === widthOf(row)) {
      const { parent } = head;
      adopt(
        parent,
        parent.children.filter((child) => child !== head),
      );
      adopt(element, [row, ...element.children]);
    }
    head = parts.length === 1 && first?.name === 'thead' ? element : undefined;
    return head === undefined;
  });
}

function widthOf(part: Element): number {
  const row = part.name === 'tr' ? part : elementsIn(part, 'tr')[0];
  return row
    ? elementsIn(row).reduce((sum, { attribs }) => sum + (Number(attribs['colspan'] ?? 1) || 1), 0)
    : 0;
}

/** Makes tables of elements that a browser lays out as one: rows of cells, and nothing else. */
export function readLaidTables(dom: Document): void {
  joinHeads(dom);
  visitBelow(dom, (table) => {
    if (!/^(?:div|section|ul|ol|dl|span)$/.test(table.name) || partOf(table) !== 'table') return true;
    const groups = elementsIn(table).filter((each) => /^t(?:body|head|foot)$/.test(partOf(each) ?? ''));
    const rows = [table, ...groups].flatMap((part) =>
      elementsIn(part).filter((each) => !groups.includes(each)),
    );
    const isWhole = rows.every(
      (row) => partOf(row) === 'tr' && elementsIn(row).every((cell) => /^t[dh]$/.test(partOf(cell) ?? '')),
    );
    if (!isWhole || rows.length < 2 || !rows.some((row) => elementsIn(row).length > 1)) return true;
    for (const part of [table, ...groups, ...rows, ...rows.flatMap((row) => elementsIn(row))])
      part.name = partOf(part) ?? part.name;
    return true;
  });
}

function partOf({ attribs }: Element): string | undefined {
  const { role = '', style = '' }: { role?: string; style?: string } = attribs;
  const display = Array.from(style.matchAll(/(?:^|;)\s*display\s{0,9}:\s{0,9}([\w-]+)/gi)).at(-1)?.[1];
  return PARTS[role.toLowerCase()] ?? PARTS[display?.toLowerCase() ?? ''];
}
