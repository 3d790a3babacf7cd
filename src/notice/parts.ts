import type { Document, Paragraph } from '../model/document.js';
import type {
  Appendix,
  Letterhead,
  Notice,
  NoticeChapter,
  NoticeMeasure,
  OtherTable,
} from '../model/notice.js';
import type { Passage } from '../model/passage.js';
import { slicePassage } from '../model/passage.js';
import type { LineStarts } from '../model/place.js';
import { isTaskTable, type TableInPlace } from '../tables/index.js';
import { appendixHeadingOf, headingOf, type Shape, shapeOf } from '../words/shapes.js';

/** The parts of a notice in the order in which they stand; reading never goes back to an earlier one. */
type Part = 'head' | 'letter' | 'issued' | 'body' | 'appendix';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

type MeasureDraft = Mutable<NoticeMeasure> & { readonly shape: OutlineShape };
type ChapterDraft = Omit<Mutable<NoticeChapter>, 'measures'> & { measures: MeasureDraft[] };
type OutlineShape = 'chapter' | 'article' | 'measure' | 'item';

type Parts = Omit<Notice, 'ledger' | 'lines' | 'tables' | 'name'> & {
  readonly tables: readonly TableInPlace[];
};

/**
 * Divides a Document's blocks among the parts of a notice, in the order of GB/T 9704—2012: head
 * (masthead, number, title, addressees), letter and signature, the issued document's title and
 * preamble, its outline, appendices with tables. A paragraph that fits nowhere is in no part.
 */
