import type { AnyNode, Document as DomDocument, Element, ParentNode } from 'domhandler';
import type { NoiseKind } from '../model/place.js';
import { ALL_OF } from '../words/collectives.js';
import { roleOf } from '../words/columns.js';
import {
  APPENDIX,
  DOCUMENT_KIND,
  NUMBER_LABEL,
  OTHER_PAGES as OTHER_PAGES_LABEL,
  SITE_LABEL,
  SITE_OWNER,
  YEAR_OPENING,
} from '../words/documents.js';
import { CHAPTER_NUMBER, MEASURE_NUMBER } from '../words/numerals.js';
import { CLOSING, COLON, OPENING } from '../words/punctuation.js';
import { WHO_LABEL } from '../words/role-words.js';
import { isPart } from '../words/roles.js';
import { ADDRESSED } from '../words/unit-names.js';
import type { Flow } from './flow.js';
import { flowOf, textOf } from './markup.js';

/** Lines that only notices have: addressees, outline numbers, the label of an appendix, who does it. */
const LINE_MARKS: readonly RegExp[] = [
  new RegExp(`^(?=.*(?:${ALL_OF}|、|，|,)).{2,}${ADDRESSED}${COLON}$`),
  new RegExp(`^(?:${CHAPTER_NUMBER}|${MEASURE_NUMBER}).`),
  new RegExp(`^${APPENDIX}\\s*\\d*${COLON}?$`),
  new RegExp(`^(?=[\\s\\S]*${CLOSING}。?$)[\\s\\S]*${OPENING}${WHO_LABEL}${COLON}`),
];

const TITLE = new RegExp(`^(?=.{0,40}关于.).+${DOCUMENT_KIND}$`);

/** Lines that a site adds inside the part of the page that holds the text. */
const ADDED_LINE = new RegExp(`^[\\s【[]*${SITE_LABEL}(?:[：:\\s】\\]].*)?$`);

/** What a table of particulars says of the document's number. */
const PARTICULARS = new RegExp(NUMBER_LABEL);
const YEAR_OF_NUMBER = new RegExp(`${YEAR_OPENING}\\s{0,9}\\d{4}`);

function hasParticulars(text: string): boolean {
  const at = text.search(PARTICULARS);
  return at >= 0 && YEAR_OF_NUMBER.test(text.slice(at));
}

/** Elements that never hold a notice's text. */
const CHROME: ReadonlySet<string> = new Set(['nav', 'button', 'select', 'head', 'aside', 'iframe']);

/** What heads a list of other pages; a part of the page that begins with it is not the notice's. */
const OTHER_PAGES = new RegExp(`^(?:${OTHER_PAGES_LABEL})(?!.*[。；])`);

/** Whether an element is around the notice: a site may have the whole page in one form, a search box is one, too. */
function isChrome(element: Element): boolean {
  if (CHROME.has(element.name)) return true;
  if (element.name === 'form') return !holdsMark(element);
  if (!/^(?:div|section|ul|dl|td)$/.test(element.name)) return false;
  return OTHER_PAGES.test(textOf(element).trim().slice(0, 12)) && !holdsMark(element, LINE_MARKS.slice(0, 1));
}

/** Whether something in an element is a line or a table that only notices have. */
function holdsMark(element: Element, marks?: readonly RegExp[]): boolean {
  let found = false;
  visit(element, (inner) => {
    const own = hasBlockInside(inner) ? '' : textOf(inner).trim();
    found ||=
      (marks ?? LINE_MARKS).some((mark) => mark.test(own)) ||
      (!marks && inner.name === 'table' && hasHeader(inner));
    return !found && !CHROME.has(inner.name);
  });
  return found;
}

/**
 * Finds the notice in a saved web page and reads it. All other text of the page is page chrome.
 *
 * @returns `undefined` when nothing on the page looks like a notice
 */
export function readPage(dom: DomDocument): Flow[] | undefined {
  const holder = holderOf(dom);
  if (!holder) return undefined;
  const title = titleBefore(dom, holder);
  const kept = new Set<AnyNode>([holder, ...particularsBefore(dom, holder), ...(title ? [title] : [])]);
  const around = new Set<AnyNode>();
  for (const node of kept) for (let up = node.parent; up; up = up.parent) around.add(up);

  const noiseOf = (element: Element): NoiseKind | undefined => {
    if (kept.has(element) || around.has(element)) return undefined;
    return isWithin(element, kept) ? noiseInside(element) : 'page-chrome';
  };
  const flow = flowOf(dom, { noiseOf, around });
  const foot = flow.findLastIndex((item) => item.kind !== 'noise' && !isFoot(item)) + 1;
  return flow.map((item, i) =>
    item.kind === 'paragraph' && (i >= foot || isAdded(item.text))
      ? { kind: 'noise', noise: 'page-chrome', text: item.text }
      : item,
  );
}

/** A site's words are a short line. */
const LONGEST_ADDED = 60;

function isAdded(text: string): boolean {
  return text.length < LONGEST_ADDED && ADDED_LINE.test(text.trim());
}

