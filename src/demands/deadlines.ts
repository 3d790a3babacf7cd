import type { Deadline } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import type { Place } from '../model/place.js';
import { anyOf } from '../words/any-of.js';
import { DASH, LASTING, ONGOING, YEAR } from '../words/calendar.js';
import { holds, matchesIn } from '../words/match.js';
import { numeralValue } from '../words/numerals.js';
import { SENTENCE_STOPS } from '../words/punctuation.js';
import { DONE } from '../words/verbs.js';
import { deadlinesTogether, IS_PART_OF_YEAR } from './deadlines-together.js';
import type { Found } from './indicators.js';
import { fill, HIDDEN } from './mask.js';
import { A_MONTH, type Dated, TIME_RULES } from './times/index.js';
import { isOfIssue, type NoticeDates, placed, sinceIssue, yearOf } from './years.js';

/** Whether a text can say a time at all. */
const ANY_TIME = new RegExp(
  `[月年季每周天前后内五假期起春节秋冬夏直]|立即|工作日|\\d{4}|\\d[-./]\\d|[Qq][1-4]|${ONGOING}`,
);

/** 2025年底前未完成整改的, 1995年以前建成的管道: what a thing is, not by when something is to be done. */
const OF_THINGS =
  /^(?:[仍尚]?未(?:完成|整改|销号|办结|建成|达标|通过|开工|投产|动工|开业|缴纳|履行|申[请报]|取得)|结转|已经?[^，。；\n]{2,4}|建成|投产|登记|成立|设立|取得)[^，。；\n]{0,8}的|^(?:有计划|拟|计划|预计|即将|准备)[^，。；\n]{0,8}的|^，?户籍[^，。；\n]{0,14}的|^经[^，。；\n]{2,12}(?:批准|登记|核准|备案|认定|成立|注册)[^，。；\n]{0,6}的|^[本我该全][^，。；\n]{1,10}数据/;

/** 闭会期间提出的建议, 春节期间发生的案件: when something came about, of which something is asked. */
const CAME_THEN = /^(?:提出|发生|签订|收到|受理|查处)的|^[^，。；\n\d]{0,6}(?:值班|排班|安排|统计)表/;

/** 须在7月31日前取得所需的毕业证: it has to be. */
const MUST = /(?:须|应当?|必须|要|务必)[在于]?$/;

/** 一季度受疫情影响, 上半年已完成: what was, and not by when something is to be done. */
const PAST = /^，?(?:以来|来，|(?:受|因)[^，。；\n]{1,12}影响|由于|已(?!建))/;
/** 上报上半年登记数据: of what time something is told. */
const OF_TELLING =
  /^[^，。；\n\d]{2,10}时间(?:[为是：]|定于)|^(?:(?!召开|举[办行]|组织|开展)[^，。；\n\d]){2,10}(?:分析|讲评|观摩|调度|推进|点评)会|^(?:(?!完成|开展|报送|上报|提交|填报)[^，。；\n\d]){1,10}(?:数据|报表|台账)/;
/** 一季度已完成, in a column of times. */
const DONE_ALREADY = /^已经?(?:完成|办结|建成)/;
/** 已于6月完成, likewise. */
const DONE_BEFORE = /已经?[于在]?$/;
/** 截至2019年底，累计建成186个, in a notice of 2020: how things stood. */
const AS_OF = /截[至止]?到?$/;
/** 6月中旬至7月上旬为梅雨季节: when a season is; 6月1日至9月30日为主汛期，各单位实行…: and what everybody does as long as it lasts. */
const IS_SEASON =
  /^[为是](?:[^，。；\n]{0,6}(?:季节|汛期|汛(?!期)|雨[季期]|枯水期|丰水期|高温期|封冻期|淡季|旺季|[多高]发[期季]|(?:重点|关键|敏感)(?:时段|时期|期))|[春夏秋冬]季(?=[，。；]|$)|一个[^，。；\n]{0,4}年度)(?!，(?:期间)?(?:[^，。；\n]{2,8}(?:必须|一律|严禁|不得)|各|所有|全体|一律|实行|要|应(?!急)|必?须))/;
/** 预计12月19日至31日持续晴好天气: what will be, and nobody does it. */
const FORECAST = /(?:预计|预测|预报)，?$/;
const WEATHER = /^[^，。；\n]{0,10}(?:天气|降[水雨雪温]|气温|高温|晴|阴雨|大风|寒潮|洪水|旱情)/;
/** 截至2025年底全县已建成: how things stood. */
const STOOD = /^[^，。；\n]{0,8}已/;
/** 原定2025年底前完工、延期至8月底的: the day that another takes the place of. */
const MOVED = '[^，。；\\n\\d]{0,8}(?:提前|延期|延长|延迟|延后|推迟|顺延|调整|改)[到至为]';
const FORMER = /原(?:定|计划|拟|要求|安排|约定|定于)(?:[^，。；\n]{0,8}?[于在到至])?$/;
const HAS_MOVED =
  /^[^。；\n]{0,40}?(?:(?:提前|延长|延迟|调整|改)[到至为]|(?:延期|延后|推迟|顺延|改期|取消|暂缓))/;
