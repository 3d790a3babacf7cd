import { anyOf, wordsIn } from './any-of.js';
import { BEFORE_EVENT } from './events.js';
import { COUNT, DIGIT, HAN_DIGIT, numeralValue, ONE_TO_NINE } from './numerals.js';

// Years, months and days, in digits of either width and in Chinese numerals: 2026年6月30日, 二〇二六年六月三十日.

/** 2026 or 二〇二六, without 年. */
export const YEAR = `(?:${DIGIT}{4}|${HAN_DIGIT}{4})`;
/** 6 or 十二, without 月. */
export const MONTH = `(?:${DIGIT}{1,2}|十[一二]?|[${ONE_TO_NINE}]|(?<![百千万亿\\d])元)`;
/** 30 or 三十一, without 日. */
export const DAY = `(?:${DIGIT}{1,2}|[二三]?十[${ONE_TO_NINE}]?|[${ONE_TO_NINE}])`;
/** A day of the calendar in words: 2026年6月30日. */
export const DATE = `${YEAR}年${MONTH}月${DAY}日`;
/** What parts the ends of a span of time: 5月1日至9月30日. */
export const DASH = '(?:至|到|[-—–~―]+)';

/** Which year words mean, counted from the one that a notice plans for, or from the one in which it is written. */
export const YEAR_WORDS: Readonly<
  Record<string, { readonly from: 'plan' | 'issue'; readonly years: number }>
> = {
  ...{
    今年: { from: 'issue', years: 0 },
    本年: { from: 'issue', years: 0 },
    当年: { from: 'plan', years: 0 },
  },
  ...{ 明年: { from: 'issue', years: 1 }, 次年: { from: 'plan', years: 1 } },
  ...{ 后年: { from: 'issue', years: 2 }, 翌年: { from: 'plan', years: 1 } },
};

/** The last day of a part of a month, 上旬 or 初; of any other it is the month's last. */
export const THIRDS: Readonly<Record<string, string>> = {
  ...{ 初: '10', 上旬: '10' },
  ...{ 中: '20', 中旬: '20', 上中旬: '20' },
  ...{ 下旬: '', 中下旬: '', 底: '', 末: '' },
};

/** 一 of 第一季度; its last month is three times as much. */
export const QUARTER = '[一二三四1-4１-４]';
/** 上 of 上半年, and the last month of each half. */
export const HALVES: Readonly<Record<string, number>> = { 上: 6, 下: 12 };
export const HALF = anyOf(Object.keys(HALVES));

/** By then: 6月底前, 6月30日止. */
export const BEFORE = anyOf(wordsIn('前(?!后) 之前 以前 底前 止 为止'));

/** 三 of 三年; 2019年内 is no span, and 一季度内 and 3月内 are a quarter and a month by their names. */
const HOW_MANY = `(?!${QUARTER}季度|(?:\\d|1[0-2])月)(?:(?<!\\d)\\d{1,3}(?!\\d)|[${ONE_TO_NINE}两十]{1,4}|半)`;
/** How long: 三年, 15日, 10个工作日. */
export const LASTS = `${HOW_MANY}个?(?:工作日|月|年|周|天|日|小时|季度)`;
const COUNTED = `(?<count>${HOW_MANY})个?`;
/** How long it is from a day on, with what `dayAfter` asks for. */
export const LASTS_DAYS = `${COUNTED}(?<lasting>工作日|月|年|周|天|日|季度)`;
/** How long, where whole duties take that long and no single errand does: 三年, 半年, 1个月. */
export const LASTS_LONG = `${COUNTED}(?<lasting>月|年|周|季度)`;
const PAPER = '(?:通知|通告|公告|方案|(?:实施)?意见|文件|办法|规定|细则|决定|规划)';
/** Where the words for the notice itself begin: 成绩公布, 政策文件印发 are of something else. */
const ITSELF = '(?:[自从在于]|(?=[本该])|(?<=^|[^一-龥]|[应须要将请为]))';
/** 本办法施行: of the notice itself; 项目实施 is of something else. */
const ISSUED = `(?:${ITSELF}(?:本|该)?${PAPER}?(?:印发|发文|下发|发布|公布|通告|公告)|(?:自|从|在)?本${PAPER}(?:施行|实施|执行|出台))`;
/** The day of issue: 自本通知印发之日. */
export const FROM_ISSUE_DAY = `${ISSUED}之日`;
/** From when a span of time runs: 自本通知印发之日起, 收到通知后; what else is received is no notice. */
export const FROM_ISSUE = `(?:${ISSUED}|(?<received>(?:自|从|在)?(?:收到|接到)(?:本|该)?(?:通知|方案|文件|意见|任务|交办单|函件?)?))(?:之日)?(?:起|后)`;
/** The first year of a five-year plan: 十五五 begins with 2026. */
export const FIVE_YEAR_PLANS: Readonly<Record<string, number>> = {
  ...{ 十一五: 2006, 十二五: 2011, 十三五: 2016, 十四五: 2021, 十五五: 2026, 十六五: 2031 },
};

