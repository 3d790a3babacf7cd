import type { Beside } from '../flow.js';
import type { PageRead } from '../positions/document.js';
import { type Box, type Glyph, holds } from '../positions/printed-page.js';

/** No picture of a notice that says something is smaller. */
const SMALLEST_PICTURE = 8;

/** What is found on a page while its program runs. */
export class PageContent {
  readonly rules: Box[] = [];
  readonly #glyphs: Glyph[] = [];
  readonly #pictures: Box[] = [];
  readonly #hidden = new Map<'hidden' | 'comment', string>();
  #unknown = 0;
  #invisible = '';

  /** A character that is seen; of some the file does not say which they are. */
  show(glyph: Glyph, isKnown: boolean): void {
    if (!isKnown) this.#unknown++;
    this.#glyphs.push(glyph);
  }

  hide(kind: 'hidden' | 'comment', text: string): void {
    this.#hidden.set(kind, (this.#hidden.get(kind) ?? '') + text);
  }

  /** Text that is neither filled nor stroked. */
  leaveInvisible(text: string): void {
    this.#invisible += text;
  }

  /** A picture, where it is large enough to say something. */
  addPicture(seen: Box): boolean {
    if (Math.min(seen.right - seen.left, seen.bottom - seen.top) < SMALLEST_PICTURE) return false;
    this.#pictures.push(seen);
    return true;
  }

  /** All of it: what stands off the page is hidden, too. */
  read(size: { readonly number: number; readonly width: number; readonly height: number }): PageRead {
    const page: Box = { left: 0, top: 0, right: size.width, bottom: size.height };
    const glyphs = this.#glyphs.filter((glyph) => {
      const isSeen = holds(page, { x: glyph.x + glyph.width / 2, y: glyph.y - glyph.size * 0.3 });
      if (!isSeen) this.hide('hidden', glyph.text);
      return isSeen;
    });
    const beside = Array.from(this.#hidden)
      .filter(([, text]) => text.trim() !== '')
      .map(
        ([kind, text]): Beside =>
          kind === 'hidden'
            ? { kind: 'noise', noise: 'invisible', text, why: 'hidden' }
            : { kind: 'noise', noise: 'comment', text },
      );
    return {
      page: { ...size, glyphs, rules: this.rules, pictures: this.#pictures, beside },
      unknown: this.#unknown,
      invisible: this.#invisible,
    };
  }
}
