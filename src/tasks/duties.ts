import { type Actor, actorsIn } from '../clauses/index.js';
import { namesIn, whoOf } from '../model/book.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Notice } from '../model/notice.js';
import { type Passage, slicePassage, spansOf } from '../model/passage.js';
import { stretchesOf } from '../model/stretches.js';
import type { BookTable, Chapter, Task } from '../model/taskbook.js';
import { type Lexicon, looksLikeUnit } from '../units/index.js';
import { EXPLAINING, HELD, IS_DEFINITE, IS_OVERSIGHT, NOTHING_DEFINITE, OVERSEES } from '../words/acting.js';
import { DONE_BY, DUTY_LABEL, DUTY_WORD, SET_UP_BODY, TOLD_BY } from '../words/duties.js';
import { CHAPTER_NUMBER, MEASURE_NUMBER } from '../words/numerals.js';
import { LABELLED_DOES, NAMED_DOES, withoutOfficers } from '../words/people.js';
import { COLON } from '../words/punctuation.js';
import { IS_TO } from '../words/role-words.js';
import { normalizeName } from '../words/width.js';
import { headsIn, helpsUnread, officesIn, officesOfItem, togetherIn } from './bodies.js';

/** A passage in which a duty may stand, and the units that are known to be named in it. */
interface Told {
  readonly passage: Passage;
  readonly known: ReadonlySet<string>;
  /** It is of what a number makes an item, of which a notice without tables makes tasks. */
  readonly isItem?: true;
}

const NOBODY: ReadonlySet<string> = new Set();

/** What no name holds. */
const NO_NAME = '，。；：、！？\\s“”《》,;:（）()【】〈〉［］\\[\\]';
/** A word of duty, and the name before it as far as it can reach. */
const DUTY = new RegExp(`(?<before>[^${NO_NAME}]{2,30}?)${DUTY_WORD}`, 'g');
/** A label of duties and the name behind it. */
const LABELLED = new RegExp(`${DUTY_LABEL}(?<name>[^${NO_NAME}]+)`, 'g');
const LONGEST_NAME = 30;
/** 由 and the name behind it, up to what it does. */
const TOLD = new RegExp(
  `${TOLD_BY}(?<name>[^${NO_NAME}]{2,30}?)(?:[、和](?:(?!组成)[^，。；]){1,60}?)?${DONE_BY}`,
  'g',
);
/** What stands before a name in a sentence. */
const BEFORE_NAME = /^.*(?:由|请|经|与|和|及|以及|项|内容)(?=.)/;
/** Bodies that a notice sets up or speaks of in general, who leads them, and whoever is hired: 第三方公司. */
const OWN = new RegExp(
  `${SET_UP_BODY}|^(?:该|本(?!级)|其|第三方|(?:专业|有资质的?|中标)(?:化)?(?:公司|机构|企业|单位|队伍))`,
);
const OF_MANY = /^(?:各|有关|相关)/;
/** 中储粮直属库负责收购: whoever it is that does so, whatever the name looks like; 谁主管谁负责, 属地负责 are none. */
const WHO = '(?![对为谁以将把向从在按凡因并且其不每\\d])[^，。；：“”《》谁由]{3,30}?';
const ANYBODY = new RegExp(
  `(?<=^|[，。；：])(?:[^，。；：“”《》谁由]{0,40}由(?<told>${WHO})(?:具体|主要|共同|分别)?${IS_TO}(?!的|解释|咨询|答疑)|(?<who>${WHO})(?:具体|主要|共同|分别)?${IS_TO}(?![、，。；）的]|单位|部门|机构|解释|咨询|答疑))`,
  'gd',
);
/** What stands before 负责 and is nobody. */
const NO_BODY =
  /(?:^|[级层项])(?:分级|逐级|层层|属地|首问|同级|专人|专班|一把手)|(?:领导|书记|主任|[局院校所站队县区市镇乡]长|人员|同志|小组|指挥部|企业|群众|农户|居民|业主|家长|监护人)$|(?:要|应|须|能|并|也|均|都|既|全面|后|前|时)$|^(?:各|有关|相关|其他)/;
