// Blanks that a typist put inside a date: 12 月 31 日前.
import type { Stretch } from '../model/passage.js';

const BLANKS =
  /(?<=[\d年月])[^\S\n]{1,4}(?=[年月日][\s\d年月底前末内初上中下、，。；至—-]|[年月日]$)|(?<=[年月])[^\S\n]{1,4}(?=\d|[上中下]旬|[初底末])/g;

/** A text without such blanks, and how what was found in it stands in the text as it is printed. */
interface Closed {
  readonly text: string;
  readonly back: <Part extends Stretch>(part: Part) => Part;
}

/** The text without the blanks inside its dates; nothing where it has none. */
export function withoutBlanks(printed: string): Closed | undefined {
  const blanks = Array.from(printed.matchAll(BLANKS), ({ 0: blank, index }) => ({
    index,
    length: blank.length,
  }));
  if (blanks.length === 0) return undefined;
  /** Where each character of the text stands in the printed one; and its end. */
  const at: number[] = [];
  let from = 0;
  for (const { index, length } of [...blanks, { index: printed.length, length: 0 }]) {
    for (let i = from; i < index; i++) at.push(i);
    from = index + length;
  }
  const text = at.map((i) => printed[i]).join('');
  return {
    text,
    back: (part) => {
      const start = at[part.start] ?? printed.length;
      const end = part.end > part.start ? (at[part.end - 1] as number) + 1 : start;
      return { ...part, start, end, ...('text' in part && { text: printed.slice(start, end) }) };
    },
  };
}
