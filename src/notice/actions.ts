import { slicePassage } from '../model/passage.js';
import { isColophon, type PlainTable, type TaskTable } from '../tables/index.js';
import { appendixTitleStart, headingOf, isOutline } from '../words/shapes.js';
import type { ShapedParagraph } from './blocks.js';
import { closeAppendix, type Draft } from './draft.js';

/** Puts a block into the part of the notice that it belongs to. */
export type Action<B> = (draft: Draft, block: B) => void;

type Put = Action<ShapedParagraph>;

export const asNumber: Put = (draft, { passage }) => {
  draft.letterhead.number = passage;
  draft.aboveNumber = draft.letterhead.title.splice(0);
};

export const asTitle: Put = ({ letterhead }, { passage }) => {
  letterhead.title.push(passage);
};

export const asAddressees: Put = ({ letterhead }, { passage }) => {
  letterhead.addressees = passage;
};

export const asLetter: Put = ({ letterhead }, { passage }) => {
  letterhead.letter.push(passage);
};

export const asIssuer: Put = ({ letterhead }, { passage }) => {
  letterhead.issuer.push(passage);
};

export const asDate: Put = ({ letterhead }, { passage }) => {
  letterhead.date = passage;
};

export const asPublicity: Put = ({ letterhead }, { passage }) => {
  letterhead.publicity = passage;
};

export const asColophon: Put = ({ letterhead }, { passage }) => {
  letterhead.colophon.push(passage);
};

export const asDocumentTitle: Put = ({ documentTitle }, { passage }) => {
  documentTitle.push(passage);
};

export const asPreamble: Put = ({ preamble }, { passage }) => {
  preamble.push(passage);
};

/** A chapter, a measure of the chapter, or a point of the measure. */
export const asOutline: Put = ({ chapters, lines }, { passage, shape }) => {
  if (!isOutline(shape)) return;
  const { number, start, end } = headingOf(passage.text);
  const title = slicePassage(passage, start, end, lines);
  if (shape === 'chapter') {
    chapters.push({ number, title, passages: [passage], measures: [] });
    return;
  }
  const chapter = chapters.at(-1) ?? {
    number: '',
    title: slicePassage(passage, 0, 0, lines),
    passages: [],
    measures: [],
  };
  if (chapters.length === 0) chapters.push(chapter);
  const last = chapter.measures.at(-1);
  // 1. is a measure of a chapter that has no （一）, and otherwise a point of the measure above it.
  if (shape === 'item' && last && last.shape !== 'item') last.passages.push(passage);
  else chapter.measures.push({ number, title, passages: [passage], shape });
};

/** The outline of a document that is issued as an appendix; what led up to it is its preamble. */
export const asIssuedOutline: Put = (draft, paragraph) => {
  for (const passage of draft.leadingUp) draft.preamble.push(passage);
  draft.leadingUp = [];
  asOutline(draft, paragraph);
};

/** Text of the measure above, or of the chapter that has none yet. */
export const asBody: Put = ({ chapters }, { passage }) => {
  const chapter = chapters.at(-1);
  (chapter?.measures.at(-1) ?? chapter)?.passages.push(passage);
};

/** Text behind a table in the body. */
export const asChapterText: Put = ({ chapters }, { passage }) => {
  chapters.at(-1)?.passages.push(passage);
};

/** An appendix's label, by itself or with the title on the same line. */
export const asAppendix: Put = (draft, { passage, shape }) => {
  closeAppendix(draft);
  const start = shape === 'appendix-heading' ? appendixTitleStart(passage.text) : undefined;
  draft.appendices.push({
    label: start === undefined ? passage : slicePassage(passage, 0, start, draft.lines),
    title: start === undefined ? [] : [slicePassage(passage, start, passage.text.length, draft.lines)],
    passages: [],
  });
};

export const asAppendixTitle: Put = ({ appendices }, { passage }) => {
  appendices.at(-1)?.title.push(passage);
};

export const asLeadingUp: Put = ({ leadingUp }, { passage }) => {
  leadingUp.push(passage);
};

export const asTableNote: Put = ({ tables }, { passage }) => {
  tables.at(-1)?.notes.push(passage);
};

/** A paragraph that belongs to no part: the ledger tells it. */
export const asUnclaimed: Put = () => {};

export const asTaskTable: Action<TaskTable> = (draft, table) => {
  const appendix = draft.appendices.length - 1;
  draft.tables.push({
    table,
    heading: draft.leadingUp,
    notes: [],
    ...(appendix < 0 ? {} : { appendix }),
  });
  draft.leadingUp = [];
};

export const asOtherTable: Action<PlainTable> = (draft, { rows, at }) => {
  if (isColophon(rows)) {
    const cells = rows.flatMap((row) => row.cells.map(({ passage }) => passage));
    draft.letterhead.colophon.push(...cells.filter(({ text }) => text !== ''));
    return;
  }
  const { region } = draft;
  const within = region === 'appendix' || region === 'body' ? region : 'letterhead';
  const heading = region === 'appendix' ? draft.leadingUp.splice(0) : [];
  draft.otherTables.push({ heading, rows, notes: [], within, at });
};
