import type { PageRead } from '../positions/document.js';
import { applied, combined, IDENTITY, type Matrix, matrixOf, movedBox } from '../positions/matrix.js';
import type { Box } from '../positions/printed-page.js';
import { boundsOf, PathBuilder, rulesOf } from '../positions/strokes.js';
import { PageContent } from './content.js';
import { type Font, fontOf, meantBy, type ShownGlyph } from './font.js';
import { placedGlyph } from './glyph.js';
import { drawPdfPath, isCutBy, isReadWithin, paintOf, partWithin } from './paths.js';
import type { Pdfjs, PdfPage } from './pdfjs.js';
import { type GraphicsState, initialState } from './state.js';

/** Text that is neither filled nor stroked (ISO 32000-1, table 106). */
const INVISIBLE_MODES: ReadonlySet<number> = new Set([3, 7]);

/**
 * Runs a page's program as far as it writes text and rules. Pictures are not decoded: pdf.js leaves them out, and where
 * it does, the page is moved, and nothing is drawn.
 */
export class PageReader {
  readonly #content = new PageContent();
  readonly #stack: GraphicsState[] = [];
  readonly #marks: { readonly isHidden: boolean; readonly isArtifact: boolean }[] = [];
  #state: GraphicsState;
  #text: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  #clips = false;
  #annotation: 'field' | 'comment' | undefined;

  constructor(
    readonly pdfjs: Pdfjs,
    readonly page: PdfPage,
    /** From what the page's program counts in to points from the upper left corner. */
    readonly base: Matrix,
    readonly isShown: (group: unknown) => boolean,
    /** The ids of annotations that are fields of a form. */
    readonly fields: ReadonlySet<string>,
  ) {
    this.#state = initialState(base);
  }

