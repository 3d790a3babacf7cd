// Who helps, at the end of a sentence that says before it who does what: 甲局牵头，负责督查，乙局参加。
import type { Stretch } from '../../model/passage.js';
import { isMeant, type Lexicon, type Piece, readUnits } from '../../units/index.js';
import { WHICH } from '../../words/collectives.js';
import { SUPPORTS, TELLS_HOW } from '../../words/doer-verbs.js';
import { hasLevel } from '../../words/levels.js';
import { SITES } from '../../words/things.js';
import { splitOutside } from '../brackets.js';
import type { Part } from '../parts.js';
import { type Actor, actingAt } from './actors.js';
import type { FoundClause } from './found.js';
import { endOfActing as endOfDoing, endOfHelpedBy, endOfNames, endOfTogether } from './glued.js';
import { areNames, areOffices } from './names-before.js';
import { isNobody } from './names-of-doers.js';
import { isLocalName, isOdd, isSure } from './says-who.js';

/** 各乡镇, 有关单位; 限额优先满足民营企业 only ends as groups do. */
const OF_ALL = new RegExp(`^${WHICH}`);

/** No such list of names is longer. */
const LONGEST = 150;

/**
 * The parts of a sentence, behind commas, that are names with a word that says that they help.
 *
 * @param from where what stands before it ends at the latest
 * @param end where the sentence ends, before its stop
 */
export function helpersBehind(text: string, from: number, end: number, lexicon: Lexicon): Part[] {
  return splitOutside(text.slice(from, end), '，').flatMap((part, i): Part[] => {
    if (i === 0 || part.end - part.start > LONGEST) return [];
    const [start, stop] = [from + part.start, from + part.end];
    const own = text.slice(start, stop);
    const size =
      endOfHelp(own, lexicon) ??
      endOfSupport(own, lexicon) ??
      endOfJoined(own, lexicon) ??
      endOfActing(own, lexicon) ??
      endOfDoing(own, lexicon);
    return size === undefined ? [] : [{ kind: 'who', start, end: start + size }];
  });
}

/** 会同县住建局清淤: those with whom they do it. */
function endOfJoined(text: string, lexicon: Lexicon): number | undefined {
  const ahead = JOINED.exec(text)?.[0].length;
  const size = ahead === undefined ? undefined : endOfTogether(text.slice(ahead), lexicon);
  return size === undefined ? undefined : size + (ahead ?? 0);
}

/** 会同, 并由其会同. */
const JOINED = /^(?:并|同时)?(?:由其)?(?=会同)/;

/** 各街道, 石桥镇, 高新区: somebody who can be told to do it; 小微企业给予贴息, 各水库 are what it is done to. */
function isTold({ name, isGroup }: Actor): boolean {
  return isGroup ? OF_ALL.test(name) && !PLACES.test(name) : hasLevel(name) || OF_A_BODY.test(name);
}

const PLACES = new RegExp(`(?:水库|河流|河道|路段|线路|站点|场所|工地|小区|楼栋|项目|${SITES})$`);
const OF_A_BODY =
  /(?:[局委办镇乡村院]|报社|电视台|图书馆|博物馆|文化馆|体育馆|街道|公司|中心|政府|管委会|[大支]队|(?:高新|开发|经开|园|新)区)$/;

/** 各街道、高新区选派专员: how far those reach who do something else of it. */
function endOfActing(text: string, lexicon: Lexicon): number | undefined {
  const acting = actingAt(text, lexicon);
  if (!acting || acting.isShare || TELLS_HOW.test(text.slice(acting.end))) return undefined;
  const areTold = acting.who.every(
    (who) => !who.isAll && !who.isByPart && !isNobody(who.name) && isTold(who),
  );
  if (!areTold) return undefined;
  // 各乡镇财政所入户丈量: the name ends where the verb begins.
  const end = endOfNames(`由${text}`, lexicon);
  return end === undefined ? acting.end : end - 1;
}

