// What the times of one text say of each other: a year said once, one time by its name and by its days, days before another.
import { daysOf } from '../model/deadlines.js';
import type { Deadline } from '../model/demands.js';
import { anyOf } from '../words/any-of.js';
import {
  DAY,
  dayBefore,
  HALF,
  LASTS,
  LASTS_LONG,
  MONTH,
  QUARTER,
  YEAR,
  YEAR_WORDS,
} from '../words/calendar.js';
import { numeralValue } from '../words/numerals.js';
import { SENTENCE_STOPS } from '../words/punctuation.js';
import { DONE } from '../words/verbs.js';
import type { Found } from './indicators.js';

/**
 * The times of one text in its order, as they say more together.
 *
 * @param year the year that the notice plans for
 */
export function deadlinesTogether(
  found: readonly Found<Deadline>[],
  plain: string,
  year: number | null,
): Found<Deadline>[] {
  const all = withoutNames(
    found.toSorted((a, b) => a.start - b.start),
    plain,
  );
  return withEarlier(withOthersOfEach(withSaidYear(all, plain, year), plain), plain);
}

const NAMES_YEAR = new RegExp(`${YEAR}年|${anyOf(Object.keys(YEAR_WORDS))}`);
const NEXT_MONTH = new RegExp(`^(?:、${MONTH}月)*、$`);
/** 次年1月15日 behind 每年12月31日前: of each, too. */
const MONTH_DAY = new RegExp(`^(?:[次翌]年)?(?<month>${MONTH})月(?:${DAY}日|[上中下]旬|[初底末])`);
const YEARS_END = /^年(?:底|末|内)/;
/** 12月, 四季度, 下半年, and what they begin: a part of a year that has been said. */
const OF_YEAR_SAID = new RegExp(`^[从自]?(?:${MONTH}月|第?${QUARTER}季度|${HALF}半年)`);
const SENTENCE_END = new RegExp(`[${SENTENCE_STOPS}]`);

/**
 * 到2025年6月、9月、12月底, 2027年6月底前…，12月底前…: the year that the first names is that of all; where
 * a sentence has ended between them, that is no more than likely.
 */
function withSaidYear(
  found: readonly Found<Deadline>[],
  plain: string,
  year: number | null,
): Found<Deadline>[] {
  const dated: Found<Deadline>[] = [];
  /** Those whose year another has said. */
  const told = new Set<Found<Deadline>>();
  for (const each of found) {
    const last = dated.at(-1);
    dated.push(each);
    if (last === undefined || NAMES_YEAR.test(each.text)) continue;
    if ((each.kind !== 'by' && each.kind !== 'during') || each.by === undefined) continue;
    if (!('by' in last) || last.by === undefined) continue;
    // 3月31日前 of a plan that runs on: reckoned, and said of no other.
    if (!told.has(last) && !NAMES_YEAR.test(last.text)) continue;
    // 自11月15日起至次年3月15日，…11月10日前: a span says the year of its own end.
    if (last.kind === 'during' && last.from !== undefined && Number(last.from.slice(0, 4)) === year) continue;
    const between = plain.slice(last.end, each.start);
    const own = last.by.slice(0, 4) + each.by.slice(4);
    const isLater = year !== null && Number(last.by.slice(0, 4)) > year && own > last.by;
    // 年底前 by itself may be that of the notice's own year.
    if (isLater && each.kind === 'by' && YEARS_END.test(each.text) && !SENTENCE_END.test(between))
      dated[dated.length - 1] = { ...each, reckoned: true };
    const isNext = NEXT_MONTH.test(between) || (isLater && OF_YEAR_SAID.test(each.text));
    if (own === each.by || !isNext) continue;
    const from = 'from' in each && each.from !== undefined ? yearsOn(each.from, own, each.by) : undefined;
    const next = {
      ...each,
      ...(from !== undefined && { from }),
      by: own,
      ...(SENTENCE_END.test(between) && { reckoned: true as const }),
    };
    dated[dated.length - 1] = next;
    told.add(next);
  }
  return dated;
}

/** A day so many years on as its last day has been put. */
function yearsOn(from: string, own: string, by: string): string {
  return String(Number(from.slice(0, 4)) + Number(own.slice(0, 4)) - Number(by.slice(0, 4))) + from.slice(4);
}

const JOINS = /^[、和及与]$/;
/** 一周内: so long from something on. */
const IN_SO_LONG = new RegExp(`^${LASTS}内$`);

