import type { Comparator, Frequency } from '../model/demands.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import {
  BY_PERIOD,
  DASH,
  DAY,
  MONTH,
  PERIOD,
  SEASONS,
  SHORT_PERIOD,
  WEEKDAYS,
  YEAR,
} from '../words/calendar.js';
import { LIMITS, REACHED } from '../words/comparisons.js';
import { EVENTS } from '../words/events.js';
import { ARABIC, COUNT, DIGIT, HAN, numeralValue, ONE_TO_NINE } from '../words/numerals.js';
import { BRACKETS, CLAUSE_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { DONE_REGULARLY, DONE_TO_MANY, ONE_BY_ONE } from '../words/verbs.js';
import type { Found } from './indicators.js';
import { fill, HIDDEN } from './mask.js';
import { essence } from './words.js';

const TIMES = anyOf(wordsIn('次 场次 场 期 轮 遍 届'));
const LIMIT = LIMITS.map(([words]) => words).join('|');
const COMPARATORS = LIMITS.map(([words, comparator]) => [new RegExp(words), comparator] as const);

/** 一周通报一次, 两个月安排一次, 一年两次: once in so long, or some times in one. */
const ONCE_IN = [
  `(?<![每第近前过后续用来\\d首末${ONE_TO_NINE}十])`,
  '(?<long>(?:[一两二三四五六]|\\d{1,2})(?:个(?:月|季度|学期|星期)|年|周|天)|半[年月])',
  `(?=(?![内度前后来期])(?:[^${PHRASE_STOPS}每\\n\\d内第]{0,8}?[一1]次(?!性)|(?<=一(?:年|个?月|周|季度|学期))[两二三四2-4]次))`,
].join('');

/** 每年至少组织开展1次, 每日调度不少于2次, 每学期1次以上; 全年不少于2次. */
const EACH = new RegExp(
  [
    `(?<period>每(?<per>(?!班(?:至少)?(?:组织|举办|开展|评选))${PERIOD})|${ONCE_IN}|全年|年内|一年)(?<middle>(?:(?:需要?|要|须)?对每[^${PHRASE_STOPS}每\\n\\d]{1,6}|每[^${PHRASE_STOPS}每\\n\\d]{1,3})?[^${PHRASE_STOPS}每\\n\\d]{0,16}?)`,
    `(?<times>${ARABIC}|${HAN})(?<unit>${TIMES})(?<more>及?以上)?`,
  ].join(''),
  'gu',
);

/** 乡级河长每月、村级河长每周巡河1次: the same is done by others in another time; what it is, and how many times, stands behind the last. */
const SHARED = new RegExp(
  [
    `每(?<per>${PERIOD})(?=(?:[、和][^${PHRASE_STOPS}每\\n\\d]{2,16}每${PERIOD}){1,3}`,
    `(?<middle>[^${PHRASE_STOPS}每\\n\\d]{0,12}?)(?<times>${ARABIC}|${HAN})${TIMES}(?<more>及?以上)?)`,
  ].join(''),
  'gu',
);

/** Those of whom that has been said before. */
const OTHERS = new RegExp(`^.{0,60}每${PERIOD}[、和](?![对向])`, 'su');

const PART = `[^${PHRASE_STOPS}每\\n]{1,8}`;
const LISTED = new RegExp(
  `每年(?:的)?(?:[春夏秋冬]、?[春夏秋冬]两季|(?<times>${PART}(?:、${PART}){1,4}?)各(?:集中|统一)?(?<done>[^${PHRASE_STOPS}每\\n\\d]{0,10}?)[一1]次)`,
  'gu',
);

/** 不少于2次/年. */
const TIMES_PER = new RegExp(
  `(?<!${REACHED}[\\d.]{0,6}|[\\d.])(?<compared>${LIMIT})?(?<times>${ARABIC})${TIMES}[/／](?<per>${PERIOD})`,
  'gu',
);

/** What 年度 is the name of. */
const YEARLY_NAMES = anyOf(
  wordsIn(
    '报告 工作报告 工作总结 考核 投资 工作要点 要点 决算 总结 计划的 计划任务 计划数 目标任务 任务的 预算的',
  ),
);

/** 每月调度, 按季度通报: how often, though it does not say how many times. */
const REGULARLY = new RegExp(
  [
    `(?:每(?<per>${PERIOD})|${BY_PERIOD}(?:或者?[按逐]?[日周旬月季年][度份]?)?)`,
    `(?:[^${PHRASE_STOPS}每\\n\\d]{0,6}需要)?(?:至少|都要|集中|统一|及时|定期|按时|主动|(?<!每周)一|一(?!召开|举[行办]|报送|上报|发布|公布|公示))?`,
    // 每日防火巡查: of what, where nothing follows.
    `(?<of>(?:防火|安全|消防|卫生|环境|隐患|设备|食品|治安|夜间|现场|联合|专项|交叉|重点|全面)(?=(?:${DONE_REGULARLY})(?=[${PHRASE_STOPS}]|$)))?`,
    // 每季度向社会公布, 每月对进度进行通报.
    `(?:(?:[向对就将把按]|会同|联合)[^，。；：\\n每\\d]{1,12}?(?:进行|开展)?)?“?零?(?<what>${DONE_REGULARLY}|(?<=每${SHORT_PERIOD}一)${ONE_BY_ONE})`,
  ].join(''),
  'g',
);
/** 每周走访不少于15户, 每周至少拜访3家: how often something is done of which there is a figure, too. */
const WITH_FIGURE = new RegExp(
  `(?<![人户名辆亩台床])每(?<per>日|天|周|旬|月|季度?|半年|学期)(?:至少|不[少低]于|都?要|必?须|应)?(?<what>${DONE_TO_MANY}[^${PHRASE_STOPS}每\\n\\d]{0,10}?)(?=(?:不[少低]于|至少)?(?:${DIGIT}{1,4}|[一两二三四五六七八九十]{1,3})余?(?:[户家人名件条个所处例]|批次))`,
  'gu',
);
const IS_LIMITED = new RegExp(`(?:${LIMIT})$`);
/** What it is done to. */
const DONE_TO_IT = new RegExp(`[^${PHRASE_STOPS}（\\n\\d]{0,18}`, 'y');
/** 每月要…, 每周须…, 每月定期…, 每年由…: how often, whatever it is that is done; what has a number or a day is read otherwise. */
const HAS_TO = new RegExp(
  `每(?<per>${PERIOD})(?:都?要|应(?![急届])当?|必?须|需要?|定期|由)(?<what>[^${PHRASE_STOPS}每\\n\\d前底内月日号旬]{2,40})(?=[${PHRASE_STOPS}]|$)`,
  'g',
);
/** 每月工资, 每年汛期, 每日用水量: what is of each, and no doing; 每人每月 is how much. */
const OF_EACH = `(?<![人户名辆亩台床])每(?<per>${PERIOD})(?![度的${WEEKDAYS}]|第|最[后高低大小]|首|末|初|中|终|上半|下半|${SEASONS}|${EVENTS}|[春夏秋冬]|[^${PHRASE_STOPS}\\n]{0,8}(?:标准|工资|[数总]量|金?额|限额|收入|支出|费用?|的)(?=[${PHRASE_STOPS}]|$))`;
/** 每季度评选“清洁村”, 每月曝光一批典型案例: whatever a clause says is done, where no figure is in it. */
const WHATEVER = new RegExp(
  `${OF_EACH}(?<what>(?!平均|人均|[一两]?[个次家户人]|不[少低超大高]|至[少多])\\p{Script=Han}[^${PHRASE_STOPS}每\\n\\d前底内月日号旬时]{1,40})(?=[${PHRASE_STOPS}]|$)`,
  'gu',
);
/** 按月发放, 按季拨付, 逐日提供: likewise; 按年龄, 按月均 and 逐年增加 name no such thing. */
const BY_EACH = new RegExp(
  `(?:按(?<by>月(?![均份度龄])|年(?=轮|考核|评[价估审]|检查|结算|支付|发放|更新|公[布开]|汇总|拨付|审[核查])|季(?![节度])|季度|周(?![期边])|旬|学期|半年|日(?![常程期历均]))|逐(?<by2>日|月|季度?|周|旬|${COUNT}?小时))(?<what>\\p{Script=Han}{2}[^${PHRASE_STOPS}每\\n\\d]{0,20})(?<!的)(?=[${PHRASE_STOPS}\\d]|$)`,
  'gu',
);
/** 每季度撰写一篇, 每年创建一个: one of them each time. */
const ONE_EACH_TIME = new RegExp(
  `每(?<per>年|半年|季度?|月|周|学期)(?:至少|都要?|要)?(?<what>(?!最后|第)\\p{Script=Han}{2}一[篇个期份项本台](?!月|多|半)(?:\\dA级)?[^${PHRASE_STOPS}每\\n\\d前底内月日号旬]{2,20})(?=[${PHRASE_STOPS}]|$)`,
  'gu',
);
/** 一周一调度, 一月一通报, 一月一批, 每小时一报. */
const ONE_EACH = new RegExp(
  `(?:一(?<per>${SHORT_PERIOD}|季度|学期)|(?<![每第十])(?<many>[两三五]年|半[年月])|每(?<each>(?!周)${PERIOD}))一(?<what>${DONE_REGULARLY}|${ONE_BY_ONE}|(?!度)\\p{Script=Han}{1,3}?(?=[${PHRASE_STOPS}”]|制度|机制|$))`,
  'gu',
);
const IN_A_ROW = `${SHORT_PERIOD}${DONE_REGULARLY}`;
const SHORTLY = `${SHORT_PERIOD}\\p{Script=Han}{1,2}`;
/** 日巡、周查、月评、季点名: three and more in a row, whatever they are. */
const LONG_ROW = new RegExp(
  `(?:(?=${SHORTLY}、${SHORTLY}、${SHORTLY})|(?<=${SHORTLY}、)(?=${SHORTLY}、${SHORTLY})|(?<=${SHORTLY}、${SHORTLY}、))(?<per>${SHORT_PERIOD})(?<what>\\p{Script=Han}{1,2}?)(?=[${PHRASE_STOPS}”]|机制|制度|$)`,
  'gu',
);
/** 周报告、月会商、季评估: likewise, where one stands by another. */
const ROW = new RegExp(
  `(?:(?<=${IN_A_ROW}、)|(?=${IN_A_ROW}、${IN_A_ROW})|(?<=实施|实行|落实|坚持|执行))(?<per>${SHORT_PERIOD})(?<what>${DONE_REGULARLY})`,
  'g',
);

/** 实行月报制度, 疫情日报告制度: how often, by the name of the rule. */
const BY_RULE =
  /(?<!工作|[每近当零个一\d])(?<=[一-龥]{2})(?<per>[日周旬月季])(?<what>报告?|通报|调度|监测|会商|研判|例会|巡查|检查)(?=制度|制(?=[，。；]|$))/gu;
/** 每月至少安排1天接访: so many days of each. */
const DAYS_OF_EACH = new RegExp(
  `每(?<per>${PERIOD})(?:至少|不[少低]于)?(?:安排|抽出|拿出|用)(?:至少|不[少低]于)?(?:${COUNT}|半)个?(?:半天|天|小时|工作日)(?:的?时间)?(?<what>\\p{Script=Han}{2,20})(?=[${PHRASE_STOPS}]|$)`,
  'gu',
);

/** 每月驻村不少于20天, 每天巡山不少于8小时: how long each time. */
const LONG_EACH_TIME = new RegExp(
  `每(?<per>${PERIOD}|五年|[两三]年)(?<what>(?!平均|人均)\\p{Script=Han}{2,6}?)(?<!时间|时长|时数|天数|工时)(?:累计)?(?=(?:不[少低]于|至少|达到)(?:${COUNT})个?(?:天|小时|工作日|月)(?![以的]))`,
  'gu',
);

const EVERY = /每/;
/** What is done at regular times, in the order in which it is tried; each with what it cannot be without, as all are large. */
const REGULAR: readonly (readonly [pattern: RegExp, sign: RegExp])[] = [
  [REGULARLY, /[每按逐]/],
  [ROW, /[日周旬月季年][^，。；]{1,12}、|(?:实[施行]|落实|坚持|执行)[半日周旬月季年]/],
  [LONG_ROW, /[日周旬月季年].{1,2}、[半日周旬月季年]/],
  [ONE_EACH, /[年度月季期周旬日天晚班时]一/],
  [BY_RULE, /制/],
  [HAS_TO, EVERY],
  [WITH_FIGURE, EVERY],
  [ONE_EACH_TIME, EVERY],
  [DAYS_OF_EACH, EVERY],
  [LONG_EACH_TIME, EVERY],
  [WHATEVER, EVERY],
  [BY_EACH, /[按逐]/],
];

/** 年度: once a year, though it does not say how many times; 年度工作要点 is a name. */
const YEARLY = new RegExp(
  `(?<![\\d每个本全半上下一分]|\\d年|(?:[纳列计]入|取消|作为)[^${PHRASE_STOPS}\\n]{0,12}|${MONTH}月(?:底|末|${DAY}日)前[^${PHRASE_STOPS}\\n]{0,6})年度(?![内底末“]|资料|终了|[^${PHRASE_STOPS}\\n]{0,8}(?:(?:执行|轮换|调整|保障|增长)率|报告|申报表)|[^${PHRASE_STOPS}\\n]{0,12}(?:任务的|(?:从|集中在)?(?:\\d{4}年)?\\d{1,2}月)|${YEARLY_NAMES}|[^${PHRASE_STOPS}\\n]{0,4}(?:目标|安排|指标|任务(?!完成|清单|台账)|保障期|比例|投资|额度)|[^${PHRASE_STOPS}\\n]{0,6}项目(?=\\d|全部|[${PHRASE_STOPS}]|$))[^${PHRASE_STOPS}和及与（\\n\\d]{0,20}`,
  'g',
);

/** 5月1日—9月30日每日调度…: when is not who. */
const DATE = new RegExp(`^(?:${YEAR}年|${MONTH}月|${DAY}日|${DIGIT}{1,4}(?=${DASH})|底|前|${DASH}){1,12}`);

const SEASON = new RegExp(`^${SEASONS}`);
/** 、县级每月研判1次. */
const NEXT_EACH = new RegExp(`、[^、每\\n]{0,12}每${PERIOD}.*$`, 'su');
/** What is held, and not done to something. */
const HELD = /^(?:召开|举行|举办|开展|进行)$/;
/** Who holds an office. */
const OFFICE = /(?:[长员师]|负责人|领导|干部|书记|主任|民警|站所|[县乡镇村]级|[乡镇村])$/;

const STOP = new RegExp(`[${CLAUSE_STOPS}]`);
const CLAUSE_END = new RegExp(`[${CLAUSE_STOPS}${BRACKETS}]`);
/** 200张床位以上的医院: a noun with its condition. */
const CONDITION = new RegExp(`(?:以上|以下|以内)的[^${CLAUSE_STOPS}]{1,12}$`);

/**
 * Reads how often something is to be done, in the text's order. What is done stands behind the
 * number of times, or between it and 每 (每月至少联合执法1次), or before 每 (疏散演练每学期1次); who does
 * it stands before 每 (企业每年…).
 */
export function frequenciesIn(text: string, plain: string): Found<Frequency>[] {
  if (
    !/[每年次按逐]|一[日周旬月季年学]|半[年月]|[日周旬月季年][^、]{1,2}、|[月期周年天]\S{0,8}[一1]次|(?:实[施行]|落实|坚持|执行)[日周旬月季]|[日周旬月季][^，。；\n]{1,2}制/.test(
      plain,
    )
  )
    return [];
  const listed = listedIn(text, plain);
  const each = [...eachIn(text, fill(plain, listed, HIDDEN)), ...sharedIn(text, plain), ...listed];
  const rest = fill(plain, each, HIDDEN);
  const others = [...timesPerIn(text, rest), ...yearlyIn(text, rest), ...regularlyIn(text, rest)];
  return [...each, ...others].sort((a, b) => a.start - b.start);
}

function eachIn(text: string, plain: string): Found<Frequency>[] {
  const found: Found<Frequency>[] = [];
  for (const { 0: whole, index: start, groups = {} } of plain.matchAll(EACH)) {
    const end = start + whole.length;
    const {
      period = '',
      middle = '',
      long,
      per = long?.replace(/^一个?/, ''),
      times = '',
      unit = '',
      more,
    } = groups;
    const comparator = comparatorIn(middle) ?? (more === undefined ? '=' : '≥');
    // 全年组织活动3次 and 全年举办展会30场以上 are figures of the year; 全年不少于3次 says how often.
    if (per === undefined && (comparator === '=' || !/[次遍]/.test(unit))) continue;
    const clause = clauseStart(plain, start);
    const earlier = found.at(-1);
    // 村级每周排查1次、乡镇每半月排查1次: each is said by itself.
    const from = Math.max(clause, earlier && plain[earlier.end] === '、' ? earlier.end + 1 : 0);
    const before = essence(text.slice(from, start).replace(DATE, '').replace(OTHERS, '')).text;
    const behind = text.slice(end, clauseEnd(plain, end)).replace(NEXT_EACH, '').replace(/^的/, '').trim();
    const between = doneIn(text.slice(start + period.length, start + period.length + middle.length));
    // 演练（高危行业每半年至少1次）: what a bracket does not say stands before it.
    const aside = plain[clause - 1] === '（' ? earlier?.what : undefined;
    // 企业家座谈会每两个月召开一次: the meeting is what is held.
    const done = behind || (HELD.test(between) && before !== '' ? before : between) || aside;
    // 县级河长每季度巡河1次，乡级河长每月2次: the same is done by others.
    const same =
      !done && earlier && earlier.who !== '' && clause === earlier.end + 1 && OFFICE.test(before)
        ? earlier.what
        : undefined;
    const what = done || same || before;
    found.push({
      text: text.slice(start, end),
      what,
      who: what === before ? '' : before || whoInClauseBefore(text, plain, start),
      comparator,
      times: numeralValue(times),
      per: per?.replace(/年度$/, '年') ?? '年',
      start,
      end,
    });
  }
  return found;
}

/** 每年汛前、汛中、汛后各排查一次, 每年春秋两季开展: as many times as are named. */
function listedIn(text: string, plain: string): Found<Frequency>[] {
  return Array.from(plain.matchAll(LISTED), ({ 0: whole, index: start, groups = {} }): Found<Frequency> => {
    const { times = '', done = '' } = groups;
    const end = start + whole.length;
    const behind = text.slice(end, clauseEnd(plain, end)).trim();
    return {
      text: text.slice(start, end),
      what: essence(done || behind.replace(/^(?:集中|统一|各)/, '')).text,
      who: essence(text.slice(clauseStart(plain, start), start)).text,
      comparator: '=',
      times: times === '' ? 2 : times.split('、').length,
      per: '年',
      start,
      end,
    };
  }).filter(({ what }) => what !== '');
}

/** 每月 of 乡级河长每月、村级河长每周巡河1次. */
function sharedIn(text: string, plain: string): Found<Frequency>[] {
  if (!/每[^，。；\n每]{1,6}[、和]/.test(plain)) return [];
  return Array.from(plain.matchAll(SHARED), ({ 0: whole, index: start, groups = {} }) => {
    const { per = '', middle = '', times = '', more } = groups;
    return {
      text: text.slice(start, start + whole.length),
      what: doneIn(middle),
      who: essence(text.slice(clauseStart(plain, start), start).replace(OTHERS, '')).text,
      comparator: comparatorIn(middle) ?? (more === undefined ? '=' : '≥'),
      times: numeralValue(times),
      per: per.replace(/年度$/, '年'),
      start,
      end: start + whole.length,
    };
  });
}

function comparatorIn(words: string): Comparator | undefined {
  return COMPARATORS.find(([pattern]) => pattern.test(words))?.[1];
}

/** What is done, as it stands between 每月 and 1次: 至少联合执法, 汛前至少培训. */
function doneIn(middle: string): string {
  const rest = COMPARATORS.reduce((words, [pattern]) => words.replace(pattern, ''), middle);
  return essence(rest.replace(SEASON, '')).text;
}

function timesPerIn(text: string, plain: string): Found<Frequency>[] {
  return Array.from(plain.matchAll(TIMES_PER), ({ 0: whole, index: start, groups = {} }) => {
    const { compared = '', times = '', per = '' } = groups;
    return {
      text: text.slice(start, start + whole.length),
      what: essence(text.slice(clauseStart(plain, start), start)).text,
      who: '',
      comparator: comparatorIn(compared) ?? '=',
      times: numeralValue(times),
      per,
      start,
      end: start + whole.length,
    };
  });
}

function yearlyIn(text: string, plain: string): Found<Frequency>[] {
  return Array.from(plain.matchAll(YEARLY), ({ 0: whole, index: start }): Found<Frequency> => {
    const end = start + '年度'.length;
    return {
      text: text.slice(start, end),
      what: text.slice(end, start + whole.length).trim(),
      who: '',
      comparator: '=',
      times: null,
      per: '年',
      start,
      end,
    };
  }).filter(({ what }) => what !== '');
}

function regularlyIn(text: string, plain: string): Found<Frequency>[] {
  const found: Found<Frequency>[] = [];
  const taken = (start: number, end: number) => found.some((each) => each.start < end && start < each.end);
  for (const [pattern, sign] of REGULAR) {
    if (!sign.test(plain)) continue;
    for (const { 0: whole, index: start, groups = {} } of plain.matchAll(pattern)) {
      if (taken(start, start + whole.length)) continue;
      DONE_TO_IT.lastIndex = start + whole.length;
      const more = pattern !== REGULARLY ? '' : (DONE_TO_IT.exec(plain)?.[0] ?? '');
      // 每周走访不少于15户: a figure.
      if (IS_LIMITED.test(more) && /\d/.test(plain[start + whole.length + more.length] ?? '')) continue;
      const end = start + whole.length;
      const earlier = found.at(-1);
      const clause = clauseStart(plain, start);
      const before = essence(text.slice(clause, start).replace(DATE, '')).text;
      found.push({
        text: text.slice(start, end),
        what: text
          .slice(end - (groups['of']?.length ?? 0) - (groups['what']?.length ?? 0), end + more.length)
          .trim(),
        // 办公室每月调度、每季度通报: the same does both.
        who:
          pattern === ROW || pattern === LONG_ROW
            ? ''
            : earlier && earlier.start >= clause
              ? earlier.who
              : before.replace(/(?:实[施行]|落实|坚持|执行)$/, '') || whoInClauseBefore(text, plain, start),
        comparator: '=',
        times: null,
        per: (['per', 'many', 'each', 'by', 'by2'].map((name) => groups[name]).find(Boolean) ?? '').replace(
          /年度$/,
          '年',
        ),
        start,
        end,
      });
    }
  }
  return found;
}

/** No clause is longer; it keeps the time that a text takes in proportion to its length. */
const LONGEST = 300;

/** A clause begins after a comma, or after a bracket that is still open. */
function clauseStart(plain: string, at: number): number {
  let closed = 0;
  for (let i = at - 1; i >= Math.max(0, at - LONGEST); i--) {
    const char = plain[i] as string;
    if (char === '）') closed++;
    else if (char === '（' && closed-- === 0) return i + 1;
    else if (STOP.test(char)) return i + 1;
  }
  return Math.max(0, at - LONGEST);
}

/** A clause ends at a comma, or at a bracket. */
function clauseEnd(plain: string, from: number): number {
  const end = plain.slice(from, from + LONGEST).search(CLAUSE_END);
  return end < 0 ? Math.min(plain.length, from + LONGEST) : from + end;
}

/** 200张床位以上的医院，每年…: a clause that is a noun with its condition says who. */
function whoInClauseBefore(text: string, plain: string, at: number): string {
  const stop = clauseStart(plain, at) - 1;
  if (plain[stop] !== '，') return '';
  const clause = text.slice(clauseStart(plain, stop), stop);
  return CONDITION.test(clause) ? essence(clause).text : '';
}
