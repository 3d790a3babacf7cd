// What is due before or after something that happens, or while it lasts; a day of it only a district knows.

import { BEFORE, DASH, DAY, dayAfter, LASTS, LASTS_DAYS, SEASON, YEAR } from '../../words/calendar.js';
import {
  AFTER_EVENT,
  BEFORE_ANYTHING,
  BEFORE_EVENT,
  BEFORE_SEASON,
  COME_ABOUT,
  EVENTS,
  HOLIDAYS,
  NTH_OF_EVENT,
  SAME_DAY,
  SPAN_SIGNS,
  SPANS,
} from '../../words/events.js';
import { COUNT, ONE_TO_NINE } from '../../words/numerals.js';
import { DONE, DONE_IN_YEAR, HELD_THEN, TOLD_BEFORE, TOLD_THEN } from '../../words/verbs.js';
import { HIDDEN } from '../mask.js';
import { HOUR, SAID_YEAR, type TimeRule } from './rule.js';
import { OF_WHAT_COMES } from './without-each.js';

/** 三年改造泊位42个: what is done over so many years; 三年行动 and 三年级 are names. */
const OVER_YEARS = `(?<=^|[，。；：\\n]|力争|计划)(?:[${ONE_TO_NINE}两]|[2-9])年(?=(?!级|制|期|试|以|内|前|后|来|行动|规划|工程|攻坚|计划(?!投资|总)|任务|滚动|专项|中|里|度|[间生龄检均一总多])[一-龥]{2})`;

export const AFTER_EVENTS: readonly TimeRule[] = [
  {
    kind: 'event',
    has: '后',
    pattern: new RegExp(`${AFTER_EVENT}(?:的?${LASTS}(?:之?内|前)|\\d{1,3}分钟内${TOLD_THEN})?`, 'g'),
  },
];

