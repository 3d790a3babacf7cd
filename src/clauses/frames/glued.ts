// Where the names behind 由 end, whatever it is that those named do: 由县人社局、县民政局从中选派.
import { isMeant, type Lexicon, looksLikeUnit, type Piece, readUnits } from '../../units/index.js';
import { DOES_IT } from '../../words/acting.js';
import { anyOf, wordsIn } from '../../words/any-of.js';
import { ORGANISES_THEM, PART_IN_WORKS, UNITS, WHICH } from '../../words/collectives.js';
import { JOINT } from '../../words/doer-verbs.js';
import { hasLevel } from '../../words/levels.js';
import { ENUMERATOR, PARAGRAPH_NUMBER } from '../../words/numerals.js';
import { LISTED_OFFICE } from '../../words/offices.js';
import { EAGERLY } from '../../words/role-words.js';
import { BRAND } from '../../words/unit-names.js';
import { areNames, areOffices, areTrades } from './names-before.js';
import { isDepartment, isOdd, isSure } from './says-who.js';

/** 由甲局、乙局从中选派: how far the names behind 由 reach, whatever it is that they do. */
export function endOfNames(text: string, lexicon: Lexicon): number | undefined {
  return NOT_BY.test(text) ? undefined : reachOfNames(text, lexicon);
}

/** How far the names reach that stand behind the first letter, whatever it is that they do. */
function reachOfNames(text: string, lexicon: Lexicon): number | undefined {
  const pieces = readUnits(text, lexicon, { framed: true });
  /** 统计、物价部门测算: they share what the name ends in that the verb is glued to. */
  const isShort = ({ kind, text: name }: Piece, i: number) =>
    kind === 'name' && SHORT.test(name) && !/.[局委办厅]./.test(name) && pieces[i + 1]?.kind === 'separator';
  const at = pieces.findIndex(
    (piece, i) =>
      !isShort(piece, i) &&
      !(piece.kind === 'name' && TRADE.test(piece.text)) &&
      (piece.kind === 'word' || isOdd(piece, lexicon) || isGluedGroup(piece)),
  );
  const glued = pieces[at];
  if (glued === undefined) return undefined;
  const size = glued.kind === 'word' ? 0 : endOfGlued(glued.text, lexicon);
  const isTrade = TRADE.test(glued.text.slice(0, size));
  // 语文、数学教研组命题.
  const sharesEnd = /(?:年级组|教研组|备课组|车间)$/.test(glued.text.slice(0, size));
  const own = pieces.slice(0, at);
  const areSure = own.every(
    (piece, i) =>
      !isMeant(piece) ||
      isSure(piece, lexicon) ||
      TRADE.test(piece.text) ||
      ((isTrade || sharesEnd || OF_BRAND.test(piece.text)) && isShort(piece, i)),
  );
  if (!areSure) return undefined;
  // 由甲局会同…: who that is, is not read.
  if (size === 0 && own.at(-1)?.kind === 'separator') return undefined;
  const end = glued.start + size;
  const isNamed =
    size > 0 ||
    own.some(({ kind, text: name }) =>
      kind === 'name'
        ? hasLevel(name) || OF_A_BODY.test(name)
        : kind === 'group' && (OF_A_PLACE.test(name) || OF_WORKS.test(name)),
    );
  return isNamed && DOES_WHAT.test(text.slice(end)) ? end : undefined;
}

/** 县残联要配合县教育局为考生提供便利: how far those reach whom others help. */
export function endOfHelped(text: string, lexicon: Lexicon): number | undefined {
  const joint = HELPS_THEM.exec(text);
  const who = joint?.groups?.['who'] ?? '';
  if (!joint || !(areOffices(who, lexicon) || areTrades(who, lexicon) || isBody(who, lexicon)))
    return undefined;
  const helped = reachOfNames(`由${text.slice(joint[0].length)}`, lexicon);
  return helped === undefined ? undefined : joint[0].length + helped - 1;
}

/** 机关事务服务中心: an office without its level. */
function isBody(name: string, lexicon: Lexicon): boolean {
  return IS_OFFICE.test(name) && OF_A_BODY.test(name) && areNames(name, lexicon);
}

/** 配合县公安局检查歌舞厅, below a heading that is a name: how far those reach whom the bearer of the name helps. */
export function endOfHelpedBy(text: string, lexicon: Lexicon): number | undefined {
  const word = HELPS_AHEAD.exec(text)?.[0].length;
  const helped = word === undefined ? undefined : reachOfNames(`由${text.slice(word)}`, lexicon);
  if (word === undefined || helped === undefined) return undefined;
  const end = word + helped - 1;
  const names = text.slice(word, end);
  return areOffices(names, lexicon) || areTrades(names, lexicon) ? end : undefined;
}

