import type { AnyNode, Element, ParentNode } from 'domhandler';
import type { NoiseKind } from '../model/place.js';
import { type Flow, textsOf } from './flow.js';
import { tableOrLayout } from './layout-table.js';

/** Elements whose content is no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript', 'svg', 'math']);

/** Elements that stand on lines of their own (HTML Living Standard §15.3). */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section ' +
    'summary title tr td th ul'
  ).split(' '),
);

/** How an element's content is taken. */
export interface Reading {
  /** Text of these elements is set aside as noise of that kind. */
  readonly noiseOf: (element: Element) => NoiseKind | undefined;
  /** Elements around the notice: text that stands in them directly is page chrome, a table lays out the page. */
  readonly around: ReadonlySet<AnyNode>;
}

/** Reads a tree of HTML elements into paragraphs, tables and noise, in reading order. */
export function flowOf(root: ParentNode, reading: Reading): Flow[] {
  const flow: Flow[] = [];
  let line = '';
  /** The number of a list's item whose text is still to come. */
  let number = '';

  const flush = (): void => {
    const text = collapsed(line);
    line = '';
    if (text.trim() === '') return;
    flow.push(
      number === ''
        ? { kind: 'paragraph', text }
        : { kind: 'paragraph', text: number + text, numbered: true },
    );
    number = '';
  };

  const walk = (node: AnyNode): void => {
    if (node.type === 'text') {
      if (!node.parent || !reading.around.has(node.parent)) line += node.data;
      else if (node.data.trim() !== '') flow.push({ kind: 'noise', noise: 'page-chrome', text: node.data });
    } else if (node.type === 'root' || node.type === 'cdata') node.children.forEach(walk);
    else if ('attribs' in node) element(node);
  };

  const element = (node: Element): void => {
    const { name } = node;
    if (UNSEEN.has(name)) return;
    const noise = reading.noiseOf(node);
    if (noise) {
      if (BLOCKS.has(name) || name === 'table') flush();
      for (const item of noiseFlow(node, noise, reading)) flow.push(item);
    } else if (name === 'br') {
      flush();
    } else if (name === 'pre') {
      flush();
      for (const text of textOf(node).split('\n')) flow.push({ kind: 'paragraph', text });
    } else if (name === 'table') {
      flush();
      for (const item of tableFlow(node, reading)) flow.push(item);
    } else if (BLOCKS.has(name)) {
      flush();
      if (node.name === 'li') number = listNumber(node);
      node.children.forEach(walk);
      flush();
      if (node.name === 'li') number = '';
    } else {
      node.children.forEach(walk);
    }
  };

  root.children.forEach(walk);
  flush();
  return flow;
}

function noiseFlow(element: Element, noise: NoiseKind, reading: Reading): Flow[] {
  const texts = textsOf(flowOf(element, { ...reading, noiseOf: () => undefined }));
  return texts.map((text) => ({ kind: 'noise', noise, text }));
}

function tableFlow(table: Element, reading: Reading): Flow[] {
  const before: Flow[] = [];
  const rows: Element[] = [];
  for (const part of elementsIn(table)) {
    if (part.name === 'tr') rows.push(part);
    else if (/^t(head|body|foot)$/.test(part.name)) for (const row of elementsIn(part, 'tr')) rows.push(row);
    else if (part.name === 'caption') for (const item of flowOf(part, reading)) before.push(item);
  }
  const cells = rows.map((row) =>
    elementsIn(row, 'td', 'th').map((cell) => {
      const noise = reading.noiseOf(cell);
      return {
        flow: noise ? noiseFlow(cell, noise, reading) : flowOf(cell, reading),
        rowSpan: spanOf(attributes(cell).rowspan, 65534),
        colSpan: spanOf(attributes(cell).colspan, 1000),
      };
    }),
  );
  return before.concat(tableOrLayout(cells, reading.around.has(table)));
}

function attributes({ attribs }: Element): { rowspan?: string; colspan?: string; start?: string } {
  return attribs;
}

/** The limits are HTML's own (Living Standard §4.9.11). */
function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return span >= 1 ? Math.min(span, most) : 1;
}

/** The number that a browser prints before an item of an ordered list, which is not in the text. */
function listNumber(node: Element): string {
  const list = node.parent;
  if (node.name !== 'li' || list?.type !== 'tag' || list.name !== 'ol') return '';
  const items = ITEMS.get(list) ?? new Map(elementsIn(list, 'li').map((item, i) => [item, i]));
  ITEMS.set(list, items);
  return `${Number.parseInt(attributes(list).start ?? '1', 10) + (items.get(node) ?? 0)}. `;
}

/** Where in its list each item stands: every item asks. */
const ITEMS = new WeakMap<Element, ReadonlyMap<Element, number>>();

function elementsIn(parent: ParentNode, ...names: string[]): Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === 'tag' && (names.length === 0 || names.includes(child.name)),
  );
}

/** All text inside an element, as it stands in the source. */
export function textOf(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** A browser shows blanks as one; a line break between wide characters is none (CSS Text 3 §4.1.3). */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (blanks, offset: number) =>
    /[\r\n]/.test(blanks) &&
    WIDE.test(text[offset - 1] ?? '') &&
    WIDE.test(text[offset + blanks.length] ?? '')
      ? ''
      : ' ',
  );
}
