import { numeralValue } from '../words/numerals.js';
import { ABOVE, SO_MANY } from '../words/references.js';
import { OUTLINE_SHAPES } from '../words/shapes.js';
import type { Item } from './items.js';

/** 以上三项, 上述任务: the clause is of several items above. */
const OF_ABOVE = new RegExp(`^${ABOVE}(?:${SO_MANY})?`);

/** What a clause is of. */
export interface Covered {
  readonly items: readonly Item[];
  /** The items whose number and title it bears; none for a paragraph without a number. */
  readonly titled: readonly Item[];
  /** 以上三项…: what is to be done is said behind the items. */
  readonly several: boolean;
}

/** A line that says who, by when or under whom, and nothing else. */
export function saysOnly({ says, number, rest }: Item): boolean {
  return says !== undefined && number === '' && rest.text === '';
}

export function hasWho({ says, heading, saidElsewhere }: Item): boolean {
  const isSaid = heading !== undefined || saidElsewhere !== undefined;
  return isSaid || (says?.parts.some(({ kind }) => kind === 'who') ?? false);
}

/**
 * Which of the items since the last clause the last of them closes. A clause inside a numbered item is
 * its; one on a line of its own, or in a paragraph without a number, is of the item above it, and of the
 * item over that with all its points where the points have none.
 *
 * @param open the items since the last clause; the last of them has the clause
 * @param next the item that follows
 * @param ownText whether paragraphs without numbers under this number each have a clause of their own
 * @param isHeading whether the last of them is a heading over what follows
 * @param hasPoints whether the notice numbers what is to be done below its chapters
 */
export function coveredBy(
  open: readonly Item[],
  next: Item | undefined,
  ownText: boolean,
  isHeading: boolean,
  hasPoints: boolean,
): Covered {
  const last = open.at(-1) as Item;
  if (isHeading) return { items: [last], titled: [], several: false };
  const above = OF_ABOVE.exec(last.rest.text);
  if (above && last.number === '') return severalAbove(open, above.groups?.['count']);
  if (last.number !== '') return { items: [last], titled: [last], several: false };
  // 县气象局：预报预警。 is of nothing above it.
  if (last.heading !== undefined) return { items: [last], titled: [], several: false };
  const within = open.filter(({ measure }) => measure === last.measure);
  const at = within.findLastIndex(({ number }) => number !== '');
  const head = within[at];
  const behind = within.slice(at + 1);
  if (head === undefined || (ownText && !behind.every(saysOnly))) {
    // 公益广告由某科牵头: the sentence says it of itself, and of no paragraph before it.
    return { items: last.says?.inGoal ? [last] : behind, titled: [], several: false };
  }
  // 三、监督管理, where other chapters have （一）, and below it 县审计局负责…: the sentence says it of itself.
  if (hasPoints && head.rank === 0 && last.says?.inGoal) return { items: [last], titled: [], several: false };
  const siblings = within.filter(({ number, rank }) => number !== '' && rank === head.rank);
  const over = within.findLast(({ rank }, i) => rank !== undefined && i < at && rank < (head.rank ?? 0));
  const closes = next?.rank === undefined || next.rank <= (over?.rank ?? 0);
  if (over && siblings.length > 1 && closes) {
    return { items: within.slice(within.indexOf(over)), titled: [over], several: false };
  }
  const chapter = over ? undefined : chapterOf(open, last);
  if (chapter && closes)
    return { items: open.slice(open.indexOf(chapter)), titled: [chapter], several: false };
  return { items: within.slice(at), titled: [head], several: false };
}

/** 1、 under a chapter's heading. */
const LISTED = OUTLINE_SHAPES.indexOf('item');

/** 一、环境整治 with 1、2、3, and below them 责任单位：…: the heading whose only line that says who is of all of them. */
function chapterOf(open: readonly Item[], last: Item): Item | undefined {
  const at = open.findLastIndex(({ number, rank }) => number !== '' && rank === 0);
  const below = open.slice(at + 1).filter(({ number }) => number !== '');
  const isListed = below.length > 1 && below.every(({ rank }) => rank === LISTED);
  return isListed && saysOnly(last) && numeralValue(bare(below[0]?.number)) === 1 ? open[at] : undefined;
}

function bare(number = ''): string {
  return number.replace(/[（()）.．、]/g, '');
}

function severalAbove(open: readonly Item[], printed: string | undefined): Covered {
  const count = printed === undefined ? 0 : numeralValue(printed);
  const rank = open.findLast(({ number }) => number !== '')?.rank;
  // Items of the last one's sort: the heading over them is none.
  const numbered = open.filter((item) => item.number !== '' && item.rank === rank);
  const first = (count && numbered.at(-count)) || numbered[0];
  const items = first ? open.slice(open.indexOf(first)) : open;
  return { items, titled: items.filter(({ number }) => number !== ''), several: true };
}

/**
 * The items whose paragraphs without numbers each have a clause: at least two under one number, and
 * none of them is a line that only says who under the number itself.
 */
export function withOwnText(items: readonly Item[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  let under: Item[] = [];
  const close = () => {
    const blocks = blocksOf(under);
    if (blocks.length > 1) for (const item of under) found.add(item);
    under = [];
  };
  for (const item of items) {
    if (item.number !== '') close();
    else under.push(item);
  }
  close();
  return found;
}

/** Paragraphs with the clause that closes them. */
function blocksOf(items: readonly Item[]): Item[][] {
  const blocks: Item[][] = [];
  let block: Item[] = [];
  for (const item of items) {
    block.push(item);
    if (!hasWho(item)) continue;
    // 工会负责走访；学生处负责宣讲: one paragraph, whatever it says of how many.
    const isSame = block.length === 1 && blocks.at(-1)?.at(-1)?.source === item.source;
    if (isSame || block.every(saysOnly)) blocks.at(-1)?.push(...block);
    else blocks.push(block);
    block = [];
  }
  return blocks;
}
