// Bodies that a sentence names by their form, whatever they are said to do there: nets for what no task has.
import { namesAtHeads } from '../clauses/index.js';
import { type Lexicon, looksLikeUnit } from '../units/index.js';
import { anyOf, wordsIn } from '../words/any-of.js';
import { hasLevel } from '../words/levels.js';
import { CHAPTER_NUMBER, MEASURE_NUMBER } from '../words/numerals.js';
import { LISTED_OFFICE } from '../words/offices.js';

/** Whoever it is, they have something to do where a part of a sentence begins with them. */
const OFFICE_ENDING =
  '(?:局|厅|委|办|政府|管委会|办事处|街道办|督查室|[^村居民业]委员会|法院|检察院|大队|支队|总队|公司|工会|团委|团[省市县区]委|妇联|残联|工商联|红十字会|供销社|支行|分行|农商行|(?:司法|派出|检测|检验)所|(?:综治|治理|保障|服务|监测|疾控|融媒体|管理|指导|推广)中心)';
const AN_OFFICE = new RegExp(`${OFFICE_ENDING}$`);
/** Most parts of sentences have no office, and to read their names takes long. */
const MAY_HAVE_OFFICE = new RegExp(OFFICE_ENDING);

/** 卫生局: what every place has, without its level before it. */
const BARE_OFFICE = new RegExp(`${LISTED_OFFICE}(?<=[局厅委办联团]|法院|检察院)`, 'u');

/** 出席：县政府办公室邓某, 发：市商务局: who was there, and who gets it. */
const NO_DUTY_OF = /^\s*(?:列席|出席|参加|参会|分送|主送|抄送|抄报|发送?)[一-龥]{0,4}[：:]/;
/** 市政府规章制定项目: what a place's government is said to do is no duty of an office. */
const GOVERNMENT = /^[一-龥]{0,6}[省市县区州旗镇乡](?:委|政府|人民政府|党委)$/;

/** Offices with which parts of a sentence begin, and others who have a part `elsewhere` in the notice. */
export function headsIn(sentence: string, elsewhere: readonly string[], lexicon: Lexicon): string[] {
  if (NO_DUTY_OF.test(sentence)) return [];
  const mayName = (part: string) =>
    MAY_HAVE_OFFICE.test(part) || elsewhere.some((name) => part.includes(name));
  return namesAtHeads(sentence, lexicon, mayName).filter(
    (name) =>
      !GOVERNMENT.test(name) &&
      (elsewhere.includes(name) || (AN_OFFICE.test(name) && (hasLevel(name) || BARE_OFFICE.test(name)))),
  );
}

/** A place's own office, wherever it stands; to whom something is sent or put, and what is of it, is left out. */
const OFFICE =
  /(?<!(?:报(?:送|请|经|告|备)?|抄送|抄报|移送|移交|通报|通知|反馈|送|交|提请|报请|转|经|向|给|至|到|设[在于]|位于|依托|通过|纳入|列入|按照?|根据|原|对接|接受|撤销|领取|报名|咨询|联系|参照|驻|在|将|把|从|以|对|为)(?:[省市县区州旗]?[党委政府、和]{0,6}))(?<!《[^》]*|“[^”]*)[省市县区州旗镇][一-龥]{1,12}?(?:局|厅|(?<!党)委(?![员托派]|会(?!同))|(?<![主承协会督交转查领代催经合])办(?![理法公事好结学案])|(?:组织|宣传|统战|武装|人武|社会工作)部|督查室|妇联|残联|总工会|工商联)(?![长员的党机干系班门领备分支大中所科室站队处派不])/g;

/** 县图书馆, 公安局: a body of a place, or an office without its level, with which a part of a sentence begins. */
const AT_HEAD =
  /(?<=^|[，；：])(?:[省市县区州旗镇乡][一-龥]{1,10}?(?:馆|院|站(?!点)|中心|[大支]队|公司|银行|合作社|学校|[中小]学|协会)|[一-龥]{2,8}?(?:局|法院|检察院))(?=[一-龥]{4})(?![长员的系工干])/g;
const NUMBER = new RegExp(`^\\s*(?:${MEASURE_NUMBER}|${CHAPTER_NUMBER}|[^一-龥]{1,8}(?=[一-龥]))`);

/** A place's own offices, wherever they stand in a sentence. */
export function officesIn(sentence: string, lexicon: Lexicon): string[] {
  return namesBy(OFFICE, sentence, lexicon);
}

