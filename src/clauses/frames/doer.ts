// Who does something in a part of a sentence, at its head or behind 由.
import type { Stretch } from '../../model/passage.js';
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { EXPLAINS, IS_OVERSEEN } from '../../words/acting.js';
import { BEFORE, DAY, MONTH, YEAR } from '../../words/calendar.js';
import { TOGETHER_WITH } from '../../words/collectives.js';
import { DOER_VERB, HELPS, TELLS_HOW } from '../../words/doer-verbs.js';
import { matchesIn } from '../../words/match.js';
import { type Actor, actingAt } from './actors.js';
import { endOfActing, endOfHelped, endOfNames, endOfTogether } from './glued.js';
import { areNames } from './names-before.js';
import { areDoers, isNobody, isOfPlaces, WITH_NEXT } from './names-of-doers.js';
import { isOdd } from './says-who.js';

/** 区委农办要结合实际，负责指导督查. */
const DOES_TOO = /，(?:具体|共同|分别)?负责(?=\p{Script=Han})/u;
/** 各乡镇要在3月15日前完成翻耕: all of a group have it to do by a day; by when they report is how the work is organised. */
const MUST = '(?:要|应当|应|须|必须|务必)?(?:在|于|务必于|力争)?';
const DAY_BEFORE = `(?:${DAY}日|底|[上中下]旬)?${BEFORE}`;
const BY_A_DAY = new RegExp(
  `^${MUST}(?:(?:${YEAR}年)?${MONTH}月${DAY_BEFORE}|\\d{1,3}个?(?:工作日|小时|日|天)[之以]?内)`,
);
/** 县直各单位每月25日前报送台账，县道安办负责统计: a report that somebody collects in the same sentence is a task. */
const BY_A_DAY_EACH = new RegExp(`^${MUST}每(?:月|季度?|周|旬|年|半年)(?:[首末]月)?${DAY_BEFORE}`);
const IS_COLLECTED = /^，[^，。；]{2,16}?(?:负责)?(?:汇总|统计|收集|审核)/;
/** 各乡镇要逐户登记，3月20日前完成: the day stands in the next part. */
const DAY_NEXT = new RegExp(
  `^[^，。；]{2,60}，[于在]?(?:${YEAR}年)?${MONTH}月(?:${DAY}日|底|[上中下]旬)?${BEFORE}`,
);
const REPORTS = /报(?:送|告|县|市|区|省|州|旗|至|到|备|我|给)|上报|反馈|报[^，。；]{0,12}(?:办公室|办|局|委)/;
const JOINED = new RegExp(`配合|协助|${TOGETHER_WITH}`);
/** 县残联配合县教育局 before what they do: who is helped leads. */
const HELPED = /(?:配合|协助).{3,}/;
const WITH_OTHERS = /.会同./;
/** Names of one list are no longer. */
const LONGEST_LIST = 150;
const MOST_VERBS = 4;

/** 甲委统筹，乙局、丙局分工负责: whoever they are, the others do what they see to, unless these 牵头. */
const COORDINATES = /^(?:(?:具体)?负责)?(?:总体|牵头)?(?:统筹|协调|抓总){1,2}(?:工作)?$/;

const IS_AN_OFFICE = /(?:[局委办厅部处科会]|政府|公司)$/;
/** 教务处、研究生院: 研究 begins a name. */
const ENDS_OPEN = /[、和及与]$/;
/** 县住建局是农村垃圾管理的主管部门，负责编制规划. */
const WHAT_THEY_ARE = /[是为][^，。；]{2,40}(?:部门|单位|机构|主体)，$|作为[^，。；]{2,20}，$/;

/** 县市场监管局发现犯罪线索的，应在3日内移送: in which case they do it. */
export const IN_CASE =
  /(?:在[^，。；]{1,10}中)?(?:发现|接到|收到|接报|查实|核实|受理|认定|遇有?)[^，。；]{1,30}[的后时]，$|(?<=部门|单位|机构|[局委办])[一-龥]{2,8}(?:印发|出台|发布|公布)后，$/;

