// By which day something is done: 6月30日前, 年底, 到2027年.

import { anyOf, wordsIn } from '../../words/any-of.js';
import {
  BEFORE,
  DASH,
  DAY,
  dayOf,
  HALF,
  HALVES,
  MONTH,
  QUARTER,
  THIRDS,
  YEAR,
} from '../../words/calendar.js';
import { REACHED } from '../../words/comparisons.js';
import { EVENTS, NAMED_DAYS } from '../../words/events.js';
import { COUNT, ITEM_NUMBER, MEASURE_NUMBER, numeralValue, ONE_TO_NINE } from '../../words/numerals.js';
import { NAME_STOPS } from '../../words/punctuation.js';
import { BEGINS_ON_DAY, DOING, DONE, DONE_IN_YEAR, DONE_ON_DAY, HELD_THEN } from '../../words/verbs.js';
import { HIDDEN } from '../mask.js';
import { dateOf, HOUR, OF_YEAR, SAID_YEAR, type TimeRule } from './rule.js';

const ALL_DONE = `(?:(?:全面|基本|全部)?${DONE}(?=[${NAME_STOPS}]|$))?`;
/** 年底, but not 三年内, 半年内 or 每年底. */
const THE_YEAR = `(?<![\\d${ONE_TO_NINE}两十几半每])年`;
const END = '(?:末|底)?';
const ON_DAY = `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日`;
/** 4月30日统计数据: a noun that begins with a verb. */
const OF_DOING = `(?:${anyOf(wordsIn('数据 结果 口径 人数 人员 情况 在册 时点 的 后'))}|组(?!织|建))`;
/** Between a day and what happens on it. */
const HOW = '(?:普遍|集中|统一|全面|正式|同步|准时|如期)?';

/** 2027年, but not 较2027年. */
const OF_ITS_YEAR = `(?<![较比与同按到至从自\\d])(?<year>${YEAR})年(?![底末初内中前以度])`;
/** What is done in a year, or what comes to be so much by its end. */
const REACHED_IN_YEAR = `(?:[^，。；、\\n\\d年前季]{0,4}?${DONE_IN_YEAR}(?!的)|(?:全面)?(?:启动|推开|铺开)(?:试点)?(?!的|以?来)|评估验收|(?:力争|确保|计划)?(?:(?:开展)?中期评估|出版发行|消除|全部消除|清零|达标|(?:${REACHED})|实现(?=[^，。；\\n]{2,20}(?:全覆盖|达标|清零|[电智数信标规自][一-龥]{0,2}化(?=[，。；\\n]|$)))|通过(?=[^，。；\\n]{0,8}验收))|[^，。；、\\n\\d年前]{2,20}?(?:[由从][^，。；\\n]{1,10})?(?:${REACHED})(?=\\d))`;

/** 2006年底以前形成的债务: how old something is. */
const WAS = anyOf(wordsIn('以前 前形成 形成 发生 遗留 欠缴 出生 毕业 参加工作'));

/** 2018年8月31日前出生的儿童: likewise, of a day. */
const IS_FROM = anyOf(
  wordsIn(
    '出生 毕业的 参加工作的 形成的 发生的 遗留的 取得的 入学的 在册 在籍 在编 在岗的 参保的 注册的 登记的 签订的 购置的 购买的',
  ),
);

/** 政策执行至2026年底; how long the notice itself is in force is no duty's time. */
const VALID = `${anyOf(wordsIn('执行 施行 实施 试行 有效 持续 延续 顺延 保留 开放'))}期?`;
const NOT_ITSELF = '(?<!(?:施行|实施|执行|生效)，|本(?:办法|通知|意见|方案|规定|细则|文件)(?:自)?)';

