import {
  type FoundDemands,
  type NoticeDates,
  readDeadline,
  readDemands,
  type TownshipFinder,
} from '../demands/index.js';
import type { Deadline, Demands } from '../model/demands.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { type Passage, placeWithin, type Stretch } from '../model/passage.js';
import type { LineStarts, Place } from '../model/place.js';

/** What demands are read with. */
export interface DemandReader extends NoticeDates {
  readonly townshipsIn: TownshipFinder;
  readonly lines: LineStarts;
}

export interface ReadDemands {
  readonly demands: Demands;
  readonly diagnostics: readonly Diagnostic[];
}

/** The parts of a text's demands; the order in which they are kept. */
const PARTS = ['indicators', 'frequencies', 'deadlines', 'deliverables', 'sites'] as const;

/**
 * Reads what a text asks for, each part with its place.
 *
 * @param name the task's name, of which a figure is that stands by itself
 */
export function demandsIn(
  passage: Passage,
  name: string,
  { townshipsIn, lines, ...dates }: DemandReader,
): ReadDemands {
  const { text } = passage;
  const { unread, ...found } = readDemands(text, { name, townshipsIn, ...dates });
  return {
    demands: withPlaces(found, passage, lines),
    diagnostics: unread.map(({ start, end }) => {
      const around = text.slice(Math.max(0, start - 6), end + 6);
      return diagnose('figure-unread', { text: around }, placeWithin(passage, { start, end }, lines));
    }),
  };
}

/** Reads the cells of a column that says by when. */
export function deadlinesOf(passages: readonly Passage[], { lines, ...dates }: DemandReader): ReadDemands {
  const read = passages.map((passage) => ({
    passage,
    found: readDeadline(passage.text, dates),
  }));
  const unread = read
    .filter(({ found }) => found.length === 0 || (dates.year !== null && found.some(isNoDay)))
    .map(({ passage }) => passage);
  return {
    demands: { ...NOTHING, deadlines: read.flatMap(({ passage, found }) => placed(found, passage, lines)) },
    diagnostics: unread.map(({ text, at }) => diagnose('deadline-unread', { text }, at)),
  };
}

/** 2月30日: a day that there is not; 三年内 names none. */
function isNoDay(deadline: Deadline | FoundDemands['deadlines'][number]): boolean {
  return deadline.kind === 'by' && deadline.by === undefined && !deadline.text.endsWith('内');
}

const NOTHING: Demands = { indicators: [], frequencies: [], deadlines: [], deliverables: [], sites: [] };

/** Demands of several texts as those of one. */
export function joinDemands(all: readonly Demands[]): Demands {
  return {
    indicators: all.flatMap(({ indicators }) => indicators),
    frequencies: all.flatMap(({ frequencies }) => frequencies),
    deadlines: all.flatMap(({ deadlines }) => deadlines),
    deliverables: all.flatMap(({ deliverables }) => deliverables),
    sites: all.flatMap(({ sites }) => sites),
  };
}

function withPlaces(found: Omit<FoundDemands, 'unread'>, passage: Passage, lines: LineStarts): Demands {
  return Object.fromEntries(
    PARTS.map((part) => [part, placed<Stretch>(found[part], passage, lines)]),
  ) as unknown as Demands;
}

/** Something that was found, with its place instead of its offsets. */
type Placed<T> = T extends Stretch ? Omit<T, 'start' | 'end'> & { readonly at: Place } : never;

function placed<T extends Stretch>(found: readonly T[], passage: Passage, lines: LineStarts): Placed<T>[] {
  return found.map(({ start, end, ...rest }) => {
    return { ...rest, at: placeWithin(passage, { start, end }, lines) } as unknown as Placed<T>;
  });
}
