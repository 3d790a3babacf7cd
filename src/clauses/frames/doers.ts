// Who does it, at the head of what is to be done: 县水利局负责雨水情监测，县气象局负责预报。
import type { Stretch } from '../../model/passage.js';
import { isMeant, type Lexicon, type Piece, readUnits } from '../../units/index.js';
import { IN_GENERAL, IS_OVERSIGHT } from '../../words/acting.js';
import { anyOf, wordsIn } from '../../words/any-of.js';
import { BEFORE, DAY, MONTH, PERIOD, YEAR } from '../../words/calendar.js';
import { UNITS, WHICH } from '../../words/collectives.js';
import { SET_UP_BODY } from '../../words/duties.js';
import { MARK as LEVEL } from '../../words/levels.js';
import { ENUMERATOR } from '../../words/numerals.js';
import { EAGERLY, IS_LABEL, IS_TO, SHARED_BY } from '../../words/role-words.js';
import { BEGINS_NO_NAME, IN_NO_NAME } from '../../words/unit-names.js';
import { splitOutside } from '../brackets.js';
import type { Part } from '../parts.js';
import { actingAt } from './actors.js';
import {
  type FoundClause,
  LABEL_BEFORE,
  LONGEST,
  NUMBER_BEFORE,
  STOP_BEHIND,
  type TextKind,
  TITLE_BEFORE,
} from './found.js';
import { endOfActing, endOfHelped, endOfNames, endOfTogether } from './glued.js';
import { helpersBehind } from './helpers.js';
import { areOffices, namesBeforeColon } from './names-before.js';
import { isDepartment, isOdd, isSure } from './says-who.js';

/** Words by which those before them have what follows to do; who is 负责人, or 负责解释, has nothing to do. */
const DOES = `(?:按照?[^，。；]{0,12}(?:职能|职责|分工)[^，。；]{0,4}[，,]?)?(?:具体|统一|全面|分别|分工|共同|主要|${SHARED_BY})?${IS_TO}(?!的|${anyOf(wordsIn('解释 咨询 答疑'))})`;
const TAKES_ON = `(?:共同|分别)?承担(?!单位|部门|的)|统筹(?:安排|推进|协调|负责|做好)?(?=\\p{Script=Han})`;
/** 各乡镇负主体责任, 县生态环境局负有监管责任. */
const BEARS =
  '(?:[负担](?:起|好|有)?(?!责)|落实好?|履行好?|压实|扛起)[^，。；、：的]{0,8}责任(?!人|单位|部门|制|书|区|田)';
