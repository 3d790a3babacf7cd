import type { AnyNode, Element, ParentNode } from 'domhandler';

/** All text inside a node, as it stands in the source. */
export function nodeText(node: AnyNode): string {
  if (node.type === 'text') return node.data;
  return 'children' in node ? node.children.map(nodeText).join('') : '';
}

/** The beginning of the text inside a node: all of it, or some more than so many characters. */
export function beginningOf(node: AnyNode, length: number): string {
  if (node.type === 'text') return node.data;
  let text = '';
  for (const child of 'children' in node ? node.children : []) {
    text += beginningOf(child, length - text.length);
    if (text.length > length) break;
  }
  return text;
}

/** The elements that stand in a node itself. */
export function elementsIn(parent: ParentNode, ...names: string[]): Element[] {
  return parent.children.filter(
    (child): child is Element => child.type === 'tag' && (names.length === 0 || names.includes(child.name)),
  );
}

/** Goes through the elements below `node` in reading order; `enter` says whether to go into one. */
export function visitBelow(node: ParentNode, enter: (element: Element) => boolean): void {
  for (const child of node.children) {
    if (child.type === 'tag' && enter(child)) visitBelow(child, enter);
  }
}

/** All elements below a node whose names are wanted, in reading order. */
export function elementsBelow(node: ParentNode, isWanted: (name: string) => boolean): Element[] {
  const found: Element[] = [];
  visitBelow(node, (element) => {
    if (isWanted(element.name)) found.push(element);
    return true;
  });
  return found;
}

/** The elements from the root down to `node`, itself included. */
export function pathTo(node: ParentNode | null): Element[] {
  const path: Element[] = [];
  for (let up = node; up; up = up.parent) if (up.type === 'tag') path.unshift(up);
  return path;
}

/** Whether a node is one of `nodes` or stands in one. */
export function isWithin(node: ParentNode, nodes: ReadonlySet<AnyNode>): boolean {
  for (let up: ParentNode | null = node; up; up = up.parent) if (nodes.has(up)) return true;
  return false;
}

/** Makes nodes the children of an element, instead of those that it has. */
export function adopt(parent: ParentNode, children: readonly AnyNode[]): void {
  parent.children = Array.from(children) as Element['children'];
  for (const [i, child] of children.entries()) {
    child.parent = parent;
    child.prev = (children[i - 1] ?? null) as typeof child.prev;
    child.next = (children[i + 1] ?? null) as typeof child.next;
  }
}
