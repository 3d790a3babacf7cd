// What heads each column of a table, and what that means.
import type { ColumnRole } from '../model/column-role.js';
import type { GridCell, GridRow } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { comparable, type HeaderMeaning, isBeside, matchOf } from '../words/columns.js';
import { isPart } from '../words/roles.js';

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

/** The columns that rows of headers make; the lowest header counts, or it and those above together. */
export function columnsOf(rows: readonly GridRow[], settled: Settled): HeadedColumn[] {
  const last = rows.at(-1) as GridRow;
  // A sheet may have sixteen thousand columns, few of which say anything.
  const written = rows.map(({ cells }) => cells.filter(({ passage }) => passage.text !== ''));
  const paths = last.cells.map((cell) => pathTo(cell, written));
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

/** The header cells over a cell of the last row, of those that say something, the widest first; one that reaches down is there once. */
function pathTo(cell: GridCell, written: readonly (readonly GridCell[])[]): Passage[] {
  const over = written.flatMap((cells) => cells.filter(({ from, to }) => from <= cell.from && cell.to <= to));
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
  // 2025年 and 2026年 below 年度目标; 产值（亿元） below 目标任务.
  if (PART_OF_AIM.test(comparable(own)) || COUNTED.test(own)) {
    const aim = above.find((match) => match?.meaning === 'goal' || match?.meaning === 'content');
    if (aim) return { ...aim, meaning: 'goal' };
  }
  return above.find((match) => match && INHERITED.has(match.meaning));
}

/** What a goal is divided into: years, and stretches of them. */
const PART_OF_AIM =
  /^(?:(?:到|至)?\d{4}(?:[—–~-]\d{4})?年?度?(?:底|末)?|[近中远]期|本?年度|任务数|数量|总量|规模|绝对[值额量]|数值|指标值|增速|增幅|增长率?|比重|占比)$/;

/** （万元） behind a header of its own: it says enough. */
const COUNTED = /[（(][^（()）]{1,10}[）)]\s*$/;

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

/** 3月, 小计: a header that says too little without the one above it. */
const SAYS_LITTLE =
  /^(?:\d{4}年?度?|\d{1,2}月份?[底末]?|\d{1,2}月\d{1,2}日[前底]?|[上下]半年|小计|合计|其中[^（(]*|数量|金额|规模|单位|进度|评价|数值|占比|.)$/;

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
