import { load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import type { Span } from '../../model/place.js';
import { type Layout, lineText, type TextCell } from './layout.js';

/** Elements inside a cell that begin a line of their own; cells of a table inside it do. */
const LINES: ReadonlySet<string> = new Set(['p', 'div', 'li', 'br', 'td', 'th']);

/** What stands in a line with its tags, which say what becomes of it: what is struck through, and pictures. */
const WITH_TAGS: ReadonlySet<string> = new Set(['del', 's', 'strike', 'img']);

/** A table in HTML, as Markdown has it where cells are merged or have several paragraphs. */
export const htmlTable: Layout = (source, at) => {
  if (!/^\s*<table[\s>]/i.test(lineText(source, at))) return undefined;
  const start = (source.lines[at] as Span)[0];
  const tail = source.text.slice(start);
  const length = lengthOfTable(tail);
  if (length === undefined) return undefined;
  const stop = start + length;
  const page = load(tail.slice(0, length), { sourceCodeLocationInfo: true });
  const table = page('table').get(0);

  const texts: Span[] = [];
  const rows = page('tr')
    .toArray()
    .filter((row) => page(row).closest('table').get(0) === table)
    .map((row) =>
      page(row)
        .children('td, th')
        .toArray()
        .map((cell): TextCell => {
          const lines = linesOf(cell, start);
          for (const line of lines) texts.push(line);
          const span = (name: string) => Math.max(1, Math.min(Number(page(cell).attr(name)) || 1, 1000));
          return { lines, rowSpan: span('rowspan'), colSpan: span('colspan') };
        }),
    );
  const end = source.lines.findIndex(([from], line) => line > at && from >= stop);
  return { rows, markup: complement([start, stop], texts), end: end < 0 ? source.lines.length : end };
};

/** How long the table is that a text begins with, those inside it included. */
function lengthOfTable(text: string): number | undefined {
  let depth = 0;
  for (const { 0: tag, index } of text.matchAll(/<(\/?)table(?=[\s>])[^<>]*>/gi)) {
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth === 0) return index + tag.length;
  }
  return undefined;
}

/** The stretches of text inside a cell that are its lines. */
function linesOf(cell: Element, start: number): Span[] {
  const lines: Span[] = [];
  let open = false;
  const walk = (node: AnyNode): void => {
    if (node.type === 'text' || ('name' in node && WITH_TAGS.has(node.name))) {
      const { startOffset, endOffset } = node.sourceCodeLocation ?? { startOffset: 0, endOffset: 0 };
      if (node.type === 'text' && node.data.trim() === '') return;
      const last = lines.at(-1);
      // Tags of stress inside a line are set aside when the line is cut.
      if (open && last) lines[lines.length - 1] = [last[0], start + endOffset];
      else lines.push([start + startOffset, start + endOffset]);
      open = true;
    } else if ('children' in node) {
      if ('name' in node && LINES.has(node.name)) open = false;
      node.children.forEach(walk);
      if ('name' in node && LINES.has(node.name)) open = false;
    }
  };
  cell.children.forEach(walk);
  return lines;
}

/** What of a stretch the ascending `parts` do not hold. */
function complement([start, end]: Span, parts: readonly Span[]): Span[] {
  const edges = [start, ...parts.flat(), end];
  return edges.flatMap((edge, i): Span[] => (i % 2 === 0 ? [[edge, edges[i + 1] as number]] : []));
}
