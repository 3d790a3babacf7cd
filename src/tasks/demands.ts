import { type FoundDemands, readDeadline, readDemands, type TownshipFinder } from '../demands/index.js';
import type { Demands } from '../model/demands.js';
import { diagnose } from '../model/diagnose.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Passage, Place } from '../model/document.js';
import type { Notice } from '../model/notice.js';
import { offsetsOf } from '../model/passage.js';

/** What demands are read with. */
export interface DemandReader {
  readonly townshipsIn: TownshipFinder;
  /** The year that the notice plans for. */
  readonly year: number | null;
  readonly placeOf: Notice['placeOf'];
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
 * @param placeIn tells the place of an offset into the text
 */
export function demandsIn(
  text: string,
  name: string,
  placeIn: (offset: number) => Place,
  { townshipsIn, year }: Omit<DemandReader, 'placeOf'>,
): ReadDemands {
  const { unread, ...found } = readDemands(text, { name, year, townshipsIn });
  return {
    demands: withPlaces(found, placeIn),
    diagnostics: unread.map(({ start, end }) => {
      const around = text.slice(Math.max(0, start - 6), end + 6);
      return diagnose('figure-unread', { text: around }, placeIn(start));
    }),
  };
}

/** Reads the cells of a column that says by when. */
export function deadlinesOf(passages: readonly Passage[], { year, placeOf }: DemandReader): ReadDemands {
  const read = passages.map((passage) => ({ passage, found: readDeadline(passage.text, year) }));
  const deadlines = read.flatMap(({ passage, found }) => {
    const placeIn = placer(passage.text, [passage], placeOf);
    return found.map(({ start, end, ...deadline }) => ({ ...deadline, at: placeIn(start) }));
  });
  const unread = read.filter(({ found }) => found.length === 0).map(({ passage }) => passage);
  return {
    demands: { ...NOTHING, deadlines },
    diagnostics: unread.map(({ text, at }) => diagnose('deadline-unread', { text }, at)),
  };
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

function withPlaces(found: Omit<FoundDemands, 'unread'>, placeIn: (offset: number) => Place): Demands {
  return Object.fromEntries(
    PARTS.map((part) => [
      part,
      found[part].map(({ start, end, ...rest }) => ({ ...rest, at: placeIn(start) })),
    ]),
  ) as unknown as Demands;
}

/** Tells the place of an offset into a text that is made of lines of passages. */
export function placer(
  text: string,
  passages: readonly Passage[],
  placeOf: Notice['placeOf'],
): (offset: number) => Place {
  // Most that is asked for stands in one line.
  let start = 0;
  let end = -1;
  let offsets: readonly number[] | undefined;
  let from = 0;
  return (offset) => {
    if (offset < start || offset > end) {
      start = text.lastIndexOf('\n', offset - 1) + 1;
      const next = text.indexOf('\n', start);
      end = next < 0 ? text.length : next;
      const line = text.slice(start, end);
      const passage = passages.find((each) => each.text.includes(line));
      offsets = passage && offsetsOf(passage);
      from = passage?.text.indexOf(line) ?? 0;
    }
    const at = offsets?.[from + offset - start];
    return at === undefined ? (passages[0]?.at ?? '') : placeOf(at);
  };
}
