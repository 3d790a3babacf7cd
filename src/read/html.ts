import { load } from 'cheerio';
import type { Document as DomDocument, ParentNode } from 'domhandler';
import { narrowText } from '../model/bytes.js';
import { diagnose } from '../model/diagnose.js';
import type { Document } from '../model/document.js';
import { DEEPEST, MOST_ELEMENTS } from '../model/limits.js';
import { failed, type Result } from '../model/result.js';
import { decode } from './encoding.js';
import { documentOf } from './flow.js';
import { nestingOf } from './nesting.js';
import { readPage } from './page.js';
import { framesIn } from './web/embedded.js';
import { writeGenerated } from './web/generated.js';
import { unveil } from './web/hidden.js';
import { mayHaveLaidTables, readLaidTables } from './web/laid-tables.js';
import { openShadows } from './web/shadow.js';
import { applySheets } from './web/sheets.js';
import { elementsBelow } from './web/tree.js';

/** What a page says of its encoding, in a `meta` element or an XML declaration. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = narrowText(bytes.subarray(0, 4096));
  return /<meta[^<>]+charset\s*=\s*(?:["']\s*)?([\w-]+)|<\?xml[^<>]+encoding\s*=\s*["']([\w-]+)/i
    .exec(head)
    ?.slice(1)
    .find((label) => label);
}

/** Reads a saved web page: the notice in it, and everything else as page chrome. */
export async function readHtml(
  bytes: Uint8Array,
  name: string,
  encoding: string | undefined,
): Promise<Result<Document>> {
  const decoded = await decode(bytes, name, { encoding, declared: declaredCharset(bytes) });
  return decoded.value === undefined ? failed(...decoded.diagnostics) : readHtmlText(decoded.value, name);
}

/**
 * Reads the text of a web page.
 *
 * @returns the Document, or `page-without-notice`, `page-in-frames`, `page-too-deep`, `elements-too-many`
 */
export function readHtmlText(html: string, name: string): Result<Document> {
  const { depth, elements } = nestingOf(html, 'html');
  if (depth > DEEPEST) return failed(diagnose('page-too-deep', { deepest: DEEPEST }, name));
  if (elements > MOST_ELEMENTS) return failed(diagnose('elements-too-many', { most: MOST_ELEMENTS }, name));
  const $ = load(html);
  const dom = $.root()[0] as DomDocument;
  if (isDeeper(dom, DEEPEST)) return failed(diagnose('page-too-deep', { deepest: DEEPEST }, name));
  if (/shadowrootmode/i.test(html)) openShadows(dom);
  const show = applySheets($);
  if (mayHaveLaidTables(html)) readLaidTables(dom);
  const unwrite = writeGenerated($);
  let page = readPage(dom, html, name);
  if (!page) {
    // A notice that is hidden until a program of the page shows it.
    unwrite();
    show();
    unveil(dom);
    writeGenerated($);
    page = readPage(dom, html, name);
  }
  if (page) {
    const { value, diagnostics } = documentOf(name, page.flow);
    return { value, diagnostics: [...diagnostics, ...page.diagnostics] };
  }
  const pages = framesIn(elementsBelow(dom, (tag) => tag === 'frame' || tag === 'iframe'));
  return failed(
    pages.length > 0
      ? diagnose('page-in-frames', { pages }, name)
      : diagnose('page-without-notice', undefined, name),
  );
}

function isDeeper(root: ParentNode, limit: number): boolean {
  let level: ParentNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(({ children }) =>
      children.filter((child): child is ParentNode & typeof child => 'children' in child),
    );
  }
  return false;
}
