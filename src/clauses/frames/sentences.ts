// Who does it, in a sentence: 由某局牵头，某局配合。
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { EXPLAINS } from '../../words/acting.js';
import { anyOf, wordsIn } from '../../words/any-of.js';
import { TIME_IN_CLAUSE } from '../../words/calendar.js';
import { JOINS, ORGANISES_THEM, TOGETHER_WITH, WHICH, WITH_OTHERS } from '../../words/collectives.js';
import { WHEN } from '../../words/doer-verbs.js';
import { MARK as LEVEL } from '../../words/levels.js';
import { PERSON_LABEL } from '../../words/people.js';
import { COLON } from '../../words/punctuation.js';
import {
  ALONE_LEADS,
  FIRST_IN_LIST,
  HOLDERS,
  IS_LABEL,
  IS_TO,
  MAY_BE_LABEL,
} from '../../words/role-words.js';
import { labelAt, roleWordAt } from '../../words/roles.js';
import { flatten } from '../../words/width.js';
import { splitOutside } from '../brackets.js';
import { type Part, partsOf } from '../parts.js';
import { withSharedTime } from './doers.js';
import {
  type FoundClause,
  isTimeAhead,
  LABEL_BEFORE,
  LONGEST,
  NUMBER_BEFORE,
  STOP_BEHIND,
  TITLE_BEFORE,
} from './found.js';
import { endOfNames } from './glued.js';
import { endOfHelp, helpersBehind } from './helpers.js';
import { defines, isLabelled } from './labelled.js';
import { areNames, areOffices, BEGINS_AS_GROUP, ENDS_AS_WHO } from './names-before.js';
import { isDepartment, isLocalName, isOdd, isSure, saysWho } from './says-who.js';

/** 由 behind what is to be done: 建立机制，由某局会同某局研究提出; 此项工作由某局负责. */
const BY = /由|以(?=[^，。；以]{2,40}为主(?:[，。；）]|$))/g;
/** 由某局负责, 以某局为主. */
const FRAMED = /^(?:由|以[^，。；以]{2,40}为主(?:[，。；）]|$))/;
const isFramed = (text: string, at: number) => FRAMED.test(text.slice(at, at + 50));
/** No sentence has more of them. */
const MOST = 20;
/** 对实施中的争议，由某办协调: nor is that a task. */
const IS_ASIDE = /(?:争议|异议|未尽事宜|顺延)[^。；]{0,12}由/;

