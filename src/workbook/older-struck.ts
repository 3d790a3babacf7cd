import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { type BiffRecord, CONTINUE, eachSheetRecord, recordsOf } from './excel97.js';
import { letterOf } from './letters.js';
import { attributeOf } from './results.js';

// What is struck through in an Excel 97 workbook, which the library that reads it passes over, and writes no word of.

/** Stretches of a text that are struck through, from and to. */
export type StruckSpans = readonly (readonly [start: number, end: number])[];

/** What is struck through in the cells of a worksheet, by their addresses. */
export type StruckCells = ReadonlyMap<string, StruckSpans>;

/** Records of an Excel 97 workbook ([MS-XLS] 2.4). */
const FONT = 0x0031;
const XF = 0x00e0;
const SST = 0x00fc;
const LABELSST = 0x00fd;
const MULRK = 0x00bd;
/** Other cells with a value: NUMBER, LABEL, BOOLERR, RK, FORMULA. */
const CELLS: ReadonlySet<number> = new Set([0x0203, 0x0204, 0x0205, 0x027e, 0x0006]);
const STRIKE_OUT = 0x0008;

/** No font has this number. */
const NO_FONT = 4;

/** A text of the workbook's table of texts: where in it another font begins. */
type FontRuns = readonly (readonly [from: number, font: number])[];

/**
 * What is struck through in an Excel 97 workbook, by the order of its worksheets.
 *
 * @param stream its records
 */
export function struckInExcel97(stream: Uint8Array): ReadonlyMap<number, StruckCells> {
  const records = recordsOf(stream);
  const struck = records
    .filter(({ kind, data }) => kind === FONT && data.byteLength >= 4)
    .map(({ data }) => (data.getUint16(2, true) & STRIKE_OUT) !== 0);
  const found = new Map<number, Map<string, StruckSpans>>();
  if (!struck.includes(true)) return found;
  const isStruck = (font: number) => struck[font > NO_FONT ? font - 1 : font] ?? false;
  const fonts = records.filter(({ kind }) => kind === XF).map(({ data }) => data.getUint16(0, true));
  const texts = runsOfTexts(records);
  eachSheetRecord(records, ({ kind, data }, sheet) => {
    if (data.byteLength < 6) return;
    const cells = found.get(sheet) ?? new Map<string, StruckSpans>();
    found.set(sheet, cells);
    const [row, column] = [data.getUint16(0, true), data.getUint16(2, true)];
    const put = (column: number, format: number, runs: FontRuns = []) => {
      const spans = spansOf([[0, fonts[format] ?? 0], ...runs], isStruck);
      if (spans.length > 0) cells.set(`${letterOf(column + 1)}${row + 1}`, spans);
    };
    if (kind === LABELSST && data.byteLength >= 10)
      put(column, data.getUint16(4, true), texts[data.getUint32(6, true)]);
    else if (kind === MULRK)
      for (let i = 0; 4 + 6 * i + 6 < data.byteLength; i++) put(column + i, data.getUint16(4 + 6 * i, true));
    else if (CELLS.has(kind)) put(column, data.getUint16(4, true));
  });
  return found;
}

