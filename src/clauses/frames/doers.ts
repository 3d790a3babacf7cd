// Who does it, at the head of what is to be done: 县水利局负责雨水情监测，县气象局负责预报。
import type { Stretch } from '../../model/passage.js';
import { isMeant, type Lexicon, readUnits } from '../../units/index.js';
import { IS_OVERSEEN } from '../../words/acting.js';
import { TIME_IN_CLAUSE } from '../../words/calendar.js';
import { ACTS, WHEN } from '../../words/doer-verbs.js';
import { ANY_POINT } from '../../words/numerals.js';
import { splitOutside } from '../brackets.js';
import type { Part } from '../parts.js';
import { type Doer, doerAt, IN_CASE } from './doer.js';
import {
  type FoundClause,
  isTimeAhead,
  LABEL_BEFORE,
  LONGEST,
  NUMBER_BEFORE,
  PART_BEFORE,
  STOP_BEHIND,
  type TextKind,
  TITLE_BEFORE,
  WHILE,
} from './found.js';
import { endOfTogether } from './glued.js';
import { helpersBehind } from './helpers.js';
import { areBodies, areOffices, namesBeforeColon } from './names-before.js';
import { WITH_NEXT } from './names-of-doers.js';

/** 年底前报告落实情况，由某办负责汇总, 由某办汇总后报市政府: how the work is organised. */
const COLLECTS = /负责(?:收集|汇总|统计|归集)|(?:收集|汇总|统计|归集|审核|整理){1,2}(?:后|并)?(?:统一)?上?报/;

/** 体检报告由门诊部负责解读，反馈本人: somebody has it to do, whatever is reported. */
const IS_THEIRS = /由[^，。；]{2,20}负责(?!汇总|收集|统计|督)/;

