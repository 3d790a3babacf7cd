import type { AnyNode, Element } from 'domhandler';
import type { Beside, Flow } from '../flow.js';
import { type LaidOut, tableOrLayout } from '../layout-table.js';
import { hiddenBy } from './hidden.js';
import type { Aside, WebReading } from './reading.js';
import { elementsIn } from './tree.js';

type FlowIn = (nodes: readonly AnyNode[], reading: WebReading) => Flow[];
type SetAside = (element: Element, aside: Aside, reading: WebReading) => readonly Beside[];

const HIDDEN: Aside = { noise: 'invisible', why: 'hidden' };

/**
 * A table as a browser lays it out: its heads first and its feet last, without the rows and cells that have no room;
 * a cell reaches no further down than its part of the table (HTML Living Standard §4.9.12).
 */
export function tableFlow(table: Element, reading: WebReading, flowIn: FlowIn, setAside: SetAside): Flow[] {
  const parts = elementsIn(table, 'thead', 'tbody', 'tfoot', 'tr');
  const heads = parts.filter(({ name }) => name === 'thead').slice(0, 1);
  const feet = parts.filter(({ name }) => name === 'tfoot').slice(0, 1);
  const bodies = parts.filter((part) => !heads.includes(part) && !feet.includes(part));
  const before: Flow[] = elementsIn(table, 'caption').flatMap((caption) => flowIn([caption], reading));
  const rows: FillingCell[][] = [];
  const aside = (items: readonly Beside[]) => {
    const last = rows.findLast((row) => row.length > 0)?.at(-1);
    if (last) last.flow.push({ kind: 'blank', beside: items });
    else if (items.length > 0) before.push({ kind: 'blank', beside: items });
  };
  for (const part of [...heads, ...bodies, ...feet]) {
    const trs = part.name === 'tr' ? [part] : elementsIn(part, 'tr');
    const isGone = hiddenBy(part) === 'gone';
    const gone = new Set(trs.filter((tr) => isGone || hiddenBy(tr) === 'gone'));
    let left = trs.length - gone.size + 1;
    for (const tr of trs) {
      if (gone.has(tr)) {
        aside(setAside(tr, HIDDEN, reading));
        continue;
      }
      left--;
      const row: FillingCell[] = [];
      rows.push(row);
      for (const cell of elementsIn(tr, 'td', 'th')) {
        if (hiddenBy(cell) === 'gone') aside(setAside(cell, HIDDEN, reading));
        else row.push(cellOf(cell, left, reading, flowIn));
      }
    }
  }
  const aroundNotice = reading.around.has(table) || (reading.isLayout?.(table) ?? false);
  return before.concat(tableOrLayout(rows, aroundNotice));
}

type FillingCell = Omit<LaidOut, 'flow'> & { readonly flow: Flow[] };

/** @param left how many rows there are from the cell's own to the end of its part */
function cellOf(cell: Element, left: number, reading: WebReading, flowIn: FlowIn): FillingCell {
  const { rowspan, colspan } = cell.attribs as { rowspan?: string; colspan?: string };
  const down = Number.parseInt(rowspan ?? '1', 10);
  const across = Number.parseInt(colspan ?? '1', 10);
  return {
    flow: flowIn([cell], reading),
    rowSpan: down === 0 ? left : Math.min(Math.max(1, down || 1), left),
    colSpan: across >= 1 ? Math.min(across, WIDEST) : 1,
  };
}

/** HTML's own limit (Living Standard §4.9.11). */
const WIDEST = 1000;