/** 由汤某同志牵头: nobody's sheet has it, unless a task does. */
const OF_PEOPLE = new RegExp(NAMED_DOES);
/** 责任人：王某, where no unit is named. */
const OF_LABELLED = new RegExp(LABELLED_DOES);
const ANY_COLON = new RegExp(COLON);
/** 一、稳增长（责任领导：陈某）: whose the items below are. */
const HEADS_ITEMS = new RegExp(
  `^\\s*(?:${CHAPTER_NUMBER}|${MEASURE_NUMBER})[^。；：:（]{2,30}（[^（）]*）\\s*$`,
);
const SENTENCE = /[^。；\n]+[。；]?/g;

/**
 * A line for every sentence that gives a unit, or somebody by name, a duty though no task is about it and its measure's list of
 * units named (正文点名) does not have it: in the text, in section rows, notes and remarks of tables. What is asked of everybody
 * (各单位要高度重视) is a line of its own sort.
 */
export function dutyLines(
  notice: Notice,
  chapters: readonly Chapter[],
  tasks: readonly Task[],
  tables: readonly BookTable[],
  lexicon: Lexicon,
): Diagnostic[] {
  const carriersOf = carriersIn(tasks);
  const sentencesOf = ({ passage, ...told }: Told) =>
    Array.from(passage.text.matchAll(SENTENCE), ({ 0: sentence, index }) => ({
      ...told,
      passage: slicePassage(passage, index, index + sentence.length, notice.lines),
    }));
  const letter = new Set(notice.letterhead.letter);
  const outside = [...inText(notice, chapters), ...besideRows(notice)].flatMap((told) =>
    sentencesOf(told).map((each) => ({ ...each, isLetter: letter.has(told.passage) })),
  );
  const areTables = notice.tables.length > 0;
  const inWords = saidInWords(
    outside.map(({ passage }) => passage),
    carriersOf,
  );
  const linked = areTables ? linkedIn(chapters) : () => false;
  const { lines } = notice;
  // Whoever has a part in a task is a name wherever it stands, whatever it looks like: 宣传科, 翠湖社区.
  const elsewhere = Array.from(
    new Set(tasks.flatMap((task) => whoOf(task)).flatMap(({ kind, text }) => (kind === 'named' ? text : []))),
  ).filter((name) => /^[一-龥]{3,}$/.test(name));
  const named = stretchesOf(tasks, (task) => whoOf(task).flatMap(spansOf));
  const isRead = (passage: Passage) =>
    spansOf(passage).some(([from, to]) => named.touching(from, to).length > 0);
  return [
    ...outside.flatMap(({ passage, known, isItem, isLetter }) => {
      const { text, at } = passage;
      const carriers = carriersOf(passage);
      const asked = HELD.test(text)
        ? ''
        : withoutOfficers(text.replace(EXPLAINING, (said) => ' '.repeat(said.length)));
      const actors = actorsIn(asked, lexicon);
      const code =
        (carriers
          ? leavesOut(passage, carriers, { actors, inWords, elsewhere }, lexicon)
          : toldOf(asked, known, linked(passage) ? [] : actors, areTables || isLetter, elsewhere, lexicon)) ??
        (!carriers && !areTables && isItem && officesOfItem(asked, lexicon).some((name) => !OWN.test(name))
          ? 'duty-without-task'
          : undefined) ??
        (!carriers && !areTables && isItem && IS_DUE.test(asked) ? 'duty-without-task' : undefined) ??
        (!areTables && hasAnybody(asked, (start, end) => isRead(slicePassage(passage, start, end, lines)))
          ? // Beside a bracket or a list that says who does it all, 由运营主体负责养护 is how.
            (carriers ?? []).every((task) => inWords.has(task))
            ? 'duty-without-task'
            : 'duty-beside'
          : undefined);
      return code ? [diagnose(code, { text }, at)] : [];
    }),
    ...remarksOf(tasks, tables)
      .flatMap(sentencesOf)
      .filter(({ passage, known }) => givesDuty(passage.text, known, lexicon))
      .map(({ passage: { text, at } }) => diagnose('duty-without-task', { text }, at)),
  ];
}

