import { nameOf } from '../model/book.js';
import { isInferred } from '../model/deadlines.js';
import type { Deadline, Demands } from '../model/demands.js';
import type { MarkKind, PagePiece } from '../model/page.js';
import { type Passage, type Stretch, stretchIn } from '../model/passage.js';
import type { Place } from '../model/place.js';
import type { Assignment, TaskBook } from '../model/taskbook.js';
import { mentionFinder } from '../tasks/index.js';

/** A stretch that was read as something. */
export interface Mark extends Stretch {
  readonly mark: MarkKind;
  readonly to?: string | undefined;
}

/** Marks in the notice's texts what was read in them when the task book was made. */
export interface Marker {
  /** Units and groups, by any of their names. */
  readonly units: (text: string) => Mark[];
  /** Figures and times that something asks for, as far as they stand in a passage. */
  readonly demands: (passage: Passage, asked: readonly Times[]) => Mark[];
  /** Whom a cell of units names. */
  readonly who: (cell: Passage, assignments: readonly Assignment[]) => Mark[];
}

type Times = Pick<Demands, 'indicators' | 'frequencies' | 'deadlines'>;

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
  const linked = (name: string | undefined) => (name !== undefined && pages.has(name) ? name : undefined);
  return {
    units: (text) =>
      named(text).map(({ unit, start, end }): Mark => ({ start, end, mark: 'unit', to: linked(unit) })),
    demands: (passage, asked) =>
      asked.flatMap(({ indicators, frequencies, deadlines }) => [
        ...inPassage(passage, indicators, () => ({ mark: 'figure' })),
        ...inPassage(passage, [...frequencies, ...deadlines.filter(isPrinted)], () => ({ mark: 'time' })),
      ]),
    who: (cell, assignments) =>
      inPassage(cell, assignments, (each) =>
        each.kind === 'open-ended' ? { mark: 'open' } : { mark: 'unit', to: linked(nameOf(each)) },
      ),
  };
}

/** What is inferred stands nowhere. */
function isPrinted(deadline: Deadline): boolean {
  return !isInferred(deadline);
}

/** Of what was read, what stands in a passage, and where. */
function inPassage<T extends { readonly at: Place }>(
  passage: Passage,
  read: readonly T[],
  markOf: (each: T) => Omit<Mark, keyof Stretch>,
): Mark[] {
  return read.flatMap((each) => {
    const stretch = stretchIn(passage, each.at);
    return stretch ? [{ ...stretch, ...markOf(each) }] : [];
  });
}

function shifted(found: readonly Mark[], by: number): Mark[] {
  return found.map((each) => ({ ...each, start: each.start + by, end: each.end + by }));
}

/** A text as pieces; of marks that overlap, the one that comes first in the list stays. */
export function weave(text: string, found: readonly Mark[]): PagePiece[] {
  const taken = new Uint8Array(text.length);
  const marks = found
    .filter(({ start, end }) => {
      if (taken.subarray(start, end).includes(1)) return false;
      taken.fill(1, start, end);
      return true;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const pieces: PagePiece[] = [];
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
export function weaveLines(text: string, found: readonly Mark[]): PagePiece[][] {
  let start = 0;
  return text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    const within = found.filter((each) => each.start >= from && each.end <= from + line.length);
    return weave(line, shifted(within, -from));
  });
}
