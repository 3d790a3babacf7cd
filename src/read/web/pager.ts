import type { AnyNode, Document as DomDocument, Element, ParentNode } from 'domhandler';
import { hiddenBy } from './hidden.js';
import { beginningOf, nodeText, pathTo, visitBelow } from './tree.js';

/** What a line says that leads through the pages of one article: 首页 上一页 1 2 3 下一页 尾页 共3页. */
const PAGER = /^[共第页首上下前后一尾末跳转到至确定go\d.…·<>《》«»|[\]【】（）()/\-\s]+$/i;
const STEP = /[上下前后][一1]?页/;

/** How a site's script writes such a line: createPageHTML(3, 0, …). */
const SCRIPTED = /createPageHTML\w{0,40}\(\s{0,9}(\d{1,6})\s{0,9},/;

/** No such line is longer. */
const LONGEST = 200;

/** So much may stand between an article and the line. */
const NEAR = 120;

/** Whether markup may hold such a line: most pages hold none. */
export function mayHavePager(html: string): boolean {
  return STEP.test(html) || html.includes('createPageHTML');
}

/**
 * What a page says of an article that goes on on other pages.
 *
 * @param holder the element that holds the article
 * @returns the line as it is printed: 共3页 下一页
 */
export function pagerOf(dom: DomDocument, holder: Element): string | undefined {
  let found = scriptedIn(dom);
  if (found !== undefined) return found;
  const around = new Set<AnyNode>(pathTo(holder));
  let between = 0;
  let passed = false;
  const look = (element: Element): boolean => {
    passed ||= element === holder;
    if (around.has(element) || found !== undefined) return found === undefined;
    if (!passed || between > NEAR || hiddenBy(element)) return false;
    return goesOn(element, false);
  };
  /** Whether to look for the line inside an element; of one behind the article its text is counted. */
  const goesOn = (element: Element, isInside: boolean): boolean => {
    const line = beginningOf(element, LONGEST).replace(/\s+/g, ' ').trim();
    if (line.length > LONGEST) return true;
    if (isPager(line)) {
      if (hasOthers(element, line)) found = line;
      return false;
    }
    if (STEP.test(line)) return true;
    if (!isInside) between += line.length;
    return false;
  };
  visitBelow(holder, (element) => found === undefined && !hiddenBy(element) && goesOn(element, true));
  if (found === undefined) visitBelow(dom, look);
  return found;
}

/** Whether a line leads through the pages of an article. */
export function isPager(line: string): boolean {
  return STEP.test(line) && PAGER.test(line);
}

function scriptedIn(node: ParentNode): string | undefined {
  for (const child of node.children) {
    if (!('children' in child)) continue;
    const pages = child.type === 'script' ? Number(SCRIPTED.exec(nodeText(child))?.[1]) : 0;
    const found = pages > 1 ? `共${pages}页` : scriptedIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a line leads to more than one page. */
function hasOthers(element: Element, line: string): boolean {
  const total = /共(\d+)页|\/(\d+)/.exec(line);
  if (total) return Number(total[1] ?? total[2]) > 1;
  const numbers = Array.from(line.matchAll(/\d+/g), ([digits]) => Number(digits));
  if (numbers.length > 0) return Math.max(...numbers) > 1;
  let leads = false;
  visitBelow(element, ({ name, attribs }) => {
    leads ||= name === 'a' && !/^(?:#.*|javascript:.*)?$/i.test(attribs['href'] ?? '');
    return !leads;
  });
  return leads;
}
