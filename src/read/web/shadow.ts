import type { AnyNode, Document, Element } from 'domhandler';
import { adopt, elementsBelow, visitBelow } from './tree.js';

/**
 * Puts what a page declares to be shown in an element's place there, with the element's own content in its slots (HTML
 * Living Standard §4.12.3; DOM §4.2.2.3). What has no slot is not shown.
 */
export function openShadows(dom: Document): void {
  for (const host of elementsBelow(dom, () => true)) {
    const shadow = host.children.find(
      (child): child is Element => child.type === 'tag' && 'shadowrootmode' in child.attribs,
    );
    if (!shadow) continue;
    const own = host.children.filter((child) => child !== shadow);
    const shown = shadow.children.flatMap((child) => (child.type === 'root' ? child.children : [child]));
    adopt(host, shown);
    const slotOf = (node: AnyNode) => (node.type === 'tag' ? (node.attribs['slot'] ?? '') : '');
    const filled = new Set<string>();
    visitBelow(host, (slot) => {
      if (slot.name !== 'slot') return true;
      const name = slot.attribs['name'] ?? '';
      const given = own.filter((node) => slotOf(node) === name);
      // What stands in a slot is shown where nothing is given for it.
      if (!filled.has(name) && given.some(hasContent)) adopt(slot, given);
      filled.add(name);
      return false;
    });
  }
}

function hasContent(node: AnyNode): boolean {
  return node.type === 'tag' || (node.type === 'text' && node.data.trim() !== '');
}
