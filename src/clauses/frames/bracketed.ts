// Who does it, in brackets: （某局牵头，某局配合）.
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { anyOf, wordsIn } from '../../words/any-of.js';
import { TIME_IN_CLAUSE } from '../../words/calendar.js';
import { kindByName } from '../../words/kinds.js';
import { hasLevel } from '../../words/levels.js';
import { PART_MARKS } from '../../words/marks.js';
import { ENUMERATOR, PARAGRAPH_NUMBER } from '../../words/numerals.js';
import { PERSON_LABEL } from '../../words/people.js';
import { CLOSINGS, COLON, FULL_STOP, OPENINGS } from '../../words/punctuation.js';
import { TELLING } from '../../words/role-words.js';
import { bracketsIn, splitOutside, unclosedIn } from '../brackets.js';
import { type Part, partsOf } from '../parts.js';
import { type FoundClause, LONGEST, NUMBER_BEFORE, STOP_BEHIND } from './found.js';
import { areNames, areOffices } from './names-before.js';
import { hasKnownLabel, isSure, saysWho } from './says-who.js';

const CLOSED = new RegExp(`(?:${FULL_STOP}|[！”])\\s*$`);
const OPENS = /^[【［[〔]/;
const NUMBER_ONLY = new RegExp(`^\\s*(?:${PARAGRAPH_NUMBER}\\s*)?$`);
const BEHIND_STOP = new RegExp(`${FULL_STOP}\\s*$`);
const TELLS = new RegExp(TELLING);
/** 带“*”的为第一责任单位: how marks are to be read. */
const TELLS_MARKS = new RegExp(`[带标注有加][“"'‘]?${PART_MARKS}[”"'’]?(?:号|标志|标记|标识)?[的者]`);

/** 责任领导：黄某（镇党委组织委员）: what the person is. */
const OF_PERSON = new RegExp(`${PERSON_LABEL}\\s*${COLON}[^：:；。\\n]{1,40}$`);
const LONGEST_PERSON = 60;

/** （某局牵头，某局配合）, ［…］, 【…】. */
export function inBrackets(text: string, lexicon: Lexicon): FoundClause[] {
  const brackets = bracketsIn(text).filter(({ start, end }) => end - start <= LONGEST);
  // From the last on: where a clause closes the paragraph, names alone do so behind sentences before it, too.
  let closed: 'by names' | 'by words' | undefined;
  return brackets
    .reverse()
    .flatMap(({ start, end: closing }) => {
      // Names alone say who only where they close a sentence: 各乡镇（街道） is one name.
      const end = closing + (STOP_BEHIND.exec(text.slice(closing))?.[0].length ?? 0);
      if (TELLS_MARKS.test(text.slice(start, end))) return [];
      if (OF_PERSON.test(text.slice(Math.max(0, start - LONGEST_PERSON), start))) return [];
      const sentence = text.slice(text.lastIndexOf('。', start) + 1, start);
      // 责任单位：市教育局，各县（区）政府（管委会）。
      if (hasKnownLabel(sentence.trim()) && !TELLS.test(text.slice(start, end))) return [];
      const shares = sharedOut(text, start + 1, closing - 1, lexicon);
      if (shares) {
        const parts = [around(start, start + 1), ...shares, around(closing - 1, end)];
        return [{ start, end, parts, inGoal: false }];
      }
      const each = eachOwn(text, start, closing, end, lexicon);
      if (each) {
        closed ??= 'by words';
        return each;
      }
      const isLast = text.slice(end).trim() === '';
      if (isLast && SAME.test(text.slice(start + 1, closing - 1))) {
        const who = { kind: 'who', start: start + 1, end: closing - 1 } as const;
        return [
          { start, end, parts: [around(start, start + 1), who, around(closing - 1, end)], inGoal: false },
        ];
      }
      const closes = isLast && (CLOSED.test(text.slice(0, start)) || start === 0);
      const inner = partsOf(text, start + 1, closing - 1);
      // 1.【区教育局】新增学位: names in such brackets before all that is to be done.
      const isAhead = NUMBER_ONLY.test(text.slice(0, start)) && !isLast;
      const hasTime = inner.some(({ kind }) => kind === 'time');
      const opens = OPENS.test(text.slice(start)) && isAhead;
      if (
        !saysWho(text, inner, lexicon, closes || opens) &&
        !(
          ((isAhead && text.slice(0, start).trim() !== '') ||
            isOfPoint(text, start, closing, end) ||
            (isLast &&
              (end > closing ||
                hasTime ||
                PARTED.test(text.slice(0, start)) ||
                areOffices(text.slice(start + 1, closing - 1), lexicon)) &&
              closesItem(text, start, closing, hasTime)) ||
            (closed && isOfSentence(text, start, closing, end, closed))) &&
          saysOnlyUnits(text, inner, lexicon)
        )
      ) {
        return [];
      }
      if (isLast)
        closed =
          saysOnlyUnits(text, inner, lexicon) && !TELLS.test(text.slice(start, closing))
            ? 'by names'
            : 'by words';
      const parts = [around(start, start + 1), ...inner, around(closing - 1, end)];
      return [{ start, end, parts, inGoal: false }];
    })
    .reverse();
}

/** （同上）: what the clause before it says. */
const SAME = /^同上(?:一?[项条])?$/;

/** （县交通局：改造30公里；各乡镇：协调征地）: who has which part of it; nothing where a part says it of nobody. */
function sharedOut(text: string, from: number, to: number, lexicon: Lexicon): Part[] | undefined {
  const shares = splitOutside(text.slice(from, to), '；;').map((share): Part[] | undefined => {
    const start = from + share.start;
    const said = text.slice(start, from + share.end);
    const colon = said.search(COLON);
    const names = said.slice(0, Math.max(0, colon));
    if (hasKnownLabel(names + said.charAt(colon)) || !areNames(names, lexicon)) return undefined;
    return [
      { kind: 'who', start, end: start + colon },
      { kind: 'remark', start: start + colon + 1, end: from + share.end },
    ];
  });
  return shares.length > 1 && shares.every((share) => share !== undefined)
    ? withSeparators(shares.flat(), from)
    : undefined;
}

/** （甲局牵头，6月底前完成清查；乙局负责，8月底前完成更换）, （甲局负责农田改造；乙局负责土地整理）: each has a task of its own. */
function eachOwn(
  text: string,
  start: number,
  closing: number,
  end: number,
  lexicon: Lexicon,
): FoundClause[] | undefined {
  const stretches = splitOutside(text.slice(start + 1, closing - 1), '；;').map((each) => ({
    start: start + 1 + each.start,
    end: start + 1 + each.end,
  }));
  if (stretches.length < 2) return undefined;
  const are = stretches.every((each) => {
    const { who, does } = HAS_OWN.exec(text.slice(each.start, each.end))?.groups ?? {};
    return who !== undefined && does !== undefined && areNames(who, lexicon);
  });
  if (!are) return undefined;
  // From the last on, as the brackets are.
  return stretches
    .map((each, i): FoundClause => {
      const from = i === 0 ? start : each.start;
      const to = stretches[i + 1]?.start ?? end;
      const { who = '', does = '', helps } = HAS_OWN.exec(text.slice(each.start, each.end))?.groups ?? {};
      const whoEnd = each.start + who.length;
      const doesEnd = helps === undefined ? each.end : each.end - helps.length - 1;
      const said = { start: doesEnd - does.length, end: doesEnd };
      const verb = VERB.exec(text.slice(whoEnd))?.[0].length ?? 0;
      const parts: Part[] = [
        { kind: 'who', start: each.start, end: whoEnd + verb },
        ...(whoEnd + verb < said.start ? [around(whoEnd + verb, said.start)] : []),
        TIME_THEN.test(does) ? { kind: 'time', ...said, said } : { kind: 'remark', ...said },
        ...(helps === undefined
          ? []
          : [around(doesEnd, doesEnd + 1), { kind: 'who', start: doesEnd + 1, end: each.end } as const]),
      ];
      const last = each.end;
      return {
        start: from,
        end: to,
        parts: [
          ...(from < each.start ? [around(from, each.start)] : []),
          ...parts,
          ...(last < to ? [around(last, to)] : []),
        ],
        inGoal: false,
      };
    })
    .reverse();
}

const VERB = /^(?:牵头|负责)/;
/** Who it is, and behind the verb what they do, or by when. */
const HAS_OWN = new RegExp(
  `^\\s*(?<who>[^，。；：:牵负]{2,60}?)(?:牵头|负责)(?:，(?=[^，；]{0,12}?(?:${TIME_IN_CLAUSE}|完成|办结)))?(?<does>(?!${anyOf(wordsIn('落实 实施 组织 推进 单位 部门 抓总 统筹 协调 督办 人'))})[^，；]{4,60})(?:，(?<helps>[^；：:]{2,80}(?:配合|协助|参与|参加)))?\\s*$`,
);
const TIME_THEN = new RegExp(`^[^，；]{0,4}?${TIME_IN_CLAUSE}|^[一-龥]{1,4}[前内期底]完成`);

/** What stands between parts, as parts. */
function withSeparators(parts: readonly Part[], from: number): Part[] {
  let at = from;
  return parts.flatMap((part) => {
    const before = part.start > at ? [around(at, part.start)] : [];
    at = part.end;
    return [...before, part];
  });
}

function around(start: number, end: number): Part {
  return { kind: 'separator', start, end };
}

const POINT_NEXT = new RegExp(`^\\s*${ENUMERATOR}(?=[^，,])`);
const POINT_BEFORE = new RegExp(
  `^\\s*(?:[${OPENINGS}][^${OPENINGS}${CLOSINGS}]{0,200}[${CLOSINGS}])?\\s*${ENUMERATOR}(?=[^，,])`,
);
const BEFORE_POINT = [...'。；：:\n'];

/** Whether a bracket closes the point of a sentence, or what stands before the first: 修渠。（甲局）一是清淤（乙局）；. */
function isOfPoint(text: string, start: number, closing: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST), start);
  if (POINT_NEXT.test(text.slice(end))) return CLOSED.test(before) || end > closing;
  const isClosed = end > closing || text.slice(end).trim() === '';
  return (
    isClosed &&
    POINT_BEFORE.test(before.slice(Math.max(...BEFORE_POINT.map((stop) => before.lastIndexOf(stop))) + 1))
  );
}

