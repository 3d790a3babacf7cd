import { diagnose } from '../../model/diagnose.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { lowered, raised } from '../../words/scripts.js';
import type { Flow } from '../flow.js';
import { childOf, isOn, valueIn, visit, type XmlElement } from '../xml.js';
import { chosenIn, drawnBy, isObject, tellDrawn } from './drawn.js';
import { hasText, paragraphsOf, TEXT, textOf } from './elements.js';
import { Fields, type FieldValue, fieldValue } from './fields.js';
import { mathText } from './math.js';
import type { Numbering } from './numbering.js';
import { type Open, opened, paragraphs, putAside, setAside } from './paragraph.js';
import { symbol } from './signs.js';
import { PLAIN, type RunLook, type Styles } from './styles.js';
import { cellProperties, Rows, rowIsOut } from './table.js';

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

const ALPHANUMERIC = /^[\dA-Za-z]/;
const ALPHANUMERIC_END = /[\dA-Za-z]$/;

/** Reads the document's own text out of its part of a Word file. */
export function readWordText(document: XmlElement, reading: WordReading): WordText {
  const reader = new Reader(document, reading);
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

class Reader implements Omit<WordText, 'flow'> {
  readonly boxes: string[] = [];
  numbered = 0;
  readonly #reading: WordReading;
  readonly #fields: Fields;

  constructor(document: XmlElement, reading: WordReading) {
    this.#reading = reading;
    this.#fields = new Fields(document);
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
    let open: Open | undefined;
    const close = () => {
      if (open) for (const item of paragraphs(open)) flow.push(item);
      open = undefined;
    };
    const into = () => {
      open ??= opened();
      return open;
    };
    this.#visit(element, into, (each) => {
      if (each.name === 'w:p') {
        const paragraph = into();
        const properties = childOf(each, 'w:pPr');
        // What precedes a mark that is deleted or hidden runs on into the next paragraph (17.13.5.15).
        const isJoined = runsOn(properties);
        paragraph.look = this.#reading.styles.lookOfParagraph(properties);
        if (!isJoined) paragraph.lines[0] = this.#labelOf(each, paragraph) + paragraph.lines[0];
        this.#run(each, paragraph, PLAIN);
        if (!isJoined) close();
      } else if (each.name === 'w:tbl') {
        close();
        for (const item of this.#table(each)) flow.push(item);
      } else if (each.name === 'w:altChunk') {
        close();
        for (const item of this.#reading.chunk(each.attributes['r:id'])) flow.push(item);
      } else return false;
      return true;
    });
    close();
    return flow;
  }

  #run(element: XmlElement, into: Open, look: RunLook, isWithinObject = false): void {
    this.#visit(
      element,
      () => into,
      (each) => {
        const { name } = each;
        const printed = PRINTED.get(name);
        if (printed) this.#print(printed(each), into, look);
        else if (name === 'w:r') {
          const own = this.#reading.styles.lookOf(each, into.look);
          const within = look.isHidden ? { ...own, isHidden: true } : own;
          if (within === look) return false;
          this.#run(each, into, within, isWithinObject);
        } else if (name === 'w:cr' || (name === 'w:br' && isLineBreak(each))) {
          if (!look.isHidden) into.lines.push('');
        } else if (name === 'w:fldChar') this.#passField(each, into, look);
        else if (name === 'w:instrText') this.#fields.instruct(each.text);
        else if (name === 'w:fldSimple' && textOf(each) === '')
          this.#show(fieldValue(each.attributes['w:instr'] ?? ''), into, look);
        else if (name === 'm:oMath') this.#print(this.#math(each, into), into, look);
        else if (name === 'w:txbxContent') this.#box(each, into, look);
        else if (name === 'v:textpath') this.#wordArt(each, into);
        else if (name === 'w:object' && !isWithinObject && isObject(each)) this.#run(each, into, look, true);
        else {
          const drawn = drawnBy(each);
          const isShown = drawn === 'object' || drawn === 'control' || drawn === 'formula' || !isWithinObject;
          if (drawn && isShown && !look.isHidden) into.beside.push(tellDrawn(drawn));
          return false;
        }
        return true;
      },
    );
  }

  /** Text as it is shown: set aside where it is hidden or struck out, raised where it stands above the line. */
  #print(text: string, into: Open, { isHidden, isStruck, script }: RunLook): void {
    if (this.#fields.takes(text)) return;
    if (isHidden || isStruck) {
      setAside(into, isHidden ? 'invisible' : 'deleted', text, isHidden ? 'hidden' : 'struck');
      return;
    }
    const before = into.lines.pop() ?? '';
    // What is raised and stands by itself is only small.
    const isScript = script !== undefined && /\S$/.test(before);
    into.lines.push(before + (isScript ? (script === 'raised' ? raised(text) : lowered(text)) : text));
  }

  #passField(char: XmlElement, into: Open, look: RunLook): void {
    const { value, within = '' } = this.#fields.pass(char);
    if (within.trim() !== '') into.beside.push({ kind: 'noise', noise: 'invisible', text: within });
    if (value) this.#show(value, into, look);
  }

  #show(value: FieldValue, into: Open, look: RunLook): void {
    if (value.kind === 'shown') {
      this.#print(value.text, into, { ...look, script: undefined });
      if (value.ruby) into.beside.push({ kind: 'noise', noise: 'comment', text: value.ruby });
    } else if (look.isHidden) return;
    else if (value.kind === 'unwritten') into.beside.push({ kind: 'lost', text: value.text });
    else {
      into.beside.push({
        kind: 'told',
        tell: (at, { near }) =>
          value.kind === 'number'
            ? diagnose('numbering-unreadable', { text: near }, at)
            : diagnose('field-unread', { field: value.instruction, near }, at),
      });
    }
  }

  #math(formula: XmlElement, into: Open): string {
    return mathText(formula, {
      textOf: (each) => PRINTED.get(each.name)?.(each) ?? (TEXT.has(each.name) ? each.text : ''),
      isOut: (each) => {
        if (!DELETED.has(each.name)) return false;
        putAside(into, 'deleted', textOf(each));
        return true;
      },
    });
  }

  #box(content: XmlElement, into: Open, look: RunLook): void {
    const text = textOf(content);
    if (look.isHidden) {
      setAside(into, 'invisible', text, 'hidden');
      return;
    }
    if (text.trim() !== '') this.boxes.push(text);
    for (const item of this.#blocks(content)) into.after.push(item);
  }

  /** 艺术字 of the older kind: its words are an attribute (part 4, 14.1.2.22). */
  #wordArt({ attributes }: XmlElement, into: Open): void {
    const text = attributes['string'] ?? '';
    if (text.trim() === '') return;
    this.boxes.push(text);
    into.after.push({ kind: 'paragraph', text });
  }

  /** Goes through what is around text; what `take` does not take, and text may stand in, is lost. */
  #visit(element: XmlElement, into: () => Open, take: (element: XmlElement) => boolean): void {
    const enter = (each: XmlElement): boolean => {
      if (take(each)) return false;
      if ((AROUND.has(each.name) || DRAWN.test(each.name)) && !TEXT.has(each.name)) return true;
      if (DELETED.has(each.name)) putAside(into(), 'deleted', textOf(each));
      else if (each.name === 'w:rt') putAside(into(), 'comment', textOf(each));
      else if (each.name === 'mc:AlternateContent') {
        const { chosen, others } = chosenIn(each);
        if (chosen) this.#visit(chosen, into, take);
        const shown = chosen ? textOf(chosen) : '';
        for (const other of others) {
          const text = textOf(other);
          if (!shown.includes(text)) setAside(into(), 'invisible', text, 'hidden');
        }
      } else if (hasText(each)) {
        for (const text of paragraphsOf(each)) into().beside.push({ kind: 'lost', text });
      }
      return false;
    };
    for (const child of element.children) visit(child, enter);
  }

  #labelOf(paragraph: XmlElement, into: Open): string {
    const label = this.#reading.numbering.next(paragraph);
    if (label === undefined) {
      const text = textOf(paragraph);
      into.beside.push({ kind: 'told', tell: (at) => diagnose('numbering-unreadable', { text }, at) });
      return '';
    }
    if (label.text !== '') this.numbered++;
    // What stands behind a number is left out, but where its digits would run on into the text’s.
    const runsOnIn =
      label.isApart && ALPHANUMERIC_END.test(label.text) && ALPHANUMERIC.test(textOf(paragraph));
    return runsOnIn ? `${label.text} ` : label.text;
  }

  #table(table: XmlElement): Flow[] {
    const rows = new Rows();
    const loose = opened();
    const into = () => loose;
    this.#visit(table, into, (row) => {
      if (row.name !== 'w:tr') return false;
      const properties = childOf(row, 'w:trPr');
      const out = rowIsOut(properties);
      if (out) {
        rows.leaveOut(row.children.filter(({ name }) => name === 'w:tc').map(cellProperties));
        const text = textOf(row);
        if (out === 'hidden') setAside(loose, 'invisible', text, 'hidden');
        else putAside(loose, 'deleted', text);
        return true;
      }
      rows.beginRow();
      const skip = (what: string) => rows.skip(Number(valueIn(properties, what) ?? 0));
      skip('w:gridBefore');
      this.#visit(row, into, (cell) => {
        if (cell.name !== 'w:tc') return false;
        const said = cellProperties(cell);
        if (said.isDeleted) putAside(loose, 'deleted', textOf(cell));
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

/** A break to the next line, not to the next page or column (17.3.3.1). */
function isLineBreak({ attributes }: XmlElement): boolean {
  return (attributes['w:type'] ?? 'textWrapping') === 'textWrapping';
}
