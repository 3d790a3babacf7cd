import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Document } from '../model/document.js';
import { spansOf } from '../model/passage.js';
import type { Span } from '../model/place.js';
import { hasLookalikes, withoutLookalikes } from '../words/radicals.js';

/** What a font, and no standard, says how it looks. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/gu;

/** The same in UTF-16 units, which is sooner looked for. */
const ANY_PRIVATE = /[\ue000-\uf8ff\udb80-\udbff]/;

/** The characters of a file, as its texts come one after the other. */
export class Characters {
  readonly #pairs = new Set<string>();
  #count = 0;

  /** A text with the characters that it looks like; no later step asks how they were written. */
  read(text: string): string {
    if (!hasLookalikes(text)) return text;
    return withoutLookalikes(text, (lookalike, character) => {
      this.#count++;
      this.#pairs.add(`${lookalike}→${character}`);
    });
  }

  /** What is to be said of the characters of a Document that was made of these texts. */
  toldOf(document: Document): Diagnostic[] {
    const pairs = Array.from(this.#pairs);
    return [
      ...(this.#count > 0
        ? [diagnose('characters-replaced', { count: this.#count, pairs }, document.name)]
        : []),
      ...privateIn(document),
    ];
  }
}

/** Characters of the notice that only a font knows; a page's icons outside of it are none. */
function privateIn(document: Document): Diagnostic[] {
  const { blocks, text, placeOf } = document;
  if (!ANY_PRIVATE.test(text)) return [];
  const passages = blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [block.passage]
      : block.rows.flatMap(({ cells }) => cells.map(({ passage }) => passage)),
  );
  const offsets = passages
    .flatMap(spansOf)
    .flatMap(([start, end]) =>
      Array.from(
        text.slice(start, end).matchAll(PRIVATE),
        ({ index, 0: { length } }): Span => [start + index, start + index + length],
      ),
    );
  const [first] = offsets;
  if (!first) return [];
  const at = placeOf(first);
  return [diagnose('characters-private', { count: offsets.length }, at)];
}