/** 由某局牵头，某局配合: a sentence that begins with 由, and a last one that begins with who does it. */
export function inSentences(text: string, lexicon: Lexicon): FoundClause[] {
  const sentences = splitOutside(text, '。；！？\n').filter(
    ({ start, end }) => text.slice(start, end).trim() !== '',
  );
  const isItem = NUMBER_BEFORE.exec(text)?.[0] !== '' && NUMBER_BEFORE.test(text);
  return sentences.flatMap(({ start, end }, i): FoundClause[] => {
    const own = text.slice(start, end);
    if (own.length > LONGEST || text[end] === '？' || EXPLAINS.test(own) || IS_ASIDE.test(own)) return [];
    const number = NUMBER_BEFORE.exec(own)?.[0].length ?? 0;
    const before = number > 0 ? TITLE_BEFORE : LABEL_BEFORE;
    const first = start + number + (isLabelled(own) ? 0 : (before.exec(own.slice(number))?.[0].length ?? 0));
    const isLast = i === sentences.length - 1;
    // 某厅牵头，某局参与。负责信息收集: a sentence that says nothing else may stand first, too.
    const isFirst = i === 0;
    const starts = [
      ...(isLast || isFirst || isFramed(text, first) ? [first] : []),
      ...Array.from(own.matchAll(BY), ({ index }) => start + index)
        .filter((each) => each > first)
        .slice(0, MOST),
    ];
    const isFirstCalled = isCalled(text.slice(first, end));
    const labels =
      starts.length > 1 || isFirstCalled
        ? undefined
        : behindLabel(text, first, end, first > start + number, lexicon);
    if (labels) return [withLeader(labels, text, starts, lexicon)];
    for (const from of starts) {
      const to =
        endOfWho(text.slice(from, end), lexicon) ??
        A_TEAM.exec(text.slice(from, end))?.[0].length ??
        (TEAM_BEFORE.test(text.slice(0, from)) ? endOfTeam(text.slice(from, end), lexicon) : undefined);
      if (to === undefined || isWhat(text.slice(from, from + to), lexicon)) continue;
      if (!isFramed(text, from) && isOfAll(text.slice(from, from + to), lexicon)) continue;
      // 交由有关单位办理: who that is is said elsewhere.
      if (
        text[from - 1] === '交' &&
        readUnits(text.slice(from, from + to), lexicon).every(({ kind }) => kind !== 'name')
      )
        continue;
      const behind = text.slice(from + to, end).trim();
      if (behind !== '' && from === first && isFirst && !isLast && !isFramed(text, first) && number === 0)
        continue;
      // What follows who does it is still what is to be done.
      const stop = end + (STOP_BEHIND.test(text.slice(end)) ? 1 : 0);
      if (behind !== '' || from > first) {
        const all: (Part & { readonly isGlued: boolean })[] = [];
        for (const next of starts) {
          if (next < (all.at(-1)?.end ?? 0)) continue;
          const rest = text.slice(next, end);
          const byWord = next === from ? to : isFramed(text, next) ? endOfWho(rest, lexicon) : undefined;
          const isGlued = byWord === undefined && isItem && text[next] === '由';
          const reach = isGlued ? (endOfNames(rest, lexicon) ?? endBeforeDuty(rest, lexicon)) : byWord;
          if (reach !== undefined) all.push({ kind: 'who', start: next, end: next + reach, isGlued });
        }
        const helpers = helpersBehind(text, all.at(-1)?.end ?? end, end, lexicon);
        // 建筑工地由甲局负责，交通工地由乙局治理: each has a task of its own.
        const found = all.map((own, i): FoundClause => {
          const next = all[i + 1];
          const at = next ? partStart(text, next.start) : stop;
          const parts = next ? [own] : [own, ...helpers];
          return { start: at, end: at, parts, inGoal: true, ...(own.isGlued ? { isByDoers: true } : {}) };
        });
        return withSharedTime(found, text, start, end);
      }
      const parts: Part[] = [
        { kind: 'who', start: from, end: from + to },
        ...(stop > from + to ? [{ kind: 'separator', start: from + to, end: stop } as const] : []),
      ];
      return [{ start: from, end: stop, parts, inGoal: false }];
    }
    return [];
  });
}

/** Where the part of a sentence begins in which a name stands, and with it by when, said before it: 3月20日前，由甲局拨付. */
function partStart(text: string, at: number): number {
  const start = text.lastIndexOf('，', at) + 1;
  const before = text.lastIndexOf('，', start - 2) + 1;
  return isTimeAhead(text.slice(before, start)) ? before : start;
}

/** 抢险救援组：由县消防大队、事故单位组成，开展堵漏: those of whom the team is made do what it does. */
function endOfTeam(text: string, lexicon: Lexicon): number | undefined {
  const names = MADE_OF.exec(text)?.groups?.['names'];
  return names !== undefined && areNames(names, lexicon) ? `由${names}`.length : undefined;
}

const TEAM_BEFORE = /(?:组|队|专班)[：:]$/;
const MADE_OF = /^由(?<names>[^，。；]{2,100}?)(?:共同)?组成(?=，)/;

/** 庆祝大会，由办公室牵头: what ends as a name does, and is what is to be done. */
function isWhat(who: string, lexicon: Lexicon): boolean {
  const comma = who.indexOf('，由');
  return comma > 0 && readUnits(who.slice(0, comma), lexicon).every(({ kind }) => kind !== 'word');
}

/** 由县供电公司负责编制方案: how far the names reach behind which 负责 stands with what it is. */
function endBeforeDuty(text: string, lexicon: Lexicon): number | undefined {
  const names = BEFORE_DUTY.exec(text)?.[0];
  return names !== undefined && areNames(names.slice(1), lexicon) ? names.length : undefined;
}

/** 由转运隔离组负责转运. */
const A_TEAM = new RegExp(`^由[一-龥]{2,8}(?<![各小])组(?=${IS_TO})`);
const BEFORE_DUTY = new RegExp(`^由[^，。；]{2,60}?(?=(?:具体|主要)?${IS_TO})`);

