import type { ColumnRole } from '../model/column-role.js';
import type { PlacedColumn } from '../model/notice.js';
import { composed, joinPassages, type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts, Place } from '../model/place.js';
import {
  type AlignedCell,
  type AlignedRow,
  cellsOf,
  countedInOf,
  filled,
  isNothing,
  NAME_AND_GOAL,
} from '../tables/index.js';
import { roleOf } from '../words/columns.js';
import { ARABIC } from '../words/numerals.js';
import { BEHIND_NAME, isPeople, MAY_BE_OF_AN_OFFICE, OF_AN_OFFICE, PERSON } from '../words/people.js';

// What the cells of a row say besides who does it.

/** A number that a header or a column of units says the unit of. */
const BARE = new RegExp(
  `^\\s*(?:(?:[≥≤＞＜<>±+-]|不低于|不少于|不超过|不高于|控制在|达到|保持在|稳定在)\\s*)?(?:\\[${ARABIC}\\]|${ARABIC})(?:\\s{0,3}(?<bound>以[内上下]|左右))?\\s*$`,
  'd',
);
/** A figure, with its unit or without; 1. begins an item, and 2025年 a time. */
const FIGURE = /^[≥≤＞＜<>±+-]?\s*(?!\d{1,3}[.、．](?!\d)|\d{4}年)\d/;

/** 2025年目标 beside 2026年目标. */
const OF_YEAR = /^\d{4}年/;
/** — of one year of several. */
const DASH = /^[\s—–―-]+$/;

/** What is to be done, as the row prints it; figures have the unit that their header says, and their header's words where there are several. */
export function goalIn(row: AlignedRow, byFigures: boolean, lines: LineStarts): Passage {
  if (isOfUnits(row)) return figuresOfUnits(row, lines);
  const cells = row.cells.filter(({ column }) => column.role === 'goal' || column.role === 'step');
  const units = filled(cellsOf(row, 'counted-in'));
  const figures = cells.filter(({ passage }) => passage.text !== '');
  const several = new Set(cells.map(({ column }) => column)).size > 1;
  const areParts = cells.every(({ column }) => isPartOf(column, cells[0]?.column));
  // A cell over two months is of both.
  const ofEach = several && areParts && cells.every(({ column }) => isOfTime(column));
  const labelled =
    (several && (byFigures || areParts || cells.every(({ column }) => OF_YEAR.test(column.header)))) ||
    (figures.length > 1 && figures.every(({ passage }) => FIGURE.test(passage.text)));
  const seen = new Set<Passage>();
  const parts = figures.flatMap((cell): Passage[] => {
    const { text } = cell.passage;
    if ((seen.has(cell.passage) && !ofEach) || (byFigures && isNothing(text))) return [];
    if (labelled && DASH.test(text)) return [];
    seen.add(cell.passage);
    return [labelled ? withHeader(cell, units, lines) : withUnit(cell, units, lines)];
  });
  return joinPassages(parts, row.at);
}

/** Whether each unit's figure is what it has to reach: 考核目标 over units, and no column that says what is to be done. */
export function isOfUnits({ cells }: AlignedRow): boolean {
  return (
    !cells.some(({ column }) => column.role === 'goal' || column.role === 'step') &&
    cells.some(({ column }) => column.role === 'name') &&
    cells.some(
      ({ column, passage }) =>
        column.role === 'unit' &&
        roleOf(column.path.at(-2)?.text ?? '') === 'goal' &&
        /\d/.test(passage.text),
    )
  );
}

/** 考核目标·柯山区：1座: the unit of measure stands behind the name: 污水处理设施（座）. */
function figuresOfUnits(row: AlignedRow, lines: LineStarts): Passage {
  const ofName = filled(cellsOf(row, 'name')).slice(-1);
  const measure = countedInOf(ofName, lines);
  const units = [...filled(cellsOf(row, 'counted-in')), ...(measure ? [measure] : [])];
  const parts = row.cells
    .filter(
      ({ column, passage }) => column.role === 'unit' && passage.text !== '' && !isNothing(passage.text),
    )
    .map((cell) => withHeader(cell, units, lines));
  return joinPassages(parts, row.at);
}

/** Whether two columns are what one header is divided into: 目标任务 over 3月底 and 5月底. */
function isPartOf({ path }: PlacedColumn, other: PlacedColumn | undefined): boolean {
  return path.length > 1 && path.at(-2) === other?.path.at(-2);
}

