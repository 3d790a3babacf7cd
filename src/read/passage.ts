import type { Passage } from '../model/passage.js';
import type { NoiseKind, Place, Span } from '../model/place.js';

/** What converters and editors leave in text: each stretch that matches is noise of that kind. */
const NOISE: Partial<Record<NoiseKind, RegExp>> = {
  // Apache Tika prints a Word bookmark so.
  bookmark: /\[bookmark: [^[\]\n]*\]/u,
  // Zero-width and direction marks, control characters other than blanks, and which form of a character a font is to take.
  invisible: /(?:(?!\s)[\p{Cf}\p{Cc}\p{Variation_Selector}])+/u,
};

const ANY_NOISE = anyOf(NOISE);

function anyOf(noise: Partial<Record<NoiseKind, RegExp>>): RegExp {
  const named = Object.entries(noise).map(([kind, { source }]) => `(?<${kind}>${source})`);
  return new RegExp(named.join('|'), 'gu');
}

/** Most lines hold none, and a notice is mostly lines. */
const MAY_HOLD_NOISE = /[[\p{Cf}\p{Cc}\p{Variation_Selector}]/u;
const NONE: SiftedLine['noise'] = [];
const BLANK: SiftedLine = { printed: [], noise: NONE };

/** One line of the source, cut into what is printed and what is noise. */
export interface SiftedLine {
  /** Printed stretches, blanks at both ends of the line left out. */
  readonly printed: readonly Span[];
  readonly noise: readonly { readonly kind: NoiseKind; readonly span: Span }[];
}

/** What else is no text in a text: its markup, or more than that. */
export type Marks = RegExp | Partial<Record<NoiseKind, RegExp>>;

/** Cuts a line of `source`, its line break excluded. */
export function cutLine(source: string, line: Span, marks?: Marks): SiftedLine {
  const [start, end] = line;
  if (!marks) {
    const text = source.slice(start, end);
    if (!MAY_HOLD_NOISE.test(text)) {
      const from = end - text.trimStart().length;
      if (from === end) return BLANK;
      const to = start + text.trimEnd().length;
      return { printed: [from === start && to === end ? line : [from, to]], noise: NONE };
    }
  }
  const pattern = marks
    ? anyOf({ ...NOISE, ...(marks instanceof RegExp ? { markup: marks } : marks) })
    : ANY_NOISE;
  const noise = Array.from(source.slice(start, end).matchAll(pattern), (match) => {
    const kind = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined)?.[0];
    const from = start + match.index;
    return { kind: kind as NoiseKind, span: [from, from + match[0].length] as const };
  });
  const edges = [start, ...noise.flatMap(({ span }) => span), end];
  const between: Span[] = [];
  for (let i = 0; i < edges.length; i += 2) between.push([edges[i] as number, edges[i + 1] as number]);
  const printed = between.filter(([from, to]) => source.slice(from, to).trim() !== '');
  return { printed: printed.map((span, i) => trim(source, span, i === 0, i === printed.length - 1)), noise };
}

function trim(source: string, [start, end]: Span, head: boolean, tail: boolean): Span {
  const text = source.slice(start, end);
  return [head ? end - text.trimStart().length : start, tail ? start + text.trimEnd().length : end];
}

/** Joins the printed text of lines; lines without any are left out. */
export function passageOf(source: string, lines: readonly SiftedLine[], at: Place): Passage {
  const [only, ...others] = lines;
  const [span, ...more] = only?.printed ?? [];
  if (span && more.length === 0 && others.length === 0) {
    return { text: source.slice(span[0], span[1]), at: { ...at, spans: (only as SiftedLine).printed } };
  }
  const printed = lines.map((line) => line.printed).filter((spans) => spans.length > 0);
  return {
    text: printed.map((spans) => spans.map(([start, end]) => source.slice(start, end)).join('')).join('\n'),
    at: { ...at, spans: printed.flat() },
  };
}