/** Of units by name alone: 县教育局要加强管理; 各单位要高度重视 is said of everybody. */
const MUST = `(?:(?<![主重需必])要|应当|应(?![急用对收])|须)(?!${EAGERLY}?(?:会同|配合|协助))(?=\\p{Script=Han}{2}|[在于]\\d)`;
/** 县商务局要牵头开展排查，县文旅局要积极配合. */
const LEADS = `(?:要|应当|须)?(?:(?:充分)?发挥好?)?(?:总|共同|负责)?牵头(?!单位|部门|的|人)`;
/** 甲局负责整改，乙局督促指导: behind who does it. */
const WATCHES = '(?:负责)?(?:监督|督促|督导|指导){1,2}(?:检查|落实|整改)?';
const HELPS = `(?:要|应当|须)?(?:予以|给予|共同|联合|一同|一并)?${EAGERLY}?(?:(?:做好|搞好)?(?:配合|协助|协同|协办|协作|参与|参加|支持)(?:工作)?$|${WATCHES}$|(?:配合|协助|协同|参与)(?=[做抓开落完推组实提办核])|(?:配合|协助)(?=\\p{Script=Han}{2})(?!\\p{Script=Han}{0,20}(?:[局委办厅府院县市区镇乡]|部门|单位|公司)))`;
/** Behind 配合 and 会同: 甲局配合乙局做好审核. */
const JOINT = anyOf(
  wordsIn(
    '做好 抓好 开展 完成 落实 组织 推进 实施 制定 制订 编制 建立 提出 研究 修订 出台 起草 办理 处置 处理',
  ),
);
/** 县供销社做好农资供应, 县住建局5月底前完成整治, 县政府督查室每季度开展督查: what one whom a list names does. */
const WHEN = `(?:于|在|务必于|力争)?(?:(?:${YEAR}年)?${MONTH}月|每(?:${PERIOD}|年)|[本下](?:周|月|季度)|近期|月底前|汛前|年底前|年内)|(?<!处)[于在][^，。；、的]{1,8}(?:前|后|期间)(?=\\p{Script=Han}{2})`;
const ACTS = `(?:按期|按时|如期|适时|随时|立即|马上|尽快|抓紧|逐项|逐一|逐个|统一|分类|同步|全面|全力|持续|继续|切实|认真|积极|主动|全程|提前|按要求|按规定)?${anyOf(
  [
    ...wordsIn(
      '开设专栏 开辟专栏 刊发 刊播 选派 抽调 遴选 抽查 督导 督查 拨付 下达 兑现 发放 采购 招聘 引进 培育 打造 建成 举办 召开 开通 投放 核发 核定 核查 核实 统筹 支付 公开 复核 收集 整合 整治 修复 治理 查处 打击 约谈 走访 慰问 宣讲 推广',
    ),
    ...wordsIn(
      '印发 推行 推进 推动 发布 公布 出台 制订 编制 修订 组建 设立 实施 启动 研究 完善 健全 汇总 审核 审议 审定 初评 推荐 发文 配备 购置 清理 拆除 改造 新建 协调 对接 报送 上报 通报 受理 办理 处理 解决 对照 监测 评估 考核 检查 排查 巡查 监督指导',
    ),
    ...wordsIn(
      '务必 给予 予以 督促 做好 抓好 落实 完成 开展 组织 制定 编制 提供 保障(?![部局厅所处中办]) 储备(?![部局厅所处中办库]|粮(?!食)) 建立 加强 强化 承接 安排 严格 依法 定期 及时 限期 跟踪 对(?![外口]) 按照 按(?=各自|职责|分工|要求|规定|计划) 根据 依据 结合 拟(?![定订任])',
    ),
  ],
)}(?![组队科室局所站办已了]|后(?!续)|以来|大队|中心|小组)`;
const VERB = new RegExp(
  `(?<helps>${HELPS})|(?<does>${DOES}|${TAKES_ON}|${LEADS})|(?<bears>${BEARS})|(?<must>${MUST})|(?<joint>${JOINT})|(?<acts>${WHEN}|${ACTS})`,
  'gu',
);
/** 区委农办要结合实际，负责指导督查. */
const DOES_TOO = /，(?:具体|共同|分别)?负责(?=\p{Script=Han})/u;
/** 各乡镇要在3月15日前完成翻耕: all of a group have it to do by a day; by when they report is how the work is organised. */
const BY_A_DAY = new RegExp(
  `^(?:要|应当|应|须|必须|务必)?(?:在|于|务必于|力争)?(?:${YEAR}年)?${MONTH}月(?:${DAY}日|底|[上中下]旬)?${BEFORE}`,
);
const REPORTS = /报(?:送|告|县|市|区|省|州|旗|至|到|备|我|给)|上报|反馈|报[^，。；]{0,12}(?:办公室|办|局|委)/;
const JOINED = /配合|协助|会同/;
/** 县残联配合县教育局 before what they do: who is helped leads. */
const HELPED = /(?:配合|协助).{3,}/;
/** Whoever they are, they are not named: 各高校、科研院所要按规定执行. */
const OF_A_SORT =
  /^(?:中央|地方|国有|民营)?(?:高校|高等学校|科研院所|科研机构|企业|医疗机构|学校|社会组织|行业协会|金融机构|事业单位)$/;
/** Names of one list are no longer. */
const LONGEST_LIST = 150;
const MOST_VERBS = 4;

/** 各部门监督三级医院: what looks like a name and is more. */
const NO_NAME = new RegExp(
  `(?<!自)由|作为|反映|投诉|^(?:结果|数据|情况|提交|移送|上报)|^(?:积极|主动|全力)?(?:配合|协助|会同|联合)|^会议(?!中心)|^各地切实|^${BEGINS_NO_NAME}|${IN_NO_NAME}|${anyOf(UNITS)}(?:监督|指导|督促)|牵头(?:责任)?${anyOf(UNITS)}$|[：:]`,
);
const BODY = new RegExp(SET_UP_BODY);
/** A body that the notice sets up, whoever is of a sort (企业), or what is no office. */
function isNobody(name: string): boolean {
  return (BODY.test(name) && !STANDING.test(name)) || OF_A_SORT.test(name);
}
/** 县食品安全委员会办公室, 村务监督委员会: an office as others are. */
const STANDING = new RegExp(
  `^(?:国务院|中央|${LEVEL}|[镇乡村]|街道|社区).{2,}委员会(?:办公室)?$|^(?:村民|居民|业主)委员会$`,
);
/** 工会, 妇联: no shorter ones do anything. */
const SHORT_OFFICE = new RegExp(
  `^${anyOf(wordsIn('工会 妇联 残联 团委 纪委 侨联 文联 科协 社科联 教委 农委 经委 科委 计委 民委 编办'))}$`,
);

