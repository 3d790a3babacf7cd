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
