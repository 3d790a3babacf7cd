// Lines that are broken where the page was full, as text copied out of a PDF or an e-mail has them.
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { labelAt } from '../words/roles.js';
import { isOutline, type Shape, shapeOf } from '../words/shapes.js';
import { flatten } from '../words/width.js';

/** How far, in columns, a full line may be from the longest: what may not begin a line stands at the end of one. */
const RAGGED = 8;
/** What is blank before the first line of a paragraph, in columns. */
const INDENT = 4;
/** A page is that wide at least, in columns of half a Han character, and at most. */
const NARROWEST = 40;
const WIDEST = 130;
/** So many lines, and such a part of all, are full where lines are broken; paragraphs end anywhere. */
const FEWEST = 6;
const PART = 0.3;
/** Such a part of the full lines breaks off inside a sentence, before a line that begins as no paragraph does. */
const INSIDE = 0.6;

const INDENTED = /^(?:　|\t| {2,})/;
const ENDS_SENTENCE = /[。！？：:；;]$/;
/** Brackets that a line may leave open. */
const OPENING = [...'（(【〔［[《“'];
const CLOSING = [...'）)】〕］]》”'];
/** What a notice's title ends in. */
const ENDS_TITLE = /(?:通知|通报|意见|方案|决定|办法|函|计划|要点|清单)$/;
/** Lines that are never the rest of a paragraph. */
const APART: readonly Shape[] = ['document-number', 'date', 'publicity', 'appendix-label', 'colophon'];
/** Drawn with columns. */
const OF_TABLE = /[\t|│┃]/;

/**
 * What is to be said of a Document whose paragraphs are the lines of such a text, as where it was pasted into one: nobody
 * joins them, and a task ends where its line does.
 */
export function brokenIn({ blocks }: Document): Diagnostic[] {
  const passages = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.passage] : []));
  const wraps = wrapsIn(passages.map(({ text }) => text));
  const [first] = wraps;
  const at = first === undefined ? undefined : passages[first]?.at;
  return at ? [diagnose('lines-broken', { count: wraps.size }, at)] : [];
}

/**
 * The lines of a text, by index, that go on in the next line. None where the lines are not broken at a width: where
 * hardly any two of them are of one length, each is a paragraph.
 */
export function wrapsIn(texts: readonly string[]): ReadonlySet<number> {
  // Most texts have a line that no page holds; then nothing else need be asked.
  if (texts.some(({ length }) => length > WIDEST)) return new Set();
  const widths = texts.map(widthOf);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest < NARROWEST || widest > WIDEST) return new Set();
  const filled = widths.filter((width) => width > 0).length;
  const full = widths.flatMap((width, i) => (width >= widest - RAGGED ? [i] : []));
  // The first line of a paragraph is shorter where the blanks before it are lost.
  const isFull = (i: number, isFirst: boolean) =>
    (widths[i] ?? 0) >= widest - RAGGED - (isFirst ? INDENT : 0);
  const goesOn = (i: number) => {
    const next = texts[i + 1] ?? '';
    if (next.trim() === '' || OF_TABLE.test(next)) return false;
    if (isOpen(texts[i] ?? '')) return true;
    if (labelAt(flatten(next.trim()), 0)) return false;
    // A paragraph may end where the line does; then the next begins as paragraphs do.
    const isIndented = INDENTED.test(next) && (!INDENTED.test(texts[i] ?? '') || endsSentence(texts[i]));
    const shape = shapeOf(next);
    const isTitled = ENDS_TITLE.test(texts[i]?.trimEnd() ?? '') && shape !== 'sentence';
    return !isIndented && !isTitled && !isOutline(shape) && !APART.includes(shape);
  };
  const inside = full.filter((i) => goesOn(i) && !endsSentence(texts[i])).length;
  if (full.length < FEWEST || full.length < filled * PART || inside < full.length * INSIDE) return new Set();
  const goOn = new Set<number>();
  for (const i of texts.keys()) if (isFull(i, !goOn.has(i - 1)) && goesOn(i)) goOn.add(i);
  return goOn;
}

/** Whether the last bracket of a line opens. */
function isOpen(text: string): boolean {
  const last = (brackets: readonly string[]) => Math.max(...brackets.map((each) => text.lastIndexOf(each)));
  return last(OPENING) > last(CLOSING);
}

function endsSentence(text: string | undefined): boolean {
  return ENDS_SENTENCE.test(text?.trimEnd() ?? '');
}

/** The width of a line in columns, as a Chinese page prints it: quotes and dashes are as wide as Han characters. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text.trimEnd()) width += character < '\u2000' ? 1 : 2;
  return width;
}
