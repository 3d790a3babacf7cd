import type { Notice } from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import type { NoticeHead } from '../model/taskbook.js';

/** The notice's head as plain records. */
export function headOf({ letterhead, documentTitle, preamble, appendices }: Notice): NoticeHead {
  const title = joined(letterhead.title);
  const document = joined(documentTitle);
  return {
    masthead: texts(letterhead.masthead),
    number: letterhead.number?.text ?? null,
    title,
    addressees: letterhead.addressees?.text.replace(/[：:]$/, '').split(/[，,]/) ?? [],
    letter: [...letterhead.letter],
    issuer: texts(letterhead.issuer),
    date: letterhead.date ? isoDate(letterhead.date.text) : null,
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
    year: yearIn([document, title, letterhead.number?.text ?? null]),
  };
}

function texts(passages: readonly Passage[]): string[] {
  return passages.map(({ text }) => text);
}

/** A title broken over several lines is one title: Chinese has no blank where a line was broken. */
function joined(passages: readonly Passage[]): string | null {
  return passages.length > 0 ? texts(passages).join('') : null;
}

/** 2025年3月5日 as 2025-03-05; `null` for what is no day of the calendar. */
function isoDate(text: string): string | null {
  const [year, month, day] = (text.normalize('NFKC').match(/\d+/g) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  // Date.toISOString costs more, once, than reading a table of the notice.
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** The year that the notice plans for: the first that a title names, else the document number's. */
function yearIn(sources: readonly (string | null)[]): number | null {
  for (const text of sources) {
    const year = /(?<!\d)(20\d{2})(?!\d)/.exec(text?.normalize('NFKC') ?? '')?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}
