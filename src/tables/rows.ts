import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../model/document.js';
import type { ColumnContent, GridRow, PlacedColumn, TaskGridRow } from '../model/notice.js';
import { composed, joinPassages, type Passage } from '../model/passage.js';
import { failed, type Result } from '../model/result.js';
import {
  comparable,
  type HeaderMeaning,
  isBeside,
  isInside,
  isOfNoTasks,
  isWhere,
} from '../words/columns.js';
import { isMeasureWord } from '../words/measure-words.js';
import { HELPING_HEADER, MAY_LEAD_HEADER, WHO_LABEL } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { contentOf, isLabelled, namesUnits, sayBoth, sayHowMuch, usualLength } from './content.js';
import { countedAbove, countedInOf } from './counted-in.js';
import { type HeadedColumn, type HeaderRows, headerRowsOf } from './header.js';
import { type RowKind, rowKindsUnder } from './row-kinds.js';
import { printedIn, type SeenTable, type TableContent, type TableShape } from './shape.js';
import { isOfResults, isOfStatistics } from './statistics.js';
import { unitAbove } from './unit-above.js';
import { settleWhat } from './what.js';

/**
 * Rows under a header, a task a row. A column heads who does it, or every unit has a column of its own with a mark
 * or a figure, or a title says whose tasks all of them are.
 */
export const rowsUnderHeader: TableShape = (seen) => {
  const header = headerRowsOf(seen.grid, seen.settled);
  return header && readRows(seen, header);
};

/** What may be concluded of a column from its cells, where its header says nothing. */
interface Concluded {
  readonly meaning: HeaderMeaning;
  readonly inferred?: 'units' | 'times' | 'text';
}

function readRows(
  { table, grid, above, lines }: SeenTable,
  printed: HeaderRows,
): Result<TableContent> | undefined {
  const kindOf = rowKindsUnder(printed, grid);
  const kinds = grid.map(kindOf);
  const body = grid.filter((_, i) => kinds[i] === 'task');
  // A form to fill in; a header alone may go on behind a page break.
  if (body.length === 0 && grid.length > printed.end) return undefined;
  const divided = printed.columns.flatMap((column) => nameAndFigure(column, body) ?? [column]);
  const texts = divided.map((column) => textsUnder(column, body));
  const contents = texts.map(contentOf);
  const header = {
    ...printed,
    columns: divided.map((column, i) => ofUnitsAbove(column, contents[i])),
  };
  const concluded = conclude(header.columns, contents, texts);
  const roles = rolesOf(header.columns, concluded, texts, body.length);

  // Units and words, under headers of which nobody knows one: it may hold duties.
  const isUnknown = header.columns.every(({ meaning }) => meaning === 'other' || meaning === 'number');
  if (isUnknown && roles.every((role) => role === 'other' || role === 'number')) {
    const mayHold =
      contents.includes('units') &&
      contents.includes('text') &&
      !isOfStatistics(above) &&
      !header.columns.some(({ header: text }) => isOfNoTasks(text) || isWhere(text));
    return mayHold ? unknownHeader(header, table) : undefined;
  }
  const titles = grid
    .filter((_, i) => kinds[i] === 'title' && i < header.start)
    .flatMap((row) => titlesIn(row));
  const has = (...wanted: readonly ColumnRole[]) => roles.some((role) => wanted.includes(role));
  const hasWho = has('lead', 'responsible', 'supervising', 'unit');
  const helping = new RegExp(HELPING_HEADER);
  const hasMain =
    has('lead', 'unit') ||
    roles.some((role, i) => role === 'responsible' && !helping.test(header.columns[i]?.header ?? ''));
  const unit = hasMain ? undefined : unitAbove([...above, ...titles], lines);
  const sections = grid.filter((_, i) => kinds[i] === 'section').flatMap(printedIn);
  const isSaid = header.columns.some(({ meaning }) => isWho(meaning)) || has('unit');
  if (isOfStatistics(above) && (!isSaid || header.columns.some(({ header: text }) => isOfResults(text)))) {
    return undefined;
  }
  const hasWhat = has('name', 'goal');
  const saysWho = unit !== undefined || sections.some(({ text }) => saysUnit(text));
  if (!hasWho && !(saysWho && hasWhat)) return undefined;
  // A list of contacts, the order of a meeting.
  if (
    header.columns.some(({ path }) => isOfNoTasks(path.at(-1)?.text ?? '')) &&
    !has('lead') &&
    isListOfNoTasks(header, concluded)
  )
    return undefined;
  if (!hasWhat) return unknownHeader(header, table);
  const columns = header.columns.map(({ header: text, from, to, path }, i): PlacedColumn => {
    const ofTable =
      roles[i] === 'goal' && contents[i] === 'figures'
        ? countedAbove([...above, ...titles], path.map((each) => each.text).join(''), lines)
        : undefined;
    const countedIn = countedInOf(path, lines) ?? ofTable;
    const { inferred } = concluded[i] ?? {};
    return {
      header: text,
      role: roles[i] ?? 'other',
      from,
      to,
      path,
      ...(countedIn && { countedIn }),
      ...(inferred && { inferred }),
    };
  });
  const { rows, otherRows, notesWithin, diagnostics } = divideRows(grid, kinds, header);
  return {
    value: {
      shape: unit ? 'of-one-unit' : has('unit') ? 'matrix' : 'rows',
      columns,
      rows,
      otherRows,
      notesWithin,
      ...(unit && { unit }),
    },
    diagnostics: [...inferredLines(columns), ...diagnostics],
  };
}

