import type { Element, ParentNode } from 'domhandler';
import { signFont } from '../../words/sign-fonts.js';
import { inSigns } from '../word/signs.js';

const FAMILY = /(?:^|;)\s*font-family\s*:\s*["']?([^"',;]+)/i;

/** The fonts of elements: every text in them asks. */
const FONTS = new WeakMap<ParentNode, string>();

/** A text as a browser shows it in the font that the elements around it say: ü is ✓ in Wingdings. */
export function shownText(text: string, parent: ParentNode | null): string {
  if (!parent || !/[!-\u00ff\uf021-\uf0ff]/.test(text)) return text;
  const font = signFont(fontOf(parent));
  return font === undefined ? text : inSigns(text, font);
}

function fontOf(node: ParentNode): string {
  const path: ParentNode[] = [];
  let font = '';
  for (let up: ParentNode | null = node; up; up = up.parent) {
    const known = FONTS.get(up) ?? (up.type === 'tag' ? ownFont(up) : undefined);
    path.push(up);
    if (known === undefined) continue;
    font = known;
    break;
  }
  for (const each of path) FONTS.set(each, font);
  return font;
}

function ownFont({ name, attribs }: Element): string | undefined {
  const { style, face }: { style?: string; face?: string } = attribs;
  const [, family] = (style !== undefined && FAMILY.exec(style)) || [];
  return family?.trim() ?? (name === 'font' ? face?.split(',')[0]?.trim() : undefined);
}
