// What is counted stands behind the figure.
import { BUILDS, COUNTS, MANNER, NAMED_WITH, OTHER_DOINGS, SETS_UP } from '../../words/verbs.js';
import { BESIDE } from '../conditions.js';
import { carryVerb } from '../shared.js';
import { DEPENDENT } from './dependent.js';
import type { SubjectReading } from './measurand.js';
import { countedIn, nounIn } from './nouns.js';

/** 可申请最高300万元的贷款. */
const HANDED_OUT = /(?:申请|提供|享受|获得)$/;
/** What can be counted by itself. */
const COUNTED_IN = /^[个家名座处所项户条件台辆套宗支片栋批]$/;
/** Likewise, and people. */
const COUNTED_OF = /^(?:[个家名座处所项户条件台辆套宗支片栋批]|人次?)$/;
const COUNTED_OR_DONE = /^[个家名座处所项户条件台辆套宗支片栋批次场]$/;
const PLACES = /^[^、（）等]{2,12}(?:、[^、（）等]{2,12}){1,6}$|^\p{Script=Han}{2,12}[及和]$/u;
const DONE_TO_THEM = new RegExp(`^新?(?:${COUNTS}|${BUILDS}){1,2}`);
/** 日处理, 年产: how much a plant can do. */
const CAPACITY = /[日年](?:处理|产|供水?|加工|屠宰|接待|发电)$/;
/** 全部镇均建有: nothing but that there is to be one. */
const HAS = /(?:均|都|各|至少|应|必须|要){0,3}(?:建有|设有|配有|拥有|至少[有办建设]|[都均应]有)$/;
const IS_PLACE =
  /^(?![各全每建培打])\p{Script=Han}{2,5}(?:[乡镇县]|街道|市|(?<![小园社片景城校林库牧山湖灌辖])区)$/u;
const LENGTH = /^(?:公里|千米|米|km)$/;
/** 河桥至渡口: a road by its ends. */
const FROM_TO = /[^\d年月日]{2}(?:至|到|—)[^\d，。；达]{2,8}$/;
/** 抽查不少于200台电梯: the object stands behind the figure. */
const TAKES_OBJECT = new RegExp(`${COUNTS}$`);
/** 引进和培养, 培养资助. */
const VERBS = new RegExp(`^(?:${COUNTS}[和及、]?)?${COUNTS}$`);
const BUILT = new RegExp(`^${NAMED_WITH}|${NAMED_WITH}$`);
/** 选派, 免费: a word that says nothing of what is counted behind it. */
const BARE_VERB = new RegExp(
  `^(?:(?:新?|帮助|协助)\\p{Script=Han}{1,2}|(?:新?(?:${COUNTS}|${BUILDS})){1,2}(?:提升|投运|使用|并网)|${OTHER_DOINGS}{2}|(?:以[^，。；、\\d]{2,16})?\\p{Script=Han}{2}好)$`,
  'u',
);

/** 完成县级中心、12个乡镇中心: one without a number, before those that have one. */
const LISTED = /[、](?=$)/;
/** 全国首批50项举措, 我省70项举措: which of them. */
const WHICH = /(?:首批|第一批|^[我本全][省市县区])$/;
/** 每支参赛队可报2名选手: of each of whom so many. */
const OF_EACH =
  /^(?<each>每[个支位名项家村校班][^，。；、\d]{0,14}?)(?:可以?|限|只能|能|须|应){1,2}\p{Script=Han}{0,2}$/u;
const SET_UP = new RegExp(`^[^的]{0,20}?(?<verb>${SETS_UP})(?<measured>\\p{Script=Han}{2,6})?$`, 'u');
const IS_SIZE = /规模$/;
/** 加快建设总投资7.58亿元的项目: how much the whole is. */
const IN_ALL = new RegExp(`^(?:${MANNER}|${COUNTS}|${BUILDS}|推进){0,2}(?<own>总投资)$`);
/** 财政每年安排150万元专项资金. */
const SETS_ASIDE = /(?:安排|拿出|列支|设立)$/;
/** 投入10万元举办招聘会: what it is for stands behind. */
const FUNDS = /(?:资|资金|金|款|费|债券|基金|股)$/;