/** Whether a column is of a stretch of the year: 3月, 一季度. */
export function isOfTime({ path }: PlacedColumn): boolean {
  return roleOf(path.at(-1)?.text ?? '') === 'schedule';
}

/** A bare number with the unit that its header, or the row's column of units, says. */
function withUnit({ passage, column }: AlignedCell, units: readonly Passage[], lines: LineStarts): Passage {
  const unit = column.countedIn ?? units[0];
  const found = unit && BARE.exec(passage.text);
  if (!found || !unit) return passage;
  const [bound = passage.text.length] = found.indices?.groups?.['bound'] ?? [];
  return bound === passage.text.length
    ? composed([passage, unit], passage.at)
    : composed([slicePassage(passage, 0, bound, lines), unit, passage.text.slice(bound)], passage.at);
}

/** 人工造林·用材林：1200亩: the headers over a figure before it, without the unit that stands behind it. */
function withHeader(cell: AlignedCell, units: readonly Passage[], lines: LineStarts): Passage {
  const { column, passage } = cell;
  const path = column.path.flatMap((each, i) => [...(i > 0 ? ['·'] : []), withoutUnit(each, lines)]);
  return composed([...path, '：', withUnit(cell, units, lines)], passage.at);
}

function withoutUnit(header: Passage, lines: LineStarts): Passage {
  // （PM2.5） says what is measured.
  const end = header.text.search(/(?<!\s)\s*[（(](?![A-Z]+\d)[^（()）]*[）)]\s*$/);
  if (end > 0) return slicePassage(header, 0, end, lines);
  // 户厕改造/户.
  const stroke = header.text.search(/[/／][^/／（()）]{1,4}\s*$/);
  const isUnit = stroke > 0 && countedInOf([header], lines) !== undefined;
  return isUnit ? slicePassage(header, 0, stroke, lines) : header;
}

/** Where a sentence ends. */
const SENTENCE = /^\s*([^。\n]{2,120})。\s*/d;

/**
 * A cell's name and goal, where nothing else in the row says what is to be done: its first sentence, and the others.
 * A cell of one sentence is a name without its stop.
 */
export function sentenceAndRest(
  cell: Passage,
  lines: LineStarts,
): { name: Passage; goal: Passage } | undefined {
  return divided(cell, SENTENCE, lines);
}

/** A cell's name and goal, where it says both. */
export function namedGoal(cell: Passage, lines: LineStarts): { name: Passage; goal: Passage } | undefined {
  return divided(cell, NAME_AND_GOAL, lines);
}

/** What a pattern's first group has of a cell, and what stands behind all that it matches. */
function divided(
  cell: Passage,
  pattern: RegExp,
  lines: LineStarts,
): { name: Passage; goal: Passage } | undefined {
  const found = pattern.exec(cell.text);
  const [start, end] = found?.indices?.[1] ?? [0, 0];
  if (!found || end === 0) return undefined;
  return {
    name: slicePassage(cell, start, end, lines),
    goal: slicePassage(cell, found[0].length, cell.text.length, lines),
  };
}

/** A header and what stands under it, for every filled cell under columns of a role. */
export function fieldsIn(
  row: AlignedRow,
  ...roles: readonly ColumnRole[]
): { header: string; text: string }[] {
  return row.cells
    .filter(({ column, passage }) => roles.includes(column.role) && passage.text !== '')
    .map(({ column, passage }) => ({ header: column.header, text: passage.text }));
}

/** A person as a cell prints one, without the blanks inside a short name: 马　骁. */
export function personName(text: string): string {
  return text.trim().replace(/(?<=^|[、，\s])(\p{Script=Han})\s+(\p{Script=Han})(?=$|[、，\s])/gu, '$1$2');
}

const OF_PEOPLE = /责任人|负责人|领导|联系人/;
const IN_BRACKETS = /[（(]([^（()）]{2,20})[）)]/dg;
/** 责任单位及责任人：县水利局 李某: behind a blank, where words before it say that there are people. */
const BEHIND_BLANK = new RegExp(`[ \\t\u3000]{1,4}(${PERSON})(?=[、，,；;。\\s]|$)`, 'dg');
const ANY_BLANK = /[ \t\u3000]/;
/** 县水利局局长李某: who it is of the office. */
const BEHIND_OFFICE = new RegExp(`(${BEHIND_NAME}${OF_AN_OFFICE})`, 'dg');
const WITH_TITLE = new RegExp(`^${OF_AN_OFFICE}$`);
/** 王海/县住建局, under 责任领导/责任单位. */
const AHEAD =
  /^\s*(\p{Script=Han}{2,4}(?:[、，]\p{Script=Han}{2,4}){0,3})(?:\s*[/／]|[^\S\n]*\n)\s*(?=\p{Script=Han})/u;