function spansOf(runs: FontRuns, isStruck: (font: number) => boolean): StruckSpans {
  return runs.flatMap(([from, font], i): StruckSpans => {
    const to = runs[i + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return isStruck(font) && to > from ? [[from, to]] : [];
  });
}

/** The fonts of all texts of the workbook's table of texts, which goes on over records (2.4.265, 2.5.293). */
function runsOfTexts(records: readonly BiffRecord[]): FontRuns[] {
  const first = records.findIndex(({ kind }) => kind === SST);
  if (first < 0) return [];
  const parts = [records[first]?.data as DataView];
  for (let i = first + 1; records[i]?.kind === CONTINUE; i++) parts.push(records[i]?.data as DataView);
  const reader = new Reader(parts);
  reader.skip(4);
  const count = reader.number(4);
  const texts: FontRuns[] = [];
  while (texts.length < count && !reader.isDone) {
    const length = reader.number(2);
    const flags = reader.number(1);
    const runs = flags & 8 ? reader.number(2) : 0;
    const besides = flags & 4 ? reader.number(4) : 0;
    reader.skipText(length, (flags & 1) !== 0);
    texts.push(Array.from({ length: runs }, () => [reader.number(2), reader.number(2)] as const));
    reader.skip(besides);
  }
  return texts;
}

/** Reads numbers, and passes over texts, in records that go on with each other. */
class Reader {
  #part = 0;
  #at = 0;

  constructor(readonly parts: readonly DataView[]) {}

  get isDone(): boolean {
    this.#turn();
    return this.#part >= this.parts.length;
  }

  number(bytes: number): number {
    let value = 0;
    for (let i = 0; i < bytes && !this.isDone; i++)
      value += (this.parts[this.#part]?.getUint8(this.#at++) ?? 0) * 256 ** i;
    return value;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0 && !this.isDone; ) {
      const step = Math.min(left, this.#left);
      this.#at += step;
      left -= step;
    }
  }

  /** Characters of one byte or two; where a text goes on in the next record, that says again which. */
  skipText(length: number, isWide: boolean): void {
    let width = isWide ? 2 : 1;
    for (let left = length; left > 0 && !this.isDone; ) {
      if (this.#at === 0) width = this.number(1) & 1 ? 2 : 1;
      const step = Math.min(left, Math.floor(this.#left / width));
      this.#at += step > 0 ? step * width : this.#left;
      left -= step;
    }
  }

  get #left(): number {
    return (this.parts[this.#part]?.byteLength ?? 0) - this.#at;
  }

  #turn(): void {
    while (this.#part < this.parts.length && this.#left <= 0) {
      this.#part++;
      this.#at = 0;
    }
  }
}

const CELL = /<c\b([^<>]*)(?<=\/)>|<c\b([^<>]*)(?<!\/)>(?:(?!<\/c>|<c\b)[\s\S])*<\/c>/g;

/**
 * Says of a workbook's cells what of them is struck through.
 *
 * @param bytes the workbook as .xlsx
 * @param shown what a cell shows
 */
export function withStruck(
  bytes: Uint8Array,
  struck: ReadonlyMap<number, StruckCells>,
  shown: (sheet: number, address: string) => string,
): Uint8Array {
  const some = Array.from(struck).filter(([, cells]) => cells.size > 0);
  if (some.length === 0) return bytes;
  const parts = unzipSync(bytes);
  for (const [sheet, cells] of some) {
    const name = `xl/worksheets/sheet${sheet + 1}.xml`;
    const part = strFromU8(parts[name] ?? new Uint8Array());
    const said = part.replace(CELL, (cell, ofEmpty: string | undefined, ofFull: string | undefined) => {
      const attributes = ofEmpty ?? ofFull ?? '';
      const at = attributeOf(attributes, 'r');
      const spans = cells.get(at);
      if (!spans) return cell;
      const style = attributeOf(attributes, 's');
      const runs = runsOf(shown(sheet, at), spans).map(
        ({ text, isStruck }) =>
          `<r>${isStruck ? '<rPr><strike/></rPr>' : ''}<t xml:space="preserve">${escaped(text)}</t></r>`,
      );
      return `<c r="${at}"${style === '' ? '' : ` s="${style}"`} t="inlineStr"><is>${runs.join('')}</is></c>`;
    });
    parts[name] = strToU8(said);
  }
  return zipSync(parts, { level: 0 });
}

function runsOf(text: string, spans: StruckSpans): { readonly text: string; readonly isStruck: boolean }[] {
  const edges = [0, ...spans.flatMap(([start, end]) => [start, Math.min(end, text.length)]), text.length];
  return edges
    .slice(1)
    .map((edge, i) => ({ text: text.slice(edges[i], edge), isStruck: i % 2 === 1 }))
    .filter((run) => run.text !== '');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