export const DURING_EVENTS: readonly TimeRule[] = [
  { kind: 'during', has: SPAN_SIGNS, pattern: new RegExp(SPANS, 'g') },
  { kind: 'during', has: ['假期', '长假', '黄金周', '期，', '季，'], pattern: new RegExp(HOLIDAYS, 'g') },
  // 今年冬季, 2013年冬季至2014年春季; 冬季， by itself.
  {
    kind: 'during',
    has: /年[春夏秋冬]|[春夏秋冬]季/,
    pattern: new RegExp(
      `(?<!实施|举办|印发|制定)(?:${YEAR}年|${SAID_YEAR})${SEASON}(?:${DASH}(?:${YEAR}年|${SAID_YEAR})?${SEASON})?(?!学期|开学|${DONE_IN_YEAR}|[^，。；\\n\\d]{1,6}(?:[之以]前|[之以]后))|(?<=^|[，。；\\n])[春夏秋冬]季(?=，)`,
      'g',
    ),
  },
  // 汛期每天巡查; 汛期各单位要…, 汛期实行….
  {
    kind: 'during',
    has: ['期', '季'],
    pattern: new RegExp(
      `(?<!非)(?:${EVENTS})(?<=期|季)(?=每|${HIDDEN}|(?<=(?:^|[，。；\\n])[^，。；\\n]{2,4})(?:各|所有|全体|要|应(?!急)|必?须|，|严格|认真|全面|切实|加密|停止|${HELD_THEN}|[^，。；\\n\\d前后内为于在自从至]{2,6}(?:实行|(?<=(?:汛|枯水|丰水|防火|禁渔|休渔)期.{2,6})${HIDDEN}))|(?<=在[^，。；\\n]{2,4})(?:对|加强|做好|开展))`,
      'g',
    ),
  },
  // 假期每日零报告.
  {
    kind: 'during',
    has: '假期',
    pattern: new RegExp(`(?<=^|[，。；\\n])假期(?=每|${HIDDEN}|实行|值班)`, 'g'),
  },
  // 除夕至正月初七, 春节至元宵节.
  {
    kind: 'during',
    has: /[夕节旦宵期季日][至到—]/,
    pattern: new RegExp(
      `(?:${YEAR}年|${SAID_YEAR})?${EVENTS}${DASH}(?:${EVENTS}|正月初[${ONE_TO_NINE}十])(?:期间)?`,
      'g',
    ),
  },
  // 从惊蛰开始，至清明结束.
  {
    kind: 'during',
    has: /[从自].{1,6}(?:开始|起)，?[至到].{1,6}(?:结束|止)/,
    pattern: new RegExp(`[从自]${EVENTS}(?:开始|起)，?[至到]${EVENTS}(?:结束|为?止)`, 'g'),
  },
  // 元宵节当晚, 清明节当天; 6月2日端午节当天 has a day.
  {
    kind: 'event',
    has: ['当晚', '当天', '当日'],
    pattern: new RegExp(`(?<![日”])${EVENTS}(?:当晚|(?<!日[^，。；]{2,6})当[天日])`, 'g'),
    sure: true,
  },
  // 假期结束次日.
  {
    kind: 'event',
    has: ['次日', '翌日'],
    pattern: new RegExp(`${COME_ABOUT}后?[次翌]日(?!${HOUR})`, 'g'),
    sure: true,
  },
  // 从次月起.
  { kind: 'event', has: '次月起', pattern: /(?<=[从自])次月起(?!至|到)/g, sure: true },
  // 明年秋季学期起.
  {
    kind: 'during',
    has: /[年从自].{1,12}起/,
    pattern: new RegExp(`(?:[从自]?(?:${YEAR}年|${SAID_YEAR})|[从自])${EVENTS}(?:开始)?起`, 'g'),
  },
  // 用100天时间, 用半年时间; nobody reckons 用三年时间 to a day.
  {
    kind: 'during',
    has: '时间',
    pattern: new RegExp(`(?<!使)(?:利|计划)?用(?!半天|${COUNT}年)${LASTS_DAYS}(?:左右)?的?时间(?!，即)`, 'g'),
    yearless: true,
    dates: ({ count = '', lasting = '' }, { issued }) =>
      issued === undefined ? {} : { by: dayAfter(issued, count, lasting), reckoned: true },
  },
  {
    kind: 'during',
    has: /[到至].{1,3}年/,
    pattern: new RegExp(
      `(?<=力争|争取|计划|确保)(?:在|用)?(?:${COUNT}(?:到|至))(?:${COUNT})年(?:左右)?(?:的?时间)?(?!以)`,
      'g',
    ),
  },
  // Nobody can tell their first day from the words alone.
  {
    kind: 'during',
    has: '年',
    pattern: new RegExp(
      `(?:(?<!使)(?:计划|利)?用|未来|今后)(?:${COUNT}(?:到|至|${DASH}))?(?:${COUNT})年(?:左右)?(?:的?时间)?(?!以|的?时间|，即)|(?:通过|经过)(?:${COUNT}(?:到|至|${DASH}))?(?:${COUNT})年(?:左右)?的?(?:时间|努力)|${OVER_YEARS}`,
      'g',
    ),
  },
];

