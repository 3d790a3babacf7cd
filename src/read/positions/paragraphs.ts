import { type Shape, shapeOf } from '../../words/shapes.js';
import { NAME_ENDING } from '../../words/unit-names.js';
import { isName, plain } from '../names-apart.js';
import { least } from './extremes.js';
import { innerRightOf, type PrintedLine } from './lines.js';
import { APART, FARTHEST_BELOW, isSameSize, type Pitches } from './pitches.js';
import {
  beginsItem,
  type ItemNumbers,
  isBrokenBefore,
  isItemWithin,
  itemAt,
  leavesOpen,
  mayEnd,
  partsItems,
  partsLabels,
  partsSpoken,
  runOn,
} from './wrap.js';

/** Lines that are one text. */
export interface PrintedParagraph {
  readonly kind: 'paragraph';
  readonly lines: PrintedLine[];
  /** Whether it has the number that is next in a list. */
  readonly isNextItem: boolean;
}

/** How far a first line is indented, at least, in heights of its font; and how far a line may be that goes on. */
const INDENTED = 1.2;
const FARTHEST = 4.6;
/** How long a line is that fills its page, at least. */
const SHORTEST = 8;
/** How far a centred line is from the side, at least: further than one that is indented. */
const CENTRED = 2.6;

/** Where the lines of a page begin and end. */
export interface TextWidth {
  readonly left: number;
  readonly right: number;
  /** Whether its lines end together, far before the margin: they were broken before they came to the page. */
  readonly isNarrow?: boolean;
}

/**
 * How wide a page's text is: where its lines begin and where none goes beyond, but for a stop that hangs over.
 *
 * @param paper how wide the page is
 * @param tables where its tables end at the right
 */
export function textWidthOf(
  lines: readonly PrintedLine[],
  paper: number,
  tables: readonly number[],
): TextWidth | undefined {
  if (lines.length === 0) return undefined;
  const left = least(lines.map((line) => line.left));
  const rights = lines.map(innerRightOf).sort((a, b) => b - a);
  // A single line may be too long.
  const right = rights.find((each, i) => each - (rights[i + 1] ?? 0) < STRAY) ?? (rights[0] as number);
  const margin = paper - left;
  if (right > margin - MARGINS_DIFFER) return { left, right };
  // Lines that happen to be as long say little where they end far before the margin, which is about as wide on both sides.
  const alike = lines.filter((line) => {
    const each = innerRightOf(line);
    return each <= right && right - each < STRAY && !mayEnd(line.text, '');
  }).length;
  const reach = Math.max(alike < FULL_LINES ? margin + MARGINS_DIFFER : 0, ...tables);
  const end = Math.max(right, rights.find((each) => each <= reach) ?? 0);
  return { left, right: end, isNarrow: end === right };
}

/** How much longer than all others a line is that is none of its width. */
const STRAY = 14;
/** How many lines that go on show that it is there where lines end, at least. */
const FULL_LINES = 3;
/** By how much one margin of a page is wider than the other, at most. */
const MARGINS_DIFFER = 48;

/** Puts lines together that follow each other and are one text. */
export function paragraphsOfLines(
  lines: readonly PrintedLine[],
  width: TextWidth,
  { pitches, items }: { readonly pitches: Pitches; readonly items: ItemNumbers },
): PrintedParagraph[] {
  const paragraphs: PrintedParagraph[] = [];
  for (const [i, line] of lines.entries()) {
    const open = paragraphs.at(-1);
    const before = lines[i - 1];
    if (
      open &&
      before &&
      follows(before, line, lines[i - 2], open.lines, pitches) &&
      goesOn(before, line, open.lines, width) &&
      !isSigned(line, lines[i + 1]) &&
      (!items.isNext(line.text) || isItemWithin(textOf(open.lines), line.text))
    )
      open.lines.push(line);
    else {
      paragraphs.push({ kind: 'paragraph', lines: [line], isNextItem: items.isNext(line.text) });
      items.add(line.text);
    }
  }
  return paragraphs;
}

function textOf(lines: readonly PrintedLine[]): string {
  return lines.map(({ text }) => text).join('');
}

