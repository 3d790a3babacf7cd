import type { Workbook, Worksheet } from 'exceljs';
import { strFromU8 } from 'fflate';
import { authorsIn, personsIn } from './authors.js';
import { noteOf } from './cells.js';
import { attributeOf, decoded, worksheetParts } from './results.js';
import { authorOf, jointly, signedNote } from './signed.js';
import type { PackageParts } from './zip.js';

/** A text that a merged range covers: it is in the file, and no program shows it. */
export interface CoveredText {
  readonly sheet: Worksheet;
  readonly address: string;
  readonly text: string;
}

/**
 * Gives cells the comments that exceljs loses: those on cells of which the worksheet has no record, because nothing
 * stands in them, and all of a workbook whose relationships have other names (Strict Open XML). It knows no authors.
 *
 * @param parts the parts that the workbook was read from
 */
export function restoreComments(workbook: Workbook, parts: PackageParts): void {
  const persons = personsIn(parts);
  for (const [sheet, , name] of worksheetParts(workbook, parts)) {
    for (const { ref, text, attributes, authors } of said(name, parts, 'comment', textIn)) {
      const cell = sheet.getCell(ref);
      const author = authors[Number(attributeOf(attributes, 'authorId'))] ?? '';
      cell.note = signedNote(noteOf(cell) === '' ? text : cell.note, author);
    }
    // What people answer each other stands apart, and for older programs once more in a comment ([MS-XLSX] 2.6.205).
    for (const { ref, text, attributes } of said(name, parts, 'threadedComment', threadedText)) {
      const cell = sheet.getCell(ref);
      const known = noteOf(cell);
      const author = jointly(authorOf(cell), persons.get(attributeOf(attributes, 'personId')) ?? '');
      const whole = known.includes(text) ? known : [known, text].filter((each) => each !== '').join('\n');
      cell.note = signedNote(whole, author);
    }
  }
}

interface Said {
  readonly ref: string;
  readonly text: string;
  readonly attributes: string;
  /** Of the part that it stands in. */
  readonly authors: readonly string[];
}

/** What is said on the cells of a worksheet in comments of a kind. */
function said(
  sheetPart: string,
  parts: PackageParts,
  kind: string,
  textOf: (body: string) => string,
): Said[] {
  return commentsOf(sheetPart, parts, kind)
    .flatMap((xml) => {
      const authors = authorsIn(xml);
      return elementsIn(xml, kind).map(({ attributes, body }) => ({
        ref: attributeOf(attributes, 'ref'),
        text: textOf(body),
        attributes,
        authors,
      }));
    })
    .filter(({ ref, text }) => /^[A-Z]{1,3}\d{1,7}$/.test(ref) && text.trim() !== '');
}

/** Worksheets that show nothing where a cell comes to 0 (18.3.1.87): exceljs forgets that they do. */
export function sheetsWithoutZeros(workbook: Workbook, parts: PackageParts): ReadonlySet<Worksheet> {
  const asking = /<(?:\w{1,9}:)?sheetView\s[^<>]*\bshowZeros="(?:0|false)"/;
  const found = worksheetParts(workbook, parts).filter(([, part]) => asking.test(strFromU8(part)));
  return new Set(found.map(([sheet]) => sheet));
}

function threadedText(xml: string): string {
  return elementsIn(xml, 'text')
    .map(({ body }) => decoded(body).replace(/\r\n?/g, '\n'))
    .join('');
}

/** The parts with a worksheet's comments of a kind. */
function commentsOf(sheetPart: string, parts: PackageParts, kind: string): string[] {
  const slash = sheetPart.lastIndexOf('/') + 1;
  const relations = parts[`${sheetPart.slice(0, slash)}_rels/${sheetPart.slice(slash)}.rels`];
  if (!relations) return [];
  return Array.from(strFromU8(relations).matchAll(/<Relationship\b([^<>]*)>/g), ([, each = '']) => {
    if (!new RegExp(`/${kind}s?$`).test(attributeOf(each, 'Type'))) return [];
    const path = decodeURI(new URL(attributeOf(each, 'Target'), `file:///${sheetPart}`).pathname.slice(1));
    const part = parts[path];
    return part ? [strFromU8(part)] : [];
  }).flat();
}

/** Gives cells the texts that stand in them with how they are read aloud, which exceljs gives up. */
export function restoreInline(workbook: Workbook, parts: PackageParts): void {
  for (const [sheet, part] of worksheetParts(workbook, parts)) {
    const xml = strFromU8(part);
    if (!xml.includes('inlineStr')) continue;
    for (const { attributes, body } of elementsIn(xml, 'c')) {
      if (attributeOf(attributes, 't') !== 'inlineStr' || !body.includes('rPh')) continue;
      const cell = sheet.getCell(attributeOf(attributes, 'r'));
      // Runs, of which some may be struck through, are read as such.
      const hasRuns = cell.value !== null && typeof cell.value === 'object' && 'richText' in cell.value;
      if (cell.master === cell && !hasRuns) cell.value = textIn(body);
    }
  }
}

/**
 * The texts of cells that a merged range covers, which exceljs gives up: some programs keep them when they merge.
 *
 * @param parts the parts that the workbook was read from
 */
export function coveredTexts(workbook: Workbook, parts: PackageParts): CoveredText[] {
  const shared = sharedStrings(parts);
  return worksheetParts(workbook, parts).flatMap(([sheet, part]) => {
    const { merges } = sheet.model as { merges?: string[] };
    if (!merges || merges.length === 0) return [];
    return elementsIn(strFromU8(part), 'c').flatMap(({ attributes, body }): CoveredText[] => {
      const address = attributeOf(attributes, 'r');
      if (!/^[A-Z]{1,3}\d{1,7}$/.test(address)) return [];
      const cell = sheet.getCell(address);
      if (!cell.isMerged || cell.master === cell) return [];
      const value = /<v\b[^<>]*>([^<]*)/.exec(body)?.[1] ?? '';
      const kind = attributeOf(attributes, 't');
      const text =
        kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? textIn(body) : decoded(value);
      return text.trim() === '' ? [] : [{ sheet, address, text }];
    });
  });
}

function sharedStrings(parts: PackageParts): string[] {
  const part = parts['xl/sharedStrings.xml'];
  if (!part) return [];
  return elementsIn(strFromU8(part), 'si').map(({ body }) => textIn(body));
}

/** The text of runs, without how it is read aloud, which stands beside it (ECMA-376 18.4.6). */
function textIn(xml: string): string {
  let spoken = xml;
  for (const { whole } of elementsIn(xml, 'rPh')) spoken = spoken.replace(whole, '');
  return elementsIn(spoken, 't')
    .map(({ body }) => decoded(body))
    .join('');
}

interface Element {
  readonly attributes: string;
  readonly body: string;
  readonly whole: string;
}

/** The elements of a name, with any prefix, each up to the first tag that closes one; empty ones are left out. */
function elementsIn(xml: string, name: string): Element[] {
  const found: Element[] = [];
  let from = 0;
  for (const { 0: tag, 1: prefix = '', 2: attributes = '', index } of xml.matchAll(
    new RegExp(`<(\\w{1,9}:)?${name}(?=[\\s>/])([^<>]*)>`, 'g'),
  )) {
    if (index < from || attributes.endsWith('/')) continue;
    const closing = `</${prefix}${name}>`;
    const end = xml.indexOf(closing, index);
    if (end < 0) break;
    from = end + closing.length;
    found.push({ attributes, body: xml.slice(index + tag.length, end), whole: xml.slice(index, from) });
  }
  return found;
}