/** 排名第一的为牵头单位，其他为参与单位: a rule, and nobody's name. */
const RULES = new RegExp(FIRST_IN_LIST);
/** 各相关单位要全力支持 is said of everybody. */
function isOfAll(text: string, lexicon: Lexicon): boolean {
  const pieces = readUnits(text, lexicon);
  return (
    pieces.filter(isMeant).every(({ kind }) => kind === 'group') &&
    pieces.some(({ kind, text: word }) => kind === 'word' && /^(?:要|应当|须)/.test(word))
  );
}

/** 牵头领导：王某. */
const OF_PERSON = new RegExp(`^${PERSON_LABEL}${COLON}`);

/** 县城投公司为实施主体. */
const isCalled = (text: string) => MAY_BE_CALLED.test(text) && IS_CALLED.test(text);
const MAY_BE_CALLED = new RegExp(`${MAY_BE_LABEL}(?=[，。；]|$)`);
const IS_CALLED = new RegExp(`^(?!${HOLDERS})[^，。；：]{2,60}?${IS_LABEL}(?=[，。；]|$)`);

/**
 * Behind what is to be done, who does it in parts of its sentence up to its end, each with a label: 提高比例，牵头单位为甲局，
 * 配合单位乙局, or 管网改造，甲公司为实施主体，年底前完工; behind a title and a colon all of it may say so.
 */
function behindLabel(
  text: string,
  first: number,
  end: number,
  isTitled: boolean,
  lexicon: Lexicon,
): FoundClause | undefined {
  const comma = splitOutside(text.slice(first, end), '，').find(
    ({ start }) =>
      (start > 0 || isTitled) &&
      !defines(text.slice(first + start, end)) &&
      (labelAt(flatten(text.slice(first + start, end)), 0) !== undefined ||
        OF_PERSON.test(text.slice(first + start, end)) ||
        (!RULES.test(text.slice(first, end)) && isCalled(text.slice(first + start, end)))),
  );
  if (comma === undefined) return undefined;
  const start = first + comma.start;
  const parts = partsOf(text, start, end);
  const isOther = ({ kind }: Part) => kind === 'unread';
  if (parts.some(isOther) || !saysWho(text, parts, lexicon, false)) return undefined;
  return { start, end: end + (STOP_BEHIND.test(text.slice(end)) ? 1 : 0), parts, inGoal: false };
}

/** 由县住建局牵头抓总，县公安局为成员单位: what is said of the first before the label. */
function withLeader(
  labels: FoundClause,
  text: string,
  starts: readonly number[],
  lexicon: Lexicon,
): FoundClause {
  const from = starts.find((at) => at < labels.start && isFramed(text, at));
  const to = from === undefined ? undefined : endOfWho(text.slice(from, labels.start), lexicon);
  if (from === undefined || to === undefined || from + to < labels.start - 1) return labels;
  return { ...labels, start: from, parts: [{ kind: 'who', start: from, end: from + to }, ...labels.parts] };
}

/** Words by which a sentence goes on with what is to be done: 由某部会同某部研究提出方案. */
const PROPOSE = new RegExp(
  `^由(?<lead>[^，。；]{2,80}?)会同(?<others>[^，。；]{2,120}?)${anyOf(wordsIn('研究提出 研究制定 提出 制定 负责落实 组织实施 负责'))}`,
);

/** 请主办单位会同协办单位办理 names nobody. */
const NOBODY = new RegExp(`^请?${HOLDERS}$`);

/** How much of a sentence says who: up to the last word that says a part, and nothing before it that is no unit. */
function endOfWho(text: string, lexicon: Lexicon): number | undefined {
  const proposed = text.includes('会同') ? PROPOSE.exec(text) : null;
  const leads = proposed?.groups?.['lead'];
  if (proposed && leads && readUnits(leads, lexicon).every((piece) => !isOdd(piece, lexicon))) {
    return withMore(text, proposed[0].length, lexicon);
  }
  const joined = endOfJoined(text, lexicon);
  if (joined !== undefined) return withMore(text, joined, lexicon);
  const pieces = readUnits(text, lexicon);
  let end = pieces.length;
  while (end > 0) {
    end = pieces.slice(0, end).findLastIndex(({ kind }) => kind === 'word') + 1;
    const own = pieces.slice(0, end);
    if (
      own.some((piece) => isMeant(piece) && !NOBODY.test(piece.text)) &&
      own.every((piece, i) => !isOdd(piece, lexicon) || isDepartment(own, i))
    ) {
      const size = own.reduce((sum, piece) => sum + piece.text.length, 0);
      return withMore(text, withJoined(text, size, lexicon), lexicon);
    }
    end--;
  }
  return text.startsWith('由') ? endOfFramed(text, lexicon) : undefined;
}