/** Whether a line stands below another as lines of one text do. */
function follows(
  before: PrintedLine,
  line: PrintedLine,
  earlier: PrintedLine | undefined,
  own: readonly PrintedLine[],
  pitches: Pitches,
): boolean {
  const distance = line.y - before.y;
  if (!isSameSize(before, line) || distance < 0.5 * line.size) return false;
  if (earlier && own.includes(earlier)) return distance <= APART * (before.y - earlier.y);
  // Where the file parts paragraphs by room, a text that may be at its end is.
  const usual = mayEnd(before.text, line.text) ? pitches(before, line) : undefined;
  return distance <= (usual === undefined ? FARTHEST_BELOW * line.size : APART * usual);
}

/** Whether a line goes on with the next one; those that it is of are known up to it. */
export function goesOn(
  line: PrintedLine,
  next: PrintedLine,
  own: readonly PrintedLine[],
  { left, right }: TextWidth,
): boolean {
  if (line.right - line.left < SHORTEST * line.size) return false;
  if (!leavesOpen(line.text) && !isBrokenBefore(line, next, right)) return false;
  const isFull = line.left - left <= FARTHEST * line.size || isCentred(line, { left, right });
  const partsThem = partsItems(line.text, next.text) && !isItemWithin(textOf(own), next.text);
  if (!isFull || partsThem || partsLabels(line.text, next.text)) return false;
  if (BEGINNINGS.has(shapeOf(plain(next.text)))) return false;
  const [first] = own;
  if (first && partsSpoken(first.text, line.text, next.text)) return false;
  if (first && hangs(first, next)) return true;
  if (isSignature(next, { left, right })) return false;
  const indent = next.left - Math.min(left, ...own.map((each) => each.left));
  const isIndented = indent > INDENTED * next.size;
  if (!isIndented) return true;
  // A text whose lines are all indented, or centred, goes on where it began.
  if (isCentred(next, { left, right }) && isEven(line, { left, right })) return !beginsItem(next.text);
  return first !== line && next.left <= least(own.slice(1).map((each) => each.left)) + 0.5 * next.size;
}

/** How far to the right a signature begins, at least, as a part of the width of the text. */
const SIGNED = 0.3;

/** Whether a line is a name or a day that stands apart, far to the right. */
function isSignature(line: PrintedLine, { left, right }: TextWidth): boolean {
  if (line.left - left < SIGNED * (right - left)) return false;
  return isName(plain(line.text)) || shapeOf(plain(line.text)) === 'date';
}

/** A name of an office and nothing else. */
const SIGNER = new RegExp(`^\\p{Script=Han}{2,30}${NAME_ENDING}$`, 'u');

/** Whether a line is a name, and the day stands by itself below it: no text ends so. */
function isSigned(line: PrintedLine, next: PrintedLine | undefined): boolean {
  return (
    next !== undefined &&
    shapeOf(plain(next.text).trim()) === 'date' &&
    SIGNER.test(plain(line.text).replace(/\s/g, ''))
  );
}

/** Whether a line stands below the text of an item, whose number stands before it. */
function hangs({ text, glyphs }: PrintedLine, { left, size }: PrintedLine): boolean {
  let number = itemAt(text).replace(/\s/g, '');
  if (number === '') return false;
  const behind = glyphs.find((glyph) => {
    if (number === '') return glyph.text.trim() !== '';
    number = number.slice(glyph.text.trim().length);
    return false;
  });
  return behind !== undefined && Math.abs(behind.x - left) < 0.3 * size;
}

/** What no line in the middle of a text looks like. */
const BEGINNINGS: ReadonlySet<Shape> = new Set([
  'document-number',
  'publicity',
  'appendix-label',
  'colophon',
  'table-note',
]);

/** Whether a line is as far from both sides. */
function isEven(line: PrintedLine, { left, right }: TextWidth): boolean {
  return Math.abs(line.left - left - (right - line.right)) < 1.2 * line.size;
}

function isCentred(line: PrintedLine, width: TextWidth): boolean {
  return isEven(line, width) && line.left - width.left > CENTRED * line.size;
}

export function paragraphText({ lines }: PrintedParagraph): string {
  return runOn(lines);
}