export function divide(blocks: Document['blocks'], lines: LineStarts): Parts {
  const letterhead: Mutable<Letterhead> = { masthead: [], title: [], letter: [], issuer: [], colophon: [] };
  const documentTitle: Passage[] = [];
  const preamble: Passage[] = [];
  const chapters: ChapterDraft[] = [];
  const appendices: Mutable<Appendix>[] = [];
  const tables: Mutable<TableInPlace>[] = [];
  const otherTables: OtherTable[] = [];

  let part: Part = 'head';
  /** Lines before the document number: a masthead, or the title where no other follows. */
  let headLines: Passage[] = [];
  /** Paragraphs that lead up to the next table. */
  let heading: Passage[] = [];
  const issuers = signatureLines(blocks);
  const leading = tableHeadings(blocks);
  const dated = blocks.some((block) => block.kind === 'paragraph' && shapeOf(block.passage.text) === 'date');

  const openChapter = (number: string, title: Passage, passages: Passage[]) => {
    chapters.push({ number, title, passages, measures: [] });
  };

  const outline = (shape: OutlineShape, passage: Passage) => {
    const { number, start, end } = headingOf(passage.text);
    const title = slicePassage(passage, start, end, lines);
    if (shape === 'chapter') return openChapter(number, title, [passage]);
    if (chapters.length === 0) openChapter('', slicePassage(passage, 0, 0, lines), []);
    const chapter = chapters.at(-1) as ChapterDraft;
    const last = chapter.measures.at(-1);
    // 1. is a measure of a chapter that has no （一）, and otherwise a point of the measure above it.
    if (shape === 'item' && last && last.shape !== 'item') last.passages.push(passage);
    else chapter.measures.push({ number, title, passages: [passage], shape });
  };

  const paragraph = (passage: Passage, shape: Shape) => {
    if (leading.has(passage)) {
      part = 'appendix';
      inAppendix(passage, shape);
    } else if (
      shape === 'appendix-label' ||
      (shape === 'appendix-heading' && (part !== 'letter' || !dated))
    ) {
      part = 'appendix';
      openAppendix(passage);
    } else if (shape === 'colophon') {
      letterhead.colophon.push(passage);
    } else if (issuers.has(passage)) {
      letterhead.issuer.push(passage);
    } else if (shape === 'publicity' && !letterhead.publicity) {
      letterhead.publicity = passage;
    } else if (part === 'appendix' && !(isOutline(shape) && opensBody())) {
      inAppendix(passage, shape);
    } else if (shape === 'date' && !letterhead.date) {
      letterhead.date = passage;
      if (part === 'letter') part = 'issued';
    } else if (isOutline(shape) && !(shape === 'item' && (part === 'head' || inListOfAppendices()))) {
      if (part === 'appendix') takeAppendixTitle();
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

  /** 附件：1.任务表, and under it 2.联系表: the letter names what comes with it (GB/T 9704—2012 7.3.4). */
  const inListOfAppendices = () => {
    const last = letterhead.letter.findLast(({ text }) => shapeOf(text) !== 'item');
    return part === 'letter' && last !== undefined && /^附\s*件/.test(last.text);
  };

  const openAppendix = (passage: Passage) => {
    closeAppendix();
    const inline = appendixHeadingOf(passage.text);
    appendices.push({
      label: inline === undefined ? passage : slicePassage(passage, 0, inline, lines),
      title: inline === undefined ? [] : [slicePassage(passage, inline, passage.text.length, lines)],
      passages: [],
    });
  };

  /** What was taken for a heading and no table followed is text of the appendix. */
  const closeAppendix = () => {
    for (const passage of heading) appendices.at(-1)?.passages.push(passage);
    if (appendices.length > 0) heading = [];
  };

  const hasTable = () => tables.some((table) => table.appendix === appendices.length - 1);

  /**
   * A document that is issued as an appendix has its outline there, where no body came before; and a body
   * with a table in it goes on after the table, where no appendix was named.
   */
  const opensBody = () =>
    appendices.length > 0 ? chapters.length === 0 && !hasTable() : chapters.length > 0;

  const takeAppendixTitle = () => {
    for (const passage of heading.splice(0)) preamble.push(passage);
  };

  const inAppendix = (passage: Passage, shape: Shape) => {
    const appendix = appendices.at(-1);
    const titled = heading.length > 0 || hasTable() || (appendix?.title.length ?? 0) > 1;
    if (shape === 'table-note' && tables.length > 0) tables.at(-1)?.notes.push(passage);
    else if (shape === 'line' && appendix && !titled) appendix.title.push(passage);
    else if (leading.has(passage) || shape !== 'sentence' || (appendix && !hasTable())) heading.push(passage);
    else if (appendices.length === 0) chapters.at(-1)?.passages.push(passage);
  };

  const partHere = (): Part => part;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      paragraph(block.passage, shapeOf(block.passage.text));
    } else if (isTaskTable(block)) {
      part = 'appendix';
      tables.push({
        table: block,
        heading,
        notes: [],
        ...(appendices.length > 0 ? { appendix: appendices.length - 1 } : {}),
      });
      heading = [];
    } else {
      otherTables.push({
        heading: partHere() === 'appendix' ? heading.splice(0) : [],
        rows: block.rows,
        part: partOf(partHere()),
        at: block.at,
      });
    }
  }
  closeAppendix();
  if (letterhead.title.length > 0) letterhead.masthead = headLines;
  else letterhead.title = headLines;
  return { letterhead, documentTitle, preamble, chapters, appendices, tables, otherTables };
}

/** The account of a table without tasks. */
function partOf(part: Part): OtherTable['part'] {
  return part === 'appendix' || part === 'body' ? part : 'letterhead';
}

function isOutline(shape: Shape): shape is OutlineShape {
  return shape === 'chapter' || shape === 'article' || shape === 'measure' || shape === 'item';
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

/** The outline lines right above a table of tasks, which head the table: 一、核心绩效指标. */
function tableHeadings(blocks: Document['blocks']): ReadonlySet<Passage> {
  const headings = new Set<Passage>();
  for (const [i, block] of blocks.entries()) {
    if (block.kind !== 'table' || !isTaskTable(block)) continue;
    for (let j = i - 1; j >= 0; j--) {
      const above = blocks[j] as Document['blocks'][number];
      if (
        above.kind === 'table' ||
        !isOutline(shapeOf(above.passage.text)) ||
        /[。；;]/.test(above.passage.text)
      )
        break;
      headings.add(above.passage);
    }
  }
  return headings;
}