/** 各乡镇人民政府对本辖区秸秆禁烧负总责. */
const OF_WHAT = /(?<=[局委办厅府院镇乡会司社]|街道|单位|部门)对[^，。；、]{2,24}$/;

/** Who does something in a part of a sentence. */
export interface Doer extends Stretch {
  /** They help others with it. */
  readonly helps: boolean;
  /** Behind somebody who does it, they see to it that it can be done, or watch: 县财政局予以经费保障. */
  readonly supports?: boolean;
  /** They 负责. */
  readonly does: boolean;
  leads: boolean;
  /** With others; who acts behind them acts with them: 由甲局会同乙局召开会议，丙站做好宣传. */
  readonly isJoint?: boolean;
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
export function doerAt(
  text: string,
  { start, end }: Stretch,
  sentenceEnd: number,
  isItem: boolean,
  isBehindName: boolean,
  lexicon: Lexicon,
): Doer | undefined {
  if (ASKS_ALL.test(text.slice(start, end))) return undefined;
  const by = isItem ? text.slice(start, end).indexOf('由') : -1;
  for (const from of by > 0 ? [start, start + by] : [start]) {
    const own = text.slice(from, Math.min(end, from + LONGEST_LIST));
    if (OF_EACH.test(own)) continue;
    for (const { 0: verb, index, groups } of matchesIn(DOER_VERB, own, MOST_VERBS)) {
      const names = own.slice(0, index).replace(WHAT_THEY_ARE, '').replace(IN_CASE, '').replace(OF_WHAT, '');
      if (ENDS_OPEN.test(names)) continue;
      // 甲局负责协调，会同乙局完善政策: with those who do it, too.
      const helps = groups?.['helps'] !== undefined || WITH_NEXT.test(names);
      const does = groups?.['helps'] !== undefined || groups?.['does'] !== undefined;
      const bears = groups?.['bears'] !== undefined;
      // 甲局牵头会同乙局编制: the verb behind the names is theirs.
      if (/牵头$/.test(verb) && WITH_NEXT.test(own.slice(index + verb.length))) continue;
      const supports = groups?.['supports'] !== undefined;
      const acts = supports || groups?.['acts'] !== undefined;
      // 集贸市场整治 is a title.
      const isVerb = acts || groups?.['joint'] !== undefined;
      const coordinates =
        COORDINATES.test(own.slice(index)) && !/牵头/.test(text.slice(end, sentenceEnd)) && end < sentenceEnd;
      const isLast = index + verb.length === own.length;
      if (isVerb && !supports && !coordinates && isLast && !IS_AN_OFFICE.test(names)) continue;
      if (groups?.['joint'] !== undefined && !JOINED.test(names) && !(isItem && from === start)) continue;
      if (coordinates && areNames(names, lexicon))
        return { start: from, end, helps: false, does: false, leads: true, isAll: true };
      if (acts && (!(isItem && from === start) || TELLS_HOW.test(own.slice(index)))) continue;
      if (groups?.['must'] !== undefined && !isItem && !DOES_TOO.test(text.slice(from, sentenceEnd)))
        continue;
      const isReport = REPORTS.test(text.slice(from, sentenceEnd));
      const isTimed =
        (BY_A_DAY.test(own.slice(index)) && (isItem || !isReport)) ||
        (BY_A_DAY_EACH.test(own.slice(index)) &&
          isItem &&
          (!isReport || IS_COLLECTED.test(text.slice(end, sentenceEnd)))) ||
        (isItem &&
          groups?.['must'] !== undefined &&
          DAY_NEXT.test(text.slice(from + index, sentenceEnd)) &&
          !isReport);
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
      return {
        start: from,
        end:
          does && names.length === index
            ? stop + helpersIn(text.slice(stop, end), lexicon)
            : from + names.length,
        helps,
        supports,
        does: does && !helps,
        leads: groups?.['leads'] !== undefined || HELPED.test(names),
        isJoint: WITH_OTHERS.test(names),
        isAll,
      };
    }
    const ahead = AHEAD.exec(own)?.[0].length ?? 0;
    const told = isItem && ahead > 0 && !EXPLAINS.test(own) ? actingAt(own.slice(ahead), lexicon) : undefined;
    // 由 and 请 stand with the names that they frame.
    const skip = ahead > 1 ? ahead : 0;
    if (told?.isShare === false && areSomebody(told.who))
      return acts(from + skip, told.end + ahead - skip, own.slice(skip), lexicon);
    const reach = ahead > 0 ? endOfNames(`由${own.slice(ahead)}`, lexicon) : undefined;
    if (reach !== undefined) {
      const names = { start: from + skip, end: from + ahead + reach - 1 };
      return { ...names, helps: false, does: false, leads: false, isAll: false };
    }
    const joined = isItem && from === start ? endOfHelped(own, lexicon) : undefined;
    if (joined !== undefined)
      return { start: from, end: from + joined, helps: false, does: false, leads: true, isAll: false };
    const acting = isItem && from === start ? endOfActing(own, lexicon) : undefined;
    if (acting !== undefined && (TELLS_HOW.test(own.slice(acting)) || isNobody(own.slice(0, acting))))
      continue;
    if (acting !== undefined) return acts(from, acting, own, lexicon);
    const isDuty = isItem && from === start && !IS_OVERSEEN.test(text.slice(from, sentenceEnd));
    const formed = isDuty ? actingAt(own, lexicon) : undefined;
    const behind = own.slice(formed?.end);
    const isOffice = formed?.isShare === false && !OF_ITS_HEADS.test(behind) && !TELLS_HOW.test(behind);
    if (isOffice && areSomebody(formed.who)) return acts(from, formed.end, own, lexicon);
  }
  return undefined;
}

function areSomebody(who: readonly Actor[]): boolean {
  return who.every(({ isAll, name }) => !isAll && !isNobody(name));
}

/** Who stands at the head of what they do, and those with whom they do it: 校团委会同艺体组排练节目. */
function acts(start: number, end: number, own: string, lexicon: Lexicon): Doer {
  const others = endOfTogether(own.slice(end), lexicon) ?? 0;
  return {
    start,
    end: start + end + others,
    helps: false,
    does: false,
    leads: false,
    isJoint: others > 0,
    isAll: false,
  };
}

/** 每个社区微型消防站配备不少于6人: what each has to have. */
const OF_EACH =
  /^每[个所家处][^，。；要应须]{1,16}?(?:配备|配置|设[有置立]|建[成立设有]|确定|明确|不少于|至少)/;
/** 市公安局负责人要亲自抓. */
const OF_ITS_HEADS = /^(?:主要)?负责(?:人|同志)/;
/** 由, 请, 会议要求: before whoever is told to do it. */
const AHEAD = /^(?:由(?!于)|请(?!示)|责成|(?:会议)?(?:要求|责成|决定)由?)/;
/** 请各处室、年级组提高认识: asked of everybody in any notice. */
const ASKS_ALL =
  /^请各[^，。；]{1,20}?(?:高度重视|提高(?:思想)?认识|统一思想|相互|密切|通力|认真(?:抓好|贯彻)|遵照执行)/;

/** 甲局牵头、乙局配合: how far those reach who help, behind the one who leads. */
function helpersIn(text: string, lexicon: Lexicon): number {
  if (!HELPERS_NEXT.test(text)) return 0;
  const pieces = readUnits(text.slice(1), lexicon, { framed: true });
  return pieces.some(isMeant) && pieces.every((piece) => !isOdd(piece, lexicon)) ? text.length : 0;
}

const HELPERS_NEXT = new RegExp(`^、[^，。；]{2,120}${HELPS}`);
