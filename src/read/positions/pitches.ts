import { greatest } from './extremes.js';
import type { PrintedLine } from './lines.js';
import { mayEnd } from './wrap.js';

// How far apart the lines of one text stand.

/** How much further apart than the others of a block two lines are that are no lines of one text. */
export const APART = 1.35;
/** How far below another a line is that goes on with it, at most, in heights of its font. */
export const FARTHEST_BELOW = 2.6;
/** How much larger one font may be than another and be the same. */
const SAME_SIZE = 1.08;
/** How far apart two distances are that are the same. */
const SAME_PITCH = 0.6;

/** How far apart the lines of a text stand: those of the font of two of them, and of its script. */
export type Pitches = (line: PrintedLine, next: PrintedLine) => number | undefined;

/** Lines of digits alone stand closer than those of Chinese characters, whose font is another: 2023—⏎2024. */
const HAN = /\p{Script=Han}/u;
const hasHan = (line: PrintedLine, next: PrintedLine) => HAN.test(line.text) || HAN.test(next.text);

export function isSameSize(some: PrintedLine, other: PrintedLine): boolean {
  return Math.max(some.size, other.size) <= SAME_SIZE * Math.min(some.size, other.size);
}

/** How far apart lines are at most, in heights of their font, where nothing else says that they are of one text. */
const WIDEST = 1.9;
/** How far apart they are where all stand farther apart: those are paragraphs of a line each. */
const USUAL = 1.45;
/** How long a line is that goes on, beside the longest of its block. */
const LONG = 0.9;

/**
 * How far apart lines that follow each other are, by their fonts: those that surely go on, or else the least distance
 * that there is more than once.
 *
 * @param blocks lines that stand below each other: of a page, of a cell
 */
export function pitchesOf(blocks: readonly (readonly PrintedLine[])[]): Pitches {
  const pairs = blocks.flatMap((lines) => {
    const longest = greatest(lines.map(({ left, right }) => right - left));
    return lines.flatMap((line, i) => {
      const before = lines[i - 1];
      const pitch = before && isSameSize(before, line) ? line.y - before.y : 0;
      if (!before || pitch <= line.size || pitch > FARTHEST_BELOW * line.size) return [];
      const isLong = before.right - before.left > LONG * longest;
      const isSure = isLong && !mayEnd(before.text, line.text);
      return [{ size: line.size, pitch, isHan: hasHan(before, line), isSure }];
    });
  });
  const known = new Map<string, number | undefined>();
  return (line, next) => {
    const { size } = line;
    const isHan = hasHan(line, next);
    const key = `${Math.round(size * 10)}${isHan}`;
    if (!known.has(key)) {
      const alike = pairs.filter((each) => Math.abs(each.size - size) < 0.1);
      const ofScript = alike.filter((each) => each.isHan === isHan);
      const own = ofScript.length > 0 ? ofScript : alike;
      own.sort((a, b) => a.pitch - b.pitch);
      const common = own.find(
        ({ pitch }, i) => (own[i + 1]?.pitch ?? Number.POSITIVE_INFINITY) - pitch < SAME_PITCH,
      )?.pitch;
      const usual = common === undefined || common <= WIDEST * size ? common : USUAL * size;
      known.set(key, own.find(({ isSure }) => isSure)?.pitch ?? usual);
    }
    return known.get(key);
  };
}

/** Whether there is more room between two lines than between those of one text. */
export function standsApart(line: PrintedLine, next: PrintedLine, pitches: Pitches): boolean {
  const usual = pitches(line, next);
  return usual !== undefined && isSameSize(line, next) && next.y - line.y > APART * usual;
}