const MOVES = new RegExp(`^${MOVED}`);
/** 2025年12月31日前的工作成效, in a notice of 2026: of which time something is. */
const OF_NOUN = /^(?:[^，。；\n\d]{2,8})?的/;
const OPEN_END = /[前内底末止]/;
/** 每月末盘点一次: how often, and on which day of each. */
const DAY_OF_EACH = /^每(?:月|季度?|半年|年度?|学期|周|旬)[底末]/;

interface DeadlineContext {
  /** Stretches in which frequencies were read: 每年汛前至少培训1次 is no deadline. */
  readonly read: readonly (Stretch & { readonly text: string })[];
  readonly dates: NoticeDates;
  /** Whether the text is a column's cell that says nothing but the time. */
  readonly column: boolean;
}

/**
 * Reads when something is to be done, in the text's order.
 */
export function deadlinesIn(
  text: string,
  plain: string,
  { read, dates: noticed, column }: DeadlineContext,
): Found<Deadline>[] {
  const found: Found<Deadline>[] = [];
  /** What says no time of the duty; what is in it says none either. */
  const gone: Stretch[] = [];
  if (!ANY_TIME.test(plain)) return found;
  let rest = fill(
    plain,
    read.filter((each) => !DAY_OF_EACH.test(each.text)),
    HIDDEN,
  );
  const namesMonth = A_MONTH.test(plain);
  for (const { kind, pattern, has, month, dates, alone, sure, yearless, later } of TIME_RULES) {
    if ((alone && !column) || (month && !namesMonth) || (has !== undefined && !holds(plain, has))) continue;
    const earlier = found.length;
    for (const { 0: whole, index: start, groups = {} } of matchesIn(pattern, rest)) {
      const end = start + whole.length;
      if (!column && kind === 'during' && isInTitle(plain, start)) continue;
      if (!column && !(sure || isDeadline(plain.slice(Math.max(0, start - 14), start), whole, kind)))
        continue;
      if (
        !column &&
        (kind === 'by' || (kind === 'event' && whole.endsWith('内'))) &&
        !MUST.test(plain.slice(Math.max(0, start - 4), start)) &&
        OF_THINGS.test(plain.slice(end - (DONE_AT_END.exec(whole)?.[0].length ?? 0), end + 24))
      )
        continue;
      if (column && kind === 'by' && DONE_BEFORE.test(plain.slice(0, start))) continue;
      const past = column ? DONE_ALREADY : PAST;
      if (kind === 'by' && !OPEN_END.test(whole) && past.test(plain.slice(end, end + 18))) continue;
      if (kind === 'by' && IS_PART_OF_YEAR.test(whole) && OF_TELLING.test(plain.slice(end, end + 18)))
        continue;
      const named = yearOf(groups, noticed);
      if (later && (named === null || noticed.year === null || named <= noticed.year)) continue;
      const reckoning = {
        year: named ?? 0,
        issued: noticed.issued ?? undefined,
        seasons: noticed.seasons ?? {},
      };
      const inYearSaid =
        (groups['month'] ?? groups['half'] ?? groups['quarter']) !== undefined &&
        groups['year'] === undefined &&
        groups['said'] === undefined
          ? yearSaidIn(plain.slice(Math.max(0, start - LONGEST), start))
          : undefined;
      const plainly =
        dates === undefined || (!yearless && named === null)
          ? sinceIssue(dates, groups, reckoning)
          : yearless || groups['year'] !== undefined || groups['said'] !== undefined
            ? dates(groups, reckoning)
            : placed(dates(groups, reckoning), (year) => dates(groups, { ...reckoning, year }), {
                ...noticed,
                isDue: (by) => isDue(whole, by, noticed.issued),
                isSpan: kind === 'during',
                isMonth: groups['month'] !== undefined,
                isDay: groups['day'] !== undefined,
              });
      // 2014年8月底前竣工，9月1日投入使用, in a notice of 2013: of the year that was named before, and likely no other.
      const isOfSaid =
        !yearless &&
        inYearSaid !== undefined &&
        noticed.year !== null &&
        inYearSaid > noticed.year &&
        isOver(plainly.by, noticed.issued);
      const said =
        isOfSaid && dates
          ? { ...dates(groups, { ...reckoning, year: inYearSaid }), reckoned: true }
          : plainly;
      // 2015年上半年，完成…, in a notice of that autumn: what has been done.
      if (
        !column &&
        isOver(said.by, noticed.issued) &&
        (kind === 'during' ||
          AS_OF.test(plain.slice(Math.max(0, start - 3), start)) ||
          !isDue(whole, said.by, noticed.issued))
      ) {
        gone.push({ start, end });
        continue;
      }
      if (
        !column &&
        kind === 'by' &&
        (isMoved(plain, start, end) || (isOver(said.by, noticed.issued) && OF_NOUN.test(plain.slice(end))))
      ) {
        gone.push({ start, end });
        continue;
      }
      if (
        kind === 'during' &&
        (IS_SEASON.test(plain.slice(end, end + 20)) ||
          CAME_THEN.test(plain.slice(end, end + 12)) ||
          (FORECAST.test(plain.slice(Math.max(0, start - 4), start)) &&
            WEATHER.test(plain.slice(end, end + 16))))
      ) {
        gone.push({ start, end });
        continue;
      }
      found.push({
        text: text.slice(start, end),
        ...timeOf(kind, isOfIssue(groups, noticed) ? { ...said, reckoned: true } : said),
        start,
        end,
      });
    }
    rest = fill(rest, [...found.slice(earlier), ...gone.splice(0)], HIDDEN);
  }
  return deadlinesTogether(found, plain, noticed.year);
}

