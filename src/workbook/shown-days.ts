import { inCapitals, inHanDigits, inHanSaid } from '../words/han-numbers.js';
import { LITERAL, NUMERALS, SILENT, sectionsOf, UNASKED } from './number-format.js';

/** How many days after it Excel counts 1970-01-01, and how long a day is in milliseconds. */
const EPOCH = 25_569;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** By how many days a workbook that counts from 1904 counts less. */
const FROM_1904 = 1462;

/** The day that a workbook knows by a number. */
export function dayOf(serial: number, isFrom1904: boolean): Date {
  return new Date(Math.round((serial - EPOCH + (isFrom1904 ? FROM_1904 : 0)) * DAY));
}

/** The number by which a workbook knows a day. */
export function serialOf(value: Date, isFrom1904: boolean): number {
  return value.getTime() / DAY + EPOCH - (isFrom1904 ? FROM_1904 : 0);
}

/** What asks for hours that go on beyond a day: [h]:mm. */
export const SPAN = /\[h+\]/i;

/** What formats of days ask for, and what else they say. */
const PART = new RegExp(
  `${LITERAL.source}|(?:${SILENT.source})|(上午/下午|am/pm|a/p)|(y+|e+|m+|d+|h+|s+|aaaa?)|(.)`,
  'gis',
);
/** What stands in formats between the parts of a day. */
const USUAL = /[年月日号时点分秒\s/.,:T-]/g;
/** A weekday, by itself or behind a day: aaaa, dddd. */
const WEEKDAY = /aaa|^d{3,4}$/;

/**
 * A day or a time of day: of year, month, day, hour, minute and second those that the format has, in Chinese. A format
 * with words of its own (9月底前, 星期五) is followed to the letter.
 *
 * @returns `undefined` where the format asks for no part of a day
 */
export function shownDay(value: Date, format: string): string | undefined {
  const [section = ''] = sectionsOf(format);
  const minutes = String(value.getUTCMinutes()).padStart(2, '0');
  const letters = section.replace(UNASKED, '').toLowerCase();
  const asked = letters.replace(/([a-z])\1+/g, '$1');
  const seconds = asked.includes('s') ? `:${String(value.getUTCSeconds()).padStart(2, '0')}` : '';
  // A day is a whole number of milliseconds, and not of parts of a day.
  if (SPAN.test(section)) return `${Math.floor((value.getTime() + EPOCH * DAY) / HOUR)}:${minutes}${seconds}`;
  // exceljs takes an escaped letter for a part of a day.
  if (!/[a-z]/.test(asked)) return undefined;
  if (WEEKDAY.test(letters.trim()) || hasWords(section) || NUMERALS.test(section))
    return inWords(value, section);
  const clock = /[hs]/.test(asked) ? `${value.getUTCHours()}:${minutes}${seconds}` : '';
  // An m beside hours or seconds is a minute.
  const dated = asked.replace(/h[^a-z]*m|m[^a-z]*s/g, '');
  const hasYear = /[ye]/.test(dated);
  const hasMonth = dated.includes('m');
  const hasDay = dated.includes('d');
  const year = `${value.getUTCFullYear()}年`;
  const month = `${value.getUTCMonth() + 1}月`;
  const day = `${value.getUTCDate()}日`;
  if (hasMonth) return `${hasYear ? year : ''}${month}${hasDay ? day : ''} ${clock}`.trim();
  if (hasYear && !hasDay) return year;
  // A day without its month: the whole day.
  return clock === '' ? year + month + day : clock;
}

function hasWords(section: string): boolean {
  const said = Array.from(section.matchAll(PART), ([, quoted, escaped, money, , , other]) => {
    return quoted ?? escaped ?? money ?? other ?? '';
  });
  return said.join('').replace(USUAL, '') !== '';
}

/** A day in just the words and digits of a format. */
function inWords(value: Date, section: string): string {
  const parts = Array.from(section.matchAll(PART));
  const halves = parts.some(([, , , , half]) => half);
  const asked = parts.flatMap(([, , , , , part]) => part?.toLowerCase().slice(0, 1) ?? []);
  let at = 0;
  return parts
    .reduce((before, [, quoted, escaped, money, half, part, other]) => {
      if (half) return before + (value.getUTCHours() < 12 ? '上午' : '下午');
      if (!part) return before + (quoted ?? escaped ?? money ?? other ?? '');
      const isMinute = asked[at] === 'm' && (asked[at - 1] === 'h' || asked[at + 1] === 's');
      at++;
      const wanted = isMinute ? 'n'.repeat(part.length) : part.toLowerCase();
      return before + inNumerals(partOf(value, wanted, halves, before), section);
    }, '')
    .trim();
}

/** 二〇二六 of a year, 十二 of other parts. */
function inNumerals(part: string, section: string): string {
  const kind = NUMERALS.exec(section)?.[1];
  if (kind === undefined) return part;
  const said = part.replace(/\d+/g, (number) =>
    number.length > 2 ? inHanDigits(number) : inHanSaid(Number(number)),
  );
  return kind === '2' ? inCapitals(said) : said;
}

/** @param before what is printed before it: 周 or 星期 are not said twice */
function partOf(value: Date, part: string, halves: boolean, before: string): string {
  const hours = value.getUTCHours();
  const weekday = '日一二三四五六'[value.getUTCDay()] ?? '';
  if (part === 'aaa') return (/(?:周|星期)$/.test(before) ? '' : '周') + weekday;
  if (part === 'aaaa' || /^d{3,}$/.test(part)) return `星期${weekday}`;
  if (/^mmm/.test(part)) return `${value.getUTCMonth() + 1}月`;
  const padded = (number: number) => String(number).padStart(Math.min(part.length, 2), '0');
  const year = String(value.getUTCFullYear());
  const written: Readonly<Record<string, string>> = {
    y: part.length > 2 ? year : year.slice(-2),
    e: year,
    m: padded(value.getUTCMonth() + 1),
    d: padded(value.getUTCDate()),
    h: padded(halves ? hours % 12 || 12 : hours),
    n: padded(value.getUTCMinutes()),
    s: padded(value.getUTCSeconds()),
  };
  return written[part.slice(0, 1)] ?? '';
}