/** How a sentence is told that no task carries; nothing where it asks nothing of anybody. */
function toldOf(
  text: string,
  known: ReadonlySet<string>,
  actors: readonly Actor[],
  areGroupsMore: boolean,
  elsewhere: readonly string[],
  lexicon: Lexicon,
): 'duty-without-task' | 'duty-beside' | undefined {
  if (ANY_COLON.test(text) && OF_LABELLED.test(text) && !HEADS_ITEMS.test(text)) return 'duty-without-task';
  if (givesDuty(text, known, lexicon))
    return overseesOnly(text, lexicon) ? 'duty-beside' : 'duty-without-task';
  const heads = areGroupsMore
    ? []
    : (ONLY_NAMES.test(text) ? [] : headsIn(text, elsewhere, lexicon)).map((name) => ({
        name,
        isGroup: false,
        isAll: false,
        isByPart: false,
      }));
  const own = [...actors, ...heads].filter(
    ({ name }) => !OWN.test(name) && !known.has(lexicon.find(name)?.name ?? name),
  );
  const isDuty = own.some(
    ({ isAll, isGroup, isByPart }) =>
      !((isAll || isGroup) && areGroupsMore) &&
      (!isAll || (IS_DEFINITE.test(text.replace(NOTHING_DEFINITE, '')) && !isByPart)),
  );
  if (isDuty && !IS_OVERSIGHT.test(text) && !overseesOnly(text, lexicon)) return 'duty-without-task';
  return own.length > 0 ? 'duty-beside' : undefined;
}

/** 四、财政所、民政办: a heading. */
const ONLY_NAMES =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]\s*)?[一-龥]{2,12}(?:、[一-龥]{2,12})*\s*$/;

/** Whether all that a sentence says of somebody is how the work is overseen. */
function overseesOnly(text: string, lexicon: Lexicon): boolean {
  if (OF_PEOPLE.test(text)) return false;
  const parts = text
    .split(/[，；。]/)
    .filter(
      (part) =>
        namesWithDuty(part, lexicon).length > 0 || actorsIn(part, lexicon).some(({ isAll }) => !isAll),
    );
  return parts.length > 0 && parts.every((part) => OVERSEES.test(part));
}

/** Whether tasks of tables do what a sentence of the text says. */
function linkedIn(chapters: readonly Chapter[]): (sentence: Passage) => boolean {
  const sentences = chapters.flatMap(({ measures }) => measures).flatMap((measure) => measure.sentences);
  const linked = stretchesOf(
    sentences.filter(({ tasks }) => tasks.length > 0),
    spansOf,
  );
  return (sentence) => linked.over(spansOf(sentence)[0]?.[0] ?? -1).length > 0;
}

/** The tasks in whose clauses a sentence stands, or that have from it who does them; nothing where there are none. */
function carriersIn(tasks: readonly Task[]): (sentence: Passage) => readonly Task[] | undefined {
  const covered = stretchesOf(tasks, ({ cells }) => cells.flatMap(spansOf));
  const named = stretchesOf(tasks, (task) => whoOf(task).flatMap(spansOf));
  return (sentence) => {
    const [first] = spansOf(sentence);
    const last = spansOf(sentence).at(-1);
    if (!first || !last) return [];
    const found = new Set([
      ...covered.over(first[0]),
      ...covered.over(last[1] - 1),
      ...named.within(first[0], last[1]),
    ]);
    return found.size > 0 ? [...found] : undefined;
  };
}

/** An office of government by its form; a team or a company in a goal is not told as one left out. */
const AROUND_PLATE = /[（）]/;
const OFFICIAL = /(?:局|厅|委|办|政府|管委会|办事处)$/;

/** 各社区书记要于5月25日前上报: somebody, by a day. */
const IS_DUE = /(?:要|须|应当?|务必)[^，。；]{0,4}?\d{1,2}月\d{1,2}日[之以]?前/;

/** 各班主任于11月5日前召开班会. */
const PEOPLE_BY_A_DAY =
  /(?:^|[，。；．])(?:各|全体|有关)[^，。；、]{0,10}(?:主任|书记|教师|[校院局所站组队村镇]长|负责人|干部|党员)[^，。；]{0,6}\d{1,2}月\d{1,2}日/;

