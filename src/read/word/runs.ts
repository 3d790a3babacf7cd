import { diagnose } from '../../model/diagnose.js';
import { lowered, raised } from '../../words/scripts.js';
import type { Flow } from '../flow.js';
import { withLooks } from '../looks.js';
import type { XmlElement } from '../xml.js';
import { DELETED, throughText } from './around.js';
import { drawnBy, isObject, tellDrawn } from './drawn.js';
import { elementText, TEXT } from './elements.js';
import { type Fields, type FieldValue, fieldValue } from './fields.js';
import { mathText } from './math.js';
import { type OpenParagraph, putAside, setAside } from './paragraph.js';
import { inSigns, symbol } from './signs.js';
import type { RunLook, Styles } from './styles.js';

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

/** Reads what the runs of a paragraph show, and what stands in text boxes that hang on them. */
export class Runs {
  /** The texts of text boxes. */
  readonly boxes: string[] = [];
  readonly #styles: Styles;
  readonly #fields: Fields;
  readonly #within: (content: XmlElement) => readonly Flow[];

  /** @param within what stands in a text box */
  constructor(styles: Styles, fields: Fields, within: (content: XmlElement) => readonly Flow[]) {
    this.#styles = styles;
    this.#fields = fields;
    this.#within = within;
  }

  run(element: XmlElement, into: OpenParagraph, look: RunLook, isWithinObject = false): void {
    throughText(
      element,
      () => into,
      (each) => {
        const { name } = each;
        const printed = PRINTED.get(name);
        if (printed) {
          const text = printed(each);
          this.#print(look.signs && name === 'w:t' ? inSigns(text, look.signs) : text, into, look);
        } else if (name === 'w:r') {
          const own = this.#styles.lookOf(each, into.look);
          const within = look.isHidden ? { ...own, isHidden: true } : own;
          if (within === look) return false;
          this.run(each, into, within, isWithinObject);
        } else if (name === 'w:cr' || (name === 'w:br' && isLineBreak(each))) {
          if (!look.isHidden) into.lines.push('');
        } else if (name === 'w:fldChar') this.#passField(each, into, look);
        else if (name === 'w:instrText') this.#fields.instruct(each.text);
        else if (name === 'w:fldSimple' && elementText(each) === '')
          this.#show(fieldValue(each.attributes['w:instr'] ?? ''), into, look);
        else if (name === 'm:oMath') this.#print(this.#math(each, into), into, look);
        else if (name === 'w:txbxContent') this.#box(each, into, look);
        else if (name === 'v:textpath') this.#wordArt(each, into);
        else if (name === 'w:object' && !isWithinObject && isObject(each)) this.run(each, into, look, true);
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
  #print(text: string, into: OpenParagraph, { isHidden, isStruck, script, looks = [] }: RunLook): void {
    if (this.#fields.takes(text)) return;
    if (isHidden || isStruck) {
      setAside(into, isHidden ? 'invisible' : 'deleted', text, isHidden ? 'hidden' : 'struck');
      return;
    }
    const before = into.lines.pop() ?? '';
    // What is raised and stands by itself is only small.
    const isScript = script !== undefined && /\S$/.test(before);
    const shown = isScript ? (script === 'raised' ? raised(text) : lowered(text)) : text;
    into.lines.push(before + withLooks(shown, looks));
  }

  #passField(char: XmlElement, into: OpenParagraph, look: RunLook): void {
    const { value, within = '' } = this.#fields.pass(char);
    if (within.trim() !== '') into.beside.push({ kind: 'noise', noise: 'invisible', text: within });
    if (value) this.#show(value, into, look);
  }

  #show(value: FieldValue, into: OpenParagraph, look: RunLook): void {
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

  #math(formula: XmlElement, into: OpenParagraph): string {
    return mathText(formula, {
      textOf: (each) => PRINTED.get(each.name)?.(each) ?? (TEXT.has(each.name) ? each.text : ''),
      isOut: (each) => {
        if (!DELETED.has(each.name)) return false;
        putAside(into, 'deleted', elementText(each));
        return true;
      },
    });
  }

  #box(content: XmlElement, into: OpenParagraph, look: RunLook): void {
    const text = elementText(content);
    if (look.isHidden) {
      setAside(into, 'invisible', text, 'hidden');
      return;
    }
    if (text.trim() !== '') this.boxes.push(text);
    for (const item of this.#within(content)) into.after.push(item);
  }

  /** 艺术字 of the older kind: its words are an attribute (part 4, 14.1.2.22). */
  #wordArt({ attributes }: XmlElement, into: OpenParagraph): void {
    const text = attributes['string'] ?? '';
    if (text.trim() === '') return;
    this.boxes.push(text);
    into.after.push({ kind: 'paragraph', text });
  }
}

/** A break to the next line, not to the next page or column (17.3.3.1). */
function isLineBreak({ attributes }: XmlElement): boolean {
  return (attributes['w:type'] ?? 'textWrapping') === 'textWrapping';
}
