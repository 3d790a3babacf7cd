import type { XmlElement } from '../xml.js';

/** A character of a text, in the measures of its object. */
interface Offset {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** No list of offsets says more at once. */
const MOST_REPEATED = 100_000;

/** How wide a character is whose font is not asked: a Chinese one is as wide as high, others about half of it. */
const NARROW = /[\u0020-\u024f]/;

/** Where the characters of a text stand: the first at X and Y, each other one by an offset from the one before it (11.3). */
export function offsetsOf(
  { attributes }: XmlElement,
  characters: readonly string[],
  size: number,
  stretch: number,
): Offset[] {
  const across = offsetsIn(attributes['DeltaX'], characters.length);
  const down = offsetsIn(attributes['DeltaY'], characters.length);
  let x = Number(attributes['X'] ?? 0);
  let y = Number(attributes['Y'] ?? 0);
  return characters.map((text, i) => {
    const isNarrow = NARROW.test(text);
    const usual = (isNarrow ? 0.5 : 1) * size * stretch;
    const step = across[i];
    const isLevel = (down[i] ?? 0) === 0;
    // A character is as wide as the way to the next one, unless there is more between them.
    const isOwn =
      step !== undefined && step > 0 && isLevel && step <= (isNarrow ? 0.9 : 1.15) * size * stretch;
    const width = isOwn ? step : usual;
    const at = { text, x, y, width };
    x += step ?? (down[i] === undefined ? usual : 0);
    y += down[i] ?? 0;
    return at;
  });
}

/** A list of offsets: 5 5 4, or g 2 5 4, where g says that the number behind it comes so many times. */
function offsetsIn(list: string | undefined, most: number): number[] {
  const words = (list ?? '').trim().split(/\s+/);
  const offsets: number[] = [];
  for (let i = 0; i < words.length && offsets.length < most; i++) {
    if (words[i] === 'g') {
      const count = Math.min(Number(words[i + 1]), most, MOST_REPEATED);
      const offset = Number(words[i + 2]);
      for (let j = 0; j < count; j++) offsets.push(offset);
      i += 2;
    } else if (words[i] !== '') offsets.push(Number(words[i]));
  }
  return offsets.filter(Number.isFinite);
}