  /** What was found, when all of the program has run. */
  read(size: { readonly number: number; readonly width: number; readonly height: number }): PageRead {
    while (this.#stack.length > 0) this.restore();
    this.#pictureLeftOut();
    return this.#content.read(size);
  }

  // The steps of the program, by what they do.

  save(): void {
    this.#stack.push(this.#state);
    this.#state = { ...this.#state, isDrawn: false, isMoved: false };
  }

  restore(): void {
    this.#pictureLeftOut();
    const { isDrawn } = this.#state;
    this.#state = this.#stack.pop() ?? this.#state;
    if (isDrawn) this.#state.isDrawn = true;
  }

  move(matrix: Matrix): void {
    this.#state.matrix = combined(matrix, this.#state.matrix);
    this.#state.isMoved = true;
  }

  setState(pairs: readonly (readonly [key: string, value: unknown])[]): void {
    for (const [key, value] of pairs) {
      if (key === 'ca' && typeof value === 'number') this.#state.alpha = value;
      if (key === 'LW' && typeof value === 'number') this.#state.lineWidth = value;
    }
  }

  set<K extends 'lineWidth' | 'charSpacing' | 'wordSpacing' | 'scale' | 'leading' | 'rise' | 'mode'>(
    key: K,
    value: number,
  ): void {
    this.#state[key] = value;
  }

  beginForm(matrix: ArrayLike<number> | null): void {
    this.save();
    if (matrix) this.move(matrixOf(matrix));
    this.#state.isMoved = false;
  }

  beginAnnotation(id: string, transform: ArrayLike<number>, matrix: ArrayLike<number>): void {
    this.save();
    this.#state.matrix = combined(matrixOf(matrix), combined(matrixOf(transform), this.base));
    this.#annotation = this.fields.has(id) ? 'field' : 'comment';
  }

  endAnnotation(): void {
    this.#annotation = undefined;
    this.restore();
  }

  beginMarked(tag: unknown, properties: unknown): void {
    this.#marks.push({
      isHidden: tag === 'OC' && !this.isShown(properties),
      isArtifact: tag === 'Artifact',
    });
  }

  endMarked(): void {
    this.#marks.pop();
  }

  beginText(): void {
    this.#text = IDENTITY;
    this.#line = IDENTITY;
  }

  setTextMatrix(matrix: Matrix): void {
    this.#text = matrix;
    this.#line = matrix;
  }

  moveText(x: number, y: number): void {
    this.#line = combined([1, 0, 0, 1, x, y], this.#line);
    this.#text = this.#line;
  }

  nextLine(): void {
    // The other way round than in the file: pdf.js has turned the sign.
    this.moveText(0, this.#state.leading);
  }

  setFont(name: string, size: number): void {
    this.#state.font = fontOf(this.page, name);
    this.#state.fontSize = size;
  }

  showText(shown: readonly (number | ShownGlyph)[]): void {
    const { font, fontSize, scale, charSpacing, wordSpacing } = this.#state;
    this.#state.isDrawn = true;
    if (!font) return;
    for (const item of shown) {
      if (typeof item === 'number') {
        const by = (-item / 1000) * fontSize;
        this.#advance(font.isVertical ? [0, by] : [by * scale, 0]);
        continue;
      }
      const spacing = charSpacing + (item.isSpace ? wordSpacing : 0);
      const width = item.width * font.unit * fontSize;
      this.#show(font, item, width);
      if (font.isVertical) {
        const down = (item.vmetric?.[0] ?? font.verticalMetrics?.[0] ?? -1000) * font.unit * fontSize;
        this.#advance([0, down - spacing]);
      } else this.#advance([(width + spacing) * scale, 0]);
    }
  }

  clip(): void {
    this.#clips = true;
  }

  path(
    operator: number,
    data: ArrayLike<number> | null | undefined,
    ranges: ArrayLike<number> | null | undefined,
  ): void {
    const { matrix, lineWidth } = this.#state;
    const paint = paintOf(this.pdfjs, operator);
    if (this.#clips) {
      this.#clips = false;
      if (ranges && ranges.length >= 4) this.#clipTo(ranges);
    }
    if (!paint || !data) return;
    this.#state.isDrawn = true;
    if (this.#isHidden()) return;
    const builder = new PathBuilder(matrix);
    drawPdfPath(data, builder);
    const { clip } = this.#state;
    const [ox, oy] = applied(matrix, 0, 0);
    const [dx, dy] = applied(matrix, lineWidth, 0);
    for (const rule of rulesOf(builder.subpaths, { ...paint, lineWidth: Math.hypot(dx - ox, dy - oy) })) {
      const kept = clip ? partWithin(rule, clip) : rule;
      if (kept) this.#content.rules.push(kept);
    }
    for (const subpath of builder.subpaths) {
      if (subpath.isStraight.includes(false)) this.#addShape(boundsOf(subpath));
    }
  }

  draw(): void {
    this.#state.isDrawn = true;
  }

  #addShape(shape: Box): void {
    const { clip } = this.#state;
    const kept = clip ? partWithin(shape, clip) : shape;
    if (kept) this.#content.addShape(kept);
  }

  #advance([x, y]: readonly [number, number]): void {
    this.#text = combined([1, 0, 0, 1, x, y], this.#text);
  }

  #show(font: Font, glyph: ShownGlyph, width: number): void {
    const { mode, alpha, clip } = this.#state;
    const known = font.characterOf(glyph);
    const text = known ?? '\ufffd';
    if (text === '' || (width === 0 && text.trim() === '')) return;
    const { box, ...placed } = placedGlyph(font, glyph, width, this.#text, this.#state);
    const isSeen = !this.#isHidden() && alpha > 0 && (!clip || isReadWithin(box, clip));
    const isArtifact = this.#marks.some((mark) => mark.isArtifact);
    if (INVISIBLE_MODES.has(mode)) this.#content.leaveInvisible(text);
    else if (!isSeen) this.#content.hide('hidden', text);
    else if (this.#annotation === 'comment') this.#content.hide('comment', text);
    else {
      if (clip && text.trim() !== '' && isCutBy(box, clip)) this.#content.cut(text);
      this.#content.show(
        { text: meantBy(text), ...placed, ...(isArtifact && { isArtifact: true as const }) },
        known !== undefined,
      );
    }
  }

  #isHidden(): boolean {
    return this.#marks.some(({ isHidden }) => isHidden);
  }

  #clipTo(ranges: ArrayLike<number>): void {
    const [left, top, right, bottom] = [ranges[0], ranges[1], ranges[2], ranges[3]] as [
      number,
      number,
      number,
      number,
    ];
    const box = movedBox(this.#state.matrix, { left, top, right, bottom });
    const { clip } = this.#state;
    this.#state.clip = clip ? (partWithin(box, clip) ?? { ...box, right: box.left }) : box;
  }

  #pictureLeftOut(): void {
    const { isDrawn, isMoved, matrix, clip } = this.#state;
    if (isDrawn || !isMoved) return;
    const box = movedBox(matrix, { left: 0, top: 0, right: 1, bottom: 1 });
    const seen = clip ? partWithin(box, clip) : box;
    if (seen && this.#content.addPicture(seen)) this.#state.isDrawn = true;
  }
}
