import type { ColumnRole } from '../model/column-role.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Table } from '../model/document.js';
import type { GridRow, PlacedColumn, TaskGridRow } from '../model/notice.js';
import { composed, type Passage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { failed, type Result } from '../model/result.js';
import { isCharged, isOfNoTasks, isWhere, roleOf } from '../words/columns.js';
import { HELPING_HEADER, WHO_LABEL } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { unitsAsRows } from './by-unit.js';
import { conclude, isWho, nameAndFigure, ofUnitsAbove, rolesOf, textsUnder } from './conclude.js';
import { type Concluded, WHAT } from './concluded.js';
import { contentOf, isWhoRow } from './content.js';
import { countedAbove, countedInOf } from './counted-in.js';
import { divideRows } from './divide.js';
import { headEntries } from './head-rows.js';
import { type HeaderRows, headerRowsOf } from './header.js';
import { rowKindsUnder } from './row-kinds.js';
import { printedIn, type SeenTable, type TableContent, type TableShape } from './shape.js';
import { isOfResults, isOfStatistics } from './statistics.js';
import { isSaidToLead, sectionUnits, unitAbove } from './unit-above.js';

/**
 * Rows under a header, a task a row. A column heads who does it, or every unit has a column of its own with a mark
 * or a figure, or a title says whose tasks all of them are.
 */
export const rowsUnderHeader: TableShape = (seen) => {
  const header = headerRowsOf(seen.grid, seen.settled);
  return header && readRows(seen, header);
};

function readRows(seen: SeenTable, printed: HeaderRows): Result<TableContent> | undefined {
  const { table, grid, above, lines } = seen;
  const kindOf = rowKindsUnder(printed, grid);
  const kinds = grid.map(kindOf);
  const body = grid.filter((_, i) => kinds[i] === 'task');
  // A form to fill in; a header alone may go on behind a page break.
  if (body.length === 0 && grid.length > printed.end) return undefined;
  const whole = printed.columns.flatMap((column) => nameAndFigure(column, body) ?? [column]);
  const texts = whole.map((column) => textsUnder(column, body));
  const contents = texts.map(contentOf);
  const header = {
    ...printed,
    columns: whole.map((column, i) => ofUnitsAbove(column, contents[i])),
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
  // 单位, 新签项目（个） and 到位资金（万元）: what each unit has to reach, whatever one of the headers means elsewhere.
  const isUnread = (role: ColumnRole, i: number) => role === 'other' && contents[i] === 'figures';
  if (
    !roles.some((role, i) => role === 'name' && !concluded[i]?.inferred) &&
    roles.every((role, i) => role !== 'goal' || contents[i] === 'figures') &&
    roles.some((role, i) => role === 'responsible' && concluded[i]?.inferred) &&
    roles.some(isUnread) &&
    unitsAsRows(seen)?.value
  )
    return undefined;
  // 单位｜造林任务 over figures is a table of figures by units.
  const said = header.columns.flatMap(({ meaning }, i) => (meaning === 'other' ? [] : [i]));
  if (said.length === 1 && said.every((i) => contents[i] === 'figures')) return undefined;
  const titles = grid
    .filter(
      (row, i) =>
        kinds[i] === 'title' &&
        i < header.start &&
        (isWhoRow(printedIn(row)) || headEntries(row).length === 0),
    )
    .flatMap((row) => titlesIn(row));
  const has = (...wanted: readonly ColumnRole[]) => roles.some((role) => wanted.includes(role));
  const hasWho = has('lead', 'responsible', 'supervising', 'unit');
  const helping = new RegExp(HELPING_HEADER);
  const hasMain =
    has('lead', 'unit') ||
    roles.some((role, i) => role === 'responsible' && !helping.test(header.columns[i]?.header ?? ''));
  const named = unitAbove([...above, ...titles], lines);
  // 县水利局牵头任务清单 over a column of 责任单位.
  const isMain = named !== undefined && !has('lead', 'unit') && isSaidToLead(named);
  const unit = hasMain && !isMain ? undefined : named;
  const sections = grid.filter((_, i) => kinds[i] === 'section').flatMap(printedIn);
  const isSaid =
    header.columns.some(({ meaning, header: text }) => isWho(meaning) || isCharged(text)) || has('unit');
  if (isOfStatistics(above) && (!isSaid || header.columns.some(({ header: text }) => isOfResults(text)))) {
    return undefined;
  }
  const hasWhat = has('name', 'goal');
  const divided = withSectionUnits(divideRows(grid, kinds, header), !hasMain && !unit, has('lead'), lines);
  // A list of 行政许可事项 under the bureaus that have them asks nothing of anybody.
  const saysHow = has('goal', 'step', 'deadline', 'schedule');
  const head = grid
    .slice(0, header.start)
    .flatMap((row) => (isWhoRow(printedIn(row)) ? [] : headEntries(row)));
  const saysWho =
    unit !== undefined ||
    head.some(({ label }) => isPart(roleOf(label.text))) ||
    sections.some(({ text }) => saysUnit(text)) ||
    divided.rows.some(({ sectionUnit }) => sectionUnit && (isSaidToLead(sectionUnit) || saysHow));
  if (!hasWho && !(saysWho && hasWhat)) return undefined;
  // A list of contacts, the order of a meeting.
  if (
    header.columns.some(({ path }) => isOfNoTasks(path.at(-1)?.text ?? '')) &&
    !has('lead') &&
    isListOfNoTasks(header, concluded)
  )
    return undefined;
  // 承办件数统计 counts what others have to do.
  if (!hasWhat) return isOfStatistics([...above, ...titles]) ? undefined : unknownHeader(header, table);
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
  const { rows, otherRows, notesWithin, diagnostics } = divided;
  return {
    value: {
      shape: unit ? 'of-one-unit' : has('unit') ? 'matrix' : 'rows',
      columns,
      rows,
      otherRows,
      notesWithin,
      ...(unit && { unit }),
      ...(head.length > 0 && { head }),
    },
    diagnostics: [...inferredLines(columns), ...diagnostics],
  };
}

/** The rows with the units whose tasks they are, as the rows say that head them; a column of leaders says so itself. */
function withSectionUnits(
  divided: ReturnType<typeof divideRows>,
  isOpen: boolean,
  isLed: boolean,
  lines: LineStarts,
): typeof divided {
  const sections = Array.from(new Set(divided.rows.flatMap(({ section }) => section ?? [])));
  const units = isLed ? new Map<Passage, Passage>() : sectionUnits(sections, isOpen, lines);
  const withUnit = (row: TaskGridRow) => {
    const sectionUnit = row.section && units.get(row.section);
    return sectionUnit ? { ...row, sectionUnit } : row;
  };
  return { ...divided, rows: divided.rows.map(withUnit) };
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
  const saysWho = concluded.some(({ meaning, inferred }) => isWho(meaning) && !inferred);
  const isOfCharge = columns.some(({ header }) => isCharged(header));
  const saysWhat = known.some((meaning) => WHAT.includes(meaning));
  return !(isOfCharge || (saysWho && saysWhat)) || concluded.length < 3;
}

/** The lines of a row above the header; a label and the names behind it are one. */
export function titlesIn(row: GridRow): Passage[] {
  const texts = printedIn(row);
  const [label, names] = texts;
  if (!label || !names || !isWhoRow(texts)) return texts;
  return [composed(/[：:]\s*$/.test(label.text) ? [label, names] : [label, '：', names], row.at)];
}

/** A line for every column whose role was concluded from its cells. */
function inferredLines(columns: readonly PlacedColumn[]): Diagnostic[] {
  return columns.flatMap(({ inferred, header, role, path }) => {
    const at = path.at(-1)?.at;
    const isTold = role === 'responsible' || role === 'deadline' || role === 'name' || role === 'goal';
    return inferred && isTold ? [diagnose('column-inferred', { header, role, from: inferred }, at)] : [];
  });
}