function namesBy(pattern: RegExp, sentence: string, lexicon: Lexicon): string[] {
  if (NO_DUTY_OF.test(sentence)) return [];
  return Array.from(sentence.matchAll(pattern), ({ 0: name }) => name).filter((name) =>
    looksLikeUnit(name, lexicon),
  );
}

/** 2.县图书馆全年免费开放: those whom an item names, whatever they are said to do; （1）市林业局。 is a heading. */
export function officesOfItem(sentence: string, lexicon: Lexicon): string[] {
  if (SAYS_HOW.test(sentence)) return [];
  const own = sentence.replace(NUMBER, '');
  return [OFFICE, AT_HEAD]
    .flatMap((pattern) => namesBy(pattern, own, lexicon))
    .filter((name) => !GOVERNMENT.test(name));
}

/** Where an office is, what has been done, and a heading. */
const SAYS_HOW =
  /办公室设在|了(?![解望])|已经?[^，。；]{1,8}[。；]?$|[任为][^，。；]{0,16}(?:组长|指挥长|总指挥|成员)|联系(?:人|电话)[：:]|^\s*[^\s一-龥]{1,6}[一-龥]{2,11}[。；]?$/;

/** 城关、马集两个乡镇, 三所学校: bodies that are counted; 合成车间6月12日、储运车间6月14日: each with a day. */
export function togetherIn(sentence: string): string[] {
  const namedBy = (pattern: RegExp) =>
    Array.from(sentence.matchAll(pattern), ({ groups }) => groups?.['name'] ?? '');
  const dated = namedBy(WITH_DAY);
  return [
    ...namedBy(COUNTED),
    ...namedBy(COUNTED_ALONE),
    ...namedBy(EACH_OF_THEM),
    ...(dated.length > 1 ? dated : []),
  ];
}

const MANY = anyOf(wordsIn('乡镇 镇 街道 社区 村 学校 部门 单位 企业 医院 车间 科室'));
const COUNT = `[两二三四五六七八九十\\d]{1,2}(?:个|所|家)`;
const COUNTED = new RegExp(
  `(?<=^|[，；。]|[）.．、]\\s*)(?<name>(?![对把在将由为])[一-龥]{2,8})(?:、[一-龥]{2,8}){1,8}${COUNT}${MANY}(?=[一-龥]{2})(?!的|建设|改造)`,
  'g',
);
const COUNTED_ALONE = new RegExp(`(?<=^|[，；。])(?<name>${COUNT}${MANY})(?=要|应|须|各|分别|均)`, 'g');
/** 第一水厂、第二水厂分别于6月12日、6月18日演练. */
const EACH_OF_THEM =
  /(?<=^|[，。；]|[）.．、。])(?<name>[一-龥]{2,10})(?:、[一-龥]{2,12}){1,6}(?:要|应|须)?分别[于在]/g;
const WITH_DAY =
  /(?<=^|[，；。、）.．])(?<name>[一-龥]{2,12})\d{1,2}月\d{1,2}日[^，。；、\d]{0,3}(?=[、，]|分别)/g;

/** 网格长、楼栋长参与: a part of a sentence that says who helps, and none of them has a part in the task. */
export function helpsUnread(sentence: string, named: readonly string[]): boolean {
  const joined = JOINED.exec(sentence)?.groups?.['names'] ?? '';
  if (joined !== '' && !named.some((name) => name !== '' && joined.includes(name))) return true;
  return sentence
    .split(/[，。；：]/)
    .some(
      (part) =>
        HELPERS.test(part) &&
        !NO_HELPERS.test(part) &&
        !named.some((name) => name !== '' && part.includes(name)),
    );
}

/** 会同辖区派出所、沿街商户: with whom it is done. */
const JOINED = /会同(?!有关|相关|各方|社会|方面)(?<names>[^，。；]{2,60})/;
const HELPERS = /^[^、]{2,12}(?:、[^、]{2,12}){0,8}(?:配合|协助|参与|参加)$/;
const NO_HELPERS =
  /群众|社会|公众|居民|广泛|踊跃|积极(?:配合|参与|参加)|自愿|人员|人次|员工|师生|学生|职工|党员|[的了要应须请]|^(?:并|主动|全力|密切|相互|协调|组织|邀请|动员|鼓励|引导|支持)/;
