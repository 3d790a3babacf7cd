import type { Element } from 'domhandler';
import { diagnose } from '../../model/diagnose.js';
import type { Beside } from '../flow.js';
import { nodeText } from './tree.js';

/** A file of words or tables that a page only points to. */
const FILE = /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|zip|rar|7z)(?:$|[?#&])/i;

/** Pictures that only adorn: signs of kinds of files, lines, blanks. */
const ORNAMENT = /(?:^|[/_-])(?:icons?|ico|spacer|blank|filetype\w*)[/_.-]/i;

/** The address of a picture. */
const PICTURE = /^[^\s{}]+\.(?:png|jpe?g|gif|bmp|webp|svg)(?:$|[?#])|^https?:\/\/mmbiz/i;

/** What is told of an element that shows something which is no text of this file. */
export function embeddedBy(element: Element): Beside | undefined {
  const { name, attribs } = element;
  if (name === 'img') return isOrnament(element) ? undefined : drawing();
  if (name === 'iframe' || name === 'frame') return frame(attribs['src'] ?? '');
  if (/^(?:object|embed|video|audio|canvas)$/.test(name)) {
    return { kind: 'told', tell: (at, { near }) => diagnose('object-unread', { near }, at) };
  }
  if (name !== 'a' || !FILE.test(attribs['href'] ?? '')) return undefined;
  const text = nodeText(element).trim() || (attribs['href'] ?? '');
  return { kind: 'told', tell: (at) => diagnose('file-linked', { text }, at) };
}

function drawing(): Beside {
  return {
    kind: 'told',
    tell: (at, { text, near }) =>
      'cell' in at && text === ''
        ? diagnose('cell-unread', { what: 'picture' }, at)
        : diagnose('drawing-unread', { what: 'picture', near }, at),
  };
}

function frame(address: string): Beside | undefined {
  if (/^(?:about:|javascript:|#)?$/i.test(address)) return undefined;
  return { kind: 'told', tell: (at) => diagnose('frame-unread', { address }, at) };
}

function isOrnament({ attribs, next }: Element): boolean {
  const { src = '', width = '', height = '', style = '' }: Record<string, string> = attribs;
  // A page may load a picture late, and show a blank one up to then: data-original, data-src.
  const late = Object.entries(attribs).find(
    ([name, value]) => name.startsWith('data-') && PICTURE.test(value),
  );
  if (ORNAMENT.test(late?.[1] ?? src)) return true;
  const [, wide = width] = /(?:^|;)\s*width\s*:\s*(\d+)/i.exec(style) ?? [];
  const [, high = height] = /(?:^|;)\s*height\s*:\s*(\d+)/i.exec(style) ?? [];
  if (/^[0-3](?:px)?$/.test(wide) || /^[0-3](?:px)?$/.test(high)) return true;
  return next?.type === 'tag' && next.name === 'a' && FILE.test(next.attribs['href'] ?? '');
}

/** The pages in the frames of a page, by their addresses. */
export function framesIn(elements: readonly Element[]): string[] {
  return elements.flatMap(({ attribs }) => attribs['src'] ?? []).filter((address) => frame(address));
}
