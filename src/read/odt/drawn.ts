import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { formulaText } from '../web/foreign.js';
import { elementsBelow, elementsIn } from '../web/tree.js';
import { element, textElements } from '../word/build.js';
import type { XmlElement } from '../xml.js';

/** What an object is, by the part of it that says so (ODF 1.3 part 3, 3.3). */
const CHART = /<office:chart[\s/>]/;
const FORMULA = /<(?:math:)?math[\s/>]/;

/**
 * What is drawn in frames, as Word would have it.
 *
 * @param parts the parts of the file, among which embedded objects have their own
 */
export function drawnWith(parts: ReadonlyMap<string, string>): (frame: Element) => XmlElement | undefined {
  return (frame) => {
    const [shown] = elementsIn(frame).filter(({ name }) => /^draw:(?!glue-point|image-map)/.test(name));
    if (frame.name === 'draw:control') return element('w:control', {});
    if (!shown) return undefined;
    if (shown.name === 'draw:image') return element('pic:pic', {});
    if (!/^draw:object/.test(shown.name)) return element('o:OLEObject', { ProgID: shown.name });
    const path = (shown.attribs['xlink:href'] ?? '').replace(/^\.\//, '');
    const xml = parts.get(`${path}/content.xml`) ?? '';
    const math = FORMULA.test(xml) ? formulaIn(xml) : elementsBelow(shown, (name) => isMath(name))[0];
    if (math) return element('w:r', {}, ...textElements(formulaText(math)));
    return CHART.test(xml) ? element('c:chart', {}) : element('o:OLEObject', {});
  };
}

const isMath = (name: string) => /^(?:math:)?math$/.test(name);

function formulaIn(xml: string): Element | undefined {
  return elementsBelow(parseDocument(xml, { xmlMode: true }), isMath)[0];
}
