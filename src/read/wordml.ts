import { hex } from 'dingbat-to-unicode';
import type { Flow } from './flow.js';
import { tableOrLayout } from './layout-table.js';
import type { Numbering } from './numbering.js';
import { childOf, isOn, valueIn, visit, type XmlElement } from './xml.js';

/** What stands in a Word document: what it prints, in reading order, and what it holds besides. */
export interface WordText {
  readonly flow: readonly Flow[];
  /** What tracked changes take out. */
  readonly deleted: readonly string[];
  /** The texts of text boxes, which `flow` has after the paragraph that the box hangs on. */
  readonly boxes: readonly string[];
  /** What stands over other text to say how it is read. */
  readonly ruby: readonly string[];
  /** What Word neither shows nor prints. */
  readonly hidden: readonly string[];
  /** How many numbers of lists were written before their paragraphs. */
  readonly numbered: number;
  /** Paragraphs whose number cannot be made out. */
  readonly unnumbered: readonly string[];
  /** Text in places where this reader knows of none. */
  readonly lost: readonly string[];
}

/** Elements that stand around text, as if they were not there (ECMA-376 part 1, 17). */
const AROUND: ReadonlySet<string> = new Set(
  (
    'w:document w:body w:r w:hyperlink w:smartTag w:sdt w:sdtContent w:customXml w:fldSimple w:dir w:bdo w:ins ' +
    'w:moveTo w:ruby w:rubyBase w:object w:drawing w:pict'
  ).split(' '),
);

/** Elements of drawings and formulas, which stand around text boxes and text. */
const DRAWN = /^(?:m|a|pic|v|o|w10|wp|wp14|wpc|wpg|wpi|wps):/;

/** What is taken out and moved away by tracked changes (17.13.5). */
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

/** What elements of a run print (17.3.3). */
const PRINTED: ReadonlyMap<string, (element: XmlElement) => string> = new Map([
  ['w:t', ({ text }) => text],
  ['m:t', ({ text }) => text],
  ['w:tab', () => '\t'],
  ['w:ptab', () => '\t'],
  ['w:noBreakHyphen', () => '\u2011'],
  ['w:softHyphen', () => '\u00ad'],
  ['w:sym', symbol],
]);

/** Elements that have text in them, and those that stand around it as paragraphs, in drawings too (21.1.2). */
const TEXT: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['w:p', 'a:p']);

const ALPHANUMERIC = /^[\dA-Za-z]/;
const ALPHANUMERIC_END = /[\dA-Za-z]$/;

/** A paragraph that is being read. */
interface Open {
  /** Its text, cut where it has a line break. */
  readonly lines: string[];
  readonly boxes: XmlElement[];
}

/** Reads the document's own text out of its part of a Word file. */
export function readWordText(document: XmlElement, numbering: Numbering): WordText {
  const reader = new Reader(numbering);
  const flow = reader.blocks(document);
  return { ...reader, flow };
}