/** A sentence of several parts is no title: 处理历史遗留问题，9月底前化解80%（县自然资源局、县税务局）. */
const PARTED = /[，；]/;

/**
 * 2.办好招聘会（市总工会、团市委）。 The names before the stop of a numbered item; but 3家单位（甲局、乙局） are explained, if
 * nothing says by when.
 */
function closesItem(text: string, start: number, closing: number, hasTime: boolean): boolean {
  const before = text.slice(0, start);
  const names = text.slice(start + 1, closing - 1).split(/[、，,；;]/).length;
  const counted = COUNTED.exec(before)?.groups?.['count'];
  const isCounted = counted !== undefined && Number(counted) === names;
  const isExplained = !hasTime && EXPLAINED.test(before);
  const isItem = (NUMBER_BEFORE.exec(text)?.[0].length ?? 0) > 0 || TEAM.test(before);
  return isItem && !isExplained && !isCounted;
}

/** 后勤组（总务处、食堂）: a part of the work on a line of its own. */
const TEAM = /^\s*[^，。；：、（\s]{2,8}(?<!领导小|指导|小)组$/;

const OFFICES = `[局厅委办部院室校处站所队科股镇乡]|${anyOf(wordsIn('中心 公司 街道 委员会 协会 工会'))}`;
const SORTS = anyOf(wordsIn('单位 部门 机构 企业 组织 成员 主体 对象 试点'));
const EXPLAINED = new RegExp(`(?:${OFFICES}|${SORTS}|[个家名人类项])$`);
/** 2个先进集体（甲局、乙局）: as many as there are names. */
const COUNTED = /(?<count>\d{1,3})\s{0,4}[个家名所][^，。；]{1,12}$/;

