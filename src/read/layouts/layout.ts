import type { Span } from '../../model/document.js';

/** A text as its lines. */
export interface Source {
  readonly text: string;
  readonly lines: readonly Span[];
}

/** A table that a layout finds in text. */
export interface TextTable {
  /** Rows of cells of lines. */
  readonly rows: readonly (readonly (readonly Span[])[])[];
  /** What draws the table: pipes, rules. */
  readonly markup: readonly Span[];
  /** The first line after it. */
  readonly end: number;
}

/** A line that cannot be divided into cells without guessing. */
export interface Misaligned {
  readonly misaligned: number;
}

/** A way to print a table: finds one that begins at a line. */
export type Layout = (source: Source, at: number) => TextTable | Misaligned | undefined;

export function lineText({ text, lines }: Source, at: number): string {
  const line = lines[at];
  return line ? text.slice(...line) : '';
}

export function isBlank(source: Source, at: number): boolean {
  return lineText(source, at).trim() === '';
}

/** The stretches of `[start, end)` between the characters at some offsets. */
export function between([start, end]: Span, separators: readonly number[]): Span[] {
  return [start, ...separators.map((at) => at + 1)].map((from, i) => [from, separators[i] ?? end]);
}
