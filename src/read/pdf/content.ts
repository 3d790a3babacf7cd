import type { Beside } from '../flow.js';
import type { PageRead } from '../positions/document.js';
import { greatest, least } from '../positions/extremes.js';
import { onPaper } from '../positions/on-paper.js';
import { type Box, type Glyph, THICKEST_RULE } from '../positions/printed-page.js';

/** No picture of a notice that says something is smaller. */
const SMALLEST_PICTURE = 8;

/** How many shapes with curves there are where letters are drawn and not written, at least. */
const FEWEST_SHAPES = 30;

/** What is found on a page while its program runs. */
export class PageContent {
  readonly rules: Box[] = [];
  readonly #glyphs: Glyph[] = [];
  readonly #pictures: Box[] = [];
  readonly #hidden = new Map<'hidden' | 'comment', string>();
  #unknown = 0;
  #invisible = '';
  readonly #shapes: Box[] = [];
  #cut = '';

  /** A character that is seen; of some the file does not say which they are. */
  show(glyph: Glyph, isKnown: boolean): void {
    if (!isKnown) this.#unknown++;
    this.#glyphs.push(glyph);
  }

  /** Text that goes on where nothing is printed any more. */
  cut(text: string): void {
    this.#cut += text;
  }

  hide(kind: 'hidden' | 'comment', text: string): void {
    this.#hidden.set(kind, (this.#hidden.get(kind) ?? '') + text);
  }

  /** Text that is neither filled nor stroked. */
  leaveInvisible(text: string): void {
    this.#invisible += text;
  }

  /** A shape with curves, which is no rule. */
  addShape(seen: Box): void {
    this.#shapes.push(seen);
  }

  /** A picture, where it is large enough to say something; one as thin as a rule is one. */
  addPicture(seen: Box): boolean {
    const thickness = Math.min(seen.right - seen.left, seen.bottom - seen.top);
    if (thickness <= THICKEST_RULE) this.rules.push(seen);
    if (thickness < SMALLEST_PICTURE) return false;
    this.#pictures.push(seen);
    return true;
  }

  /** All of it: what stands off the page is hidden, too. */
  read(size: { readonly number: number; readonly width: number; readonly height: number }): PageRead {
    const page: Box = { left: 0, top: 0, right: size.width, bottom: size.height };
    const { glyphs, hidden, cut } = onPaper(this.#glyphs, size);
    if (hidden !== '') this.hide('hidden', hidden);
    this.cut(cut);
    const drawn = this.#shapes.length < FEWEST_SHAPES ? [] : [boxAround(this.#shapes)];
    // Where nothing else is on the page, its text is drawn.
    if (glyphs.every(({ text }) => text.trim() === '')) drawn.fill(page);
    const pictures = [...this.#pictures, ...drawn];
    const beside = Array.from(this.#hidden)
      .filter(([, text]) => text.trim() !== '')
      .map(
        ([kind, text]): Beside =>
          kind === 'hidden'
            ? { kind: 'noise', noise: 'invisible', text, why: 'hidden' }
            : { kind: 'noise', noise: 'comment', text },
      );
    return {
      page: { ...size, glyphs, rules: this.rules, pictures, beside },
      unknown: this.#unknown,
      invisible: this.#invisible,
      cut: this.#cut,
    };
  }
}

function boxAround(boxes: readonly Box[]): Box {
  return {
    left: least(boxes.map(({ left }) => left)),
    top: least(boxes.map(({ top }) => top)),
    right: greatest(boxes.map(({ right }) => right)),
    bottom: greatest(boxes.map(({ bottom }) => bottom)),
  };
}