/** Whether a sentence that tasks carry gives a duty to somebody whom none of them has. */
function leavesOut(
  sentence: Passage,
  carriers: readonly Task[],
  {
    actors,
    inWords,
    elsewhere,
  }: { actors: readonly Actor[]; inWords: ReadonlySet<Task>; elsewhere: readonly string[] },
  lexicon: Lexicon,
): 'duty-without-task' | 'duty-beside' | undefined {
  const named = carriers.flatMap((task) => [...namesIn(whoOf(task)), ...whoOf(task).map(({ text }) => text)]);
  // 区农业农村局（区委农办）: the sentence's own name ends before its bracket.
  const known = named.flatMap((name) =>
    normalizeName(name)
      .split(AROUND_PLATE)
      .filter((part) => part !== ''),
  );
  const offices = namesWithDuty(sentence.text.replace(EXPLAINING, ''), lexicon).filter((name) =>
    OFFICIAL.test(name),
  );
  // Where words of sentences say who does it, and no bracket that closes them, everybody in them has a part of their own.
  const areWords = carriers.every((task) => inWords.has(task));
  const others = areWords
    ? actors.filter(({ isAll }) => !isAll)
    : actors.filter(({ name, isGroup }) => !isGroup && OFFICIAL.test(name));
  const heads = headsIn(sentence.text, elsewhere, lexicon);
  const inWord = areWords ? officesIn(sentence.text, lexicon) : [];
  const left = [
    ...offices,
    ...(areWords ? togetherIn(sentence.text) : []),
    ...[...heads, ...inWord, ...others.map(({ name }) => name)]
      .map((name) => normalizeName(name).split(AROUND_PLATE)[0] ?? '')
      .filter((name) => !OWN.test(name)),
  ];
  const isLeft = left.some(
    (name) => !known.some((each) => each.endsWith(name) || each.startsWith(name) || name.endsWith(each)),
  );
  if (!isLeft && !(areWords && helpsUnread(sentence.text, named))) {
    // 各责任单位要于11月20日前报送，某室将开展督查: what everybody has to do by a day.
    const isAsked =
      areWords &&
      ((actors.some(({ isAll, name }) => isAll && !known.includes(name)) && IS_DUE.test(sentence.text)) ||
        PEOPLE_BY_A_DAY.test(sentence.text));
    return isAsked ? 'duty-beside' : undefined;
  }
  // 县住建局3月15日前、县水利局3月20日前分别报送清单: each has a day.
  return !EACH_BY_A_DAY.test(sentence.text) &&
    (IS_OVERSIGHT.test(sentence.text) || overseesOnly(sentence.text, lexicon))
    ? 'duty-beside'
    : 'duty-without-task';
}

const EACH_BY_A_DAY = /[局委办部镇乡心院社]\d{1,2}月[^，。；、]{1,6}前、[^，。；、]{2,20}\d{1,2}月/;

/** The tasks of whom words of a sentence say who does them, and no bracket or list that closes it. */
function saidInWords(
  sentences: readonly Passage[],
  carriersOf: (sentence: Passage) => readonly Task[] | undefined,
): ReadonlySet<Task> {
  return new Set(
    sentences.flatMap((sentence) =>
      (carriersOf(sentence) ?? []).filter((task) => saysWhoItself(sentence, task)),
    ),
  );
}

function saysWhoItself(sentence: Passage, task: Task): boolean {
  const spans = spansOf(sentence);
  if (endsBracket(sentence.text)) return false;
  return whoOf(task)
    .flatMap(spansOf)
    .some(([start]) => {
      const at = spans.findIndex(([from, to]) => from <= start && start < to);
      const before = spans.slice(0, at).reduce((sum, [from, to]) => sum + to - from, 0);
      const span = spans[at];
      return span !== undefined && !IN_BRACKET.test(sentence.text.slice(0, before + start - span[0]));
    });
}

const OPENING = /[（(【〔[［]/g;
const CLOSING = /[）)】〕\]］]/g;
/** Whether a sentence ends in a bracket that begins in one before. */
function endsBracket(text: string): boolean {
  return (text.match(CLOSING)?.length ?? 0) > (text.match(OPENING)?.length ?? 0);
}

