import type { ReorderedColumns } from '../model/returned.js';
import type { Entries, FillIn } from '../model/sheet.js';
import { FILL_IN_ORDERS, headerOf } from '../sheets/index.js';

/**
 * The columns to fill in of a table, where they stand otherwise than in any that is sent and something is filled in in one that
 * stands elsewhere: whether it was moved, or only the headers were exchanged, nothing tells.
 *
 * @param open the columns as they stand
 */
export function reorderedIn(
  open: readonly FillIn[],
  rows: readonly Pick<Entries, 'filled'>[],
): ReorderedColumns | undefined {
  const [nearest] = FILL_IN_ORDERS.map((order) => {
    const sent = order.filter((id) => open.includes(id));
    return { sent, elsewhere: open.filter((id, i) => id !== sent[i]) };
  }).sort((a, b) => a.elsewhere.length - b.elsewhere.length);
  const isSaid = nearest?.elsewhere.some((id) => rows.some(({ filled }) => filled[id] !== undefined));
  return nearest && isSaid ? { columns: open.map(headerOf), sent: nearest.sent.map(headerOf) } : undefined;
}
