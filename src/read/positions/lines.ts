import { canBe, lowered, raised } from '../../words/scripts.js';
import { greatest, least } from './extremes.js';
import type { Box, Glyph } from './printed-page.js';
import { groupsOf } from './rules.js';

/** A line of a page or of a cell, its blanks at both ends left out. */
export interface PrintedLine extends Box {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** How high its font is, and the line that it stands on. */
  readonly size: number;
  readonly y: number;
  /** Whether a blank is printed behind it, and how wide it is. */
  readonly endsInBlank: boolean;
  readonly blank: number;
  readonly isArtifact: boolean;
}

/** Where a line ends, a stop at its end left out: it may hang over. */
export function innerRightOf({ glyphs, right }: PrintedLine): number {
  const last = glyphs.findLast(({ text }) => !/^[\p{P}\s]$/u.test(text));
  return last ? last.x + last.width : right;
}

/** How far a character may stand above or below the others of its line, in heights of its font. */
const ON_LINE = 0.3;

/** How many lines from the top down may be so near to each other that they are asked whether they are one. */
const NEIGHBOURS = 12;

/** How small a raised or lowered character is, at most, beside the others. */
const SCRIPT_SIZE = 0.8;

/** The lines that level characters make, from the top down. */
export function linesOnPage(glyphs: readonly Glyph[]): PrintedLine[] {
  const lines = withScripts(onLines(glyphs.filter(({ runs }) => runs === undefined)));
  return [...lines.flatMap(lineOf), ...downwardLines(glyphs)].sort((a, b) => a.y - b.y || a.left - b.left);
}

/** Characters on the same line, whichever the file writes first. */
function onLines(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.y - b.y)) {
    const line = lines
      .slice(-NEIGHBOURS)
      .findLast(
        ([first]) => first && Math.abs(glyph.y - first.y) <= ON_LINE * Math.min(glyph.size, first.size),
      );
    if (line) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines;
}

interface Scripted extends Glyph {
  readonly script?: 'raised' | 'lowered';
}

/** Small characters beside larger ones that are higher or lower stand on the line of those: m², CO₂. */
function withScripts(lines: readonly (readonly Glyph[])[]): Scripted[][] {
  const kept = lines.map((line) => ({
    glyphs: Array.from<Scripted>(line),
    y: line[0]?.y ?? 0,
    size: sizeOf(line),
  }));
  for (const [i, small] of kept.entries()) {
    const [first] = small.glyphs;
    if (!first) continue;
    const base = kept
      .slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS)
      .find(
        (line) =>
          line !== small &&
          small.size <= SCRIPT_SIZE * line.size &&
          small.y > line.y - 0.75 * line.size &&
          small.y < line.y + 0.4 * line.size &&
          small.glyphs.every(
            (glyph) => line.glyphs.some((each) => isBeside(each, glyph, line.size)) || glyph !== first,
          ),
      );
    if (!base) continue;
    const script = small.y < base.y ? 'raised' : 'lowered';
    base.glyphs.push(...small.glyphs.map((glyph) => ({ ...glyph, script }) as const));
    small.glyphs = [];
  }
  return kept.map(({ glyphs }) => glyphs).filter((glyphs) => glyphs.length > 0);
}

function isBeside(before: Glyph, { x }: Glyph, size: number): boolean {
  return Math.abs(x - (before.x + before.width)) < 0.3 * size;
}

function sizeOf(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 0;
}

function lineOf(glyphs: readonly Scripted[]): PrintedLine[] {
  const sorted = withoutDoubles(glyphs.toSorted((a, b) => a.x - b.x));
  const inked = sorted.filter(({ text }) => text.trim() !== '');
  const [first] = inked;
  const last = inked.at(-1);
  if (!first || !last) return [];
  const own = sorted.slice(sorted.indexOf(first), sorted.indexOf(last) + 1);
  const level = inked.filter(({ script }) => script === undefined);
  const size = sizeOf(level.length > 0 ? level : inked);
  const y = (level[0] ?? first).y;
  return [
    {
      text: textOf(own, size),
      glyphs: own,
      size,
      y,
      left: first.x,
      right: last.x + last.width,
      top: y - 0.88 * size,
      bottom: y + 0.12 * size,
      endsInBlank: sorted.at(-1) !== last,
      blank: greatest(
        sorted.slice(sorted.indexOf(last) + 1).map(({ width }) => width),
        0,
      ),
      isArtifact: inked.every(({ isArtifact }) => isArtifact === true),
    },
  ];
}