/** 年底前报告落实情况，由某办负责汇总: how the work is organised. */
const COLLECTS = /负责(?:收集|汇总|统计|归集)/;

/** 体检报告由门诊部负责解读，反馈本人: somebody has it to do, whatever is reported. */
const IS_THEIRS = /由[^，。；]{2,20}负责(?!汇总|收集|统计|督)/;

/** Sentences, and parts of them, that begin with who does what they say. */
export function byDoers(text: string, lexicon: Lexicon, kind: TextKind = 'body'): FoundClause[] {
  const number = NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
  const isNumbered = number > 0 || kind === 'all';
  const titleBefore = number > 0 ? (TITLE_BEFORE.exec(text.slice(number))?.[0].length ?? 0) : 0;
  /** Behind one who is named groups have their part, too: 县人武部负责体检，各乡镇按期完成征集. */
  let isNamed = false;
  return splitOutside(text, '。；！？\n').flatMap(({ start, end }): FoundClause[] => {
    if (end - start > LONGEST) return [];
    if (text[start - 1] !== '；') isNamed = false;
    const own = text.slice(start, end);
    if (number === 0 && kind === 'all' && IS_OVERSIGHT.test(own) && !IS_THEIRS.test(own)) return [];
    const stop = end + (STOP_BEHIND.test(text.slice(end)) || text[end] === '；' ? 1 : 0);
    const named = namesBeforeColon(text, start === 0 ? number : start, lexicon);
    if (named) {
      // 县人社局：负责监管。县住建局：负责拨付，某局配合。
      const helpers = helpersBehind(text, named.end, end, lexicon);
      // 镇党政办：会同镇广播站开展宣传。
      const size = endOfTogether(text.slice(named.end, end), lexicon);
      const others =
        size === undefined ? [] : [{ kind: 'who', start: named.end, end: named.end + size } as const];
      const parts = [{ kind: 'who', ...named.names } as const, ...others, ...(helpers ? [helpers] : [])];
      return [{ start: stop, end: stop, parts, inGoal: true, isByDoers: true }];
    }
    const parts = joinNames(
      splitOutside(own, '，,').map((part) => ({ start: start + part.start, end: start + part.end })),
      (part) => {
        const from = start === 0 && part.start === 0 ? number + titleBefore : part.start;
        return isNumbered && areOffices(text.slice(from, part.end), lexicon);
      },
    );
    const doers = parts.flatMap((part, i) => {
      const label = i === 0 ? (LABEL_BEFORE.exec(text.slice(part.start))?.[0].length ?? 0) : 0;
      const head = i === 0 && start === 0 ? number + titleBefore : part.start + label;
      // 一是县教育局抓好…；二是县公安局加强….
      const from = head + (i === 0 ? (NTH.exec(text.slice(head))?.[0].length ?? 0) : 0);
      const isItem = isNumbered || text[from] === '请';
      const reach = { start: from, end: endOfShare(text, part, parts[i + 1]) };
      const who = doerAt(text, reach, end, isItem, isNamed, lexicon);
      // Without a number only who helps has a part of the sentence: 某局负责督查，某局参加.
      const isFramed =
        text[from] === '请' || (text[from] === '由' && !COLLECTS.test(text.slice(from, part.end)));
      const isPart = isNumbered || i === 0 || isFramed || who?.helps === true;
      if (!who || !isPart) return [];
      isNamed ||= isItem;
      return [{ from: part.start, who }];
    });
    const found: FoundClause[] = [];
    /** 甲局配合，乙局牵头: who helps is said before who leads. */
    let ahead: Part[] = [];
    for (const [i, { who }] of doers.entries()) {
      const at = doers[i + 1]?.from ?? stop;
      const last = found.at(-1);
      if (who.helps && !last) {
        const helps = { kind: 'who', start: who.start, end: who.end } as const;
        if (doers[i + 1]) ahead = [...ahead, helps];
        else if (text[start - 1] === '；')
          found.push({ start: stop, end: stop, parts: [helps], inGoal: true, isOfBefore: true });
        continue;
      }
      // Who helps has a part in what the one before does, and whoever acts behind one who leads; so have groups.
      const isLed = doers[i - 1]?.who.leads === true;
      const joins =
        last !== undefined &&
        (who.helps || ((!who.does || who.isAll) && isLed) || (!who.does && areGroups(text, who, lexicon)));
      if (joins) who.leads ||= isLed;
      const own = { kind: 'who', start: who.start, end: who.end } as const;
      const parts = [...(joins ? last.parts : ahead), own];
      ahead = [];
      if (joins) found.pop();
      found.push({ start: at, end: at, parts, inGoal: true, isByDoers: true });
    }
    return found;
  });
}

