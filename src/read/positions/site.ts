import { particularOf, SITE_PATH } from '../../words/documents.js';
import { shapeOf } from '../../words/shapes.js';
import type { Flow, FlowCell } from '../flow.js';
import { plain } from '../names-apart.js';
import { isMark } from '../web/marks.js';
import { endsSite, isOfSite, withoutSiteLines } from '../web/site.js';

// A page of a web site that was printed has the site's own lines around the notice, and says in lines what the page has
// as a table of particulars: 索引号：… 发布机构：….

const PATH = new RegExp(`^${SITE_PATH}`);

/** The flow of printed pages with the lines of a site as page chrome, where it is one that was printed. */
export function withoutSite(flow: readonly Flow[]): Flow[] {
  const head = flow.findIndex((item) => item.kind === 'table' || isLine(item, isMark));
  const above = flow.slice(0, Math.max(head, 0));
  const path = above.findIndex((item) => isLine(item, isPath));
  const hasParticulars = above.some((item) => isLine(item, (line) => particularsIn(line) !== undefined));
  const isPrinted =
    path >= 0 ||
    hasParticulars ||
    flow.some((item) => isLine(item, isOfSite)) ||
    flow.slice(-1).some((item) => isLine(item, endsSite));
  if (!isPrinted) return [...flow];
  // What stands above the way to the page is the site's: its name, what it links to.
  const isSites = !above.slice(0, path).some((item) => isLine(item, isNotices));
  const sorted = above.map((item, i) =>
    item.kind === 'paragraph' &&
    (i === path || (i < path && isSites)) &&
    particularsIn(item.text) === undefined
      ? chrome(item.text)
      : item,
  );
  return withoutSiteLines([...withParticulars(sorted), ...flow.slice(above.length)]);
}

function chrome(text: string): Flow {
  return { kind: 'noise', noise: 'page-chrome', text };
}

function isLine(item: Flow, is: (line: string) => boolean): boolean {
  return item.kind === 'paragraph' && is(plain(item.text).trim());
}

function isPath(line: string): boolean {
  return PATH.test(line);
}

/** Whether a line is of the notice, wherever it stands: its title, its number. */
function isNotices(line: string): boolean {
  return line.includes('关于') || shapeOf(line) === 'document-number';
}

/** A label, in which blanks may stand, with what stands before it and its colon. */
const LABEL = /((?:\p{Script=Han}[\s\u3000]*){2,8})[：:]/gu;

/** How many labels there are at least that only a table of particulars has. */
const FEWEST = 2;

/** Lines of labels and values that follow each other as a table. */
function withParticulars(flow: readonly Flow[]): Flow[] {
  const parts: Flow[] = [];
  let rows: FlowCell[][] = [];
  const close = () => {
    if (rows.length > 0) parts.push({ kind: 'table', rows });
    rows = [];
  };
  for (const item of flow) {
    // One label is enough below others.
    const fewest = rows.length > 0 ? 1 : FEWEST;
    const found = item.kind === 'paragraph' ? particularsIn(item.text, fewest) : undefined;
    if (found) {
      if (found.above !== '') parts.push(chrome(found.above));
      rows.push(found.cells);
    } else {
      close();
      parts.push(item);
    }
  }
  close();
  return parts;
}

/** The longest label that stands before a colon: a value may stand right before it. */
function labelAt({ 0: { length }, 1: said = '', index }: RegExpExecArray) {
  for (let at = 0; at < said.length; at++) {
    const kind = particularOf(said.slice(at));
    if (kind) return [{ kind, from: index + at, to: index + length }];
  }
  return [];
}

/** The labels of a line with their values; what leads to the page may stand before them. */
function particularsIn(
  text: string,
  fewest = FEWEST,
): { readonly above: string; readonly cells: FlowCell[] } | undefined {
  const labels = Array.from(plain(text).matchAll(LABEL)).flatMap(labelAt);
  const [first] = labels;
  if (!first || labels.filter(({ kind }) => kind === 'own').length < fewest) return undefined;
  const above = text.slice(0, first.from).trim();
  if (above !== '' && !isPath(plain(above))) return undefined;
  const cells = labels.flatMap(({ from, to }, i) => [
    text.slice(from, to),
    text.slice(to, labels[i + 1]?.from ?? text.length),
  ]);
  return { above, cells: cells.map((each) => ({ text: each.trim(), rowSpan: 1, colSpan: 1 })) };
}
