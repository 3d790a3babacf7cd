import type { Beside } from '../flow.js';
import type { PageRead } from '../positions/document.js';
import { applied, combined, IDENTITY, type Matrix, matrixOf, movedBox } from '../positions/matrix.js';
import { onPaper } from '../positions/on-paper.js';
import { type Box, directionOf, type Glyph, THICKEST_RULE } from '../positions/printed-page.js';
import { PathBuilder, rulesOf } from '../positions/strokes.js';
import { localName, type XmlElement } from '../xml.js';
import { numbersIn } from './package.js';
import { drawOfdPath } from './paths.js';
import { offsetsOf } from './text-code.js';

/** Lengths are millimetres; a point is a 72nd of an inch. */
export const POINTS: number = 72 / 25.4;

/** How thick a line is that says nothing of it (GB/T 33190—2016, 8.2). */
const USUAL_LINE = 0.353;

/** No picture of a notice that says something is smaller, in points. */
const SMALLEST_PICTURE = 8;

/** How deep blocks may stand in each other. */
const DEEPEST_BLOCK = 20;

/** Reads the objects of pages: text, paths and pictures (GB/T 33190—2016, 8 to 13). */
export class OfdPageReader {
  readonly #glyphs: Glyph[] = [];
  readonly #rules: Box[] = [];
  readonly #pictures: Box[] = [];
  readonly #beside: Beside[] = [];
  #hidden = '';

  /** The objects of a layer or a block. */
  read(block: XmlElement, base: Matrix, depth = 0): void {
    if (depth > DEEPEST_BLOCK) return;
    for (const object of block.children) {
      const kind = localName(object);
      if (kind === 'PageBlock' || kind === 'Layer') this.read(object, base, depth + 1);
      else if (kind === 'TextObject') this.#text(object, placed(object, base));
      else if (kind === 'PathObject') this.#path(object, placed(object, base));
      else if (kind === 'ImageObject' || kind === 'CompositeObject') this.#picture(object, base);
    }
  }

  /** What is put on a page later: no text of it. */
  setAside(noise: 'comment' | 'page-margin', text: string): void {
    if (text.trim() !== '') this.#beside.push({ kind: 'noise', noise, text });
  }

  page(size: { readonly number: number; readonly width: number; readonly height: number }): PageRead {
    const { glyphs, hidden, cut } = onPaper(this.#glyphs, size);
    const unseen = this.#hidden + hidden;
    if (unseen.trim() !== '')
      this.#beside.push({ kind: 'noise', noise: 'invisible', text: unseen, why: 'hidden' });
    const [rules, pictures, beside] = [this.#rules, this.#pictures, this.#beside];
    const unknown = glyphs.filter(({ text }) => text === '\ufffd').length;
    return { page: { ...size, glyphs, rules, pictures, beside }, unknown, invisible: '', cut };
  }

  #text(object: XmlElement, matrix: Matrix): void {
    const { attributes } = object;
    const size = Number(attributes['Size'] ?? 0);
    const stretch = Number(attributes['HScale'] ?? 1);
    const isHidden = attributes['Visible'] === 'false' || attributes['Alpha'] === '0';
    for (const code of object.children.filter((child) => localName(child) === 'TextCode')) {
      const characters = Array.from(code.text.replace(/[\r\n\t]/g, ''));
      if (isHidden) this.#hidden += code.text;
      else
        for (const { text, x, y, width } of offsetsOf(code, characters, size, stretch)) {
          const [left, line] = applied(matrix, x, y);
          const [right, end] = applied(matrix, x + width, y);
          const [upX, upY] = applied(matrix, x, y - size);
          const isLevel = Math.abs(end - line) <= 0.02 * Math.abs(right - left) + 0.01 && right >= left;
          this.#glyphs.push({
            ...{ text, x: left, y: line, size: Math.hypot(upX - left, upY - line) },
            width: isLevel ? right - left : Math.hypot(right - left, end - line),
            ...(!isLevel && { runs: directionOf(right - left, end - line) }),
          });
        }
    }
  }

  #path({ attributes, children }: XmlElement, matrix: Matrix): void {
    if (attributes['Visible'] === 'false') return;
    const data = children.find((child) => localName(child) === 'AbbreviatedData')?.text ?? '';
    const path = new PathBuilder(matrix);
    drawOfdPath(data, path);
    const [x, y] = applied(matrix, 0, 0);
    const [dx, dy] = applied(matrix, Number(attributes['LineWidth'] ?? USUAL_LINE), 0);
    this.#rules.push(
      ...rulesOf(path.subpaths, {
        stroked: attributes['Stroke'] !== 'false',
        filled: attributes['Fill'] === 'true',
        lineWidth: Math.hypot(dx - x, dy - y),
      }),
    );
  }

  #picture({ attributes }: XmlElement, base: Matrix): void {
    const box = movedBox(base, boxOf(attributes['Boundary']));
    if (attributes['Visible'] === 'false') return;
    const thickness = Math.min(box.right - box.left, box.bottom - box.top);
    if (thickness <= THICKEST_RULE) this.#rules.push(box);
    if (thickness >= SMALLEST_PICTURE) this.#pictures.push(box);
  }
}

/** From what an object counts in to the page: its own matrix, then where its boundary begins. */
function placed({ attributes }: XmlElement, base: Matrix): Matrix {
  const { left, top } = boxOf(attributes['Boundary']);
  const own = attributes['CTM'] === undefined ? IDENTITY : matrixOf(numbersIn(attributes['CTM']));
  return combined(combined(own, [1, 0, 0, 1, left, top]), base);
}

/** A box as it is written: where it begins, its width and height. */
export function boxOf(list: string | undefined): Box {
  const [left = 0, top = 0, width = 0, height = 0] = numbersIn(list);
  return { left, top, right: left + width, bottom: top + height };
}