/** How many of a table's rows must divide a column before it is two. */
const MOST_DIVIDED = 0.7;

/** 目标 over 城镇新增就业 and 1450人 in nearly every row: what the row is called, and how much. */
function nameAndFigure(column: HeadedColumn, body: readonly GridRow[]): HeadedColumn[] | undefined {
  if (column.meaning !== 'goal' || column.to - column.from < 2) return undefined;
  const halves = body.flatMap(({ cells }) => {
    const inside = cells.filter(({ from, to }) => column.from <= from && to <= column.to);
    return inside.length === 2 ? [inside] : [];
  });
  const slot = halves[0]?.[1]?.from;
  const isOne = halves.every(([, second]) => second?.from === slot);
  if (slot === undefined || !isOne || halves.length < body.length * MOST_DIVIDED) return undefined;
  const parts = [
    { ...column, to: slot, meaning: 'name' as const },
    { ...column, from: slot },
  ];
  const [names = [], figures = []] = parts.map((part) => textsUnder(part, body));
  return contentOf(names) !== 'figures' && !sayHowMuch(names) && sayHowMuch(figures) ? parts : undefined;
}

/** A unit over 牵头 and 配合, and marks below: the unit heads the column, and its part stands over it. */
function ofUnitsAbove(column: HeadedColumn, content: ColumnContent | undefined): HeadedColumn {
  const [above, own] = column.path.slice(-2);
  const isOne =
    content === 'marks' && own && above && isPart(column.meaning as ColumnRole) && namesUnits(above.text);
  return isOne
    ? { ...column, path: [own, above], header: `${above.text}·${own.text}`, meaning: 'unit' }
    : column;
}

function unknownHeader({ columns }: HeaderRows, { at }: Table): Result<TableContent> {
  const printed = columns.map((column) => column.header || '空').join('、');
  return failed(diagnose('table-no-header', { header: printed }, at));
}

const LABELLED = new RegExp(`${WHO_LABEL}[：:]`);

/** Whether a row that heads a part of a table says who does it: 责任单位：县水利局. */
function saysUnit(section: string): boolean {
  return LABELLED.test(section);
}

/** Whether nothing but its cells tells that a table has units and tasks. */
function isListOfNoTasks({ columns }: HeaderRows, concluded: readonly Concluded[]): boolean {
  const known = columns.map(({ meaning }) => meaning);
  return !(known.some(isWho) && known.some((meaning) => WHAT.includes(meaning))) || concluded.length < 3;
}

/** The texts that stand under a column in the rows of tasks, each once. */
function textsUnder({ from, to }: HeadedColumn, body: readonly GridRow[]): string[] {
  return body.flatMap(({ cells }) =>
    cells
      .filter((cell) => !cell.above && from <= cell.from && cell.to <= to)
      .map(({ passage }) => passage.text),
  );
}

/**
 * What columns hold whose headers say nothing. Units that head a column are told from their names and the marks or
 * figures below. Of the others the cells decide, and only what the table has no column for: who, what, by when.
 */
