import { matchOf } from '../../words/columns.js';
import { isPeople, OFFICE_ONLY } from '../../words/people.js';
import { corridorsOf, HEADS_WHO, stretchesOf } from './columns.js';
import type { PrintedLine } from './lines.js';
import { textColumns } from './text-columns.js';
import { itemAt } from './wrap.js';

// Where lines stand in columns that nothing rules: tables that nobody can read surely, and text in two columns.

/** How many lines a table that nothing rules has at least: one with a header, and one without. */
const FEWEST_LINES = 3;
const FEWEST_WITHOUT_HEADER = 8;
/** A page with more lines is none that people read. */
const MOST_LINES = 1000;

/** Where lines stand in columns that nothing rules, of a table or of text: the lines of each such stretch. */
export function unruledColumns(lines: readonly PrintedLine[]): PrintedLine[][] {
  if (lines.length > MOST_LINES) return [];
  const parted = partedIn(lines);
  const found: PrintedLine[][] = textColumns(lines);
  for (let start = 0; start < lines.length; ) {
    let end = start;
    let corridors: number[] = [];
    while (end < lines.length) {
      const more = lines.slice(start, end + 1);
      const isParted = more.some((line) => parted.has(line));
      const next = isParted ? corridorsOf(more) : [];
      // The first of two that stand beside each other has no room in it by itself.
      if (isParted ? next.length === 0 && more.length > 1 : more.length > 2) break;
      corridors = next;
      end++;
    }
    const own = lines.slice(start, end);
    const rows = own.filter((line) => parted.has(line));
    const [first] = rows;
    if (first && corridors.length > 0 && isTable(rows, own, corridors))
      found.push(own.slice(own.indexOf(first)));
    start = Math.max(end, start + 1);
  }
  return found.length > 0 ? wholeTables(found, lines, parted) : raggedRows(lines);
}

/**
 * What stands at the top of a page of such a table that is at the end of the page before, also where it is too little to
 * be told from other text.
 */
export function unruledRest(lines: readonly PrintedLine[]): PrintedLine[] {
  const parted = partedIn(lines);
  let to = -1;
  while (isNear(lines, to, 1, parted)) to++;
  return lines.slice(0, to + 1);
}

/** How far lines stand above each other at most that stand beside each other, in heights of the font. */
const BESIDE = 0.8;

/** Lines with room for the end of a column: within them, or because another one stands beside them. */
function partedIn(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const isBeside = (line: PrintedLine, other: PrintedLine | undefined) =>
    other !== undefined &&
    Math.abs(line.y - other.y) < BESIDE * Math.max(line.size, other.size) &&
    (line.right < other.left || other.right < line.left);
  return new Set(
    lines.filter(
      (line, i) =>
        stretchesOf(line).length > 1 || isBeside(line, lines[i - 1]) || isBeside(line, lines[i + 1]),
    ),
  );
}

/** Whether one of the next two lines is such. */
function isNear(
  lines: readonly PrintedLine[],
  at: number,
  step: 1 | -1,
  parted: ReadonlySet<PrintedLine>,
): boolean {
  return [1, 2].some((far) => {
    const line = lines[at + far * step];
    return line !== undefined && parted.has(line);
  });
}

/**
 * Such stretches with what is of the same table: a word that goes over the room between two columns ends a stretch and no
 * table. Lines with room in them that follow each other are of one, and what a cell goes on with stands between them.
 */
function wholeTables(
  found: readonly PrintedLine[][],
  lines: readonly PrintedLine[],
  parted: ReadonlySet<PrintedLine>,
): PrintedLine[][] {
  const tables: { from: number; to: number }[] = [];
  const at = (line: PrintedLine | undefined) => lines.indexOf(line as PrintedLine);
  for (const own of found.toSorted(([a], [b]) => at(a) - at(b))) {
    let from = at(own[0]);
    let to = at(own.at(-1));
    while (isNear(lines, from, -1, parted)) from--;
    while (isNear(lines, to, 1, parted)) to++;
    const before = tables.at(-1);
    if (before && from <= before.to + 1) before.to = Math.max(before.to, to);
    else tables.push({ from, to });
  }
  return tables.map(({ from, to }) => lines.slice(from, to + 1));
}

/** How many cells a row has at least that stand side by side without room down all rows, and how many such rows are told. */
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 4;

/** Where lines of several cells follow each other, at most one other between two, and no room goes down between them. */
function raggedRows(lines: readonly PrintedLine[]): PrintedLine[][] {
  const found: PrintedLine[][] = [];
  let rows: number[] = [];
  const close = () => {
    const own = lines.slice(rows[0] ?? 0, (rows.at(-1) ?? -1) + 1);
    const isTold = rows.length >= FEWEST_ROWS && own.some(({ text }) => HEADS_WHO.test(text));
    if (isTold && !isList(rows.map((i) => lines[i] as PrintedLine))) found.push(own);
    rows = [];
  };
  for (const [i, line] of lines.entries()) {
    if (i - (rows.at(-1) ?? i) > 2) close();
    if (stretchesOf(line).length >= FEWEST_CELLS) rows.push(i);
  }
  close();
  return found;
}

/** @param rows those of the lines that have room for the end of a column */
function isTable(
  rows: readonly PrintedLine[],
  lines: readonly PrintedLine[],
  corridors: readonly number[],
): boolean {
  if (rows.length < FEWEST_LINES || isList(rows)) return false;
  if (rows.length >= FEWEST_WITHOUT_HEADER || rows.some(isHeader)) return true;
  return corridors.length > 1 && lines.some(({ text }) => HEADS_WHO.test(text));
}

/** Whether a line is the header of a table of tasks: 任务　责任单位. */
function isHeader(line: PrintedLine): boolean {
  const known = stretchesOf(line).filter(({ text }) => matchOf(text) !== undefined);
  return known.length > 1 && known.some(({ text }) => HEADS_WHO.test(text));
}

/** What stands in each line of a list with room in it, which is read across as any line is. */
const LISTS: readonly ((texts: readonly string[]) => boolean)[] = [
  // 1．　治理山塘
  ([number = '', ...rest]) => rest.length === 1 && itemAt(number) === number,
  // 一、总体要求　3
  ([title = '', page = '', ...rest]) => rest.length === 0 && !/^\d+$/.test(title) && /^\d{1,3}$/.test(page),
  // 联系人：李某　电话：0571-81000000
  (texts) => texts.every((text) => /^[^：:]{1,12}[：:]/.test(text)),
  // 李某　王某　张某
  (texts) => texts.every(isPeople),
  // 副组长：　李某　县水利局局长
  (texts) => {
    const [person = '', office = '', ...rest] = /[：:]$/.test(texts[0] ?? '') ? texts.slice(1) : texts;
    return rest.length === 0 && isPeople(person) && OFFICE_ONLY.test(office.split('、').at(-1) ?? '');
  },
];

/** Whether lines with room in them are a list of one kind, and no table. */
function isList(rows: readonly PrintedLine[]): boolean {
  const texts = rows.map((line) => stretchesOf(line).map(({ text }) => text));
  return LISTS.some((isOf) => texts.every((own) => own.length > 1 && isOf(own)));
}
