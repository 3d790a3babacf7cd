// What one number says with the words around it: whether it is a figure, of what sort, and compared how.
import type { Stretch } from '../model/passage.js';
import { AFTER_ANY, comparatorOf, LIMITS, OFF_FROM, REACHES_SHARE } from '../words/comparisons.js';
import { matchAt } from '../words/match.js';
import { measureWord } from '../words/measure-words.js';
import { LIST_STOPS, NAME_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { isCondition } from './conditions.js';
import type { Figure } from './figure.js';
import { HIDDEN } from './mask.js';
import { type PrintedNumber, readNumberAt } from './quantity.js';

/** 200张床位以上的医院: what is counted is between the unit and 以上. */
const COUNTED = new RegExp(
  `[^${NAME_STOPS}\\d]{1,4}?(?=${AFTER_ANY}(?:的|[一-龥]{0,2}(?:机构|医院|学校)))`,
  'y',
);
const BEHIND = new RegExp(AFTER_ANY, 'y');
/** 10天供应量, 3个月的需求: what is kept is measured by how long it lasts. */
const LASTS_FOR =
  /(?:的|正常|市场|日均){0,2}(?:供应|消费|使用|储备|用|需求|销售|消耗|存煤|库存|周转){1,2}量?(?=[，。；、）]|$)/y;
/** 30分钟内, which is no 内容. */
const WITHIN = /内(?![部容外控涵环])/y;
/** 5分钟内到达现场的比例. */
const SHARE_BEHIND = /^[^，。；\d]{2,16}(?:比例|占比|比重|率)(?!先)[^，。；\d]{0,6}[\d百]/;
/** 50米内, 500米范围, 60周岁以下. */
const BOUND = new RegExp(`(?:${AFTER_ANY}|范围|半径|覆盖|内|外|高度|深度)`, 'y');
const REACHES_SO_FAR = /(?:半径|距离|间距|高差|误差|水深|埋深|宽度)$/;
/** 办理时限为1个工作日, 服务期1年: how long something takes or lasts is asked. */
const TAKES =
  /(?:办理|办结|审批|响应|到达|服务|质保|保修|养护|建设|合同|租赁|贴息|还款|有效|保障|补贴|贷款|试用|整改)(?:期限?|时限|时间|时长|年限|工期)(?:[为是]|均?为)?$|(?:期限|时限|时间|时长|年限|学制|周期|任期|聘期|公示期)(?:一般|原则上|均|统一|定)?[为是]$|(?:工期|用时|耗时)(?:[为是])?$|公示$/;
/** 企业开办0.5个工作日办结. */
const HANDLED =
  /^内?(?:办结|出证|拿证|领证|到账|响应|处置|反馈)(?=[、，。；”]|$)|^(?:办结|出证|拿证|领证|到账)/;
/** 每新增1000万元, 已到位4300万元: for which something is given, and what has been done. */
const ON_CONDITION =
  /(?:每(?:再)?(?:新增|增加|增长|超过?|提高|提升|减少|下降|吸纳|发现|新?建|(?:超比例)?安排|招用|引进|培养|培训|放映|收购)|已(?:经)?(?:到位|完成|建成|支付|拨付|落实))$/;
/** 超过20%（含）以上的再奖, 完成60%—100%的按…: of those something is said. */
const THEY_GET = /^的(?:再|另|给予|予以|可|按|由|兑现|限期|不予|一律|全额|取消|评[为定]|确定为)/;
/** 1年以上劳动合同, 3年以上工作经历: what somebody has. */
const OF_SPAN =
  /^的?(?:固定期限)?(?:劳动合同|合同|贷款|工作|从业|任职|实践|经[验历]|学历|工龄|教龄|党龄|社保|居住|服务期|刑)/;
/** 可申请最高不超过300万元的贷款: how much it is. */
const HANDED_OUT = /(?:申请|给予|予以|发放|享受|提供|获得)(?:一次性)?$/;
/** 补助不低于700元的生活费; 补助超过500万元的项目 are those of which something is said. */
const GIVES = /(?:补助|补贴|奖励|资助)(?:一次性)?$/;
const OF_MONEY = /^的[^，。；]{0,6}(?:费|金|补贴|补助|奖励|津贴)/;
/** 投资额在3000万元—1亿元的. */
const AMONG = /(?:[额量]|收入|产值|投资|规模|人数|面积)[在为]$/;
/** 分别占比达30%、20%: likewise. */
const SHARES_NAME = /分别\p{Script=Han}{0,3}(?:占比|率|比例|比重)$/u;
const NAMES_COUNT = /(?:人次|人数|户数|[头只辆件]数|数量|总量|总数|收入|产值|投资|存栏|出栏)$/;
/** 男女厕位比例为2∶3, 三次产业结构调整为14∶42∶44. */
const NAMES_RATIO = /(?:比例?|配比|结构)(?:调整|优化|调优)?(?:为|是|达|到)?$/;
/** 按照4:3:3的比例分担. */
const IS_RATIO = /^的?(?:比例|配比)/;
/** 经济指标占40分, 奖励积分200分: how a score is made up of points. */
const OF_SCORE = /(?:占|分值|积分)为?$/;
/** 耕地保有量不突破86.4万亩下限: the number is a bound, whatever is said before it. */
const BOUNDS: readonly (readonly [RegExp, Figure['comparator']])[] = [
  [/^的?下限/, '≥'],
  [/^的?上限/, '≤'],
  [/^大关/, '>'],
];
/** 保持100米以上的安全距离: how far it reaches is asked. */
const OF_DISTANCE = /^的[^，。；\d]{0,4}(?:距离|间距|间隔|高度|宽度|深度|水深)/;
/** 3.2万农村居民: who is counted, without a word that counts. */
const OF_PEOPLE =
  /^[^，。；、\d的余多用于为给向对]{0,8}(?:人口|居民|群众|妇女|儿童|老年?人|学生|劳动力|职工|农民|农户|牧民|党员|干部|市民)(?!均)/;
/** 占耕地面积的四分之一: a share of what is named. */
const IS_PART_OF = /占[^，。；\d]{2,14}的?$/;
/** 由3至7人组成: both ends of a span. */
const FROM_ONE = /^(?<first>\d{1,6}(?:\.\d{1,3})?)(?:至|到|[—–~～-])$/;
/** 消除66人以上超大班额: what is to be no more. */
const ENDED = /(?:消除|淘汰|取缔|关停|拆除|杜绝|防止|遏制|整治|打击)$/;
const OF_NOUN = /^\p{Script=Han}{2}/u;
/** 至少建成1个, 不高于同地段租金的85%: the comparing word does not stand at the number. */
const ASKED = new RegExp(
  `(?<words>${LIMITS.map(([words]) => words).join('|')})[^${PHRASE_STOPS}（）\\d]{1,24}$`,
);
const IS_LIMITED = new RegExp(`^(?:${LIMITS.map(([words]) => words).join('|')})`);
/** 储备达到城区居民10天供应量: likewise, of what is kept. */
const REACHES = new RegExp(`(?:达到?|满足)[^${PHRASE_STOPS}（）\\d]{1,14}$`);
/** 达到户籍人口的20%: of what it is a share. */
const REACHES_PART = new RegExp(`(?<words>${REACHES_SHARE})[^${PHRASE_STOPS}（）\\d]{1,14}的$`);
/** 价格低于市场价15%: how far from what. */
const FROM_WHAT = new RegExp(
  `(?<!不[得应能宜]?)(?:${OFF_FROM.map(([words]) => words).join('|')})(?<what>[^${PHRASE_STOPS}（）\\d]{2,12})$`,
);
/** 春节前后各组织1次: how often, as the time before it says. */
const EACH_TIME = new RegExp(`${HIDDEN}各[^${PHRASE_STOPS}\\d]{0,4}$`);
const END = new RegExp(`[${LIST_STOPS}（）]|$`, 'y');

type Lead = PrintedNumber &
  Readonly<Partial<Record<'was' | 'against' | 'respectively' | 'than' | 'up' | 'down' | 'before', string>>>;

/** @param joined the figure before it, with which it shares what 分别 says of both */
export function figureOf(
  clause: string,
  match: RegExpExecArray,
  joined: Figure | undefined,
): Figure | undefined {
  const { 0: whole, index } = match;
  const prior = clause.slice(0, index);
  const lead = (match.groups ?? {}) as Lead;
  const measured = readNumberAt(clause, index + whole.length, lead);
  const { unit, more, ratio } = measured;
  const first = FROM_ONE.exec(lead.was ?? '')?.groups?.['first'];
  const isFromOne = first !== undefined && !lead.before && !lead.up && !lead.down;
  const values = isFromOne ? [Number(first), ...measured.values] : measured.values;
  let { end } = measured;
  const { han, span, bounds, ...word } = measureWord(unit);
  const isPart = /分之|半|\//.test(lead.number ?? '');
  const rate = word.rate ?? (isPart && unit === '');

  const noun = matchAt(COUNTED, clause, end) ?? '';
  const behind =
    matchAt(BEHIND, clause, end + noun.length) ?? (span ? matchAt(WITHIN, clause, end) : '') ?? '';
  const before = lead.before ?? '';
  const asked = before === '' ? ASKED.exec(prior)?.groups?.['words'] : undefined;
  // 投资额在3000万元—1亿元的项目: between which they are.
  const among =
    values.length === 2 &&
    !ratio &&
    (rate
      ? THEY_GET.test(clause.slice(end))
      : AMONG.test(prior) && /^(?:（含）)?(?:之间)?的/.test(clause.slice(end)));
  const part = rate && before === '' ? REACHES_PART.exec(prior)?.groups?.['words'] : undefined;
  const compared = Boolean(before || behind || asked || joined || among);
  const last = end + noun.length + behind.length;
  const kept = span && noun === '' ? (matchAt(LASTS_FOR, clause, last) ?? '') : '';
  const reached = kept !== '' && before === '' && REACHES.test(prior) ? '达到' : '';
  // 10%以上的企业: a share of them is asked.
  const condition =
    among ||
    // 1至3年内: a time.
    (span && values.length === 2 && behind === '内') ||
    ON_CONDITION.test(prior) ||
    (span && behind !== '' && before === '' && OF_SPAN.test(clause.slice(last))) ||
    (rate && behind !== '' && THEY_GET.test(clause.slice(last))) ||
    (ENDED.test(prior) && behind !== ''
      ? OF_NOUN.test(clause.slice(last))
      : compared &&
        !((rate || unit === '成') && before === '' && !lead.up && !lead.down) &&
        kept === '' &&
        !(
          (before !== '' || ASKED.test(prior)) &&
          (HANDED_OUT.test(prior) || (GIVES.test(prior) && OF_MONEY.test(clause.slice(last))))
        ) &&
        isCondition(clause, { prior, from: end, end: last, before }));
  if (condition || noun === '') end = last;
  const isNone = lead.number === '零' && /[为是]零$/.test(clause.slice(0, index + whole.length));
  const isHan = !isPart && lead.number !== undefined && !/\d/.test(lead.number);
  const changes = Boolean(lead.up ?? lead.down);
  if (
    isHan &&
    !isNone &&
    !(
      values.length > 1 ||
      (han && (compared || changes || (values[0] ?? 0) > 1)) ||
      (IS_LIMITED.test(before) && unit !== '' && unit !== '类' && !span && (values[0] ?? 0) > 1)
    )
  )
    return undefined;
  // 每3个行政村: of how many there is to be one.
  if (clause[index - 1] === '每' && !compared) return undefined;
  // 近三年 is a time.
  if (
    span &&
    !(
      (compared ||
        changes ||
        kept ||
        TAKES.test(prior) ||
        HANDLED.test(clause.slice(end)) ||
        (unit === '分' && OF_SCORE.test(prior)) ||
        (unit === '成' && clause[end] === '的')) &&
      !(unit === '年' && /^近/.test(before))
    )
  )
    return undefined;
  // 5分钟内到达现场的比例: of those that are as fast, a share is asked.
  if (span && behind === '内' && SHARE_BEHIND.test(clause.slice(last))) return undefined;
  // 50米内, 60周岁以上: where it is and who they are, not what is to be reached.
  // 服务半径500米以内: how far it reaches is asked.
  if (
    bounds &&
    !before &&
    !REACHES_SO_FAR.test(prior) &&
    !OF_DISTANCE.test(clause.slice(last)) &&
    matchAt(BOUND, clause, measured.end) !== undefined
  )
    return undefined;
  if (unit === '次' && EACH_TIME.test(prior)) return undefined;
  // 扣2分, 另加20分: how a score is made up.
  if (unit === '分' && /[扣加]$/.test(prior)) return undefined;
  // 发现2次的: what happened.
  if (!compared && unit === '次' && clause[end] === '的') return undefined;
  // A ratio is said to be reached, and 10:30 is not; 控制在0.02以内 needs no unit.
  const alone = matchAt(END, clause, end) !== undefined;
  if (
    ratio
      ? !before && !NAMES_RATIO.test(prior) && !IS_RATIO.test(clause.slice(end))
      : unit === '' &&
        !(isPart && (behind !== '' || changes || IS_PART_OF.test(prior))) &&
        !isNone &&
        !((lead.magnitude ?? '') !== '' && OF_PEOPLE.test(clause.slice(end))) &&
        !(
          alone &&
          (compared ||
            // 接待游客人次300万: what is counted says in what.
            (lead.magnitude !== undefined && NAMES_COUNT.test(prior)) ||
            ((isPart || (lead.number ?? '').includes('.')) && changes) ||
            clause[index - 1] === '为')
        )
  )
    return undefined;

  end += kept.length;
  const off = rate && before === '' && !changes ? FROM_WHAT.exec(prior) : null;
  const change = lead.up ? 'increase' : lead.down ? 'decrease' : directionOf(off?.[0]);
  const against =
    (isFromOne ? undefined : lead.was) ??
    // 分别比上年下降15%和20%.
    (change &&
      (lead.against ?? lead.than)?.replace(/^(?:较|[同相]?比(?=.)|在)/, '').replace(/的?基础上$/, ''));
  const from = off?.groups?.['what'] ?? '';
  // 同比 without a change is no part of the figure.
  const words = (lead.against ?? '') + (lead.respectively ?? '') + (lead.than ?? '');
  const start = isFromOne
    ? index + 1
    : changes || lead.was
      ? index
      : index + whole.indexOf(words) + words.length;
  const bound = BOUNDS.find(([pattern]) => pattern.test(clause.slice(last)))?.[1];
  const compares = comparatorOf(before || (asked ?? part ?? reached), behind === '内' ? '以内' : behind);
  return {
    start,
    end,
    comparator:
      values.length === 2 && !ratio ? 'range' : (bound ?? (more && compares === '=' ? '>' : compares)),
    values,
    unit: ratio ? '∶' : unit + (condition ? noun : ''),
    rate,
    ...(change && { change }),
    ...(against && { baseline: stretchOf(whole, index, against) }),
    ...(from !== '' && { baseline: { start: index - from.length, end: index } }),
    ...((lead.respectively ?? SHARES_NAME.test(prior)) && { respectively: true }),
    ...(IS_LIMITED.test(asked ?? before) && { limited: asked ? 'verb' : 'here' }),
    ...(condition && { condition }),
  };
}

function directionOf(words: string | undefined): Figure['change'] {
  return words === undefined ? undefined : OFF_FROM.find(([each]) => new RegExp(`^${each}`).test(words))?.[1];
}

/** Where a part of a match stands. */
function stretchOf(whole: string, start: number, part: string): Stretch {
  const from = start + whole.indexOf(part);
  return { start: from, end: from + part.length };
}
