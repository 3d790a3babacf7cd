import type { AnyNode, Element } from 'domhandler';
import { elementsBelow, elementsIn, nodeText } from '../web/tree.js';
import { element, lookProperties, textElements } from '../word/build.js';
import { PLAIN, type RunLook } from '../word/styles.js';
import type { XmlElement } from '../xml.js';
import type { OdtList, OdtLists } from './lists.js';
import type { OdtStyles } from './styles.js';
import { tableElement } from './table.js';

/** What is drawn where a frame stands, as Word would have it: a picture, a formula, a file. */
type DrawnIn = (frame: Element) => XmlElement | undefined;

/** What a document is read with. */
export interface OdtReading {
  readonly styles: OdtStyles;
  readonly lists: OdtLists;
  readonly drawnIn: DrawnIn;
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['text:p', 'text:h']);

/** Elements that no text of the document stands in: declarations, and what is said of notes and changes. */
const APART: ReadonlySet<string> = new Set([
  'office:forms',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file',
  'table:table-column',
  'table:table-columns',
  'table:table-header-columns',
  'table:table-column-group',
  'table:shapes',
  'draw:enhanced-geometry',
  'draw:glue-point',
  'draw:image-map',
  'svg:title',
  'svg:desc',
  'office:event-listeners',
  'dc:creator',
  'dc:date',
  'meta:creator-initials',
  'loext:sender-initials',
  'text:label',
]);

/** What an index is made of, beside what it came to (8.2). */
const SOURCE = /^text:[\w-]+-source$/;

function isApart(name: string): boolean {
  return APART.has(name) || SOURCE.test(name);
}

/** What stands beside the text, also where it is in no paragraph. */
const BESIDE: ReadonlySet<string> = new Set(['text:note', 'office:annotation', 'text:tracked-changes']);

/** An OpenDocument text as what it is in WordprocessingML, so that what reads that reads this. */
export class OdtText {
  readonly #reading: OdtReading;
  /** Notes and comments, which a Word file has in parts of their own. */
  readonly notes: string[] = [];
  readonly comments: string[] = [];

  constructor(reading: OdtReading) {
    this.#reading = reading;
  }

  /** The paragraphs and tables of an element. */
  blocks(parent: Element, look: RunLook = PLAIN, list?: OdtList): XmlElement[] {
    return parent.children.flatMap((node) => this.#block(node, look, list));
  }

  #block(node: AnyNode, look: RunLook, list: OdtList | undefined): XmlElement[] {
    if (node.type === 'text')
      return node.data.trim() === '' ? [] : [element('odt:loose', {}, ...textElements(node.data.trim()))];
    if (!('attribs' in node) || isApart(node.name)) return [];
    const { name } = node;
    if (PARAGRAPHS.has(name)) return [this.#paragraph(node, look, undefined, list)];
    if (name === 'text:list') return this.#list(node, look, list);
    if (name === 'text:numbered-paragraph') return this.#items([node], this.#begin(node, list), look);
    if (name === 'table:table')
      return [tableElement(node, isHidden(node) || look.isHidden, (cell) => this.blocks(cell, look))];
    const within = isHidden(node) ? { ...look, isHidden: true } : look;
    // What is on the page and in no paragraph.
    if (name.startsWith('draw:') || BESIDE.has(name))
      return [element('w:p', {}, ...this.#inline([node], within))];
    return this.blocks(node, within, list);
  }

  #list(node: Element, look: RunLook, outer: OdtList | undefined): XmlElement[] {
    const list = this.#begin(node, outer);
    return elementsIn(node).flatMap((item) =>
      item.name === 'text:list-item' ? this.#items([item], list, look) : this.blocks(item, look, list),
    );
  }

  #begin(node: Element, outer: OdtList | undefined): OdtList {
    return this.#reading.lists.begin(node, outer);
  }

  /** The first paragraph of an item has its number. */
  #items(items: readonly Element[], list: OdtList, look: RunLook): XmlElement[] {
    return items.flatMap((item) => {
      const first = elementsIn(item)[0];
      return item.children.flatMap((node) =>
        node === first && PARAGRAPHS.has(first.name)
          ? [this.#paragraph(first, look, this.#reading.lists.numberOf(list, item), list)]
          : this.#block(node, look, list),
      );
    });
  }

  #paragraph(
    node: Element,
    around: RunLook,
    own: XmlElement | undefined,
    list: OdtList | undefined,
  ): XmlElement {
    const { styles, lists } = this.#reading;
    const isHeading = node.name === 'text:h' && list === undefined;
    const number = own ?? (isHeading ? lists.numberOfHeading(node) : undefined);
    const look = styles.lookOf('paragraph', node.attribs['text:style-name'], around);
    const isGone = elementsBelow(node, (name) => name === 'text:hidden-paragraph').some(isHidden);
    const runs = this.#inline(node.children, isGone ? { ...look, isHidden: true } : look);
    const properties = number && !isGone && !look.isHidden ? [element('w:pPr', {}, number)] : [];
    return element('w:p', {}, ...properties, ...runs);
  }