/** A season of the year by its name; 春季 is also what something is called: 春季学期. */
export const SEASON = '(?:冬春|秋冬|[春夏秋冬])(?:两?季|天)';

/** Seasons and the like, which say no more than when in the year. */
export const SEASONS = anyOf(wordsIn('汛前 汛期 节前 冬春 春季 秋季 开学前 年初 年底'));

/** Without an end. */
export const LASTING = wordsIn('长期 持续 常年');
/** As soon as it comes: 即接即办, 随报随办. */
export const AT_ONCE = '(?:(?:即[一-龥]即|随[一-龥]随)[一-龥]|边[查检排]边[改整]|接[诉单报件]即[办处])(?!”)';
export const ONGOING = anyOf([
  ...LASTING,
  AT_ONCE,
  ...wordsIn('常态 常态化 始终 立即整改 立行立改 即接即办 即知即改 即查即改 随接随办 即办'),
]);
/** Before what is done again and again: 按月, 逐月. */
export const BY_PERIOD = `[按逐](?<by>${anyOf(wordsIn('日 天 周 旬 月(?!龄) 季 季度 半年 年 年度'))})`;
/** 月 of 月调度. */
export const SHORT_PERIOD = '(?:半年|[日周旬月季年])';
const PERIODS = anyOf(wordsIn('半年 半月 年 年度 学年 学期 季度 季 个月 月 周 星期 旬 日 天 晚 班 小时'));
/** How long a span is, after 每: 每季度, 每两年, 每3个月. */
export const PERIOD = `(?:${COUNT}个?)?${PERIODS}`;

/** The days of a week behind 周 and 星期, from Monday. */
export const WEEKDAYS = '一二三四五六日';

/** What heads a column of times, or stands before one with a colon: 完成时限：. */
export const TIME_NAMES = wordsIn('时限 时间 期限');
/** 节点：, 什么时候干完： likewise. */
const TIME_ASKED = anyOf(wordsIn('节点 进度要求 什么时候(?:干完|办完|完成|办好|做完) 何时(?:完成|办结)'));
const TIMED = wordsIn('完成 办结 办理 整改 落实 实施 推进');
/** 活动时间：4月12日上午, 时间：3月6日: when it takes place, and not by when it is done. */
const HELD_AT = `(?:举办|举行|活动)时间(?!\\s*[：:][^，。；\\n]{0,16}(?:前|底|完成))|时间(?=\\s*[：:][^，。；\\n前底]{0,12}(?:\\d[日号]|正月|腊月)[^，。；\\n前底]{0,16}(?:$|[，。；\\n]))`;
/** 完成时限, 整改期限, in full. */
export const TIMED_NAMES = TIMED.flatMap((what) => TIME_NAMES.map((name) => what + name));
export const TIME_LABEL = `(?:(?!${HELD_AT})(?:举办|举行|活动|${anyOf(TIMED)})?${anyOf(TIME_NAMES)}(?:节点|要求)?|[一-龥]{2}时限|${anyOf(wordsIn('交付 完成 办结 销号 竣工 完工 交工 达标'))}(?:日期|时间|期限)|${TIME_ASKED})`;
/** What `TIME_LABEL` cannot be without; it is large. */
export const MAY_LABEL_TIME = '[时期节进]';

/** What the words for a time begin with, where nothing else is said: 2026年…, 第三季度…, 6月…, 汛前, 长期. */
export const TIME = `(?:${YEAR}年|${MONTH}${DASH}${MONTH}月|全年|第?${QUARTER}季度|${MONTH}月|${HALF}半年|年底|年内|${BEFORE_EVENT}|${ONGOING})`;

/** 八月湖街道办 begins with no month. */
export const NO_PLACE_OF_A_MONTH =
  '(?![一二三四五六七八九十]{1,2}月[一-龥]{1,3}(?:街道|街道办|街道办事处|镇|乡|村|社区)(?:[；，。、]|$))';

/** What else says by when inside a clause, where another column would hold it: 每年8月举办, 按季度推进, 已完成. */
export const TIME_IN_CLAUSE = `(?:${TIME}|${[
  `每${PERIOD}`,
  '[按逐](?:日|天|周|旬|月|季度?|半年|年度?)',
  `${LASTS}(?:内|左右|时间)`,
  '[一二两三四\\d]个?(?:周|星期)之?内',
  '“?十[一二三四五]五”?(?:期间|时期|末)',
  '(?:自|从)?(?:本)?(?:通知|方案|文件|意见|办法)?(?:印发|发文)之日',
  ...wordsIn(
    '今年 明年 本年 当年 年度 前三季度 近期 即日 立即 适时 已完成 已经完成 尽快 尽早 限期 按时 按期 如期 并长期 并持续',
  ),
  '按(?:照)?(?:时间|既定|规定|序时|计划)[一-龥]{0,4}(?:节点|时间|时限|进度)',
  '[一-龥]{2,4}期间(?=$|[，；、。）])',
  '贯穿(?:全年|始终|全程)',
  '分(?:年度|阶段|步|批)',
].join('|')})`;

