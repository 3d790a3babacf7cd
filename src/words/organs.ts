import { wordsIn } from './any-of.js';
import { BUREAUS } from './bureaus.js';
import { OTHER_LEVELS } from './levels.js';

/** What sort of body an office is: it tells how its level is printed. */
export type OrganSort =
  /** Of a government: 县水利局. */
  | 'government'
  /** Of a party committee, which is printed before it: 县委组织部. */
  | 'party'
  /** Of an association: 县妇联, 团县委. */
  | 'mass'
  /** Of an administration led from above that has offices of a level: 县税务局. */
  | 'vertical'
  /** Led from above and named after a place or a region; a level that stands for a list is not its own: 某某海关. */
  | 'regional'
  | 'court'
  /** Schools, hospitals and the like that every place has. */
  | 'institution';

/** An office that every place has, by what its names say after the place and the level. */
export interface Organ {
  readonly sort: OrganSort;
  /** Its names: the whole one first, then shorter ones and those of other years. */
  readonly names: readonly string[];
  /** What they end in, at one level or another; nothing where the names are whole. */
  readonly endings: readonly string[];
}

/** The levels that stand alone before a name: 省水利局, 国家发展改革委. */
export const BARE_LEVELS: readonly string[] = [
  ...wordsIn('国家 中央 全国 省 自治区 市 州 盟 区 县 旗'),
  ...OTHER_LEVELS.map(({ level }) => level),
];

/** Sorts of which every place has more than the table knows, so that a name that is nearly one may be another's. */
export const MISTAKEN_FOR_OTHERS: readonly OrganSort[] = ['regional', 'institution'];

/** Characters that tell one of several bodies from another: 第一人民医院, 城东, 蒙医. */
export const ONE_OF_MANY = '一二三四五六七八九十甲乙丙丁东西南北中上下大小新老前后内外男女蒙藏回维';

/** Characters in names of bodies that are not in the table: 工程部, 果业局, 稽查局, 与 in 农业与农村委员会. */
export const IN_OTHER_NAMES = '程果稽征茶桑棉花盐缉侦门份与及令师司厂店镇团街居学系班一二三四五六七八九十';

/** What names have twice and rightly: 中医医院, 市市场监管局. */
export const TWICE: readonly string[] = wordsIn(
  '医医 市市场 市市政 市市容 市市民 市市直 区区 村村 国国家 国国际 国国内 街街道 九九 三三 海海关 学学院 团团委 通通信 信信息',
);

const BRIGADE = '总队 支队 大队 局';
const WHOLE = '';

