import type { Notice } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { NoticeHead } from '../model/taskbook.js';
import { DASH, isoDay, YEAR } from '../words/calendar.js';
import { numeralValue } from '../words/numerals.js';
import { COLON } from '../words/punctuation.js';
import { titleAmong } from './outline.js';

const LAST_COLON = new RegExp(`${COLON}$`);

/** The notice's head as plain records. */
export function headOf({ letterhead, documentTitle, preamble, appendices, tables }: Notice): NoticeHead {
  const title = joined(letterhead.title);
  const document = joined(documentTitle);
  return {
    masthead: texts(letterhead.masthead),
    number: letterhead.number?.text ?? null,
    title,
    addressees: letterhead.addressees?.text.replace(LAST_COLON, '').split(/[，,]/) ?? [],
    letter: [...letterhead.letter],
    issuer: texts(letterhead.issuer),
    date: letterhead.date ? (isoDay(letterhead.date.text) ?? null) : null,
    publicity: letterhead.publicity?.text ?? null,
    documentTitle: document,
    preamble: [...preamble],
    appendices: appendices.map((appendix) => ({
      label: appendix.label.text,
      title: joined(appendix.title),
      text: [...appendix.passages],
      at: appendix.label.at,
    })),
    colophon: texts(letterhead.colophon),
    year:
      yearIn([document, title, letterhead.number?.text ?? null]) ??
      yearOfAll([
        ...appendices.map((appendix) => joined(appendix.title)),
        ...tables.map(({ heading }) => joined(titleAmong(heading))),
      ]),
  };
}

function texts(passages: readonly Passage[]): string[] {
  return passages.map(({ text }) => text);
}

/** A title broken over several lines is one title: Chinese has no blank where a line was broken. */
function joined(passages: readonly Passage[]): string | null {
  return passages.length > 0 ? texts(passages).join('') : null;
}

/** The year that the notice plans for: the first that a title names, else the document number's. */
function yearIn(sources: readonly (string | null)[]): number | null {
  for (const text of sources) {
    const year = /(?<!\d)(20\d{2})(?!\d)/.exec(text?.normalize('NFKC') ?? '')?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

const SPAN = new RegExp(`${YEAR}年?${DASH}(?<last>${YEAR})(?!\\d)`);

/** The last year that a notice plans for, where a title names a span of them: 三年行动计划（2025—2027年）. */
export function lastYearIn({ documentTitle, title }: NoticeHead): number | null {
  const last = SPAN.exec((documentTitle ?? title ?? '').normalize('NFKC'))?.groups?.['last'];
  return last === undefined ? null : numeralValue(last);
}

/** The year of an attachment that was sent alone: that of its titles, where they name one. */
function yearOfAll(titles: readonly (string | null)[]): number | null {
  const years = new Set(titles.map((title) => yearIn([title])).filter((year) => year !== null));
  const [year = null] = years;
  return years.size === 1 ? year : null;
}
