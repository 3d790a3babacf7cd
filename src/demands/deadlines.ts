import type { Deadline } from '../model/demands.js';
import type { Place } from '../model/place.js';
import type { Found } from './indicators.js';
import { fill, HIDDEN, type Stretch } from './mask.js';

interface Dated {
  readonly from?: string | undefined;
  readonly by?: string | undefined;
}

interface Rule {
  readonly kind: Deadline['kind'];
  readonly pattern: RegExp;
  /** The dates that it says; `year` is the one it names, else the one that the notice plans for. */
  readonly dates?: (groups: Readonly<Record<string, string | undefined>>, year: number) => Dated;
  /** Counts only where it is all that is said of the time: in a column of deadlines, at a clause's end. */
  readonly alone?: true;
}

const YEAR = '(?:(?<year>\\d{4})年|今年|本年|当年|明年)?';
const BEFORE = '(?:之?前|以前|底前|为止|止)';
const DONE = '(?:(?:全面|基本|全部)?(?:完成|办结|建成|到位)(?=[，。；）\\s]|$))?';
const DASH = '(?:至|到|[-—–~―]+)';

/** Tried in this order; what an earlier one has read is not read again. */
const RULES: readonly Rule[] = [
  {
    kind: 'during',
    pattern: new RegExp(
      `${YEAR}(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?${DASH}(?:(?<year2>\\d{4})年)?(?<month2>\\d{1,2})月(?:(?<day2>\\d{1,2})日|底|末)?`,
      'g',
    ),
    dates: ({ month, day, year2, month2, day2 }, year) => ({
      from: dateOf(year, month, day ?? '1'),
      by: dateOf(year2 === undefined ? year : Number(year2), month2, day2),
    }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`${YEAR}(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?:${BEFORE}${DONE})?`, 'g'),
    dates: ({ month, day }, year) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(
      `${YEAR}(?<month>\\d{1,2})月份?(?<third>上旬|中旬|下旬|初|中|底|末)?(?:(?<open>${BEFORE})${DONE}|(?<=底|末|旬)${DONE})?(?!\\d)`,
      'g',
    ),
    // 6月前 may mean before it begins, or before it ends.
    dates: ({ month, third, open }, year) =>
      open === undefined || third !== undefined ? { by: dateOf(year, month, THIRDS[third ?? '']) } : {},
  },
  {
    kind: 'by',
    pattern: new RegExp(`${YEAR}第?(?<quarter>[一二三四1-4])季度(?:末|底)?(?:${BEFORE}|内)?${DONE}`, 'g'),
    dates: ({ quarter = '' }, year) => ({ by: dateOf(year, String(QUARTERS[quarter] ?? 12)) }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`${YEAR}(?<half>[上下])半年(?:末|底)?(?:${BEFORE}|内)?${DONE}`, 'g'),
    dates: ({ half }, year) => ({ by: dateOf(year, half === '上' ? '6' : '12') }),
  },
  {
    kind: 'by',
    pattern: new RegExp(`(?:到|至)(?<year>\\d{4})年底?(?:${BEFORE})?(?!度)`, 'g'),
    dates: (_, year) => ({ by: dateOf(year, '12') }),
  },
  {
    kind: 'by',
    pattern: new RegExp(
      `(?:(?<year>\\d{4})年|今年|本年|当年|(?<!\\d)年)(?:底|末|内)(?:${BEFORE})?${DONE}|(?<before>\\d{4})年${BEFORE}${DONE}`,
      'g',
    ),
    dates: ({ before }, year) => ({ by: dateOf(before === undefined ? year : Number(before), '12') }),
  },
  {
    kind: 'event',
    pattern: /(?:主?汛期?|入汛|春节|国庆节?|元旦|中秋节?|两节|冬季|供暖|开学|春耕)(?:来临|到来)?之?前/g,
  },
  {
    kind: 'by',
    pattern: /(?<year>\d{4})[-./](?<month>\d{1,2})(?:[-./](?<day>\d{1,2}))?(?!\d)/g,
    dates: ({ month, day }, year) => ({ by: dateOf(year, month, day) }),
    alone: true,
  },
  { kind: 'recurring', pattern: /每(?:半年|年|学期|季度?|月|周|旬|日|天)(?:度|底|末|初)?/g, alone: true },
  {
    kind: 'ongoing',
    pattern: /(?:长期|持续|常年)(?:坚持|推进|推动|深化|做好|开展|抓好|加强|强化|落实|实施|保持|整治)/g,
  },
  {
    kind: 'ongoing',
    pattern: /长期|持续|常态化?|全年|常年|始终/g,
    alone: true,
  },
];

