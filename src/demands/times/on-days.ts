// A day, or a month, that stands by itself at the head of what happens then, whatever that is: 6月18日在总部举办决赛.

import { anyOf, wordsIn } from '../../words/any-of.js';
import { BEFORE, DASH, DAY, MONTH } from '../../words/calendar.js';
import { HIDDEN } from '../mask.js';
import { dateOf, HOUR, OF_YEAR, type TimeRule } from './rule.js';

const ON_DAY = `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日`;
/** （星期六）, 上午9时30分, 8:00至18:00. */
const AT = `(?:（[^（）\\d]{2,8}）)?(?:${HOUR}(?:${DASH}${HOUR})?)?`;
/** Where what happens begins; 时点：12月31日 tells of which day figures are. */
const HEAD =
  '(?<=(?:^|[，。；：\\n（]|在|(?<![成建始生办源发布])于(?<!立于))(?<!(?:时点|基准日|日期|截至|生效)[：在于]))';
/** 3月15日消费者权益日, 1月8日会议精神: the name of a day, and of what was. */
const NAMES = `(?!在)[^，。；、\\n]{0,14}(?:[日节](?=$|[，。；、”活主系宣期前])|精神|讲话|文件)`;
/** What tells of a day and does nothing on it. */
const TELLS = anyOf([
  ...wordsIn(
    '前 后 起 止 底 的 是 为 至 到 以来 之前 以前 之后 以后 以来 开始 统计 数据 在册 为止 印发 施行 公布施行 修订 修正 审议通过 通过 发布的 出台的',
  ),
  DASH,
]);
/** 已完成, 召开了: what has been. */
const WAS = '[^，。；\\n]{0,10}以来|[^。；\\n]{0,30}(?:了|已(?!建)|(?<![通经超])过(?![程渡关境错敏期]))';
const NOT = `(?!${TELLS}|${NAMES}|${WAS}|[、和及与](?:${DAY}日|${MONTH}月|${HIDDEN}))`;

const onDay: NonNullable<TimeRule['dates']> = ({ month, day }, { year }) => ({
  by: dateOf(year, month, day),
});

