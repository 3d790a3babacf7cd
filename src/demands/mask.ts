import type { Stretch } from '../model/passage.js';
import { DASH, DAY, MONTH } from '../words/calendar.js';
import { LATIN_UNIT } from '../words/measure-words.js';
import { ITEM_NUMBER, ONE_TO_NINE, ORDINAL, POINT_NUMBER } from '../words/numerals.js';
import { REFERENCE } from '../words/references.js';
import { flatten } from '../words/width.js';

/** Stands for a character that is no part of any figure. */
export const HIDDEN = '\uFFFC';

/**
 * The text in the form that is searched for figures: full and half width make no difference, and
 * every character keeps its offset.
 */
export function plainForm(text: string): string {
  // 5月30日一6月4日: 一 is a slip for a dash.
  const flat = flatten(text).replace(/(?<=\d日)一(?=\d{1,2}[月日])/g, '—');
  // A comma between thousands is none between clauses.
  return flat.replace(/(?<=\d)，(?=\d{3}(?!\d))/g, (comma, at: number) => (text[at] === ',' ? ',' : comma));
}

/** “1+7+N”, 《…〔2020〕…》: what is quoted is a name. */
const QUOTED =
  /“(?!\d{1,3}个?(?:分钟|小时|天|日|工作日)内?(?:响应|处置|办结|到场|反馈)[、，”])[^“”\n]{0,80}”|《[^《》\n]{0,120}》/g;

/** 新增AED20台, 安装LED500盏: how many of what has a Latin name. */
const COUNTED_LATIN = '[A-Z]{3,8}\\d{1,6}(?:台|套|盏|辆|座|块|部|支|处)(?![型式级位标])';

/**
 * What looks like a figure and is a name, a rank or a number of something. Hidden in this order. Each
 * begins at the first of its characters and is bounded, so that the time is in proportion to the text.
 */
