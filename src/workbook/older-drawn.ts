import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { elementsIn } from './elements.js';
import { CONTINUE, eachSheetRecord, recordsOf } from './excel97.js';
import { attributeOf, decoded } from './results.js';

// What lies over the cells of a workbook of another form, which the library that reads it passes over.

/** Something that lies over cells. */
interface DrawnObject {
  readonly kind: 'text' | 'picture' | 'chart' | 'diagram';
  readonly text: string;
  /** The cell that it begins in, from 0. */
  readonly row: number;
  readonly column: number;
}

/** What lies over the cells of each worksheet, by its order. */
export type DrawnObjects = ReadonlyMap<number, readonly DrawnObject[]>;

/** Records of an Excel 97 workbook ([MS-XLS] 2.4): where a drawing lies, what it is, what stands in it. */
const DRAWING = 0x00ec;
const OBJECT = 0x005d;
const TEXT = 0x01b6;
/** Kinds of objects (2.5.143): comments, and the arrows of lists and filters, are none that people drew. */
const NOT_DRAWN: ReadonlySet<number> = new Set([0x14, 0x19]);
const KINDS: ReadonlyMap<number, DrawnObject['kind']> = new Map([
  [0x05, 'chart'],
  [0x08, 'picture'],
]);
/** Where in a drawing its place is said ([MS-XLS] 2.5.193): a record of this kind and length. */
const ANCHOR = 0xf010;
const ANCHOR_LENGTH = 18;

/** @param stream its records */
export function drawnInExcel97(stream: Uint8Array): DrawnObjects {
  const records = recordsOf(stream);
  const found = new Map<number, DrawnObject[]>();
  let place = { row: 0, column: 0 };
  let isDrawn = false;
  eachSheetRecord(records, ({ kind, data }, sheet, i) => {
    const all = found.get(sheet) ?? [];
    if (kind === DRAWING) place = placeIn(data) ?? place;
    else if (kind === OBJECT && data.byteLength >= 6) {
      const type = data.getUint16(4, true);
      isDrawn = !NOT_DRAWN.has(type);
      if (isDrawn) found.set(sheet, [...all, { kind: KINDS.get(type) ?? 'diagram', text: '', ...place }]);
    } else if (kind === TEXT && isDrawn && data.byteLength >= 12) {
      const text = textBehind(records.slice(i + 1), data.getUint16(10, true));
      const last = all.at(-1);
      if (last && text.trim() !== '') all.splice(-1, 1, { ...last, kind: 'text', text });
    }
  });
  return found;
}

function placeIn(data: DataView): { row: number; column: number } | undefined {
  for (let at = 0; at + 14 <= data.byteLength; at++)
    if (data.getUint16(at, true) === ANCHOR && data.getUint32(at + 2, true) === ANCHOR_LENGTH)
      return { column: data.getUint16(at + 8, true), row: data.getUint16(at + 12, true) };
  return undefined;
}

/** The text of an object, which goes on over records: each says first whether its characters have one byte or two. */
function textBehind(records: ReturnType<typeof recordsOf>, length: number): string {
  let text = '';
  for (const { kind, data } of records) {
    if (kind !== CONTINUE || text.length >= length || data.byteLength === 0) break;
    const width = data.getUint8(0) & 1 ? 2 : 1;
    for (let at = 1; at + width <= data.byteLength && text.length < length; at += width)
      text += String.fromCharCode(width === 2 ? data.getUint16(at, true) : data.getUint8(at));
  }
  return text.replace(/\r\n?/g, '\n');
}

/** Shapes in OpenDocument (part 3, 10.3 and 10.4), each with what is in it. */
const SHAPE =
  /<draw:(frame|custom-shape|rect|ellipse|circle|caption|polygon|path|line|connector|control|g)(?=[\s/>])[^<>]*>(?:(?<=\/>)|((?:(?!<\/draw:\1>)[\s\S])*)<\/draw:\1>)/g;

