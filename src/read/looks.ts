// How text is shown, where a legend of the notice speaks of it. While a form is read its text carries signs for that,
// which Unicode keeps for such use inside of a program (noncharacters, 23.7); the Document has stretches instead.
import type { Look, ShownSpan } from '../model/look.js';

const ORDER: readonly Look[] = ['bold', 'heiti', 'italic', 'underlined', 'red', 'blue', 'green', 'shaded'];
const FIRST_SIGN = 0xfdd0;
const SIGN = /[\ufdd0-\ufdef]/g;

/** A text with signs around it for each look that it has. */
export function withLooks(text: string, looks: readonly Look[]): string {
  if (looks.length === 0 || text.trim() === '') return text;
  const sign = (look: Look, end: 0 | 1) => String.fromCharCode(FIRST_SIGN + 2 * ORDER.indexOf(look) + end);
  return [...looks.map((look) => sign(look, 0)), text, ...looks.map((look) => sign(look, 1))].join('');
}

/** A text without these signs, and which stretches of it they stood around. */
export function looksIn(signed: string): { readonly text: string; readonly shown: readonly ShownSpan[] } {
  if (signed.search(SIGN) < 0) return { text: signed, shown: [] };
  const shown: ShownSpan[] = [];
  const begun = new Map<Look, number>();
  let text = '';
  for (const char of signed) {
    const code = char.charCodeAt(0) - FIRST_SIGN;
    if (code < 0 || code >= 32) {
      text += char;
      continue;
    }
    const look = ORDER[code >> 1];
    if (look === undefined) continue;
    const start = begun.get(look);
    if (code % 2 === 0) begun.set(look, start ?? text.length);
    else if (start !== undefined) {
      shown.push({ look, span: [start, text.length] });
      begun.delete(look);
    }
  }
  return { text, shown };
}