function conclude(
  columns: readonly HeadedColumn[],
  contents: readonly (ColumnContent | undefined)[],
  texts: readonly (readonly string[])[],
): Concluded[] {
  // 在库项目（个） counts, whatever it is called.
  const concluded: Concluded[] = columns.map(({ meaning }, i) => ({
    meaning: NAMES.includes(meaning) && contents[i] === 'figures' ? 'goal' : meaning,
  }));
  const open = columns.map(
    ({ meaning, header }) => meaning === 'other' && !isBeside(header) && !isOfNoTasks(header),
  );
  const isPlace = columns.map(({ header }) => isWhere(header));
  const isUnits = (i: number) => namesUnits(columns[i]?.path.at(-1)?.text ?? '');
  const headed = columns.flatMap((_, i) =>
    open[i] && isUnits(i) && (isMarked(contents[i]) || holdsMarks(texts[i] ?? [])) ? [i] : [],
  );
  if (headed.length > 1) for (const i of headed) concluded[i] = { meaning: 'unit' };
  for (const [i, column] of columns.entries()) {
    if (concluded[i]?.meaning === 'other' && column.header.replace(/\s/g, '') === '单位') {
      const counted = texts[i]?.filter((text) => text !== '') ?? [];
      if (counted.length > 0 && counted.every(isMeasureWord)) concluded[i] = { meaning: 'counted-in' };
    }
  }
  // 责任人 over bureaus.
  for (const [i, { meaning }] of columns.entries()) {
    if (meaning === 'person' && contents[i] === 'units')
      concluded[i] = { meaning: 'responsible', inferred: 'units' };
  }
  const lacks = (...wanted: readonly HeaderMeaning[]) =>
    !concluded.some(({ meaning }) => wanted.includes(meaning));
  const isKnown = ({ meaning }: Concluded, i: number) =>
    isWho(meaning) || WHAT.includes(meaning) || isInside(columns[i]?.header ?? '');
  if (!concluded.some(isKnown)) return concluded;
  const undecided = (content: ColumnContent) =>
    columns.flatMap((_, i) =>
      open[i] && concluded[i]?.meaning === 'other' && contents[i] === content ? [i] : [],
    );
  for (const i of undecided('units')) {
    if (!isPlace[i]) concluded[i] = { meaning: 'responsible', inferred: 'units' };
  }
  if (!concluded.some(({ meaning }) => isWho(meaning))) {
    for (const [i, { header }] of columns.entries()) {
      if (concluded[i]?.meaning === 'other' && isInside(header))
        concluded[i] = { meaning: 'responsible', inferred: 'units' };
    }
  }
  if (lacks('deadline', 'schedule')) {
    for (const i of undecided('times').slice(0, 1)) concluded[i] = { meaning: 'deadline', inferred: 'times' };
  }
  const named = () => concluded.findIndex(({ meaning }) => NAMES.includes(meaning));
  const onlyTask = concluded.filter(({ meaning }) => WHAT.includes(meaning)).length === 1 ? named() : -1;
  const [first] = undecided('text');
  if (named() < 0 && first !== undefined) concluded[first] = { meaning: 'name', inferred: 'text' };
  // 治理对象 and 治理任务, and the second says how much: the first is what it is called.
  else if (onlyTask > 0 && first !== undefined && first < onlyTask && sayHowMuch(texts[onlyTask] ?? [])) {
    concluded[first] = { meaning: 'name', inferred: 'text' };
    concluded[onlyTask] = { meaning: 'goal' };
  }
  const next = undecided('text').find((i) => i > named() && !isPlace[i] && sayHowMuch(texts[i] ?? []));
  const other =
    next ?? undecided('text').find((i) => i === named() + 1 && concluded[named()]?.inferred === 'text');
  if (other !== undefined && named() >= 0 && lacks('goal', 'step', 'content')) {
    concluded[other] = { meaning: 'goal', inferred: 'text' };
  }
  // 合计 of a table of figures by units is what all of them together are to reach.
  const sum = columns.findIndex(
    ({ header }, i) =>
      concluded[i]?.meaning === 'other' &&
      /^(?:合计|总计|总数|全.)$/.test(comparable(header)) &&
      contents[i] === 'figures',
  );
  if (sum >= 0 && lacks('goal', 'step', 'content') && headed.some((i) => contents[i] === 'figures'))
    concluded[sum] = { meaning: 'goal' };
  return concluded;
}

const NAMES: readonly HeaderMeaning[] = ['name', 'task', 'content', 'problem', 'category'];
const WHAT: readonly HeaderMeaning[] = ['name', 'task', 'content', 'problem', 'goal', 'step', 'category'];

