import type { Place } from '../model/place.js';
import type { ListedColumn, ReturnedRow, ReturnedSheet } from '../model/returned.js';
import type { Entries, FillIn, Note, NoticeColumn, Typed } from '../model/sheet.js';
import {
  answerIn,
  CHANGE_MARKS,
  CHECK_HEADER,
  type CheckedRow,
  changeIn,
  checkedRows,
  checkIn,
  DERIVED_HEADERS,
  type FillInColumn,
  furtherWords,
  isFilled,
  isQuestionGoal,
  KEPT_PARTS,
  KEPT_WORDS,
  QUESTION_WORD,
  SHEET_COLUMNS,
  statusIn,
  typedHeader,
  typedText,
  unmarked,
  unspaced,
  untilIn,
  whoWords,
} from '../sheets/index.js';
import { serialOf } from '../workbook/shown-days.js';
import { isBesideTasks, isNumbering, remarkIn, writtenOver } from './beside-tasks.js';
import { withoutCopies } from './copied-rows.js';
import { dayIn } from './days.js';
import { HEADER_WITHIN, headingsOf, isSheetHeader, type SheetHeading } from './headings.js';
import { idIn, isTaskId } from './ids.js';
import { alsoNoted, joined, spread, under } from './merged.js';
import { reorderedIn } from './order.js';
import type { RawCell } from './raw-cell.js';

/**
 * Whether a text is what the program writes into 序号, or a number as people write it: 3, （三）, 3.1.
 *
 * @param most how many rows there may have been
 */
function isCount(text: string, most: number): boolean {
  if (/^\d+$/.test(text.trim())) return Number(text) <= most;
  const isKept = KEPT_PARTS.some((part) => KEPT_WORDS[part] === text.trim());
  return isKept || /^[\p{N}\p{P}\s〇一二三四五六七八九十百]*$/u.test(text);
}

/** A number as it stands in 序号 without what the program puts behind it: 3 改. */
function withoutMark(text: string): string {
  const mark = Object.values(CHANGE_MARKS).find((each) => each !== '' && text.endsWith(each)) ?? '';
  const number = text.slice(0, text.length - mark.length);
  return /^\d+$/.test(number) ? number : text;
}

/** A name for a column without header, by its letter or number. */
const unnamed = (column: string) => `（无标题 ${column}列）`;

/** Which of a table's rows is its header: the one that has the columns that tasks are known by. */
export function headerIndex(rows: readonly (readonly RawCell[])[]): number {
  return rows.slice(0, HEADER_WITHIN).findIndex((cells) => isSheetHeader(cells.map(({ text }) => text)));
}

/** Rows are counted again when the sheet is written. */
const COUNT = DERIVED_HEADERS.count;

/** What every row of the program's has besides 编号, whose column may have been taken out. */
const PRINTED: readonly NoticeColumn[] = ['part', 'category', 'ref'];

/**
 * The rows below a header: what is printed, and what people put in. Columns whose header the program does
 * not know are their own; what stands in a column without header belongs to one that is named by its letter.
 *
 * @param header index of the header row
 * @param nameOf what to call a column by its index, as the program shows it (T, 20)
 * @param options.isChanged whether something is known to be printed otherwise than the program wrote it
 * @param options.sent how many rows it had when it was written, where that is known: a number in 序号 that counts none is somebody's
 * @param options.isPrefilled whether the program writes the notice's day where people fill in theirs
 */
