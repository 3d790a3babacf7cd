// Names before all that is to be done: 县水利局：负责…, and a heading that is nothing else.
import type { Stretch } from '../../model/passage.js';
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { DOER_ENDING } from '../../words/acting.js';
import { WHICH } from '../../words/collectives.js';
import { ACTS } from '../../words/doer-verbs.js';
import { hasLevel } from '../../words/levels.js';
import { ATTENDANCE } from '../../words/people.js';
import { IS_TO } from '../../words/role-words.js';
import { EACH_VILLAGE } from '../../words/trades.js';
import { splitOutside } from '../brackets.js';
import { isLabelled } from './labelled.js';
import { isDepartment, isOdd, isSure } from './says-who.js';

/** No such list of names is longer. */
export const LONGEST_NAMES = 60;

/** 县公安局、县交通局：…; but no telephone behind it. */
const BEFORE_COLON =
  /^(?:[^：:，。；（）()\n]{2,60}[（(][^：:，。；（）()\n]{1,30}[）)]){0,3}[^：:，。；（）()\n]{0,60}[：:](?=\s*(?:[^\s\d：:（(]|(?:\d{4}年)?\d{1,2}月|\d{1,2}[.．、][^\d]|[（(]?\d{1,2}[）)]))/;

/** 县环保局。负责日常监督: a stop, where what they do follows at once. */
const BEFORE_STOP = new RegExp(
  `^[^：:，。；（）()\\n]{2,60}。(?=(?:具体|主要|统筹|全面)?(?:${IS_TO}|按照?[^，。；]{2,16}[，,]?负责|(?:承担|牵头|履行|组织|配合|协助|落实)(?!单位|部门|责任|主体)|${ACTS}))`,
);
/** 河务部门。组织防汛: a trade, a force or a government before all that it does. */
const TRADES_BEFORE_STOP =
  /^(?:[^：:，。；（）()\n]|（[^（）]{1,6}）){2,40}(?:部门|部队|人民政府)。(?=\p{Script=Han}{2})/u;
/** A sentence may end as a group's name does: 颁证扩面到全部乡镇。 */
export const BEGINS_AS_GROUP = new RegExp(`^${WHICH}`);
/** 各县（区）, 有关部门; 相关依据 is nobody. */
export const ENDS_AS_WHO = new RegExp(
  `(?:${DOER_ENDING}|[省市县区旗州镇乡村]|街道|政府|办事处|管委会|学校|医院)(?:（[^（）]*）)?$`,
);

/** 江南区人民政府，高新区管委会：: a list whose parts commas part. */
function listBefore(head: string, lexicon: Lexicon): string | undefined {
  const found = LIST_BEFORE_COLON.exec(head)?.[0];
  return found
    ?.slice(0, -1)
    .split('，')
    .every((part) => areNames(part, lexicon))
    ? found
    : undefined;
}

const LIST_BEFORE_COLON =
  /^[^：:，。；（）()\n]{2,40}(?:，[^：:，。；（）()\n]{2,30}){1,3}[：:](?=\s*[^\s\d：:])/;

/** All of what stands behind, up to a stop. */
const NAMES_BEHIND = /^[^，。；：\n]{2,}(?=[。；\n]|$)/;
/** 综合协调组：由甲局牵头: who does it is said behind the colon. */
const BY_OTHERS = /^\s*由/;

/** 市公安局职责：, 市教育局主要任务：, 市建设局负责：: what stands behind the names there. */
export const DUTIES = /(?:的?(?:主要|工作|具体)?(?:职责|任务)(?:分工)?|(?:主要|具体)?负责)$/;

/** The names with which a paragraph begins before a colon: 县水利局：负责…; `end` is behind the colon. */
export function namesBeforeColon(
  text: string,
  start: number,
  lexicon: Lexicon,
): (Stretch & { readonly names: Stretch }) | undefined {
  const head = text.slice(start, start + LONGEST_NAMES + 30);
  const isNumbered = start > 0 && text.slice(0, start).length <= LONGEST_NUMBER;
  const trades = isNumbered ? TRADES_BEFORE_STOP.exec(head)?.[0] : undefined;
  const found =
    trades !== undefined && areTrades(trades.slice(0, -1), lexicon)
      ? trades
      : ((BEFORE_COLON.exec(head.slice(0, LONGEST_NAMES + 2)) ?? BEFORE_STOP.exec(head))?.[0] ??
        listBefore(head, lexicon));
  if (found === undefined || ATTENDANCE.test(found) || isLabelled(found)) return undefined;
  if (BY_OTHERS.test(text.slice(start + found.length))) return undefined;
  const names = found.slice(0, -1).replace(DUTIES, '');
  const end = start + found.length;
  if (AREA.test(names)) {
    const behind = NAMES_BEHIND.exec(text.slice(end, end + LONGEST_NAMES))?.[0] ?? '';
    return areNames(behind, lexicon)
      ? { start, end, names: { start: end, end: end + behind.length } }
      : undefined;
  }
  const isPlaced = (TO_DO.test(text.slice(end)) && !TEAM.test(names)) || beginsAsNames(names, lexicon);
  // 公安交警部门：指导建立台账。 Before a colon a trade is who does it, as a name is.
  const isThing = BEGINS_AS_GROUP.test(names) && !/[、（会办]/.test(names) && !ENDS_AS_WHO.test(names);
  const areWho =
    (areNames(names, lexicon) && !isThing) || (!found.endsWith('。') && areTrades(names, lexicon));
  if (found !== trades && (!areWho || (found.endsWith('。') && !isPlaced))) return undefined;
  // 学校：县教育局；医院：县卫健局: what is theirs stands before the colon.
  const behind = NAMES_BEHIND.exec(text.slice(end, end + LONGEST_NAMES))?.[0] ?? '';
  if (behind !== '' && !hasLevel(names) && areOffices(behind, lexicon))
    return { start, end, names: { start: end, end: end + behind.length } };
  return { start, end, names: { start, end: start + names.length } };
}

/** 第一小区（1—9号楼）：第一网格: a stretch of a place, and nobody. */
const AREA = /(?:小区|片区?|区域|地段|(?<!公)路段|河段|沿线|分区|责任区|包干区)(?:[（(][^（()）]*[）)])?$/;

/** No number of a paragraph is longer: （十二）. */
const LONGEST_NUMBER = 8;

/** 国资、商务、供销部门, 驻军、武警部队, 新闻单位: trades, forces, villages, whoever is of a sort, and groups, and no words of a sentence. */
export function areTrades(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon, { framed: true });
  return (
    pieces.some(isMeant) &&
    pieces.every(
      (piece, i) =>
        piece.kind === 'separator' ||
        (piece.kind === 'group' && !isOdd(piece, lexicon)) ||
        isDepartment(pieces, i) ||
        (piece.kind === 'name' && (FORCE.test(piece.text) || VILLAGE.test(piece.text))),
    )
  );
}