function isWho(meaning: HeaderMeaning): boolean {
  return meaning === 'unit' || isPart(meaning as ColumnRole);
}

/** Whether some cells of a column are marks, and all of them are a word at most: 牵头, 审核. */
function holdsMarks(texts: readonly string[]): boolean {
  return texts.some((text) => contentOf([text]) === 'marks') && texts.every((text) => text.length <= 4);
}

/** Whether a column holds marks or figures and nothing else. */
function isMarked(content: ColumnContent | undefined): boolean {
  return content === undefined || content === 'marks' || content === 'figures';
}

function rolesOf(
  columns: readonly HeadedColumn[],
  concluded: readonly Concluded[],
  texts: readonly (readonly string[])[],
  count: number,
): ColumnRole[] {
  const roles = settleWhat(
    concluded.map(({ meaning }, i) => ({
      meaning,
      length: usualLength(texts[i] ?? []),
      isRemedy: columns[i]?.header.includes('整改') ?? false,
      isContent: columns[i]?.header.endsWith('内容') ?? false,
      isWide: areWide(texts[i] ?? [], count),
      isOfFigures: contentOf(texts[i] ?? []) === 'figures',
      saysHowMuch: sayHowMuch(texts[i] ?? []),
      saysBoth: sayBoth(texts[i] ?? []),
    })),
  );
  // 承办单位 lead where no column says who else does.
  if (roles.includes('lead')) return roles;
  const mayLead = new RegExp(MAY_LEAD_HEADER);
  return roles.map((role, i) =>
    role === 'responsible' && mayLead.test(columns[i]?.path.at(-1)?.text ?? '') ? 'lead' : role,
  );
}

/** Whether texts cover several of so many rows: merged, printed once with blanks below, or printed again. */
function areWide(texts: readonly string[], count: number): boolean {
  const printed = new Set(texts.filter((text) => text !== ''));
  return printed.size > 0 && printed.size * 4 <= count * 3;
}

/** The rows that are tasks, each with the section that it stands in, and all others. */
function divideRows(grid: readonly GridRow[], kinds: readonly RowKind[], { start, end }: HeaderRows) {
  const rows: TaskGridRow[] = [];
  const otherRows: GridRow[] = [];
  const notesWithin: Passage[] = [];
  const diagnostics: Diagnostic[] = [];
  let section: Passage | undefined;
  for (const [i, row] of grid.entries()) {
    const kind = kinds[i] ?? 'task';
    if (kind === 'task') {
      rows.push(section ? { ...row, section } : row);
      continue;
    }
    otherRows.push(row);
    if (kind === 'section') section = sectionOf(row);
    if (kind === 'note') notesWithin.push(...printedIn(row));
    if (kind === 'header' && (i < start || i >= end) && i > 0 && kinds[i - 1] !== 'header')
      diagnostics.push(diagnose('header-repeated', undefined, row.at));
    if (kind === 'total') diagnostics.push(diagnose('row-total', undefined, row.at));
  }
  return { rows, otherRows, notesWithin, diagnostics };
}

/** The lines of a row above the header; a label and the names behind it are one. */
export function titlesIn(row: GridRow): Passage[] {
  const texts = printedIn(row);
  const [label, names] = texts;
  if (!label || !names || !isLabelled(texts)) return texts;
  return [composed(/[：:]\s*$/.test(label.text) ? [label, names] : [label, '：', names], row.at)];
}

/** The words of a row that heads a part of the table; of one with totals, what stands first. */
function sectionOf(row: GridRow): Passage | undefined {
  const [first, second, ...more] = printedIn(row);
  const isNumber =
    first !== undefined && /^[（(]?[\p{Script=Han}Ⅰ-Ⅻ\d]{1,3}[）)、.]?$/u.test(comparable(first.text));
  if (!first || !second || (more.length > 0 && !isNumber)) return first;
  return joinPassages([first, second], row.at);
}

/** A line for every column whose role was concluded from its cells. */
function inferredLines(columns: readonly PlacedColumn[]): Diagnostic[] {
  return columns.flatMap(({ inferred, header, role, path }) => {
    const at = path.at(-1)?.at;
    const isTold = role === 'responsible' || role === 'deadline' || role === 'name' || role === 'goal';
    return inferred && isTold ? [diagnose('column-inferred', { header, role, from: inferred }, at)] : [];
  });
}