export function readSheetTable(
  rows: readonly (readonly RawCell[])[],
  header: number,
  nameOf: (index: number) => string,
  {
    isPrefilled = false,
    isChanged = false,
    sent,
  }: { readonly isPrefilled?: boolean; readonly isChanged?: boolean; readonly sent?: number } = {},
): Pick<ReturnedSheet, 'printed' | 'columns' | 'rows' | 'questions' | 'reordered'> & {
  readonly open: readonly FillIn[];
  readonly headerNotes: readonly RawCell[];
  /** Lines that are of no task: 填报人：张三 below the table. */
  readonly remarks: ReturnedSheet['stray'];
  /** The rows above the header that are no task's. */
  readonly above: readonly (readonly RawCell[])[];
} {
  const headers = headersOf(rows, header, nameOf);
  const headings = headingsOf(headers);
  const idAt = headings.findIndex((heading) => heading.kind === 'notice' && heading.id === 'id');
  // What is asked has other words there.
  const isReport = headings.some((heading) => heading.kind === 'fill-in' && heading.id === 'status');
  const isTask = (cells: readonly RawCell[]) => isTaskId(idIn(cells[idAt]?.text ?? ''));
  // Rows that were sorted together with the header may stand above it.
  // A header that somebody has copied into the middle is no task.
  const isAgain = (cells: readonly RawCell[]) => isSheetHeader(cells.map(({ text }) => text));
  const below = rows.slice(header + 1).filter((cells) => !isAgain(cells) && !isNumbering(cells));
  const data = [...rows.slice(0, header).filter(isTask), ...below];
  const heads = rows[header] ?? [];
  const whole = spread(joined(data, headings), headings);
  const checked = checkedIn(whole, headings);
  const most = mostCounted(data, headings, sent);
  const table = notedAtHome(whole, headings, checked);
  const read = table.map((cells, i) => {
    const row = rowOf(cells, headings, isReport && isChanged, heads, checked[i], most(i));
    return { cells, row: isPrefilled ? withoutPrefilled(row) : row };
  });
  const isRemark = ({ row }: (typeof read)[number]) => isBesideTasks(row);
  const all = read.filter((each) => !isRemark(each)).map(({ row }) => row);
  const found = withoutCopies(all.filter((row) => !isQuestion(row)));
  const open = headings.flatMap((heading) => (heading.kind === 'fill-in' ? [heading.id] : []));
  const reordered = reorderedIn(open, all);
  const isUsedAt = (i: number) => [rows[header] ?? [], ...below].some((cells) => isUsed(cells[i]));
  return {
    printed: headings.flatMap((heading) => (heading.kind === 'notice' ? [heading.id] : [])),
    open,
    ...(reordered && { reordered }),
    columns: Array.from(
      new Set([
        ...headings.flatMap((heading, i) => (heading.kind === 'own' && isUsedAt(i) ? [heading.header] : [])),
        // What was typed over a number has no column yet.
        ...all.flatMap(({ own }) => Object.keys(own)),
      ]),
    ),
    questions: all
      .filter(isQuestion)
      .map(({ at, id, cells: { name = '' }, filled, own, notes, said, places }) => ({
        group: name.trim(),
        rows: id.split(/\s+/).filter((each) => each !== ''),
        filled,
        own,
        notes,
        at,
        places,
        ...(said && { said }),
      })),
    rows: found.filter((row) => Object.keys(row.cells).length > 0 || isFilled(row)),
    headerNotes: (rows[header] ?? []).filter(({ note }) => note !== ''),
    remarks: [
      ...read.filter(isRemark).flatMap(({ cells }) => remarkIn(cells)),
      ...all.filter(isQuestion).flatMap(writtenOver),
    ],
    above: rows.slice(0, header).map((cells) => (isTask(cells) ? [] : cells)),
  };
}

/**
 * Up to which number a row of a table may be counted. Of what was sent out rows may be deleted; where nothing says how many there
 * were, none above a row is as long as that one counts its place.
 */
function mostCounted(
  data: readonly (readonly RawCell[])[],
  headings: readonly SheetHeading[],
  sent: number | undefined,
): (row: number) => number {
  if (sent !== undefined) return () => Math.max(sent, data.length);
  const countAt = headings.findIndex((heading) => heading.kind === 'derived' && heading.header === COUNT);
  const last = data.findLastIndex((cells, i) => withoutMark(cells[countAt]?.text ?? '') === `${i + 1}`);
  return (row) => (row < last ? data.length : Number.POSITIVE_INFINITY);
}

/** Whether a row asks if the unit is in a group: its words say so, and 类型 where they are gone. */
function isQuestion({ kept, cells: { name, goal, part } }: ReturnedRow): boolean {
  if (name === undefined || kept !== null) return false;
  return goal === undefined ? part === QUESTION_WORD : isQuestionGoal(goal);
}

/** A day that the program took over from the notice, and nobody has changed, is nothing that was typed. */
function withoutPrefilled(row: ReturnedRow): ReturnedRow {
  const { due, ...filled } = row.filled;
  const until = untilIn(row.cells.until ?? '');
  // Programs write it as a text, too, or as the bare number by which they know it.
  const day = typeof due === 'string' ? dayIn(due) : due;
  const isNumber = typeof due === 'number' && until !== '' && due === serialOf(new Date(until), false);
  const isOurs = isNumber || (typeof day === 'object' && 'date' in day && day.date === until);
  return isOurs && row.kept === null ? { ...row, filled } : row;
}

/** Whether a column that is made of others says something else than they do: somebody has written into it. */
function isWritten(header: string, text: string, cells: Partial<Record<NoticeColumn, string>>): boolean {
  const printed = (id: NoticeColumn) => cells[id] ?? '';
  const made = header === DERIVED_HEADERS.who ? whoWords(printed) : furtherWords(printed);
  return unspaced(unmarked(text)) !== unspaced(unmarked(made));
}

/** Columns that tell the program's own table. */
const OWN: readonly NoticeColumn[] = ['id', 'ref', 'name', 'goal'];