export const BEFORE_EVENTS: readonly TimeRule[] = [
  {
    kind: 'event',
    has: '前',
    pattern: new RegExp(`(?:(?:${YEAR}|今)年)?${BEFORE_SEASON}`, 'g'),
    dates: ({ season = '' }, { year, seasons }) => {
      const begins = Object.entries(seasons).find(([name]) => name === season || name === `${season}期`)?.[1];
      return begins === undefined ? {} : { by: dayAfter(`${year}-${begins}`, '-1', '日'), reckoned: true };
    },
  },
  { kind: 'event', has: '前', pattern: new RegExp(BEFORE_EVENT, 'g') },
  { kind: 'event', has: '前', pattern: new RegExp(BEFORE_ANYTHING, 'g') },
  { kind: 'event', has: '第', pattern: new RegExp(NTH_OF_EVENT, 'g'), sure: true },
  { kind: 'event', has: ['当天', '当日'], pattern: new RegExp(SAME_DAY, 'g') },
  // 秋季投入使用, 明年春季学期启用.
  {
    kind: 'event',
    has: /[春夏秋冬]季/,
    pattern: new RegExp(
      `(?:${YEAR}年|${SAID_YEAR})?[春夏秋冬]季(?:学期)?(?=${DONE_IN_YEAR})(?!(?:运营|作息|服务|营业)时间)`,
      'g',
    ),
    sure: true,
  },
  // 后年“五一”投入运行, 在旅游旺季开放.
  {
    kind: 'event',
    pattern: new RegExp(`(?:${YEAR}年|${SAID_YEAR}|(?<=[在于]“?))“?${EVENTS}”?(?=${DONE_IN_YEAR})`, 'g'),
    sure: true,
  },
  // 每两天送水一次，直至旱情缓解.
  {
    kind: 'event',
    has: ['直至', '直到'],
    pattern: /直[至到][一-龥]{2,8}(?:缓解|解除|结束|消除|恢复|到位|合格|达标|销号|为止)(?=[，。；]|$)/g,
    sure: true,
  },
  // 于达到标准的次月25日前, 入职次月底前: of the month after what comes about.
  {
    kind: 'event',
    has: '次月',
    pattern: new RegExp(
      `(?:[^，。；、\\s每于]{2,12})?(?<=${OF_WHAT_COMES})的?次月(?:${DAY}日|[底末])(?:${BEFORE})?`,
      'g',
    ),
    sure: true,
  },
  // 次日12时前: of the day after what happens.
  {
    kind: 'event',
    has: ['次日', '翌日'],
    pattern: new RegExp(`(?:次|翌)日${HOUR}${BEFORE}`, 'g'),
  },
  // 选举日的20天前, 在试鸣的五日前: so long before something, whatever it is called.
  {
    kind: 'event',
    has: /(?:[日间会议动节]|的)[一二三四五六七八九十两\d]{1,3}个?(?:工作日|天|日|周|小时|月)前/,
    pattern: new RegExp(
      `(?<=^|[，。；\\n])(?![在于])[一-龥]{2,8}(?:日|时间|会议?|活动|节)的?${LASTS}前|(?<=[在于])[一-龥]{2,8}(?<![月年周旬季])的${LASTS}前`,
      'g',
    ),
    sure: true,
  },
  // 献血前一天不吃…: the day before it.
  {
    kind: 'event',
    has: /前一[天日周]/,
    pattern: /(?<=^|[，。；\n])(?![在于])[一-龥]{2,6}(?<![目此之以日当提年月送报布计发])前一[天日周]/g,
    sure: true,
  },
  // 在接待日的5日前, 于会议前一天, 提前5日告知.
  {
    kind: 'event',
    has: '前',
    pattern: new RegExp(
      [
        `(?<=[在于])[一-龥]{2,8}(?:日|时间|会议?|活动|节)的?${LASTS}[以之]?前`,
        `(?<=[在于])[一-龥]{1,8}(?<![目此之以日当提])前(?:[一二两三]|\\d{1,2})个?(?:工作日|天|日|周|小时)`,
        // 须在上岗前完成: what comes is an event, whatever it is called.
        `(?<=[在于])[一-龥]{2,8}(?<![目此之以日当提年月旬季周底午事会饭])前(?=(?:全面|基本|全部)?${DONE}|必须|务必)`,
        // 考试开始前3分钟, 毕业设计（论文）开始前一周.
        `(?:[一-龥]|（[一-龥]{1,6}）){2,12}(?:开始|召开|举行|开考|开赛|开幕|开学|开工)前(?:${LASTS}|[一二三两\\d]{1,3}(?:分钟|个?小时|周))`,
        `提前(?:至少|不少于)?${LASTS}(?:以上)?(?=${TOLD_BEFORE})`,
        // 提前15分钟到达, 提前2个小时进场.
        `提前(?:至少|不少于)?(?:[一二三两半]|\\d{1,3})个?(?:分钟|小时)(?=到|进|入|抵|赶|开|检|报|签|就位|候)`,
      ].join('|'),
      'g',
    ),
    sure: true,
  },
];
