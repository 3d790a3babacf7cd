import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { DEEPEST, MOST_ELEMENTS } from '../model/limits.js';

/** Elements that have no end tag, or need none (HTML Living Standard §13.1.2). */
const UNCLOSED: ReadonlySet<string> = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr p li dd dt tr td th tbody thead tfoot ' +
    'option optgroup colgroup caption rp rt html head body'
  ).split(' '),
);

/** How many elements markup has and how deep they are nested. */
export interface Nesting {
  readonly elements: number;
  readonly depth: number;
}

/** Counts the tags of XML or HTML without building the tree, which takes its time where they are nested deep. */
export function nestingOf(markup: string, kind: 'xml' | 'html'): Nesting {
  let elements = 0;
  let depth = 0;
  let deepest = 0;
  for (const [, slash, name = '', rest = ''] of markup.matchAll(/<(\/?)([a-z][\w:.-]*)([^<>]*)/gi)) {
    if (slash === '') elements++;
    if (kind === 'xml' ? rest.endsWith('/') : UNCLOSED.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
  }
  return { elements, depth: deepest };
}

/** Why a file is not read that is no notice by what its parts of XML hold. */
export function tooMuch(parts: Iterable<string>, name: string): Diagnostic | undefined {
  let elements = 0;
  for (const xml of parts) {
    const nesting = nestingOf(xml, 'xml');
    if (nesting.depth > DEEPEST) return diagnose('page-too-deep', { deepest: DEEPEST }, name);
    elements += nesting.elements;
  }
  return elements > MOST_ELEMENTS ? diagnose('elements-too-many', { most: MOST_ELEMENTS }, name) : undefined;
}