/** 10分钟响应、24小时处置: what is to be done so fast. */
const SO_FAST = /^内?(?<done>响应|处置|办结|反馈|到场)(?=[、，”]|$)/;
const QUOTED = /[“、]$/;
/** 改造县域内10所村小操场: where they are. */
const INSIDE = new RegExp(
  `^(?<verb>${COUNTS}|${BUILDS})?[^、的]{2,10}?(?:域内|境内|范围内|城区内|[乡镇村县]内)$`,
);
/** 考核组对35个单位进行核验, 企业必须完成1次培训: to whom something is done, and who has to do it. */
const TO_WHOM =
  /^[^、的]{0,8}(?:组|局|委|办|站|中心|部门|机关|人员)(?:[对向为给]|必须|应当?|须|要)$|^[^、的]{2,8}(?:必须|应当)$/;

/** Where what stands before the figure says more than how it is done. */
export const COUNTED_BEHIND: readonly SubjectReading[] = [
  ({ prefix, suffix }) => {
    const done = SO_FAST.exec(suffix)?.groups?.['done'];
    return done !== undefined && (QUOTED.test(prefix) || prefix === '') ? { subjects: [done] } : undefined;
  },
  ({ text, behind, figure, scoped }) => {
    const inside = INSIDE.exec(text);
    if (behind === '' || !COUNTED_OR_DONE.test(figure.unit) || !(inside ?? TO_WHOM.exec(text)))
      return undefined;
    const { verb = '' } = inside?.groups ?? {};
    return { subjects: [(BUILT.test(verb) ? verb : '') + countedIn(behind)], ...scoped };
  },
  // 平桥镇护岸、…等8处水毁工程修复: the list is what the figure counts.
  ({ text, behind }) => {
    const scope = /^(.+)等$/.exec(text)?.[1];
    return scope !== undefined && behind !== '' ? { subjects: [behind], scope } : undefined;
  },
  // 可申请最高300万元的贷款, 提供不少于30天的照护: what is handed out.
  ({ prefix, suffix, behind, scoped }) =>
    behind !== '' && suffix.startsWith('的') && HANDED_OUT.test(prefix)
      ? { subjects: [countedIn(behind)], ...scoped }
      : undefined,
  // 实施甲、乙3处集中供水工程, 某校及13处学校操场: the places are named, and what stands behind is counted.
  ({ text, behind, suffix, figure }) =>
    behind !== '' &&
    COUNTED_IN.test(figure.unit) &&
    !suffix.startsWith('的') &&
    PLACES.test(text) &&
    !TAKES_OBJECT.test(text)
      ? { subjects: [countedIn(behind)], scope: text.replace(HAS, '').replace(/及其?他?$/, '') }
      : undefined,
  // 关停退出参与整合的6家企业: which of them, before how many.
  ({ text, behind, prefix, suffix, figure, scoped }) =>
    behind !== '' && COUNTED_OF.test(figure.unit) && /[^的].的$/.test(prefix) && !suffix.startsWith('的')
      ? { subjects: [(DONE_TO_THEM.exec(text)?.[0] ?? '') + countedIn(behind)], ...scoped }
      : undefined,
  ({ prefix, text, behind, figure, scoped }) =>
    behind !== '' && !figure.rate && LISTED.test(prefix) && text !== ''
      ? { subjects: [carryVerb(text, countedIn(behind), '、')], ...scoped }
      : undefined,
  ({ text, scoped, behind, figure }) => {
    const which = text || scoped.scope || '';
    return behind !== '' && COUNTED_IN.test(figure.unit) && WHICH.test(which)
      ? { subjects: [countedIn(behind)], scope: which }
      : undefined;
  },
  ({ text, behind, figure }) => {
    const each = OF_EACH.exec(text)?.groups?.['each'];
    return each !== undefined && behind !== '' && COUNTED_IN.test(figure.unit)
      ? { subjects: [countedIn(behind)], scope: each }
      : undefined;
  },
  ({ text, behind, suffix, figure }) =>
    text === '投入' &&
    figure.unit === '元' &&
    behind !== '' &&
    !suffix.startsWith('的') &&
    !FUNDS.test(behind)
      ? { subjects: [text] }
      : undefined,
  ({ text, behind, suffix }) => {
    const own = IN_ALL.exec(text)?.groups?.['own'];
    return own !== undefined && behind !== '' && suffix.startsWith('的')
      ? { subjects: [own], scope: behind, dependent: true }
      : undefined;
  },
  // 组建不少于10人的队伍, 安装效率不低于60%的设施: what is set up, or what it is measured by.
  ({ text, behind, suffix, scoped }) => {
    const { verb = '', measured } = SET_UP.exec(text)?.groups ?? {};
    if (verb === '' || behind === '' || !/^的(?!要求|标准|(?:年度)?(?:目标|任务))/.test(suffix))
      return undefined;
    return measured === undefined || IS_SIZE.test(measured)
      ? { subjects: [(BUILT.test(verb) ? verb : '') + behind], ...scoped }
      : { subjects: [measured], scope: behind };
  },
  // 每年安排150万元专项资金: what is set aside, and not who does it.
  ({ text, behind, suffix, figure, scoped }) =>
    figure.unit === '元' && SETS_ASIDE.test(text) && FUNDS.test(countedIn(behind)) && !suffix.startsWith('的')
      ? { subjects: [countedIn(behind)], ...scoped }
      : undefined,
  // 村周不少于20米的林带: what is to be there.
  ({ text, behind, suffix, scoped }) =>
    behind !== '' && suffix.startsWith('的') && BESIDE.test(text)
      ? { subjects: [countedIn(behind)], ...scoped }
      : undefined,
  // 日处理3万吨水厂: the plant.
  ({ text, behind, scoped }) =>
    behind !== '' && CAPACITY.test(text) && text.length <= 8
      ? { subjects: [nounIn(behind)], ...scoped }
      : undefined,
  // 各区建有1所公办学校, 奋斗镇1.6万吨蔬菜仓储: who has it is not what is counted.
  ({ text, behind, suffix, scoped }) =>
    behind !== '' && !suffix.startsWith('的') && (HAS.test(text) || IS_PLACE.test(text))
      ? { subjects: [countedIn(behind)], scope: text.replace(HAS, ''), ...scoped }
      : undefined,
  // 解决农村300万人的饮水安全问题; 日处理400吨的转运中心; 收入三成的奖金.
  ({ text, behind, suffix, figure, scoped }) => {
    if (behind === '' || !/^的(?!要求|目标|标准)/.test(suffix)) return undefined;
    if (text.startsWith('解决')) return { subjects: [`解决${behind}`], ...scoped };
    return CAPACITY.test(text) || figure.unit === '成'
      ? { subjects: [nounIn(behind)], ...scoped }
      : undefined;
  },
  // 河桥至渡口3.4公里道路.
  ({ text, behind, figure, scoped }) =>
    behind !== '' && LENGTH.test(figure.unit) && FROM_TO.test(text)
      ? { subjects: [countedIn(behind) || behind], ...scoped }
      : undefined,
];

