import type { ArgsOf } from '../../model/codes/index.js';
import { diagnose } from '../../model/diagnose.js';
import type { Beside } from '../flow.js';
import { visit, type XmlElement } from '../xml.js';

type DrawnKind = ArgsOf<'drawing-unread'>['what'];

/** Elements that are drawn, and what each is (ECMA-376 part 1, 20 and 21; part 4, 14). */
const DRAWN: ReadonlyMap<string, DrawnKind> = new Map<string, DrawnKind>([
  ['pic:pic', 'picture'],
  ['v:imagedata', 'picture'],
  ['w:contentPart', 'picture'],
  ['w14:contentPart', 'picture'],
  ['c:chart', 'chart'],
  ['cx:chart', 'chart'],
  ['dgm:relIds', 'diagram'],
  ['w:control', 'control'],
]);

/** What an object is, by the program that made it; another is a file in the file. */
const FORMULA = /^Equation\b|MathType/i;

/** What a drawn element is, if it is one: a picture, a chart, a file that another program shows. */
export function drawnBy(element: XmlElement): DrawnKind | 'object' | undefined {
  if (element.name !== 'o:OLEObject') return DRAWN.get(element.name);
  return FORMULA.test(element.attributes['ProgID'] ?? '') ? 'formula' : 'object';
}

/** Whether an element has an object or a control in it: the picture beside it is how that looks. */
export function isObject(element: XmlElement): boolean {
  let found = false;
  visit(element, ({ name }) => {
    found ||= name === 'o:OLEObject' || name === 'w:control';
    return !found;
  });
  return found;
}

/** Tells of what is drawn and not read; in a cell without words it may be the words. */
export function tellDrawn(what: DrawnKind | 'object'): Beside {
  return {
    kind: 'told',
    tell: (at, { text, near }) => {
      if ('cell' in at && text === '') return diagnose('cell-unread', { what }, at);
      if (what === 'object') return diagnose('object-unread', { near }, at);
      return diagnose('drawing-unread', { what, near }, at);
    },
  };
}

/** Names of newer markup that Word knows: w14, wps, cx1 … (part 3, 7.6). */
const KNOWN_TO_WORD =
  /^(?:w|v|o|wp|wne|w1\d\w*|wp1\d|wps|wpg|wpc|wpi|a14|a16\w*|c14|c16\w*|cx\d*|dgm1\d\w*|am3d|aink|oel|sle1\d|p14)$/;

/** Which of several forms of the same content Word shows (part 3, 7.5), and the others. */
export function chosenIn({ children }: XmlElement): {
  readonly chosen?: XmlElement;
  readonly others: XmlElement[];
} {
  const forms = children.filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const isKnown = ({ name, attributes }: XmlElement) =>
    name === 'mc:Fallback' ||
    (attributes['Requires'] ?? '').split(/\s+/).every((prefix) => KNOWN_TO_WORD.test(prefix));
  const chosen = forms.find(isKnown);
  return { ...(chosen && { chosen }), others: children.filter((each) => each !== chosen) };
}
