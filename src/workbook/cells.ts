import type { Cell, CellValue, Fill, Font, Row, Worksheet } from 'exceljs';
import type { Look } from '../model/look.js';
import { hueOf, isHeiti } from '../words/looks.js';
import { loweredIfAll, raisedBehind } from '../words/scripts.js';
import { shown } from './shown.js';
import { SPAN, serialOf } from './shown-days.js';

/** What a cell comes to. */
export type PlainValue = string | number | boolean | Date | null;

/**
 * What a cell holds, whichever way it is stored: of a formula its result, of a link and of text with formats the text,
 * of an error its sign (#N/A), of a merged cell what the first one holds.
 *
 * @returns `null` where it holds nothing, and for a formula whose result the file does not have
 */
export function plainValueOf(cell: Cell): PlainValue {
  const { master } = cell;
  const held = isFormula(master) ? resultOf(master) : master.value;
  const isRecord = held !== null && typeof held === 'object' && 'hyperlink' in held;
  // What exceljs is given as a link without text it writes as a text in JSON.
  const content = isRecord && !master.isHyperlink ? master.text : plainOf(held);
  return content instanceof Date ? (outOfRange(content, master) ?? content) : content;
}

/** The years that Excel has days in; times of day, which have no day, count from the end of the year before. */
const FIRST_YEAR = 1899;
const LAST_YEAR = 9999;

/** The number that somebody typed into a cell for days, where it is none: 20260701, -3. */
function outOfRange(value: Date, { worksheet }: Cell): number | undefined {
  const year = value.getUTCFullYear();
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return undefined;
  return serialOf(value, worksheet.workbook.properties.date1904);
}

