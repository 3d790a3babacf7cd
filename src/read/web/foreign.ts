import type { AnyNode, Element } from 'domhandler';
import { loweredIfAll, raisedBehind } from '../../words/scripts.js';
import { hiddenBy } from './hidden.js';
import { nodeText } from './tree.js';

/** What of a drawing is not drawn where it stands (SVG 2 §5). */
const UNDRAWN: ReadonlySet<string> = new Set(
  'title desc metadata defs symbol clipPath mask marker pattern style script'.split(' '),
);

/** The lines of text in a drawing, in the order of the source. */
export function drawnLines(svg: Element): string[] {
  const lines: string[] = [];
  const walk = (node: AnyNode, inText: boolean): void => {
    if (node.type === 'text') {
      if (inText) lines.push(`${lines.pop() ?? ''}${node.data}`);
    } else if ('attribs' in node && !UNDRAWN.has(node.name) && hiddenBy(node) === undefined) {
      const isText = node.name === 'text' || node.name === 'foreignObject';
      // A part of a text that stands lower is a line.
      const isLower = node.name === 'tspan' && ('y' in node.attribs || 'dy' in node.attribs);
      if (isText || isLower) lines.push('');
      for (const child of node.children) walk(child, inText || isText);
    }
  };
  walk(svg, false);
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** A formula in one line: 10⁴, 1/2 (MathML Core §3). */
export function formulaText(node: AnyNode): string {
  if (node.type === 'text') return node.data.trim();
  if (!('attribs' in node) || /^annotation|^none$|^mprescripts$/.test(node.name)) return '';
  const parts = node.children.filter(({ type }) => type === 'tag').map(formulaText);
  const [base = '', second = '', third = ''] = parts;
  switch (node.name) {
    case 'msup':
    case 'mover':
      return base + raisedBehind(base, second);
    case 'msub':
    case 'munder':
      return base + loweredIfAll(second);
    case 'msubsup':
    case 'munderover':
      return base + loweredIfAll(second) + raisedBehind(base, third);
    case 'mfrac':
      return `${base}/${second}`;
    case 'msqrt':
      return `√${parts.join('')}`;
    default:
      return parts.length > 0 ? parts.join('') : nodeText(node).trim();
  }
}
