import { strFromU8 } from 'fflate';
import { diagnose } from '../model/diagnose.js';
import type { Place } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { TaskSheet, Typed } from '../model/sheet.js';
import { unzip } from '../read/index.js';
import { COVER_FACTS, COVER_FILL_IN, typedText, WORKSHEETS } from '../sheets/index.js';
import {
  contentOf,
  eachCell,
  eachCoveredNote,
  formulaOf,
  isDressed,
  isFormula,
  isSpan,
  linkOf,
  noteOf,
  textOf,
} from '../workbook/cells.js';
import { type Cell, openWorkbook, type Workbook, type Worksheet } from '../workbook/open.js';
import { coveredTexts } from '../workbook/restore.js';
import { marginTexts } from '../workbook/sheets.js';
import type { Parts } from '../workbook/zip.js';
import { chosen, type TableSheet } from './choose.js';
import { headingsOf } from './headings.js';
import { isLocked, looseDigest, printedDigest } from './locked.js';
import { looksIn } from './looks.js';
import { headerIndex, type RawCell, readTable } from './table.js';

/** A workbook that came back. */
export interface ReturnedWorkbook {
  readonly sheet: ReturnedSheet;
  /** The notice's date, as the cover has it. */
  readonly date: string | null;
  /** The digest of what is printed in it, `null` where somebody has changed that, or taken the cover away. */
  readonly printed: string | null;
  /** Worksheets that people added. */
  readonly own: readonly Worksheet[];
  /** The names of those whose formulas look into the tasks, where rows may have moved. */
  readonly pointing: readonly string[];
  /** All that stands in them. */
  readonly ownTexts: ReturnedSheet['stray'];
  /** When it was saved, as its program says; `null` where it does not. */
  readonly saved: string | null;
  /** What is printed at the top and the bottom of the pages of each worksheet. */
  readonly margins: ReadonlyMap<string, string>;
  /** What it holds that cannot be written again, in words. */
  readonly dropped: readonly string[];
}

const DRAWING = /^xl\/drawings\/drawing/;

