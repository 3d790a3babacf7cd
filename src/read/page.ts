import type { AnyNode, Document as DomDocument, Element, ParentNode } from 'domhandler';
import type { NoiseKind } from '../model/place.js';
import type { Flow } from './flow.js';
import { flowOf, textOf } from './markup.js';

/** What a table of tasks says somewhere, and tables that lay out a page do not. */
const TABLE_MARK = /序号|(?:牵头|责任|主责|落实|配合)(?:单位|部门)/;

/** Lines that only notices have: addressees, outline numbers, the label of an appendix. */
const LINE_MARKS: readonly RegExp[] = [
  /^(?=.*(?:各|、|，|,)).{2,}(?:政府|办事处|委员会|部门|单位|局|办|公司|企业|院|成员)[：:]$/,
  /^[一二三四五六七八九十]+、./,
  /^[（(][一二三四五六七八九十]+[）)]./,
  /^附\s*件\s*\d*[：:]?$/,
  /^(?=[\s\S]*[）)]。?$)[\s\S]*[（(](?:牵头|责任)(?:单位|部门)[：:]/,
];

const TITLE = /^(?=.{0,40}关于.).+(?:通知|意见|方案|通报|决定|函|公告)$/;

/** Lines that a site adds inside the part of the page that holds the text. */
const ADDED_LINE =
  /^[\s【[]*(?:(?:信息|文章)?来源|作者|责任编辑|编辑|(?:发布|更新)(?:时间|日期)|(?:浏览|点击|阅读)(?:次数|量|数)?|字体|字号|打印本?页?|关闭(?:窗口)?|分享到?|扫一扫|上一篇|下一篇|相关(?:链接|附件|文档)|收藏|返回顶部)(?:[：:\s】\]].*)?$/;

/** What a table of particulars says of the document's number. */
const PARTICULARS = /(?:发文字号|文\s{0,9}号)/;
const YEAR_OF_NUMBER = /[〔[【(（]\s{0,9}\d{4}/;

function hasParticulars(text: string): boolean {
  const at = text.search(PARTICULARS);
  return at >= 0 && YEAR_OF_NUMBER.test(text.slice(at));
}

/** Elements that never hold a notice's text. */
const CHROME: ReadonlySet<string> = new Set(['nav', 'form', 'button', 'select', 'head', 'aside', 'iframe']);

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
  return flowOf(dom, { noiseOf, around }).map((item) =>
    item.kind === 'paragraph' && ADDED_LINE.test(item.text.trim()) && item.text.length < 60
      ? { kind: 'noise', noise: 'page-chrome', text: item.text }
      : item,
  );
}

/** Notes and tracked changes of a page that Word saved, and what a page hides. */
function noiseInside({ name, attribs }: Element): NoiseKind | undefined {
  const { style = '' }: { style?: string } = attribs;
  if (/mso-element:\s*(?:foot|end)note/.test(style)) return 'footnote';
  if (/mso-element:\s*comment/.test(style)) return 'comment';
  if (/mso-element:\s*(?:header|footer)/.test(style)) return 'page-margin';
  if (name === 'del') return 'deleted';
  if (CHROME.has(name) || 'hidden' in attribs || /display:\s*none/.test(style)) return 'page-chrome';
  return undefined;
}

/** The innermost element that holds every mark of a notice. */
function holderOf(dom: DomDocument): Element | undefined {
  const marked: Element[] = [];
  visit(dom, (element) => {
    if (CHROME.has(element.name)) return false;
    if (element.name === 'table') {
      const inner = innermostTables(element).filter((table) => TABLE_MARK.test(textOf(table)));
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
  return inside.some((each) => TABLE_MARK.test(textOf(each))) ? inside : [table];
}

/** The tables of particulars (索引号, 文号, 发文机关) that a site prints above the text. */
function particularsBefore(dom: DomDocument, holder: Element): Element[] {
  const tables: Element[] = [];
  let passed = false;
  visit(dom, (element) => {
    passed ||= element === holder;
    const isTable = element.name === 'table' && !pathTo(holder).includes(element);
    if (!passed && isTable && hasParticulars(textOf(element))) tables.push(element);
    return !passed && !isTable && !CHROME.has(element.name);
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
    return !passed && !CHROME.has(element.name) && element !== title;
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
