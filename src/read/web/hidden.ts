import type { Document, Element } from 'domhandler';
import { visitBelow } from './tree.js';

/** What a style says of whether an element is shown; what is said last counts. */
const DECLARATION = /(?:^|;)\s*(display|visibility)\s*:\s*([\w-]+)/gi;

/** What leaves no ink: of no size, of no colour, drawn far outside of the page. Sites fade in what style sheets so hide. */
const INKLESS =
  /(?:^|;)\s*(?:opacity\s*:\s*0(?:\.0+)?(?=\s*(?:[;!]|$))|color\s*:\s*transparent|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:\.\d+)?(?:px|em|pt))/i;
const SIZELESS = /(?:^|;)\s*font-size\s*:\s*0(?:px|pt|em|rem|%)?(?=\s*(?:[;!]|$))/i;
const SIZE = /font-size\s*:/i;

/** Elements that nobody sees unless a program opens them, or one runs none (HTML Living Standard §15.3.1). */
const CLOSED: ReadonlySet<string> = new Set(['datalist', 'noscript']);

/** What takes the place of what a browser cannot show. */
const INSTEAD: ReadonlySet<string> = new Set(
  'audio canvas iframe meter noframes object progress video'.split(' '),
);

/**
 * How an element is hidden, if it is: `gone` with its room, as if it were not there, or `blank`, with its room left
 * empty. What style sheets say stands in the elements by now.
 */
export function hiddenBy(element: Element): 'gone' | 'blank' | undefined {
  const { name, attribs } = element;
  const { style }: { style?: string } = attribs;
  let display: string | undefined;
  let visibility: string | undefined;
  for (const [, property = '', value = ''] of style?.matchAll(DECLARATION) ?? []) {
    if (property.toLowerCase() === 'display') display = value.toLowerCase();
    else visibility = value.toLowerCase();
  }
  if (display === 'none' || CLOSED.has(name) || (name === 'dialog' && !('open' in attribs))) return 'gone';
  if ('hidden' in attribs && display === undefined) return 'gone';
  if (style !== undefined && (INKLESS.test(style) || isSizeless(element, style))) return 'blank';
  if (visibility === 'collapse') return /^t(?:r|body|head|foot)$/.test(name) ? 'gone' : 'blank';
  return visibility === 'hidden' ? 'blank' : undefined;
}

/** Shows what only waits for a program of the page: pages of some sites fade in when all is there. */
export function unveil(dom: Document): void {
  visitBelow(dom, ({ attribs }) => {
    const { style }: { style?: string } = attribs;
    if (style !== undefined && VEILED.test(style)) attribs['style'] = style.replace(VEILED, ';');
    return true;
  });
}

const VEILED = /(?:^|;)\s*(?:visibility\s{0,9}:\s{0,9}hidden|opacity\s{0,9}:\s{0,9}0)\s*(?=;|$)/gi;

/** Whether nothing in an element has a size; sites say so of what holds things that have one of their own. */
function isSizeless(element: Element, style: string): boolean {
  if (!SIZELESS.test(style)) return false;
  let hasOwn = false;
  visitBelow(element, ({ name, attribs }) => {
    hasOwn ||= name === 'font' || SIZE.test(attribs['style'] ?? '');
    return !hasOwn;
  });
  return !hasOwn;
}

/** Whether an element's text is shown only where the element itself cannot be. */
export function isFallback({ name }: Element): boolean {
  return INSTEAD.has(name);
}
