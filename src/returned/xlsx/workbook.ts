import { diagnose } from '../../model/diagnose.js';
import { failed, type Result } from '../../model/result.js';
import type { RenamedHeader, ReturnedSheet } from '../../model/returned.js';
import type { NoticeColumn } from '../../model/sheet.js';
import { unzip } from '../../read/index.js';
import { COVER_FACTS, OVERVIEW_TITLE, WORKSHEETS } from '../../sheets/index.js';
import { eachCell, formulaOf } from '../../workbook/cells.js';
import { letterOf } from '../../workbook/letters.js';
import { openWorkbook, type Worksheet } from '../../workbook/open.js';
import { underOneHeader } from '../again.js';
import { partedByUnit } from '../by-unit.js';
import { headingsOf, nearestHeader, renamedIn } from '../headings.js';
import { underHeaderOf } from '../headless.js';
import { idIn } from '../ids.js';
import { RENAMED } from '../places-words.js';
import type { RawCell } from '../raw-cell.js';
import { isRollUpHeader } from '../roll-up-tables.js';
import { tablesIn } from '../stacked.js';
import { isOwnTable, readSheetTable } from '../table.js';
import { titlesIn } from '../titles.js';
import { asks, chosen, type TableSheet } from './choose.js';
import { savedIn } from './core.js';
import { readCover } from './cover.js';
import { droppedFrom } from './dropped.js';
import { looseDigest, printedDigest } from './locked.js';
import { looksIn } from './looks.js';
import { marginsOf, writtenAround } from './margins.js';
import { callBack, type SheetNames } from './names.js';
import { type PrintedCell, printedCells, printedNames } from './printed-cells.js';
import { rawRows, rowNumberOf } from './raw-rows.js';
import {
  type CoverNames,
  covered,
  isBare,
  NO_COVER,
  straysIn,
  straysOfPrinted,
  straysOfTables,
} from './strays.js';

/** A workbook that came back. */
export interface ReturnedWorkbook {
  readonly sheet: ReturnedSheet;
  /** The notice's date, as the cover has it. */
  readonly date: string | null;
  /** The digest of what is printed in it, `null` where somebody has changed that, or taken the cover away. */
  readonly printed: string | null;
  /** The digest of what is printed in it now, and which of the program's worksheets are there. */
  readonly digest: string;
  readonly sheets: readonly string[];
  /** What stands where nobody is to write, where somebody has written there. */
  readonly printedCells: readonly PrintedCell[];
  /** Whether the program that saved it has left nothing by which printed cells are known from others. */
  readonly isBare: boolean;
  /** Worksheets that people added. */
  readonly own: readonly Worksheet[];
  /** The names of those whose formulas look into the tasks, where rows may have moved. */
  readonly pointing: readonly string[];
  /** Tables of tasks on further worksheets, which say something else than the sheet. */
  readonly besides: readonly ReturnedSheet[];
  /** All that stands in the other worksheets that people added. */
  readonly ownTexts: ReturnedSheet['stray'];
  /** When it was saved, as its program says; `null` where it does not, or has left the day that this program wrote. */
  readonly saved: string | null;
  /** What is printed at the top and the bottom of the pages of each worksheet. */
  readonly margins: ReadonlyMap<string, string>;
  /** What it holds that cannot be written again, in words. */
  readonly dropped: readonly string[];
}

/**
 * Reads a task sheet that came back as a workbook.
 *
 * @param file what to call the file in places
 * @returns the workbook, or `not-a-sheet`, `return-overview`, `return-roll-up`, `file-broken`
 */
