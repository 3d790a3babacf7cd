import ExcelJS from 'exceljs';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { diagnose } from '../model/diagnose.js';
import { MOST_CELLS, MOST_FILLED_CELLS } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { plainPackage, unprefixed, withoutRare } from './plain.js';
import { restoreComments, restoreInline } from './restore.js';
import { restoreResults } from './results.js';
import type { PackageParts } from './zip.js';

export type { Cell, Workbook, Worksheet } from 'exceljs';

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;

/** A range of cells: A1:XFD1048576. */
const RANGE = /([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})/g;

/** How far below its last row, and how far to the right, a list of choices of a worksheet is kept. */
const BELOW = 1000;
const WIDEST = 200;

/**
 * Opens a workbook with exceljs, whichever program saved it. exceljs makes a record of every cell of a range: lists of choices that somebody has
 * given to whole columns are kept for the rows in use, and merged ranges as large as a whole sheet are refused.
 *
 * @param packed the file's parts
 * @returns the workbook, or `file-broken`, `cells-too-many`, `sheet-too-large`
 */
export async function openWorkbook(packed: PackageParts, name: string): Promise<Result<ExcelJS.Workbook>> {
  const parts = unprefixed(packed);
  let plain: Record<string, Uint8Array>;
  try {
    plain = plainPackage(parts);
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
  let cells = 0;
  let filled = 0;
  for (const part of Object.keys(plain)) {
    if (!WORKSHEET.test(part)) continue;
    const xml = strFromU8(plain[part] as Uint8Array);
    for (const _ of xml.matchAll(/<v\b|<is\b/g)) filled++;
    for (const [merge] of xml.matchAll(/<mergeCell [^<>]*/g)) cells += cellsIn(merge);
    const clipped = clipChoices(xml);
    for (const [choices] of clipped.matchAll(/<dataValidation [^<>]*/g)) cells += cellsIn(choices);
    if (clipped !== xml) plain[part] = strToU8(clipped);
  }
  if (cells > MOST_CELLS) return failed(diagnose('cells-too-many', { most: MOST_CELLS }, name));
  if (filled > MOST_FILLED_CELLS)
    return failed(diagnose('sheet-too-large', { most: MOST_FILLED_CELLS }, name));
  const workbook = new ExcelJS.Workbook();
  try {
    const bytes = zipSync(withoutRare(plain), { level: 0 });
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    restoreResults(workbook, plain);
    restoreComments(workbook, parts);
    restoreInline(workbook, parts);
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
  return { value: workbook, diagnostics: [] };
}

function clipChoices(xml: string): string {
  let last = 1;
  for (const [, row] of xml.matchAll(/<row [^<>]{0,200}?\br="(\d{1,7})"/g))
    last = Math.max(last, Number(row));
  const clip = (_: string, left: string, top: string, right: string, bottom: string) => {
    const end = Math.max(Number(top), Math.min(Number(bottom), last + BELOW));
    const edge = columnOf(right) - columnOf(left) < WIDEST ? right : left;
    return `${left}${top}:${edge}${end}`;
  };
  return xml.replace(/(<dataValidation [^<>]*?\bsqref=")([^"<>]*)/g, (_, before: string, ranges: string) => {
    return before + ranges.replace(RANGE, clip);
  });
}

/** How many cells the ranges in a text have. */
function cellsIn(text: string): number {
  let cells = 0;
  for (const [, left = '', top, right = '', bottom] of text.matchAll(RANGE)) {
    cells += (columnOf(right) - columnOf(left) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return cells;
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
