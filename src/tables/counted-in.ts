import { type Passage, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { isMeasureWord } from '../words/measure-words.js';

/** What stands in brackets at a header's end, or behind 单位： in it. */
const IN_BRACKETS = /[（(](?:单位[：:])?([^（()）]{1,10})[）)]\s*$/d;

/** The unit in which a header counts: 万亩 of 2026年目标（万亩）; of its cells, the one nearest to its own. */
export function countedInOf(path: readonly Passage[], lines: LineStarts): Passage | undefined {
  for (const passage of path.toReversed()) {
    const [start, end] = IN_BRACKETS.exec(passage.text)?.indices?.[1] ?? [0, 0];
    if (end > start && isMeasureWord(passage.text.slice(start, end))) {
      return slicePassage(passage, start, end, lines);
    }
  }
  return undefined;
}

/** 单位：亩, right above a table. */
const ABOVE = /^\s*[（(]?(?:计量)?单位[：:]\s*([^（()）\s]{1,10})[）)]?\s*$/d;
/** What money is counted in says nothing of other figures. */
const OF_MONEY = /元/;

/** The unit in which a table counts, as the line above it says; money aside. */
export function countedAbove(above: readonly Passage[], lines: LineStarts): Passage | undefined {
  const line = above.at(-1);
  const [start, end] = (line && ABOVE.exec(line.text)?.indices?.[1]) ?? [0, 0];
  if (!line || end === start) return undefined;
  const unit = slicePassage(line, start, end, lines);
  return isMeasureWord(unit.text) && !OF_MONEY.test(unit.text) ? unit : undefined;
}
