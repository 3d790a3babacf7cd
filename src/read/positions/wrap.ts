import { TIME_NAMES, TIMED_NAMES } from '../../words/calendar.js';
import { MEASURE_WORD } from '../../words/measure-words.js';
import { LIST_NUMBER, numeralValue } from '../../words/numerals.js';
import { PERSON_LABEL } from '../../words/people.js';
import { CLAUSE_STOPS, CLOSINGS, COLON, OPENINGS } from '../../words/punctuation.js';
import { WHO_LABEL } from '../../words/role-words.js';
import { isName, plain } from '../names-apart.js';
import type { PrintedLine } from './lines.js';

// Whether a line goes on with the next one, because there was no more room on it. Nothing in the file says so: a line
// was broken where what comes next did not fit, and ended by its writer where it did.

/** What no line begins with, and what no line ends with (GB/T 15834—2011, 5.1). */
const NOT_FIRST = new RegExp(`^[${CLAUSE_STOPS}${CLOSINGS}、！？：:,.;!?%‰℃”’》〉…—·]`);
const NOT_LAST = new RegExp(`[${OPENINGS}“‘《〈]$`);

/** Some programs part nothing from a quotation mark. */
const QUOTE = /[“”‘’]$/;

/** Letters and digits stay together. */
const WORD = /[\p{Script=Latin}\d.,%+/-]/u;

/** How much room programs leave between them and other characters, in heights of the font. */
const BETWEEN_SCRIPTS = 0.25;

/** How much a blank at the end of a line needs at least, which is not printed there. */
const BLANK = 0.5;

/** How much more room than there seems to be may be there, in heights of the font. */
const TOLERANCE = 0.02;

/**
 * Whether a line was broken because what comes next did not fit on it.
 *
 * @param right where the lines of its column end, at the latest
 * @param sides those of its cell, in which lines may be centred
 */
export function isBrokenBefore(line: PrintedLine, next: PrintedLine, right: number, sides?: Sides): boolean {
  if (NOT_LAST.test(line.text) || halvesMeasure(line.text, next.text)) return true;
  const isMixed = WORD.test(line.text.slice(-1)) !== WORD.test(next.text.charAt(0));
  const between = line.endsInBlank
    ? Math.max(BLANK * line.size, line.blank)
    : isMixed
      ? BETWEEN_SCRIPTS * line.size
      : 0;
  const needed = roomNeeded(next) + between;
  return needed > roomBeside(line, right, sides) + TOLERANCE * line.size;
}

/** A cell whose lines may be centred: its sides, and how wide its lines are at most. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** How much the room before a line that is centred differs from that behind it, at most, in heights of its font. */
const EVEN = 0.2;

/** Whether a line is as far from both sides of its cell. */
export function isEvenIn(line: PrintedLine, { left, right }: Omit<Sides, 'width'>): boolean {
  return Math.abs(line.left - left - (right - line.right)) <= EVEN * line.size;
}

/** How much room a line leaves in its column: that before it, too, where it is centred. */
function roomBeside(line: PrintedLine, right: number, sides: Sides | undefined): number {
  if (sides && isEvenIn(line, sides)) return sides.width - (line.right - line.left);
  return right - line.right;
}

/** 36微 and 克/立方米: nobody ends a line inside a measure word. */
const HALF_MEASURE = /(?<=\d\s?)(?:微|毫|厘|千|兆|平方?|立方?)$/;
const MEASURED = new RegExp(`^${MEASURE_WORD}`);
const MEASURED_WHOLE = new RegExp(`^${MEASURE_WORD}[${CLAUSE_STOPS}、]`);

function halvesMeasure(line: string, next: string): boolean {
  const half = HALF_MEASURE.exec(plain(line))?.[0] ?? '';
  const [whole = ''] = MEASURED.exec(half + plain(next)) ?? [];
  if (half !== '') return whole.length > half.length;
  return /\d$/.test(line) && MEASURED_WHOLE.test(plain(next));
}

