// Who does it, behind a label: 牵头单位：…；责任单位：….
import { type Lexicon, readUnits } from '../../units/index.js';
import { anyOf } from '../../words/any-of.js';
import { TIME_LABEL } from '../../words/calendar.js';
import { FIELD_NUMBER } from '../../words/numbered-fields.js';
import { ANY_POINT } from '../../words/numerals.js';
import { CONTACT, PERSON_LABEL } from '../../words/people.js';
import { COLON, FULL_STOP } from '../../words/punctuation.js';
import { FRAMING, HOLDERS, IS_TO, MAKERS, WHO, WHO_THERE } from '../../words/role-words.js';
import { TRADE_DEPARTMENTS } from '../../words/trades.js';
import { bracketsIn } from '../brackets.js';
import { type Part, partsOf } from '../parts.js';
import { type FoundClause, LONGEST, STOP_BEHIND } from './found.js';
import { hasKnownLabel, isOdd, saysWho } from './says-who.js';

/** 督导单位：, 部门分工：: labels of whatever part, but for 填报单位： and 单位：万元 above a table. */
const ANY_LABEL = new RegExp(
  `^(?!${anyOf(MAKERS)}(?!责任|牵头)|单位\\s*${COLON})(?:[一-龥]{0,8}(?:${WHO}|分工)|${WHO_THERE})\\s*${COLON}`,
);

/** 教育部门：, 公安交警部门职责：: who does it, and no label of who. */
const TRADE_BEFORE = new RegExp(`^${TRADE_DEPARTMENTS}`);

/** Whether a text begins with a label of who does it. */
export function isLabelled(text: string): boolean {
  return (ANY_LABEL.test(text) && !TRADE_BEFORE.test(text)) || (hasKnownLabel(text) && !defines(text));
}

/** 主要责任单位为牵头单位: a rule, and nobody's name. */
const DEFINES = new RegExp(`^${HOLDERS}[为是即]${HOLDERS}(?=[，。；]|$)`);
/** What it cannot be without; it is large. */
const MAY_DEFINE = new RegExp(`${WHO}(?:[均都即]|[要应须需].{0,8})?[为是即]`);

/** Whether a text begins with such a rule. */
export function defines(text: string): boolean {
  return MAY_DEFINE.test(text) && DEFINES.test(text);
}

/** 牵头单位：某局。职责：负责报名, 牵头单位：某局。负责报名, 责任单位：某镇任务目标：…: what they do, behind who they are. */
const SAYS_WHAT = new RegExp(
  `(?:${FULL_STOP}\\s*|(?<=[局委办处镇乡村道心司院所站]))(?:主要|工作|具体|重点|任务)*(?:职责|任务|目标|措施|要求|内容)(?:分工)?\\s*${COLON}|。\\s*(?:主要|具体|统筹)?${IS_TO}(?=[一-龥]{2})`,
);

const THEIR_OWN = `(?:${ANY_POINT})?[^，。；]{2,60}?(?:${IS_TO}(?!牵头|落实|实施|配合)(?=\\p{Script=Han}{2})|牵头，[^，。；]{2,60}(?:配合|协助|参与)，)[^。；]*`;
/** 责任分工：甲局负责河道清淤；乙局负责管网清淤: each has a task of its own, as without the label. */
const SHARES_OUT = new RegExp(
  `^${FRAMING}\\s*${COLON}\\s*${THEIR_OWN}(?:；|。(?=${ANY_POINT}))${THEIR_OWN}`,
  'u',
);

/** 部门分工：轨道由甲委牵头，乙集团实施；公路由丙厅牵头，丁集团实施: likewise. */
const THINGS_BY = '[^，。；由：:]{2,20}由[^。；]{3,60}?(?:牵头|负责)[^。；]*';
const SHARES_THINGS = new RegExp(`^${FRAMING}\\s*${COLON}\\s*${THINGS_BY}；${THINGS_BY}`);

const NOT_WHO = new RegExp(`^(?:${PERSON_LABEL}|${TIME_LABEL})\\s*${COLON}`);
const AT_START = new RegExp(`^\\s*-*|${FULL_STOP}|，(?=[一-龥]{2,8}${COLON})|\\s-*`, 'g');
const NUMBERED = new RegExp(`^\\s*${FIELD_NUMBER}`);

/** 牵头单位：…；责任单位：… up to the end of the paragraph, or to a sentence that says something else. */
export function labelled(text: string, from: number, lexicon: Lexicon): FoundClause | undefined {
  const tail = text.slice(from);
  if (tail.length > LONGEST * 4) return undefined;
  const brackets = bracketsIn(text);
  for (const { index, 0: before } of tail.matchAll(AT_START)) {
    const start = from + index + before.length;
    if (brackets.some((bracket) => bracket.start < start && start < bracket.end)) continue;
    const own = text.slice(start).replace(NUMBERED, '');
    if (CONTACT.test(own)) return undefined;
    const alone = NOT_WHO.test(own);
    if (!alone && (!isLabelled(own) || SHARES_OUT.test(own) || SHARES_THINGS.test(own))) continue;
    const end = Math.min(text.length, start + LONGEST);
    const task = SAYS_WHAT.exec(text.slice(start, end));
    const stop = task ? start + task.index + (STOP_BEHIND.test(task[0]) ? 1 : 0) : end;
    const parts = upToOther(text, partsOf(text, start, stop), lexicon);
    const says = parts.some(({ kind }) => kind === 'people' || kind === 'time');
    if (
      !(alone && says && !parts.some(({ kind }) => kind === 'who')) &&
      !saysWho(text, parts, lexicon, false)
    ) {
      continue;
    }
    const isFirst = text.slice(0, start).trim() === '';
    return { start: isFirst ? 0 : start, end: parts.at(-1)?.end ?? start, parts, inGoal: false };
  }
  return undefined;
}

/** Leaves out a sentence behind a clause's own that says nothing of who: 分工：某局牵头。每季度报送进展。 */
function upToOther(text: string, parts: readonly Part[], lexicon: Lexicon): readonly Part[] {
  const at = parts.findIndex((part, i) => {
    if (part.kind !== 'who' || i === 0) return false;
    const pieces = readUnits(text.slice(part.start, part.end), lexicon);
    return !pieces.some(
      (piece) => piece.kind !== 'separator' && piece.kind !== 'leading' && !isOdd(piece, lexicon),
    );
  });
  return at < 0 ? parts : parts.slice(0, at);
}
