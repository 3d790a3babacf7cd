import type { Deadline, Deliverable, Frequency, Indicator, Site } from '../model/demands.js';
import type { Stretch } from '../model/passage.js';
import { withoutBlanks } from './blanks.js';
import { deadlinesIn } from './deadlines.js';
import { deliverablesIn } from './deliverables.js';
import { frequenciesIn } from './frequencies.js';
import { type Found, indicatorsIn } from './indicators.js';
import { maskQuoted, plainForm } from './mask.js';
import { pastIn } from './past.js';
import { sitesIn, type TownshipFinder } from './sites.js';
import type { NoticeDates } from './years.js';

export { withYearEnd } from './deadlines.js';
export type { Found } from './indicators.js';
export type { TownshipFinder } from './sites.js';
export type { NoticeDates } from './years.js';

/** What a text asks for; every part says by offsets where in the text it stands. */
export interface FoundDemands {
  readonly indicators: readonly Found<Indicator>[];
  readonly frequencies: readonly Found<Frequency>[];
  readonly deadlines: readonly Found<Deadline>[];
  readonly deliverables: readonly Found<Deliverable>[];
  readonly sites: readonly Found<Site>[];
  /** Numbers in digits that none of these took, and that are no name, rank or date either. */
  readonly unread: readonly Stretch[];
}

export interface DemandContext extends NoticeDates {
  /** The task's name, of which a figure is that stands by itself. */
  readonly name: string;
  readonly townshipsIn?: TownshipFinder;
}

/** A longer name is no name; each figure of a long one would hold all of it. */
const LONGEST_NAME = 80;

/**
 * Reads what a goal, a name or a measure asks for: figures, frequencies, times, what must come out,
 * and where. Total: any text gives an answer, and the same text the same one.
 */
export function readDemands(text: string, context: DemandContext): FoundDemands {
  const closed = withoutBlanks(text);
  if (closed === undefined) return demandsIn(text, context);
  const found = demandsIn(closed.text, context);
  const back = <Part extends Stretch>(parts: readonly Part[]) => parts.map((part) => closed.back(part));
  return {
    indicators: back(found.indicators),
    frequencies: back(found.frequencies),
    deadlines: back(found.deadlines),
    deliverables: back(found.deliverables),
    sites: back(found.sites),
    unread: back(found.unread),
  };
}

function demandsIn(text: string, { name, townshipsIn = () => [], ...dates }: DemandContext): FoundDemands {
  const plain = plainForm(text);
  const frequencies = frequenciesIn(text, plain);
  const deadlines = deadlinesIn(text, plain, { read: frequencies, dates, column: false });
  const timed = [...frequencies.filter(({ times }) => times !== null), ...deadlines];
  const past = pastIn(plain, dates.year);
  const { indicators, unread } = indicatorsIn(text, plain, [...timed, ...past], name.slice(0, LONGEST_NAME));
  const sites = sitesIn(text, plain, townshipsIn);
  return {
    indicators,
    frequencies,
    deadlines,
    deliverables: deliverablesIn(text, maskQuoted(plain), name, indicators, sites),
    sites,
    unread,
  };
}

/** Reads a cell of a column that says by when. */
export function readDeadline(text: string, dates: NoticeDates): Found<Deadline>[] {
  const closed = withoutBlanks(text);
  const plain = closed?.text ?? text;
  const found = deadlinesIn(plain, plainForm(plain), { read: [], dates, column: true });
  return closed === undefined ? found : found.map((each) => closed.back(each));
}
