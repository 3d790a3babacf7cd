// What text stands in an element of a Word document, whatever becomes of it.
import { visit, type XmlElement } from '../xml.js';

/** Elements that have text in them, and those that stand around it as paragraphs, in drawings too (21.1.2). */
export const TEXT: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t', 'a:t']);
const PARAGRAPHS: ReadonlySet<string> = new Set(['w:p', 'a:p']);

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

/** Whether an element has any text: most that are not gone into are properties. */
export function hasText({ name, text, children }: XmlElement): boolean {
  return (text !== '' && TEXT.has(name)) || children.some(hasText);
}

/** All text of an element, what changes take out included. */
export function elementText(element: XmlElement): string {
  let text = '';
  visit(element, (each) => {
    if (TEXT.has(each.name)) text += each.text;
    return true;
  });
  return text;
}