  /** What stands in a line: runs, and what hangs on them. */
  #inline(nodes: readonly AnyNode[], look: RunLook): XmlElement[] {
    return nodes.flatMap((node): XmlElement[] => {
      if (node.type === 'text') return run(node.data.replace(/[ \t\r\n]+/g, ' '), look);
      if (!('attribs' in node) || isApart(node.name)) return [];
      const { name, attribs } = node;
      switch (name) {
        case 'text:s':
          return run(' '.repeat(Math.min(Number(attribs['text:c'] ?? 1) || 1, MOST_BLANKS)), look);
        case 'text:tab':
          return run('\t', look);
        case 'text:line-break':
          return run('\n', look);
        case 'text:span':
          return this.#inline(
            node.children,
            this.#reading.styles.lookOf('text', attribs['text:style-name'], look),
          );
        case 'text:note':
          this.notes.push(plain(node));
          return [];
        case 'office:annotation':
          this.comments.push(plain(node));
          return [];
        case 'text:ruby-text':
          return [element('w:rt', {}, ...run(nodeText(node), PLAIN))];
        case 'text:tracked-changes':
          return [element('w:del', {}, ...run(plain(node), PLAIN))];
        case 'draw:frame':
        case 'draw:control':
          return this.#frame(node, look);
      }
      const within = isHidden(node) ? { ...look, isHidden: true } : look;
      return name.startsWith('draw:') && name !== 'draw:a'
        ? this.#drawn(node, within)
        : this.#inline(node.children, within);
    });
  }

  /** A frame has one content, in several forms where not every program knows the first (10.4.2). */
  #frame(frame: Element, look: RunLook): XmlElement[] {
    const box = elementsIn(frame, 'draw:text-box')[0];
    if (box) return this.#drawn(box, look);
    const drawn = this.#reading.drawnIn(frame);
    return drawn ? [element('w:r', {}, ...lookProperties(look), drawn)] : [];
  }

  /** A shape: what is written in it is a text box; in a group are others. */
  #drawn(shape: Element, look: RunLook): XmlElement[] {
    const inside = elementsIn(shape);
    const isGroup = shape.name === 'draw:g';
    const texts = inside.some(({ name }) => !name.startsWith('draw:') && !isApart(name));
    const box = texts
      ? [
          element(
            'w:r',
            {},
            ...lookProperties(look),
            element('w:pict', {}, element('w:txbxContent', {}, ...this.blocks(shape, PLAIN))),
          ),
        ]
      : [];
    return isGroup ? this.#inline(shape.children, look) : box;
  }
}

/** No line has more blanks in one place. */
const MOST_BLANKS = 1000;

/** Whether a section, a field or a row is not shown (19.475, 19.801). */
function isHidden({ attribs }: Element): boolean {
  return attribs['text:display'] === 'none' || attribs['text:is-hidden'] === 'true';
}

function run(text: string, look: RunLook): XmlElement[] {
  return text === '' ? [] : [element('w:r', {}, ...lookProperties(look), ...textElements(text))];
}

/** The text of an element by itself, a line a paragraph. */
export function plain(node: Element): string {
  const lines: string[] = [''];
  const read = (each: AnyNode): void => {
    if (each.type === 'text') lines.push((lines.pop() ?? '') + each.data.replace(/[ \t\r\n]+/g, ' '));
    else if ('attribs' in each && !isApart(each.name)) {
      if (PARAGRAPHS.has(each.name)) lines.push('');
      if (each.name === 'text:s' || each.name === 'text:tab') lines.push(`${lines.pop() ?? ''} `);
      each.children.forEach(read);
    }
  };
  read(node);
  return lines.filter((line) => line.trim() !== '').join('\n');
}
