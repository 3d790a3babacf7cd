// What the columns of a table hold where their headers do not say it all.
import type { ColumnRole } from '../model/column-role.js';
import type { ColumnContent, GridRow } from '../model/notice.js';
import {
  comparable,
  type HeaderMeaning,
  isBeside,
  isInside,
  isLookedAt,
  isOfDuties,
  isOfNoTasks,
  isWhere,
  isWhoever,
  isWhose,
  matchOf,
} from '../words/columns.js';
import { isMeasureWord } from '../words/measure-words.js';
import { HEADS_SECOND, MAY_LEAD_HEADER } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { type Concluded, WHAT } from './concluded.js';
import { contentOf, isNothing, namesUnits, numberedAs, sayBoth, sayHowMuch, usualLength } from './content.js';
import type { HeadedColumn } from './headed-columns.js';
import { ofCharge } from './of-charge.js';
import { settleWhat } from './what.js';

/** How many of a table's rows must divide a column before it is two. */
const MOST_DIVIDED = 0.7;

/** 目标 over 城镇新增就业 and 1450人 in nearly every row: what the row is called, and how much. */
export function nameAndFigure(column: HeadedColumn, body: readonly GridRow[]): HeadedColumn[] | undefined {
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
export function ofUnitsAbove(column: HeadedColumn, content: ColumnContent | undefined): HeadedColumn {
  const [above, own] = column.path.slice(-2);
  const isOne =
    content === 'marks' && own && above && isPart(column.meaning as ColumnRole) && namesUnits(above.text);
  return isOne
    ? { ...column, path: [own, above], header: `${above.text}·${own.text}`, meaning: 'unit' }
    : column;
}

/** The texts that stand under a column in the rows of tasks, each once. */
export function textsUnder({ from, to }: HeadedColumn, body: readonly GridRow[]): string[] {
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
export function conclude(
  columns: readonly HeadedColumn[],
  contents: readonly (ColumnContent | undefined)[],
  texts: readonly (readonly string[])[],
): Concluded[] {
  // 在库项目（个） counts, whatever it is called.
  const concluded: Concluded[] = columns.map(({ meaning }, i) => ({
    meaning: NAMES.includes(meaning) && contents[i] === 'figures' ? 'goal' : meaning,
  }));
  // 1, 2, 3 at the side of the rows, and no word above them.
  const sides = texts[0]?.filter((text) => text !== '') ?? [];
  const isCounting = sides.length > 1 && sides.every((text, i) => text.trim() === String(i + 1));
  if (columns[0]?.header === '' && isCounting && !columns.some(({ meaning }) => meaning === 'number'))
    concluded[0] = { meaning: 'number' };
  // 中型, 小（1）型 say what kind of thing it is, and nothing to reach.
  for (const [i, { header }] of columns.entries()) {
    const said = texts[i]?.filter((text) => text !== '') ?? [];
    if (/规模$/.test(comparable(header)) && said.length > 0 && said.every((text) => /[型级类]$/.test(text)))
      concluded[i] = { meaning: 'category' };
  }
  const open = columns.map(
    ({ meaning, header }) => meaning === 'other' && !isBeside(header) && !isOfNoTasks(header),
  );
  const isPlace = columns.map(({ header }) => isWhere(header) && !isLookedAt(header));
  const isUnits = (i: number) => namesUnits(columns[i]?.path.at(-1)?.text ?? '');
  // 属地街道 over marks is one of the units.
  const isMeant = ({ meaning, header }: HeadedColumn, i: number) =>
    meaning === 'responsible' && contents[i] === 'marks' && HEADS_SECOND.test(comparable(header));
  const headed = columns.flatMap((column, i) =>
    (open[i] || isMeant(column, i)) && isUnits(i) && (isMarked(contents[i]) || holdsMarks(texts[i] ?? []))
      ? [i]
      : [],
  );
  if (headed.length > 1) for (const i of headed) concluded[i] = { meaning: 'unit' };
  for (const [i, column] of columns.entries()) {
    if (concluded[i]?.meaning === 'other' && column.header.replace(/\s/g, '') === '单位') {
      const counted = texts[i]?.filter((text) => text !== '') ?? [];
      if (counted.some(isMeasureWord) && counted.every((text) => isMeasureWord(text) || isNothing(text)))
        concluded[i] = { meaning: 'counted-in' };
    }
  }
  // 2026年 over √: in which year it is done.
  for (const [i, { header }] of columns.entries()) {
    if (concluded[i]?.meaning === 'other' && contents[i] === 'marks' && OF_YEAR.test(comparable(header)))
      concluded[i] = { meaning: 'schedule' };
  }
  // 任务数 over 2, beside ①…；②…: it counts what stands there.
  for (const [i, { meaning }] of columns.entries()) {
    const isCount =
      meaning === 'goal' &&
      contents[i] === 'figures' &&
      texts.some((each, j) => j !== i && contents[j] === 'text' && countItems(texts[i] ?? [], each));
    if (isCount) concluded[i] = { meaning: 'other' };
  }
  const isAnybodyAsked = columns.some(({ meaning }) => isPart(meaning as ColumnRole));
  // 报送单位 has to do what 报送内容 says, and what 任务 or 时限 do where nobody else has a part.
  for (const [i, { header }] of columns.entries()) {
    const [, act] = MAKER.exec(comparable(header)) ?? [];
    const isAsked =
      act !== undefined &&
      columns.some(
        ({ header: other, meaning }) =>
          (other.startsWith(act) && meaning === 'goal') ||
          (!isAnybodyAsked && (meaning === 'deadline' || meaning === 'goal')),
      );
    const isDue = PROPOSER.test(comparable(header)) && columns.some((other) => other.meaning === 'deadline');
    if ((isAsked || isDue) && contents[i] === 'units') concluded[i] = { meaning: 'responsible' };
  }
  // 巡查单位, and nobody else who has a part: they do what a row says.
  const looking = columns.flatMap(({ header }, i) => (LOOKING.test(comparable(header)) ? [i] : []));
  const [only] = looking;
  if (only !== undefined && looking.length === 1 && contents[only] === 'units') {
    const others = concluded.filter(({ meaning }, i) => i !== only && isWho(meaning));
    if (others.length === 0) concluded[only] = { meaning: 'responsible' };
  }
  // 主要责任 over 组织汛期排查, beside 责任主体.
  for (const [i, { header }] of columns.entries()) {
    if (isOfDuties(header) && contents[i] === 'text') concluded[i] = { meaning: 'goal' };
  }
  // 单位名称 over bureaus, where nothing else says who.
  for (const [i, { meaning, header }] of columns.entries()) {
    const isOpen = meaning === 'name' && isWhoever(header) && contents[i] === 'units';
    if (isOpen && !concluded.some((each) => isWho(each.meaning)))
      concluded[i] = { meaning: 'responsible', inferred: 'units' };
  }
  // 包联单位 and 联系村, and no column that says what is to be done: what they look after is what a row is of.
  for (const [i, each] of ofCharge(concluded, columns, contents)) {
    concluded[i] = each;
    isPlace[i] = true;
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
  // 隐患单位: whose matter it is, where others are said to see to it.
  const isSeenTo = concluded.some(({ meaning }) => meaning === 'lead' || meaning === 'responsible');
  const isOfThem = (i: number) => isSeenTo && isWhose(columns[i]?.header ?? '');
  for (const i of undecided('units')) {
    if (!isPlace[i] && !isOfThem(i)) concluded[i] = { meaning: 'responsible', inferred: 'units' };
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
  // 点位类型 before 测评标准: what is looked at is what a row is called, whether it looks like a unit or not.
  const aim = concluded.findIndex(({ meaning }, i) => WHAT.includes(meaning) && contents[i] !== 'figures');
  const places = columns.flatMap((_, i) =>
    i < aim && open[i] && isPlace[i] && concluded[i]?.meaning === 'other' && isWorded(contents[i]) ? [i] : [],
  );
  // 活动地点 and 培训对象 behind 活动内容 say more of it, and 隐患单位 is whose 隐患内容 it is.
  const says = (i: number, what: RegExp) => what.test(comparable(columns[i]?.header ?? ''));
  const mayName = (i: number) => (aim < 0 || i < aim) && !says(i, OF_WHOM) && !says(i, SAYS_MORE);
  const [first = places[0]] = undecided('text').filter(mayName);
  if (named() < 0 && first !== undefined) concluded[first] = { meaning: 'name', inferred: 'text' };
  // 治理对象 and 治理任务, and the second says how much: the first is what it is called.
  else if (onlyTask > 0 && first !== undefined && first < onlyTask && sayHowMuch(texts[onlyTask] ?? [])) {
    concluded[first] = { meaning: 'name', inferred: 'text' };
    concluded[onlyTask] = { meaning: 'goal' };
  }
  // 检查对象（30%） says whom one looks at.
  const next = undecided('text').find(
    (i) => i > named() && !isWhere(columns[i]?.header ?? '') && sayHowMuch(texts[i] ?? []),
  );
  const other =
    next ??
    undecided('text').find(
      (i) => i === named() + 1 && !says(i, SAYS_MORE) && concluded[named()]?.inferred === 'text',
    );
  if (other !== undefined && named() >= 0 && lacks('goal', 'step', 'content')) {
    concluded[other] = { meaning: 'goal', inferred: 'text' };
  }
  const lacksAims = lacks('goal', 'step', 'content');
  // 目标任务 or 月度任务 over 3月底 and 5月底, and nothing else that says what is to be done.
  for (const [i, { path }] of columns.entries()) {
    const isOfAims = path
      .slice(0, -1)
      .some(({ text }) => AIMS.includes(matchOf(text)?.meaning) || OF_MONTHS.test(text));
    if (concluded[i]?.meaning === 'schedule' && isOfAims && lacksAims) concluded[i] = { meaning: 'goal' };
  }
  // 其中 beside 任务数 counts parts of it.
  for (const [i, { path }] of columns.entries()) {
    const isPartOfAim =
      concluded[i]?.meaning === 'other' &&
      contents[i] === 'figures' &&
      path.length > 1 &&
      /^其中/.test(path[0]?.text ?? '');
    const aim =
      concluded.findLastIndex(({ meaning }, j) => j < i && meaning !== 'other' && meaning !== 'goal') + 1;
    if (isPartOfAim && concluded[aim]?.meaning === 'goal' && contents[aim] === 'figures')
      concluded[i] = { meaning: 'goal' };
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

const OF_YEAR = /^\d{4}年度?$/;
/** Who hands something in. */
/** 申报单位 beside 拟决策时间 sees to it by then. */
const PROPOSER = /^(?:申报|提报|提请|提出|起草)(?:单位|部门)$/;
const MAKER = /^(报送|上报|填报)(?:单位|部门)$/;
/** Who goes and looks: where others have a part, they watch over these. */
const LOOKING = /^(?:巡查|检查|抽查|排查|核查|巡检|监测)(?:责任)?(?:单位|部门)$/;
/** Where, to whom, how. */
const SAYS_MORE = /(?:地点|地址|场地|对象|范围|人员|形式|方式|载体|平台)$/;
const OF_WHOM = /(?:单位|部门|企业|公司|场所)$/;

/** Whether figures count the items of a list beside them: 2, and ①改造12个；②新建3个. */
function countItems(figures: readonly string[], lists: readonly string[]): boolean {
  const counts = lists.map((text) => text.match(/[①-⑳]|(?<!\d)\d{1,2}[.．、](?!\d)/g)?.length ?? 0);
  return (
    figures.length > 0 &&
    figures.length === counts.length &&
    figures.every((each, i) => Number(each) === counts[i])
  );
}

/** What says what is to be done, over stretches of the year. */
const AIMS: readonly unknown[] = ['goal', 'content', 'task'];
const OF_MONTHS = /^(?:各?月度?|分月|逐月|各?季度|分季度?|每[月季])(?:工作|重点)?(?:任务|目标|计划|安排)$/;

const NAMES: readonly HeaderMeaning[] = ['name', 'task', 'content', 'problem', 'category'];
export function isWho(meaning: HeaderMeaning): boolean {
  return meaning === 'unit' || isPart(meaning as ColumnRole);
}

/** Whether some cells of a column are marks, and all of them are a word at most: 牵头, 审核. */
function holdsMarks(texts: readonly string[]): boolean {
  return texts.some((text) => contentOf([text]) === 'marks') && texts.every((text) => text.length <= 4);
}

function isWorded(content: ColumnContent | undefined): boolean {
  return content === 'text' || content === 'units';
}

/** Whether a column holds marks or figures and nothing else. */
function isMarked(content: ColumnContent | undefined): boolean {
  return content === undefined || content === 'marks' || content === 'figures';
}

export function rolesOf(
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
      isFocus: comparable(columns[i]?.header ?? '').endsWith('重点'),
      isTitle: /(?:名称|题目|标题|案由)$/.test(comparable(columns[i]?.header ?? '')),
      isWide: rowsEach(texts[i] ?? [], count) >= 4 / 3,
      isWider: rowsEach(texts[i] ?? [], count) >= 2,
      isOfFigures: contentOf(texts[i] ?? []) === 'figures',
      saysHowMuch: sayHowMuch(texts[i] ?? []),
      saysBoth: sayBoth(texts[i] ?? []),
      numbered: numberedAs(texts[i] ?? []),
    })),
  );
  // 承办单位 lead where no column says who else does.
  if (roles.includes('lead')) return roles;
  const mayLead = new RegExp(MAY_LEAD_HEADER);
  return roles.map((role, i) =>
    role === 'responsible' && mayLead.test(columns[i]?.path.at(-1)?.text ?? '') ? 'lead' : role,
  );
}

/** How many of so many rows each text covers: merged, printed once with blanks below, or printed again. */
function rowsEach(texts: readonly string[], count: number): number {
  const printed = new Set(texts.filter((text) => text !== ''));
  return printed.size > 0 ? count / printed.size : 0;
}