const IN_BRACKET = /[（(【〔[［][^（(【〔[［）)】〕\]］]*$|[：:—][^：:—。；]*$/;

/** A measure's list of units named answers for it only where tables say what they have to do. */
function inText(
  { letterhead, preamble, chapters, appendices, tables }: Notice,
  outline: readonly Chapter[],
): Told[] {
  const plain = (passages: readonly Passage[]) => passages.map((passage) => ({ passage, known: NOBODY }));
  return [
    ...plain(letterhead.letter),
    ...plain(preamble),
    ...chapters.flatMap(({ passages, measures }, i) => [
      // 一、压实责任。各社区要上报: a chapter that has no items is one.
      ...plain(passages).map((told) =>
        measures.length === 0 && IS_NUMBERED.test(told.passage.text)
          ? { ...told, isItem: true as const }
          : told,
      ),
      ...measures.flatMap((measure, j) => {
        const mentions = outline[i]?.measures[j]?.mentions ?? [];
        const known = tables.length > 0 ? new Set(mentions.map(({ name }) => name)) : NOBODY;
        return measure.passages.map((passage) => ({ passage, known, isItem: true as const }));
      }),
    ]),
    ...appendices.flatMap(({ passages }) => plain(passages)),
  ];
}

const IS_NUMBERED = new RegExp(`^\\s*${CHAPTER_NUMBER}`);

/** Text of tables that heads rows or stands below them. */
function besideRows({ tables, otherTables }: Notice): Told[] {
  const sections = new Set(tables.flatMap(({ rows }) => rows.flatMap(({ section }) => section ?? [])));
  const texts = [
    ...tables.flatMap(({ heading, notes, notesWithin }) => [...heading, ...notes, ...notesWithin]),
    ...sections,
    // What is no table of tasks may say who has to do what all the same.
    ...otherTables
      .filter(({ within }) => within !== 'letterhead')
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ passage }) => passage))),
  ];
  return texts.map((passage) => ({ passage, known: NOBODY }));
}

/** The remarks of rows; the row's own units are known. */
function remarksOf(tasks: readonly Task[], tables: readonly BookTable[]): Told[] {
  return tasks.flatMap((task) =>
    (tables[task.table - 1]?.columns ?? []).flatMap(({ role }, i) => {
      const passage = role === 'remark' || role === 'goal' ? task.cells[i] : undefined;
      return passage ? [{ passage, known: new Set(namesIn(whoOf(task))) }] : [];
    }),
  );
}

/** Whether somebody is said to 负责 whom no task has, whatever the name looks like. */
function hasAnybody(sentence: string, isRead: (start: number, end: number) => boolean): boolean {
  return Array.from(sentence.matchAll(ANYBODY)).some(({ groups, indices }) => {
    const [start, end] = indices?.groups?.['told'] ?? indices?.groups?.['who'] ?? [0, 0];
    const who = groups?.['told'] ?? groups?.['who'] ?? '';
    return !NO_BODY.test(who) && !OWN.test(who) && !isRead(start, end);
  });
}

function givesDuty(sentence: string, known: ReadonlySet<string>, lexicon: Lexicon): boolean {
  return (
    OF_PEOPLE.test(sentence) ||
    namesWithDuty(sentence, lexicon).some((name) => !known.has(lexicon.find(name)?.name ?? name))
  );
}

/** The names of units in a sentence that a word of duty stands beside. */
function namesWithDuty(sentence: string, lexicon: Lexicon): string[] {
  const before = Array.from(sentence.matchAll(DUTY), ({ groups }) =>
    (groups?.['before'] ?? '').replace(BEFORE_NAME, ''),
  );
  const behind = [LABELLED, TOLD].flatMap((pattern) =>
    Array.from(sentence.matchAll(pattern), ({ groups }) => (groups?.['name'] ?? '').slice(0, LONGEST_NAME)),
  );
  return [...before, ...behind]
    .map(normalizeName)
    .filter(
      (name) => name.length > 2 && !OWN.test(name) && !OF_MANY.test(name) && looksLikeUnit(name, lexicon),
    );
}