function areGroups(text: string, { start, end }: Stretch, lexicon: Lexicon): boolean {
  return readUnits(text.slice(start, end), lexicon, { framed: true })
    .filter(isMeant)
    .every(({ kind }) => kind === 'group');
}

/** 甲局、乙局，各乡镇要完成鉴定: names by themselves are of the part behind them. */
function joinNames(parts: readonly Stretch[], areNamesOnly: (part: Stretch) => boolean): Stretch[] {
  const joined: Stretch[] = [];
  let start: number | undefined;
  for (const [i, part] of parts.entries()) {
    const from = start ?? part.start;
    start = i < parts.length - 1 && areNamesOnly(part) ? from : undefined;
    if (start === undefined) joined.push({ start: from, end: part.end });
  }
  return joined;
}

/** 甲局、乙局按照各自职能分工，负责…: how they share it, and behind a comma that they do it. */
const SHARES =
  /按照?[^，。；]{0,12}(?:职能|职责|分工)[^，。；]{0,4}$|[是为][^，。；]{2,40}(?:部门|单位|机构)$/;
const DOES_NEXT = /^(?:共同|分别|具体)?负责/;
/** 请甲局会同乙局、丙局，于9月底前提出方案: names alone, and behind a comma by when they do it. */
const TOGETHER = /会同[^，。；]{2,150}[局委办厅部院会心司镇乡道门位署社行）]$/;
const BY_NEXT = new RegExp(`^${WHEN}|^(?:${ACTS})`);

/** 县政府设立指挥部, 镇纪委对履职不力的严肃问责: how the work is organised. */
const TELLS_HOW =
  /^(?:设立|成立|组建)[^，。；]{0,20}(?:指挥部|领导小组|委员会|工作专班)|^[^，。；]{0,30}(?:问责|追责)$|^(?:实行)?[每按]?(?:季度?|月|周|半年|日)(?:检查|督查|通报|调度|督导)/;
const IS_AN_OFFICE = /(?:[局委办厅部处科会]|政府|公司)$/;
/** 教务处、研究生院: 研究 begins a name. */
const ENDS_OPEN = /[、和及与]$/;
/** 县住建局是农村垃圾管理的主管部门，负责编制规划. */
const WHAT_THEY_ARE = /[是为][^，。；]{2,40}(?:部门|单位|机构)，$/;
const WITH_NEXT = /^并?(?:会同|联合)/;
const CALLED = new RegExp(`^${IS_LABEL}$`);

/** Where a part of a sentence ends that may go on behind a comma with what its names do. */
function endOfShare(text: string, { start, end }: Stretch, next: Stretch | undefined): number {
  const [own, behind] = [text.slice(start, end), next ? text.slice(next.start, next.end) : ''];
  const goesOn =
    next && ((SHARES.test(own) && DOES_NEXT.test(behind)) || (TOGETHER.test(own) && BY_NEXT.test(behind)));
  return goesOn ? next.end : end;
}

/** Who does something in a part of a sentence. */
interface Doer extends Stretch {
  /** They help others with it. */
  readonly helps: boolean;
  /** They 负责. */
  readonly does: boolean;
  leads: boolean;
  /** Nothing stands behind it. */
  readonly isAll: boolean;
}

