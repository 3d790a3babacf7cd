import type { WorkBook, WorkSheet } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { attributeOf } from './results.js';

// What a workbook of another form does not show, which the library that reads it passes over.

/** What is known of a worksheet's looks. */
interface Looks {
  readonly isHidden: boolean;
  /** Rows and columns, from 0, that are hidden. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** How many rows or columns one element may stand for: the rest of a worksheet, in which nothing stands. */
const MOST_REPEATED = 10_000;

/** Parts of a worksheet in OpenDocument, in the order of the file (part 3, 9.1 and 9.2). */
const TABLE_PART = /<(\/?)table:(table|table-row|table-column)(?=[\s/>])([^<>]*)>/g;
const TABLE_STYLE =
  /<style:style\b([^<>]*[^/<>])>(?:(?!<\/style:style>)[\s\S])*?<style:table-properties\b([^<>]*)/g;
const NO_ZEROS = /config:name="ShowZeroValues"[^<>]{0,200}>\s*false\s*</;

/** The parts of an OpenDocument file, as text. */
interface OpenDocumentParts {
  readonly content: string;
  readonly settings: string;
  /** Empty where all is in one. */
  readonly styles: string;
}

/** The parts of an OpenDocument file, which is a package or all in one. */
export function openDocumentParts(bytes: Uint8Array): OpenDocumentParts {
  if (bytes[0] !== 0x50) {
    const all = strFromU8(bytes);
    return { content: all, settings: all, styles: '' };
  }
  const parts = unzipSync(bytes, { filter: ({ name }) => /^(?:content|settings|styles)\.xml$/.test(name) });
  const textOf = (part: string) => strFromU8(parts[part] ?? new Uint8Array());
  return { content: textOf('content.xml'), settings: textOf('settings.xml'), styles: textOf('styles.xml') };
}

/** Whether an OpenDocument file has a password: its list of parts says how each is encrypted (ODF 1.3 part 2, 4.4). */
export function isEncryptedDocument(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50) return false;
  try {
    const [manifest] = Object.values(
      unzipSync(bytes, { filter: ({ name }) => name === 'META-INF/manifest.xml' }),
    );
    return manifest !== undefined && /<(?:\w{1,12}:)?encryption-data[\s>]/.test(strFromU8(manifest));
  } catch {
    return false;
  }
}

/**
 * Hides in a workbook what its OpenDocument file hides: rows, columns and worksheets.
 *
 * @returns whether it shows nothing where a cell comes to 0
 */
export function hideAsOpenDocument(workbook: WorkBook, { content, settings }: OpenDocumentParts): boolean {
  const looks = looksIn(content);
  workbook.Workbook ??= {};
  workbook.Workbook.Sheets = workbook.SheetNames.map((name) => ({
    name,
    Hidden: looks.get(name)?.isHidden ? 1 : 0,
  }));
  for (const [name, sheet] of Object.entries(workbook.Sheets)) {
    const { rows = [], columns = [] } = looks.get(name) ?? {};
    hide(sheet, '!rows', rows);
    hide(sheet, '!cols', columns);
  }
  return NO_ZEROS.test(settings);
}

function hide(sheet: WorkSheet, what: '!rows' | '!cols', indexes: readonly number[]): void {
  if (indexes.length === 0) return;
  sheet[what] ??= [];
  for (const index of indexes) sheet[what][index] = { ...sheet[what][index], hidden: true };
}

function looksIn(xml: string): Map<string, Looks> {
  const unseen = new Set(
    Array.from(xml.matchAll(TABLE_STYLE), ([, style = '', said = '']) =>
      attributeOf(said, 'table:display') === 'false' ? attributeOf(style, 'style:name') : '',
    ),
  );
  const looks = new Map<string, Looks>();
  let depth = 0;
  let rows: number[] = [];
  let columns: number[] = [];
  const at = { 'table-row': 0, 'table-column': 0 };
  for (const [, closing, part = '', said = ''] of xml.matchAll(TABLE_PART)) {
    if (part === 'table') {
      depth += closing ? -1 : 1;
      if (closing || depth > 1) continue;
      [rows, columns, at['table-row'], at['table-column']] = [[], [], 0, 0];
      const name = attributeOf(said, 'table:name').replaceAll('&amp;', '&');
      looks.set(name, { isHidden: unseen.has(attributeOf(said, 'table:style-name')), rows, columns });
    } else if (!closing && depth === 1) {
      const kind = part as keyof typeof at;
      const repeated = Number(
        attributeOf(said, `table:number-${kind === 'table-row' ? 'rows' : 'columns'}-repeated`),
      );
      const count = Math.max(1, repeated || 1);
      if (/^(?:collapse|filter)$/.test(attributeOf(said, 'table:visibility')) && count < MOST_REPEATED)
        for (let i = 0; i < count; i++) (kind === 'table-row' ? rows : columns).push(at[kind] + i);
      at[kind] += count;
    }
  }
  return looks;
}

/** Records of an Excel 97 workbook ([MS-XLS] 2.4): what begins a part, which worksheet it is, how it is looked at. */
const BOF = 0x0809;
const EOF = 0x000a;
const BOUNDSHEET = 0x0085;
const WINDOW2 = 0x023e;
const SHOWS_ZEROS = 0x0010;

/**
 * Which worksheets of an Excel 97 workbook show nothing where a cell comes to 0, by their order.
 *
 * @param stream its records
 */
export function withoutZerosIn(stream: Uint8Array): ReadonlySet<number> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const starts: number[] = [];
  const found = new Set<number>();
  for (let at = 0, sheet = -1; at + 4 <= stream.length; ) {
    const [kind, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (kind === BOUNDSHEET && at + 8 <= stream.length) starts.push(view.getUint32(at + 4, true));
    else if (kind === BOF && starts.includes(at)) sheet = starts.indexOf(at);
    else if (kind === WINDOW2 && sheet >= 0 && (view.getUint16(at + 4, true) & SHOWS_ZEROS) === 0)
      found.add(sheet);
    else if (kind === EOF) sheet = -1;
    at += 4 + size;
  }
  return found;
}

/** Says of worksheets, by their order, that they show nothing where a cell comes to 0: the library has no word for it. */
export function withViews(bytes: Uint8Array, withoutZeros: ReadonlySet<number>): Uint8Array {
  if (withoutZeros.size === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const sheet of withoutZeros) {
    const name = `xl/worksheets/sheet${sheet + 1}.xml`;
    const part = parts[name];
    if (part) parts[name] = strToU8(strFromU8(part).replace('<sheetView ', '<sheetView showZeros="0" '));
  }
  return zipSync(parts, { level: 0 });
}
