import type { Notice } from '../model/notice.js';
import { joinPassages, type Passage, type Stretch, slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import type { Chapter } from '../model/taskbook.js';
import type { Lexicon } from '../units/index.js';
import { CIRCLED, numeralValue, POINT_NUMBER } from '../words/numerals.js';
import { CLOSING, COLON, OPENING, SENTENCE_STOPS, TITLE_STOPS, UNBRACKETED } from '../words/punctuation.js';
import { ABOVE, SO_MANY } from '../words/references.js';
import { TELLING, WHO_LABEL } from '../words/role-words.js';
import { headingOf, shapeOf } from '../words/shapes.js';
import { clausesIn } from './said.js';

/** A duty that the text itself states: 开展培训。每年至少1次。（某局牵头，某局配合）. */
export interface Clause {
  /** The number of the item that it closes, as printed; '' where it has none. */
  readonly number: string;
  readonly name: string;
  /** What it is called by: the titles of its items, its measure's, or its first words. */
  readonly named: readonly Passage[];
  readonly goal: Passage;
  /** What it covers, from its own place on. */
  readonly covers: readonly Passage[];
  /** The words that say who. */
  readonly units: readonly Passage[];
  /** The words that say by when; nothing where there are none. */
  readonly deadline: Passage | undefined;
  /** Ids of the measures that it stands in. */
  readonly measures: readonly string[];
}

/** A paragraph of the outline, or the part of one that a clause inside it closes. */
interface Item {
  readonly passage: Passage;
  readonly measure: string | undefined;
  /** Its own number and title where it is numbered. */
  readonly number: string;
  readonly title: Passage;
  /** Its text without the clause; and without number and title, too. */
  readonly point: Passage;
  readonly rest: Passage;
  readonly says: Says | undefined;
}

/** What a clause says: who, by when, or both. */
interface Says {
  readonly units: Passage | undefined;
  readonly deadline: Passage | undefined;
}

/** 以上三项, 上述任务: the clause is of several items above. */
const OF_ABOVE = new RegExp(`^${ABOVE}(?:${SO_MANY})?`);

/**
 * Finds the clauses of a notice that say who has to do what its paragraphs demand. A clause is of the
 * numbered item or the paragraph that it closes; on a line of its own, or after paragraphs without
 * numbers, of all that stands in its measure since the last one; and of several items where it says so.
 *
 * @returns the clauses, and the paragraphs that seem to hold one that cannot be read
 */
export function clausesOf(
  notice: Notice,
  outline: readonly Chapter[],
  lexicon: Lexicon,
): { readonly clauses: readonly Clause[]; readonly unread: readonly Passage[] } {
  const clauses: Clause[] = [];
  const unread: Passage[] = [];
  const measures = outline.flatMap((chapter) => chapter.measures);
  const titles = new Map(
    measures.map(({ id, title, titleAt }) => [id, { text: title, at: titleAt }] as const),
  );
  for (const section of sectionsOf(notice, outline)) {
    let open: Item[] = [];
    /** The clause that lines of their own may add to: 牵头单位：… and under it 责任单位：…. */
    let last: Clause | undefined;
    for (const item of section.flatMap(({ passage, measure }) =>
      itemsIn(passage, measure, lexicon, notice.lines),
    )) {
      open.push(item);
      const { says } = item;
      if (!says) {
        last = undefined;
        if (SEEMS.test(item.passage.text)) unread.push(item.passage);
      } else if (last && item.rest.text === '' && item.number === '') {
        last = addTo(last, item, says);
        clauses[clauses.length - 1] = last;
        open = [];
      } else if (says.units) {
        last = clauseOf(covered(open), says.units, says.deadline, titles, notice.lines);
        clauses.push(last);
        open = [];
      }
    }
  }
  return { clauses, unread };
}

/** A text that seems to say who does it; where it was not read so, somebody must look. */
const SEEMS = new RegExp(
  `${WHO_LABEL}${COLON}|${OPENING}(?=${UNBRACKETED}*${TELLING})${UNBRACKETED}*${CLOSING}。?$`,
);

function addTo(clause: Clause, { passage }: Item, { units, deadline }: Says): Clause {
  return {
    ...clause,
    covers: [...clause.covers, passage],
    units: units ? [...clause.units, units] : clause.units,
    deadline: clause.deadline ?? deadline,
  };
}

type Section = { readonly passage: Passage; readonly measure: string | undefined }[];

/** The text in which clauses may stand, in stretches over which none reaches. */
function sectionsOf({ chapters, preamble, appendices }: Notice, outline: readonly Chapter[]): Section[] {
  return [
    preamble.map((passage) => ({ passage, measure: undefined })),
    ...chapters.map(({ passages, measures }, i) => [
      ...passages.map((passage) => ({ passage, measure: undefined })),
      ...measures.flatMap((measure, j) =>
        measure.passages.map((passage) => ({ passage, measure: outline[i]?.measures[j]?.id })),
      ),
    ]),
    ...appendices.map(({ passages }) => passages.map((passage) => ({ passage, measure: undefined }))),
  ];
}

/** Which of the items since the last clause the last of them closes. */
function covered(open: readonly Item[]): readonly Item[] {
  const last = open.at(-1) as Item;
  const above = OF_ABOVE.exec(last.rest.text);
  if (above && last.number === '') {
    const { count: printed } = above.groups ?? {};
    const count = printed === undefined ? 0 : numeralValue(printed);
    const shape = shapeOf(open.findLast(({ number }) => number !== '')?.passage.text ?? '');
    // Items of the last one's sort: the heading over them is none.
    const numbered = open.filter(({ number, passage }) => number !== '' && shapeOf(passage.text) === shape);
    const first = (count && numbered.at(-count)) || numbered[0];
    return first ? open.slice(open.indexOf(first)) : open;
  }
  if (last.number !== '') return [last];
  return open.filter(({ measure }) => measure === last.measure);
}

function clauseOf(
  items: readonly Item[],
  units: Passage,
  deadline: Passage | undefined,
  titles: ReadonlyMap<string, Passage>,
  lines: LineStarts,
): Clause {
  const last = items.at(-1) as Item;
  const several = OF_ABOVE.test(last.rest.text) && last.number === '';
  const numbered = items.filter(({ number }) => number !== '');
  const [first] = numbered;
  // A measure with points under it goes by its own title, and the points are what is to be done.
  const titled = first && HEADS.has(shapeOf(first.passage.text)) && !several ? [first] : numbered;
  const measure = last.measure === undefined ? undefined : titles.get(last.measure);
  const goals = (several ? [last] : items).map((item) =>
    item.number === '' || titled.includes(item) ? item.rest : item.point,
  );
  const goal = joinPassages(
    goals.filter(({ text }) => text !== ''),
    last.passage.at,
  );
  const named = namesFrom(titled, measure, goal, lines);
  return {
    number: titled.map(({ number }) => number).join('、'),
    name: named.map(({ text }) => text).join('、'),
    named,
    goal: goal.text === '' ? joinPassages(named, goal.at) : goal,
    covers: items.map(({ passage }) => passage),
    units: [units],
    deadline,
    measures: Array.from(new Set(items.flatMap((item) => item.measure ?? []))),
  };
}

const HEADS: ReadonlySet<string> = new Set(['chapter', 'article', 'measure']);

/** What a clause goes by: the titles of its items, else its measure's, else its first words. */
function namesFrom(
  titled: readonly Item[],
  measure: Passage | undefined,
  goal: Passage,
  lines: LineStarts,
): Passage[] {
  const titles = titled.map(({ title }) => title).filter(({ text }) => text !== '');
  if (titles.length > 0) return titles;
  if (measure && measure.text !== '') return [measure];
  return [slicePassage(goal, 0, firstSentence(goal.text).length, lines)];
}

const FIRST_SENTENCE = new RegExp(`^[^${SENTENCE_STOPS}]*`);

function firstSentence(text: string): string {
  return FIRST_SENTENCE.exec(text)?.[0] ?? '';
}

/** A paragraph cut behind each clause inside it. */
function itemsIn(passage: Passage, measure: string | undefined, lexicon: Lexicon, lines: LineStarts): Item[] {
  const items: Item[] = [];
  let from = 0;
  for (const { start, end, unitsStart, unitsEnd, deadline } of clausesIn(passage.text, lexicon)) {
    const part = (stretch: Stretch) => slicePassage(passage, stretch.start, stretch.end, lines);
    const says = {
      units: unitsEnd > unitsStart ? part({ start: unitsStart, end: unitsEnd }) : undefined,
      deadline: deadline && part(deadline),
    };
    items.push(itemOf(part({ start: from, end }), start - from, measure, says, lines));
    from = end;
  }
  if (passage.text.slice(from).trim() !== '') {
    const { length } = passage.text;
    items.push(itemOf(slicePassage(passage, from, length, lines), length - from, measure, undefined, lines));
  }
  return items;
}

/** （1） or ①: the points of an item. */
const POINT = new RegExp(`^(?:${POINT_NUMBER}|${CIRCLED})\\s*`);
/** What parts a title from what follows. */
const AFTER_TITLE = new RegExp(`^[${TITLE_STOPS}]+`);

const COLON_AT_END = /[：；]$/;

const NUMBERED = new Set(['chapter', 'article', 'measure', 'item']);

/** @param length how much of the passage is not the clause */
function itemOf(
  passage: Passage,
  length: number,
  measure: string | undefined,
  says: Says | undefined,
  lines: LineStarts,
): Item {
  const part = (from: number, to: number) => slicePassage(passage, from, to, lines);
  const own = part(0, length);
  const { text } = own;
  const sub = POINT.exec(text)?.[0];
  if (sub === undefined && !NUMBERED.has(shapeOf(text))) {
    return { passage, measure, number: '', title: part(0, 0), point: own, rest: own, says };
  }
  const { number, start, end } =
    sub === undefined
      ? headingOf(text)
      : {
          number: sub.trim(),
          start: sub.length,
          end: sub.length + firstSentence(text.slice(sub.length)).length,
        };
  const behind = AFTER_TITLE.exec(text.slice(end))?.[0].length ?? 0;
  const rest = part(end + behind, text.length);
  const titleEnd = COLON_AT_END.test(text.slice(start, end)) ? end - 1 : end;
  const point = rest.text === '' ? part(0, end) : own;
  return { passage, measure, number, title: part(start, titleEnd), point, rest, says };
}
