import { anyOf } from '../words/any-of.js';
import { FIVE_YEAR_PLANS, MONTH, YEAR, YEAR_WORDS } from '../words/calendar.js';
import { REACHED } from '../words/comparisons.js';
import { GIFT } from '../words/gifts.js';
import { SCOPE } from '../words/levels.js';
import { FOR_EACH_ONE } from '../words/measure-words.js';
import { CIRCLED, ITEM_NUMBER, ONE_TO_NINE, POINT_NUMBER } from '../words/numerals.js';
import { CLAUSE_STOPS, PHRASE_STOPS } from '../words/punctuation.js';
import { TELLING } from '../words/role-words.js';
import { DOER } from '../words/unit-names.js';
import { COUNTS, LIGHT, MANNER, OTHER_DOINGS } from '../words/verbs.js';

/** Where or in which year a duty holds; said before what is measured. */
const HOLDS = `(?:${SCOPE}|全国(?=(?:累计|共)?(?:计划|新?开工|完成|实现|实施|${COUNTS}))|(?:(?:中心|主)?城区|县城)(?=新建|新增|改造|改扩建)|[我本][省市县区镇乡州旗](?!级|属|域)|全(?:系统|行业)(?=实现|完成|累计)|本(?:学期|学年|届|季度|月)(?=.{3})|全年|年内|今[春夏秋冬]|本年度|${YEAR}年(?:度$|(?!度|\\d|${MONTH}月))|“?${anyOf(Object.keys(FIVE_YEAR_PLANS))}”?期间|${anyOf(Object.keys(YEAR_WORDS))})`;

/** What joins a phrase to the one before it, and numbers of lists. */
const JOINT = `(?:[、，,：和及与/*\\s]|并(?![网购轨]))+|或者?(?!许)|${ITEM_NUMBER}|${POINT_NUMBER}|${CIRCLED}`;

/** 各县（市、区）完成…, 各单位要…: each of them does it. */
const EACH_OF_THEM = '各(?:[省市县区乡镇村州旗地]|街道|单位|部门|（[^（）]{1,8}）|、){1,5}';

/** 某局要, 某委负责, 园区全年完成: who does it is not what is done. */
const WHO = `[^${PHRASE_STOPS}\\s]{2,12}?(?:(?<!全部)(?<=${DOER})(?:要|应(?!急)|${TELLING})(?=.)|全年(?=完成|实现))|[^${CLAUSE_STOPS}]{2,14}[两三]级(?=在|重点|共同|联合)|${EACH_OF_THEM}(?:要|须|应(?!急)|(?=完成))|[各每](?:单位|代表团|代表队|队|校|班|镇)(?:可|限)报(?=.)`;

/** 根治欠薪：工资保证金…: a title, and what stands behind it. */
const TITLE = '[^，。；：\\n]{2,14}：(?=.{4})|(?:目标|任务|工作|建设|年度|主要|总体|重点){1,3}(?:内容)?：';
/** 每个乡（镇）每年免费送戏: where it is done. */
const EACH_PLACE = `每个?(?:乡|镇|村|县|区|市|街道|社区|行政村|自然村|乡镇|单位|学校)(?:（[^（）]{1,4}）)?每[年月周](?=.)`;
/** 可解决…, 最高支付…, 计划开工…, 限期淘汰…: before a verb, how it is to be done. */
const LEADS_TO = `(?:可(?=解决|新增|带动|吸纳|容纳|惠及|实现|增加|减少)|最高(?=支付|给予|可)|最多(?=可)|共(?=演出|举办|安排|新增|完成|建设)|计划(?:安排(?=.{2})|再(?=.{2})|(?=新?[种打修挖]|开挖|[种打修]\\p{Script=Han}{2}|\\p{Script=Han}{2,6}(?:播种|面积|造林)|收购|收储|投入|除险|${OTHER_DOINGS}))|(?:计划|限期|重点|优先)(?=在|${COUNTS}|新?开工|完成|实施|造林)|扶持(?=建设|新建|发展|培育|创建|打造)|动员(?=.{2})|巩固(?!率)(?:落实好?)?(?=.{3})|预计(?=.{3})|通过[^，。；\\n\\d]{2,24}?(?:方式|形式|途径|渠道)(?=.)|以[^，。；、\\n\\d]{1,6}为(?:单位|基数)(?=.{2})|带动(?=${SCOPE})|原则上(?!不|最|至|可|应|按|每|达|以|为|$)|[${ONE_TO_NINE}十]是(?=.)|包括(?=.{2}))`;