export const ON_DAYS: readonly TimeRule[] = [
  // 2月18日、19日报到: each of them; the month is named once, so that the second is read first.
  {
    kind: 'by',
    has: '日、',
    month: true,
    pattern: new RegExp(
      `(?<=(?:^|[，。；：\\n（]|[在于]|时间[为是]?)${OF_YEAR}(?<month>${MONTH})月${DAY}日、)(?<day>${DAY})日(?=${AT}(?:$|[，。；\\n]|\\p{Script=Han}))(?!${TELLS}|${DASH})`,
      'gu',
    ),
    dates: onDay,
    sure: true,
  },
  {
    kind: 'by',
    has: '日、',
    month: true,
    pattern: new RegExp(`(?:${HEAD}|(?<=时间[为是：]?))${ON_DAY}(?=[、和]${HIDDEN})`, 'g'),
    dates: onDay,
    sure: true,
  },
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(`${HEAD}${ON_DAY}(?!${BEFORE})${AT}${NOT}`, 'g'),
    dates: onDay,
    sure: true,
  },
  // 6月6日“放鱼日”当天，举行放流活动; 8月8日全民健身日，场馆免费开放.
  {
    kind: 'by',
    has: ['日当', '日”', '日，', '节，', '节当'],
    month: true,
    pattern: new RegExp(
      `${HEAD}${ON_DAY}(?=(?:“[一-龥]{2,8}[日节]”|(?!${TELLS})[一-龥]{2,8}[日节])(?:当[天日]，?|，)(?!${WAS})[一-龥])`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 县住建局、县水利局分别于6月12日、6月18日开展演练: each of them.
  {
    kind: 'by',
    has: ['别于', '别在'],
    month: true,
    pattern: new RegExp(
      `(?<=分别[在于](?:(?:${MONTH}月)?${DAY}日[、和]){0,5})${ON_DAY}(?!${BEFORE}|底|[至到—-])`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 展演10月26日晚7时30分在人民广场举行: what it is stands before the day.
  {
    kind: 'by',
    has: /日.{0,14}[在于].{2,14}(?:举[行办]|召开|开展|开幕|启动|开赛)/,
    month: true,
    pattern: new RegExp(
      `(?<=[一-龥])(?<![自从至到较比截])${ON_DAY}(?!${BEFORE})${AT}(?=[在于][^，。；、\\n\\d]{2,14}(?:举行|举办|召开|开展|开幕|启动|开赛)(?!了|的))`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 分析会4月12日召开, 决赛7月1日晚进行, 联办6月1日实施; the notice itself is none of them.
  {
    kind: 'by',
    has: /日(?:晚上?|[上下]午)?(?:召开|举[行办]|进行|开展|组织|正式|实施|施行|执行|生效)/,
    month: true,
    pattern: new RegExp(
      `(?<=[一-龥”])(?<![自从至到较比截定拟将于在]|办法|规定|细则|通知|意见|方案|条例|公告|决定)${ON_DAY}(?!${BEFORE})(?:晚上?|[上下]午)?(?=(?:召开|举行|举办|进行|开展|组织|(?:正式)?(?:实施|施行|执行|生效)(?=[，。；]|$))(?![了的]|以来))`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 征缴截至2月28日: the last day, and not of which day figures are.
  {
    kind: 'by',
    has: '截至',
    month: true,
    pattern: new RegExp(
      `(?<=(?:征[缴收集订]|收缴|缴费|报名|申报|登记|征求意见|受理|投稿|推荐|收购|招募|参保)[^，。；\\n]{0,4})截至${ON_DAY}${AT}(?=[，。；）\\n]|$)`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 留守时间至10月31日, 补贴期至9月30日: up to a day, where no first one is named.
  {
    kind: 'by',
    has: ['至', '到'],
    month: true,
    pattern: new RegExp(
      `(?<=[期时间续长伸留续]|受理|申报|报名|使用)(?<!有效期|规划期|截)[至到]${ON_DAY}(?=[，。；）\\n]|$)`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 推荐活动时间为4月21日.
  {
    kind: 'by',
    has: '时间',
    month: true,
    pattern: new RegExp(
      `(?<=(?<!截止|统计|标准)时间(?:定?[于在]|为|是|：))${ON_DAY}${AT}(?=[，。；）\\n]|$)`,
      'g',
    ),
    dates: onDay,
    sure: true,
  },
  // 于9月18日开始消杀: from that day on.
  {
    kind: 'during',
    has: '开始',
    month: true,
    pattern: new RegExp(`(?:于|从|自)?${ON_DAY}(?:正式|全面)?开始(?=[一-龥])`, 'g'),
    dates: ({ month, day }, { year }) => ({ from: dateOf(year, month, day) }),
    sure: true,
  },
  // 自8月25日开秤, 5月1日全面推开: likewise.
  {
    kind: 'during',
    has: ['日开', '日起', '日全', '日正', '日启', '日推', '日铺'],
    month: true,
    pattern: new RegExp(
      `[从自]?${ON_DAY}(?=(?<=[从自][^。；，]{4,14})(?:正式|全面)?(?:启动|开展|推行|铺开|开秤|开捕|起捕|开采|开征|开收|开售)|(?:正式|全面)推开)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ from: dateOf(year, month, day) }),
    sure: true,
  },
  // 3月份对10家单位进行抽审: over the month.
  {
    kind: 'during',
    has: '月份',
    month: true,
    pattern: new RegExp(
      `(?<=^|[，。；：\\n])${OF_YEAR}(?<month>${MONTH})月份(?=，?(?:对|组织|集中|安排|邀请|联合|会同|由|开|举|召)(?!的))(?!${WAS})`,
      'g',
    ),
    dates: ({ month }, { year }) => ({ from: dateOf(year, month, '1'), by: dateOf(year, month) }),
    sure: true,
  },
];