/**
 * Adds to the deadlines of a duty the last day of the year that the notice plans for, flagged as
 * inferred, where none says by when. 持续推进 inside a goal does not: it is of its sentence alone.
 *
 * @param at the place of the duty
 */
export function withYearEnd(
  deadlines: readonly Deadline[],
  { year, issued }: NoticeDates,
  at: Place,
): Deadline[] {
  if (year === null || deadlines.some(({ kind }) => kind !== 'ongoing')) return [...deadlines];
  const by = `${year}-12-31`;
  // 2025年度考核 of a notice that is dated in 2026: nobody is asked for what is over.
  return isOver(by, issued)
    ? [...deadlines]
    : [...deadlines, { text: '', kind: 'by', by, inferred: true, at }];
}

/** How far back a year is looked for. */
const LONGEST = 120;
const YEAR_NAMED = new RegExp(`(?<!\\d)(?<year>${YEAR})年`, 'g');
const STOP = new RegExp(`[${SENTENCE_STOPS}]`);

/** The year that a sentence has named last. */
function yearSaidIn(before: string): number | undefined {
  const sentence = before.split(STOP).at(-1) ?? '';
  const year = Array.from(sentence.matchAll(YEAR_NAMED)).at(-1)?.groups?.['year'];
  return year === undefined ? undefined : numeralValue(year);
}

/** Words by which something is due, even where the day has gone by. */
const DUE = /前(?![二两三23]个?季度)|[止内]|完成|晚于|迟于/;
/** 2020年末: of the years before the last one it tells what was. */
const AT_END = /[底末]/;

function isDue(words: string, by = '', issued: string | null | undefined = ''): boolean {
  return DUE.test(words) || (AT_END.test(words) && Number(by.slice(0, 4)) + 1 >= Number(issued?.slice(0, 4)));
}

/** 《三年行动计划（2024—2026年）》: the name of a plan, and no time of the duty. */
function isInTitle(plain: string, at: number): boolean {
  const before = plain.slice(Math.max(0, at - LONGEST), at);
  return before.lastIndexOf('《') > before.lastIndexOf('》');
}

function isMoved(plain: string, start: number, end: number): boolean {
  const [before, behind] = [plain.slice(Math.max(0, start - 14), start), plain.slice(end, end + 48)];
  if (AS_OF.test(before) && STOOD.test(behind)) return true;
  return FORMER.test(before) ? HAS_MOVED.test(behind) : /[由从]$/.test(before) && MOVES.test(behind);
}

function isOver(by: string | undefined, issued: string | null | undefined): boolean {
  return by !== undefined && typeof issued === 'string' && by < issued;
}

const DONE_AT_END = new RegExp(`(?:全面|基本|全部)?${DONE}$`);
const SAYS_BY_WHEN = new RegExp(`[前止内底末成旬后]|${DASH}|季度|半年|年中|晚于|迟于|延|${anyOf(LASTING)}`);

/** In running text a date is a deadline where words say so: 较2023年, 2026年度 and 6月安全生产月 are none. */
function isDeadline(before: string, whole: string, kind: Deadline['kind']): boolean {
  // 年初部署、年中督查、年末考核: the whole year.
  if (
    /[较比]$|截至$|(?:资料|数据|时点|报告期|统计期|评价期|考核期|核算期|基期)[为是：]$|(?:施行|实施|执行|生效)，有效期[到至]$|规划期限?[为是：]?(?:\d{4}年?)?$|[近远]期[至到]?$|[距离]$|年中[^，。]{1,4}、$|(?<!面)对$/.test(
      before,
    )
  )
    return false;
  if (kind === 'during' || kind === 'recurring') return true;
  return !/[自从]$/.test(before) && SAYS_BY_WHEN.test(whole);
}

type TimeRead<T> = T extends unknown ? Omit<T, 'at' | 'text'> : never;

/** A kind of time with the days that it has. */
function timeOf(kind: Deadline['kind'], { from, by, reckoned, ...recurrence }: Dated): TimeRead<Deadline> {
  const last = {
    ...(by !== undefined && { by }),
    ...(reckoned && (by ?? from) !== undefined && { reckoned }),
  };
  if (kind === 'during') return { kind, ...(from !== undefined && { from }), ...last };
  if (kind === 'by' || kind === 'event') return { kind, ...last };
  return kind === 'recurring' ? { kind, ...recurrence } : { kind };
}
