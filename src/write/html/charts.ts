import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Counted, PageOverview, Pair, UnitCounts } from '../../model/page.js';
import { PART_WORDS } from '../../sheets/index.js';
import { addressOf, VIEWS } from './address.js';
import { BAR_PARTS, fillOf } from './bars.js';
import type { Charts } from './overview.js';

/** What Plot draws into; nothing of it is kept. */
const { document } = parseHTML('<!doctype html><html></html>');

/** How wide charts are, in CSS pixels: on a phone, and where there is room. */
const WIDTHS = { narrow: 328, wide: 720 } as const;

/** A character of a label, in CSS pixels. */
const CHARACTER = 12;
/** Rows and cells are links: what is left of them beside the gaps is large enough for a finger (WCAG 2.5.8). */
const BAR = 28;
const CELL = 28;

/** Room for labels beside bars; longer ones are cut, and whole in the table behind the chart. */
const LONGEST = 10;

/** How many rows and columns of the matrix are drawn; the table behind it has all. */
const MATRIX_SIZE = 60;

/** How many units are drawn; the table behind the chart has all. */
const MOST_BARS = 80;

/** The charts of an overview, each for a phone and for where there is room; the page shows one. */
export function chartsOf({ tables, units, pairs }: PageOverview): Charts {
  return {
    tables: twice((width) => tableBars(tables, width)),
    units: twice((width) => unitBars(units, width)),
    pairs: pairs.length > 0 ? matrix(pairs) : '',
  };
}

function twice(draw: (width: number) => string): string {
  return `<div class="narrow">${draw(WIDTHS.narrow)}</div><div class="wide">${draw(WIDTHS.wide)}</div>`;
}

/** Tasks by table, as bars. */
function tableBars(tables: readonly Counted[], width: number): string {
  const bars = tables.map(({ name, count }, i) => ({ name, count, i }));
  return draw({
    width,
    height: bars.length * BAR + 8,
    marginLeft: roomFor(tables.map(({ name }) => name)),
    marginRight: 36,
    y: {
      domain: bars.map(({ i }) => i),
      label: null,
      tickFormat: (i: number) => cut(bars[i]?.name ?? ''),
      tickSize: 0,
    },
    x: { axis: null },
    marks: [
      Plot.barX(bars, { y: 'i', x: 'count', fill: 'var(--bar)' }),
      Plot.text(bars, { y: 'i', x: 'count', text: 'count', textAnchor: 'start', dx: 5 }),
      wholeRows(bars, {
        y: 'i',
        title: ({ name, count }) => `${name}：${count} 项`,
        href: ({ i }) => addressOf(VIEWS.tasks, { table: String(i) }),
      }),
    ],
  });
}

/** Each unit's tasks by part of its sheet, as stacked bars. */
function unitBars(all: readonly UnitCounts[], width: number): string {
  const units = all.slice(0, MOST_BARS);
  const bars = units.flatMap(({ name, parts }) =>
    BAR_PARTS.map((part) => ({ name, part, count: parts[part] })),
  );
  const sums = units.map(({ name, parts }) => ({
    name,
    sum: BAR_PARTS.reduce((total, part) => total + parts[part], 0),
  }));
  return draw({
    width,
    height: units.length * BAR + 8,
    marginLeft: roomFor(units.map(({ name }) => name)),
    marginRight: 36,
    y: { domain: units.map(({ name }) => name), label: null, tickFormat: cut, tickSize: 0 },
    x: { axis: null },
    marks: [
      Plot.barX(
        bars.filter(({ count }) => count > 0),
        {
          y: 'name',
          x: 'count',
          fill: ({ part }) => fillOf(part),
          stroke: 'currentColor',
          strokeWidth: 0.5,
        },
      ),
      Plot.text(sums, { y: 'name', x: 'sum', text: 'sum', textAnchor: 'start', dx: 5 }),
      wholeRows(units, {
        y: 'name',
        title: ({ name, parts }) => `${name}：${partsWords(parts)}`,
        href: ({ name }) => addressOf(name),
      }),
    ],
  });
}

/** A link over each row, as wide as the chart: a bar may be too short to be hit. */
function wholeRows<T>(
  rows: readonly T[],
  how: { readonly y: string; readonly title: (row: T) => string; readonly href: (row: T) => string },
): Plot.Markish {
  return Plot.barX([...rows], { ...how, fill: 'transparent' });
}

/** 牵头 4 项，责任 5 项. */
function partsWords(parts: UnitCounts['parts']): string {
  return BAR_PARTS.filter((part) => parts[part] > 0)
    .map((part) => `${PART_WORDS[part]} ${parts[part]} 项`)
    .join('，');
}

/** Who leads tasks for which others are responsible: a number where a row and a column meet. */
function matrix(pairs: readonly Pair[]): string {
  const leads = most(pairs, 'lead');
  const others = most(pairs, 'responsible');
  const drawn = pairs.filter((pair) => leads.includes(pair.lead) && others.includes(pair.responsible));
  const highest = Math.max(...drawn.map(({ count }) => count));
  const left = roomFor(leads);
  const top = roomFor(others) + 6;
  return draw({
    width: left + others.length * CELL + 8,
    height: top + leads.length * CELL + 8,
    marginLeft: left,
    marginTop: top,
    marginRight: 8,
    marginBottom: 8,
    padding: 0.06,
    y: { domain: leads, label: null, tickFormat: cut, tickSize: 0 },
    // One character under another, as labels of narrow columns are written.
    x: {
      domain: others,
      label: null,
      axis: 'top',
      tickFormat: (name: string) => [...cut(name)].join('\n'),
      tickSize: 0,
    },
    marks: [
      Plot.gridX({ stroke: 'currentColor', strokeOpacity: 0.15 }),
      Plot.gridY({ stroke: 'currentColor', strokeOpacity: 0.15 }),
      Plot.cell(drawn, {
        y: 'lead',
        x: 'responsible',
        fill: 'var(--bar)',
        // The number says how many; the shade only leads the eye.
        fillOpacity: ({ count }) => 0.15 + (0.35 * count) / highest,
        title: ({ lead, responsible, count }) => `${lead} 牵头，${responsible} 责任：${count} 项`,
        href: ({ lead, responsible }) => addressOf(VIEWS.tasks, { lead, responsible }),
      }),
      Plot.text(drawn, { y: 'lead', x: 'responsible', text: 'count', pointerEvents: 'none' }),
    ],
  });
}

/** The names that most tasks are of, the most first. */
function most(pairs: readonly Pair[], side: 'lead' | 'responsible'): string[] {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(pair[side], (counts.get(pair[side]) ?? 0) + pair.count);
  return Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MATRIX_SIZE)
    .map(([name]) => name);
}

function cut(name: string): string {
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name;
}

function roomFor(names: readonly string[]): number {
  return Math.max(...names.map((name) => cut(name).length)) * CHARACTER + 12;
}

/** The chart as SVG that draws in the colours of what is around it. */
function draw(options: Plot.PlotOptions): string {
  const svg = Plot.plot({
    document: document as never,
    className: 'plot',
    style: { fontSize: `${CHARACTER}px` } as never,
    ...options,
  });
  // Its style is the page's own, and its links are in the table behind it, where keys and readers reach them.
  for (const style of svg.querySelectorAll('style')) style.remove();
  svg.removeAttribute('style');
  for (const link of svg.querySelectorAll('a')) link.setAttribute('tabindex', '-1');
  svg.setAttribute('aria-hidden', 'true');
  return svg.outerHTML;
}
