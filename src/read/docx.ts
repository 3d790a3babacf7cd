import { type CheerioAPI, load } from 'cheerio';
import type { Document as DomDocument, ParentNode } from 'domhandler';
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document, NoiseKind } from '../model/document.js';
import { DEEPEST, MOST_ELEMENTS } from '../model/limits.js';
import { diagnose } from '../model/messages.js';
import { failed, type Result } from '../model/result.js';
import { documentOf, type Flow } from './flow.js';
import { flowOf, textsOf } from './markup.js';
import { nestingOf } from './nesting.js';
import { writeNumbers } from './numbering.js';
import { type Parts, unpack } from './package.js';

const MAIN = 'word/document.xml';

/** Parts whose text stands beside the document's own. */
const BESIDE: readonly (readonly [NoiseKind, RegExp])[] = [
  ['page-margin', /^word\/(?:header|footer)\d*\.xml$/],
  ['footnote', /^word\/(?:footnotes|endnotes)\.xml$/],
  ['comment', /^word\/comments\.xml$/],
];

/**
 * Reads a Word file. The XML is made plain first, because what Word prints is not all in its text:
 * numbers of lists are written in, tracked changes accepted, text boxes put after their paragraph.
 * mammoth then gives the text and tables, and what it leaves out of the file's text is told.
 *
 * @returns the Document, or `file-broken`, `file-too-large`, `page-too-deep`, `elements-too-many`
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Result<Document>> {
  const { value: parts, diagnostics: why } = unpack(bytes, name);
  if (!parts) return failed(...why);
  const refusal = tooMuch(parts, name);
  if (refusal) return failed(refusal);
  const xml = (part: string) => load(parts.get(part) ?? '', { xml: true });
  const body = xml(MAIN);
  const diagnostics: Diagnostic[] = [];
  const noise: Flow[] = [];

  const deleted = acceptChanges(body);
  if (deleted !== undefined) diagnostics.push(diagnose('tracked-changes', undefined, name));
  for (const text of deleted ?? []) noise.push({ kind: 'noise', noise: 'deleted', text });
  const boxes = freeTextBoxes(body);
  if (boxes.length > 0) diagnostics.push(diagnose('text-box', { texts: boxes }, name));
  const { rebuilt, unreadable } = writeNumbers(body, xml('word/numbering.xml'), xml('word/styles.xml'));
  if (rebuilt > 0) diagnostics.push(diagnose('numbering-rebuilt', { count: rebuilt }, name));
  for (const text of unreadable) diagnostics.push(diagnose('numbering-unreadable', { text }, name));
  fillRows(body);
  dropRuby(body);
  body('w\\:footnoteReference, w\\:endnoteReference, w\\:commentReference, w\\:bookmarkStart').remove();
  body('m\\:oMath').each((_, math) => {
    const text = body(math).find('m\\:t').text();
    body(math).replaceWith(body('<w:r><w:t/></w:r>').find('w\\:t').text(text).end());
  });

  for (const [kind, pattern] of BESIDE) {
    for (const part of [...parts.keys()].filter((each) => pattern.test(each)).sort()) {
      for (const text of paragraphsOf(xml(part))) noise.push({ kind: 'noise', noise: kind, text });
    }
  }

  try {
    const html = await htmlOf(new Map(parts).set(MAIN, body.xml()));
    // In one element: a fragment's elements are moved one by one, which takes time with their square.
    const dom = load(`<div>${html}</div>`, null, false).root()[0] as unknown as DomDocument;
    const flow = flowOf(dom, { collapse: false, noiseOf: () => undefined, around: new Set() });
    const lost = missingFrom(flow, paragraphsOf(body)).map((text): Flow => ({ kind: 'lost', text }));
    const { value, diagnostics: more } = documentOf(name, [...flow, ...lost, ...noise]);
    return { value, diagnostics: [...diagnostics, ...more] };
  } catch {
    return failed(diagnose('file-broken', undefined, name));
  }
}

/** Why a file is not read that is no notice by what it holds. */
function tooMuch(parts: Parts, name: string): Diagnostic | undefined {
  let elements = 0;
  for (const xml of parts.values()) {
    const nesting = nestingOf(xml, 'xml');
    if (nesting.depth > DEEPEST) return diagnose('page-too-deep', { deepest: DEEPEST }, name);
    elements += nesting.elements;
  }
  return elements > MOST_ELEMENTS ? diagnose('elements-too-many', { most: MOST_ELEMENTS }, name) : undefined;
}