/** 拨付资金（县财政局）；举办招聘会（县人社局）。 */
const SEMICOLON_BEHIND = /^[；;]/;
/** 优先保障用地（县自然资源局），落实用电（县供电公司）。 */
const COMMA_BEHIND = /^[，,]/;

/** Whether a bracket stands behind a sentence, or before the stop that ends it. */
function isOfSentence(
  text: string,
  start: number,
  closing: number,
  end: number,
  closed: 'by names' | 'by words',
): boolean {
  if (BEHIND_STOP.test(text.slice(Math.max(0, start - LONGEST), start))) return true;
  if (closed !== 'by names') return false;
  const behind = text.slice(closing);
  if (SEMICOLON_BEHIND.test(behind)) return true;
  const inner = text.slice(start + 1, closing - 1);
  // One name may be what is meant by the word before it: 建设“大师工坊”（技能工作室）。
  const isNamed = hasLevel(inner) && !EXPLAINED.test(text.slice(0, start));
  return end > closing ? inner.includes('、') || isNamed : COMMA_BEHIND.test(behind) && isNamed;
}

/** Whether all of the parts are names of units, and the first is not where something is done: 建设示范点（甲镇、乙镇）. */
function saysOnlyUnits(text: string, parts: readonly Part[], lexicon: Lexicon): boolean {
  const who = parts.filter(({ kind }) => kind === 'who').map(({ start, end }) => text.slice(start, end));
  const meant = who.flatMap((each) => readUnits(each, lexicon, { framed: true })).filter(isMeant);
  const [first] = meant;
  if (first === undefined || first.kind === 'open') return false;
  if (first.kind === 'name' && kindByName(first.unit) === 'township') return false;
  // 所有县（市、区）: sorts of places, and nobody's name.
  return meant.every((piece) => piece.kind === 'open' || (piece.text.length > 1 && isSure(piece, lexicon)));
}

/** A last bracket that nobody has closed is closed by the end of its paragraph. */
export function withUnclosed(text: string, found: FoundClause[], lexicon: Lexicon): FoundClause[] {
  const start = unclosedIn(text);
  if (start === undefined || text.length - start > LONGEST) return found;
  const inner = partsOf(text, start + 1, text.length);
  const isOther = ({ kind }: Part) => kind === 'people' || kind === 'unread';
  const [first] = inner;
  if (first?.kind !== 'who' || inner.some(isOther) || !saysWho(text, inner, lexicon, false)) return found;
  const who = inner.filter(({ kind }) => kind === 'who').map((part) => text.slice(part.start, part.end));
  const meant = who.flatMap((each) => readUnits(each, lexicon, { framed: true })).filter(isMeant);
  if (!meant.every((piece) => piece.kind === 'open' || isSure(piece, lexicon))) return found;
  return [
    ...found.filter(({ end }) => end <= start),
    { start, end: text.length, parts: [around(start, start + 1), ...inner], inGoal: false },
  ];
}
