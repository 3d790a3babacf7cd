import type { Element } from 'domhandler';
import { elementsBelow, nodeText } from './tree.js';

/** What a control of a form shows. */
export interface Control {
  /** What somebody has written into it, or chosen. */
  readonly text: string;
  /** What it says by itself: the words on a button, hints, what else could be chosen. */
  readonly own: readonly string[];
}

/** Kinds of `input` that show their value; one that is not known is a text (HTML Living Standard §4.10.5). */
const NO_TEXT: ReadonlySet<string> = new Set(['hidden', 'password', 'file', 'image', 'range', 'color']);
const BUTTON: ReadonlySet<string> = new Set(['button', 'submit', 'reset']);

/** What a control shows; `undefined` for what is none. */
export function controlOf(element: Element): Control | undefined {
  const { name, attribs } = element;
  const { type = '', value = '', placeholder = '' }: Record<string, string> = attribs;
  if (name === 'textarea') return written(nodeText(element), placeholder);
  if (name === 'select') return chosen(element);
  if (name !== 'input') return undefined;
  const kind = type.toLowerCase();
  if (kind === 'checkbox' || kind === 'radio') return { text: 'checked' in attribs ? '☑' : '☐', own: [] };
  if (BUTTON.has(kind)) return { text: '', own: [value] };
  return NO_TEXT.has(kind) ? { text: '', own: [] } : written(value, placeholder);
}

function written(text: string, placeholder: string): Control {
  return { text, own: text === '' ? [placeholder] : [] };
}

function chosen(select: Element): Control {
  const options = elementsBelow(select, (name) => name === 'option');
  const isList = 'multiple' in select.attribs || Number(select.attribs['size']) > 1;
  const selected = options.filter(({ attribs }) => 'selected' in attribs);
  const shown = isList ? options : selected.length > 0 ? selected.slice(-1) : options.slice(0, 1);
  const textsOf = (some: readonly Element[]) => some.map((option) => nodeText(option).trim());
  return { text: textsOf(shown).join('、'), own: textsOf(options.filter((each) => !shown.includes(each))) };
}
