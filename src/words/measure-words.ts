import { anyOf, wordsIn } from './any-of.js';
import { matchAt } from './match.js';
import { MAGNITUDE } from './numerals.js';

/** A word that a number is counted or measured in. */
interface MeasureWord {
  readonly words: string;
  /** A share of a whole: it measures something that is named before it. */
  readonly rate?: true;
  /** Read after Chinese numerals too: 三座; 三个必须 and 两条底线 are no figures. */
  readonly han?: true;
  /** A span of time is a figure only where it is compared: 不超过30分钟, but not 24小时值班. */
  readonly span?: true;
  /** A length or an age: of a place or of people where it is not compared before: 50米内, 60周岁以上. */
  readonly bounds?: true;
  /** What is built is counted or measured in it. */
  readonly built?: true;
}

/** Words parted by blanks; within the whole table the longest that fits counts. */
const TABLE: readonly MeasureWord[] = [
  { words: '% ‰ 基点', rate: true },
  { words: '个百分点 个基点', rate: true, han: true },
  { words: '公里 千米 km 延米', han: true, built: true },
  { words: '米 m', han: true, built: true, bounds: true },
  { words: '岁 周岁', span: true, bounds: true },
  { words: '毫米 厘米 mm cm' },
  { words: '平方公里 平方千米 平方米 平米 公顷 亩 ㎡ m² km² m2 km2', han: true, built: true },
  { words: '立方米 立方 方 m³ 千升 吨 吨公里 人公里 斤 公斤 千克 毫克 微克 克 kg t m3', han: true },
  { words: '元 美元', han: true },
  { words: '座 处 所 栋 幢 孔 口 眼', han: true, built: true },
  { words: '户', han: true, built: true },
  { words: '头只 台 台套 辆 艘 架 套 家 人 名 位 盏 株 头 只 起', han: true },
  {
    words:
      '户次 人次 家次 辆次 车次 艘次 场次 架次 班次 台次 台班 亩次 处次 点次 例次 剂次 册次 人份 人年 人日',
    han: true,
  },
  {
    words:
      '空方 盒 片 字 折 标台 标箱 标准箱 重量箱 TEU 羽 匹 峰 群 顶 床 席 桩 幅 学时 学分 机位 车位 泊位 床位 尾 卷 兆瓦时 千伏 兆帕 蒸吨 吨标煤 吉焦 克标准煤 Mbps TB PFlops',
  },
  // Blood is given in 单位.
  { words: '个班次 单位' },
  { words: '个 条 张 间', built: true },
  {
    words:
      '件 份 部 支 项 类 大类 场 期 次 批次 宗 篇 册 枚 根 块 穴 棵 段 路 对 组 例 轮 笔 种 平台次 课时 具',
  },
  { words: '千瓦 兆瓦 千瓦时 千伏安 兆伏安 吨标准煤 千克标准煤 公斤标准煤', han: true },
  { words: 'kW MW GW kWh MWh GWh kVA MVA kgce tce dB dB（A） DDDs mg μg g L lx ℃ 摄氏度 分贝 升 毫升' },
  { words: '倍', han: true },
  { words: '成', han: true, span: true },
  // 翻一番: it says how much more.
  { words: '番', han: true, span: true },
  // A score: a figure where it is compared, as 扣2分 is not.
  { words: '分', span: true },
  { words: '毫秒 秒 分钟 小时 天 日 周 个月 年 个工作日 工作日', span: true },
];

const BY_WORD = new Map(
  TABLE.flatMap(({ words, ...kind }) => wordsIn(words).map((word) => [word, kind] as const)),
);

/** Any measure word that is read after Chinese numerals, as a pattern. */
export const HAN_MEASURE_WORD = anyOf([...BY_WORD].filter(([, { han }]) => han).map(([word]) => word));

const ANY = anyOf([...BY_WORD.keys()]);
/** 每人每月, 每平方米, 每人次: for which of those that are counted, or for how long, something is given. */
export const FOR_EACH_ONE = `(?:每(?:${ANY}|[月村镇乡店]|学[年期])){1,2}`;
/** What something is counted or measured by: 元/吨, 件/万人, 毫克每升, mg/m³, 10/10万. */
const PER = `(?:[/／](?:${ANY}|[日月年dha]|(?:10{0,3})?(?:${MAGNITUDE})(?:${ANY}|人口)?)(?:·[月年日天])?|每(?:升|立方米|平方米|秒|千瓦时))`;

/** Any measure word as a pattern; a second one may follow in brackets: 台（套）, 台（件）. */
export const MEASURE_WORD = `${ANY}(?:（${ANY}）)?(?:${PER})?`;

const ANY_HERE = new RegExp(`[^\\S\\n]{0,2}${ANY}`, 'y');
const BRACKETED_HERE = new RegExp(`（${ANY}）`, 'y');
const PER_HERE = new RegExp(`[^\\S\\n]{0,2}${PER}`, 'y');

/**
 * The measure word at an offset, with up to two blanks before it: what `MEASURE_WORD` or `PER` matches there. All words stand
 * in that pattern five times; few texts need more than the first of its parts.
 */