/** A character of each of these times: what `TIME_IN_CLAUSE` cannot be without; it is large, and names of units have none. */
export const MAY_SAY_WHEN = '[年月季期日每按逐内左时立已尽贯分持常始即随边接前天末]';

/**
 * A day of the calendar.
 *
 * @param month 1 to 12
 * @param day the month's last where none is named
 * @returns the day as ISO 8601, or `undefined` where there is no such day, or none that a notice could mean
 */
export function dayOf(year: number, month: number, day?: number): string | undefined {
  // Date.toISOString costs more, once, than reading a table of the notice.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const date = day ?? last;
  const isDay = year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= last;
  return isDay ? [year, month, date].map((part) => String(part).padStart(2, '0')).join('-') : undefined;
}

/** The days of what lasts a number of days, and the months of what lasts longer. */
const DAYS: Readonly<Record<string, number>> = { 天: 1, 日: 1, 周: 7 };
const MONTHS: Readonly<Record<string, number>> = { 月: 1, 季度: 3, 年: 12 };
const SATURDAY = 6;

/**
 * The day up to which something lasts that begins on a day: 三年, 30日, 10个工作日, 半年.
 *
 * @param from the first day, as ISO 8601
 * @param count how many, 半 for a half
 * @param lasting what is counted; of 工作日, Saturdays and Sundays are none, and holidays are not known
 */
export function dayAfter(from: string, count: string, lasting: string): string | undefined {
  const half = count === '半';
  const number = half ? 0.5 : numeralValue(count);
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const inDays = (days: number) => new Date(Date.UTC(year, month - 1, day + days));
  const isoOf = (date: Date) => dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (lasting === '工作日') {
    // No notice gives more working days than there are in some years; it bounds the loop.
    if (number > 1000) return undefined;
    let days = 0;
    for (let left = number; left > 0; ) if (inDays(++days).getUTCDay() % SATURDAY !== 0) left--;
    return isoOf(inDays(days));
  }
  const days = DAYS[lasting] ?? (half && lasting === '月' ? 15 / number : undefined);
  if (days !== undefined) return isoOf(inDays(Math.ceil(number * days)));
  const months = month - 1 + number * (MONTHS[lasting] ?? 0);
  const last = dayOf(year + Math.floor(months / 12), (months % 12) + 1);
  return last && `${last.slice(0, 8)}${String(Math.min(day, Number(last.slice(8)))).padStart(2, '0')}`;
}

/** How many days there are from one day to another, both as ISO 8601. */
export function daysFrom(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / (24 * 60 * 60 * 1000);
}

/**
 * The day that comes so long before another: a year, half a year, three months.
 *
 * @param lasting a month or what has some; the last day of a month goes to the last of another
 */
export function dayBefore(day: string, count: string, lasting: string): string | undefined {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const less = (count === '半' ? 0.5 : numeralValue(count)) * (MONTHS[lasting] ?? Number.NaN);
  const months = year * 12 + month - 1 - less;
  const last = dayOf(Math.floor(months / 12), (months % 12) + 1);
  if (last === undefined || day === dayOf(year, month)) return last;
  return `${last.slice(0, 8)}${String(Math.min(date, Number(last.slice(8)))).padStart(2, '0')}`;
}

const WHOLE = new RegExp(`^(${YEAR})[-/.年](${MONTH})[-/.月](${DAY})日?$`);

/** 2026年6月底, 2026年6月上旬, 2026年底, and 前 behind it. */
const PART_OF_YEAR = new RegExp(`^(${YEAR})年(?:(${MONTH})月(${anyOf(Object.keys(THIRDS))})|[底末])$`);
const BY_THEN = /(?:[之以]?前|为?止)$/;

/**
 * The last day that a text means which is no single day: 2026年6月底, 2026年6月30日前, 2026年底; nothing where it says no
 * more than a month or a year.
 */
export function lastDayIn(text: string): string | undefined {
  const bare = text.normalize('NFKC').replace(/\s/g, '').replace(BY_THEN, '');
  const [found, year = '', month = '12', third = ''] = PART_OF_YEAR.exec(bare) ?? [];
  if (found === undefined) return isoDay(bare);
  const day = Number(THIRDS[third] ?? '');
  return dayOf(numeralValue(year), numeralValue(month), day === 0 ? undefined : day);
}

/** The day that a text is, as ISO 8601: 2026年3月12日, 二〇二六年三月十二日, 2026-3-12; nothing where it is none. */
export function isoDay(text: string): string | undefined {
  const found = WHOLE.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!found) return undefined;
  const [, year = '', month = '', day = ''] = found;
  return dayOf(numeralValue(year), numeralValue(month), numeralValue(day));
}