/** @param xml the workbook's content */
export function drawnInOpenDocument(xml: string): DrawnObjects {
  const found = new Map<number, DrawnObject[]>();
  for (const match of xml.matchAll(SHAPE)) {
    const { 2: inner = '', index } = match;
    const text = elementsIn(inner, 'text:p')
      .map(({ inner: line }) => decoded(line.replace(/<[^<>]*>/g, '')))
      .join('\n');
    const kind = /<draw:object\b/.test(inner) ? 'chart' : /<draw:image\b/.test(inner) ? 'picture' : 'diagram';
    const { sheet, ...place } = cellAt(xml, index);
    if (sheet < 0) continue;
    const drawn: DrawnObject = { kind: text.trim() === '' ? kind : 'text', text, ...place };
    found.set(sheet, [...(found.get(sheet) ?? []), drawn]);
  }
  return found;
}

/** The cell in which something stands in the content of an OpenDocument workbook. */
function cellAt(xml: string, index: number): { sheet: number; row: number; column: number } {
  const tables = Array.from(xml.slice(0, index).matchAll(/<table:table(?=[\s>])/g));
  const inTable = xml.slice(tables.at(-1)?.index ?? 0, index);
  const repeated = (tags: string[], what: string) =>
    tags.reduce(
      (sum, tag) => sum + Math.max(1, Number(attributeOf(tag, `table:number-${what}-repeated`)) || 1),
      0,
    );
  const rows = Array.from(inTable.matchAll(/<table:table-row(?=[\s/>])[^<>]*>/g));
  const inRow = inTable.slice(rows.at(-1)?.index ?? inTable.length);
  const cells = Array.from(
    inRow.matchAll(/<table:(?:covered-)?table-cell(?=[\s/>])[^<>]*>/g),
    ([tag]) => tag,
  );
  return {
    sheet: tables.length - 1,
    row: repeated(
      rows.slice(0, -1).map(([tag]) => tag),
      'rows',
    ),
    column: repeated(cells.slice(0, -1), 'columns'),
  };
}

const ROOT =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing';
const CONTENT: Readonly<Record<Exclude<DrawnObject['kind'], 'text'>, string>> = {
  picture: '<xdr:pic/>',
  chart: '<xdr:graphicFrame><a:chart/></xdr:graphicFrame>',
  diagram: '<xdr:graphicFrame><a:relIds/></xdr:graphicFrame>',
};

/**
 * Says of a workbook's worksheets what lies over their cells.
 *
 * @param bytes the workbook as .xlsx
 */
export function withDrawn(bytes: Uint8Array, drawn: DrawnObjects): Uint8Array {
  if (drawn.size === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const [sheet, objects] of drawn) {
    const anchors = objects.map(({ kind, text, row, column }) => {
      const lines = text.split('\n').map((line) => `<a:p><a:r><a:t>${escaped(line)}</a:t></a:r></a:p>`);
      const what =
        kind === 'text' ? `<xdr:sp><xdr:txBody>${lines.join('')}</xdr:txBody></xdr:sp>` : CONTENT[kind];
      return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:row>${row}</xdr:row></xdr:from>${what}</xdr:oneCellAnchor>`;
    });
    const name = `xl/drawings/drawing${sheet + 1}.xml`;
    parts[name] = strToU8(`<xdr:wsDr ${ROOT}>${anchors.join('')}</xdr:wsDr>`);
    const relations = `xl/worksheets/_rels/sheet${sheet + 1}.xml.rels`;
    const known = parts[relations] ? strFromU8(parts[relations]) : NO_RELATIONS;
    const own = `<Relationship Id="rIdDrawn" Type="${RELATION}" Target="/${name}"/></Relationships>`;
    parts[relations] = strToU8(known.replace('</Relationships>', own));
  }
  return zipSync(parts, { level: 0 });
}

const NO_RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