/** 由某局牵头整改，某局安排车辆: behind 由 several stand, each with what they do; what the last does is what is to be done. */
function endOfFramed(text: string, lexicon: Lexicon): number | undefined {
  const [part = ''] = text.slice(0, LONGEST_JOINED).split('；');
  const pieces = readUnits(part, lexicon, { framed: true });
  const odd = pieces.findIndex((piece) => isOdd(piece, lexicon));
  const own = odd < 0 ? pieces : pieces.slice(0, odd);
  const at = own.findLastIndex(({ kind }) => kind === 'word');
  const word = own[at];
  const meant = own.slice(0, at).filter(isMeant);
  // 于8月31日前 says when, and nothing of another who does something.
  const words = own.filter(({ kind, text }) => kind === 'word' && !/^[于在]/.test(text));
  const firstWord = own.findIndex(({ kind }) => kind === 'word');
  // Who 负责 has a task of its own, and so has the next.
  const isAlone = own.slice(0, firstWord).filter(isMeant).length === 1 && ALONE.test(words[0]?.text ?? '');
  // 甲局牵头负责职工，乙局牵头负责群众: and so have those who each lead a part.
  const leading = words.filter(({ text }) => LEADS_A_PART.test(text)).length;
  const areMany = words.length > 1 && !isAlone && leading < 2;
  if (word === undefined || !areMany || !meant.every((piece) => isSure(piece, lexicon))) return undefined;
  return roleWordAt(flatten(text), word.start) ? word.start + word.text.length : word.start;
}

/** 由某局会同某局负责落实，各县政府配合: who else has a part, behind what says it of the first. */
function withMore(text: string, end: number, lexicon: Lexicon): number {
  const listed = endOfListed(text.slice(end), lexicon);
  if (listed !== undefined) return withMore(text, end + listed, lexicon);
  if (!PART_BEHIND.test(text.slice(end))) return end;
  const behind = text.slice(end + 1);
  const [next = ''] = behind.split(/[，。；]/);
  const more =
    endOfWho(behind, lexicon) ??
    endOfDoers(behind, lexicon) ??
    endOfHelp(next, lexicon) ??
    endOfActing(next, lexicon);
  return more === undefined ? end : end + 1 + more;
}

/** 县改革办牵头，县委编办、县司法局，各乡镇，6月底前完成; 县人社局（牵头）、县工信局5月底前完成: more names, and nothing said of them. */
function endOfListed(behind: string, lexicon: Lexicon): number | undefined {
  const names = LISTED.exec(behind)?.groups?.['names'];
  if (names === undefined) return undefined;
  const [bare = ''] = names.split(TIMED);
  const own =
    bare.length < names.length || behind.startsWith('、') || IS_LIST_END.test(behind.slice(1 + names.length));
  return own &&
    (areOffices(bare, lexicon) ||
      (IS_A_COMPANY.test(bare) && areNames(bare, lexicon)) ||
      (BEGINS_AS_GROUP.test(bare) && ENDS_AS_WHO.test(bare) && areNames(bare, lexicon)))
    ? 1 + bare.length
    : undefined;
}

/** 国网某县供电公司，县电信、移动、联通公司. */
const IS_A_COMPANY = /(?:公司|集团)$/;
const LISTED = /^[，、](?<names>[^，。；]{2,120})/;
const TIMED = new RegExp(`${WHEN}|${TIME_IN_CLAUSE}`);
/** Another list, a time, or the end behind it: 县政府办，负责督查 goes on with what they do. */
const IS_LIST_END = new RegExp(`^(?:[。；]|$|，(?:${TIME_IN_CLAUSE}|[^，。；]{2,60}(?=[，。；]|$)))`);

