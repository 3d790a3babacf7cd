import { failed, type Result } from '../../model/result.js';
import { unzipParts } from '../package.js';
import { localName, parseXml, type XmlElement } from '../xml.js';

/** The XML parts of an OFD file (GB/T 33190—2016, 6). */
export interface OfdPackage {
  /**
   * A part by where another part says that it is: beside itself, or from the root. Nothing where there is none, or where
   * it is no XML.
   */
  readonly part: (place: string, from: string) => OfdPart | undefined;
}

export interface OfdPart {
  /** Its name in the package. */
  readonly name: string;
  readonly root: XmlElement;
}

/** The part that says which documents are in the package. */
export const OFD_ROOT = 'OFD.xml';

const XML = /\.xml$/i;

/**
 * Unpacks the XML of an OFD file.
 *
 * @returns the package, or `file-broken`, `file-too-large`
 */
export function openPackage(bytes: Uint8Array, name: string): Result<OfdPackage> {
  const { value: files, diagnostics } = unzipParts(bytes, name, (part) => XML.test(part));
  if (!files) return failed(...diagnostics);
  const decoder = new TextDecoder();
  const byName = new Map(Object.entries(files).map(([part, data]) => [keyOf(part), data]));
  const part = (place: string, from: string): OfdPart | undefined => {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    for (const path of [place.startsWith('/') ? place : `${folder}${place}`, place]) {
      const key = keyOf(path);
      const data = byName.get(key);
      const root = data && parseXml(decoder.decode(data))?.children[0];
      if (root) return { name: key, root };
    }
    return undefined;
  };
  return { value: { part }, diagnostics: [] };
}

/** A name as parts are compared: from the root, its steps done, in small letters. */
function keyOf(path: string): string {
  const steps: string[] = [];
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/').toLowerCase();
}

/** An element's children of a name. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return element?.children.filter((child) => localName(child) === name) ?? [];
}

/** The text of an element's first child of a name. */
export function textIn(element: XmlElement | undefined, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text.trim();
}

/** The numbers of a list. */
export function numbersIn(list: string | undefined): number[] {
  return (list ?? '').trim().split(/\s+/).map(Number).filter(Number.isFinite);
}