/** Offices that are not a government's own. */
const OTHERS: readonly (readonly [sort: OrganSort, endings: string, offices: readonly string[]])[] = [
  [
    'party',
    WHOLE,
    [
      '组织部',
      '宣传部',
      '统一战线工作部 统战部',
      '社会工作部 社工部',
      '政法委员会 政法委',
      '政策研究室 政研室',
      '改革委员会办公室 全面深化改革委员会办公室 深改办 改革办',
      '网络安全和信息化委员会办公室 网信办',
      '机构编制委员会办公室 编制办 编办',
      '金融委员会办公室 金融办',
      '农村工作领导小组办公室 农办',
      '外事工作委员会办公室 外事办 外办',
      '台湾工作办公室 台办',
      '国家安全委员会办公室 国安办',
      '国防动员委员会办公室 国动办',
      '财经委员会办公室 财经办',
      '科技委员会办公室 科技办',
      '精神文明建设指导委员会办公室 文明办',
      '审计委员会办公室 审计办',
      '巡视工作领导小组办公室 巡视办',
      '巡察工作领导小组办公室 巡察办',
      '直属机关工作委员会 直属机关工委 直机关工委 机关工委 直工委',
      '教育工作委员会 教育工委',
      '老干部局',
      '督查室',
      '党校',
      '党史研究室 党史办',
      '党史和地方志研究室 党史方志办',
      '保密局 保密办 保密委员会办公室',
      '机要局 密码管理局',
      '机要和保密局',
      '讲师团',
      '信访局 信访工作局',
      '纪律检查委员会 纪委',
      '纪委监委机关 纪委监委 纪委机关',
      '监察委员会 监委',
    ],
  ],
  [
    'mass',
    WHOLE,
    [
      '总工会 工会',
      '团委 团委员会',
      '妇女联合会 妇联',
      '科学技术协会 科协',
      '工商业联合会 工商联',
      '残疾人联合会 残联',
      '红十字会',
      '文学艺术界联合会 文联',
      '社会科学界联合会 社科联',
      '归国华侨联合会 侨联',
      '台湾同胞联谊会 台联',
      '新闻工作者协会 记协',
      '作家协会 作协',
      '法学会',
      '计划生育协会 计生协会 计生协',
      '国际贸易促进委员会 贸促会',
      '关心下一代工作委员会 关工委',
      '老龄工作委员会 老龄委',
      '慈善总会',
      '消费者权益保护委员会 消费者委员会 消委会 消保委',
      '工商业联合会（总商会） 工商联（总商会）',
    ],
  ],
  ['vertical', '局 总局 分局', ['税务', '气象', '烟草专卖 烟草', '地震 防震减灾', '国家安全 国安']],
  ['vertical', '局 办事处', ['邮政管理 邮管']],
  ['vertical', '局', ['通信管理 通管', '矿山安全监察', '煤矿安全监察 煤监', '无线电管理']],
  ['vertical', BRIGADE, ['消防救援 消防']],
  ['vertical', '总队 支队 大队 队 局', ['调查']],
  ['vertical', WHOLE, ['人民武装部 人武部', '邮政分公司 邮政公司', '水文局 水文水资源局 水文中心']],
  [
    'regional',
    WHOLE,
    [
      '海关',
      '海事局',
      '海事处',
      '边检站 出入境边防检查站',
      '边检总站',
      '军分区 警备区',
      '金融监管局 金融监督管理局',
      '金融监管分局',
      '金融监管支局',
      '银保监局',
      '银保监分局',
      '证监局',
      '外汇管理局 外汇局',
      '人民银行 人行',
      '供电公司 供电局 供电分公司',
      '电力公司 电力有限公司',
      '农业发展银行 农发行',
      '武警总队',
      '武警支队',
      '武警中队',
    ],
  ],
  [
    'court',
    WHOLE,
    ['人民法院 法院', '中级人民法院 中级法院 中院', '高级人民法院 高级法院 高院', '人民检察院 检察院'],
  ],
  [
    'institution',
    WHOLE,
    [
      '人民医院',
      '中心医院',
      '中医医院 中医院',
      '妇幼保健院 妇幼保健计划生育服务中心',
      '疾病预防控制中心 疾控中心',
      '公路事务中心 公路中心 公路发展中心',
      '农机服务中心 农业机械服务中心',
      '投资促进服务中心 投资促进中心',
      '新时代文明实践中心',
      '公安局交通警察大队 公安局交警大队 交警大队',
      '公安局交通警察支队 公安局交警支队 交警支队',
      '职业技术学院',
    ],
  ],
];

/**
 * What offices are called at every level. A line is an office: its whole name, then other names of the same
 * office. Names of two offices that places join (教体, 文旅) are lines of their own. A short name that fits several
 * lines stands in each of them.
 *
 * Sources: 国务院机构简称 (国办); 深化党和国家机构改革方案 (2018) and 党和国家机构改革方案 (2023) with the plans of
 * provinces and counties after them; 人民法院组织法, 人民检察院组织法; for associations their own statutes.
 */
export const ORGANS: readonly Organ[] = [
  ...BUREAUS.map(([endings, offices]) => ['government', endings, offices] as const),
  ...OTHERS,
].flatMap(([sort, endings, offices]) =>
  offices.map((names): Organ => ({ sort, names: wordsIn(names), endings: wordsIn(endings) })),
);

/** The names of these offices behind their place and level. */
const OFFICE_NAMES: ReadonlySet<string> = new Set(
  ORGANS.flatMap(({ names, endings }) => names.flatMap((name) => endings.map((ending) => name + ending))),
);

/** No name of them is longer. */
const LONGEST_OFFICE = 30;

/**
 * Whether the end of a line breaks the name of an office that every place has: 县司⏎法局, 市城市⏎管理局. What is behind
 * it is then no such name itself.
 */
export function breaksOffice(text: string, rest: string): boolean {
  if (rest === '' || OFFICE_NAMES.has(rest)) return false;
  const halves = Array.from({ length: Math.min(text.length, LONGEST_OFFICE) }, (_, i) => text.slice(-i - 1));
  return halves.some((half) => OFFICE_NAMES.has(half + rest));
}