/** 由某部牵头，客户服务中心每月汇总分析: how far those reach who do something else of it. */
function endOfActing(text: string, lexicon: Lexicon): number | undefined {
  const end = text.startsWith('由') ? undefined : endOfNames(`由${text}`, lexicon);
  if (end === undefined || OF_A_FIGURE.test(text.slice(end - 1))) return undefined;
  // 重点学校设立警务室 is what is done there.
  const [first] = readUnits(text.slice(0, end - 1), lexicon, { framed: true }).filter(isMeant);
  return first?.kind === 'group' && !OF_EACH.test(first.text) ? undefined : end - 1;
}

/** 重点学校警力到岗率达到100%: what is measured there. */
const OF_A_FIGURE = /^[^，。；]{0,16}(?:[率数量比]|面积|金额|达到|不[少低]于)/;
const OF_EACH = new RegExp(`^${WHICH}`);
const PART_BEHIND = /^[，；]/;

/** 某局、某局按职责分工做好相关工作: names and what they do, up to the next stop. */
function endOfDoers(text: string, lexicon: Lexicon): number | undefined {
  const said = DOERS.exec(text)?.[0] ?? '';
  const pieces = readUnits(said, lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const own = pieces.slice(0, at);
  const isSaid =
    at > 0 && at === pieces.length - 1 && own.every((piece) => !isOdd(piece, lexicon) || isLocalName(piece));
  return isSaid && own.some((piece) => isSure(piece, lexicon) || isLocalName(piece))
    ? said.length
    : undefined;
}

const DOERS = /^[^，。；]{3,120}/;

/** 某局牵头，会同某委编制, 某局牵头会同某委编制: those with whom the leader does it. */
function withJoined(text: string, end: number, lexicon: Lexicon): number {
  const joint = JOINT_BEHIND.exec(text.slice(end));
  if (!joint) return end;
  const [, before = '', names = ''] = joint;
  const pieces = readUnits(names, lexicon, { framed: true });
  const at = pieces.findIndex(({ kind }) => kind === 'word');
  const own = at < 0 ? pieces : pieces.slice(0, at);
  if (own.some((piece) => isOdd(piece, lexicon))) {
    // 会同县消防救援大队储备物资: the name ends where what they do begins.
    const reach = endOfNames(`由${names}`, lexicon);
    return reach === undefined ? end : end + before.length + reach - 1;
  }
  if (!own.some(isMeant)) return end;
  return own.reduce((sum, piece) => sum + piece.text.length, end + before.length);
}

/** 组织专家评审: nobody of whom a list is made. */
const PEOPLE = anyOf(
  wordsIn('企业 群众 人员 专家 力量 职工 学生 教师 师生 党员 干部 队伍 居民 农户 村民 志愿者'),
);
const JOINT_BEHIND = new RegExp(
  `^(，并?(?:${WITH_OTHERS}|(?!会同)${TOGETHER_WITH}|组织(?![实开协]|各[类界路种]|${LEVEL}[级域内外]|[^，。；]{0,8}${PEOPLE}))|会同|${ORGANISES_THEM})([^，。；]{2,120})`,
);

/** 由某局会同某局提供预警, 由某局配合某局落实检查: who does it, up to what they do. */
function endOfJoined(text: string, lexicon: Lexicon): number | undefined {
  if (!JOINED.test(text)) return undefined;
  const pieces = readUnits(text.slice(0, LONGEST_JOINED), lexicon, { framed: true });
  const at = pieces.findIndex((piece) => piece.kind === 'word' && !piece.helps);
  const own = pieces.slice(0, at < 0 ? 0 : at);
  const joins = own.some(
    (piece) =>
      (piece.kind === 'word' && piece.helps) || (piece.kind === 'separator' && ONLY_JOINS.test(piece.text)),
  );
  // Behind a word that says no more than a part, the other grammar reads on.
  const word = pieces[at];
  if (!joins || word === undefined || roleWordAt(flatten(text), word.start)) return undefined;
  return own.every((piece, i) => !isOdd(piece, lexicon) || isDepartment(own, i)) ? word.start : undefined;
}

const ALONE = new RegExp(ALONE_LEADS);
const LEADS_A_PART = /^牵头(?!单位|部门|人|的)/;
const ONLY_JOINS = new RegExp(`^${JOINS}$`);
const JOINED = new RegExp(`^由[^，。；]{2,80}?(?:${TOGETHER_WITH}|配合|协助)`);
const LONGEST_JOINED = 300;