const VILLAGE = new RegExp(`^${EACH_VILLAGE}$`);
const FORCE = /^(?:驻军|驻地部队|[^、]{0,6}(?:部队|武警|民兵|消防))$/;

/** 移动公司、联通公司。负责通信保障: whoever they are. */
const TO_DO = new RegExp(`^(?:具体|主要|统筹|全面)?${IS_TO}`);

/** 综合协调组。负责会务: a part of the work, whose units stand behind it. */
const TEAM = /(?:组|专班|指挥部)$/;

/** 县交通局、公路局, 各乡镇: the first of a place's own offices has its level. */
function beginsAsNames(text: string, lexicon: Lexicon): boolean {
  const first = readUnits(text, lexicon, { framed: true }).find(isMeant);
  return first?.kind === 'name' ? hasLevel(first.text) : BEGINS_AS_GROUP.test(text);
}

/** Whether several sentences begin so: 县人社局：负责监管。县住建局：负责拨付。 */
export function haveNamesBefore(text: string, from: number, lexicon: Lexicon): boolean {
  return splitOutside(text.slice(from), '。；\n').some(
    ({ start }, i) => i > 0 && namesBeforeColon(text, from + start, lexicon),
  );
}

/** Whether a text is names of units and groups and nothing else. */
export function areNames(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon, { framed: true });
  const meant = pieces.filter(isMeant);
  return (
    meant.length > 0 &&
    meant.every((piece) => isSure(piece, lexicon)) &&
    pieces.every((piece) => !isOdd(piece, lexicon) && piece.kind !== 'word' && piece.kind !== 'label')
  );
}

/** Whether they are names of a place's own offices, and perhaps of groups: 县住建局、县财政局. */
export function areOffices(text: string, lexicon: Lexicon): boolean {
  const meant = readUnits(text, lexicon, { framed: true }).filter(isMeant);
  const names = meant.filter(({ kind }) => kind === 'name');
  return names.length > 0 && names.every((piece) => hasLevel(piece.text)) && areNames(text, lexicon);
}

/** Whether they are names of bodies by what they end in, of whatever place: 国网某县供电公司、市电信公司. */
export function areBodies(text: string, lexicon: Lexicon): boolean {
  const meant = readUnits(text, lexicon, { framed: true }).filter(isMeant);
  return (
    meant.length > 0 &&
    meant.every(({ kind, text: name }) => kind === 'name' && BODY.test(name)) &&
    areNames(text, lexicon)
  );
}

const BODY = /.(?:[局厅委办]|公司|中心|政府|管委会|办事处|大队|支队)$/;