/** Sentences, and parts of them, that begin with who does what they say. */
export function byDoers(text: string, lexicon: Lexicon, kind: TextKind = 'body'): FoundClause[] {
  const number = NUMBER_BEFORE.exec(text)?.[0].length ?? 0;
  const titled = number > 0 ? TITLE_BEFORE : PART_BEFORE;
  const titleBefore = titled.exec(text.slice(number))?.[0].length ?? 0;
  /** Behind one who is named groups have their part, too: 县人武部负责体检，各乡镇按期完成征集. */
  let isNamed = false;
  /** Whether somebody does what the sentence before says: 甲局负责拆除。会同乙局申报补助。 */
  let isDone = false;
  return splitOutside(text, '。；！？\n').flatMap(({ start, end }): FoundClause[] => {
    // 投放点由谁管理？ asks, and says nothing.
    if (end - start > LONGEST || text[end] === '？') return [];
    if (text[start - 1] !== '；') isNamed = false;
    const doneBefore = isDone;
    isDone = false;
    const own = text.slice(start, end);
    const isOverseen = IS_OVERSEEN.test(own) && !IS_THEIRS.test(own);
    const isNumbered = number > 0 || IS_ASKED.test(text) || (kind === 'all' && !isOverseen);
    const stop = end + (STOP_BEHIND.test(text.slice(end)) || text[end] === '；' ? 1 : 0);
    // 1.宣传报道：办公室。负责摄影: who it is stands behind the title.
    const starts = start > 0 ? [start] : [number, ...(titleBefore > 0 ? [number + titleBefore] : [])];
    const named = starts.map((at) => namesBeforeColon(text, at, lexicon)).find((each) => each !== undefined);
    if (named) {
      // 县人社局：负责监管。县住建局：负责拨付，某局配合。
      const helpers = helpersBehind(text, named.end, end, lexicon);
      // 镇党政办：会同镇广播站开展宣传。
      const size = endOfTogether(text.slice(named.end, end), lexicon);
      const others =
        size === undefined ? [] : [{ kind: 'who', start: named.end, end: named.end + size } as const];
      const parts = [{ kind: 'who', ...named.names } as const, ...others, ...helpers];
      return [{ start: stop, end: stop, parts, inGoal: true, isByDoers: true }];
    }
    // 六部门按以下分工开展工作：甲局负责…: a title may have commas.
    const first = start === 0 ? Math.min(end, number + titleBefore) : start;
    const parts = joinNames(
      splitOutside(text.slice(first, end), '，,').map((part) => ({
        start: first + part.start,
        end: first + part.end,
      })),
      (part) => {
        const names = text.slice(part.start, part.end);
        return isNumbered && (areOffices(names, lexicon) || areBodies(names, lexicon));
      },
    );
    let hasDoer = false;
    const doers = parts.flatMap((part, i) => {
      const hasLabel = i === 0 && start > 0;
      const head = part.start + (hasLabel ? (LABEL_BEFORE.exec(text.slice(part.start))?.[0].length ?? 0) : 0);
      // 一是县教育局抓好…；二是县公安局加强…. 入户登记时各村要派人引路.
      const nth = head + (i === 0 ? (NTH.exec(text.slice(head))?.[0].length ?? 0) : 0);
      const from = nth + (isNumbered ? (WHILE.exec(text.slice(nth))?.[0].length ?? 0) : 0);
      const isItem = isNumbered || text[from] === '请';
      const reach = { start: from, end: endOfShare(text, part, parts[i + 1]) };
      const who =
        doerAt(text, reach, end, isItem, isNamed, lexicon) ??
        joinedAt(text, part, hasDoer || (isNumbered && (i > 0 || doneBefore)), lexicon);
      // Without a number only who helps has a part of the sentence: 某局负责督查，某局参加.
      const isFramed =
        text[from] === '请' || (text[from] === '由' && !COLLECTS.test(text.slice(from, part.end)));
      // 甲局负责新建，乙会负责活动: each of them, without a number, too.
      const isPart =
        isNumbered || i === 0 || isFramed || who?.helps === true || (hasDoer && who?.does === true);
      if (!who || !isPart) return [];
      isNamed ||= isItem;
      hasDoer = true;
      // 甲局审核，3月20日前，乙局拨付: by when is said before who.
      const ahead = parts[i - 1];
      const isTimed = ahead !== undefined && isTimeAhead(text.slice(ahead.start, ahead.end + 1));
      return [{ from: isTimed ? ahead.start : part.start, who }];
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
        else if (text[start - 1] === '；' || doneBefore)
          found.push({ start: stop, end: stop, parts: [helps], inGoal: true, isOfBefore: true });
        continue;
      }
      // Who helps has a part in what the one before does, and whoever acts behind one who leads; so have groups.
      const isLed = doers[i - 1]?.who.leads === true;
      const joins =
        last !== undefined &&
        (who.helps ||
          ((!who.does || who.isAll) && isLed) ||
          (!who.does &&
            text[who.start] !== '由' &&
            doers[i - 1]?.who.isJoint === true &&
            !IS_BOUND.test(text.slice(who.end))) ||
          who.supports === true ||
          (!who.does &&
            // 甲局制定方案，由各乡镇实施: what 由 gives them is their own.
            text[who.start] !== '由' &&
            !IS_BOUND.test(text.slice(who.end)) &&
            areGroups(text, who, lexicon)));
      if (joins) who.leads ||= isLed;
      const own = { kind: 'who', start: who.start, end: who.end } as const;
      const parts = [...(joins ? last.parts : ahead), own];
      ahead = [];
      if (joins) found.pop();
      found.push({ start: at, end: at, parts, inGoal: true, isByDoers: true });
    }
    isDone = found.length > 0;
    return withSharedTime(found, text, start, end);
  });
}

/** 甲局负责种子，乙局负责化肥，均须于4月15日前落实: by when all of them do it, said of the last. */
export function withSharedTime(
  found: FoundClause[],
  text: string,
  start: number,
  end: number,
): FoundClause[] {
  if (found.length < 2) return found;
  const own = text.slice(start, end);
  const [, ...times] = (SHARED_TIME.exec(own) ?? LAST_TIME.exec(own))?.indices ?? [];
  const time = times.find((each) => each !== undefined);
  if (time === undefined) return found;
  const said = { start: start + time[0], end: start + time[1] };
  const isTimed = ({ start: from }: FoundClause, i: number) =>
    ANY_TIME.test(text.slice(found[i - 1]?.end ?? start, from));
  return found.map((clause, i) =>
    i < found.length - 1 && !isTimed(clause, i)
      ? { ...clause, parts: [...clause.parts, { kind: 'time', ...said, said }] }
      : clause,
  );
}

