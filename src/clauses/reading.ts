import type { Notice } from '../model/notice.js';
import { joinPassages, type Passage, slicePassage, spansOf } from '../model/passage.js';
import type { LineStarts, Span } from '../model/place.js';
import type { Chapter } from '../model/taskbook.js';
import { type Lexicon, readUnits } from '../units/index.js';
import { fieldNumbers } from '../words/numbered-fields.js';
import { COLON } from '../words/punctuation.js';
import { TELLING, WHO } from '../words/role-words.js';
import { isSequel, OUTLINE_SHAPES, shapeOf } from '../words/shapes.js';
import { bracketsIn, splitOutside, strayClosing, unclosedIn } from './brackets.js';
import { saidByNumber } from './by-number.js';
import { type Clause, clausesAmong, type StatedRule, withSame } from './clauses.js';
import { hasWho } from './covers.js';
import { seemsToSayWho, type TextKind } from './frames/index.js';
import { underNames } from './headings.js';
import { type Item, itemsIn } from './items.js';
import { type LeadRule, type OrderRule, orderRuleIn, ruleIn } from './rules.js';

/** A clause and what rules of the notice say of it. */
export interface RuledClause extends Clause {
  readonly leadRule: LeadRule | undefined;
  /** Units that earlier words add: 以下均需各镇落实. */
  readonly added: readonly Passage[];
}

/** All that the running text of a notice says of who does what. */
export interface Stated {
  readonly clauses: readonly RuledClause[];
  /** Passages that seem to hold a clause that cannot be read. */
  readonly unread: readonly Passage[];
  /** What the notice says, outside all clauses, of who leads. */
  readonly leadRule: LeadRule | undefined;
}

interface Section {
  readonly passages: readonly { readonly passage: Passage; readonly measure: string | undefined }[];
  /** Which chapter it is, for rules that hold for one. */
  readonly chapter: number;
  /** A body says what is to be done, where no table of the notice does. */
  readonly kind: TextKind;
}

/** Finds the clauses of a notice that say who has to do what its paragraphs demand, and the rules over them. */
export function statedIn(notice: Notice, outline: readonly Chapter[], lexicon: Lexicon): Stated {
  const sections = sectionsOf(notice, outline);
  const stated = statedInSections(sections, notice, lexicon);
  if (notice.tables.length > 0 || !stated.areSentences) return stated;
  // 各学校要每周自查。 Where sentences say who does what, each does, though nothing numbers it; a letter that nothing follows, too.
  const isLetterToo = stated.clauses.length === 0;
  const all = sections.map((section) =>
    section.kind === 'body' || isLetterToo ? { ...section, kind: 'all' as const } : section,
  );
  const again = statedInSections(all, notice, lexicon);
  return again.clauses.length > stated.clauses.length ? again : stated;
}

/** What a reading found, and whether most of it, or all that there may be, is said by words of sentences, and by no bracket or label. */
interface Found extends Stated {
  readonly areSentences: boolean;
}

function statedInSections(printed: readonly Section[], notice: Notice, lexicon: Lexicon): Found {
  const { lines } = notice;
  const sections = underNames(
    printed.map((section) => ({ ...section, items: readItems(section, lexicon, notice) })),
    lexicon,
    lines,
  );
  const all = saidByNumber(
    sections.flatMap(({ items }) => items),
    lexicon,
    lines,
  );
  const hasPoints = all.some((item) => hasWho(item) && ((item.rank ?? 0) > 0 || item.heading !== undefined));
  let from = 0;
  const read = sections.map(({ chapter, items: { length } }) => {
    const items = all.slice(from, from + length);
    from += length;
    return { chapter, items, ...clausesAmong(items, lines, hasPoints) };
  });
  const same = withSame(
    read.flatMap(({ clauses }) => clauses),
    lines,
  );
  let given = 0;
  const whole = read.map((each) => {
    const clauses = same.slice(given, given + each.clauses.length);
    given += clauses.length;
    return { ...each, clauses };
  });
  const order = generalOrder(read.flatMap(({ items }) => items));
  const unread = read.flatMap(({ items, loose }) => [
    ...items
      .filter(({ says, isOfOthers, passage }) => !says && !isOfOthers && seemsToSayWho(passage.text))
      .map(({ passage }) => passage),
    ...loose.map(({ passage }) => passage),
  ]);
  const said = all.flatMap(({ says }) =>
    says?.parts.some(({ kind }) => kind === 'who') ? [says.inGoal] : [],
  );
  const areSentences = said.filter((isInGoal) => isInGoal).length * 2 >= said.length;
  return { clauses: withRules(whole, order, notice, lexicon), unread, leadRule: order, areSentences };
}

/** How far the next number may be. */
const NEAR = 20;

