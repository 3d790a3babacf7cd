/** How many days after it Excel counts 1970-01-01, and how long a day is in milliseconds. */
const EPOCH = 25_569;
const DAY = 86_400_000;
const HOUR = 3_600_000;
/** By how many days a workbook that counts from 1904 counts less. */
const FROM_1904 = 1462;

/** The number by which a workbook knows a day. */
export function serialOf(value: Date, isFrom1904: boolean): number {
  return value.getTime() / DAY + EPOCH - (isFrom1904 ? FROM_1904 : 0);
}

/** What asks for hours that go on beyond a day: [h]:mm. */
export const SPAN = /\[h+\]/i;

/** What a format says by itself: text in quotes, a character after `\`, a sign of money in `[$¥-804]`. */
const LITERAL = /"([^"]*)"|\\(.)|\[\$([^[\]-]*)(?:-[^[\]]*)?\]/;

/** What a format says and does not print: widths `_x`, fillings `*x`, colours and conditions. */
const SILENT = /_.|\*.|\[[^[\]]*\]/;

/** All of a format that asks for no part of the value. */
const UNASKED = new RegExp(`${LITERAL.source}|${SILENT.source}|am/pm|a/p`, 'gis');

/** Where digits go: `#,##0.00`. */
const DIGITS = /[#0?][#0?,]*(?:\.[#0?]*,*)?/;

const TOKEN = new RegExp(
  `${LITERAL.source}|(?:${SILENT.source})|(${DIGITS.source})|(General|G/通用格式)|(.)`,
  'gs',
);

/**
 * A value as Excel shows it under a cell's number format (ECMA-376 part 1, 18.8.30), with two liberties: a day is
 * printed in Chinese whatever the order of its parts, and a number keeps all its digits where the format asks for
 * nothing (General), or for something rare (fractions, powers of ten).
 */
export function shown(value: string | number | boolean | Date | null, format: string | undefined): string {
  if (value === null) return '';
  if (typeof value === 'string') return words(value.replace(/\r\n?/g, '\n'), format ?? '');
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return number(value, format ?? 'General');
  return time(value, format ?? '');
}

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

/** A day or a time of day: of year, month, day, hour, minute and second those that the format has. */
function time(value: Date, format: string): string {
  const [section = ''] = sectionsOf(format);
  const count = serialOf(value, false);
  const minutes = String(value.getUTCMinutes()).padStart(2, '0');
  const asked = section
    .replace(UNASKED, '')
    .toLowerCase()
    .replace(/([a-z])\1+/g, '$1');
  const seconds = asked.includes('s') ? `:${String(value.getUTCSeconds()).padStart(2, '0')}` : '';
  // A day is a whole number of milliseconds, and not of parts of a day.
  if (SPAN.test(section)) return `${Math.floor((value.getTime() + EPOCH * DAY) / HOUR)}:${minutes}${seconds}`;
  // exceljs takes an escaped letter for a part of a day.
  if (!/[a-z]/.test(asked)) return number(count, format);
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
  // A day without its month, a weekday alone: the whole day.
  return clock === '' ? year + month + day : clock;
}

function number(value: number, format: string): string {
  const general = String(Number(value.toPrecision(15)));
  const sections = sectionsOf(format);
  const isConditional = sections.some((section) => CONDITION.test(section));
  const special = isConditional ? sections.find((each) => holds(each, value)) : specialFor(value, sections);
  const section = special ?? sections[0] ?? '';
  if (section === '') return sections.length > 2 ? '' : general;
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
  const printed = digits === '' ? general.replace('-', '') : written(Math.abs(value), digits, share * 2);
  if (printed === undefined) return general;
  return (
    (value < 0 && (isConditional || special === undefined) ? '-' : '') + text.replace('\0', printed).trim()
  );
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

/** A format's sections: for what is above zero, below it, zero, and text. */
function sectionsOf(format: string): string[] {
  const sections = [''];
  for (const [part] of format.matchAll(/"[^"]*"|\\.|\[[^[\]]*\]|./gs)) {
    if (part === ';') sections.push('');
    else sections.push(`${sections.pop()}${part}`);
  }
  return sections;
}
