// Where each block of a notice goes, by what comes before it; each case is a notice, a block a line.
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/model/diagnose.js';
import type { Passage } from '../../src/model/passage.js';
import type { Block } from '../../src/notice/blocks.js';
import { divide } from '../../src/notice/divide.js';
import type { DividedNotice } from '../../src/notice/draft.js';
import { inPlace, unreadable } from '../../src/tables/index.js';
import type { Shape } from '../../src/words/shapes.js';

/** What stands in a line of a case where the shape alone is not enough. */
const TEXTS: Readonly<Record<string, readonly [Shape, string]>> = {
  list: ['sentence', '附件：1.任务表'],
  'appendix-heading': ['appendix-heading', '附件1任务表'],
  'chapter-sentence': ['chapter', '一、按下表办理。'],
};

const TABLE = { kind: 'table', rows: [], at: { file: 'a' } } as const;

function blockOf(word: string, line: number): Block {
  if (word === 'task-table') return unreadable(TABLE, diagnose('header-repeated', undefined, 'a'));
  if (word === 'other-table') return TABLE;
  const [shape, text] = TEXTS[word] ?? [word as Shape, '文'];
  const spans = [[line * 100, line * 100 + text.length]] as const;
  return { kind: 'paragraph', shape, passage: { text, at: { file: 'a', paragraph: line + 1, spans } } };
}

/** The parts of a notice and what each holds, under the names that the cases have for them. */
function* held(notice: DividedNotice): Generator<readonly [string, readonly Passage[]]> {
  for (const [name, part] of Object.entries(notice.letterhead) as [string, Passage | readonly Passage[]][]) {
    yield [name, 'text' in part ? [part] : part];
  }
  yield ['document title', notice.documentTitle];
  yield ['preamble', notice.preamble];
  for (const [i, chapter] of notice.chapters.entries()) {
    yield [`chapter ${i + 1}`, chapter.passages];
    for (const [j, { passages }] of chapter.measures.entries()) {
      yield [`measure ${i + 1}.${j + 1}`, passages];
    }
  }
  for (const [i, { label, title, passages }] of notice.appendices.entries()) {
    yield [`label ${i + 1}`, [label]];
    yield [`title ${i + 1}`, title];
    yield [`text ${i + 1}`, passages];
  }
  for (const [i, { heading, notes }] of notice.tables.entries()) {
    yield [`heading ${i + 1}`, heading];
    yield [`note ${i + 1}`, notes];
  }
  for (const [i, { heading }] of notice.otherTables.entries()) yield [`other heading ${i + 1}`, heading];
}

/** The notice of a case, with where each of its lines has gone. */
function divided(lines: readonly string[]): string[] {
  const words = lines.map((line) => line.split(' → ')[0] as string);
  const found = divide(words.map(blockOf), null);
  const parts = Array.from(held(found));
  const tables = found.tables.map(({ appendix }) => (appendix === undefined ? 'none' : `in ${appendix + 1}`));
  const others = found.otherTables.map(({ within }) => within);
  return words.map((word, line) => {
    const part = parts.flatMap(([name, passages]) =>
      passages.flatMap((each) => ('paragraph' in each.at && each.at.paragraph === line + 1 ? name : [])),
    );
    const table = { 'task-table': tables, 'other-table': others }[word]?.shift();
    return `${word} → ${table ?? (part.join(', ') || 'nowhere')}`;
  });
}

const LETTER = `
  line → title
  addressees → addressees
  sentence → letter
  line → issuer
  date → date
`;

