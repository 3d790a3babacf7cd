import type { ParentNode } from 'domhandler';

/** Elements whose text keeps its blanks and line breaks. */
const AS_TYPED: ReadonlySet<string> = new Set(['pre', 'listing', 'plaintext', 'textarea', 'xmp']);

const WHITE_SPACE = /(?:^|;)\s*white-space(?:-collapse)?\s{0,9}:\s{0,9}([\w-]+)/gi;
const KEEPS = /^(?:pre|break-spaces|preserve)/i;

/** Whether an element shows its text as it was typed: where a line breaks in the source, one breaks on the page. */
export function isTyped(name: string): boolean {
  return AS_TYPED.has(name);
}

/** What is known of elements: every text in them asks. */
const KEPT = new WeakMap<ParentNode, boolean>();

/** Whether the line breaks of a text in an element are shown, as it says or those around it do. */
export function keepsLines(node: ParentNode | null): boolean {
  if (!node) return false;
  const known = KEPT.get(node);
  if (known !== undefined) return known;
  const keeps = ownRule(node) ?? keepsLines(node.parent);
  KEPT.set(node, keeps);
  return keeps;
}

/** What an element itself says; what is said last counts. */
function ownRule(node: ParentNode): boolean | undefined {
  if (node.type !== 'tag') return undefined;
  const { style }: { style?: string } = node.attribs;
  const said =
    style !== undefined && /white-space/i.test(style) && Array.from(style.matchAll(WHITE_SPACE)).at(-1);
  if (said) return KEEPS.test(said[1] ?? '');
  return AS_TYPED.has(node.name) ? true : undefined;
}