/** A program without bold letters prints each character twice, a little apart. */
function withoutDoubles(sorted: readonly Scripted[]): Scripted[] {
  const kept: Scripted[] = [];
  for (const glyph of sorted) {
    const isDouble = kept
      .slice(-3)
      .some(
        ({ text, x, y, size }) =>
          text === glyph.text &&
          text.trim() !== '' &&
          Math.abs(x - glyph.x) < 0.15 * size &&
          Math.abs(y - glyph.y) < 0.15 * size,
      );
    if (!isDouble) kept.push(glyph);
  }
  return kept;
}

/**
 * How wide a gap is a blank where none is printed, in heights of the font: beside Latin letters and digits, and between
 * others, which are spread to fill a line.
 */
const LATIN_BLANK = 0.18;
const WIDE_BLANK = 1.2;
/** How wide a gap parts what is printed side by side. */
const APART = 1.8;

function textOf(glyphs: readonly Scripted[], size: number): string {
  const spread = spreadOf(glyphs, size);
  let text = '';
  let script = '';
  const flush = (kind: Scripted['script']) => {
    if (kind && script !== '' && canBe(kind, script))
      text += kind === 'raised' ? raised(script) : lowered(script);
    else if (kind === 'raised' && /\d$/.test(text) && /^[-−\d]/.test(script)) text += `^${script}`;
    else text += script;
    script = '';
  };
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (before && before.script !== glyph.script) flush(before.script);
    if (before && before.text.trim() !== '' && glyph.text.trim() !== '') {
      const gap = glyph.x - (before.x + before.width) - spread;
      const isLatin = LATIN.test(before.text) && LATIN.test(glyph.text);
      if (gap > APART * size) script += '\u3000';
      else if (gap > (isLatin ? LATIN_BLANK : WIDE_BLANK) * size) script += ' ';
    }
    script += glyph.text;
  }
  flush(glyphs.at(-1)?.script);
  return text;
}

const LATIN = /[\p{Script=Latin}\d]$/u;

/** How far apart the characters of a line are that is spread to fill its column: all of them about as far. */
function spreadOf(glyphs: readonly Glyph[], size: number): number {
  const gaps: number[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (before && before.text.trim() !== '' && glyph.text.trim() !== '')
      gaps.push(glyph.x - before.x - before.width);
  }
  if (gaps.length < 2)
    return glyphs.length === 2 && glyphs.every(({ text }) => HAN.test(text)) ? spreadOfTwo(gaps, size) : 0;
  const [middle, widest] = [gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? 0, gaps.at(-1) ?? 0];
  return Math.max(0, gaps.length < 4 && widest - (gaps[0] ?? 0) > SPREAD_ALIKE * size ? 0 : middle);
}

/** Two characters by themselves may be spread over a narrow column: 各 乡. */
function spreadOfTwo([gap = 0]: readonly number[], size: number): number {
  return gap > 0 && gap < FARTHEST_TWO * size ? gap : 0;
}

const HAN = /^\p{Script=Han}$/u;
const FARTHEST_TWO = 2.5;

/** How much the gaps of a short line that is spread differ, at most. */
const SPREAD_ALIKE = 0.3;

/** Characters that go down or up as one line: column by column, from the right. */
function downwardLines(glyphs: readonly Glyph[]): PrintedLine[] {
  return (['down', 'up'] as const).flatMap((direction) => {
    const own = glyphs.filter(({ runs, text }) => runs === direction && text.trim() !== '');
    if (own.length === 0) return [];
    const size = sizeOf(own);
    const sorted = groupsOf(own, ({ x }) => -x, 0.5 * size).flatMap((column) =>
      column.toSorted((a, b) => (direction === 'down' ? a.y - b.y : b.y - a.y)),
    );
    const ys = sorted.map(({ y }) => y);
    const xs = sorted.map(({ x }) => x);
    return {
      text: sorted.map(({ text }) => text).join(''),
      glyphs: sorted,
      ...{ size, y: least(ys), top: least(ys), bottom: greatest(ys) + size },
      ...{ left: least(xs), right: greatest(xs) + size },
      ...{ endsInBlank: false, blank: 0, isArtifact: false },
    };
  });
}
