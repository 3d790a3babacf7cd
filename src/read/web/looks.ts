import type { Element, ParentNode } from 'domhandler';
import type { Look } from '../../model/look.js';
import { hueOf, isHeiti } from '../../words/looks.js';

/** What is known of elements: every text in them asks. */
const KNOWN = new WeakMap<ParentNode, readonly Look[]>();

/** How a browser shows text in an element, as it says itself or those around it do. */
export function looksOf(node: ParentNode | null): readonly Look[] {
  if (node?.type !== 'tag') return [];
  const known = KNOWN.get(node);
  if (known) return known;
  const around = looksOf(node.parent);
  const said = new Map(ownLooks(node));
  const looks = [
    ...around.filter((look) => said.get(look) ?? !(isHue(look) && saysColour(node))),
    ...Array.from(said).flatMap(([look, is]) => (is && !around.includes(look) ? [look] : [])),
  ];
  KNOWN.set(node, looks);
  return looks;
}

const BY_NAME: Readonly<Record<string, Look>> = {
  b: 'bold',
  strong: 'bold',
  u: 'underlined',
  ins: 'underlined',
  i: 'italic',
  em: 'italic',
  mark: 'shaded',
};

/** What an element says of looks: that its text has one, or not. */
function ownLooks(element: Element): (readonly [Look, boolean])[] {
  const { name, attribs } = element;
  const look = BY_NAME[name];
  const style = Array.from(
    (attribs['style'] ?? '').matchAll(/([\w-]{1,40})\s{0,9}:\s{0,9}([^;]{1,200})/g),
    ([, property = '', value = '']) => [property.toLowerCase(), value.trim().toLowerCase()] as const,
  );
  const colour = colourOf(element);
  const hue = colour === undefined ? undefined : hueOf(colour);
  return [
    ...(look ? [[look, true] as const] : []),
    ...(name === 'font' && attribs['face'] !== undefined
      ? [['heiti', isHeiti(attribs['face'])] as const]
      : []),
    ...style.flatMap(([property, value]) => saidBy(property, value)),
    ...(hue ? [[hue, true] as const] : []),
  ];
}

function saidBy(property: string, value: string): (readonly [Look, boolean])[] {
  switch (property) {
    case 'font-weight':
      return [['bold', /^(?:bold|[6-9]00)/.test(value)]];
    case 'font-style':
      return [['italic', /^(?:italic|oblique)/.test(value)]];
    case 'font-family':
      return [['heiti', isHeiti(value.split(',')[0] ?? '')]];
    case 'text-decoration':
    case 'text-decoration-line':
      return value.includes('underline') ? [['underlined', true]] : [];
    case 'background':
    case 'background-color':
      return /^(?:transparent|none|inherit|#f{3}(?:f{3})?\b|white|rgb\(\s*255,\s*255,\s*255)/.test(value)
        ? []
        : [['shaded', true]];
    default:
      return [];
  }
}

const COLOUR = /(?:^|;)\s*color\s*:\s*([^;!]{1,60})/i;
const RGB = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/i;

function saysColour(element: Element): boolean {
  return colourOf(element) !== undefined;
}

function colourOf({ name, attribs }: Element): string | undefined {
  const said =
    COLOUR.exec(attribs['style'] ?? '')?.[1]?.trim() ?? (name === 'font' ? attribs['color'] : undefined);
  const parts = RGB.exec(said ?? '')?.slice(1);
  if (!parts) return said;
  return parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('');
}

function isHue(look: Look): boolean {
  return look === 'red' || look === 'blue' || look === 'green';
}
