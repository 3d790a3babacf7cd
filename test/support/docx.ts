import { zipSync } from 'fflate';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/**
 * A Word file with just this inside.
 *
 * @param body what stands in `w:body`
 * @param parts other parts by name, each the inside of its root element: { 'word/footnotes.xml': ['w:footnotes', '…'] }
 */
export function docx(
  body: string,
  parts: Readonly<Record<string, readonly [string, string]>> = {},
): Uint8Array {
  const encoder = new TextEncoder();
  const part = (root: string, inside: string) =>
    encoder.encode(`<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACES}>${inside}</${root}>`);
  return zipSync({
    '[Content_Types].xml': encoder.encode(TYPES),
    '_rels/.rels': encoder.encode(RELATIONS),
    'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, [root, inside]]) => [name, part(root, inside)])),
  });
}

/** A paragraph with this text; `properties` is the inside of its `w:pPr`. */
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${r(text)}</w:p>`;

/** A run with this text. */
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A cell; `properties` is the inside of its `w:tcPr`. */
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;

export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;

export const tbl = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;