function readItems({ passages: printed, kind }: Section, lexicon: Lexicon, { lines }: Notice): Item[] {
  const passages = withLists(withoutFieldNumbers(printed, lines));
  let last = 0;
  return passages.flatMap(({ passage, measure }, i) => {
    const following = () => passages.slice(i + 1, i + 1 + NEAR).map((each) => each.passage.text);
    const sequel = isSequel(passage.text, last, following);
    const items = itemsIn(passage, measure, sequel, kind, lexicon, lines);
    const number = Number(items[0]?.number);
    if (number > 0) last = number;
    return items;
  });
}

/** The paragraphs, without the numbers that only tell the fields of an item apart: 2.责任单位：某局. */
function withoutFieldNumbers(passages: Section['passages'], lines: LineStarts): Section['passages'] {
  const numbers = fieldNumbers(passages.map(({ passage }) => passage.text));
  return passages.map((each, i) => {
    const start = numbers[i] ?? 0;
    const { passage } = each;
    return start > 0 ? { ...each, passage: slicePassage(passage, start, passage.text.length, lines) } : each;
  });
}

/** A label and a list that breaks off: 配合站所：纪委办、综治办、 and below it 司法所、石门村. */
const BREAKS_OFF = new RegExp(`^\\s*[一-龥]{2,10}${COLON}[^。；]*、\\s*$`);

/** In how many lines more a bracket closes. */
const CLOSES_IN = 4;

/** Whether a paragraph has a bracket open that says who, and one of the next closes it: （牵头单位：某局 and below it 责任单位：某局）. */
function isOpen({ passage }: Section['passages'][number], next: Section['passages']): boolean {
  const open = unclosedIn(passage.text);
  if (open === undefined || !SAYS_WHO.test(passage.text.slice(open))) return false;
  const more = next.slice(0, CLOSES_IN);
  const closes = more.findIndex((each) => strayClosing(each.passage.text) !== undefined);
  return closes >= 0 && more.slice(0, closes + 1).every((each) => !isOutline(each.passage.text));
}

function isOutline(text: string): boolean {
  return (OUTLINE_SHAPES as readonly string[]).includes(shapeOf(text));
}

const SAYS_WHO = new RegExp(`${TELLING}|${WHO}`);

/** The paragraphs, each list that breaks off at the end of a line, or in a bracket, joined to what follows. */
function withLists(passages: Section['passages']): Section['passages'] {
  const joined: Section['passages'][number][] = [];
  for (const [i, each] of passages.entries()) {
    const last = joined.at(-1);
    const goesOn =
      last &&
      (isOpen(last, passages.slice(i)) ||
        (BREAKS_OFF.test(last.passage.text) && !/[：:]/.test(each.passage.text.slice(0, LONGEST_LABEL))));
    if (goesOn)
      joined[joined.length - 1] = {
        ...last,
        passage: joinPassages([last.passage, each.passage], last.passage.at),
      };
    else joined.push(each);
  }
  return joined;
}

const LONGEST_LABEL = 12;

/** 现将各单位职责明确如下：: where there is no other text, the letter's own paragraphs say what is to be done. */
const ANNOUNCES = /(?:如下|以下|下列)[^。：:]{0,12}[：:。]\s*$/;

/** The text in which clauses may stand, in stretches over which none reaches. */
function sectionsOf(
  { letterhead, chapters, preamble, appendices, tables }: Notice,
  outline: readonly Chapter[],
): Section[] {
  const plain = (passages: readonly Passage[]) =>
    passages.map((passage) => ({ passage, measure: undefined }));
  // Without chapters, what stands behind the letter is what is to be done.
  const isAll = tables.length === 0 && chapters.length === 0;
  const { letter } = letterhead;
  const announced = isAll ? letter.findIndex(({ text }) => ANNOUNCES.test(text)) + 1 : 0;
  return [
    { chapter: -1, kind: 'letter', passages: plain(announced > 0 ? letter.slice(0, announced) : letter) },
    ...(announced > 0
      ? [{ chapter: -1, kind: 'body' as const, passages: plain(letter.slice(announced)) }]
      : []),
    { chapter: -1, kind: isAll ? 'body' : 'letter', passages: plain(preamble) },
    ...chapters.map(({ passages, measures }, i) => ({
      chapter: i,
      kind: tables.length === 0 ? ('body' as const) : ('letter' as const),
      passages: [
        ...plain(passages),
        ...measures.flatMap((measure, j) =>
          measure.passages.map((passage) => ({ passage, measure: outline[i]?.measures[j]?.id })),
        ),
      ],
    })),
    ...appendices.map(({ passages }) => ({
      chapter: -1,
      kind: isAll ? ('body' as const) : ('letter' as const),
      passages: plain(passages),
    })),
  ];
}

