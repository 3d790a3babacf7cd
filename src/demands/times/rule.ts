import type { Deadline } from '../../model/demands.js';
import { anyOf } from '../../words/any-of.js';
import { BEFORE, dayOf, YEAR, YEAR_WORDS } from '../../words/calendar.js';
import { DIGIT, numeralValue, ONE_TO_NINE } from '../../words/numerals.js';

/** What a time says besides its words: its days, or when it comes again. */
export interface Dated
  extends Partial<Omit<Extract<Deadline, { kind: 'recurring' }>, 'text' | 'at' | 'kind'>> {
  readonly from?: string | undefined;
  readonly by?: string | undefined;
  /** No day is printed; it follows from the day of issue, or from words such as 上旬. */
  readonly reckoned?: boolean;
}

export type TimeGroups = Readonly<Record<string, string | undefined>>;

/** What the days of a time are reckoned with. */
export interface Reckoning {
  /** The year that the time names, else the one that the notice plans for. */
  readonly year: number;
  /** The day of issue, as ISO 8601. */
  readonly issued: string | undefined;
  /** The days, as 05-01, on which seasons begin in the district. */
  readonly seasons: Readonly<Record<string, string>>;
}

/** One way in which notices say by when. */
export interface TimeRule {
  readonly kind: Deadline['kind'];
  readonly pattern: RegExp;
  /** What a text must hold for the rule to find anything; it saves the time of trying. */
  readonly has?: string | readonly string[] | RegExp;
  /** It names a month by its number, and finds nothing in a text that names none. */
  readonly month?: true;
  /** Reads what the words say. */
  readonly dates?: (groups: TimeGroups, reckoning: Reckoning) => Dated;
  /** Counts only where it is all that is said of the time: in a column of deadlines, at a clause's end. */
  readonly alone?: true;
  /** The pattern itself says that it is a deadline. */
  readonly sure?: true;
  /** It names no year, and needs none. */
  readonly yearless?: true;
  /** Counts only for a later year than the one that the notice plans for. */
  readonly later?: true;
}

/** A month by its number: 6月, 二月 of 十二月. */
export const A_MONTH = new RegExp(`(?:${DIGIT}|[十元${ONE_TO_NINE}])月`);

/** A day as the text prints it; the month's last where none is named. */
export function dateOf(year: number, month = '', day?: string): string | undefined {
  return dayOf(year, numeralValue(month), day === undefined ? undefined : numeralValue(day));
}

/**
 * A span whose last day may name no year: 11月15日至3月15日 ends in the next one.
 *
 * @param last its last day in a year
 * @param year the year in which it begins
 * @param named the year in which it ends, where one is named
 */
export function spanOf(
  from: string | undefined,
  last: (year: number) => string | undefined,
  year: number,
  named: number | undefined,
): Dated {
  const by = last(named ?? year);
  return { from, by: named === undefined && from && by && by < from ? last(year + 1) : by };
}

export const SAID_YEAR = anyOf(Object.keys(YEAR_WORDS));
/** 2026年 or 明年 before a month; `deadlines.ts` reads which year it is. */
export const OF_YEAR = `(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))?`;
/** 17时, 下午下班. */
export const HOUR = `(?:上午|下午|中午|晚上?)?(?:(?:\\d{1,2}|[零十${ONE_TO_NINE}]{1,3})[时点:：](?:\\d{1,2}分?|整)?|下班|(?<=[上下中]午)(?=${BEFORE}))`;

/** The first day of a part of a month. */
export const FIRST_DAYS: Readonly<Record<string, string>> = {
  ...{ 初: '1', 上旬: '1', 中: '11', 中旬: '11', 上中旬: '1', 中下旬: '11', 下旬: '21', 底: '21', 末: '21' },
};
