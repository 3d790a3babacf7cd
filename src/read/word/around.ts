import { visit, type XmlElement } from '../xml.js';
import { chosenIn } from './drawn.js';
import { elementText, hasText, paragraphsOf, TEXT } from './elements.js';
import { type OpenParagraph, putAside, setAside } from './paragraph.js';

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
export const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

/** Goes through what is around text; what `take` does not take, and text may stand in, is lost. */
export function throughText(
  element: XmlElement,
  into: () => OpenParagraph,
  take: (element: XmlElement) => boolean,
): void {
  const enter = (each: XmlElement): boolean => {
    if (take(each)) return false;
    if ((AROUND.has(each.name) || DRAWN.test(each.name)) && !TEXT.has(each.name)) return true;
    if (DELETED.has(each.name)) putAside(into(), 'deleted', elementText(each));
    else if (each.name === 'w:rt') putAside(into(), 'comment', elementText(each));
    else if (each.name === 'mc:AlternateContent') {
      const { chosen, others } = chosenIn(each);
      if (chosen) throughText(chosen, into, take);
      const shown = chosen ? elementText(chosen) : '';
      for (const other of others) {
        const text = elementText(other);
        if (!shown.includes(text)) setAside(into(), 'invisible', text, 'hidden');
      }
    } else if (hasText(each)) {
      for (const text of paragraphsOf(each)) into().beside.push({ kind: 'lost', text });
    }
    return false;
  };
  for (const child of element.children) visit(child, enter);
}
