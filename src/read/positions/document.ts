import { diagnose } from '../../model/diagnose.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { Document } from '../../model/document.js';
import { failed, type Result } from '../../model/result.js';
import { documentOf } from '../flow.js';
import { readPages } from './flow.js';
import type { PrintedPage } from './printed-page.js';

/** What is read of a page, and what cannot be read on it. */
export interface PageRead {
  readonly page: PrintedPage;
  /** Characters whose font does not say which they are. */
  readonly unknown: number;
  /** Characters that are there to be searched for and not to be seen, as text recognition leaves them. */
  readonly invisible: string;
  /** Characters of lines that go on beyond the edge of the page, or of what is printed of it. */
  readonly cut?: string;
}

/** How much of a page a picture covers that is the page. */
const PAGE_SHARE = 0.5;

/** How many of a file's characters may be unknown, before the rest is not worth reading. */
const UNKNOWN_SHARE = 0.1;

/**
 * Puts pages together into a Document. Pages that are pictures are told and not read, also where text recognition has
 * put words behind them.
 *
 * @returns the Document, or `pages-scanned`, `font-unreadable`, `file-empty`
 */
export function documentOfPages(read: readonly PageRead[], name: string): Result<Document> {
  const scanned = read.filter(isScanned);
  if (scanned.length > 0 && scanned.length === read.length)
    return failed(diagnose('pages-scanned', { pages: scanned.length }, name));
  const unknown = read.reduce((sum, page) => sum + page.unknown, 0);
  const glyphs = read.reduce((sum, { page }) => sum + page.glyphs.length, 0);
  if (unknown > UNKNOWN_SHARE * glyphs) return failed(diagnose('font-unreadable', undefined, name));
  if (read.every(({ page }) => page.glyphs.every(({ text }) => text.trim() === '')))
    return failed(diagnose('file-empty', undefined, name));
  const pages = read.map((each): PrintedPage => {
    const { page, invisible } = each;
    if (isScanned(each))
      return { ...page, glyphs: [], rules: [], pictures: [], beside: [noiseOf(invisible)] };
    return invisible.trim() === ''
      ? page
      : { ...page, beside: [...page.beside, { ...noiseOf(invisible), why: 'hidden' as const }] };
  });
  const { flow, diagnostics } = readPages(pages, name);
  const { value, diagnostics: more } = documentOf(name, flow);
  const [first] = read.filter((page) => page.unknown > 0);
  const cut = read.flatMap(({ page, cut: text = '' }) =>
    text === '' ? [] : [diagnose('text-cut', { text }, { file: name, page: page.number })],
  );
  const told: Diagnostic[] = [
    ...cut,
    ...scanned.map(({ page }) => diagnose('page-scanned', undefined, { file: name, page: page.number })),
    ...(first
      ? [diagnose('glyphs-unknown', { count: unknown }, { file: name, page: first.page.number })]
      : []),
  ];
  return { value, diagnostics: [...told, ...diagnostics, ...more] };
}

function noiseOf(text: string) {
  return { kind: 'noise', noise: 'invisible', text } as const;
}

/** Whether a page is a picture: nothing else can be seen on it. */
function isScanned({ page, invisible }: PageRead): boolean {
  const { glyphs, pictures, width, height } = page;
  const seen = glyphs.filter(({ text }) => text.trim() !== '').length;
  const covered = pictures.reduce(
    (sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top),
    0,
  );
  if (covered < PAGE_SHARE * width * height) return false;
  return seen === 0 || invisible.length > seen;
}
