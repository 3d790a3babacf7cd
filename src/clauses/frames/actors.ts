// Who is said to do something, by form alone: names or a group at the head of a part of a sentence, and a verb.
import { isMeant, type Lexicon, looksLikeUnit, type Piece, readUnits } from '../../units/index.js';
import {
  ALSO,
  BY_PART,
  DOER_ENDING,
  DOES_IT,
  IN_GENERAL,
  IS_TOLD_OF,
  NO_DOER,
  OF_ALL,
  OF_OFFICE,
  OFFICE_ENDING,
  TAKES_FROM_NAME,
} from '../../words/acting.js';
import { IN_NO_GROUP } from '../../words/collectives.js';
import { matchesIn } from '../../words/match.js';
import { ENUMERATOR, PARAGRAPH_NUMBER } from '../../words/numerals.js';
import { BEGINS_NO_NAME } from '../../words/unit-names.js';

/** Somebody who does something. */
export interface Actor {
  readonly name: string;
  readonly isGroup: boolean;
  /** Everybody is meant (各有关部门), or whoever has a part (会办单位), or it is asked of anybody in any notice (要高度重视). */
  readonly isAll: boolean;
  /** 会办单位, 包保领导: what they do together is no task of theirs. */
  readonly isByPart: boolean;
}

const PART = /[^，。；：！？,;:!?\n]+/g;
const HEAD = new RegExp(
  `^\\s*(?:${PARAGRAPH_NUMBER}\\s*)?(?:${ENUMERATOR})?[（(【〔\\[［]?(?:请|由|责成|同时)?`,
);
const DOES = new RegExp(DOES_IT, 'gu');
/** 违者由县公安局处理: they may stand behind what it is about. */
const BY = /(?<!自)由(?!于)(?![^，。；]{0,40}的)/;
const LONGEST_LIST = 120;
const MOST_VERBS = 3;

/** Those whom the parts of a sentence say to do something, in order. */
export function actorsIn(sentence: string, lexicon: Lexicon): Actor[] {
  return Array.from(sentence.matchAll(PART)).flatMap(({ 0: part }) => {
    const head = HEAD.exec(part)?.[0].length ?? 0;
    const by = part.slice(head).search(BY);
    const starts = by < 0 ? [head] : [head + by + 1, head];
    return starts.flatMap((start) => actingAt(part.slice(start), lexicon) ?? []).at(0)?.who ?? [];
  });
}

/** Those with whose names a part of a sentence begins. */
interface Acting {
  readonly who: readonly Actor[];
  /** Where their names end. */
  readonly end: number;
  /** 白云乡3000亩: how much of it is theirs, and no verb. */
  readonly isShare: boolean;
}

/** Those with whose names a part of a sentence begins that says that they do something. */
export function actingAt(part: string, lexicon: Lexicon): Acting | undefined {
  const own = part.slice(0, LONGEST_LIST);
  if (IS_TOLD_OF.test(own)) return undefined;
  for (const { 0: verb, index, groups } of matchesIn(DOES, own, MOST_VERBS)) {
    // 县教育局牵头的工作 says which, 中小学参与率 how many.
    if (NO_VERB_BEFORE.test(own.slice(index + verb.length))) continue;
    const names = own.slice(0, index).replace(BEFORE_VERB, '').replace(OF_OFFICE, '');
    const who = whoIs(names, lexicon);
    if (!who) continue;
    const isShare = groups?.['share'] !== undefined;
    if (isShare && !who.every(({ text }) => TOWN.test(text))) continue;
    // 政府采购 and 农贸市场整治 are what is done.
    if (groups?.['noun'] !== undefined && names === '政府') continue;
    // 金桥社区各组织一次演练: before a count it is what they do.
    const isNoun =
      groups?.['noun'] !== undefined &&
      !OFFICE_ENDING.test(who.at(-1)?.text ?? '') &&
      !/^[一二两三四五六七八九十\d]/.test(own.slice(index + verb.length));
    if (isNoun && who.every(({ kind }) => kind === 'name')) continue;
    const isOfAll = who.some(({ text }) => ALL.test(text)) || IN_GENERAL.test(own.slice(index));
    const actors = who.map(({ text, kind }) => ({
      name: text,
      isGroup: kind === 'group',
      isAll: isOfAll && kind === 'group' ? true : ALL.test(text) || PARTS.test(text),
      isByPart: PARTS.test(text),
    }));
    return { who: actors, end: names.length, isShare };
  }
  return undefined;
}

/** Those whom words name that hold nothing else; nothing where they do. */
function whoIs(names: string, lexicon: Lexicon): readonly Piece[] | undefined {
  if (names.length < 2 || NOBODY.test(names)) return undefined;
  const pieces = readUnits(names, lexicon);
  const last = pieces.at(-1)?.text ?? '';
  // 汉王镇、向阳镇塌方: 向 begins a name.
  if (pieces.at(-1)?.kind === 'separator') return undefined;
  const are = pieces.every(
    ({ kind, text }) =>
      (kind === 'group' && !NO_DOER.test(text) && !IN_NO_GROUP.test(text)) ||
      kind === 'separator' ||
      kind === 'open' ||
      (kind === 'name' &&
        text.length > 1 &&
        (isSomebody(text, lexicon) || (SHORT.test(text) && TRADES.test(last)))),
  );
  const who = pieces.filter((piece) => isMeant(piece) && piece.kind !== 'open');
  return are && who.length > 0 ? who : undefined;
}

function isSomebody(name: string, lexicon: Lexicon): boolean {
  return (
    !NOBODY.test(name) &&
    !PLACE.test(name) &&
    !IN_NOBODY.test(name) &&
    (looksLikeUnit(name, lexicon) || DOER.test(name))
  );
}

/** What stands behind a word that is then no verb. */
const NO_VERB_BEFORE = /^(?:的|率|度(?!假))/;
/** 电力、通信企业, 气象、水文部门: they share the last word. */
const SHORT = /^[一-龥]{2,4}$/;
const TRADES = /^[一-龥]{2,8}(?:部门|企业|单位|机构|运营商)$/;
/** Whose share of it a figure is. */
const TOWN = /^[一-龥]{1,4}(?:[镇乡]|街道|林场|农场)$/;
const BEFORE_VERB = new RegExp(`${ALSO}$`);
const NOBODY = new RegExp(`^(?:${BEGINS_NO_NAME}|${TAKES_FROM_NAME})`);
const ALL = new RegExp(`^${OF_ALL}$`);
const PARTS = new RegExp(`^${BY_PART}$`);
const DOER = new RegExp(`${DOER_ENDING}$`);
/** 华阳市优化营商环境: a place, and nobody. */
const PLACE =
  /(?:[省市县州旗盟]|(?<!社|高新|经开|开发|园|新|度假|保税|自贸|风景)区|城乡|城镇|数字政府|行业协)$/;
/** 12家农贸市场, a day, half a bracket, words of a sentence. */
const IN_NOBODY = /^\d|\d[年月日]|[的了由]|请$|于各|^[^（）]*（[^（）]*$/;