/** 10月20日前, 国庆节前: up to its last word. */
const BY_WHEN = `(?:${TIME_IN_CLAUSE})(?:(?<=[前内])|[^，。；]{0,6}?(?:底?前|底(?!前)|内))`;
const SHARED_TIME = new RegExp(
  `[，,](?:以上|上述)?(?:任务|工作|事项)?[均都](?:必须|务必|须|应|要|需)?(?:于|在)?(${BY_WHEN})[^，。；]*$`,
  'd',
);

/** 甲局负责更换，乙局负责审批，5月15日前完成: a last part that says nothing but by when, or what comes of it, is of all of them. */
const LAST_TIME = new RegExp(
  `[，,](${BY_WHEN}(?:全部|全面|全面?基本)?(?:完成|完工|到位|办结|结束|落实到位))$|[，,](?:确保|力争|务必)(?:于|在)?(${BY_WHEN})[^，。；]{2,8}$|[，,](${BY_WHEN})[^，。；]{0,6}率[^，。；]{0,3}\\d[^，。；]*$`,
  'd',
);
const ANY_TIME = new RegExp(TIME_IN_CLAUSE);

/** 会同乙局申报补助: those with whom whoever is named before does it. */
function joinedAt(text: string, { start, end }: Stretch, mayBe: boolean, lexicon: Lexicon): Doer | undefined {
  const own = text.slice(start, end);
  const ahead = BY_THEM.exec(own)?.[0].length ?? 0;
  const joint = own.slice(ahead);
  const size = mayBe && WITH_NEXT.test(joint) ? endOfTogether(joint, lexicon) : undefined;
  if (size === undefined) return undefined;
  return {
    start: start + ahead,
    end: start + ahead + size,
    helps: true,
    does: false,
    leads: false,
    isAll: false,
  };
}

/** 并由其会同乙局检查. */
const BY_THEM = /^(?:并|同时)?由其/;

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
  /按照?[^，。；]{0,12}(?:职能|职责|分工)[^，。；]{0,4}$|[是为][^，。；]{2,40}(?:部门|单位|机构|主体)$|作为[^，。；]{2,20}$/;
const DOES_NEXT = /^(?:共同|分别|具体)?(?:负责|要|应当?|须)/;
/** 请甲局会同乙局、丙局，于9月底前提出方案: names alone, and behind a comma by when they do it. */
const TOGETHER = /(?:会同|[局厅办部院]会商)[^，。；]{2,150}[局委办厅部院会心司镇乡道门位署社行）]$/;
const BY_NEXT = new RegExp(`^${WHEN}|^(?:${ACTS}|拟[定订]|提出|研究)`);

/** Where a part of a sentence ends that may go on behind a comma with what its names do. */
function endOfShare(text: string, { start, end }: Stretch, next: Stretch | undefined): number {
  const [own, behind] = [text.slice(start, end), next ? text.slice(next.start, next.end) : ''];
  const goesOn =
    next &&
    ((SHARES.test(own) && DOES_NEXT.test(behind)) ||
      (TOGETHER.test(own) && BY_NEXT.test(behind)) ||
      (IN_CASE.test(`${own}，`) && IS_BOUND.test(behind)));
  return goesOn ? next.end : end;
}

/** 甲局负责收集，各科室要于8月底前报送: they have their own to do. */
const IS_BOUND = new RegExp(`^(?:要|应当?|须|必须|${WHEN})`);
/** 整改要求：: below a problem, what is to be done about it. */
const IS_ASKED = /^\s*(?:整改|落实|工作)要求[：:](?=.)/;
const NTH = new RegExp(`^\\s*${ANY_POINT}`);
