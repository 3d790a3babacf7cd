import { invalidIn } from '../collect/index.js';
import { areSameBytes } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { bytesOf } from '../model/digest.js';
import { addTo } from '../model/grouping.js';
import { failed, type Result } from '../model/result.js';
import type { ReturnedSheet } from '../model/returned.js';
import type { Degree, TaskSheet } from '../model/sheet.js';
import type { TaskBook } from '../model/taskbook.js';
import {
  endingByContent,
  marginsOf,
  readReturnedCsv,
  readReturnedXlsx,
  STRUCK,
  tellOdd,
  tellRenamed,
  tellSaid,
  tellUnsaved,
  workbookIn,
} from '../returned/index.js';
import {
  carryOver,
  exchangedHeads,
  isOtherSheet,
  type Lineage,
  movedBack,
  nameOfNotice,
  type PairedRows,
  pairRows,
  sentAs,
  unsureIn,
} from '../revise/index.js';
import { isFilled, withinDegree } from '../sheets/index.js';
import {
  safeFileNames,
  sheetToCsv,
  sheetToDocx,
  sheetToJson,
  sheetToXlsx,
  sheetWorkbook,
} from '../write/index.js';
import { readAgain } from './cited.js';
import { otherOwners, ownerOf, type TablesLeft, tablesLeft, withFurther } from './further-tables.js';
import { baseOf, endingOf, inNoFolder, ORIGINALS, SOMEBODYS, UNCHECKED, uncarriedAs } from './layout.js';
import { withoutReprinted } from './reprinted.js';
import { deleted, editedWords, exchanged, isGone, shortened, straying } from './rows-told.js';
import { saysNothing } from './uncarried.js';
import { hasAllSheets, otherCells } from './written.js';

