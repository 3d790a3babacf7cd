import { zipSync } from 'fflate';

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
].join(' ');

const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;

const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

/**
 * A Word file with just this inside.
 *
 * @param body what stands in `w:body`
 * @param parts other parts by name: of XML the inside of its root element, { 'word/footnotes.xml': ['w:footnotes', '…'] },
 *   of others all that is in them
 */
export function docx(body: string, parts: Parts = {}): Uint8Array {
  const encoder = new TextEncoder();
  const part = (root: string, inside: string) =>
    encoder.encode(`<?xml version="1.0" encoding="UTF-8"?><${root} ${NAMESPACES}>${inside}</${root}>`);
  return zipSync({
    '[Content_Types].xml': encoder.encode(TYPES),
    '_rels/.rels': encoder.encode(RELATIONS),
    'word/document.xml': part('w:document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        content instanceof Uint8Array ? content : part(...content),
      ]),
    ),
  });
}

export type Parts = Readonly<Record<string, readonly [root: string, inside: string] | Uint8Array>>;

const KINDS_OF_RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The part that says which other parts the document has, by the ids that it calls them. */
export function relations(...all: readonly (readonly [id: string, kind: string, target: string])[]): Parts {
  const inside = all.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${KINDS_OF_RELATION}/${kind}" Target="${target}"/>`,
  );
  const xml = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside.join('')}</Relationships>`;
  return { 'word/_rels/document.xml.rels': new TextEncoder().encode(xml) };
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
