import type { AnyNode, Element, ParentNode } from 'domhandler';
import { loweredIfAll, raisedBehind } from '../words/scripts.js';
import { type Beside, besideIn, type Flow, textsOfFlow } from './flow.js';
import { withLooks } from './looks.js';
import { partsNames } from './names-apart.js';
import { textFlow } from './text.js';
import { controlOf } from './web/controls.js';
import { drawnLines, formulaText } from './web/foreign.js';
import { hiddenBy, isFallback } from './web/hidden.js';
import { listNumber } from './web/list-numbers.js';
import { looksOf } from './web/looks.js';
import { hasBlockInside } from './web/marks.js';
import type { Aside, WebReading } from './web/reading.js';
import { shownText } from './web/sign-fonts.js';
import { tableFlow } from './web/table.js';
import { nodeText, pathTo } from './web/tree.js';
import { isTyped, keepsLines } from './web/typed.js';

/** Elements whose content is no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template', 'rp']);

/** Elements that stand on lines of their own (HTML Living Standard §15.3). */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search ' +
    'section summary title tr td th ul'
  ).split(' '),
);

/** Text that is crossed out. */
const STRUCK: ReadonlySet<string> = new Set(['del', 's', 'strike']);
const LINE_THROUGH = /text-decoration(?:-line)?\s{0,9}:[^;]{0,60}line-through/i;
const SCRIPT = /vertical-align\s*:\s*(super|sub)\b/i;

/** Reads a tree of HTML elements into paragraphs, tables and noise, in reading order. */
export function flowOf(root: ParentNode, reading: WebReading): Flow[] {
  return flowIn(root.children, reading);
}

/** Most lines have nothing beside them. */
const NOTHING: readonly Beside[] = [];

function flowIn(nodes: readonly AnyNode[], reading: WebReading): Flow[] {
  const flow: Flow[] = [];
  let line = '';
  let beside = NOTHING;
  /** The number of a list's item whose text is still to come. */
  let number = '';

  const flush = (): void => {
    if (line === '' && beside === NOTHING) return;
    const text = collapsed(line);
    const own = beside === NOTHING ? undefined : { beside };
    line = '';
    beside = NOTHING;
    if (text.trim() === '') {
      if (own) flow.push({ kind: 'blank', ...own });
      return;
    }
    flow.push(
      number === ''
        ? { kind: 'paragraph', text, ...own }
        : { kind: 'paragraph', text: number + text, numbered: true, ...own },
    );
    number = '';
  };

  const tell = (items: readonly Beside[]): void => {
    if (items.length > 0) beside = beside.concat(items);
  };

  const push = (items: readonly Flow[]): void => {
    flush();
    for (const item of items) flow.push(item);
  };

  const walk = (node: AnyNode): void => {
    if (node.type === 'text') {
      if (!node.parent || !reading.around.has(node.parent)) text(node.data, node.parent);
      else if (node.data.trim() !== '') flow.push({ kind: 'noise', noise: 'page-chrome', text: node.data });
    } else if (node.type === 'root' || node.type === 'cdata') node.children.forEach(walk);
    else if ('attribs' in node && !UNSEEN.has(node.name)) element(node);
  };

  const text = (data: string, parent: ParentNode | null): void => {
    const shown = (part: string) =>
      withLooks(shownText(part, parent), reading.asksLooks ? looksOf(parent) : []);
    if (!data.includes('\n') || !keepsLines(parent)) {
      line += shown(data);
      return;
    }
    for (const [i, each] of data.split(/\r?\n/).entries()) {
      if (i > 0) flush();
      line += shown(each);
    }
  };

  const element = (node: Element): void => {
    const { name } = node;
    const isBlock = name === 'table' || standsApart(node);
    const told = reading.besideOf?.(node);
    if (told) tell([told]);
    const aside = reading.noiseOf(node) ?? asideBy(node);
    if (aside) {
      if (isBlock) flush();
      const items = setAside(node, aside, reading);
      if (aside.why === undefined && aside.noise === 'page-chrome') flow.push(...items);
      else tell(items);
      if (isBlock) flush();
    } else if (name === 'br') flush();
    else if (name === 'table') push(tableFlow(node, reading, flowIn, setAside));
    else if (isTyped(name) && !hasBlockInside(node)) push(textFlow(nodeText(node)));
    else if (name === 'svg') {
      const lines = drawnLines(node);
      if (lines.length === 1) line += lines[0];
      else push(lines.map((text): Flow => ({ kind: 'paragraph', text })));
    } else if (name === 'math') line += formulaText(node);
    else if (isControl(node)) control(node);
    else if (isBlock) {
      flush();
      if (name === 'li') number = listNumber(node);
      node.children.forEach(walk);
      flush();
      if (name === 'li') number = '';
    } else if (name === 'q') quoted(node);
    else script(node);
  };

  /** A browser writes the marks of what is quoted, of one in another those for that. */
  const quoted = (node: Element): void => {
    const isInner = pathTo(node.parent).filter((each) => each.name === 'q').length % 2 === 1;
    line += isInner ? '‘' : '“';
    node.children.forEach(walk);
    line += isInner ? '’' : '”';
  };

  const control = (node: Element): void => {
    const { text = '', own = [] } = controlOf(node) ?? {};
    line += text;
    tell(
      own
        .filter((each) => each.trim() !== '')
        .map((each) => ({ kind: 'noise', noise: 'page-chrome', text: each })),
    );
  };

  /** Text above or below the line is written in it; any other text simply goes on. */
  const script = (node: Element): void => {
    const before = line;
    const pushed = flow.length;
    node.children.forEach(walk);
    const where = scriptOf(node);
    if (where === undefined || flow.length > pushed) return;
    const text = line.slice(before.length).trim();
    line = before + (where === 'sup' ? raisedBehind(before, text) : loweredIfAll(text));
  };

  for (const node of nodes) walk(node);
  flush();
  return flow;
}