class Reader implements Omit<WordText, 'flow'> {
  readonly deleted: string[] = [];
  readonly boxes: string[] = [];
  readonly ruby: string[] = [];
  readonly hidden: string[] = [];
  numbered = 0;
  readonly unnumbered: string[] = [];
  readonly lost: string[] = [];
  readonly #numbering: Numbering;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The paragraphs and tables inside an element. */
  blocks(element: XmlElement): Flow[] {
    const flow: Flow[] = [];
    let open: Open | undefined;
    const close = () => {
      for (const text of open?.lines ?? []) if (text.trim() !== '') flow.push({ kind: 'paragraph', text });
      for (const box of open?.boxes ?? []) for (const item of this.blocks(box)) flow.push(item);
      open = undefined;
    };
    this.#visit(element, (each) => {
      if (each.name === 'w:p') {
        open ??= { lines: [''], boxes: [] };
        // What precedes a deleted paragraph mark runs on into the next paragraph (17.13.5.15).
        const isJoined = markOf(each).some(({ name }) => DELETED.has(name));
        if (!isJoined) open.lines[0] = this.#labelOf(each) + open.lines[0];
        this.#run(each, open);
        if (!isJoined) close();
      } else if (each.name === 'w:tbl') {
        close();
        for (const item of this.#table(each)) flow.push(item);
      } else return false;
      return true;
    });
    close();
    return flow;
  }

  #run(element: XmlElement, into: Open): void {
    this.#visit(element, (each) => {
      const printed = PRINTED.get(each.name);
      if (printed) into.lines.push(`${into.lines.pop()}${printed(each)}`);
      else if (each.name === 'w:cr' || (each.name === 'w:br' && isLineBreak(each))) into.lines.push('');
      else if (each.name === 'w:txbxContent') {
        const text = textOf(each);
        if (text.trim() !== '') this.boxes.push(text);
        into.boxes.push(each);
      } else if (each.name === 'w:r' && isHidden(each)) this.hidden.push(textOf(each));
      else return false;
      return true;
    });
  }

  /** Goes through what is around text; what `take` does not take, and text may stand in, is lost. */
  #visit(element: XmlElement, take: (element: XmlElement) => boolean): void {
    const enter = (each: XmlElement): boolean => {
      if (take(each)) return false;
      if ((AROUND.has(each.name) || DRAWN.test(each.name)) && !TEXT.has(each.name)) return true;
      if (DELETED.has(each.name)) this.deleted.push(textOf(each));
      else if (each.name === 'w:rt') this.ruby.push(textOf(each));
      else if (each.name === 'mc:AlternateContent') {
        // The same content twice: for programs that know the newer markup, and for those that do not.
        const [first] = each.children.filter((choice) => textOf(choice).trim() !== '');
        if (first) this.#visit(first, take);
      } else this.#lose(each);
      return false;
    };
    for (const child of element.children) visit(child, enter);
  }

  #lose(element: XmlElement): void {
    for (const text of paragraphsOf(element)) this.lost.push(text);
  }

  #labelOf(paragraph: XmlElement): string {
    const label = this.#numbering.next(paragraph);
    if (label === undefined) {
      this.unnumbered.push(textOf(paragraph));
      return '';
    }
    if (label.text !== '') this.numbered++;
    // What stands behind a number is left out, but where its digits would run on into the text’s.
    const runsOn = label.isApart && ALPHANUMERIC_END.test(label.text) && ALPHANUMERIC.test(textOf(paragraph));
    return runsOn ? `${label.text} ` : label.text;
  }

  #table(table: XmlElement): Flow[] {
    const rows: Merging[][] = [];
    /** The cell that each column of the grid has last begun. */
    const begun = new Map<number, Merging>();
    this.#visit(table, (row) => {
      if (row.name !== 'w:tr') return false;
      const properties = childOf(row, 'w:trPr');
      if (childOf(properties, 'w:del')) {
        this.deleted.push(textOf(row));
        return true;
      }
      const cells: Merging[] = [];
      let column = 0;
      const begin = (cell: Merging) => {
        cells.push(cell);
        begun.set(column, cell);
        column += cell.colSpan;
      };
      const skip = (what: string) => {
        const colSpan = Number(valueIn(properties, what) ?? 0);
        if (colSpan > 0) begin({ flow: [], rowSpan: 1, colSpan });
      };
      skip('w:gridBefore');
      this.#visit(row, (cell) => {
        if (cell.name !== 'w:tc') return false;
        const { colSpan, goesOn } = mergeOf(cell);
        const above = goesOn ? begun.get(column) : undefined;
        if (above) {
          above.rowSpan++;
          column += colSpan;
          this.#lose(cell);
        } else begin({ flow: this.blocks(cell), rowSpan: 1, colSpan });
        return true;
      });
      skip('w:gridAfter');
      rows.push(cells);
      return true;
    });
    return tableOrLayout(rows);
  }
}

/** A cell, while those below it that it is merged with are still to come. */
interface Merging {
  readonly flow: readonly Flow[];
  rowSpan: number;
  readonly colSpan: number;
}

/** How many columns of the grid a cell takes, and whether it belongs to the one above (17.4.17, 17.4.84). */
function mergeOf(cell: XmlElement): { readonly colSpan: number; readonly goesOn: boolean } {
  const properties = childOf(cell, 'w:tcPr');
  const merge = childOf(properties, 'w:vMerge');
  const span = Number.parseInt(valueIn(properties, 'w:gridSpan') ?? '1', 10);
  return {
    colSpan: span >= 1 ? span : 1,
    goesOn: merge !== undefined && (merge.attributes['w:val'] ?? 'continue') === 'continue',
  };
}

/** What is said of a paragraph's mark, at which the next paragraph begins. */
function markOf(paragraph: XmlElement): readonly XmlElement[] {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:rPr')?.children ?? [];
}

/** Whether a run is hidden (17.3.2.41). */
function isHidden(run: XmlElement): boolean {
  return isOn(childOf(childOf(run, 'w:rPr'), 'w:vanish'));
}

/** A break to the next line, not to the next page or column (17.3.3.1). */
function isLineBreak({ attributes }: XmlElement): boolean {
  return (attributes['w:type'] ?? 'textWrapping') === 'textWrapping';
}

/** A character of a font that has signs in place of letters; one that is not known stays as its number (17.3.3.30). */
function symbol({ attributes }: XmlElement): string {
  const font = attributes['w:font'] ?? '';
  const char = attributes['w:char'] ?? '';
  const known = hex(font, char) ?? (/^f0..$/i.test(char) ? hex(font, char.slice(2)) : undefined);
  if (known) return known.string;
  const code = Number.parseInt(char, 16);
  return (code > 0 && code < 0xd800) || (code >= 0xe000 && code <= 0xffff) ? String.fromCharCode(code) : '';
}

/** The text of each paragraph of an element that has any, and text that is in none. */
export function paragraphsOf(element: XmlElement): string[] {
  const texts = [''];
  const read = (at: number, inside: readonly XmlElement[]): void => {
    for (const child of inside) {
      if (PARAGRAPHS.has(child.name)) read(texts.push('') - 1, child.children);
      else {
        if (TEXT.has(child.name)) texts[at] += child.text;
        read(at, child.children);
      }
    }
  };
  read(0, [element]);
  return texts.filter((text) => text.trim() !== '');
}

/** All text of an element, what changes take out included. */
function textOf(element: XmlElement): string {
  let text = '';
  visit(element, (each) => {
    if (TEXT.has(each.name)) text += each.text;
    return true;
  });
  return text;
}