export const SHEET_FORMATS = ['xlsx', 'csv', 'json', 'docx'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** The formats that people fill in; the others are for programs, and for paper. */
const FORMS: readonly SheetFormat[] = ['xlsx', 'csv'];

/** Whether a file of this name is a form that people fill in. */
export function isForm(name: string): boolean {
  return FORMS.some((format) => name.endsWith(`.${format}`));
}

/** A file of a task sheet, to be written over an earlier one. */
export interface RenewedSheet {
  readonly sheet: TaskSheet;
  readonly content: string | Uint8Array;
  /** How many of the things that people put into it are said of several rows by one merged cell, and count but once. */
  readonly repeated?: number;
  /** The name of another unit, or a former one, by which it was sent out. */
  readonly sentTo?: string;
  /** The name under which the earlier file must be kept, because of what cannot be carried over. */
  readonly keep?: {
    readonly name: string;
    readonly lost: readonly string[];
    /** Whose it is, where it is the whole return of another unit, of which nothing has gone anywhere. */
    readonly uncarried?: readonly string[];
  };
}

/** What a sheet is renewed with. */
export interface Renewing {
  /** The sheet of the edition before, as it was sent out: what a file has in other words, its people wrote. */
  readonly before?: (() => TaskSheet) | undefined;
  /** How sure a task must be to be on the sheet; what somebody has filled in stays on it. */
  readonly degree?: Degree | undefined;
  /** Which unit of the notice a name, or a file's name, means; a file whose cover names another is that one's. */
  readonly unitOf?: ((name: string) => string | undefined) | undefined;
  /** Which unit has sent a file that names none inside: by its name, though that be short. */
  readonly senderOf?: ((name: string) => string | undefined) | undefined;
  /** Whether a file is of an earlier edition of the notice, whatever it says. */
  readonly isRevision?: boolean | undefined;
  /** What is known of the notice's earlier editions: which task a row is of, and where one has gone. */
  readonly lineage?: Lineage | undefined;
  /** The edition before: a sheet may be as another unit was sent it. */
  readonly bookBefore?: TaskBook | undefined;
  /** Units that the notice has no more, each with the one that may be its new name. */
  readonly perhapsRenamed?: ReadonlyMap<string, string> | undefined;
  /** The former names of units that lists of units give, and nobody has guessed; without it, none is taken for a guess. */
  readonly listedNames?: ReadonlyMap<string, readonly string[]> | undefined;
  /** A sheet with what its unit has answered elsewhere than in its file; the very sheet where it has not. */
  readonly answered?: ((sheet: TaskSheet) => TaskSheet) | undefined;
}

/**
 * A unit's task sheet in one format, with all that people put into the file it is to replace.
 *
 * @param name what the file is called, with its extension
 * @param earlier the file's content now, if there is one
 * @returns the file, or why the earlier one cannot be written over: `not-a-sheet`, `file-broken`, `sheet-of-notice`
 */
export async function renewSheet(
  sheet: TaskSheet,
  name: string,
  earlier: Uint8Array | undefined,
  renewing: Renewing = {},
): Promise<Result<RenewedSheet>> {
  const blank = asWanted(sheet, renewing);
  const fresh = { sheet: blank, content: await sheetToFile(blank, name) };
  if (!earlier || !isForm(name) || areSameBytes(bytesOf(fresh.content), earlier)) {
    return { value: fresh, diagnostics: [] };
  }
  const found = await workbookIn(earlier, name);
  if (found.value === undefined) return failed(...found.diagnostics);
  if (found.value === null) return renewCsv(sheet, fresh, name, earlier, renewing);
  const { value: workbook, diagnostics } = await readReturnedXlsx(found.value, name);
  if (!workbook) return failed(...diagnostics);
  const isOther = found.value !== earlier || formatOf(name) !== 'xlsx';
  const { date, dropped, pointing, besides } = workbook;
  const came =
    isOther || workbook.isBare
      ? await withoutReprinted(workbook.sheet, [sheet, ...(renewing.before ? [renewing.before()] : [])])
      : workbook.sheet;
  const { returned: whole, parts, others } = withFurther(sheet, came, besides, renewing);
  const sent = sentFor(sheet, whole, renewing);
  const returned = movedBack(whole, sent, renewing.lineage);
  const asFile = await asItIs(name, earlier);
  const original = originalOf(asFile, date, returned.edition);
  const owners = otherOwners(sheet, returned, renewing);
  if (owners.length > 0) {
    const isBlank = workbook.printed !== null && workbook.own.length === 0 && saysNothing(returned);
    return setAside(fresh, owners, name, { original, renewing, isBlank, cover: returned.unit });
  }
  const other = ofOtherNotice(sheet, returned, name, renewing);
  if (other) return failed(other);
  const paired = pairRows(sheet.rows, returned.rows, renewing.lineage);
  const carried = carriedOver(sheet, returned, paired, renewing);
  const isAnswered = answeredBy(sheet, renewing) !== sheet;
  const astray = straying(returned, paired, name);
  const repeated = repeatedIn(returned);
  const tell = oddIn(renewing);
  const odd = tell(returned);
  const unsaved = tellUnsaved(returned);
  const short = returned.edition === null ? [] : deleted(sheet, returned, paired, sent, name);
  const isPart = ({ name: own }: { readonly name?: string }) => parts.some((part) => part.name === own);
  const { workbook: next, printed } = await sheetWorkbook(
    carried,
    workbook.own.filter((own) => !isPart(own)),
  );
  const aside = others.filter(({ name: of }) => workbook.own.some((each) => each.name === of));
  const left = tablesLeft(
    sheet,
    others.filter((each) => !aside.includes(each)),
    renewing,
  );
  const beside = [
    ...(parts.length > 0 ? [diagnose('return-joined', { sheets: namesOf(parts) }, name)] : []),
    ...tellAside(sheet, aside, renewing, name),
  ];
  const struck = dropped.filter((each) => each.startsWith(STRUCK));
  // Nothing printed would change: the file stays as its people saved it.
  if (printed === workbook.printed && astray.length === 0 && !isOther && !isAnswered && !left)
    return {
      value: { sheet: carried, content: earlier, ...repeated },
      diagnostics: [
        ...diagnostics,
        // Whether an answer stands that is struck out, only its people know; the roll-up says the same.
        ...(struck.length > 0 ? [diagnose('return-lost', { lost: struck }, name)] : []),
        ...odd,
        ...unsaved,
        ...tellRenamed(returned, exchangedHeads(paired.pairs).headers),
        ...short,
        ...shortened(returned, name, false),
        ...beside,
      ],
    };
  const content =
    formatOf(name) === 'xlsx'
      ? await (await import('../workbook/new.js')).workbookBytes(next)
      : await sheetToFile(carried, name);
  const isEdited = workbook.printed === null || astray.length > 0;
  const apart = exchanged(returned, renewing.lineage, name);
  const margins = await marginsOf(next);
  const hasMargins = Array.from(workbook.margins).some(([worksheet, text]) => {
    const ours = margins.get(worksheet);
    // A unit may have been called otherwise when its sheet was written.
    const names = [sheet.unit, ...(returned.unit === null ? [] : [returned.unit])];
    const differs = unnamed(ours ?? '', names) !== unnamed(text, names);
    return ours !== undefined && text.trim() !== '' && differs;
  });
  const isUnsure = isUnsureOf(returned, paired, sent, renewing);
  const elsewhere = isEdited && sent ? await otherCells(sent, workbook.printedCells) : undefined;
  const isWhole = !(isEdited && sent) || (await hasAllSheets(sent, workbook.sheets));
  // Some programs leave of a formula what it showed, and no word is otherwise.
  const isSame =
    elsewhere?.length === 0 &&
    astray.length + short.length === 0 &&
    returned.rows.every((row) => row.kept !== null || row.isEdited === false);
  const edited =
    isEdited && !isSame
      ? editedWords(returned, paired, sent, {
          sheet,
          isParted: parts.length > 0,
          isShort: short.some(isGone),
          // A file in another form says nothing of that, nor one without a cover.
          isPrintKnown: !isOther && returned.edition !== null,
          elsewhere: elsewhere ?? [],
        })
      : [];
  const doubts = [
    ...(unsaved.length > 0 ? ['没有算出结果的公式'] : []),
    ...(apart.length > 0 ? [EXCHANGED] : []),
    ...(returned.reordered ? [REORDERED] : []),
    ...edited,
    ...(isUnsure && edited.length === 0 ? [UNSURE] : []),
  ];
  const lost = [
    ...dropped,
    ...(others.length > aside.length && !left ? ['叠在下面的另一张表'] : []),
    ...(parts.length > 0 ? ['分开填的工作表'] : []),
    ...(hasMargins ? ['页眉页脚'] : []),
    ...(isOther ? ['原来那种文件格式的内容（不是 .xlsx）'] : []),
    // A worksheet that is only there to be read, and was taken out, is written again.
    ...(isSame && isWhole && !isOther && returned.edition !== null && parts.length + others.length === 0
      ? [
          isInOrder(returned, sheet)
            ? '不影响填报的变动（如序号、公式、复制的行）'
            : '换过次序、复制或添加过的行',
        ]
      : []),
    ...(returned.edition === null && !isOther && parts.length === 0 && edited.length === 0
      ? ['缺了封面的表']
      : []),
    ...doubts,
  ];
  const isDoubtful = doubts.length + struck.length > 0;
  const at = isDoubtful ? originalOf(asFile, date, returned.edition, UNCHECKED) : original;
  const keeping = keptAs(sheet, name, { original, at }, { lost, left });
  const told = [
    ...diagnostics,
    ...keeping.told,
    ...(await toldAnew(returned, { odd, tell, content: lost.length > 0 ? undefined : content, name })),
    ...unsaved,
    ...short,
    ...shortened(returned, name, true),
    ...astray,
    ...apart,
    ...beside,
    ...(pointing.length > 0 ? [diagnose('sheet-formulas', { sheets: pointing }, name)] : []),
  ];
  return {
    value: {
      sheet: carried,
      content,
      ...repeated,
      ...(returned.unit !== null && returned.unit !== sheet.unit && { sentTo: returned.unit }),
      ...keeping.keep,
    },
    diagnostics: told,
  };
}

/** Whether the rows of a sheet are those with which it was written, one below the other. */
function isInOrder({ rows, listed }: ReturnedSheet, sheet: TaskSheet): boolean {
  const were = listed ?? sheet.rows.map(({ id }) => id);
  const live = rows.filter((row) => row.kept === null && (row.id !== '' || isFilled(row)));
  return live.length === were.length && live.every(({ id }, i) => id === were[i]);
}

/** What is kept of a sheet whose tasks have exchanged their names since. */
const EXCHANGED = '名称和目标现在分属两项任务的行';

/** What is kept of a sheet whose columns to fill in were moved, or only had their headers exchanged. */
const REORDERED = '次序和发下去时不一样的填报列';

/** What is kept of a sheet of which nothing tells whether the notice or its people have changed it. */
const UNSURE = '和通知不一样的文字';

/** Whether something in a sheet is otherwise than in the notice, and nothing tells who has changed it. */
function isUnsureOf(
  returned: ReturnedSheet,
  { pairs }: PairedRows,
  sent: TaskSheet | undefined,
  { lineage }: Renewing,
): boolean {
  return Array.from(pairs).some(([task, row]) => {
    const was = sent?.rows.find(({ id }) => id === task.id) ?? task;
    return unsureIn(returned, row, [was], lineage).length > 0;
  });
}

/** How a file is kept that has what cannot be carried over, or further tables of which nothing has gone anywhere. */
function keptAs(
  { unit }: TaskSheet,
  name: string,
  { original, at }: { readonly original: string; readonly at: string },
  { lost, left }: { readonly lost: readonly string[]; readonly left: TablesLeft | undefined },
): { readonly keep: Pick<RenewedSheet, 'keep'>; readonly told: readonly Diagnostic[] } {
  if (!left) return { keep: lost.length > 0 ? { keep: { name: at, lost } } : {}, told: [] };
  const [called = unit] = safeFileNames([unit]);
  const kept = uncarriedAs(called, original);
  return {
    keep: { keep: { name: kept, lost: [], uncarried: left.units } },
    told: [diagnose('sheet-tables-left', { ...left, lost, name: kept }, name)],
  };
}

/** Tells what stands in a sheet where it is not understood, or cannot be counted. */
function oddIn({ lineage }: Renewing): (sheet: ReturnedSheet) => Diagnostic[] {
  return (sheet) => [...tellOdd(sheet), ...invalidIn(sheet.rows.filter(isFilled), lineage?.book.notice)];
}

/**
 * What is told of cells of a sheet that is written over: by those in which that stands now, where nothing is kept of the
 * earlier file.
 *
 * @param told.odd what is told by the cells in which it stood
 * @param told.content the sheet as it is written, if the earlier file is not kept
 */
async function toldAnew(
  returned: ReturnedSheet,
  {
    odd,
    tell,
    content,
    name,
  }: {
    readonly odd: readonly Diagnostic[];
    readonly tell: ReturnType<typeof oddIn>;
    readonly content: string | Uint8Array | undefined;
    readonly name: string;
  },
): Promise<readonly Diagnostic[]> {
  const said = tellSaid(returned);
  if (content === undefined || odd.length + said.length === 0) return [...said, ...odd];
  const now = await readAgain(content, name);
  return now ? [...tellSaid(returned, now), ...tell(now)] : [...said, ...odd];
}

function repeatedIn({ rows }: ReturnedSheet): Pick<RenewedSheet, 'repeated'> {
  const count = rows.reduce((sum, { repeated = 0 }) => sum + repeated, 0);
  return count > 0 ? { repeated: count } : {};
}

/** A line for the tables of a file's further worksheets that are kept as they are: for each unit that they name, and for the rest. */
function tellAside(
  sheet: TaskSheet,
  aside: readonly ReturnedSheet[],
  renewing: Renewing,
  name: string,
): Diagnostic[] {
  const byUnit = new Map<string, ReturnedSheet[]>();
  for (const each of aside) addTo(byUnit, ownerOf(each, sheet, renewing), each);
  return Array.from(byUnit, ([unit, tables]) => {
    const sheets = namesOf(tables);
    return unit === sheet.unit
      ? diagnose('sheet-table', { sheets }, name)
      : diagnose('sheet-table-of-other', { sheets, unit }, name);
  });
}

function namesOf(sheets: readonly ReturnedSheet[]): string[] {
  return sheets.map(({ name = '' }) => name);
}

/** A file that is another unit's is kept for that one, and nothing goes on from it. */
function setAside(
  fresh: RenewedSheet,
  units: readonly string[],
  name: string,
  {
    original,
    renewing,
    isBlank,
    cover: written,
  }: {
    readonly original: string;
    readonly renewing: Renewing;
    readonly isBlank: boolean;
    readonly cover: string | null;
  },
): Result<RenewedSheet> {
  if (isBlank) {
    const told = diagnose('sheet-of-other-blank', { units, own: fresh.sheet.unit, name: original }, name);
    return { value: { ...fresh, keep: { name: original, lost: [], uncarried: units } }, diagnostics: [told] };
  }
  const [unit = '', ...others] = units.map((each) => renewing.unitOf?.(each) ?? each);
  const [called = ''] = safeFileNames(others.length === 0 ? [unit] : [SOMEBODYS]);
  const kept = uncarriedAs(called, original);
  const own = fresh.sheet.unit;
  // Somebody has written over the cover.
  const cover = written !== null && renewing.unitOf?.(written) === own ? written : null;
  const told = diagnose('sheet-of-other', { units, own, name: kept, cover }, name);
  return { value: { ...fresh, keep: { name: kept, lost: [], uncarried: units } }, diagnostics: [told] };
}

/** Why nothing goes on from a sheet: it is of another notice. */
function ofOtherNotice(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  name: string,
  { before, isRevision = false, lineage }: Renewing,
): Diagnostic | undefined {
  const editions = before ? [sheet, before()] : [sheet];
  if (isRevision || !isOtherSheet(returned, editions, lineage)) return undefined;
  const notice = nameOfNotice(returned.notice);
  return diagnose('sheet-of-notice', { notice, now: nameOfNotice(sheet.notice) }, name);
}

function carriedOver(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  paired: PairedRows,
  renewing: Renewing,
): TaskSheet {
  const { degree = 'possible', lineage, answered } = renewing;
  const sent = sentFor(sheet, returned, renewing);
  return withinDegree(carryOver(sheet, returned, { paired, sent, lineage, answered }), degree);
}

/** The sheet as it was sent out; nothing where its edition is none that is known. */
function sentFor(
  sheet: TaskSheet,
  returned: ReturnedSheet,
  { before, lineage }: Renewing,
): TaskSheet | undefined {
  return sentAs(returned, [sheet, ...(before ? [before()] : [])], lineage);
}

/** A sheet as far as it is wanted, with what its unit has answered elsewhere. */
export function asWanted(sheet: TaskSheet, renewing: Renewing): TaskSheet {
  return withinDegree(answeredBy(sheet, renewing), renewing.degree ?? 'possible');
}

function answeredBy(sheet: TaskSheet, { answered }: Renewing): TaskSheet {
  return answered?.(sheet) ?? sheet;
}

/** What is printed at the foot of pages without the unit's names, however large: earlier versions did not say. */
function unnamed(text: string, units: readonly string[]): string {
  return units.reduce((left, unit) => left.replace(unit, ''), text.replace(/&\d+ ?/g, ''));
}

async function renewCsv(
  sheet: TaskSheet,
  fresh: RenewedSheet,
  name: string,
  earlier: Uint8Array,
  renewing: Renewing,
): Promise<Result<RenewedSheet>> {
  const { value, diagnostics } = await readReturnedCsv(earlier, name);
  if (!value) return failed(...diagnostics);
  const { returned: came, parts, others } = withFurther(sheet, value.sheet, value.besides, renewing);
  const asFile = await asItIs(name, earlier);
  const original = originalOf(asFile);
  const owners = otherOwners(sheet, came, renewing);
  if (owners.length > 0) {
    const isBlank = !came.rows.some(({ isEdited }) => isEdited) && saysNothing(came);
    return setAside(fresh, owners, name, { original, renewing, isBlank, cover: came.unit });
  }
  const sent = sentFor(sheet, came, renewing);
  const returned = movedBack(came, sent ?? sheet, renewing.lineage);
  const other = ofOtherNotice(sheet, returned, name, renewing);
  if (other) return failed(other);
  const paired = pairRows(sheet.rows, returned.rows, renewing.lineage);
  const carried = carriedOver(sheet, returned, paired, renewing);
  const content = await sheetToFile(carried, name);
  const astray = straying(returned, paired, name);
  const tell = oddIn(renewing);
  const odd = tell(returned);
  const left = tablesLeft(sheet, others, renewing);
  const isUnsure = isUnsureOf(returned, paired, sent, renewing);
  const apart = exchanged(returned, renewing.lineage, name);
  const isEdited = astray.length > 0 || returned.rows.some((row) => row.isEdited);
  // Where only the present edition is known, what is new in it may be in no file yet.
  const short = renewing.before ? deleted(sheet, returned, paired, renewing.before(), name) : [];
  const doubts = [
    // What is told of them is told by their places in it.
    ...((returned.cut ?? []).length > 0 ? ['截断的行'] : []),
    ...(isEdited
      ? editedWords(returned, paired, sent, { sheet, isParted: false, isShort: short.some(isGone) })
      : []),
    ...(short.some(isGone) && !isEdited ? ['删掉的行'] : []),
    ...(isUnsure && !isEdited ? [UNSURE] : []),
    ...(apart.length > 0 ? [EXCHANGED] : []),
    ...(returned.reordered ? [REORDERED] : []),
  ];
  const lost = [
    ...(formatOf(name) === 'csv' ? [] : ['原来那种文件格式的内容（不是 .xlsx）']),
    ...doubts,
    ...(others.length > 0 && !left ? ['叠在下面的另一张表'] : []),
    ...(parts.length > 0 ? ['分开填的表'] : []),
  ];
  const at = doubts.length > 0 ? originalOf(asFile, null, null, UNCHECKED) : original;
  const keeping = keptAs(sheet, name, { original, at }, { lost, left });
  return {
    value: { sheet: carried, content, ...keeping.keep },
    diagnostics: [
      ...diagnostics,
      ...keeping.told,
      ...(await toldAnew(returned, { odd, tell, content: lost.length > 0 ? undefined : content, name })),
      ...short,
      ...shortened(returned, name, true),
      ...astray,
      ...apart,
    ],
  };
}

/** What a file would be called by the form that it has. */
async function asItIs(name: string, bytes: Uint8Array): Promise<string> {
  return baseOf(name) + ((await endingByContent(bytes, name)) ?? endingOf(name));
}

/** The name under which such a file is kept: 原件/某镇（2025-03-05 7G1XK2A9）.xlsx. */
export function originalOf(
  name: string,
  date: string | null = null,
  edition: string | null = null,
  mark: string | null = null,
): string {
  const own = inNoFolder(name);
  const of = [mark, date, edition].filter((part) => part !== null).join(' ');
  return `${ORIGINALS}/${baseOf(own)}${of === '' ? '' : `（${of}）`}${endingOf(own)}`;
}

/** A sheet in the format that a file's name says. */
export async function sheetToFile(sheet: TaskSheet, name: string): Promise<string | Uint8Array> {
  return WRITERS[formatOf(name)](sheet);
}

function formatOf(name: string): SheetFormat {
  return SHEET_FORMATS.find((each) => name.endsWith(`.${each}`)) ?? 'json';
}

const WRITERS: Readonly<Record<SheetFormat, (sheet: TaskSheet) => Promise<Uint8Array> | string>> = {
  xlsx: sheetToXlsx,
  csv: sheetToCsv,
  json: sheetToJson,
  docx: sheetToDocx,
};