/** Whether a table has what all of the program's have: who makes one of his own has the columns that he wants. */
export function isOwnTable({ printed }: Pick<ReturnedSheet, 'printed'>): boolean {
  return OWN.every((id) => printed.includes(id));
}

/** Without these nobody reports anything: what stands behind the last of them is folded away. */
const REPORTED: ReadonlySet<string> = new Set(['due', 'status', 'progress']);

/** What the checks of a table tell of its rows. */
function checkedIn(
  table: readonly (readonly RawCell[])[],
  headings: readonly SheetHeading[],
): (CheckedRow | undefined)[] {
  const last = headings.findLastIndex((heading) => heading.kind === 'fill-in' && REPORTED.has(heading.id));
  const keys = headings.map(keyOf);
  const folded = new Set(keys.filter((_, i) => i > last));
  const checkAt = headings.findIndex(({ kind }) => kind === 'check');
  const rows = table.map((cells) => ({
    cells: Object.fromEntries(
      keys.flatMap((key, i): [string, string][] => {
        const text = cells[i]?.text ?? '';
        if (key === undefined || key === COUNT || text.trim() === '') return [];
        return [[key, headings[i]?.kind === 'derived' ? withoutMark(text) : text]];
      }),
    ),
    check: checkIn(cells[checkAt]?.text ?? '').check,
  }));
  return checkedRows(rows, (column) => folded.has(column));
}

/** By what a printed column is known. */
function keyOf(heading: SheetHeading | undefined): string | undefined {
  if (heading?.kind === 'notice') return heading.id;
  return heading?.kind === 'derived' ? heading.header : undefined;
}

/**
 * A table with each note in the row whose text it was written on: cells that are sorted take their notes with them, and what is
 * filled in beside them stays.
 */
function notedAtHome(
  rows: readonly (readonly RawCell[])[],
  headings: readonly SheetHeading[],
  checked: readonly (CheckedRow | undefined)[],
): readonly (readonly RawCell[])[] {
  const moving = rows.flatMap((cells, from) =>
    cells.flatMap((cell, i) => {
      const to = cell.note === '' ? undefined : checked[from]?.homes?.[keyOf(headings[i]) ?? ''];
      return to === undefined ? [] : [{ cell, from, i, to }];
    }),
  );
  if (moving.length === 0) return rows;
  const noted = rows.map((cells) => [...cells]);
  for (const { from, i } of moving) noted[from]?.splice(i, 1, withNote(noted[from]?.[i] as RawCell, ''));
  for (const { cell, i, to } of moving) {
    const own = noted[to] as RawCell[];
    while (own.length <= i) own.push({ value: null, text: '', note: '', at: (own[0] as RawCell).at });
    const { note, author } = alsoNoted(own[i] as RawCell, cell);
    own[i] = withNote(own[i] as RawCell, note, author);
  }
  return noted;
}

function withNote({ author: _, ...cell }: RawCell, note: string, author?: string): RawCell {
  return { ...cell, note, ...(author !== undefined && { author }) };
}

