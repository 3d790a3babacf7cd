import { inCapitals, inHan, inHanDigits } from '../words/han-numbers.js';
import { asFraction, FRACTION } from './fractions.js';
import { NUMERALS, sectionsOf, TOKEN, UNASKED } from './number-format.js';
import { dayOf, serialOf, shownDay } from './shown-days.js';

/**
 * A value as Excel shows it under a cell's number format (ECMA-376 part 1, 18.8.30), with two liberties: a day is
 * printed in Chinese whatever the order of its parts, and a number keeps all its digits where the format asks for
 * nothing (General), or for something rare (powers of ten).
 *
 * @param isFrom1904 whether the workbook counts days from 1904
 */
export function shown(
  value: string | number | boolean | Date | null,
  format: string | undefined,
  isFrom1904 = false,
): string {
  if (value === null) return '';
  if (typeof value === 'string') return words(value.replace(/\r\n?/g, '\n'), format ?? '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'number')
    return shownDay(value, format ?? '') ?? number(serialOf(value, false), format ?? '');
  // exceljs knows no days by these letters.
  if (ONLY_DAYS.test(format?.replace(UNASKED, '') ?? '')) {
    const day = shownDay(dayOf(value, isFrom1904), format ?? '');
    if (day !== undefined) return day;
  }
  return number(value, format ?? 'General');
}

/** A weekday or a year alone: aaaa, e"年". */
const ONLY_DAYS = /^[\s;@年月日()（）]*(?:aaaa?|e+)[\s;@年月日()（）]*$/i;

/** A text in what a format says around texts: its fourth section, or the last that asks for one. */
function words(value: string, format: string): string {
  if (!/[@;]/.test(format)) return value;
  const sections = sectionsOf(format);
  const section = sections[3] ?? (sections.at(-1)?.includes('@') ? sections.at(-1) : undefined);
  if (section === undefined || section === '@') return value;
  return Array.from(section.matchAll(TOKEN), ([, quoted, escaped, money, , , other]) =>
    other === '@' ? value : (quoted ?? escaped ?? money ?? other ?? ''),
  ).join('');
}

function number(value: number, format: string): string {
  const general = String(Number(value.toPrecision(15)));
  const sections = sectionsOf(format);
  const isConditional = sections.some((section) => CONDITION.test(section));
  const special = isConditional ? sections.find((each) => holds(each, value)) : specialFor(value, sections);
  const asked = special ?? sections[0] ?? '';
  const [dotted, , behindDot = '', thousands = ''] = DOTTED.exec(asked) ?? [];
  const section = dotted === undefined ? asked : asked.replace(DOTTED, '$1.$2');
  const moved = dotted === undefined ? 0 : -behindDot.length - 3 * thousands.length;
  if (section === '') return sections.length > 2 ? '' : general;
  if (FRACTION.test(section)) return asFraction(value, section, isConditional || special === undefined);
  let text = '';
  let digits: string | undefined;
  for (const [, quoted, escaped, money, found, plain, other] of section.matchAll(TOKEN)) {
    if (found !== undefined || plain !== undefined || other === '@') {
      if (digits !== undefined) return general;
      digits = found ?? '';
      text += '\0';
    } else if (other !== undefined && /[/a-z]/i.test(other)) return general;
    else text += quoted ?? escaped ?? money ?? other ?? '';
  }
  if (digits === undefined) return text.trim();
  const share = section.replace(UNASKED, '').split('%').length - 1;
  const printed =
    digits === '' ? general.replace('-', '') : written(Math.abs(value), digits, share * 2 + moved);
  if (printed === undefined) return general;
  const said = inNumerals(printed, section, digits);
  return (value < 0 && (isConditional || special === undefined) ? '-' : '') + text.replace('\0', said).trim();
}

/** A point that is no more than a sign between digits: 0!.0,"万" shows tens of thousands. */
const DOTTED = /([0#?])(?:[!\\]\.|"\.")([0#?]{1,9})(,{0,3})/;

/** @param digits where the format puts single digits, which are then said one by one */
function inNumerals(printed: string, section: string, digits: string): string {
  const kind = NUMERALS.exec(section)?.[1];
  if (kind === undefined) return printed;
  const [whole = '', part] = printed.split('.');
  const counts = digits === '' && /^\d{1,16}$/.test(whole) && Number.isSafeInteger(Number(whole));
  const said = counts ? inHan(Number(whole)) : inHanDigits(whole);
  const all = part === undefined ? said : `${said}点${inHanDigits(part)}`;
  return kind === '2' ? inCapitals(all) : all;
}

/** A section's own condition: [>=100]. */
const CONDITION = /\[([<>=]{1,2})(-?[\d.]+)\]/;

/** The section for a value below zero, and for zero, where a format has one. */
function specialFor(value: number, sections: readonly string[]): string | undefined {
  return value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
}

function holds(section: string, value: number): boolean {
  const [, sign = '', bound = ''] = CONDITION.exec(section) ?? [];
  const limit = Number(bound);
  if (sign === '') return true;
  if (sign === '<>') return value !== limit;
  return (
    (sign.includes('<') && value < limit) ||
    (sign.includes('>') && value > limit) ||
    (sign.includes('=') && value === limit)
  );
}

/**
 * A number in the digits that a format gives it.
 *
 * @param shift by how many powers of ten it is larger than what it stands for, as per cent are
 * @returns `undefined` where it is too large, or too small, to be counted exactly
 */
function written(value: number, digits: string, shift: number): string | undefined {
  const [before = '', behindPoint = ''] = digits.split('.');
  const whole = withoutEnd(before, ',');
  const fraction = withoutEnd(behindPoint, ',');
  // Commas behind the last digit are thousands.
  const thousands = before.length - whole.length + behindPoint.length - fraction.length;
  const places = fraction.length;
  // Moved by its power of ten, so that 0.285 is 29% and not 28%.
  const moved = Math.round(Number(`${value}e${shift + places - thousands * 3}`));
  if (!Number.isSafeInteger(moved)) return undefined;
  const all = String(moved).padStart(places + 1, '0');
  const least = whole.split('0').length - 1;
  const front = all
    .slice(0, all.length - places)
    .replace(/^0$/, '')
    .padStart(least, '0');
  const grouped = whole.includes(',') ? inThousands(front) : front;
  const fixed = fraction.lastIndexOf('0') + 1;
  const behind = all.slice(all.length - places);
  const kept = behind.slice(0, fixed) + withoutEnd(behind.slice(fixed), '0');
  return places === 0 || kept === '' ? grouped : `${grouped}.${kept}`;
}

/** A text without the signs of one kind that end it. */
function withoutEnd(text: string, sign: string): string {
  let end = text.length;
  while (text[end - 1] === sign) end--;
  return text.slice(0, end);
}

/** Digits with a comma before every three from the end. */
function inThousands(digits: string): string {
  let grouped = digits.slice(-3);
  for (let end = digits.length - 3; end > 0; end -= 3) {
    grouped = `${digits.slice(Math.max(0, end - 3), end)},${grouped}`;
  }
  return grouped;
}