/**
 * Those who help where a heading, or names before a colon, say who does it: 会同区民政局制作广告, 在区交通局配合下整治乱停,
 * 负责事故的处置，派出所配合.
 *
 * @param from where what is to be done begins
 */
export function helpersUnder(text: string, from: number, lexicon: Lexicon): FoundClause | undefined {
  const parts = splitOutside(text.slice(from), '。；\n').flatMap(({ start: head, end: tail }, i): Part[] => {
    const [start, end] = [from + head, from + tail];
    const own = text.slice(start, end);
    const blank = own.length - own.trimStart().length;
    const ahead = helpersAhead(own.slice(blank), i === 0, lexicon);
    // 县广播电视台配合开设专栏。 A sentence of its own.
    const size = i > 0 ? endOfHelp(own.slice(blank), lexicon) : undefined;
    if (size !== undefined) return [{ kind: 'who', start: start + blank, end: start + blank + size }];
    const behind = helpersBehind(text, start, end, lexicon);
    return [
      ...(ahead
        ? [{ kind: 'who', start: start + blank + ahead.start, end: start + blank + ahead.end } as const]
        : []),
      ...behind,
    ];
  });
  return parts.length > 0 ? { start: text.length, end: text.length, parts, inGoal: true } : undefined;
}

/** With whom what is to be done begins. */
function helpersAhead(text: string, isFirst: boolean, lexicon: Lexicon): Stretch | undefined {
  const helped = WITH_HELP.exec(text)?.groups?.['who'];
  if (helped !== undefined)
    return areNames(helped, lexicon) ? { start: 1, end: 1 + helped.length } : undefined;
  const end = endOfTogether(text, lexicon) ?? (isFirst ? endOfHelpedBy(text, lexicon) : undefined);
  return end === undefined ? undefined : { start: 0, end };
}

const WITH_HELP = /^在(?<who>[^，。；]{2,60}?)的?(?:积极|大力|密切)?(?:配合|协助|支持|指导)下/;

const SUPPORTING = new RegExp(`^(?<who>[^，。；]{2,80}?)${SUPPORTS}`);

/** 县住建局、县质监站监管: how far the offices reach that see to it that others can do it, or watch. */
function endOfSupport(text: string, lexicon: Lexicon): number | undefined {
  const who = SUPPORTING.exec(text)?.groups?.['who'];
  return who !== undefined && areOffices(who, lexicon) ? who.length : undefined;
}

/** 甲局配合筹措: a verb alone, which is nobody's name. */
function isVerb(behind: readonly Piece[]): boolean {
  return behind.length === 1 && /^[一-龥]{2,4}$/.test(behind[0]?.text ?? '');
}

/** How far those reach with whom a text begins and the word that says that they help; they may help to do something. */
export function endOfHelp(text: string, lexicon: Lexicon): number | undefined {
  const pieces = readUnits(text, lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const word = pieces[at];
  const own = pieces.slice(0, at);
  const behind = pieces.slice(at + 1);
  const isNamed = (piece: Piece) => behind.length === 0 && isLocalName(piece);
  const areHelpers =
    word?.kind === 'word' &&
    (word.role === 'responsible' || word.role === 'supervising') &&
    (behind.length === 0 ||
      isVerb(behind) ||
      // 县交通运输局协助争取补助: a place's own offices help with whatever it is.
      areOffices(text.slice(0, word.start), lexicon) ||
      (behind.every(({ kind }) => kind === 'word') && own.every(({ kind }) => kind !== 'open'))) &&
    own.some(isMeant) &&
    own.every((piece) => (!isOdd(piece, lexicon) || isNamed(piece)) && piece.kind !== 'label') &&
    own
      .filter(isMeant)
      .every(
        (piece) =>
          piece.kind === 'open' ||
          (piece.kind === 'name' ? isSure(piece, lexicon) || isNamed(piece) : OF_ALL.test(piece.text)),
      );
  return areHelpers ? word.start + word.text.length : undefined;
}
