import { isPeople, PERSON_LABEL } from '../../words/people.js';
import { firstName, lastName, mayBeNames, partsNames, partsSurely, plain } from '../names-apart.js';
import { HEADS_WHO } from './columns.js';
import type { PrintedLine } from './lines.js';

// How names stand in a column: whether the end of a line may part two of them where no sign does.

/** What the cells of a column say of it. */
export interface NamesInColumn {
  /** Whether they are names of people, or of units. */
  readonly of: 'units' | 'people';
  /** Names that stand in it by themselves, from one sign to the next, or alone in their cell. */
  readonly whole: ReadonlySet<string>;
  /** Whether names are parted by signs: 、. */
  readonly byStop: boolean;
  /** Whether a line ended behind a name, though there was room, and another name follows. */
  readonly byLine: boolean;
}

const STOPS = /[、，,；;]/;
const HEADS_PEOPLE = new RegExp(`^${PERSON_LABEL}$`);

/** What a header says that stands over such a column; nothing over others. */
export function namesUnder(header: string): NamesInColumn['of'] | undefined {
  const text = header.replace(/\s/g, '');
  if (HEADS_PEOPLE.test(text)) return 'people';
  return HEADS_WHO.test(text) ? 'units' : undefined;
}

/**
 * @param cells those of the column below its header, with their lines
 * @param hasRoom whether there was room for the next line behind one
 */
export function namesInColumn(
  of: NamesInColumn['of'],
  cells: readonly (readonly PrintedLine[])[],
  hasRoom: (line: PrintedLine, next: PrintedLine) => boolean,
): NamesInColumn {
  const whole = new Set<string>();
  let byLine = false;
  for (const lines of cells) {
    for (const line of lines) {
      const names = plain(line.text).split(STOPS);
      // The first and the last of a line may be halves of names.
      for (const name of lines.length === 1 ? names : names.slice(1, -1)) whole.add(name.trim());
    }
    for (const [i, line] of lines.entries()) {
      const next = lines[i + 1];
      if (next && !STOPS.test(line.text.slice(-1)) && hasRoom(line, next) && mayBeNames(line.text, next.text))
        byLine = true;
    }
  }
  whole.delete('');
  return { of, whole, byStop: cells.some((lines) => lines.some(({ text }) => STOPS.test(text))), byLine };
}

/**
 * What the column says of the end of a line behind which there was no room: it parts two names, or breaks one; or nobody
 * can tell.
 *
 * @param text the lines up to that end, and `rest` those behind it
 */
export function endOfLine(
  text: string,
  rest: string,
  { of, whole, byStop, byLine }: NamesInColumn,
): { readonly parts: boolean; readonly isUnclear?: true } {
  const [last, first] = [lastName(text), firstName(rest)];
  if (of === 'people') return { parts: isPeople(last) && isPeople(first) && !isPeople(last + first) };
  if (whole.has(last + first)) return { parts: false };
  if (partsSurely(text, rest)) return { parts: true };
  const parts = partsNames(text, rest);
  if (!mayBeNames(text, rest)) return { parts };
  if (whole.has(last) && whole.has(first)) return { parts: true };
  // Whoever writes signs between names writes them at the end of a line, too, as a rule.
  if (!parts && byStop && !byLine && STOPS.test(text + rest)) return { parts: false };
  return { parts: parts || byLine, isUnclear: true };
}