/**
 * Where the names stand with which a part of a sentence begins, or which 由 has before them, and their verb.
 *
 * @param sentenceEnd where the sentence of the part ends
 * @param isItem whether a number makes the paragraph a task of its own; others also say how the work is organised:
 *   某厅要做好牵头工作, 由某办负责汇总
 */
function doerAt(
  text: string,
  { start, end }: Stretch,
  sentenceEnd: number,
  isItem: boolean,
  isBehindName: boolean,
  lexicon: Lexicon,
): Doer | undefined {
  const by = isItem ? text.slice(start, end).indexOf('由') : -1;
  for (const from of by > 0 ? [start, start + by] : [start]) {
    const own = text.slice(from, Math.min(end, from + LONGEST_LIST));
    for (const { 0: verb, index, groups } of Array.from(own.matchAll(VERB)).slice(0, MOST_VERBS)) {
      const names = own.slice(0, index).replace(WHAT_THEY_ARE, '');
      if (ENDS_OPEN.test(names)) continue;
      // 集贸市场整治 is a title.
      if (groups?.['acts'] !== undefined && index + verb.length === own.length && !IS_AN_OFFICE.test(names))
        continue;
      // 甲局负责协调，会同乙局完善政策: with those who do it, too.
      const helps = groups?.['helps'] !== undefined || WITH_NEXT.test(names);
      const does = groups?.['helps'] !== undefined || groups?.['does'] !== undefined;
      const bears = groups?.['bears'] !== undefined;
      // 甲局牵头会同乙局编制: the verb behind the names is theirs.
      if (/牵头$/.test(verb) && WITH_NEXT.test(own.slice(index + verb.length))) continue;
      const acts = groups?.['acts'] !== undefined;
      if (groups?.['joint'] !== undefined && !JOINED.test(names) && !(isItem && from === start)) continue;
      if (acts && (!(isItem && from === start) || TELLS_HOW.test(own.slice(index)))) continue;
      if (groups?.['must'] !== undefined && !isItem && !DOES_TOO.test(text.slice(from, sentenceEnd)))
        continue;
      const isTimed = BY_A_DAY.test(own.slice(index)) && !REPORTS.test(text.slice(from, sentenceEnd));
      const isFramed = from > start || text[start] === '由';
      const isAsked = text[start] === '请' && start > 0;
      const among =
        (does || bears) && from === start
          ? 'all'
          : isTimed || isFramed || isAsked || isBehindName || (isItem && isOfPlaces(names, own.slice(index)))
            ? 'official'
            : 'none';
      if (!areDoers(names, among, isItem, lexicon)) continue;
      const stop = from + index + verb.length;
      const isAll = stop === end;
      // 甲委统筹，乙局、丙局分工负责.
      const coordinates = isAll && verb === '统筹';
      return {
        start: from,
        end:
          (does || coordinates) && names.length === index
            ? stop + helpersIn(text.slice(stop, end), lexicon)
            : from + names.length,
        helps,
        does: does && !helps,
        leads: verb.includes('牵头') || coordinates || HELPED.test(names),
        isAll,
      };
    }
    const reach = BY_OR_PLEASE.test(own) ? endOfNames(own, lexicon) : undefined;
    if (reach !== undefined)
      return { start: from, end: from + reach, helps: false, does: false, leads: false, isAll: false };
    const joined = isItem && from === start ? endOfHelped(own, lexicon) : undefined;
    if (joined !== undefined)
      return { start: from, end: from + joined, helps: false, does: false, leads: true, isAll: false };
    const acting = isItem && from === start ? endOfActing(own, lexicon) : undefined;
    if (acting !== undefined && TELLS_HOW.test(own.slice(acting))) continue;
    if (acting !== undefined) return acts(from, acting, own, lexicon);
    const isDuty = isItem && from === start && !IS_OVERSIGHT.test(text.slice(from, sentenceEnd));
    const formed = isDuty ? actingAt(own, lexicon) : undefined;
    const behind = own.slice(formed?.end);
    const isOffice = formed?.isShare === false && !OF_ITS_HEADS.test(behind) && !TELLS_HOW.test(behind);
    if (isOffice && formed.who.every((each) => !each.isAll && !isNobody(each.name)))
      return acts(from, formed.end, own, lexicon);
  }
  return undefined;
}