export const BY_DAYS: readonly TimeRule[] = [
  // 9月28日召开，名单于27日12时前报送: of the month that is said before it.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `(?<=${OF_YEAR}(?<!\\d)(?<month>${MONTH})月${DAY}日(?:[^。；\\n月\\d]|\\d{1,2}[时点分]){1,40})(?<![\\d二三十每月上下本当次的])(?<day>${DAY})日(?:${HOUR})?${BEFORE}`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day), reckoned: true }),
    sure: true,
  },
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `(?:(?:延长|延期|延|不(?:得)?晚于|不(?:得)?迟于|截止|最迟|最晚)(?:到|至|于|不超过)?|(?:推迟|顺延|改期|调整)[到至]|(?<!数据|资料|统计|信息)截[止至](?:时间|日期)[为是：:]|(?<=行动|活动|攻坚|整治|申报|报名|征集|受理|申请|投票|提交|缴费|征求意见)截[至止]到?|${NOT_ITSELF}${VALID}[到至])${OF_YEAR}(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 6月15日、12月15日前: each of them.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=[、和](?:(?:${HALF}半年)?${MONTH}月)?${DAY}日${BEFORE})`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 学生2月18日、19日报到: each of them, likewise.
  {
    kind: 'by',
    has: ['日和', '日、'],
    month: true,
    pattern: new RegExp(
      `(?<=(?<![自从至到—-])${OF_YEAR}(?<month>${MONTH})月${DAY}日[、和])(?<day>${DAY})日(?=${HOW}(?:${DONE_ON_DAY}|${BEGINS_ON_DAY})(?!了|以?来|[前后的]))`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  {
    kind: 'by',
    has: ['日和', '日、'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=[、和]${HIDDEN}{2,3}${HOW}(?:${DONE_ON_DAY}|${BEGINS_ON_DAY}))`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 定于9月18日和25日的19点: each of them; the month is named once, so that the second is read first.
  {
    kind: 'by',
    has: ['日和', '日、'],
    month: true,
    pattern: new RegExp(
      `(?<=[在于]${OF_YEAR}(?<month>${MONTH})月${DAY}日[、和])(?<day>${DAY})日(?!${DASH}|${BEFORE}|底)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  {
    kind: 'by',
    has: ['日和', '日、'],
    month: true,
    pattern: new RegExp(`(?<=[在于])${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=[、和]${HIDDEN})`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 9月1日、9月15日、9月30日分三次组织: each of them.
  {
    kind: 'by',
    has: ['日分', '日各', '日集'],
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=(?:[、和](?:${MONTH}月)?${DAY}日){0,4}(?:分(?:别|${COUNT}[次批场期])|各(?=${DOING})))`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 6月9日下达…, 在4月28日普遍开展…, 7月1日正式开馆: what happens on that day.
  ...[
    `(?<=^|[，。；：\\n]|力争|确保|争取|计划|预计)${ON_DAY}(?=${HOW}(?:${DONE_ON_DAY}|${DOING}(?!${OF_DOING}))(?!了)|，由[^，。；\\n]{2,14}(?:${DONE_ON_DAY}|${DOING})(?!了))`,
    `(?<=[在于])${ON_DAY}(?:当[天日])?(?=${HOW}(?:${DONE_ON_DAY}|${HELD_THEN})(?![了过的])|“[^“”\\n]{2,12}[日节]”)`,
    `(?<![自从])${ON_DAY}(?:零时|${HOUR})?(?=(?:项目|工程)?${HOW}(?:${DONE_IN_YEAR}|${BEGINS_ON_DAY}|开工)(?!了|以?来|[前后的]))`,
  ].map(
    (pattern): TimeRule => ({
      kind: 'by',
      month: true,
      pattern: new RegExp(pattern, 'g'),
      dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
      sure: true,
    }),
  ),
  // 6月1日为统一开耙日: what day it is.
  {
    kind: 'by',
    has: '日为',
    month: true,
    pattern: new RegExp(`${ON_DAY}(?=为[^，。；\\n\\d]{2,10}日(?=[，。；]|$))`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 选举日为2016年11月15日.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(`(?<=[一-龥]{2,8}[日节](?:定?为|定于))${ON_DAY}(?=[，。；\\n]|$)`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 6月底、11月底各开展一次: each of them.
  {
    kind: 'by',
    has: ['底、', '底和'],
    month: true,
    pattern: new RegExp(`${OF_YEAR}(?<month>${MONTH})月底(?=[、和]${MONTH}月底(?:各|分别))`, 'g'),
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
    sure: true,
  },
  // 15周（12月13日）之前, 本周五（3月6日）前: a day beside its week.
  {
    kind: 'by',
    has: '周',
    month: true,
    pattern: new RegExp(
      `(?<=周[一二三四五六日末]?[（(])${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?=[）)]${BEFORE})`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 11月9日“消防日”前, 11月15日供暖前: a day with its name.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(`${ON_DAY}(?:“[^“”\\n]{1,12}”|${EVENTS})${BEFORE}`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  // 5月12日全国防灾减灾日当天.
  {
    kind: 'by',
    has: ['日当', '节当'],
    month: true,
    pattern: new RegExp(`${ON_DAY}[^，。；、\\n\\d]{2,14}[日节]当[天日]`, 'g'),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // “三八”节当天.
  {
    kind: 'by',
    has: ['当天', '当日'],
    pattern: new RegExp(
      `“?(?<name>${anyOf(Object.keys(NAMED_DAYS))})”?(?:国际)?[一-龥]{0,3}节?当[天日]`,
      'g',
    ),
    dates: ({ name = '' }, { year }) => {
      const [month, day] = NAMED_DAYS[name] ?? [];
      return { by: dateOf(year, month, day), reckoned: true };
    },
    sure: true,
  },
  // 截至9月底完成不少于75%: what is to be by then; what was is over.
  {
    kind: 'by',
    has: '截',
    month: true,
    pattern: new RegExp(
      `截[至止]到?${OF_YEAR}(?<month>${MONTH})月(?:(?<day>${DAY})日|底|末)(?=[^，。；\\n已\\d]{0,12}(?:不[少低]于|达到|力争|确保|要完成))`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 定于1月18日升级, 将于10月31日开放, 请于6月18日报送: on that day.
  {
    kind: 'by',
    has: ['于', '在'],
    month: true,
    pattern: new RegExp(
      `(?<=(?:定|拟|计划|将|预计|请|应|须|需|要|务必|统一|分别|^|[，。；\\n])于|(?:拟|定|计划|将)在)${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:（[^）]{2,6}）)?(?:${HOUR})?(?!${DASH}|起|开始|${BEFORE}|[、和内（]|以|[^，。；\\n]{0,16}了)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 检查时间为4月30日（星期四）和5月4日（星期一）: each of them.
  {
    kind: 'by',
    has: '时间',
    month: true,
    pattern: new RegExp(
      `(?<=时间(?:定?[于在]|为|是|：)(?:(?:${MONTH}月${DAY}日|${HIDDEN}{1,8})(?:（[^）]{2,8}）)?[、和]){0,8})${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:（[^）]{2,6}）)?(?=[、和](?:${MONTH}月${DAY}日|${HIDDEN})|(?<=[、和][^、和]{3,18})[，。；\\n]|(?<=[、和][^、和]{3,18})$)`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 时间：7月1日8:30—11:30: on that day, from one hour to another.
  {
    kind: 'by',
    has: '时间',
    month: true,
    pattern: new RegExp(
      `(?<=时间(?:定?[于在]|为|是|：)?)${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:（[^）]{2,6}）)?${HOUR}${DASH}${HOUR}`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
    sure: true,
  },
  // 7月底8月初: the later of both.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}${MONTH}月(?:底|末|下旬)、?(?<month>${MONTH})月(?<third>初|上旬|中旬|底)`,
      'g',
    ),
    dates: ({ month, third = '' }, { year }) => ({
      by: dateOf(year, month, THIRDS[third] || undefined),
      reckoned: true,
    }),
    sure: true,
  },
  // 4月10日17时前.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?:（[^）]{2,6}）${HOUR}?|${HOUR})${BEFORE}`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<!\\d|[\\d月份]、)(?<month>${MONTH})月份?(?=(?:全面|基本|全部|正式)?(?:${DONE}|${DONE_IN_YEAR}|开工|[一-龥]{2}完毕)|(?<=(?:^|[，。；：\\n])[^，。；：\\n]{1,7})${DONE_ON_DAY}(?!了))`,
      'g',
    ),
    sure: true,
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
  },
  // 换届选举7月启动, 2008年3月全面推开: what begins in a month, where what it is stands before it.
  {
    kind: 'by',
    has: ['月启动', '月份启动', '月全面', '月正式', '月推开'],
    month: true,
    pattern: new RegExp(
      `(?<![从自])${OF_YEAR}(?<!\\d|[从自\\d]|[\\d月份]、)(?<month>${MONTH})月份?(?=(?:全面|正式)?(?:启动|推开|铺开)(?!了|以?来|[前后的]|至|到))`,
      'g',
    ),
    sure: true,
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
  },
  // 到2025年6月、9月、12月底: each of them.
  {
    kind: 'by',
    has: '月、',
    month: true,
    pattern: new RegExp(
      `(?<=[到至](?<year>${YEAR})年${MONTH}月(?:、${MONTH}月){0,4}、)(?<month>${MONTH})月(?=(?:、${MONTH}月){0,4}底)`,
      'g',
    ),
    sure: true,
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
  },
  // 4月份完成设计，7月份进场，12月份竣工: a month after others, and what comes then.
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `(?<=[，、])(?=${MONTH}月)(?<=[月${HIDDEN}][^。；\\n月${HIDDEN}]{2,16}[，、])(?<month>${MONTH})月份?(?=(?:${DONE_IN_YEAR}|${DONE_ON_DAY}|进场|施工|(?:中期)?评估|招标|收尾|扫尾|收官|见效|归档)(?!了))`,
      'g',
    ),
    sure: true,
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
  },
  // 2026年4月，印发方案: a month, and what comes of it; （三）指标分析（2026年9月）: a stage by its month.
  {
    kind: 'by',
    has: ['月，', '月份，', '月）', '月份）'],
    pattern: new RegExp(
      [
        `(?<=^|[。；：\\n])${OF_YEAR}(?<month>${MONTH})月份?(?=，(?:${DOING}|${DONE}|${DONE_ON_DAY})(?!了))`,
        `(?<=(?:^|[。；\\n])(?:${MEASURE_NUMBER}|${ITEM_NUMBER})[^，。；：（）《》\\n]{2,16}（)(?<year2>${YEAR})年(?<month2>${MONTH})月份?(?=）)`,
      ].join('|'),
      'g',
    ),
    sure: true,
    dates: ({ month, year2, month2 }, { year }) => ({
      by: year2 === undefined ? dateOf(year, month) : dateOf(numeralValue(year2), month2),
    }),
  },
  {
    kind: 'by',
    has: '年中',
    pattern: new RegExp(`年中(?:${BEFORE}|(?=完成|对|开展|，))`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 6), reckoned: true }),
  },
  {
    kind: 'by',
    has: '年年',
    pattern: new RegExp(`(?<year>${YEAR})年年(?:底|末)${BEFORE}?${ALL_DONE}`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      `${OF_YEAR}(?<month>${MONTH})月(?<day>${DAY})日(?!${BEFORE}?${IS_FROM})(?:${BEFORE}${ALL_DONE})?`,
      'g',
    ),
    dates: ({ month, day }, { year }) => ({ by: dateOf(year, month, day) }),
  },
  {
    kind: 'by',
    month: true,
    pattern: new RegExp(
      [
        // 每一月 and 一月一调度 name no month.
        `${OF_YEAR}(?<!每)(?<month>${MONTH})月(?!一)份?(?<third>${anyOf(Object.keys(THIRDS))})?`,
        `(?:(?:(?<open>${BEFORE})|(?:(?<=月)|(?<=月份))内(?!容))${ALL_DONE}|(?<=底|末|旬)${ALL_DONE})?(?!\\d|起)`,
      ].join(''),
      'g',
    ),
    // 6月前 may mean before it begins, or before it ends.
    dates: ({ month, third, open }, { year }) =>
      open === undefined || third !== undefined
        ? {
            by: dateOf(year, month, THIRDS[third ?? ''] || undefined),
            reckoned: third !== undefined && third !== '底' && third !== '末',
          }
        : {},
  },
  // 前三季度: the end of the last of them.
  {
    kind: 'by',
    has: '季度',
    pattern: new RegExp(
      `${OF_YEAR}前(?<quarter>[二两三23])个?季度(?!(?:工作)?(?:计划|总结|报[表告]|例会|数据))`,
      'g',
    ),
    dates: ({ quarter = '' }, { year }) => ({ by: dayOf(year, numeralValue(quarter) * 3), reckoned: true }),
  },
  {
    kind: 'by',
    has: '季度',
    pattern: new RegExp(
      `${OF_YEAR}第?(?<quarter>${QUARTER})季度(?!(?:工作)?(?:计划|总结|报[表告]|例会|数据))(?<end>末|底)?(?:(?<open>${BEFORE})|内)?${ALL_DONE}`,
      'g',
    ),
    // 一季度前 may mean before it begins, too.
    dates: ({ quarter = '', end, open }, { year }) => ({
      by: dayOf(year, numeralValue(quarter) * 3),
      reckoned: open !== undefined && end === undefined,
    }),
  },
  {
    kind: 'by',
    has: ['上半年', '下半年'],
    pattern: new RegExp(
      `${OF_YEAR}(?<half>${HALF})半年(?!${MONTH}月|${HIDDEN})${END}(?:${BEFORE}|内)?${ALL_DONE}`,
      'g',
    ),
    dates: ({ half = '' }, { year }) => ({ by: dayOf(year, HALVES[half] ?? 12) }),
  },
  // 2026年达到800个，2027年达到1200个; 2025年、2026年分别达到: the plan's own year, where it is one of several.
  {
    kind: 'by',
    has: /年.{1,60}年/,
    pattern: new RegExp(
      `${OF_ITS_YEAR}(?=${REACHED_IN_YEAR}[^。；\\n]{0,24}[，、](?:(?:力争|确保|计划)?到?)${YEAR}年(?:底|末)?(?:${REACHED_IN_YEAR}|(?<=到.{5,6})[^，。；\\n\\d]{2,16}(?=$|[，。；\\n\\d]))|(?:[、和]${YEAR}年){0,5}[^，。；\\n\\d]{0,12}?分别(?:${REACHED}|实现|完成|建成|新建|新增))`,
      'g',
    ),
    dates: (_, { year }) => ({ by: dayOf(year, 12), reckoned: true }),
    sure: true,
  },
  // 2028年全面移交, 2027年二期投产, 2028年占比由52%提高到65%: a later year than that of the plan, and what is done in it.
  {
    kind: 'by',
    has: '年',
    pattern: new RegExp(`${OF_ITS_YEAR}(?=${REACHED_IN_YEAR})`, 'g'),
    dates: (_, { year }) => ({ by: dayOf(year, 12), reckoned: true }),
    later: true,
    sure: true,
  },
  // “十五五”期间…，2026年先行实施80公里; 用三年时间…，其中今年完成40%: what comes first of more years.
  {
    kind: 'by',
    has: /，(?:其中，?)?(?:20|二|[今当本明次后]年)/,
    pattern: new RegExp(
      `(?<=${HIDDEN}[^。；\\n]{2,40}，(?:其中，?)?)(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR}))(?=(?:先行|率先|先期|计划)?(?:先[建改办]|${DONE}|${DONE_IN_YEAR}|实施|实现|新(?:(?:改扩?|扩)?[增建]|开工|认定|签约)|改造|培育|引进|达到)[^，。；\\n]{0,16}\\d)`,
      'g',
    ),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
    sure: true,
  },
  // 今年完成40%，明年完成40%，后年扫尾: one year after the other.
  {
    kind: 'by',
    has: /[今明后]年.{1,40}，[今当本明次后]年/,
    pattern: new RegExp(
      `(?<=${HIDDEN}[^。；\\n]{1,14}，)(?<said>${SAID_YEAR})(?=(?:全面|基本|全部)?(?:扫尾|收尾|收官|见效|清零|达标|${DONE}))`,
      'g',
    ),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
    sure: true,
  },
  // 年终进行评议.
  {
    kind: 'by',
    has: '年终',
    pattern: /(?<!每)年终(?=进行|开展|组织|集中|统一|评选|评出)/g,
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
    sure: true,
  },
  {
    kind: 'by',
    has: '到',
    month: true,
    pattern: new RegExp(`到(?<year>${YEAR})年(?<month>${MONTH})月(?:底|末)?(?=[，、。；]|$)`, 'g'),
    dates: ({ month }, { year }) => ({ by: dateOf(year, month) }),
    sure: true,
  },
  {
    kind: 'by',
    has: new RegExp(`[到至]${YEAR}年`),
    pattern: new RegExp(
      `(?<!展望)(?:到|至)(?<year>${YEAR})年底?${BEFORE}?(?!度|的|[春夏秋冬]|${MONTH}月)`,
      'g',
    ),
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
  {
    kind: 'by',
    has: '年',
    pattern: new RegExp(
      [
        `(?:(?<year>${YEAR})年|(?<said>${SAID_YEAR})年?|${THE_YEAR})(?:底|末|内)${BEFORE}?(?!${WAS})${ALL_DONE}`,
        `(?<before>${YEAR})年${BEFORE}(?!${WAS}|[一二三四五六七八九十\\d]{1,2}个?月)${ALL_DONE}`,
      ].join('|'),
      'g',
    ),
    // 2026年前 may mean before that year begins.
    dates: ({ before }, { year }) =>
      before === undefined
        ? { by: dayOf(year, 12) }
        : { by: dayOf(numeralValue(before), 12), reckoned: true },
  },
  {
    kind: 'by',
    has: '本年度',
    pattern: new RegExp(`本年度(?:内)?(?=(?:全面|基本|全部)?${DONE})`, 'g'),
    sure: true,
    dates: (_, { year }) => ({ by: dayOf(year, 12) }),
  },
];
