import type ExcelJS from 'exceljs';
import { targetsOf } from '../../model/indicators.js';
import type { SheetRow, TaskSheet } from '../../model/sheet.js';
import {
  headerOf,
  indicatorWords,
  noticeWords,
  PART_DEGREES,
  READING_TITLES,
  refWords,
  WORKSHEETS,
} from '../../sheets/index.js';
import { COVER_WIDTHS, type Cover, link } from './cover-lines.js';
import { protect } from './form.js';
import { heightOf } from './heights.js';
import { planned } from './plan.js';
import { addWorksheet } from './table.js';

/** How high a page is at the size at which its text has 9 points. */
const PAGE_HEIGHT = 800;

/** The tasks whose figures a unit is judged by: those that name it; of one that none names, all others. */
export function figuresOf(rows: readonly SheetRow[]): SheetRow[] {
  const all = rows.filter(({ indicators }) => targetsOf(indicators).length > 0);
  const named = all.filter(({ part }) => PART_DEGREES[part] === 'named');
  return named.length > 0 ? named : all;
}

function targetWords({ indicators }: SheetRow): string {
  return targetsOf(indicators).map(indicatorWords).join('\n');
}

/** What is said of a task's figures on the cover. */
function figureLine(row: SheetRow): [string, string] {
  return [`${row.name}\n${refWords(row)}`, targetWords(row)];
}

/** How much of the page the signatures and what stands below them take. */
const SIGNATURES = 150;

/** Whether the page has room for the figures of so many tasks. */
function isRoomFor(cover: Cover, rows: readonly SheetRow[]): boolean {
  const [first, ...others] = COVER_WIDTHS;
  const rest = others.reduce<number>((sum, width) => sum + width, 0);
  const height = rows.reduce((sum, row) => sum + Math.max(20, heightOf(figureLine(row), [first, rest])), 0);
  return cover.height + height + SIGNATURES <= PAGE_HEIGHT;
}

/** Figures on the cover, or where to find them; whether there is room for them. */
export function addFigures(cover: Cover, rows: readonly SheetRow[], number: string): boolean {
  const count = rows.reduce((sum, { indicators }) => sum + targetsOf(indicators).length, 0);
  cover.heading(`${number}、量化指标：${count} 个`);
  if (!isRoomFor(cover, rows)) {
    cover.whole(link(`太多，另列：→ 去“${WORKSHEETS.figures}”`, WORKSHEETS.figures), 'lead');
    return false;
  }
  const wide = { merge: [[2, 4]] as const };
  cover.line(['任务', '指标'], ['head'], wide);
  for (const row of rows) cover.line(figureLine(row), ['text'], wide);
  return true;
}

/** Figures on a worksheet of their own, where the cover has no room for them. */
export function addFiguresSheet(
  workbook: ExcelJS.Workbook,
  { unit, notice }: TaskSheet,
  rows: readonly SheetRow[],
): void {
  if (rows.length === 0) return;
  const sheet = addWorksheet(workbook, {
    name: WORKSHEETS.figures,
    title: READING_TITLES.figures,
    subtitle: noticeWords(notice),
    footer: unit,
    page: 'portrait',
    columns: [
      planned('ref', headerOf('ref')),
      planned('unit', headerOf('name')),
      planned('text', '指标'),
      planned('id', headerOf('id'), { isAside: true }),
    ],
    rows: rows.map((row) => ({
      values: [refWords(row), row.name, targetWords(row), row.id],
    })),
  });
  protect(sheet);
}
