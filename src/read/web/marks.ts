import type { AnyNode, Element } from 'domhandler';
import { ALL_OF } from '../../words/collectives.js';
import { headsUnits, roleOf } from '../../words/columns.js';
import { APPENDIX, OTHER_PAGES as OTHER_PAGES_LABEL } from '../../words/documents.js';
import { CHAPTER_NUMBER, MEASURE_NUMBER } from '../../words/numerals.js';
import { CLOSING, COLON, OPENING } from '../../words/punctuation.js';
import { hasLookalikes, withoutLookalikes } from '../../words/radicals.js';
import { WHO_LABEL } from '../../words/role-words.js';
import { isPart } from '../../words/roles.js';
import { ADDRESSED } from '../../words/unit-names.js';
import { hiddenBy } from './hidden.js';
import { beginningOf, elementsIn, nodeText, visitBelow } from './tree.js';
import { keepsLines } from './typed.js';

const ADDRESSEES = new RegExp(`^(?=.*(?:${ALL_OF}|、|，|,)).{2,}${ADDRESSED}${COLON}$`);

/** Lines that only notices have: addressees, outline numbers, the label of an appendix, who does it. */
const LINE_MARKS: readonly RegExp[] = [
  ADDRESSEES,
  new RegExp(`^(?:${CHAPTER_NUMBER}|${MEASURE_NUMBER}).`),
  new RegExp(`^${APPENDIX}\\s*\\d*${COLON}?$`),
  new RegExp(`^(?=[\\s\\S]*${CLOSING}。?$)[\\s\\S]*${OPENING}${WHO_LABEL}${COLON}`),
];

/** No such line, and no title, is longer. */
export const LONGEST_LINE = 20_000;

/** Whether a line is one that only notices have. */
export function isMark(line: string): boolean {
  return LINE_MARKS.some((mark) => mark.test(line));
}

/** Elements that never hold a notice's text. */
const CHROME: ReadonlySet<string> = new Set(['nav', 'button', 'select', 'head', 'iframe']);

/** What heads a list of other pages; a part of the page that begins with it is not the notice's. */
const OTHER_PAGES = new RegExp(`^(?:${OTHER_PAGES_LABEL})(?!.*[。；])`);

/** Whether an element is around the notice: a site may have the whole page in one form, a search box is one, too. */
export function isChrome(element: Element): boolean {
  const { name } = element;
  if (CHROME.has(name)) return true;
  if (name === 'form') return !holdsText(element);
  // What stands beside an article has headings of its own; a table of tasks is the article's.
  if (name === 'aside') return isSidebar(element) || !holdsTasks(element);
  if (!/^(?:div|section|ul|dl|td)$/.test(name)) return false;
  return (
    OTHER_PAGES.test(beginningOf(element, 60).trim().slice(0, 12)) &&
    !holdsLine(element, (line) => ADDRESSEES.test(line))
  );
}

/** What a site calls the bar beside an article, whatever stands in it. */
const SIDEBAR = /side-?bar|(?:^|[\s_-])(?:right|related|recommend|hot)(?:$|[\s_-])/i;

function isSidebar({ attribs }: Element): boolean {
  return SIDEBAR.test(`${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`);
}

/** Whether a form holds more than its controls and their labels. */
function holdsText(form: Element): boolean {
  return holdsTasks(form) || holdsLine(form, (line) => isMark(line) || /[。；]/.test(line));
}

function holdsLine(element: Element, isWanted: (line: string) => boolean): boolean {
  const known = new Map<Element, boolean>();
  let found = false;
  visitBelow(element, (inner) => {
    found ||= !hasBlockInside(inner, known) && isWanted(beginningOfLine(inner));
    return !found && !CHROME.has(inner.name);
  });
  return found;
}

/** Whether a table of tasks stands in an element. */
export function holdsTasks(element: Element): boolean {
  let found = element.name === 'table' && hasHeader(element);
  visitBelow(element, (inner) => {
    found ||= inner.name === 'table' && hasHeader(inner);
    return !found && !CHROME.has(inner.name);
  });
  return found;
}

/** What is a mark of a notice and is shown: lines, and tables of tasks. */
export function noticeMarksIn(root: Element | { readonly children: Element['children'] }): AnyNode[] {
  const known = new Map<Element, boolean>();
  const marked: AnyNode[] = [];
  visitBelow(root as Element, (element) => {
    if (isChrome(element) || hiddenBy(element)) return false;
    if (element.name === 'table' && hasHeader(element)) {
      marked.push(element);
      return false;
    }
    const isLine = !hasBlockInside(element, known);
    if (breaksLines(element, isLine)) marked.push(...markedLinesIn(element, known));
    else if (isLine && isMark(beginningOfLine(element))) marked.push(element);
    return true;
  });
  return marked;
}

/**
 * The tables of a page without any other mark that have units at their side and figures: 乡镇｜人工造林（亩）｜…. Their
 * headers say nothing of tasks.
 */