export async function readReturnedXlsx(bytes: Uint8Array, file: string): Promise<Result<ReturnedWorkbook>> {
  const { value: parts, diagnostics } = await unzip(bytes, file);
  if (!parts) return failed(...diagnostics);
  const opened = await openWorkbook(parts, file);
  const workbook = opened.value;
  if (!workbook) return failed(...opened.diagnostics);
  const all = new Map(workbook.worksheets.map((sheet) => [sheet, rawRows(file, sheet)]));
  const read = Array.from(all, ([sheet, rows]) => tablesIn(rows).map((table) => ({ sheet, ...table })));
  // What a roll-up says stands in the sheets that it was made of; a sheet that was moved into one is its unit's.
  const found = read.filter(([first]) => !first || !isRollUpHeader(textsIn(first.rows, first.header)));
  if (found.every((tables) => tables.length === 0) && found.length < read.length)
    return failed(diagnose('return-roll-up', undefined, file));
  const candidates = found.flatMap(([first]) => first ?? []);
  const names = callBack(
    workbook,
    candidates.map(({ sheet, rows, header }) => ({
      sheet,
      isAsking: asks({ headings: headingsOf(textsIn(rows, header)) }),
    })),
  );
  // What is the program's on a cover is known by what that is called.
  const coverSheet = workbook.getWorksheet(WORKSHEETS.cover);
  const called = coverSheet && names.get(coverSheet);
  if (coverSheet && called !== WORKSHEETS.cover) all.set(coverSheet, rawRows(file, coverSheet, called));
  const cover = readCover(coverSheet);
  const check = cover.fact(COVER_FACTS.check);
  const listed = cover.fact(COVER_FACTS.listed)?.split(/\s+/).map(idIn);
  const carried = cover.fact(COVER_FACTS.carried);
  const digest = printedDigest(workbook);
  const isIntact = check === digest || check === looseDigest(workbook);
  const isChanged = check !== null && !isIntact;
  const coverNames = { unit: cover.fact(COVER_FACTS.unit), title: cover.title };
  const known = candidates.map((each) => tableIn(each, !isIntact, listed?.length));
  // A sheet that was moved into the ledger of all is still a sheet.
  const sheets = known.filter((table) => coverSheet !== undefined || !isOverview(table));
  const {
    main,
    asked,
    blank,
    copies,
    others: further,
  } = chosen(sheets.length > 0 ? sheets : known, coverNames.unit, (table) =>
    straysOfTables([table], false, coverNames),
  );
  const below = found.flatMap(([, ...more]) => more.map((each) => tableIn(each, !isIntact, listed?.length)));
  const head = main && all.get(main.sheet)?.[main.header];
  const headless = Array.from(all).flatMap(([sheet, rows]) => {
    const isOurs = Object.values(WORKSHEETS).some((name) => name === sheet.name);
    const isTable = candidates.some((each) => each.sheet === sheet);
    const table = isOurs || isTable || !head ? undefined : underHeaderOf(head, rows);
    return table ? [tableIn({ sheet, ...table }, !isIntact, listed?.length)] : [];
  });
  const others = [...further, ...below, ...headless];
  if (!main || (main === asked && workbook.getWorksheet(WORKSHEETS.tasks)))
    return failed(diagnose('not-a-sheet', nearestIn(all), file));
  if (coverSheet === undefined && isOverview(main))
    return failed(diagnose('return-overview', undefined, file));
  const tables = Array.from(new Set([main, ...(asked ? [asked] : [])]));
  const isFirst = main.sheet.name === WORKSHEETS.tasks || main === asked;
  const isAsPrinted = isFirst && isIntact;
  const printed = [WORKSHEETS.cover, WORKSHEETS.measures, WORKSHEETS.figures]
    .map((name) => workbook.getWorksheet(name))
    .filter((sheet) => sheet !== undefined);
  const stray = [
    ...straysOfTables(tables, isAsPrinted, coverNames),
    ...covered(workbook, parts, file, names),
    ...printed.flatMap((sheet) =>
      straysOfPrinted(sheet, all.get(sheet) ?? [], { open: cover.open, isIntact }),
    ),
  ];
  // The longer first: somebody may have cut short the one on the cover.
  const unitNames = [
    coverNames.unit ?? '',
    ...titlesOf(main, names),
    cover.title?.replace(/任务清单$/, '') ?? '',
  ]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  const isNamed = coverSheet !== undefined || titlesIn(main.above).length > 0;
  const ours = new Set<Worksheet>([...[...tables, ...blank].map(({ sheet }) => sheet), ...printed]);
  const unsaved = Array.from(tables, ({ sheet }) => all.get(sheet) ?? [])
    .flat(2)
    .flatMap(({ isUnsaved, at }) => (isUnsaved ? [at] : []));
  const reordered = tables.flatMap((table) => table.reordered ?? [])[0];
  const renamed = tables.flatMap((table) => table.renamed);
  const own = workbook.worksheets.filter((sheet) => !ours.has(sheet));
  const [sheet, ...ofUnits] = partedByUnit({
    file,
    unit: coverNames.unit,
    notice: { number: cover.fact(COVER_FACTS.number), title: cover.above(COVER_FACTS.unit) },
    titles: titlesOf(main, names),
    edition: cover.fact(COVER_FACTS.edition),
    ...(listed !== undefined && { listed }),
    ...(carried !== null && { carried }),
    ...(isChanged && { isChanged }),
    // What is asked has the same columns of the notice as the tasks.
    printed: tables[0]?.printed ?? [],
    ...((listed !== undefined || (!coverSheet && isOwnTable(main))) && {
      open: tables.flatMap(({ open }) => open),
      ...(reordered && { reordered }),
    }),
    columns: Array.from(new Set(tables.flatMap(({ columns }) => columns))),
    rows: tables.flatMap(({ rows }) => rows),
    questions: tables.flatMap(({ questions }) => questions),
    cover: cover.filled,
    stray,
    ...(unsaved.length > 0 && { unsaved }),
    ...(renamed.length > 0 && { renamed }),
  });
  return {
    value: {
      sheet,
      date: cover.fact(COVER_FACTS.date),
      printed: isAsPrinted ? check : null,
      digest,
      sheets: printedNames(workbook),
      printedCells: isChanged ? printedCells(workbook, names) : [],
      isBare: printed.length > 0 && printed.every(isBare),
      own,
      pointing: own.filter((sheet) => pointsTo(sheet, names.get(main.sheet) ?? '')).map(({ name }) => name),
      besides: [
        ...ofUnits,
        ...others.map((table) =>
          besideSheet(table, file, names, { ...coverNames, isBelow: below.includes(table) }),
        ),
      ],
      ownTexts: [
        ...own
          .filter((sheet) => ![...others, ...copies].some((table) => table.sheet === sheet))
          .flatMap((sheet) => (all.get(sheet) ?? []).flatMap((cells) => straysIn(cells, () => true))),
        ...writtenAround(workbook, unitNames, isNamed).map((text) => ({
          at: { file },
          text,
        })),
      ],
      margins: marginsOf(workbook),
      saved: savedIn(parts),
      dropped: [...droppedFrom(workbook, parts, names), ...looksIn(tables, names), ...renamedWords(renamed)],
    },
    diagnostics: [],
  };
}