const NAMES: readonly RegExp[] = [
  QUOTED,
  // 8+1, 1+3+N.
  /(?<![\dA-Z])[\dA-Z]{1,20}(?:\+[\dA-Z]{1,20})+/g,
  // PM2.5, 5G, 370MHZ: digits that are part of a Latin name.
  new RegExp(
    `(?<![A-Za-z])(?!(?<=[\\d万亿/])k?m[23](?![\\dA-Za-z]))(?!${COUNTED_LATIN})[A-Za-z]{1,30}[-.]?\\d[\\d.]*|(?<![\\d.])\\d{1,15}(?:\\.\\d{1,6})?(?!${LATIN_UNIT}(?![A-Za-z]))[A-Za-z]+\\d*`,
    'g',
  ),
  // 〔2020〕12号, 第3批, 第三, 12号.
  new RegExp(`[〔（]\\d{4}[〕）]\\d+号|第\\s*(?:\\d+|${ORDINAL})|(?<!\\d)\\d{1,9}号`, 'g'),
  // 以上三项, 上述2项: a reference.
  new RegExp(REFERENCE, 'g'),
  // List numbers.
  new RegExp(`(?<=^|\\n)[^\\S\\n]{0,99}(?:${ITEM_NUMBER}|${POINT_NUMBER})`, 'g'),
  // 比2020年的12万吨、9万吨分别减少…, 与去年的9.8‰持平: what was, and against which something is held.
  /(?<=[比较])(?:\d{4}|[上去前])年的[\d.]{1,9}[万亿]?[^\d、，。；\n分]{1,4}(?:、[\d.]{1,9}[万亿]?[^\d、，。；\n分]{1,4}){0,4}(?=分别|[增减下上降提缩])|(?<=[与和同](?:上|去|前|\d{4})年的)[\d.]{1,9}[^\d、，。；\n]{1,3}(?=基本持平|持平|相当)/g,
  // Years, days and months by themselves; 5·12.
  new RegExp(`\\d{4}(?:${DASH}\\d{4})?年度?|${MONTH}月(?:${DAY}日|份)?|\\d{1,2}·\\d{1,2}`, 'g'),
  // 每千人口, 每5万人口, 十万人死亡率: what is counted against.
  /每(?:\d{1,4}|[一二两三五十])?[百千万亿]{1,2}(?:人口?|[名户])?|(?<![\d一-十几])(?:100?)?[十百]?万人(?=\p{Script=Han}{0,8}率)/gu,
  // 去年全县粮食总产42.3万吨: what was.
  /(?<=^|[，。；\n])去年[^，。；\n\d比较较]{0,16}[\d.]{1,9}[万亿]{0,2}\p{Script=Han}{1,4}(?=[，。；\n]|$)/gu,
  // 1%人口抽样调查, 10亿元级企业, 4个多月.
  /\d[\d.]{0,5}[%‰](?=人口(?:抽样|变动))|(?<![\d.])\d{1,5}[百千万亿]{0,2}元级|\d{1,2}个多月/g,
  // 截至2025年底全县已建成公共厕所210座: how things stood.
  /(?<![\d.])\d[\d.]{0,8}[万亿]{0,2}\p{Script=Han}{1,2}(?=[，。；\n]|$)(?<=截[至止\uFFFC][^，。；\n]{2,14}已[^，。；\n\d]{0,16}\d[\d.]{0,8}[万亿]{0,2}\p{Script=Han}{1,2})/gu,
  // 世界500强, 中国民营企业500强: a list by its length.
  /(?:世界|全球|亚洲|中国|全国|国内|国际|企业|行业|制造业|服务业|民企|央企|前)\d{1,4}强/g,
  // 县城20公里范围: around what.
  /\d{1,4}(?:\.\d{1,2})?(?:公里|千米|米|km)(?=范围)/g,
  // 8个断面中优良比例, 抽查的30家企业中，合格率: of how many it is a share.
  /(?<!\d)\d{1,6}[个家所座处户人名条](?=[^，。；、（）\d\n中]{2,12}中(?![学心药小型医级国央])，?(?:[^，。；、（）\d\n]|（[^（）\n]{1,12}）){2,20}?(?:比例|比重|占比|率))/g,
  // 交办的23件信访积案化解率: likewise.
  /(?<=^|[，。；\n的])\d{1,6}[个家所座处户人名条件项](?=[^，。；、（）\d\n以]{2,16}率[^，。；（）\d\n]{0,6}[\d百])/g,
  // 达到4个100%: of how many that is asked.
  /\d{1,2}个(?=100%)/g,
  // 2×350MW.
  /\d{1,2}[×*xX]\d{1,6}(?:\.\d{1,3})?(?:MW|兆瓦|万千瓦|kW)/g,
  // 一式3份, 排名后3位.
  /一式\d{1,3}份|(?<=排名|位次|位居|进入|跻身|[全各省市区县])[前后](?:\d{1,3}|[一二三四五六七八九十]{1,3})[位名强]?/g,
  // 下设办公室和5个专项工作组: who does it, and no number to reach.
  /\d{1,2}个(?<=[下分内]设[^，。；\n]{0,12}\d{1,2}个)(?=[^，。；、\n]{0,8}(?:组|专班|办公室))/g,
  // 前10名的乡镇, 取前八名: a rank.
  /(?<![目之以此当日提])[前后](?:\d{1,3}|[一二两三四五六七八九十]{1,3})[名位](?=[的、，。；）]|给予|奖|分别|通报|予以|单位|$)/g,
  // 每8—10户设置1个: of how many there is to be one.
  /(?<=每)\d{1,6}[—–~～至到-]{1,2}\d{1,6}(?=[户人名个米亩家栋]|公里|万?(?:居民|人口))/g,
  // 5000吨级泊位, 2人户, 三公里充分就业社区, 十五分钟生活圈: of which sort.
  /(?<![\d.])\d{1,6}万?(?:吨|千瓦|兆瓦|立方米)级|(?<![\d.])\d{1,2}人(?:(?:及?以上))?户(?=[人建住的均])|(?:[一三五十]{1,2}|\d{1,2})(?:公里|分钟)(?=[^，。；\d]{0,8}(?:社区|[^商]圈))/g,
  // 建设300千瓦村级光伏电站1座: how large each is.
  /(?<=建设?|安装|购置)\d{1,5}万?(?:千瓦|兆瓦|立方米|吨|千伏安)(?=[^，。；、\d的]{2,10}\d{1,4}[座个处口台套])/g,
  // 对8个乡镇范围内的电站: where it is done.
  /(?<=对)\d{1,4}个(?=(?:乡镇|镇街|街道|村|县区?)(?:范围内|境内))/g,
  // 下游1公里内居民: how far from what.
  /(?<=上游|下游|周边|周围|两侧|沿线|外围)\d{1,4}(?:\.\d{1,2})?(?:公里|千米|米)(?=以?内|范围)/g,
  // 一次献血400毫升的比例: of what a share is asked.
  /(?<![\d.])\d{1,5}(?:毫升|分钟|天|公里)(?=的(?:比例|占比|比重))/g,
  // 由3名副县长分工负责: who does it.
  /(?<=由)\d{1,3}[名位](?=[^，。；、\d]{2,8}(?:负责|担任|分管|牵头|带队|包联))/g,
  // 1寸免冠照片2张: a paper that is asked for.
  /(?:[\d一两二]{1,2})寸[^，。；\d]{0,8}照片?\d{1,2}张/g,
  // 三分之二以上业主参与表决: by how many it is decided.
  /[一二三四五]分之[一二三四五]以上(?=[^，。；\d]{0,4}(?:业主|成员|代表|村民|党员|会员)[^，。；\d]{0,6}(?:表决|同意|通过|参[与加]|出席|到会))/g,
  // 12项高频事项办理环节从6个压减到3个: of how many.
  /(?<=^|[，。；\n])\d{1,4}[项个类](?=[^，。；、\d]{2,12}(?:环节|时限|材料|时间)[由从]?(?:平均)?\d)/g,
  // 二十大, 三中全会, 十五五: what is counted is not what follows.
  new RegExp(`${ORDINAL}(?:届|中全会|大(?=精神))|十[${ONE_TO_NINE}]五`, 'g'),
];

const hide = (text: string) => HIDDEN.repeat(text.length);

/** Hides what is quoted, but for the mark that ends a title. */
export function maskQuoted(plain: string): string {
  return plain.replace(QUOTED, (quoted) =>
    quoted.endsWith('》') ? `${hide(quoted.slice(0, -1))}》` : hide(quoted),
  );
}

/** Hides names, and the stretches that something else was read in. */
export function mask(plain: string, read: readonly Stretch[]): string {
  return NAMES.reduce((text, name) => text.replace(name, hide), fill(plain, read, HIDDEN));
}

/** The text with one character all over some stretches of it. */
export function fill(text: string, stretches: readonly Stretch[], char: string): string {
  if (stretches.length === 0) return text;
  const units = Array.from({ length: text.length }, (_, i) => text[i] as string);
  for (const { start, end } of stretches) units.fill(char, start, end);
  return units.join('');
}
