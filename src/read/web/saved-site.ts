import { diagnose } from '../../model/diagnose.js';
import type { Place } from '../../model/place.js';
import { particularOf, SITE_PATH } from '../../words/documents.js';
import { shapeOf } from '../../words/shapes.js';
import type { Flow, FlowCell } from '../flow.js';
import { plain } from '../names-apart.js';
import { isMark } from './marks.js';
import { endsSite, isOfSite, isOfSiteOnly, withoutSiteLines } from './site.js';

// A page of a web site that was printed, or saved as a document, has the site's own lines around the notice, and says in
// lines what the page has as a table of particulars: 索引号：… 发布机构：….

const PATH = new RegExp(`^${SITE_PATH}`);

/**
 * The flow of printed pages, or of a document, with the lines of a site as page chrome, where a page of one was printed
 * or saved so.
 *
 * @param isDocument whether its paragraphs are counted in the file, and stay counted
 */
export function withoutSite(flow: readonly Flow[], isDocument = false): Flow[] {
  const head = flow.findIndex((item) => item.kind === 'table' || isLine(item, isMark));
  const above = flow.slice(0, Math.max(head, 0));
  const path = above.findIndex((item) => isLine(item, isPath));
  const hasParticulars = above.some((item) => isLine(item, (line) => particularsIn(line) !== undefined));
  const isPrinted =
    path >= 0 ||
    hasParticulars ||
    flow.some((item) => isLine(item, isDocument ? isOfSiteOnly : isOfSite)) ||
    (!isDocument && flow.slice(-1).some((item) => isLine(item, endsSite)));
  if (!isPrinted) return [...flow];
  // What stands above the way to the page is the site's: its name, what it links to.
  const isSites = !above.slice(0, path).some((item) => isLine(item, isNotices));
  const sorted = above.flatMap((item, i): Flow[] => {
    if (item.kind !== 'paragraph') return [item];
    const found = particularsIn(item.text, isDocument ? fewestAt(above, i) : FEWEST);
    // The tables of a document are counted: its particulars make none.
    const isAside = found ? isDocument : i === path || (i < path && isSites);
    if (!isAside) return [item];
    const { text, beside = [] } = item;
    return [chrome(text), ...(beside.length > 0 ? [{ kind: 'blank' as const, beside }] : [])];
  });
  const rest = flow.slice(above.length);
  const own = withoutSiteLines([...(isDocument ? sorted : withParticulars(sorted)), ...rest]);
  return [
    ...own.map((item) =>
      isDocument && item.kind === 'noise' && !flow.includes(item)
        ? { ...item, isParagraph: true as const }
        : item,
    ),
    ...(flow.filter(({ kind }) => kind === 'table').length > 1 ? [besideNotice(flow)] : []),
  ];
}

/** Tells that tables may be of what stands beside the notice on its page: nothing says so any more. */
function besideNotice(flow: readonly Flow[]): Flow {
  const isSites = (line: string) =>
    isPath(line) || isOfSite(line) || endsSite(line) || particularsIn(line) !== undefined;
  const [line = ''] = flow.flatMap((item) =>
    isLine(item, isSites) && 'text' in item ? [item.text.trim()] : [],
  );
  const tell = (at: Place) => diagnose('page-saved', { text: line }, { file: at.file });
  return { kind: 'blank', beside: [{ kind: 'told', tell }] };
}

function chrome(text: string): Extract<Flow, { kind: 'noise' }> {
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

/** How many a line needs: one is enough beside lines that begin with such a label, too. */
function fewestAt(flow: readonly Flow[], i: number): number {
  const isLabelled = (item: Flow | undefined) =>
    item?.kind === 'paragraph' && particularsIn(item.text, 1)?.above === '';
  return isLabelled(flow[i - 1]) || (isLabelled(flow[i]) && isLabelled(flow[i + 1])) ? 1 : FEWEST;
}

/** Lines of labels and values that follow each other as a table. */
function withParticulars(flow: readonly Flow[]): Flow[] {
  const parts: Flow[] = [];
  let rows: FlowCell[][] = [];
  const close = () => {
    if (rows.length > 0) parts.push({ kind: 'table', rows });
    rows = [];
  };
  for (const [i, item] of flow.entries()) {
    const fewest = rows.length > 0 ? 1 : fewestAt(flow, i);
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