/** 责任领导/责任单位: people stand first. */
const peopleFirst = (header: string) => OF_PEOPLE.test(header) && UNITS_LAST.test(header);
const UNITS_LAST = /(?:单位|部门|科室)$/;
const PEOPLE =
  /^(?:\p{Script=Han}[\p{Script=Han}·]{1,5})(?:[、，\s]+\p{Script=Han}[\p{Script=Han}·]{1,5})*$/u;
/** As short as names of people are. */
const NAMES = /^\p{Script=Han}{2,4}(?:[、，\s]+\p{Script=Han}{2,4})*$/u;
const NO_PERSON = /党[组委支]|牵头|配合|主办|协办|责任|负责|^主$|^协$|单位|部门|分办|[局委办部厅镇乡区县市]$/;

/**
 * Whether what stands in brackets in a column are people, as most of it is by its surnames: then a rare surname
 * makes no bureau.
 */
export function namesPeople(texts: readonly string[]): boolean {
  const inside = texts.flatMap((text) =>
    Array.from(text.matchAll(IN_BRACKETS), ([, each = '']) => each.trim()),
  );
  const people = inside.filter((each) => isPeople(each) && !NO_PERSON.test(each));
  return people.length > 1 && people.length * 3 >= inside.length * 2;
}

/** A cell of units without the people whom it names in brackets, or behind a blank: 县水利局（张某）. */
export function withoutPeople(
  cell: Passage,
  { header, ofPeople }: { readonly header: string; readonly ofPeople: boolean },
  lines: LineStarts,
): {
  readonly units: readonly Passage[];
  readonly people: readonly { role: string; name: string; at: Place }[];
} {
  const said = OF_PEOPLE.exec(header)?.[0];
  const role = said ?? '责任人';
  const units: Passage[] = [];
  const people: { role: string; name: string; at: Place }[] = [];
  let from = 0;
  const [ahead = '', first = ''] = (peopleFirst(header.trim()) && AHEAD.exec(cell.text)) || [];
  if (ahead !== '' && !NO_PERSON.test(first)) {
    const start = ahead.indexOf(first);
    const { text, at } = slicePassage(cell, start, start + first.length, lines);
    people.push({ role, name: personName(text), at });
    from = ahead.length;
  }
  const found = [
    ...cell.text.matchAll(IN_BRACKETS),
    ...(ANY_BLANK.test(cell.text) ? cell.text.matchAll(BEHIND_BLANK) : []),
    ...(MAY_BE_OF_AN_OFFICE.test(cell.text) ? cell.text.matchAll(BEHIND_OFFICE) : []),
  ];
  for (const { 0: all, 1: inside = '', index } of found.sort((a, b) => a.index - b.index)) {
    const isBlank = /^\s/.test(all);
    if (isBlank && !(said ?? OF_PEOPLE.test(cell.text.slice(0, index)))) continue;
    // Where neither the header nor the rest of the column speaks of people, a surname must.
    const isNamed = said !== undefined || (ofPeople && NAMES.test(inside.trim()));
    const isHolder = all === inside || (MAY_BE_OF_AN_OFFICE.test(inside) && WITH_TITLE.test(inside));
    const arePeople = isNamed ? PEOPLE.test(inside.trim()) : isPeople(inside);
    if (index < from || (!isHolder && (!arePeople || NO_PERSON.test(inside)))) continue;
    if (!/\p{Script=Han}\s*$/u.test(cell.text.slice(0, index))) continue;
    const { text, at } = slicePassage(
      cell,
      index + all.indexOf(inside),
      index + all.indexOf(inside) + inside.length,
      lines,
    );
    people.push({ role, name: personName(text), at });
    units.push(slicePassage(cell, from, index, lines));
    from = index + all.length;
  }
  if (people.length === 0) return { units: [cell], people };
  units.push(slicePassage(cell, from, cell.text.length, lines));
  return { units: units.filter(({ text }) => /[\p{Script=Han}]/u.test(text)), people };
}
