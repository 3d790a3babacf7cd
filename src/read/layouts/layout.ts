import type { Span } from '../../model/place.js';

/** A text as its lines. */
export interface Source {
  readonly text: string;
  readonly lines: readonly Span[];
}

/** A cell as the stretches of text that are its lines; spans where the layout tells them. */
export interface TextCell {
  readonly lines: readonly Span[];
  /** The lines, by index, that go on with the one before: it was broken where its column ends. */
  readonly goesOn?: ReadonlySet<number>;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** What is markup inside its text, besides what is in all of the text. */
  readonly marks?: RegExp;
}

/** A table that a layout finds in text. */
export interface TextTable {
  readonly rows: readonly (readonly TextCell[])[];
  /** What draws the table: pipes, rules. */
  readonly markup: readonly Span[];
  /** The first line after it. */
  readonly end: number;
}

/** A table with a line, by its offset, that cannot be read without guessing, and why. */
export interface Unreadable {
  readonly unreadable: number;
  readonly because: 'table-misaligned' | 'lines-ambiguous';
  /** The first line after the table. */
  readonly end: number;
}

/** A way to print a table: finds one that begins at a line. */
export type Layout = (source: Source, at: number) => TextTable | Unreadable | undefined;

export function lineText({ text, lines }: Source, at: number): string {
  const line = lines[at];
  return line ? text.slice(...line) : '';
}

export function isBlankLine(source: Source, at: number): boolean {
  return lineText(source, at).trim() === '';
}

/** The stretches of `[start, end)` between the characters at some offsets. */
export function between([start, end]: Span, separators: readonly number[]): Span[] {
  return [start, ...separators.map((at) => at + 1)].map((from, i) => [from, separators[i] ?? end]);
}
