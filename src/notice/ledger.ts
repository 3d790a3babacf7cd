import type { Document } from '../model/document.js';
import type { NoticeContent } from '../model/notice.js';
import { type Passage, spansOf } from '../model/passage.js';
import { placeText, type Span } from '../model/place.js';
import type { Ledger } from '../model/taskbook.js';

type Account = 'letterhead' | 'body' | 'appendix' | 'noise';

/**
 * Draws up the account of every non-blank character of the source: what each part of the finished
 * Notice holds, what is noise, and what nobody claims. It walks the Notice and the source
 * themselves and trusts no count kept along the way.
 *
 * Characters are counted as Unicode code points; blanks are JavaScript's `\s`.
 *
 * @throws Error when two parts hold the same character, which is a fault of this program
 */
export function balance(document: Document, notice: NoticeContent): Ledger {
  const sums: Record<Account, number> = { letterhead: 0, body: 0, appendix: 0, noise: 0 };
  const claimed: Span[] = [];
  for (const [account, passages] of accounts(document, notice)) {
    for (const passage of passages) {
      for (const span of spansOf(passage)) {
        claimed.push(span);
        sums[account] += printable(document.text.slice(...span));
      }
    }
  }
  claimed.sort((a, b) => a[0] - b[0]);

  const rest: Ledger['rest'][number][] = [];
  let end = 0;
  for (const [from, to] of [...claimed, [document.text.length, document.text.length] as const]) {
    if (from < end) throw new Error(`claimed twice: ${placeText(document.placeOf([from, from]))}`);
    for (const line of linesBetween(document, end, from)) rest.push(line);
    end = to;
  }
  return {
    total: printable(document.text),
    ...sums,
    unclaimed: rest.reduce((sum, { text }) => sum + printable(text), 0),
    rest,
  };
}

/** Every passage of the notice, and the account it goes to. */
function* accounts(
  document: Document,
  { letterhead, documentTitle, preamble, chapters, appendices, tables, otherTables }: NoticeContent,
): Generator<readonly [Account, readonly Passage[]]> {
  for (const part of Object.values(letterhead) as (Passage | readonly Passage[] | undefined)[]) {
    if (part) yield ['letterhead', 'text' in part ? [part] : part];
  }
  yield ['body', documentTitle];
  yield ['body', preamble];
  for (const { passages, measures } of chapters) {
    yield ['body', passages];
    for (const measure of measures) yield ['body', measure.passages];
  }
  for (const { label, title, passages } of appendices) yield ['appendix', [label, ...title, ...passages]];
  for (const { heading, rows, otherRows, notes } of tables) {
    yield ['appendix', heading];
    for (const { cells } of [...otherRows, ...rows]) {
      yield ['appendix', cells.filter(({ above }) => !above).map(({ passage }) => passage)];
    }
    yield ['appendix', notes];
  }
  const inHead = new Set(Object.values(letterhead).flat());
  for (const { heading, rows, notes, within } of otherTables) {
    const cells = rows.flatMap((row) => row.cells.map(({ passage }) => passage));
    yield [within, [...heading, ...cells.filter((passage) => !inHead.has(passage)), ...notes]];
  }
  yield ['noise', document.noise.map(({ passage }) => passage)];
}

function* linesBetween(document: Document, start: number, end: number): Generator<Ledger['rest'][number]> {
  for (const { 0: line, index } of document.text.slice(start, end).matchAll(/[^\r\n]+/g)) {
    const head = line.length - line.trimStart().length;
    const text = line.trim();
    const from = start + index + head;
    if (text !== '') yield { text, at: document.placeOf([from, from + text.length]) };
  }
}

/** How many non-blank characters a text has. */
function printable(text: string): number {
  let count = 0;
  for (const char of text) if (char.trim() !== '') count++;
  return count;
}
