import type { ColumnRole } from '../model/column-role.js';
import type { HeaderMeaning } from '../words/columns.js';

/** A column as its header is understood, with what its cells hold. */
export interface MeantColumn {
  readonly meaning: HeaderMeaning;
  /** How long its cells are, as a rule, in characters. */
  readonly length: number;
  /** Whether it is of something that is put right: 整改措施. */
  readonly isRemedy: boolean;
  /** Whether its header ends in 内容. */
  readonly isContent: boolean;
  /** Whether its header ends in 重点. */
  readonly isFocus: boolean;
  /** Whether its header says that it is a name: 计划名称, 案由. */
  readonly isTitle: boolean;
  /** Whether its cells cover several rows, as a rule. */
  readonly isWide: boolean;
  /** Whether each of its cells covers two rows and more, on the average. */
  readonly isWider: boolean;
  /** Whether its cells hold figures and nothing else. */
  readonly isOfFigures: boolean;
  /** Whether most of its cells say how much. */
  readonly saysHowMuch: boolean;
  /** Whether its cells begin with a name: 破案攻坚。组织专班…. */
  readonly saysBoth: boolean;
  /** Whether its cells are numbered as the tasks of a list are: 1.围绕…, or as parts of one: （一）聚焦…. */
  readonly numbered: 'items' | 'parts' | undefined;
}

/** A name is no longer, as a rule; what is longer says what is to be done. */
const LONGEST_NAME = 18;

/**
 * Tells names from goals among the columns that say what is to be done. A table prints them from the wide to the
 * narrow: 大项 or 一级指标, then the name, then the goal. The narrowest name counts; the wider ones are categories.
 *
 * @returns for each column its role
 */
export function settleWhat(columns: readonly MeantColumn[]): ColumnRole[] {
  const where = (...meanings: readonly HeaderMeaning[]) =>
    columns.flatMap(({ meaning }, i) => (meanings.includes(meaning) ? [i] : []));
  const goals = where('goal');
  const steps = where('step');
  const found = narrowerThan(columns, nameAmong(columns, where, goals.length + steps.length > 0));
  const isWider = found !== undefined && columns[found]?.isWide === true && namesItself(columns, found);
  const name = isWider ? undefined : found;
  const hasAims = goals.length > 0;
  return columns.map(({ meaning, isRemedy, isContent, isFocus, isWide }, i): ColumnRole => {
    switch (meaning) {
      case 'name':
      case 'task':
      case 'content':
      case 'problem':
      case 'category':
      case 'goal':
        if (i === name) return 'name';
        if (isWider && i <= found) return 'category';
        if (name === undefined) return 'goal';
        // 攻坚内容, and 工作目标 over several rows, before the name are wider, where another goal follows; 整治重点 is anyway.
        if (meaning === 'goal') {
          if (isFocus && isWide && i < name) return 'category';
          const isBefore = i < name && goals.some((goal) => goal > name);
          return isBefore && (isContent || isWide) ? 'category' : 'goal';
        }
        return i < name || meaning === 'problem' || meaning === 'category' ? 'category' : 'goal';
      case 'step':
        if (i === name) return 'name';
        return (hasAims && !goals.every((goal) => goal === name)) || isRemedy ? 'step' : 'goal';
      default:
        return meaning;
    }
  });
}

/**
 * Whether the one column behind a name says itself what each row is called: 破案攻坚。组织专班… beside 重点任务, 1.围绕…
 * beside （一）聚焦…, and whatever stands beside 领域.
 */
function namesItself(columns: readonly MeantColumn[], name: number): boolean {
  const [what, ...more] = columns.filter(({ meaning }, i) => i > name && SAYS_WHAT.includes(meaning));
  if (!what || more.length > 0 || what.isWide || what.isOfFigures) return false;
  const wider = columns[name];
  if (wider?.meaning === 'category' && wider.isWider) return what.length > SHORTEST_AIM;
  // 考评内容 beside 项目, with a score for each row: what is scored is what it is called.
  if (wider?.isWider && what.isContent && columns.some(({ meaning }) => meaning === 'weight')) return true;
  return what.saysBoth || (wider?.numbered === 'parts' && what.numbered === 'items');
}