/** Whether an element stands on lines of its own: as its style says, or as it does by itself. */
function standsApart({ name, attribs }: Element): boolean {
  const { style }: { style?: string } = attribs;
  const display =
    style !== undefined && /display/i.test(style) ? Array.from(style.matchAll(DISPLAY)).at(-1) : undefined;
  if (display?.[1] === undefined) return BLOCKS.has(name);
  return BLOCKS.has(name)
    ? display[1].toLowerCase() !== 'inline'
    : /^(?:block|flex|grid|list-item|table)$/i.test(display[1]);
}

const DISPLAY = /(?:^|;)\s*display\s{0,9}:\s{0,9}([\w-]+)/gi;

function isControl({ name }: Element): boolean {
  return name === 'input' || name === 'select';
}

function scriptOf({ name, attribs }: Element): 'sup' | 'sub' | undefined {
  if (name === 'sup' || name === 'sub') return name;
  const { style }: { style?: string } = attribs;
  const [, where] = (style !== undefined && SCRIPT.exec(style)) || [];
  if (where === undefined) return undefined;
  return where.toLowerCase() === 'super' ? 'sup' : 'sub';
}

/** What a browser hides, crosses out or prints above the line. */
function asideBy(element: Element): Aside | undefined {
  const { name, attribs } = element;
  if (hiddenBy(element)) return { noise: 'invisible', why: 'hidden' };
  const { style }: { style?: string } = attribs;
  if (STRUCK.has(name) || (style !== undefined && LINE_THROUGH.test(style)))
    return { noise: 'deleted', why: 'struck' };
  if (name === 'rt') return { noise: 'comment' };
  return isFallback(element) ? { noise: 'invisible' } : undefined;
}

/** An element's text as noise; of what is told, in one piece. */
function setAside(element: Element, { noise, why }: Aside, reading: WebReading): NoiseFlow[] {
  const flow = flowIn(element.name === 'select' || isControl(element) ? [element] : element.children, {
    around: reading.around,
    noiseOf: () => undefined,
  });
  const texts = allTextsOf(flow).filter((text) => text.trim() !== '');
  if (texts.length === 0) return [];
  return why === undefined
    ? texts.map((text) => ({ kind: 'noise', noise, text }))
    : [{ kind: 'noise', noise, text: texts.join('\n'), why }];
}

type NoiseFlow = Extract<Beside, { readonly kind: 'noise' }>;

function allTextsOf(flow: readonly Flow[]): string[] {
  return flow.flatMap((item) => [
    ...textsOfFlow([item]),
    ...besideIn([item]).flatMap((each) => (each.kind === 'told' ? [] : each.text)),
  ]);
}

const WIDE = /[\p{Script=Han}\ufdd0-\ufdef\u3000-\u303f\uff00-\uffef“”‘’—…]/u;

/** A browser shows blanks as one; a line break between wide characters is none (CSS Text 3 §4.1.3), unless it parts two names. */
function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (blanks, offset: number) => {
    const behind = offset + blanks.length;
    const isBreak =
      /[\r\n]/.test(blanks) && WIDE.test(text[offset - 1] ?? '') && WIDE.test(text[behind] ?? '');
    if (!isBreak) return ' ';
    const [before, next] = [text.slice(Math.max(0, offset - 60), offset), text.slice(behind, behind + 60)];
    return partsNames(before.trimStart(), next.split(/\s/)[0] ?? '') ? ' ' : '';
  });
}