const HELPS_AHEAD = new RegExp(`^${EAGERLY}?(?:做好)?(?:配合|协助)`);

/** 会同镇广播站开展宣传: how far those reach with whom it is done. */
export function endOfTogether(text: string, lexicon: Lexicon): number | undefined {
  const word = TOGETHER.exec(text)?.[0].length;
  if (word === undefined) return undefined;
  const pieces = readUnits(text.slice(word), lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const own = pieces.slice(0, Math.max(0, at));
  if (own.some(isMeant) && own.every((piece, i) => !isOdd(piece, lexicon) || isDepartment(own, i)))
    return word + (pieces[at]?.start ?? 0);
  // 由甲局会同乙局，对煤炭抽检: names, and what they do behind a comma.
  const areNames = pieces.every(
    (piece, i) =>
      !isGluedGroup(piece) &&
      !GOES_ON_LONG.test(piece.text) &&
      (!isOdd(piece, lexicon) || isDepartment(pieces, i)),
  );
  if (at < 0 && pieces.some(isMeant) && areNames && !/[，,]/.test(text)) return text.length;
  const reach = reachOfNames(`由${text.slice(word)}`, lexicon);
  return reach === undefined ? endOfAnybody(text, word) : word + reach - 1;
}

/** 会同辖区派出所、沿街商户开展巡查: whoever they are, up to what they do. */
function endOfAnybody(text: string, from: number): number | undefined {
  const names = BEFORE_JOINT.exec(text.slice(from))?.[0];
  return names === undefined || NOT_ANYBODY.test(names) ? undefined : from + names.length;
}

const BEFORE_JOINT = new RegExp(`^[^，。；、（）\\d]{2,12}(?:、[^，。；、（）\\d]{2,12}){0,8}?(?=${JOINT})`);
const NOT_ANYBODY =
  /[的对在于由将把为向按]|积极|认真|全力|共同|密切|依法|定期|及时|切实|进一步|抓紧|加快|逐|分别|统一|方面/;

/** 县食药监局管好食堂和小卖部 only ends as a name does. */
const GOES_ON_LONG = /[局委办厅][^（）]{4,}/;
const TOGETHER = new RegExp(
  `^(?:(?:要|应当?|须)(?:积极|主动)?)?(?:牵头(?=会同|联合))?(?:会同|联合|${ORGANISES_THEM})`,
);

/** 县水利局确保水质达标, 县公安局严厉打击盗水: a place's own office at the head of what it does, whatever that is. */
export function endOfActing(text: string, lexicon: Lexicon): number | undefined {
  const isOfPlace = hasLevel(text);
  if (!isOfPlace && !BEGINS_AS_OFFICE.test(text)) return undefined;
  const end = endOfNames(`由${text}`, lexicon);
  const names = text.slice(0, (end ?? 1) - 1);
  const areKnown = isOfPlace
    ? areOffices(names, lexicon)
    : names.split('、').every((name) => BARE_OFFICE.test(name));
  if (end === undefined || !IS_OFFICE.test(names) || !areKnown) return undefined;
  // 省、市、县环保执法队伍: no office is called by its level alone.
  if (names.split('、').some((name) => name.length < 3)) return undefined;
  const what = text.slice(end - 1);
  // 县医院搬迁 is a title.
  return what.length < 4 || TELLS_OF_IT.test(what) || IS_THERE.test(what) || COUNTED.test(what)
    ? undefined
    : end - 1;
}

/**
 * The names of units with which parts of a sentence begin, whatever their bearers do: 县财政局 in 县交通局牵头，县财政局筹措资金; those of
 * parts that are a list of names and nothing else, too.
 *
 * @param mayName which parts are looked at
 */
export function namesAtHeads(
  sentence: string,
  lexicon: Lexicon,
  mayName: (part: string) => boolean,
): string[] {
  return Array.from(sentence.matchAll(PART)).flatMap(({ 0: part, index }) => {
    if (!mayName(part) || NOT_DONE_BY.test(sentence.slice(0, index))) return [];
    const own = part.slice(HEAD.exec(part)?.[0].length);
    // 县教育局、团县委“双向联动”: what they do may be quoted.
    const [bare = ''] = own.split('“');
    const end = areNames(bare, lexicon) ? bare.length : (endOfNames(`由${own}`, lexicon) ?? 1) - 1;
    const what = own.slice(end);
    if (end < 3 || [TELLS_OF_IT, IS_THERE, IS_FIGURE].some((pattern) => pattern.test(what))) return [];
    return readUnits(own.slice(0, end), lexicon, { framed: true })
      .filter((piece) => piece.kind === 'name' && isSure(piece, lexicon))
      .map(({ text }) => text);
  });
}

/** 成果形式：, 提案者：: what such a label is of is no duty. */
const NOT_DONE_BY = /(?:形式|提案[者人]|来源|地点|地址|时间|电话|对象|范围|依据|名称|内容)[：:]\s*$/;
/** 镇街食安办标准化建设达标率100%. */
const IS_FIGURE = /^[^，。；]{0,16}(?:率|比例|面积|数量)/;
const PART = /[^，。；：！？,;:!?\n]+/g;
const HEAD = new RegExp(
  `^\\s*(?:${PARAGRAPH_NUMBER}\\s*)?(?:${ENUMERATOR})?[（(【〔\\[［]?(?:请|由|责成|并由|同时由?)?`,
);

/** 卫生局, 团委: what every place has, without its level. */
const BARE_ENDING = '(?:[局厅]|(?<!党)委|办|法院|检察院|妇联|残联|总工会)';
const BARE_OFFICE = new RegExp(`${LISTED_OFFICE}(?<=${BARE_ENDING})`, 'u');
const BEGINS_AS_OFFICE = new RegExp(`^[一-龥]{0,10}?${BARE_ENDING}(?![长域面部势限党员机干内法理公事])`);
const IS_OFFICE =
  /(?:[局委办厅部会社队站所院]|[妇残工文侨商记作]联|[科文作记]协|政府|公司|中心|街道|学校|中学|小学)$/;

/** 县第二中学门前道路整治: where it is; 县中心医院迁建工程年底前封顶: what is built there. */
const IS_THERE = new RegExp(
  `^[一-龥]{0,4}?(?:迁建|新建|改?扩建|改建|改造|建设|维修|搬迁)(?:工程|项目)|^新[馆院校址]|^${anyOf(
    wordsIn(
      '门前 门口 门外 周边 周围 附近 沿线 一带 片区 地块 旧址 原址 院内 校内 旁 东侧 西侧 南侧 北侧 对面 家属 宿舍 办公楼 办公区 大楼 大院 路段 段 至',
    ),
  )}`,
);

/** 市政府规章制定项目（3件）: what stands below such a title. */
const COUNTED = /（(?:共|计)?[\d一二三四五六七八九十]{1,3}[件项个条]）$/;

/** 被评为先进单位, 已完成改造, 印发的通知, 主要负责人: what is said of an office, and not what it does. */
const TELLS_OF_IT =
  /^(?:伍|不[再得予]|[被是为已曾获将的有共等与和及之原现其系荣所下]|位于|反映|认为|主要|党组|机关|干部|职工|领导|工作人员|副?[局主部院厅]长|主任|负责人|系统|(?:全部|均|全面)(?:达标|达到|建成|覆盖)|成立|联合(?!承办|举办|主办|开展|制定|执法|组织)|关于|印发|发布|公布的|提出的|规定|批准|同意|决定|组成|在[^，。；]{0,16}的)|^[^，。；]{0,12}(?:[了过]|电话|邮箱|地址)|^[^，。；]{0,20}(?:反映|投诉|举报|来信|获评|被评)/;

const HELPS_THEM = new RegExp(`^(?<who>[^，。；]{2,60}?)(?:要|应当?|须|负责)?${EAGERLY}?(?:配合|协助)`);

/** Where the name ends with which words begin, and what its bearer does follows: 县纪委监委依规追究; 0 where there is none. */
function endOfGlued(text: string, lexicon: Lexicon): number {
  const group = GLUED_GROUP.exec(text)?.[0].length;
  if (group !== undefined) return group + (OFFICES_OF_IT.exec(text.slice(group))?.[0].length ?? 0);
  const isOwn = hasLevel(text);
  let end = 0;
  for (let i = 3; i < Math.min(text.length, LONGEST_GLUED) && (end === 0 || i - end < 4); i++) {
    // 市科协建成科普馆: no name goes on with what is done.
    if (end > 0 && DOES_THEN.test(text.slice(end))) break;
    const name = text.slice(0, i);
    // 病案室抽取病历: a body's own section has no level.
    if (!isOwn && (!OF_A_BODY.test(name) || GOES_ON.test(text.slice(i)))) continue;
    // 县财政部门 is no 县财政部.
    const isCut =
      /[局厅委办][委会部处联]$/.test(name) ||
      // 县消防大队和所在乡镇.
      (name.endsWith('所') && /^[在有属需]/.test(text.slice(i))) ||
      // 校医院办好专栏.
      (name.endsWith('办') && /^[好理事学公结证]/.test(text.slice(i))) ||
      /^(?:部门|社区|社会|办理|办公(?!室))/.test(name.slice(-1) + text.slice(i, i + 2));
    if (TRADE.test(name)) return i;
    if (looksLikeUnit(name, lexicon) && !isCut) end = i;
  }
  return end + (end > 0 ? (BRIGADE_OF_IT.exec(text.slice(end))?.[0].length ?? 0) : 0);
}

const DOES_THEN = new RegExp(
  `^${anyOf(wordsIn('建成 新建 创建 打造 引进 举办 组建 选派 发放 新增 完成 开展 争取 实现 落实 制定'))}`,
);

/** 有关村开设隔离带, 各乡镇共同推进. */
const GLUED_GROUP = new RegExp(
  `^${PART_IN_WORKS}${anyOf(UNITS)}(?=[一-龥][一-龥\\d])(?![和及与负的])|^(?:${WHICH}|所在)(?:(?:有关|相关)?(?:行政)?(?:(?:社区|村)?居委会|村委会|村(?!卫生室)|社区(?!居)|乡镇|镇|乡|街道办事处|街道办(?!事)|街道(?!办)|学校|学院|科室|处室|股室|部门|单位|系(?![统列])|[一-龥]{0,4}?(?:车间|教研组|年级组|备课组|工作组|班组|班级|分厂|工区|卫生室|[抢救巡防消应][一-龥]{1,3}队伍?))|[一-龥]{1,6}?(?:企业|公司|医院)(?![的所]))(?=[一-龥]{2})(?![（(]|[和及与、]|党|委员会|民委|民政府|负责人)`,
);
/** 各乡镇财政所入户丈量: what each of them has. */
const OFFICES_OF_IT = new RegExp(
  `^(?!${DOES_IT})(?:[一-龥]{2,8}?(?:所|站|中心|卫生室|卫生院|派出所|大队|中队)|民兵[排连营]|应急分?队|巡[查护逻][队组])(?!(?:有|需|在|长|内|里))`,
);
/** 区公安分局交警大队增派警力. */
const BRIGADE_OF_IT = new RegExp(
  `^(?!${DOES_IT})(?:[一-龥]{2,6}?(?:大队|支队|中队|派出所)|社区卫生服务(?:中心|站)|(?:党群|便民|综合|社会|养老|社工)[一-龥]{0,4}?(?:中心|站))`,
);
function isGluedGroup({ kind, text }: Piece): boolean {
  return kind === 'group' && (GLUED_GROUP.exec(text)?.[0].length ?? text.length) < text.length;
}
/** What parts of a body, and bodies of a place, are called by; not every word that ends so. */
const OF_A_BODY =
  /(?:[一-龥](?:室|科|股|处|(?<![内外全局干东西南北中细])部(?![门署分])|系(?!统)|矿|厂|书店|办|办公室|中心|站|所|馆|队|局|公司|社|医院|卫生院|人民政府|管委会|门诊|集团)|(?:教研|年级|备课|学科|体育|音乐|美术|艺体|体艺)组|学校|中学|小学|协会|商会|联合会|服务队|党总支|党支部|法院|检察院|委员会|学生会|团委|工会|(?<!职能|有关|相关|各|主管|责任)部门)$/;
/** 移动、电信某分公司现场办理: they share the company's name. */
const OF_BRAND = new RegExp(`^${BRAND}$`);
/** 县区财政部门. */
const TRADE = /^(?!各)[一-龥]{2,7}(?<!职能|有关|相关|主管|责任|牵头|各)部门$/;
/** 请各街道办事处围绕…. */
const OF_A_PLACE = /^(?:各|所在).*(?:[县区市旗镇乡村校]|街道|办事处|政府|社区|学院|企业|公司|医院)$/;
/** 由产权单位在2小时内修复. */
const OF_WORKS = new RegExp(`^${PART_IN_WORKS}${anyOf(UNITS)}$`);
/** 教务处长, 办公室主任, 市场开办单位: what goes on with it is no verb. */
const GOES_ON = /^(?:单位|部门|机构|主任|副|长|员|人员|成员|干部|领导|负责人|同志|的|内|外|里|等|办公室|党)/;

const LONGEST_GLUED = 25;
const SHORT = /^\p{Script=Han}{2,6}$/u;
/** 由于, and 由甲局批准的项目, which says which. */
const NOT_BY = /^由于|^由[^，。；]{0,40}(?:的|(?<!责)任(?!务)|组成|解释|[县市区镇乡]长|书记|主任|局长)/;
const DOES_WHAT = /^(?!由|组成|担任|兼任|负责|有关|相关|等)(?:\p{Script=Han}[\p{Script=Han}\d]|[抓管办干]$)/u;
