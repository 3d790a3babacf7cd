import { parseHTML } from 'linkedom';
import type { PageOverview } from '../model/page.js';
import { chartsOf } from '../write/html/charts.js';
import type { Charts } from '../write/html/overview.js';
import type { ChartNode, ShownCharts } from './shown.js';

let last: { readonly of: string; readonly charts: ShownCharts } | undefined;

/** The charts of an overview as records: no text becomes markup in the page. Drawn again only where they are others. */
export function chartsIn({ tables, units, pairs, ...rest }: PageOverview): ShownCharts {
  const of = JSON.stringify([tables, units, pairs]);
  if (last?.of === of) return last.charts;
  const drawn = chartsOf({ ...rest, tables, units, pairs }) as Record<keyof Charts, string>;
  const charts = { tables: nodesIn(drawn.tables), units: nodesIn(drawn.units), pairs: nodesIn(drawn.pairs) };
  last = { of, charts };
  return charts;
}

function nodesIn(markup: string): ChartNode[] {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`);
  return childrenOf(document.body);
}

function childrenOf(parent: Element): ChartNode[] {
  return Array.from(parent.childNodes).flatMap((node): ChartNode[] => {
    if (node.nodeType === 3) return [node.textContent ?? ''];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    const attributes = Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
    return [{ tag: element.localName, attributes, inner: childrenOf(element) }];
  });
}