/** 3所 says how much, and is no name. */
const SHORTEST_AIM = 6;

const SAYS_WHAT: readonly HeaderMeaning[] = ['name', 'task', 'content', 'goal', 'step'];

/**
 * The name, or the narrower column behind one that covers several rows: of 测评项目, 测评内容 and 测评标准 the second
 * is what a row is called. 内容 is, where another goal follows and it is short.
 */
function narrowerThan(columns: readonly MeantColumn[], name: number | undefined): number | undefined {
  if (name === undefined || !columns[name]?.isWide) return name;
  const says = (...meanings: readonly HeaderMeaning[]) =>
    columns.flatMap(({ meaning }, i) => (i > name && meanings.includes(meaning) ? [i] : []));
  const goals = says('goal', 'content', 'step');
  const found = says('task', 'content', 'goal').findLast((i) => {
    const { meaning, isContent, isWide, length, saysHowMuch } = columns[i] as MeantColumn;
    if (isWide || length > LONGEST_NAME) return false;
    if (saysHowMuch && !goals.some((goal) => goal > i)) return false;
    return meaning === 'task' || (isContent && goals.some((goal) => goal > i));
  });
  return found ?? name;
}

/** Which column holds the tasks' names. */
function nameAmong(
  columns: readonly MeantColumn[],
  where: (...meanings: readonly HeaderMeaning[]) => number[],
  hasGoals: boolean,
): number | undefined {
  const strong = where('name');
  // 抽查计划名称 and 抽查事项, each row with a plan of its own.
  const titled = strong.filter((i) => columns[i]?.isTitle && !columns[i]?.isWide);
  if (strong.length > 0) return titled.at(-1) ?? strong.at(-1);
  const weak = where('task', 'content');
  const problems = where('problem');
  const categories = where('category');
  if (weak.length === 0) {
    // 检查内容 and 检查标准, 整治重点 and 整治内容: the first is what it is called where nothing else is.
    const said = where('goal', 'step').filter((i) => !columns[i]?.isOfFigures);
    return problems.at(-1) ?? categories.at(-1) ?? (where('goal', 'step').length > 1 ? said[0] : undefined);
  }
  const last = weak.at(-1) as number;
  const before = weak.at(-2) ?? categories.filter((each) => each < last).at(-1);
  const isContent = columns[last]?.meaning === 'content';
  // 考核内容 and 考核要点, the second at length: the first is what it is called.
  const goals = where('goal').filter((each) => !columns[each]?.isOfFigures);
  const [aim] = goals;
  const lengthOf = (i: number) => columns[i]?.length ?? 0;
  if (weak.length === 1 && aim !== undefined && goals.every((each) => each < last)) {
    const isName =
      !columns[last]?.isOfFigures && lengthOf(aim) < lengthOf(last) && columns[last]?.meaning === 'task';
    if (isName && columns[aim]?.isContent && lengthOf(aim) <= LONGEST_NAME) return aim;
  }
  const saysHow = (columns[last]?.length ?? 0) > LONGEST_NAME;
  // 重点任务 and 任务内容: the second says what is to be done where nothing else does, or at length.
  if (weak.length > 1) return hasGoals && !saysHow ? last : before;
  // 改革举措 and 工作内容: the second says what is to be done.
  const steps = where('step').filter((each) => each < last);
  if (isContent && before === undefined && problems.length === 0 && steps.length > 0) return steps.at(-1);
  if (!isContent || hasGoals) return last;
  const isCategory = before !== undefined && columns[before]?.meaning === 'category';
  return isCategory && !saysHow ? last : (before ?? problems.at(-1));
}
