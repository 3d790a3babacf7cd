import type { ColumnRole } from '../model/column-role.js';
import type { GridCell, GridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { comparable, type HeaderMeaning, isBeside, matchOf } from '../words/columns.js';
import { isPart } from '../words/roles.js';
import { isLabelled, namesUnits } from './content.js';
import { slotsOf } from './grid.js';
import { endOfHead } from './head-rows.js';

/** The rows that head a table, and what heads each of its columns. */
export interface HeaderRows {
  /** Index of the header's first row. */
  readonly start: number;
  /** Index of the first row after it. */
  readonly end: number;
  readonly columns: readonly HeadedColumn[];
}

/** A column as its header alone tells it. */
export interface HeadedColumn {
  readonly header: string;
  readonly from: number;
  readonly to: number;
  /** The cells that head it, from the widest to its own. */
  readonly path: readonly Passage[];
  readonly meaning: HeaderMeaning;
}

/** A person's word for what a header means; it goes before any rule. */
export type Settled = (header: string) => HeaderMeaning | undefined;

/** Several columns may have one of these meanings; of any other a table has one. */
const REPEATABLE: ReadonlySet<HeaderMeaning> = new Set<HeaderMeaning>([
  ...(['lead', 'responsible', 'supervising', 'goal', 'step', 'name', 'task', 'content', 'problem'] as const),
  ...(['category', 'person', 'schedule', 'money', 'scoring', 'other'] as const),
]);

/** No table of tasks has more columns. */
const MOST_COLUMNS = 100;

/** A header stands among a table's first rows. */
const MOST_ROWS_ABOVE = 8;

/** No header has more rows. */
const MOST_HEADER_ROWS = 4;

/** A header is a few words. */
const LONGEST_HEADER = 24;

/** 3月, 小计: a header that says too little without the one above it. */
const SAYS_LITTLE =
  /^(?:\d{4}年?度?|\d{1,2}月份?[底末]?|[上下]半年|小计|合计|其中[^（(]*|数量|金额|规模|单位|进度|评价|数值|占比|.)$/;

/**
 * Finds a table's header: the first row of which two cells say what a column of tasks holds, and the rows
 * under it where its cells are divided there (责任分工 over 牵头单位 and 责任单位).
 */
export function headerRowsOf(
  rows: readonly GridRow[],
  settled: Settled = () => undefined,
): HeaderRows | undefined {
  const top = rows.slice(0, MOST_ROWS_ABOVE + MOST_HEADER_ROWS);
  if (top.some(({ cells }) => cells.length > MOST_COLUMNS)) return undefined;
  const head = endOfHead(top);
  for (const start of top.slice(0, MOST_ROWS_ABOVE).keys()) {
    if (start < head) continue;
    const found = headerAt(top, start, settled);
    if (found) return found;
  }
  return undefined;
}

function headerAt(top: readonly GridRow[], start: number, settled: Settled): HeaderRows | undefined {
  const first = top[start] as GridRow;
  // 牵头单位｜县发改局 over the whole table is no header.
  if (isLabelled(first.cells.map(({ passage }) => passage))) return undefined;
  const single = columnsOf([first], settled);
  const depth = depthOf(top, start);
  if (depth > 1) {
    const columns = columnsOf(top.slice(start, start + depth), settled);
    if (isHeader(columns)) return { start, end: start + depth, columns };
  }
  const lower = top[start + 1];
  if (depth === 1 && lower && isDivided(first)) {
    const known = first.cells.some(({ spansKnown }) => spansKnown);
    const both = known ? [first, lower] : dealt(first, lower);
    const columns = both ? columnsOf(both, settled) : [];
    const says = lower.cells.some(({ passage }) => passage.text !== '');
    if (says && (known || mayHead(lower)) && isHeader(columns) && understood(columns) >= understood(single)) {
      return { start, end: start + 2, columns };
    }
  }
  return isHeader(single) ? { start, end: start + 1, columns: single } : undefined;
}

/**
 * Whether a row may be the lower one of a header where no span tells: it is empty below what reaches down to it, and
 * says nothing but words.
 */
function mayHead({ cells }: GridRow): boolean {
  const texts = cells.map(({ passage }) => passage.text);
  return (
    texts.includes('') &&
    texts.every(
      (text) => text.length <= LONGEST_HEADER && !/\d/.test(text.replace(/\d{1,2}(?:月|季度)/g, '')),
    )
  );
}

/** How many rows a header takes whose cells reach down, where the format tells. */
function depthOf(top: readonly GridRow[], start: number): number {
  const first = top[start] as GridRow;
  if (first.cells.some(({ above, spansKnown }) => above || !spansKnown)) return 1;
  let depth = 1;
  while (depth < MOST_HEADER_ROWS && reachesInto(first, top[start + depth])) depth++;
  return depth;
}

function reachesInto({ cells }: GridRow, below: GridRow | undefined): boolean {
  const own = new Set(cells.map(({ passage }) => passage));
  return below?.cells.some(({ above, passage }) => above && own.has(passage)) ?? false;
}

function understood(columns: readonly HeadedColumn[]): number {
  return columns.filter(({ meaning }) => meaning !== 'other').length;
}

/** A header names at least two things that a table of tasks has, each in a few words. */
export function isHeader(columns: readonly HeadedColumn[]): boolean {
  // 2｜乙事项｜县住建局: a task behind a page break.
  if (/^\d{1,3}$/.test(comparable(columns[0]?.header ?? ''))) return false;
  const meanings = new Set(columns.map(({ meaning }) => meaning));
  meanings.delete('other');
  // 序号 and words that nobody knows are a header, too.
  if (meanings.size === 1 && meanings.has('number') && columns.length > 2) return columns.every(isOfWords);
  const units = columns.filter(
    ({ meaning, path }) => meaning === 'other' && namesUnits(path.at(-1)?.text ?? ''),
  );
  return (
    meanings.size + (units.length > 1 ? 1 : 0) >= 2 &&
    columns.length >= 2 &&
    // A form to fill in has labels with room beside them.
    blanksAmong(columns) * 2 < columns.length &&
    columns.every(({ header }) => header.length <= LONGEST_HEADER || header.includes('（'))
  );
}

const WORDS = /^[\p{Script=Han}（）()、/\s]{1,12}$/u;

function isOfWords({ header }: HeadedColumn): boolean {
  return WORDS.test(header);
}

/** How many columns without a header stand between those that have one. */
function blanksAmong(columns: readonly HeadedColumn[]): number {
  const blank = (column: HeadedColumn) => column.header === '';
  const first = columns.findIndex((column) => !blank(column));
  const last = columns.findLastIndex((column) => !blank(column));
  return columns.slice(first, last + 1).filter(blank).length;
}

/** Whether a row of headers may go on in the row below. */
function isDivided({ cells }: GridRow): boolean {
  return cells.length > 1 && cells.some(({ from, to, spansKnown }) => !spansKnown || to - from > 1);
}

/** The columns that rows of headers make; the lowest header counts, or it and those above together. */
export function columnsOf(rows: readonly GridRow[], settled: Settled): HeadedColumn[] {
  const last = rows.at(-1) as GridRow;
  const paths = last.cells.map((cell) => pathTo(cell, rows));
  const matches = paths.map((path) => understand(path, settled));
  const taken = new Map<HeaderMeaning, number>();
  for (const [i, match] of matches.entries()) {
    const best = match && taken.get(match.meaning);
    if (match && (best === undefined || match.rank < (matches[best]?.rank ?? 0))) taken.set(match.meaning, i);
  }
  // Of two numbers, 编号 of the problem and 序号 of the measure, 序号 or the narrower one is the task's.
  const numbers = matches.flatMap((match, i) => (match?.meaning === 'number' ? [i] : []));
  const plain = numbers.filter((i) => comparable(paths[i]?.at(-1)?.text ?? '').startsWith('序'));
  if (numbers.length > 1) taken.set('number', (plain.at(-1) ?? numbers.at(-1)) as number);
  return last.cells.map(({ from, to }, i): HeadedColumn => {
    const path = paths[i] ?? [];
    const meaning = matches[i]?.meaning ?? 'other';
    const keeps = REPEATABLE.has(meaning) || taken.get(meaning) === i;
    return { header: headerText(path, settled), path, meaning: keeps ? meaning : 'other', from, to };
  });
}

/** The header cells over a cell of the last row, the widest first; a cell that reaches down is there once. */
function pathTo(cell: GridCell, rows: readonly GridRow[]): Passage[] {
  const over = rows.flatMap(({ cells }) =>
    cells.filter(({ from, to, passage }) => from <= cell.from && cell.to <= to && passage.text !== ''),
  );
  return Array.from(new Set(over.map(({ passage }) => passage)));
}

/** What a path of headers means: its lowest, or that with the one above, or one above alone where it is no unit. */
function understand(path: readonly Passage[], settled: Settled): ReturnType<typeof matchOf> {
  const own = path.at(-1)?.text ?? '';
  const said = settled(own);
  if (said) return { meaning: said, rank: -1 };
  const found = matchOf(own) ?? (path.length > 1 ? matchOf(`${path.at(-2)?.text}${own}`) : undefined);
  if (found || isBeside(own)) return found;
  const above = path.slice(0, -1).map(({ text }) => matchOf(text));
  // 牵头单位 over 单位 and 责任人.
  if (/^(?:单位|部门)(?:名称)?$/.test(comparable(own))) {
    return above.find((match) => match && isPart(match.meaning as ColumnRole));
  }
  // 2025年 and 2026年 below 年度目标; 产值（亿元） below it.
  if (PART_OF_AIM.test(comparable(own)) || COUNTED.test(own)) {
    const aim = above.find((match) => match?.meaning === 'goal');
    if (aim) return aim;
  }
  return above.find((match) => match && INHERITED.has(match.meaning));
}

/** What a goal is divided into: years, and stretches of them. */
const PART_OF_AIM =
  /^(?:(?:到|至)?\d{4}(?:[—–~-]\d{4})?年?度?(?:底|末)?|[近中远]期|本?年度|任务数|数量|总量|规模)$/;

/** （万元） behind a header of its own: it says enough. */
const COUNTED = /[（(][^（()）]{1,10}[）)]\s*$/;

/** Whether nothing but the header above says what a column holds. */
function isInherited(path: readonly Passage[]): boolean {
  const own = path.at(-1)?.text ?? '';
  if (path.length < 2 || matchOf(own) || isBeside(own) || COUNTED.test(own)) return false;
  const above = matchOf(path.at(-2)?.text ?? '');
  return above !== undefined && INHERITED.has(above.meaning);
}

/** 一季度 below 序时支出进度: by itself it does not say of what. */
function isPartOfOther(path: readonly Passage[]): boolean {
  const [above, own] = path.slice(-2).map(({ text }) => matchOf(text)?.meaning);
  return path.length > 1 && own === 'schedule' && (above === undefined || above === 'goal');
}

/** What the header above says of the columns that it is divided into. */
const INHERITED: ReadonlySet<HeaderMeaning> = new Set<HeaderMeaning>(['schedule', 'money']);

/** A column's header as it is printed; the one above stands before it where it says little. */
function headerText(path: readonly Passage[], settled: Settled): string {
  const texts = path.map(({ text }) => text);
  const own = texts.at(-1) ?? '';
  // 市县级 below 资金安排 is money by the words above it alone.
  const saysLittle =
    SAYS_LITTLE.test(own.replace(/\s/g, '')) || (!settled(own) && (isInherited(path) || isPartOfOther(path)));
  return texts.length > 1 && saysLittle ? `${texts.at(-2)}·${own}` : own;
}

/**
 * Where the format does not tell spans, the lower row has an empty cell under each header that reaches
 * down, and the others, in turn, are what the headers that do not are divided into. Rows of as many cells
 * stand above each other, and an empty cell of the upper one is of the header before it, as Excel copies
 * merged cells.
 *
 * @returns both rows on one grid, or `undefined` where they cannot be fitted together
 */
function dealt(upper: GridRow, lower: GridRow): GridRow[] | undefined {
  if (upper.cells.length === lower.cells.length) return paired(upper, lower);
  const spread: GridCell[] = [];
  const own: GridCell[] = [];
  let slot = 0;
  let at = 0;
  for (const cell of upper.cells) {
    const from = slot;
    const first = lower.cells[at];
    if (first === undefined) return undefined;
    do {
      const below = lower.cells[at++] as GridCell;
      own.push({ ...(below.passage.text === '' ? cell : below), from: slot, to: slot + 1 });
      slot++;
    } while (
      first.passage.text !== '' &&
      lower.cells[at] !== undefined &&
      lower.cells[at]?.passage.text !== ''
    );
    spread.push({ ...cell, from, to: slot });
  }
  const whole = at === lower.cells.length && slotsOf(lower) === slot;
  return whole
    ? [
        { ...upper, cells: spread },
        { ...lower, cells: own },
      ]
    : undefined;
}

function paired(upper: GridRow, lower: GridRow): GridRow[] {
  const spread: GridCell[] = [];
  const own = lower.cells.map((below, slot): GridCell => {
    const above = upper.cells[slot] as GridCell;
    const before = spread.at(-1);
    if (above.passage.text === '' && before) spread.splice(-1, 1, { ...before, to: slot + 1 });
    else spread.push({ ...above, from: slot, to: slot + 1 });
    return { ...(below.passage.text === '' ? above : below), from: slot, to: slot + 1 };
  });
  return [
    { ...upper, cells: spread },
    { ...lower, cells: own },
  ];
}