const VERB = `${MANNER}?${LIGHT}(?!率|度|数|量|情况|值|比)`;
/** 在青山、白河等乡镇造林, 国道沿线安排…, 在主导产业领域引进…: where it is done is not what is done. */
const WHERE =
  '(?:在[^，。；\\n]{2,24}?(?:等(?:乡镇|镇街|[乡镇村县区地市]|街道|社区)|领域|范围内|地区|区域|沿线)|[^，。；、\\n]{2,10}(?:沿线|两侧|境内))';
/** 为寄宿制学校更新…, 对高校毕业生发放…: for whom it is done is not what is done. */
const FOR_WHOM = `(?:(?:为|对(?!口)|向|面向|支持|推动)(?:[^，。；、\\n]{2,16}?|[^，。；\\n]{2,20}?等[^，。；、\\n]{0,4}?)|${WHERE})(?=(?:重点|优先|免费)?(?:${COUNTS}|新?开工|提供|减免|放映|发放|给予|实施|安排|造林|营造)(?![率量]))`;
/** 在某镇实施…, 在某乡实施…: of which of them it is. */
const IN_TOWN = `在(?<town>\\p{Script=Han}{2,5}?(?:[乡镇]|街道))(?=(?:重点)?(?:${COUNTS}|实施|安排|造林))`;
const LEADING = new RegExp(
  `^(?:${JOINT}|${TITLE}|${WHO}|${IN_TOWN}|${FOR_WHOM}|(?<scope>${HOLDS})(?:范围内)?|${EACH_PLACE}|每年(?=.)|${VERB}|${LEADS_TO})`,
  'u',
);
const IS_YEAR = new RegExp(`^${YEAR}年$`);
const IS_SCOPE = new RegExp(`^${SCOPE}$`);
const LEADING_VERBS = new RegExp(`^(?:${JOINT}|${VERB})+`, 'u');

/** What may stand between a subject and its figure; the longer of two that end alike comes first. */
const TRAILING =
  '需要 需 将有 达到并 限报 力争 确保 应当 预期 月人均 全年人均 年人均 人均 户均 月均 日均 年均 平均 均 都 共计 共 为 是 不断 稳步 的 累计 要 须 应 分别 全年 常年 一般 至少 同口径 同比 环比 达到 占 按照 按 原则上 可在此基础上 可 将 最多 涉及 必 再 守住 统一 总体 各 在 由 ：'.split(
    ' ',
  );
/** What has been done stands behind what it is done to: 危房改造完成126户. */
const DONE_BEHIND =
  /(?<=\p{Script=Han}{2})(?<!基本)(?:完成|建成|新增|配备|实现)$|(?<=率|总量|人数|费用|流量|水位)控制$|(?<=结构|比例?)(?:调整|优化|调优)[为到]?$|(?<=人数|人次|收入|产值|[量额率])年$/u;
