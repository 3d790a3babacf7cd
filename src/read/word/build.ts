// Elements of Word's, for documents of other forms that are read as what they are in Word.
import type { Look } from '../../model/look.js';
import type { XmlElement } from '../xml.js';
import type { RunLook } from './styles.js';

type Attributes = Readonly<Record<string, string>>;

/** An element with others in it. */
export function element(name: string, attributes: Attributes, ...children: XmlElement[]): XmlElement {
  return { name, attributes, children, text: '' };
}

/** A property, most of which have one value. */
export function property(name: string, value?: string | number): XmlElement {
  return element(name, value === undefined ? {} : { 'w:val': String(value) });
}

/** Text as it stands; a tab and a line break are elements of their own. */
export function textElements(text: string): XmlElement[] {
  return text.split(/([\t\n])/).flatMap((part): XmlElement[] => {
    if (part === '') return [];
    if (part === '\t') return [element('w:tab', {})];
    return part === '\n'
      ? [element('w:br', {})]
      : [{ name: 'w:t', attributes: {}, children: [], text: part }];
  });
}

/** What says how a run looks. */
export function lookProperties({ isHidden, isStruck, script, signs, looks = [] }: RunLook): XmlElement[] {
  const said = [
    ...(isHidden ? [property('w:vanish')] : []),
    ...(isStruck ? [property('w:strike')] : []),
    ...(script ? [property('w:vertAlign', script === 'raised' ? 'superscript' : 'subscript')] : []),
    ...(signs ? [element('w:rFonts', { 'w:ascii': signs })] : []),
    ...looks.map((look) => LOOK_ELEMENTS[look]),
  ];
  return said.length === 0 ? [] : [element('w:rPr', {}, ...said)];
}

const LOOK_ELEMENTS: Readonly<Record<Look, XmlElement>> = {
  bold: property('w:b'),
  heiti: element('w:rFonts', { 'w:eastAsia': '黑体' }),
  italic: property('w:i'),
  underlined: property('w:u', 'single'),
  shaded: property('w:highlight', 'yellow'),
  red: property('w:color', 'FF0000'),
  blue: property('w:color', '0000FF'),
  green: property('w:color', '00FF00'),
};