/** The ordering rule that stands outside all clauses: in the letter, the preamble, the text. */
function generalOrder(items: readonly Item[]): OrderRule | undefined {
  for (const { point } of items) {
    const rule = orderRuleIn(point.text);
    if (rule) return rule;
  }
  return undefined;
}

/** Which label a clause has, and whether a word says who shares it. */
const LABEL = /^([^：:，。；、]{2,10})[：:]/;

/** Whether an ordering rule is said of a clause: one of 落实单位 is of clauses with that label, and of bare lists. */
function isOf({ label }: OrderRule, { units }: Clause, lexicon: Lexicon): boolean {
  if (label === undefined) return true;
  const labels = units.flatMap(({ text }) => LABEL.exec(text)?.[1] ?? []);
  if (labels.length > 0) return labels.some((each) => each.includes(label));
  return !units.some(({ text }) => readUnits(text, lexicon).some(({ kind }) => kind === 'word'));
}

type Read = Pick<Section, 'chapter'> & {
  readonly items: readonly Item[];
  readonly clauses: readonly Clause[];
};

/** The clauses with what the rules before them say of them. */
function withRules(
  read: readonly Read[],
  general: OrderRule | undefined,
  notice: Notice,
  lexicon: Lexicon,
): RuledClause[] {
  let order = general;
  const adding: Adding[] = [];
  return read.flatMap(({ chapter, items, clauses }) => {
    for (const [i, item] of items.entries()) {
      if (item.says) continue;
      for (const stated of addingIn(item.passage, notice))
        adding.push({ stated, chapter, within: scopeOf(stated, items, i) });
    }
    return clauses.map((clause): RuledClause => {
      const said = clause.rules.find(({ rule }) => rule.kind === 'order');
      const own: OrderRule | undefined = said && { text: said.passage.text, who: 'first', label: undefined };
      if (own && clause.rules.some(({ rule }) => rule.kind === 'on')) order = own;
      for (const stated of clause.rules.filter(({ units }) => units))
        adding.push({ stated, chapter, within: undefined });
      const rule = own ?? (order && isOf(order, clause, lexicon) ? order : undefined);
      return {
        ...clause,
        leadRule: rule,
        added: adding.flatMap((each) => (holdsFor(each, clause, chapter) ? (each.stated.units ?? []) : [])),
      };
    });
  });
}

/** A rule that adds units, and where it is stated. */
interface Adding {
  readonly stated: StatedRule;
  readonly chapter: number;
  /** 本节: the stretch of the text that it is of; nothing where it is all that comes after, or the chapter. */
  readonly within: Span | undefined;
}

function holdsFor({ stated: { rule }, chapter, within }: Adding, clause: Clause, here: number): boolean {
  if (rule.kind !== 'adding' || rule.scope === undefined) return true;
  if (chapter !== here) return false;
  const at = startOf(clause.covers[0]);
  return within === undefined || (within[0] <= at && at < within[1]);
}

/** 本节 under a heading that stands inside a chapter: up to the next heading of its sort, or of a higher one. */
function scopeOf({ rule }: StatedRule, items: readonly Item[], at: number): Span | undefined {
  if (rule.kind !== 'adding' || rule.scope === undefined || rule.scope === '本章') return undefined;
  const heading = items.slice(0, at).findLast(({ rank }) => rank !== undefined)?.rank;
  if (heading === undefined) return undefined;
  const next = items.slice(at + 1).find(({ rank }) => rank !== undefined && rank <= heading);
  return [startOf(items[at]?.passage), next ? startOf(next.passage) : Number.POSITIVE_INFINITY];
}

function startOf(passage: Passage | undefined): number {
  return (passage && spansOf(passage)[0]?.[0]) ?? 0;
}

/** Rules that add units, in sentences of their own, in brackets too. */
function addingIn(passage: Passage, { lines }: Notice): StatedRule[] {
  const { text } = passage;
  const bracket = bracketsIn(text).at(-1);
  const inner =
    bracket?.end === text.trimEnd().length
      ? slicePassage(passage, bracket.start + 1, bracket.end - 1, lines)
      : undefined;
  // 三、惠民生（责任领导：李某。本部分各项均需各镇落实）
  return [
    ...(bracket?.start === 0 && inner ? [] : addingInSentences(passage, lines)),
    ...(inner ? addingInSentences(inner, lines) : []),
  ];
}

function addingInSentences(passage: Passage, lines: LineStarts): StatedRule[] {
  return splitOutside(passage.text, '，。；,;\n').flatMap(({ start, end }): StatedRule[] => {
    const rule = ruleIn(passage.text.slice(start, end));
    if (rule?.kind !== 'adding') return [];
    const units = slicePassage(passage, start + rule.start, start + rule.end, lines);
    return [{ rule, passage: slicePassage(passage, start, end, lines), units }];
  });
}