/** Whether a text can say a time at all. */
const ANY_TIME = /[月年季汛每]|\d{4}[-./]|前|长期|持续|常态|始终/;

/** The last day of a part of a month; without one, the month's. */
const THIRDS: Readonly<Record<string, string>> = { 初: '10', 上旬: '10', 中: '20', 中旬: '20' };
const QUARTERS: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, 1: 3, 2: 6, 3: 9, 4: 12 };

/**
 * Reads when something is to be done, in the text's order.
 *
 * @param read stretches in which frequencies were read: 每年汛前至少培训1次 is no deadline
 * @param year the year that the notice plans for, for dates without one; without it they have none
 * @param column whether the text is a column's cell that says nothing but the time
 */
export function deadlinesIn(
  text: string,
  plain: string,
  { read, year, column }: { read: readonly Stretch[]; year: number | null; column: boolean },
): Found<Deadline>[] {
  const found: Found<Deadline>[] = [];
  if (!ANY_TIME.test(plain)) return found;
  let rest = fill(plain, read, HIDDEN);
  for (const { kind, pattern, dates, alone } of RULES) {
    const earlier = found.length;
    for (const { 0: whole, index: start, groups = {} } of rest.matchAll(pattern)) {
      const end = start + whole.length;
      if (!column && (alone || !isDeadline(plain[start - 1], whole))) continue;
      const { year: printed } = groups;
      const named = printed === undefined ? year : Number(printed);
      const said = dates && named !== null ? dates(groups, named) : {};
      found.push({ text: text.slice(start, end), ...timeOf(kind, said), start, end });
    }
    rest = fill(rest, found.slice(earlier), HIDDEN);
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Adds to the deadlines of a duty the last day of the year that the notice plans for, flagged as
 * inferred, where none says by when. 持续推进 inside a goal does not: it is of its sentence alone.
 *
 * @param at the place of the duty
 */
export function withYearEnd(deadlines: readonly Deadline[], year: number | null, at: Place): Deadline[] {
  if (year === null || deadlines.some(({ kind }) => kind !== 'ongoing')) return [...deadlines];
  return [...deadlines, { text: '', kind: 'by', by: `${year}-12-31`, inferred: true, at }];
}

/** In running text a date is a deadline where words say so: 较2023年, 2026年度 and 6月安全生产月 are none. */
function isDeadline(before: string | undefined, whole: string): boolean {
  if (before !== undefined && '较比自从'.includes(before)) return false;
  return /[前止内底末成]|[至到—–~―-]|季度|半年|持续|长期|常年|旬/.test(whole);
}

type Timed<T> = T extends unknown ? Omit<T, 'at' | 'text'> : never;

/** A kind of time with the days that it has. */
function timeOf(kind: Deadline['kind'], { from, by }: Dated): Timed<Deadline> {
  const last = by !== undefined && { by };
  if (kind === 'during') return { kind, ...(from !== undefined && { from }), ...last };
  return kind === 'by' ? { kind, ...last } : { kind };
}

/** A day of the calendar as ISO 8601; the month's last where none is named; nothing where there is no such day. */
function dateOf(year: number, month = '12', day?: string): string | undefined {
  const last = new Date(Date.UTC(year, Number(month), 0)).getUTCDate();
  const date = day === undefined ? last : Number(day);
  if (year < 1900 || Number(month) < 1 || Number(month) > 12 || date < 1 || date > last) return undefined;
  return [year, month, date].map((part) => String(part).padStart(2, '0')).join('-');
}