async function htmlOf(parts: Parts): Promise<string> {
  const encoder = new TextEncoder();
  const files = Object.fromEntries(Array.from(parts, ([part, text]) => [part, encoder.encode(text)]));
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(files, { level: 0 })) },
    {
      includeDefaultStyleMap: false,
      ignoreEmptyParagraphs: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return value;
}

/** Leaves only what tracked changes come to; the texts they delete, or `undefined` where there are none. */
function acceptChanges(body: CheerioAPI): string[] | undefined {
  const gone = body('w\\:del:has(w\\:delText), w\\:moveFrom');
  const changed = gone.length > 0 || body('w\\:ins, w\\:moveTo').length > 0;
  const texts = gone.toArray().map((each) => body(each).find('w\\:delText, w\\:t').text());
  gone.remove();
  body('w\\:ins, w\\:moveTo').each((_, each) => {
    if (each.children.length > 0) body(each).replaceWith(body(each).contents());
  });
  return changed ? texts.filter((text) => text.trim() !== '') : undefined;
}

/** Leaves of ruby what it stands over. */
function dropRuby(body: CheerioAPI): void {
  body('w\\:ruby').each((_, ruby) => {
    const base = body(ruby).children('w\\:rubyBase').contents();
    body(ruby).closest('w\\:r').replaceWith(base);
  });
}

/** Puts the paragraphs of text boxes after the paragraph that the box hangs on; their texts. */
function freeTextBoxes(body: CheerioAPI): string[] {
  const texts: string[] = [];
  // A box stands twice in the file: for programs that know the newer markup, and for those that do not.
  body('mc\\:AlternateContent:has(w\\:txbxContent)').each((_, both) => {
    const [first] = body(both).find('w\\:txbxContent').toArray();
    if (first) body(both).empty().append(first);
  });
  for (const box of body('w\\:txbxContent').toArray()) {
    const paragraph = body(box).parents('w\\:p').last();
    const text = body(box).find('w\\:t').text();
    if (paragraph.length === 0 || text.trim() === '') continue;
    texts.push(text);
    paragraph.after(body(box).contents());
    body(box).remove();
  }
  return texts;
}

/** Gives rows that begin or end inside the table's grid the cells that they skip (w:gridBefore, w:gridAfter). */
function fillRows(body: CheerioAPI): void {
  const cell = (span: number) => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr><w:p/></w:tc>`;
  body('w\\:trPr > w\\:gridBefore, w\\:trPr > w\\:gridAfter').each((_, skipped) => {
    const span = Number(skipped.attribs['w:val'] ?? 0);
    const row = body(skipped).parent().parent();
    if (span <= 0) return;
    if (skipped.name === 'w:gridBefore') row.children('w\\:tc').first().before(cell(span));
    else row.append(cell(span));
  });
}

/** The text of each paragraph of a part that has any. */
function paragraphsOf(part: CheerioAPI): string[] {
  const texts = new Map<ParentNode | null, string>(
    part('w\\:p')
      .toArray()
      .map((each) => [each, '']),
  );
  for (const text of part('w\\:t').toArray()) {
    // A paragraph may stand in a box that hangs on another one.
    let paragraph = text.parent;
    while (paragraph && !texts.has(paragraph)) paragraph = paragraph.parent;
    if (paragraph) texts.set(paragraph, texts.get(paragraph) + part(text).text());
  }
  return Array.from(texts.values()).filter((text) => text.trim() !== '');
}

/** The paragraphs whose text a flow does not have, in the order of both. */
function missingFrom(flow: readonly Flow[], paragraphs: readonly string[]): string[] {
  const bare = (text: string) => text.replace(/\s/g, '');
  const whole = bare(textsOf(flow).join(''));
  let from = 0;
  return paragraphs.filter((text) => {
    const at = whole.indexOf(bare(text), from);
    if (at >= 0) from = at + bare(text).length;
    return at < 0;
  });
}