/** A row: what is printed in it, and what people put in. */
function rowOf(
  raw: readonly RawCell[],
  headings: readonly SheetHeading[],
  isChanged: boolean,
  heads: readonly RawCell[],
  told: CheckedRow | undefined,
  most: number,
): ReturnedRow {
  const cells: Partial<Record<NoticeColumn, string>> = {};
  const filled: Entries['filled'] = {};
  const own: [header: string, typed: Typed][] = [];
  const notes: Note[] = [];
  const places: Partial<Record<NoticeColumn | FillIn, Place>> = {};
  const ownPlaces: Record<string, Place> = {};
  const derived: [header: string, text: string][] = [];
  const said: Partial<Record<ListedColumn, string>> = {};
  let repeated = 0;
  for (const [i, { value, text, note, author, at, isSpread = false }] of raw.entries()) {
    const by = author === undefined ? {} : { author };
    const heading = headings[i];
    if (!heading) continue;
    // Neither of these has a place of its own in a report; what is noted there is of the whole row.
    if (note !== '' && (heading.kind === 'derived' || heading.kind === 'check'))
      notes.push({ column: 'ref', text: note, ...by });
    if (heading.kind === 'derived') {
      if (text.trim() !== '') derived.push([heading.header, withoutMark(text)]);
      continue;
    }
    if (heading.kind === 'check') {
      const { typed } = checkIn(text);
      if (typed !== '') own.push([typedHeader(CHECK_HEADER), typed]);
      continue;
    }
    if (note !== '') {
      const where = heading.kind === 'own' ? { own: heading.header } : { column: heading.id };
      notes.push({ ...where, text: note, ...by });
    }
    if (value === null || text.trim() === '') continue;
    if (heading.kind !== 'own') places[heading.id] = at;
    if (isSpread && heading.kind !== 'notice') repeated++;
    if (heading.kind === 'notice') cells[heading.id] = text;
    else if (heading.kind === 'own') {
      own.push([heading.header, value]);
      ownPlaces[heading.header] = at;
    } else {
      filled[heading.id] = listed(value, heading.takes);
      const { id } = heading;
      const isOurs = typeof filled[id] === 'object' && typedText(filled[id]) !== withoutUnseen(text);
      if ((id === 'status' || id === 'answer') && isOurs) said[id] = text.trim();
      // What somebody adds to an answer in brackets has no room in the list.
      if (id === 'answer' && said.answer !== undefined && /[（(]/.test(text))
        notes.push({ column: id, text: `原写：${text.trim()}` });
    }
  }
  // A cell that is blank has its place, too; of the many rows that are blank nobody asks.
  for (const [i, heading] of cells.name === undefined && cells.id === undefined ? [] : headings.entries()) {
    const at = under(heads[i], raw[0]);
    if (heading.kind === 'notice' && at) places[heading.id] ??= at;
  }
  const stood = idIn(cells.id ?? '');
  putBack(cells, told);
  const kept = KEPT_PARTS.find((part) => KEPT_WORDS[part] === cells.part);
  // A row is counted again when the sheet is written: words instead of its number are its unit's.
  for (const [header, text] of derived)
    if (
      cells.id !== undefined &&
      (header === COUNT
        ? !isCount(text, most)
        : told?.edits
          ? told.edits[header] === 'typed'
          : isChanged && isWritten(header, text, cells))
    )
      own.push([typedHeader(header), text]);
  // In a row of the program's these follow from the others; in one that people added they are theirs.
  const hasIds = headings.some((heading) => heading.kind === 'notice' && heading.id === 'id');
  const isPrinted = hasIds ? cells.id !== undefined : PRINTED.every((id) => cells[id] !== undefined);
  if (!isPrinted && kept === undefined && !told?.isLeft) {
    for (const [header, text] of derived) {
      if (header === COUNT) cells.number ??= text;
      else
        cells.remark = [cells.remark, `${header}：${text}`].filter((each) => each !== undefined).join('\n');
    }
  }
  const id = idIn(cells.id ?? '');
  return {
    at: (raw[0] as RawCell).at,
    id,
    ...(stood !== '' && stood !== id && { strayId: stood }),
    kept: kept ?? null,
    change: changeIn(cells.change ?? '', SHEET_COLUMNS),
    cells,
    filled,
    own: Object.fromEntries(own),
    notes,
    places,
    ...(Object.keys(ownPlaces).length > 0 && { ownPlaces }),
    ...(Object.keys(said).length > 0 && { said }),
    ...(repeated > 0 && { repeated }),
    ...(told && !told.isLeft && { isEdited: told.isEdited }),
    ...(told?.edits && !told.isLeft && { edits: told.edits }),
    ...(told?.moved && { moved: told.moved }),
  };
}

/** Puts what was printed in a row back where another row's text or none stands; of one of their own only what they wrote stays. */
function putBack(cells: Partial<Record<NoticeColumn, string>>, told: CheckedRow | undefined): void {
  for (const { id } of SHEET_COLUMNS) {
    const printed = told?.printed?.[id];
    if (told?.isLeft ? told.edits?.[id] !== 'typed' : printed === '') delete cells[id];
    else if (!told?.isLeft && printed !== undefined) cells[id] = printed;
  }
}

/** A text as it is seen: programs and web pages leave marks of no width in what is pasted. */
function withoutUnseen(text: string): string {
  return text.replace(/\p{Cf}/gu, '').trim();
}

/** A status or an answer of the list; any other text as it is. */
function listed(value: Typed, takes: FillInColumn['takes']): Typed {
  // A box that is ticked.
  if (typeof value === 'boolean' && takes === 'answer') return { answer: value ? 'yes' : 'no' };
  if (typeof value !== 'string') return value;
  const text = withoutUnseen(value);
  const status = takes === 'status' ? statusIn(text) : undefined;
  if (status) return { status };
  const answer = takes === 'answer' ? answerIn(text) : undefined;
  return answer ? { answer } : value;
}

function isUsed(cell: RawCell | undefined): boolean {
  return cell !== undefined && (cell.text.trim() !== '' || cell.note !== '');
}

/** A name for each column, no two alike; the last is the last that has anything in it. */
function headersOf(
  rows: readonly (readonly RawCell[])[],
  header: number,
  nameOf: (index: number) => string,
): string[] {
  const used = rows.slice(header);
  const width = used.reduce((widest, cells) => Math.max(widest, cells.findLastIndex(isUsed) + 1), 0);
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const wanted = rows[header]?.[i]?.text.trim() || unnamed(nameOf(i));
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}（${n}）`;
    taken.add(name);
    return name;
  });
}
