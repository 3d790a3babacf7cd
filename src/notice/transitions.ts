import { OUTLINE_SHAPES, type Shape } from '../words/shapes.js';
import * as put from './actions.js';
import type { ShapedParagraph } from './blocks.js';
import { type Draft, hasTable, type Region } from './draft.js';
import type { PartByPlace } from './standing.js';

/** What comes next in a notice: a paragraph of a shape, or one that is something by where it stands. */
export type Event = Shape | PartByPlace;

/** One line of the table: what comes, only if what, what it is taken as, and where reading stands then. */
export interface Transition {
  /** Without it, whatever comes. */
  readonly on?: Event | readonly Event[];
  readonly if?: (draft: Draft) => boolean;
  readonly as: put.Action<ShapedParagraph>;
  /** Without it, where it stood. */
  readonly to?: Region;
}

const hasNoNumber = ({ letterhead }: Draft) => !letterhead.number;
const hasTitle = ({ letterhead }: Draft) => letterhead.title.length > 0;
const hasNoDate = ({ letterhead }: Draft) => !letterhead.date;
const hasNoPublicity = ({ letterhead }: Draft) => !letterhead.publicity;
const hasNoPreamble = ({ preamble }: Draft) => preamble.length === 0;
const hasNoAppendix = ({ appendices }: Draft) => appendices.length === 0;
const listsAppendices = ({ listsAppendices: lists }: Draft) => lists;
const followsTable = ({ tables }: Draft) => tables.length > 0;

/** In the letter of a dated notice, 附件1 任务表 only names what comes with it. */
const opensAppendix = ({ region, dated }: Draft) => region !== 'letter' || !dated;

/**
 * A document that is issued as an appendix has its outline there, where no body came before; and a body
 * with a table in it goes on after the table, where no appendix was named.
 */
const opensBody = (draft: Draft) =>
  hasNoAppendix(draft) ? draft.chapters.length > 0 : draft.chapters.length === 0 && !hasTable(draft);

/** A title has two lines at most, and stands above all else in the appendix. */
const wantsTitle = (draft: Draft) => {
  const appendix = draft.appendices.at(-1);
  return (
    appendix !== undefined && appendix.title.length < 2 && draft.leadingUp.length === 0 && !hasTable(draft)
  );
};

/** A note with numbered points goes on in the lines below it. */
const goesOnNote = ({ tables, leadingUp }: Draft) => {
  const note = tables.at(-1)?.notes.at(-1);
  return note !== undefined && leadingUp.length === 0;
};

/** A letter may have its table in it, where no appendix was named and no body began. */
const goesOnLetter = (draft: Draft) =>
  draft.letterhead.letter.length > 0 &&
  hasNoAppendix(draft) &&
  draft.chapters.length === 0 &&
  hasNoDate(draft);

/** Sentences of an appendix stand before its table. */
const awaitsTable = (draft: Draft) => !hasNoAppendix(draft) && !hasTable(draft);

/**
 * How a notice is gone through. The lines that hold in every region come first, then those of the region
 * where reading stands; the first that fits counts, and the last of a region takes whatever comes. The
 * order is that of GB/T 9704—2012, whose clauses stand beside the lines.
 */
const ANYWHERE: readonly Transition[] = [
  { on: 'table-heading', as: put.asLeadingUp },
  // 7.3.7: an appendix begins with its label.
  { on: 'appendix-label', as: put.asAppendix, to: 'appendix' },
  { on: 'appendix-heading', if: opensAppendix, as: put.asAppendix, to: 'appendix' },
  // 7.4: copies and the printing office.
  { on: ['colophon', 'foot'], as: put.asColophon },
  // 7.3.5: who signs, above the date.
  { on: 'signature', as: put.asIssuer },
  // 7.3.6: a note in brackets, below the date.
  { on: 'publicity', if: hasNoPublicity, as: put.asPublicity },
];

const IN: Readonly<Record<Region, readonly Transition[]>> = {
  head: [
    // 7.2.5, 7.3.1, 7.3.2: number, title, addressees.
    { on: 'document-number', if: hasNoNumber, as: put.asNumber },
    { on: 'line', as: put.asTitle },
    { on: 'addressees', as: put.asAddressees, to: 'letter' },
    { on: 'date', if: hasNoDate, as: put.asDate },
    { on: ['chapter', 'article', 'measure'], as: put.asOutline, to: 'body' },
    // The first item may stand right below the title.
    { on: 'item', if: hasTitle, as: put.asOutline, to: 'body' },
    { as: put.asLetter, to: 'letter' },
  ],
  letter: [
    // 7.3.5: the date ends the letter.
    { on: 'date', if: hasNoDate, as: put.asDate, to: 'issued' },
    // 7.3.4: 附件：1.任务表, and under it 2.联系表.
    { on: 'item', if: listsAppendices, as: put.asLetter },
    { on: OUTLINE_SHAPES, as: put.asOutline, to: 'body' },
    { as: put.asLetter },
  ],
  issued: [
    { on: 'item', if: listsAppendices, as: put.asPreamble },
    { on: OUTLINE_SHAPES, as: put.asOutline, to: 'body' },
    { on: 'line', if: hasNoPreamble, as: put.asDocumentTitle },
    { as: put.asPreamble },
  ],
  body: [
    { on: 'date', if: hasNoDate, as: put.asDate },
    { on: 'item', if: listsAppendices, as: put.asBody },
    // 7.3.3: 一、（一）1.
    { on: OUTLINE_SHAPES, as: put.asOutline },
    { as: put.asBody },
  ],
  appendix: [
    { on: OUTLINE_SHAPES, if: opensBody, as: put.asIssuedOutline, to: 'body' },
    { on: 'table-note', if: followsTable, as: put.asTableNote },
    { on: 'item', if: goesOnNote, as: put.asTableNote },
    { on: 'contact', if: followsTable, as: put.asTableNote },
    // 7.3.7: the title, below the label.
    { on: 'line', if: wantsTitle, as: put.asAppendixTitle },
    { on: 'sentence', if: awaitsTable, as: put.asLeadingUp },
    // A letter with its table in it goes on below, and is signed there.
    { on: 'sentence', if: goesOnLetter, as: put.asLetter },
    { on: 'date', if: goesOnLetter, as: put.asDate },
    { on: 'sentence', if: hasNoAppendix, as: put.asChapterText },
    { on: 'sentence', as: put.asUnclaimed },
    { as: put.asLeadingUp },
  ],
};

/** The line of the table that holds for what comes next. */
export function transitionFor(event: Event, draft: Draft): Transition | undefined {
  const holds = (line: Transition) => isOn(line, event) && (line.if?.(draft) ?? true);
  return ANYWHERE.find(holds) ?? IN[draft.region].find(holds);
}

function isOn({ on }: Transition, event: Event): boolean {
  return on === undefined || (typeof on === 'string' ? on === event : on.includes(event));
}