/** Parts of a workbook (ECMA-376) that exceljs drops when it writes what it has read. */
const DROPPED: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/media\//, '图片'],
  [/^xl\/charts?(?:heets|Ex)?\//i, '图表'],
  [DRAWING, '图形'],
  [/^xl\/vbaProject\.bin$/, '宏'],
  [/^xl\/pivot/, '数据透视表'],
  [/^xl\/externalLinks\//, '外部链接'],
  [/^xl\/embeddings\//, '嵌入的文件'],
  [/^xl\/(?:ctrlProps|activeX)\//, '控件'],
  [/^xl\/(?:slicers|timelines)/, '切片器'],
  [/^xl\/tables\//, '表格（超级表）'],
  [/^xl\/threadedComments\//, '会话批注'],
];

/** Marks in a worksheet's XML of what newer programs keep in extension lists, and exceljs does not read. */
const DROPPED_EXTENSIONS: readonly (readonly [mark: string, what: string])[] = [
  ['x14:sparklineGroup ', '迷你图'],
  ['x14:dataValidation ', '新式的下拉列表'],
  [' prompt="', '填写提示'],
];

/**
 * Reads a task sheet that came back as a workbook.
 *
 * @param file what to call the file in places
 * @returns the workbook, or `not-a-sheet`, `file-broken`
 */
export async function readReturnedXlsx(bytes: Uint8Array, file: string): Promise<Result<ReturnedWorkbook>> {
  const { value: parts, diagnostics } = await unzip(bytes, file);
  if (!parts) return failed(...diagnostics);
  const opened = await openWorkbook(parts, file);
  const workbook = opened.value;
  if (!workbook) return failed(...opened.diagnostics);
  const all = new Map(workbook.worksheets.map((sheet) => [sheet, rawRows(file, sheet)]));
  const candidates = Array.from(all, ([sheet, rows]) => ({ sheet, rows, header: headerIndex(rows) })).filter(
    ({ header }) => header >= 0,
  );
  const { main, asked, blank, others } = chosen(candidates.map(tableIn));
  if (!main || (main === asked && workbook.getWorksheet(WORKSHEETS.tasks)))
    return failed(diagnose('not-a-sheet', undefined, file));
  const tables = Array.from(new Set([main, ...(asked ? [asked] : [])]));
  const cover = workbook.getWorksheet(WORKSHEETS.cover);
  const fact = (label: string) => (cover ? factIn(beside(cover, label)) : null);
  const filledCover = cover ? coverFilled(cover) : { values: {}, cells: new Set<Cell>() };
  const check = fact(COVER_FACTS.check);
  const isFirst = main.sheet.name === WORKSHEETS.tasks || main === asked;
  const isAsPrinted = isFirst && (check === printedDigest(workbook) || check === looseDigest(workbook));
  const printed = [WORKSHEETS.cover, WORKSHEETS.measures, WORKSHEETS.figures]
    .map((name) => workbook.getWorksheet(name))
    .filter((sheet) => sheet !== undefined);
  const stray = [
    ...tables.flatMap(({ sheet, above, headerNotes, remarks }) => [
      ...above.flatMap((cells, i) =>
        straysIn(cells, (j) =>
          isAsPrinted ? !isLocked(sheet.getCell(i + 1, j + 1)) : !isTitle(sheet.getCell(i + 1, j + 1)),
        ),
      ),
      ...headerNotes.map(({ at, note }) => ({ at, text: `（批注）${note}` })),
      ...remarks,
    ]),
    ...covered(workbook, parts, file),
    ...printed.flatMap((sheet) =>
      (all.get(sheet) ?? []).flatMap((cells, i) =>
        straysIn(cells, (j) => {
          const cell = sheet.getCell(i + 1, j + 1);
          return !isLocked(cell) && !filledCover.cells.has(cell);
        }),
      ),
    ),
  ];
  const ours = new Set<Worksheet>([...[...tables, ...blank].map(({ sheet }) => sheet), ...printed]);
  const own = workbook.worksheets.filter((sheet) => !ours.has(sheet));
  return {
    value: {
      sheet: {
        file,
        unit: fact(COVER_FACTS.unit),
        edition: fact(COVER_FACTS.edition),
        // What is asked has the same columns of the notice as the tasks.
        printed: tables[0]?.printed ?? [],
        columns: Array.from(new Set(tables.flatMap(({ columns }) => columns))),
        rows: tables.flatMap(({ rows }) => rows),
        questions: tables.flatMap(({ questions }) => questions),
        cover: filledCover.values,
        stray,
      },
      date: fact(COVER_FACTS.date),
      printed: isAsPrinted ? check : null,
      own,
      pointing: own.filter((sheet) => pointsTo(sheet, main.sheet.name)).map(({ name }) => name),
      ownTexts: [
        ...own.flatMap((sheet) => (all.get(sheet) ?? []).flatMap((cells) => straysIn(cells, () => true))),
        ...writtenAround(workbook, fact(COVER_FACTS.unit) ?? '').map((text) => ({ at: { file }, text })),
      ],
      margins: marginsOf(workbook),
      saved: savedAt(parts),
      dropped: [...droppedFrom(parts), ...looksIn(tables), ...others.map((name) => `“${name}”里另填的任务`)],
    },
    diagnostics: [],
  };
}

function tableIn({
  sheet,
  rows,
  header,
}: {
  sheet: Worksheet;
  rows: RawCell[][];
  header: number;
}): TableSheet {
  return {
    sheet,
    header,
    headings: headingsOf((rows[header] ?? []).map(({ text }) => text)),
    ...readTable(rows, header, (i) => letterOf(i + 1), { isPrefilled: true }),
  };
}

/** What is printed at the top and the bottom of the pages of each worksheet. */
export function marginsOf(workbook: Workbook): Map<string, string> {
  return new Map(
    workbook.worksheets.map(({ name, headerFooter }) => [
      name,
      [headerFooter?.oddHeader, headerFooter?.oddFooter, headerFooter?.evenHeader, headerFooter?.firstHeader]
        .map((text) => text ?? '')
        .join('\n'),
    ]),
  );
}

/** What people wrote at the top and the bottom of pages: what is left without the unit's name and the number of the page. */
function writtenAround(workbook: Workbook, unit: string): string[] {
  const texts = workbook.worksheets.flatMap(marginTexts).map((text) => {
    const rest = text.replace(unit, '').replace(/第\s*页，\s*共\s*页/, '');
    return rest.trim().replace(/\s+/g, ' ');
  });
  return Array.from(new Set(texts)).filter((text) => !unit.includes(text));
}

function savedAt(parts: Parts): string | null {
  return coreOf(parts, 'dcterms:modified') || null;
}

/** What a file says of itself (ECMA-376 part 2, 11.1). */
function coreOf(parts: Parts, name: 'dc:description' | 'dcterms:modified'): string {
  const core = parts['docProps/core.xml'];
  return (core && new RegExp(`<${name}\\b[^<>]*>([^<]*)`).exec(strFromU8(core))?.[1]) || '';
}

function pointsTo(sheet: Worksheet, name: string): boolean {
  let isFound = false;
  eachCell(sheet, (cell) => {
    if (formulaOf(cell)?.includes(name)) isFound = true;
  });
  return isFound;
}

function droppedFrom(parts: Readonly<Record<string, Uint8Array>>): string[] {
  const names = Object.keys(parts);
  const sheets = names
    .filter((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    .map((name) => strFromU8(parts[name] as Uint8Array));
  // LibreOffice writes a drawing in which nothing is drawn.
  const isEmpty = (name: string) =>
    DRAWING.test(name) && !strFromU8(parts[name] as Uint8Array).includes('Anchor');
  const filled = names.filter((name) => !isEmpty(name));
  return [
    ...DROPPED.filter(([part]) => filled.some((name) => part.test(name))),
    ...DROPPED_EXTENSIONS.filter(([mark]) => sheets.some((xml) => xml.includes(mark))),
  ]
    .map(([, what]) => what)
    .concat(coreOf(parts, 'dc:description').trim() === '' ? [] : ['文件属性里的备注']);
}

/** All cells of a worksheet, row by row from the first. */
function rawRows(file: string, sheet: Worksheet): RawCell[][] {
  const empty = (row: number, column: number): RawCell => ({
    value: null,
    text: '',
    note: '',
    at: placeOf(file, sheet, row, column),
  });
  const rows: RawCell[][] = [];
  const put = (raw: RawCell, { row: at, col }: Cell) => {
    const [row, column] = [Number(at), Number(col)];
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as RawCell[];
    while (cells.length < column) cells.push(empty(row, cells.length + 1));
    cells[column - 1] = raw;
  };
  eachCell(sheet, (cell) => {
    const raw = rawCell(file, sheet, cell);
    if (raw.value !== null || raw.note !== '') put(raw, cell);
  });
  eachCoveredNote(sheet, (cell) => {
    put({ ...empty(Number(cell.row), Number(cell.col)), note: noteOf(cell).trim() }, cell);
  });
  return rows.map((cells, i) => (cells.length > 0 ? cells : [empty(i + 1, 1)]));
}

function placeOf(file: string, sheet: Worksheet, row: number, column: number): Place {
  return { file, sheet: sheet.name, address: `${letterOf(column)}${row}` };
}

function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letterOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

function rawCell(file: string, sheet: Worksheet, cell: Cell): RawCell {
  const value = typedOf(cell);
  const note = [noteOf(cell).trim(), formulaNote(cell), numberNote(cell)]
    .filter((text) => text !== '')
    .join('\n');
  const text = typedText(value ?? undefined);
  const [row, column] = [Number(cell.row), Number(cell.col)];
  const rows = rowSpanOf(sheet, cell);
  return { value, text, note, at: placeOf(file, sheet, row, column), ...(rows > 1 && { rows }) };
}

/** How many rows a cell is merged over. */
function rowSpanOf(sheet: Worksheet, cell: Cell): number {
  if (!cell.isMerged) return 1;
  const [row, column] = [Number(cell.row), Number(cell.col)];
  let rows = 1;
  while (sheet.findRow(row + rows)?.findCell(column)?.master === cell) rows++;
  return rows;
}

/** What merged cells cover and nobody sees. */
function covered(workbook: Workbook, parts: Parts, file: string): ReturnedSheet['stray'] {
  return coveredTexts(workbook, parts)
    .filter(({ sheet, address, text }) => textOf(sheet.getCell(address).master).trim() !== text.trim())
    .map(({ sheet, address, text }) => ({
      at: { file, sheet: sheet.name, address },
      text: `（被合并的单元格盖住）${text}`,
    }));
}

/** What was typed into a cell; of a formula what it comes to. */
function typedOf(cell: Cell): Typed | null {
  const link = linkOf(cell);
  if (link !== undefined) {
    const text = textOf(cell);
    const isSaid = link.startsWith('#') || link.replace(/^mailto:/, '') === text;
    return isLocked(cell) || isSaid ? text : `${text}（${link}）`;
  }
  const to = /^HYPERLINK\("([^"]+)"/i.exec(formulaOf(cell) ?? '')?.[1];
  if (to !== undefined && !isLocked(cell)) return `${textOf(cell)}（${to}）`;
  const value = contentOf(cell);
  if (value === null || value === '') return null;
  if (value instanceof Date) {
    // Times without a day count from nought: 12:30, 30:00:00.
    if (value.getUTCFullYear() < 1900 || isSpan(cell)) return textOf(cell);
    const [day = '', time = ''] = value.toISOString().split(/[T.]/);
    return time === '00:00:00' ? { date: day } : `${day} ${time}`;
  }
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' && !isDressed(cell)) return value;
  return textOf(cell);
}

/** A number that is seen otherwise than it was typed, where what is seen does not have all of it: 3.14159 as 3.14. */
function numberNote(cell: Cell): string {
  const value = contentOf(cell);
  if (typeof value !== 'number' || isFormula(cell) || isLocked(cell) || !isDressed(cell)) return '';
  const seen = textOf(cell);
  const digits = Number(seen.replaceAll(',', '').match(/\d+(?:\.\d+)?/)?.[0] ?? Number.NaN);
  const isWhole = Math.abs(value) === (seen.includes('%') ? Number(`${digits}e-2`) : digits);
  return isWhole ? '' : `原为数值：${value}`;
}

/** A formula is kept as a note beside what it comes to: its references would point elsewhere now. */
function formulaNote(cell: Cell): string {
  return isFormula(cell) && !isLocked(cell) ? `原为公式：=${formulaOf(cell) ?? ''}` : '';
}

/** What the cell right of a label says; `null` where it says nothing. */
function factIn(cell: Cell | undefined): string | null {
  return (cell && textOf(cell).trim()) || null;
}

/** The cell right of a label. */
function beside(sheet: Worksheet, label: string): Cell | undefined {
  let found: Cell | undefined;
  eachCell(sheet, (cell) => {
    if (!found && textOf(cell).trim() === label) {
      found = sheet.getCell(Number(cell.row), Number(cell.col) + 1).master;
    }
  });
  return found;
}

/** Whether a cell is a line above a table as the program prints it: locked, and merged from the first column. */
function isTitle(cell: Cell): boolean {
  return isLocked(cell) && cell.isMerged && Number(cell.col) === 1;
}

function coverFilled(sheet: Worksheet) {
  const values: TaskSheet['cover'] = {};
  const cells = new Set<Cell>();
  for (const { id, header } of COVER_FILL_IN) {
    const cell = beside(sheet, header);
    const value = cell && typedOf(cell);
    if (cell) cells.add(cell);
    if (value !== null && value !== undefined) values[id] = value;
  }
  return { values, cells };
}

/** What stands, or is noted, where nobody was to write. */
function straysIn(cells: readonly RawCell[], isOpen: (index: number) => boolean): ReturnedSheet['stray'] {
  return cells.flatMap(({ at, text, note }, i) => [
    ...(text !== '' && isOpen(i) ? [{ at, text }] : []),
    ...(note !== '' ? [{ at, text: `（批注）${note}` }] : []),
  ]);
}