/** Who runs the site, behind all that the notice says. */
const FOOT = new RegExp(`^[\\s【[]*(?:${SITE_OWNER})(?:[：:\\s】\\]].*)?$`);

function isFoot(item: Flow): boolean {
  return item.kind === 'paragraph' && item.text.length < LONGEST_ADDED && FOOT.test(item.text.trim());
}

/** Notes and tracked changes of a page that Word saved, and what a page hides. */
function noiseInside(element: Element): NoiseKind | undefined {
  const { name, attribs } = element;
  const { style = '' }: { style?: string } = attribs;
  if (/mso-element:\s*(?:foot|end)note/.test(style)) return 'footnote';
  if (/mso-element:\s*comment/.test(style)) return 'comment';
  if (/mso-element:\s*(?:header|footer)/.test(style)) return 'page-margin';
  if (name === 'del') return 'deleted';
  if (isChrome(element) || 'hidden' in attribs || /display:\s*none/.test(style)) return 'page-chrome';
  return undefined;
}

/** The innermost element that holds every mark of a notice. */
function holderOf(dom: DomDocument): Element | undefined {
  const marked: Element[] = [];
  visit(dom, (element) => {
    if (isChrome(element)) return false;
    if (element.name === 'table') {
      const inner = innermostTables(element).filter(hasHeader);
      for (const each of inner) marked.push(each);
      return inner.length === 0 || inner[0] !== element;
    }
    const own = hasBlockInside(element) ? '' : textOf(element).trim();
    if (own !== '' && LINE_MARKS.some((mark) => mark.test(own))) marked.push(element);
    return true;
  });
  let common: Element[] | undefined;
  for (const element of marked) {
    const path = pathTo(element.parent);
    common = common?.filter((each, i) => each === path[i]) ?? path;
  }
  return common?.at(-1);
}

function innermostTables(table: Element): Element[] {
  const inside: Element[] = [];
  visit(table, (element) => {
    if (element.name === 'table') for (const each of innermostTables(element)) inside.push(each);
    return element.name !== 'table';
  });
  return inside.some(hasHeader) ? inside : [table];
}

/**
 * Whether a row of a table heads columns of tasks: it numbers them, or names those who do them and
 * something else. Tables that lay out a page have none; one that says 主办单位 at a page's foot says no more.
 */
function hasHeader(table: Element): boolean {
  let found = false;
  visit(table, (element) => {
    if (element.name === 'tr') {
      const cells = element.children.filter((cell): cell is Element => cell.type === 'tag');
      const [first, ...others] = cells.map((cell) => roleOf(textOf(cell)));
      const roles = new Set([first, ...others].filter((role) => role !== 'other'));
      found ||=
        first === 'number' || (roles.size > 1 && Array.from(roles).some((role) => role && isPart(role)));
    }
    return !found && element.name !== 'tr';
  });
  return found;
}

/** The tables of particulars (索引号, 文号, 发文机关) that a site prints above the text. */
function particularsBefore(dom: DomDocument, holder: Element): Element[] {
  const tables: Element[] = [];
  let passed = false;
  visit(dom, (element) => {
    passed ||= element === holder;
    const isTable = element.name === 'table' && !pathTo(holder).includes(element);
    if (!passed && isTable && hasParticulars(textOf(element))) tables.push(element);
    return !passed && !isTable && !isChrome(element);
  });
  return tables;
}

/** The element with the title, where the site prints it above the part that holds the text. */
function titleBefore(dom: DomDocument, holder: Element): Element | undefined {
  const isTitle = (element: Element) =>
    !hasBlockInside(element) && TITLE.test(textOf(element).replace(/\s+/g, ''));
  let inside = false;
  visit(holder, (element) => {
    inside ||= isTitle(element);
    return !inside && element.name !== 'table';
  });
  if (inside) return undefined;
  let title: Element | undefined;
  let passed = false;
  visit(dom, (element) => {
    passed ||= element === holder;
    if (!passed && /^(?:h[1-6]|p|div|span|td)$/.test(element.name) && isTitle(element)) title = element;
    return !passed && !isChrome(element) && element !== title;
  });
  return title;
}

/** Goes through the elements below `node` in reading order; `enter` says whether to go into one. */
function visit(node: ParentNode, enter: (element: Element) => boolean): void {
  for (const child of node.children) {
    if (child.type === 'tag' && enter(child)) visit(child, enter);
  }
}

function hasBlockInside(element: Element): boolean {
  return element.children.some(
    (child) =>
      child.type === 'tag' &&
      (/^(?:p|div|table|ul|ol|section|article|h[1-6]|br|li|tr|td|body|html)$/.test(child.name) ||
        hasBlockInside(child)),
  );
}

/** The elements from the root down to `node`, itself included. */
function pathTo(node: ParentNode | null): Element[] {
  const path: Element[] = [];
  for (let up = node; up; up = up.parent) if (up.type === 'tag') path.unshift(up);
  return path;
}

function isWithin(element: Element, kept: ReadonlySet<AnyNode>): boolean {
  for (let up: ParentNode | null = element; up; up = up.parent) if (kept.has(up)) return true;
  return false;
}
