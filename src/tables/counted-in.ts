import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { countedAs, isMeasureWord, unitsSaidIn } from '../words/measure-words.js';

/** What stands in brackets at a header's end, or behind 单位： in it. */
const IN_BRACKETS = /[（(](?:单位[：:])?([^（()）]{1,10})[）)]\s*$/d;
/** 户厕改造/户: likewise behind a stroke; 个/万人 is a rate. */
const BEHIND_STROKE = /(?<=\p{Script=Han}{2})[/／]([^/／（()）]{1,4})\s*$/du;

/** The unit in which a header counts: 万亩 of 2026年目标（万亩）; of its cells, the one nearest to its own. */
export function countedInOf(path: readonly Passage[], lines: LineStarts): Passage | undefined {
  for (const passage of path.toReversed()) {
    const found = IN_BRACKETS.exec(passage.text) ?? BEHIND_STROKE.exec(passage.text);
    const [start, end] = found?.indices?.[1] ?? [0, 0];
    if (end > start && isMeasureWord(passage.text.slice(start, end))) {
      return slicePassage(passage, start, end, lines);
    }
  }
  return undefined;
}

/** What money is counted in says nothing of other figures. */
const OF_MONEY = /元/;
/** What is counted by itself, whatever a table of money says: 户数, 开工率. */
const COUNTED_ITSELF = /[个户人件项宗处家村][数次]?$|面积|里程|[率数量]$/;
/** So many lines above a table may say how to read it. */
const LINES_ABOVE = 3;

/**
 * The unit in which a column counts, as a line right above the table says: 单位：亩. 单位：万元 is of columns of money,
 * and of what a title that speaks of money has below it.
 */
export function countedAbove(
  above: readonly Passage[],
  header: string,
  lines: LineStarts,
): Passage | undefined {
  for (const line of above.slice(-LINES_ABOVE).toReversed()) {
    const spans = unitsSaidIn(line.text);
    const units = spans.map(([start, end]) => line.text.slice(start, end));
    if (units.length === 0) continue;
    const isRate = countedAs(header, ['%']) === 0;
    const index = units.length === 1 && !isRate ? 0 : countedAs(header, units);
    const [start, end] = spans[index ?? -1] ?? [0, 0];
    const unit = line.text.slice(start, end);
    const says = (text: string) => countedAs(text, [unit]) !== undefined;
    const isMeant =
      !OF_MONEY.test(unit) ||
      says(header) ||
      (!COUNTED_ITSELF.test(header) && above.some((each) => each !== line && says(each.text)));
    return end > start && isMeant ? slicePassage(line, start, end, lines) : undefined;
  }
  return undefined;
}
