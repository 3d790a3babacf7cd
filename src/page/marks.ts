import { readDeadline, readDemands, type Stretch } from '../demands/index.js';
import type { MarkKind, Piece } from '../model/page.js';
import type { Measure, TaskBook } from '../model/taskbook.js';
import { mentionFinder } from '../tasks/index.js';
import { lexiconOf, readUnits } from '../units/index.js';

/** A stretch that was read as something. */
export interface Found extends Stretch {
  readonly mark: MarkKind;
  readonly to?: string | undefined;
}

/** Marks in the notice's texts what was read in them, by the same reading that made the task book. */
export interface Marker {
  /** Units and groups, by any of their names. */
  readonly units: (text: string) => Found[];
  /** Figures and times in a text that says what a task of that name asks for, then units. */
  readonly goal: (text: string, name: string) => Found[];
  /** The same in the sentences of a measure. */
  readonly measure: (measure: Measure) => Found[];
  /** What a cell of a column of deadlines says. */
  readonly deadline: (text: string) => Found[];
  /** What a cell of units names. */
  readonly cell: (text: string) => Found[];
}

/**
 * Makes a task book ready to have its texts marked.
 *
 * @param pages the units and groups that have something to show
 */
export function markerFor(book: TaskBook, pages: ReadonlySet<string>): Marker {
  const named = mentionFinder([
    ...book.units,
    ...book.groups.map(({ name }) => ({ name, kind: 'other' as const })),
  ]);
  const lexicon = lexiconOf(book);
  const { year } = book.notice;
  const linked = (name: string) => (pages.has(name) ? name : undefined);
  const units = (text: string) =>
    named(text).map(({ unit, start, end }): Found => ({ start, end, mark: 'unit', to: linked(unit) }));
  const demands = (text: string, name: string): Found[] => {
    const { indicators, frequencies, deadlines } = readDemands(text, { name, year });
    return [
      ...indicators.map(({ start, end }): Found => ({ start, end, mark: 'figure' })),
      ...[...frequencies, ...deadlines].map(({ start, end }): Found => ({ start, end, mark: 'time' })),
    ];
  };
  return {
    units,
    goal: (text, name) => [...demands(text, name), ...units(text)],
    measure: ({ text, title, sentences }) => {
      let from = 0;
      const found = sentences.flatMap((sentence) => {
        const start = text.indexOf(sentence.text, from);
        if (start < 0) return [];
        from = start + sentence.text.length;
        return shifted(demands(sentence.text, title), start);
      });
      return [...found, ...units(text)];
    },
    deadline: (text) =>
      readDeadline(text, year).map(({ start, end }): Found => ({ start, end, mark: 'time' })),
    cell: (text) =>
      readUnits(text, lexicon).flatMap((piece): Found[] => {
        const stretch = { start: piece.start, end: piece.start + piece.text.length };
        if (piece.kind === 'name') return [{ ...stretch, mark: 'unit', to: linked(piece.unit) }];
        if (piece.kind === 'group') return [{ ...stretch, mark: 'unit', to: linked(piece.group) }];
        return piece.kind === 'open' ? [{ ...stretch, mark: 'open' }] : [];
      }),
  };
}

function shifted(found: readonly Found[], by: number): Found[] {
  return found.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
}

/** A text as pieces; of marks that overlap, the one that comes first in the list stays. */
export function weave(text: string, found: readonly Found[]): Piece[] {
  const taken = new Uint8Array(text.length);
  const marks = found
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, mark, to } of marks) {
    if (start > at) pieces.push(text.slice(at, start));
    pieces.push({ mark, text: text.slice(start, end), ...(to === undefined ? {} : { to }) });
    // The beginning of a clause takes no room, and may lie within what is marked before it.
    at = Math.max(at, end);
  }
  if (at < text.length) pieces.push(text.slice(at));
  return pieces;
}

/** A text's lines, each as pieces. */
export function weaveLines(text: string, found: readonly Found[]): Piece[][] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const within = found.filter((each) => each.start >= from && each.end <= from + line.length);
    return weave(line, shifted(within, -from));
  });
}
