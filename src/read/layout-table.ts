import { besideIn, type Flow, type FlowCell, textsOfFlow } from './flow.js';

/** A cell before its table is known to be one. */
export interface LaidOut extends Pick<FlowCell, 'rowSpan' | 'colSpan'> {
  readonly flow: readonly Flow[];
}

/**
 * A table, or what stands in it where it merely lays out the page: where it has one cell, or where the
 * tables inside its cells hold most of its text.
 *
 * @param aroundNotice whether the notice stands in one of its cells
 * @param numbers which of the file's rows each is, where some are left out
 */
export function tableOrLayout(
  rows: readonly (readonly LaidOut[])[],
  aroundNotice = false,
  numbers?: readonly number[],
): Flow[] {
  const all = rows.flat();
  const inside = all.flatMap(({ flow }) => flow);
  const nested = inside.filter(({ kind }) => kind === 'table');
  const size = (flow: readonly Flow[]) =>
    textsOfFlow(flow).reduce((sum, text) => sum + text.trim().length, 0);
  if (all.length === 1 || aroundNotice || (nested.length > 0 && size(nested) * 2 > size(inside)))
    return inside;
  const read = rows.map((row) =>
    row.map(({ flow, rowSpan, colSpan }): FlowCell => {
      const beside = besideIn(flow);
      return {
        text: textsOfFlow(flow.filter(({ kind }) => kind !== 'noise')).join('\n'),
        rowSpan,
        colSpan,
        ...(flow.some(({ kind }) => kind === 'table') ? { nested: true } : {}),
        ...(beside.length > 0 ? { beside } : {}),
      };
    }),
  );
  return [
    { kind: 'table', rows: read.filter((row) => row.length > 0), ...(numbers && { numbers }) },
    ...inside.filter(({ kind }) => kind === 'noise'),
  ];
}
