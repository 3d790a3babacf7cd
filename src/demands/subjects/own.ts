// What stands before the figure is what it measures.
import { anyOf, wordsIn } from '../../words/any-of.js';
import { ONE_TO_NINE } from '../../words/numerals.js';
import { INCOMPLETE } from '../../words/verbs.js';
import { NAMES_GIFT } from '../given.js';
import { carryRank, carryVerb, JOINED, measureOfEach, rates, verbOfList } from '../shared.js';
import { essence } from '../words.js';
import { DEPENDENT } from './dependent.js';
import type { FigureInClause, Measurand, SubjectReading } from './measurand.js';

/** A clause that ends in what is measured. */
const MEASURED =
  /(?:规模|面积|标准|比例|[率量额]|收入|价格|高度|厚度|时间|时限|人数|数量|密度|补助|补贴|经费)$/;

/** What behind a name says what is measured: 优良路率, 起付线, 日常养护经费, 占地. */
const OF_THAT =
  /^(?!.*[、，])\p{Script=Han}{0,10}(?:率|比例|比重|线|经费|补助|补贴|标准|占地|面积|费用?|价格?|金额|限额|人数|工资|报酬)$/u;

/** 单个项目, 每家企业, 个人: each of those that get something. */
const PER_ONE =
  /^(?!.*(?:额度?|授信|信贷|贷款|投资|面积|产值|产量|收入|规模|价|费|量|时间|时长|距离|里程|间隔|人数)$)(?:单(?![位价产一纯])\p{Script=Han}{1,5}|每[个家户项镇村]\p{Script=Han}{0,4}|个人)$/u;
const OF_ALL = new RegExp(
  `^(?<all>[^、的]{2,14}(?:、[^、的]{2,14}){1,8}(?:等[${ONE_TO_NINE}\\d十]{0,3}[种类项个][^、的]{2,16}的|等?[${ONE_TO_NINE}\\d十]{1,3}(?:省|市|县|区|镇|乡|国|地)(?:（[^（）]{1,6}）)?))(?<measured>[^、的]{3,20})$`,
);
const AMONG =
  /^(?<all>[^，。；]{0,24}?\d{1,6}[个家所座处户人名条][^，。；、\d]{2,12}?中(?![学心药小型医级国央]))(?<measured>[^，。；\d]{2,24}(?:比例|比重|占比|率))$/;
const IS_VERB = new RegExp(`^(?:基本)?${INCOMPLETE}$`);
const VERB_AT_END = new RegExp(`(?<=.{2})新?${INCOMPLETE}$`);

/** 平原地区, 贫困县: sorts of places, which measure nothing. */
const SORT_OF_PLACE = new RegExp(
  `^(?!.*(?:个|数|率|量|额|占比)).{0,6}(?:${anyOf(wordsIn('地区 山区 平原 丘陵 牧区 林区 城区 郊区 城市 农村 城镇 乡村 [县乡镇]'))})$`,
);

export const OF_SEVERAL: readonly SubjectReading[] = [
  // 项目规模，平原地区不低于3000亩，山区不低于1000亩; 收入不低于50亿元（贫困地区不低于25亿元）: of the same in each of them.
  ({ text, figure, suffix, before }) => {
    const same = before.subject ?? (MEASURED.test(before.clause ?? '') ? before.clause : undefined);
    return same !== undefined &&
      suffix === '' &&
      !figure.change &&
      SORT_OF_PLACE.test(text) &&
      (before.aside || MEASURED.test(same)) &&
      // 城区到达时间5分钟，农村15分钟: the one is part of what is measured.
      !/城[区市镇]|农村|乡村|平原|山区/.test(same)
      ? { subjects: [essence(same).text || same], scope: text }
      : undefined;
  },
  // 单个项目最高500万元: of what each of them gets, the sentence has said it.
  ({ text, before }) =>
    before.subject !== undefined && PER_ONE.test(text) && !NAMES_GIFT.test(text)
      ? { subjects: [before.subject], scope: text }
      : undefined,
  // 甲、乙、丙等四种疫病免疫的群体密度, 甲、乙、丙三省煤炭消费总量: of all of those.
  ({ text }) => {
    const { all, measured } = OF_ALL.exec(text)?.groups ?? {};
    return measured === undefined || all === undefined ? undefined : { subjects: [measured], scope: all };
  },
  // 国考的6个断面中优良水体比例: of those, which share.
  ({ text }) => {
    const { all, measured } = AMONG.exec(text)?.groups ?? {};
    return measured === undefined || all === undefined ? undefined : { subjects: [measured], scope: all };
  },
  // 县道优良路率达到85%，乡道达到78%: of the same, which the first has behind its own name.
  ({ text, suffix, figure, last, before }) => {
    const above = last?.subjects.at(-1) ?? before.listed?.subject ?? '';
    const measured = above.slice(text.length);
    return suffix === '' &&
      !figure.change &&
      (last !== undefined || before.listed?.unit === figure.unit) &&
      text.length >= 2 &&
      text.length <= 6 &&
      above.slice(0, text.length) !== text &&
      above[text.length - 1] === text.at(-1) &&
      !MEASURED.test(text) &&
      OF_THAT.test(measured)
      ? { subjects: [text + measured] }
      : undefined;
  },
  // 每班人数乳儿班不超过10人、托小班不超过15人: what is measured of each is said before the first.
  ({ text, prefix, last }) => {
    const ranked = last?.subjects.at(-1);
    const each = ranked === undefined || !JOINED.test(prefix) ? undefined : measureOfEach(ranked, text);
    return each === undefined ? undefined : { subjects: [each], scope: text };
  },
];

/** Reads what stands before the figure, where no other reading holds. */
export function ownMeasurand({
  text,
  prefix,
  suffix,
  figure,
  last,
  before,
  scoped,
}: FigureInClause): Measurand {
  const ranked = last?.subjects.at(-1);
  const listed =
    last === undefined && suffix === '' && prefix === text ? verbOfList(text, before, figure) : text;
  const own = ranked === undefined ? listed : carryVerb(ranked, carryRank(ranked, text), prefix);
  const subjects = figure.rate ? rates(own, /[均都]$/.test(prefix)) : [own];
  if (!DEPENDENT.test(text)) return { subjects, ...scoped };
  const above = last && (last.dependent ? last.scope : last.subjects.at(-1));
  // 棚户区改造新开工14套，基本建成12套: its own verb stands for that of the one before.
  const whole =
    (above ?? before.subject)?.replace(IS_VERB.test(text) ? VERB_AT_END : '', '') ??
    (essence(before.clause ?? '').text || before.name);
  return { subjects, scope: scoped.scope ?? whole, dependent: true };
}