/** Where only the verb that governs it stands before the figure. */
export const OBJECT_BEHIND: readonly SubjectReading[] = [
  ({ text, behind, prefix, suffix, figure, scoped }) => {
    // 收益的七成以上返还林农: a share of what is named.
    const isShare = /^成?$/.test(figure.unit) && prefix.endsWith('的');
    if (behind === '' || suffix.startsWith('的') || isShare) return undefined;
    const verb = TAKES_OBJECT.test(text) ? text.slice(text.lastIndexOf('等') + 1) : '';
    // 覆盖20%规模以上企业, 新建3座桥: a share is not what is counted, and what is built has its verb.
    if (verb !== '' && (figure.rate || BUILT.test(verb)) && (VERBS.test(verb) || !/[和及]/.test(verb)))
      return { subjects: [verb + behind], ...scoped };
    // 培训200名教师: the teachers are counted, and not the trainings.
    if (!/^(?:[“\p{Script=Han}]|\d?[A-Z]{1,4}\p{Script=Han})/u.test(behind)) return undefined;
    if (verb === '' && (!BARE_VERB.test(text) || DEPENDENT.test(text))) return undefined;
    const counted = countedIn(behind);
    return counted === '' ? undefined : { subjects: [counted], ...scoped };
  },
  // 覆盖80%以上的行政村: those that are covered.
  ({ text, behind, suffix, figure, scoped }) =>
    figure.rate && text.endsWith('覆盖') && suffix.startsWith('的') && behind !== ''
      ? { subjects: [nounIn(behind)], ...scoped }
      : undefined,
];
