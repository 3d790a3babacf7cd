import type { Document, Paragraph, Passage } from '../model/document.js';
import type { Appendix, Letterhead, Notice, NoticeChapter, NoticeMeasure } from '../model/notice.js';
import { headingOf, type Shape, shapeOf } from './shapes.js';
import type { TableInPlace } from './table.js';

/** The parts of a notice in the order in which they stand; reading never goes back to an earlier one. */
type Part = 'head' | 'letter' | 'issued' | 'body' | 'appendix';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

type ChapterDraft = Omit<Mutable<NoticeChapter>, 'measures'> & { measures: Mutable<NoticeMeasure>[] };

type Parts = Omit<Notice, 'ledger' | 'placeOf' | 'tables'> & { readonly tables: readonly TableInPlace[] };

/**
 * Divides a Document's blocks among the parts of a notice, in the order of GB/T 9704—2012: head
 * (masthead, number, title, addressees), letter and signature, the issued document's title and
 * preamble, its outline, appendices with tables. A paragraph that fits nowhere is in no part.
 */
export function divide(blocks: Document['blocks']): Parts {
  const letterhead: Mutable<Letterhead> = { masthead: [], title: [], letter: [], issuer: [], colophon: [] };
  const documentTitle: Passage[] = [];
  const preamble: Passage[] = [];
  const chapters: ChapterDraft[] = [];
  const appendices: Mutable<Appendix>[] = [];
  const tables: Mutable<TableInPlace>[] = [];

  let part: Part = 'head';
  /** Lines before the document number: a masthead, or the title where no other follows. */
  let headLines: Passage[] = [];
  /** Paragraphs that lead up to the next table. */
  let heading: Passage[] = [];
  const issuers = signatureLines(blocks);

  const openChapter = (number: string, title: string, passages: Passage[]) => {
    chapters.push({ number, title, passages, measures: [] });
  };

  const outline = (shape: 'chapter' | 'measure', passage: Passage) => {
    const { number, title } = headingOf(passage.text);
    if (shape === 'chapter') return openChapter(number, title, [passage]);
    if (chapters.length === 0) openChapter('', '', []);
    chapters.at(-1)?.measures.push({ number, title, passages: [passage] });
  };

  const paragraph = (passage: Passage, shape: Shape) => {
    if (shape === 'appendix-label') {
      part = 'appendix';
      heading = [];
      appendices.push({ label: passage, title: [] });
    } else if (shape === 'colophon') {
      letterhead.colophon.push(passage);
    } else if (issuers.has(passage)) {
      letterhead.issuer.push(passage);
    } else if (shape === 'publicity' && !letterhead.publicity) {
      letterhead.publicity = passage;
    } else if (part === 'appendix') {
      inAppendix(passage, shape);
    } else if (shape === 'date' && !letterhead.date) {
      letterhead.date = passage;
      if (part === 'letter') part = 'issued';
    } else if (shape === 'chapter' || shape === 'measure') {
      part = 'body';
      outline(shape, passage);
    } else if (part === 'head') {
      inHead(passage, shape);
    } else if (part === 'letter') {
      letterhead.letter.push(passage);
    } else if (part === 'issued') {
      (shape === 'line' && preamble.length === 0 ? documentTitle : preamble).push(passage);
    } else {
      const chapter = chapters.at(-1);
      (chapter?.measures.at(-1) ?? chapter)?.passages.push(passage);
    }
  };

  const inHead = (passage: Passage, shape: Shape) => {
    if (shape === 'document-number' && !letterhead.number) {
      letterhead.number = passage;
      headLines = letterhead.title.splice(0);
    } else if (shape === 'addressees') {
      letterhead.addressees = passage;
      part = 'letter';
    } else if (shape === 'line') {
      letterhead.title.push(passage);
    } else {
      part = 'letter';
      letterhead.letter.push(passage);
    }
  };

  const inAppendix = (passage: Passage, shape: Shape) => {
    const appendix = appendices.at(-1);
    const titled = heading.length > 0 || tables.some((table) => table.appendix === appendices.length - 1);
    if (shape === 'table-note' && tables.length > 0) tables.at(-1)?.notes.push(passage);
    else if (shape === 'line' && appendix && !titled) appendix.title.push(passage);
    else if (shape !== 'sentence') heading.push(passage);
  };

  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      paragraph(block.passage, shapeOf(block.passage.text));
    } else {
      part = 'appendix';
      tables.push({
        table: block,
        heading: heading,
        notes: [],
        ...(appendices.length > 0 ? { appendix: appendices.length - 1 } : {}),
      });
      heading = [];
    }
  }
  if (letterhead.title.length > 0) letterhead.masthead = headLines;
  else letterhead.title = headLines;
  return { letterhead, documentTitle, preamble, chapters, appendices, tables };
}

/** The lines right above the date of the signature, where a letter came before them. */
function signatureLines(blocks: Document['blocks']): ReadonlySet<Passage> {
  const shapes = blocks.map((block) =>
    block.kind === 'paragraph' ? shapeOf(block.passage.text) : undefined,
  );
  const letter = shapes.findIndex((shape) => shape === 'addressees' || shape === 'sentence');
  const date = letter < 0 ? -1 : shapes.indexOf('date', letter);
  const lines = new Set<Passage>();
  for (let i = date - 1; i > letter && shapes[i] === 'line'; i--) lines.add((blocks[i] as Paragraph).passage);
  return lines;
}
