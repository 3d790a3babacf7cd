import type { Workbook } from 'exceljs';
import { strFromU8 } from 'fflate';
import { includesBytes, narrowBytes } from '../../model/bytes.js';
import { elementsIn } from '../../workbook/elements.js';
import { attributeOf, decoded, worksheetParts } from '../../workbook/results.js';
import type { PackageParts } from '../../workbook/zip.js';
import { localName, parseXml, type XmlElement } from '../xml.js';

/** Something that lies over the cells of a worksheet: a box with text, or what is drawn. */
export interface Drawn {
  readonly kind: 'text' | 'picture' | 'chart' | 'diagram' | 'object';
  /** What stands in it, a paragraph a line. */
  readonly text: string;
  /** The cell that its upper left corner is in; the first one where the file does not tell. */
  readonly row: number;
  readonly address: string;
}

/** What lies over the cells of each worksheet, by the worksheet's number (ECMA-376 part 1, 20.5). */
export function drawnOn(workbook: Workbook, parts: PackageParts): ReadonlyMap<number, readonly Drawn[]> {
  return new Map(
    worksheetParts(workbook, parts).map(([sheet, part, name]) => {
      const drawings = relatedTo(name, parts, /\/drawing$/)
        .flatMap((xml) => parseXml(xml) ?? [])
        .flatMap(drawnIn);
      const legacy = relatedTo(name, parts, /\/vmlDrawing$/).flatMap(drawnInVml);
      const objects = Array.from({ length: objectsIn(part) }, () => object());
      return [sheet.id, [...drawings, ...legacy, ...objects]] as const;
    }),
  );
}

const OBJECT = narrowBytes('<oleObject ');

/** How many files are kept in a worksheet; newer programs say each twice. */
function objectsIn(part: Uint8Array): number {
  if (!includesBytes(part, OBJECT)) return 0;
  const xml = strFromU8(part);
  const said = xml.split('<oleObject ').length - 1;
  return /<mc:AlternateContent/.test(xml) ? Math.ceil(said / 2) : said;
}

function object(): Drawn {
  return { kind: 'object', text: '', row: 1, address: 'A1' };
}

/** The parts of a kind that another part refers to, as text. */
function relatedTo(name: string, parts: PackageParts, kind: RegExp): string[] {
  const slash = name.lastIndexOf('/') + 1;
  const relations = parts[`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`];
  if (!relations) return [];
  return Array.from(strFromU8(relations).matchAll(/<Relationship\b([^<>]*)>/g)).flatMap(([, each = '']) => {
    if (!kind.test(attributeOf(each, 'Type'))) return [];
    const path = new URL(attributeOf(each, 'Target'), `file:///${name}`).pathname.slice(1);
    const part = parts[decodeURI(path)];
    return part ? [strFromU8(part)] : [];
  });
}

/** A shape of the drawings of older programs, with what it says (ECMA-376 part 4, 14.1.2). It is not always XML. */
const VML_SHAPES = ['shape', 'rect', 'oval', 'roundrect', 'line', 'polyline'];
const ANCHOR = /<x:Anchor>\s*(\d+)\s*,[^,<]*,\s*(\d+)\s*,/;

/** What such a drawing has but for comments, which are read as such, and pictures, which stand in the newer one. */
function drawnInVml(xml: string): Drawn[] {
  const shapes = VML_SHAPES.flatMap((name) => elementsIn(xml, `v:${name}`)).sort((a, b) => a.start - b.start);
  return shapes.flatMap(({ inner: shape }): Drawn[] => {
    const type = /<x:ClientData\s[^<>]*ObjectType="(\w+)"/.exec(shape)?.[1] ?? '';
    if (type === '' || type === 'Note' || type === 'Pict') return [];
    const { inner: box = '' } = elementsIn(shape, 'v:textbox')[0] ?? {};
    const lines = box.replace(/<br\b[^<>]*>|<\/div>/g, '\n').replace(/<[^<>]*>/g, '');
    const isBox = type === 'Checkbox' || type === 'Radio';
    const tick = isBox ? (/<x:Checked>\s*1/.test(shape) ? '☑' : '☐') : '';
    const text = tick + decoded(lines).replace(/\n\s*/g, '\n').trim();
    const [, column = 0, row = 0] = (ANCHOR.exec(shape) ?? []).map(Number);
    const kind = text === '' ? 'diagram' : 'text';
    return [{ kind, text, row: row + 1, address: `${letters(column + 1)}${row + 1}` }];
  });
}

function drawnIn(drawing: XmlElement): Drawn[] {
  return below(drawing, (name) => /Anchor$/.test(name)).flatMap((anchor) => {
    const from = below(anchor, (name) => name === 'from')[0];
    const at = (name: string) => Number(from?.children.find((child) => localName(child) === name)?.text ?? 0);
    const place = { row: at('row') + 1, address: `${letters(at('col') + 1)}${at('row') + 1}` };
    return contentOf(anchor).map((content) => ({ ...content, ...place }));
  });
}

function contentOf(element: XmlElement): Pick<Drawn, 'kind' | 'text'>[] {
  const name = localName(element);
  if (name === 'pic') return [{ kind: 'picture', text: '' }];
  if (name === 'chart') return [{ kind: 'chart', text: '' }];
  if (name === 'relIds') return [{ kind: 'diagram', text: '' }];
  // Of several forms of the same content the first is shown.
  if (name === 'AlternateContent') return element.children.slice(0, 1).flatMap(contentOf);
  if (name === 'txBody') {
    const lines = below(element, (each) => each === 'p').map((paragraph) =>
      below(paragraph, (each) => each === 't' || each === 'br')
        .map((run) => (localName(run) === 'br' ? '\n' : run.text))
        .join(''),
    );
    const text = lines.filter((line) => line.trim() !== '').join('\n');
    return text === '' ? [] : [{ kind: 'text', text }];
  }
  return element.children.flatMap(contentOf);
}

/** The outermost elements below one whose names are wanted. */
function below(element: XmlElement, isWanted: (name: string) => boolean): XmlElement[] {
  return element.children.flatMap((child) => (isWanted(localName(child)) ? [child] : below(child, isWanted)));
}

/** A column as Excel calls it: 28 is AB. */
function letters(column: number): string {
  if (column < 1) return '';
  return letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}
