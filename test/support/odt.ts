import { strToU8, zipSync } from 'fflate';

const NAMESPACES = [
  'office',
  'style',
  'text',
  'table',
  ['draw', 'drawing'],
  ['fo', 'xsl-fo-compatible'],
  ['svg', 'svg-compatible'],
]
  .map((each) => (typeof each === 'string' ? [each, each] : each))
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const DECLARED = `${NAMESPACES} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"`;
const TYPE = 'application/vnd.oasis.opendocument.text';

/** What an OpenDocument text holds. */
export interface Odt {
  /** The inside of `office:text`. */
  readonly text: string;
  /** The inside of `office:automatic-styles`. */
  readonly styles?: string;
  /** The inside of `office:styles`, and of `office:master-styles`. */
  readonly common?: string;
  readonly master?: string;
  /** Other parts by name. */
  readonly parts?: Readonly<Record<string, string>>;
}

const automatic = (styles: string) => `<office:automatic-styles>${styles}</office:automatic-styles>`;
const named = (common: string, master: string) =>
  `<office:styles>${common}</office:styles><office:master-styles>${master}</office:master-styles>`;
const body = (text: string) => `<office:body><office:text>${text}</office:text></office:body>`;
const xml = (root: string, inside: string, said = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><office:${root} ${DECLARED} ${said}>${inside}</office:${root}>`;

/** An OpenDocument text with just this inside (.odt). */
export function odt({ text, styles = '', common = '', master = '', parts = {} }: Odt): Uint8Array {
  const all = {
    mimetype: TYPE,
    'content.xml': xml('document-content', automatic(styles) + body(text)),
    'styles.xml': xml('document-styles', named(common, master)),
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, part]) => [name, strToU8(part)])));
}

/** The same as one file of XML (.fodt). */
export function fodt({ text, styles = '', common = '', master = '' }: Odt): Uint8Array {
  return strToU8(
    xml(
      'document',
      named(common, '') + automatic(styles) + named('', master) + body(text),
      `office:mimetype="${TYPE}"`,
    ),
  );
}
