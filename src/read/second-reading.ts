import { load } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import mammoth from 'mammoth';

/** A paragraph or a cell as a second reader has it. */
export interface SecondUnit {
  readonly text: string;
  /** Of a cell, how many rows and columns it covers. */
  readonly covers?: readonly [rows: number, columns: number];
}

/** Something that the second reader found: a paragraph, or a cell with what stands in it. */
export type SecondBlock =
  | { readonly kind: 'paragraph'; readonly unit: SecondUnit }
  | { readonly kind: 'cell'; readonly unit: SecondUnit; readonly inside: readonly SecondBlock[] };

/** Raised and lowered text as it is compared: 10^4, CO_2. */
const SCRIPTS: Readonly<Record<string, string>> = { sup: '^', sub: '_' };

/** Notes that mammoth puts behind the text, and the signs that refer to them. */
const NOTES = /^(?:foot|end)note-/;

/**
 * Reads a Word file with mammoth, and its HTML with a parser that our own reader of Word files does not use.
 *
 * @throws Error where mammoth cannot read the file
 */
export async function secondReading(bytes: Uint8Array): Promise<readonly SecondBlock[]> {
  // Of a file in memory, mammoth wants one thing in Node and another in browsers.
  const arrayBuffer = new Uint8Array(bytes).buffer;
  const { value: html } = await mammoth.convertToHtml(
    // biome-ignore lint/style/noRestrictedGlobals: mammoth takes nothing else in Node; in browsers it is not looked at.
    { buffer: Buffer.from(arrayBuffer), arrayBuffer } as { arrayBuffer: ArrayBuffer },
    {
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  return foundIn(load(html)('body')[0] as Element);
}

function foundIn(parent: Element): SecondBlock[] {
  return parent.children.flatMap((child): SecondBlock[] => {
    if (child.type !== 'tag') return [];
    const { name } = child;
    if (name === 'table') return cellsIn(child);
    if ((name === 'ol' || name === 'ul') && child.children.some(isNote)) return [];
    if (name === 'p') return textOf(child).split('\n').map(paragraph);
    return foundIn(child);
  });
}

const paragraph = (text: string): SecondBlock => ({ kind: 'paragraph', unit: { text } });

function cellsIn(parent: Element): SecondBlock[] {
  return parent.children.flatMap((child): SecondBlock[] => {
    if (child.type !== 'tag') return [];
    if (child.name !== 'td' && child.name !== 'th') return cellsIn(child);
    const inside = foundIn(child);
    const { rowspan, colspan } = child.attribs as { rowspan?: string; colspan?: string };
    const text = inside.map(({ unit }) => unit.text).join('\n');
    return [{ kind: 'cell', unit: { text, covers: [Number(rowspan ?? 1), Number(colspan ?? 1)] }, inside }];
  });
}

/** The text of a paragraph; a line break in it is one. */
function textOf(node: AnyNode, before = ''): string {
  if (node.type === 'text') return node.data;
  if (node.type !== 'tag') return '';
  const { id, type, checked } = node.attribs as { id?: string; type?: string; checked?: string };
  if (node.name === 'br') return '\n';
  if (node.name === 'input' && type === 'checkbox') return checked === undefined ? '☐' : '☒';
  if (id !== undefined && NOTES.test(id)) return '';
  let text = '';
  for (const child of node.children) text += textOf(child, before + text);
  const mark = SCRIPTS[node.name];
  // What is raised and stands by itself is only small.
  return mark && /\S$/.test(before) ? text.replace(/[\d+\-−=()]/g, `${mark}$&`) : text;
}

function isNote(node: AnyNode): boolean {
  return node.type === 'tag' && NOTES.test((node.attribs as { id?: string }).id ?? '');
}