/** A link whose place and text are both in the formula: HYPERLINK("#正文!A5","五、安全"). */
const LINK = /^HYPERLINK\(\s*"(?:[^"]|"")*"\s*,\s*"((?:[^"]|"")*)"\s*\)$/i;

/** What a formula comes to; programs that save no results leave a link's text in the formula. */
function resultOf(cell: Cell): CellValue {
  const saved = cell.result as CellValue;
  if (saved !== null && saved !== undefined && saved !== '') return saved;
  return LINK.exec(formulaOf(cell) ?? '')?.[1]?.replaceAll('""', '"') ?? saved;
}

function plainOf(value: CellValue): PlainValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value;
  if (typeof value !== 'object') return value;
  if ('richText' in value) return joined(value.richText);
  // The text of a link is any value, whatever exceljs declares.
  if ('hyperlink' in value) return plainOf(value.text);
  if ('error' in value) return value.error;
  return plainOf(value.result);
}

/** A cell's text as Excel shows it, its lines parted by `\n`. */
export function shownTextOf(cell: Cell): string {
  return shown(plainValueOf(cell), cell.numFmt, cell.worksheet.workbook.properties.date1904);
}

/** Whether a cell shows a number otherwise than in its own digits: 1200万元, 007, 1.10, 12%. */
export function isDressed(cell: Cell): boolean {
  const content = plainValueOf(cell);
  if (typeof content !== 'number') return false;
  const seen = shownTextOf(cell);
  // What a format hides is still there.
  return seen.trim() !== '' && seen !== shown(content, undefined);
}

/** Whether a cell shows a length of time, and no day: 30:00:00. */
export function isSpan({ numFmt }: Cell): boolean {
  return SPAN.test(numFmt ?? '');
}

/** What of a cell's text is struck through; '' where nothing is. */
export function struckIn(cell: Cell): string {
  const { value, font } = cell.master;
  const runs = runsOf(value);
  if (runs) return joined(runs.filter((run) => isStruck(run, font)));
  return font?.strike === true ? shownTextOf(cell) : '';
}

/** A cell's text without what is struck through. */
export function standingText(cell: Cell): string {
  if (struckIn(cell) === '') return shownTextOf(cell);
  const { value, font } = cell.master;
  const runs = runsOf(value) ?? [];
  return shown(joined(runs.filter((run) => !isStruck(run, font))), undefined);
}

/** A text of a cell, and how it is shown. */
export interface LookedText {
  readonly text: string;
  readonly looks: readonly Look[];
}

/** What of a cell is shown how: its runs, or all of it. */
export function lookedTexts(cell: Cell): LookedText[] {
  const { value, font, fill } = cell.master;
  const ofFill: readonly Look[] = isShaded(fill) ? ['shaded'] : [];
  const runs = runsOf(value)?.filter((run) => !isStruck(run, font));
  if (!runs) return [{ text: shownTextOf(cell), looks: [...looksOfFont(font), ...ofFill] }];
  return runs.map((run) => ({ text: run.text, looks: [...looksOfFont(run.font ?? font), ...ofFill] }));
}

function looksOfFont(font: Partial<Font> | undefined): Look[] {
  const hue = hueOf((font?.color?.argb ?? '').slice(-6));
  return [
    ...(font?.bold === true ? ['bold' as const] : []),
    ...(isHeiti(font?.name ?? '') ? ['heiti' as const] : []),
    ...(font?.italic === true ? ['italic' as const] : []),
    ...(font?.underline === undefined || font.underline === false || font.underline === 'none'
      ? []
      : ['underlined' as const]),
    ...(hue ? [hue] : []),
  ];
}

/** Whether a cell is filled with anything: programs write an empty pattern for none. */
export function hasPattern(fill: Fill | undefined): boolean {
  return fill?.type === 'pattern' && fill.pattern !== undefined && fill.pattern !== 'none';
}

function isShaded(fill: Fill | undefined): boolean {
  if (fill?.type !== 'pattern' || !hasPattern(fill)) return false;
  return !/^(?:..)?ffffff$/i.test(fill.fgColor?.argb ?? '');
}

/** The text of runs, with what stands above or below the line as it is written in one: 10⁴. */
function joined(runs: readonly { readonly font?: Partial<Font>; readonly text?: string }[]): string {
  return runs.reduce((before, { font, text = '' }) => {
    if (font?.vertAlign === 'superscript') return before + raisedBehind(before, text);
    return before + (font?.vertAlign === 'subscript' ? loweredIfAll(text) : text);
  }, '');
}

function runsOf(value: CellValue) {
  return value !== null && typeof value === 'object' && 'richText' in value ? value.richText : undefined;
}

/** A run with a format of its own has none of the cell's. */
function isStruck({ font }: { readonly font?: Partial<Font> }, ofCell: Partial<Font> | undefined): boolean {
  return (font ?? ofCell)?.strike === true;
}

/** What Excel writes before a comment that people answer, for programs which know only plain ones. */
const THREADED =
  /^\[(?:Threaded comment|线程批注|会话批注|线程化批注)\][\s\S]*?(?:Comment|批注|注释)[:：]\s*(?=\S)/;

/** The comment on a cell; '' where it has none. */
export function noteOf({ note }: Cell): string {
  const text = typeof note === 'string' ? note : note?.texts?.map((part) => part.text ?? '').join('');
  return (text ?? '').replace(/\r\n?/g, '\n').replace(THREADED, '');
}

/** Where a cell's link goes; `undefined` where it is none. */
export function linkOf(cell: Cell): string | undefined {
  return cell.isHyperlink ? cell.hyperlink : undefined;
}

/** Whether what a cell holds is worked out. */
export function isFormula(cell: Cell): boolean {
  return (cell.formulaType as typeof cell.formulaType | undefined) !== undefined;
}

/** A cell's formula; `undefined` where it has none, or shares that of a cell which has none any more. */
export function formulaOf(cell: Cell): string | undefined {
  if (!isFormula(cell)) return undefined;
  const { value } = cell;
  const shared = value !== null && typeof value === 'object' && 'sharedFormula' in value;
  // exceljs throws where the cell that has the formula has a link too.
  if (shared && formulaOf(cell.worksheet.getCell(value.sharedFormula)) === undefined) return undefined;
  return cell.formula;
}

/** The rows that a worksheet has: what stands in the last row of all does not make the million before it. */
export function rowsOf(sheet: Worksheet): Row[] {
  const { _rows: rows } = sheet as unknown as { _rows: (Row | undefined)[] };
  return Object.values(rows).filter((row) => row !== undefined);
}

/** The cells that a merged range covers and that have a comment of their own: some programs keep it when they merge. */
export function eachCoveredNote(sheet: Worksheet, visit: (cell: Cell) => void): void {
  for (const row of rowsOf(sheet)) {
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      if (cell && cell.master !== cell && noteOf(cell) !== '') visit(cell);
    }
  }
}

/** Every cell that holds something by itself, a value or a comment: of merged cells the first. */
export function eachCell(sheet: Worksheet, visit: (cell: Cell) => void): void {
  for (const row of rowsOf(sheet)) {
    for (let column = 1; column <= row.cellCount; column++) {
      const cell = row.findCell(column);
      if (cell && cell.master === cell && (cell.value !== null || noteOf(cell) !== '')) visit(cell);
    }
  }
}
