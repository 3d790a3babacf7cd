import type { DocFile } from './file.js';

/** What is said of text, by what it is called (MS-DOC 2.6): its operand’s place in its stream. */
export type Properties = ReadonlyMap<number, Operand>;

export interface Operand {
  readonly view: DataView;
  readonly at: number;
  readonly size: number;
}

export const SPRM = {
  // Of paragraphs.
  inTable: 0x2416,
  endsRow: 0x2417,
  depth: 0x6649,
  endsInnerCell: 0x244b,
  endsInnerRow: 0x244c,
  level: 0x260a,
  list: 0x460b,
  huge: 0x6646,
  tableElsewhere: 0x646b,
  cells: 0xd608,
  // Of characters.
  deleted: 0x0800,
  inserted: 0x0801,
  struck: 0x0837,
  doublyStruck: 0x2a53,
  hidden: 0x083c,
  script: 0x2a48,
  style: 0x4a30,
  font: 0x4a4f,
  symbol: 0x6a09,
  bold: 0x0835,
  italic: 0x0836,
  underline: 0x2a3e,
  colourOf16: 0x2a42,
  colour: 0x6870,
  highlight: 0x2a0c,
  eastFont: 0x4a50,
  special: 0x0855,
} as const;

/** How long operands are, by three bits of their name; those of 6 say it themselves (2.2.5.1). */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];

/** Reads what a stretch of bytes says. */
export function propertiesAt(view: DataView, from: number, to: number): Properties {
  const all = new Map<number, Operand>();
  for (let at = from; at + 3 <= to; ) {
    const name = view.getUint16(at, true);
    at += 2;
    let size = SIZES[name >> 13] as number;
    if (name === SPRM.cells) {
      size = view.getUint16(at, true) - 1;
      at += 2;
    } else if (size === 0) {
      size = view.getUint8(at);
      at += 1;
    }
    all.set(name, { view, at, size });
    at += size;
  }
  return all;
}

/** The value of a property that has one byte, two or four. */
export function numberOf(properties: Properties, name: number): number | undefined {
  const operand = properties.get(name);
  if (!operand) return undefined;
  const { view, at, size } = operand;
  return size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, true) : view.getUint32(at, true);
}

/** A stretch of the file whose text has the same properties. */
interface PropertyStretch {
  readonly from: number;
  readonly to: number;
  /** Where they are said, and how much is said; of a paragraph its style before them. */
  readonly at: number;
  readonly size: number;
}

const PAGE = 512;

/** The properties of text by its place in the file, in pages of 512 bytes (2.9.25, 2.9.33). */
export class Stretches {
  readonly #all: readonly PropertyStretch[];
  readonly #main: DataView;
  readonly #read = new Map<PropertyStretch, Properties>();
  readonly #skip: number;

  constructor({ main, table, part }: DocFile, kind: 'characters' | 'paragraphs') {
    this.#main = main;
    this.#skip = kind === 'paragraphs' ? 2 : 0;
    const { at, length } = part(kind);
    const count = Math.max(0, Math.floor((length - 4) / 8));
    const all: PropertyStretch[] = [];
    for (let i = 0; i < count; i++) {
      const page = (table.getUint32(at + 4 * (count + 1) + 4 * i, true) & 0x3f_ffff) * PAGE;
      const runs = main.getUint8(page + PAGE - 1);
      const offsets = page + 4 * (runs + 1);
      for (let run = 0; run < runs; run++) {
        const offset = main.getUint8(offsets + run * (kind === 'characters' ? 1 : 13)) * 2;
        const [from, to] = [main.getUint32(page + 4 * run, true), main.getUint32(page + 4 * (run + 1), true)];
        if (offset === 0) all.push({ from, to, at: page, size: 0 });
        else if (kind === 'characters')
          all.push({ from, to, at: page + offset + 1, size: main.getUint8(page + offset) });
        else {
          const words = main.getUint8(page + offset);
          all.push(
            words === 0
              ? { from, to, at: page + offset + 2, size: 2 * main.getUint8(page + offset + 1) }
              : { from, to, at: page + offset + 1, size: 2 * words - 1 },
          );
        }
      }
    }
    this.#all = all.sort((a, b) => a.from - b.from);
  }

  at(place: number): PropertyStretch | undefined {
    let [low, high] = [0, this.#all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle] as PropertyStretch).to <= place) low = middle + 1;
      else high = middle;
    }
    const found = this.#all[low];
    return found && found.from <= place ? found : undefined;
  }

  of(stretch: PropertyStretch | undefined): Properties {
    if (!stretch) return NOTHING;
    const known = this.#read.get(stretch);
    if (known) return known;
    const read = propertiesAt(this.#main, stretch.at + this.#skip, stretch.at + stretch.size);
    this.#read.set(stretch, read);
    return read;
  }

  /** The number of a paragraph’s style. */
  styleOf(stretch: PropertyStretch | undefined): number {
    return stretch && stretch.size >= 2 ? this.#main.getUint16(stretch.at, true) : 0;
  }
}

export const NOTHING: Properties = new Map();