/** Who stands at the head of what they do, and those with whom they do it: 校团委会同艺体组排练节目. */
function acts(start: number, end: number, own: string, lexicon: Lexicon): Doer {
  const others = endOfTogether(own.slice(end), lexicon) ?? 0;
  return { start, end: start + end + others, helps: false, does: false, leads: false, isAll: false };
}

/** 市公安局负责人要亲自抓. */
const OF_ITS_HEADS = /^(?:主要)?负责(?:人|同志)/;
const BY_OR_PLEASE = /^[由请]/;
const NTH = new RegExp(`^\\s*${ENUMERATOR}`);

/** 甲局牵头、乙局配合: how far those reach who help, behind the one who leads. */
function helpersIn(text: string, lexicon: Lexicon): number {
  if (!HELPERS_NEXT.test(text)) return 0;
  const pieces = readUnits(text.slice(1), lexicon, { framed: true });
  return pieces.some(isMeant) && pieces.every((piece) => !isOdd(piece, lexicon)) ? text.length : 0;
}

const HELPERS_NEXT = new RegExp(`^、[^，。；]{2,120}${HELPS}`);

/** 各乡镇要开展检查; 各乡镇要高度重视 says how. */
function isOfPlaces(names: string, what: string): boolean {
  return OF_PLACES.test(names) && !IN_GENERAL.test(what);
}

/** What a place, or a body, has many of that have their own to do: 各中小学校, 各哨点医院, 各党支部. */
const OF_A_PLACE = anyOf(
  wordsIn(
    '街道 街道办 街道办事处 社区 学校 小学 中学 幼儿园 学院 院校 高校 科室 处室 站所 医院 卫生院 医疗机构 支部 党委 党总支 车间 班组 考点 专班 工作组 大队 中队 派出所 分局 分公司 子公司 项目部 居委会 村委会',
  ),
);

const OF_PLACES = new RegExp(
  `^${WHICH}[^，。；]{0,12}(?:[县区市旗州镇乡村]|政府|${OF_A_PLACE})(?:（[^（）]*）)?$`,
);

/** 协调物业服务企业: somebody else does so. */
const IS_TOLD = new RegExp(
  `^${anyOf(wordsIn('协调 督促 指导 组织 引导 责成 通知 要求 配合 协助 会同 联合'))}`,
);

/** 各乡镇, 属地街道, 各部门; not 各代表队. */
const OFFICIAL = new RegExp(`(?:${anyOf(UNITS)}|[县区市旗州镇乡村]|政府|${OF_A_PLACE})(?:（[^（）]*）)?$`);

/**
 * Whether a text is names of units and nothing else.
 *
 * @param groupsDo which groups have something to do though nobody is named: all where they 负责
 * @param isItem whether 市场监管部门, an office by its trade, is one of the item's
 */
function areDoers(
  text: string,
  groupsDo: 'all' | 'official' | 'none',
  isItem: boolean,
  lexicon: Lexicon,
): boolean {
  const pieces = readUnits(text, lexicon, { framed: true });
  const meant = pieces.filter(isMeant);
  const isOf = (piece: Piece) =>
    (groupsDo === 'all' || isItem) && isDepartment(pieces, pieces.indexOf(piece));
  const isNamed = meant.some(
    ({ kind, text: name }) =>
      kind === 'name' && !OF_A_SORT.test(name) && (!BODY.test(name) || STANDING.test(name)),
  );
  return (
    // 县 of 县应急局 is nobody; 各镇 are some.
    meant.every(
      (piece) =>
        isOf(piece) ||
        (piece.kind === 'name'
          ? piece.unit.length > 2 || SHORT_OFFICE.test(piece.unit)
          : piece.text.length > 1),
    ) &&
    (isNamed ||
      meant.some(
        ({ kind, text: name }) =>
          kind === 'group' &&
          !IS_TOLD.test(name) &&
          (groupsDo === 'all' || (groupsDo === 'official' && OFFICIAL.test(name))),
      )) &&
    meant.every(
      (piece) =>
        piece.kind === 'open' || ((isSure(piece, lexicon) || isOf(piece)) && !NO_NAME.test(piece.text)),
    ) &&
    pieces.every(
      (piece) =>
        (!isOdd(piece, lexicon) || isOf(piece)) &&
        (piece.kind !== 'word' ||
          piece.helps ||
          CALLED.test(piece.text) ||
          WITH_NEXT.test(text.slice(piece.start + piece.text.length))),
    )
  );
}
