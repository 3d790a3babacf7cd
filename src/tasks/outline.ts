import type { RuledClause } from '../clauses/index.js';
import type { Notice, NoticeMeasure } from '../model/notice.js';
import { joinPassages, type Passage, slicePassage, stretchIn } from '../model/passage.js';
import type { BookTable, Chapter, Measure, Sentence, TaskBook } from '../model/taskbook.js';
import { unitsSaidIn } from '../words/measure-words.js';
import { MEASURE_NUMBER, ORDINAL } from '../words/numerals.js';
import {
  NESTED_IN_LINE,
  QUOTED_IN_LINE,
  SENTENCE_STOPS,
  SQUARE_IN_LINE,
  TITLE_STOPS,
} from '../words/punctuation.js';
import { type DemandReader, demandsIn } from './demands.js';
import { uniqueIds } from './id.js';

/** Up to its stop; what is quoted or in brackets is of one piece. */
const SENTENCE = new RegExp(
  `(?:${QUOTED_IN_LINE}|${NESTED_IN_LINE}|${SQUARE_IN_LINE}|[^${SENTENCE_STOPS}])+[。；！？]?`,
  'g',
);
const BEHIND_TITLE = new RegExp(`^[${TITLE_STOPS}]*`);
/** 一、 or （一） before a table's title. */
const NUMBERED = new RegExp(`^(?:(${ORDINAL})、|${MEASURE_NUMBER})\\s*`);

/** The chapters and measures as plain records. */
export function outlineOf({ chapters }: Notice, reader: DemandReader): Chapter[] {
  // Two measures may bear one number.
  const idOf = uniqueIds();
  return chapters.map(({ number, title, passages, measures }) => ({
    number,
    title: title.text,
    ...joinPassages(passages, title.at),
    measures: measures.map((measure): Measure => {
      const whole = joinPassages(measure.passages, measure.title.at);
      return {
        id: idOf(number + measure.number),
        number: measure.number,
        title: measure.title.text,
        titleAt: measure.title.at,
        text: whole.text,
        sentences: sentencesOf(whole, measure, reader),
        mentions: [],
        at: whole.at,
      };
    }),
  }));
}

/** Where a measure's text goes on after its title; a measure that is no more than a title is read whole. */
function endOfTitle(whole: Passage, title: Passage): number {
  const end = stretchIn(whole, title.at)?.end ?? 0;
  const behind = BEHIND_TITLE.exec(whole.text.slice(end))?.[0].length ?? 0;
  return end + behind < whole.text.length ? end + behind : 0;
}

/** The sentences of a measure behind its title; what is quoted or in brackets is of one piece. */
function sentencesOf(whole: Passage, { title }: NoticeMeasure, reader: DemandReader): Sentence[] {
  const from = endOfTitle(whole, title);
  return Array.from(whole.text.slice(from).matchAll(SENTENCE), ({ 0: sentence, index }) => {
    const start = from + index;
    const said = slicePassage(whole, start, start + sentence.length, reader.lines);
    const { demands } = demandsIn(said, title.text, reader);
    return { ...said, tasks: [], uncarried: [], ...demands };
  }).filter(({ text: sentence }) => sentence !== '');
}

/** The tables as plain records, their rows left out. */
export function bookTables(notice: Notice): BookTable[] {
  return notice.tables.map(({ heading, appendix, shape, columns, notes, at }) => {
    const title = titleAmong(heading)
      .map(({ text }) => text)
      .join('');
    const numbered = NUMBERED.exec(title);
    return {
      kind: 'table',
      number: numbered?.[1] ?? null,
      name: title.slice(numbered?.[0].length ?? 0) || fallbackName(notice, appendix),
      title,
      appendix: appendix === undefined ? null : appendix + 1,
      shape,
      columns: columns.map(({ header, role, inferred }) => ({ header, role, ...(inferred && { inferred }) })),
      notes: notes.map(({ text }) => text),
      unread: [],
      at,
    };
  });
}

/** What stands above a table and is no title: 图例：★牵头, a sentence on how to read it. */
const ASIDE = /^\s*[（(]?(?:(?:金额|计量)?单位|图例|说明|填报)[：:]|[。；]/;

/** 造林任务分解表（单位：亩）: a title all the same. */
const TITLED = /^[^（(]{4,}[（(][^（()）]+[）)]\s*$/;

/** The lines above a table that name it; all of them where none does by its form. */
export function titleAmong(heading: readonly Passage[]): readonly Passage[] {
  const titles = heading.filter(
    ({ text }) => !ASIDE.test(text) && (unitsSaidIn(text).length === 0 || TITLED.test(text)),
  );
  return titles.length > 0 ? titles : [];
}

/** The clauses of the text as a table of their own. */
export function clauseTable(clauses: readonly RuledClause[]): BookTable[] {
  const at = clauses[0]?.covers[0]?.at;
  if (at === undefined) return [];
  return [
    {
      kind: 'clauses',
      number: null,
      name: '正文',
      title: '正文条款',
      appendix: null,
      shape: 'rows',
      columns: [],
      notes: [],
      unread: [],
      at,
    },
  ];
}

/** The tables without tasks as plain records. */
export function otherTablesOf(notice: Notice): TaskBook['otherTables'] {
  return notice.otherTables.map(({ heading, rows, appendix, isUnread, at }) => ({
    title: heading.map(({ text }) => text).join('') || (isUnread ? fallbackName(notice, appendix) : ''),
    rows: rows.map(({ cells }) => cells.map(({ passage }) => passage.text)),
    ...(isUnread && { isUnread }),
    at,
  }));
}

/** A table without a heading goes by its appendix's title, the issued document's or the notice's. */
function fallbackName(
  { appendices, documentTitle, letterhead }: Notice,
  appendix: number | undefined,
): string {
  const { title = [], label } = (appendix === undefined ? undefined : appendices[appendix]) ?? {};
  const issued = documentTitle.length > 0 ? documentTitle : letterhead.title;
  const named = title.length > 0 ? title : label ? [label] : issued;
  return named.map(({ text }) => text).join('');
}