export function figuresByUnit(root: Element | { readonly children: Element['children'] }): AnyNode[] {
  const found: AnyNode[] = [];
  visitBelow(root as Element, (element) => {
    if (isChrome(element) || hiddenBy(element)) return false;
    const parts = element.name === 'table' ? [element, ...elementsIn(element, 'thead', 'tbody')] : [];
    const rows = parts
      .flatMap((part) => elementsIn(part, 'tr'))
      .map((row) => elementsIn(row, 'td', 'th').map(textLookedAt));
    const header = rows.findIndex(([first = '', ...others]) => others.length > 0 && headsUnits(first));
    const below = rows.slice(header + 1).filter((cells) => cells.some((text) => /^[\d.,]+$/.test(text)));
    if (header >= 0 && below.length > 1) found.push(element);
    return true;
  });
  return found;
}

/** Whether lines stand in an element itself that nothing but their ends parts. */
function breaksLines(element: Element, isLine: boolean): boolean {
  if (element.children.some((child) => child.type === 'tag' && child.name === 'br')) return true;
  return (
    isLine && element.name !== 'textarea' && keepsLines(element) && nodeText(element).trim().includes('\n')
  );
}

/**
 * Where lines of a notice are parted by no more than \`br\`, or by the breaks of text that is shown as typed: what stands
 * in the part that holds them. One such line alone makes its element a line like others.
 */
function markedLinesIn(element: Element, known: Map<Element, boolean>): AnyNode[] {
  const isTyped = keepsLines(element);
  const lines = [''];
  for (const child of element.children) {
    const isBlock = child.type === 'tag' && (child.name === 'br' || hasBlockInside(child, known));
    if (isBlock) lines.push('');
    else lines.push((lines.pop() ?? '') + nodeText(child));
  }
  const marked = lines
    .flatMap((line) => (isTyped ? line.split('\n') : [line]))
    .filter((line) => isMark(lookedAt(line)));
  if (marked.length === 0) return [];
  let line = element;
  while (!BLOCK.test(line.name) && line.parent?.type === 'tag') line = line.parent;
  const holds = !LINE.test(line.name) && (HOLDER.test(line.name) || (marked.length > 1 && standsAlone(line)));
  return holds ? line.children.slice(0, 1) : [line];
}

/** Whether no sentence stands beside an element. */
function standsAlone(element: Element): boolean {
  const beside = element.parent ? elementsIn(element.parent) : [];
  return !beside.some(
    (each) =>
      each !== element &&
      !hiddenBy(each) &&
      !isChrome(each) &&
      /[。；]/.test(beginningOf(each, LONGEST_LINE)),
  );
}

const BLOCK =
  /^(?:p|h[1-6]|li|dd|dt|div|td|th|body|section|article|main|form|center|pre|blockquote|listing|plaintext|xmp)$/;
const LINE = /^(?:p|h[1-6]|li|dd|dt)$/;
const HOLDER = /^(?:td|body|article|main|form)$/;

/**
 * Whether a row of a table itself heads columns of tasks: it numbers them, names those who do them and something else,
 * or says what is to be done and by when. Tables that lay out a page have none; one that says 主办单位 at a page's
 * foot says no more.
 */
function hasHeader(table: Element): boolean {
  const parts = elementsIn(table, 'thead', 'tbody', 'tfoot');
  return [table, ...parts].some((part) => elementsIn(part, 'tr').some(headsTasks));
}

function headsTasks(row: Element): boolean {
  const [first, ...others] = elementsIn(row, 'td', 'th').map((cell) => roleOf(textLookedAt(cell)));
  const roles = new Set([first, ...others].filter((role) => role !== 'other'));
  if (first === 'number') return true;
  const saysWhat = roles.has('name') && roles.has('goal') && roles.has('deadline');
  return saysWhat || (roles.size > 1 && Array.from(roles).some((role) => role && isPart(role)));
}

/** Whether a table without a header of its own holds one that has one. */
export function isLayout(table: Element): boolean {
  return !hasHeader(table) && holdsTasks(table);
}

/** An element's text as it is looked at. */
export function textLookedAt(element: AnyNode): string {
  return lookedAt(nodeText(element));
}

/** The same of a line: no more than its beginning where it is too long for any that one looks for. */
function beginningOfLine(element: Element): string {
  return lookedAt(beginningOf(element, LONGEST_LINE));
}

function lookedAt(text: string): string {
  const line = text.trim();
  return hasLookalikes(line) ? withoutLookalikes(line) : line;
}

/**
 * Whether an element holds lines, and is none itself.
 *
 * @param known what was found of others, so that each of those in each other is looked through once
 */
export function hasBlockInside(element: Element, known = new Map<Element, boolean>()): boolean {
  const before = known.get(element);
  if (before !== undefined) return before;
  const found = element.children.some(
    (child) =>
      child.type === 'tag' &&
      (/^(?:p|div|table|ul|ol|dl|section|article|h[1-6]|br|pre|blockquote|center|li|tr|td|body|html)$/.test(
        child.name,
      ) ||
        hasBlockInside(child, known)),
  );
  known.set(element, found);
  return found;
}
