import { Parser } from 'htmlparser2';

/** An element of a part of a Word file, whose elements have either elements or text in them. */
export interface XmlElement {
  /** With the prefix that the standards write, whichever the file has: `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text that stands in the element itself. */
  readonly text: string;
}

/** The namespaces whose names are asked for, in both editions of ECMA-376, with the prefixes it writes. */
const PREFIXES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
    'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
    'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
    'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
    'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
    'http://purl.oclc.org/ooxml/drawingml/main': 'a',
    'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
    'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
    'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
    'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
    'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
    'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
    'urn:schemas-microsoft-com:vml': 'v',
    'urn:schemas-microsoft-com:office:office': 'o',
  }),
);

/**
 * Reads XML into the tree of its elements.
 *
 * @returns the document, whose only child is its root; `undefined` where the text ends before the root does
 */
export function parseXml(xml: string): XmlElement | undefined {
  const root: GrowingElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  /** The standard's prefix for each that the file has in its place. */
  const prefixes = new Map<string, string>();
  const standard = (name: string) => {
    if (prefixes.size === 0) return name;
    const colon = name.indexOf(':');
    const prefix = prefixes.get(name.slice(0, Math.max(colon, 0)));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        for (const [key, value] of Object.entries(attributes)) {
          const prefix = PREFIXES.get(value);
          if (prefix !== undefined && /^xmlns(?::|$)/.test(key) && key !== `xmlns:${prefix}`)
            prefixes.set(key.slice('xmlns:'.length), prefix);
        }
        const element: GrowingElement = { name: standard(name), attributes: {}, children: [], text: '' };
        for (const key in attributes) element.attributes[standard(key)] = attributes[key] as string;
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  const isWhole = open.length === 1 && root.children.length > 0;
  parser.end();
  return isWhole ? root : undefined;
}

interface GrowingElement extends XmlElement {
  readonly attributes: Record<string, string>;
  readonly children: GrowingElement[];
  text: string;
}

/** The name of an element without the prefix of its namespace, which files write as they like. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An element's first child of a name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The `w:val` of an element's first child of a name, where most properties in Word stand. */
export function valueIn(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether a property of Word's that is there or not is there (ECMA-376 part 1, 17.17.4). */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '');
}

/** Goes through an element and those below it, in reading order; what `enter` refuses is not gone into. */
export function visit(element: XmlElement, enter: (element: XmlElement) => boolean): void {
  if (enter(element)) for (const child of element.children) visit(child, enter);
}

/** The elements of a name, an element itself and those below it, in reading order. */
export function elementsOf(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = [];
  visit(element, (each) => {
    if (each.name === name) found.push(each);
    return true;
  });
  return found;
}
