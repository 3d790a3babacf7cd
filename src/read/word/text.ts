import { diagnose } from '../../model/diagnose.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Flow } from '../flow.js';
import { childOf, isOn, valueIn, type XmlElement } from '../xml.js';
import { DELETED, throughText } from './around.js';
import { elementText, paragraphsOf } from './elements.js';
import { Fields } from './fields.js';
import type { Numbering } from './numbering.js';
import { type OpenParagraph, opened, paragraphs, putAside, setAside } from './paragraph.js';
import { Runs } from './runs.js';
import { PLAIN, type Styles } from './styles.js';
import { cellProperties, rowIsOut, TableRows } from './table.js';

/** What stands in a Word document: what it shows, in reading order, and what was put together for that. */
export interface WordText {
  readonly flow: readonly Flow[];
  /** The texts of text boxes, which `flow` has after the paragraph that the box hangs on. */
  readonly boxes: readonly string[];
  /** How many numbers of lists were written before their paragraphs. */
  readonly numbered: number;
}

/** What a document is read with. */
export interface WordReading {
  readonly numbering: Numbering;
  readonly styles: Styles;
  /** What stands in a part of another format that the document takes in (17.17.2.1). */
  readonly chunk: (id: string | undefined) => readonly Flow[];
}

const ALPHANUMERIC = /^[\dA-Za-z]/;
const ALPHANUMERIC_END = /[\dA-Za-z]$/;

/** Reads the document's own text out of its part of a Word file. */
export function readWordText(document: XmlElement, reading: WordReading): WordText {
  const reader = new TextReader(document, reading);
  const flow = reader.all(document);
  return { flow, boxes: reader.boxes, numbered: reader.numbered };
}

/** What is told of a document as a whole. */
export function toldOf({ boxes, numbered }: WordText, isChanged: boolean, name: string): Diagnostic[] {
  return [
    ...(isChanged ? [diagnose('tracked-changes', undefined, name)] : []),
    ...(boxes.length > 0 ? [diagnose('text-box', { texts: boxes }, name)] : []),
    ...(numbered > 0 ? [diagnose('numbering-rebuilt', { count: numbered }, name)] : []),
  ];
}

class TextReader {
  numbered = 0;
  readonly #reading: WordReading;
  readonly #fields: Fields;
  readonly #runs: Runs;

  constructor(document: XmlElement, reading: WordReading) {
    this.#reading = reading;
    this.#fields = new Fields(document);
    this.#runs = new Runs(reading.styles, this.#fields, (content) => this.#blocks(content));
  }

  get boxes(): readonly string[] {
    return this.#runs.boxes;
  }

  all(document: XmlElement): Flow[] {
    const flow = this.#blocks(document);
    const left = this.#fields.left().filter((text) => text.trim() !== '');
    if (left.length > 0) flow.push({ kind: 'blank', beside: left.map((text) => ({ kind: 'lost', text })) });
    return flow;
  }

  /** The paragraphs and tables inside an element. */
  #blocks(element: XmlElement): Flow[] {
    const flow: Flow[] = [];
    let open: OpenParagraph | undefined;
    const close = () => {
      if (open) for (const item of paragraphs(open)) flow.push(item);
      open = undefined;
    };
    const into = () => {
      open ??= opened();
      return open;
    };
    throughText(element, into, (each) => {
      if (each.name === 'w:p') {
        const paragraph = into();
        const properties = childOf(each, 'w:pPr');
        // What precedes a mark that is deleted or hidden runs on into the next paragraph (17.13.5.15).
        const isJoined = runsOn(properties);
        paragraph.look = this.#reading.styles.lookOfParagraph(properties);
        if (!isJoined) paragraph.lines[0] = this.#labelOf(each, paragraph) + paragraph.lines[0];
        this.#runs.run(each, paragraph, PLAIN);
        if (!isJoined) close();
      } else if (each.name === 'w:tbl') {
        close();
        for (const item of this.#table(each)) flow.push(item);
      } else if (each.name === 'w:altChunk' || each.name === 'w:subDoc') {
        close();
        for (const item of this.#reading.chunk(each.attributes['r:id'])) flow.push(item);
      } else return false;
      return true;
    });
    close();
    return flow;
  }

  #labelOf(paragraph: XmlElement, into: OpenParagraph): string {
    const label = this.#reading.numbering.next(paragraph);
    if (label === undefined) {
      const text = elementText(paragraph);
      into.beside.push({ kind: 'told', tell: (at) => diagnose('numbering-unreadable', { text }, at) });
      return '';
    }
    if (label.text !== '') this.numbered++;
    // What stands behind a number is left out, but where its digits would run on into the text’s.
    const runsOnIn =
      label.isApart && ALPHANUMERIC_END.test(label.text) && ALPHANUMERIC.test(elementText(paragraph));
    return runsOnIn ? `${label.text} ` : label.text;
  }

  #table(table: XmlElement): Flow[] {
    const rows = new TableRows();
    const loose = opened();
    const into = () => loose;
    throughText(table, into, (row) => {
      if (row.name !== 'w:tr') return false;
      const properties = childOf(row, 'w:trPr');
      const out = rowIsOut(properties);
      if (out) {
        rows.leaveOut(row.children.filter(({ name }) => name === 'w:tc').map(cellProperties));
        const text = elementText(row);
        if (out === 'hidden') setAside(loose, 'invisible', text, 'hidden');
        else putAside(loose, 'deleted', text);
        return true;
      }
      rows.beginRow();
      const skip = (what: string) => rows.skip(Number(valueIn(properties, what) ?? 0));
      skip('w:gridBefore');
      throughText(row, into, (cell) => {
        if (cell.name !== 'w:tc') return false;
        const said = cellProperties(cell);
        if (said.isDeleted) putAside(loose, 'deleted', elementText(cell));
        else
          rows.add(
            said,
            () => this.#blocks(cell),
            () => paragraphsOf(cell),
          );
        return true;
      });
      skip('w:gridAfter');
      rows.endRow();
      return true;
    });
    rows.setAside(...loose.beside);
    return rows.flow();
  }
}

/** Whether a paragraph's mark, at which the next paragraph begins, is taken out or hidden. */
function runsOn(properties: XmlElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr');
  return (
    mark?.children.some((each) => DELETED.has(each.name) || (each.name === 'w:vanish' && isOn(each))) ?? false
  );
}