/** Whether a table is that of the ledger of all units: by its title, or by having none of the columns of a unit. */
function isOverview({ headings, above }: TableSheet): boolean {
  const has = (id: NoticeColumn) => headings.some((each) => each.kind === 'notice' && each.id === id);
  const isBlank = has('id') && has('ref') && !has('part') && !headings.some(({ kind }) => kind === 'fill-in');
  return isBlank || above.some((cells) => cells.some(({ text }) => text.trim() === OVERVIEW_TITLE));
}

function renamedWords(headers: readonly RenamedHeader[]): string[] {
  return headers.length > 0
    ? [`${RENAMED}${headers.map(({ header }) => `“${header}”`).join('')}（照原来的列读）`]
    : [];
}

/** What a table's worksheet, and the lines above it, call it. */
function titlesOf({ sheet, above }: TableSheet, names: SheetNames): string[] {
  const called = names.get(sheet) ?? sheet.name;
  const isOurs = Object.values(WORKSHEETS).some((name) => name === called);
  return [...titlesIn(above), ...(isOurs ? [] : [called])];
}

/** A table that is not the file's own sheet. */
function besideSheet(
  table: TableSheet,
  file: string,
  names: SheetNames,
  { isBelow, ...cover }: CoverNames & { readonly isBelow: boolean },
): ReturnedSheet {
  const { sheet, headerRow, headings, above, printed, columns, rows, questions } = table;
  const called = names.get(sheet) ?? sheet.name;
  const column = headings.findIndex((each) => each.kind !== 'own') + 1;
  const headerCell = `${letterOf(column)}${headerRow}`;
  const isOwn = cover.unit !== null && titlesIn(above).includes(cover.unit);
  return {
    file,
    unit: null,
    notice: { number: null, title: null },
    titles: titlesOf(table, names),
    name: isBelow ? `${called}!${headerCell}` : sheet.name,
    edition: null,
    printed,
    columns,
    rows,
    questions,
    cover: {},
    stray: straysOfTables([table], false, isOwn ? cover : NO_COVER),
  };
}

function tableIn(
  { sheet, rows, header }: { sheet: Worksheet; rows: RawCell[][]; header: number },
  isChanged: boolean,
  sent: number | undefined,
): TableSheet {
  const headers = textsIn(rows, header);
  return {
    sheet,
    header,
    headerRow: rowNumberOf(rows[header] ?? []),
    headings: headingsOf(headers),
    renamed: renamedIn(headers),
    ...readSheetTable(underOneHeader(rows, header), header, (i) => letterOf(i + 1), {
      isPrefilled: true,
      isChanged,
      ...(sent !== undefined && { sent }),
    }),
  };
}

/** The program's worksheets that are for reading: their tables have columns of a task sheet, too. */
const FOR_READING: readonly string[] = [WORKSHEETS.cover, WORKSHEETS.measures, WORKSHEETS.figures];

/** What the table that comes nearest to a task sheet has, and what it has not. */
function nearestIn(
  sheets: ReadonlyMap<Worksheet, readonly (readonly RawCell[])[]>,
): ReturnType<typeof nearestHeader> {
  return Array.from(sheets, ([{ name }, rows]) =>
    nearestHeader(FOR_READING.includes(name) ? [] : rows.map((cells) => cells.map(({ text }) => text))),
  ).reduce((best, each) => (each.missing.length > 0 && each.has.length > best.has.length ? each : best), {
    has: [],
    missing: [],
  });
}

function textsIn(rows: readonly RawCell[][], at: number): string[] {
  return (rows[at] ?? []).map(({ text }) => text);
}

function pointsTo(sheet: Worksheet, name: string): boolean {
  let isFound = false;
  eachCell(sheet, (cell) => {
    if (formulaOf(cell)?.includes(name)) isFound = true;
  });
  return isFound;
}
