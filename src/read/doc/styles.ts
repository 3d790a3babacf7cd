import { DEEPEST_STYLE } from '../word/styles.js';
import type { DocFile } from './file.js';
import { NOTHING, type Properties, propertiesAt } from './properties.js';

/** What a style says of paragraphs and of characters (MS-DOC 2.9.260). */
interface Style {
  readonly based: number;
  readonly paragraph: Properties;
  readonly characters: Properties;
}

const PARAGRAPH = 1;

/** The styles of a file, by their numbers. */
export class DocStyles {
  readonly #all: readonly (Style | undefined)[];

  constructor({ table, part }: DocFile) {
    const { at: start, length } = part('styles');
    const all: (Style | undefined)[] = [];
    if (length > 6) {
      const base = table.getUint16(start + 4, true);
      let at = start + 2 + table.getUint16(start, true);
      while (at + 2 <= start + length) {
        const size = table.getUint16(at, true);
        all.push(size === 0 ? undefined : styleAt(table, at + 2, base));
        at += 2 + size;
      }
    }
    this.#all = all;
  }

  /** What a style and those that it is based on say, the nearest first. */
  from(style: number): Style[] {
    const chain: Style[] = [];
    for (let each = this.#all[style]; each && chain.length < DEEPEST_STYLE; each = this.#all[each.based])
      chain.push(each);
    return chain;
  }
}

function styleAt(table: DataView, at: number, base: number): Style {
  const kind = table.getUint16(at + 2, true);
  const count = table.getUint16(at + 4, true) & 0xf;
  let next = at + base + 2 + 2 * table.getUint16(at + base, true) + 2;
  const said: Properties[] = [];
  for (let i = 0; i < count; i++) {
    next += (next - at) & 1;
    const size = table.getUint16(next, true);
    const skip = (kind & 0xf) === PARAGRAPH && i === 0 ? 2 : 0;
    said.push(propertiesAt(table, next + 2 + skip, next + 2 + size));
    next += 2 + size;
  }
  const isParagraph = (kind & 0xf) === PARAGRAPH;
  return {
    based: kind >> 4,
    paragraph: (isParagraph ? said[0] : undefined) ?? NOTHING,
    characters: (isParagraph ? said[1] : said[0]) ?? NOTHING,
  };
}
