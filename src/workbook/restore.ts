import type { Workbook, Worksheet } from 'exceljs';
import { strFromU8 } from 'fflate';
import { noteOf } from './cells.js';
import { attributeOf, decoded, worksheetParts } from './results.js';
import type { Parts } from './zip.js';

/** A text that a merged range covers: it is in the file, and no program shows it. */
export interface CoveredText {
  readonly sheet: Worksheet;
  readonly address: string;
  readonly text: string;
}

const COMMENT = /<(?:\w+:)?comment\b([^<>]*)>([\s\S]*?)<\/(?:\w+:)?comment>/g;
const RUN = /<(?:\w+:)?t\b[^<>]*>([^<]*)<\/(?:\w+:)?t>/g;
/** How a text is read aloud, which stands beside it (ECMA-376 18.4.6). */
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g;

/**
 * Gives cells the comments that exceljs loses: those on cells of which the worksheet has no record, because nothing
 * stands in them, and all of a workbook whose relationships have other names (Strict Open XML).
 *
 * @param parts the parts that the workbook was read from
 */
export function restoreComments(workbook: Workbook, parts: Parts): void {
  for (const [sheet, , name] of worksheetParts(workbook, parts)) {
    for (const xml of commentsOf(name, parts)) {
      for (const [, attributes = '', body = ''] of xml.matchAll(COMMENT)) {
        const address = attributeOf(attributes, 'ref');
        const text = textIn(body);
        if (!/^[A-Z]{1,3}\d{1,7}$/.test(address) || text.trim() === '') continue;
        const cell = sheet.getCell(address);
        if (noteOf(cell) === '') cell.note = text;
      }
    }
  }
}

function commentsOf(sheetPart: string, parts: Parts): string[] {
  const relations = parts[sheetPart.replace(/([^/]+)$/, '_rels/$1.rels')];
  if (!relations) return [];
  return Array.from(strFromU8(relations).matchAll(/<Relationship\b([^<>]*)>/g), ([, each = '']) => {
    if (!/\/comments$/.test(attributeOf(each, 'Type'))) return [];
    const path = decodeURI(new URL(attributeOf(each, 'Target'), `file:///${sheetPart}`).pathname.slice(1));
    const part = parts[path];
    return part ? [strFromU8(part)] : [];
  }).flat();
}

const CELL = /<c\b([^<>]*[^<>/])>([\s\S]*?)<\/c>/g;

/**
 * The texts of cells that a merged range covers, which exceljs gives up: some programs keep them when they merge.
 *
 * @param parts the parts that the workbook was read from
 */
export function coveredTexts(workbook: Workbook, parts: Parts): CoveredText[] {
  const shared = sharedStrings(parts);
  return worksheetParts(workbook, parts).flatMap(([sheet, part]) => {
    const { merges } = sheet.model as { merges?: string[] };
    if (!merges || merges.length === 0) return [];
    return Array.from(strFromU8(part).matchAll(CELL), ([, attributes = '', body = '']): CoveredText[] => {
      const address = attributeOf(attributes, 'r');
      if (!/^[A-Z]{1,3}\d{1,7}$/.test(address)) return [];
      const cell = sheet.getCell(address);
      if (!cell.isMerged || cell.master === cell) return [];
      const value = /<v\b[^<>]*>([^<]*)/.exec(body)?.[1] ?? '';
      const kind = attributeOf(attributes, 't');
      const text =
        kind === 's' ? (shared[Number(value)] ?? '') : kind === 'inlineStr' ? textIn(body) : decoded(value);
      return text.trim() === '' ? [] : [{ sheet, address, text }];
    }).flat();
  });
}

function sharedStrings(parts: Parts): string[] {
  const part = parts['xl/sharedStrings.xml'];
  if (!part) return [];
  return Array.from(
    strFromU8(part).matchAll(/<(?:\w+:)?si\b[^<>]*>([\s\S]*?)<\/(?:\w+:)?si>/g),
    ([, body = '']) => textIn(body),
  );
}

function textIn(xml: string): string {
  return Array.from(xml.replace(PHONETIC, '').matchAll(RUN), ([, text = '']) => decoded(text)).join('');
}