const CASES: readonly (readonly [string, string])[] = [
  [
    'a notice that issues a document',
    `line → masthead
     document-number → number
     line → title
     line → title
     addressees → addressees
     sentence → letter
     line → letter
     sentence → letter
     line → issuer
     line → issuer
     date → date
     publicity → publicity
     line → document title
     line → document title
     sentence → preamble
     line → preamble
     chapter → chapter 1
     sentence → chapter 1
     measure → measure 1.1
     sentence → measure 1.1
     appendix-label → label 1
     line → title 1
     task-table → in 1
     sentence → nowhere
     colophon → colophon`,
  ],
  [
    'a head with a second number',
    `line → title
     document-number → number
     document-number → letter`,
  ],
  [
    'a letter with its table in it, signed below',
    `line → title
     addressees → addressees
     sentence → letter
     task-table → none
     sentence → letter
     line → issuer
     date → date
     contact → note 1`,
  ],
  ['a head with two dates', 'date → date\nline → title\ndate → letter\nline → letter\ndate → letter'],
  ['a head with a second note in brackets', 'publicity → publicity\npublicity → letter\naddressees → letter'],
  ['a head with an item below the title', 'line → title\nitem → measure 1.1\nmeasure → measure 1.2'],
  ['a head with an item and no title, which is no outline', 'item → letter\nmeasure → measure 1.1'],
  ['a head with the outline below it', 'line → title\nmeasure → measure 1.1\nline → measure 1.1'],
  ['an outline without chapters', 'article → measure 1.1\narticle → measure 1.2\nchapter → chapter 2'],
  [
    'items: measures of a chapter, points of a measure',
    `chapter → chapter 1
     item → measure 1.1
     item → measure 1.2
     measure → measure 1.3
     item → measure 1.3
     chapter → chapter 2
     item → measure 2.1`,
  ],
  [
    'a letter that lists what comes with it',
    `addressees → addressees
     list → letter
     item → letter
     item → letter
     sentence → letter
     item → measure 1.1`,
  ],
  [
    'a letter that names an appendix above its date',
    `addressees → addressees
     appendix-heading → letter
     line → issuer
     date → date
     appendix-heading → label 1, title 1`,
  ],
  [
    'a letter without a date: an appendix begins where it is named',
    `addressees → addressees
     sentence → letter
     appendix-heading → label 1, title 1
     line → title 1
     line → text 1`,
  ],
  ['a letter with its measures', 'addressees → addressees\nsentence → letter\nchapter → chapter 1'],
  ['a label above the date', 'sentence → letter\nappendix-label → label 1\nline → issuer\ndate → text 1'],
  [
    'a second date in what is issued',
    `${LETTER}\ndate → preamble\nmeasure → measure 1.1\ndate → measure 1.1`,
  ],
  ['a first date in the body', 'sentence → letter\nchapter → chapter 1\ndate → date'],
  [
    'an appendix and its table',
    `${LETTER}
     appendix-label → label 1
     line → title 1
     line → title 1
     line → heading 1
     sentence → heading 1
     task-table → in 1
     table-note → note 1
     line → heading 2
     task-table → in 1
     sentence → nowhere
     line → text 1
     appendix-label → label 2
     sentence → text 2
     line → text 2`,
  ],
  [
    'a document that is issued as an appendix',
    `${LETTER}
     appendix-label → label 1
     line → title 1
     sentence → preamble
     table-note → preamble
     chapter → chapter 1
     sentence → chapter 1
     measure → measure 1.1
     appendix-label → label 2
     measure → text 2`,
  ],
  [
    'an appendix with a table, and an outline behind it',
    `${LETTER}
     appendix-label → label 1
     task-table → in 1
     measure → text 1
     line → text 1`,
  ],
  [
    'a body with a table in it',
    `${LETTER}
     chapter → chapter 1
     measure → measure 1.1
     sentence → measure 1.1
     task-table → none
     sentence → chapter 1
     table-note → note 1
     chapter → chapter 2`,
  ],
  [
    'tables that the lines right above them head',
    `${LETTER}
     chapter-sentence → chapter 1
     chapter → heading 1
     measure → heading 1
     task-table → none
     chapter → heading 2
     task-table → none`,
  ],
  ['a table without anything above it', 'task-table → none\nline → nowhere\nchapter → nowhere'],
  [
    'tables without tasks',
    `other-table → letterhead
     line → title
     addressees → addressees
     other-table → letterhead
     chapter → chapter 1
     other-table → body
     line → chapter 1
     appendix-label → label 1
     line → title 1
     line → title 1
     line → other heading 4
     other-table → appendix
     line → heading 1
     task-table → in 1`,
  ],
];

describe('a block goes where it belongs', () => {
  it.each(CASES)('in %s', (_, notice) => {
    const written = notice
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(divided(written)).toEqual(written);
  });
});

describe('a table of tasks that cannot be read', () => {
  it('is kept as printed, with what stands around it and why', () => {
    const why = diagnose('table-no-header', { header: '甲' }, { file: 'a', table: 1 });
    const passage = { text: '说明', at: { file: 'a', paragraph: 1 } };
    const place = { table: unreadable(TABLE, why), heading: [passage], notes: [passage], appendix: 0 };
    const { unread, table, diagnostics } = inPlace(place);
    expect(table).toBeUndefined();
    expect(unread).toEqual({
      heading: [passage],
      rows: [],
      notes: [passage],
      within: 'appendix',
      appendix: 0,
      isUnread: true,
      at: TABLE.at,
    });
    expect(diagnostics).toEqual([why]);
  });
});