/** How wide the part of a line is that stays together: a character with what does not begin a line, a word. */
function roomNeeded({ glyphs, size }: PrintedLine): number {
  const [first] = glyphs;
  if (!first) return 0;
  let end = first.x + first.width;
  for (const [i, glyph] of glyphs.entries()) {
    if (i === 0) continue;
    const before = glyphs[i - 1];
    // A blank that is as wide as a character is no room between words.
    if (before && glyph.text.trim() === '' && glyph.width > 0.9 * size)
      return glyph.x + glyph.width - first.x;
    if (!before || glyph.text.trim() === '' || glyph.x - (before.x + before.width) > size) break;
    const next = glyphs[i + 1]?.text ?? '';
    const stays =
      NOT_FIRST.test(glyph.text) ||
      NOT_LAST.test(before.text) ||
      QUOTE.test(before.text) ||
      QUOTE.test(glyph.text) ||
      (WORD.test(before.text) && (WORD.test(glyph.text) || NOT_FIRST.test(next)));
    if (!stays) break;
    end = glyph.x + glyph.width;
  }
  return end - first.x;
}

/** What begins a line that says who has to do something, or by when: 责任单位：, 完成时限：. */
const TIME = `[^\\s${CLAUSE_STOPS}${CLOSINGS}${OPENINGS}、！？]{0,4}(?:${TIME_NAMES.join('|')})`;
const LABEL = new RegExp(`^(?:(?:${WHO_LABEL})|${PERSON_LABEL}|${TIME})${COLON}`);
/** The last bracket of a line, and nothing that closes it. */
const OPEN_BRACKET = /[（([［【〔][^）)\]］】〕（([［【〔]*$/;
const UNFINISHED = /[，,、；;：:（(［[【〔“]$/;

/** Whether a line that ends nothing is followed by a label: one that stands in a list has a stop before it. */
export function partsLabels(line: string, next: string): boolean {
  const isOpen = UNFINISHED.test(line) || OPEN_BRACKET.test(line);
  return LABEL.test(plain(next)) && !isOpen && !halvesTime(plain(line), plain(next));
}

/** 县气象局：, 供销社、水利站：, what each of several texts begins with that say what somebody does. */
const SPOKEN_TO = new RegExp(`^([^${CLAUSE_STOPS}：:]{2,40})${COLON}`);

/** Whether a sentence ends with a line of a text that begins with the names of units, and the next line does so, too. */
export function partsSpoken(first: string, line: string, next: string): boolean {
  const isSpoken = (text: string) => {
    const names = SPOKEN_TO.exec(plain(text).trim())?.[1]?.split('、') ?? [];
    return names.length > 0 && names.every(isName);
  };
  return ENDS_SENTENCE.test(line) && isSpoken(first) && isSpoken(next);
}

/** 完 and 成时限：nobody ends a line inside a word. */
function halvesTime(line: string, next: string): boolean {
  return [...TIME_NAMES, ...TIMED_NAMES].some((name) =>
    Array.from({ length: name.length - 1 }, (_, i) => i + 1).some(
      (at) => line.endsWith(name.slice(0, at)) && next.startsWith(name.slice(at)),
    ),
  );
}

/** A bracket behind a clause often says who does it, and nothing is behind it. */
const ENDS_SENTENCE = new RegExp(`[。！？；：:）)】〕]$|[${COLON}]$`);
const BEGINS_ITEM = new RegExp(`^${LIST_NUMBER}`);

/** The number of an item of a list that a text begins with. */
export function itemAt(text: string): string {
  return BEGINS_ITEM.exec(plain(text))?.[0] ?? '';
}

export function beginsItem(text: string): boolean {
  return itemAt(text) !== '';
}

/** Whether a sentence ends with a line and an item of a list begins with the next. */
export function partsItems(line: string, next: string): boolean {
  return ENDS_SENTENCE.test(line) && beginsItem(next);
}

const HAN_NUMBERS = '一二三四五六七八九十';

/**
 * Whether the item that a line begins with stands in a text as others do: （1）…。⏎（2）…。（3）…, where the one before it is
 * inside the text, and the one behind it inside the line.
 */
export function isItemWithin(text: string, line: string): boolean {
  const number = itemAt(line);
  const [sign = ''] = /\d{1,2}|[一二三四五六七八九十]/.exec(number) ?? [];
  const value = /\d/.test(sign) ? Number(sign) : HAN_NUMBERS.indexOf(sign) + 1;
  const written = (each: number) =>
    number.replace(sign, /\d/.test(sign) ? String(each) : HAN_NUMBERS.charAt(each - 1));
  return (
    sign !== '' &&
    value > 1 &&
    plain(text).indexOf(written(value - 1)) > 0 &&
    plain(line).indexOf(written(value + 1)) > 0
  );
}

/** Whether a bracket is open where a line ends. */
export function leavesOpen(line: string): boolean {
  return OPEN_BRACKET.test(line);
}

const ENDS_TEXT = new RegExp(`[。！？；：:${CLOSINGS}]$|[${COLON}]$`);

/** Whether a text may end with a line: it has a stop there, or an item of a list follows. */
export function mayEnd(line: string, next: string): boolean {
  return ENDS_TEXT.test(line) || beginsItem(next);
}

/** The numbers of a list's items as they come. */
export class ItemNumbers {
  readonly #last = new Map<string, number>();

  /** Takes the beginning of a paragraph. */
  add(text: string): void {
    const item = itemNumber(text);
    if (item) this.#last.set(item.form, item.value);
  }

  /** Whether a text begins with the number that is next. */
  isNext(text: string): boolean {
    const item = itemNumber(text);
    return item !== undefined && this.#last.get(item.form) === item.value - 1;
  }
}

/** 实事四：, 任务1：: an item that is called by what it is and its number. */
const LABELLED = new RegExp(`^(\\p{Script=Han}{1,4}?)([一二三四五六七八九十]{1,3}|\\d{1,2})${COLON}`, 'u');

/** The number that a text begins with, and how it is written: （#）, #、. */
function itemNumber(text: string): { readonly form: string; readonly value: number } | undefined {
  const [, label, counted] = LABELLED.exec(plain(text)) ?? [];
  if (label && counted) return { form: label, value: numeralValue(counted) };
  const number = itemAt(text);
  const [sign = ''] = /[^（()）.．﹒、]+/.exec(number) ?? [];
  const value = numeralValue(sign);
  if (sign === '' || Number.isNaN(value)) return undefined;
  const script = /^\p{Script=Han}/u.test(sign) ? '一' : /^[\d０-９]/.test(sign) ? '1' : '①';
  return { form: number.replace(sign, script), value };
}

/** The text of lines that go on from each other; in a cell a blank may part names. */
export function runOn(lines: readonly PrintedLine[], isCell = false): string {
  let text = '';
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before) text = line.text;
    else if (/[a-z][-\u2010]$/.test(text) && /^[a-z]/.test(line.text)) text = text.slice(0, -1) + line.text;
    else text += blankBetween(before, line, isCell) + line.text;
  }
  return text;
}

/**
 * What a line break stands for: a blank between words of Latin letters, and one that is printed; a narrow one between
 * Chinese characters parts nothing but names in a cell.
 */
function blankBetween(
  { text, endsInBlank, blank, size }: PrintedLine,
  next: PrintedLine,
  isCell: boolean,
): string {
  if (/\p{Script=Latin}$/u.test(text) && /^\p{Script=Latin}/u.test(next.text)) return ' ';
  if (!endsInBlank) return '';
  if (blank > WIDE * size) return '\u3000';
  const isHan = /\p{Script=Han}$/u.test(text) && /^\p{Script=Han}/u.test(next.text);
  return /[\w,.]$/.test(text) || (isCell && isHan) ? ' ' : '';
}

/** How wide a blank is that is as wide as a Chinese character. */
const WIDE = 0.9;