/** 比同期市场平均价低5%: against what it is measured is not what is measured. */
const AGAINST_WHAT = new RegExp(
  `(?:比|较)[^${PHRASE_STOPS}]{2,16}(?:低|高|少|多|压缩|压减|缩短)$|(?<!不[得应能宜]?)(?:[高低快]于|优于(?![^${PHRASE_STOPS}（）]{1,8}(?:率|比例|比重|占比)$))[^${PHRASE_STOPS}（）]{2,16}$|(?:超出|高出)[^${PHRASE_STOPS}（）]{0,12}(?:标准|目标|水平|平均|要求|计划)$|(?<=\\p{Script=Han}{3})(?:${REACHED}|满足)(?![^${PHRASE_STOPS}]{0,8}(?:总|率$|比例$|比重$|占比$))[^${PHRASE_STOPS}\\d]{2,8}$|在[^${PHRASE_STOPS}]{2,16}基础上$|(?<=\\p{Script=Han}{2})由[^，。；\\d]{1,20}(?:财政|政府|单位|部门|企业|[省市县区乡镇])(?:按照?)?$|以[^${PHRASE_STOPS}]{1,6}为单位$`,
  'u',
);
/** 改造率于…前达到, 比例2026年达到: when is not what. */
const MAY_END_WITH_TIME = /[于年底末]$/;
const WHEN = new RegExp(
  `(?<=.{2})(?:务必|须|应|拟|定)?(?<![用位处属对关高低大小少多优快不等在基终由])于$|(?<=.{2})${YEAR}年(?:底|末)?$`,
  'gu',
);
/** 每生每年, 每亩, 每千人: by what it is counted. */
const FOR_EACH =
  /(?:每(?!(?:[年月周日天]|季度)(?![每度])\p{Script=Han})(?:(?!每|\p{Script=Han}{0,2}(?:补[助贴]|奖[励补]|外出|驻村|巡河|巡查|走访))\p{Script=Han}){1,3}){1,3}$|每[\d.]{1,6}[百千万]?(?:个|户|人|名|亩|公里|平方公里|张|台|辆|家)$/u;
/** 草场每亩补助, 公厕每座每年管护经费: for each of which it is given is not what is given. */
const OF_EACH_GIFT = new RegExp(`${FOR_EACH_ONE}(?=${GIFT}$|[^${PHRASE_STOPS}]{0,2}经费$)`);
/** For whom or where it is done, and who is to do it, before the verb that governs what is counted. */
const BEFORE_VERB = new RegExp(
  `^(?:(?:每(?:\\d{1,3}(?:\\.\\d{1,2})?万?(?:个|公里|米|平方公里|户|人|名|亩|张)|(?![百千万\\d年月])个?)|面向|围绕|支持|帮助)[^${PHRASE_STOPS}]{1,10}?(?=开展|${COUNTS}(?![^${PHRASE_STOPS}]{0,4}(?:资金|基金|${GIFT})))(?:开展)?|每[人户](?!口)(?:每[年月](?=补[助贴]|奖[励补]|发放|给予))?|每[个所](?=[^${PHRASE_STOPS}]{1,8}(?:补[助贴]|奖[励补])$)|各[^${PHRASE_STOPS}]{1,8}?(?:要|应(?!急)当?|必?须)(?=.{3})|共(?=选[聘派]|培训|建成|完成|新建|引进|发放|举办|开展|实施))`,
);

/**
 * Takes from a phrase what does not say what it is about: leading scopes and light verbs, and words
 * that only lead over to a figure.
 */
export function essence(phrase: string): { readonly text: string; readonly scope: string } {
  let text = phrase.trim();
  let scope = '';
  for (let found = LEADING.exec(text); found && found[0] !== ''; found = LEADING.exec(text)) {
    const { town = '', scope: printed = town } = found.groups ?? {};
    // 2026年全县…: where, and not when.
    if (scope === '' || (IS_YEAR.test(scope) && IS_SCOPE.test(printed))) scope = printed;
    text = text.slice(found[0].length);
  }
  const bare = withoutTrailing(
    withoutTrailing(text.replace(BEFORE_VERB, '').replace(OF_EACH_GIFT, '')).replace(FOR_EACH, ''),
  ).trim();
  const own = withoutTrailing(bare.replace(AGAINST_WHAT, '')).replace(DONE_BEHIND, '');
  return { text: MAY_END_WITH_TIME.test(own) ? own.replace(WHEN, '') : own, scope };
}

/** What ends as words that lead over to a figure do. */
const OWN_ENDING = /(?:[摘纪概提]要|[所急必内军民供]需|自由|理由|事由|案由|缘由)$/;

function withoutTrailing(text: string): string {
  let end = text.length;
  for (;;) {
    const word = TRAILING.find((each) => text.endsWith(each, end));
    // 中文摘要, 自由 end in a word of their own.
    if (word === undefined || OWN_ENDING.test(text.slice(0, end))) return text.slice(0, end);
    end -= word.length;
  }
}

/** Takes from a phrase the verbs that only say that it is to be done. */
export function withoutVerbs(phrase: string): string {
  return phrase.replace(LEADING_VERBS, '').trim();
}
