import { type ComponentChildren, h } from 'preact';
import type { Charts } from '../../write/html/overview.js';
import type { ChartNode, ShownCharts } from '../shown.js';

/** The charts of an overview as elements of the page. */
export function chartsFrom({ tables, units, pairs }: ShownCharts): Charts {
  return { tables: drawn(tables), units: drawn(units), pairs: drawn(pairs) };
}

function drawn(nodes: readonly ChartNode[]): ComponentChildren {
  return nodes.length > 0 && nodes.map(one);
}

function one(node: ChartNode): ComponentChildren {
  return typeof node === 'string' ? node : h(node.tag, node.attributes, node.inner.map(one));
}