/** 每年2月底前…，3月底前…, 每年汛前、汛后: the second comes again, too. */
function withOthersOfEach(found: readonly Found<Deadline>[], plain: string): Found<Deadline>[] {
  const all: Found<Deadline>[] = [];
  for (const each of found) {
    const last = all.at(-1);
    if (
      (each.kind === 'event' || each.kind === 'during') &&
      last?.kind === 'recurring' &&
      JOINS.test(plain.slice(last.end, each.start))
    ) {
      const text = last.text + plain.slice(last.end, each.start) + each.text;
      all[all.length - 1] = { ...last, text, end: each.end };
      continue;
    }
    // 每月…开展，一周内完成; 清单下发后5个工作日内…，一个月内…: from then on, and not from the day of issue.
    if (
      each.kind === 'by' &&
      each.reckoned &&
      (last?.kind === 'recurring' || (last?.kind === 'event' && last.text.endsWith('内'))) &&
      IN_SO_LONG.test(each.text) &&
      !SENTENCE_END.test(plain.slice(last.end, each.start))
    ) {
      all.push({ kind: 'event', text: each.text, start: each.start, end: each.end });
      continue;
    }
    const month = MONTH_DAY.exec(each.text)?.groups?.['month'];
    const isOfEach =
      month !== undefined &&
      each.kind === 'by' &&
      last?.kind === 'recurring' &&
      last.every === '年' &&
      last.months !== undefined &&
      !SENTENCE_END.test(plain.slice(last.end, each.start));
    const { start, end, text } = each;
    const monthDay = /[底末]/.test(text) ? -1 : Number(daysOf(each).by?.slice(8));
    all.push(
      isOfEach
        ? { kind: 'recurring', every: '年', months: [numeralValue(month)], monthDay, text, start, end }
        : each,
    );
  }
  return all;
}

/** 京津冀等区域提前一年完成: before the day that the sentence has said. */
const EARLIER = new RegExp(
  `提前${LASTS_LONG}(?:以上)?(?=(?:全面|基本|全部|率先)?(?:${DONE}|实现|达到|达标|建成))`,
  'g',
);

function withEarlier(found: readonly Found<Deadline>[], plain: string): Found<Deadline>[] {
  if (!plain.includes('提前')) return [...found];
  const earlier = Array.from(plain.matchAll(EARLIER)).flatMap(
    ({ 0: text, index: start, groups: { count = '', lasting = '' } = {} }): Found<Deadline>[] => {
      const said = found.findLast(({ end }) => end <= start);
      const { by } = said === undefined ? {} : daysOf(said);
      if (said === undefined || by === undefined || SENTENCE_END.test(plain.slice(said.end, start)))
        return [];
      const day = dayBefore(by, count, lasting);
      return day === undefined
        ? []
        : [{ text, kind: 'by', by: day, reckoned: true, start, end: start + text.length }];
    },
  );
  return [...found, ...earlier].sort((a, b) => a.start - b.start);
}

/** 今冬明春森林防火期自10月1日起至…. */
const TO_DAYS = /^(?:[^，。；、\n\d的]{2,8}[期季])?$/;
/** 上半年, 一季度. */
export const IS_PART_OF_YEAR = /(?:半年|季度)$/;
/** A name or days in a bracket behind the other. */
const ASIDE = /^[^，。；\n（）]{0,4}（$/;
/** 6月至9月的…活动期间. */
const OF_NAME = /^的[^，。；\n]{0,16}$/;

/** 春运期间（1月21日至3月1日）, 麦收前（5月30日至6月4日）, 4月1日至8日（清明前后）: one time, by its name and by its days. */
function withoutNames(found: readonly Found<Deadline>[], plain: string): Found<Deadline>[] {
  const isName = (each: Found<Deadline> | undefined) =>
    (each?.kind === 'during' || each?.kind === 'event') && Object.keys(daysOf(each)).length === 0;
  const isDays = (each: Found<Deadline> | undefined) => each?.kind === 'during' && !isName(each);
  return found.filter((each, i) => {
    const [before, next] = [found[i - 1], found[i + 1]];
    // 2019年至2021年，持续开展: over those years.
    if (each.kind === 'ongoing' && isDays(before) && /^，?$/.test(plain.slice(before?.end, each.start)))
      return false;
    // 上半年应征报名截止2月10日: the day, and not the end of the half-year.
    if (
      each.kind === 'by' &&
      next?.kind === 'by' &&
      IS_PART_OF_YEAR.test(each.text) &&
      /^[^，。；、\n]{0,12}$/.test(plain.slice(each.end, next.start)) &&
      (next.by ?? '') <= (each.by ?? '')
    )
      return false;
    if (!isName(each)) return true;
    // 采暖期自11月15日起至次年3月15日: its days, and no other time.
    const dated = isName(next) ? found[i + 2] : next;
    const toDays = dated && isDays(dated) ? plain.slice(each.end, dated.start) : undefined;
    const isNamed =
      dated &&
      toDays !== undefined &&
      (TO_DAYS.test(toDays) || (toDays === '（' && plain[dated.end] === '）'));
    const between = before && isDays(before) ? plain.slice(before.end, each.start) : '，';
    const isAside = ASIDE.test(between) && /^[^，。；\n（）]{0,6}）/.test(plain.slice(each.end));
    // 6月7日至8日高考期间: the name stands right behind its days.
    return !isNamed && !isAside && between !== '' && !OF_NAME.test(between);
  });
}
