import type { AnyNode, Document as DomDocument, Element } from 'domhandler';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { APPENDIX, DOCUMENT_KIND, NUMBER_LABEL, YEAR_OPENING } from '../words/documents.js';
import { speaksOfLooks } from '../words/looks.js';
import { withoutLookalikes } from '../words/radicals.js';
import type { Beside, Flow } from './flow.js';
import { flowOf } from './markup.js';
import { holderOf, withoutCopies } from './web/copies.js';
import { embeddedBy } from './web/embedded.js';
import { hiddenBy } from './web/hidden.js';
import {
  figuresByUnit,
  hasBlockInside,
  holdsTasks,
  isChrome,
  isLayout,
  LONGEST_LINE,
  noticeMarksIn,
  textLookedAt,
} from './web/marks.js';
import { mayHavePager, pagerOf } from './web/pager.js';
import type { Aside } from './web/reading.js';
import { withoutSiteLines } from './web/site.js';
import { beginningOf, elementsBelow, isWithin, nodeText, pathTo, visitBelow } from './web/tree.js';

const TITLE = new RegExp(`^(?=.{0,40}关于.).+${DOCUMENT_KIND}$`);

/** What a table of particulars says of the document's number. */
const PARTICULARS = new RegExp(NUMBER_LABEL);
const YEAR_OF_NUMBER = new RegExp(`${YEAR_OPENING}\\s{0,9}\\d{4}`);

function hasParticulars(text: string): boolean {
  const at = text.search(PARTICULARS);
  return at >= 0 && YEAR_OF_NUMBER.test(text.slice(at));
}

/** What a page comes to. */
export interface ReadPage {
  readonly flow: readonly Flow[];
  /** What is told of the page as a whole. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the notice in a saved web page and reads it. All other text of the page is page chrome.
 *
 * @param html the page's markup
 * @param name the file's name, for places
 * @returns `undefined` when nothing on the page looks like a notice
 */
export function readPage(dom: DomDocument, html: string, name: string): ReadPage | undefined {
  const printed = noticeMarksIn(dom);
  const { marks, copies } = withoutCopies(printed.length > 0 ? printed : figuresByUnit(dom));
  const holder = holderOf(marks);
  if (!holder) return undefined;
  const particulars = particularsBefore(dom, holder);
  const title = titleBefore(dom, holder, particulars);
  const kept = new Set<AnyNode>([holder, ...particulars, ...(title ? [title] : [])]);
  const around = new Set<AnyNode>();
  for (const node of kept) for (let up = node.parent; up; up = up.parent) around.add(up);

  const asksLooks = speaksOfLooks(nodeText(dom));
  const noiseOf = (element: Element): Aside | undefined => {
    if (kept.has(element) || around.has(element)) return undefined;
    if (isWithin(element, kept)) return noiseInside(element);
    // Tasks that stand beside the notice are hidden, or a copy.
    const why = copies === 1 && holdsTasks(element) ? { why: 'hidden' as const } : {};
    return { noise: 'page-chrome', ...why };
  };
  const besideOf = (element: Element): Beside | undefined => {
    const told = embeddedBy(element);
    return told && !hiddenBy(element) && isWithin(element, kept) ? told : undefined;
  };
  const links = appendixLinks(dom, kept);
  const flow: Flow[] = [
    ...withoutSiteLines(flowOf(dom, { noiseOf, around, besideOf, isLayout, asksLooks })),
    ...(links.length > 0 ? [{ kind: 'blank' as const, beside: links }] : []),
  ];
  const pager = mayHavePager(html) ? pagerOf(dom, holder) : undefined;
  return {
    flow,
    diagnostics: [
      ...(copies > 1 ? [diagnose('page-repeated', { copies }, name)] : []),
      ...(pager === undefined ? [] : [diagnose('page-incomplete', { pager }, name)]),
    ],
  };
}

/** 附件：任务表.xlsx, where a site prints it below the part that holds the text. */
function appendixLinks(dom: DomDocument, kept: ReadonlySet<AnyNode>): Beside[] {
  return elementsBelow(dom, (name) => name === 'a').flatMap((link) => {
    const isAppendix = [link, link.parent].some(
      (node) => node && LISTS_APPENDICES.test(beginningOf(node, 20)),
    );
    return isAppendix && !isWithin(link, kept) ? (embeddedBy(link) ?? []) : [];
  });
}

const LISTS_APPENDICES = new RegExp(`^\\s*${APPENDIX}`);

/** Notes of a page that Word saved, and what a site puts into the part that holds the text. */
function noiseInside(element: Element): Aside | undefined {
  const { style = '' }: { style?: string } = element.attribs;
  if (/mso-element:\s*(?:foot|end)note/.test(style)) return { noise: 'footnote' };
  if (/mso-element:\s*comment/.test(style)) return { noise: 'comment' };
  if (/mso-element:\s*(?:header|footer)/.test(style)) return { noise: 'page-margin' };
  return !hiddenBy(element) && isChrome(element) && element.name !== 'select'
    ? { noise: 'page-chrome' }
    : undefined;
}

/** The tables of particulars (索引号, 文号, 发文机关) that a site prints above the text. */
function particularsBefore(dom: DomDocument, holder: Element): Element[] {
  const tables: Element[] = [];
  let passed = false;
  const around = pathTo(holder);
  visitBelow(dom, (element) => {
    passed ||= element === holder;
    const isTable = element.name === 'table' && !around.includes(element);
    if (!passed && isTable && hasParticulars(textLookedAt(element))) tables.push(element);
    return !passed && !isTable && !isChrome(element) && !hiddenBy(element);
  });
  return tables;
}

/** The element with the title, where the site prints it above the part that holds the text. */
function titleBefore(
  dom: DomDocument,
  holder: Element,
  particulars: readonly Element[],
): Element | undefined {
  const known = new Map<Element, boolean>();
  const isTitle = (element: Element) =>
    !hasBlockInside(element, known) &&
    TITLE.test(withoutLookalikes(beginningOf(element, LONGEST_LINE)).replace(/\s+/g, ''));
  let inside = false;
  visitBelow(holder, (element) => {
    inside ||= isTitle(element);
    return !inside && element.name !== 'table';
  });
  if (inside) return undefined;
  let title: Element | undefined;
  let passed = false;
  visitBelow(dom, (element) => {
    passed ||= element === holder;
    const mayBe = !passed && !hiddenBy(element) && /^(?:h[1-6]|p|div|span|td)$/.test(element.name);
    if (mayBe && isTitle(element)) title = element;
    // A table of particulars says it too: 标题：关于….
    const isSkipped = isChrome(element) || hiddenBy(element) || particulars.includes(element);
    return !passed && !isSkipped && element !== title;
  });
  return title;
}