export function measureWordAt(text: string, at: number): string | undefined {
  const first = matchAt(ANY_HERE, text, at);
  if (first === undefined)
    return matchAt(MAY_BE_PER, text, at) === undefined ? undefined : matchAt(PER_HERE, text, at);
  const inBrackets =
    text[at + first.length] === '（' ? (matchAt(BRACKETED_HERE, text, at + first.length) ?? '') : '';
  const end = at + first.length + inBrackets.length;
  const per = BEGINS_PER.has(text.charAt(end)) ? (matchAt(PER_HERE, text, end) ?? '') : '';
  return first + inBrackets + per;
}

const BEGINS_PER = new Set('/／每');
const MAY_BE_PER = /[^\S\n]{0,2}[/／每]/y;

/** Measure words in Latin letters: no name begins with one behind a number, as 5G and 4K do. */
export const LATIN_UNIT = anyOf([...BY_WORD.keys()].filter((word) => /^[A-Za-z]+[23]?$/.test(word)));

/** What is known of a measure word as `MEASURE_WORD` finds it. */
export function measureWord(word: string): Omit<MeasureWord, 'words'> {
  return BY_WORD.get(word.split(/[（/／每]/, 1)[0] ?? '') ?? {};
}

const WHOLE = new RegExp(`^(?:${MAGNITUDE})?(?:${MEASURE_WORD})$`);

/** What a text that is one begins with: most are none, and the pattern is large. */
const BEGINNINGS = new Set([...'十百千万亿/／每', ...[...BY_WORD.keys()].map((word) => word.charAt(0))]);

/** Whether a text is a measure word and nothing else, with a magnitude or without: 万亩, 家. */
export function isMeasureWord(text: string): boolean {
  const word = text.replace(/\s/g, '');
  return BY_WORD.has(word) || (BEGINNINGS.has(word.charAt(0)) && WHOLE.test(word));
}

/** 单位：亩、万株, 面积：万亩, 造林任务表（单位：亩）: what says in which unit the figures below it are counted. */
const SAYS_UNIT =
  /^(?:[^。；;：:（(]{4,60}(?=[（(]))?\s{0,99}[（(]?\s{0,9}(?:(?:计量|数量|面积|金额|统计)?单位|面积|数量|金额|规模|里程|产量)\s{0,9}[：:]\s{0,9}(?<units>[^（()）\s][^（()）]{0,19}?)\s{0,9}[）)]?\s{0,99}$/d;

/** Where a line names the units in which a table counts, each of them; nothing where it says something else. */
export function unitsSaidIn(line: string): [start: number, end: number][] {
  const [from, to] = SAYS_UNIT.exec(line)?.indices?.groups?.['units'] ?? [0, 0];
  const parts = Array.from(line.slice(from, to).matchAll(/[^、，,；;\s]+/g), ({ 0: part, index }) => {
    return [from + index, from + index + part.length] as [number, number];
  });
  return parts.every(([start, end]) => isMeasureWord(line.slice(start, end))) ? parts : [];
}

/** What is counted, and in what, where the word of its unit does not stand in it: 造林 in 亩, 植树 in 株. */
const COUNTED: readonly (readonly [RegExp, RegExp])[] = [
  [/造林|育林|抚育|面积|种植|播种|耕地|农田|油茶|草原|湿地|复垦|流转|退化林/, /亩$|公顷$/],
  [/植树|栽植|苗木|树/, /株$|棵$/],
  [/投资|资金|引资|收入|产值|税|债务|欠款|贷款|经费|增加值|生产总值|总额|额$/, /元$/],
  [/产量|粮食|减排|垃圾|煤/, /吨$/],
  [/公路|道路|里程|管网|河道|渠|长度/, /公里$|千米$|米$/],
  [/出栏|存栏|牛|猪|羊/, /头$|只$|羽$/],
  [/人口|就业|培训|劳动力|学生|参保/, /人$|名$|人次$/],
  [/农户|家庭|改厕|危房/, /户$/],
];

/** 增速, 比重, 率: they are per cent, whatever else a table counts. */
const RATE = /(?:增速|增幅|增长|比重|占比|比例|[^频功汇]率)$/;
const PER_CENT = /^(?:%|％|‰|个?百分点)$/;

/** Which of several units a header's figures are counted in; nothing where the words do not tell. */
export function countedAs(header: string, units: readonly string[]): number | undefined {
  const ofRate = units.findIndex((unit) => PER_CENT.test(unit));
  if (RATE.test(header)) return ofRate < 0 ? undefined : ofRate;
  const inside = units.filter((unit) => header.includes(unit.replace(/^[百千万亿]/, '')));
  const known = COUNTED.filter(([what]) => what.test(header)).map(([, unit]) => unit);
  const fitting = inside.length > 0 ? inside : units.filter((unit) => known.some((each) => each.test(unit)));
  return fitting.length === 1 ? units.indexOf(fitting[0] as string) : undefined;
}
